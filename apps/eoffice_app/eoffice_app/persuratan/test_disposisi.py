import frappe
from frappe.model.workflow import apply_workflow
from frappe.utils import add_to_date, nowdate

from eoffice_app.exceptions import BukanPemangkuError, JabatanTanpaPemangkuError, TransisiTidakSahError
from eoffice_app.persuratan.disposisi import (
	UmpanBalikKosongError,
	get_pilihan_disposisi,
	mark_read,
	report_back,
	withdraw_disposisi,
	write_disposisi,
)
from eoffice_app.persuratan.doctype.disposisi.disposisi import (
	BukanBawahanError,
	DisposisiGandaError,
	DisposisiTidakLengkapError,
)
from eoffice_app.persuratan.pohon import get_pohon
from eoffice_app.tests.dasar import (
	KasusUji,
	make_pegawai,
	make_pemangku,
	make_surat_masuk,
	make_surat_menunggu,
)


class TestMenulis(KasusUji):
	def test_down_two_levels_and_back_up_until_the_letter_is_filed(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			kabid, sekdin = write_disposisi(
				surat.name, ["UJI-KABID-A", "UJI-SEKDIN"], ["Tindak lanjuti"], "Mohon segera"
			)
		self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), "Didisposisikan")
		with self.sebagai("UJI-KABID-A"):
			(kasi,) = write_disposisi(surat.name, ["UJI-KASI-A1"], ["Siapkan bahan"])
		self.assertEqual(frappe.db.get_value("Disposisi", kabid, "status"), "Ditindaklanjuti")
		with self.sebagai("UJI-KASI-A1"):
			self.assertEqual(mark_read(surat.name), 1)
			report_back(kasi, "Bahan sudah disiapkan")
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(frappe.ValidationError):
				apply_workflow(frappe.get_doc("Surat Masuk", surat.name), "Selesaikan")
		with self.sebagai("UJI-SEKDIN"):
			report_back(sekdin, "Sudah diketahui")
		with self.sebagai("UJI-OPERATOR"):
			apply_workflow(frappe.get_doc("Surat Masuk", surat.name), "Selesaikan")
			surat = apply_workflow(frappe.get_doc("Surat Masuk", surat.name), "Arsipkan")
		self.assertEqual(surat.workflow_state, "Diarsipkan")

	def test_the_tree_shows_who_told_whom(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A", "UJI-KABID-B"], ["Tindak lanjuti"], "Segera")
		with self.sebagai("UJI-KABID-A"):
			write_disposisi(surat.name, ["UJI-KASI-A1"], [], "Tolong siapkan")
			pohon = get_pohon(surat.name)
		self.assertEqual({node.kepada for node in pohon["akar"]}, {"UJI-KABID-A", "UJI-KABID-B"})
		branch = next(node for node in pohon["akar"] if node.kepada == "UJI-KABID-A")
		self.assertEqual([node.kepada for node in branch.anak], ["UJI-KASI-A1"])
		self.assertEqual(branch.instruksi, ["Tindak lanjuti"])
		self.assertTrue(branch.anak[0].boleh["tarik"])
		self.assertFalse(branch.boleh["lapor"])

	def test_only_downwards(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KABID-A"):
			for kepada in ("UJI-KADIS", "UJI-KABID-B", "UJI-STAF-B", "UJI-KABID-A", "TIDAK-ADA"):
				with self.assertRaises((BukanBawahanError, frappe.LinkValidationError)):
					write_disposisi(surat.name, [kepada], ["Tindak lanjuti"])

	def test_several_are_written_all_or_none(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			frappe.db.savepoint("permintaan")
			with self.assertRaises(JabatanTanpaPemangkuError):
				write_disposisi(surat.name, ["UJI-KABID-A", "UJI-KOSONG"], ["Tindak lanjuti"])
			# What the request's end does after an exception.
			frappe.db.rollback(save_point="permintaan")
			self.assertEqual(get_pohon(surat.name)["jumlah"], 0)

	def test_who_the_letter_did_not_reach_cannot_write(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KABID-A"), self.assertRaises(frappe.DoesNotExistError):
			write_disposisi(surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
		with (
			self.sebagai("UJI-SEKDIN"),
			self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)),
		):
			write_disposisi(surat.name, ["UJI-OPERATOR"], ["Tindak lanjuti"])

	def test_nobody_writes_in_anothers_name(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KABID-A"), self.assertRaises(BukanPemangkuError):
			write_disposisi(surat.name, ["UJI-KABID-B"], ["Tindak lanjuti"], dari="UJI-KADIS")

	def test_a_second_click_writes_nothing_twice(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
			with self.assertRaises(DisposisiGandaError):
				write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])

	def test_an_empty_disposisi_or_a_deadline_of_yesterday_is_refused(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			for values in (
				{"instruksi": [], "catatan": " "},
				{"instruksi": ["Tindak lanjuti"], "batas_waktu": add_to_date(nowdate(), days=-1)},
			):
				with self.assertRaises(DisposisiTidakLengkapError):
					write_disposisi(surat.name, ["UJI-KABID-A"], **values)
			with self.assertRaises(frappe.ValidationError):
				write_disposisi(surat.name, [], ["Tindak lanjuti"])

	def test_not_before_verification_and_not_after_the_end(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-KADIS"):
			self.assertFalse(get_pilihan_disposisi(surat.name)["boleh"])
			with self.assertRaises(TransisiTidakSahError):
				write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])

	def test_a_plh_writes_in_place_of_the_holder_and_is_named_so(self):
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plh.", mulai=nowdate(), sampai=nowdate())
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"), self.assertRaises(BukanPemangkuError):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"], dari="UJI-KADIS")
		with self.sebagai("UJI-SEKDIN"):
			(name,) = write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		self.assertEqual(frappe.db.get_value("Disposisi", name, "sebagai"), "Plh. Jabatan UJI-KADIS")

	def test_the_dialog_offers_the_posts_below_nearest_first(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			pilihan = get_pilihan_disposisi(surat.name)
		tingkat = {row["jabatan"]: row["tingkat"] for row in pilihan["penerima"]}
		self.assertEqual((tingkat["UJI-KABID-A"], tingkat["UJI-KASI-A1"]), (1, 2))
		self.assertIsNone(
			next(row for row in pilihan["penerima"] if row["jabatan"] == "UJI-KOSONG")["pemangku"]
		)
		self.assertNotIn("UJI-KADIS", tingkat)


class TestTindakLanjut(KasusUji):
	def setUp(self):
		super().setUp()
		self.surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			(self.disposisi,) = write_disposisi(self.surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])

	def test_unread_it_can_be_withdrawn_and_is_then_out_of_sight(self):
		with self.sebagai("UJI-KADIS"):
			withdraw_disposisi(self.disposisi)
		with self.sebagai("UJI-KABID-A"), self.assertRaises(frappe.DoesNotExistError):
			get_pohon(self.surat.name)

	def test_once_read_it_cannot_be_withdrawn(self):
		with self.sebagai("UJI-KABID-A"):
			mark_read(self.surat.name)
		with self.sebagai("UJI-KADIS"), self.assertRaises(TransisiTidakSahError):
			withdraw_disposisi(self.disposisi)

	def test_only_its_writer_withdraws(self):
		with self.sebagai("UJI-KABID-A"), self.assertRaises(BukanPemangkuError):
			withdraw_disposisi(self.disposisi)

	def test_only_its_recipient_marks_it_read_and_reports(self):
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(mark_read(self.surat.name), 0)
			with self.assertRaises(BukanPemangkuError):
				report_back(self.disposisi, "Selesai")
		self.assertEqual(frappe.db.get_value("Disposisi", self.disposisi, "status"), "Terkirim")

	def test_a_report_needs_words_and_comes_once(self):
		with self.sebagai("UJI-KABID-A"):
			with self.assertRaises(UmpanBalikKosongError):
				report_back(self.disposisi, "  ")
			report_back(self.disposisi, "Sudah dihadiri")
			with self.assertRaises(TransisiTidakSahError):
				report_back(self.disposisi, "Sekali lagi")

	def test_who_passed_it_on_reports_after_those_below(self):
		with self.sebagai("UJI-KABID-A"):
			write_disposisi(self.surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
			with self.assertRaises(TransisiTidakSahError):
				report_back(self.disposisi, "Selesai")

	def test_a_saved_disposisi_is_not_changed_from_outside(self):
		with self.sebagai("UJI-KADIS"), self.assertRaises(frappe.PermissionError):
			doc = frappe.get_doc("Disposisi", self.disposisi)
			doc.catatan = "Lain"
			doc.save()

	def test_a_stranger_finds_no_door(self):
		for action in (
			lambda: get_pohon(self.surat.name),
			lambda: get_pilihan_disposisi(self.surat.name),
			lambda: mark_read(self.surat.name),
			lambda: write_disposisi(self.surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"]),
			lambda: withdraw_disposisi(self.disposisi),
			lambda: report_back(self.disposisi, "Selesai"),
		):
			with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
				action()
