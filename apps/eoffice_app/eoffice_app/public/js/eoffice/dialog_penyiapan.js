import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.beranda.penyiapan";
const DERET = "eoffice_app.beranda.deret_kertas";
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
	ask_last_numbers({
		title: __("Nomor terakhir di buku kertas tahun {0}", [tahun]),
		rows: buku.map((row) => ({ ...row, label: row.nama_buku })),
		locked: __("Sudah mencatat surat tahun ini; nomor ini yang terakhir."),
		save: (rows) =>
			post(`${PATH}.save_buku`, {
				nomor: Object.fromEntries(rows.map(({ name, nomor }) => [name, nomor])),
			}),
		after,
	});
}

/** Ask the last number of this year that each series has given on paper. */
export async function ask_deret(after) {
	const { tahun, deret } = await post(`${DERET}.get_deret_kertas`, {});
	ask_last_numbers({
		title: __("Nomor terakhir surat keluar di kertas tahun {0}", [tahun]),
		rows: deret.map((row) => ({ ...row, label: row.nama })),
		locked: __("Sudah memberi nomor tahun ini; nomor ini yang terakhir."),
		save: (rows) => post(`${DERET}.save_deret_kertas`, { nomor: rows }),
		after,
	});
}

/** Rows that have given a number here are shown and cannot be changed. */
function ask_last_numbers({ title, rows, locked, save, after }) {
	const fields = rows.map(({ label, nomor, terkunci }, at) => ({
		fieldname: `nomor_${at}`,
		fieldtype: "Int",
		label,
		default: nomor,
		read_only: terkunci ? 1 : 0,
		description: terkunci ? locked : "",
	}));
	const hint = __("Misalnya 214: surat berikutnya bernomor 215. Isi 0 bila dimulai dari 1.");
	open_dialog_kirim({
		title,
		fields: [{ fieldtype: "HTML", options: `<p>${hint}</p>` }, ...fields],
		send_label: __("Simpan"),
		send: (_values, dialog) =>
			save(
				rows
					.map((row, at) => ({ ...row, nomor: dialog.get_value(`nomor_${at}`) || 0 }))
					.filter(({ terkunci }) => !terkunci)
			),
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
