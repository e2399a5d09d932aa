"""The e-mails to senders as Frappe's Email Templates: created if absent, so that an office's own words stay."""

import frappe

from eoffice_app.loket.kabar import TEMPLAT_DIKEMBALIKAN, TEMPLAT_DITERIMA

# Name, subject, text. Available: nama_pengirim, nomor_bukti, perihal, diterima_pada, alasan, kantor.
TEMPLAT_SUREL = (
	(
		TEMPLAT_DITERIMA,
		"Surat Anda sudah didaftarkan ({{ nomor_bukti }})",
		"<p>Yth. {{ nama_pengirim }},</p>"
		"<p>Surat Anda yang kami terima pada {{ diterima_pada }} sudah diperiksa dan didaftarkan sebagai surat masuk.</p>"
		"<p>Nomor bukti: {{ nomor_bukti }}<br>Perihal: {{ perihal or '-' }}</p>"
		"<p>Perjalanan surat dapat diikuti dengan kode lacak pada bukti penerimaan Anda.</p>"
		"<p>{{ kantor }}</p>",
	),
	(
		TEMPLAT_DIKEMBALIKAN,
		"Surat Anda kami kembalikan ({{ nomor_bukti }})",
		"<p>Yth. {{ nama_pengirim }},</p>"
		"<p>Surat Anda yang kami terima pada {{ diterima_pada }} belum dapat kami daftarkan.</p>"
		"<p>Nomor bukti: {{ nomor_bukti }}<br>Perihal: {{ perihal or '-' }}</p>"
		"<p>Alasan: {{ alasan }}</p>"
		"<p>Silakan lengkapi, lalu kirim kembali.</p>"
		"<p>{{ kantor }}</p>",
	),
)


def create_templat_surel() -> None:
	"""Create the Email Templates that the site does not have yet."""
	for name, subject, response in TEMPLAT_SUREL:
		if not frappe.db.exists("Email Template", name):
			frappe.get_doc(
				{"doctype": "Email Template", "name": name, "subject": subject, "response": response}
			).insert(ignore_permissions=True)


def remove_templat_surel() -> None:
	"""Remove the app's Email Templates, which Frappe leaves behind."""
	for name, _subject, _response in TEMPLAT_SUREL:
		frappe.delete_doc("Email Template", name, ignore_missing=True, force=True, ignore_permissions=True)
