// What was typed, kept on the sender's device for as long as the office keeps his session: one day.

const form = document.getElementById("isian-surat");
const NAMA = `loket:${form?.dataset.rute}`;
const SEJAM = 60 * 60 * 1000;
// As long as the office keeps what was uploaded, and as long as it gives the receipt.
const UMUR = { draf: 24 * SEJAM, hasil: SEJAM };

/** The draft of this page's service: `isian`, `kunci` of the sending, `sesi` of the upload, and `hasil` once it is sent. */
class Draf {
	constructor() {
		const kept = read_kept();
		this.isian = kept.isian;
		this.kunci = kept.kunci || make_kunci();
		this.sesi = kept.sesi;
		this.hasil = kept.hasil;
		this.waktu = kept.waktu;
	}

	/** Keep what stands in the form now. */
	keep(isian) {
		this.isian = isian;
		this.waktu = this.waktu || Date.now();
		this.save();
	}

	set_sesi(sesi) {
		this.sesi = sesi;
		this.waktu = Date.now();
		this.save();
	}

	/** It is sent: only what the sender needs for his receipt remains, and only in this window. */
	finish(hasil) {
		this.forget();
		write(sessionStorage, { hasil, waktu: Date.now() });
	}

	forget() {
		for (const storage of [localStorage, sessionStorage]) {
			try {
				storage.removeItem(NAMA);
			} catch {
				// Where nothing may be kept there is nothing to forget.
			}
		}
	}

	save() {
		const { isian, kunci, sesi, waktu } = this;
		write(localStorage, { isian, kunci, sesi, waktu });
	}
}

function read_kept() {
	for (const name of ["sessionStorage", "localStorage"]) {
		try {
			const kept = JSON.parse(window[name].getItem(NAMA));
			const umur = kept?.hasil ? UMUR.hasil : UMUR.draf;
			if (kept && Date.now() - kept.waktu < umur) return kept;
		} catch {
			// A browser that keeps nothing, or something that is not ours: the form begins empty.
		}
	}
	return {};
}

function write(storage, values) {
	try {
		storage.setItem(NAMA, JSON.stringify(values));
	} catch {
		// The form works without; only a closed page is then lost.
	}
}

/** Return 128 random bits, by which the office knows a second sending of the same. */
function make_kunci() {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const draf = new Draf();
