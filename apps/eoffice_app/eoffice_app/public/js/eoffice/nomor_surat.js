import { escape_text } from "./teks";
import { get_number_fields, read_number } from "./pilihan_nomor";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";
import { upload_private_file } from "./unggah_berkas";

const INK = "eoffice_app.persuratan.surat_keluar.tanda_tangan_basah";
const SIGNING = "eoffice_app.tte.penandatanganan";
const ACCEPTED = ".pdf,.jpg,.jpeg,.png";

/**
 * Offer what else there is to do with a letter from its signature on: bring scans, settle an uncertain signature, cancel.
 *
 * @param {object} frm form of a Surat Keluar
 */
export function offer_steps_of_letter(frm) {
	const may = frm.doc.__onload?.tanda_tangan;
	if (!may) return;
	if (may.boleh_unggah) {
		frm.add_custom_button(__("Unggah Surat Bertanda Tangan"), () => bring_signed(frm));
	}
	if (may.boleh_unggah_bernomor) {
		frm.add_custom_button(__("Unggah Pindaian Bernomor"), () => bring_numbered(frm));
	}
	if (may.belum_pasti) {
		frm.set_intro(
			__(
				"Belum pasti apakah BSrE sudah menandatangani surat ini. Periksa riwayat tanda tangan Anda di BSrE, lalu tekan Pastikan Belum Ditandatangani."
			),
			"orange"
		);
		frm.add_custom_button(__("Pastikan Belum Ditandatangani"), () => settle(frm));
	}
	if (may.boleh_batal) frm.add_custom_button(__("Batalkan Surat"), () => open_cancel(frm));
}

/**
 * Number a letter that was signed by ink.
 *
 * @param {object} frm form of a Surat Keluar
 * @param {object} done `after_sent` and `on_cancelled`, see `open_dialog_kirim`
 */
export function open_numbering(frm, { after_sent, on_cancelled }) {
	return open_dialog_kirim({
		title: __("Beri Nomor"),
		fields: get_number_fields(frm.doc.__onload?.tanda_tangan?.boleh_mundur),
		send_label: __("Beri Nomor"),
		send: (values) =>
			post(`${INK}.number_surat`, { surat_keluar: frm.docname, ...read_number(values) }),
		after_sent: (nomor) => {
			tell_number(nomor);
			after_sent();
		},
		on_cancelled,
	});
}

function tell_number(nomor) {
	frappe.msgprint({
		title: __("Nomor surat"),
		message: __("Tulis nomor {0} pada surat.", [escape_text(nomor).bold()]),
		indicator: "green",
	});
}

function bring_signed(frm) {
	const { name: surat_keluar, versi } = frm.doc;
	choose_file(frm, (berkas) =>
		post(`${INK}.attach_signed_scan`, { surat_keluar, versi, berkas })
	);
}

function bring_numbered(frm) {
	const { name: surat_keluar } = frm.doc;
	choose_file(frm, (berkas) => post(`${INK}.attach_numbered_scan`, { surat_keluar, berkas }));
}

function choose_file(frm, take) {
	const $chooser = $(`<input type="file" accept="${ACCEPTED}">`);
	$chooser.on("change", async ({ target }) => {
		frappe.dom.freeze(__("Mengunggah …"));
		try {
			await take(await upload_private_file(target.files[0]));
			frm.reload_doc();
		} catch (error) {
			// The server's own refusals have been shown already.
			if (error instanceof Error) tell_refused(error.message);
		} finally {
			frappe.dom.unfreeze();
		}
	});
	$chooser.trigger("click");
}

function tell_refused(message) {
	frappe.msgprint({ title: __("Berkas ditolak"), message, indicator: "red" });
}

function settle(frm) {
	frappe.confirm(
		__("Anda sudah memeriksa riwayat tanda tangan di BSrE, dan surat ini tidak ada di sana?"),
		() =>
			post(`${SIGNING}.confirm_unsigned`, { surat_keluar: frm.docname }).then(() =>
				frm.reload_doc()
			)
	);
}

function open_cancel(frm) {
	return open_dialog_kirim({
		title: __("Batalkan Surat"),
		fields: [
			{
				fieldname: "alasan",
				fieldtype: "Small Text",
				label: __("Alasan"),
				description: frm.doc.nomor
					? __("Nomor {0} tetap tercatat sebagai batal dan tidak diberikan lagi.", [
							escape_text(frm.doc.nomor),
						])
					: "",
				reqd: 1,
			},
		],
		send_label: __("Batalkan Surat"),
		send: ({ alasan }) => post(`${INK}.cancel_surat`, { surat_keluar: frm.docname, alasan }),
		after_sent: () => frm.reload_doc(),
	});
}
