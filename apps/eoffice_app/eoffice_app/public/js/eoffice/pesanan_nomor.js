import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const FUNCTIONS = "eoffice_app.penomoran.pesanan";

/**
 * Say on the form of a reservation which of its numbers are still to be accounted for, and offer to void them.
 *
 * @param {object} frm the form of an open Pesanan Nomor
 */
export async function show_reserved_numbers(frm) {
	const pesanan = frm.doc.name;
	const numbers = await post(`${FUNCTIONS}.list_reserved_numbers`, { pesanan });
	if (frm.doc.name !== pesanan || !numbers.length) return;
	frm.set_intro(__("Belum ada surat untuk nomor {0}.", [numbers.join(", ")]), "blue");
	frm.add_custom_button(__("Batalkan Sisa Nomor"), () => ask_for_reason(frm, numbers));
}

function ask_for_reason(frm, numbers) {
	open_dialog_kirim({
		title: __("Batalkan Sisa Nomor"),
		fields: [
			{
				fieldname: "alasan",
				fieldtype: "Small Text",
				label: __("Alasan"),
				description: __(
					"Nomor {0} tetap tercatat sebagai batal dan tidak diberikan lagi.",
					[numbers.join(", ")]
				),
				reqd: 1,
			},
		],
		send_label: __("Batalkan Nomor"),
		send: ({ alasan }) =>
			post(`${FUNCTIONS}.void_reserved_numbers`, { pesanan: frm.doc.name, alasan }),
		after_sent: () => frm.reload_doc(),
	});
}
