"""The search box: one question over all letters, incoming and outgoing, that a user may see.

Words are looked for in the index, whole numbers also in the database, and what changed since the index was last written is
read and judged as the index would. Whatever was found is asked for once more with the rule of sight before anything of it
is told.
"""

from dataclasses import replace

import frappe
from frappe.utils import now_datetime

from eoffice_app.hak_akses.surat import list_subjek_user, remembered_subjek
from eoffice_app.pencarian.antrean import count_behind, list_queued_letters
from eoffice_app.pencarian.indeks import IndeksRusakError, Pencarian, answers, find_letters, open_index
from eoffice_app.pencarian.isi_surat import SURAT_KELUAR, SURAT_MASUK, read_letters
from eoffice_app.pencarian.jawaban import describe_letters, read_visible
from eoffice_app.pencarian.kata import PALING_PANJANG, Pertanyaan, read_question
from eoffice_app.pencarian.penulis import get_folder
from eoffice_app.pencarian.saringan import read_saringan

BANYAK = 20
# Who has not found it among a thousand adds a word.
PALING_JAUH = 1_000
# So many letters are read anew for a question; what else waits is told of.
PALING_BANYAK_SEGAR = 200
# The index may name letters that the user no longer sees: so often the next ones make up for them.
ULANG = 3

Surat = tuple[str, str]


@frappe.whitelist()
def search_letters(
	teks: str = "", saringan: dict | str | None = None, terbaik: bool | int = False, mulai: int = 0
) -> dict:
	"""Return the letters that answer a question, of those the user may see.

	:param teks: numbers, names and words in any order, also their beginnings and other forms; phrases between quotation marks
	:param saringan: see `read_saringan`
	:param terbaik: those that fit best first, instead of the newest
	:param mulai: from which hit on, as the answer before said in `lanjut`
	:return: dict of `surat` (see `describe_letters`), `lanjut` (None where that is all), `tertinggal` (how many changed letters the
	        index does not know yet) and `disusun` (it is being made); first those with just this number
	:raises SaringanTidakDikenalError: narrowed down by something unknown
	"""
	pertanyaan = read_question(teks)
	ciri = read_saringan(saringan)
	if not pertanyaan and not ciri:
		return {"surat": [], "lanjut": None, "tertinggal": 0, "disusun": False}
	with remembered_subjek():
		asked = Pencarian(
			pertanyaan, _get_subjek(), ciri, bool(int(terbaik)), min(max(int(mulai), 0), PALING_JAUH), BANYAK
		)
		return _answer(asked, teks.strip())


def _answer(asked: Pencarian, teks: str) -> dict:
	numbered, rows, judged = _find_beside_index(asked, teks) if not asked.mulai else ([], {}, set())
	found, lanjut, disusun = _find_in_index(asked, rows, judged)
	letters = _order(numbered, found, rows, asked.terbaik)
	return {
		"surat": describe_letters(letters, rows, asked.pertanyaan),
		"lanjut": lanjut,
		"tertinggal": count_behind(),
		"disusun": disusun,
	}


def _get_subjek() -> tuple[str, ...] | None:
	user = frappe.session.user
	return None if user == "Administrator" else tuple(list_subjek_user(user))


def _find_in_index(
	asked: Pencarian, rows: dict[Surat, frappe._dict], judged: set[str]
) -> tuple[list[Surat], int | None, bool]:
	"""Return visible letters of the index, where it goes on, and whether there is no index; adds what was read to `rows`.

	:param judged: names of letters that were read anew, of which the index is not asked
	"""
	try:
		index = open_index(get_folder())
		found: list[Surat] = []
		for _round in range(ULANG):
			hits = find_letters(index, asked, now_datetime())
			unknown = [letter for letter in hits if letter[1] not in judged]
			rows |= read_visible(set(unknown))
			found += [letter for letter in unknown if letter in rows]
			asked = replace(asked, mulai=asked.mulai + BANYAK)
			more = len(hits) == BANYAK and asked.mulai <= PALING_JAUH
			if not more or len(found) >= BANYAK:
				break
	except IndeksRusakError:
		# The minute's job has it made anew; until then numbers and the latest letters are found.
		return [], None, True
	return found, asked.mulai if more else None, False


def _find_beside_index(
	asked: Pencarian, teks: str
) -> tuple[list[Surat], dict[Surat, frappe._dict], set[str]]:
	"""Return the visible letters with just this number; what was read of these and of the visible ones that changed lately
	and answer; and the names of all that were judged."""
	numbered = _find_by_number(teks)
	judged = numbered | set(list_queued_letters(PALING_BANYAK_SEGAR))
	without_words = replace(asked, pertanyaan=Pertanyaan())
	fitting = {
		(letter.jenis, letter.name)
		for letter in read_letters(sorted(judged))
		if answers(letter, without_words if letter.name in numbered else asked)
	}
	rows = read_visible(fitting)
	return [letter for letter in rows if letter[1] in numbered], rows, judged


def _find_by_number(teks: str) -> set[str]:
	if not teks or len(teks) > PALING_PANJANG:
		return set()
	return set(
		frappe.db.sql_list(
			f"""
			(select name from `tab{SURAT_MASUK}` where nomor_agenda = %(teks)s limit %(banyak)s)
			union (select name from `tab{SURAT_MASUK}` where nomor_surat = %(teks)s limit %(banyak)s)
			union (select name from `tab{SURAT_KELUAR}` where nomor = %(teks)s limit %(banyak)s)
			""",
			{"teks": teks, "banyak": BANYAK},
		)
	)


def _order(
	numbered: list[Surat], found: list[Surat], rows: dict[Surat, frappe._dict], terbaik: bool
) -> list[Surat]:
	"""Return all that was read in the order asked for: those with just the number, then those the index does not know yet."""
	fresh = [letter for letter in rows if letter not in found and letter not in numbered]
	rest = [*fresh, *(letter for letter in found if letter not in numbered)]
	if not terbaik:
		rest.sort(key=lambda letter: rows[letter].waktu, reverse=True)
	numbered = sorted(numbered, key=lambda letter: rows[letter].waktu, reverse=True)
	return [*numbered, *rest]
