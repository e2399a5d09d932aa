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
		// Frappe's own Escape key closes whatever dialog is open once a message above it is gone.
		no_cancel_flag: true,
		primary_action_label: send_label,
		primary_action: (values) => send_once(dialog, values, send, after_sent),
	});
	dialog.$wrapper.addClass("dialog-eoffice");
	listen_to_keys(dialog);
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
			close_for_good(dialog);
			after_sent(answer, values);
		},
		() => set_sending(dialog, false)
	);
}

/** Close a dialog whose work is done: Bootstrap does not hide what still fades in, and an answer may be quicker. */
export function close_for_good(dialog) {
	dialog.$wrapper.one("shown.bs.modal", () => dialog.hide());
	dialog.hide();
}

function set_sending(dialog, sending) {
	dialog.sending = sending;
	dialog.get_primary_btn().prop("disabled", sending);
}

function listen_to_keys(dialog) {
	// The date picker closes itself before the key reaches the dialog, so what it was is asked on the way in.
	let picker_is_open = false;
	dialog.$wrapper.get(0).addEventListener(
		"keydown",
		(event) => {
			picker_is_open = $(".datepicker.active").length > 0;
			if (picker_is_open && event.key === "Escape") close_picker_only(event);
		},
		true
	);
	dialog.$wrapper.on("keydown", (event) => {
		if (event.key === "Enter" && !picker_is_open) send_on_enter(dialog, event);
	});
}

function close_picker_only(event) {
	$(event.target).data("datepicker")?.hide();
	event.stopPropagation();
}

function send_on_enter(dialog, event) {
	const anywhere = event.ctrlKey || event.metaKey;
	if (!anywhere && has_own_enter(event.target)) return;
	event.preventDefault();
	dialog.get_primary_btn().trigger("click");
}

function has_own_enter(element) {
	return Boolean(element.closest("textarea, button, a, summary"));
}

/** A thumb that misses the dialog on a phone must not throw away what was typed. */
function keep_open_on_click_outside(dialog) {
	dialog.$wrapper.modal({ backdrop: "static", keyboard: true, show: false });
}
