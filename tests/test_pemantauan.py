"""The monitor in the browser: from the figures to a letter's course, its address shared, and changes that come by themselves."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from support.aksesibilitas import check_page
from support.desk import dismiss, refuse_until_pressed
from support.surat import DOMAIN, KEPALA, OPERATOR, bring_to_kepala, register

VERIFIKATOR, STAF = f"verifikator@{DOMAIN}", f"staf.media@{DOMAIN}"
FIGURES = "eoffice_app.pemantauan.pemantauan.get_pemantauan"
WRITE = "eoffice_app.persuratan.disposisi.langkah.write_disposisi"
DESK = ".buka-pejabat"
# Changes are gathered for some seconds before the page asks anew.
REFRESHED = 25_000


@pytest.fixture(scope="module")
def kata() -> str:
	"""A word that no other letter has."""
	return f"pantau{datetime.now():%H%M%S%f}"


@pytest.fixture(scope="module")
def surat(rest, tmp_path_factory, kata) -> str:
	"""A letter that waits for the head, whose subject looks like HTML."""
	perihal = f"Rapat <b id=\"asing\">{kata}</b> & 'uji'"
	folder = tmp_path_factory.mktemp("scan")
	return bring_to_kepala(rest(OPERATOR), rest(VERIFIKATOR), folder, perihal=perihal)


def address(kata: str, **filters: str) -> str:
	"""The monitor's address with these filters."""
	given = "".join(f"&{field}={value}" for field, value in filters.items())
	return f"/app/pemantauan?teks={kata}{given}"


def figure(page: Page):
	"""How many letters are under way."""
	return page.locator(".angka-pantau button").first.locator("strong")


def test_from_the_figures_to_the_course_of_a_letter_by_keys(sign_in, surat, kata):
	page = sign_in(KEPALA, route=address(kata))
	expect(figure(page)).to_have_text("1")
	# The only desk that has any is unfolded already.
	letter = page.locator(".surat-pantau")
	expect(letter.locator(".perihal")).to_contain_text(f"{kata}</b> & 'uji'")
	expect(letter.locator(".di-mana")).to_contain_text("Menunggu disposisi")
	expect(page.locator("#asing")).to_have_count(0)
	check_page(page, "monitor, tabel", within=".pemantauan")
	letter.focus()
	# Whoever is on a letter stays there while the page is drawn anew.
	letter.evaluate("letter => letter.dataset.lama = 1")
	page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
	expect(page.locator(".surat-pantau:not([data-lama])")).to_be_focused(timeout=REFRESHED)
	page.keyboard.press("Enter")
	panel = page.locator(".panel-pantau.show")
	expect(panel.locator(".kisah-panel li").first).to_contain_text("mendaftarkan surat")
	expect(panel.locator(".modal-title")).to_contain_text(f"{kata}</b> & 'uji'")
	check_page(page, "monitor, perjalanan surat", within=".panel-pantau")
	dismiss(panel)
	expect(panel).to_have_count(0)
	for view, shown in (("Papan", ".papan-pantau .surat-pantau"), ("Kalender undangan", ".bulan-pantau")):
		page.get_by_role("button", name=view, exact=True).click()
		expect(page.locator(shown).first).to_be_visible()
		check_page(page, f"monitor, {view}", within=".pemantauan")
	page.set_viewport_size({"width": 390, "height": 844})
	for view, shown in (("Tabel", ".tabel-pantau .surat-pantau"), ("Papan", ".papan-pantau .surat-pantau")):
		page.get_by_role("button", name=view, exact=True).click()
		expect(page.locator(shown).first).to_be_visible()
		assert page.evaluate("document.documentElement.scrollWidth") <= 390, view


def test_the_address_is_shared_and_shows_each_what_he_may_see(sign_in, surat, kata):
	page = sign_in(KEPALA, route=address(kata, tampilan="papan", keadaan="Menunggu Disposisi"))
	expect(page.locator(".papan-pantau .surat-pantau")).to_have_count(1)
	page.locator("[data-ruas=keadaan]").select_option("Diterima")
	expect(page.locator(".kosong")).to_contain_text("Tidak ada surat berjalan yang cocok")
	assert "keadaan=Diterima" in page.url and "tampilan=papan" in page.url
	page.get_by_role("button", name="Hapus saringan").click()
	expect(page).to_have_url(re.compile(r"/pemantauan\?tampilan=papan$"))
	stranger = sign_in(STAF, route=address(kata))
	expect(stranger.locator(".kosong")).to_be_visible()


def test_what_another_does_appears_by_itself_and_a_failure_is_said(sign_in, rest, tmp_path, surat, kata):
	page = sign_in(KEPALA, route=address(kata))
	expect(page.locator(".kabar-pantau")).to_have_text("Perubahan tampak dengan sendirinya.")
	expect(page.locator(DESK)).to_have_attribute("data-pejabat", "jabatan:KADIS")
	rest(KEPALA).call(WRITE, surat_masuk=surat, kepada=["SEKDIN"], instruksi=["Tindak lanjuti"])
	expect(page.locator(DESK)).to_have_attribute("data-pejabat", "jabatan:SEKDIN", timeout=REFRESHED)
	refuse_until_pressed(page, FIGURES, ".coba-lagi")
	page.locator("[data-ruas=derajat]").select_option("Biasa")
	expect(page.locator(".galat-pantau")).to_contain_text("keadaan terakhir")
	expect(page.locator(DESK)).to_be_visible()
	page.get_by_role("button", name="Coba lagi").click()
	expect(page.locator(".galat-pantau")).to_be_empty()
	page.unroute_all(behavior="wait")
	# Of a letter that is not for everybody Frappe tells no desk; who sees it is told all the same.
	page.goto(address(f"terbatas{kata}"))
	expect(figure(page)).to_have_text("0")
	expect(page.locator(".kabar-pantau")).to_have_text("Perubahan tampak dengan sendirinya.")
	register(rest(OPERATOR), tmp_path, perihal=f"Untuk terbatas{kata}", sifat="Terbatas")
	expect(figure(page)).to_have_text("1", timeout=REFRESHED)


def test_without_the_realtime_server_the_page_says_so(sign_in, surat, kata):
	page = sign_in(KEPALA)
	page.route(re.compile(r"/socket\.io/"), lambda route: route.abort())
	page.goto(address(kata))
	expect(figure(page)).not_to_have_text("")
	expect(page.locator(".kabar-pantau")).to_contain_text("diperbarui tiap setengah menit")
