import { escape_text } from "./teks";
import { close_for_good } from "./dialog_kirim";
import { post } from "./server";

const RESULT = "eoffice_app.tte.penandatanganan.get_hasil";
const MILLISECONDS = 1000;
// So many questions without answer, each after a longer while: the network or the session is gone.
const MOST_UNANSWERED = 6;
const OPEN = ["Menunggu", "Dicoba"];
const COLOR = { Berhasil: "green", Gagal: "red", "Tidak Pasti": "orange" };

/**
 * Show how far letters are signed until all is said, then what became of each.
 *
 * @param {string} kelompok what the server called the group
 * @param {object[]} letters with `name` and `perihal`
 * @param {function} after_end called when nothing more will come
 */
export async function follow_signing(kelompok, letters, after_end) {
	const dialog = new frappe.ui.Dialog({
		title: __("Penandatanganan"),
		fields: [{ fieldname: "hasil", fieldtype: "HTML" }],
	});
	dialog.show();
	const result = await wait_for_end(kelompok, (state) => show(dialog, letters, state));
	if (!result) {
		dialog.fields_dict.hasil.$wrapper.html(
			__(
				"Hasilnya belum dapat dibaca. Penandatanganan tidak terganggu; buka lagi suratnya untuk melihat hasilnya."
			)
		);
	} else if (is_one_success(result)) {
		close_for_good(dialog);
		frappe.show_alert({
			message: __("Surat ditandatangani dengan nomor {0}.", [
				escape_text(result.surat[0].nomor).bold(),
			]),
			indicator: "green",
		});
	}
	after_end();
}

async function wait_for_end(kelompok, tell) {
	let unanswered = 0;
	while (unanswered < MOST_UNANSWERED) {
		const state = await post(RESULT, { kelompok }).catch(() => null);
		unanswered = state ? 0 : unanswered + 1;
		if (state) tell(state);
		if (state && !state.berjalan) return state;
		await new Promise((resolve) => setTimeout(resolve, MILLISECONDS * (1 + unanswered)));
	}
	return null;
}

function is_one_success({ surat }) {
	return surat.length === 1 && surat[0].keadaan === "Berhasil";
}

function show(dialog, letters, { surat, berjalan }) {
	const perihal = Object.fromEntries(letters.map((letter) => [letter.name, letter.perihal]));
	const ended = surat.filter(({ keadaan }) => !OPEN.includes(keadaan)).length;
	const progress = berjalan
		? __(
				"{0} dari {1} surat selesai. Jendela ini boleh ditutup; penandatanganan berjalan terus.",
				[ended, surat.length]
			)
		: __("Selesai.");
	const rows = surat.map((row) => get_row_html(row, perihal[row.surat_keluar], berjalan));
	dialog.fields_dict.hasil.$wrapper.html(
		`<p role="status" aria-live="polite">${progress}</p><ul class="list-unstyled">${rows.join("")}</ul>`
	);
}

function get_row_html({ keadaan, keterangan, nomor }, perihal, running) {
	const left = OPEN.includes(keadaan) && !running;
	const state = left ? __("Terputus") : __(keadaan);
	const color = left ? "red" : COLOR[keadaan] || "gray";
	const words = left ? __("Surat ini belum ditandatangani. Tanda tangani kembali.") : keterangan;
	return `<li class="hasil-tanda-tangan"><span class="indicator-pill ${color}">${state}</span>
		${escape_text(perihal)}${nomor ? `: <b>${escape_text(nomor)}</b>` : ""}
		${words ? `<div class="text-muted">${escape_text(words)}</div>` : ""}</li>`;
}
