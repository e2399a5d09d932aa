"""The operator's desk for what comes to the counter: accepted in one step, returned with a reason, the sender told."""

import os

import pytest
from playwright.sync_api import Page, expect
from support.bench import run_bench
from support.desk import open_route, settle
from support.ekspedisi import read_list
from support.surat import OPERATOR
from support.surel import let_office_send, list_mails, wait_for_mail

HAND_IN = "eoffice_app.tests.pengajuan.hand_in"


@pytest.fixture
def pengajuan(rest, office) -> dict:
	"""A submission of a sender whom the office does not know, with one file."""
	let_office_send(rest())
	kode = os.urandom(4).hex()
	values = {
		"perihal": f"Permohonan kunjungan {kode}",
		"instansi_pengirim": f"Sekolah {kode}",
		# A domain that no registered agency has: else that one would be proposed.
		"surel": f"tatausaha@sekolah-{kode}.example",
	}
	run_bench(office, "execute", HAND_IN, "--kwargs", str(values))
	(row,) = read_list(
		rest(OPERATOR), "Pengajuan Surat", {"perihal": values["perihal"]}, ["name", "nomor_bukti"]
	)
	return {**values, **row}


def test_the_operator_accepts_a_submission_in_one_step(sign_in, rest, office, pengajuan):
	page = open_form(sign_in, pengajuan)
	expect(page.locator(".pratinjau-scan iframe")).to_be_visible()
	page.get_by_role("button", name="Terima sebagai Surat Masuk").click()
	settle(page)
	dialog = page.locator(".modal.show")
	expect(dialog.locator("[data-fieldname='pengirim_baru'] input")).to_have_value(
		pengajuan["instansi_pengirim"]
	)
	expect(dialog.locator("[data-fieldname='perihal'] textarea")).to_have_value(pengajuan["perihal"])
	# The sender wrote to "Kepala Dinas".
	expect(dialog.locator("[data-fieldname='tujuan'] input").first).to_have_value(
		"Kepala Dinas Komunikasi dan Informatika"
	)
	dialog.get_by_role("button", name="Daftarkan").dblclick()
	page.wait_for_url("**/surat-masuk/**")
	settle(page)
	operator = rest(OPERATOR)
	(letter,) = read_list(
		operator, "Surat Masuk", {"perihal": pengajuan["perihal"]}, ["name", "nomor_agenda", "pengirim"]
	)
	assert letter["nomor_agenda"]
	assert letter["pengirim"] == pengajuan["instansi_pengirim"]
	kept = operator.read("Pengajuan Surat", pengajuan["name"])
	assert (kept["keadaan"], kept["surat_masuk"]) == ("Diterima", letter["name"])
	scan = operator.read("Surat Masuk", letter["name"])["scan"]
	assert [row["berkas"] for row in scan] == [row["berkas"] for row in kept["berkas"]]
	wait_for_mail(office, pengajuan["surel"], pengajuan["nomor_bukti"])
	assert len(list_mails(pengajuan["surel"])) == 1


def test_an_answer_that_comes_while_the_dialog_fades_in_closes_it(sign_in, pengajuan):
	page = open_form(sign_in, pengajuan)
	page.add_style_tag(content=".modal.fade .modal-dialog { transition: transform 4s linear !important }")
	page.get_by_role("button", name="Kembalikan", exact=True).click()
	dialog = page.locator(".modal.show")
	dialog.locator("textarea").fill("Surat belum ditandatangani")
	page.keyboard.press("Control+Enter")
	page.get_by_role("button", name="Proses Kembali").wait_for()
	expect(dialog).to_have_count(0)


def test_the_operator_returns_a_submission_and_takes_it_up_again(sign_in, rest, office, pengajuan):
	page = open_form(sign_in, pengajuan)
	page.get_by_role("button", name="Kembalikan", exact=True).click()
	dialog = page.locator(".modal.show")
	dialog.locator("textarea").fill("Surat belum ditandatangani")
	dialog.get_by_role("button", name="Kembalikan").dblclick()
	page.get_by_role("button", name="Proses Kembali").wait_for()
	expect(page.locator(".form-message:visible")).to_contain_text(pengajuan["surel"])
	wait_for_mail(office, pengajuan["surel"], "belum ditandatangani")
	assert len(list_mails(pengajuan["surel"])) == 1
	page.get_by_role("button", name="Proses Kembali").click()
	page.get_by_role("button", name="Terima sebagai Surat Masuk").wait_for()
	assert rest(OPERATOR).read("Pengajuan Surat", pengajuan["name"])["keadaan"] == "Baru"


def open_form(sign_in, pengajuan: dict) -> Page:
	page = sign_in(OPERATOR)
	open_route(page, f"/app/pengajuan-surat/{pengajuan['name']}")
	return page
