"""The counter on the web: somebody with a phone, no account and a bad line sends the office a letter."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from support.browser import TIMEOUT, close_windows
from support.office import Office
from support.surat import OPERATOR, make_pdf

FORM = "/loket/kirim-surat"
PHONE = {"width": 390, "height": 844}
HEAVIEST = 200 * 1024
# So often a minute one address may ask how far a letter is.
LACAK_SEMENIT = 30
# A line on which five megabytes take ten seconds.
SLOW = {"offline": False, "latency": 20, "downloadThroughput": 500_000, "uploadThroughput": 500_000}
DIRECT = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
CUT = {**SLOW, "offline": True}
DITOLAK = re.compile("Yang diterima: PDF, JPG, PNG")


@pytest.fixture
def phone(browser: Browser, office: Office) -> Iterator[BrowserContext]:
	context = browser.new_context(
		base_url=office.url, viewport=PHONE, locale="id-ID", is_mobile=True, has_touch=True
	)
	context.set_default_timeout(TIMEOUT)
	yield context
	close_windows(context)


@pytest.fixture
def large(tmp_path: Path) -> Path:
	"""A scan of five megabytes."""
	path = tmp_path / "surat tebal.pdf"
	picture = Image.effect_noise((1900, 1900), 90).convert("RGB")
	picture.save(path, "PDF", quality=100)
	assert path.stat().st_size > 5_000_000
	return path


def open_form(phone: BrowserContext, **line) -> Page:
	page = phone.new_page()
	page.goto(FORM)
	if line:
		change_line(page, line)
	return page


def change_line(page: Page, line: dict) -> None:
	"""Make the line to the office as slow or as dead as told."""
	if not hasattr(page, "line"):
		page.line = page.context.new_cdp_session(page)
		page.line.send("Network.enable")
	page.line.send("Network.emulateNetworkConditions", line)


def fill(page: Page, perihal: str) -> None:
	page.get_by_label("Nama Anda").fill("Siti Contoh")
	page.get_by_label("Surel").fill("siti@instansi.example")
	page.get_by_label("Perihal").fill(perihal)


def choose(page: Page, path: Path) -> None:
	page.get_by_label("Pilih berkas").set_input_files(path)


def send(page: Page) -> str:
	"""Press Send twice, as people do, and return the tracking code."""
	page.get_by_role("button", name="Kirim Surat").dblclick()
	expect(page.get_by_role("heading", name="Surat Anda sudah kami terima")).to_be_focused(timeout=TIMEOUT)
	return page.locator("#kode").inner_text()


def find_pengajuan(rest, perihal: str) -> list[dict]:
	operator = rest(OPERATOR)
	found = operator.get("/api/resource/Pengajuan Surat", filters=[["perihal", "=", perihal]]).json()["data"]
	return [operator.read("Pengajuan Surat", each["name"]) for each in found]


def test_the_form_is_light(phone, capsys):
	answers = []
	page = phone.new_page()
	page.on("response", lambda response: answers.append(response))
	page.goto(FORM, wait_until="networkidle")
	expect(page.get_by_label("Nama Anda")).to_be_visible()
	sizes = {answer.url: len(answer.body()) for answer in answers}
	with capsys.disabled():
		print(f"\nformulir loket: {sum(sizes.values()) / 1024:.0f} KB dalam {len(sizes)} permintaan")
	assert sum(sizes.values()) <= HEAVIEST, sizes


def test_a_letter_arrives_once_over_a_line_that_breaks(phone, large, rest):
	page, perihal = open_form(phone, **SLOW), f"Surat lewat sambungan terputus {uuid4()}"
	fill(page, perihal)
	choose(page, large)
	row = page.get_by_role("listitem").filter(has_text=large.name)
	expect(row).to_contain_text(re.compile(r"[1-4],\d MB dari \d,\d MB terunggah"))
	change_line(page, CUT)
	expect(row).to_contain_text("Sambungan terputus")
	change_line(page, DIRECT)
	expect(row).to_contain_text("Selesai")
	code = send(page)
	(pengajuan,) = find_pengajuan(rest, perihal)
	assert rest(OPERATOR).get(pengajuan["berkas"][0]["berkas"]).body() == large.read_bytes()
	assert phone.request.get(pengajuan["berkas"][0]["berkas"]).status == 404
	assert_receipt(page, code, pengajuan["nomor_bukti"])
	page.get_by_role("link", name="Lacak surat ini").click()
	expect(page.locator("#keadaan")).to_contain_text("Surat Anda: Diterima")
	expect(page.get_by_text(perihal)).to_have_count(0)


def assert_receipt(page: Page, code: str, nomor_bukti: str) -> None:
	with page.context.expect_page() as opened:
		page.get_by_role("button", name="Unduh Bukti Penerimaan").click()
	opened.value.close()
	method = "/api/method/eoffice_app.loket.bukti_penerimaan.download_bukti"
	receipt = page.request.post(method, form={"kode": code})
	assert receipt.ok and nomor_bukti.replace("/", "-") in receipt.headers["content-disposition"]
	assert receipt.body().startswith(b"%PDF")
	refused = page.request.post(method, form={"kode": code[:-1] + "7"})
	assert "text/html" in refused.headers["content-type"] and nomor_bukti not in refused.text()


def test_a_browser_closed_in_the_middle_goes_on_where_it_was(phone, large, rest):
	page, perihal = open_form(phone, **SLOW), f"Surat lewat peramban yang ditutup {uuid4()}"
	fill(page, perihal)
	choose(page, large)
	expect(page.get_by_role("listitem")).to_contain_text(re.compile(r"[1-4],\d MB dari"))
	page.close()
	page = open_form(phone)
	expect(page.get_by_text("Isian Anda yang belum terkirim dibuka kembali.")).to_be_visible()
	expect(page.get_by_label("Perihal")).to_have_value(perihal)
	row = page.get_by_role("listitem").filter(has_text=large.name)
	expect(row).to_contain_text(re.compile(r"Baru [1-5],\d MB dari .* Pilih kembali berkas yang sama"))
	choose(page, large)
	expect(row).to_contain_text("Selesai")
	send(page)
	(pengajuan,) = find_pengajuan(rest, perihal)
	assert rest(OPERATOR).get(pengajuan["berkas"][0]["berkas"]).body() == large.read_bytes()


def test_what_is_wrong_is_said_where_it_is_and_where_it_is_heard(phone, tmp_path):
	page = open_form(phone)
	page.get_by_role("button", name="Kirim Surat").click()
	summary = page.get_by_role("alert")
	expect(summary).to_be_focused()
	expect(summary.get_by_role("link")).to_have_count(4)
	summary.get_by_role("link", name="Nama Anda belum diisi.").click()
	name = page.get_by_label("Nama Anda")
	expect(name).to_be_focused()
	expect(name).to_have_attribute("aria-invalid", "true")
	described = name.get_attribute("aria-describedby").split()
	assert "Nama Anda belum diisi." in [page.locator(f"#{each}").inner_text() for each in described]
	name.fill("Siti")
	expect(name).not_to_have_attribute("aria-invalid", "true")


def test_a_file_that_is_none_of_ours_is_refused_with_what_would_be(phone, tmp_path):
	page = open_form(phone)
	for name, content in (("surat.pdf", b"MZ" + bytes(500)), ("gambar.png", b"<svg onload=alert(1)>")):
		path = tmp_path / name
		path.write_bytes(content)
		choose(page, path)
		row = page.get_by_role("listitem").filter(has_text=name)
		expect(row.locator("p")).to_have_text(DITOLAK)
		page.get_by_role("button", name=f"Hapus berkas {name}").click()
		expect(row).to_have_count(0)
	path.write_bytes(make_pdf())
	choose(page, path)
	expect(page.get_by_role("listitem")).to_contain_text("Selesai")


def test_a_file_taken_out_while_room_is_made_for_it_does_not_stay_at_the_office(phone, tmp_path, rest):
	page, asked, perihal = open_form(phone), [], f"Berkas yang tepat {uuid4()}"
	page.route("**/*begin_berkas", lambda route: route.continue_() if asked else asked.append(route))
	fill(page, perihal)
	for name in ("salah.pdf", "tepat.pdf"):
		(tmp_path / name).write_bytes(make_pdf())
	with page.expect_request("**/*begin_berkas"):
		choose(page, tmp_path / "salah.pdf")
	page.get_by_role("button", name="Hapus berkas salah.pdf").click()
	with page.expect_response("**/*remove_berkas") as told:
		asked[0].continue_()
	assert told.value.ok
	choose(page, tmp_path / "tepat.pdf")
	expect(page.get_by_role("listitem")).to_contain_text("Selesai")
	send(page)
	(kept,) = find_pengajuan(rest, perihal)
	assert [berkas["nama_asli"] for berkas in kept["berkas"]] == ["tepat.pdf"]


def test_a_file_chosen_before_the_office_has_said_what_it_has_is_kept(phone, tmp_path, rest):
	page, asked, perihal = open_form(phone), [], f"Dua berkas {uuid4()}"
	fill(page, perihal)
	for name in ("satu.pdf", "dua.pdf"):
		(tmp_path / name).write_bytes(make_pdf())
	choose(page, tmp_path / "satu.pdf")
	rows = page.get_by_role("listitem")
	expect(rows).to_contain_text("Selesai")
	page.route("**/*get_berkas", lambda route: route.continue_() if asked else asked.append(route))
	with page.expect_request("**/*get_berkas"):
		page.reload()
	choose(page, tmp_path / "dua.pdf")
	expect(rows).to_contain_text("dua.pdf")
	asked[0].continue_()
	expect(rows).to_contain_text([re.compile("satu.*Selesai"), re.compile("dua.*Selesai")])
	send(page)
	(kept,) = find_pengajuan(rest, perihal)
	assert [berkas["nama_asli"] for berkas in kept["berkas"]] == ["satu.pdf", "dua.pdf"]


def test_without_scripts_the_page_says_so(browser, office):
	context = browser.new_context(
		base_url=office.url, viewport=PHONE, locale="id-ID", java_script_enabled=False
	)
	page = context.new_page()
	page.goto(FORM)
	expect(page.get_by_role("heading", name="JavaScript dimatikan")).to_be_visible()
	expect(page.get_by_role("button", name="Kirim Surat")).to_be_hidden()
	page.goto("/lacak")
	page.get_by_label("Kode pada bukti").fill("ABCD-EFGH")
	page.get_by_role("button", name="Lacak").click()
	expect(page.get_by_role("heading", name="Kode tidak dikenal")).to_be_visible()
	context.close()


def test_no_false_address_helps_whoever_asks_too_often(phone):
	# The office counts by the minute, which may end while it is asked: of twice as many and one, one minute sees too many.
	statuses = [
		phone.request.get("/lacak?kode=salah", headers={"X-Forwarded-For": f"203.0.113.{number}"}).status
		for number in range(2 * LACAK_SEMENIT + 1)
	]
	assert statuses[0] == 200 and 429 in statuses, statuses
