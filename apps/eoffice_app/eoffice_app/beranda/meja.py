"""What the counters of a workspace need to know of whoever opens it. Read once for all of them."""

from dataclasses import dataclass
from datetime import date, datetime

import frappe
from frappe.utils import getdate, now_datetime

from eoffice_app.organisasi.pemangku import list_posts_acted_for


@dataclass(frozen=True)
class Meja:
	"""Whose desk it is: `jabatan` are the posts for which `user` acts now, `pimpinan` and `sekretaris` the office's posts
	of these (None where the office named none), `paraf_sekretaris` whether letters to the head wait for the secretary."""

	user: str
	jabatan: tuple[str, ...]
	saat: datetime
	pimpinan: str | None = None
	sekretaris: str | None = None
	paraf_sekretaris: bool = False

	@property
	def hari_ini(self) -> date:
		"""The day in the office's zone."""
		return getdate(self.saat)

	@property
	def sekarang(self) -> str:
		"""The moment as filters of lists write it, to the second."""
		return self.saat.strftime("%Y-%m-%d %H:%M:%S")


def get_meja(user: str) -> Meja:
	"""Return the desk of a user as it is now."""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	return Meja(
		user,
		tuple(list_posts_acted_for(user)),
		now_datetime(),
		pengaturan.jabatan_pimpinan,
		pengaturan.jabatan_sekretaris,
		bool(pengaturan.paraf_sekretaris),
	)
