frappe.ui.form.on("Agenda Pimpinan", {
	refresh(frm) {
		frm.disable_save();
		frm.set_read_only();
		// The button leads there by name; the field would show a hash.
		frm.toggle_display("surat_masuk", false);
		const open_letter = __("Buka Surat");
		frm.add_custom_button(open_letter, () =>
			frappe.set_route("Form", "Surat Masuk", frm.doc.surat_masuk)
		);
		const posts = frappe.boot.eoffice?.jabatan || [];
		if (!posts.includes(frm.doc.jabatan)) return;
		const decide = __("Putuskan Kehadiran");
		frm.add_custom_button(decide, () =>
			eoffice.open_dialog_kehadiran(frm.doc, () => frm.reload_doc())
		);
		frm.change_custom_button_type(decide, null, "primary");
	},
});
