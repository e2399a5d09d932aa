const ONLY_WORD = { restrictions: { allowed_file_types: [".docx"] } };
const ONLY_PDF = { restrictions: { allowed_file_types: [".pdf"] } };

/**
 * Let a letter's .docx be uploaded while the rest of its form is still empty.
 *
 * Frappe saves a form after each upload; a new letter that lacks its subject would be refused for it.
 *
 * @param {object} frm form of a Surat Keluar
 */
export function offer_konsep_upload(frm) {
	const field = frm.get_field("berkas_konsep");
	field.df.options = ONLY_WORD;
	field.on_upload_complete = async (attachment) => {
		await field.parse_validate_and_set_in_model(attachment.file_url);
		frm.attachments.update_attachment(attachment);
		field.set_value(attachment.file_url);
	};
	frm.get_field("lampiran_berkas").grid.update_docfield_property("berkas", "options", ONLY_PDF);
}
