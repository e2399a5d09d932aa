"""The job of an outgoing letter from outside: written, checked, signed, numbered, delivered, filed and proven."""

import io
import subprocess

import pytest
from lakon.babak_keluar import PENERIMA
from lakon.keluar import HasilKeluar, play_keluar
from lakon.panggung import DOMAIN, Panggung
from pypdf import PdfReader

OPERATOR, ORANG_LUAR = f"operator@{DOMAIN}", f"staf.media@{DOMAIN}"
KEADAAN = {
	"Konsep",
	"Menunggu Paraf",
	"Menunggu Tanda Tangan",
	"Bernomor",
	"Terkirim",
	"Dikembalikan",
	"Batal",
}


@pytest.fixture(scope="module")
def hasil(browser, office, tmp_path_factory) -> HasilKeluar:
	"""The play, acted once for all tests of this file."""
	panggung = Panggung(browser, office.url, office.demo_password, tmp_path_factory.mktemp("keluar"))
	try:
		return play_keluar(panggung)
	except Exception:
		panggung.keep_windows()
		raise
	finally:
		panggung.close()


def list_rows(client, doctype: str, filters: list, fields: tuple[str, ...] = ("name",)) -> list[dict]:
	"""The rows that a client sees in a list."""
	answer = client.get(f"/api/resource/{doctype}", filters=filters, fields=fields, limit_page_length=0)
	return answer.json()["data"] if answer.ok else []


def read_words(pdf: bytes) -> str:
	"""The words of a PDF, with single spaces."""
	return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_the_demo_office_has_outgoing_letters_in_every_state(rest):
	assert {
		row["workflow_state"] for row in list_rows(rest(), "Surat Keluar", [], ("workflow_state",))
	} >= KEADAAN


def test_the_signed_page_bears_number_signer_and_text(hasil):
	words = read_words(hasil.surat)
	for expected in (hasil.nomor, hasil.konsep.perihal, hasil.konsep.isi, "Cendana Contoh"):
		assert expected in words


def test_a_strangers_tool_finds_the_signature_valid_and_one_changed_byte_not(hasil, tmp_path):
	changed = bytearray(hasil.surat)
	changed[len(changed) // 3] ^= 1
	for name, content, verdict in (
		("asli.pdf", hasil.surat, "Signature is Valid"),
		("ubah.pdf", bytes(changed), "Digest Mismatch"),
	):
		path = tmp_path / name
		path.write_bytes(content)
		said = subprocess.run(["pdfsig", path], capture_output=True, text=True).stdout
		assert verdict in said


def test_the_number_stands_in_the_ledger_and_in_the_agenda_of_outgoing_letters(hasil, rest):
	letter = rest(OPERATOR).read("Surat Keluar", hasil.name)
	assert (letter["workflow_state"], letter["nomor"]) == ("Diarsipkan", hasil.nomor)
	(line,) = list_rows(rest(), "Buku Nomor", [["nomor", "=", hasil.nomor]], ("keadaan",))
	assert line["keadaan"] == "Terpakai"
	(entry,) = list_rows(
		rest(OPERATOR), "Agenda Keluar", [["surat_keluar", "=", hasil.name]], ("nomor_surat",)
	)
	assert entry["nomor_surat"] == hasil.nomor


def test_the_receipt_stands_in_the_letter_and_in_the_book(hasil, rest):
	fields = ("keadaan", "diterima_oleh", "tanda_tangan", "ekspedisi")
	(delivery,) = list_rows(rest(OPERATOR), "Pengiriman Surat", [["surat_keluar", "=", hasil.name]], fields)
	assert (delivery["keadaan"], delivery["diterima_oleh"]) == ("Terkirim", PENERIMA)
	assert rest(OPERATOR).get(delivery["tanda_tangan"]).ok
	assert not rest(ORANG_LUAR).get(delivery["tanda_tangan"]).ok
	words = read_words(hasil.buku)
	assert PENERIMA in words
	assert hasil.nomor.partition("-")[0] in words


def test_a_stranger_finds_no_trace(hasil, rest):
	stranger = rest(ORANG_LUAR)
	for doctype, column in (
		("Surat Keluar", "name"),
		("Pengiriman Surat", "surat_keluar"),
		("Agenda Keluar", "surat_keluar"),
		("File", "attached_to_name"),
	):
		assert list_rows(rest(OPERATOR), doctype, [[column, "=", hasil.name]]), doctype
		assert not list_rows(stranger, doctype, [[column, "=", hasil.name]]), doctype
	assert stranger.get(f"/api/resource/Surat Keluar/{hasil.name}").status == 404
