from unittest import TestCase

from eoffice_app.hak_akses.penjaga import list_addresses, list_named
from eoffice_app.hak_akses.riwayat import ANTARMUKA, CETAK, FORMULIR, find_door

METODE = "/api/method/x"


class TestPenjaga(TestCase):
	"""What a request names, read in the ways in which Frappe's functions are called."""

	def named(self, path: str = METODE, **arguments) -> list[tuple[str, str]]:
		return list(list_named(path, arguments))

	def test_by_address(self):
		for path in ("/api/resource/Surat Masuk/abc", "/api/v2/document/Surat Masuk/abc/method/x"):
			self.assertEqual(self.named(path), [("Surat Masuk", "abc")], path)
		self.assertEqual(self.named("/api/resource/Surat Masuk"), [])
		self.assertEqual(self.named("/api/resource/Jabatan/KADIS"), [])

	def test_by_doctype_and_name(self):
		for arguments in (
			{"doctype": "Surat Masuk", "docname": "abc"},
			{"dt": "Surat Masuk", "dn": "abc"},
			{"dt": "Surat Masuk", "docs": '["abc"]'},
			{"reference_doctype": "Surat Masuk", "reference_name": "abc"},
			{"doctype": "Surat Masuk", "docnames": ["abc"]},
			{"doc": '{"doctype": "Surat Masuk", "name": "abc"}'},
			{"docs": '[{"doctype": "Surat Masuk", "name": "abc"}]'},
			{"surat_masuk": "abc"},
		):
			self.assertEqual(self.named(**arguments), [("Surat Masuk", "abc")], arguments)

	def test_what_hangs_on_a_letter_is_named_by_its_own_number(self):
		self.assertEqual(self.named(doctype="Comment", name="17"), [("Comment", "17")])
		self.assertEqual(self.named(doc='{"doctype": "Comment", "name": 17}'), [("Comment", "17")])

	def test_a_new_document_a_filter_and_the_name_of_a_report_are_no_letter(self):
		for arguments in (
			{"doctype": "Surat Masuk", "docname": "new-surat-masuk-1"},
			{"doc": '{"doctype": "Surat Masuk", "name": "abc", "__islocal": 1}'},
			{"filters": '{"doctype": "Surat Masuk", "name": ["like", "%a%"]}'},
			{"cmd": "frappe.desk.reportview.save_report", "doctype": "Surat Masuk", "name": "Laporanku"},
			{"doctype": "Jabatan", "name": "KADIS"},
			{"doc": '{"doctype": "Surat Masuk", "name": '},
		):
			self.assertEqual(self.named(**arguments), [], arguments)

	def test_addresses_of_private_files(self):
		self.assertEqual(list_addresses("/private/files/a.pdf", {}), ["/private/files/a.pdf"])
		self.assertEqual(
			list_addresses(METODE, {"file_url": "/private/files/a.pdf"}), ["/private/files/a.pdf"]
		)
		self.assertEqual(list_addresses(METODE, {"file_url": "/files/logo.png"}), [])

	def test_which_requests_open_a_letter(self):
		for command, method, pintu in (
			("frappe.desk.form.load.getdoc", "GET", FORMULIR),
			("/printview", "GET", CETAK),
			("frappe.utils.print_format.download_pdf", "GET", CETAK),
			("frappe.client.get", "POST", ANTARMUKA),
			("/api/resource/Surat Masuk/abc", "GET", ANTARMUKA),
			("/api/resource/Surat Masuk/abc", "PUT", None),
			("frappe.realtime.can_subscribe_doc", "GET", None),
		):
			self.assertEqual(find_door(command, method), pintu, command)
