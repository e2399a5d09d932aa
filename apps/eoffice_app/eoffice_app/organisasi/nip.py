"""The number of a civil servant (NIP): 18 digits, on paper often written in groups."""

import re


def clean_nip(nip: str | None) -> str | None:
	"""Return a NIP without the spaces of its groups; None for nothing."""
	return re.sub(r"\s", "", nip or "") or None


def is_nip(nip: str) -> bool:
	"""Whether a cleaned text can be a NIP."""
	return bool(re.fullmatch(r"\d{18}", nip))
