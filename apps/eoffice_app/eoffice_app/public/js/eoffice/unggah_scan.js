/**
 * Let the user choose several scans at once and add one row for each to the form, in the order chosen.
 *
 * The server checks each file at once and keeps it private.
 *
 * @param {object} frm the form with the child table `scan`
 */
export function open_scan_uploader(frm) {
	const rows = [];
	const uploader = new frappe.ui.FileUploader({
		dialog_title: __("Unggah Scan"),
		doctype: frm.doctype,
		docname: frm.docname,
		fieldname: "scan",
		allow_multiple: true,
		make_attachments_public: false,
		disable_file_browser: true,
		restrictions: { allowed_file_types: [".pdf", ".jpg", ".jpeg", ".png"] },
		upload_notes: __("PDF, JPG atau PNG. Surat pengantar lebih dulu."),
		on_success: () => {
			rows.push(find_empty_row(frm) || frm.add_child("scan"));
			fill_in_order_chosen(rows, uploader.uploader.files);
			frm.refresh_field("scan");
			frm.dirty();
			if (rows.length === uploader.uploader.files.length) uploader.dialog.hide();
		},
	});
	uploader.dialog.$wrapper.addClass("unggah-scan");
	keep_scans_readable(uploader);
}

function find_empty_row(frm) {
	return (frm.doc.scan || []).find((row) => !row.berkas);
}

/** Files are sent side by side, so a later page may arrive before the covering letter. */
function fill_in_order_chosen(rows, files) {
	const addresses = files.map((file) => file.doc?.file_url).filter(Boolean);
	rows.forEach((row, index) => (row.berkas = addresses[index]));
}

/** Frappe would shrink a scanned picture to the size of a screen, where its text can no longer be read. */
function keep_scans_readable(uploader) {
	const upload_files = uploader.upload_files.bind(uploader);
	uploader.upload_files = () => {
		uploader.uploader.files.forEach((file) => (file.optimize = false));
		return upload_files();
	};
}
