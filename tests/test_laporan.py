"""Reports in the browser: a head counts the letters, opens those behind a figure and takes them along as Excel; a clerk
prints the book."""

import io
import json
import re
import time
import zipfile

from playwright.sync_api import Page, expect
from pypdf import PdfReader
from support.aksesibilitas import TABEL_FRAPPE, check_page
from support.desk import call, open_route, settle
from support.ekspedisi import read_list
from support.layanan import table_locked, wait_until
from support.surat import KEPALA, OPERATOR, bring_to_kepala, register

VERIFIKATOR = "verifikator@eoffice.example"
FIGURE = ".dt-row a[title]"
TERSIMPAN = "Surat Masuk yang Belum Selesai"
JUMLAH_KELOMPOK = "(jumlah) => cur_list.data.reduce((sum, row) => sum + row._aggregate_column, 0) === jumlah"


def test_a_figure_is_that_of_the_letters_behind_it(sign_in, rest, tmp_path):
	bring_to_kepala(rest(OPERATOR), rest(VERIFIKATOR), tmp_path)
	page = sign_in(KEPALA, route="/app/query-report/Rekapitulasi Surat")
	choose(page, "menurut", "Sifat")
	figure = page.locator(f"{FIGURE}[title='Buka suratnya: Biasa, Jumlah Surat']")
	expect(figure).to_be_visible()
	check_page(page, "rekapitulasi surat", within=".layout-main-section", without=TABEL_FRAPPE)
	counted = int(figure.inner_text())
	assert read_rows(export(page))["Biasa"] == counted
	figure.click()
	page.wait_for_url("**/surat-masuk**")
	settle(page)
	expect(page.locator(".list-row-container .list-row").first).to_be_visible()
	filters = json.dumps(page.evaluate("cur_list.get_filters_for_args()"))
	asked = {"doctype": "Surat Masuk", "filters": filters}
	assert rest(KEPALA).call("frappe.client.get_count", **asked) == counted


def test_other_letters_have_other_divisions(sign_in):
	page = sign_in(KEPALA, route="/app/query-report/Rekapitulasi Surat")
	choose(page, "menurut", "Pengirim")
	choose(page, "surat", "Surat Keluar")
	expect(page.locator("[data-fieldname='menurut'] select")).to_have_value("Bulan")
	expect(page.locator(FIGURE).first).to_be_visible()
	expect(page.locator(".dt-cell--header", has_text="Belum Terkirim")).to_be_visible()


def test_the_book_on_the_screen_is_printed_as_the_paper_book(sign_in, rest, tmp_path):
	name = bring_to_kepala(rest(OPERATOR), rest(VERIFIKATOR), tmp_path)
	surat = rest(OPERATOR).read("Surat Masuk", name)
	received = surat["tanggal_terima"][:10]
	page = sign_in(OPERATOR, route=f"/app/query-report/Buku Agenda?buku={surat['buku']}&dari={received}")
	# The table draws only the lines that fit on the screen; the newest stands last.
	page.wait_for_function(
		"(nomor) => frappe.query_report.data?.some((row) => row.nomor_surat === nomor)",
		arg=surat["nomor_surat"],
	)
	first = page.evaluate("frappe.query_report.data[0]")
	link = page.locator(".dt-row-0 a", has_text=first["nomor_surat"])
	expect(link).to_have_attribute("href", re.compile(f"surat-masuk/{first['surat_masuk']}$"))
	with page.expect_popup() as popup, page.context.expect_event("response", is_book) as response:
		page.get_by_role("button", name="Cetak Buku").click()
	# The window hands the paper to the PDF viewer, so that it is asked for once more to look into it.
	content = page.request.get(response.value.url).body()
	popup.value.close()
	text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages)
	# Cells are narrow: words and numbers go on in the next line.
	joined = re.sub(r"\s", "", text)
	assert "BUKUAGENDASURATMASUK" in joined
	assert surat["nomor_surat"] in joined


def test_a_thick_book_is_made_once_behind_the_scenes_for_the_one_who_asked(office, sign_in, rest, tmp_path):
	surat = register(rest(OPERATOR), tmp_path)
	received = surat["tanggal_terima"][:10]
	days = f"dari={received}&sampai={received}"
	page = sign_in(OPERATOR, route=f"/app/query-report/Buku Agenda?buku={surat['buku']}&{days}")
	earlier = len(list_books(page, "Buku Agenda"))
	order = page.get_by_role("button", name="Siapkan Buku Tebal")
	# A book of a day is quickly made: the worker does not get to keep it before it was ordered twice.
	with table_locked(office, "tabFile") as somebody_waits:
		order.click()
		expect(page.locator(".desk-alert", has_text="Buku sedang disiapkan")).to_have_count(1)
		wait_until(somebody_waits, 120, "a worker with the book")
		order.click()
		expect(page.locator(".desk-alert", has_text="Buku ini masih disiapkan")).to_have_count(1)
	address = wait_for_book(page, "Buku Agenda", earlier)
	content = page.request.get(address).body()
	assert len(PdfReader(io.BytesIO(content)).pages) >= 1
	assert rest(KEPALA).get(address).status in (403, 404)
	# The other book has it, too; orders of one worker are made one after the other.
	before = len(list_books(page, "Buku Ekspedisi"))
	open_route(page, f"/app/query-report/Buku Ekspedisi?{days}")
	page.get_by_role("button", name="Siapkan Buku Tebal").locator("visible=true").click()
	assert "buku-ekspedisi" in wait_for_book(page, "Buku Ekspedisi", before)
	assert len(list_books(page, "Buku Agenda")) == earlier + 1


def test_a_saved_report_is_grouped_summed_and_taken_along(sign_in, rest, tmp_path):
	surat = register(rest(OPERATOR), tmp_path, nomor_surat=f"TERSIMPAN/{tmp_path.name}")
	secret = read_list(rest(), "Surat Masuk", {"sifat": "Rahasia"}, ["nomor_surat"])
	page = sign_in(OPERATOR, route=f"/app/surat-masuk/view/report/{TERSIMPAN}")
	page.wait_for_function("cur_list?.report_doc && cur_list.data.length")
	settle(page)
	expect(page.locator(".page-head:visible .indicator-pill", has_text="Belum Disimpan")).to_have_count(0)
	filters = page.evaluate("JSON.stringify(cur_list.get_filters_for_args())")
	# Asked in the same place: an operator's account is open in one place at a time.
	counted = call(page, "frappe.client.get_count", doctype="Surat Masuk", filters=filters)
	page.locator(".group-by-button:visible").click()
	# Frappe listens to the choices once they have faded in.
	page.wait_for_function("cur_list.group_by_control.wrapper")
	choices = page.locator(".group-by-popover")
	choices.locator("select.group-by").select_option("derajat")
	page.wait_for_function(JUMLAH_KELOMPOK, arg=counted)
	expect(page.locator(".page-head:visible .indicator-pill", has_text="Belum Disimpan")).to_be_visible()
	choices.locator("select.aggregate-function").select_option("sum")
	choices.locator("select.aggregate-on").select_option("jumlah_disposisi")
	asked = {
		"doctype": "Surat Masuk",
		"filters": filters,
		"fields": ["jumlah_disposisi"],
		"limit_page_length": 0,
	}
	given = call(page, "frappe.client.get_list", **asked)
	page.wait_for_function(JUMLAH_KELOMPOK, arg=sum(row["jumlah_disposisi"] for row in given))
	open_route(page, "/app/surat-masuk/view/report")
	# The latest letter may bear no number; a group has no such column.
	page.wait_for_function("cur_list?.data.length && 'nomor_surat' in cur_list.data[0]")
	# The list shows the twenty received last; others may have come in since.
	texts = read_texts(export(page, every_row=True))
	assert surat["nomor_surat"] in texts
	assert secret and not texts & {row["nomor_surat"] for row in secret}


def wait_for_book(page: Page, naskah: str, earlier: int) -> str:
	"""Wait until the bell tells of more books than before; return the address that the latest names."""
	deadline = time.monotonic() + 180
	while len(told := list_books(page, naskah)) <= earlier:
		assert time.monotonic() < deadline, "no book"
		page.wait_for_timeout(1000)
	return re.search('href="([^"]+)"', told[0]["email_content"])[1]


def list_books(page: Page, naskah: str) -> list[dict]:
	"""Return what the bell told of books that are ready, the latest first."""
	asked = {
		"doctype": "Notification Log",
		"fields": json.dumps(["email_content"]),
		"filters": json.dumps({"subject": ["like", f"{naskah}%sudah siap"]}),
		"order_by": "creation desc",
		"limit_page_length": 0,
	}
	return call(page, "frappe.client.get_list", **asked)


def is_book(response) -> bool:
	"""Whether an answer of the office is a book on paper."""
	return "download_buku" in response.url


def choose(page: Page, field: str, value: str) -> None:
	"""Choose a value of a report's filter and wait for what it changes."""
	page.locator(f"[data-fieldname='{field}'] select").select_option(value)
	settle(page)


def export(page: Page, *, every_row: bool = False) -> bytes:
	"""Take the report along as Excel, as a person does, with the rows that are not shown if asked; return the file."""
	page.locator(".page-actions:visible .menu-btn-group > button").click()
	page.locator(".menu-btn-group .dropdown-item:visible", has_text="Ekspor").click()
	dialog = page.locator(".modal.show")
	if every_row:
		dialog.locator("input[data-fieldname='export_all_rows']").check()
	with page.expect_download() as download:
		dialog.locator(".btn-modal-primary").click()
	dialog.wait_for(state="detached")
	return download.value.path().read_bytes()


def read_rows(content: bytes) -> dict[str, int]:
	"""Return the second column of an Excel file by the first."""
	with zipfile.ZipFile(io.BytesIO(content)) as book:
		sheet = book.read("xl/worksheets/sheet1.xml").decode()
		texts = (
			book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in book.namelist() else ""
		)
	shared = re.findall(r"<si>\s*<t[^>]*>(.*?)</t>", texts, re.DOTALL)
	rows = {}
	for row in re.findall(r"<row .*?</row>", sheet, re.DOTALL)[1:]:
		cells = re.findall(r'<c r="[AB]\d+"([^>]*)>.*?(?:<v>|<t[^>]*>)(.*?)</(?:v|t)>', row, re.DOTALL)
		(kind, first), (_kind, second) = cells
		rows[shared[int(first)] if 't="s"' in kind else first] = int(float(second))
	return rows


def read_texts(content: bytes) -> set[str]:
	"""Return the texts of an Excel file."""
	with zipfile.ZipFile(io.BytesIO(content)) as book:
		parts = [book.read(name).decode() for name in book.namelist() if name.endswith(".xml")]
	return {text for part in parts for text in re.findall(r"<t[^>]*>(.*?)</t>", part, re.DOTALL)}
