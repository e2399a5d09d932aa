"""Words as they are compared, in the index and beside it. No database here."""

import re
import unicodedata

KATA = re.compile(r"[^\W_]+")
PALING_BANYAK_KATA = 8
# A shorter beginning of a word fits half of all letters; a longer one only a few words.
PANJANG_AWALAN = range(2, 7)


def split_words(text: str | None) -> list[str]:
	"""Return the words of a text without accents and capitals; a number also without its leading zeros."""
	plain = unicodedata.normalize("NFKD", text or "").casefold()
	words = KATA.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
	return [word.lstrip("0") or "0" if word.isdecimal() else word for word in words]


def split_question(text: str | None) -> list[str]:
	"""Return the words that somebody asks for, at most PALING_BANYAK_KATA."""
	return list(dict.fromkeys(split_words(text)))[:PALING_BANYAK_KATA]


def is_prefix(word: str) -> bool:
	"""Whether a word asked for stands for all that begin so; a number stands for itself."""
	return len(word) >= PANJANG_AWALAN[0] and not word.isdecimal()


def list_beginnings(word: str) -> list[str]:
	"""Return the beginnings of a word that may be asked for, the word itself among them where it is short."""
	if word.isdecimal():
		return []
	return [word[:length] for length in PANJANG_AWALAN if length <= len(word)]


def matches(words: list[str], text: str | None) -> bool:
	"""Whether each word asked for is in the text, or begins one of its words."""
	present = split_words(text)
	return all(
		any(found.startswith(word) if is_prefix(word) else found == word for found in present)
		for word in words
	)
