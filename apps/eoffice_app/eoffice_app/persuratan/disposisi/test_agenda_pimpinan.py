import frappe
from frappe.model.workflow import apply_workflow
from frappe.utils import add_days, add_to_date, get_datetime, nowdate

from eoffice_app.exceptions import BukanPemangkuError
from eoffice_app.persuratan.disposisi.agenda_pimpinan import (
	KehadiranTidakLengkapError,
	decide_kehadiran,
	get_acara,
	list_wakil,
)
from eoffice_app.persuratan.disposisi.penerima import BukanBawahanError
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import (
	SuratTerkunciError,
	TanggalSuratError,
	close_with_reason,
)
from eoffice_app.persuratan.surat_masuk.tindakan import get_tindakan
from eoffice_app.tests.dasar import (
	KasusUji,
	make_pegawai,
	make_pemangku,
	make_surat_masuk,
	make_surat_menunggu,
	verify,
)


class KasusAcara(KasusUji):
	"""Invitations for one morning in a week."""

	@classmethod
	def setUpClass(cls):
		cls.mulai = get_datetime(f"{add_days(nowdate(), 7)} 09:00:00")
		super().setUpClass()

	@classmethod
	def make_undangan(cls, hours: int = 0, **values):
		return make_surat_menunggu(**cls.describe(hours), **values)

	@classmethod
	def describe(cls, hours: int = 0) -> dict:
		mulai = add_to_date(cls.mulai, hours=hours)
		return {
			"undangan": 1,
			"acara_mulai": mulai,
			"acara_selesai": add_to_date(mulai, hours=2),
			"acara_tempat": "Aula Kantor Bupati",
		}

	def find(self, surat, jabatan: str = "UJI-KADIS"):
		return frappe.db.get_value("Agenda Pimpinan", {"surat_masuk": surat.name, "jabatan": jabatan})


class TestMasukAgenda(KasusAcara):
	def test_an_invitation_lands_in_the_calendar_once_it_is_before_its_addressee(self):
		surat = make_surat_masuk(**self.describe())
		self.assertIsNone(self.find(surat))
		surat = self.make_undangan(perihal="Rapat koordinasi")
		entry = frappe.get_doc("Agenda Pimpinan", self.find(surat))
		self.assertEqual((entry.judul, entry.tempat), ("Rapat koordinasi", "Aula Kantor Bupati"))
		self.assertEqual((get_datetime(entry.mulai), entry.kehadiran), (self.mulai, "Belum Diputuskan"))

	def test_no_other_letter_does(self):
		self.assertIsNone(self.find(make_surat_menunggu(acara_mulai=self.mulai)))

	def test_a_returned_invitation_leaves_the_calendar(self):
		surat = self.make_undangan()
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Kembalikan", "Salah alamat")
		self.assertIsNone(self.find(surat))

	def test_the_event_may_be_corrected_until_officials_have_it(self):
		surat = make_surat_masuk(**self.describe())
		with self.sebagai("UJI-OPERATOR"):
			surat.acara_mulai = add_to_date(self.mulai, hours=1)
			surat.save()
		with self.sebagai("UJI-VERIFIKATOR"):
			surat = apply_workflow(verify(surat), "Teruskan")
		entry = frappe.get_doc("Agenda Pimpinan", self.find(surat))
		self.assertEqual(get_datetime(entry.mulai), add_to_date(self.mulai, hours=1))
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(SuratTerkunciError):
			surat.acara_tempat = "Tempat lain"
			surat.save()

	def test_an_event_does_not_end_before_it_begins(self):
		with self.assertRaises(TanggalSuratError):
			make_surat_masuk(
				undangan=1, acara_mulai=self.mulai, acara_selesai=add_to_date(self.mulai, hours=-1)
			)

	def test_a_clash_is_told_at_registering_and_does_not_stop_it(self):
		self.make_undangan(perihal="Rapat pertama")
		frappe.clear_messages()
		make_surat_masuk(**self.describe(hours=1))
		self.assertTrue(any("Rapat pertama" in str(message) for message in frappe.get_message_log()))
		frappe.clear_messages()
		make_surat_masuk(**self.describe(hours=2))
		self.assertFalse(any("Rapat pertama" in str(message) for message in frappe.get_message_log()))


class TestKehadiran(KasusAcara):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": cls.make_undangan()}

	def test_the_head_attends_and_is_warned_of_a_clash(self):
		first, second = self.surat, self.make_undangan(hours=1)
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(len(decide_kehadiran(self.find(first), "Hadir")), 1)
			(clash,) = decide_kehadiran(self.find(second), "Hadir")
			self.assertEqual(clash["judul"], self.surat.perihal)
			decide_kehadiran(self.find(first), "Tidak Hadir")
			self.assertEqual(decide_kehadiran(self.find(second), "Hadir"), [])

	def test_a_representative_gets_the_disposisi_and_the_event(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			decide_kehadiran(self.find(surat), "Diwakili", "UJI-KABID-A", "Sampaikan salam saya")
		disposisi = frappe.get_doc("Disposisi", {"surat_masuk": surat.name, "kepada": "UJI-KABID-A"})
		self.assertEqual([row.instruksi for row in disposisi.instruksi], ["Hadiri/wakili"])
		self.assertEqual(disposisi.catatan, "Sampaikan salam saya")
		with self.sebagai("UJI-KABID-A"):
			decide_kehadiran(self.find(surat, "UJI-KABID-A"), "Hadir")
			acara = get_tindakan(surat.name)["acara"]
		self.assertEqual([row.kehadiran for row in acara], ["Diwakili", "Hadir"])
		self.assertEqual(acara[0].nama_wakil, "Jabatan UJI-KABID-A")

	def test_another_representative_takes_the_place_of_the_first(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			decide_kehadiran(self.find(surat), "Diwakili", "UJI-KABID-A")
			decide_kehadiran(self.find(surat), "Diwakili", "UJI-KABID-B")
		self.assertIsNone(self.find(surat, "UJI-KABID-A"))
		self.assertTrue(self.find(surat, "UJI-KABID-B"))
		status = frappe.db.get_value(
			"Disposisi", {"surat_masuk": surat.name, "kepada": "UJI-KABID-A"}, "status"
		)
		self.assertEqual(status, "Ditarik")

	def test_decided_twice_alike_nothing_is_written_twice(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			for _time in range(2):
				decide_kehadiran(self.find(surat), "Diwakili", "UJI-KABID-A")
		self.assertEqual(frappe.db.count("Disposisi", {"surat_masuk": surat.name}), 1)
		self.assertEqual(frappe.db.count("Agenda Pimpinan", {"surat_masuk": surat.name}), 2)

	def test_the_plh_decides_while_he_acts(self):
		surat = self.surat
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plh.", mulai=nowdate(), sampai=nowdate())
		with self.sebagai("UJI-KADIS"), self.assertRaises(BukanPemangkuError):
			decide_kehadiran(self.find(surat), "Hadir")
		with self.sebagai("UJI-SEKDIN"):
			decide_kehadiran(self.find(surat), "Hadir")

	def test_what_is_not_a_decision_is_refused(self):
		agenda = self.find(self.surat)
		with self.sebagai("UJI-KADIS"):
			for values, error in (
				(("Mungkin",), KehadiranTidakLengkapError),
				(("Diwakili",), KehadiranTidakLengkapError),
				(("Diwakili", "UJI-KADIS"), BukanBawahanError),
			):
				with self.assertRaises(error):
					decide_kehadiran(agenda, *values)

	def test_only_the_invited_post_decides_and_nobody_writes_it_otherwise(self):
		agenda = self.find(self.surat)
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(BukanPemangkuError):
			decide_kehadiran(agenda, "Hadir")
		with self.sebagai("UJI-KADIS"), self.assertRaises(frappe.PermissionError):
			doc = frappe.get_doc("Agenda Pimpinan", agenda)
			doc.kehadiran = "Hadir"
			doc.save()

	def test_the_calendar_is_as_visible_as_its_letters(self):
		agenda = self.find(self.surat)
		start, end = str(add_days(self.mulai, -1)), str(add_days(self.mulai, 1))
		with self.sebagai("UJI-KADIS"):
			shown = {row.name: row.title for row in get_acara(start, end)}
			self.assertEqual(shown[agenda], "Undangan rapat koordinasi (Jabatan UJI-KADIS)")
			self.assertEqual(get_acara(start, start), [])
			self.assertIn("UJI-KABID-A", [row["jabatan"] for row in list_wakil(agenda)])
		with self.sebagai("UJI-STAF-B"):
			self.assertEqual(get_acara(start, end), [])
			for action in (lambda: decide_kehadiran(agenda, "Hadir"), lambda: list_wakil(agenda)):
				with self.assertRaises(frappe.DoesNotExistError):
					action()
