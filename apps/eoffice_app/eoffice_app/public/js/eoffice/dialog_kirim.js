/**
 * Open a dialog that sends what was typed exactly once.
 *
 * Enter outside a text area and Ctrl+Enter anywhere send. While a request is under way further clicks and
 * keys do nothing. A failed request leaves the dialog open with everything typed in it.
 *
 * @param {object} options what frappe.ui.Dialog takes, and besides
 * @param {string} options.send_label text of the sending button
 * @param {function} options.send takes the values and the dialog; returns the promise of the request, or
 *     nothing where something must be corrected first
 * @param {function} options.after_sent takes the answer of the server and the values
 * @param {function} [options.on_cancelled] called when the dialog is closed without sending
 * @returns {frappe.ui.Dialog}
 */
export function open_dialog_kirim({ send_label, send, after_sent, on_cancelled, ...options }) {
	const dialog = new frappe.ui.Dialog({
		...options,
		no_submit_on_enter: true,
		primary_action_label: send_label,
		primary_action: (values) => send_once(dialog, values, send, after_sent),
	});
	dialog.$wrapper.addClass("dialog-eoffice");
	dialog.$wrapper.on("keydown", (event) => send_on_enter(dialog, event));
	dialog.$wrapper.on("hidden.bs.modal", () => {
		if (!dialog.sent) on_cancelled?.();
		dialog.$wrapper.remove();
	});
	keep_open_on_click_outside(dialog);
	dialog.show();
	return dialog;
}

function send_once(dialog, values, send, after_sent) {
	if (dialog.sending || dialog.sent) return;
	const request = send(values, dialog);
	if (!request) return;
	set_sending(dialog, true);
	request.then(
		(answer) => {
			dialog.sent = true;
			dialog.hide();
			after_sent(answer, values);
		},
		() => set_sending(dialog, false)
	);
}

function set_sending(dialog, sending) {
	dialog.sending = sending;
	dialog.get_primary_btn().prop("disabled", sending);
}

function send_on_enter(dialog, event) {
	if (event.key !== "Enter" || event.isComposing) return;
	const anywhere = event.ctrlKey || event.metaKey;
	if (!anywhere && (has_own_enter(event.target) || is_date_picker_open())) return;
	event.preventDefault();
	dialog.get_primary_btn().trigger("click");
}

function has_own_enter(element) {
	return Boolean(element.closest("textarea, button, a, summary"));
}

function is_date_picker_open() {
	return $(".datepicker.active").length > 0;
}

/** A thumb that misses the dialog on a phone must not throw away what was typed. */
function keep_open_on_click_outside(dialog) {
	dialog.$wrapper.modal({ backdrop: "static", keyboard: true, show: false });
}
