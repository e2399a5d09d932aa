frappe.ui.form.on("Pengajuan Surat", {
	setup: (frm) => frm.set_query("tujuan_jabatan", { filters: { aktif: 1 } }),

	refresh(frm) {
		eoffice.show_pengajuan(frm);
		eoffice.offer_steps_of_pengajuan(frm);
		eoffice.show_utas(frm);
	},
});
