"""A signed-in session that may run in a thread of its own, which Playwright's may not."""

import requests

from support.office import Office
from support.surat import make_pdf


class Sesi:
	"""One clerk's session. Its methods raise requests.HTTPError where the office refuses."""

	def __init__(self, office: Office, email: str):
		self.url = office.url
		self.http = requests.Session()
		self._send("/api/method/login", data={"usr": email, "pwd": office.password_of(email)})
		page = self.http.get(f"{self.url}/app", timeout=60).text
		token = page.partition('frappe.csrf_token = "')[2].partition('"')[0]
		self.http.headers["X-Frappe-CSRF-Token"] = token

	def upload(self) -> str:
		"""Upload a scan and return its address."""
		answer = self._send(
			"/api/method/upload_file",
			files={"file": ("scan.pdf", make_pdf(), "application/pdf")},
			data={"is_private": "1", "doctype": "Surat Masuk", "docname": "new-surat-masuk-1"},
		)
		return answer["message"]["file_url"]

	def insert(self, doctype: str, fields: dict) -> dict:
		"""Create a document and return it."""
		return self._send(f"/api/resource/{doctype}", json=fields)["data"]

	def _send(self, path: str, **content) -> dict:
		answer = self.http.post(self.url + path, timeout=120, **content)
		if not answer.ok:
			raise requests.HTTPError(f"{answer.status_code}: {answer.text[:500]}", response=answer)
		return answer.json()
