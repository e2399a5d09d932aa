import { escape_text, format_moment } from "./teks";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.doctype.surat_masuk.surat_masuk.find_duplicates";

/**
 * Warn while a new letter is typed that the same letter seems to be registered already.
 *
 * The same sender, number and date is probably the same letter, but the office decides: nothing is blocked.
 *
 * @param {object} frm form of a Surat Masuk
 */
export function find_duplicates_while_typing(frm) {
	show_duplicates(get_place(frm), frm.is_new() ? frm.doc : {});
}

/**
 * Show in a place the registered letters with the same sender, number and date.
 *
 * @param {jQuery} $place
 * @param {object} letter with `pengirim`, `nomor_surat` and `tanggal_surat`; with one missing nothing is shown
 */
export function show_duplicates($place, { pengirim, nomor_surat, tanggal_surat }) {
	// An answer to an earlier question may arrive late: only the newest question is answered.
	const question = {};
	$place.data("pertanyaan", question);
	if (!pengirim || !nomor_surat || !tanggal_surat) {
		$place.empty();
		return;
	}
	const show = (found) => {
		if ($place.data("pertanyaan") === question) $place.html(get_warning_html(found));
	};
	post(PATH, { pengirim, nomor_surat, tanggal_surat }).then(show, () => show([]));
}

function get_place(frm) {
	const $field = frm.get_field("tanggal_surat").$wrapper;
	const $place = $field.siblings(".peringatan-ganda");
	if ($place.length) return $place;
	return $(`<div class="peringatan-ganda" role="status" aria-live="polite"></div>`).insertAfter(
		$field
	);
}

function get_warning_html(found) {
	if (!found.length) return "";
	return `<div class="isi-peringatan">
		<strong>${__("Surat ini mungkin sudah didaftarkan:")}</strong>
		<ul>${found.map(get_letter_html).join("")}</ul>
		<span>${__("Pengirim, nomor dan tanggalnya sama. Periksa dulu sebelum menyimpan.")}</span>
	</div>`;
}

function get_letter_html(letter) {
	const link = frappe.utils.get_form_link("Surat Masuk", letter.name);
	return `<li>
		<a href="${link}" target="_blank" rel="noopener">${escape_text(letter.nomor_agenda)}</a>
		· ${format_moment(letter.tanggal_terima)} · ${escape_text(letter.perihal)}
	</li>`;
}
