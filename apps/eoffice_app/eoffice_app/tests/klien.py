"""Real requests to the whole application, without a server: what a browser or another program would be answered."""

import io
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass, field

import frappe
from frappe.utils import get_test_client
from frappe.utils.password import set_encrypted_password


@dataclass
class Jawaban:
	"""An answer: `status` of HTTP, `isi`, its text, and `tujuan`, where it leads to."""

	status: int
	isi: str
	tujuan: str = ""


@dataclass
class Klien:
	"""One who asks. Each request runs in a thread of its own connection, so the data has to be committed."""

	user: str
	kunci: str | None = None
	pekerja: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))

	def get(self, path: str, **values) -> Jawaban:
		return self._ask("GET", path, query_string=values)

	def browse(self, path: str) -> Jawaban:
		"""Open an address as a browser does, which waits for a page."""
		return self._ask("GET", path, accept="text/html")

	def call(self, method: str, **values) -> Jawaban:
		"""Call a whitelisted function by POST, as the desk does; values that are no texts go as JSON."""
		data = {
			key: value if isinstance(value, str) else frappe.as_json(value) for key, value in values.items()
		}
		return self._ask("POST", f"/api/method/{method}", data=data)

	def upload(self, content: bytes, nama: str, **values) -> Jawaban:
		"""Upload a file as the desk does; `values` say on which document and field."""
		data = {**values, "file": (io.BytesIO(content), nama)}
		return self._ask("POST", "/api/method/upload_file", data=data)

	def _ask(self, method: str, path: str, accept: str = "application/json", **options) -> Jawaban:
		headers = {"X-Frappe-Site-Name": frappe.local.site, "Accept": accept}
		return self.pekerja.submit(self._open, method, path, headers, options).result()

	def _open(self, method: str, path: str, headers: dict, options: dict) -> Jawaban:
		if self.kunci:
			headers["Authorization"] = f"token {self.kunci}"
		# Frappe prints the trace of every refusal; hundreds of them would bury the one that matters.
		printed = io.StringIO()
		with redirect_stdout(printed):
			response = get_test_client(use_cookies=False).open(
				path, method=method, headers=headers, **options
			)
		if response.status_code >= 500:
			print(printed.getvalue())
		text = response.get_data().decode(errors="replace")
		return Jawaban(response.status_code, text, response.headers.get("Location", ""))


def make_klien(user: str) -> Klien:
	"""Return one who asks in a user's name; the guest needs no key."""
	if user == "Guest":
		return Klien(user)
	key, secret = (frappe.generate_hash(length=15) for _part in range(2))
	# Saving the account, as its form does, would make Frappe read all its DocTypes anew, a second for each.
	frappe.db.set_value("User", user, "api_key", key)
	set_encrypted_password("User", user, secret, "api_secret")
	return Klien(user, f"{key}:{secret}")


def forget_limits() -> None:
	"""Let strangers begin anew, however often others have asked within this minute."""
	for key in frappe.cache.scan_iter("*rl:*"):
		frappe.cache.unlink(key)
