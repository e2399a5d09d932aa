"""Frappe's Email Account, of which some are mailboxes of the office: their mail goes into the quarantine.

All others stay as Frappe has them, but that a report of undeliverable mail also reaches the delivery it is about.
"""

import frappe
from frappe.email.doctype.email_account.email_account import EmailAccount

from eoffice_app.saluran.surel_kembali import note_returned
from eoffice_app.surel_masuk.kata_sandi import note_new_password
from eoffice_app.surel_masuk.kotak import find_kotak
from eoffice_app.surel_masuk.pengambilan import receive_kotak


class AkunSurel(EmailAccount):
	"""An Email Account of the office."""

	def validate(self):
		super().validate()
		note_new_password(self)

	def receive(self):
		kotak = find_kotak(self.name)
		if kotak:
			receive_kotak(self, kotak)
		else:
			super().receive()

	def get_inbound_mails(self):
		mails = super().get_inbound_mails()
		for mail in mails:
			note_returned(mail.mail)
		# The mails themselves are taken in one by one, and one that fails takes back what is not stored.
		frappe.db.commit()
		return mails

	def check_email_server_connection(self, email_server, in_receive):
		# Frappe closes an account whose server refused it some times; a mailbox is asked again until it answers.
		if in_receive and find_kotak(self.name):
			email_server.connect()
		else:
			super().check_email_server_connection(email_server, in_receive)
