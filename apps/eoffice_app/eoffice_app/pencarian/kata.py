"""Words as they are compared, in the index and beside it. No database here."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import simplemma
import snowballstemmer

KATA = re.compile(r"[^\W_]+")
DIGITS = frozenset("0123456789")
KUTIPAN = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
PALING_BANYAK_KATA = 8
PALING_PANJANG = 500
# A shorter beginning of a word fits half of all letters; two words with a longer one in common are hardly ever two.
PANJANG_AWALAN = range(2, 13)
# What one says between the words that matter. Asked for alone, or in a phrase, they count.
KATA_TUGAS = frozenset(
	"dan atau di ke dari yang untuk pada dengan oleh tentang kepada ini itu dalam agar sebagai".split()
)
# A book of roots does not know every word, and what a scanner misread is in no book: rules take off what is left.
_PEMOTONG = snowballstemmer.stemmer("indonesian")


@dataclass(frozen=True)
class Pertanyaan:
	"""What somebody asks for: words in any order, and phrases of words that follow each other."""

	kata: tuple[str, ...] = ()
	frasa: tuple[tuple[str, ...], ...] = ()

	def __bool__(self) -> bool:
		return bool(self.kata or self.frasa)


def split_words(text: str | None) -> list[str]:
	"""Return the words of a text without accents and capitals; a number also without its leading zeros."""
	plain = (text or "").casefold()
	if not plain.isascii():
		decomposed = unicodedata.normalize("NFKD", plain)
		plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
	return list(map(_strip_zeros, KATA.findall(plain)))


def locate_words(text: str) -> list[tuple[int, int, str]]:
	"""Return where in a text each of its words begins and ends, and the word as `split_words` spells it."""
	if text.isascii():
		found = KATA.finditer(text.lower())
		return [(match.start(), match.end(), _strip_zeros(match.group())) for match in found]
	places = ((match.span(), split_words(match.group())) for match in KATA.finditer(text))
	return [(begin, end, word) for (begin, end), words in places for word in words]


def _strip_zeros(word: str) -> str:
	return (word.lstrip("0") or "0") if word[0] in DIGITS and word.isdecimal() else word


@lru_cache(maxsize=200_000)
def find_root(word: str) -> str:
	"""Return what a word has in common with its other forms: "pengiriman", "dikirim" and "kirim" give the same.

	It need not be a word itself. A number stays as it is.
	"""
	if word.isdecimal():
		return word
	return _PEMOTONG.stemWord(simplemma.lemmatize(word, lang="id").casefold())


def read_question(text: str | None) -> Pertanyaan:
	"""Return what a text asks for, at most PALING_BANYAK_KATA words; phrases stand between quotation marks."""
	text = (text or "")[:PALING_PANJANG]
	phrases = [tuple(split_words(phrase)[:PALING_BANYAK_KATA]) for phrase in KUTIPAN.findall(text)]
	words = list(dict.fromkeys(split_words(KUTIPAN.sub(" ", text))))
	telling = [word for word in words if word not in KATA_TUGAS] or words
	return Pertanyaan(tuple(telling[:PALING_BANYAK_KATA]), tuple(dict.fromkeys(filter(None, phrases))))


def is_prefix(word: str) -> bool:
	"""Whether a word asked for stands for all that begin so; a number stands for itself."""
	return len(word) >= PANJANG_AWALAN[0] and not word.isdecimal()


def list_beginnings(word: str) -> list[str]:
	"""Return the beginnings of a word that may be asked for, the word itself among them where it is short."""
	if word.isdecimal():
		return []
	return [word[:length] for length in PANJANG_AWALAN if length <= len(word)]


def list_terms(word: str) -> list[str]:
	"""Return the terms of which one suffices for a word asked for: its root, or itself as a beginning."""
	beginning = [word[: PANJANG_AWALAN[-1]]] if is_prefix(word) else []
	return list(dict.fromkeys([find_root(word), *beginning]))


def list_text_terms(words: Iterable[str], *, beginnings: bool) -> set[str]:
	"""Return the terms that a text is found by: the roots of its words, and of a letter's head also their beginnings."""
	terms = {find_root(word) for word in words}
	if beginnings:
		terms |= {beginning for word in words for beginning in list_beginnings(word)}
	return terms


def find_phrases(phrase: tuple[str, ...], words: list[str]) -> list[int]:
	"""Return at which words of a text a phrase begins."""
	length = len(phrase)
	return [
		begin
		for begin in range(len(words) - length + 1)
		if words[begin] == phrase[0] and tuple(words[begin : begin + length]) == phrase
	]
