"""A stand-in for the BSrE gateway: a real HTTP server on this machine that answers as the documented one does.

It signs with the test authority, asks for the office's account, and behaves badly when told to.
"""

import json
import socket
import threading
import time
from base64 import b64decode, b64encode
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from werkzeug.formparser import parse_form_data

from eoffice_app.tte.otoritas_uji import make_otoritas_uji
from eoffice_app.tte.permintaan import Passphrase
from eoffice_app.tte.sertifikat import BerkasPkcs12

NIK, PASSPHRASE, TOTP = "3175000000000001", "Rahasia#2026", "482913"
NIK_ASING, NIK_TANPA_SERTIFIKAT = "3175000000000002", "3175000000000003"
NIK_KEDALUWARSA, NIK_DICABUT = "3175000000000004", "3175000000000005"
PENGGUNA, SANDI = "kantor", "sandi-layanan"
STATUS_V1 = {
	NIK: (200, {"status_code": 1111, "status": "ISSUE", "message": "Pengguna memiliki sertifikat aktif"}),
	NIK_TANPA_SERTIFIKAT: (
		200,
		{"status_code": 2021, "message": "Pengguna terdaftar dan belum memiliki sertifikat aktif"},
	),
	NIK_KEDALUWARSA: (200, {"status": "EXPIRED", "message": "Sertifikat kadaluarsa"}),
	NIK_DICABUT: (200, {"status": "REVOKE", "message": "Sertifikat dicabut"}),
}
STATUS_V2 = {
	NIK: "ISSUE",
	NIK_TANPA_SERTIFIKAT: "NO_CERTIFICATE",
	NIK_KEDALUWARSA: "EXPIRED",
	NIK_DICABUT: "REVOKE",
}


@dataclass
class TiruanBsre:
	"""What the stand-in is told, and what it saw.

	`tingkah`: for each way ("status", "tanda tangan") what it does instead of answering properly, in turn; a number is an
	answer with that HTTP status, `kata` the JSON in it. "lambat", "putus", "separuh", "palsu" and "rusak" see `_misbehave`.
	"""

	alamat: str = ""
	tingkah: dict[str, list] = field(default_factory=dict)
	kata: dict = field(default_factory=dict)
	permintaan: list[str] = field(default_factory=list)
	isian: list[dict] = field(default_factory=list)
	banyak_tanda_tangan: int = 0
	lama_lambat: float = 1.5


@contextmanager
def running_bsre():
	"""Run the stand-in for the block and give its TiruanBsre."""
	tiruan = TiruanBsre()
	p12 = make_otoritas_uji("Tiruan BSrE").issue("Penanda Tangan", "kunci")
	with BerkasPkcs12(p12).open(Passphrase("kunci")) as signer:
		handler = type("Penjawab", (_Penjawab,), {"tiruan": tiruan, "signer": signer})
		with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
			tiruan.alamat = f"http://127.0.0.1:{server.server_port}"
			thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
			thread.start()
			try:
				yield tiruan
			finally:
				server.shutdown()
				thread.join()


def find_closed_port() -> int:
	"""Return a port on which nobody listens."""
	with socket.socket() as probe:
		probe.bind(("127.0.0.1", 0))
		return probe.getsockname()[1]


class _Penjawab(BaseHTTPRequestHandler):
	def log_message(self, *arguments):
		"""Say nothing: the tests look at what was recorded."""

	def do_GET(self):
		self._answer(b"")

	def do_POST(self):
		self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

	def _answer(self, body: bytes) -> None:
		self.tiruan.permintaan.append(f"{self.command} {self.path}")
		account = b64encode(f"{PENGGUNA}:{SANDI}".encode()).decode()
		if self.headers.get("Authorization") != f"Basic {account}":
			return self._send(401, {"error": "Unauthorized"})
		way = "tanda tangan" if "/sign/" in self.path else "status"
		turn = self.tiruan.tingkah.get(way, [])
		trick = turn.pop(0) if turn else None
		if isinstance(trick, int):
			return self._send(trick, self.tiruan.kata)
		self._route(body, trick)

	def _route(self, body: bytes, trick: str | None) -> None:
		if self.path.startswith("/api/user/status/"):
			nik = self.path.rpartition("/")[2]
			unknown = (404, {"status_code": 1110, "message": "Pengguna tidak terdaftar"})
			return self._send(*STATUS_V1.get(nik, unknown), trick=trick)
		if self.path == "/api/sign/pdf":
			return self._sign_v1(body, trick)
		said = json.loads(body or b"{}")
		if self.path == "/api/v2/user/check/status":
			state = STATUS_V2.get(said["nik"], "NOT_REGISTERED")
			return self._send(200, {"status": state}, trick=trick)
		if self.path == "/api/v2/sign/get/totp":
			return self._send(200, {"message": f"TOTP untuk {said['data']} berkas dikirim"}, trick=trick)
		if self.path == "/api/v2/sign/pdf":
			return self._sign_v2(said, trick)
		self._send(404, b"<html>Not Found</html>", "text/html")

	def _sign_v1(self, body: bytes, trick: str | None) -> None:
		environ = {
			"wsgi.input": BytesIO(body),
			"REQUEST_METHOD": "POST",
			"CONTENT_TYPE": self.headers["Content-Type"],
			"CONTENT_LENGTH": str(len(body)),
		}
		_stream, form, files = parse_form_data(environ)
		self.tiruan.isian.append({**form, "imageTTD": files["imageTTD"].read()})
		if form["passphrase"] != PASSPHRASE:
			return self._send(400, {"status_code": 2031, "error": "Passphrase anda salah"})
		self._send(200, self._sign(files["file"].read(), trick), "application/pdf", trick)

	def _sign_v2(self, said: dict, trick: str | None) -> None:
		self.tiruan.isian.append(said)
		if said.get("passphrase") != PASSPHRASE and said.get("totp") != TOTP:
			# This version says it in words alone.
			words = f"Passphrase anda salah: {said.get('passphrase')}"
			return self._send(400, {"error": words})
		signed = [b64encode(self._sign(b64decode(each), trick)).decode() for each in said["file"]]
		self._send(200, {"time": 120, "file": signed}, trick=trick)

	def _sign(self, pdf: bytes, trick: str | None) -> bytes:
		if trick == "palsu":
			return pdf
		self.tiruan.banyak_tanda_tangan += 1
		meta = signers.PdfSignatureMetadata(field_name="BSrE")
		signed = signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), meta, self.signer).getvalue()
		return signed.replace(b"/Producer", b"/Produced", 1) if trick == "rusak" else signed

	def _send(
		self, status: int, body: dict | bytes, kind: str = "application/json", trick: str | None = None
	) -> None:
		content = body if isinstance(body, bytes) else json.dumps(body).encode()
		if trick == "putus":
			return self.connection.close()
		if trick == "lambat":
			time.sleep(self.tiruan.lama_lambat)
		try:
			self.send_response(status)
			self.send_header("Content-Type", kind)
			self.send_header("Content-Length", str(len(content)))
			if 300 <= status < 400:
				self.send_header("Location", "/lain")
			self.end_headers()
			self.wfile.write(content[: len(content) // 2] if trick == "separuh" else content)
		except (BrokenPipeError, ConnectionResetError):
			# The one who waited has gone: that is what being slow is for.
			self.close_connection = True
