"""What still waits on posts: asked before a holder leaves or a post is closed."""

from dataclasses import dataclass

import frappe
from frappe import _

from eoffice_app.persuratan.keadaan import DISPOSISI_TERTUTUP, KEADAAN_TUNTAS


@dataclass(frozen=True)
class PekerjaanTerbuka:
	"""How many letters and how many disposisi wait; false when nothing does, and a text for messages."""

	surat: int
	disposisi: int

	def __bool__(self) -> bool:
		return bool(self.surat or self.disposisi)

	def __str__(self) -> str:
		return _("{0} surat dan {1} disposisi").format(self.surat, self.disposisi)


def count_open_work(posts: list[str]) -> PekerjaanTerbuka:
	"""Count what waits on some posts: letters addressed to them, drafts that are with them, and disposisi given to
	them, that are not finished yet."""
	return PekerjaanTerbuka(
		frappe.db.count(
			"Surat Masuk",
			{"tujuan": ["in", posts], "workflow_state": ["not in", KEADAAN_TUNTAS]},
		)
		+ frappe.db.count("Surat Keluar", {"menunggu_jabatan": ["in", posts]}),
		frappe.db.count(
			"Disposisi",
			{"kepada": ["in", posts], "status": ["not in", DISPOSISI_TERTUTUP]},
		),
	)
