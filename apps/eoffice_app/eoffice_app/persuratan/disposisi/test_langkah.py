import frappe
from frappe.model.workflow import apply_workflow
from frappe.utils import add_to_date, nowdate

from eoffice_app.exceptions import (
	BukanPemangkuError,
	JabatanDitutupError,
	JabatanTanpaPemangkuError,
	TransisiTidakSahError,
)
from eoffice_app.persuratan.disposisi.langkah import (
	PenanggungJawabTidakAdaError,
	get_pilihan_disposisi,
	mark_read,
	withdraw_disposisi,
	write_disposisi,
)
from eoffice_app.persuratan.disposisi.penerima import BukanBawahanError, DisposisiMelingkarError
from eoffice_app.persuratan.disposisi.pohon import get_pohon
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back
from eoffice_app.persuratan.doctype.disposisi.disposisi import DisposisiGandaError, DisposisiTidakLengkapError
from eoffice_app.tests.dasar import (
	KasusUji,
	make_disposed,
	make_pegawai,
	make_pemangku,
	make_surat_masuk,
	make_surat_menunggu,
)


class TestMenulis(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": make_surat_menunggu()}

	def test_down_two_levels_and_back_up_until_the_letter_is_filed(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			kabid, sekdin = write_disposisi(
				surat.name, ["UJI-KABID-A", "UJI-SEKDIN"], ["Tindak lanjuti"], "Mohon segera"
			)
		self.assertEqual(self.read_state(surat), "Didisposisikan")
		with self.sebagai("UJI-KABID-A"):
			(kasi,) = write_disposisi(surat.name, ["UJI-KASI-A1"], ["Siapkan bahan"])
		self.assertEqual(frappe.db.get_value("Disposisi", kabid, "status"), "Ditindaklanjuti")
		with self.sebagai("UJI-KASI-A1"):
			self.assertEqual(mark_read(surat.name), 1)
			report_back(kasi, "Bahan sudah disiapkan")
		with self.sebagai("UJI-KABID-A"):
			accept_report(kasi)
			report_back(kabid, "Bahan sudah disiapkan Kasi")
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.ValidationError):
			apply_workflow(frappe.get_doc("Surat Masuk", surat.name), "Selesaikan")
		with self.sebagai("UJI-SEKDIN"):
			report_back(sekdin, "Sudah diketahui")
		with self.sebagai("UJI-KADIS"):
			accept_report(kabid)
			self.assertEqual(self.read_state(surat), "Didisposisikan")
			accept_report(sekdin)
		self.assertEqual(self.read_state(surat), "Selesai")
		with self.sebagai("UJI-OPERATOR"):
			surat = apply_workflow(frappe.get_doc("Surat Masuk", surat.name), "Arsipkan")
		self.assertEqual(surat.workflow_state, "Diarsipkan")

	def test_the_tree_shows_who_told_whom(self):
		surat = self.surat
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

	def test_only_downwards_and_the_message_says_what_to_do_instead(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		for kepada, advice in (
			("UJI-KADIS", "atasan jabatan Anda"),
			("UJI-KABID-B", "Mintalah <strong>Jabatan UJI-KADIS</strong> mendisposisikannya"),
			("UJI-STAF-B", "Mintalah <strong>Jabatan UJI-KADIS</strong> mendisposisikannya"),
			("UJI-KABID-A", "jabatan Anda sendiri"),
		):
			with (
				self.sebagai("UJI-KABID-A"),
				self.assertRaisesRegex(BukanBawahanError, advice),
			):
				write_disposisi(surat.name, [kepada], ["Tindak lanjuti"])
		with (
			self.sebagai("UJI-KABID-A"),
			self.assertRaises((BukanBawahanError, frappe.LinkValidationError)),
		):
			write_disposisi(surat.name, ["TIDAK-ADA"], ["Tindak lanjuti"])

	def test_not_in_a_circle_after_posts_moved_in_the_tree(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KABID-A"):
			write_disposisi(surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
		self.move("UJI-KASI-A1", "UJI-KADIS")
		self.move("UJI-KABID-A", "UJI-KASI-A1")
		with self.sebagai("UJI-KASI-A1"), self.assertRaises(DisposisiMelingkarError):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])

	def test_not_to_a_closed_post(self):
		surat = self.surat
		frappe.db.set_value("Jabatan", "UJI-KABID-A", "aktif", 0)
		with self.sebagai("UJI-KADIS"), self.assertRaises(JabatanDitutupError):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])

	def test_each_recipient_may_have_words_of_his_own(self):
		surat, besok = self.surat, add_to_date(nowdate(), days=1)
		with self.sebagai("UJI-KADIS"):
			first, second = write_disposisi(
				surat.name,
				["UJI-KABID-A", "UJI-KASI-A2"],
				["Tindak lanjuti"],
				"Bersama",
				khusus={
					"UJI-KASI-A2": {
						"instruksi": ["Siapkan bahan"],
						"catatan": "Hanya untuk Anda",
						"batas_waktu": besok,
						"peran_penerima": "Membantu",
						"perlu_jawaban": 0,
						"status": "Selesai",
					}
				},
			)
		common, own = frappe.get_doc("Disposisi", first), frappe.get_doc("Disposisi", second)
		self.assertEqual((common.catatan, common.peran_penerima), ("Bersama", "Penanggung Jawab"))
		self.assertEqual((own.catatan, str(own.batas_waktu)), ("Hanya untuk Anda", besok))
		self.assertEqual((own.peran_penerima, own.perlu_jawaban, own.status), ("Membantu", 0, "Terkirim"))
		self.assertEqual([row.instruksi for row in own.instruksi], ["Siapkan bahan"])
		self.assertEqual(common.ditulis_pada, own.ditulis_pada)

	def test_somebody_answers_for_it(self):
		surat = self.surat
		membantu = {"UJI-SEKDIN": {"peran_penerima": "Membantu"}}
		with self.sebagai("UJI-KADIS"):
			with self.assertRaises(PenanggungJawabTidakAdaError):
				write_disposisi(surat.name, ["UJI-SEKDIN"], ["Tindak lanjuti"], khusus=membantu)
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
			(added,) = write_disposisi(surat.name, ["UJI-SEKDIN"], ["Tindak lanjuti"], khusus=membantu)
		self.assertEqual(frappe.db.get_value("Disposisi", added, "peran_penerima"), "Membantu")

	def test_what_needs_no_report_is_done_when_read_and_may_be_passed_on(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			known, _answered = write_disposisi(
				surat.name,
				["UJI-KABID-A", "UJI-SEKDIN"],
				["Untuk diketahui"],
				khusus={"UJI-KABID-A": {"perlu_jawaban": 0}},
			)
		with self.sebagai("UJI-KABID-A"):
			mark_read(surat.name)
			self.assertEqual(frappe.db.get_value("Disposisi", known, "status"), "Selesai")
			(passed_on,) = write_disposisi(surat.name, ["UJI-KASI-A1"], ["Untuk diketahui"])
		self.assertEqual(frappe.db.get_value("Disposisi", passed_on, "disposisi_induk"), known)
		self.assertEqual(frappe.db.get_value("Disposisi", known, "status"), "Selesai")
		self.assertEqual(self.read_state(surat), "Didisposisikan")

	def test_several_are_written_all_or_none(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			frappe.db.savepoint("permintaan")
			with self.assertRaises(JabatanTanpaPemangkuError):
				write_disposisi(surat.name, ["UJI-KABID-A", "UJI-KOSONG"], ["Tindak lanjuti"])
			# What the request's end does after an exception.
			frappe.db.rollback(save_point="permintaan")
			self.assertEqual(get_pohon(surat.name)["jumlah"], 0)

	def test_who_the_letter_did_not_reach_cannot_write(self):
		surat = self.surat
		with self.sebagai("UJI-KABID-A"), self.assertRaises(frappe.DoesNotExistError):
			write_disposisi(surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
		with (
			self.sebagai("UJI-SEKDIN"),
			self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)),
		):
			write_disposisi(surat.name, ["UJI-OPERATOR"], ["Tindak lanjuti"])

	def test_nobody_writes_in_anothers_name(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KABID-A"), self.assertRaises(BukanPemangkuError):
			write_disposisi(surat.name, ["UJI-KABID-B"], ["Tindak lanjuti"], dari="UJI-KADIS")

	def test_a_second_click_writes_nothing_twice(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
			with self.assertRaises(DisposisiGandaError):
				write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])

	def test_an_empty_disposisi_or_a_deadline_of_yesterday_is_refused(self):
		surat = self.surat
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
		surat = self.surat
		with self.sebagai("UJI-KADIS"), self.assertRaises(BukanPemangkuError):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"], dari="UJI-KADIS")
		with self.sebagai("UJI-SEKDIN"):
			(name,) = write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		written = frappe.get_doc("Disposisi", name)
		self.assertEqual(written.sebagai, "Plh. Jabatan UJI-KADIS")
		self.assertEqual(written.mewakili, "Pegawai UJI-KADIS")

	def test_the_dialog_offers_the_posts_below_nearest_first(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			pilihan = get_pilihan_disposisi(surat.name)
		tingkat = {row["jabatan"]: row["tingkat"] for row in pilihan["penerima"]}
		self.assertEqual((tingkat["UJI-KABID-A"], tingkat["UJI-KASI-A1"]), (1, 2))
		self.assertIsNone(
			next(row for row in pilihan["penerima"] if row["jabatan"] == "UJI-KOSONG")["pemangku"]
		)
		self.assertNotIn("UJI-KADIS", tingkat)

	def test_a_person_in_no_post_is_told_so(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			self.assertIn("tidak dialamatkan", get_pilihan_disposisi(surat.name)["sebab"])
		frappe.db.set_value(
			"Pemangku Jabatan", {"jabatan": "UJI-VERIFIKATOR"}, "sampai", add_to_date(nowdate(), days=-1)
		)
		with self.sebagai("UJI-VERIFIKATOR"):
			self.assertIn("tidak sedang memangku jabatan", get_pilihan_disposisi(surat.name)["sebab"])

	def test_the_tree_keeps_the_name_a_post_had_when_it_was_written_to(self):
		surat = self.surat
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
			frappe.db.set_value("Jabatan", "UJI-KABID-A", "nama_jabatan", "Nama Baru")
			self.assertEqual(get_pohon(surat.name)["akar"][0].nama_kepada, "Jabatan UJI-KABID-A")

	def read_state(self, surat) -> str:
		return frappe.db.get_value("Surat Masuk", surat.name, "workflow_state")

	def move(self, jabatan: str, atasan: str):
		doc = frappe.get_doc("Jabatan", jabatan)
		doc.parent_jabatan = atasan
		doc.save(ignore_permissions=True)


class TestTindakLanjut(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return make_disposed()

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

	def test_withdrawn_while_being_read_the_reader_finds_nothing_more(self):
		with self.sebagai("UJI-KABID-A"):
			get_pohon(self.surat.name)
		with self.sebagai("UJI-KADIS"):
			withdraw_disposisi(self.disposisi)
		for action in (
			lambda: mark_read(self.surat.name),
			lambda: report_back(self.disposisi, "Sudah"),
			lambda: write_disposisi(self.surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"]),
		):
			with (
				self.sebagai("UJI-KABID-A"),
				self.assertRaisesRegex(frappe.DoesNotExistError, "tidak ditemukan"),
			):
				action()
		self.assertEqual(frappe.db.get_value("Disposisi", self.disposisi, "status"), "Ditarik")

	def test_only_its_recipient_marks_it_read(self):
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(mark_read(self.surat.name), 0)
		self.assertEqual(frappe.db.get_value("Disposisi", self.disposisi, "status"), "Terkirim")

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
		):
			with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
				action()
