"""Gives the site its office: the people of the demo office without their letters."""

import secrets
import sys

import frappe
from eoffice_app.setup.kantor_demo import create_organisasi_demo

from in_site.connection import connected


def main(site: str) -> None:
	"""Create units, posts, people and senders where they are absent."""
	with connected(site):
		create_organisasi_demo(secrets.token_urlsafe(18))
		frappe.db.commit()


if __name__ == "__main__":
	main(sys.argv[1])
