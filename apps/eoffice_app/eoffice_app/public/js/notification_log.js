frappe.ui.form.on("Notification Log", {
	refresh(frm) {
		// A digest leads to several letters, each by its own line.
		frm.toggle_display("open_reference_document", Boolean(frm.doc.document_type));
	},
});
