"""A mailbox of the office on the tests' own mail server, and the way to be rid of what came into it."""

from pathlib import Path

import frappe
from frappe.model.document import Document

from eoffice_app.tests.server_imap import KATA_SANDI, ServerImap


def make_kotak_surat(server: ServerImap | None, jenis: str = "Surel") -> Document:
	"""Return a new Kotak Surat Masuk whose account has an address of its own on the server; None for one that is away."""
	kode = frappe.generate_hash(length=8)
	alamat = f"kotak-{kode}@kantor.example"
	if server:
		server.deliver(alamat, [])
	akun = frappe.get_doc(
		{
			"doctype": "Email Account",
			"email_account_name": f"Kotak {kode}",
			"email_id": alamat,
			"enable_incoming": 1,
			"use_imap": 1,
			"email_server": "127.0.0.1",
			"incoming_port": str(server.port if server else 1),
			"password": KATA_SANDI,
			"enable_outgoing": int(jenis == "Sanapati"),
			"smtp_server": "127.0.0.1",
			"imap_folder": [{"folder_name": "INBOX"}],
		}
	).insert()
	buku = "BM" if jenis == "Sanapati" else "SM"
	values = {"akun_surel": akun.name, "jenis": jenis, "buku": buku}
	return frappe.get_doc({"doctype": "Kotak Surat Masuk", **values}).insert()


def take_kotak_away(kotak: Document) -> None:
	"""Remove a mailbox, its account, and the submissions that came by it with their files."""
	names = frappe.get_all("Pengajuan Surat", {"kotak_masuk": kotak.akun_surel}, pluck="name")
	for address in frappe.get_all("Berkas Pengajuan", {"parent": ["in", names]}, pluck="berkas"):
		Path(frappe.get_site_path("private", "files", address.rpartition("/")[2])).unlink(missing_ok=True)
	for doctype, column in (
		("Berkas Pengajuan", "parent"),
		("File", "attached_to_name"),
		("Akses Surat", "surat"),
		("Email Queue", "reference_name"),
		("Notification Log", "document_name"),
		("Pengajuan Surat", "name"),
	):
		frappe.db.delete(doctype, {column: ["in", [*names, kotak.name]]})
	frappe.db.delete("Kotak Surat Masuk", {"name": kotak.name})
	frappe.db.delete("IMAP Folder", {"parent": kotak.akun_surel})
	frappe.db.delete("Email Account", {"name": kotak.akun_surel})
