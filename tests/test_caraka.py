"""The caraka's phone: letters handed over and signed for, through a dead network, once each."""

import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect
from support.browser import close_windows
from support.ekspedisi import (
	CARAKA,
	JALAN,
	bring_under_way,
	launch_with_camera,
	list_instansi,
	open_phone,
	read_list,
	sign_by_finger,
)
from support.login import enter
from support.surat import DOMAIN, OPERATOR

# The phone's own rounds with the office count in, on a busy machine too.
expect.set_options(timeout=30_000)
TERSIMPAN = re.compile("tersimpan di ponsel, menunggu jaringan")
TERKIRIM = re.compile("catatan terkirim")
# What some phones do: the first request for the camera is never answered.
KAMERA_BISU_SEKALI = """() => {
	const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
	navigator.mediaDevices.getUserMedia = () => {
		navigator.mediaDevices.getUserMedia = ask;
		return new Promise(() => {});
	};
}"""


@pytest.fixture
def run(rest, tmp_path) -> str:
	"""A run of two letters, to two doors."""
	return bring_under_way(rest, tmp_path, list_instansi(rest(OPERATOR), 2))


@pytest.fixture
def phone(run, browser, office) -> Iterator[BrowserContext]:
	"""The caraka's phone, on which the page was opened once."""
	context = open_phone(browser, office)
	yield context
	close_windows(context)


def read_lines(rest, run: str) -> list[dict]:
	return rest(OPERATOR).call(f"{JALAN}.persiapan.get_baris", ekspedisi=run)


def find_letter(page: Page, line: dict):
	return page.locator(f"a.surat[href='#/surat/{line['name']}']")


def hand_over(page: Page, line: dict, nama: str = "Penerima Contoh") -> None:
	"""Note a letter as received, signed by finger."""
	find_letter(page, line).click()
	page.locator("[data-pilih=diterima]").click()
	page.fill("#nama_penerima", nama)
	page.fill("#jabatan_penerima", "Resepsionis")
	sign_by_finger(page, page.locator("canvas"))
	page.get_by_role("button", name="Simpan Tanda Terima").click()
	expect(find_letter(page, line)).to_be_visible()


def note_undelivered(page: Page, line: dict) -> None:
	find_letter(page, line).click()
	page.locator("[data-pilih=gagal]").click()
	page.get_by_label("Kantor tutup").check()
	page.get_by_role("button", name="Simpan").click()
	expect(find_letter(page, line)).to_be_visible()


def test_a_letter_is_signed_for_by_finger_and_photographed(phone, run, rest, tmp_path):
	page, (line, _other) = phone.pages[0], read_lines(rest, run)
	photo = tmp_path / "foto.jpg"
	Image.effect_noise((3000, 2000), 60).convert("RGB").save(photo)
	find_letter(page, line).click()
	page.locator("[data-pilih=diterima]").click()
	page.get_by_role("button", name="Simpan Tanda Terima").click()
	expect(page.get_by_role("alert")).to_have_text("Isi nama penerima surat.")
	page.fill("#nama_penerima", "Penerima Contoh")
	page.get_by_role("button", name="Simpan Tanda Terima").click()
	expect(page.get_by_role("alert")).to_have_text("Minta penerima menandatangani di kotak tanda tangan.")
	sign_by_finger(page, page.locator("canvas"))
	page.set_input_files("#foto", photo)
	expect(page.get_by_alt_text("Foto yang diambil")).to_be_visible()
	page.get_by_role("button", name="Simpan Tanda Terima").click()
	expect(find_letter(page, line)).to_contain_text(TERKIRIM)
	sent = rest(OPERATOR).read("Pengiriman Surat", line["pengiriman"])
	assert (sent["keadaan"], sent["diterima_oleh"]) == ("Terkirim", "Penerima Contoh")
	for address in (sent["tanda_tangan"], sent["foto"]):
		assert address.startswith("/private/files/")
		assert rest(OPERATOR).get(address).ok
		assert not phone.request.get(address).ok


def test_notes_survive_a_dead_network_and_a_closed_page_and_come_in_once(phone, run, rest):
	page, (first, second) = phone.pages[0], read_lines(rest, run)
	phone.set_offline(True)
	page.reload()
	expect(page.locator("#sambungan")).to_contain_text("Tanpa jaringan")
	hand_over(page, first)
	expect(find_letter(page, first)).to_contain_text(TERSIMPAN)
	page.close()
	page = phone.new_page()
	page.goto("/caraka")
	expect(find_letter(page, first)).to_contain_text(TERSIMPAN)
	note_undelivered(page, second)
	expect(page.locator("#sambungan")).to_contain_text("2 catatan menunggu dikirim")
	assert not any(line["hasil"] for line in read_lines(rest, run))
	phone.set_offline(False)
	expect(find_letter(page, first)).to_contain_text(TERKIRIM)
	expect(find_letter(page, second)).to_contain_text(TERKIRIM)
	lines = read_lines(rest, run)
	assert [(line["hasil"], line["alasan"]) for line in lines] == [
		("Diterima", ""),
		("Tidak Terkirim", "Kantor tutup"),
	]
	page.reload()
	expect(page.locator("#sambungan")).to_have_text("Tersambung")
	assert read_lines(rest, run) == lines


def test_a_receipt_whose_answer_was_lost_is_sent_again_and_counts_once(phone, run, rest):
	page, (line, _other) = phone.pages[0], read_lines(rest, run)
	taken_in = []

	def lose_answer(route):
		taken_in.append(route.fetch())
		route.abort("connectionreset")

	def pass_on_answer(route):
		taken_in.append(route.fetch())
		route.fulfill(response=taken_in[-1])

	# Every answer: the phone tries again each half minute, which on a slow machine comes before all of this was looked at.
	page.route(re.compile("record_hasil"), lose_answer)
	hand_over(page, line)
	expect(page.locator("#sambungan")).to_contain_text("Tanpa jaringan")
	expect(find_letter(page, line)).to_contain_text(TERSIMPAN)
	assert read_lines(rest, run)[0]["hasil"] == "Diterima"
	page.route(re.compile("record_hasil"), pass_on_answer)
	# As when the screen is unlocked again.
	page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
	expect(find_letter(page, line)).to_contain_text(TERKIRIM)
	first, *again = [answer.json()["message"] for answer in taken_in]
	assert again
	assert again == [first] * len(again)
	filters = {"attached_to_doctype": "Pengiriman Surat", "attached_to_name": line["pengiriman"]}
	assert len(read_list(rest(), "File", filters, ["name"])) == 1


def test_a_session_that_ended_loses_nothing(phone, run, rest, office):
	page, (line, _other) = phone.pages[0], read_lines(rest, run)
	phone.set_offline(True)
	hand_over(page, line)
	phone.clear_cookies()
	phone.set_offline(False)
	expect(page.get_by_role("link", name="Masuk Lagi")).to_be_visible()
	expect(find_letter(page, line)).to_contain_text(TERSIMPAN)
	enter(page, CARAKA, office.password_of(CARAKA))
	page.goto("/caraka")
	expect(find_letter(page, line)).to_contain_text(TERKIRIM)


def test_letters_for_one_door_are_signed_for_at_once_and_the_run_handed_back(
	run, rest, tmp_path, browser, office
):
	line = read_lines(rest, run)[0]
	instansi = rest(OPERATOR).read("Pengiriman Surat", line["pengiriman"])["penerima"]
	other_run = bring_under_way(rest, tmp_path, [instansi])
	(other,) = read_lines(rest, other_run)
	phone = open_phone(browser, office)
	page = phone.pages[0]
	find_letter(page, line).click()
	page.locator("[data-pilih=diterima]").click()
	page.fill("#nama_penerima", "Penerima Contoh")
	sign_by_finger(page, page.locator("canvas"))
	page.get_by_label(other["nomor_surat"]).check()
	page.get_by_role("button", name="Simpan Tanda Terima").click()
	expect(find_letter(page, other)).to_contain_text(TERKIRIM)
	assert [rows[0]["hasil"] for rows in (read_lines(rest, run), read_lines(rest, other_run))] == [
		"Diterima"
	] * 2
	finished = page.locator(".ekspedisi", has=find_letter(page, other))
	finished.get_by_role("button", name="Serahkan Kembali").click()
	expect(find_letter(page, other)).to_have_count(0)
	assert rest(OPERATOR).read("Ekspedisi", other_run)["keadaan"] == "Diserahkan Kembali"
	phone.close()


def test_the_clerk_was_quicker_and_the_phone_says_so(phone, run, rest):
	page, (line, _other) = phone.pages[0], read_lines(rest, run)
	phone.set_offline(True)
	hand_over(page, line)
	values = {"hasil": "Tidak Terkirim", "waktu": line["dikirim_pada"], "alasan": "Kantor tutup"}
	operator = rest(OPERATOR)
	operator.call(f"{JALAN}.caraka.record_from_book", ekspedisi=run, baris=line["name"], **values)
	operator.call(
		f"{JALAN}.caraka.record_from_book",
		**{"ekspedisi": run, "baris": line["name"], "waktu": line["dikirim_pada"]},
		**{"hasil": "Diterima", "nama_penerima": "Dari buku"},
	)
	phone.set_offline(False)
	warning = page.locator("section.peringatan")
	expect(warning).to_contain_text("sudah tercatat")
	expect(warning).to_contain_text("Penerima Contoh")
	assert read_lines(rest, run)[0]["nama_penerima"] == "Dari buku"


def test_a_typed_code_finds_its_letter_and_no_other(phone, run, rest):
	page, (line, _other) = phone.pages[0], read_lines(rest, run)
	page.get_by_role("link", name="Pindai QR Surat").click()
	# With the place of the camera gone, the button stands where it is clicked.
	expect(page.get_by_role("alert")).to_contain_text("Kamera tidak dapat dipakai")
	for text, answer in (
		("ABCD-EFGH-IJKL", "tidak ada dalam ekspedisi Anda"),
		("https://kantor-lain.example/verifikasi/ABCDEFGH", "milik kantor lain"),
	):
		page.fill("#kode", text)
		page.get_by_role("button", name="Cari Surat").click()
		expect(page.get_by_role("alert")).to_contain_text(answer)
	page.fill("#kode", line["kode"].lower())
	page.get_by_role("button", name="Cari Surat").click()
	expect(page.locator(".lembar")).to_contain_text(line["nomor_surat"])
	expect(page.locator(".dipindai")).to_be_visible()


def test_the_camera_reads_the_qr_of_a_copy(run, rest, playwright, office, tmp_path):
	line = read_lines(rest, run)[1]
	browser = launch_with_camera(playwright, office, line["kode"], tmp_path)
	phone = open_phone(browser, office)
	page = phone.pages[0]
	page.get_by_role("link", name="Pindai QR Surat").click()
	expect(page.locator(".lembar")).to_contain_text(line["nomor_surat"])
	expect(page.locator(".dipindai")).to_be_visible()
	browser.close()


def test_a_camera_that_does_not_answer_is_asked_again(run, rest, playwright, office, tmp_path):
	line = read_lines(rest, run)[1]
	browser = launch_with_camera(playwright, office, line["kode"], tmp_path)
	phone = open_phone(browser, office)
	page = phone.pages[0]
	page.evaluate(KAMERA_BISU_SEKALI)
	page.get_by_role("link", name="Pindai QR Surat").click()
	expect(page.locator(".lembar")).to_contain_text(line["nomor_surat"])
	browser.close()


def test_the_page_keeps_nothing_after_signing_out(phone, run, rest):
	page, (line, _other) = phone.pages[0], read_lines(rest, run)
	expect(find_letter(page, line)).to_be_visible()
	page.get_by_role("button", name="Keluar").click()
	page.wait_for_url(re.compile("/login"))
	phone.set_offline(True)
	page.goto("/caraka")
	expect(page.locator("#layar h1")).to_have_text("Belum ada surat untuk diantar")
	assert line["nomor_surat"] not in page.content()


def test_the_page_is_for_couriers(run, open_page, office):
	page = open_page()
	page.goto("/caraka")
	page.wait_for_url(re.compile("/login"))
	email = f"staf.media@{DOMAIN}"
	enter(page, email, office.password_of(email))
	answer = page.goto("/caraka")
	assert answer.status == 403
	refused = page.request.get(f"/api/method/{JALAN}.caraka.get_tugas")
	assert refused.status == 403
