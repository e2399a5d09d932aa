"""The morning of each role: his home, his menu, what waits for him, in Indonesian; and the first days of an office."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from support.aksesibilitas import check_page
from support.desk import list_asked, open_route, refuse_until_pressed, settle
from support.surat import DOMAIN, OPERATOR, register

# Account → his home, all of his menu, and one of the figures that he finds there.
BERANDA = {
	"kadis": ("Pimpinan", ["Pimpinan"], "Menunggu Disposisi Saya"),
	"sekretaris": ("Sekretaris", ["Sekretaris", "Meja Saya"], "Di Meja Pimpinan"),
	"operator": ("Operator", ["Operator", "Meja Saya"], "Pengajuan Loket"),
	"verifikator": ("Verifikator", ["Verifikator", "Meja Saya"], "Menunggu Verifikasi"),
	"kasi.aplikasi": ("Meja Saya", ["Meja Saya"], "Disposisi Baru"),
	"caraka": ("Caraka", ["Caraka", "Meja Saya"], "Surat untuk Diantar"),
}
# Frappe 16 has others for the title of a workspace and for its menu.
JUDUL_RUANG = ".page-title .title-text:visible, .workspace-title:visible"
LABEL_MENU = ".desk-sidebar .sidebar-item-label, .body-sidebar .sidebar-items .sidebar-item-label"
# Words of the desk that are never Indonesian. A name of the office's own may hold one; these are looked for as they stand
# on buttons and labels.
INGGRIS = re.compile(
	r"\b(?:Actions?|Add|Apply|Assigned|Attachments?|Cancel|Clear|Comments?|Connections|Create|Created|Delete|Edit|Export"
	r"|Filters?|Help|Last|Links|Load|Loading|No|Private|Public|Refresh|Reload|Save|Saved|Search|Select|Settings|Share"
	r"|Show|Sort|Tags|View|Workspace|ago|by|the|you)\b"
)
# As when the window comes back.
ASK_ANEW = "document.dispatchEvent(new Event('visibilitychange'))"
LAYAR_OPERATOR = ("/app/surat-masuk", "/app/surat-masuk/new")


@pytest.mark.parametrize("akun", BERANDA)
def test_each_role_comes_home_to_what_waits_for_him(sign_in, akun):
	home, menu, figure = BERANDA[akun]
	page = sign_in(f"{akun}@{DOMAIN}")
	counter = page.locator(".yang-menunggu .penghitung", has_text=figure)
	expect(counter).to_be_visible()
	expect(page.locator(JUDUL_RUANG).first).to_have_text(home)
	labels = page.locator(LABEL_MENU).all_inner_texts()
	assert list(dict.fromkeys(label.strip() for label in labels if label.strip())) == menu
	assert find_english(page) == []
	check_page(page, f"{akun}: {home}", within=".yang-menunggu")


def test_what_a_home_shows_is_asked_for_once(sign_in):
	page = sign_in(f"operator@{DOMAIN}")
	settle(page)
	# Whoever is told of something meanwhile asks anew, and so does a desk that took ten seconds to come up.
	page.route("**/socket.io/**", lambda route: route.abort())
	page.clock.set_fixed_time(datetime.now())
	asked = list_asked(page)
	page.goto("/app")
	expect(page.locator(".yang-menunggu .penghitung").first).to_be_visible()
	for part in ("get_desktop_page", "Custom+HTML+Block", "get_penghitung"):
		assert len([url for url in asked if part in url]) == 1, (part, asked)
	for part in ("get_workspace_sidebar_items", "Custom%20HTML%20Block"):
		assert not [url for url in asked if part in url], (part, asked)


def test_a_home_whose_early_questions_fail_is_shown_all_the_same(sign_in):
	page = sign_in(f"operator@{DOMAIN}")
	settle(page)
	failed = []
	for early in ("**/*get_desktop_page?*", "**/*Custom+HTML+Block*"):
		# Once: Frappe 16 asks for itself in the same words.
		page.context.route(early, lambda route: (failed.append(route.request.url), route.abort()), times=1)
	page.goto("/app")
	expect(page.locator(".yang-menunggu .penghitung").first).to_be_visible()
	assert len(failed) == 2, failed


def test_a_figure_opens_the_list_of_exactly_those(sign_in):
	page = sign_in(OPERATOR)
	assert count_behind(page, "Pengajuan Loket") > 0, "the demo office has submissions that wait"
	for route in LAYAR_OPERATOR:
		open_route(page, route)
		assert find_english(page) == [], route


def test_what_has_no_deadline_is_late_neither_in_the_figure_nor_in_its_list(sign_in, rest, tmp_path):
	derajat = f"Tanpa Batas {datetime.now():%H%M%S}"
	rest().insert("Derajat Surat", derajat=derajat, urutan=9, batas_jumlah=0)
	long_ago = {"tanggal_surat": "2026-01-05", "tanggal_terima": "2026-01-06 09:00:00"}
	register(rest(OPERATOR), tmp_path, **long_ago)
	register(rest(OPERATOR), tmp_path, **long_ago, derajat=derajat)
	page = sign_in(OPERATOR)
	assert count_behind(page, "Surat Lewat Tenggat") > 0
	assert page.evaluate("cur_list.data.filter(({ tenggat }) => !tenggat).length") == 0


def test_the_search_proposes_no_list_that_the_menu_hides(sign_in):
	operator, administrator = sign_in(OPERATOR), sign_in("Administrator")
	assert "Surat Masuk Daftar" in list_proposed(operator, "surat")
	assert "Catatan Daftar" in list_proposed(administrator, "catatan")
	assert "Catatan Daftar" not in list_proposed(operator, "catatan")
	assert "Catatan Baru" in list_proposed(administrator, "baru catatan")
	assert "Surat Masuk Baru" in list_proposed(operator, "baru surat masuk")
	assert "Catatan Baru" not in list_proposed(operator, "baru catatan")


def list_proposed(page: Page, word: str) -> list[str]:
	"""Type into the search of the bar and return what it proposes."""
	page.locator("#navbar-search").fill(word)
	proposed = page.locator("#navbar-search ~ ul li")
	# All are drawn together, among them the search for the word itself.
	expect(proposed.filter(has_text=f"Cari {word}").first).to_be_visible()
	return [text.partition("\n")[0] for text in proposed.all_inner_texts()]


def count_behind(page: Page, figure: str) -> int:
	"""Press a figure of the workspace and return it; the list that it opens shows as many."""
	counter = page.locator(".yang-menunggu .penghitung", has_text=figure)
	shown = int(counter.locator("b").inner_text())
	counter.focus()
	page.keyboard.press("Enter")
	page.wait_for_url("**/view/list**")
	settle(page)
	expect(page.locator(".list-row-container .list-row:visible")).to_have_count(min(shown, 20))
	return shown


def test_figures_that_cannot_be_had_say_so_and_come_again(sign_in):
	page = sign_in(f"verifikator@{DOMAIN}")
	box = page.locator(".yang-menunggu")
	expect(box.locator(".penghitung").first).to_be_visible()
	refuse_until_pressed(page, "get_penghitung", ".coba-lagi")
	page.evaluate(ASK_ANEW)
	expect(box).to_contain_text("Angka belum dapat dimuat")
	expect(box.locator(".penghitung").first).to_be_visible()
	box.get_by_role("button", name="Coba Lagi").click()
	expect(box).not_to_contain_text("Angka belum dapat dimuat")
	page.unroute_all(behavior="wait")


def test_whoever_is_on_a_figure_stays_there_while_it_is_counted_anew(sign_in):
	page = sign_in(f"verifikator@{DOMAIN}")
	figure = page.locator(".yang-menunggu .penghitung").first
	figure.focus()
	figure.evaluate("figure => figure.dataset.lama = 1")
	page.evaluate(ASK_ANEW)
	expect(page.locator(".yang-menunggu .penghitung:not([data-lama])").first).to_be_focused()


def test_the_first_days_of_an_office(sign_in, rest):
	page = sign_in(f"pengelola@{DOMAIN}", route="/app/penyiapan-kantor")
	step = page.locator("[data-langkah='nomor']")
	expect(page.locator(".langkah-penyiapan > li")).to_have_count(9)
	check_page(page, "Penyiapan Kantor", within=".langkah-penyiapan")
	assert find_english(page) == []
	see_a_sample(page, step)
	go_on_from_paper(page, rest)
	expect(step).to_contain_text("Belum lengkap")
	step.get_by_role("button", name="Lewati: Pola nomor surat keluar").click()
	expect(step).to_contain_text("Dilewati")
	expect(step).to_contain_text("Masih berpola bawaan")
	# Left and come back to: nothing was forgotten.
	page.reload()
	expect(step).to_contain_text("Dilewati")
	step.get_by_role("button", name="Kerjakan lagi: Pola nomor surat keluar").click()
	expect(step).to_contain_text("Belum lengkap")


def see_a_sample(page: Page, step) -> None:
	"""A pattern shows what it gives while it is typed, and says that it is wrong without getting in the way."""
	step.get_by_role("button", name="Sesuaikan Pola").click()
	dialog = page.locator(".modal.show")
	field = dialog.locator(".frappe-control[data-fieldtype='Data'] input").first
	sample = dialog.locator(".contoh-nomor").first
	field.fill("{urut}/UJI/{tahun}")
	expect(sample).to_have_text(re.compile(r"Contoh: 15/UJI/\d{4}"))
	field.fill("{urut}/{tahu")
	expect(sample).to_contain_text("belum benar")
	dialog.locator(".btn-modal-close").click()
	dialog.wait_for(state="detached")


def go_on_from_paper(page: Page, rest) -> None:
	"""A book that has no letter yet goes on after its last number on paper."""
	page.locator("[data-langkah='buku']").get_by_role("button", name="Isi Nomor Terakhir").click()
	dialog = page.locator(".modal.show")
	field = dialog.locator(".frappe-control", has_text="Nota Dinas").locator("input").first
	field.fill("214")
	dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	book = rest().get("/api/resource/Buku Agenda/ND").json()["data"]
	assert book["nomor_lanjutan"] == 214


def find_english(page: Page) -> list[str]:
	"""Return the texts of the page's buttons, labels and hints that hold an English word."""
	texts = page.evaluate(
		"""() => [...document.querySelectorAll(
			`button, label, .control-label, h1, h2, h3, h4, .section-head, .standard-sidebar-label, .help-box,
			.dropdown-item, .list-header-subject, .shortcut-widget-box, .link-item, .no-result, .yang-menunggu`
		)].filter((each) => each.offsetParent).map((each) => each.innerText.trim()).filter(Boolean)"""
	)
	return sorted({text for text in texts if INGGRIS.search(text)})
