frappe.pages["cari-surat"].on_page_load = function (wrapper) {
	frappe.ui.make_app_page({ parent: wrapper, title: __("Cari Surat"), single_column: true });
	eoffice.show_search_page(wrapper);
};

frappe.pages["cari-surat"].on_page_show = (wrapper) => eoffice.refresh_search_page(wrapper);
