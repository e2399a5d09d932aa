frappe.ui.form.on("Pesanan Nomor", {
	refresh(frm) {
		if (frm.is_new()) return;
		frm.disable_save();
		if (frm.doc.keadaan === "Terbuka") eoffice.show_reserved_numbers(frm);
	},
});
