"""What the tests know of the office they look at."""

import os
from dataclasses import dataclass
from pathlib import Path

ADMINISTRATOR = "Administrator"


@dataclass(frozen=True)
class Office:
	"""A running office: where it answers and how to get in."""

	url: str
	site: str
	bench: Path
	admin_password: str
	demo_password: str

	@classmethod
	def from_environment(cls) -> "Office":
		"""Read EOFFICE_URL and its companions. Raises KeyError naming the one that is not set."""
		return cls(
			url=os.environ["EOFFICE_URL"].rstrip("/"),
			site=os.environ["EOFFICE_SITE"],
			bench=Path(os.environ["EOFFICE_BENCH"]),
			admin_password=os.environ["EOFFICE_ADMIN_PASSWORD"],
			demo_password=os.environ["EOFFICE_DEMO_PASSWORD"],
		)

	def password_of(self, email: str) -> str:
		"""All demo accounts share one password; the administrator has another."""
		return self.admin_password if email == ADMINISTRATOR else self.demo_password
