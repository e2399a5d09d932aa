import os

import frappe
from frappe.model.workflow import apply_workflow
from frappe.utils import add_to_date, now_datetime, nowdate

from eoffice_app.exceptions import BerkasTidakSahError, NomorTerkunciError, TransisiTidakSahError
from eoffice_app.persuratan.berkas.scan import ScanTidakAdaError
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import (
	SuratTerkunciError,
	TanggalSuratError,
	close_with_reason,
	find_duplicates,
)
from eoffice_app.tests.dasar import (
	KasusUji,
	make_berkas,
	make_pdf,
	make_surat_masuk,
	make_surat_menunggu,
	verify,
)


class TestRegistrasi(KasusUji):
	def test_a_saved_letter_stands_in_the_agenda_under_the_next_number(self):
		first, second = make_surat_masuk(), make_surat_masuk()
		lines = [frappe.get_doc("Agenda", {"surat_masuk": surat.name}) for surat in (first, second)]
		self.assertEqual(lines[1].nomor_urut, lines[0].nomor_urut + 1)
		self.assertEqual([first.nomor_agenda, second.nomor_agenda], [line.nomor_agenda for line in lines])
		self.assertEqual(lines[0].tahun, now_datetime().year)

	def test_each_year_of_receipt_has_its_own_series(self):
		old = add_to_date(now_datetime(), years=-30)
		surat = make_surat_masuk(tanggal_terima=old, tanggal_surat=old.date())
		self.assertEqual(frappe.db.get_value("Agenda", {"surat_masuk": surat.name}, "nomor_urut"), 1)

	def test_the_offices_script_gives_the_pattern(self):
		script = frappe.get_doc("Server Script", "Pola Nomor Agenda")
		script.script = script.script.replace('pola="{urut}"', 'pola="{urut:4}/{buku}/{tahun}"')
		script.save()
		surat = make_surat_masuk()
		urut = frappe.db.get_value("Agenda", {"surat_masuk": surat.name}, "nomor_urut")
		self.assertEqual(surat.nomor_agenda, f"{urut:04}/SM/{now_datetime().year}")

	def test_a_rolled_back_letter_gives_its_number_back(self):
		frappe.db.savepoint("sebelum")
		lost = make_surat_masuk().nomor_agenda
		frappe.db.rollback(save_point="sebelum")
		self.assertEqual(make_surat_masuk().nomor_agenda, lost)

	def test_a_numbered_letter_and_its_line_cannot_be_deleted(self):
		surat = make_surat_masuk()
		for doctype, name in (
			("Surat Masuk", surat.name),
			("Agenda", frappe.db.get_value("Agenda", {"surat_masuk": surat.name})),
		):
			with self.assertRaises(NomorTerkunciError):
				frappe.delete_doc(doctype, name, force=True)

	def test_number_book_and_year_of_receipt_are_fixed(self):
		surat = make_surat_masuk()
		for field, value in (
			("nomor_agenda", "999"),
			("tanggal_terima", add_to_date(now_datetime(), years=-1)),
		):
			changed = frappe.get_doc("Surat Masuk", surat.name)
			changed.update({field: value, "tanggal_surat": "2020-01-01"})
			with self.assertRaises(NomorTerkunciError):
				changed.save()

	def test_a_number_sent_by_the_client_is_not_believed(self):
		self.assertNotEqual(make_surat_masuk(nomor_agenda="777777").nomor_agenda, "777777")

	def test_a_letter_number_of_a_hundred_characters_is_kept_whole(self):
		nomor = "B-" + "7" * 98
		self.assertEqual(
			frappe.db.get_value("Surat Masuk", make_surat_masuk(nomor_surat=nomor).name, "nomor_surat"), nomor
		)

	def test_the_same_letter_again_is_a_warning_and_no_error(self):
		first = make_surat_masuk(nomor_surat="005/1")
		frappe.clear_messages()
		second = make_surat_masuk(nomor_surat="005/1")
		self.assertIn(first.nomor_agenda, str(frappe.message_log))
		with self.sebagai("UJI-OPERATOR"):
			found = find_duplicates(first.pengirim, "005/1", str(first.tanggal_surat), second.name)
		self.assertEqual([row.name for row in found], [first.name])

	def test_a_duplicate_that_the_asker_may_not_see_is_not_told(self):
		first = make_surat_masuk(nomor_surat="R-1", sifat="Rahasia")
		with self.sebagai("UJI-STAF-B"):
			self.assertEqual(find_duplicates(first.pengirim, "R-1", str(first.tanggal_surat)), [])


class TestMasukanBuruk(KasusUji):
	def test_dates_that_cannot_be_are_refused(self):
		tomorrow = add_to_date(nowdate(), days=1)
		for values in (
			{"tanggal_surat": tomorrow, "tanggal_terima": add_to_date(now_datetime(), days=1)},
			{"tanggal_terima": add_to_date(now_datetime(), days=-3)},
			{"tanggal_terima": add_to_date(now_datetime(), days=2)},
		):
			with self.assertRaises(TanggalSuratError):
				make_surat_masuk(**values)

	def test_a_letter_without_scan_is_refused(self):
		with self.assertRaises(ScanTidakAdaError):
			make_surat_masuk(scan=[])

	def test_a_file_that_is_not_what_its_name_says_is_refused(self):
		for content in (
			b"MZ this is a program",
			b"<html><script>alert(1)</script></html>",
			b"%PDF-1.7\nbroken",
		):
			with self.sebagai("UJI-OPERATOR"):
				berkas = make_berkas(content)
			with self.assertRaises(BerkasTidakSahError):
				make_surat_masuk(scan=[{"berkas": berkas.file_url}])

	def test_a_bad_file_is_refused_while_it_is_uploaded(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(BerkasTidakSahError):
			frappe.get_doc(
				{
					"doctype": "File",
					"file_name": "surat.pdf",
					"content": b"not a pdf at all",
					"attached_to_doctype": "Surat Masuk",
					"attached_to_name": "new-surat-masuk-1",
				}
			).insert()

	def test_a_file_above_the_limit_is_refused(self):
		frappe.db.set_single_value("Pengaturan E-Office", "ukuran_berkas_maksimum", 1)
		with self.sebagai("UJI-OPERATOR"):
			berkas = make_berkas(make_pdf() + b"\0" * 1024 * 1024)
		with self.assertRaisesRegex(BerkasTidakSahError, "1 MB"):
			make_surat_masuk(scan=[{"berkas": berkas.file_url}])

	def test_a_file_that_is_no_longer_on_the_disk_is_asked_for_again(self):
		with self.sebagai("UJI-OPERATOR"):
			berkas = make_berkas()
		os.remove(berkas.get_full_path())
		with self.assertRaisesRegex(BerkasTidakSahError, "Unggah kembali"):
			make_surat_masuk(scan=[{"berkas": berkas.file_url}])

	def test_somebody_elses_file_cannot_be_claimed(self):
		foreign = make_surat_masuk(sifat="Rahasia").scan[0].berkas
		with self.assertRaises((BerkasTidakSahError, frappe.DoesNotExistError)):
			make_surat_masuk(scan=[{"berkas": foreign}])


class TestAlur(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": make_surat_masuk()}

	def test_the_whole_way_of_a_letter(self):
		surat = make_surat_menunggu()
		self.assertEqual(surat.workflow_state, "Menunggu Disposisi")

	def test_nobody_skips_the_verification(self):
		surat = self.surat
		with self.sebagai("UJI-OPERATOR"):
			for state in ("Diverifikasi", "Menunggu Disposisi", "Selesai", "Diarsipkan"):
				changed = frappe.get_doc("Surat Masuk", surat.name)
				changed.workflow_state = state
				with self.assertRaises(frappe.ValidationError):
					changed.save()

	def test_the_server_checks_even_when_the_offices_workflow_allows(self):
		frappe.db.set_value("Workflow", "Surat Masuk", "is_active", 0)
		frappe.clear_cache(doctype="Surat Masuk")
		frappe.cache.delete_value("workflow")
		self.addCleanup(frappe.cache.delete_value, "workflow")
		surat = self.surat
		for state in ("Menunggu Disposisi", "Didisposisikan", "Selesai", "Diarsipkan"):
			surat.reload()
			surat.workflow_state = state
			with self.assertRaises(TransisiTidakSahError):
				surat.save()

	def test_a_letter_goes_back_only_with_a_reason(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			with self.assertRaises(TransisiTidakSahError):
				close_with_reason(surat.name, "Kembalikan", "  ")
			frappe.db.set_value("Surat Masuk", surat.name, "alasan", None)
			close_with_reason(surat.name, "Kembalikan", "Tidak bertanda tangan")
		surat.reload()
		self.assertEqual((surat.workflow_state, surat.alasan), ("Dikembalikan", "Tidak bertanda tangan"))

	def test_a_closed_letter_keeps_its_line_and_its_number_is_not_given_again(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Batalkan", "Salah alamat")
		line = frappe.get_doc("Agenda", {"surat_masuk": surat.name})
		self.assertEqual((line.keadaan, line.nomor_agenda), ("Dibatalkan", surat.nomor_agenda))
		self.assertNotEqual(make_surat_masuk().nomor_agenda, surat.nomor_agenda)

	def test_a_closed_letter_stays_closed(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Tolak", "Di bawah standar")
			with self.assertRaises(frappe.ValidationError):
				apply_workflow(surat, "Verifikasi")

	def test_an_operator_cannot_close_a_letter(self):
		surat = self.surat
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.ValidationError):
			close_with_reason(surat.name, "Batalkan", "Karena saya mau")

	def test_a_stranger_learns_nothing_by_trying_to_close(self):
		surat = self.surat
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			close_with_reason(surat.name, "Batalkan", "Iseng")

	def test_what_officials_have_received_is_no_longer_changed(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-OPERATOR"):
			for values in ({"perihal": "Lain"}, {"sifat": "Rahasia"}, {"tujuan": "UJI-SEKDIN"}):
				changed = frappe.get_doc("Surat Masuk", surat.name)
				changed.update(values)
				with self.assertRaises(SuratTerkunciError):
					changed.save()

	def test_a_secret_letter_is_checked_by_the_operator_sandi(self):
		surat = make_surat_masuk(sifat="Rahasia")
		for stranger in ("UJI-VERIFIKATOR", "UJI-OPERATOR"):
			with (
				self.sebagai(stranger),
				self.assertRaises((frappe.PermissionError, frappe.DoesNotExistError)),
			):
				apply_workflow(surat, "Verifikasi")
		with self.sebagai("UJI-SANDI"):
			self.assertEqual(verify(surat).workflow_state, "Diverifikasi")
