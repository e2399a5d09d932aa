frappe.pages["penyiapan-kantor"].on_page_load = function (wrapper) {
	frappe.ui.make_app_page({
		parent: wrapper,
		title: __("Penyiapan Kantor"),
		single_column: true,
	});
};

frappe.pages["penyiapan-kantor"].on_page_show = (wrapper) => eoffice.show_penyiapan(wrapper);
