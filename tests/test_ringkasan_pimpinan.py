"""Ringkasan Pimpinan from outside: the page, the letters behind a figure, the paper, and the Monday mail."""

import re
import urllib.error
import urllib.request
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from support.aksesibilitas import check_page
from support.bench import run_bench
from support.desk import open_route, settle
from support.surat import DOMAIN
from support.surel import let_office_send, wait_for_mail

KADIS = f"kadis@{DOMAIN}"
ORANG_LAIN = f"operator@{DOMAIN}"
HALAMAN = "/app/ringkasan-pimpinan"
PDF = "/api/method/eoffice_app.laporan.lembar_ringkasan.download_ringkasan"
KIRIM = "eoffice_app.laporan.surat_ringkasan"
TERKIRIM_TERAKHIR = "eoffice_ringkasan_pimpinan"
SENIN_PAGI = "2031-03-03 08:00:00"


@pytest.fixture(scope="module", autouse=True)
def counted(office):
	"""The roll-up has seen the letters of the demo office."""
	run_bench(office, "execute", "eoffice_app.laporan.rekap.check_all_days")


def test_a_head_reads_it_opens_what_stands_behind_a_figure_and_prints_it(sign_in):
	page = sign_in(KADIS, route=HALAMAN)
	summary = page.locator(".ringkasan")
	expect(summary.get_by_role("img")).to_have_attribute("aria-label", re.compile("Surat masuk dan keluar"))
	expect(summary.get_by_text("Kepala Dinas menelaah surat dan mendisposisikannya")).to_be_visible()
	check_page(page, "Ringkasan Pimpinan", within=".ringkasan-halaman")
	pdf = page.request.get(PDF)
	assert pdf.headers["content-type"] == "application/pdf"
	assert len(PdfReader(BytesIO(pdf.body())).pages) == 1
	summary.get_by_role("link", name="Waktu terhadap mutu baku SOP").click()
	settle(page)
	# Frappe kept when these letters entered their states: the steps were measured, not left out.
	figure = page.locator(".dt-cell__content a[href*='langkah=SM-3']").first
	assert int(figure.inner_text()) > 0
	page.goto(figure.get_attribute("href"))
	settle(page)
	first = page.locator(".dt-cell__content a[href*='surat-masuk/']").first
	expect(first).to_be_visible()
	open_route(page, first.get_attribute("href"))
	expect(page.locator(".form-layout").first).to_be_visible()


def test_no_column_stands_beyond_the_edge_of_a_telephone(sign_in):
	page = sign_in(KADIS)
	page.set_viewport_size({"width": 390, "height": 844})
	open_route(page, HALAMAN)
	tables = page.locator(".ringkasan-gulir:has(table)")
	expect(tables).to_have_count(3)
	assert [table.evaluate("e => e.scrollWidth - e.clientWidth") for table in tables.all()] == [0, 0, 0]


def test_nobody_else_reads_it(sign_in, rest, base_url):
	answer = rest(ORANG_LAIN).get(PDF)
	assert answer.status == 403
	page = sign_in(ORANG_LAIN, route=HALAMAN)
	expect(page.locator(".ringkasan")).to_have_count(0)
	with pytest.raises(urllib.error.HTTPError) as refused:
		urllib.request.urlopen(base_url + PDF)
	assert refused.value.code == 403


def test_on_monday_it_comes_by_mail_with_the_paper(office, rest):
	let_office_send(rest())
	# An earlier run of this test may have sent that week's.
	run_bench(office, "execute", "frappe.db.set_global", "--args", f"['{TERKIRIM_TERAKHIR}', '']")
	for _time in range(2):
		run_bench(office, "execute", f"{KIRIM}.send_summary", "--kwargs", f"{{'saat': '{SENIN_PAGI}'}}")
	mail = wait_for_mail(office, KADIS, "Ringkasan Pimpinan")
	(paper,) = mail.iter_attachments()
	assert paper.get_content_type() == "application/pdf"
	text = " ".join(PdfReader(BytesIO(paper.get_content())).pages[0].extract_text().split())
	assert "Ringkasan Pimpinan" in text
	assert "mutu baku SOP" in text
