"""What the form proposes from the scan of a new letter: shown with its place, taken by a key, never over what was typed."""

from datetime import date, datetime, timedelta
from io import BytesIO

from lakon import isian
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import expect
from support.surat import OPERATOR

FONT = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"
NOMOR = "005/123/DISHUB/2026"
# The job's own limit: other jobs may be before it, and the machine busy.
READ = 240_000
LINES = (
	(700, 150, "PEMERINTAH KABUPATEN CONTOH"),
	(750, 200, "DINAS PERHUBUNGAN"),
	(1050, 330, "Sukacontoh, 12 Maret 2026"),
	(150, 400, f"Nomor      : {NOMOR}"),
	(150, 440, "Sifat         : Segera"),
	(150, 480, "Hal            : Undangan Rapat Koordinasi"),
	(150, 600, "Dengan hormat, bersama ini kami mengundang Saudara untuk hadir pada rapat koordinasi."),
)


def test_proposals_are_shown_and_taken_by_a_key_but_never_over_what_was_typed(sign_in):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	isian.upload_scan(page, {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": draw_letter()})
	expect(proposal_of(page, "nomor_surat")).to_contain_text(NOMOR, timeout=READ)
	expect(proposal_of(page, "nomor_surat").locator("svg rect")).to_be_visible()
	assert not page.evaluate("cur_frm.doc.nomor_surat"), "filled in although nobody has accepted it"
	isian.type_text(page, "perihal", "Perihal yang diketik")
	expect(proposal_of(page, "perihal")).to_have_count(0)
	field = isian.get_field(page, "tanggal_surat").locator("input")
	field.focus()
	page.keyboard.press("Alt+Enter")
	expect(field).to_have_value("12-03-2026")
	assert not page.evaluate("cur_frm.doc.nomor_surat"), "one field's key took another's proposal"
	page.get_by_role("button", name="Pakai Semua").click()
	expect(isian.get_field(page, "nomor_surat").locator("input")).to_have_value(NOMOR)
	expect(isian.get_field(page, "derajat").locator("input")).to_have_value("Segera")
	assert page.evaluate("cur_frm.doc.perihal") == "Perihal yang diketik"


def test_nothing_of_the_proposals_stays_with_a_letter_that_is_registered(sign_in):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	isian.upload_scan(page, {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": draw_letter()})
	isian.type_link(page, "pengirim", "Badan Perencanaan Pembangunan Daerah")
	# Whom the sender's last letter was for is filled in, unless somebody is in that field already.
	page.wait_for_function("cur_frm.doc.tujuan")
	isian.type_text(page, "tanggal_surat", f"{date.today() - timedelta(days=1):%d-%m-%Y}")
	isian.type_text(page, "perihal", "Permohonan data")
	of_scan, of_sender = (
		page.locator(f".form-page:visible {mark}") for mark in (".kabar-usulan", ".diusulkan")
	)
	# The page is still being read, or the number that nobody has typed is proposed.
	expect(of_scan).to_be_visible()
	expect(of_sender.first).to_be_visible()
	isian.save(page)
	page.wait_for_function("!cur_frm.is_new()")
	expect(of_scan).to_have_count(0)
	expect(of_sender).to_have_count(0)


def test_a_busy_office_is_waited_for_and_the_clerk_is_told_to_go_on(sign_in):
	page = sign_in(OPERATOR, route="/app/surat-masuk/new")
	# The machine has much to do and answers so for a minute, which passes more quickly here.
	page.evaluate("""() => {
		const wait = window.setTimeout;
		window.setTimeout = (act, time, ...rest) => wait(act, [1500, 6000].includes(time) ? 20 : time, ...rest);
	}""")
	lost = iter([True])

	def answer(route) -> None:
		if next(lost, False):
			route.abort()
		else:
			route.fulfill(json={"message": {"keadaan": "Menunggu"}})

	page.route("**/*get_usulan", answer)
	isian.upload_scan(page, {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": draw_letter()})
	said = page.locator(".kabar-usulan")
	expect(said).to_contain_text("Isi seperti biasa, usulannya menyusul", timeout=READ)
	page.unroute("**/*get_usulan")
	expect(proposal_of(page, "nomor_surat")).to_contain_text(NOMOR, timeout=READ)
	expect(said).not_to_contain_text("menyusul")


def proposal_of(page, field: str):
	"""The proposal below a field."""
	return page.locator(f"[data-usulan='{field}']:visible")


def draw_letter() -> bytes:
	"""Return the scan of a letter at 200 dots an inch, unlike any other."""
	page = Image.new("L", (1654, 2339), 255)
	pen = ImageDraw.Draw(page)
	for x, y, text in LINES:
		pen.text((x, y), text, fill=20, font=ImageFont.truetype(FONT, 34))
	stream = BytesIO()
	page.save(stream, "PDF", resolution=200)
	return stream.getvalue() + f"%{datetime.now().timestamp()}\n".encode()
