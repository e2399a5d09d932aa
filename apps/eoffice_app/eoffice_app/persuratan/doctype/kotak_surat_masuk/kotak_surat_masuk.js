frappe.ui.form.on("Kotak Surat Masuk", {
	setup: (frm) => frm.set_query("buku", { filters: { jenis: "Masuk", aktif: 1 } }),

	refresh(frm) {
		frm.set_intro(frm.doc.gangguan || "", "red");
		if (!frm.is_new()) eoffice.offer_steps_of_kotak(frm);
	},
});
