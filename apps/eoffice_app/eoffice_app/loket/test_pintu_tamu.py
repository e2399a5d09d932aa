"""Every function that a guest may call, of Frappe, of this app and of any other: none tells of a letter or touches one.

The functions are found and not listed, so that one more in a later version is called too; they are called over HTTP, by
the names that Frappe gives their arguments, about a letter, a submission and their files.
"""

import inspect
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from threading import Thread

import frappe
import requests
from frappe.app import application
from werkzeug.serving import WSGIRequestHandler, make_server

from eoffice_app.loket.pintu_bawaan import FormulirBawaanError, accept, get_link_options
from eoffice_app.tests.dasar import make_pdf
from eoffice_app.tests.klien import forget_limits
from eoffice_app.tests.pengajuan import make_pengajuan
from eoffice_app.tests.surat_lengkap import KasusSuratLengkap

# Read, these would start something or miss what only tests or other programs have.
BUKAN_MODUL = ("test", "patches", "commands", "gunicorn", "parallel")
# Which arguments name a DocType, a document of it, a file and a function.
JENIS = ("doctype", "dt", "reference_doctype", "ref_doctype", "doc_type", "document_type")
NAMA = (
	"name",
	"docname",
	"doc_name",
	"dn",
	"reference_name",
	"ref_name",
	"document_name",
	"docnames",
	"names",
)
BERKAS = ("file_url", "path", "url", "route", "file_name", "fname")
BERKAS_KIRIMAN = {"file": ("surat.pdf", make_pdf())}
# What belongs to a letter or a submission, and the column that says to which.
PADA_SURAT = (
	("Surat Masuk", "name"),
	("Agenda", "surat_masuk"),
	("Disposisi", "surat_masuk"),
	("Scan Surat", "parent"),
	("Akses Surat", "surat"),
	("Pengajuan Surat", "name"),
	("Berkas Pengajuan", "parent"),
	("File", "attached_to_name"),
	("Comment", "reference_name"),
	("Version", "docname"),
	("ToDo", "reference_name"),
	("DocShare", "share_name"),
	("Tag Link", "document_name"),
	("Workflow Action", "reference_name"),
	("Communication", "reference_name"),
)


class TestPintuTamu(KasusSuratLengkap):
	daftar_sifat = ("Biasa",)
	daftar_penanya = ("Guest",)

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.tanda = f"nila{frappe.generate_hash(length=10)}"
		hasil = make_pengajuan(perihal=f"Perihal {cls.tanda}", nama_pengirim=cls.tanda)
		cls.pengajuan = frappe.get_doc("Pengajuan Surat", hasil.nama)
		frappe.db.set_single_value("System Settings", "allow_guests_to_upload_files", 1)
		frappe.db.commit()

	@classmethod
	def tearDownClass(cls):
		frappe.set_user("Administrator")
		frappe.db.set_single_value("System Settings", "allow_guests_to_upload_files", 0)
		for doctype, column in (
			("Pengajuan Surat", "name"),
			("Berkas Pengajuan", "parent"),
			("Akses Surat", "surat"),
		):
			frappe.db.delete(doctype, {column: cls.pengajuan.name})
		frappe.db.delete("File", {"attached_to_name": cls.pengajuan.name})
		super().tearDownClass()

	def test_functions_for_guests_neither_tell_nor_change(self):
		functions = find_guest_functions()
		self.assertGreater(len(functions), 40)
		before = self.fingerprint_rows()
		with serving() as address:
			for name, function in functions.items():
				for subject in self.list_subjects():
					self.assert_silent(address, name, function, subject)
		# See what others have written since; what `setUp` began is begun anew.
		frappe.db.rollback()
		frappe.db.savepoint("uji")
		self.assertEqual(self.fingerprint_rows(), before)

	def assert_silent(self, address: str, name: str, function, subject: tuple[str, str, str]):
		forget_limits()
		arguments = compose_arguments(function, subject)
		method = "POST" if "POST" in frappe.allowed_http_methods_for_whitelisted_func[function] else "GET"
		sent = {"data": arguments, "files": BERKAS_KIRIMAN} if method == "POST" else {"params": arguments}
		headers = {"X-Frappe-Site-Name": frappe.local.site, "Accept": "application/json"}
		answer = requests.request(
			method, f"{address}/api/method/{name}", headers=headers, timeout=60, allow_redirects=False, **sent
		)
		told = [word for word in (self.tanda, self.surat["Biasa"]["tanda"]) if word in answer.text]
		self.assertEqual(told, [], (name, arguments, answer.status_code, answer.text[:500]))
		self.assertFalse(answer.content.startswith(b"%PDF"), (name, arguments))

	def list_subjects(self) -> list[tuple[str, str, str]]:
		"""Return DocType, name and the address of a file of what nobody may hear of."""
		surat, pengajuan = self.surat["Biasa"], self.pengajuan
		return [
			("Surat Masuk", surat["name"], surat["berkas"]),
			("Pengajuan Surat", pengajuan.name, pengajuan.berkas[0].berkas),
			("File", surat["file"], surat["berkas"]),
		]

	def fingerprint_rows(self) -> dict[str, str]:
		"""Return what tells whether a letter, the submission, or anything that hangs on them is changed, added or gone."""
		names = (self.surat["Biasa"]["name"], self.pengajuan.name)
		rows = {
			(doctype, "jumlah"): frappe.db.count(doctype) for doctype in ("Surat Masuk", "Pengajuan Surat")
		}
		for doctype, column in PADA_SURAT:
			found = frappe.get_all(doctype, {column: ["in", names]}, ["*"], order_by="name asc")
			rows[doctype, "isi"] = sha256(frappe.as_json(found).encode()).hexdigest()
		return rows

	def test_stock_form_takes_no_letter_and_lists_none(self):
		with self.sebagai("Guest"):
			with self.assertRaises(FormulirBawaanError):
				accept("kirim-surat", '{"nama_pengirim": "x", "perihal": "y"}')
			for doctype in ("Surat Masuk", "Pengajuan Surat", "Scan Surat"):
				with self.assertRaises(FormulirBawaanError):
					get_link_options("kirim-surat", doctype, True)

	def test_letter_that_comes_through_any_other_form_is_refused_where_it_is_saved(self):
		self.addCleanup(frappe.flags.pop, "in_web_form", None)
		frappe.flags.in_web_form = True
		with self.assertRaises(FormulirBawaanError):
			frappe.get_doc("Surat Masuk", self.surat["Biasa"]["name"]).save()

	def test_where_guests_may_upload_they_still_put_nothing_on_a_letter(self):
		for doctype, name, _address in self.list_subjects()[:2]:
			for target in (name, "new-surat-masuk-1"):
				answer = self.klien["Guest"].upload(make_pdf(), "surat.pdf", doctype=doctype, docname=target)
				self.assertEqual(answer.status, 404, (doctype, target, answer.isi[:300]))


def find_guest_functions() -> dict:
	"""Return every function that guests may call, by the dotted name under which they are."""
	for app in frappe.get_installed_apps():
		for module in pkgutil.walk_packages(import_module(app).__path__, f"{app}."):
			if not any(part.startswith(BUKAN_MODUL) for part in module.name.split(".")):
				_import_if_possible(module.name)
	functions = {f"{each.__module__}.{each.__qualname__}": each for each in frappe.guest_methods}
	# Those that sign somebody out or in would only end the guest's own session.
	return {name: function for name, function in functions.items() if name.rsplit(".", 1)[1] != "logout"}


def compose_arguments(function, subject: tuple[str, str, str]) -> dict:
	"""Return arguments about a document for a function, by the names of those it takes; all names where it takes any."""
	doctype, name, address = subject
	values = dict.fromkeys(JENIS, doctype) | dict.fromkeys(NAMA, name) | dict.fromkeys(BERKAS, address)
	values |= {"web_form": "kirim-surat", "web_form_name": "kirim-surat", "surat_masuk": name}
	values |= {
		"data": frappe.as_json({"doctype": doctype, "name": name}),
		"layanan": "Kirim Surat",
		"kode": name,
	}
	parameters = inspect.signature(function).parameters.values()
	if not parameters or any(each.kind is each.VAR_KEYWORD for each in parameters):
		return values
	return {each.name: values.get(each.name, name) for each in parameters}


def _import_if_possible(name: str) -> None:
	try:
		import_module(name)
	except (ImportError, AttributeError):
		# A module of another program's, which is not installed: it has no function that could be called either.
		return


class Pelayan(WSGIRequestHandler):
	"""One who does not write down every request; hundreds of lines would bury the one that matters."""

	def log_request(self, *_what):
		return


@contextmanager
def serving() -> Iterator[str]:
	"""Serve the site at an address of this machine."""
	server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Pelayan)
	Thread(target=server.serve_forever, daemon=True).start()
	try:
		yield f"http://127.0.0.1:{server.server_port}"
	finally:
		server.shutdown()
