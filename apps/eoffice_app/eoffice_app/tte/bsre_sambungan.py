"""The line to the BSrE gateway: what is asked again by itself, and what never is.

The outcome of a broken call has two kinds. Either the gateway was certainly not reached, or nobody knows what it did.
Nothing is raised where the passphrase lies in a variable: error logs show variables.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import frappe
import requests
from frappe import _
from urllib3.exceptions import NewConnectionError

from eoffice_app.tte.galat import HasilTidakPastiError, LayananTidakTerjangkauError
from eoffice_app.tte.permintaan import Passphrase

TIDAK_SAMPAI, TIDAK_PASTI = "tidak sampai", "tidak pasti"
PERCOBAAN = 3
SEMENTARA = (502, 503, 504)


@dataclass(frozen=True)
class Jawaban:
	"""A whole answer of the gateway."""

	status: int
	jenis: str
	isi: bytes


@dataclass(frozen=True)
class Sambungan:
	"""How the gateway is reached: its address, the office's account there, and how long one waits, in seconds."""

	alamat: str
	pengguna: str
	sandi: Passphrase
	batas_sambung: float = 5
	batas_tanya: float = 15
	batas_tanda_tangan: float = 120
	jeda: float = 1

	def ask(self, metode: str, jalan: str, **body) -> Jawaban:
		"""Ask something that changes nothing, up to PERCOBAAN times.

		:raises LayananTidakTerjangkauError: no whole answer came
		"""
		for attempt in range(PERCOBAAN):
			answer = self._try(metode, jalan, self.batas_tanya, lambda: body)
			if isinstance(answer, Jawaban) and answer.status not in SEMENTARA:
				return answer
			if attempt < PERCOBAAN - 1:
				time.sleep(self.jeda)
		self._refuse_unreached()

	def order(self, jalan: str, compose: Callable[[], dict]) -> Jawaban:
		"""Have something done that must not be done twice: asked again only while the gateway was not reached at all.

		:param compose: gives what is sent, with the passphrase in it, when it is sent and not before
		:raises LayananTidakTerjangkauError: the gateway was certainly not reached
		:raises HasilTidakPastiError: it was reached and no whole answer came
		"""
		for attempt in range(PERCOBAAN):
			answer = self._try("POST", jalan, self.batas_tanda_tangan, compose)
			if isinstance(answer, Jawaban):
				return answer
			if answer == TIDAK_PASTI:
				refuse_uncertain()
			if attempt < PERCOBAAN - 1:
				time.sleep(self.jeda)
		self._refuse_unreached()

	def _try(self, metode: str, jalan: str, batas: float, compose: Callable[[], dict]) -> Jawaban | str:
		try:
			with requests.Session() as session:
				# Neither a proxy nor an account of the machine's surroundings comes between.
				session.trust_env = False
				response = session.request(
					metode,
					self.alamat.rstrip("/") + jalan,
					auth=(self.pengguna, self.sandi.reveal()),
					timeout=(self.batas_sambung, batas),
					# The passphrase goes to no other address than the one that was set.
					allow_redirects=False,
					**compose(),
				)
				return _read_whole(response)
		except requests.RequestException as error:
			return TIDAK_SAMPAI if _never_arrived(error) else TIDAK_PASTI

	def _refuse_unreached(self) -> None:
		frappe.throw(
			_(
				"Layanan BSrE tidak dapat dihubungi, jadi surat belum ditandatangani. Coba lagi beberapa menit lagi; bila tetap gagal, beri tahu pengelola."
			),
			LayananTidakTerjangkauError,
			title=_("BSrE tidak terjangkau"),
		)


def refuse_uncertain() -> None:
	"""Say that nobody knows whether the letter was signed.

	:raises HasilTidakPastiError: always
	"""
	frappe.throw(
		_(
			"Jawaban BSrE terputus, sehingga belum pasti apakah surat sudah ditandatangani. Periksa dahulu riwayat tanda tangan Anda di BSrE, lalu putuskan apakah surat ditandatangani kembali."
		),
		HasilTidakPastiError,
		title=_("Hasil tanda tangan belum pasti"),
	)


def _read_whole(response: requests.Response) -> Jawaban | str:
	announced = response.headers.get("Content-Length")
	# Some versions of urllib3 take half an answer for a whole one.
	if announced and "Content-Encoding" not in response.headers and len(response.content) != int(announced):
		return TIDAK_PASTI
	return Jawaban(response.status_code, response.headers.get("Content-Type", ""), response.content)


def _never_arrived(error: requests.RequestException) -> bool:
	if isinstance(error, requests.ConnectTimeout | ValueError):
		return True
	if isinstance(error, requests.exceptions.SSLError):
		return "CERTIFICATE_VERIFY_FAILED" in str(error)
	reason = getattr(error.args[0], "reason", None) if error.args else None
	return isinstance(reason, NewConnectionError)
