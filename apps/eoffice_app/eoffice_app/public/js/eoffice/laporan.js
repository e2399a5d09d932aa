// What the reports of letters share: the days they ask for, and figures that open the letters behind them.

const PEMBAGIAN = {
	"Surat Masuk": [
		"Bulan",
		"Unit Penerima",
		"Tujuan",
		"Saluran",
		"Sifat",
		"Derajat",
		"Klasifikasi",
		"Pengirim",
	],
	"Surat Keluar": [
		"Bulan",
		"Unit Penyusun",
		"Jenis Naskah",
		"Penanda Tangan",
		"Sifat",
		"Derajat",
		"Klasifikasi",
	],
};

/** Two filters: from the first day of the year, or another, to today. */
export function get_period_filters(first = frappe.datetime.year_start()) {
	return [
		get_day("dari", __("Dari Tanggal"), first),
		get_day("sampai", __("Sampai Tanggal"), frappe.datetime.get_today()),
	];
}

/** The filters of the report Rekapitulasi Surat. */
export function get_rekapitulasi_filters() {
	return [
		...get_period_filters(),
		{
			fieldname: "surat",
			fieldtype: "Select",
			label: __("Surat"),
			options: list_choices(Object.keys(PEMBAGIAN)),
			default: "Surat Masuk",
			reqd: 1,
			on_change: (report) => offer_pembagian(report),
		},
		{
			fieldname: "menurut",
			fieldtype: "Select",
			label: __("Menurut"),
			options: list_choices(PEMBAGIAN["Surat Masuk"]),
			default: "Bulan",
			reqd: 1,
		},
	];
}

/** A filter by what became of the documents. */
export function get_result_filter(values) {
	return {
		fieldname: "hasil",
		fieldtype: "Select",
		label: __("Hasil"),
		options: ["", ...list_choices(values)],
	};
}

/** Choices of a Select that are named in the user's language. */
export function list_choices(values) {
	return values.map((value) => ({ value, label: __(value) }));
}

/**
 * Formatter of a report: a figure becomes a link to the list or report of its letters, where its row says of which
 * (`di_balik`) and its column what it adds (`buka`): see laporan/angka.py.
 */
export function link_figures(value, row, column, data, default_formatter) {
	// Frappe shows a number that is not there as 0.
	if (value === null || value === undefined) return "";
	const shown = show_cell(value, row, column, data, default_formatter);
	if (!(value > 0 && column.buka && data?.di_balik)) return shown;
	const { doctype, laporan, saring } = data.di_balik;
	const filters = { ...saring, ...column.buka };
	const address = laporan ? get_report_link(laporan, filters) : get_list_link(doctype, filters);
	const hint = __("Buka suratnya: {0}, {1}", [data.nama, column.label]);
	const title = frappe.utils.escape_html(hint);
	const link = `<a href="${address}" title="${title}">${format_number(value, null, 0)}</a>`;
	// On paper, too, it stands below its column's other figures.
	return `<div style="text-align: right">${link}</div>`;
}

/**
 * Formatter: what Frappe shows in a cell, which takes texts for HTML. Here they are texts, of which Frappe keeps those
 * with "<" in their HTML spelling.
 */
export function show_cell(value, row, column, data, default_formatter) {
	const is_text = typeof value === "string" && column.fieldtype === "Data";
	const { escape_html, unescape_html } = frappe.utils;
	const shown = is_text ? escape_html(unescape_html(value)) : value;
	return default_formatter(shown, row, column, data);
}

/** The address of a list with filters: field → value, or [operator, value]. */
export function get_list_link(doctype, filters) {
	const values = Object.entries(filters).map(([field, value]) => [
		field,
		Array.isArray(value) ? JSON.stringify(value) : value,
	]);
	const list = frappe.utils.get_form_link(doctype, "").replace(/\/$/, "");
	return `${list}?${new URLSearchParams(values)}`;
}

function get_report_link(report, filters) {
	const given = Object.entries(filters).filter(([, value]) => value);
	return `${frappe.router.make_url(["query-report", report])}?${new URLSearchParams(given)}`;
}

function offer_pembagian(report) {
	const offered = PEMBAGIAN[report.get_filter_value("surat")];
	const filter = report.get_filter("menurut");
	filter.df.options = list_choices(offered);
	filter.refresh();
	const kept = offered.includes(filter.get_value()) ? filter.get_value() : offered[0];
	return filter.set_value(kept).then(() => report.refresh());
}

function get_day(fieldname, label, value) {
	return { fieldname, fieldtype: "Date", label, default: value, reqd: 1 };
}
