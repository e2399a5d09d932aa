frappe.pages["ringkasan-pimpinan"].on_page_load = function (wrapper) {
	const page = frappe.ui.make_app_page({
		parent: wrapper,
		title: __("Ringkasan Pimpinan"),
		single_column: true,
	});
	eoffice.ringkasan.prepare_page(wrapper, page);
};

frappe.pages["ringkasan-pimpinan"].on_page_show = (wrapper) => eoffice.ringkasan.refresh_page(wrapper);
