import { open_dialog_kirim } from "./dialog_kirim";

/**
 * Ask for the days of which a book is printed, and open it.
 *
 * @param {string} title of the dialog
 * @param {string} method that answers with the PDF: takes `dari`, `sampai`, what `fields` ask for
 * @param {object[]} fields asked for before the days
 */
export function ask_period(title, method, fields = []) {
	open_dialog_kirim({
		title,
		fields: [
			...fields,
			get_day("dari", __("Dari Tanggal"), frappe.datetime.month_start()),
			get_day("sampai", __("Sampai Tanggal"), frappe.datetime.get_today()),
		],
		send_label: __("Cetak"),
		send: (values) => {
			window.open(`/api/method/${method}?${new URLSearchParams(values)}`, "_blank");
			return Promise.resolve();
		},
		after_sent: () => {},
	});
}

/** Ask for the outgoing book and its days. */
export function ask_book_of_agenda() {
	ask_period(
		__("Cetak Buku Agenda"),
		"eoffice_app.persuratan.cetak.buku_agenda_keluar.download_buku",
		[
			{
				fieldname: "buku",
				fieldtype: "Link",
				options: "Buku Agenda",
				label: __("Buku Agenda"),
				default: "SK",
				get_query: () => ({ filters: { jenis: ["!=", "Masuk"] } }),
				reqd: 1,
			},
		]
	);
}

function get_day(fieldname, label, value) {
	return { fieldname, fieldtype: "Date", label, default: value, reqd: 1 };
}
