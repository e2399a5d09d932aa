import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.saluran.tindakan";
const BERHALAMAN = ["Faks", "Sanapati"];
const BERNOMOR = ["Pos", "SRIKANDI"];

/** What may be done with a delivery → label, and what does it: (delivery, done) → anything. */
export const LANGKAH = {
	kirim: { label: () => __("Kirim"), open: send_now, primary: true },
	"catat terkirim": { label: () => __("Catat Terkirim"), open: note_sent, primary: true },
	"catat diterima": { label: () => __("Catat Diterima"), open: note_received },
	"kirim ulang": { label: () => __("Kirim Ulang"), open: wait_again, primary: true },
	gagal: { label: () => __("Gagal"), open: note_undelivered },
	"ubah cara": { label: () => __("Ubah Cara"), open: change_way },
	kelengkapan: { label: () => __("Kelengkapan"), open: change_papers },
	batalkan: { label: () => __("Batalkan"), open: cancel },
};

/** The fields of what is noted when something was sent by these ways. */
export function get_sent_fields(ways) {
	const asks = (list) => ways.some((cara) => list.includes(cara));
	return [
		{
			fieldname: "dikirim_pada",
			fieldtype: "Datetime",
			label: __("Dikirim Pada"),
			default: frappe.datetime.now_datetime(),
			reqd: 1,
		},
		asks(BERHALAMAN) && {
			fieldname: "halaman",
			fieldtype: "Int",
			label: __("Jumlah Halaman"),
			reqd: 1,
		},
		asks(BERNOMOR) && {
			fieldname: "nomor_bukti",
			fieldtype: "Data",
			label: ways.includes("Pos") ? __("Nomor Resi") : __("Nomor SRIKANDI"),
			reqd: 1,
		},
	].filter(Boolean);
}

export function get_reason_field() {
	return { fieldname: "alasan", fieldtype: "Small Text", label: __("Alasan"), reqd: 1 };
}

function ask(title, fields, method, { name: pengiriman }, done) {
	return open_dialog_kirim({
		title,
		fields,
		send_label: title,
		send: (values) => post(`${PATH}.${method}`, { pengiriman, ...values }),
		after_sent: done,
	});
}

function send_now({ name: pengiriman }, done, button) {
	// The second click of a double click finds nothing to click on.
	if (button) button.disabled = true;
	const enable = () => button && (button.disabled = false);
	return post(`${PATH}.send`, { pengiriman }).then(done, enable);
}

function wait_again(delivery, done, button) {
	if (delivery.cara === "Surel" || delivery.cara === "Internal") {
		return send_now(delivery, done, button);
	}
	if (button) button.disabled = true;
	const enable = () => button && (button.disabled = false);
	return post(`${PATH}.wait_again`, { pengiriman: delivery.name }).then(done, enable);
}

function note_sent(delivery, done) {
	return ask(__("Catat Terkirim"), get_sent_fields([delivery.cara]), "note_sent", delivery, done);
}

function note_received(delivery, done) {
	const fields = [
		{ fieldname: "diterima_oleh", fieldtype: "Data", label: __("Diterima Oleh"), reqd: 1 },
		{ fieldname: "jabatan", fieldtype: "Data", label: __("Jabatan Penerima Surat") },
		{
			fieldname: "diterima_pada",
			fieldtype: "Datetime",
			label: __("Diterima Pada"),
			default: frappe.datetime.now_datetime(),
			reqd: 1,
		},
	];
	return ask(__("Catat Diterima"), fields, "note_received", delivery, done);
}

function note_undelivered(delivery, done) {
	return ask(__("Gagal"), [get_reason_field()], "note_undelivered", delivery, done);
}

function cancel(delivery, done) {
	return ask(__("Batalkan Pengiriman"), [get_reason_field()], "cancel", delivery, done);
}

function change_way(delivery, done) {
	return get_pilihan(delivery.name).then(({ saluran }) => {
		if (!saluran.length) return frappe.msgprint(get_no_way_message());
		const field = {
			fieldname: "saluran",
			fieldtype: "Select",
			label: __("Saluran"),
			options: saluran,
			default: saluran.includes(delivery.saluran) ? delivery.saluran : saluran[0],
			description: __(
				"Hanya saluran yang dapat mencapai penerima dan boleh membawa surat ini."
			),
			reqd: 1,
		};
		return ask(__("Ubah Cara"), [field], "change_way", delivery, done);
	});
}

function change_papers(delivery, done) {
	const fields = [
		{
			fieldname: "jenis_salinan",
			fieldtype: "Select",
			label: __("Jenis Salinan"),
			options: ["Asli", "Tindasan", "Tembusan"],
			default: delivery.jenis_salinan,
			reqd: 1,
		},
		{
			fieldname: "perlu_surat_pengantar",
			fieldtype: "Check",
			label: __("Perlu Surat Pengantar"),
			default: delivery.perlu_surat_pengantar,
		},
		{
			fieldname: "perlu_tanda_terima",
			fieldtype: "Check",
			label: __("Perlu Tanda Terima"),
			default: delivery.perlu_tanda_terima,
		},
	];
	return open_dialog_kirim({
		title: __("Kelengkapan"),
		fields,
		send_label: __("Simpan"),
		send: (values) =>
			post(`${PATH}.change_papers`, {
				pengiriman: delivery.name,
				jenis_salinan: values.jenis_salinan,
				perlu_surat_pengantar: Boolean(values.perlu_surat_pengantar),
				perlu_tanda_terima: Boolean(values.perlu_tanda_terima),
			}),
		after_sent: done,
	});
}

/** What the server says may be done with a delivery: `langkah` and `saluran`. */
export function get_pilihan(pengiriman) {
	return frappe
		.call({ method: `${PATH}.get_pilihan`, args: { pengiriman }, type: "GET" })
		.then(({ message }) => message);
}

function get_no_way_message() {
	return {
		title: __("Belum ada saluran"),
		message: __(
			"Belum ada saluran yang dapat mencapai penerima ini. Lengkapi data Instansinya, atau minta Pengelola E-Office mengaktifkan saluran lain."
		),
		indicator: "orange",
	};
}
