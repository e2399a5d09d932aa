import frappe
from frappe.model.workflow import apply_workflow

from eoffice_app.exceptions import BukanPemangkuError, TransisiTidakSahError
from eoffice_app.persuratan.surat_masuk.paraf import give_paraf
from eoffice_app.persuratan.surat_masuk.tindakan import get_tindakan
from eoffice_app.tests.dasar import KasusUji, make_pegawai, make_pemangku, make_surat_masuk, verify


class TestParaf(KasusUji):
	def setUp(self):
		super().setUp()
		self.set_up_office(1)

	def tearDown(self):
		super().tearDown()
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")

	def set_up_office(self, paraf: int):
		pengaturan = frappe.get_doc("Pengaturan E-Office")
		pengaturan.update(
			{
				"paraf_sekretaris": paraf,
				"jabatan_pimpinan": "UJI-KADIS",
				"jabatan_sekretaris": "UJI-SEKDIN",
			}
		)
		pengaturan.flags.ignore_mandatory = True
		pengaturan.save()

	def verify(self, **values):
		surat = make_surat_masuk(**values)
		with self.sebagai("UJI-SANDI" if "Rahasia" in surat.sifat else "UJI-VERIFIKATOR"):
			return verify(surat)

	def read_state(self, surat) -> str:
		return frappe.db.get_value("Surat Masuk", surat.name, "workflow_state")

	def test_no_letter_reaches_the_head_before_the_paraf(self):
		surat = self.verify()
		with (
			self.sebagai("UJI-VERIFIKATOR"),
			self.assertRaisesRegex(TransisiTidakSahError, "menunggu paraf <strong>Jabatan UJI-SEKDIN"),
		):
			apply_workflow(surat, "Teruskan")

	def test_the_paraf_sends_it_on_and_is_kept_with_name_and_time(self):
		surat = self.verify()
		with self.sebagai("UJI-SEKDIN"):
			tindakan = get_tindakan(surat.name)
			self.assertTrue(tindakan["paraf"] and tindakan["menunggu_paraf"])
			self.assertTrue(give_paraf(surat.name, "Sudah saya periksa"))
		surat.reload()
		self.assertEqual(surat.workflow_state, "Menunggu Disposisi")
		self.assertEqual(
			(surat.paraf_nama, surat.paraf_catatan), ("Pegawai UJI-SEKDIN", "Sudah saya periksa")
		)
		self.assertEqual(surat.paraf_sebagai, "Jabatan UJI-SEKDIN")
		self.assertTrue(surat.paraf_pada)

	def test_a_plh_of_the_secretary_gives_it(self):
		make_pemangku("UJI-SEKDIN", make_pegawai("UJI-KABID-B"), "Plh.", mulai=frappe.utils.nowdate())
		surat = self.verify()
		with self.sebagai("UJI-SEKDIN"), self.assertRaises(BukanPemangkuError):
			give_paraf(surat.name)
		with self.sebagai("UJI-KABID-B"):
			give_paraf(surat.name)
		self.assertEqual(
			frappe.db.get_value("Surat Masuk", surat.name, "paraf_sebagai"), "Plh. Jabatan UJI-SEKDIN"
		)

	def test_only_the_secretary_and_only_a_verified_letter(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-SEKDIN"), self.assertRaises(TransisiTidakSahError):
			give_paraf(surat.name)
		surat = self.verify()
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(BukanPemangkuError):
			give_paraf(surat.name)
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			give_paraf(surat.name)
		self.assertEqual(self.read_state(surat), "Diverifikasi")

	def test_nobody_gives_it_by_writing_the_letter(self):
		surat = self.verify()
		with self.sebagai("UJI-OPERATOR"):
			surat.reload()
			surat.update({"paraf_pada": frappe.utils.now(), "paraf_nama": "Bukan Sekretaris"})
			surat.save()
			with self.assertRaises(TransisiTidakSahError):
				apply_workflow(surat, "Teruskan")

	def test_not_for_others_nor_for_secret_letters(self):
		surat = self.verify(tujuan="UJI-KABID-A")
		with self.sebagai("UJI-VERIFIKATOR"):
			apply_workflow(surat, "Teruskan")
		secret = self.verify(sifat="Rahasia")
		with self.sebagai("UJI-SEKDIN"), self.assertRaises(frappe.DoesNotExistError):
			give_paraf(secret.name)
		with self.sebagai("UJI-SANDI"):
			apply_workflow(secret, "Teruskan")
		self.assertEqual({self.read_state(surat), self.read_state(secret)}, {"Menunggu Disposisi"})

	def test_an_office_without_the_setting_has_no_paraf(self):
		self.set_up_office(0)
		surat = self.verify()
		with self.sebagai("UJI-VERIFIKATOR"):
			apply_workflow(surat, "Teruskan")
		self.assertEqual(self.read_state(surat), "Menunggu Disposisi")

	def test_the_secretary_is_told_once(self):
		surat = self.verify()
		surat.reload()
		surat.save()
		notices = frappe.get_all("Pemberitahuan Surat", filters={"surat_masuk": surat.name}, pluck="jabatan")
		self.assertEqual(notices.count("UJI-SEKDIN"), 1)
