import { list_butir, open_dialog_verifikasi } from "./dialog_verifikasi";
import { open_dialog_alasan } from "./dialog_alasan";

const VERIFY = "Verifikasi";
const RETURN = "Kembalikan";
const WITH_REASON = [RETURN, "Tolak", "Batalkan"];
const FOR_DEFECTS = [RETURN, "Tolak"];

/**
 * Ask for what a step of the workflow needs to know before it is taken.
 *
 * Frappe freezes the page before this and applies the action after it. What was asked and the action must be
 * stored in one transaction, so our own call does both and Frappe's never comes: the promise that it waits for
 * stays open.
 *
 * @param {object} frm form of a Surat Masuk, whose event `before_workflow_action` this is
 * @returns {Promise|undefined}
 */
export function ask_before_action(frm) {
	const action = frm.selected_workflow_action;
	if (action === VERIFY) return check_instead(frm);
	if (WITH_REASON.includes(action)) return ask_reason_instead(frm, action);
}

/** An office without checklist verifies at one click: then Frappe's own way goes on. */
function check_instead(frm) {
	return new Promise((resolve) => {
		list_butir().then((butir) => {
			if (!butir.length) return resolve();
			frappe.dom.unfreeze();
			open_dialog_verifikasi(frm.docname, butir, {
				after_sent: () => reload(frm),
				on_cancelled: () => forget_action(frm),
				on_return: (hasil) => open_reason(frm, RETURN, { hasil }),
			});
		}, leave(frm));
	});
}

function ask_reason_instead(frm, action) {
	const known = FOR_DEFECTS.includes(action) ? list_butir() : Promise.resolve([]);
	known.then((butir) => {
		frappe.dom.unfreeze();
		open_reason(frm, action, { butir });
	}, leave(frm));
	return new Promise(() => {});
}

function open_reason(frm, action, found) {
	open_dialog_alasan(
		frm.docname,
		action,
		found,
		() => reload(frm),
		() => forget_action(frm)
	);
}

function leave(frm) {
	return () => {
		frappe.dom.unfreeze();
		forget_action(frm);
	};
}

function reload(frm) {
	forget_action(frm);
	frm.reload_doc();
}

function forget_action(frm) {
	frm.selected_workflow_action = null;
}
