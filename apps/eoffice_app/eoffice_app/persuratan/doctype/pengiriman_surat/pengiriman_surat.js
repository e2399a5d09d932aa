frappe.ui.form.on("Pengiriman Surat", {
	refresh(frm) {
		frm.disable_save();
		frm.add_custom_button(__("Buka Surat"), () =>
			frappe.set_route("Form", "Surat Keluar", frm.doc.surat_keluar)
		);
		eoffice.add_delivery_buttons(frm);
	},
});
