import { ask, name_letter } from "./minta";
import { escape_text } from "../eoffice/teks";
import { open_dialog_kirim } from "../eoffice/dialog_kirim";
import { show_many_results } from "../eoffice/hasil_sekaligus";
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
export function act_on_several(kelompok, rows, decisions, tell) {
	if (kelompok === "tanda_tangan") {
		sign_chosen({ get_checked_items: () => rows.map(as_letter), refresh: tell.signed });
		return;
	}
	const lines = rows.map(({ perihal }) => `<li>${escape_text(perihal)}</li>`);
	open_dialog_kirim({
		title: __("{0}: {1} surat", [__("Beri Paraf"), rows.length]),
		fields: [
			{ fieldtype: "HTML", options: `<ol class="surat-diparaf">${lines.join("")}</ol>` },
			{
				fieldname: "catatan",
				fieldtype: "Small Text",
				label: __("Catatan (boleh kosong)"),
			},
		],
		send_label: __("Beri Paraf"),
		send: ({ catatan }) => give_parafs(rows, catatan || "", decisions, tell),
		after_sent: show_many_results,
	});
}

function as_letter(row) {
	return { ...row, name: row.surat };
}

/** One after the other: each stands or falls by itself, and can be taken back by itself. */
async function give_parafs(rows, catatan, decisions, tell) {
	const results = [];
	for (const row of rows) {
		const galat = await give_paraf(row, catatan, decisions);
		if (galat) tell.refused(row, galat);
		else tell.left(row.kunci);
		results.push({ judul: row.perihal, galat });
	}
	return results;
}

/** @returns {Promise} resolves with why it was not given, "" where it was */
async function give_paraf(row, catatan, decisions) {
	try {
		const letter = await ask("get_surat", name_letter(row));
		const tindakan = letter.tindakan.find((name) => PARAF.includes(name));
		if (!tindakan) return __("Tidak menunggu paraf Anda.");
		await decisions.decide_one_of_many(letter, tindakan, {
			versi: letter.kepala.versi,
			catatan,
		});
		return "";
	} catch (error) {
		return error.message;
	}
}
