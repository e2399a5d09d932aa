import { escape_text } from "./teks";
import { take_ahead } from "./bekal";

/** Say below a classification what its code stands for. */
export function show_klasifikasi(frm) {
	const kode = frm.doc.klasifikasi;
	const tell = (text) => frm.get_field("klasifikasi").set_description(escape_text(text));
	tell("");
	if (!kode) return;
	read_klasifikasi(frm, kode).then(({ uraian }) => {
		if (frm.doc.klasifikasi === kode) tell(uraian);
	});
}

/** What was asked with the letter holds for the code that the letter had then, not for one just chosen. */
async function read_klasifikasi(frm, kode) {
	const ahead = await take_ahead(frm, "klasifikasi", () => ask_klasifikasi(kode));
	return ahead.kode === kode ? ahead : ask_klasifikasi(kode);
}

/** By a filter: a name alone, such as 400.10, would be read as the number 400.1. */
function ask_klasifikasi(kode) {
	return frappe.db
		.get_value("Klasifikasi Arsip", { name: kode }, "uraian")
		.then(({ message }) => ({ kode, ...message }));
}
