"""A letter's number as it was read, put right where Tesseract takes one sign for another. Pure functions."""

import re

PANJANG_TERBANYAK = 60
# Signs that look alike, as they are taken among digits and in Roman months.
ANGKA = str.maketrans("OoQlI|SsB", "000111558")
BULAN_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
MIRIP_ROMAWI = re.compile(r"[IVXl1|i!LNMTU]+")
# A colon is read as many things.
TEPI = " .,:;_-–—'‘’\"*"
TIDAK_PUNYA = re.compile(r"^[-–—_.… ]*$")


def clean_nomor(teks: str, bulan: int | None = None) -> str:
	"""Return the number, "" where what stands there is none.

	:param bulan: the month of the letter's date, by which a Roman month in the number is put right
	"""
	if TIDAK_PUNYA.match(teks) or not re.search(r"\d", teks) or len(teks) > PANJANG_TERBANYAK:
		return ""
	if re.search(r"\btahun\b", teks, re.IGNORECASE):
		return re.sub(r"\s+", " ", teks).strip(TEPI)
	# Official numbers hold no spaces; the reader sees some where letters stand far apart.
	joined = re.sub(r"\s+", "", teks).strip(TEPI)
	# S for surat; no number begins with a digit and a hyphen.
	joined = re.sub(r"^5-(?=\d)", "S-", joined)
	parts = re.split(r"([/.\-])", joined)
	return "".join(_clean_part(part, index, parts, bulan) for index, part in enumerate(parts))


def _clean_part(part: str, index: int, parts: list[str], bulan: int | None) -> str:
	if _is_place_of_month(index, parts) and bulan and _may_be(part, BULAN_ROMAWI[bulan - 1]):
		return BULAN_ROMAWI[bulan - 1]
	digits = sum(sign.isdigit() for sign in part)
	if digits >= len(part) / 2 and re.fullmatch(r"[\dOoQlI|]+", part):
		return part.translate(ANGKA)
	return part


def _is_place_of_month(index: int, parts: list[str]) -> bool:
	# A Roman month stands between slashes just before the year.
	return index >= 1 and index == len(parts) - 3 and parts[index - 1] == parts[index + 1] == "/"


def _may_be(part: str, romawi: str) -> bool:
	if part in BULAN_ROMAWI or not MIRIP_ROMAWI.fullmatch(part):
		return False
	# Months are also written in digits.
	return not part.isdigit() or part.replace("1", "I") == romawi
