// The books as reports: the button that prints the paper book of the days and the book on the screen.

import { show_cell } from "./laporan";
import { post } from "./server";

const CETAK = "eoffice_app.persuratan.cetak";

const MEMBUKA = ["nomor_urut", "nomor_surat"];

/** Formatter of the report Buku Agenda: the numbers of a line open its letter. */
export function link_letter(value, row, column, data, default_formatter) {
	const shown = show_cell(value, row, column, data, default_formatter);
	const doctype = data?.surat_masuk ? "Surat Masuk" : "Surat Keluar";
	const name = data?.surat_masuk || data?.surat_keluar;
	if (!value || !name || !MEMBUKA.includes(column.fieldname)) return shown;
	return `<a href="${frappe.utils.get_form_link(doctype, name)}">${shown}</a>`;
}

/** Put the buttons on the report Buku Agenda. */
export function offer_paper_of_agenda(report) {
	if (!["Agenda", "Agenda Keluar"].some((doctype) => frappe.model.can_print(doctype))) return;
	report.page.add_inner_button(__("Cetak Buku"), async () => {
		const { buku, ...days } = report.get_values();
		const { message } = await frappe.db.get_value("Buku Agenda", { name: buku }, "jenis");
		const paper = message.jenis === "Masuk" ? "buku_agenda_masuk" : "buku_agenda_keluar";
		open_paper(paper, { buku, ...days });
	});
	offer_thick_book(report);
}

/** Put the buttons on the report Buku Ekspedisi. */
export function offer_paper_of_ekspedisi(report) {
	if (!frappe.model.can_print("Ekspedisi")) return;
	report.page.add_inner_button(__("Cetak Buku"), () =>
		open_paper("buku_ekspedisi", report.get_values())
	);
	offer_thick_book(report);
}

/** More lines than one answer holds, such as a year's. */
function offer_thick_book(report) {
	report.page.add_inner_button(__("Siapkan Buku Tebal"), async () => {
		const { buku, dari, sampai } = report.get_values();
		const ordered = await post(`${CETAK}.buku_panjang.order_book`, { buku, dari, sampai });
		frappe.show_alert(
			ordered
				? __("Buku sedang disiapkan. Lonceng memberi tahu bila sudah siap.")
				: __("Buku ini masih disiapkan. Lonceng memberi tahu bila sudah siap.")
		);
	});
}

function open_paper(paper, values) {
	window.open(`/api/method/${CETAK}.${paper}.download_buku?${new URLSearchParams(values)}`);
}
