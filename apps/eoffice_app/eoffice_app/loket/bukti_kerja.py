"""The work that a sender's computer does before it may send: nothing for a person, dear for who sends thousands.

A challenge is signed by the office, so that none has to be kept; an answer is a number with which the challenge's
SHA-256 begins with so many zero bits. Each is good once, for two hours.
"""

import hashlib
import hmac
import secrets
import time

import frappe
from frappe import _
from frappe.utils import cint
from frappe.utils.password import get_encryption_key

BERLAKU_DETIK = 2 * 60 * 60
# Beyond this a phone works for minutes.
TERSULIT = 24


class BuktiKerjaSalahError(frappe.ValidationError):
	"""The work was not done, was done before, or too long ago."""


def make_tantangan() -> dict:
	"""Return a new challenge: dict of `tantangan` and `kesulitan`, how many zero bits are asked for."""
	kesulitan = get_kesulitan()
	said = f"{int(time.time()) + BERLAKU_DETIK}.{kesulitan}.{secrets.token_hex(8)}"
	return {"tantangan": f"{said}.{_sign(said)}", "kesulitan": kesulitan}


def check_jawaban(tantangan: str, jawaban: str) -> None:
	"""Check that the work of a challenge was done, and take it as done once.

	:raises BuktiKerjaSalahError: see there
	"""
	said, _dot, signature = tantangan.rpartition(".")
	if not hmac.compare_digest(_sign(said).encode(), signature.encode()):
		_refuse()
	until, kesulitan, nonce = said.split(".")
	if int(until) < time.time() or not is_solved(tantangan, jawaban, int(kesulitan)):
		_refuse()
	key = frappe.cache.make_key(f"loket-bukti-kerja:{nonce}")
	if not frappe.cache.set(key, 1, nx=True, ex=BERLAKU_DETIK):
		_refuse()


def is_solved(tantangan: str, jawaban: str, kesulitan: int) -> bool:
	"""Whether a number is an answer to a challenge."""
	digest = hashlib.sha256(f"{tantangan}:{jawaban}".encode()).digest()
	return int.from_bytes(digest, "big") >> (8 * len(digest) - kesulitan) == 0


def get_kesulitan() -> int:
	"""Return how many zero bits the office asks for; none where its setting is 0."""
	return min(cint(frappe.db.get_single_value("Pengaturan E-Office", "kesulitan_kirim")), TERSULIT)


def _sign(said: str) -> str:
	key = get_encryption_key().encode()
	return hmac.new(key, f"bukti-kerja:{said}".encode(), hashlib.sha256).hexdigest()


def _refuse() -> None:
	frappe.throw(
		_("Formulir ini sudah terlalu lama dibuka. Isian Anda masih ada; tekan Kirim sekali lagi."),
		BuktiKerjaSalahError,
		title=_("Coba sekali lagi"),
	)
