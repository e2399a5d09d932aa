// The room for the files at the office, for which this computer works a second first.

import { sha256 } from "js-sha256";
import { ask } from "../bersama/server";
import { draf } from "./draf";

const ROOM = "eoffice_app.loket.kirim";
// Long enough to get somewhere, short enough that typing does not stutter.
const SLICE = 12;

const token = () => document.getElementById("isian-surat").dataset.token;
let solved = null;
let opening = null;

/** Do the work while the sender is still typing; what goes wrong is told when it is needed. */
export function begin_early() {
	if (!draf.sesi) solve().catch(() => (solved = null));
}

/** Return the session's token, opening one where there is none. */
export async function get_sesi() {
	if (draf.sesi) return draf.sesi;
	opening = opening || open_sesi().finally(() => (opening = null));
	return opening;
}

export function forget_sesi() {
	draf.set_sesi(null);
	solved = null;
}

async function open_sesi() {
	const sesi = await begin().catch((error) => {
		// Done too long ago, while the page lay open: done anew it is good.
		if (error.jenis !== "BuktiKerjaSalahError") throw error;
		return begin();
	});
	draf.set_sesi(sesi);
	return sesi;
}

async function begin() {
	try {
		const args = await solve();
		return (await ask(`${ROOM}.begin`, { args, token: token() })).sesi;
	} finally {
		// Each answer is good once.
		solved = null;
	}
}

function solve() {
	solved = solved || find_answer();
	return solved;
}

async function find_answer() {
	const { tantangan, kesulitan } = await ask(`${ROOM}.get_tantangan`, {
		args: {},
		token: token(),
	});
	let number = 0;
	for (;;) {
		const until = performance.now() + SLICE;
		while (performance.now() < until) {
			for (let turn = 0; turn < 64; turn++, number++) {
				if (is_solved(sha256.array(`${tantangan}:${number}`), kesulitan)) {
					return { tantangan, jawaban: String(number) };
				}
			}
		}
		await new Promise((resolve) => setTimeout(resolve));
	}
}

/** Whether a hash begins with so many zero bits. */
function is_solved(bytes, bits) {
	const whole = bits >> 3;
	for (let at = 0; at < whole; at++) if (bytes[at]) return false;
	return bytes[whole] >> (8 - (bits & 7)) === 0;
}
