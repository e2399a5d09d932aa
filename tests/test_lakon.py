"""The job from outside: four people, two officials more and a stranger act the way of one letter in Chromium."""

import io
import re

import pytest
from lakon import babak
from lakon.main import Hasil, play
from lakon.naskah import write_tanggal
from lakon.panggung import DOMAIN, Panggung
from pypdf import PdfReader
from support.rest import Rest
from support.surel import let_office_send, read_text, wait_for_mail

ORANG_LUAR = f"staf.media@{DOMAIN}"
KASI = f"kasi.aplikasi@{DOMAIN}"
RANTAI = (
	"Kepala Dinas Komunikasi dan Informatika",
	"Cendana Contoh",
	"197003121995031901",
	"Sekretaris Dinas",
	"Kenanga Contoh",
	"Kepala Bidang Aplikasi Informatika",
	"Rajawali Contoh",
	"197802142003121906",
	"Kepala Seksi Pengembangan Aplikasi",
	"Melati Contoh",
	*babak.INSTRUKSI_KEPALA,
	*babak.INSTRUKSI_KABID,
	babak.CATATAN_KEPALA,
	babak.CATATAN_KABID,
	babak.LAPORAN_KASI,
	babak.LAPORAN_KABID,
	babak.LAPORAN_SEKRETARIS,
	write_tanggal(babak.BATAS_KEPALA),
	write_tanggal(babak.BATAS_KABID),
)


@pytest.fixture(scope="module")
def hasil(browser, office, playwright, tmp_path_factory) -> Hasil:
	"""The play, acted once for all tests of this file."""
	let_office_send(Rest(playwright, office.url, "Administrator", office.admin_password))
	panggung = Panggung(browser, office.url, office.demo_password, tmp_path_factory.mktemp("lakon"))
	panggung.read_mail = lambda address, word: read_text(wait_for_mail(office, address, word))
	try:
		return play(panggung)
	except Exception:
		panggung.keep_windows()
		raise
	finally:
		panggung.close()


def read_pdf(content: bytes) -> str:
	"""The words of a PDF, with single spaces."""
	text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
	return re.sub(r"\s+", " ", text)


def test_bukti_registrasi_names_the_letter(hasil):
	text = read_pdf(hasil.bukti)
	for words in (
		hasil.surat.nomor,
		hasil.surat.pengirim,
		hasil.surat.perihal,
		write_tanggal(hasil.surat.tanggal),
	):
		assert words in text


def test_lembar_disposisi_bears_the_whole_chain(hasil):
	"""Every name, instruction, note, report and date of the chain stands in the PDF."""
	text = read_pdf(hasil.lembar)
	assert [words for words in RANTAI if words not in text] == []


def test_kasi_is_told_by_email_with_a_link_to_this_letter(hasil):
	assert hasil.surat.perihal in hasil.surel
	assert hasil.alamat in hasil.surel


def test_letter_is_filed(hasil, rest):
	letter = rest(f"operator@{DOMAIN}").read("Surat Masuk", hasil.name)
	assert letter["workflow_state"] == "Diarsipkan"
	assert letter["nomor_agenda"]


def test_stranger_finds_no_trace(hasil, rest):
	"""Lists, the report view, the search boxes and the tables that hang on the letter: all empty for him."""
	stranger = rest(ORANG_LUAR)
	mine = rest(KASI)
	for doctype, filters in (
		("Surat Masuk", [["name", "=", hasil.name]]),
		("Agenda", [["surat_masuk", "=", hasil.name]]),
		("Disposisi", [["surat_masuk", "=", hasil.name]]),
		("File", [["attached_to_name", "=", hasil.name]]),
	):
		assert list_names(mine, doctype, filters), (
			f"{doctype}: the Kasi sees it, so that nothing is proved without"
		)
		assert list_names(stranger, doctype, filters) == [], doctype
	assert count_in_report(mine, hasil) == 1
	assert count_in_report(stranger, hasil) == 0
	assert search(mine, hasil)
	assert search(stranger, hasil) == []


@pytest.mark.parametrize(
	"path",
	[
		"/api/resource/Surat Masuk/{name}",
		"/api/method/frappe.desk.form.load.getdoc?doctype=Surat Masuk&name={name}",
		"/api/method/frappe.client.get_value?doctype=Surat Masuk&filters={name}&fieldname=perihal",
		"/api/method/eoffice_app.persuratan.disposisi.pohon.get_pohon?surat_masuk={name}",
		"/api/method/eoffice_app.persuratan.disposisi.langkah.get_pilihan_disposisi?surat_masuk={name}",
		"/api/method/frappe.utils.print_format.download_pdf?doctype=Surat Masuk&name={name}&format=Lembar Disposisi",
		"/printview?doctype=Surat Masuk&name={name}&format=Lembar Disposisi",
		"{scan}",
	],
)
def test_stranger_is_refused(hasil, rest, path):
	"""Every address that shows the letter to the operator is closed to the stranger and gives nothing away."""
	operator, stranger = rest(f"operator@{DOMAIN}"), rest(ORANG_LUAR)
	scan = operator.read("Surat Masuk", hasil.name)["scan"][0]["berkas"]
	address = path.format(name=hasil.name, scan=scan)
	assert operator.get(address).ok, operator.get(address).text()
	refused = stranger.get(address)
	assert refused.status in (403, 404) or refused.json().get("message") in ({}, None), refused.status
	assert hasil.surat.perihal not in refused.text()


def list_names(client, doctype: str, filters: list) -> list[str]:
	"""The names a client sees in a list."""
	answer = client.get(f"/api/resource/{doctype}", filters=filters)
	return [row["name"] for row in answer.json()["data"]] if answer.ok else []


def count_in_report(client, hasil: Hasil) -> int:
	"""How many rows the report view shows for the letter."""
	rows = client.call(
		"frappe.desk.reportview.get",
		doctype="Surat Masuk",
		fields=["`tabSurat Masuk`.`name`", "`tabSurat Masuk`.`perihal`"],
		filters=[["Surat Masuk", "nomor_surat", "=", hasil.surat.nomor]],
		view="Report",
	)
	return len(rows["values"]) if rows else 0


def search(client, hasil: Hasil) -> list:
	"""What a link field offers for the letter's number."""
	answer = client.post(
		"/api/method/frappe.desk.search.search_link", doctype="Surat Masuk", txt=hasil.surat.nomor
	).json()
	return answer.get("results") or answer.get("message") or []
