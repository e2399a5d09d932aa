import frappe
from frappe.utils import add_to_date, now_datetime

from eoffice_app.exceptions import BukanPemangkuError
from eoffice_app.meja import pintu, tertunda
from eoffice_app.meja.keadaan import SuratBerubahError, compose_keadaan
from eoffice_app.meja.tertunda import (
	TABEL,
	SudahDitindakError,
	SudahTerkirimError,
	TindakanTidakDikenalError,
)
from eoffice_app.persuratan.disposisi.langkah import mark_read, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import report_back
from eoffice_app.tests.dasar import KasusUji, make_surat_menunggu, surel

ISI = {"kepada": ["UJI-KABID-A"], "instruksi": ["Tindak lanjuti"], "catatan": "Segera"}


class KasusTertunda(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": make_surat_menunggu()}

	def decide(
		self, tindakan: str = "Disposisi", isi: dict | None = None, disposisi: str = "", **values
	) -> dict:
		terbaca = values.get("terbaca") or compose_keadaan("Surat Masuk", self.surat.name, disposisi)
		return pintu.decide(
			tindakan, terbaca, ISI if isi is None else isi, surat_masuk=self.surat.name, disposisi=disposisi
		)

	def become_due(self) -> None:
		frappe.db.set_value(
			TABEL, {"surat": self.surat.name}, "jatuh_tempo", add_to_date(now_datetime(), seconds=-1)
		)

	def count_disposisi(self) -> int:
		return frappe.db.count("Disposisi", {"surat_masuk": self.surat.name})

	def count_notices(self) -> int:
		return frappe.db.count(
			"Pemberitahuan Surat", {"surat_masuk": self.surat.name, "kunci": ["like", "disposisi:%"]}
		)


class TestMenunda(KasusTertunda):
	def test_nothing_is_written_and_nobody_told_until_its_time_has_come(self):
		with self.sebagai("UJI-KADIS"):
			waiting = self.decide()
			self.assertEqual((self.count_disposisi(), self.count_notices()), (0, 0))
			self.assertEqual(
				frappe.db.get_value("Surat Masuk", self.surat.name, "workflow_state"), "Menunggu Disposisi"
			)
			self.assertTrue(tertunda.send(waiting["kunci"], surel("UJI-KADIS")))
		self.assertEqual((self.count_disposisi(), self.count_notices()), (1, 1))
		self.assertFalse(frappe.db.exists(TABEL, waiting["kunci"]))

	def test_taken_back_it_gives_what_was_typed_and_is_never_done(self):
		with self.sebagai("UJI-KADIS"):
			waiting = self.decide()
			given = pintu.undo(waiting["kunci"])
			self.assertEqual((given["tindakan"], given["isi"]["catatan"]), ("Disposisi", "Segera"))
			self.assertFalse(tertunda.send(waiting["kunci"], surel("UJI-KADIS")))
			with self.assertRaises(SudahTerkirimError):
				pintu.undo(waiting["kunci"])
		self.assertEqual(self.count_disposisi(), 0)

	def test_what_the_server_refuses_is_refused_at_once(self):
		with self.sebagai("UJI-KADIS"), self.assertRaises(frappe.ValidationError):
			self.decide(isi={"kepada": [], "instruksi": ["Tindak lanjuti"]})
		# As the end of a refused request does.
		frappe.db.delete(TABEL, {"surat": self.surat.name})
		with self.sebagai("UJI-SEKDIN"), self.assertRaises(BukanPemangkuError):
			self.decide("Tanpa Disposisi", {})

	def test_a_second_window_is_told_and_nothing_is_doubled(self):
		with self.sebagai("UJI-KADIS"):
			terbaca = compose_keadaan("Surat Masuk", self.surat.name)
			waiting = self.decide(terbaca=terbaca)
			with self.assertRaises(SudahDitindakError):
				self.decide(isi={**ISI, "kepada": ["UJI-SEKDIN"]}, terbaca=terbaca)
			tertunda.send(waiting["kunci"], surel("UJI-KADIS"))
			with self.assertRaises(SuratBerubahError):
				self.decide(isi={**ISI, "kepada": ["UJI-SEKDIN"]}, terbaca=terbaca)
		self.assertEqual(self.count_disposisi(), 1)

	def test_an_unknown_decision_and_another_letters_disposisi(self):
		with self.sebagai("UJI-KADIS"):
			with self.assertRaises(TindakanTidakDikenalError):
				self.decide("Hapus")
			with self.assertRaises(frappe.DoesNotExistError):
				self.decide("Terima Umpan Balik", {}, disposisi="tidak-ada")

	def test_a_stranger_and_a_guest_find_no_door(self):
		with self.sebagai("UJI-KADIS"):
			waiting = self.decide()
		with self.sebagai("UJI-STAF-B"):
			with self.assertRaises(SudahTerkirimError):
				pintu.undo(waiting["kunci"])
			with self.assertRaises(frappe.DoesNotExistError):
				self.decide()
			self.assertEqual(pintu.send_decided(), [])
		with self.sebagai("UJI-PENGELOLA"), self.assertRaises(pintu.BukanMejaError):
			pintu.send_decided()
		with self.sebagai("Guest"), self.assertRaises(pintu.BukanMejaError):
			self.decide()
		self.assertTrue(frappe.db.exists(TABEL, waiting["kunci"]))

	def test_a_report_is_taken_and_a_draft_gets_its_paraf(self):
		with self.sebagai("UJI-KADIS"):
			(disposisi,) = write_disposisi(self.surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KABID-A"):
			mark_read(self.surat.name)
			report_back(disposisi, "Sudah")
		with self.sebagai("UJI-KADIS"):
			waiting = self.decide("Terima Umpan Balik", {}, disposisi)
			self.assertEqual(frappe.db.get_value("Disposisi", disposisi, "status"), "Dilaporkan")
			tertunda.send(waiting["kunci"], surel("UJI-KADIS"))
		self.assertEqual(frappe.db.get_value("Disposisi", disposisi, "status"), "Selesai")


class TestMengirim(KasusUji):
	"""What the page, or the minute's job, does when the time has come: it commits, so the letter is taken away by hand."""

	def setUp(self):
		super().setUp()
		self.surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			terbaca = compose_keadaan("Surat Masuk", self.surat.name)
			self.kunci = pintu.decide("Disposisi", terbaca, ISI, surat_masuk=self.surat.name)["kunci"]
		self.addCleanup(self.remove)
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def remove(self):
		frappe.set_user("Administrator")
		for doctype, column in (
			(TABEL, "surat"),
			("Disposisi", "surat_masuk"),
			("Pemberitahuan Surat", "surat_masuk"),
			("Akses Surat", "surat"),
			("Agenda", "surat_masuk"),
			("Surat Masuk", "name"),
		):
			frappe.db.delete(doctype, {column: self.surat.name})
		frappe.db.commit()

	def let_time_pass(self):
		frappe.db.set_value(TABEL, self.kunci, "jatuh_tempo", add_to_date(now_datetime(), seconds=-1))

	def test_before_its_time_nothing_is_done(self):
		tertunda.send_due()
		self.assertTrue(frappe.db.exists(TABEL, self.kunci))

	def test_the_minutes_job_does_what_a_closed_page_left(self):
		self.let_time_pass()
		tertunda.send_due()
		frappe.db.savepoint("uji")
		disposisi = frappe.get_all(
			"Disposisi", filters={"surat_masuk": self.surat.name}, fields=["kepada", "nama_penulis"]
		)
		self.assertEqual(
			[(row.kepada, row.nama_penulis) for row in disposisi], [("UJI-KABID-A", "Pegawai UJI-KADIS")]
		)
		self.assertEqual(frappe.session.user, "Administrator")

	def test_what_can_no_longer_be_done_is_told_and_waits_again(self):
		self.let_time_pass()
		frappe.db.set_value("Surat Masuk", self.surat.name, "workflow_state", "Dibatalkan")
		frappe.db.commit()
		with self.sebagai("UJI-KADIS"):
			(result,) = pintu.send_decided()
			self.assertTrue(result["galat"])
		frappe.db.savepoint("uji")
		self.assertEqual(frappe.db.get_value(TABEL, self.kunci, "keadaan"), "Gagal")
