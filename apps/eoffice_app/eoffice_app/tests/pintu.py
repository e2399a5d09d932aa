"""Every door through which a letter could be seen, one line each: what `hak_akses/test_matriks.py` walks.

A door is a name and a function of (klien, surat). `surat` names the things of one letter: `name`, `agenda`,
`disposisi`, `berkas` (address), `file`, `komentar`, `versi`, and the words that would betray it: `tanda` (in its perihal
and number) and `label`. Things of a letter that never was have the same shape.
"""

from collections.abc import Callable

from frappe import realtime

from eoffice_app.tests.klien import Jawaban

Pintu = Callable[..., Jawaban]


def getdoc(doctype: str, kunci: str) -> Pintu:
	return lambda klien, surat: klien.get(
		"/api/method/frappe.desk.form.load.getdoc", doctype=doctype, name=surat[kunci]
	)


def masuk_ruang_dokumen() -> Pintu:
	"""What the realtime server asks before it lets somebody hear of a document; Frappe 16 gave it another name."""
	if hasattr(realtime, "can_subscribe_doc"):
		return call("frappe.realtime.can_subscribe_doc", doctype="Surat Masuk", docname="{name}")
	return call("frappe.realtime.has_permission", doctype="Surat Masuk", name="{name}")


def rest(doctype: str, kunci: str) -> Pintu:
	return lambda klien, surat: klien.get(f"/api/resource/{doctype}/{surat[kunci]}")


def call(method: str, **values) -> Pintu:
	"""A whitelisted function; a value `"{name}"` is filled in from the letter, also inside lists and dicts."""
	return lambda klien, surat: klien.call(method, **_fill(values, surat))


def _fill(value, surat: dict):
	if isinstance(value, dict):
		return {key: _fill(item, surat) for key, item in value.items()}
	if isinstance(value, list):
		return [_fill(item, surat) for item in value]
	return value.format(**surat) if isinstance(value, str) and "{" in value else value


def daftar(doctype: str, kolom: str = "perihal", field: str = "perihal") -> Pintu:
	"""The list of the desk, narrowed to what names the letter."""
	return call(
		"frappe.desk.reportview.get",
		doctype=doctype,
		fields=["name", field],
		filters=[[doctype, kolom, "like", "%{tanda}%"]],
	)


def jumlah(method: str, doctype: str, kolom: str = "perihal") -> Pintu:
	return call(method, doctype=doctype, filters=[[doctype, kolom, "like", "%{tanda}%"]], distinct="false")


def baris(doctype: str, kolom: str, kunci: str, field: str, **options) -> Pintu:
	"""Rows of a table through the data interface, narrowed to those of the letter."""
	return call(
		"frappe.client.get_list",
		doctype=doctype,
		fields=[field],
		filters=[[doctype, kolom, "=", f"{{{kunci}}}"]],
		**options,
	)


def laporan(method: str, nama: str, pilihan: dict | None = None, **saring) -> Pintu:
	"""A report of all days, by a function that runs or exports it."""
	return call(method, report_name=nama, filters={"dari": "2000-01-01", **saring}, **(pilihan or {}))


# Doors that name the letter. To whom it is hidden each answers as for one that never was: 404, "not found".
# To whom it is visible each answers 200.
MEMBACA: dict[str, Pintu] = {
	"formulir surat": getdoc("Surat Masuk", "name"),
	"formulir disposisi": getdoc("Disposisi", "disposisi"),
	"formulir agenda": getdoc("Agenda", "agenda"),
	"lini masa": call("frappe.desk.form.load.get_docinfo", doctype="Surat Masuk", name="{name}"),
	"surel pada lini masa": call(
		"frappe.desk.form.load.get_communications", doctype="Surat Masuk", name="{name}"
	),
	"REST surat": rest("Surat Masuk", "name"),
	"REST disposisi": rest("Disposisi", "disposisi"),
	"REST agenda": rest("Agenda", "agenda"),
	"client.get": call("frappe.client.get", doctype="Surat Masuk", name="{name}"),
	"client.get menurut nomor": call(
		"frappe.client.get", doctype="Surat Masuk", filters={"nomor_surat": "{tanda}"}
	),
	"validate_link": call(
		"frappe.client.validate_link", doctype="Surat Masuk", docname="{name}", fields=["perihal"]
	),
	"get_link_title": call("frappe.desk.search.get_link_title", doctype="Surat Masuk", docname="{name}"),
	"pratinjau tautan": call(
		"frappe.desk.link_preview.get_preview_data", doctype="Surat Masuk", docname="{name}"
	),
	"dokumen terkait": call("frappe.desk.form.linked_with.get", doctype="Surat Masuk", docname="{name}"),
	"has_permission": call("frappe.client.has_permission", doctype="Surat Masuk", docname="{name}"),
	"realtime": masuk_ruang_dokumen(),
	"berkas": lambda klien, surat: klien.get(surat["berkas"]),
	"unduh berkas": call("frappe.core.doctype.file.file.download_file", file_url="{berkas}"),
	"balasan": call("eoffice_app.persuratan.konsep.balasan.get_balasan", surat_masuk="{name}"),
	"usulan balasan": call("eoffice_app.persuratan.konsep.balasan.get_usulan_balasan", surat_masuk="{name}"),
	"pembacaan scan": call("eoffice_app.pindai.pembacaan.get_pembacaan", surat_masuk="{name}"),
	"kisah surat": call("eoffice_app.kisah.kisah.get_kisah_masuk", surat_masuk="{name}"),
	"pohon disposisi": call("eoffice_app.persuratan.disposisi.pohon.get_pohon", surat_masuk="{name}"),
}
# Records about the letter which not every role that sees it may open one by one: hidden they are "not found" all the same.
LAMPIRAN: dict[str, Pintu] = {
	"REST berkas": rest("File", "file"),
	"REST komentar": rest("Comment", "komentar"),
	"REST versi": rest("Version", "versi"),
	"cetak di peramban": lambda klien, surat: klien.get(
		"/printview", doctype="Surat Masuk", name=surat["name"]
	),
	"pratinjau cetak": call(
		"frappe.www.printview.get_html_and_style", doc="Surat Masuk", name="{name}", doctype="Surat Masuk"
	),
	"PDF": lambda klien, surat: klien.get(
		"/api/method/frappe.utils.print_format.download_pdf", doctype="Surat Masuk", name=surat["name"]
	),
	"riwayat buka": call("eoffice_app.hak_akses.riwayat.get_riwayat_buka", surat_masuk="{name}"),
}
# Doors that would write. Asked only by those to whom the letter is hidden.
MENULIS: dict[str, Pintu] = {
	"simpan": call(
		"frappe.desk.form.save.savedocs",
		doc={"doctype": "Surat Masuk", "name": "{name}", "perihal": "x"},
		action="Save",
	),
	"client.set_value": call(
		"frappe.client.set_value", doctype="Surat Masuk", name="{name}", fieldname="perihal", value="x"
	),
	"client.delete": call("frappe.client.delete", doctype="Surat Masuk", name="{name}"),
	"alur kerja": call(
		"frappe.model.workflow.apply_workflow",
		doc={"doctype": "Surat Masuk", "name": "{name}"},
		action="Batalkan",
	),
	"transisi": call(
		"frappe.model.workflow.get_transitions", doc={"doctype": "Surat Masuk", "name": "{name}"}
	),
	"komentar": call(
		"frappe.desk.form.utils.add_comment",
		reference_doctype="Surat Masuk",
		reference_name="{name}",
		content="x",
		comment_email="x@x.id",
		comment_by="x",
	),
	"suka": call("frappe.desk.like.toggle_like", doctype="Surat Masuk", name="{name}", add="Yes"),
	"baca ulang scan": call("eoffice_app.pindai.pembacaan.read_again", surat_masuk="{name}"),
	"label": call("frappe.desk.doctype.tag.tag.add_tag", tag="x", dt="Surat Masuk", dn="{name}"),
	"label banyak": call(
		"frappe.desk.doctype.tag.tag.add_tags", tags=["x"], dt="Surat Masuk", docs=["{name}"]
	),
	"penugasan": call(
		"frappe.desk.form.assign_to.add",
		doctype="Surat Masuk",
		name="{name}",
		assign_to=["uji-kadis@uji.example"],
	),
	"berbagi": call("frappe.share.add", doctype="Surat Masuk", name="{name}", user="uji-staf-b@uji.example"),
	"ikuti": call(
		"frappe.desk.form.document_follow.follow_document",
		doctype="Surat Masuk",
		doc_name="{name}",
		user="uji-staf-b@uji.example",
	),
	"kirim surel": call(
		"frappe.core.doctype.communication.email.make",
		doctype="Surat Masuk",
		name="{name}",
		content="x",
		recipients="x@x.id",
	),
	"unggah": call("upload_file", doctype="Surat Masuk", docname="{name}", file_url="/files/x.pdf"),
	"pinjam berkas": call(
		"frappe.client.insert",
		doc={
			"doctype": "File",
			"file_url": "{berkas}",
			"attached_to_doctype": "User",
			"attached_to_name": "Guest",
		},
		file_url="{berkas}",
	),
	"sebut dalam tugas": call(
		"frappe.client.insert",
		doc={
			"doctype": "ToDo",
			"description": "x",
			"reference_type": "Surat Masuk",
			"reference_name": "{name}",
		},
	),
	"cetak banyak": call(
		"frappe.utils.print_format.download_multi_pdf", doctype="Surat Masuk", name=["{name}"]
	),
	"ubah massal": call(
		"frappe.desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs",
		doctype="Surat Masuk",
		docnames=["{name}"],
		action="update",
		data={"perihal": "x"},
	),
}
# Doors that find letters by their words. The words of a hidden letter find nothing.
MENCARI: dict[str, Pintu] = {
	"daftar surat": daftar("Surat Masuk"),
	"daftar agenda": daftar("Agenda"),
	"daftar disposisi": daftar("Disposisi"),
	"client.get_list": baris("Surat Masuk", "nomor_surat", "tanda", "perihal"),
	"REST daftar": lambda klien, surat: klien.get(
		"/api/resource/Surat Masuk", filters=f'[["nomor_surat","=","{surat["tanda"]}"]]', fields='["perihal"]'
	),
	"client.get_value": call(
		"frappe.client.get_value",
		doctype="Surat Masuk",
		fieldname="perihal",
		filters={"nomor_surat": "{tanda}"},
	),
	"tabel anak": baris("Scan Surat", "parent", "name", "berkas", parent="Surat Masuk"),
	"ekspor": call(
		"frappe.desk.reportview.export_query",
		doctype="Surat Masuk",
		file_format_type="CSV",
		title="x",
		fields=["`tabSurat Masuk`.`perihal`"],
		filters=[["Surat Masuk", "nomor_surat", "=", "{tanda}"]],
	),
	"ekspor data": call(
		"frappe.core.doctype.data_export.exporter.export_data",
		doctype="Surat Masuk",
		file_type="CSV",
		with_data=1,
		select_columns={"Surat Masuk": ["perihal", "nomor_surat"]},
		filters={"nomor_surat": "{tanda}"},
	),
	"cari tautan": call(
		"frappe.desk.search.search_link", doctype="Surat Masuk", txt="{tanda}", ignore_user_permissions=1
	),
	"cari tautan agenda": call(
		"frappe.desk.search.search_link", doctype="Agenda", txt="{tanda}", ignore_user_permissions=1
	),
	"cari kolom": call(
		"frappe.desk.search.search_widget", doctype="Surat Masuk", txt="{tanda}", searchfield="perihal"
	),
	"cari surat": call("eoffice_app.pencarian.cari.search_letters", teks="{tanda}", terbaik=1),
	"monitor": call("eoffice_app.pemantauan.pemantauan.list_surat", saringan={"teks": "{tanda}"}),
	"papan monitor": call("eoffice_app.pemantauan.pemantauan.get_papan", saringan={"teks": "{tanda}"}),
	"cari umum": call("frappe.utils.global_search.search", text="{tanda}"),
	"kalender": call(
		"frappe.desk.calendar.get_events",
		doctype="Surat Masuk",
		start="2000-01-01",
		end="2999-12-31",
		field_map={"start": "tanggal_terima", "end": "tanggal_terima", "title": "perihal"},
		fields=["perihal", "tanggal_terima"],
		filters=[["Surat Masuk", "nomor_surat", "=", "{tanda}"]],
	),
	"kelompok": call(
		"frappe.desk.listview.get_group_by_count",
		doctype="Surat Masuk",
		current_filters='[["Surat Masuk","nomor_surat","=","{tanda}"]]',
		field="nomor_surat",
	),
	"statistik": call(
		"frappe.desk.reportview.get_sidebar_stats",
		doctype="Surat Masuk",
		stats=["nomor_surat"],
		filters=[["Surat Masuk", "nomor_surat", "=", "{tanda}"]],
	),
	"kolom laporan": call(
		"frappe.desk.query_report.get_data_for_custom_field", doctype="Surat Masuk", field="nomor_surat"
	),
	"terkait pengirim": call("frappe.desk.form.linked_with.get", doctype="Instansi", docname="{pengirim}"),
	"dokumen berlabel": call(
		"frappe.desk.doctype.tag.tag.get_tagged_docs", doctype="Surat Masuk", tag="%{label}%"
	),
	"label umum": call("frappe.desk.doctype.tag.tag.get_documents_for_tag", tag="#{label}"),
	"laporan dikelompokkan": call(
		"frappe.desk.reportview.get",
		doctype="Surat Masuk",
		fields=["`tabSurat Masuk`.`nomor_surat`"],
		filters=[["Surat Masuk", "nomor_surat", "=", "{tanda}"]],
		group_by="`tabSurat Masuk`.`nomor_surat`",
		aggregate_function="count",
		aggregate_on_doctype="Surat Masuk",
		aggregate_on_field="name",
	),
	"laporan dengan tabel anak": call(
		"frappe.desk.reportview.get_list",
		doctype="Surat Masuk",
		fields=["`tabSurat Masuk`.`name`", "`tabScan Surat`.`berkas`"],
		filters=[["Scan Surat", "berkas", "=", "{berkas}"]],
	),
	"ekspor dikelompokkan": call(
		"frappe.desk.reportview.export_query",
		doctype="Surat Masuk",
		file_format_type="CSV",
		title="x",
		fields=["`tabSurat Masuk`.`nomor_surat`"],
		filters=[["Surat Masuk", "nomor_surat", "=", "{tanda}"]],
		group_by="`tabSurat Masuk`.`nomor_surat`",
		aggregate_function="count",
		aggregate_on_doctype="Surat Masuk",
		aggregate_on_field="name",
	),
	"daftar berkas": baris("File", "file_url", "berkas", "file_url"),
	"daftar komentar": baris("Comment", "reference_name", "name", "content"),
	"daftar versi": baris("Version", "docname", "name", "data"),
	"daftar label": baris("Tag Link", "document_name", "name", "title"),
	"daftar situs": lambda klien, surat: klien.get(
		"/api/method/frappe.www.list.get", doctype="Surat Masuk", txt=surat["tanda"]
	),
}
# Doors that count. A hidden letter is not counted. The answer is a number, alone in "message".
MENGHITUNG: dict[str, Pintu] = {
	"jumlah daftar": jumlah("frappe.desk.reportview.get_count", "Surat Masuk"),
	"jumlah agenda": jumlah("frappe.desk.reportview.get_count", "Agenda"),
	"jumlah disposisi": jumlah("frappe.desk.reportview.get_count", "Disposisi"),
	"client.get_count": jumlah("frappe.client.get_count", "Surat Masuk"),
	"kartu angka": call(
		"frappe.desk.doctype.number_card.number_card.get_result",
		doc={"doctype": "Number Card", "name": "uji", "document_type": "Surat Masuk", "function": "Count"},
		filters=[["Surat Masuk", "nomor_surat", "=", "{tanda}"]],
	),
}
# Reports whose rows tell of the letter. Each shows it to those who may open the report and see the letter.
LAPORAN: dict[str, Pintu] = {
	"buku agenda": laporan("frappe.desk.query_report.run", "Buku Agenda", buku="SM"),
	"buku agenda rahasia": laporan("frappe.desk.query_report.run", "Buku Agenda", buku="SMR"),
	"ekspor buku agenda": laporan(
		"frappe.desk.query_report.export_query",
		"Buku Agenda",
		{"file_format_type": "CSV", "visible_idx": list(range(5000))},
		buku="SM",
	),
	"rekapitulasi": laporan("frappe.desk.query_report.run", "Rekapitulasi Surat", menurut="Pengirim"),
	"kinerja verifikasi": laporan("frappe.desk.query_report.run", "Kinerja Verifikasi", menurut="Pengirim"),
}
