"""What a form offers against what the server then does, walked for several people and every letter given.

A button is a label and a function that presses it: it takes the letter and does what the form's script does, with what its
dialog would have asked for. Who does not see a letter has no form of it: what he is refused is `pintu.py`'s to walk.
"""

from collections.abc import Callable, Iterable

import frappe
from frappe.model.document import Document
from frappe.model.workflow import get_workflow

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.tests.dasar import acting_as

Tombol = dict[str, Callable[[Document], object]]


def find_differences(
	letters: dict[str, Document],
	posts: Iterable[str],
	tombol: Tombol,
	list_offered: Callable[[Document], Iterable[str]],
) -> tuple[list[tuple], set[str]]:
	"""Press every button as everybody on every letter, each time from the same state.

	:param letters: by a name for its state
	:param list_offered: takes a letter that the session's user may see, returns the labels of what its form offers him
	:return: tuples of state, post, label and what happened, where that is not what the form said; and all labels that
	        anybody was offered
	"""
	wrong, seen = [], set()
	for state, letter in letters.items():
		letter.reload()
		possible = _choose_possible(letter, tombol)
		for kode in posts:
			with acting_as(kode):
				if not can_see(letter.name, frappe.session.user):
					continue
				offered = set(list_offered(letter))
				seen |= offered
				for label, press in possible.items():
					refused = _press(press, letter)
					if (label in offered) == bool(refused):
						wrong.append((state, kode, label, refused or "not offered, and done"))
	return wrong, seen


def _choose_possible(letter: Document, tombol: Tombol) -> Tombol:
	"""Leave out the steps that the workflow draws from other states only: Frappe itself refuses those."""
	drawn = get_workflow(letter.doctype).transitions
	elsewhere = {row.action for row in drawn} - {
		row.action for row in drawn if row.state == letter.workflow_state
	}
	return {label: press for label, press in tombol.items() if label not in elsewhere}


def _press(press: Callable[[Document], object], letter: Document) -> str | None:
	"""Return why the server refuses, None where it does it; nothing of it stays."""
	frappe.db.savepoint("tombol")
	# Frappe forgets at each return to a savepoint that the transaction has written: `wait_for_turn` would begin it anew.
	frappe.db.transaction_writes = 1
	try:
		press(letter)
	except (frappe.ValidationError, frappe.PermissionError) as error:
		return f"{type(error).__name__}: {error}"
	finally:
		frappe.db.rollback(save_point="tombol")
		frappe.clear_messages()
	return None
