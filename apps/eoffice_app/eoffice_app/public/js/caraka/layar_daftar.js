// The first screen: the runs, and their letters by address.

import { cetak, kabarkan, tampilkan } from "./cetakan";
import { gabungkan, is_terbuka, kelompokkan, sebut_keadaan } from "./keadaan_surat";
import { list_catatan, read_tugas, remove_catatan } from "./simpanan";
import { change, DITOLAK, sambungan, sync } from "./sinkron";
import { teks, tulis_tanggal, tulis_waktu } from "../bersama/teks";

/** Show the runs as the phone knows them. */
export async function tampilkan_daftar() {
	const [tugas, notes] = [await read_tugas(), await list_catatan()];
	const letters = gabungkan(tugas, notes);
	const runs = (tugas?.ekspedisi || []).map((run) =>
		cetak_ekspedisi(
			run,
			letters.filter(({ ekspedisi }) => ekspedisi === run.name)
		)
	);
	const pieces = [...cetak_peringatan(notes, tugas), ...runs];
	if (!runs.length) pieces.push(cetak("cetakan-kosong"));
	if (letters.length) pieces.push(cetak("cetakan-tombol-pindai"));
	if (tugas) pieces.push(cetak("cetakan-kaki", { kaki: sebut_kaki(tugas) }));
	// Who tapped on while the phone was reading keeps the screen he went to.
	if (is_daftar()) tampilkan(...pieces);
}

/** Whether the address is the list's and no other screen's. */
export function is_daftar() {
	return !/^#\/(surat|pindai)/.test(location.hash);
}

function sebut_kaki({ nama, diambil }) {
	return teks("kaki", nama, tulis_waktu(diambil));
}

function cetak_ekspedisi(run, letters) {
	const done = letters.filter((letter) => !is_terbuka(letter)).length;
	const piece = cetak("cetakan-ekspedisi", {
		judul: teks("judul_ekspedisi", run.nomor, tulis_tanggal(run.tanggal)),
		kemajuan: teks("kemajuan", done, letters.length),
	});
	piece.querySelector("progress").max = letters.length;
	piece.querySelector("progress").value = done;
	kelompokkan(letters).forEach((group) => piece.append(cetak_alamat(group)));
	if (done === letters.length) piece.append(cetak_kembali(run, letters));
	return piece;
}

function cetak_alamat({ surat }) {
	const [{ melalui, tujuan, alamat }] = surat;
	const piece = cetak("cetakan-alamat", { tujuan: melalui || tujuan, alamat });
	piece.querySelector("ul").append(...surat.map(cetak_surat));
	return piece;
}

function cetak_surat(letter) {
	const { warna, kata } = sebut_keadaan(letter);
	const piece = cetak("cetakan-surat", {
		nomor: letter.nomor_surat,
		salinan: `${teks(letter.jenis_salinan)}${
			letter.melalui ? ` ${teks("untuk", letter.tujuan)}` : ""
		}`,
		penanda: letter.penanda,
		keadaan: kata,
	});
	piece.querySelector("a").href = `#/surat/${letter.baris}`;
	piece.querySelector("[data-isi=keadaan]").dataset.warna = warna;
	return piece;
}

function cetak_kembali(run, letters) {
	const piece = cetak("cetakan-kembali");
	const button = piece.querySelector("button");
	const waits = letters.some(({ catatan }) => catatan);
	button.disabled = waits || sambungan !== "tersambung";
	piece.querySelector("p").textContent = teks(
		button.disabled ? "kembali_nanti" : "kembali_kini"
	);
	button.addEventListener("click", () => hand_back(run, button));
	return piece;
}

async function hand_back(run, button) {
	button.disabled = true;
	try {
		await change("eoffice_app.ekspedisi.perjalanan.hand_back", { ekspedisi: run.name });
		kabarkan(teks("sudah_kembali", run.nomor));
	} catch (error) {
		kabarkan(error.message || teks("gagal_kembali"));
	}
	await sync();
}

function cetak_peringatan(notes, tugas) {
	const foreign = notes.filter(({ akun }) => tugas && akun !== tugas.akun);
	const pieces = notes.filter(({ keadaan }) => keadaan === DITOLAK).map(cetak_ditolak);
	if (foreign.length) {
		const kata = teks("milik_lain", foreign.length, foreign[0].akun);
		pieces.push(cetak("cetakan-peringatan", { kata }));
	}
	if (!window.isSecureContext) {
		pieces.push(cetak("cetakan-peringatan", { kata: teks("tanpa_https") }));
	}
	return pieces;
}

function cetak_ditolak(note) {
	const piece = cetak("cetakan-ditolak", {
		nomor: teks("ditolak_surat", note.nomor_surat, note.tujuan),
		isi: teks("ditolak_isi", teks(note.hasil), note.nama_penerima || note.alasan),
		pesan: note.pesan || teks("ditolak_tanpa_pesan"),
	});
	piece.querySelector("button").addEventListener("click", async () => {
		if (!window.confirm(teks("yakin_hapus"))) return;
		await remove_catatan(note.kunci);
		await sync();
	});
	return piece;
}
