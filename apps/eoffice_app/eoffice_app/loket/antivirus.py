"""The office's own virus scanner, where it has one: ClamAV's daemon, asked through its socket on this machine."""

import socket
import struct
from collections.abc import Iterator

import frappe
from frappe import _

DETIK_TUNGGU = 30
POTONGAN = 64 * 1024
BERSIH, TERJANGKIT = "OK", "FOUND"
JAWABAN_TERPANJANG = 4096


class PemeriksaVirusMatiError(frappe.ValidationError):
	"""The office wants files scanned for viruses, and its scanner does not answer."""


def find_virus(isi: bytes) -> str | None:
	"""Return the name of the virus in a file; None where there is none, or the office has no scanner.

	:raises PemeriksaVirusMatiError: see there
	"""
	path = frappe.db.get_single_value("Pengaturan E-Office", "soket_antivirus")
	if not path:
		return None
	answer = _ask(path, isi)
	if answer.endswith(TERJANGKIT):
		return answer.removesuffix(TERJANGKIT).rpartition(":")[2].strip()
	if not answer.endswith(BERSIH):
		_refuse()
	return None


def _ask(path: str, isi: bytes) -> str:
	try:
		with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
			connection.settimeout(DETIK_TUNGGU)
			connection.connect(path)
			connection.sendall(b"zINSTREAM\0")
			for part in _cut(isi):
				connection.sendall(struct.pack("!I", len(part)) + part)
			return _receive(connection).strip("\0 \n")
	except OSError:
		frappe.log_error(title="ClamAV tidak menjawab", message=frappe.get_traceback())
		_refuse()


def _cut(isi: bytes) -> Iterator[bytes]:
	for start in range(0, len(isi), POTONGAN):
		yield isi[start : start + POTONGAN]
	# A part without length ends the file.
	yield b""


def _receive(connection: socket.socket) -> str:
	answer = b""
	while len(answer) < JAWABAN_TERPANJANG and (part := connection.recv(JAWABAN_TERPANJANG)):
		answer += part
	return answer.decode(errors="replace")


def _refuse() -> None:
	frappe.throw(
		_(
			"Berkas tidak dapat diperiksa sekarang karena pemeriksa virus kantor tidak menjawab. Coba kembali beberapa menit lagi; bila tetap demikian, hubungi kantor."
		),
		PemeriksaVirusMatiError,
		title=_("Pemeriksa virus tidak menjawab"),
	)
