// What the phone keeps: the caraka's runs, and each note until the office has it.

import localforage from "localforage";

const tugas = localforage.createInstance({ name: "caraka", storeName: "tugas" });
const catatan = localforage.createInstance({ name: "caraka", storeName: "catatan" });
const TUGAS = "tugas";

/** What the office last said of the caraka's runs; null before it was asked for the first time. */
export function read_tugas() {
	return tugas.getItem(TUGAS);
}

/** Keep what the office says of the runs, with the moment it said it. */
export function keep_tugas(answer) {
	const { akun, nama, ekspedisi } = answer;
	return tugas.setItem(TUGAS, { akun, nama, ekspedisi, diambil: Date.now() });
}

/** Every note that the office has not taken in, the oldest first. */
export async function list_catatan() {
	const found = [];
	await catatan.iterate((note) => void found.push(note));
	return found.sort((one, other) => one.terjadi - other.terjadi);
}

/** Keep a note; resolves once it is safely stored, rejects where the phone has no room for it. */
export function keep_catatan(note) {
	return catatan.setItem(note.kunci, note);
}

export function remove_catatan(kunci) {
	return catatan.removeItem(kunci);
}

/** Forget the runs. Notes stay: they are the only proof until the office has them. */
export function forget_tugas() {
	return tugas.clear();
}
