"""Mail fetched from a real server: once, whatever is in it, whoever reads along, and whatever breaks on the way."""

import os
import resource
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import frappe
from frappe.utils import get_system_timezone

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.loket.berkas_pengajuan import JENIS_SURAT_ELEKTRONIK
from eoffice_app.surel_masuk import folder
from eoffice_app.surel_masuk.kata_sandi import (
	KataSandiSalahError,
	ServerTidakMenjawabError,
	change_password,
)
from eoffice_app.surel_masuk.kotak import LANCAR, TERGANGGU
from eoffice_app.tests.dasar import ORANG, KasusUji, make_pdf, surel
from eoffice_app.tests.kotak_surat import make_kotak_surat, take_kotak_away
from eoffice_app.tests.server_imap import KATA_SANDI, imap_server
from eoffice_app.tests.surel import MEGA, list_hostile, make_surel
from eoffice_app.tte.permintaan import Passphrase

PENGAJUAN = "Pengajuan Surat"
# A process that is killed after it has kept its third mail, and before it has told the server so.
PROSES = """
import sys, time
import frappe
from eoffice_app.surel_masuk.folder import FolderSurat
frappe.init(site=sys.argv[1])
frappe.connect()
kept = []
mark = FolderSurat.mark_seen
def mark_or_wait(folder, uid):
	kept.append(uid)
	if len(kept) == 3:
		print("kept", flush=True)
		time.sleep(600)
	mark(folder, uid)
FolderSurat.mark_seen = mark_or_wait
frappe.get_doc("Email Account", sys.argv[2]).receive()
"""


class KasusKotak(KasusUji):
	"""A mailbox on a server of its own; what comes of its mails is committed, and taken away again."""

	jenis = "Surel"

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		stack = ExitStack()
		cls.addClassCleanup(stack.close)
		cls.server = stack.enter_context(imap_server())

	def setUp(self):
		super().setUp()
		self.kotak = make_kotak_surat(self.server, self.jenis)
		self.alamat = frappe.db.get_value("Email Account", self.kotak.akun_surel, "email_id")
		frappe.db.commit()

	def tearDown(self):
		frappe.db.rollback()
		take_kotak_away(self.kotak)
		frappe.db.commit()
		frappe.db.savepoint("uji")
		super().tearDown()

	def deliver(self, *mails: bytes, **values):
		self.server.deliver(self.alamat, mails, **values)

	def fetch(self):
		frappe.get_doc("Email Account", self.kotak.akun_surel).receive()
		self.kotak.reload()

	def fetch_well(self):
		self.fetch()
		self.assertEqual((self.kotak.keadaan, self.kotak.gangguan), (LANCAR, None))

	def list_pengajuan(self, **filters):
		names = frappe.get_all(
			PENGAJUAN, {"kotak_masuk": self.kotak.akun_surel, **filters}, pluck="name", order_by="nomor_bukti"
		)
		return [frappe.get_doc(PENGAJUAN, name) for name in names]

	def count_unread(self) -> int:
		return self.server.count_unread(self.alamat)


class TestPengambilan(KasusKotak):
	def test_a_mail_is_in_the_quarantine_with_its_files_and_as_it_came(self):
		pdf = make_pdf()
		mail = make_surel("Dengan hormat,\nterlampir.", {"Surat Undangan.pdf": pdf}, Message_ID="<satu@x>")
		self.deliver(mail)
		self.fetch_well()
		(doc,) = self.list_pengajuan()
		self.assertEqual((doc.asal, doc.keadaan), ("Surat Elektronik", "Baru"))
		self.assertEqual((doc.nama_pengirim, doc.surel), ("Dinas Contoh", "dinas@contoh.example"))
		self.assertEqual((doc.perihal, doc.isi), ("Undangan rapat koordinasi", "Dengan hormat,\nterlampir."))
		self.assertEqual((doc.message_id, str(doc.dikirim_pada)[:10]), ("satu@x", "2026-01-05"))
		self.assertEqual([row.jenis for row in doc.berkas], ["application/pdf", JENIS_SURAT_ELEKTRONIK])
		self.assertEqual(read_file(doc.berkas[0]), pdf)
		self.assert_whole(doc, mail)
		self.assertEqual(self.count_unread(), 0)
		self.assertEqual(frappe.db.count("Communication", {"email_account": self.kotak.akun_surel}), 0)

	def test_the_same_mail_is_one_however_often_it_comes(self):
		mail = make_surel(Message_ID=None)
		self.deliver(mail, b"Received: from lain\n" + mail)
		self.fetch_well()
		self.deliver(mail)
		self.fetch_well()
		self.assertEqual(len(self.list_pengajuan()), 1)
		self.assertEqual(self.count_unread(), 0)

	def test_another_mail_under_the_same_id_is_kept(self):
		self.deliver(make_surel("Satu", Message_ID="<sama@x>"), make_surel("Dua", Message_ID="<sama@x>"))
		self.fetch_well()
		self.assertEqual([doc.isi for doc in self.list_pengajuan()], ["Satu", "Dua"])

	def test_what_somebody_else_has_read_meanwhile_is_fetched_too(self):
		self.deliver(make_surel("Satu"))
		self.fetch_well()
		self.deliver(make_surel("Dua"))
		self.read_by_somebody()
		self.assertEqual(self.count_unread(), 0)
		self.fetch_well()
		self.assertEqual([doc.isi for doc in self.list_pengajuan()], ["Satu", "Dua"])

	def read_by_somebody(self):
		server = frappe.get_doc("Email Account", self.kotak.akun_surel).get_incoming_server(in_receive=True)
		server.imap.select("INBOX")
		server.imap.uid("STORE", "1:*", "+FLAGS", "(\\Seen)")
		server.logout()

	def test_what_lay_there_before_the_office_began_stays(self):
		self.kotak.db_set("ambil_sejak", "2999-01-01")
		self.deliver(make_surel())
		self.fetch_well()
		self.assertEqual(self.list_pengajuan(), [])
		self.assertEqual(self.count_unread(), 1)

	def test_the_first_day_begins_at_the_midnight_of_the_office_whatever_the_day_on_the_server(self):
		midnight = datetime(2026, 1, 5, tzinfo=ZoneInfo(get_system_timezone()))
		self.kotak.db_set("ambil_sejak", midnight.date())
		self.addCleanup(self.server.restart)
		for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Honolulu"):
			with self.subTest(zone):
				self.server.restart(zone)
				self.deliver(make_surel(f"Malam, {zone}"), received=midnight - timedelta(seconds=1))
				self.deliver(make_surel(f"Dini hari, {zone}"), received=midnight)
				self.fetch_well()
				self.assertEqual(self.list_pengajuan()[-1].isi, f"Dini hari, {zone}")
		self.assertEqual((len(self.list_pengajuan()), self.count_unread()), (3, 3))

	def test_a_killed_worker_leaves_nothing_behind_twice(self):
		self.deliver(*(make_surel(f"Surat {number}") for number in range(5)))
		self.kill_at_third()
		self.assertEqual((len(self.list_pengajuan()), self.count_unread()), (3, 3))
		self.fetch_well()
		isi = [doc.isi for doc in self.list_pengajuan()]
		self.assertEqual(isi, [f"Surat {number}" for number in range(5)])
		self.assertEqual(self.count_unread(), 0)

	def kill_at_third(self):
		process = subprocess.Popen(
			[sys.executable, "-c", PROSES, frappe.local.site, self.kotak.akun_surel],
			cwd=Path(frappe.get_site_path()).resolve().parent,
			stdout=subprocess.PIPE,
			text=True,
		)
		try:
			self.assertEqual(process.stdout.readline().strip(), "kept")
		finally:
			os.kill(process.pid, signal.SIGKILL)
			process.wait()
			process.stdout.close()
		frappe.db.rollback()

	def test_two_workers_at_once_keep_each_mail_once(self):
		self.deliver(*(make_surel(f"Surat {number}") for number in range(6)))
		site, akun = frappe.local.site, self.kotak.akun_surel
		with ThreadPoolExecutor(2) as pool:
			list(pool.map(lambda _turn: fetch_elsewhere(site, akun), range(2)))
		frappe.db.rollback()
		self.fetch_well()
		self.assertEqual(len(self.list_pengajuan()), 6)

	def test_hostile_mails_are_kept_and_hold_up_nobody(self):
		hostile = list_hostile()
		self.deliver(*hostile.values(), make_surel("Surat yang wajar"))
		self.fetch_well()
		kept = self.list_pengajuan()
		self.assertEqual((len(kept), self.count_unread()), (len(hostile) + 1, 0))
		self.assertIn("Surat yang wajar", kept[-1].isi)
		by_name = dict(zip(hostile, kept, strict=False))
		for name, mail in hostile.items():
			with self.subTest(name):
				self.assert_whole(by_name[name], mail)
		self.assertNotIn("alert", "".join(doc.isi or "" for doc in kept))
		self.assertIn("Minta pengirim mengirim ulang", by_name["winmail.dat"].isi)
		self.assertEqual([row.jenis for row in by_name["bom ZIP"].berkas], [JENIS_SURAT_ELEKTRONIK])
		self.assertIn("surat.zip", by_name["bom ZIP"].isi)
		self.assertIn("tidak dapat dibaca", by_name["sangat dalam"].isi)
		self.assertEqual(by_name["tanpa perihal"].perihal, "(tanpa perihal)")

	def assert_whole(self, doc, mail: bytes):
		# Not compared as a test does: what differs in megabytes takes hours to show.
		self.assertTrue(read_file(doc.berkas[-1]) == mail.replace(b"\n", b"\r\n"), doc.perihal)

	def test_a_mail_of_twenty_megabytes_is_kept_and_one_too_large_is_named(self):
		large = make_surel(berkas={"besar.pdf": make_pdf() + os.urandom(20 * MEGA)})
		self.deliver(large)
		self.fetch_well()
		(doc,) = self.list_pengajuan()
		self.assertEqual([row.jenis for row in doc.berkas], ["application/pdf", JENIS_SURAT_ELEKTRONIK])
		self.assert_whole(doc, large)
		with limit_of_fetching(MEGA):
			self.deliver(make_surel("Isi", {"besar.pdf": os.urandom(2 * MEGA)}, Subject="Terlalu besar"))
			self.fetch_well()
		doc = self.list_pengajuan()[1]
		self.assertEqual((doc.perihal, len(doc.berkas)), ("Terlalu besar", 1))
		self.assertIn("terlalu besar untuk diambil", doc.isi)

	def test_what_machines_write_is_marked(self):
		self.deliver(make_surel(Auto_Submitted="auto-replied"), make_surel(From=self.alamat), make_surel())
		self.fetch_well()
		self.assertEqual([doc.otomatis for doc in self.list_pengajuan()], [1, 1, 0])

	def test_an_answer_names_the_mail_that_the_office_knows(self):
		self.deliver(make_surel(Message_ID="<pertama@x>"))
		self.deliver(make_surel(In_Reply_To="<asing@x>", References="<pertama@x> <asing@x>"))
		self.fetch_well()
		first, second = self.list_pengajuan()
		self.assertEqual((first.utas, second.utas), (None, "pertama@x"))


class TestGangguan(KasusKotak):
	def test_a_changed_password_is_said_told_once_and_loses_nothing(self):
		self.deliver(make_surel())
		self.addCleanup(self.server.change_password, KATA_SANDI)
		self.server.change_password("diganti-orang")
		self.fetch()
		self.fetch()
		self.assertEqual(self.kotak.keadaan, TERGANGGU)
		self.assertIn("menolak kata sandi", self.kotak.gangguan)
		self.assertEqual(self.list_told(), {surel("UJI-OPERATOR"): 1, surel("UJI-PENGELOLA"): 1})
		self.assertEqual(frappe.db.get_value("Email Account", self.kotak.akun_surel, "enable_incoming"), 1)
		self.server.change_password(KATA_SANDI)
		self.fetch()
		self.assertEqual((self.kotak.keadaan, len(self.list_pengajuan())), (LANCAR, 1))

	def test_its_keeper_gives_the_new_password_and_no_other(self):
		self.addCleanup(self.server.change_password, KATA_SANDI)
		self.server.change_password("yang-baru")
		for given, error in (("", KataSandiSalahError), ("keliru", KataSandiSalahError), ("yang-baru", None)):
			with self.subTest(given), self.sebagai("UJI-OPERATOR"):
				frappe.local.eoffice_passphrase = Passphrase(given)
				with self.assertRaises(error) if error else nullcontext():
					change_password(self.kotak.name)
		self.fetch()
		self.assertEqual(self.kotak.keadaan, LANCAR)
		self.server.stop()
		self.addCleanup(self.server.start)
		frappe.local.eoffice_passphrase = Passphrase("lain-lagi")
		self.assertRaises(ServerTidakMenjawabError, change_password, self.kotak.name)

	def test_a_server_that_is_away_is_told_when_it_stays_away(self):
		self.deliver(make_surel())
		self.server.stop()
		try:
			for told in ({}, {}, {surel("UJI-OPERATOR"): 1, surel("UJI-PENGELOLA"): 1}):
				self.fetch()
				self.assertEqual(self.list_told(), told)
			self.assertIn("tidak dapat dihubungi", self.kotak.gangguan)
		finally:
			self.server.start()
		self.fetch()
		self.assertEqual((self.kotak.keadaan, len(self.list_pengajuan())), (LANCAR, 1))

	def list_told(self) -> dict[str, int]:
		users = frappe.get_all("Notification Log", {"document_name": self.kotak.name}, pluck="for_user")
		return {user: users.count(user) for user in map(surel, ORANG) if user in users}

	def test_a_full_disk_leaves_the_mail_where_it_is(self):
		self.deliver(make_surel(berkas={"surat.pdf": make_pdf() + bytes(MEGA)}))
		with largest_file(MEGA // 2):
			self.fetch()
		self.assertEqual((self.list_pengajuan(), self.count_unread()), ([], 1))
		self.assertIn("1 surel belum dapat disimpan", self.kotak.gangguan)
		self.fetch()
		self.assertEqual((len(self.list_pengajuan()), self.kotak.keadaan), (1, LANCAR))


class TestSanapati(KasusKotak):
	jenis = "Sanapati"

	def setUp(self):
		super().setUp()
		self.kotak.alamat_tembusan = "satu@sanapati.example\ndua@sanapati.example"
		self.kotak.save()
		frappe.db.commit()

	def test_a_copy_goes_on_at_once_from_the_same_mailbox(self):
		self.deliver(make_surel("Isi berita", {"berita.pdf": make_pdf()}))
		self.fetch_well()
		(doc,) = self.list_pengajuan()
		self.assertEqual(doc.asal, "Sanapati")
		(name,) = frappe.get_all("Email Queue", {"reference_name": doc.name}, pluck="name")
		queued = frappe.get_doc("Email Queue", name)
		self.assertEqual((queued.email_account, queued.sender), (self.kotak.akun_surel, self.alamat))
		recipients = {row.recipient for row in queued.recipients}
		self.assertEqual(recipients, {"satu@sanapati.example", "dua@sanapati.example"})
		self.assertIn("Auto-Submitted: auto-generated", queued.message)
		(attached,) = frappe.parse_json(queued.attachments)
		self.assertEqual(frappe.db.get_value("File", attached["fid"], "file_url"), doc.berkas[0].berkas)

	def test_fetched_twice_it_goes_on_once_and_what_a_machine_wrote_does_not(self):
		mail = make_surel()
		self.deliver(mail, mail, make_surel(Auto_Submitted="auto-replied"))
		self.fetch_well()
		names = [doc.name for doc in self.list_pengajuan()]
		self.assertEqual(len(names), 2)
		self.assertEqual(frappe.db.count("Email Queue", {"reference_name": ["in", names]}), 1)

	def test_the_operator_sandi_alone_sees_it(self):
		self.deliver(make_surel())
		self.fetch_well()
		(doc,) = self.list_pengajuan()
		seen = [kode for kode in ("UJI-SANDI", "UJI-OPERATOR", "UJI-KADIS") if can_see(doc.name, surel(kode))]
		self.assertEqual(seen, ["UJI-SANDI"])


def fetch_elsewhere(site: str, akun: str) -> None:
	frappe.init(site=site)
	frappe.connect()
	try:
		frappe.get_doc("Email Account", akun).receive()
	finally:
		frappe.destroy()


def read_file(row) -> bytes:
	return Path(frappe.get_site_path("private", "files", row.berkas.rpartition("/")[2])).read_bytes()


@contextmanager
def largest_file(size: int):
	"""Let the system refuse to write more into a file, as it does on a full disk."""
	soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
	resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
	try:
		yield
	finally:
		resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def limit_of_fetching(size: int):
	before, folder.UKURAN_TERBESAR = folder.UKURAN_TERBESAR, size
	try:
		yield
	finally:
		folder.UKURAN_TERBESAR = before
