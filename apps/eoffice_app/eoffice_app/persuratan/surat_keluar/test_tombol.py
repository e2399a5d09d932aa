"""The buttons of an outgoing letter's form, for everybody in every state: what is offered is done, all else refused."""

import frappe
from frappe.model.document import Document
from frappe.model.workflow import apply_workflow

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.persuratan.konsep.langkah import cancel_draft, give_paraf, return_draft, send_draft
from eoffice_app.persuratan.langkah_tersedia import get_transitions
from eoffice_app.persuratan.surat_keluar.tanda_tangan_basah import (
	attach_numbered_scan,
	attach_signed_scan,
	cancel_surat,
	number_surat,
)
from eoffice_app.saluran.pengiriman import JejakKirim, plan_pengiriman, record_sent
from eoffice_app.saluran.tindakan import add_tindasan, archive
from eoffice_app.tests.dasar import acting_as, make_berkas, make_surat_keluar
from eoffice_app.tests.surat_bernomor import KasusBernomor, set_aturan
from eoffice_app.tests.surat_terbit import make_surat_terbit
from eoffice_app.tests.tanda_tangan import JENIS, KasusTandaTangan, make_sertifikat
from eoffice_app.tests.tombol import find_differences

MENULIS = ("kirim", "ajukan", "paraf", "paraf terakhir")
PETUGAS = (
	*("UJI-STAF-A1", "UJI-KASI-A1", "UJI-KABID-A", "UJI-KADIS"),
	*("UJI-KABID-B", "UJI-OPERATOR", "UJI-PENGELOLA"),
)


class TestTombol(KasusBernomor):
	"""UJI-STAF-A1 drafts, UJI-KASI-A1, UJI-KABID-A and beside them UJI-KABID-B check, UJI-KADIS signs by ink."""

	def test_what_is_offered_is_done_and_all_else_refused(self):
		tombol = {
			"Kirim untuk Paraf": lambda surat: apply_workflow(_name(surat), "Kirim untuk Paraf"),
			"Ajukan Tanda Tangan": lambda surat: apply_workflow(_name(surat), "Ajukan Tanda Tangan"),
			"Batalkan": lambda surat: cancel_draft(surat.name, "Tidak jadi"),
			"Beri Paraf": lambda surat: give_paraf(surat.name, surat.versi),
			"Kembalikan": lambda surat: return_draft(surat.name, "Perbaiki tanggalnya"),
			"Kembalikan ke Pemeriksa": lambda surat: return_draft(surat.name, "Perbaiki tanggalnya", True),
			"kepada_pemeriksa": lambda surat: return_draft(surat.name, "Perbaiki tanggalnya", True),
			"Beri Nomor": lambda surat: number_surat(surat.name),
			"boleh_unggah": lambda surat: attach_signed_scan(surat.name, surat.versi, make_berkas().file_url),
			"boleh_unggah_bernomor": lambda surat: attach_numbered_scan(surat.name, make_berkas().file_url),
			"boleh_batal": lambda surat: cancel_surat(surat.name, "Keliru alamat"),
			"tindasan": lambda surat: add_tindasan(surat.name, "Jabatan", "UJI-KABID-B"),
			"arsipkan": lambda surat: archive(surat.name),
			"simpan": _save,
		}
		wrong, seen = find_differences(make_letters(), PETUGAS, tombol, _list_offered)
		self.assertEqual(wrong, [])
		self.assertEqual(set(tombol) - seen, set())


class TestTombolTandaTangan(KasusTandaTangan):
	"""The same with certificates; apart from the rest, because what signs a letter commits."""

	def test_tanda_tangani_signs_where_it_is_offered_and_nowhere_else(self):
		for kode in {*PETUGAS} - {"UJI-KADIS"}:
			make_sertifikat(kode)
		wrong, signed = [], []
		for state, surat in self.make_letters().items():
			for kode in PETUGAS:
				with acting_as(kode):
					if not can_see(surat.name, frappe.session.user):
						continue
					is_offered = "Tanda Tangani" in {row["action"] for row in get_transitions(_name(surat))}
				(hasil,) = self.sign(surat.name, kode=kode)
				signed += [(state, kode)] if hasil["keadaan"] == "Berhasil" else []
				if is_offered != (hasil["keadaan"] == "Berhasil"):
					wrong.append((state, kode, is_offered, hasil))
		self.assertEqual(wrong, [])
		self.assertEqual(signed, [("menunggu tanda tangan", "UJI-KADIS"), ("tanpa paraf", "UJI-KADIS")])

	def make_letters(self) -> dict[str, Document]:
		"""Return a letter for each state that signing comes near; the last one is signed by ink already."""
		made = {
			"konsep": make_surat_keluar(jenis_naskah=JENIS),
			"dikembalikan": _return(_send(make_surat_keluar(jenis_naskah=JENIS))),
			"menunggu paraf": _send(make_surat_keluar(jenis_naskah=JENIS)),
			"menunggu tanda tangan": _paraf(
				_send(make_surat_keluar(jenis_naskah=JENIS)), "UJI-KASI-A1", "UJI-KABID-A"
			),
			"tanpa paraf": _send(make_surat_keluar("UJI-KADIS", jenis_naskah=JENIS), "UJI-KADIS"),
			"batal": _cancel(make_surat_keluar(jenis_naskah=JENIS)),
			"ditandatangani": _unnumber(
				make_surat_terbit(penyedia="Basah", keadaan="Ditandatangani", jenis_naskah=JENIS)
			),
		}
		self.letters += [surat.name for surat in made.values()]
		frappe.db.commit()
		return made


def make_letters() -> dict[str, Document]:
	"""Return a letter for each state, and for each turn of its chain."""
	beside = [{"jabatan": "UJI-KABID-B"}]
	return {
		"konsep": make_surat_keluar(),
		"konsep tanpa paraf": make_surat_keluar("UJI-KADIS"),
		"dikembalikan": _return(_send(make_surat_keluar())),
		"menunggu paraf": _send(make_surat_keluar(koordinasi=beside)),
		"menunggu paraf, sudah ada": _paraf(_send(make_surat_keluar(koordinasi=beside)), "UJI-KASI-A1"),
		"menunggu tanda tangan": _paraf(_send(make_surat_keluar()), "UJI-KASI-A1", "UJI-KABID-A"),
		"menunggu tanda tangan tanpa paraf": _send(make_surat_keluar("UJI-KADIS"), "UJI-KADIS"),
		"ditandatangani": _unnumber(make_surat_terbit(penyedia="Basah", keadaan="Ditandatangani")),
		"bernomor": _number(_unnumber(make_surat_terbit(penyedia="Basah", keadaan="Ditandatangani"))),
		"terkirim": _deliver(make_surat_terbit(penyedia="Basah")),
		"batal": _cancel(make_surat_keluar()),
	}


def _list_offered(surat: Document) -> list[str]:
	"""Return what the form's script shows: steps of the workflow, its own buttons, and whether it can be saved."""
	surat.run_method("onload")
	known, may = surat.get("__onload"), surat.get("__onload").tanda_tangan or {}
	steps = {row["action"] for row in get_transitions(_name(surat))} - {"Tanda Tangani"}
	offered = [*steps, *(name for name in may if name.startswith("boleh_") and may[name])]
	offered += ["kepada_pemeriksa"] if "Kembalikan" in steps and known.ada_pemeriksa else []
	offered += ["tindasan"] if known.boleh_kirim and surat.workflow_state == "Bernomor" else []
	offered += ["arsipkan"] if known.boleh_kirim and surat.workflow_state == "Terkirim" else []
	return offered + (["simpan"] if surat.langkah_saya in MENULIS else [])


def _name(surat: Document) -> dict:
	return {"doctype": surat.doctype, "name": surat.name}


def _save(surat: Document) -> None:
	frappe.get_doc(surat.doctype, surat.name).update({"perihal": "Perihal lain"}).save()


def _send(surat: Document, penyusun: str = "UJI-STAF-A1") -> Document:
	with acting_as(penyusun):
		send_draft(surat.name)
	return surat


def _paraf(surat: Document, *posts: str) -> Document:
	for kode in posts:
		with acting_as(kode):
			give_paraf(surat.name, surat.versi)
	return surat


def _return(surat: Document) -> Document:
	with acting_as("UJI-KASI-A1"):
		return_draft(surat.name, "Perbaiki tanggalnya")
	return surat


def _cancel(surat: Document) -> Document:
	with acting_as("UJI-STAF-A1"):
		cancel_draft(surat.name, "Tidak jadi")
	return surat


def _unnumber(surat: Document) -> Document:
	surat.db_set({"nomor": None, "tanggal_surat": None})
	return surat


def _number(surat: Document) -> Document:
	number_surat(surat.name)
	return surat


def _deliver(surat: Document) -> Document:
	set_aturan("Pos")
	for name in plan_pengiriman(surat):
		record_sent(name, JejakKirim(frappe.utils.now_datetime(), "Administrator", None, "JX01"))
	return surat
