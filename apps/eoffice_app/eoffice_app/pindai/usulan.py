"""What the first page of a letter says of it: proposals for the clerk who registers it, never more. Pure functions.

Rules and plain parsing: an Indonesian official letter has its letter head on top, then date and place, then labelled
lines for number, secrecy, enclosures and subject (Permendagri on tata naskah dinas; SOP 000, A).
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eoffice_app.pindai.baris import Baris, Kata, Kotak, compose_lines, join_kotak
from eoffice_app.pindai.nomor_terbaca import clean_nomor
from eoffice_app.pindai.pengirim_terbaca import find_pengirim
from eoffice_app.pindai.tanggal_terbaca import bears_tanggal, find_tanggal

NOMOR = ("nomor", "nomer", "no")
PERIHAL = ("perihal", "hal")
LAMPIRAN = ("lampiran", "lamp")
SIFAT = ("sifat",)
LABEL = (*NOMOR, *PERIHAL, *LAMPIRAN, *SIFAT, "kepada", "dari", "tanggal", "yth", "dengan", "tembusan")
NILAI_SIFAT = {
	"sangat rahasia": ("sifat", "Sangat Rahasia"),
	"rahasia": ("sifat", "Rahasia"),
	"terbatas": ("sifat", "Terbatas"),
	"sangat segera": ("derajat", "Sangat Segera"),
	"segera": ("derajat", "Segera"),
}
# Labels stand above the body; below it a word like them is part of a sentence.
BATAS_LABEL = 0.55
BARIS_PERIHAL = 4
# So many times as far below as letters are high, a line no longer goes on with the one above.
JARAK_BARIS = 2.6
MIRIP = 0.84


class Usulan(NamedTuple):
	"""A proposal for a field: the value, "" where none is known for what stands there, the words, and their place."""

	ruas: str
	nilai: str
	teks: str
	kotak: Kotak


class Temuan(NamedTuple):
	"""A label's value: its words, and where among the lines it stands."""

	kata: tuple[Kata, ...]
	baris: Baris


def propose(kata: Sequence[Kata], lebar: int, tinggi: int, instansi: Iterable[str] = ()) -> list[Usulan]:
	"""Return the proposals for a letter from the words of its first page.

	:param kata: with their places in dots of a page so wide and high
	:param instansi: the names of the senders that the office knows
	:return: at most one each for nomor_surat, tanggal_surat, perihal, pengirim, lampiran, and sifat or derajat
	"""
	lines = compose_lines(kata)
	tanggal = find_tanggal(lines, tinggi)
	found = {
		"nomor_surat": _find_nomor(lines, tinggi, int(tanggal[0][5:7]) if tanggal else None),
		"tanggal_surat": tanggal,
		"perihal": _find_perihal(lines, tinggi),
		"pengirim": find_pengirim(_list_kop(lines, tinggi), instansi),
		"lampiran": _find_lampiran(lines, tinggi),
	}
	sifat = _find_sifat(lines, tinggi)
	if sifat:
		found[sifat[0]] = sifat[1:]
	return [
		Usulan(ruas, nilai, _join(words), join_kotak(words, lebar, tinggi))
		for ruas, (nilai, words) in ((ruas, value) for ruas, value in found.items() if value)
	]


def confirm_nomor(found: Sequence[Usulan], looks: Sequence[str]) -> list[Usulan]:
	"""Return the proposals with the number that most looks at its line agree on, the first look's where none do.

	:param looks: what was read of the line when it was looked at again
	"""
	values = {usulan.ruas: usulan.nilai for usulan in found}
	bulan = int(values["tanggal_surat"][5:7]) if "tanggal_surat" in values else None
	read = [nilai for nilai in (clean_nomor(look, bulan) for look in looks) if nilai]
	agreed = next((nilai for nilai in read if read.count(nilai) > 1), values.get("nomor_surat"))
	return [usulan._replace(nilai=agreed) if usulan.ruas == "nomor_surat" else usulan for usulan in found]


def find_label(lines: Sequence[Baris], labels: Sequence[str], batas: float) -> Temuan | None:
	"""Return what stands after a label at the beginning of a line, or in the column to its right."""
	for index, line in enumerate(lines):
		if line.y > batas or not is_label(line.kata[0].teks, labels):
			continue
		words = _without_colon(line.kata[1:])
		if not words:
			words = _without_colon(_find_right(lines, index))
		if words:
			return Temuan(words, line)
	return None


def is_label(word: str, labels: Sequence[str]) -> bool:
	"""Whether a word is one of these labels, a letter misread in a long one forgiven."""
	plain = re.sub(r"[^a-z0-9]", "", word.lower())
	return plain in labels or any(
		len(label) >= 5 and SequenceMatcher(None, plain, label).ratio() >= MIRIP for label in labels
	)


def _find_nomor(lines: Sequence[Baris], tinggi: int, bulan: int | None) -> tuple | None:
	batas = tinggi * BATAS_LABEL
	rest = list(lines)
	while found := find_label(rest, NOMOR, batas):
		words = _until_date(found.kata)
		nilai = clean_nomor(_join(words), bulan)
		if nilai:
			return nilai, words
		rest = rest[rest.index(found.baris) + 1 :]
	return None


def _find_perihal(lines: Sequence[Baris], tinggi: int) -> tuple | None:
	found = find_label(lines, PERIHAL, tinggi * BATAS_LABEL)
	words = _follow_column(lines, found) if found else _find_tentang(lines, tinggi)
	nilai = re.sub(r"\s+", " ", _join(words)).strip(" .,:;_-~—") if words else ""
	return (nilai, words) if nilai else None


def _find_lampiran(lines: Sequence[Baris], tinggi: int) -> tuple | None:
	found = find_label(lines, LAMPIRAN, tinggi * BATAS_LABEL)
	nilai = _join(found.kata).strip(" .,:;") if found else ""
	return (nilai, found.kata) if re.search(r"[0-9a-zA-Z]{2}|\d", nilai) else None


def _find_sifat(lines: Sequence[Baris], tinggi: int) -> tuple | None:
	found = find_label(lines, SIFAT, tinggi * BATAS_LABEL)
	said = re.sub(r"[^a-z ]", "", _join(found.kata).lower()).strip() if found else ""
	return (*NILAI_SIFAT[said], found.kata) if said in NILAI_SIFAT else None


def _follow_column(lines: Sequence[Baris], found: Temuan) -> tuple[Kata, ...]:
	"""Return a value and the lines that go on below it, beginning where it begins."""
	words, last = list(found.kata), found.baris
	left, height = found.kata[0].kotak.kiri, found.baris.tinggi
	below = [line for line in lines if line.y > last.y + height * 0.6]
	for line in below[: BARIS_PERIHAL * 3]:
		if line.y - last.y > height * JARAK_BARIS:
			break
		if abs(line.kiri - left) > height * 1.5:
			continue
		if is_label(line.kata[0].teks, LABEL):
			break
		words += line.kata
		last = line
	return tuple(words)


def _find_tentang(lines: Sequence[Baris], tinggi: int) -> tuple[Kata, ...]:
	"""Return the subject of an edaran or keputusan: the lines in the middle below "TENTANG"."""
	for index, line in enumerate(lines):
		if line.y < tinggi * BATAS_LABEL and len(line.kata) == 1 and is_label(line.teks, ("tentang",)):
			words, last = [], line
			for below in lines[index + 1 : index + 1 + BARIS_PERIHAL]:
				if below.y - last.y > line.tinggi * JARAK_BARIS * 1.3 or not below.teks.isupper():
					break
				words += below.kata
				last = below
			return tuple(words)
	return ()


def _list_kop(lines: Sequence[Baris], tinggi: int) -> list[Baris]:
	kop = []
	for line in lines:
		if line.y > tinggi * 0.3 or is_label(line.kata[0].teks, LABEL):
			break
		if not bears_tanggal(line.teks):
			kop.append(line)
	return kop


def _find_right(lines: Sequence[Baris], index: int) -> tuple[Kata, ...]:
	line = lines[index]
	beside = [
		other for other in lines if other.kiri > line.kiri and abs(other.y - line.y) < line.tinggi * 0.6
	]
	if not beside:
		return ()
	nearest = min(beside, key=lambda other: other.kiri)
	if nearest.teks.strip() in (":", ";") and len(beside) > 1:
		nearest = sorted(beside, key=lambda other: other.kiri)[1]
	return nearest.kata


def _without_colon(words: Sequence[Kata]) -> tuple[Kata, ...]:
	words = list(words)
	while words and not re.search(r"\w", words[0].teks) and words[0].teks not in ("-",):
		words.pop(0)
	if words and re.match(r"[:;]\s*\S", words[0].teks):
		words[0] = words[0]._replace(teks=words[0].teks.lstrip(":; "))
	return tuple(words)


def _until_date(words: Sequence[Kata]) -> tuple[Kata, ...]:
	"""Return the words before a place and date that stand on the same line."""
	for index, word in enumerate(words):
		if index and word.teks.endswith(","):
			return tuple(words[:index])
	return tuple(words)


def _join(words: Sequence[Kata]) -> str:
	return " ".join(word.teks for word in words)
