"""Meja Pimpinan from outside: a head clears his desk by keys, and from his phone with one thumb."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect
from support.aksesibilitas import check_page
from support.browser import TIMEOUT, close_windows
from support.console import watch
from support.desk import dismiss, settle
from support.login import enter, fill_in
from support.office import Office
from support.rest import Rest
from support.surat import DOMAIN, KEPALA, OPERATOR, bring_to_kepala, pass_on, surat_fields, upload

expect.set_options(timeout=30_000)

MEJA = "/app/meja"
LANGKAH = "eoffice_app.persuratan.konsep.langkah"
KASI, KABID = f"kasi.aplikasi@{DOMAIN}", f"kabid.aptika@{DOMAIN}"
PERIHAL = "Undangan \"rapat\" <b>'satu'</b> & dua"
# What was decided is sent after ten seconds; a busy machine may take some more.
SENT = 25_000
# Letters that come before all others of the demo office.
DERAJAT = "Sangat Segera"
# Twelve are kept, and those that are near when they are counted.
MOST_PICTURES = 20


@pytest.fixture(scope="module")
def letters(rest, tmp_path_factory) -> list[str]:
	"""Names of letters that wait for the head, in the order in which his desk shows them."""
	operator, verifikator = rest(OPERATOR), rest(f"verifikator@{DOMAIN}")
	folder = tmp_path_factory.mktemp("meja")
	return [
		bring_to_kepala(operator, verifikator, folder, derajat=DERAJAT, perihal=f"{PERIHAL} {number}")
		for number in range(3)
	]


@pytest.fixture
def window(browser: Browser, office: Office) -> Iterator:
	"""Opens a browser of a size for the head, or who is named, and gives its page."""
	contexts: list[BrowserContext] = []

	def open_window(user: str = KEPALA, **options) -> Page:
		context = browser.new_context(
			base_url=office.url, locale="id-ID", timezone_id="Asia/Jakarta", **options
		)
		contexts.append(context)
		context.set_default_timeout(TIMEOUT)
		page = context.new_page()
		watch(page)
		enter(page, user, office.demo_password)
		return page

	yield open_window
	for context in contexts:
		close_windows(context)


def show(page: Page, letter: str) -> None:
	"""Open the desk at a letter."""
	page.goto(f"{MEJA}?kelompok=disposisi&surat=Surat Masuk/{letter}/")
	expect(page.locator(".meja-kepala h2")).to_contain_text(PERIHAL)
	expect(page.locator(".meja-gulungan img").first).to_be_visible()


def chosen(page: Page) -> str:
	return page.locator(".baris-meja.terpilih").get_attribute("data-kunci") or ""


def list_disposisi(rest, letter: str) -> list[dict]:
	return (
		rest()
		.get(
			"/api/resource/Disposisi",
			filters=f'[["surat_masuk","=","{letter}"]]',
			fields='["kepada","catatan","status"]',
		)
		.json()["data"]
	)


def test_a_head_clears_letters_by_keys(window, letters, rest):
	page = window(viewport={"width": 1366, "height": 768})
	first, second = letters[0], letters[1]
	show(page, first)
	other = page.context.new_page()
	show(other, first)
	check_page(page, "Meja", within=".meja")
	page.keyboard.press("1")
	page.keyboard.press("t")
	page.keyboard.press("c")
	page.keyboard.type("Siapkan 'bahan'")
	page.keyboard.press("Control+Enter")
	# The next letter comes by itself, and the first can be taken back with all that was typed.
	expect(page.locator(".meja-tertunda .detik")).not_to_be_empty()
	assert chosen(page) == f"Surat Masuk/{second}/"
	page.keyboard.press("Escape")
	page.keyboard.press("z")
	expect(page.locator(".meja-isian textarea")).to_have_value("Siapkan 'bahan'")
	assert chosen(page) == f"Surat Masuk/{first}/"
	expect(page.locator("[data-kepada][aria-pressed=true]")).to_have_count(1)
	# Looked for only now: the ten seconds in which it can be taken back pass meanwhile.
	assert list_disposisi(rest, first) == []
	page.keyboard.press("Control+Enter")
	expect(page.locator(".meja-tertunda .detik")).not_to_be_empty()
	# A second window that shows the same letter is told, and nothing is written twice.
	other.keyboard.press("2")
	other.keyboard.press("q")
	other.keyboard.press("Control+Enter")
	expect(other.get_by_text(re.compile("baru saja Anda tindak|sudah ditindak sejak"))).to_be_visible()
	expect(page.locator(".meja-tertunda p")).to_have_count(0, timeout=SENT)
	expect(page.locator(f".baris-meja[data-kunci='Surat Masuk/{first}/']")).to_have_count(0)
	(written,) = wait_for_disposisi(rest, first)
	assert (written["catatan"], written["status"]) == ("Siapkan 'bahan'", "Terkirim")


def test_a_note_outlives_the_session_and_a_dead_live_connection_is_told(
	window, letters, rest, office, playwright
):
	page = window(viewport={"width": 1366, "height": 768})
	page.context.route("**/socket.io/**", lambda route: route.abort())
	# As a head comes to it who was at the letter's form.
	page.goto(f"/app/surat-masuk/{letters[1]}")
	page.get_by_role("button", name="Buka di Meja").click()
	expect(page.locator(".meja-gulungan img").first).to_be_visible()
	assert chosen(page) == f"Surat Masuk/{letters[1]}/"
	expect(page.get_by_text(re.compile("Sambungan langsung terputus"))).to_be_visible()
	page.keyboard.press("1")
	page.keyboard.press("c")
	page.keyboard.type("Ditulis sebelum sesi berakhir")
	# Without the live connection the list is asked for now and then; what was written is to be the first to be refused.
	page.route("**/*get_antrean*", lambda route: route.abort())
	end_session(page, playwright, office)
	page.keyboard.press("Control+Enter")
	dialog = page.get_by_role("dialog").filter(has_text="Sesi Anda berakhir")
	expect(dialog).to_contain_text("Yang Anda tulis tersimpan")
	assert list_disposisi(rest, letters[1]) == []
	page.unroute("**/*get_antrean*")
	dialog.get_by_role("button", name="Masuk Kembali").click()
	fill_in(page, KEPALA, office.demo_password)
	# The whole desk is loaded anew behind the sign-in.
	expect(page.locator(".meja-isian textarea")).to_have_value(
		"Ditulis sebelum sesi berakhir", timeout=TIMEOUT
	)
	assert chosen(page) == f"Surat Masuk/{letters[1]}/"
	page.keyboard.press("Control+Enter")
	expect(page.locator(".meja-tertunda .detik")).not_to_be_empty()
	(written,) = wait_for_disposisi(rest, letters[1])
	assert written["catatan"] == "Ditulis sebelum sesi berakhir"


def end_session(page: Page, playwright: Playwright, office: Office) -> None:
	"""End the page's session on the server, while its browser still believes in it."""
	(sid,) = (cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "sid")
	elsewhere = playwright.request.new_context(
		base_url=office.url, extra_http_headers={"Cookie": f"sid={sid}"}
	)
	assert elsewhere.get("/api/method/logout").ok
	elsewhere.dispose()


def test_several_parafs_by_one_dialog_and_each_is_told(window, rest):
	drafts = [write_draft(rest(KASI), f"{PERIHAL} {number}") for number in range(3)]
	page = window(KABID, viewport={"width": 1366, "height": 768})
	page.goto(f"{MEJA}?kelompok=paraf")
	for draft in drafts:
		page.locator(f"[data-centang='Surat Keluar/{draft['name']}/']").click()
	page.get_by_role("button", name="Beri Paraf (3)").click()
	dialog = page.get_by_role("dialog").filter(has_text="Beri Paraf: 3 surat")
	dialog.locator("textarea").fill("Setuju")
	# Meanwhile he gives one of them from another window.
	rest(KABID).call(f"{LANGKAH}.give_paraf", surat_keluar=drafts[0]["name"], versi=drafts[0]["versi"])
	dialog.get_by_role("button", name="Beri Paraf").click()
	told = page.get_by_role("dialog").filter(has_text="2 berhasil, 1 tidak")
	expect(told).to_be_visible()
	expect(page.locator(".meja-tertunda p")).to_have_count(2)
	dismiss(told)
	# The last can be taken back, and the other is given.
	page.keyboard.press("z")
	expect(page.locator(f".baris-meja[data-kunci='Surat Keluar/{drafts[2]['name']}/']")).to_be_visible()
	expect(page.locator(".meja-tertunda p")).to_have_count(0, timeout=SENT)
	wait_until(lambda: read_paraf(rest(), drafts[1]["name"]) == "Diparaf", rest(KABID))
	assert [read_paraf(rest(), draft["name"]) for draft in drafts] == ["Diparaf", "Diparaf", "Menunggu"]


def test_several_signed_by_one_passphrase_and_each_is_told(window, rest, office):
	# What the head drafts himself needs no paraf.
	drafts = [write_draft(rest(KEPALA), f"{PERIHAL} tangan {number}") for number in range(3)]
	first, returned, last = (draft["name"] for draft in drafts)
	page = window(viewport={"width": 1366, "height": 768})
	page.goto(f"{MEJA}?kelompok=tanda_tangan")
	for draft in (last, returned, first):
		page.locator(f"[data-centang='Surat Keluar/{draft}/']").click()
	page.get_by_role("button", name="Tanda Tangani (3)").click()
	dialog = page.get_by_role("dialog").filter(has_text="Passphrase Sertifikat")
	send = dialog.get_by_role("button", name="Tanda Tangani 3 Surat")
	send.click()
	expect(dialog).to_contain_text("Ketik passphrase sertifikat Anda")
	# Meanwhile he returns one of them from another window.
	rest(KEPALA).call(f"{LANGKAH}.return_draft", surat_keluar=returned, catatan="Perbaiki tanggalnya")
	dialog.locator(".passphrase").fill(office.demo_password)
	send.click()
	told = page.get_by_role("dialog").filter(has_text="Selesai.")
	expect(told).to_be_visible(timeout=TIMEOUT)
	lines = told.locator("li.hasil-tanda-tangan")
	expect(lines).to_have_count(3)
	refused = lines.filter(has_text="Gagal")
	expect(refused).to_contain_text(f"{PERIHAL} tangan 1")
	expect(refused).to_contain_text("berstatus Dikembalikan")
	expect(lines.filter(has_text="Berhasil")).to_have_count(2)
	dismiss(told)
	for draft in (first, last):
		expect(page.locator(f".baris-meja[data-kunci='Surat Keluar/{draft}/']")).to_have_count(0)
	assert rest().read("Surat Keluar", returned)["workflow_state"] == "Dikembalikan"
	# Ticked the other way round, they are numbered as they were written.
	assert read_place(rest(), first) < read_place(rest(), last)


def test_what_is_ticked_and_gone_meanwhile_is_counted_no_more(window, rest):
	drafts = [write_draft(rest(KASI), f"{PERIHAL} lenyap {number}") for number in range(2)]
	page = window(KABID, viewport={"width": 1366, "height": 768})
	page.goto(f"{MEJA}?kelompok=paraf")
	for draft in drafts:
		page.locator(f"[data-centang='Surat Keluar/{draft['name']}/']").click()
	expect(page.get_by_role("button", name="Beri Paraf (2)")).to_be_visible()
	rest(KABID).call(f"{LANGKAH}.give_paraf", surat_keluar=drafts[0]["name"], versi=drafts[0]["versi"])
	several = page.get_by_role("button", name="Beri Paraf (1)")
	expect(several).to_be_visible(timeout=TIMEOUT)
	expect(page.get_by_text("1 surat yang dipilih tidak lagi menunggu Anda")).to_be_visible()
	several.click()
	listed = page.get_by_role("dialog").locator(".surat-diparaf li")
	expect(listed).to_have_text([f"{PERIHAL} lenyap 1"])


def test_the_form_of_a_draft_leads_to_it_on_meja(window, rest):
	draft = write_draft(rest(KASI), f"{PERIHAL} formulir")["name"]
	checker, drafter = (window(user, viewport={"width": 1366, "height": 768}) for user in (KABID, KASI))
	drafter.goto(f"/app/surat-keluar/{draft}")
	expect(drafter.locator(".ringkasan-surat")).to_be_visible()
	settle(drafter)
	expect(drafter.get_by_role("button", name="Buka di Meja")).to_have_count(0)
	checker.goto(f"/app/surat-keluar/{draft}")
	checker.get_by_role("button", name="Buka di Meja").click()
	expect(checker.locator(".meja-kepala h2")).to_have_text(f"{PERIHAL} formulir")
	assert chosen(checker) == f"Surat Keluar/{draft}/"
	expect(checker.locator(".meja-isian [type=submit]")).to_contain_text("Beri Paraf")


def read_place(rest: Rest, draft: str) -> int:
	"""Return which one of its series a signed letter is."""
	_klasifikasi, place, *_rest = rest.read("Surat Keluar", draft)["nomor"].split("/")
	return int(place)


def write_draft(drafter: Rest, perihal: str) -> dict:
	"""Write a draft for the head to sign and send it up; returns it as it was written."""
	draft = drafter.insert(
		"Surat Keluar",
		jenis_naskah="Surat Dinas",
		klasifikasi="000.7.2",
		perihal=perihal,
		sifat="Biasa",
		derajat=DERAJAT,
		isi="<p>Dengan hormat kami beritahukan.</p>",
		tujuan=[{"jenis_penerima": "Jabatan", "penerima": "SEKDIN"}],
		penanda_tangan="KADIS",
		cara_tanda_tangan="Sendiri",
	)
	drafter.call(f"{LANGKAH}.send_draft", surat_keluar=draft["name"])
	return draft


def read_paraf(rest: Rest, draft: str) -> str:
	"""Return how the first checker's paraf of a draft stands."""
	return rest.read("Surat Keluar", draft)["paraf"][0]["keadaan"]


def test_a_scan_of_two_hundred_pages(window, browser, rest, tmp_path):
	words = "".join(
		f"<p style='page-break-after: always'>Lembar {number}{' kata-temuan' if number == 150 else ''}</p>"
		for number in range(1, 200)
	)
	writer = browser.new_page()
	writer.set_content(words + "<p>Lembar 200</p>")
	operator = rest(OPERATOR)
	scan = upload(operator, tmp_path, writer.pdf(format="A4"))
	writer.close()
	letter = pass_on(operator, rest(f"verifikator@{DOMAIN}"), surat_fields(operator, scan, perihal=PERIHAL))
	page = window(viewport={"width": 1366, "height": 768})
	show(page, letter)
	expect(page.locator(".meja-halaman")).to_contain_text("200")
	page.keyboard.press("h")
	page.keyboard.type("100")
	page.keyboard.press("Enter")
	expect(page.locator("[data-nomor='100'] img")).to_be_in_viewport()
	page.keyboard.press("/")
	page.keyboard.type("kata-temuan")
	page.keyboard.press("Enter")
	expect(page.locator("[data-nomor='150'] .sorot.kini")).to_be_in_viewport()
	expect(page.locator("[data-nomor='150'] img")).to_be_in_viewport()
	expect(page.locator(".meja-temuan")).to_have_text("1 / 1")
	# Pages that are far are let go: who leafs through all of them fills no memory.
	for _screen in range(40):
		page.locator(".meja-gulungan").press("n")
	page.keyboard.press("h")
	page.keyboard.type("200")
	page.keyboard.press("Enter")
	expect(page.locator("[data-nomor='200'] img")).to_be_in_viewport()
	page.wait_for_function(
		"most => document.querySelectorAll('.meja-gulungan img').length <= most", arg=MOST_PICTURES
	)


def test_a_head_disposes_from_his_phone(window, letters, rest):
	page = window(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
	page.goto(f"{MEJA}?kelompok=disposisi")
	page.locator(f".baris-meja[data-kunci='Surat Masuk/{letters[2]}/'] .buka").tap()
	expect(page.locator(".meja-gulungan img").first).to_be_visible()
	page.get_by_role("button", name="Tindakan").tap()
	check_page(page, "Meja pada telepon", within=".meja")
	page.locator("[data-kepada]:enabled").first.tap()
	page.get_by_role("button", name="Tindak lanjuti").tap()
	page.get_by_role("button", name="Kirim Disposisi").tap()
	expect(page.locator(".meja-tertunda .detik")).not_to_be_empty()
	# It is sent although the page is gone: by the minute's job, or by whatever page of his asks first.
	close_windows(page.context)
	assert [row["status"] for row in wait_for_disposisi(rest, letters[2])] == ["Terkirim"]


def wait_for_disposisi(rest, letter: str) -> list[dict]:
	"""Return what was sent on a letter, once it was."""
	wait_until(lambda: list_disposisi(rest, letter), rest(KEPALA))
	return list_disposisi(rest, letter)


def wait_until(is_done: Callable[[], object], official: Rest) -> None:
	"""Wait until what an official decided is done, which his pages ask for all the while; SENT at the most."""
	deadline = time.monotonic() + SENT / 1000
	while not is_done() and time.monotonic() < deadline:
		official.call("eoffice_app.meja.pintu.send_decided")
