app_name = "eoffice_app"
app_title = "E-Office"
app_publisher = "E-Office contributors"
app_description = "Tata persuratan kantor dinas daerah: surat masuk, agenda dan disposisi"
app_email = "eoffice@eoffice.example"
app_license = "MIT"

app_logo_url = "/assets/eoffice_app/images/logo.svg"
website_context = {"favicon": app_logo_url, "splash_image": app_logo_url}

app_include_js = "eoffice.bundle.js"
app_include_css = "eoffice.bundle.css"

after_install = "eoffice_app.install.after_install"
after_uninstall = "eoffice_app.install.after_uninstall"

permission_query_conditions = {
	"Surat Masuk": "eoffice_app.hak_akses.surat.get_surat_masuk_conditions",
	"Agenda": "eoffice_app.hak_akses.surat.get_agenda_conditions",
	"Disposisi": "eoffice_app.hak_akses.surat.get_disposisi_conditions",
	"File": "eoffice_app.hak_akses.lampiran.get_file_conditions",
	"Comment": "eoffice_app.hak_akses.lampiran.get_comment_conditions",
	"Version": "eoffice_app.hak_akses.lampiran.get_version_conditions",
	"Workflow Action": "eoffice_app.hak_akses.lampiran.get_workflow_action_conditions",
	"Tag Link": "eoffice_app.hak_akses.lampiran.get_tag_link_conditions",
}

has_permission = {
	"Surat Masuk": "eoffice_app.hak_akses.surat.has_surat_masuk_permission",
	"Agenda": "eoffice_app.hak_akses.surat.has_turunan_permission",
	"Disposisi": "eoffice_app.hak_akses.surat.has_turunan_permission",
}

standard_queries = dict.fromkeys(
	("Surat Masuk", "Agenda", "Disposisi"), "eoffice_app.hak_akses.pencarian.search_surat"
)

override_doctype_class = {"File": "eoffice_app.hak_akses.berkas.BerkasSurat"}

override_whitelisted_methods = {
	"frappe.utils.print_format.download_pdf": "eoffice_app.persuratan.cetak.pdf.download_pdf",
	"frappe.utils.print_format.download_multi_pdf": "eoffice_app.persuratan.cetak.pdf.refuse_multi_pdf",
	"frappe.utils.print_format.download_multi_pdf_async": "eoffice_app.persuratan.cetak.pdf.refuse_multi_pdf",
}

jinja = {
	"methods": [
		"eoffice_app.persuratan.cetak.lembar_disposisi.get_lembar_disposisi",
		"eoffice_app.persuratan.cetak.bukti_registrasi.get_bukti_registrasi",
		"eoffice_app.persuratan.cetak.kartu_kendali.get_kartu_kendali",
		"eoffice_app.persuratan.cetak.surat_pengembalian.get_surat_pengembalian",
	]
}

on_login = ["eoffice_app.organisasi.sesi_operator.end_other_sessions"]

extend_bootinfo = ["eoffice_app.organisasi.desk.extend_bootinfo"]

doc_events = {
	"File": {"before_insert": "eoffice_app.persuratan.scan.check_uploaded_file"},
	"Hari Khusus": {
		"on_update": "eoffice_app.persuratan.tenggat.follow_hari_khusus",
		"on_trash": "eoffice_app.persuratan.tenggat.follow_hari_khusus",
	},
	"Jabatan": {"on_update": "eoffice_app.hak_akses.perpindahan.follow_moved_jabatan"},
	"User": {
		"validate": "eoffice_app.organisasi.sesi_operator.limit_sessions",
		"after_rename": "eoffice_app.hak_akses.akses_surat.follow_renamed_user",
	},
	"Pengaturan E-Office": {
		"on_update": [
			"eoffice_app.hak_akses.perpindahan.follow_paraf_setting",
			"eoffice_app.persuratan.tenggat.follow_pengaturan",
		]
	},
}

# What a killed worker left unsent or unmerged is found again within minutes.
scheduler_events = {
	"cron": {
		"* * * * *": [
			"eoffice_app.persuratan.pengiriman.send_waiting_notices",
			"eoffice_app.persuratan.gabung_scan.merge_waiting",
		]
	}
}
