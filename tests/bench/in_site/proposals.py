"""What the first page of a letter proposes, beside what is true: proposals.py SITE LETTERS."""

import multiprocessing
import sys
import tempfile
from collections import Counter
from pathlib import Path

from eoffice_app.pindai.usulan_berkas import find_usulan
from figures import Figure, hand_over

from in_site.surat_acak import MIRING_TERBANYAK, Contoh, list_instansi, make_letter

RUAS = {"nomor_surat": "nomor", "tanggal_surat": "tanggal", "pengirim": "instansi", "perihal": "perihal"}


def main(_site: str, letters: int) -> None:
	"""Read so many letters and hand over the share of each field that is proposed just as it is."""
	right = Counter()
	with multiprocessing.get_context("spawn").Pool() as readers:
		for answer in readers.imap_unordered(judge_letter, range(letters)):
			right.update(answer)
	words = (
		f"of {letters} letters drawn in varied layouts, skewed up to {MIRING_TERBANYAK:g}°, blurred and noisy"
	)
	for field in RUAS:
		share = 100 * right[field] / letters
		hand_over(Figure(f"proposals right: {field}", share, "%", None, words, more_is_better=True))
	share = 100 * right["all"] / letters
	hand_over(Figure("letters with all proposals right", share, "%", None, words, more_is_better=True))


def judge_letter(number: int) -> list[str]:
	"""Read a letter of the corpus; returns the fields whose proposal is right, and "all" where each is."""
	letter = make_letter(number)
	found = read_proposals(letter.scan)
	right = [field for field in RUAS if _plain(found.get(field)) == _plain(_truth(letter, field))]
	return [*right, "all"] if len(right) == len(RUAS) else right


def read_proposals(scan: bytes) -> dict[str, str]:
	"""Return what is proposed for each field from a page."""
	with tempfile.TemporaryDirectory() as name:
		source = Path(name) / "surat.jpg"
		source.write_bytes(scan)
		_page, found = find_usulan(source, Path(name), list_instansi())
	return {usulan.ruas: usulan.nilai for usulan in found}


def _truth(letter: Contoh, field: str) -> str | None:
	return getattr(letter, RUAS[field])


def _plain(value: str | None) -> str:
	# Of an edaran the subject stands in capitals.
	return " ".join((value or "").lower().split())


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
