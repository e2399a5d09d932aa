"""The search box and the classification in the browser: what is typed, chosen by keys, kept in the address, and hostile."""

import re
from datetime import datetime

import pytest
from lakon import isian
from playwright.sync_api import Page, expect
from support.desk import settle
from support.surat import OPERATOR, register

PENGELOLA = "pengelola@eoffice.example"
CARI = "/app/cari-surat"
SEARCH = "eoffice_app.pencarian.cari.search_letters"


@pytest.fixture(scope="module")
def kata() -> str:
	"""A word that no other letter has."""
	return f"kunci{datetime.now():%H%M%S%f}"


@pytest.fixture(scope="module")
def surat(rest, tmp_path_factory, kata) -> dict:
	"""A letter that asks somebody to come, whose subject looks like HTML."""
	perihal = f'Undangan <b id="asing">{kata}</b> & rapat'
	return register(rest(OPERATOR), tmp_path_factory.mktemp("scan"), perihal=perihal)


def ask(page: Page, text: str) -> None:
	"""Type a question and wait for what is said about the answer."""
	page.locator(".halaman-cari input[type=search]").fill(text)
	page.wait_for_timeout(400)
	settle(page)


def hits(page: Page):
	"""The letters that are shown."""
	return page.locator(".halaman-cari li")


def test_a_letter_is_found_by_another_form_of_a_word_and_opened_by_keys(sign_in, surat, kata):
	page = sign_in(OPERATOR, route=CARI)
	ask(page, f"diundang {kata}")
	expect(hits(page)).to_have_count(1)
	expect(hits(page).locator("mark")).to_have_text(["Undangan", kata])
	expect(page.locator("#asing")).to_have_count(0)
	expect(hits(page).locator(".perihal")).to_contain_text(f'<b id="asing">{kata}</b> & rapat')
	page.keyboard.press("ArrowDown")
	page.keyboard.press("Enter")
	page.wait_for_url(re.compile(surat["name"]))
	page.locator(".form-page:visible").wait_for()
	settle(page)
	page.go_back()
	# The hits were there all the time; the page is back once it has given the box the focus.
	box = page.locator(".halaman-cari input[type=search]")
	expect(box).to_be_focused()
	expect(hits(page)).to_have_count(1)
	page.evaluate("document.activeElement.blur()")
	page.keyboard.press("/")
	expect(box).to_be_focused()
	expect(box).to_have_value(f"diundang {kata}")


def test_question_and_filters_stand_in_the_address(sign_in, surat, kata):
	page = sign_in(OPERATOR, route=f"{CARI}?teks={kata}&jenis=Surat Masuk&sifat=Biasa")
	expect(hits(page)).to_have_count(1)
	expect(page.locator("[data-saringan=jenis]")).to_have_value("Surat Masuk")
	page.locator("[data-saringan=sifat]").select_option("Terbatas")
	expect(hits(page)).to_have_count(0)
	assert "sifat=Terbatas" in page.url
	page.get_by_role("button", name="Hapus saringan").click()
	expect(hits(page)).to_have_count(1)
	assert "sifat" not in page.url and kata in page.url


def test_a_question_may_be_anything(sign_in):
	page = sign_in(OPERATOR, route=CARI)
	errors = []
	page.on("pageerror", lambda error: errors.append(str(error)))
	for text in ('"', "%", "-", "😀", "x" * 500, "<img src=x onerror=alert(1)>", '"rapat', "' or 1=1 --"):
		ask(page, text)
		expect(page.locator(".petunjuk-cari")).not_to_be_empty()
		expect(page.locator(".modal.show")).to_have_count(0)
	assert errors == []


def test_only_the_newest_question_is_answered(sign_in, surat, kata):
	page = sign_in(OPERATOR, route=CARI)
	late = []
	page.route(re.compile(f"{re.escape(SEARCH)}.*lambatsekali"), lambda route: late.append(route))
	page.locator(".halaman-cari input[type=search]").fill("lambatsekali")
	expect(page.locator(".petunjuk-cari")).to_have_text("Mencari …")
	page.locator(".halaman-cari input[type=search]").fill(kata)
	expect(hits(page)).to_have_count(1)
	late[0].continue_()
	settle(page)
	expect(hits(page)).to_have_count(1)


def test_a_search_that_fails_is_offered_again(sign_in, surat, kata):
	page = sign_in(OPERATOR, route=CARI)
	page.route(re.compile(re.escape(SEARCH)), lambda route: route.abort())
	page.locator(".halaman-cari input[type=search]").fill(kata)
	again = page.get_by_role("button", name="Coba lagi")
	again.wait_for()
	page.unroute_all()
	again.click()
	expect(hits(page)).to_have_count(1)


def test_the_search_beside_what_one_does_leads_to_its_page(sign_in, surat, kata):
	page = sign_in(OPERATOR, route="/app/surat-masuk")
	page.keyboard.press("Control+Shift+F")
	dialog = page.locator(".dialog-cari-surat")
	dialog.locator("input[type=search]").fill(kata)
	expect(dialog.locator("li")).to_have_count(1)
	dialog.get_by_role("button", name="Saring dan urutkan").click()
	expect(hits(page)).to_have_count(1)


def test_a_phone_shows_it_all(sign_in, surat, kata):
	page = sign_in(OPERATOR, route="/app")
	page.set_viewport_size({"width": 390, "height": 844})
	page.goto(f"{CARI}?teks={kata}")
	expect(hits(page)).to_have_count(1)
	assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_letter_opens_at_the_page_of_the_hit(sign_in, surat):
	page = sign_in(OPERATOR, route=f"/app/surat-masuk/{surat['name']}?halaman=3")
	expect(page.locator(".pratinjau-scan iframe")).to_have_attribute("src", re.compile(r"#page=3&"))


def test_who_sees_no_letters_finds_none(rest, surat, kata):
	assert rest(PENGELOLA).call(SEARCH, teks=kata)["surat"] == []


def test_a_list_of_the_classification_is_checked_imported_and_found_by_words(sign_in):
	page = sign_in(PENGELOLA, route="/app/klasifikasi-arsip/view/list")
	saat = datetime.now()
	urusan, induk = f"Gamelan{saat:%H%M%S%f}", f"980.{saat.microsecond // 1000}"
	kode = f"{induk}.{saat.microsecond % 1000}"
	page.get_by_role("button", name="Impor Daftar").click()
	dialog = page.locator(".dialog-impor-klasifikasi")
	choose_list(dialog, "kode;nama\n981.1.1;Yatim\n0;Umum\n")
	expect(dialog.locator("tbody tr")).to_have_count(2)
	expect(dialog.locator(".btn-modal-primary")).to_be_disabled()
	choose_list(dialog, f"kode;nama\n980;Kelompok uji\n{induk};Bagian uji\n{kode};Pengiriman {urusan}\n")
	dialog.locator(".btn-modal-primary:enabled").click()
	dialog.wait_for(state="detached")
	clerk = sign_in(OPERATOR, route="/app/surat-masuk/new")
	field = isian.get_field(clerk, "klasifikasi")
	field.locator("input").first.press_sequentially(f"{urusan.lower()} dikirim", delay=15)
	field.locator(".awesomplete ul > *", has_text=kode).first.click()
	expect(field.locator("input").first).to_have_value(kode)
	expect(field.locator(".help-box")).to_have_text(f"Pengiriman {urusan}")


def choose_list(dialog, text: str) -> None:
	"""Choose a file with this text."""
	file = {"name": "klasifikasi.csv", "mimeType": "text/csv", "buffer": text.encode()}
	dialog.locator("input[type=file]").set_input_files(file)
