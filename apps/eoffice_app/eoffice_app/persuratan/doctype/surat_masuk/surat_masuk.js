const MASTERS_WITH_AKTIF = ["saluran", "derajat", "klasifikasi", "tujuan"];

frappe.ui.form.on("Surat Masuk", {
	setup(frm) {
		MASTERS_WITH_AKTIF.forEach((field) => frm.set_query(field, { filters: { aktif: 1 } }));
		eoffice.begin_typing_at_sender(frm);
		frm.set_query("buku", () => eoffice.get_book_filters(frm));
		frappe.realtime.on("scan_digabungkan", ({ surat_masuk }) => {
			if (frm.doc && frm.doc.name === surat_masuk) eoffice.follow_merging(frm);
		});
		frappe.realtime.on("scan_dibaca", ({ surat_masuk }) => {
			if (frm.doc && frm.doc.name === surat_masuk) eoffice.follow_reading(frm);
		});
		eoffice.draw_rows_once(frm, "hasil_verifikasi");
		eoffice.follow_disposisi_of(frm);
		eoffice.follow_kisah_of(frm);
	},

	refresh(frm) {
		eoffice.show_files_as_links(frm, "scan");
		eoffice.offer_scan_upload(frm, show_scans);
		show_scans(frm);
		eoffice.find_duplicates_while_typing(frm);
		eoffice.show_klasifikasi(frm);
		eoffice.show_kisah_of(frm);
		if (frm.is_new()) {
			eoffice.hide_ringkasan(frm);
			eoffice.prepare_registration(frm);
			return;
		}
		eoffice.forget_proposals(frm);
		eoffice.show_ringkasan_masuk(frm);
		eoffice.subscribe_to_letter(frm);
		eoffice.add_print_buttons(frm);
		eoffice.offer_read_log(frm);
		eoffice.offer_meja(frm);
		eoffice.show_disposisi_of(frm);
		eoffice.show_balasan(frm);
		eoffice.show_reading(frm);
	},

	validate: (frm) => eoffice.require_uploaded(frm),

	pengirim(frm) {
		eoffice.find_duplicates_while_typing(frm);
		eoffice.propose_from_sender(frm);
		eoffice.follow_typing(frm, "pengirim");
	},
	nomor_surat(frm) {
		eoffice.find_duplicates_while_typing(frm);
		eoffice.follow_typing(frm, "nomor_surat");
	},
	tanggal_surat(frm) {
		eoffice.find_duplicates_while_typing(frm);
		eoffice.follow_typing(frm, "tanggal_surat");
	},
	perihal: (frm) => eoffice.follow_typing(frm, "perihal"),
	lampiran: (frm) => eoffice.follow_typing(frm, "lampiran"),

	saluran(frm) {
		eoffice.forget_proposal(frm, "saluran");
		eoffice.propose_book(frm);
	},
	sifat(frm) {
		eoffice.forget_proposal(frm, "sifat");
		eoffice.follow_typing(frm, "sifat");
		eoffice.forget_if_secret(frm);
		eoffice.propose_book(frm);
	},
	buku: (frm) => eoffice.forget_proposal(frm, "buku"),
	tujuan: (frm) => eoffice.forget_proposal(frm, "tujuan"),
	derajat(frm) {
		eoffice.forget_proposal(frm, "derajat");
		eoffice.follow_typing(frm, "derajat");
	},
	klasifikasi(frm) {
		eoffice.forget_proposal(frm, "klasifikasi");
		eoffice.show_klasifikasi(frm);
	},

	before_workflow_action: (frm) => eoffice.ask_before_action(frm),

	after_workflow_action: (frm) => reload_if_stale(frm),
});

/**
 * A reload that Frappe began just before an action may answer after it, and the form then shows the state
 * of before, without the actions of the new one.
 */
function reload_if_stale(frm) {
	const { doctype, docname } = frm;
	setTimeout(() => {
		frappe.db.get_value(doctype, { name: docname }, "modified").then(({ message }) => {
			if (frm.docname === docname && message.modified !== frm.doc.modified) frm.reload_doc();
		});
	}, 2500);
}

function show_scans(frm) {
	eoffice.show_scan_preview(frm);
	eoffice.propose_from_scan(frm);
}

frappe.ui.form.on("Scan Surat", {
	berkas: show_scans,
	scan_remove: show_scans,
	scan_move: show_scans,
});
