// Files on their way to the office, one after the other and in parts: what has arrived is never sent again.

import { ask, Penolakan } from "../bersama/server";
import { teks } from "../bersama/teks";
import { draf } from "./draf";
import { forget_sesi, get_sesi } from "./sesi";

const ROOM = "eoffice_app.loket.kirim";
const SMALLEST = 16 * 1024;
const LARGEST = 1024 * 1024;
const QUICK = 1500;
const SLOW = 8000;
const PAUSE = 1000;
const LONGEST_PAUSE = 15000;

export const MENUNGGU = "menunggu";
export const BERJALAN = "berjalan";
export const TERPUTUS = "terputus";
export const SELESAI = "selesai";
export const DITOLAK = "ditolak";
// Known to the office from an earlier visit; the file itself has to be chosen again.
export const TERTUNDA = "tertunda";

class Unggahan {
	constructor() {
		this.items = [];
		this.listeners = [];
		this.running = false;
		this.part = 128 * 1024;
	}

	on_change(listener) {
		this.listeners.push(listener);
	}

	/** Take files that were chosen; returns what is wrong with one of them, if anything. */
	add(files) {
		const { terbanyak, ukuranTerbesar } = document.getElementById("isian-surat").dataset;
		let fault = "";
		for (const file of files) {
			if (this.continue_with(file)) continue;
			if (!file.size) fault = `${file.name}: ${teks("kosong")}`;
			else if (file.size > Number(ukuranTerbesar))
				fault = `${file.name}: ${teks("terlalu_besar")}`;
			else if (this.items.length >= Number(terbanyak))
				fault = teks("terlalu_banyak", terbanyak);
			else this.items.push(make_item(file));
		}
		this.tell();
		this.run();
		return fault;
	}

	/** The rest of a file whose beginning the office has. */
	continue_with(file) {
		const item = this.items.find(
			(each) =>
				each.keadaan === TERTUNDA && each.nama === file.name && each.ukuran === file.size
		);
		if (item) Object.assign(item, { file, keadaan: MENUNGGU });
		return item;
	}

	/** Ask the office what it has from an earlier visit; what is chosen meanwhile waits for the answer. */
	reopen() {
		this.reopening = this.find_known();
		return this.reopening;
	}

	async find_known() {
		if (!draf.sesi) return;
		try {
			const known = await call("get_berkas", { sesi: draf.sesi });
			const chosen = this.items;
			this.items = known.map((berkas) => ({
				...berkas,
				pesan: "",
				keadaan: berkas.selesai ? SELESAI : TERTUNDA,
			}));
			this.items.push(...chosen.filter(({ file }) => !this.continue_with(file)));
		} catch (error) {
			if (error instanceof Penolakan && error.status === 410) forget_sesi();
		}
	}

	async remove(item) {
		this.items = this.items.filter((each) => each !== item);
		item.dihapus = true;
		this.tell();
		if (item.berkas) await this.take_out(item);
	}

	/** Told so that it makes room; a session that is gone has removed it already. */
	take_out({ berkas }) {
		return call("remove_berkas", { sesi: draf.sesi, berkas }).catch(() => {});
	}

	/** Whether a file is still on its way. */
	is_busy() {
		return this.items.some(({ keadaan }) => [MENUNGGU, BERJALAN, TERPUTUS].includes(keadaan));
	}

	/** Wait until every file has arrived; resolves with whether all of them were accepted. */
	async finish() {
		this.run();
		while (this.is_busy()) await sleep(100);
		return this.items.every(({ keadaan }) => keadaan === SELESAI);
	}

	/** The session is gone: all that is still at hand goes into a new one. */
	start_again() {
		forget_sesi();
		for (const item of this.items) {
			item.berkas = 0;
			item.diterima = 0;
			item.keadaan = item.file ? MENUNGGU : TERTUNDA;
		}
		this.tell();
	}

	async run() {
		if (this.running) return;
		this.running = true;
		try {
			await this.reopening;
			for (let item; (item = this.items.find(({ keadaan }) => keadaan === MENUNGGU)); ) {
				await this.upload(item);
			}
		} finally {
			this.running = false;
		}
	}

	async upload(item) {
		let pause = PAUSE;
		while (!item.dihapus && ![SELESAI, DITOLAK].includes(item.keadaan)) {
			try {
				await this.step(item);
				pause = PAUSE;
			} catch (error) {
				if (this.give_up(item, error)) return;
				await sleep(pause);
				pause = Math.min(pause * 2, LONGEST_PAUSE);
				await this.look_again(item);
			}
			this.tell();
		}
	}

	async step(item) {
		const sesi = await get_sesi();
		if (!item.berkas) {
			const args = { sesi, nama: item.nama, ukuran: item.ukuran };
			Object.assign(item, await call("begin_berkas", args), { keadaan: BERJALAN });
			// Removed while the office was making room for it.
			if (item.dihapus) await this.take_out(item);
			return;
		}
		item.keadaan = BERJALAN;
		const begun = performance.now();
		const form = new FormData();
		const end = item.diterima + this.part;
		form.append("sesi", sesi);
		form.append("berkas", item.berkas);
		form.append("mulai", item.diterima);
		form.append("isi", item.file.slice(item.diterima, end), "bagian");
		item.terakhir = end >= item.ukuran;
		const answer = await call("put_bagian", form);
		this.adapt(performance.now() - begun);
		Object.assign(item, {
			diterima: answer.diterima,
			keadaan: answer.selesai ? SELESAI : BERJALAN,
		});
	}

	/** A part takes some seconds, so that little is lost with the line, and little time on asking. */
	adapt(milliseconds) {
		if (milliseconds < QUICK) this.part = Math.min(this.part * 2, LARGEST);
		if (milliseconds > SLOW) this.part = Math.max(this.part / 2, SMALLEST);
	}

	/** Whether a file will not arrive by trying again; what helps the next attempt is done. */
	give_up(item, error) {
		const refused = error instanceof Penolakan;
		// A full disk does not empty itself while somebody waits.
		if (refused && error.status !== 410 && (error.is_final() || error.status === 507)) {
			Object.assign(item, { keadaan: DITOLAK, pesan: error.message || teks("gangguan") });
			this.tell();
			return true;
		}
		if (refused && error.status === 410) this.start_again();
		if (!refused) item.keadaan = TERPUTUS;
		this.part = Math.max(this.part / 2, SMALLEST);
		return false;
	}

	/** After a lost answer the office knows better how much has arrived. */
	async look_again(item) {
		this.tell();
		if (!item.berkas || !draf.sesi) return;
		const known = await call("get_berkas", { sesi: draf.sesi }).catch(() => null);
		const same = known?.find(({ berkas }) => berkas === item.berkas);
		if (same)
			Object.assign(item, {
				diterima: same.diterima,
				keadaan: same.selesai ? SELESAI : TERPUTUS,
			});
	}

	tell() {
		this.listeners.forEach((listener) => listener());
	}
}

function make_item(file) {
	return {
		file,
		nama: file.name,
		ukuran: file.size,
		diterima: 0,
		berkas: 0,
		keadaan: MENUNGGU,
		pesan: "",
	};
}

function call(name, args) {
	return ask(`${ROOM}.${name}`, {
		args,
		token: document.getElementById("isian-surat").dataset.token,
	});
}

/** Wait, but no longer than until the network is back. */
function sleep(milliseconds) {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			window.removeEventListener("online", done);
			resolve();
		};
		const timer = setTimeout(done, milliseconds);
		window.addEventListener("online", done);
	});
}

export const unggahan = new Unggahan();
