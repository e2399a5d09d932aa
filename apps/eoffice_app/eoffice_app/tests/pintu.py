"""Every door through which a letter could be seen, one line each: what `hak_akses/test_matriks.py` walks.

A door is a name and a function of (klien, surat). `surat` names the things of one letter: `name`, `agenda`,
`disposisi`, `berkas` (address), `file`, `komentar`, `versi`, and the words that would betray it: `tanda` (in its perihal
and number) and `label`. Things of a letter that never was have the same shape.
"""

from collections.abc import Callable

from frappe import realtime

from eoffice_app.tests.klien import Jawaban

Pintu = Callable[..., Jawaban]
SURAT = "Surat Masuk"
BERKAS_CSV = {"file_format_type": "CSV", "title": "x"}
MENURUT_NOMOR = {
	"fields": ["`tabSurat Masuk`.`nomor_surat`"],
	"group_by": "`tabSurat Masuk`.`nomor_surat`",
	"aggregate_function": "count",
	"aggregate_on_doctype": SURAT,
	"aggregate_on_field": "name",
}


def get(path: str, **values) -> Pintu:
	"""An address; `"{name}"` in it, or in a value, is filled in from the letter, also inside lists and dicts."""
	return lambda klien, surat: klien.get(_fill(path, surat), **_fill(values, surat))


def call(method: str, **values) -> Pintu:
	"""A whitelisted function; its values are filled in as those of `get`."""
	return lambda klien, surat: klien.call(method, **_fill(values, surat))


def pada_surat(method: str, nama: str = "name", **values) -> Pintu:
	"""A function of Frappe's that is told a DocType and, in the argument `nama`, a name."""
	return call(method, doctype=SURAT, **{nama: "{name}"}, **values)


def milik(method: str, **values) -> Pintu:
	"""A function of ours that is told a letter."""
	return call(f"eoffice_app.{method}", surat_masuk="{name}", **values)


def bernomor(method: str, nama: str = "filters", **values) -> Pintu:
	"""A function of Frappe's that is told a DocType and, in the argument `nama`, to look for the letter's number."""
	return call(method, doctype=SURAT, **{nama: [[SURAT, "nomor_surat", "=", "{tanda}"]]}, **values)


def getdoc(doctype: str, kunci: str) -> Pintu:
	return get("/api/method/frappe.desk.form.load.getdoc", doctype=doctype, name=f"{{{kunci}}}")


def rest(doctype: str, kunci: str) -> Pintu:
	return get(f"/api/resource/{doctype}/{{{kunci}}}")


def masuk_ruang_dokumen() -> Pintu:
	"""What the realtime server asks before it lets somebody hear of a document; Frappe 16 gave it another name."""
	if hasattr(realtime, "can_subscribe_doc"):
		return pada_surat("frappe.realtime.can_subscribe_doc", "docname")
	return pada_surat("frappe.realtime.has_permission")


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
	"formulir surat": getdoc(SURAT, "name"),
	"formulir disposisi": getdoc("Disposisi", "disposisi"),
	"formulir agenda": getdoc("Agenda", "agenda"),
	"lini masa": pada_surat("frappe.desk.form.load.get_docinfo"),
	"surel pada lini masa": pada_surat("frappe.desk.form.load.get_communications"),
	"REST surat": rest(SURAT, "name"),
	"REST disposisi": rest("Disposisi", "disposisi"),
	"REST agenda": rest("Agenda", "agenda"),
	"client.get": pada_surat("frappe.client.get"),
	"client.get menurut nomor": call("frappe.client.get", doctype=SURAT, filters={"nomor_surat": "{tanda}"}),
	"validate_link": pada_surat("frappe.client.validate_link", "docname", fields=["perihal"]),
	"get_link_title": pada_surat("frappe.desk.search.get_link_title", "docname"),
	"pratinjau tautan": pada_surat("frappe.desk.link_preview.get_preview_data", "docname"),
	"dokumen terkait": pada_surat("frappe.desk.form.linked_with.get", "docname"),
	"has_permission": pada_surat("frappe.client.has_permission", "docname"),
	"realtime": masuk_ruang_dokumen(),
	"berkas": get("{berkas}"),
	"unduh berkas": call("frappe.core.doctype.file.file.download_file", file_url="{berkas}"),
	"balasan": milik("persuratan.konsep.balasan.get_balasan"),
	"usulan balasan": milik("persuratan.konsep.balasan.get_usulan_balasan"),
	"pembacaan scan": milik("pindai.pembacaan.get_pembacaan"),
	"kisah surat": milik("kisah.kisah.get_kisah_masuk"),
	"pohon disposisi": milik("persuratan.disposisi.pohon.get_pohon"),
	"formulir": milik("persuratan.surat_masuk.formulir.get_formulir"),
	"halaman scan di meja": milik("meja.pintu.get_halaman", nomor=1),
	"kata dalam scan di meja": milik("meja.pintu.find_in_scan", teks="x"),
}
# Records about the letter which not every role that sees it may open one by one: hidden they are "not found" all the same.
LAMPIRAN: dict[str, Pintu] = {
	"REST berkas": rest("File", "file"),
	"REST komentar": rest("Comment", "komentar"),
	"REST versi": rest("Version", "versi"),
	"cetak di peramban": get("/printview", doctype=SURAT, name="{name}"),
	"pratinjau cetak": call(
		"frappe.www.printview.get_html_and_style", doc=SURAT, name="{name}", doctype=SURAT
	),
	"PDF": get("/api/method/frappe.utils.print_format.download_pdf", doctype=SURAT, name="{name}"),
	"riwayat buka": milik("hak_akses.riwayat.get_riwayat_buka"),
	"surat di meja": milik("meja.pintu.get_surat"),
}
# Doors that would write. Asked only by those to whom the letter is hidden.
MENULIS: dict[str, Pintu] = {
	"simpan": call(
		"frappe.desk.form.save.savedocs",
		doc={"doctype": SURAT, "name": "{name}", "perihal": "x"},
		action="Save",
	),
	"client.set_value": pada_surat("frappe.client.set_value", fieldname="perihal", value="x"),
	"client.delete": pada_surat("frappe.client.delete"),
	"alur kerja": call(
		"frappe.model.workflow.apply_workflow",
		doc={"doctype": SURAT, "name": "{name}"},
		action="Batalkan",
	),
	"transisi": call("frappe.model.workflow.get_transitions", doc={"doctype": SURAT, "name": "{name}"}),
	"komentar": call(
		"frappe.desk.form.utils.add_comment",
		reference_doctype=SURAT,
		reference_name="{name}",
		content="x",
		comment_email="x@x.id",
		comment_by="x",
	),
	"suka": pada_surat("frappe.desk.like.toggle_like", add="Yes"),
	"keputusan di meja dibatalkan": call("eoffice_app.meja.pintu.undo", kunci="Surat Masuk/{name}/"),
	"keputusan di meja": milik("meja.pintu.decide", tindakan="Tanpa Disposisi", terbaca="x"),
	"baca ulang scan": milik("pindai.pembacaan.read_again"),
	"label": call("frappe.desk.doctype.tag.tag.add_tag", tag="x", dt=SURAT, dn="{name}"),
	"label banyak": call("frappe.desk.doctype.tag.tag.add_tags", tags=["x"], dt=SURAT, docs=["{name}"]),
	"penugasan": pada_surat("frappe.desk.form.assign_to.add", assign_to=["uji-kadis@uji.example"]),
	"berbagi": pada_surat("frappe.share.add", user="uji-staf-b@uji.example"),
	"ikuti": pada_surat(
		"frappe.desk.form.document_follow.follow_document",
		"doc_name",
		user="uji-staf-b@uji.example",
	),
	"kirim surel": pada_surat(
		"frappe.core.doctype.communication.email.make", content="x", recipients="x@x.id"
	),
	"unggah": pada_surat("upload_file", "docname", file_url="/files/x.pdf"),
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
			"reference_type": SURAT,
			"reference_name": "{name}",
		},
	),
	"cetak banyak": call("frappe.utils.print_format.download_multi_pdf", doctype=SURAT, name=["{name}"]),
	"ubah massal": call(
		"frappe.desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs",
		doctype=SURAT,
		docnames=["{name}"],
		action="update",
		data={"perihal": "x"},
	),
}
# Doors that find letters by their words. The words of a hidden letter find nothing.
MENCARI: dict[str, Pintu] = {
	"daftar surat": daftar(SURAT),
	"daftar agenda": daftar("Agenda"),
	"daftar disposisi": daftar("Disposisi"),
	"client.get_list": baris(SURAT, "nomor_surat", "tanda", "perihal"),
	"REST daftar": get(
		"/api/resource/Surat Masuk", filters='[["nomor_surat","=","{tanda}"]]', fields='["perihal"]'
	),
	"client.get_value": call(
		"frappe.client.get_value",
		doctype=SURAT,
		fieldname="perihal",
		filters={"nomor_surat": "{tanda}"},
	),
	"tabel anak": baris("Scan Surat", "parent", "name", "berkas", parent=SURAT),
	"ekspor": bernomor(
		"frappe.desk.reportview.export_query", **BERKAS_CSV, fields=["`tabSurat Masuk`.`perihal`"]
	),
	"ekspor data": call(
		"frappe.core.doctype.data_export.exporter.export_data",
		doctype=SURAT,
		file_type="CSV",
		with_data=1,
		select_columns={SURAT: ["perihal", "nomor_surat"]},
		filters={"nomor_surat": "{tanda}"},
	),
	"cari tautan": call(
		"frappe.desk.search.search_link", doctype=SURAT, txt="{tanda}", ignore_user_permissions=1
	),
	"cari tautan agenda": call(
		"frappe.desk.search.search_link", doctype="Agenda", txt="{tanda}", ignore_user_permissions=1
	),
	"cari kolom": call(
		"frappe.desk.search.search_widget", doctype=SURAT, txt="{tanda}", searchfield="perihal"
	),
	"cari surat": call("eoffice_app.pencarian.cari.search_letters", teks="{tanda}", terbaik=1),
	"monitor": call("eoffice_app.pemantauan.pemantauan.list_surat", saringan={"teks": "{tanda}"}),
	"papan monitor": call("eoffice_app.pemantauan.pemantauan.get_papan", saringan={"teks": "{tanda}"}),
	"meja": call("eoffice_app.meja.pintu.get_meja", kelompok="disposisi"),
	"antrean meja": call("eoffice_app.meja.pintu.get_antrean", kelompok="disposisi"),
	"cari umum": call("frappe.utils.global_search.search", text="{tanda}"),
	"kalender": bernomor(
		"frappe.desk.calendar.get_events",
		start="2000-01-01",
		end="2999-12-31",
		field_map={"start": "tanggal_terima", "end": "tanggal_terima", "title": "perihal"},
		fields=["perihal", "tanggal_terima"],
	),
	"kelompok": bernomor("frappe.desk.listview.get_group_by_count", "current_filters", field="nomor_surat"),
	"statistik": bernomor("frappe.desk.reportview.get_sidebar_stats", stats=["nomor_surat"]),
	"kolom laporan": call(
		"frappe.desk.query_report.get_data_for_custom_field", doctype=SURAT, field="nomor_surat"
	),
	"terkait pengirim": call("frappe.desk.form.linked_with.get", doctype="Instansi", docname="{pengirim}"),
	"dokumen berlabel": call("frappe.desk.doctype.tag.tag.get_tagged_docs", doctype=SURAT, tag="%{label}%"),
	"label umum": call("frappe.desk.doctype.tag.tag.get_documents_for_tag", tag="#{label}"),
	"laporan dikelompokkan": bernomor("frappe.desk.reportview.get", **MENURUT_NOMOR),
	"laporan dengan tabel anak": call(
		"frappe.desk.reportview.get_list",
		doctype=SURAT,
		fields=["`tabSurat Masuk`.`name`", "`tabScan Surat`.`berkas`"],
		filters=[["Scan Surat", "berkas", "=", "{berkas}"]],
	),
	"ekspor dikelompokkan": bernomor("frappe.desk.reportview.export_query", **BERKAS_CSV, **MENURUT_NOMOR),
	"daftar berkas": baris("File", "file_url", "berkas", "file_url"),
	"daftar komentar": baris("Comment", "reference_name", "name", "content"),
	"daftar versi": baris("Version", "docname", "name", "data"),
	"daftar label": baris("Tag Link", "document_name", "name", "title"),
	"daftar situs": get("/api/method/frappe.www.list.get", doctype=SURAT, txt="{tanda}"),
}
# Doors that count. A hidden letter is not counted. The answer is a number, alone in "message".
MENGHITUNG: dict[str, Pintu] = {
	"jumlah daftar": jumlah("frappe.desk.reportview.get_count", SURAT),
	"jumlah agenda": jumlah("frappe.desk.reportview.get_count", "Agenda"),
	"jumlah disposisi": jumlah("frappe.desk.reportview.get_count", "Disposisi"),
	"client.get_count": jumlah("frappe.client.get_count", SURAT),
	"kartu angka": call(
		"frappe.desk.doctype.number_card.number_card.get_result",
		doc={"doctype": "Number Card", "name": "uji", "document_type": SURAT, "function": "Count"},
		filters=[[SURAT, "nomor_surat", "=", "{tanda}"]],
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
	"rincian verifikasi": laporan("frappe.desk.query_report.run", "Rincian Verifikasi"),
}
