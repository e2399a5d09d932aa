frappe.ui.form.on("Instansi", {
	refresh(frm) {
		if (!frm.is_new() && frm.perm[0]?.write) eoffice.offer_portal_accounts(frm);
	},
});
