"""What importing a list would do to the classification that the office has. No database here."""

from dataclasses import dataclass, field

from frappe import _

from eoffice_app.klasifikasi.baca import Butir, Daftar, find_parent


@dataclass
class Rencana:
	"""Lines that are new, that bear another name than the office's, and that it has already; what is wrong, by line."""

	baru: list[Butir] = field(default_factory=list)
	berbeda: list[tuple[Butir, str]] = field(default_factory=list)
	tetap: int = 0
	kesalahan: list[tuple[int, str]] = field(default_factory=list)


def plan(daftar: Daftar, ada: dict[str, str]) -> Rencana:
	"""Return what an import would do.

	:param ada: the codes that the office has, with their names
	"""
	rencana = Rencana(kesalahan=list(daftar.kesalahan))
	known: dict[str, Butir] = {}
	for butir in daftar.butir:
		double = known.setdefault(butir.kode, butir)
		if double is butir:
			_place(rencana, butir, ada)
		elif not _same(double.nama, butir.nama):
			rencana.kesalahan.append((butir.baris, _describe_double(butir, double)))
	for butir in rencana.baru:
		induk = find_parent(butir.kode)
		if induk and induk not in known and induk not in ada:
			rencana.kesalahan.append(
				(butir.baris, _("Induk {0} dari kode {1} tidak ada.").format(induk, butir.kode))
			)
	rencana.kesalahan.sort()
	return rencana


def _place(rencana: Rencana, butir: Butir, ada: dict[str, str]) -> None:
	if butir.kode not in ada:
		rencana.baru.append(butir)
	elif _same(ada[butir.kode], butir.nama):
		rencana.tetap += 1
	else:
		rencana.berbeda.append((butir, ada[butir.kode]))


def _same(one: str, other: str) -> bool:
	"""Whether two names differ by nothing but capitals and spaces: the national list shouts its groups."""
	return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _describe_double(butir: Butir, double: Butir) -> str:
	return _(
		"Kode {0} sudah ada pada baris {1} dengan nama lain. Di Excel kode yang berakhir nol, misalnya 400.10, dapat menjadi 400.1: jadikan kolom kode berformat Teks."
	).format(butir.kode, double.baris)
