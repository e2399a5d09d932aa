"""Several letters signed in one go, each on its own success or failure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import frappe
from frappe import _

from eoffice_app.tte.galat import BelumDicobaError, SedangDipakaiError
from eoffice_app.tte.permintaan import HasilTandaTangan, Penyedia, PermintaanTandaTangan

# What is said to whoever signs; whatever else happens is a fault of the program.
PENOLAKAN = (frappe.ValidationError, frappe.PermissionError)
# Others hold what this letter needs for longer than the database waits.
TERTAHAN = (frappe.QueryTimeoutError, frappe.QueryDeadlockError)


@dataclass(frozen=True)
class HasilSatuSurat:
	"""What became of one letter of a list: exactly one of `hasil` and `galat` is there."""

	surat: str
	hasil: HasilTandaTangan | None = None
	galat: frappe.ValidationError | frappe.PermissionError | None = None


def sign_many(
	daftar: Iterable[tuple[str, Callable[[], PermintaanTandaTangan]]], penyedia: Penyedia
) -> Iterator[HasilSatuSurat]:
	"""Sign letters one after the other and give what became of each as soon as it is known.

	The caller keeps each result before he asks for the next, so that a later failure loses no signature. After a failure
	that concerns every letter, such as a wrong passphrase, the others are left alone: each more attempt might lock the
	certificate.

	:param daftar: name of each letter, and what prepares it for signing when its turn has come; it may refuse
	:raises Exception: whatever is no failure of signing, such as a fault of the program, is not caught
	"""
	stopped = False
	with penyedia.together() as bersama:
		for surat, prepare in daftar:
			result = _refuse_untried(surat) if stopped else _sign_one(surat, prepare, bersama)
			stopped = stopped or getattr(result.galat, "hentikan", False)
			yield result


def _sign_one(surat: str, prepare: Callable[[], PermintaanTandaTangan], penyedia: Penyedia) -> HasilSatuSurat:
	try:
		return HasilSatuSurat(surat, hasil=penyedia.sign(prepare()))
	except PENOLAKAN as error:
		# The list says it; Frappe would show it once more as a message of the whole request.
		frappe.clear_last_message()
		return HasilSatuSurat(surat, galat=error)
	except TERTAHAN:
		return HasilSatuSurat(surat, galat=_describe_held())


def _describe_held() -> SedangDipakaiError:
	return SedangDipakaiError(
		_(
			"Surat ini, atau deret nomornya, sedang dikerjakan orang lain. Surat belum ditandatangani; tanda tangani kembali sebentar lagi."
		)
	)


def _refuse_untried(surat: str) -> HasilSatuSurat:
	message = _(
		"Surat ini belum dicoba, karena surat sebelumnya gagal oleh sebab yang berlaku untuk semua. Atasi sebab itu, lalu tanda tangani kembali."
	)
	return HasilSatuSurat(surat, galat=BelumDicobaError(message))
