"""What the application sends itself, by e-mail and internally, asked for by the operator or by nobody."""

from hashlib import sha256
from io import BytesIO

import frappe
import pikepdf
from frappe.utils import add_to_date, now_datetime

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.saluran import tindakan
from eoffice_app.saluran.berkas import BerkasBertandaTidakAdaError, read_berkas
from eoffice_app.saluran.keadaan import DALAM_PENGIRIMAN, MENUNGGU, TERKIRIM, TIDAK_TERKIRIM
from eoffice_app.saluran.otomatis import send_automatic, send_planned
from eoffice_app.saluran.pengingat import remind_some
from eoffice_app.saluran.pengiriman import record_undelivered, record_waiting
from eoffice_app.saluran.surel import SurelKeluarBelumAdaError, compose_subject, explain_refusal, follow_mail
from eoffice_app.tests.dasar import KasusUji, make_berkas, make_surat_masuk, make_surel_keluar, surel
from eoffice_app.tests.serentak import act_at_once
from eoffice_app.tests.surat_bernomor import make_pengiriman, take_away

JABATAN_B = [{"jenis_penerima": "Jabatan", "penerima": "UJI-KABID-B"}]


class KasusPengiriman(KasusUji):
	"""Deliveries that jobs and other connections act on are committed, and taken away again."""

	def setUp(self):
		super().setUp()
		self.committed = []

	def tearDown(self):
		if self.committed:
			# What commits by itself takes the savepoint of the test with it.
			frappe.db.savepoint("uji")
		super().tearDown()
		take_away(self.committed)

	def commit(self, doc):
		frappe.db.commit()
		frappe.db.savepoint("uji")
		self.committed.append(doc)
		return doc


class KasusSurel(KasusPengiriman):
	"""An office that can send e-mail."""

	def setUp(self):
		super().setUp()
		make_surel_keluar()
		# For tests Frappe names a server in the settings of the site, which is an account as well.
		self.server = frappe.conf.pop("mail_server", None)

	def tearDown(self):
		frappe.conf.mail_server = self.server
		super().tearDown()
		frappe.delete_doc("Email Account", "Surat Uji", ignore_missing=True, force=True)
		frappe.db.commit()

	def send(self, **values):
		(doc,) = make_pengiriman("Surel", **values)
		with self.sebagai("UJI-OPERATOR"):
			tindakan.send(doc.name)
		doc.reload()
		return doc


class TestSurel(KasusSurel):
	def test_the_signed_pdf_goes_into_the_queue_once(self):
		doc = self.send()
		self.assertEqual((doc.keadaan, doc.operator), (DALAM_PENGIRIMAN, surel("UJI-OPERATOR")))
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(tindakan.send(doc.name), DALAM_PENGIRIMAN)
		queued = frappe.get_all(
			"Email Queue", filters={"reference_name": doc.name}, fields=["name", "attachments"]
		)
		self.assertEqual([str(row.name) for row in queued], [doc.antrean_surel])
		berkas = frappe.parse_json(queued[0].attachments)[0]["fid"]
		signed = frappe.db.get_value("Surat Keluar", doc.surat_keluar, "berkas_bertanda")
		self.assertEqual(frappe.db.get_value("File", berkas, "file_url"), signed)
		recipient = frappe.get_all("Email Queue Recipient", {"parent": doc.antrean_surel}, pluck="recipient")
		self.assertEqual(recipient, ["tujuan@uji.example"])

	def test_once_the_server_has_it_it_is_delivered(self):
		doc = self.send()
		follow_mail(doc.name)
		self.assertEqual(doc.get_db_value("keadaan"), DALAM_PENGIRIMAN)
		frappe.db.set_value("Email Queue", doc.antrean_surel, "status", "Sent")
		follow_mail(doc.name)
		doc.reload()
		self.assertEqual(doc.keadaan, TERKIRIM)
		self.assertIsNotNone(doc.dikirim_pada)
		self.assertEqual(frappe.db.get_value("Surat Keluar", doc.surat_keluar, "workflow_state"), "Terkirim")

	def test_what_the_server_refuses_comes_back_with_its_reason_and_goes_again(self):
		doc = self.send()
		error = "smtplib.SMTPRecipientsRefused: {'a@b.id': (550, b'5.1.1 no such user')}"
		frappe.db.set_value("Email Queue", doc.antrean_surel, {"status": "Error", "error": error})
		first = doc.antrean_surel
		follow_mail(doc.name)
		doc.reload()
		self.assertEqual(doc.keadaan, TIDAK_TERKIRIM)
		self.assertIn("550 5.1.1 no such user", doc.alasan)
		with self.sebagai("UJI-OPERATOR"):
			tindakan.send(doc.name)
		doc.reload()
		self.assertEqual((doc.keadaan, doc.alasan), (DALAM_PENGIRIMAN, None))
		self.assertNotEqual(doc.antrean_surel, first)

	def test_reasons_of_servers(self):
		self.assertIn("421 try later", explain_refusal("(421, b'try later', 'x@y')"))
		for unknown in (None, "", "Traceback (most recent call last): File …"):
			self.assertIn("Periksa alamat surel", explain_refusal(unknown))

	def test_of_a_letter_that_is_not_ordinary_the_subject_tells_its_number_alone(self):
		doc = self.send(sifat="Terbatas", perihal="Hal yang terbatas")
		self.assertNotIn("Hal yang terbatas", compose_subject(doc))
		message = frappe.db.get_value("Email Queue", doc.antrean_surel, "message")
		self.assertNotIn("Hal yang terbatas", message)

	def test_without_an_account_or_a_signed_file_nothing_goes(self):
		(doc,) = make_pengiriman("Surel")
		frappe.db.set_value("Surat Keluar", doc.surat_keluar, "berkas_bertanda", "/private/files/x.pdf")
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(BerkasBertandaTidakAdaError):
			tindakan.send(doc.name)
		frappe.db.delete("Email Account", {"enable_outgoing": 1})
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(SurelKeluarBelumAdaError):
			tindakan.send(doc.name)
		self.assertEqual(doc.get_db_value("keadaan"), MENUNGGU)

	def test_a_letter_signed_by_ink_goes_with_the_scan_that_bears_its_number(self):
		(doc,) = make_pengiriman("Surel")
		frappe.db.set_value("Surat Keluar", doc.surat_keluar, "penyedia", "Basah")
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(BerkasBertandaTidakAdaError):
			tindakan.send(doc.name)
		scan = make_berkas(attached_to_doctype="Surat Keluar", attached_to_name=doc.surat_keluar)
		frappe.db.set_value("Surat Keluar", doc.surat_keluar, "berkas_bernomor", scan.file_url)
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(tindakan.send(doc.name), DALAM_PENGIRIMAN)
		antrean = frappe.get_doc("Email Queue", doc.get_db_value("antrean_surel"))
		self.assertEqual(frappe.parse_json(antrean.attachments)[0]["fid"], scan.name)

	def test_two_operators_at_once_send_one_mail(self):
		(doc,) = make_pengiriman("Surel")
		self.commit(doc)
		acts = [("UJI-OPERATOR", lambda: tindakan.send(doc.name))] * 3
		self.assertEqual(act_at_once("Pengiriman Surat", *acts), [DALAM_PENGIRIMAN] * 3)
		self.assertEqual(frappe.db.count("Email Queue", {"reference_name": doc.name}), 1)


class TestInternal(KasusPengiriman):
	def test_the_letter_becomes_the_post_s_surat_masuk_without_retyping(self):
		(doc,) = make_pengiriman(tujuan=JABATAN_B, lampiran="1 berkas")
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(tindakan.send(doc.name), TERKIRIM)
			self.assertEqual(tindakan.send(doc.name), TERKIRIM)
		doc.reload()
		keluar = frappe.get_doc("Surat Keluar", doc.surat_keluar)
		masuk = frappe.get_doc("Surat Masuk", doc.surat_masuk)
		for column in ("perihal", "sifat", "derajat", "lampiran", "tanggal_surat"):
			self.assertEqual(masuk.get(column), keluar.get(column), column)
		self.assertEqual((masuk.nomor_surat, masuk.tujuan), (keluar.nomor, "UJI-KABID-B"))
		self.assertEqual((masuk.pengiriman_asal, masuk.owner), (doc.name, surel("UJI-OPERATOR")))
		self.assertTrue(masuk.nomor_agenda)
		self.assertTrue(can_see(masuk.name, surel("UJI-KABID-B")))
		self.assertEqual(frappe.db.count("Surat Masuk", {"pengiriman_asal": doc.name}), 1)
		scan = frappe.get_doc("File", {"file_url": masuk.scan[0].berkas, "attached_to_name": masuk.name})
		with open(scan.get_full_path(), "rb") as stream:
			copy = stream.read()
		self.assertEqual(sha256(copy).digest(), sha256(read_berkas(keluar.name)).digest())
		self.assertEqual(len(pikepdf.open(BytesIO(copy)).pages), 1)

	def test_a_secret_letter_stays_with_the_operator_sandi(self):
		(doc,) = make_pengiriman(tujuan=JABATAN_B, sifat="Rahasia")
		with self.sebagai("UJI-SANDI"):
			tindakan.send(doc.name)
		masuk = frappe.get_doc("Surat Masuk", doc.get_db_value("surat_masuk"))
		self.assertEqual((masuk.buku, masuk.sifat), ("SMR", "Rahasia"))
		self.assertFalse(can_see(masuk.name, surel("UJI-OPERATOR")))

	def test_one_registered_before_a_process_died_is_found_again(self):
		(doc,) = make_pengiriman(tujuan=JABATAN_B)
		with self.sebagai("UJI-OPERATOR"):
			tindakan.send(doc.name)
		registered = doc.get_db_value("surat_masuk")
		frappe.db.set_value(
			"Pengiriman Surat", doc.name, {"keadaan": MENUNGGU, "surat_masuk": None, "dikirim_pada": None}
		)
		frappe.db.set_value("Surat Keluar", doc.surat_keluar, "workflow_state", "Bernomor")
		with self.sebagai("UJI-OPERATOR"):
			tindakan.send(doc.name)
		self.assertEqual(doc.get_db_value("surat_masuk"), registered)

	def test_no_client_says_that_a_letter_came_by_a_delivery(self):
		(doc,) = make_pengiriman(tujuan=JABATAN_B)
		with self.sebagai("UJI-OPERATOR"):
			tindakan.send(doc.name)
			other = make_surat_masuk(pengiriman_asal=doc.name)
			self.assertIsNone(other.pengiriman_asal)
			other.pengiriman_asal = doc.name
			other.save()
		self.assertIsNone(other.get_db_value("pengiriman_asal"))

	def test_two_at_once_register_one_letter(self):
		(doc,) = make_pengiriman(tujuan=JABATAN_B)
		self.commit(doc)
		acts = [("UJI-OPERATOR", lambda: tindakan.send(doc.name))] * 3
		self.assertEqual(act_at_once("Pengiriman Surat", *acts), [TERKIRIM] * 3)
		self.assertEqual(frappe.db.count("Surat Masuk", {"pengiriman_asal": doc.name}), 1)


class TestOtomatis(KasusPengiriman):
	def test_internal_letters_go_without_the_operator_and_once(self):
		(doc,) = make_pengiriman(tujuan=JABATAN_B)
		self.commit(doc)
		send_planned(doc.surat_keluar)
		send_automatic(doc.name)
		doc.reload()
		self.assertEqual(doc.keadaan, TERKIRIM)
		self.assertEqual(frappe.db.count("Surat Masuk", {"pengiriman_asal": doc.name}), 1)
		owner = frappe.db.get_value("Surat Masuk", doc.surat_masuk, "owner")
		self.assertIn("Operator Surat", frappe.get_roles(owner))
		self.assertEqual(frappe.session.user, "Administrator")

	def test_what_goes_by_hand_waits_for_the_operator(self):
		(doc,) = make_pengiriman("Pos")
		self.commit(doc)
		send_planned(doc.surat_keluar)
		self.assertEqual(doc.get_db_value("keadaan"), MENUNGGU)

	def test_what_fails_waits_says_why_and_is_given_up_after_some_time(self):
		(doc,) = make_pengiriman(tujuan=JABATAN_B)
		frappe.db.set_value("Surat Keluar", doc.surat_keluar, "berkas_bertanda", "/private/files/x.pdf")
		self.commit(doc)
		for _time in range(4):
			send_planned(doc.surat_keluar)
		doc.reload()
		self.assertEqual((doc.keadaan, doc.percobaan), (MENUNGGU, 3))
		self.assertIn("belum ada", doc.alasan)


class TestPengingat(KasusUji):
	def list_bells(self, doc) -> list[str]:
		return frappe.get_all("Notification Log", {"document_name": doc.name}, pluck="for_user")

	def test_the_senders_of_a_late_delivery_are_told_once_each_day(self):
		(doc,) = make_pengiriman("Pos")
		late = add_to_date(doc.batas_waktu, days=1)
		remind_some(add_to_date(doc.batas_waktu, hours=-1))
		self.assertEqual(self.list_bells(doc), [])
		remind_some(late)
		remind_some(late)
		self.assertEqual(self.list_bells(doc).count(surel("UJI-OPERATOR")), 1)
		self.assertNotIn(surel("UJI-KADIS"), self.list_bells(doc))
		remind_some(add_to_date(late, days=5))
		self.assertEqual(self.list_bells(doc).count(surel("UJI-OPERATOR")), 2)

	def test_what_has_arrived_is_not_chased(self):
		(doc,) = make_pengiriman("Pos")
		with self.sebagai("UJI-OPERATOR"):
			tindakan.note_sent(doc.name, nomor_bukti="JX01")
		remind_some(add_to_date(now_datetime(), days=30))
		self.assertEqual(self.list_bells(doc), [])

	def test_what_came_back_is_chased_anew(self):
		(doc,) = make_pengiriman("Caraka")
		record_undelivered(doc.name, "Kantor tutup")
		remind_some(add_to_date(doc.batas_waktu, days=1))
		self.assertIn(surel("UJI-OPERATOR"), self.list_bells(doc))
		record_waiting(doc.name)
		self.assertGreater(doc.get_db_value("pengingat_berikut"), now_datetime())

	def test_a_way_without_days_reminds_nobody(self):
		frappe.db.set_value("Saluran Pengiriman", "Pos", "hari_batas", 0)
		(doc,) = make_pengiriman("Pos")
		self.assertEqual((doc.batas_waktu, doc.pengingat_berikut), (None, None))
