"""The one interface of all ways to sign: what a provider is given, and what it gives back."""

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Protocol


class Passphrase:
	"""A passphrase or PIN that is not shown, logged, compared or stored by mistake, and cannot be put in a job."""

	__slots__ = ("__isi",)

	def __init__(self, isi: str):
		self.__isi = isi

	def reveal(self) -> str:
		"""Return the passphrase, for the one call that needs it: do not give it a name of its own."""
		return self.__isi

	def __bool__(self) -> bool:
		return bool(self.__isi)

	def __repr__(self) -> str:
		return "Passphrase(***)"

	def __reduce_ex__(self, protocol):
		raise TypeError("a passphrase travels once and is never stored")


@dataclass(frozen=True)
class PenandaTangan:
	"""Who signs, as the visible signature names him. `nik` is asked for by BSrE only and never shown."""

	nama: str
	jabatan: str
	pangkat: str = ""
	nip: str = ""
	nik: str = field(default="", repr=False)


@dataclass(frozen=True)
class Letak:
	"""Where the visible signature stands: points from the lower left corner of a page; page -1 is the last."""

	halaman: int = -1
	x: float = 320
	y: float = 90
	lebar: float = 235
	tinggi: float = 84


@dataclass(frozen=True)
class PermintaanTandaTangan:
	"""A letter to be signed.

	`isi` is the PDF as it is before; `tautan` is what the QR says, the address where the letter is verified.
	"""

	isi: bytes = field(repr=False)
	penanda_tangan: PenandaTangan
	tautan: str
	passphrase: Passphrase = field(default_factory=lambda: Passphrase(""))
	alasan: str = ""
	lokasi: str = ""
	letak: Letak = Letak()


@dataclass(frozen=True)
class HasilTandaTangan:
	"""A signed letter: the file, the hashes before and after, who issued the certificate (nobody for wet ink), when."""

	isi: bytes = field(repr=False)
	sha256_asli: str
	sha256_bertanda: str
	penerbit: str
	ditandatangani_pada: datetime


class Penyedia(Protocol):
	"""A way to sign."""

	def sign(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
		"""Sign one letter, or raise a TteError."""
		...

	def together(self) -> AbstractContextManager["Penyedia"]:
		"""Give the way to sign several letters within the block."""
		...


def compose_hasil(asli: bytes, bertanda: bytes, penerbit: str) -> HasilTandaTangan:
	"""Return the result of signing `asli` now.

	:param bertanda: the signed file
	:param penerbit: who issued the certificate
	"""
	return HasilTandaTangan(
		isi=bertanda,
		sha256_asli=hashlib.sha256(asli).hexdigest(),
		sha256_bertanda=hashlib.sha256(bertanda).hexdigest(),
		penerbit=penerbit,
		ditandatangani_pada=datetime.now(timezone.utc),
	)
