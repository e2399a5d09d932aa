"""What people get wrong: each is refused in plain words, and nothing is kept by halves."""

import json
import re
import secrets
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from lakon import isian
from playwright.sync_api import APIResponse, expect
from support.rest import Rest
from support.sesi import Sesi
from support.surat import DOMAIN, KEPALA, OPERATOR, bring_to_kepala, make_pdf, register, surat_fields, upload

TULIS = "/api/method/eoffice_app.persuratan.disposisi.langkah.write_disposisi"
BESOK = date.today() + timedelta(days=2)


@pytest.fixture
def operator(rest) -> Rest:
	return rest(OPERATOR)


def read_messages(response: APIResponse) -> str:
	"""What the desk would show of an answer, without its markup."""
	answer = response.json()
	shown = [json.loads(message)["message"] for message in json.loads(answer.get("_server_messages") or "[]")]
	return re.sub(r"<[^>]+>", "", "\n".join(shown))


def count(client: Rest, doctype: str, *filters: list) -> int:
	"""How many documents there are, seen by the administrator."""
	return client.call("frappe.client.get_count", doctype=doctype, filters=list(filters))


def assert_refused(response: APIResponse, words: str) -> None:
	"""The office refused with a message that holds `words`, and not with a breakdown."""
	assert 400 <= response.status < 500, f"{response.status}: {response.text()[:500]}"
	assert words in read_messages(response)


@pytest.mark.parametrize(
	"wrong, words",
	[
		({"scan": []}, "Surat belum mempunyai scan"),
		({"tanggal_surat": f"{BESOK}"}, "belum terjadi"),
		(
			{"tanggal_surat": f"{date.today()}", "tanggal_terima": "2026-01-02 08:00:00"},
			"tidak mungkin diterima",
		),
		({"scan": [{"berkas": "/private/files/tidak-ada.pdf"}]}, "tidak ditemukan"),
		({"pengirim": "Instansi yang tidak ada"}, "Instansi yang tidak ada"),
	],
	ids=[
		"no scan",
		"letter from the future",
		"received before it was written",
		"a file nobody uploaded",
		"no sender",
	],
)
def test_bad_letter_is_refused_and_takes_no_number(rest, operator, tmp_path, wrong, words):
	administrator = rest()
	lines = count(administrator, "Agenda")
	fields = {**surat_fields(operator, upload(operator, tmp_path)), **wrong}
	assert_refused(operator.post("/api/resource/Surat Masuk", **fields), words)
	assert count(administrator, "Agenda") == lines
	assert count(administrator, "Surat Masuk", ["nomor_surat", "=", fields["nomor_surat"]]) == 0


@pytest.mark.parametrize(
	"content, words",
	[
		(b"Ini bukan PDF, hanya namanya.\n" * 50, "bukan PDF, JPG atau PNG"),
		(b"%PDF-1.7\n" + secrets.token_bytes(2000), "rusak"),
		(b"MZ" + secrets.token_bytes(2000), "bukan PDF, JPG atau PNG"),
	],
	ids=["text", "broken PDF", "program"],
)
def test_bad_scan_is_refused_at_once(rest, operator, tmp_path, content, words):
	name = f"surat-{secrets.token_hex(4)}.pdf"
	(tmp_path / name).write_bytes(content)
	response = operator.try_upload(tmp_path / name, doctype="Surat Masuk", name="new-surat-masuk-1")
	assert_refused(response, words)
	assert count(rest(), "File", ["file_name", "like", f"{name[:-4]}%"]) == 0


def test_scan_of_60_mb_is_refused(rest, office, sign_in, tmp_path):
	"""The browser names the limit before anything is sent; who sends it all the same is turned away unheard."""
	path = tmp_path / f"besar-{secrets.token_hex(4)}.pdf"
	path.write_bytes(make_pdf() + b"\0" * (60 * 1024 * 1024))
	with path.open("rb") as stream:
		answer = Sesi(office, OPERATOR).http.post(
			f"{office.url}/api/method/upload_file", files={"file": stream}
		)
	assert answer.status_code == 413
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	with page.expect_file_chooser() as chooser:
		page.get_by_role("button", name="Unggah Scan").click()
	chooser.value.set_files(path)
	expect(page.locator(".modal.show").last).to_contain_text(re.compile(rf"{path.stem}.*melebihi 25 MB"))
	assert count(rest(), "File", ["file_name", "like", f"{path.stem}%"]) == 0


@pytest.fixture
def surat_kabid(rest, operator, tmp_path) -> str:
	"""A letter that the head has given to the Kabid of Aplikasi Informatika."""
	name = bring_to_kepala(operator, rest(f"verifikator@{DOMAIN}"), tmp_path)
	answer = rest(KEPALA).post(TULIS, surat_masuk=name, kepada=["KABID-APTIKA"], instruksi=["Tindak lanjuti"])
	assert answer.ok, answer.text()
	return name


@pytest.fixture
def jabatan_lowong(rest) -> Iterator[str]:
	"""A post right below the Kabid that nobody holds."""
	pengelola = rest(f"pengelola@{DOMAIN}")
	jabatan = pengelola.insert(
		"Jabatan",
		kode=f"LOWONG-{secrets.token_hex(3)}",
		nama_jabatan="Kepala Seksi yang Lowong",
		unit_kerja="BID-APTIKA",
		parent_jabatan="KABID-APTIKA",
		jenis_jabatan="Struktural",
	)
	yield jabatan["name"]
	assert pengelola.delete(f"/api/resource/Jabatan/{jabatan['name']}").ok


@pytest.mark.parametrize(
	"kepada, words",
	[
		("KADIS", "adalah atasan jabatan Anda"),
		("KABID-IKP", "tidak berada di bawah jabatan Anda"),
		("KABID-APTIKA", "jabatan Anda sendiri"),
	],
	ids=["above", "beside", "oneself"],
)
def test_disposisi_goes_downwards_only(rest, surat_kabid, kepada, words):
	kabid = rest(f"kabid.aptika@{DOMAIN}")
	# The second recipient would be right: all of it is refused, or none.
	response = kabid.post(
		TULIS, surat_masuk=surat_kabid, kepada=["KASI-APLIKASI", kepada], instruksi=["Tindak lanjuti"]
	)
	assert_refused(response, words)
	assert count(rest(), "Disposisi", ["surat_masuk", "=", surat_kabid], ["dari", "=", "KABID-APTIKA"]) == 0


def test_disposisi_to_a_post_without_holder(rest, surat_kabid, jabatan_lowong):
	response = rest(f"kabid.aptika@{DOMAIN}").post(
		TULIS, surat_masuk=surat_kabid, kepada=[jabatan_lowong], instruksi=["Tindak lanjuti"]
	)
	assert_refused(response, "Kepala Seksi yang Lowong")
	assert "pemangku" in read_messages(response)


def test_same_letter_twice_warns_and_is_registered(operator, tmp_path):
	first = register(operator, tmp_path)
	again = surat_fields(operator, upload(operator, tmp_path), nomor_surat=first["nomor_surat"])
	response = operator.post("/api/resource/Surat Masuk", **again)
	assert response.ok, response.text()
	assert "sudah terdaftar pada agenda" in read_messages(response)
	assert response.json()["data"]["nomor_agenda"] != first["nomor_agenda"]


def test_form_keeps_what_was_typed_after_a_refusal(sign_in):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	typed = {"nomor_surat": "B/17/UJI/2026", "perihal": "Permohonan data yang salah tanggalnya"}
	for field, text in typed.items():
		isian.type_text(page, field, text)
	isian.type_link(page, "pengirim", "Badan Perencanaan Pembangunan Daerah")
	isian.type_link(page, "tujuan", "Kepala Dinas Komunikasi")
	isian.type_text(page, "tanggal_surat", f"{BESOK:%d-%m-%Y}")
	_attach_scan(page)
	isian.save(page)
	expect(page.locator(".msgprint-dialog.show, .modal.show").first).to_contain_text("belum terjadi")
	page.keyboard.press("Escape")
	for field, text in typed.items():
		expect(isian.get_field(page, field).locator("input, textarea").first).to_have_value(text)
	assert page.evaluate("cur_frm.doc.scan.length") == 1
	assert page.evaluate("cur_frm.is_new()")


def _attach_scan(page) -> None:
	isian.upload_scan(page, {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": make_pdf()})
