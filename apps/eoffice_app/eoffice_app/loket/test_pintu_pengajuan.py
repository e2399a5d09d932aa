"""Who sees a submission, by the doors of real requests: the operators what is open, the operator sandi what is secret.

To everybody else, and to the account that sent it, it does not exist at any of Frappe's own doors.
"""

import frappe

from eoffice_app.loket.penerimaan import set_rahasia
from eoffice_app.tests.dasar import KasusUji, acting_as, surel
from eoffice_app.tests.klien import make_klien
from eoffice_app.tests.pengajuan import make_pengajuan, remove_pengajuan
from eoffice_app.tests.pintu import baris, call, daftar, getdoc, jumlah, rest

DOCTYPE = "Pengajuan Surat"
PENERIMAAN = "eoffice_app.loket.penerimaan"
# Who asks → which of the two he sees. UJI-PENGELOLA keeps the office's settings, UJI-SISTEM the machine.
PENANYA = {
	"UJI-OPERATOR": {"terbuka"},
	"UJI-SANDI": {"rahasia"},
	"UJI-VERIFIKATOR": set(),
	"UJI-KADIS": set(),
	"UJI-STAF-B": set(),
	"UJI-PENGELOLA": set(),
	"UJI-SISTEM": set(),
	"Guest": set(),
}
MENYEBUT = {
	"formulir": getdoc(DOCTYPE, "name"),
	"REST": rest(DOCTYPE, "name"),
	"client.get": call("frappe.client.get", doctype=DOCTYPE, name="{name}"),
	"lini masa": call("frappe.desk.form.load.get_docinfo", doctype=DOCTYPE, name="{name}"),
	"usulan": call("eoffice_app.loket.usulan.get_usulan", pengajuan="{name}"),
	"berkas": lambda klien, surat: klien.get(surat["berkas"]),
	"unduh berkas": call("frappe.core.doctype.file.file.download_file", file_url="{berkas}"),
}
MENULIS = {
	"client.set_value": call(
		"frappe.client.set_value",
		doctype=DOCTYPE,
		name="{name}",
		fieldname="perlu_cetak",
		value="Perlu Dicetak",
	),
	"client.delete": call("frappe.client.delete", doctype=DOCTYPE, name="{name}"),
	"unggah": call("upload_file", doctype=DOCTYPE, docname="{name}", file_url="/files/x.pdf"),
	"berbagi": call("frappe.share.add", doctype=DOCTYPE, name="{name}", user="uji-staf-b@uji.example"),
	"terima": call(f"{PENERIMAAN}.accept_pengajuan", pengajuan="{name}", values={}),
	"kembalikan": call(f"{PENERIMAAN}.return_pengajuan", pengajuan="{name}", alasan="x"),
	"proses kembali": call(f"{PENERIMAAN}.reopen_pengajuan", pengajuan="{name}"),
	"serahkan": call(f"{PENERIMAAN}.set_rahasia", pengajuan="{name}", rahasia=1),
	"pinjam berkas": call(
		"frappe.client.insert",
		doc={"doctype": "File", "file_url": "{berkas}", "attached_to_doctype": "User"},
		file_url="{berkas}",
	),
}
MENCARI = {
	"daftar": daftar(DOCTYPE),
	"client.get_list": baris(DOCTYPE, "name", "name", "perihal"),
	"cari tautan": call("frappe.desk.search.search_link", doctype=DOCTYPE, txt="{tanda}"),
	"tabel anak": baris("Berkas Pengajuan", "parent", "name", "parent", parent=DOCTYPE),
	"daftar berkas": baris("File", "file_url", "berkas", "file_url"),
	"daftar versi": baris("Version", "docname", "name", "data"),
	"ekspor": call(
		"frappe.desk.reportview.export_query",
		doctype=DOCTYPE,
		file_format_type="CSV",
		title="x",
		fields=["`tabPengajuan Surat`.`perihal`"],
		filters=[[DOCTYPE, "perihal", "like", "%{tanda}%"]],
	),
}


class TestPintuPengajuan(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.surat = {
			kind: describe(make_pengajuan(perihal=f"Perihal {kind}{kind}").nama)
			for kind in ("terbuka", "rahasia")
		}
		with acting_as("UJI-OPERATOR"):
			set_rahasia(cls.surat["rahasia"]["name"], True)
		cls.klien = {kode: make_klien(kode if kode == "Guest" else surel(kode)) for kode in PENANYA}
		frappe.db.commit()

	@classmethod
	def tearDownClass(cls):
		frappe.set_user("Administrator")
		remove_pengajuan(*(surat["name"] for surat in cls.surat.values()))
		frappe.db.commit()
		super().tearDownClass()

	def walk(self, doors: dict):
		for pintu, buka in doors.items():
			for kode, klien in self.klien.items():
				for kind, surat in self.surat.items():
					yield buka(klien, surat), kind in PENANYA[kode], (pintu, kode, kind), surat

	def test_doors_that_name_it(self):
		for jawaban, is_visible, context, _surat in self.walk(MENYEBUT):
			self.assertEqual(jawaban.status, 200 if is_visible else 404, (*context, jawaban.isi[:300]))

	def test_doors_that_would_write_are_closed_to_those_to_whom_it_is_hidden(self):
		for pintu, buka in MENULIS.items():
			for kode, klien in self.klien.items():
				for kind, surat in self.surat.items():
					if kind not in PENANYA[kode]:
						jawaban = buka(klien, surat)
						self.assertEqual(jawaban.status, 404, (pintu, kode, kind, jawaban.isi[:300]))

	def test_operators_neither_delete_nor_share_it(self):
		for pintu in ("client.delete", "berbagi"):
			jawaban = MENULIS[pintu](self.klien["UJI-OPERATOR"], self.surat["terbuka"])
			self.assertIn(jawaban.status, (403, 417), (pintu, jawaban.isi[:300]))

	def test_doors_that_search(self):
		found = set()
		for jawaban, is_visible, context, surat in self.walk(MENCARI):
			betrays = surat["name"] in jawaban.isi or surat["tanda"] in jawaban.isi
			if is_visible and betrays:
				found.add(context[0])
			elif not is_visible:
				self.assertFalse(betrays, (*context, jawaban.isi[:300]))
		# Each door is one: to whom it is visible it shows it. Operators export nothing, and read no versions as a list.
		self.assertEqual(set(MENCARI) - found, {"ekspor", "daftar versi"})

	def test_door_that_counts(self):
		buka = jumlah("frappe.desk.reportview.get_count", DOCTYPE)
		for jawaban, is_visible, context, _surat in self.walk({"jumlah": buka}):
			if jawaban.status == 200:
				self.assertEqual(frappe.parse_json(jawaban.isi)["message"], int(is_visible), context)
			else:
				self.assertEqual((jawaban.status, is_visible), (403, False), (*context, jawaban.isi[:300]))


def describe(name: str) -> dict:
	"""Return what the doors ask for: name, a word of its own, and the address of its file."""
	pengajuan = frappe.get_doc(DOCTYPE, name)
	return {"name": name, "tanda": pengajuan.perihal, "berkas": pengajuan.berkas[0].berkas}
