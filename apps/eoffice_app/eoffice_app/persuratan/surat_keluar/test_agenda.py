import frappe
from frappe.utils import get_datetime, getdate, nowdate

from eoffice_app.exceptions import NomorTerkunciError
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.doctype.buku_agenda.buku_agenda import BukuTerakhirError
from eoffice_app.persuratan.konsep.langkah import cancel_draft
from eoffice_app.persuratan.surat_keluar.agenda import (
	BukuKeluarTidakAdaError,
	enter_agenda_keluar,
)
from eoffice_app.saluran.pengiriman import JejakKirim, record_sent
from eoffice_app.tests.dasar import KasusUji, make, make_surat_keluar
from eoffice_app.tests.surat_bernomor import make_pengiriman


def enter(**values):
	"""Draft a letter, give it a number as signing does, enter it; return letter and line."""
	surat = make_surat_keluar(**values)
	surat.update({"nomor": f"005/{surat.name}", "tanggal_surat": nowdate()})
	return surat, frappe.get_doc("Agenda Keluar", enter_agenda_keluar(surat))


class TestAgendaKeluar(KasusUji):
	def test_a_line_says_what_the_book_asks(self):
		make("Instansi", {"nama_instansi": "Instansi Uji Dua"})
		tujuan = [
			{"jenis_penerima": "Instansi", "penerima": nama} for nama in ("Instansi Uji", "Instansi Uji Dua")
		]
		surat, line = enter(tujuan=tujuan, perihal="Undangan rapat")
		self.assertEqual(
			(line.buku, line.surat_keluar, line.nomor_surat, line.perihal, line.tujuan, line.keadaan),
			("SK", surat.name, surat.nomor, "Undangan rapat", "Instansi Uji; Instansi Uji Dua", "Terdaftar"),
		)
		self.assertEqual((str(line.tanggal_surat), line.tanggal_pengiriman), (nowdate(), None))

	def test_numbers_of_a_book_follow_each_other_and_secret_letters_have_their_own(self):
		_surat, first = enter()
		_surat, secret = enter(sifat="Rahasia")
		_surat, second = enter(sifat="Terbatas")
		self.assertEqual((first.buku, secret.buku, second.buku), ("SK", "SKR", "SK"))
		self.assertEqual(second.nomor_urut, first.nomor_urut + 1)

	def test_a_letter_has_one_line_however_often_it_is_entered(self):
		surat, line = enter()
		self.assertEqual(enter_agenda_keluar(surat), line.name)
		_surat, following = enter()
		self.assertEqual(following.nomor_urut, line.nomor_urut + 1)

	def test_a_cancelled_letter_keeps_its_line(self):
		surat, line = enter()
		surat.db_set("workflow_state", "Konsep")
		with self.sebagai("UJI-STAF-A1"):
			cancel_draft(surat.name, "Keliru")
		line.reload()
		self.assertEqual((line.keadaan, line.nomor_surat), ("Batal", surat.nomor))

	def test_the_day_of_sending_is_that_of_the_first_copy(self):
		make("Instansi", {"nama_instansi": "Instansi Uji Dua"})
		tujuan = [
			{"jenis_penerima": "Instansi", "penerima": nama} for nama in ("Instansi Uji", "Instansi Uji Dua")
		]
		first, second = make_pengiriman(tujuan=tujuan)
		enter_agenda_keluar(frappe.get_doc("Surat Keluar", first.surat_keluar))
		self.assertEqual(self.list_tanggal(first), [None])
		record_sent(first.name, JejakKirim(dikirim_pada=get_datetime("2026-01-02 10:00")))
		record_sent(second.name, JejakKirim(dikirim_pada=get_datetime("2026-01-03 10:00")))
		self.assertEqual(self.list_tanggal(first), [getdate("2026-01-02")])

	def test_each_berita_by_sanapati_has_a_line_in_a_book_of_its_own(self):
		for sifat, buku in (("Biasa", "BK"), ("Rahasia", "BKR")):
			(berita,) = make_pengiriman("Sanapati", sifat=sifat)
			for _turn in range(2):
				record_sent(berita.name, JejakKirim())
			(line,) = frappe.get_all(
				"Agenda Keluar", filters={"surat_keluar": berita.surat_keluar}, fields=["*"]
			)
			self.assertEqual(
				(line.buku, line.tujuan, line.tanggal_pengiriman),
				(buku, "Instansi Uji", getdate()),
			)

	def test_nobody_writes_or_deletes_a_line_by_hand(self):
		_surat, line = enter()
		line.perihal = "Lain"
		self.assertRaises(NomorTerkunciError, line.save)
		self.assertRaises(NomorTerkunciError, frappe.delete_doc, "Agenda Keluar", line.name)
		self.assertRaises(NomorTerkunciError, frappe.copy_doc(line).insert)

	def test_a_line_is_as_visible_as_its_letter(self):
		for sifat in ("Biasa", "Terbatas", *SIFAT_RAHASIA):
			_surat, line = enter(sifat=sifat)
			for kode, sees in (
				("UJI-STAF-A1", True),
				("UJI-KADIS", True),
				("UJI-KABID-A", sifat == "Biasa"),
				("UJI-STAF-B", False),
				("UJI-PENGELOLA", False),
				("Guest", False),
			):
				with self.sebagai(kode), self.subTest(sifat=sifat, kode=kode):
					self.assertEqual(
						bool(frappe.has_permission("Agenda Keluar", "read", line.name))
						and self.list_own(line),
						sees,
					)

	def test_no_letter_is_numbered_past_its_book(self):
		frappe.db.set_value("Buku Agenda", "SKR", "aktif", 0)
		with self.assertRaisesRegex(BukuKeluarTidakAdaError, "Rahasia"):
			enter(sifat="Rahasia")

	def test_the_last_book_of_its_kind_is_not_closed(self):
		buku = frappe.get_doc("Buku Agenda", "SKR")
		buku.aktif = 0
		self.assertRaises(BukuTerakhirError, buku.save)
		self.assertRaises(BukuTerakhirError, frappe.delete_doc, "Buku Agenda", "SKR")
		make("Buku Agenda", {"kode": "SKR2"}, nama_buku="Kedua", jenis="Keluar", rahasia=1)
		buku.reload()
		buku.aktif = 0
		buku.save()
		self.assertEqual(enter(sifat="Rahasia")[1].buku, "SKR2")

	def list_tanggal(self, pengiriman) -> list:
		filters = {"surat_keluar": pengiriman.surat_keluar}
		return frappe.get_all("Agenda Keluar", filters=filters, pluck="tanggal_pengiriman")

	def list_own(self, line) -> bool:
		try:
			return bool(frappe.get_list("Agenda Keluar", filters={"name": line.name}))
		except frappe.PermissionError:
			return False
