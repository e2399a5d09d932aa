"""Each of our pages, looked at by axe-core, and at 200 % zoom, where nothing may be cut off."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect
from support.aksesibilitas import TABEL_FRAPPE, check_page
from support.desk import open_route, settle
from support.ekspedisi import CARAKA, read_list
from support.login import enter
from support.surat import DOMAIN, KEPALA, OPERATOR, bring_to_kepala, register

VERIFIKATOR = f"verifikator@{DOMAIN}"
GUEST_PAGES = ("/loket", "/loket/kirim-surat", "/lacak", "/verifikasi")
REPORTS = (
	*("Buku Agenda", "Rekapitulasi Surat", "Kinerja Verifikasi", "Tunggakan Disposisi"),
	*("Beban Kerja", "Waktu Penyelesaian", "Waktu Mutu Baku"),
)
# A screen of 1366 by 768 at 200 % has half the points each way.
ZOOMED = {"width": 683, "height": 384}
# What can be pressed or typed into, is shown, and lies beyond the sides of the screen or of a box that cannot be scrolled.
BEYOND_REACH = """() => {
	const is_outside = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1;
	const clips = (box) => getComputedStyle(box).overflowX === "hidden";
	const scrolls = (box) => ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
	const is_beyond = (control) => {
		const place = control.getBoundingClientRect();
		// Frappe's side bar and calendars come in from beside the screen when they are asked for.
		if (control.closest(".layout-side-section, .datepicker")) return false;
		if (!place.width || getComputedStyle(control).visibility !== "visible") return false;
		for (let box = control.parentElement; box; box = box.parentElement) {
			if (scrolls(box) && box !== document.body) return false;
			if (clips(box) && place.left >= box.getBoundingClientRect().right) return true;
		}
		return is_outside(place, { left: 0, right: innerWidth });
	};
	return [...document.querySelectorAll("button, a[href], input, select, textarea, [role=button]")]
		.filter(is_beyond)
		.map((control) => control.outerHTML.slice(0, 120));
}"""
# A page hears of its new width with the next picture that it draws, and moves its parts then.
REDRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# What has happened to a letter, below its form; it comes after the form.
STORY = ".kisah-surat li"


@pytest.fixture(scope="module")
def waiting(rest, tmp_path_factory) -> str:
	"""A letter that waits for the head's disposisi."""
	folder = tmp_path_factory.mktemp("scan")
	return bring_to_kepala(rest(OPERATOR), rest(VERIFIKATOR), folder)


@contextmanager
def zoomed(page: Page) -> Iterator[None]:
	"""The page at 200 %, and as it was afterwards."""
	size = page.viewport_size
	page.set_viewport_size(ZOOMED)
	page.evaluate(REDRAWN)
	yield
	page.set_viewport_size(size)


def check(page: Page, name: str, **parts) -> None:
	"""Look at a page, and at its width at 200 %."""
	check_page(page, name, **parts)
	with zoomed(page):
		wider = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
	assert wider <= 0, f"{name}: {wider} points are cut off at 200 %"


def check_reach(page: Page, name: str) -> None:
	"""See that at 200 % nothing that can be pressed or typed into lies beyond reach."""
	with zoomed(page):
		beyond = page.evaluate(BEYOND_REACH)
	assert not beyond, f"{name}: out of reach at 200 %: {beyond}"


def test_the_pages_for_everybody(open_page):
	page = open_page()
	for address in GUEST_PAGES:
		page.goto(address, wait_until="networkidle")
		check(page, address)


def test_the_page_of_the_courier(open_page, office):
	page = open_page()
	enter(page, CARAKA, office.password_of(CARAKA))
	page.goto("/caraka")
	page.wait_for_selector("#layar h1")
	check(page, "/caraka")


def test_the_portal_of_an_agency(open_page, office, rest):
	kode = secrets.token_hex(3)
	email, operator = f"tatausaha@sekolah-{kode}.example", rest(OPERATOR)
	instansi = operator.insert("Instansi", nama_instansi=f"Sekolah {kode}", jenis="Perangkat Daerah")["name"]
	operator.call(
		"eoffice_app.loket.akun_portal.invite_akun", instansi=instansi, surel=email, nama="Tata Usaha"
	)
	rest().put(f"/api/resource/User/{email}", new_password=office.demo_password)
	page = open_page()
	enter(page, email, office.demo_password)
	page.goto("/portal", wait_until="networkidle")
	check(page, "/portal")


def test_registering_and_writing(sign_in):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	check(page, "surat masuk baru")
	check_reach(page, "surat masuk baru")
	open_route(page, "/app/surat-keluar/new")
	check(page, "surat keluar baru")


def test_the_lists_and_the_search(sign_in):
	page = sign_in(OPERATOR)
	for route in ("surat-masuk", "surat-keluar", "pengajuan-surat", "pengiriman-surat", "disposisi"):
		open_route(page, f"/app/{route}")
		check(page, route, within=".result")
		check_reach(page, route)
	open_route(page, "/app/cari-surat")
	check(page, "cari surat")


def test_the_reports_and_the_summary(sign_in, waiting):
	page = sign_in(KEPALA)
	for name in REPORTS:
		open_route(page, f"/app/query-report/{name}")
		expect(page.locator(".page-head:visible .title-text")).to_have_text(name)
		check(page, name, within=".layout-main-section", without=TABEL_FRAPPE)
	open_route(page, "/app/ringkasan-pimpinan")
	expect(page.locator(".ringkasan svg")).to_be_visible()
	check(page, "ringkasan pimpinan", within=".layout-main-section")


def test_the_checklist(sign_in, rest, tmp_path):
	name = register(rest(OPERATOR), tmp_path)["name"]
	page = sign_in(VERIFIKATOR, route=f"/app/surat-masuk/{name}")
	page.locator(".page-actions:visible .actions-btn-group > button").click()
	page.locator(".actions-btn-group .dropdown-item:visible", has_text="Verifikasi").click()
	expect(page.locator(".modal.show .butir-periksa").first).to_be_visible()
	settle(page)
	check(page, "daftar periksa", within=".modal.show")


def test_a_disposisi_and_what_becomes_of_it(sign_in, rest, waiting):
	page = sign_in(KEPALA, route=f"/app/surat-masuk/{waiting}")
	expect(page.locator(STORY).first).to_be_visible()
	check(page, "surat menunggu disposisi")
	page.get_by_role("button", name="Disposisi", exact=True).locator("visible=true").first.click()
	dialog = page.locator(".modal.show")
	expect(dialog.locator("[name=kepada]").first).to_be_visible()
	settle(page)
	check(page, "dialog disposisi", within=".modal.show")
	dialog.locator("[name=kepada][value='SEKDIN']").check()
	dialog.locator("[name=instruksi]").first.check()
	page.keyboard.press("Control+Enter")
	dialog.wait_for(state="detached")
	expect(page.get_by_role("treeitem").first).to_be_visible()
	# While it goes, what was said is too pale for any rule.
	expect(page.locator(".desk-alert")).to_have_count(0)
	settle(page)
	check(page, "pohon disposisi")


def test_a_letter_on_its_way_out(sign_in, rest):
	(surat, *_others) = read_list(rest(OPERATOR), "Surat Keluar", {"workflow_state": "Terkirim"}, ["name"])
	page = sign_in(OPERATOR, route=f"/app/surat-keluar/{surat['name']}")
	expect(page.locator(STORY).first).to_be_visible()
	check(page, "surat keluar terkirim")
	check_reach(page, "surat keluar terkirim")
