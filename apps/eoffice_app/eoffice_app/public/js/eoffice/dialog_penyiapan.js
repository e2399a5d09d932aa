import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.beranda.penyiapan";
const CONTOH = "eoffice_app.penomoran.contoh.preview_pola";
const KOLOM = {
	kop: ["nama_pemerintah", "nama_instansi", "alamat", "kota", "telepon", "surel", "laman"],
	alur: ["jabatan_pimpinan", "jabatan_sekretaris", "paraf_sekretaris"],
};
const PENGATURAN = "Pengaturan E-Office";

/** Dialogs that ask some of the office's settings; each takes what to do once they are saved. */
export const ask_pengaturan = {
	kop: (after) => ask(__("Nama kantor dan kop surat"), KOLOM.kop, after),
	alur: (after) => ask(__("Pimpinan dan sekretaris"), KOLOM.alur, after),
};

async function ask(title, names, after) {
	await frappe.model.with_doctype(PENGATURAN);
	const pengaturan = await frappe.db.get_doc(PENGATURAN);
	const fields = names.map((name) => {
		const { fieldname, fieldtype, label, options, description } = frappe.meta.get_docfield(
			PENGATURAN,
			name
		);
		return { fieldname, fieldtype, label, options, description, default: pengaturan[name] };
	});
	open_dialog_kirim({
		title,
		fields,
		send_label: __("Simpan"),
		send: (values, dialog) => {
			// What was emptied is missing from the values of a dialog.
			const nilai = Object.fromEntries(names.map((name) => [name, dialog.get_value(name)]));
			return post(`${PATH}.save_pengaturan`, { nilai });
		},
		after_sent: after,
	});
}

/** Ask the last number of each paper book of this year. */
export async function ask_buku(after) {
	const { tahun, buku } = await post(`${PATH}.get_buku`, {});
	const fields = buku.map(({ nama_buku, nomor, terkunci }, at) => ({
		fieldname: `buku_${at}`,
		fieldtype: "Int",
		label: nama_buku,
		default: nomor,
		read_only: terkunci ? 1 : 0,
		description: terkunci ? __("Sudah mencatat surat tahun ini; nomor ini yang terakhir.") : "",
	}));
	open_dialog_kirim({
		title: __("Nomor terakhir di buku kertas tahun {0}", [tahun]),
		fields: [
			{
				fieldtype: "HTML",
				options: `<p>${__("Misalnya 214: surat berikutnya bernomor 215. Isi 0 bila dimulai dari 1.")}</p>`,
			},
			...fields,
		],
		send_label: __("Simpan"),
		send: (_values, dialog) => {
			const open = buku.map(({ name, terkunci }, at) => !terkunci && [name, at]);
			const nomor = Object.fromEntries(
				open.filter(Boolean).map(([name, at]) => [name, dialog.get_value(`buku_${at}`) || 0])
			);
			return post(`${PATH}.save_buku`, { nomor });
		},
		after_sent: after,
	});
}

/** Ask the pattern of each series, with what it gives shown as it is typed. */
export async function ask_pola(after) {
	const series = await frappe.db.get_list("Deret Nomor", {
		filters: { aktif: 1 },
		fields: ["name", "nama_deret", "pola", "gaya_sisipan"],
		order_by: "nama_deret asc",
	});
	const dialog = open_dialog_kirim({
		title: __("Pola nomor surat keluar"),
		fields: series.flatMap(({ nama_deret, pola }, at) => [
			{
				fieldname: `pola_${at}`,
				fieldtype: "Data",
				label: nama_deret,
				default: pola,
				reqd: 1,
				onchange: () => show_sample(dialog, series[at], at),
			},
			{ fieldname: `contoh_${at}`, fieldtype: "HTML" },
		]),
		send_label: __("Simpan"),
		send: () => save_changed(dialog, series),
		after_sent: after,
	});
	series.forEach((deret, at) => {
		dialog.get_field(`pola_${at}`).$input.on(
			"input",
			frappe.utils.debounce(() => show_sample(dialog, deret, at), 300)
		);
		show_sample(dialog, deret, at);
	});
}

/** A pattern that is still being typed is often wrong: what is wrong is said beside it, without a message before all. */
async function show_sample(dialog, { gaya_sisipan }, at) {
	const pola = dialog.get_field(`pola_${at}`).$input.val();
	const query = new URLSearchParams({ pola, gaya_sisipan: gaya_sisipan || "15.a" });
	const answer = await fetch(`/api/method/${CONTOH}?${query}`, {
		headers: { Accept: "application/json" },
	});
	if (dialog.get_field(`pola_${at}`).$input.val() !== pola) return;
	const text = answer.ok
		? __("Contoh: {0}", [(await answer.json()).message.nomor])
		: __("Pola ini belum benar. Pakai token seperti {urut}, {klasifikasi}, {unit} dan {tahun}.");
	const line = $(`<p class="contoh-nomor" role="status"></p>`).text(text);
	dialog.get_field(`contoh_${at}`).$wrapper.empty().append(line);
}

/** One after the other, so that the first wrong one stops the rest and is told. */
function save_changed(dialog, series) {
	return series.reduce(async (before, { name, pola }, at) => {
		await before;
		const value = dialog.get_value(`pola_${at}`);
		if (value === pola) return;
		await post("frappe.client.set_value", {
			doctype: "Deret Nomor",
			name,
			fieldname: "pola",
			value,
		});
		series[at].pola = value;
	}, Promise.resolve());
}
