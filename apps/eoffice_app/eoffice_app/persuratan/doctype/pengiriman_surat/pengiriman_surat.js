frappe.ui.form.on("Pengiriman Surat", {
	refresh(frm) {
		frm.disable_save();
		eoffice.add_delivery_buttons(frm);
	},
});
