"""The outgoing letters of the demo office, made by its people through the functions the office itself uses."""

import frappe
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.persuratan.konsep.langkah import cancel_draft, give_paraf, return_draft, send_draft
from eoffice_app.persuratan.surat_keluar.nomor import CaraNomor
from eoffice_app.saluran.pengiriman import BuktiTerima, record_delivered
from eoffice_app.setup.demo import kantor
from eoffice_app.setup.demo.surat_keluar import (
	BATALKAN,
	KEMBALIKAN,
	KIRIM,
	PARAF,
	SERAHKAN,
	SURAT_KELUAR,
	TANDA_TANGAN,
	KonsepContoh,
)
from eoffice_app.setup.kantor_demo_surat import acting_for
from eoffice_app.tte.pelaksanaan import sign_kelompok
from eoffice_app.tte.pengaturan import LOKAL
from eoffice_app.tte.permintaan import Passphrase
from eoffice_app.tte.upaya import write_upaya

PENERIMA_SURAT = "Petugas Persuratan"


def create_surat_keluar_demo(passphrase: str) -> None:
	"""Create the demo letters the office lacks, where they can be signed.

	:param passphrase: what opens the certificates of the demo office
	"""
	if frappe.db.get_single_value("Pengaturan Tanda Tangan", "penyedia") != LOKAL:
		return
	for contoh in SURAT_KELUAR:
		if not frappe.db.exists("Surat Keluar", {"perihal": contoh.perihal}):
			_create(contoh, Passphrase(passphrase))
			frappe.db.commit()


def _create(contoh: KonsepContoh, passphrase: Passphrase) -> None:
	with acting_for(contoh.penyusun):
		surat = _draft(contoh)
	for langkah in contoh.perjalanan:
		with acting_for(langkah.oleh):
			if langkah.tindakan == TANDA_TANGAN:
				_sign(surat.name, passphrase)
			else:
				LANGKAH[langkah.tindakan](surat.name, langkah.isi)


def _draft(contoh: KonsepContoh) -> Document:
	return frappe.get_doc(
		{
			"doctype": "Surat Keluar",
			"jenis_naskah": contoh.jenis,
			"jabatan_penyusun": contoh.penyusun,
			"perihal": contoh.perihal,
			"isi": "".join(f"<p>{paragraf}</p>" for paragraf in contoh.isi),
			"tujuan": [_compose_penerima(kode) for kode in contoh.tujuan],
			"tembusan": [_compose_penerima(kode) for kode in contoh.tembusan],
			"penanda_tangan": contoh.penanda_tangan,
			"cara_tanda_tangan": "Sendiri",
			"sifat": contoh.sifat,
			"derajat": contoh.derajat,
			"klasifikasi": contoh.klasifikasi,
			"lampiran": contoh.lampiran,
			"membalas": _find_surat_masuk(contoh.menjawab),
		}
	).insert()


def _compose_penerima(kode: str) -> dict:
	if kode in kantor.INSTANSI:
		return {"jenis_penerima": "Instansi", "penerima": kantor.INSTANSI[kode].nama}
	return {"jenis_penerima": "Jabatan", "penerima": kode}


def _find_surat_masuk(perihal: str) -> str | None:
	return frappe.db.get_value("Surat Masuk", {"perihal": perihal}) if perihal else None


def _sign(surat: str, passphrase: Passphrase) -> None:
	kelompok = write_upaya([(surat, _read_versi(surat))], LOKAL)
	sign_kelompok(kelompok, CaraNomor(), passphrase)


def _hand_over(surat: str) -> None:
	for name in frappe.get_all("Pengiriman Surat", filters={"surat_keluar": surat}, pluck="name"):
		record_delivered(name, BuktiTerima(now_datetime(), PENERIMA_SURAT))


def _read_versi(surat: str) -> int:
	return frappe.db.get_value("Surat Keluar", surat, "versi")


LANGKAH = {
	KIRIM: lambda surat, _isi: send_draft(surat),
	PARAF: lambda surat, isi: give_paraf(surat, _read_versi(surat), isi),
	KEMBALIKAN: return_draft,
	BATALKAN: cancel_draft,
	SERAHKAN: lambda surat, _isi: _hand_over(surat),
}
