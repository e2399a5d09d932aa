// The reports on times: what they ask for, and the letters behind their figures.

import { get_period_filters, get_result_filter, link_figures, list_choices } from "./laporan";

const JENIS = ["Surat Masuk", "Surat Keluar", "Pengiriman Surat"];
const HASIL = [
	"Berjalan",
	"Lewat Tenggat",
	"Selesai",
	"Tepat Waktu",
	"Terlambat",
	"Tanpa Tenggat",
	"Ditutup",
	"Dalam Mutu Baku",
	"Melebihi Mutu Baku",
];

/** A filter by the unit whose letters or posts are asked about. */
export function get_unit_filter() {
	return {
		fieldname: "unit_kerja",
		fieldtype: "Link",
		options: "Unit Kerja",
		label: __("Unit Kerja"),
	};
}

/** The filters of the reports that measure. */
export function get_time_filters() {
	return [
		...get_period_filters(),
		{
			fieldname: "jenis",
			fieldtype: "Select",
			label: __("Jenis"),
			options: list_choices(JENIS),
			default: JENIS[0],
			reqd: 1,
		},
		get_unit_filter(),
	];
}

/** The filters of the report that lists the letters behind a figure. */
export function get_detail_filters() {
	return [
		...get_time_filters(),
		{ fieldname: "kelompok", fieldtype: "Data", label: __("Derajat atau Cara") },
		get_result_filter(HASIL),
		{ fieldname: "langkah", fieldtype: "Link", options: "Mutu Baku", label: __("Langkah") },
	];
}

/** Formatter: the number of a document opens it. */
export function link_document(value, row, column, data, default_formatter) {
	if (column.fieldname !== "nomor" || !data) {
		return link_figures(value, row, column, data, default_formatter);
	}
	const address = frappe.utils.get_form_link(data.jenis, data.dokumen);
	return `<a href="${address}">${frappe.utils.escape_html(value || __("Tanpa nomor"))}</a>`;
}
