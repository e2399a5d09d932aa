frappe.ui.form.on("Disposisi", {
	refresh(frm) {
		frm.disable_save();
		if (!frm.doc.surat_masuk) return;
		const label = __("Buka Surat");
		frm.add_custom_button(label, () =>
			frappe.set_route("Form", "Surat Masuk", frm.doc.surat_masuk)
		);
		frm.change_custom_button_type(label, null, "primary");
	},
});
