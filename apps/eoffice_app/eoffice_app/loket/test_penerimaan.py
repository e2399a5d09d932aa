"""What the operator does with a submission, and what becomes of its files, its sight and its sender."""

import frappe
from frappe.utils import getdate

from eoffice_app.exceptions import AlasanKosongError
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.loket.kabar import mail_operators
from eoffice_app.loket.keadaan import BARU, DIKEMBALIKAN, DITERIMA
from eoffice_app.loket.penerimaan import (
	BerkasBelumDipilihError,
	PengajuanSudahDiputusError,
	accept_pengajuan,
	reopen_pengajuan,
	return_pengajuan,
	set_rahasia,
)
from eoffice_app.loket.pengajuan import submit
from eoffice_app.loket.usulan import find_jabatan, get_usulan
from eoffice_app.tests.dasar import KasusUji, make, make_surel_keluar, surel
from eoffice_app.tests.pengajuan import compose_surel, make_pengajuan, read_berkas


class KasusPenerimaan(KasusUji):
	def setUp(self):
		super().setUp()
		self.name = make_pengajuan().nama

	def compose(self, name: str | None = None, **values) -> dict:
		"""The operator's dialog as it is proposed to him, with what he changes."""
		usulan = get_usulan(name or self.name)
		return {
			"sifat": "Biasa",
			"derajat": "Biasa",
			"tujuan": "UJI-KADIS",
			**usulan["surat"],
			**{field: usulan[field] for field in ("pengirim_baru", "jenis_pengirim", "sertakan_isi")},
			**values,
		}

	def accept(self, kode: str = "UJI-OPERATOR", name: str | None = None, **values):
		with self.sebagai(kode):
			return frappe.get_doc(
				"Surat Masuk", accept_pengajuan(name or self.name, self.compose(name, **values))
			)

	def get(self):
		return frappe.get_doc("Pengajuan Surat", self.name)


class TestTerima(KasusPenerimaan):
	def test_one_step_makes_a_letter_with_its_scan_and_agenda_number(self):
		surat, pengajuan = self.accept(), self.get()
		self.assertEqual((pengajuan.keadaan, pengajuan.surat_masuk), (DITERIMA, surat.name))
		self.assertTrue(surat.nomor_agenda)
		self.assertEqual(
			(surat.pengirim, surat.saluran, surat.perihal, surat.owner),
			("Universitas Contoh", "Formulir Web", "Permohonan narasumber", surel("UJI-OPERATOR")),
		)
		self.assertEqual([row.berkas for row in surat.scan], [pengajuan.berkas[0].berkas])
		with self.sebagai("UJI-KADIS"):
			self.assertTrue(can_see(surat.name, surel("UJI-KADIS")))
			berkas = frappe.get_doc("File", {"attached_to_name": surat.name, "attached_to_field": "scan"})
			self.assertTrue(berkas.is_downloadable())

	def test_second_click_gives_the_same_letter(self):
		self.assertEqual(self.accept().name, self.accept("UJI-OPERATOR").name)
		self.assertEqual(frappe.db.count("Surat Masuk", {"perihal": "Permohonan narasumber"}), 1)

	def test_registered_sender_is_known_by_address_name_or_domain(self):
		make("Instansi", {"nama_instansi": "Dinas Contoh"}, surel="sekretariat@dinas-contoh.example")
		for values, reason in (
			({"surel": "sekretariat@dinas-contoh.example"}, "alamat"),
			({"instansi_pengirim": "dinas  contoh", "surel": "a@gmail.com"}, "nama"),
			({"surel": "staf@dinas-contoh.example"}, "domain"),
		):
			with self.subTest(reason), self.sebagai("UJI-OPERATOR"):
				usulan = get_usulan(make_pengajuan(**values).nama)
				self.assertEqual(usulan["surat"]["pengirim"], "Dinas Contoh")
				self.assertIn(reason, usulan["alasan_pengirim"])

	def test_addressee_is_known_by_what_the_office_calls_the_post(self):
		name = make_pengajuan(tujuan="Yth. Bapak Jabatan UJI-SEKDIN").nama
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(get_usulan(name)["surat"]["tujuan"], "UJI-SEKDIN")
		# Several posts are called so, or none.
		for tujuan in ("Jabatan UJI", "Kepala apa saja", ""):
			self.assertIsNone(find_jabatan(tujuan))
		frappe.db.set_value("Jabatan", "UJI-KOSONG", "nama_jabatan", "Kepala Apa Saja Daerah Uji")
		self.assertEqual(find_jabatan("Kepala apa saja"), "UJI-KOSONG")

	def test_mail_without_a_scan_becomes_a_sheet_of_what_was_written(self):
		hasil = submit(compose_surel(perihal="<b>Undangan</b> & acara"), [])
		surat = self.accept(name=hasil.nama)
		self.assertEqual(surat.saluran, "Surel")
		self.assertEqual(read_berkas(surat.scan[0].berkas)[:5], b"%PDF-")

	def test_without_any_scan_nothing_is_registered(self):
		before = frappe.db.count("Surat Masuk")
		with self.assertRaises(BerkasBelumDipilihError):
			self.accept(berkas=[], sertakan_isi=0)
		frappe.db.rollback(save_point="uji")
		self.assertEqual(frappe.db.count("Surat Masuk"), before)

	def test_probable_duplicate_is_told(self):
		surat = self.accept()
		again = make_pengajuan(nomor_surat=surat.nomor_surat)
		frappe.clear_messages()
		self.accept(name=again.nama)
		self.assertIn(surat.nomor_agenda, str(frappe.get_message_log()))

	def test_letter_is_dated_by_the_mail_where_its_sender_gave_no_date(self):
		hasil = submit(compose_surel(dikirim_pada="2026-01-05 08:00:00"), [])
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(getdate(get_usulan(hasil.nama)["surat"]["tanggal_surat"]), getdate("2026-01-05"))

	def test_what_has_become_secret_is_no_longer_every_operators(self):
		surat = self.accept()
		self.assertEqual(self.list_subjek(), ["peran:Operator Surat"])
		surat.sifat = "Terbatas"
		surat.save()
		self.assertEqual(self.list_subjek(), [f"user:{surat.owner}"])

	def test_secret_one_is_handed_to_the_operator_sandi_who_registers_it(self):
		with self.sebagai("UJI-OPERATOR"):
			set_rahasia(self.name, True)
			self.assertRaises(frappe.DoesNotExistError, get_usulan, self.name)
		surat = self.accept("UJI-SANDI")
		self.assertEqual((surat.sifat, surat.buku), ("Rahasia", "SMR"))
		self.assertEqual(self.list_subjek(), ["peran:Operator Sandi"])

	def list_subjek(self) -> list[str]:
		return frappe.get_all("Akses Surat", filters={"surat": self.name}, pluck="subjek")


class TestKembalikan(KasusPenerimaan):
	def send_back(self, alasan: str = "Surat belum ditandatangani."):
		with self.sebagai("UJI-OPERATOR"):
			return return_pengajuan(self.name, alasan)

	def test_returned_with_a_reason_and_taken_up_again(self):
		self.send_back()
		self.assertEqual(
			(self.get().keadaan, self.get().alasan), (DIKEMBALIKAN, "Surat belum ditandatangani.")
		)
		with self.assertRaises(PengajuanSudahDiputusError):
			self.accept()
		with self.sebagai("UJI-OPERATOR"):
			reopen_pengajuan(self.name)
		self.assertEqual((self.get().keadaan, self.get().alasan), (BARU, None))
		self.assertTrue(self.accept().nomor_agenda)

	def test_reason_is_asked_for(self):
		with self.assertRaises(AlasanKosongError):
			self.send_back("  ")

	def test_what_is_a_letter_is_not_returned(self):
		self.accept()
		with self.assertRaises(PengajuanSudahDiputusError):
			self.send_back()
		with self.sebagai("UJI-OPERATOR"):
			self.assertRaises(PengajuanSudahDiputusError, reopen_pengajuan, self.name)


class TestKabar(KasusPenerimaan):
	def list_mails(self) -> list[str]:
		rows = frappe.get_all("Email Queue", filters={"reference_name": self.name}, pluck="name")
		return [frappe.get_doc("Email Queue", name).message for name in rows]

	def test_sender_is_told_by_mail_either_way_and_once(self):
		make_surel_keluar()
		with self.sebagai("UJI-OPERATOR"):
			return_pengajuan(self.name, "Tanda tangan <tidak> ada")
			return_pengajuan(self.name, "Tanda tangan <tidak> ada")
		(mail,) = self.list_mails()
		self.assertIn(self.get().nomor_bukti, mail)
		self.assertIn("&lt;tidak&gt;", mail)
		self.assertIn("budi@universitas-contoh.example", self.get().kabar)

	def test_accepted_one_is_told_too_but_never_by_its_code(self):
		make_surel_keluar()
		kode = make_pengajuan(kunci_kirim="s" * 32)
		self.name = kode.nama
		self.accept()
		(mail,) = self.list_mails()
		self.assertIn("didaftarkan", mail)
		self.assertNotIn(kode.kode, mail)

	def test_without_address_the_operator_is_told_whom_to_call(self):
		self.name = make_pengajuan(surel="", telepon="0812-3456").nama
		self.accept()
		self.assertIn("0812-3456", self.get().kabar)

	def test_machine_gets_no_answer(self):
		make_surel_keluar()
		self.name = submit(compose_surel(otomatis=True), []).nama
		self.accept()
		self.assertEqual(self.list_mails(), [])

	def test_operators_who_want_it_at_once_get_an_e_mail(self):
		make_surel_keluar()
		frappe.db.set_value("Pegawai", {"user": surel("UJI-SANDI")}, "cara_pemberitahuan", "Ringkasan Pagi")
		before = set(frappe.get_all("Email Queue Recipient", pluck="name"))
		mail_operators([surel("UJI-OPERATOR"), surel("UJI-SANDI")])
		sent = set(frappe.get_all("Email Queue Recipient", fields=["name", "recipient"], as_list=True))
		self.assertEqual([user for name, user in sent if name not in before], [surel("UJI-OPERATOR")])

	def test_operators_have_one_unread_notice_however_many_arrive(self):
		unread = {"for_user": surel("UJI-OPERATOR"), "document_type": "Pengajuan Surat", "read": 0}
		frappe.db.set_value("Notification Log", unread, "read", 1)
		make_pengajuan()
		make_pengajuan()
		self.assertEqual(frappe.db.count("Notification Log", unread), 1)
		frappe.db.set_value("Notification Log", unread, "read", 1)
		make_pengajuan()
		self.assertEqual(frappe.db.count("Notification Log", unread), 1)
		self.assertFalse(frappe.db.exists("Notification Log", {**unread, "for_user": surel("UJI-KADIS")}))


class TestOrangLain(KasusPenerimaan):
	def test_to_all_but_operators_a_submission_does_not_exist(self):
		calls = (
			lambda: accept_pengajuan(self.name, {}),
			lambda: return_pengajuan(self.name, "x"),
			lambda: reopen_pengajuan(self.name),
			lambda: set_rahasia(self.name, False),
			lambda: get_usulan(self.name),
		)
		for kode in ("UJI-KADIS", "UJI-VERIFIKATOR", "UJI-SANDI", "UJI-PENGELOLA", "UJI-SISTEM", "Guest"):
			for call in calls:
				with self.subTest(kode), self.sebagai(kode):
					self.assertRaises(frappe.DoesNotExistError, call)
