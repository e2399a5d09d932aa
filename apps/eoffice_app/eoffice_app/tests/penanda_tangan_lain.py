"""A signer in a process of its own, which a test may kill: `python -m …tests.penanda_tangan_lain SITE USER LETTER`.

The passphrase comes by the standard input.
"""

import sys

import frappe

from eoffice_app.tests.tanda_tangan import sign_and_wait


def main(site: str, user: str, surat: str) -> None:
	"""Sign a letter as a user and say what became of it."""
	frappe.init(site=site)
	frappe.connect()
	frappe.set_user(user)
	print(sign_and_wait((surat,), sys.stdin.readline().strip()))


if __name__ == "__main__":
	main(*sys.argv[1:])
