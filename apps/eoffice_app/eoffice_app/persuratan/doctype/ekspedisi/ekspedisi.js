frappe.ui.form.on("Ekspedisi", {
	setup(frm) {
		eoffice.follow_run(frm);
	},

	onload(frm) {
		eoffice.propose_caraka(frm);
	},

	refresh(frm) {
		if (frm.is_new()) return;
		if (frm.doc.keadaan !== "Disiapkan") frm.disable_form();
		eoffice.show_run(frm);
	},
});
