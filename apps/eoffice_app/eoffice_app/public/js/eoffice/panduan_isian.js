const BERPANDUAN = ["Surat Masuk", "Disposisi", "Surat Keluar"];

/** Offer the tour through a form in its menu, on the forms that have one. */
export function offer_panduan_isian() {
	for (const doctype of BERPANDUAN) {
		frappe.ui.form.on(doctype, {
			refresh: (frm) =>
				frm.page.add_menu_item(__("Panduan Isian"), () => start_panduan(frm)),
		});
	}
}

async function start_panduan(frm) {
	const { tour } = frm;
	await tour.init({ tour_name: frm.doctype });
	// The oldest base has these words in English and in the code.
	Object.assign(tour.driver.options, {
		allowClose: true,
		nextBtnText: __("Lanjut"),
		prevBtnText: __("Kembali"),
		doneBtnText: __("Selesai"),
		closeBtnText: __("Tutup"),
	});
	// Fields that this letter does not show have nothing to be pointed at.
	tour.driver_steps = tour.driver_steps.filter(({ element }) => $(element).is(":visible"));
	tour.update_driver_steps();
	tour.start();
}
