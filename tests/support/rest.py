"""The office's HTTP interface, as a program uses it."""

import json
import mimetypes
from pathlib import Path
from typing import Any

from playwright.sync_api import APIResponse, Playwright


class RestError(Exception):
	"""The office answered with an error."""

	def __init__(self, status: int, text: str):
		super().__init__(f"{status}: {text[:500]}")
		self.status = status
		self.text = text


class Rest:
	"""A signed-in client. `get`, `post`, `put`, `delete` return every answer, the others raise RestError."""

	def __init__(self, playwright: Playwright, url: str, email: str, password: str):
		self._request = playwright.request.new_context(base_url=url)
		self._headers: dict[str, str] = {}
		checked(self.post("/api/method/login", usr=email, pwd=password))
		self._headers["X-Frappe-CSRF-Token"] = self._csrf_token()

	def _csrf_token(self) -> str:
		"""Requests that change something carry the token the desk is given."""
		text = self._request.get("/app").text()
		return text.partition('frappe.csrf_token = "')[2].partition('"')[0]

	def is_signed_in(self) -> bool:
		"""Whether the office still knows this session."""
		return self.get("/api/method/frappe.auth.get_logged_user").ok

	def get(self, path: str, **parameters: Any) -> APIResponse:
		values = {name: as_text(value) for name, value in parameters.items()}
		return self._request.get(path, params=values, headers=self._headers)

	def post(self, path: str, **values: Any) -> APIResponse:
		return self._request.post(path, data=values, headers=self._headers)

	def put(self, path: str, **values: Any) -> APIResponse:
		return self._request.put(path, data=values, headers=self._headers)

	def delete(self, path: str) -> APIResponse:
		return self._request.delete(path, headers=self._headers)

	def insert(self, doctype: str, **fields: Any) -> dict:
		"""Create a document and return it."""
		return checked(self.post(f"/api/resource/{doctype}", **fields))["data"]

	def read(self, doctype: str, name: str) -> dict:
		"""Return a document."""
		return checked(self.get(f"/api/resource/{doctype}/{name}"))["data"]

	def call(self, method: str, **arguments: Any) -> Any:
		"""Call a method and return its message."""
		return checked(self.post(f"/api/method/{method}", **arguments)).get("message")

	def upload(self, file: Path, doctype: str = "", name: str = "", private: bool = True) -> dict:
		"""Upload a file, attached to a document where one is named, and return the File document."""
		return checked(self.try_upload(file, doctype, name, private))["message"]

	def try_upload(self, file: Path, doctype: str = "", name: str = "", private: bool = True) -> APIResponse:
		"""Upload a file as `upload` does and return every answer."""
		content_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
		parts = {
			"file": {"name": file.name, "mimeType": content_type, "buffer": file.read_bytes()},
			"is_private": str(int(private)),
			"doctype": doctype,
			"docname": name,
		}
		return self._request.post("/api/method/upload_file", multipart=parts, headers=self._headers)

	def close(self) -> None:
		"""Forget the session's cookies."""
		self._request.dispose()


def as_text(value: Any) -> str:
	"""Filters and fields travel as JSON in an address."""
	return value if isinstance(value, str) else json.dumps(value)


def checked(response: APIResponse) -> dict:
	"""The answer's JSON. Raises RestError when the office refused."""
	if not response.ok:
		raise RestError(response.status, response.text())
	return response.json()
