"""Codes of 128 bits as they stand on papers and are typed by people: letters and digits nobody can guess.

The alphabet is that of base 32, which has neither 0 nor 1 nor 8.
"""

import re
from base64 import b32encode

PANJANG_BITA = 16
HURUF_SEKELOMPOK = 4
# What the eye takes for one another.
SERUPA = str.maketrans("018", "OIB")


def encode_code(isi: bytes) -> str:
	"""Return the first 128 bits of `isi` as letters and digits without groups."""
	return b32encode(isi[:PANJANG_BITA]).decode().rstrip("=")


def group_code(code: str) -> str:
	"""Return a code as it is printed and read out, in groups of four."""
	return "-".join(code[start : start + HURUF_SEKELOMPOK] for start in range(0, len(code), HURUF_SEKELOMPOK))


def read_code(typed: str) -> str:
	"""Return the code that somebody typed, however he wrote it: groups, blanks, small letters, 0 for O."""
	return re.sub(r"[^A-Z0-9]", "", typed.upper()).translate(SERUPA)
