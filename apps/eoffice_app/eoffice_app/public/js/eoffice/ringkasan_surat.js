import { escape_text, format_day } from "./teks";
import { get_mark_html } from "./tanda_surat";
import { get_tenggat_html } from "./tenggat";

/**
 * Say at the head of an incoming letter's form what whoever opens it wants to know first: where it is, whose it is,
 * until when.
 *
 * @param {object} frm form of a Surat Masuk that is saved
 * @param {string} [di_mana] where it is, as `get_tindakan` answered; until then the state has to do
 */
export function show_ringkasan_masuk(frm, di_mana) {
	const { doc } = frm;
	show(frm, di_mana || __(doc.workflow_state), [
		[__("Agenda"), escape_text(doc.nomor_agenda)],
		[__("Dari"), escape_text(get_title(frm, "pengirim"))],
		[__("Nomor"), escape_text(doc.nomor_surat)],
		[__("Tanggal"), escape_text(format_day(doc.tanggal_surat))],
		[__("Kepada"), escape_text(get_title(frm, "tujuan"))],
		[__("Derajat"), get_mark_html(doc.derajat, "orange")],
		[__("Sifat"), get_mark_html(doc.sifat, "red")],
		[__("Batas"), get_tenggat_html(doc)],
	]);
}

/**
 * The same for an outgoing letter.
 *
 * @param {object} frm form of a Surat Keluar that is saved
 */
export function show_ringkasan_keluar(frm) {
	const { doc } = frm;
	show(frm, tell_waiting(frm), [
		[__("Jenis"), escape_text(get_title(frm, "jenis_naskah"))],
		[__("Nomor"), escape_text(doc.nomor)],
		[__("Tanggal"), escape_text(format_day(doc.tanggal_surat))],
		[__("Kepada"), escape_text(tell_addressees(doc))],
		[__("Penanda tangan"), escape_text(get_title(frm, "penanda_tangan"))],
		[__("Derajat"), get_mark_html(doc.derajat, "orange")],
		[__("Sifat"), get_mark_html(doc.sifat, "red")],
	]);
}

/** A new letter has nothing to say yet, and what was said of another must not stand above it. */
export function hide_ringkasan(frm) {
	frm.$ringkasan?.addClass("hidden");
}

function show(frm, sentence, facts) {
	const rows = facts
		.filter(([, value]) => value)
		.map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`);
	frm.$ringkasan = frm.$ringkasan || $(`<section class="ringkasan-surat">`);
	frm.$ringkasan
		.attr("aria-label", __("Ringkasan surat"))
		.html(`<p>${escape_text(sentence)}</p><dl>${rows.join("")}</dl>`)
		.removeClass("hidden")
		.prependTo(frm.layout.wrapper);
}

function get_title({ doc, meta }, fieldname) {
	const { options } = frappe.meta.get_docfield(meta.name, fieldname);
	return frappe.utils.get_link_title(options, doc[fieldname]) || doc[fieldname];
}

function tell_waiting(frm) {
	const state = __(frm.doc.workflow_state);
	const post = get_title(frm, "menunggu_jabatan");
	const said = post ? __("{0}, pada {1}", [state, post]) : state;
	return frm.doc.alasan ? `${said}: ${frm.doc.alasan}` : said;
}

function tell_addressees({ tujuan }) {
	const names = (tujuan || []).map((row) => row.nama_penerima).filter(Boolean);
	if (names.length < 3) return names.join(", ");
	return __("{0} dan {1} lainnya", [names[0], names.length - 1]);
}
