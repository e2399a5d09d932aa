import { escape_lines, escape_text, format_moment } from "./teks";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.ekspedisi";

/**
 * Let the clerk choose, among the letters that wait for a caraka, those of a run.
 *
 * @param {object} frm form of an Ekspedisi
 * @param {function} after_sent called after the server has taken them in
 */
export async function open_dialog_surat(frm, after_sent) {
	const waiting = await post(`${PATH}.persiapan.list_waiting`);
	if (!waiting.length) {
		frappe.msgprint({
			title: __("Tidak ada surat yang menunggu"),
			message: __(
				"Belum ada surat bernomor yang menunggu caraka. Pilih saluran Caraka pada Pengiriman Surat bila surat harus diantar."
			),
		});
		return;
	}
	const dialog = open_dialog_kirim({
		title: __("Tambah Surat"),
		fields: [{ fieldname: "pilihan", fieldtype: "HTML", options: get_choices_html(waiting) }],
		send_label: __("Tambahkan"),
		send: (values, { $wrapper }) => send_chosen(frm, $wrapper),
		after_sent,
	});
	dialog.$wrapper.find("[data-semua]").on("change", ({ currentTarget }) => {
		$(currentTarget)
			.closest("fieldset")
			.find("[name=pengiriman]")
			.prop("checked", currentTarget.checked);
	});
}

function send_chosen(frm, $wrapper) {
	const daftar_pengiriman = $wrapper
		.find("[name=pengiriman]:checked")
		.map((_at, box) => box.value)
		.get();
	$wrapper
		.find(".perlu-diperbaiki")
		.toggleClass("hidden", daftar_pengiriman.length > 0)
		.text(__("Pilih sedikitnya satu surat."));
	if (!daftar_pengiriman.length) return null;
	return post(`${PATH}.persiapan.add_surat`, { ekspedisi: frm.docname, daftar_pengiriman });
}

/** Letters for one door stand together, and are taken along together by one tick. */
function get_choices_html(waiting) {
	const doors = new Map();
	for (const letter of waiting) {
		const door = letter.melalui || `${letter.nama_penerima}\n${letter.alamat || ""}`;
		doors.set(door, [...(doors.get(door) || []), letter]);
	}
	const groups = [...doors.entries()].map(([door, letters]) => get_door_html(door, letters));
	return `${groups.join("")}<p class="perlu-diperbaiki hidden" role="alert"></p>`;
}

function get_door_html(door, letters) {
	return `<fieldset class="pilihan-disposisi">
		<legend><label class="satu-pilihan"><input type="checkbox" data-semua>
			<span>${escape_lines(door)}</span></label></legend>
		${letters.map(get_choice_html).join("")}
	</fieldset>`;
}

function get_choice_html(letter) {
	const about = [
		__(letter.jenis_salinan),
		letter.melalui ? letter.nama_penerima : "",
		letter.sifat === "Biasa" ? letter.perihal : __(letter.sifat),
		letter.batas_waktu ? __("batas {0}", [format_moment(letter.batas_waktu)]) : "",
	].filter(Boolean);
	return `<label class="satu-pilihan" style="--tingkat: 1">
		<input type="checkbox" name="pengiriman" value="${escape_text(letter.name)}">
		<span><span class="nama-pilihan">${escape_text(letter.nomor_surat)}</span>
			<small>${escape_text(about.join(" · "))}</small></span>
	</label>`;
}

/**
 * Take in what the clerk reads in the paper book, where the phone noted nothing.
 *
 * @param {object} frm form of an Ekspedisi
 * @param {object} line the letter's line
 * @param {function} after_sent called after the server has it
 */
export function open_dialog_hasil(frm, line, after_sent) {
	const received = "eval:doc.hasil === 'Diterima'";
	const failed = "eval:doc.hasil === 'Tidak Terkirim'";
	open_dialog_kirim({
		title: __("Catat Hasil {0}", [line.nomor_surat]),
		fields: [
			{
				fieldname: "hasil",
				fieldtype: "Select",
				label: __("Hasil"),
				options: [
					{ value: "Diterima", label: __("Diterima") },
					{ value: "Tidak Terkirim", label: __("Tidak Terkirim") },
				],
				default: "Diterima",
				reqd: 1,
			},
			{
				fieldname: "waktu",
				fieldtype: "Datetime",
				label: __("Waktu"),
				default: frappe.datetime.now_datetime(),
				reqd: 1,
			},
			{
				fieldname: "nama_penerima",
				fieldtype: "Data",
				label: __("Nama Penerima"),
				depends_on: received,
				mandatory_depends_on: received,
			},
			{
				fieldname: "jabatan_penerima",
				fieldtype: "Data",
				label: __("Jabatan Penerima"),
				depends_on: received,
			},
			{
				fieldname: "alasan",
				fieldtype: "Small Text",
				label: __("Alasan"),
				depends_on: failed,
				mandatory_depends_on: failed,
			},
		],
		send_label: __("Simpan"),
		send: (values) =>
			post(`${PATH}.caraka.record_from_book`, {
				ekspedisi: frm.docname,
				baris: line.name,
				...values,
			}),
		after_sent,
	});
}

/**
 * Close a run: for each letter that came back the clerk says what becomes of it.
 *
 * @param {object} frm form of an Ekspedisi
 * @param {object[]} lines what `get_baris` gave
 * @param {function} after_sent called after the server has closed it
 */
export function open_dialog_tutup(frm, lines, after_sent) {
	const open = lines.filter(({ hasil }) => !hasil);
	if (open.length) {
		frappe.msgprint({
			title: __("Masih ada surat tanpa hasil"),
			message: __(
				"{0} surat belum ada hasilnya. Tunggu ponsel caraka terhubung, atau catat hasilnya dari buku dengan tombol Catat Hasil.",
				[open.length]
			),
			indicator: "orange",
		});
		return;
	}
	const back = lines.filter(({ hasil }) => hasil === "Tidak Terkirim");
	open_dialog_kirim({
		title: __("Tutup Ekspedisi"),
		fields: back.length ? back.map(get_follow_up_field) : [get_all_delivered_field()],
		send_label: __("Tutup Ekspedisi"),
		send: (tindak_lanjut) =>
			post(`${PATH}.perjalanan.close_run`, { ekspedisi: frm.docname, tindak_lanjut }),
		after_sent,
	});
}

function get_follow_up_field(line) {
	return {
		fieldname: line.name,
		fieldtype: "Select",
		label: __("{0} untuk {1}", [line.nomor_surat, line.tujuan]),
		description: escape_text(line.alasan),
		options: [
			{ value: "Kirim Ulang", label: __("Kirim ulang: menunggu caraka lagi") },
			{ value: "Selesai", label: __("Tetap tidak terkirim") },
		],
		default: "Kirim Ulang",
		reqd: 1,
	};
}

function get_all_delivered_field() {
	const text = __("Semua surat sudah diterima. Buku ekspedisi ini akan ditutup.");
	return { fieldname: "keterangan", fieldtype: "HTML", options: `<p>${text}</p>` };
}
