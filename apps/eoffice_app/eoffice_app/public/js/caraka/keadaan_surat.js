// How far each letter is, by what the office knows and what only the phone knows yet.

import { DITOLAK } from "./sinkron";
import { teks } from "../bersama/teks";

/**
 * Return the letters of all runs, each with `ekspedisi` and the note of it that the office has not taken in.
 *
 * @param {object} tugas what `read_tugas` gave
 * @param {object[]} notes what `list_catatan` gave
 */
export function gabungkan(tugas, notes) {
	const latest = new Map(notes.map((note) => [note.baris, note]));
	return (tugas?.ekspedisi || []).flatMap((run) =>
		run.surat.map((surat) => ({
			...surat,
			ekspedisi: run.name,
			catatan: latest.get(surat.baris),
		}))
	);
}

/** Whether there is still something to do for a letter. */
export function is_terbuka({ hasil, catatan }) {
	return catatan ? catatan.keadaan === DITOLAK : !hasil;
}

/** Whether it may be noted now: also one that could not be delivered before. */
export function dapat_dicatat({ hasil, catatan }) {
	return !catatan && hasil !== "Diterima";
}

/** Return in one line how far a letter is, and the word by which it is coloured. */
export function sebut_keadaan({ hasil, catatan }) {
	if (catatan?.keadaan === DITOLAK) return { warna: "merah", kata: teks("ditolak") };
	if (catatan) return { warna: "kuning", kata: teks("tersimpan", teks(catatan.hasil)) };
	if (hasil) return { warna: "hijau", kata: teks("terkirim", teks(hasil)) };
	return { warna: "biru", kata: teks("belum_diantar") };
}

/** Put letters that go to one door together, those with something left to do first. */
export function kelompokkan(letters) {
	const groups = new Map();
	for (const letter of letters) {
		const key = letter.melalui || `${letter.tujuan}\n${letter.alamat}`;
		if (!groups.has(key)) groups.set(key, { kunci: key, surat: [] });
		groups.get(key).surat.push(letter);
	}
	const left = ({ surat }) => (surat.some(is_terbuka) ? 0 : 1);
	return [...groups.values()].sort((one, other) => left(one) - left(other));
}
