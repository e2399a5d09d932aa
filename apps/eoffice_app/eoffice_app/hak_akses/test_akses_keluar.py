"""Who sees an outgoing letter: the rule, the rows that follow it, and the doors of real requests.

UJI-STAF-A1 drafts, UJI-KASI-A1 and UJI-KABID-A check, UJI-KADIS signs.
"""

from dataclasses import replace
from unittest import TestCase

import frappe

from eoffice_app.hak_akses.akses_keluar import read_surat_keluar_terlihat, refresh_akses_keluar
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA, SuratKeluarTerlihat, list_subjek_keluar
from eoffice_app.hak_akses.pembaca import list_pembaca
from eoffice_app.hak_akses.riwayat import get_riwayat_buka_keluar
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.persuratan.konsep.langkah import give_paraf, send_draft
from eoffice_app.persuratan.surat_keluar.agenda import enter_agenda_keluar
from eoffice_app.saluran.pengiriman import plan_pengiriman
from eoffice_app.tests.dasar import KasusUji, acting_as, make_surat_keluar, remove_surat_keluar, surel
from eoffice_app.tests.klien import make_klien
from eoffice_app.tests.pintu import baris, call, daftar, getdoc, jumlah, rest

SIFAT = ("Biasa", "Terbatas", *SIFAT_RAHASIA)
# Who asks → the sifat that he sees. UJI-SEKDIN stands above nobody of the chain, UJI-PENGELOLA administers the office.
PENANYA = {
	"UJI-STAF-A1": SIFAT,
	"UJI-KASI-A1": SIFAT,
	"UJI-KABID-A": ("Biasa",),
	"UJI-KADIS": ("Biasa",),
	"UJI-SEKDIN": (),
	"UJI-KABID-B": (),
	"UJI-OPERATOR": (),
	"UJI-VERIFIKATOR": (),
	"UJI-SANDI": (),
	"UJI-SISTEM": (),
	"Guest": (),
}
MENYEBUT = {
	"formulir": getdoc("Surat Keluar", "name"),
	"REST": rest("Surat Keluar", "name"),
	"client.get": call("frappe.client.get", doctype="Surat Keluar", name="{name}"),
	"lini masa": call("frappe.desk.form.load.get_docinfo", doctype="Surat Keluar", name="{name}"),
	"validate_link": call(
		"frappe.client.validate_link", doctype="Surat Keluar", docname="{name}", fields=["perihal"]
	),
	"perubahan": call("eoffice_app.persuratan.konsep.langkah.get_perubahan", surat_keluar="{name}"),
	"formulir agenda": getdoc("Agenda Keluar", "agenda"),
	"REST agenda": rest("Agenda Keluar", "agenda"),
	"formulir pengiriman": getdoc("Pengiriman Surat", "pengiriman"),
	"REST pengiriman": rest("Pengiriman Surat", "pengiriman"),
	"pilihan pengiriman": call("eoffice_app.saluran.tindakan.get_pilihan", pengiriman="{pengiriman}"),
	"pengiriman surat": call("eoffice_app.saluran.tindakan.list_pengiriman", surat_keluar="{name}"),
	"dibalas": call("eoffice_app.persuratan.konsep.balasan.get_dibalas", surat_keluar="{name}"),
	"berkas": lambda klien, surat: klien.get(surat["berkas"]),
	"surat di meja": call("eoffice_app.meja.pintu.get_surat", surat_keluar="{name}"),
}
# The pages of a draft are made when they are asked for, which takes long: only strangers ask for them here.
MENULIS = {
	"halaman di meja": call("eoffice_app.meja.pintu.get_halaman", surat_keluar="{name}", nomor=1),
	"jumlah halaman di meja": call("eoffice_app.meja.pintu.get_jumlah_halaman", surat_keluar="{name}"),
	"keputusan di meja": call(
		"eoffice_app.meja.pintu.decide", tindakan="Kembalikan Konsep", terbaca="x", surat_keluar="{name}"
	),
	"client.set_value": call(
		"frappe.client.set_value", doctype="Surat Keluar", name="{name}", fieldname="perihal", value="x"
	),
	"alur kerja": call(
		"frappe.model.workflow.apply_workflow",
		doc={"doctype": "Surat Keluar", "name": "{name}"},
		action="Beri Paraf",
	),
	"ubah massal": call(
		"frappe.desk.doctype.bulk_update.bulk_update.submit_cancel_or_update_docs",
		doctype="Surat Keluar",
		docnames=["{name}"],
		action="update",
		data={"perihal": "x"},
	),
	"ubah pengiriman": call(
		"frappe.client.set_value",
		doctype="Pengiriman Surat",
		name="{pengiriman}",
		fieldname="keadaan",
		value="Terkirim",
	),
	"kirim surel": call("eoffice_app.saluran.tindakan.send", pengiriman="{pengiriman}"),
	"catat terkirim": call("eoffice_app.saluran.tindakan.note_sent", pengiriman="{pengiriman}"),
	"ubah cara": call("eoffice_app.saluran.tindakan.change_way", pengiriman="{pengiriman}", saluran="Pos"),
	"arsipkan": call("eoffice_app.saluran.tindakan.archive", surat_keluar="{name}"),
	"unggah": call("upload_file", doctype="Surat Keluar", docname="{name}", file_url="/files/x.pdf"),
	"beri paraf": call("eoffice_app.persuratan.konsep.langkah.give_paraf", surat_keluar="{name}", versi="1"),
	"kembalikan": call(
		"eoffice_app.persuratan.konsep.langkah.return_draft", surat_keluar="{name}", catatan="x"
	),
	"kirim": call("eoffice_app.persuratan.konsep.langkah.send_draft", surat_keluar="{name}"),
	"batalkan": call("eoffice_app.persuratan.konsep.langkah.cancel_draft", surat_keluar="{name}", alasan="x"),
}
MENCARI = {
	"daftar": daftar("Surat Keluar"),
	"client.get_list": call(
		"frappe.client.get_list",
		doctype="Surat Keluar",
		fields=["perihal"],
		filters=[["Surat Keluar", "perihal", "like", "%{tanda}%"]],
	),
	"cari tautan": call("frappe.desk.search.search_link", doctype="Surat Keluar", txt="{tanda}"),
	"daftar agenda": daftar("Agenda Keluar"),
	"daftar pengiriman": daftar("Pengiriman Surat"),
	"client.get_list pengiriman": call(
		"frappe.client.get_list",
		doctype="Pengiriman Surat",
		fields=["perihal"],
		filters=[["Pengiriman Surat", "perihal", "like", "%{tanda}%"]],
	),
	"cari tautan agenda": call("frappe.desk.search.search_link", doctype="Agenda Keluar", txt="{tanda}"),
	"daftar paraf": baris("Paraf Surat Keluar", "parent", "name", "parent", parent="Surat Keluar"),
	"daftar versi naskah": baris("Versi Naskah", "parent", "name", "perihal", parent="Surat Keluar"),
	"daftar penerima": baris("Penerima Surat Keluar", "parent", "name", "parent", parent="Surat Keluar"),
	"terkait penerima": call("frappe.desk.form.linked_with.get", doctype="Instansi", docname="Instansi Uji"),
}


class TestAturanKeluar(TestCase):
	surat = SuratKeluarTerlihat("Biasa", "a@x", frozenset({"STAF", "KADIS"}), frozenset({"KABID"}))

	def test_biasa_is_seen_by_those_concerned_and_those_above(self):
		self.assertEqual(
			list_subjek_keluar(self.surat), {"user:a@x", "jabatan:STAF", "jabatan:KADIS", "jabatan:KABID"}
		)

	def test_the_narrower_ones(self):
		posts = {"jabatan:STAF", "jabatan:KADIS"}
		for sifat, expected in (
			("Terbatas", {*posts, "user:a@x"}),
			("Rahasia", posts),
			("Sangat Rahasia", posts),
		):
			with self.subTest(sifat=sifat):
				surat = SuratKeluarTerlihat(sifat, "a@x", self.surat.jabatan, self.surat.atasan)
				self.assertEqual(list_subjek_keluar(surat), expected)

	def test_once_signed_it_is_for_those_who_send_it_too(self):
		before = {sifat: list_subjek_keluar(self.of(sifat, ditandatangani=False)) for sifat in SIFAT}
		for sifat, joined in (
			("Biasa", {"operator:APTIKA", "unit:APTIKA", "peran:Pimpinan"}),
			("Terbatas", {"operator:APTIKA"}),
			("Rahasia", {"peran:Operator Sandi"}),
			("Sangat Rahasia", {"peran:Operator Sandi"}),
		):
			with self.subTest(sifat=sifat):
				after = list_subjek_keluar(self.of(sifat, ditandatangani=True))
				self.assertEqual(after - before[sifat], joined)
				self.assertFalse(before[sifat] - after)

	def of(self, sifat: str, ditandatangani: bool) -> SuratKeluarTerlihat:
		return replace(self.surat, sifat=sifat, unit="APTIKA", ditandatangani=ditandatangani)


class TestAksesKeluar(KasusUji):
	def assert_as_the_rule_says(self, surat):
		surat = frappe.get_doc("Surat Keluar", surat.name)
		rows = frappe.get_all("Akses Surat", filters={"surat": surat.name}, pluck="subjek")
		self.assertEqual(sorted(rows), sorted(list_subjek_keluar(read_surat_keluar_terlihat(surat))))

	def move(self, kode: str, atasan: str):
		jabatan = frappe.get_doc("Jabatan", kode)
		jabatan.parent_jabatan = atasan
		jabatan.save()

	def test_the_rows_follow_sifat_and_signer(self):
		surat = make_surat_keluar()
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-A")))
		with self.sebagai("UJI-STAF-A1"):
			surat.update({"sifat": "Terbatas", "penanda_tangan": "UJI-KASI-A1"})
			surat.save()
		self.assertFalse(can_see(surat.name, surel("UJI-KABID-A")))
		self.assertFalse(can_see(surat.name, surel("UJI-KADIS")))
		self.assertTrue(can_see(surat.name, surel("UJI-KASI-A1")))
		self.assert_as_the_rule_says(surat)

	def test_who_is_asked_for_paraf_koordinasi_sees_it_from_then_on(self):
		surat = make_surat_keluar(sifat="Rahasia", koordinasi=[{"jabatan": "UJI-KABID-B"}])
		self.assertFalse(can_see(surat.name, surel("UJI-KABID-B")))
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		with self.sebagai("UJI-KABID-B"):
			give_paraf(surat.name, 1)
		self.assert_as_the_rule_says(surat)

	def test_a_moved_post_changes_its_superiors(self):
		surat = make_surat_keluar(penanda_tangan="UJI-STAF-A1")
		secret = make_surat_keluar(penanda_tangan="UJI-STAF-A1", sifat="Terbatas")
		for kode, atasan in (("UJI-KASI-A1", "UJI-KABID-B"), ("UJI-KABID-B", "UJI-SEKDIN")):
			self.move(kode, atasan)
			self.assertTrue(can_see(surat.name, surel(atasan)))
			self.assert_as_the_rule_says(surat)
			self.assert_as_the_rule_says(secret)
		self.assertFalse(can_see(surat.name, surel("UJI-KABID-A")))

	def test_a_superior_of_another_post_of_the_letter_keeps_it(self):
		surat = make_surat_keluar(penanda_tangan="UJI-KASI-A1")
		self.move("UJI-STAF-A1", "UJI-KABID-B")
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-A")))
		self.assertTrue(can_see(surat.name, surel("UJI-KABID-B")))
		self.assert_as_the_rule_says(surat)

	def test_who_sends_it_sees_it_once_it_is_signed(self):
		surat = make_surat_keluar()
		self.assertFalse(can_see(surat.name, surel("UJI-OPERATOR")))
		surat.db_set("ditandatangani_pada", "2026-01-05 09:00:00")
		refresh_akses_keluar(surat)
		self.assertTrue(can_see(surat.name, surel("UJI-OPERATOR")))
		frappe.db.set_value("Unit Kerja", "UJI-BID-B", "operator", get_pegawai("UJI-OPERATOR"))
		self.assertTrue(
			can_see(surat.name, surel("UJI-OPERATOR")), "no operator of its own: any of the office"
		)
		frappe.db.set_value("Unit Kerja", surat.unit_penyusun, "operator", get_pegawai("UJI-SANDI"))
		self.assertFalse(can_see(surat.name, surel("UJI-OPERATOR")))
		self.assertTrue(can_see(surat.name, surel("UJI-SANDI")))
		told = list_pembaca(surat.name) & set(map(surel, PENANYA))
		self.assertEqual(told, {surel(kode) for kode in PENANYA if can_see(surat.name, surel(kode))})

	def test_its_name_is_never_that_of_an_incoming_letter(self):
		self.assertEqual(len(make_surat_keluar().name), 20)


class TestPintuKeluar(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.surat = {sifat: make_letter(sifat) for sifat in SIFAT}
		cls.klien = {kode: make_klien(kode if kode == "Guest" else surel(kode)) for kode in PENANYA}
		frappe.db.commit()

	@classmethod
	def tearDownClass(cls):
		frappe.set_user("Administrator")
		for surat in cls.surat.values():
			frappe.delete_doc("File", surat["file"], force=True, ignore_permissions=True)
			remove_surat_keluar(surat["name"])
		frappe.db.commit()
		super().tearDownClass()

	def walk(self, doors: dict):
		for pintu, buka in doors.items():
			for kode, klien in self.klien.items():
				for sifat, surat in self.surat.items():
					yield buka(klien, surat), sifat in PENANYA[kode], (pintu, kode, sifat)

	def test_doors_that_name_the_letter(self):
		for jawaban, is_visible, context in self.walk(MENYEBUT):
			self.assertEqual(jawaban.status, 200 if is_visible else 404, (*context, jawaban.isi[:300]))

	def test_doors_that_would_write_are_closed_to_those_to_whom_it_is_hidden(self):
		for pintu, buka in MENULIS.items():
			for kode, klien in self.klien.items():
				for sifat, surat in self.surat.items():
					if sifat not in PENANYA[kode]:
						jawaban = buka(klien, surat)
						self.assertEqual(jawaban.status, 404, (pintu, kode, sifat, jawaban.isi[:300]))

	def test_doors_that_search(self):
		for pintu, buka in MENCARI.items():
			found = [buka(self.klien["UJI-KASI-A1"], surat).isi for surat in self.surat.values()]
			self.assertTrue(
				all(
					surat["name"] in isi or surat["tanda"] in isi
					for surat, isi in zip(self.surat.values(), found, strict=True)
				),
				(pintu, found),
			)
		for jawaban, is_visible, context in self.walk(MENCARI):
			surat = self.surat[context[2]]
			if not is_visible:
				self.assertNotIn(surat["name"], jawaban.isi, context)
				self.assertNotIn(surat["tanda"], jawaban.isi, context)

	def test_opening_a_secret_one_leaves_a_line_that_its_drafter_reads(self):
		secret, open_one = self.surat["Sangat Rahasia"], self.surat["Terbatas"]
		for surat in (secret, open_one):
			MENYEBUT["formulir"](self.klien["UJI-KASI-A1"], surat)
		MENYEBUT["formulir"](self.klien["UJI-KABID-B"], secret)
		# Another connection wrote it: what was read before must not stand in the way.
		frappe.db.rollback()
		frappe.db.savepoint("uji")
		with self.sebagai("UJI-STAF-A1"):
			readers = {row.sebagai for row in get_riwayat_buka_keluar(secret["name"])}
			with self.assertRaises(frappe.DoesNotExistError):
				get_riwayat_buka_keluar(open_one["name"])
		self.assertIn("Jabatan UJI-KASI-A1", readers)
		self.assertNotIn("Jabatan UJI-KABID-B", readers)
		for kode in ("UJI-KASI-A1", "UJI-KABID-B"):
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
				get_riwayat_buka_keluar(secret["name"])

	def test_doors_that_count(self):
		count = {"jumlah": jumlah("frappe.client.get_count", "Surat Keluar")}
		for jawaban, is_visible, context in self.walk(count):
			if jawaban.status == 200:
				self.assertEqual(frappe.parse_json(jawaban.isi)["message"], int(is_visible), context)
			else:
				self.assertEqual((jawaban.status, is_visible), (403, False), context)


def get_pegawai(jabatan: str) -> str:
	"""Return the Pegawai who holds a post of the test office."""
	return frappe.db.get_value("Pemangku Jabatan", {"jabatan": jabatan}, "pegawai")


def make_letter(sifat: str) -> dict:
	"""Draft and send a letter of a sifat that UJI-KASI-A1 checks, with a file; UJI-KABID-A sees it only from above."""
	tanda = f"tanda{frappe.generate_hash(length=10)}"
	surat = make_surat_keluar(
		sifat=sifat,
		perihal=tanda,
		penanda_tangan="UJI-STAF-A1",
		koordinasi=[{"jabatan": "UJI-KASI-A1"}],
	)
	with acting_as("UJI-STAF-A1"):
		berkas = frappe.get_doc(
			{
				"doctype": "File",
				"file_name": f"{tanda}.txt",
				"content": tanda,
				"attached_to_doctype": "Surat Keluar",
				"attached_to_name": surat.name,
			}
		).insert()
		send_draft(surat.name)
	# As its number would bring it.
	(pengiriman,) = plan_pengiriman(surat)
	agenda = enter_agenda_keluar(surat)
	things = {"name": surat.name, "tanda": tanda, "agenda": agenda, "pengiriman": pengiriman}
	return {**things, "berkas": berkas.file_url, "file": berkas.name}
