"""What one request asks several times, answered once."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import frappe

T = TypeVar("T")


def remember_while_reading(soal: str, key: Hashable, read: Callable[[], T]) -> T:
	"""Return the answer to a question, which a request that only reads asks the database once.

	A GET request sees the database as it stood at its first question, and changes nothing of what is remembered here.

	:param soal: what is asked about; questions of one key about other things are others
	:param key: of the question
	:param read: answers it; outside of a GET request each time
	:return: the answer itself: who changes it, changes it for all who ask after him
	"""
	if not (frappe.request and frappe.request.method == "GET"):
		return read()
	remembered = frappe.request.environ.setdefault("eoffice_app.ingatan", {})
	if (soal, key) not in remembered:
		remembered[soal, key] = read()
	return remembered[soal, key]
