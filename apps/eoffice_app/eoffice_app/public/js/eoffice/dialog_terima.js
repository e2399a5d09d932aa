import { escape_text } from "./teks";
import { get_book_filters } from "./pendaftaran";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";
import { show_duplicates } from "./peringatan_ganda";
import { SIFAT, SIFAT_RAHASIA } from "./keadaan";

const USULAN = "eoffice_app.loket.usulan.get_usulan";
const TERIMA = "eoffice_app.loket.penerimaan.accept_pengajuan";
const JENIS_INSTANSI = [
	"Perangkat Daerah",
	"Pemerintah Daerah Lain",
	"Kementerian/Lembaga",
	"Desa/Kelurahan",
	"Swasta",
	"Organisasi",
	"Perorangan",
	"Lainnya",
];
const KIND_OF_LETTER = ["pengirim", "nomor_surat", "tanggal_surat"];

/**
 * Ask what is still needed to register a submission as Surat Masuk, everything known filled in, and do it.
 *
 * @param {string} pengajuan name of the Pengajuan Surat
 * @param {function} after_sent takes the name of the Surat Masuk
 */
export async function open_dialog_terima(pengajuan, after_sent) {
	const usulan = await post(USULAN, { pengajuan });
	const dialog = open_dialog_kirim({
		title: __("Terima sebagai Surat Masuk"),
		size: "large",
		no_focus: true,
		fields: get_fields(usulan),
		send_label: __("Daftarkan"),
		send: (values) => send(pengajuan, values, dialog),
		after_sent,
	});
	follow_choices(dialog);
	return dialog;
}

function get_fields({
	surat,
	pengirim_baru,
	jenis_pengirim,
	alasan_pengirim,
	berkas,
	sertakan_isi,
}) {
	const fields = [
		{ fieldname: "ganda", fieldtype: "HTML" },
		{
			...link("pengirim", __("Pengirim"), "Instansi"),
			description: alasan_pengirim ? __("Diusulkan: {0}", [__(alasan_pengirim)]) : "",
			get_query: null,
		},
		{
			fieldname: "pengirim_baru",
			fieldtype: "Data",
			label: __("Atau pengirim baru"),
			description: __("Dicatat sebagai Instansi baru."),
			depends_on: "eval:!doc.pengirim",
			mandatory_depends_on: "eval:!doc.pengirim",
			default: pengirim_baru,
		},
		{
			fieldname: "jenis_pengirim",
			fieldtype: "Select",
			label: __("Jenis"),
			options: to_options(JENIS_INSTANSI),
			depends_on: "eval:!doc.pengirim",
			default: jenis_pengirim,
		},
		{ fieldname: "nomor_surat", fieldtype: "Data", label: __("Nomor Surat") },
		{ fieldname: "tanggal_surat", fieldtype: "Date", label: __("Tanggal Surat"), reqd: 1 },
		{ fieldname: "perihal", fieldtype: "Small Text", label: __("Perihal"), reqd: 1 },
		{ fieldtype: "Column Break" },
		{ ...link("tujuan", __("Tujuan"), "Jabatan"), reqd: 1 },
		{
			fieldname: "sifat",
			fieldtype: "Select",
			label: __("Sifat"),
			options: to_options(SIFAT),
			default: "Biasa",
			reqd: 1,
		},
		{ ...link("derajat", __("Derajat"), "Derajat Surat"), default: "Biasa", reqd: 1 },
		link("klasifikasi", __("Klasifikasi"), "Klasifikasi Arsip"),
		{ ...link("buku", __("Buku Agenda"), "Buku Agenda"), reqd: 1 },
		{ fieldname: "undangan", fieldtype: "Check", label: __("Surat undangan") },
		{ fieldtype: "Section Break", label: __("Scan") },
		{ fieldname: "berkas", fieldtype: "HTML", options: get_files_html(berkas, sertakan_isi) },
	];
	fields.forEach((field) => {
		if (surat[field.fieldname]) field.default = surat[field.fieldname];
	});
	return fields;
}

function link(fieldname, label, options) {
	const field = { fieldname, fieldtype: "Link", label, options };
	return { ...field, get_query: () => ({ filters: { aktif: 1 } }) };
}

function to_options(values) {
	return values.map((value) => ({ value, label: __(value) }));
}

function get_files_html(berkas, sertakan_isi) {
	const rows = berkas.map(({ name, nama, scan }) => {
		if (scan)
			return get_choice_html(`name="berkas" value="${escape_text(name)}" checked`, nama);
		return `<p class="text-muted">${escape_text(nama)}: ${__(
			"bukan PDF, JPG atau PNG; tetap tersimpan pada pengajuan."
		)}</p>`;
	});
	const own = get_choice_html(
		`name="sertakan_isi" ${sertakan_isi ? "checked" : ""}`,
		__("Lembar isi pengajuan (yang ditulis pengirim, sebagai halaman pertama)")
	);
	return `<div class="berkas-pengajuan">${own}${rows.join("")}</div>`;
}

function get_choice_html(attributes, label) {
	return `<div class="checkbox"><label>
		<input type="checkbox" ${attributes}> <span class="label-area">${escape_text(label)}</span>
	</label></div>`;
}

function follow_choices(dialog) {
	const show = () =>
		show_duplicates(dialog.fields_dict.ganda.$wrapper, dialog.get_values(true) || {});
	KIND_OF_LETTER.forEach((name) => (dialog.fields_dict[name].df.onchange = show));
	const { buku, sifat } = dialog.fields_dict;
	buku.get_query = () => get_book_filters({ doc: { sifat: dialog.get_value("sifat") } });
	sifat.df.onchange = () => choose_book(dialog);
	show();
}

/** Books for secret letters and all others are never chosen for one another. */
function choose_book(dialog) {
	const rahasia = SIFAT_RAHASIA.includes(dialog.get_value("sifat"));
	if (dialog.rahasia === undefined) dialog.rahasia = false;
	if (dialog.rahasia === rahasia) return;
	dialog.rahasia = rahasia;
	const { filters } = get_book_filters({ doc: { sifat: dialog.get_value("sifat") } });
	frappe.db
		.get_list("Buku Agenda", { filters, order_by: "kode asc", limit: 1 })
		.then(([book]) => dialog.set_value("buku", book ? book.name : ""));
}

function send(pengajuan, values, { $wrapper }) {
	const berkas = $wrapper
		.find("[name=berkas]:checked")
		.get()
		.map(({ value }) => value);
	const sertakan_isi = cint($wrapper.find("[name=sertakan_isi]").is(":checked"));
	return post(TERIMA, { pengajuan, values: { ...values, berkas, sertakan_isi } });
}
