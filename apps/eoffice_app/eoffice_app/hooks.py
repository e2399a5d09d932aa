app_name = "eoffice_app"
app_title = "E-Office"
app_publisher = "E-Office contributors"
app_description = "Tata persuratan kantor dinas daerah: surat masuk, agenda dan disposisi"
app_email = "eoffice@eoffice.example"
app_license = "MIT"

app_logo_url = "/assets/eoffice_app/images/logo.svg"
website_context = {"favicon": app_logo_url, "splash_image": app_logo_url}

website_route_rules = [
	{"from_route": "/verifikasi/<kode>", "to_route": "verifikasi"},
	{"from_route": "/loket/<layanan>", "to_route": "loket"},
	{"from_route": "/lacak/<kode>", "to_route": "lacak"},
]
page_renderer = "eoffice_app.penyaji_halaman.PenyajiHalaman"

role_home_page = {"Portal Instansi": "portal"}

app_include_js = "eoffice.bundle.js"
app_include_css = "eoffice.bundle.css"
doctype_js = {"Notification Log": "public/js/notification_log.js"}

after_install = "eoffice_app.install.after_install"
after_uninstall = "eoffice_app.install.after_uninstall"

permission_query_conditions = {
	"Surat Masuk": "eoffice_app.hak_akses.surat.get_surat_masuk_conditions",
	"Surat Keluar": "eoffice_app.hak_akses.surat.get_surat_keluar_conditions",
	"Agenda": "eoffice_app.hak_akses.surat.get_agenda_conditions",
	"Disposisi": "eoffice_app.hak_akses.surat.get_disposisi_conditions",
	"Agenda Pimpinan": "eoffice_app.hak_akses.surat.get_agenda_pimpinan_conditions",
	"Agenda Keluar": "eoffice_app.hak_akses.surat.get_agenda_keluar_conditions",
	"Pengiriman Surat": "eoffice_app.hak_akses.surat.get_pengiriman_surat_conditions",
	"Pengajuan Surat": "eoffice_app.hak_akses.surat.get_pengajuan_surat_conditions",
	"Riwayat Cetak": "eoffice_app.hak_akses.surat.get_riwayat_cetak_conditions",
	"Pemberitahuan Surat": "eoffice_app.hak_akses.surat.get_pemberitahuan_conditions",
	"Akses Surat": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Antrean Pencarian": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Riwayat Buka": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Upaya Tanda Tangan": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Baris Ekspedisi": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Waktu Surat": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Rekap Harian": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Khalayak Surat": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Tindakan Tertunda": "eoffice_app.hak_akses.surat.get_closed_conditions",
	"Teks Scan": "eoffice_app.hak_akses.surat.get_teks_scan_conditions",
	"Pembacaan Scan": "eoffice_app.hak_akses.surat.get_pembacaan_scan_conditions",
	"Scan Surat": "eoffice_app.hak_akses.lampiran.get_scan_surat_conditions",
	"Hasil Verifikasi": "eoffice_app.hak_akses.lampiran.get_hasil_verifikasi_conditions",
	"Penerima Surat Keluar": "eoffice_app.hak_akses.lampiran.get_penerima_surat_keluar_conditions",
	"Koordinasi Surat Keluar": "eoffice_app.hak_akses.lampiran.get_koordinasi_surat_keluar_conditions",
	"Paraf Surat Keluar": "eoffice_app.hak_akses.lampiran.get_paraf_surat_keluar_conditions",
	"Versi Naskah": "eoffice_app.hak_akses.lampiran.get_versi_naskah_conditions",
	"Lampiran Surat Keluar": "eoffice_app.hak_akses.lampiran.get_lampiran_surat_keluar_conditions",
	"Pilihan Instruksi": "eoffice_app.hak_akses.lampiran.get_pilihan_instruksi_conditions",
	"Lampiran Umpan Balik": "eoffice_app.hak_akses.lampiran.get_lampiran_umpan_balik_conditions",
	"Berkas Pengajuan": "eoffice_app.hak_akses.lampiran.get_berkas_pengajuan_conditions",
	"Access Log": "eoffice_app.hak_akses.lampiran.get_access_log_conditions",
	"Activity Log": "eoffice_app.hak_akses.lampiran.get_activity_log_conditions",
	"Comment": "eoffice_app.hak_akses.lampiran.get_comment_conditions",
	"Communication": "eoffice_app.hak_akses.lampiran.get_communication_conditions",
	"DocShare": "eoffice_app.hak_akses.lampiran.get_docshare_conditions",
	"Document Follow": "eoffice_app.hak_akses.lampiran.get_document_follow_conditions",
	"Document Share Key": "eoffice_app.hak_akses.lampiran.get_document_share_key_conditions",
	"Email Queue": "eoffice_app.hak_akses.lampiran.get_email_queue_conditions",
	"File": "eoffice_app.hak_akses.lampiran.get_file_conditions",
	"Notification Log": "eoffice_app.hak_akses.lampiran.get_notification_log_conditions",
	"Tag Link": "eoffice_app.hak_akses.lampiran.get_tag_link_conditions",
	"ToDo": "eoffice_app.hak_akses.lampiran.get_todo_conditions",
	"Version": "eoffice_app.hak_akses.lampiran.get_version_conditions",
	"View Log": "eoffice_app.hak_akses.lampiran.get_view_log_conditions",
	"Workflow Action": "eoffice_app.hak_akses.lampiran.get_workflow_action_conditions",
}

has_permission = {
	"Surat Masuk": "eoffice_app.hak_akses.surat.has_surat_masuk_permission",
	"Surat Keluar": "eoffice_app.hak_akses.surat.has_surat_keluar_permission",
	"Agenda": "eoffice_app.hak_akses.surat.has_turunan_permission",
	"Disposisi": "eoffice_app.hak_akses.surat.has_turunan_permission",
	"Agenda Pimpinan": "eoffice_app.hak_akses.surat.has_turunan_permission",
	"Agenda Keluar": "eoffice_app.hak_akses.surat.has_turunan_permission",
	"Pengiriman Surat": "eoffice_app.hak_akses.surat.has_turunan_permission",
	"Pengajuan Surat": "eoffice_app.hak_akses.surat.has_pengajuan_permission",
	"Access Log": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Activity Log": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Comment": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Communication": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"DocShare": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Document Follow": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Document Share Key": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Email Queue": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"File": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Notification Log": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Tag Link": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"ToDo": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Version": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"View Log": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
	"Workflow Action": "eoffice_app.hak_akses.lampiran.has_lampiran_permission",
}

# Reads each request once it is known who asks, whatever function it is for. The passphrase goes before anything can fail.
auth_hooks = [
	"eoffice_app.tte.rahasia.hide_passphrase",
	"eoffice_app.hak_akses.penjaga.guard_request",
]

standard_queries = dict.fromkeys(
	(
		"Surat Masuk",
		"Surat Keluar",
		"Agenda",
		"Disposisi",
		"Agenda Pimpinan",
		"Agenda Keluar",
		"Pengiriman Surat",
		"Pengajuan Surat",
	),
	"eoffice_app.hak_akses.pencarian.search_surat",
) | {"Klasifikasi Arsip": "eoffice_app.klasifikasi.cari.search_klasifikasi"}

override_doctype_class = {
	"Email Account": "eoffice_app.surel_masuk.akun.AkunSurel",
	"File": "eoffice_app.hak_akses.berkas.BerkasSurat",
	"User": "eoffice_app.organisasi.akun.AkunKantor",
	"Web Form": "eoffice_app.loket.pintu_bawaan.FormulirWeb",
}

make_email_body_message = ["eoffice_app.surel_masuk.otomatis.mark_automatic"]

override_whitelisted_methods = {
	"frappe.utils.print_format.download_pdf": "eoffice_app.persuratan.cetak.pdf.download_pdf",
	"frappe.utils.print_format.download_multi_pdf": "eoffice_app.persuratan.cetak.pdf.refuse_multi_pdf",
	"frappe.utils.print_format.download_multi_pdf_async": "eoffice_app.persuratan.cetak.pdf.refuse_multi_pdf",
	"frappe.desk.reportview.delete_items": "eoffice_app.persuratan.sekaligus_bawaan.delete_items",
	"frappe.desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs": "eoffice_app.persuratan.sekaligus_bawaan.submit_cancel_or_update_docs",
	"frappe.desk.reportview.get": "eoffice_app.hak_akses.daftar_terbaru.get",
	"frappe.client.get": "eoffice_app.hak_akses.pengganti.get",
	"frappe.client.get_count": "eoffice_app.hak_akses.pengganti.get_count",
	"frappe.workflow.doctype.workflow.workflow.get_workflow_state_count": "eoffice_app.hak_akses.pengganti.get_workflow_state_count",
	"frappe.desk.doctype.tag.tag.get_tagged_docs": "eoffice_app.hak_akses.pengganti.get_tagged_docs",
	"frappe.desk.form.linked_with.get": "eoffice_app.hak_akses.pengganti.get_linked",
	"frappe.desk.listview.get_group_by_count": "eoffice_app.hak_akses.pengganti.get_group_by_count",
	"frappe.desk.query_report.get_data_for_custom_field": "eoffice_app.hak_akses.pengganti.get_data_for_custom_field",
	"frappe.desk.query_report.run": "eoffice_app.hak_akses.pengganti.run_report",
	"frappe.model.workflow.get_transitions": "eoffice_app.persuratan.langkah_tersedia.get_transitions",
	"frappe.utils.goal.get_monthly_goal_graph_data": "eoffice_app.hak_akses.pengganti.get_monthly_goal_graph_data",
	"frappe.desk.desktop.get_workspace_sidebar_items": "eoffice_app.beranda.menu.get_workspace_sidebar_items",
	"frappe.desk.notifications.get_open_count": "eoffice_app.hak_akses.pengganti.get_open_count",
	"frappe.desk.doctype.dashboard_chart.dashboard_chart.get": "eoffice_app.hak_akses.pengganti.get_chart",
	"frappe.website.doctype.web_form.web_form.accept": "eoffice_app.loket.pintu_bawaan.accept",
	"frappe.website.doctype.web_form.web_form.get_link_options": "eoffice_app.loket.pintu_bawaan.get_link_options",
}

jinja = {
	"methods": [
		"eoffice_app.persuratan.cetak.lembar_disposisi.get_lembar_disposisi",
		"eoffice_app.persuratan.cetak.bukti_registrasi.get_bukti_registrasi",
		"eoffice_app.persuratan.cetak.kartu_kendali.get_kartu_kendali",
		"eoffice_app.persuratan.cetak.surat_pengembalian.get_surat_pengembalian",
		"eoffice_app.persuratan.cetak.lembar_paraf.get_lembar_paraf",
		"eoffice_app.persuratan.cetak.buku_ekspedisi.get_buku_ekspedisi",
		"eoffice_app.persuratan.cetak.buku_agenda_keluar.get_buku_agenda_keluar",
		"eoffice_app.persuratan.cetak.buku_agenda_masuk.get_buku_agenda_masuk",
		"eoffice_app.persuratan.cetak.pengiriman.get_surat_pengantar",
		"eoffice_app.persuratan.cetak.pengiriman.get_tanda_terima",
		"eoffice_app.persuratan.cetak.kertas.get_ukuran_lembar",
	]
}

on_login = ["eoffice_app.organisasi.sesi_operator.end_other_sessions"]

boot_session = "eoffice_app.beranda.menu.choose_by_roles"
extend_bootinfo = [
	"eoffice_app.organisasi.desk.extend_bootinfo",
	"eoffice_app.beranda.menu.choose_by_posts",
]

doc_events = {
	"Instansi": {
		"after_rename": [
			"eoffice_app.pencarian.antrean.follow_renamed_sender",
			"eoffice_app.laporan.rekap.follow_renamed_sender",
		]
	},
	"*": {
		"validate": [
			"eoffice_app.hak_akses.tautan.refuse_hidden_links",
			"eoffice_app.loket.pintu_bawaan.refuse_from_form",
		]
	},
	"Auto Email Report": {"validate": "eoffice_app.hak_akses.tautan.refuse_borrowed_sight"},
	"Comment": {"validate": "eoffice_app.hak_akses.tautan.refuse_mention_of_stranger"},
	"DocShare": {"before_insert": "eoffice_app.hak_akses.tautan.refuse_share"},
	"Document Share Key": {"before_insert": "eoffice_app.hak_akses.tautan.refuse_share"},
	"List Filter": {
		"validate": "eoffice_app.beranda.saringan.keep_shared",
		"on_trash": "eoffice_app.beranda.saringan.keep_shared",
	},
	"Prepared Report": {"before_insert": "eoffice_app.hak_akses.tautan.refuse_prepared_report"},
	"Report": {"validate": "eoffice_app.hak_akses.tautan.refuse_raw_report"},
	"Server Script": {
		"on_update": "eoffice_app.penomoran.pola_kantor.forget_pola",
		"on_trash": "eoffice_app.penomoran.pola_kantor.forget_pola",
	},
	"Workspace": {
		"on_change": "eoffice_app.beranda.menu.forget_menus",
		"on_trash": "eoffice_app.beranda.menu.forget_menus",
		"after_rename": "eoffice_app.beranda.menu.forget_menus",
	},
	"ToDo": {"validate": "eoffice_app.hak_akses.tautan.refuse_assignment_to_stranger"},
	"File": {
		"before_insert": [
			"eoffice_app.persuratan.berkas.scan.check_uploaded_file",
			"eoffice_app.naskah.berkas_konsep.check_uploaded_file",
		]
	},
	"Hari Khusus": {
		"on_update": "eoffice_app.persuratan.surat_masuk.tenggat.follow_hari_khusus",
		"on_trash": "eoffice_app.persuratan.surat_masuk.tenggat.follow_hari_khusus",
	},
	"Surat Masuk": {
		"on_update": "eoffice_app.hak_akses.akses_pengajuan.follow_letter",
		"onload": [
			"eoffice_app.meja.formulir.tell_form",
			"eoffice_app.persuratan.surat_masuk.formulir.send_along",
		],
	},
	"Surat Keluar": {"onload": "eoffice_app.meja.formulir.tell_form"},
	"Jabatan": {"on_update": "eoffice_app.hak_akses.perpindahan.follow_moved_jabatan"},
	"User": {
		"validate": "eoffice_app.organisasi.sesi_operator.limit_sessions",
		"after_rename": "eoffice_app.hak_akses.akses_surat.follow_renamed_user",
	},
	"Pengaturan E-Office": {
		"on_update": [
			"eoffice_app.hak_akses.perpindahan.follow_paraf_setting",
			"eoffice_app.persuratan.surat_masuk.tenggat.follow_pengaturan",
		]
	},
}

# What a killed worker left unsent or unmerged is found again within minutes.
scheduler_events = {
	"cron": {
		"* * * * *": [
			"eoffice_app.persuratan.pemberitahuan.pengirim.send_waiting_notices",
			"eoffice_app.persuratan.berkas.gabung_scan.merge_waiting",
			"eoffice_app.naskah.siap.prepare_waiting",
			"eoffice_app.pencarian.penulis.take_in_changes",
			"eoffice_app.saluran.otomatis.send_waiting_automatic",
			"eoffice_app.saluran.surel.follow_queue",
			"eoffice_app.pindai.giliran_baca.read_waiting",
			"eoffice_app.meja.tertunda.send_due",
		],
		"*/15 * * * *": ["eoffice_app.laporan.rekap.follow_changes"],
	},
	"hourly": ["eoffice_app.loket.ruang_unggah.sweep"],
	"daily": [
		"eoffice_app.pencarian.penulis.check_completeness",
		"eoffice_app.meja.halaman.sweep",
		"eoffice_app.persuratan.cetak.buku_panjang.sweep",
	],
	"daily_long": ["eoffice_app.laporan.rekap.check_all_days"],
}
