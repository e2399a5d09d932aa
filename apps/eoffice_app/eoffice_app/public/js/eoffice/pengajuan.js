// What an operator sees and does on a Pengajuan Surat.

import { escape_lines, escape_text } from "./teks";
import { open_dialog_kirim } from "./dialog_kirim";
import { open_dialog_terima } from "./dialog_terima";
import { post } from "./server";
import { show_files_beside } from "./pratinjau_scan";

const PATH = "eoffice_app.loket.penerimaan";
const CAN_BE_SHOWN = ["application/pdf", "image/jpeg", "image/png"];
const KIND = {
	"application/pdf": "PDF",
	"image/jpeg": "JPG",
	"image/png": "PNG",
	"message/rfc822": "Surel",
};

/** Show what the sender handed in: his answers, his files as links and beside the form, and how he is told. */
export function show_pengajuan(frm) {
	const { berkas = [], isian } = frm.doc;
	show_files_as_rows(frm);
	show_files_beside(
		frm,
		"berkas",
		berkas.filter(({ jenis }) => CAN_BE_SHOWN.includes(jenis)).map((row) => row.berkas)
	);
	frm.get_field("jawaban").$wrapper.html(get_answers_html(JSON.parse(isian || "[]")));
	tell_of_sender(frm);
}

/** Offer what may be done with a submission in its present state. */
export function offer_steps_of_pengajuan(frm) {
	const { keadaan } = frm.doc;
	if (keadaan === "Baru") offer_decision(frm);
	if (keadaan === "Dikembalikan") add_button(frm, __("Proses Kembali"), () => reopen(frm), true);
	if (keadaan === "Diterima") {
		const open = () => frappe.set_route("Form", "Surat Masuk", frm.doc.surat_masuk);
		add_button(frm, __("Buka Surat Masuk"), open, true);
	}
}

function offer_decision(frm) {
	add_button(frm, __("Terima sebagai Surat Masuk"), () => accept(frm), true);
	add_button(frm, __("Kembalikan"), () => ask_reason(frm));
	if (frm.doc.asal === "Sanapati") return;
	const rahasia = !frm.doc.rahasia;
	const label = rahasia ? __("Serahkan ke Operator Sandi") : __("Serahkan ke Operator Surat");
	add_button(frm, label, () => confirm_handing_over(frm, label, rahasia));
}

function add_button(frm, label, action, primary = false) {
	frm.add_custom_button(label, action).toggleClass("btn-primary btn-default", primary);
	if (primary) frm.custom_buttons[label].removeClass("btn-default").addClass("btn-primary");
}

/** What he chose on the form is saved first, so that the dialog proposes it. */
async function accept(frm) {
	if (frm.is_dirty()) await frm.save();
	open_dialog_terima(frm.docname, (surat_masuk) => {
		frappe.show_alert({ message: __("Terdaftar sebagai surat masuk."), indicator: "green" });
		frappe.set_route("Form", "Surat Masuk", surat_masuk);
	});
}

function ask_reason(frm) {
	const how = frm.doc.surel
		? __("Dikirim kepada pengirim lewat surel.")
		: __("Pengirim tidak memberi alamat surel: sampaikan sendiri alasan ini kepadanya.");
	open_dialog_kirim({
		title: __("Kembalikan Pengajuan"),
		fields: [
			{
				fieldname: "alasan",
				fieldtype: "Small Text",
				label: __("Alasan"),
				description: how,
				reqd: 1,
			},
		],
		send_label: __("Kembalikan"),
		send: ({ alasan }) => post(`${PATH}.return_pengajuan`, { pengajuan: frm.docname, alasan }),
		after_sent: () => frm.reload_doc(),
	});
}

function reopen(frm) {
	post(`${PATH}.reopen_pengajuan`, { pengajuan: frm.docname }).then(
		() => frm.reload_doc(),
		$.noop
	);
}

function confirm_handing_over(frm, label, rahasia) {
	const question = __(
		"Setelah diserahkan, pengajuan ini tidak terlihat lagi oleh Anda. Lanjutkan?"
	);
	frappe.confirm(question, () =>
		post(`${PATH}.set_rahasia`, { pengajuan: frm.docname, rahasia: cint(rahasia) }).then(
			() => {
				frappe.show_alert({ message: __("{0}: selesai.", [label]), indicator: "green" });
				frappe.set_route("List", frm.doctype);
			},
			$.noop
		)
	);
}

function show_files_as_rows(frm) {
	const { grid } = frm.get_field("berkas");
	grid.update_docfield_property("nama_asli", "formatter", get_link_html);
	grid.update_docfield_property("jenis", "formatter", (jenis) => KIND[jenis] || "DOCX");
	grid.update_docfield_property("ukuran", "formatter", describe_size);
	grid.refresh();
}

function get_link_html(nama, field, options, row) {
	if (!row) return escape_text(nama);
	return `<a class="tautan-scan" href="${escape_text(encodeURI(row.berkas))}" target="_blank"
		rel="noopener" onclick="event.stopPropagation()">${escape_text(nama)}</a>`;
}

function describe_size(bytes) {
	const kilobytes = Math.max(1, Math.round(bytes / 1024));
	return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function get_answers_html(answers) {
	if (!answers.length) return "";
	const rows = answers.map(
		([question, answer]) => `<dt>${escape_text(question)}</dt><dd>${escape_lines(answer)}</dd>`
	);
	return `<dl class="jawaban-pengajuan">${rows.join("")}</dl>`;
}

function tell_of_sender(frm) {
	const { keadaan, otomatis, surel, telepon, kabar } = frm.doc;
	frm.set_intro("");
	if (kabar) frm.set_intro(escape_text(kabar), "blue");
	else if (keadaan === "Baru" && otomatis) {
		frm.set_intro(
			__("Surat elektronik ini dibuat oleh mesin; pengirimnya tidak diberi kabar.")
		);
	} else if (keadaan === "Baru" && !surel) {
		const number = escape_text(telepon || "-");
		frm.set_intro(
			__("Pengirim tidak memberi alamat surel. Beri tahu sendiri, telepon: {0}", [number]),
			"orange"
		);
	}
}
