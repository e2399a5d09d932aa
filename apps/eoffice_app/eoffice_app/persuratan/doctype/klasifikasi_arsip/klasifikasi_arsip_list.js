frappe.listview_settings["Klasifikasi Arsip"] = {
	onload(listview) {
		eoffice.offer_klasifikasi_import(listview.page, () => listview.refresh());
	},
};
