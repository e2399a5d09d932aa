const MASTERS_WITH_AKTIF = ["jenis_naskah", "derajat", "klasifikasi", "penanda_tangan"];

frappe.ui.form.on("Surat Keluar", {
	setup(frm) {
		MASTERS_WITH_AKTIF.forEach((field) => frm.set_query(field, { filters: { aktif: 1 } }));
		frm.set_query("koordinasi", { filters: { aktif: 1 } });
		frm.set_query("jabatan_penyusun", () => ({
			filters: { name: ["in", frappe.boot.eoffice?.jabatan || []] },
		}));
		frappe.realtime.on("naskah_disiapkan", ({ surat_keluar }) => {
			if (frm.doc && frm.doc.name === surat_keluar) eoffice.follow_naskah(frm);
		});
		eoffice.follow_deliveries_of(frm);
		eoffice.follow_kisah_of(frm);
	},

	klasifikasi: (frm) => eoffice.show_klasifikasi(frm),

	refresh(frm) {
		eoffice.offer_konsep_upload(frm);
		eoffice.show_naskah_preview(frm);
		eoffice.show_klasifikasi(frm);
		["lampiran_berkas", "riwayat_naskah"].forEach((table) =>
			eoffice.show_files_as_links(frm, table)
		);
		eoffice.show_kisah_of(frm);
		if (frm.is_new()) {
			eoffice.hide_ringkasan(frm);
			return;
		}
		eoffice.show_ringkasan_keluar(frm);
		eoffice.subscribe_to_letter(frm);
		eoffice.close_to_readers(frm);
		eoffice.offer_changes(frm);
		eoffice.offer_steps_of_letter(frm);
		eoffice.offer_lembar_paraf(frm);
		eoffice.offer_read_log(frm);
		eoffice.offer_meja(frm);
		eoffice.show_dibalas(frm);
		eoffice.show_deliveries_of(frm);
	},

	validate: drop_empty_rows,

	before_workflow_action: (frm) => eoffice.ask_before_step(frm),
});

/** A required table begins with an empty row: whoever adds another below it has not forgotten anything. */
function drop_empty_rows(frm) {
	["tujuan", "tembusan"].forEach((table) => {
		const filled = (frm.doc[table] || []).filter(({ penerima }) => penerima);
		if (!filled.length || filled.length === frm.doc[table].length) return;
		frm.doc[table] = filled.map((row, index) => Object.assign(row, { idx: index + 1 }));
		frm.refresh_field(table);
	});
}

frappe.ui.form.on(
	"Surat Keluar",
	Object.fromEntries(
		eoffice.ON_THE_PAGE.map((event) => [event, (frm) => eoffice.refresh_naskah_preview(frm)])
	)
);

frappe.ui.form.on("Penerima Surat Keluar", {
	penerima: (frm) => eoffice.refresh_naskah_preview(frm),
	tujuan_remove: (frm) => eoffice.refresh_naskah_preview(frm),
	tembusan_remove: (frm) => eoffice.refresh_naskah_preview(frm),
	tujuan_move: (frm) => eoffice.refresh_naskah_preview(frm),
	tembusan_move: (frm) => eoffice.refresh_naskah_preview(frm),
});
