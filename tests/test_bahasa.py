"""What each role's menu leads to, in Indonesian: Frappe's own screens and dialogs too.

One signing in for each role; who has no menu of his own beyond these is looked at in `test_beranda`.
"""

import pytest
from playwright.sync_api import Page, expect
from support.browser import TIMEOUT
from support.console import watcher_of
from support.desk import call, dismiss, open_route, settle
from support.inggris import Inggris
from support.surat import DOMAIN, KEPALA, OPERATOR

PENGELOLA, KASI = f"pengelola@{DOMAIN}", f"kasi.aplikasi@{DOMAIN}"
LAYAR_KEPALA = (
	"/app/meja",
	"/app/pemantauan",
	"/app/ringkasan-pimpinan",
	"/app/query-report/Rekapitulasi Surat",
	"/app/surat-keluar/view/kanban",
	"/app/cari-surat",
)
LAYAR_PENGELOLA = (
	"/app/penyiapan-kantor",
	"/app/user",
	f"/app/user/{OPERATOR}",
	"/app/jabatan/view/tree",
	"/app/deret-nomor/SURAT",
	"/app/impor-organisasi",
	"/app/query-report/Pemeriksaan Buku Nomor",
	"/app/print-format/Lembar Disposisi",
	"/app/email-template/Pengajuan Surat Diterima",
	"/app/workflow/Surat Masuk",
	"/app/email-account/new",
	"/app/email-domain/new",
	"/app/data-import/new",
)
LAYAR_OPERATOR = (
	"/app/surat-masuk/view/list",
	"/app/surat-masuk/view/report",
	"/app/surat-keluar/new",
	"/app/pengajuan-surat",
	"/app/ekspedisi/new",
	"/app/query-report/Buku Agenda",
	"/app/agenda-pimpinan/view/calendar/default",
)
# What the server refuses to an official: function → arguments.
DITOLAK = {
	"frappe.client.delete": {"doctype": "Instansi", "name": "tidak-ada"},
	"frappe.client.insert": {"doc": {"doctype": "Jabatan", "nama_jabatan": "Baru"}},
	"frappe.client.get_list": {"doctype": "Email Account"},
	"frappe.utils.data.today": {},
}
HEADERS = "({ 'X-Frappe-CSRF-Token': frappe.csrf_token })"
LAYAR_TAMU = ("/login", "/login#forgot", "/update-password", "/tidak-ada-di-sini")


@pytest.fixture(scope="module")
def inggris(office) -> Inggris:
	return Inggris(office.bench)


@pytest.fixture
def look(inggris):
	"""Notes what is English on a page as it stands, and tells all of it at the end of the test."""
	found: dict[str, list[str]] = {}

	def look_at(page: Page, name: str) -> None:
		if texts := inggris.find(page):
			found[name] = texts

	yield look_at
	assert not found, "\n".join(f"{name}: {texts}" for name, texts in found.items())


def walk(page: Page, routes: tuple[str, ...], look) -> None:
	for route in routes:
		open_route(page, route)
		look(page, route)


def test_the_words_are_known_and_data_is_no_fault(inggris, open_page):
	page = open_page()
	page.set_content("<button title='Clear all filters'>Simpan</button><p class='list-row'>Open letter</p>")
	assert inggris.find(page) == ["Clear all filters"]


def test_what_a_stranger_meets(open_page, look):
	page = open_page()
	watcher_of(page).allow("404")
	for address in LAYAR_TAMU:
		page.goto(address, wait_until="networkidle")
		look(page, address)


def test_the_operators(sign_in, look):
	page = sign_in(OPERATOR)
	walk(page, LAYAR_OPERATOR, look)
	open_menus(page, look)
	name = call(page, "frappe.client.get_list", doctype="Surat Masuk", limit_page_length=1)[0]["name"]
	walk(page, (f"/app/surat-masuk/{name}", f"/app/print/Surat Masuk/{name}"), look)


def test_what_one_is_refused_and_what_one_uploads(sign_in, look):
	page = sign_in(KASI)
	for status in ("403", "404", "417"):
		watcher_of(page).allow(status)
	for method, arguments in DITOLAK.items():
		page.evaluate("([method, args]) => void frappe.call(method, args)", [method, arguments])
		expect(page.locator(".modal.show .msgprint"), method).not_to_be_empty(timeout=TIMEOUT)
		look(page, method)
		dismiss(page.locator(".modal.show").last)
		# A dialog that is still fading out does not open again.
		expect(page.locator(".modal-backdrop")).to_have_count(0)
	page.evaluate("new frappe.ui.FileUploader({ allow_multiple: true })")
	chooser = page.locator(".modal.show input[type=file]").first
	chooser.wait_for(state="attached")
	look(page, "unggah")
	chooser.set_input_files({"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
	expect(page.locator(".modal.show .file-name")).to_be_visible()
	look(page, "unggah, dengan berkas")
	dismiss(page.locator(".modal.show").last)
	assert page.request.post("/api/method/logout", headers=page.evaluate(HEADERS)).ok
	page.evaluate("void frappe.call('frappe.client.get_count', { doctype: 'Surat Masuk' })")
	expect(page.locator(".modal.show")).to_be_visible(timeout=TIMEOUT)
	look(page, "sesi berakhir")


def open_menus(page: Page, look) -> None:
	"""The bar's menus, the search, the notices, and the settings of oneself."""
	open_route(page, "/app/surat-masuk/view/list")
	for opener in (".dropdown-navbar-user > *", ".dropdown-notifications > *", ".filter-selector .btn"):
		page.locator(opener).locator("visible=true").first.click()
		settle(page)
		look(page, opener)
		page.keyboard.press("Escape")
	page.locator("#navbar-search").fill("surat")
	expect(page.locator("#navbar-search ~ ul li").first).to_be_visible()
	look(page, "pencarian")
	page.keyboard.press("Escape")
	walk(page, (f"/app/user/{OPERATOR}", f"/app/notification-settings/{OPERATOR}"), look)


def export_and_group(page: Page, look) -> None:
	open_route(page, "/app/pegawai/view/report")
	# By key: Frappe scrolls a long report down to its table, below the page's head.
	page.locator(".group-by-button:visible").press("Enter")
	expect(page.locator(".group-by-popover")).to_be_visible()
	look(page, "kelompokkan")
	page.keyboard.press("Escape")
	page.locator(".page-actions:visible .menu-btn-group > button").click()
	page.locator(".menu-btn-group .dropdown-item:visible", has_text="Ekspor").click()
	expect(page.locator(".modal.show")).to_be_visible()
	look(page, "ekspor")
	dismiss(page.locator(".modal.show").last)


def test_the_heads(sign_in, look):
	page = sign_in(KEPALA)
	walk(page, LAYAR_KEPALA, look)


def test_the_administrators(sign_in, look):
	page = sign_in(PENGELOLA)
	walk(page, LAYAR_PENGELOLA, look)
	export_and_group(page, look)


@pytest.mark.parametrize("route", ["surat-masuk/new", "surat-keluar/new"])
def test_a_tour_is_walked_to_its_end(sign_in, route):
	page = sign_in(OPERATOR, route=f"/app/{route}")
	page.evaluate(
		"cur_frm.page.menu.find('a').filter((_at, each) => /Panduan Isian/.test(each.textContent)).click()"
	)
	note = page.locator("#driver-popover-item:visible")
	expect(note.locator(".driver-close-btn")).to_have_text("Tutup")
	further, titles = note.locator(".driver-next-btn"), []
	while not titles or further.inner_text() != "Selesai":
		if titles:
			further.click()
			expect(note.locator(".driver-popover-title")).not_to_have_text(titles[-1])
		titles.append(note.locator(".driver-popover-title").inner_text())
		expect(page.locator(".driver-highlighted-element")).to_be_visible()
	assert len(titles) > 6, titles
	further.click()
	expect(note).to_have_count(0)
