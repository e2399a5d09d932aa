"""One thing that happened to a letter. No database here."""

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from frappe.utils import get_datetime

from eoffice_app.persuratan.cetak.teks import write_text


@dataclass(frozen=True)
class Peristiwa:
	"""What happened when, as a sentence; `catatan` is what somebody wrote on that occasion, word by word."""

	waktu: datetime
	kalimat: str
	catatan: str = ""


def tell(waktu, kalimat: str, catatan: str | None = "") -> list[Peristiwa]:
	"""Return what happened at a moment; nothing where it has not happened."""
	if not waktu:
		return []
	# A name may end with the point of a degree.
	return [Peristiwa(get_datetime(waktu), re.sub(r"\.\.$", ".", kalimat), write_text(catatan))]


def order_story(story: list[Peristiwa]) -> list[dict]:
	"""Return a story oldest first, as dicts of `waktu`, `kalimat` and `catatan`; at one moment in the order told."""
	return [asdict(event) for event in sorted(story, key=lambda event: event.waktu)]


def name_with_post(nama: str | None, sebagai: str | None) -> str:
	"""Return an official as a story names him: his post and, in brackets, who he is."""
	return f"{sebagai} ({nama})" if nama and sebagai else sebagai or nama or ""
