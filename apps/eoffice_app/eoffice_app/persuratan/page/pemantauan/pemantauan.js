frappe.pages["pemantauan"].on_page_load = function (wrapper) {
	frappe.ui.make_app_page({ parent: wrapper, title: __("Pemantauan"), single_column: true });
	// Only who opens the page loads what it is made of.
	wrapper.ready = frappe
		.require(["pemantauan.bundle.css", "pemantauan.bundle.js"])
		.then(() => eoffice.show_monitor(wrapper));
};

frappe.pages["pemantauan"].on_page_show = (wrapper) =>
	wrapper.ready.then(() => eoffice.refresh_monitor(wrapper));
