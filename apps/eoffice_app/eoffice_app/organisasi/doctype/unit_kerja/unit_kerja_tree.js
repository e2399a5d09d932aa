frappe.treeview_settings["Unit Kerja"] = {
	title: __("Bagan Unit Kerja"),
	show_expand_all: true,

	// Every unit may have others below it, so the question whether it is a group is left out.
	fields: [],

	onrender: (node) => eoffice.show_title_of_root(node, "Unit Kerja", "nama_unit"),
};
