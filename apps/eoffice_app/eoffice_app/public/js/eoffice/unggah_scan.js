import { upload_private_file } from "./unggah_berkas";

const ACCEPTED = ".pdf,.jpg,.jpeg,.png";

/**
 * Offer a place to drop scans on, which is also a button to choose them: several at once, one row for each.
 *
 * Files may be dropped anywhere on the form. The server checks each at once and keeps it private.
 *
 * @param {object} frm the form with the child table `scan`
 * @param {function} after_change called when rows were added
 */
export function offer_scan_upload(frm, after_change) {
	const { grid } = frm.get_field("scan");
	const $place = get_place(frm).toggleClass("hidden", !grid.is_editable());
	const $chooser = $place.find("[type=file]");
	$place
		.find("button")
		.off("click")
		.on("click", () => $chooser.trigger("click"));
	$chooser.off("change").on("change", ({ target }) => {
		upload_all(frm, [...target.files], after_change);
		// The same file may be chosen again after it was removed.
		target.value = "";
	});
	lead_tab_to_button(frm);
	follow_drag(frm, {
		dragover: (event) => welcome(event, grid, $place),
		dragleave: () => $place.removeClass("siap"),
		drop: (event) => take_dropped(event, frm, $place, after_change),
	});
}

/** On the way down: on the way up Frappe takes what is dropped as an attachment, and refuses it on a new letter. */
function follow_drag(frm, listeners) {
	frm.pendengar_seret?.abort();
	frm.pendengar_seret = new AbortController();
	const { signal } = frm.pendengar_seret;
	Object.entries(listeners).forEach(([name, listener]) =>
		frm.wrapper.addEventListener(name, listener, { capture: true, signal })
	);
}

/**
 * Lead the Tab key from field to field and then to the button.
 *
 * Frappe stops before a section that is hidden, and opens the first row of a table as a form of its own.
 */
function lead_tab_to_button(frm) {
	const { layout } = frm;
	layout.focus_on_next_field = (start, fields) => {
		const next = fields.slice(start + 1).find((field) => takes_input(layout, field));
		if (next === frm.get_field("scan")) get_place(frm).find("button").trigger("focus");
		else if (next) layout.set_focus(next);
		return Boolean(next);
	};
}

function takes_input(layout, field) {
	const { fieldtype } = field.df;
	const typed = fieldtype === "Table" || !frappe.model.no_value_type.includes(fieldtype);
	return typed && layout.is_visible(field) && $(field.wrapper).is(":visible");
}

/** Whether files of this form are still on their way: saving now would leave them behind. */
export function is_uploading(frm) {
	return Boolean(frm.scan_dikirim);
}

function get_place(frm) {
	const $field = frm.get_field("scan").$wrapper;
	const $present = $field.children(".tempat-scan");
	if ($present.length) return $present;
	return $(`<div class="tempat-scan">
		<button type="button" class="btn btn-default btn-sm">${__("Unggah Scan")}</button>
		<input type="file" multiple accept="${ACCEPTED}" class="hidden" tabindex="-1">
		<span class="petunjuk-scan" role="status" aria-live="polite">${get_hint()}</span>
	</div>`).prependTo($field);
}

function get_hint() {
	return __("atau seret berkas ke formulir ini. PDF, JPG atau PNG, surat pengantar lebih dulu.");
}

function welcome(event, grid, $place) {
	if (!has_files(event) || !grid.is_editable()) return;
	event.preventDefault();
	$place.addClass("siap");
}

function take_dropped(event, frm, $place, after_change) {
	$place.removeClass("siap");
	if (!has_files(event) || !frm.get_field("scan").grid.is_editable()) return;
	event.preventDefault();
	event.stopPropagation();
	// A browser hands over what was dropped in the order of the grip; scanners number their files.
	const files = [...event.dataTransfer.files].sort((first, second) =>
		first.name.localeCompare(second.name, undefined, { numeric: true })
	);
	upload_all(frm, files, after_change);
}

function has_files({ dataTransfer }) {
	return [...(dataTransfer?.types || [])].includes("Files");
}

/** One after the other, so that the rows stand in the order of the files. */
async function upload_all(frm, files, after_change) {
	const { docname } = frm;
	const refused = [];
	frm.scan_dikirim = (frm.scan_dikirim || 0) + 1;
	for (const [index, file] of files.entries()) {
		tell_progress(
			frm,
			__("Mengunggah {0} dari {1}: {2}", [index + 1, files.length, file.name])
		);
		try {
			const berkas = await upload_private_file(file, {
				doctype: frm.doctype,
				docname,
				fieldname: "scan",
			});
			if (frm.docname === docname) add_row(frm, berkas);
		} catch (error) {
			refused.push(error.message);
		}
	}
	frm.scan_dikirim -= 1;
	tell_progress(frm, get_hint());
	if (refused.length) tell_refused(refused);
	if (frm.docname === docname) after_change(frm);
}

function tell_progress(frm, text) {
	get_place(frm).find(".petunjuk-scan").text(text);
}

function tell_refused(refused) {
	frappe.msgprint({
		title: __("Berkas ditolak"),
		message: refused.join("<br><br>"),
		indicator: "red",
	});
}

function add_row(frm, berkas) {
	const row = (frm.doc.scan || []).find((present) => !present.berkas) || frm.add_child("scan");
	row.berkas = berkas;
	frm.refresh_field("scan");
	frm.dirty();
}
