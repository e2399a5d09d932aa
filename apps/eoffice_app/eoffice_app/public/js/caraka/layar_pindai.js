// The camera, and beside it a field for the code: a camera may be broken, dark or forbidden.

import { cetak, tampilkan } from "./cetakan";
import { cari_surat } from "./kode";
import { gabungkan } from "./keadaan_surat";
import { mulai_pindai } from "./pindai";
import { list_catatan, read_tugas } from "./simpanan";
import { teks } from "../bersama/teks";

let stop = null;

/**
 * Show the camera until a letter is found.
 *
 * @param {function} on_found takes the line of the letter and what its QR said
 */
export async function tampilkan_pindai(on_found) {
	const letters = gabungkan(await read_tugas(), await list_catatan());
	const piece = cetak("cetakan-pindai");
	tampilkan(piece);
	const take = (text) => judge(piece, text, letters, on_found);
	piece.querySelector("form").addEventListener("submit", (event) => {
		event.preventDefault();
		take(event.target.elements.kode.value);
	});
	try {
		stop = await mulai_pindai("kamera", take);
		if (!piece.isConnected) await tutup_kamera();
	} catch {
		piece.querySelector("#kamera").remove();
		// Who typed meanwhile has his answer already.
		if (!piece.querySelector("[role=alert]").textContent) say(piece, teks("tanpa_kamera"));
	}
}

/** Let go of the camera. */
export async function tutup_kamera() {
	const end = stop;
	stop = null;
	await end?.();
}

function judge(piece, text, letters, on_found) {
	const { surat, alasan } = cari_surat(text, letters);
	if (!surat) return say(piece, teks(alasan));
	navigator.vibrate?.(80);
	on_found(surat.baris, text);
}

function say(piece, text) {
	const place = piece.querySelector("[role=alert]");
	// The camera says the same many times a second; a screen reader is told once.
	if (place.textContent !== text) place.textContent = text;
}
