"""Servers that fail in the middle of work: the user is told in plain words, and nothing is lost or done twice."""

import os
import shutil
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from lakon import isian
from playwright.sync_api import Page, expect
from support.layanan import database_stopped, kill_workers, query, table_locked, wait_until, work_on_disk
from support.office import Office
from support.surat import DOMAIN, KEPALA, OPERATOR, bring_to_kepala, make_pdf, register
from support.surel import let_office_send, list_mails, read_text, wait_for_mail
from test_bersamaan import assert_unbroken, read_numbers

from provision.layout import Bench
from provision.mariadb import MariaDB
from provision.ports import next_free
from provision.steps import StepLog

SEKRETARIS = f"sekretaris@{DOMAIN}"
TULIS = "eoffice_app.persuratan.disposisi.langkah.write_disposisi"
SECONDS_TO_RECOVER = 150


@pytest.fixture
def filled_form(sign_in) -> Page:
	"""An operator's form with everything typed in and nothing saved."""
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	isian.type_link(page, "pengirim", "Badan Perencanaan Pembangunan Daerah")
	isian.type_text(page, "nomor_surat", "B/21/GANGGUAN/2026")
	isian.type_text(page, "tanggal_surat", f"{date.today() - timedelta(days=1):%d-%m-%Y}")
	isian.type_text(page, "perihal", "Permohonan data saat basis data berhenti")
	isian.type_link(page, "tujuan", "Kepala Dinas Komunikasi")
	isian.upload_scan(page, {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": make_pdf()})
	return page


def test_another_offices_database_that_starts_leaves_this_ones_work_alone(office, tmp_path):
	another = Bench(tmp_path, "tetangga.localhost", 8900)
	another.make_folders()
	neighbour = MariaDB(another)
	with work_on_disk(office):
		try:
			neighbour.start(next_free(8990), StepLog("tests", tmp_path / "tests.log"))
		finally:
			neighbour.stop()


def test_database_stopped_while_saving(filled_form, office):
	"""A clear message, what was typed still there, nothing half-written; afterwards the next number follows."""
	before = read_numbers(office)
	with database_stopped(office):
		filled_form.locator(".page-actions:visible .primary-action").click()
		message = filled_form.get_by_role("dialog").filter(has_text="Server sedang terganggu")
		message.wait_for()
		expect(message).to_contain_text("Isian Anda masih ada")
		expect(message).not_to_contain_text("Traceback")
	filled_form.keyboard.press("Escape")
	message.wait_for(state="hidden")
	expect(isian.get_field(filled_form, "perihal").locator("textarea")).to_have_value(
		"Permohonan data saat basis data berhenti"
	)
	assert read_numbers(office) == before
	isian.save(filled_form)
	filled_form.wait_for_url("**/surat-masuk/**")
	wait_until(lambda: not filled_form.evaluate("cur_frm.is_new()"), 30, "the letter saved after the failure")
	after = read_numbers(office)
	assert len(after) == len(before) + 1
	assert_unbroken(after)


def test_worker_killed_while_notifying_tells_once(office, rest, tmp_path):
	"""The worker dies with the bell written and the e-mail under way: nothing of it counts, and all comes again."""
	let_office_send(rest())
	perihal = f"Permohonan data saat pemberitahuan terputus {os.urandom(3).hex()}"
	surat = bring_to_kepala(rest(OPERATOR), rest(f"verifikator@{DOMAIN}"), tmp_path, perihal=perihal)
	with table_locked(office, "tabEmail Queue") as somebody_waits:
		rest(KEPALA).call(TULIS, surat_masuk=surat, kepada=["SEKDIN"], instruksi=["Untuk diketahui"])
		wait_until(somebody_waits, 60, "a worker in the middle of notifying")
		assert kill_workers(office, "short")
	sekretaris = rest(SEKRETARIS)
	wait_until(lambda: list_bells(sekretaris, surat), SECONDS_TO_RECOVER, "the bell after the worker's death")
	wait_for_mail(office, SEKRETARIS, perihal)
	assert len(list_bells(sekretaris, surat)) == 1
	assert len([mail for mail in list_mails(SEKRETARIS) if perihal in read_text(mail)]) == 1
	of_this_letter = f"FROM `tabPemberitahuan Surat` WHERE surat_masuk = '{surat}' AND jabatan = 'SEKDIN'"
	assert query(office, f"SELECT keadaan {of_this_letter}") == "Terkirim"


def list_bells(client, surat: str) -> list[dict]:
	"""The notices about a letter in a user's bell."""
	return client.get(
		"/api/resource/Notification Log", filters=[["document_name", "=", surat]], limit_page_length=0
	).json()["data"]


@pytest.fixture
def office_without_wkhtmltopdf(office: Office, tmp_path) -> Iterator[str]:
	"""A second web server of the same office that finds every program but wkhtmltopdf; yields its address."""
	programs = tmp_path / "programs"
	programs.mkdir()
	for folder in reversed(os.environ["PATH"].split(os.pathsep)):
		for program in Path(folder).glob("*"):
			(programs / program.name).unlink(missing_ok=True)
			(programs / program.name).symlink_to(program)
	(programs / "wkhtmltopdf").unlink()
	assert shutil.which("wkhtmltopdf", path=programs) is None
	with socket.socket() as probe:
		probe.bind(("127.0.0.1", 0))
		port = probe.getsockname()[1]
	server = subprocess.Popen(
		[
			office.bench / "env/bin/python",
			"-m",
			"gunicorn",
			"frappe.app:application",
			f"--bind=127.0.0.1:{port}",
		],
		cwd=office.bench / "sites",
		env={**os.environ, "PATH": str(programs), "FRAPPE_BENCH_ROOT": str(office.bench)},
		stderr=subprocess.DEVNULL,
	)
	url = f"http://127.0.0.1:{port}"
	try:
		wait_until(lambda: _answers(url, office.site), 60, "the web server without wkhtmltopdf")
		yield url
	finally:
		server.terminate()
		server.wait(timeout=30)


def test_missing_wkhtmltopdf_is_named(office_without_wkhtmltopdf, rest, open_page, office, tmp_path):
	surat = register(rest(OPERATOR), tmp_path)["name"]
	page = open_page()
	# What nginx tells the web server in front of which it stands.
	page.context.set_extra_http_headers({"X-Frappe-Site-Name": office.site})
	login = page.request.post(
		f"{office_without_wkhtmltopdf}/api/method/login", form={"usr": OPERATOR, "pwd": office.demo_password}
	)
	assert login.ok
	query_string = urllib.parse.urlencode(
		{"doctype": "Surat Masuk", "name": surat, "format": "Bukti Registrasi"}
	)
	response = page.goto(
		f"{office_without_wkhtmltopdf}/api/method/frappe.utils.print_format.download_pdf?{query_string}"
	)
	assert "text/html" in response.headers["content-type"]
	expect(page.locator("body")).to_contain_text("wkhtmltopdf tidak terpasang")
	expect(page.locator("body")).not_to_contain_text("Traceback")


def _answers(url: str, site: str) -> bool:
	request = urllib.request.Request(f"{url}/api/method/ping", headers={"X-Frappe-Site-Name": site})
	try:
		with urllib.request.urlopen(request, timeout=10) as answer:
			return answer.status == 200
	except (urllib.error.URLError, OSError):
		return False
