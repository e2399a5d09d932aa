/**
 * Let the user choose several scans at once and add one row for each to the form, in the order chosen.
 *
 * The server checks each file at once and keeps it private.
 *
 * @param {object} frm the form with the child table `scan`
 */
export function open_scan_uploader(frm) {
	new frappe.ui.FileUploader({
		dialog_title: __("Unggah Scan"),
		doctype: frm.doctype,
		docname: frm.docname,
		fieldname: "scan",
		allow_multiple: true,
		make_attachments_public: false,
		allow_toggle_private: false,
		disable_file_browser: true,
		restrictions: { allowed_file_types: [".pdf", ".jpg", ".jpeg", ".png"] },
		upload_notes: __("PDF, JPG atau PNG. Surat pengantar lebih dulu."),
		on_success: (file) => add_scan(frm, file.file_url),
	});
}

function add_scan(frm, berkas) {
	const empty_row = (frm.doc.scan || []).find((row) => !row.berkas);
	const row = empty_row || frm.add_child("scan");
	frappe.model.set_value(row.doctype, row.name, "berkas", berkas);
	frm.refresh_field("scan");
	frm.dirty();
}
