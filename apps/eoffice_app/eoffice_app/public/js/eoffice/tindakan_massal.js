// As Frappe names them.
const CONTEXT = "Button in list view actions menu";
const EDIT = "Edit";
const PRINT = "Print";
const ALL_CHANGED = "Updated successfully";
const ASSIGN = ["Assign To", "Apply Assignment Rule"];
// What travels by disposisi, paraf and delivery is assigned by these; what may be printed of it has buttons of its own.
const OF_LETTERS = [
	"Surat Masuk",
	"Surat Keluar",
	"Disposisi",
	"Agenda",
	"Agenda Keluar",
	"Agenda Pimpinan",
	"Pengajuan Surat",
	"Pengiriman Surat",
];

/** Offer of Frappe's own bulk actions only those that somebody may take on the documents of this app. */
export function choose_bulk_actions() {
	const { prototype } = frappe.views.ListView;
	const { get_actions_menu_items } = prototype;
	prototype.get_actions_menu_items = function () {
		const hidden = list_hidden(this.doctype).map((name) => __(name, null, CONTEXT));
		return get_actions_menu_items
			.call(this)
			.filter(({ label, standard }) => !standard || !hidden.includes(label));
	};
}

/**
 * While others save, Frappe draws a list anew within seconds. What was ticked meanwhile would still be counted, and acted on,
 * without its tick.
 */
export function keep_ticks_of_redrawn_list() {
	const { prototype } = frappe.views.ListView;
	const { render_list } = prototype;
	prototype.render_list = function () {
		render_list.call(this);
		if (this.$checks?.length) this.set_rows_as_checked();
	};
}

/** Where the server has told of documents that Edit left as they were, Frappe says that all went well besides. */
export function let_refusals_stand_alone() {
	const { show_alert } = frappe;
	frappe.show_alert = (message, ...how) => {
		const told = frappe.msg_dialog?.msg_area.has(".hasil-sekaligus").length;
		return told && message === __(ALL_CHANGED) ? undefined : show_alert(message, ...how);
	};
}

function list_hidden(doctype) {
	const hidden = OF_LETTERS.includes(doctype) ? [...ASSIGN, PRINT] : [];
	// Frappe offers it to whoever reads the list, and refuses it afterwards.
	return frappe.model.can_write(doctype) ? hidden : [...hidden, EDIT];
}
