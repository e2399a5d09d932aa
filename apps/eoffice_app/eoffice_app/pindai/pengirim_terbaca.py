"""The sender of a letter by its letter head, among those that the office knows. Pure functions."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from math import log

from eoffice_app.pindai.baris import Baris, Kata

ALAMAT = re.compile(
	r"\b(jalan|jl|telp|telepon|faks?|fax|kode pos|laman|email|surel|pos-el)\b|@|www\.|\d{5}", re.I
)
TERPENDEK = 4
MIRIP = 0.8
# So much of a name's weight must stand in the letter head.
BAGIAN_TERKECIL = 0.8


def find_pengirim(kop: Sequence[Baris], instansi: Iterable[str]) -> tuple[str, tuple[Kata, ...]] | None:
	"""Return the known sender whose name the letter head bears, "" for none or more than one, and the words of the head.

	:param kop: the lines above number and date
	"""
	lines = [line for line in kop if not ALAMAT.search(line.teks) and _split(line.teks)]
	words = tuple(word for line in lines for word in line.kata)
	return (_choose(" ".join(line.teks for line in lines), list(instansi)), words) if words else None


def _choose(text: str, instansi: list[str]) -> str:
	names = {name: frozenset(_split(name)) for name in instansi}
	common = Counter(word for words in names.values() for word in words)
	read = _recognize(_split(text), list(common))
	weight = {word: 1 + log(len(names) / times) for word, times in common.items()}
	rated = []
	for name, words in names.items():
		found, whole = (sum(weight[word] for word in part) for part in (words & read, words))
		if words and found >= BAGIAN_TERKECIL * whole:
			rated.append((found, found / whole, name))
	rated.sort(reverse=True)
	# Two that fit alike: the clerk knows which, a rule does not.
	if not rated or (len(rated) > 1 and rated[0][:2] == rated[1][:2]):
		return ""
	return rated[0][2]


def _recognize(words: Iterable[str], known: list[str]) -> frozenset[str]:
	found = set()
	for word in words:
		if word in known:
			found.add(word)
		elif len(word) >= TERPENDEK:
			found.update(get_close_matches(word, known, n=1, cutoff=MIRIP))
	return frozenset(found)


def _split(text: str) -> list[str]:
	return re.findall(r"[a-z0-9]+", text.lower())
