frappe.pages.meja.on_page_load = function (wrapper) {
	frappe.ui.make_app_page({ parent: wrapper, title: __("Meja Pimpinan"), single_column: true });
	wrapper.meja = frappe
		.require(["meja.bundle.css", "meja.bundle.js"])
		.then(() => eoffice.show_meja(wrapper));
};

frappe.pages.meja.on_page_show = (wrapper) => wrapper.meja.then((meja) => meja.come_up());
