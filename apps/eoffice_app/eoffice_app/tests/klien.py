"""Real requests to the whole application, without a server: what a browser or another program would be answered."""

import io
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass, field

import frappe
from frappe.auth import CookieManager, LoginManager
from frappe.utils import get_test_client, set_request


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
	sesi: str | None = None
	pekerja: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))

	def get(self, path: str, **values) -> Jawaban:
		return self._ask("GET", path, query_string=values)

	def browse(self, path: str, bahasa: str = "") -> Jawaban:
		"""Open an address as a browser does, which waits for a page, and may name its reader's language."""
		return self._ask("GET", path, accept="text/html", bahasa=bahasa)

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

	def _ask(
		self, method: str, path: str, accept: str = "application/json", bahasa: str = "", **options
	) -> Jawaban:
		headers = {"X-Frappe-Site-Name": frappe.local.site, "Accept": accept}
		if bahasa:
			headers["Accept-Language"] = bahasa
		return self.pekerja.submit(self._open, method, path, headers, options).result()

	def _open(self, method: str, path: str, headers: dict, options: dict) -> Jawaban:
		if self.sesi:
			headers["Cookie"] = f"sid={self.sesi}"
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
	"""Return one who asks in a user's name, signed in as in a browser; the guest is nobody.

	Commits: the session is opened by another connection, which has to find the account.
	"""
	klien = Klien(user)
	if user != "Guest":
		frappe.db.commit()
		klien.sesi = klien.pekerja.submit(_sign_in, frappe.local.site, user).result()
	return klien


def _sign_in(site: str, user: str) -> str:
	"""Let Frappe open a session as after the right password; return its name, the cookie."""
	frappe.init(site=site)
	frappe.connect()
	try:
		set_request(path="/")
		frappe.local.request_ip = "127.0.0.1"
		frappe.local.cookie_manager = CookieManager()
		frappe.local.login_manager = LoginManager()
		frappe.local.login_manager.login_as(user)
		# The cache keeps it as long as a test may last. Frappe commits where it ends a session that it finds in its
		# table, and an account closed by a later test must not find one there.
		frappe.db.delete("Sessions", {"sid": frappe.session.sid})
		frappe.db.commit()
		return frappe.session.sid
	finally:
		frappe.destroy()


def forget_limits() -> None:
	"""Let strangers begin anew, however often others have asked within this minute."""
	for key in frappe.cache.scan_iter("*rl:*"):
		frappe.cache.unlink(key)
