"""Signing by BSrE: the Esign Client Service, an on-premise gateway with HTTP basic authentication, versions 1 and 2."""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from urllib.parse import quote

import frappe
from frappe import _

from eoffice_app.tte.bsre_jawaban import (
	check_ditandatangani,
	check_status_aktif,
	check_totp_terkirim,
	read_json,
)
from eoffice_app.tte.bsre_sambungan import Jawaban, Sambungan, refuse_uncertain
from eoffice_app.tte.cap import draw_cap
from eoffice_app.tte.galat import PenandaTanganTidakTerdaftarError
from eoffice_app.tte.kaki import add_kaki
from eoffice_app.tte.naskah import fit_letak, open_pdf
from eoffice_app.tte.permintaan import HasilTandaTangan, PermintaanTandaTangan, compose_hasil
from eoffice_app.tte.verifikasi import BERUBAH, BUKAN_PDF, TIDAK_BERTANDA_TANGAN, verify_pdf

PENERBIT = "Balai Besar Sertifikasi Elektronik (BSrE), BSSN"
PDF, PNG = "application/pdf", "image/png"


@dataclass(frozen=True)
class Bsre:
	"""The way to sign by BSrE. With `totp` (version 2) the passphrase is a one-time code, see `request_totp`."""

	sambungan: Sambungan
	versi: int = 2
	totp: bool = False

	def sign(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
		"""Sign one letter. An order to sign that may have arrived is never sent a second time.

		:raises HasilTidakPastiError: ask a person before signing again
		:raises TteError: it was not signed; which one says why
		"""
		_check_nik(permintaan)
		self.check_status(permintaan.penanda_tangan.nik)
		naskah = add_kaki(permintaan.isi, PENERBIT)
		cap = draw_cap(permintaan)
		order = self._order_v1 if self.versi == 1 else self._order_v2
		bertanda = order(permintaan, naskah, cap)
		return compose_hasil(permintaan.isi, bertanda, _check_file(bertanda, naskah))

	def together(self) -> AbstractContextManager["Bsre"]:
		"""Give the way to sign several letters: each by itself."""
		return nullcontext(self)

	def check_status(self, nik: str) -> None:
		"""Check that a signer has an active certificate.

		:raises TteError: which one says why he cannot sign
		"""
		if self.versi == 1:
			answer = self.sambungan.ask("GET", f"/api/user/status/{quote(nik, safe='')}")
		else:
			answer = self.sambungan.ask("POST", "/api/v2/user/check/status", json={"nik": nik})
		check_status_aktif(answer)

	def request_totp(self, nik: str, banyak_surat: int = 1) -> None:
		"""Have BSrE send the signer a one-time code for so many letters (version 2).

		:raises TteError: BSrE did not send one
		"""
		wish = {"nik": nik, "data": banyak_surat}
		check_totp_terkirim(self.sambungan.ask("POST", "/api/v2/sign/get/totp", json=wish))

	def _order_v1(self, permintaan: PermintaanTandaTangan, naskah: bytes, cap: bytes) -> bytes:
		place = _describe_place(permintaan, naskah, ("xAxis", "yAxis"))
		said = {"nik": permintaan.penanda_tangan.nik, "tampilan": "visible", "image": "true", **place}
		files = {"file": ("surat.pdf", naskah, PDF), "imageTTD": ("cap.png", cap, PNG)}

		def compose() -> dict:
			return {"data": {**said, "passphrase": permintaan.passphrase.reveal()}, "files": files}

		return self._order("/api/sign/pdf", compose, permintaan).isi

	def _order_v2(self, permintaan: PermintaanTandaTangan, naskah: bytes, cap: bytes) -> bytes:
		look = {
			"imageBase64": b64encode(cap).decode(),
			"tampilan": "VISIBLE",
			**_describe_place(permintaan, naskah, ("originX", "originY")),
			"location": permintaan.lokasi,
			"reason": permintaan.alasan,
		}
		secret = "totp" if self.totp else "passphrase"
		said = {
			"nik": permintaan.penanda_tangan.nik,
			"signatureProperties": [look],
			"file": [b64encode(naskah).decode()],
		}

		def compose() -> dict:
			return {"json": {**said, secret: permintaan.passphrase.reveal()}}

		return _decode_file(self._order("/api/v2/sign/pdf", compose, permintaan))

	def _order(self, jalan: str, compose: Callable[[], dict], permintaan: PermintaanTandaTangan) -> Jawaban:
		answer = self.sambungan.order(jalan, compose)
		check_ditandatangani(answer, permintaan.passphrase)
		return answer


def _check_nik(permintaan: PermintaanTandaTangan) -> None:
	if not permintaan.penanda_tangan.nik.isdigit():
		frappe.throw(
			_(
				"NIK penanda tangan belum diisi dengan benar. Isi NIK pada data pegawai, lalu tanda tangani kembali."
			),
			PenandaTanganTidakTerdaftarError,
			title=_("NIK belum diisi"),
		)


def _describe_place(permintaan: PermintaanTandaTangan, naskah: bytes, names: tuple[str, str]) -> dict:
	with open_pdf(naskah) as pdf:
		letak = fit_letak(pdf, permintaan.letak)
	return {
		"page": letak.halaman + 1,
		names[0]: letak.x,
		names[1]: letak.y,
		"width": letak.lebar,
		"height": letak.tinggi,
	}


def _decode_file(answer: Jawaban) -> bytes:
	try:
		return b64decode(read_json(answer)["file"][0], validate=True)
	except (binascii.Error, ValueError, TypeError, KeyError, IndexError):
		decoded = None
	return decoded or refuse_uncertain()


def _check_file(bertanda: bytes, naskah: bytes) -> str:
	"""Check that what came back is this letter with a whole signature; return who issued the certificate."""
	found = verify_pdf(bertanda, otoritas=())
	if found.keadaan in (BERUBAH, BUKAN_PDF, TIDAK_BERTANDA_TANGAN):
		refuse_uncertain()
	with open_pdf(bertanda) as signed, open_pdf(naskah) as asked:
		if len(signed.pages) != len(asked.pages):
			refuse_uncertain()
	return found.tanda_tangan[-1].penerbit or PENERBIT
