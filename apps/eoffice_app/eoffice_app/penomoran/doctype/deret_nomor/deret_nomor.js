const SAMPLES = "eoffice_app.penomoran.contoh";

frappe.ui.form.on("Deret Nomor", {
	refresh(frm) {
		show_sample(frm);
		if (frm.is_new()) return;
		frm.add_custom_button(__("Contoh menurut Jenis"), () => ask_for_sample(frm));
	},

	pola: show_sample,
	gaya_sisipan: show_sample,
});

/** What the pattern gives as it is being typed; a wrong one is told by the server's message. */
async function show_sample(frm) {
	const { pola, gaya_sisipan } = frm.doc;
	const { $wrapper } = frm.get_field("contoh");
	$wrapper.empty();
	if (!pola) return;
	const { nomor, sisipan } = await eoffice.post(`${SAMPLES}.preview_pola`, {
		pola,
		gaya_sisipan,
	});
	if (pola === frm.doc.pola) $wrapper.html(get_sample_html(nomor, sisipan));
}

/** What a kind of letter gets by the office's Server Script as it is now. */
function ask_for_sample(frm) {
	const fields = [
		{ fieldname: "jenis", fieldtype: "Data", label: __("Jenis Naskah"), reqd: 1 },
		{
			fieldname: "tanggal",
			fieldtype: "Date",
			label: __("Tanggal Surat"),
			default: frappe.datetime.get_today(),
		},
	];
	const title = __("Contoh menurut Jenis");
	const show = async (values) => {
		const args = { deret: frm.doc.name, ...values };
		const { nomor, sisipan } = await eoffice.post(`${SAMPLES}.preview_deret`, args);
		frappe.msgprint({ title, message: get_sample_html(nomor, sisipan) });
	};
	frappe.prompt(fields, show, title, __("Tampilkan"));
}

function get_sample_html(nomor, sisipan) {
	const bold = (text) => `<b>${frappe.utils.escape_html(text)}</b>`;
	const text = __("Contoh: {0}; sisipan setelahnya: {1}", [bold(nomor), bold(sisipan)]);
	return `<p class="text-muted">${text}</p>`;
}
