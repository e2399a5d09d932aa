frappe.treeview_settings["Klasifikasi Arsip"] = {
	title: __("Klasifikasi Arsip"),
	show_expand_all: true,

	// Every code may have others below it, so the question whether it is a group is left out.
	fields: [],

	onload: (treeview) =>
		eoffice.offer_klasifikasi_import(treeview.page, () => treeview.make_tree()),

	onrender: (node) => eoffice.show_title_of_root(node, "Klasifikasi Arsip", "uraian"),
};
