import { ask, name_letter } from "./minta";
import { sign_chosen } from "../eoffice/tanda_tangan";

const PARAF = ["Paraf Surat", "Paraf Konsep"];

/**
 * Do at once what several chosen letters wait for: give the paraf on each, or sign them with one passphrase.
 *
 * @param {string} kelompok of the list
 * @param {object[]} rows the chosen ones
 * @param {object} decisions see `make_decisions`
 * @param {object} tell `left(kunci)` for each that leaves the list, `refused(row, text)`, `signed()`
 */
export async function act_on_several(kelompok, rows, decisions, tell) {
	if (kelompok === "tanda_tangan") {
		sign_chosen({ get_checked_items: () => rows.map(as_letter), refresh: tell.signed });
		return;
	}
	for (const row of rows) {
		await give_paraf(row, decisions, tell);
	}
}

function as_letter(row) {
	return { ...row, name: row.surat };
}

/** One after the other: each stands or falls by itself. */
async function give_paraf(row, decisions, tell) {
	try {
		const letter = await ask("get_surat", name_letter(row));
		const tindakan = letter.tindakan.find((name) => PARAF.includes(name));
		if (!tindakan) {
			tell.refused(row, __("Tidak menunggu paraf Anda."));
			return;
		}
		if (await decisions.decide(letter, tindakan, { versi: letter.kepala.versi, catatan: "" }))
			tell.left(row.kunci);
	} catch (error) {
		tell.refused(row, error.message);
	}
}
