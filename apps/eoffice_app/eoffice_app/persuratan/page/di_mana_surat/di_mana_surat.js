frappe.pages["di-mana-surat"].on_page_load = function (wrapper) {
	frappe.ui.make_app_page({
		parent: wrapper,
		title: __("Di mana surat saya?"),
		single_column: true,
	});
	const $place = $(`<div class="halaman-di-mana">`).appendTo(
		$(wrapper).find(".layout-main-section")
	);
	wrapper.$search = eoffice.show_di_mana($place);
};

frappe.pages["di-mana-surat"].on_page_show = function (wrapper) {
	setTimeout(() => wrapper.$search.trigger("focus").trigger("select"), 100);
};
