"""A citizen with a letter of the office in his hand: a plain browser, no account, no JavaScript, and the letter's file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect
from support.browser import close_windows
from support.office import Office
from support.surat import KEPALA, make_pdf

TERBIT = ("Bernomor", "Terkirim", "Diarsipkan")
KOLOM = ("name", "nomor", "nama_penanda_tangan", "perihal", "kode_verifikasi", "berkas_bertanda")
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def letter(rest) -> dict:
	"""A signed letter of the demo office, with the bytes of its file."""
	found = rest().get(
		"/api/resource/Surat Keluar",
		filters=[["workflow_state", "in", TERBIT], ["penyedia", "=", "Lokal"], ["sifat", "=", "Biasa"]],
		fields=KOLOM,
		limit_page_length=1,
	)
	(letter,) = found.json()["data"]
	return {**letter, "isi": rest().get(letter["berkas_bertanda"]).body()}


@pytest.fixture
def citizen(browser: Browser, office: Office) -> Iterator[Page]:
	"""The page of a phone whose owner has switched scripts off."""
	context = browser.new_context(
		base_url=office.url, viewport=PHONE, locale="id-ID", java_script_enabled=False
	)
	yield context.new_page()
	close_windows(context)


@pytest.fixture
def check(citizen: Page, letter: dict, tmp_path: Path) -> Callable[[bytes], None]:
	"""Holds a file against the letter; the page then shows what came of it."""

	def send(content: bytes) -> None:
		path = tmp_path / "surat.pdf"
		path.write_bytes(content)
		citizen.goto(f"/verifikasi/{letter['kode_verifikasi']}")
		hold(citizen, path)

	return send


def hold(page: Page, path: Path) -> None:
	"""Hold a file against the letter that a page shows."""
	page.get_by_label("Periksa berkas surat ini").set_input_files(path)
	page.get_by_role("button", name="Periksa Berkas", exact=True).click()


def test_the_address_of_the_qr_says_that_the_letter_is_genuine(citizen, letter):
	citizen.goto(f"/verifikasi/{letter['kode_verifikasi']}")
	expect(citizen.get_by_role("heading", name="Surat ini asli")).to_be_visible()
	for value in (letter["nomor"], letter["nama_penanda_tangan"], letter["perihal"]):
		expect(citizen.get_by_role("definition").filter(has_text=value).first).to_be_visible()


def test_the_code_may_be_typed(citizen, letter):
	code = letter["kode_verifikasi"].lower()
	citizen.goto("/verifikasi")
	citizen.get_by_label("Ketik kode verifikasi").fill("-".join((code[:4], code[4:13], code[13:])))
	citizen.get_by_role("button", name="Lihat Surat").click()
	expect(citizen.get_by_text(letter["nomor"])).to_be_visible()


def test_a_wrong_code_is_unknown(citizen, letter):
	for code in (letter["kode_verifikasi"][:-1], letter["name"], "A" * 26):
		citizen.goto(f"/verifikasi/{code}")
		expect(citizen.get_by_role("heading", name="Kode tidak dikenal")).to_be_visible()
		expect(citizen.get_by_text(letter["nomor"])).to_have_count(0)


def test_the_very_file_is_genuine_and_its_signature_valid(citizen, check, letter):
	check(letter["isi"])
	expect(citizen.get_by_role("heading", name="Berkas asli dan utuh")).to_be_visible()
	expect(citizen.get_by_role("alert")).to_contain_text("Tanda tangan elektroniknya sah.")


def test_one_changed_byte_is_seen(citizen, check, letter):
	changed = bytearray(letter["isi"])
	changed[len(changed) // 3] ^= 1
	check(bytes(changed))
	expect(citizen.get_by_role("heading", name="Berkas telah diubah")).to_be_visible()
	expect(citizen.get_by_text("Surat ini asli")).to_have_count(0)


def test_another_pdf_is_not_the_letter(citizen, check):
	check(make_pdf())
	expect(citizen.get_by_role("heading", name="Tidak bertanda tangan elektronik")).to_be_visible()


def test_an_official_who_is_signed_in_may_hold_a_file_against_it_too(sign_in, letter, tmp_path):
	path = tmp_path / "surat.pdf"
	path.write_bytes(letter["isi"])
	page = sign_in(KEPALA)
	page.goto(f"/verifikasi/{letter['kode_verifikasi']}")
	hold(page, path)
	expect(page.get_by_role("heading", name="Berkas asli dan utuh")).to_be_visible()


def test_a_guest_with_the_code_reads_nothing_else(citizen, letter):
	by_code = urlencode({"filters": f'[["kode_verifikasi","=","{letter["kode_verifikasi"]}"]]'})
	by_name = urlencode({"filters": f'[["surat_keluar","=","{letter["name"]}"]]'})
	for door in (
		letter["berkas_bertanda"],
		f"/api/resource/Surat Keluar/{letter['name']}",
		f"/api/resource/Surat Keluar?{by_code}",
		f"/api/resource/Agenda Keluar?{by_name}",
		f"/api/resource/Pengiriman Surat?{by_name}",
		f"/printview?doctype=Surat Keluar&name={letter['name']}",
	):
		answer = citizen.request.get(door)
		assert answer.status in (403, 404), door
		assert letter["nomor"] not in answer.text(), door


def test_no_false_address_helps_whoever_sends_too_many_files(citizen, letter):
	statuses = []
	for number in range(12):
		answer = citizen.request.post(
			f"/verifikasi/{letter['kode_verifikasi']}",
			multipart={"berkas": {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"bukan PDF"}},
			headers={"X-Forwarded-For": f"203.0.113.{number}"},
		)
		statuses.append(answer.status)
	assert statuses[-1] == 429, statuses
