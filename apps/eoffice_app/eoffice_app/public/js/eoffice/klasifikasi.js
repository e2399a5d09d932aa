import { escape_text } from "./teks";

/** Say below a classification what its code stands for. */
export function show_klasifikasi(frm) {
	const kode = frm.doc.klasifikasi;
	const tell = (text) => frm.get_field("klasifikasi").set_description(escape_text(text));
	tell("");
	if (!kode) return;
	// By a filter: a name alone, such as 400.10, would be read as the number 400.1.
	frappe.db.get_value("Klasifikasi Arsip", { name: kode }, "uraian").then(({ message }) => {
		if (frm.doc.klasifikasi === kode) tell(message.uraian);
	});
}
