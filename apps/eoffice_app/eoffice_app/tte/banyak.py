"""Several letters signed in one go, each on its own success or failure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import frappe
from frappe import _

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.tte.galat import BelumDicobaError, TteError
from eoffice_app.tte.permintaan import HasilTandaTangan, Penyedia, PermintaanTandaTangan


@dataclass(frozen=True)
class HasilSatuSurat:
	"""What became of one letter of a list: exactly one of `hasil` and `galat` is there."""

	surat: str
	hasil: HasilTandaTangan | None = None
	galat: TteError | BerkasTidakSahError | None = None


def sign_many(
	daftar: Iterable[tuple[str, PermintaanTandaTangan]], penyedia: Penyedia
) -> Iterator[HasilSatuSurat]:
	"""Sign letters one after the other and give what became of each as soon as it is known.

	The caller keeps each result before he asks for the next, so that a later failure loses no signature. After a failure
	that concerns every letter, such as a wrong passphrase, the others are left alone: each more attempt might lock the
	certificate.

	:param daftar: name of each letter, and what is to be signed
	:raises Exception: whatever is no failure of signing, such as a fault of the program, is not caught
	"""
	stopped = False
	with penyedia.together() as bersama:
		for surat, permintaan in daftar:
			result = _refuse_untried(surat) if stopped else _sign_one(surat, permintaan, bersama)
			stopped = stopped or getattr(result.galat, "hentikan", False)
			yield result


def _sign_one(surat: str, permintaan: PermintaanTandaTangan, penyedia: Penyedia) -> HasilSatuSurat:
	try:
		return HasilSatuSurat(surat, hasil=penyedia.sign(permintaan))
	except (TteError, BerkasTidakSahError) as error:
		# The list says it; Frappe would show it once more as a message of the whole request.
		frappe.clear_last_message()
		return HasilSatuSurat(surat, galat=error)


def _refuse_untried(surat: str) -> HasilSatuSurat:
	message = _(
		"Surat ini belum dicoba, karena surat sebelumnya gagal oleh sebab yang berlaku untuk semua. Atasi sebab itu, lalu tanda tangani kembali."
	)
	return HasilSatuSurat(surat, galat=BelumDicobaError(message))
