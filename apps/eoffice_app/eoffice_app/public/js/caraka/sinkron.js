// Notes go to the office by themselves as soon as it can be reached, each counted once however often it is sent.

import { ask, Penolakan } from "../bersama/server";
import { keep_catatan, keep_tugas, list_catatan, remove_catatan } from "./simpanan";

const FUNCTIONS = "eoffice_app.ekspedisi.caraka";
const SETIAP = 30000;
export const MENUNGGU = "menunggu";
export const DITOLAK = "ditolak";

/** How the phone stands with the office: "tersambung", "luring", "sesi" (sign in again), "bukan_caraka" or "gangguan". */
export let sambungan = navigator.onLine ? "tersambung" : "luring";

let running = null;
let listeners = [];

/** Call a function after each round, whatever came of it. */
export function follow(listener) {
	listeners.push(listener);
}

/** Send what waits, and ask how the runs stand. Two calls at once are one round. */
export function sync() {
	running ??= round().finally(() => {
		running = null;
		listeners.forEach((listener) => listener());
	});
	return running;
}

/** Begin a round whenever there may be network again. */
export function sync_by_itself() {
	window.addEventListener("online", sync);
	window.addEventListener("offline", sync);
	document.addEventListener("visibilitychange", () => document.hidden || sync());
	setInterval(async () => {
		const waits = (await list_catatan()).some(({ keadaan }) => keadaan === MENUNGGU);
		if (waits || sambungan !== "tersambung") sync();
	}, SETIAP);
}

/** Change something at the office in the caraka's name; throws as `ask`. */
export async function change(method, args) {
	const { token } = await ask(`${FUNCTIONS}.get_tugas`);
	return ask(method, { args, token });
}

async function round() {
	try {
		const answer = await ask(`${FUNCTIONS}.get_tugas`);
		await keep_tugas(answer);
		if (await send_waiting(answer)) await keep_tugas(await ask(`${FUNCTIONS}.get_tugas`));
		sambungan = "tersambung";
	} catch (error) {
		sambungan = await judge(error);
	}
}

async function send_waiting({ akun, token }) {
	const notes = await list_catatan();
	const waiting = notes.filter((note) => note.akun === akun && note.keadaan === MENUNGGU);
	for (const note of waiting) await send(note, token);
	return waiting.length;
}

async function send(note, token) {
	try {
		await ask(`${FUNCTIONS}.record_hasil`, { args: compose(note), token });
		await remove_catatan(note.kunci);
	} catch (error) {
		if (!(error instanceof Penolakan) || error.is_of_session() || !error.is_final())
			throw error;
		await keep_catatan({ ...note, keadaan: DITOLAK, pesan: error.message });
	}
}

function compose(note) {
	const { baris, kunci, hasil, nama_penerima, jabatan_penerima, alasan } = note;
	const { tanda_tangan = "", foto = "", kode = "" } = note;
	// A difference of two moments of one clock is right also where the clock is not.
	const umur = Date.now() - note.terjadi;
	return {
		...{ baris, kunci, hasil, umur, nama_penerima, jabatan_penerima, alasan },
		...{ tanda_tangan, foto, kode },
	};
}

async function judge(error) {
	if (!(error instanceof Penolakan)) return "luring";
	if (!error.is_of_session()) return "gangguan";
	return (await is_signed_in()) ? "bukan_caraka" : "sesi";
}

/** Who is signed in and refused all the same is no caraka; a guest has only to sign in. */
async function is_signed_in() {
	try {
		return Boolean(await ask("frappe.auth.get_logged_user"));
	} catch {
		return false;
	}
}
