frappe.treeview_settings["Jabatan"] = {
	title: __("Bagan Jabatan"),
	show_expand_all: true,

	// Every post may have others below it, so the question whether it is a group is left out.
	fields: [],

	onrender: (node) => eoffice.show_title_of_root(node, "Jabatan", "nama_jabatan"),
};
