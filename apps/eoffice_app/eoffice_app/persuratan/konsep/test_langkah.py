import frappe
from frappe.model.workflow import apply_workflow
from frappe.utils import nowdate

from eoffice_app.exceptions import (
	BukanPemangkuError,
	JabatanTanpaPemangkuError,
	PegawaiTanpaJabatanError,
	TransisiTidakSahError,
)
from eoffice_app.persuratan.doctype.surat_keluar.surat_keluar import (
	NaskahTerkunciError,
	PenandaTanganTidakBerwenangError,
	SuratKeluarTetapError,
)
from eoffice_app.persuratan.konsep.langkah import (
	BukanGiliranError,
	NaskahBerubahError,
	cancel_draft,
	get_perubahan,
	give_paraf,
	return_draft,
	send_draft,
)
from eoffice_app.persuratan.konsep.menunggu import list_waiting
from eoffice_app.persuratan.konsep.rantai_paraf import PenandaTanganBukanAtasanError
from eoffice_app.persuratan.pemberitahuan.pengirim import send_notice
from eoffice_app.persuratan.surat_keluar.transisi import TandaTanganSendiriError, check_transition
from eoffice_app.persuratan.surat_masuk.pekerjaan import count_open_work
from eoffice_app.tests.dasar import KasusUji, acting_as, make_pegawai, make_pemangku, make_surat_keluar


def read(surat):
	return frappe.get_doc("Surat Keluar", surat.name)


def send(penyusun: str = "UJI-STAF-A1", **values):
	"""Draft a letter and send it up; return it as it is then."""
	surat = make_surat_keluar(penyusun, **values)
	with acting_as(penyusun):
		send_draft(surat.name)
	return read(surat)


class TestKonsep(KasusUji):
	"""UJI-STAF-A1 drafts, UJI-KASI-A1 and UJI-KABID-A check, UJI-KADIS signs."""

	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": send()}

	def paraf(self, surat, kode: str, catatan: str = "") -> str:
		with self.sebagai(kode):
			return give_paraf(surat.name, read(surat).versi, catatan)

	def read_rows(self, surat) -> list[tuple]:
		surat.reload()
		return [(row.jabatan, row.keadaan) for row in surat.paraf]

	def correct(self, surat, kode: str, isi: str):
		with self.sebagai(kode):
			surat = frappe.get_doc("Surat Keluar", surat.name)
			surat.isi = isi
			return surat.save()

	def test_the_chain_climbs_from_the_drafter_to_below_the_signer(self):
		surat = self.surat
		self.assertEqual((surat.workflow_state, surat.menunggu_jabatan), ("Menunggu Paraf", "UJI-KASI-A1"))
		self.assertEqual(self.read_rows(surat), [("UJI-KASI-A1", "Menunggu"), ("UJI-KABID-A", "Menunggu")])
		self.assertEqual(self.paraf(surat, "UJI-KASI-A1"), "Menunggu Paraf")
		self.assertEqual(read(surat).menunggu_jabatan, "UJI-KABID-A")
		self.assertEqual(self.paraf(surat, "UJI-KABID-A", "Sudah baik"), "Menunggu Tanda Tangan")
		surat.reload()
		self.assertEqual(surat.menunggu_jabatan, "UJI-KADIS")
		last = surat.paraf[1]
		self.assertEqual(
			(last.nama, last.sebagai, last.catatan, last.versi),
			("Pegawai UJI-KABID-A", "Jabatan UJI-KABID-A", "Sudah baik", 1),
		)
		self.assertTrue(last.waktu)

	def test_who_signs_his_own_draft_needs_no_paraf(self):
		surat = send("UJI-KADIS")
		self.assertEqual((surat.workflow_state, surat.paraf), ("Menunggu Tanda Tangan", []))

	def test_nobody_gives_a_paraf_twice_out_of_turn_or_for_another(self):
		surat = self.surat
		for kode in ("UJI-KABID-A", "UJI-KADIS", "UJI-STAF-A1"):
			with self.subTest(kode=kode), self.assertRaises(BukanGiliranError):
				self.paraf(surat, kode)
		self.paraf(surat, "UJI-KASI-A1")
		with self.assertRaises(BukanGiliranError):
			self.paraf(surat, "UJI-KASI-A1")

	def test_to_a_stranger_the_draft_is_not_there(self):
		surat = self.surat
		with self.sebagai("UJI-STAF-B"):
			for step in (
				lambda: send_draft(surat.name),
				lambda: give_paraf(surat.name, 1),
				lambda: return_draft(surat.name, "x"),
				lambda: cancel_draft(surat.name, "x"),
				lambda: get_perubahan(surat.name),
			):
				with self.assertRaises(frappe.DoesNotExistError):
					step()

	def test_a_plh_gives_it_and_stands_on_the_sheet_as_such(self):
		make_pemangku("UJI-KASI-A1", make_pegawai("UJI-KABID-B"), "Plh.", mulai=nowdate())
		surat = self.surat
		with self.assertRaises(BukanGiliranError):
			self.paraf(surat, "UJI-KASI-A1")
		self.paraf(surat, "UJI-KABID-B")
		self.assertEqual(read(surat).paraf[0].sebagai, "Plh. Jabatan UJI-KASI-A1")

	def test_other_units_give_theirs_beside_the_line(self):
		surat = send(koordinasi=[{"jabatan": "UJI-KABID-B"}])
		self.paraf(surat, "UJI-KABID-B")
		self.paraf(surat, "UJI-KASI-A1")
		self.assertEqual(self.paraf(surat, "UJI-KABID-A"), "Menunggu Tanda Tangan")

	def test_the_desk_finds_what_waits_for_its_user_also_beside_the_line(self):
		surat = send(koordinasi=[{"jabatan": "UJI-KABID-B"}])
		for kode, expected in (
			("UJI-KASI-A1", True),
			("UJI-KABID-B", True),
			("UJI-KABID-A", False),
			("UJI-STAF-A1", False),
			("UJI-VERIFIKATOR", False),
		):
			with self.subTest(kode=kode), self.sebagai(kode):
				self.assertEqual(surat.name in list_waiting(), expected)
		self.paraf(surat, "UJI-KABID-B")
		with self.sebagai("UJI-KABID-B"):
			self.assertNotIn(surat.name, list_waiting())

	def test_a_paraf_on_a_text_that_has_changed_since_is_refused(self):
		surat = self.surat
		with self.sebagai("UJI-KASI-A1"), self.assertRaises(NaskahBerubahError):
			give_paraf(surat.name, surat.versi + 1)

	def test_returned_with_a_note_corrected_and_sent_again(self):
		surat = self.surat
		self.paraf(surat, "UJI-KASI-A1")
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(return_draft(surat.name, "Tambahkan tanggal."), "Dikembalikan")
		surat.reload()
		self.assertEqual((surat.alasan, surat.menunggu_jabatan), ("Tambahkan tanggal.", "UJI-STAF-A1"))
		self.correct(surat, "UJI-STAF-A1", "<p>Kegiatan tanggal 2 Maret.</p>")
		self.assertEqual(self.read_rows(surat), [("UJI-KASI-A1", "Gugur"), ("UJI-KABID-A", "Dikembalikan")])
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		self.assertEqual(
			self.read_rows(surat)[2:], [("UJI-KASI-A1", "Menunggu"), ("UJI-KABID-A", "Menunggu")]
		)
		self.assertEqual([row.versi for row in surat.riwayat_naskah], [1, 2])
		self.assertIsNone(surat.alasan)
		with self.sebagai("UJI-KABID-A"):
			seen = get_perubahan(surat.name)
		self.assertEqual((seen["sejak"], seen["versi"]), (1, 2))
		changed = {row["jenis"]: row["teks"] for row in seen["baris"] if row["jenis"] != "tetap"}
		self.assertEqual(
			changed,
			{
				"dihapus": "Dengan hormat kami laporkan kegiatan.",
				"ditambah": "Kegiatan tanggal 2 Maret.",
			},
		)

	def test_sent_again_unchanged_the_parafs_given_still_count(self):
		surat = self.surat
		self.paraf(surat, "UJI-KASI-A1")
		with self.sebagai("UJI-KABID-A"):
			return_draft(surat.name, "Mohon lengkapi lampiran.")
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		self.assertEqual(read(surat).menunggu_jabatan, "UJI-KABID-A")

	def test_returned_to_the_checker_before(self):
		surat = self.surat
		self.paraf(surat, "UJI-KASI-A1")
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(return_draft(surat.name, "Periksa lagi.", True), "Menunggu Paraf")
		self.assertEqual(read(surat).menunggu_jabatan, "UJI-KASI-A1")
		self.paraf(surat, "UJI-KASI-A1")
		self.assertEqual(self.paraf(surat, "UJI-KABID-A"), "Menunggu Tanda Tangan")
		with self.sebagai("UJI-KADIS"):
			return_draft(surat.name, "Belum tepat.", True)
		self.assertEqual(read(surat).menunggu_jabatan, "UJI-KABID-A")
		self.assertEqual(self.paraf(surat, "UJI-KABID-A"), "Menunggu Tanda Tangan")

	def test_nobody_before_the_first_checker_and_no_empty_note(self):
		surat = self.surat
		with self.sebagai("UJI-KASI-A1"):
			with self.assertRaises(TransisiTidakSahError):
				return_draft(surat.name, "Periksa lagi.", True)
			with self.assertRaisesRegex(TransisiTidakSahError, "Catatan harus diisi"):
				return_draft(surat.name, "  ")

	def test_the_signer_returns_it_and_that_stands_on_the_sheet(self):
		surat = send("UJI-KABID-A")
		with self.sebagai("UJI-KADIS"):
			return_draft(surat.name, "Ganti perihal.")
		self.assertEqual(self.read_rows(surat), [("UJI-KADIS", "Dikembalikan")])
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(send_draft(surat.name), "Menunggu Tanda Tangan")

	def test_a_checker_corrects_the_text_and_those_before_him_are_asked_again(self):
		surat = self.surat
		self.paraf(surat, "UJI-KASI-A1")
		self.correct(surat, "UJI-KABID-A", "<p>Diperbaiki Kabid.</p>")
		surat.reload()
		self.assertEqual((surat.versi, surat.menunggu_jabatan), (2, "UJI-KASI-A1"))
		self.assertEqual(
			self.read_rows(surat),
			[("UJI-KASI-A1", "Gugur"), ("UJI-KABID-A", "Menunggu"), ("UJI-KASI-A1", "Menunggu")],
		)
		self.paraf(surat, "UJI-KASI-A1")
		self.assertEqual(self.paraf(surat, "UJI-KABID-A"), "Menunggu Tanda Tangan")

	def test_only_drafter_and_checker_in_turn_write_and_only_what_is_theirs(self):
		surat = self.surat
		for kode in ("UJI-STAF-A1", "UJI-KABID-A", "UJI-KADIS"):
			with self.subTest(kode=kode), self.assertRaises(frappe.PermissionError):
				self.correct(surat, kode, "<p>x</p>")
		with self.sebagai("UJI-KASI-A1"):
			surat = frappe.get_doc("Surat Keluar", surat.name)
			surat.penanda_tangan = "UJI-KABID-A"
			with self.assertRaises(NaskahTerkunciError):
				surat.save()

	def test_nothing_of_the_chain_comes_in_by_writing_the_letter(self):
		surat = make_surat_keluar(paraf=[{"jabatan": "UJI-KASI-A1", "keadaan": "Diparaf"}], versi=7)
		self.assertEqual((surat.paraf, surat.versi), ([], 1))
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		with self.sebagai("UJI-KASI-A1"):
			surat = frappe.get_doc("Surat Keluar", surat.name)
			for row in surat.paraf:
				row.update({"keadaan": "Diparaf", "versi": 1})
			surat.riwayat_naskah = []
			surat.save()
		self.assertEqual(self.read_rows(surat), [("UJI-KASI-A1", "Menunggu"), ("UJI-KABID-A", "Menunggu")])
		self.assertEqual(len(surat.riwayat_naskah), 1)

	def test_no_state_is_reached_by_writing_it(self):
		surat = self.surat
		for state in ("Menunggu Tanda Tangan", "Dikembalikan", "Ditandatangani", "Batal"):
			with self.subTest(state=state), self.sebagai("UJI-KASI-A1"):
				surat = frappe.get_doc("Surat Keluar", surat.name)
				surat.update({"workflow_state": state, "alasan": "x"})
				with self.assertRaises(frappe.ValidationError):
					surat.save()
		self.assertEqual(frappe.db.get_value("Surat Keluar", surat.name, "workflow_state"), "Menunggu Paraf")

	def test_the_last_step_of_the_workflow_is_not_taken_without_a_paraf(self):
		surat = send("UJI-KASI-A1")
		with self.sebagai("UJI-KABID-A"), self.assertRaises(TransisiTidakSahError):
			apply_workflow(frappe.get_doc("Surat Keluar", surat.name), "Beri Paraf")

	def test_the_desks_own_action_sends_a_draft_as_well(self):
		surat = make_surat_keluar()
		with self.sebagai("UJI-STAF-A1"):
			apply_workflow(frappe.get_doc("Surat Keluar", surat.name), "Kirim untuk Paraf")
		self.assertEqual(len(self.read_rows(surat)), 2)

	def test_only_the_drafters_post_sends_and_cancels(self):
		surat = make_surat_keluar()
		with self.sebagai("UJI-KABID-A"):
			with self.assertRaises(BukanPemangkuError):
				send_draft(surat.name)
			with self.assertRaises(BukanPemangkuError):
				cancel_draft(surat.name, "x")
		with self.sebagai("UJI-STAF-A1"):
			with self.assertRaisesRegex(TransisiTidakSahError, "Alasan"):
				cancel_draft(surat.name, " ")
			surat.reload()
			self.assertEqual(cancel_draft(surat.name, "Kegiatan batal"), "Batal")
			with self.assertRaises(TransisiTidakSahError):
				send_draft(surat.name)
			with self.assertRaises(SuratKeluarTetapError):
				frappe.delete_doc("Surat Keluar", surat.name, ignore_permissions=True)

	def test_a_draft_needs_a_post_and_one_that_its_writer_holds(self):
		make_pegawai("UJI-TANPA-JABATAN", "Staf")
		with self.assertRaises(PegawaiTanpaJabatanError):
			make_surat_keluar("UJI-TANPA-JABATAN")
		with self.assertRaises(BukanPemangkuError):
			make_surat_keluar(jabatan_penyusun="UJI-KASI-A1")

	def test_who_covers_another_desk_drafts_in_his_own_post_unless_he_says_so(self):
		make_pemangku("UJI-KADIS", make_pegawai("UJI-KABID-A"), "Plh.", mulai=nowdate())
		self.assertEqual(make_surat_keluar("UJI-KABID-A").jabatan_penyusun, "UJI-KABID-A")
		covered = make_surat_keluar("UJI-KABID-A", jabatan_penyusun="UJI-KADIS")
		self.assertEqual(covered.jabatan_penyusun, "UJI-KADIS")

	def test_the_signer_stands_above_the_drafter_and_may_sign_this_kind(self):
		with self.assertRaises(PenandaTanganBukanAtasanError):
			make_surat_keluar(penanda_tangan="UJI-KABID-B")
		frappe.db.set_single_value("Pengaturan E-Office", "jabatan_pimpinan", "UJI-KADIS")
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")
		self.addCleanup(frappe.clear_document_cache, "Pengaturan E-Office", "Pengaturan E-Office")
		kind = {"jenis_naskah": "Surat Dinas", "penanda_tangan": "UJI-KABID-A"}
		with self.assertRaises(PenandaTanganTidakBerwenangError):
			make_surat_keluar(**kind)
		make_surat_keluar(**kind, cara_tanda_tangan="a.n.")
		surat = make_surat_keluar(penanda_tangan="UJI-KABID-A")
		with self.sebagai("UJI-STAF-A1"), self.assertRaises(PenandaTanganTidakBerwenangError):
			surat.jenis_naskah = "Surat Dinas"
			surat.save()

	def test_a_chain_through_a_post_that_nobody_holds_is_refused(self):
		frappe.db.delete("Pemangku Jabatan", {"jabatan": "UJI-KASI-A1"})
		surat = make_surat_keluar()
		with self.sebagai("UJI-STAF-A1"), self.assertRaises(JabatanTanpaPemangkuError):
			send_draft(surat.name)

	def test_a_closed_post_is_passed_over(self):
		frappe.db.set_value("Jabatan", "UJI-KASI-A1", "aktif", 0)
		self.assertEqual(self.read_rows(send()), [("UJI-KABID-A", "Menunggu")])

	def test_who_drafted_it_does_not_sign_it_as_plh_of_the_signer(self):
		surat = send("UJI-KABID-A")
		make_pemangku("UJI-KADIS", make_pegawai("UJI-KABID-A"), "Plh.", mulai=nowdate())
		with self.sebagai("UJI-KABID-A"), self.assertRaises(TandaTanganSendiriError):
			check_transition(surat, "Menunggu Tanda Tangan", "Ditandatangani")
		with self.sebagai("UJI-KADIS"), self.assertRaises(BukanPemangkuError):
			check_transition(surat, "Menunggu Tanda Tangan", "Ditandatangani")
		own = make_surat_keluar("UJI-KABID-A", penanda_tangan="UJI-KABID-A")
		own.update({"penyedia": "Lokal", "nama_penanda_tangan": "Pegawai UJI-KABID-A"})
		with self.sebagai("UJI-KABID-A"):
			check_transition(own, "Menunggu Tanda Tangan", "Ditandatangani")

	def test_an_addressee_keeps_the_name_it_had_and_nobody_types_another(self):
		post = {"jenis_penerima": "Jabatan", "penerima": "UJI-KABID-B", "nama_penerima": "Orang lain"}
		surat = make_surat_keluar(tujuan=[post])
		self.assertEqual(surat.tujuan[0].nama_penerima, "Jabatan UJI-KABID-B")
		frappe.db.set_value("Jabatan", "UJI-KABID-B", "nama_jabatan", "Nama Baru")
		with self.sebagai("UJI-STAF-A1"):
			surat.tujuan[0].nama_penerima = "Orang lain"
			surat.append("tembusan", {"jenis_penerima": "Jabatan", "penerima": "UJI-KABID-A"})
			surat.save()
		self.assertEqual(
			[row.nama_penerima for row in (*surat.tujuan, *surat.tembusan)],
			["Jabatan UJI-KABID-B", "Jabatan UJI-KABID-A"],
		)

	def test_a_draft_that_waits_on_a_post_counts_as_its_open_work(self):
		before = count_open_work(["UJI-KASI-A1"]).surat
		surat = send()
		self.assertEqual(count_open_work(["UJI-KASI-A1"]).surat, before + 1)
		self.paraf(surat, "UJI-KASI-A1")
		self.assertEqual(count_open_work(["UJI-KASI-A1"]).surat, before)

	def test_who_has_the_next_step_is_told_once(self):
		surat = send(perihal=f"Perihal {frappe.generate_hash(length=8)}")
		self.assertEqual(self.read_bell(surat), ["uji-kasi-a1@uji.example"])
		self.paraf(surat, "UJI-KASI-A1")
		with self.sebagai("UJI-KABID-A"):
			return_draft(surat.name, "Perbaiki.")
		self.assertEqual(
			self.read_bell(surat),
			["uji-kabid-a@uji.example", "uji-kasi-a1@uji.example", "uji-staf-a1@uji.example"],
		)

	def test_the_bell_says_nothing_of_a_secret_letter(self):
		surat = send(sifat="Rahasia", perihal="Perkara khusus")
		self.assertEqual(len(self.read_bell(surat)), 1)
		subject = frappe.db.get_value("Notification Log", {"document_name": surat.name}, "subject")
		self.assertNotIn("Perkara", subject)

	def read_bell(self, surat) -> list[str]:
		for kunci in frappe.get_all(
			"Pemberitahuan Surat", filters={"surat_keluar": surat.name}, pluck="kunci"
		):
			send_notice(kunci)
		return sorted(
			frappe.get_all("Notification Log", filters={"document_name": surat.name}, pluck="for_user")
		)
