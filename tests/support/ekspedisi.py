"""Letters on their way with the caraka, made through the office's own interface, and his phone."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright

from support.browser import TIMEOUT, launch
from support.console import watch
from support.login import enter
from support.office import Office
from support.rest import Rest
from support.surat import DOMAIN, KEPALA, OPERATOR, make_pdf

CARAKA = f"caraka@{DOMAIN}"
PONSEL = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
JALAN = "eoffice_app.ekspedisi"


def bring_under_way(rest: Callable[..., Rest], folder: Path, tujuan: list[str]) -> str:
	"""Write, sign and number a letter, and hand its copies to the caraka; return the name of the run."""
	kepala, operator = rest(KEPALA), rest(OPERATOR)
	surat = number_letter(kepala, folder, tujuan)
	rows = read_list(operator, "Pengiriman Surat", {"surat_keluar": surat}, ["name", "cara"])
	for row in rows:
		if row["cara"] != "Caraka":
			operator.call("eoffice_app.saluran.tindakan.change_way", pengiriman=row["name"], saluran="Caraka")
	pegawai = read_list(operator, "Pegawai", {"user": CARAKA}, ["name"])[0]["name"]
	run = operator.insert("Ekspedisi", caraka=pegawai)["name"]
	names = [row["name"] for row in rows]
	operator.call(f"{JALAN}.persiapan.add_surat", ekspedisi=run, daftar_pengiriman=names)
	operator.call(f"{JALAN}.perjalanan.hand_over", ekspedisi=run)
	return run


def read_list(client: Rest, doctype: str, filters: dict, fields: list[str]) -> list[dict]:
	"""Return the rows of a DocType that the client may see."""
	answer = client.get(f"/api/resource/{doctype}", filters=filters, fields=fields, limit_page_length=0)
	return answer.json()["data"]


def list_instansi(client: Rest, jumlah: int) -> list[str]:
	"""Return the names of some agencies."""
	return [row["name"] for row in read_list(client, "Instansi", {}, ["name"])[:jumlah]]


def open_phone(browser: Browser, office: Office) -> BrowserContext:
	"""Return the caraka's phone, signed in."""
	context = browser.new_context(base_url=office.url, locale="id-ID", timezone_id="Asia/Jakarta", **PONSEL)
	context.set_default_timeout(TIMEOUT)
	page = context.new_page()
	watch(page)
	enter(page, CARAKA, office.password_of(CARAKA))
	page.goto("/caraka")
	page.wait_for_selector("#layar h1")
	# From here on the page opens without network.
	page.evaluate("navigator.serviceWorker.ready")
	return context


def sign_by_finger(page: Page, canvas: Locator) -> None:
	"""Draw a signature with a finger on the glass."""
	canvas.scroll_into_view_if_needed()
	box = canvas.bounding_box()
	glass = page.context.new_cdp_session(page)
	points = [(0.1 + 0.05 * step, 0.3 if step % 2 else 0.7) for step in range(16)]
	for step, (x, y) in enumerate(points):
		place = {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
		kind = "touchMove" if step else "touchStart"
		glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [place]})
	glass.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
	# Faster than any finger the next touch would be taken for the second half of this one.
	page.wait_for_timeout(500)


def launch_with_camera(playwright: Playwright, office: Office, text: str, folder: Path) -> Browser:
	"""Start a Chromium whose camera sees a QR that says `text`."""
	film = _film_qr(office, text, folder)
	return launch(
		playwright,
		"--use-fake-ui-for-media-stream",
		"--use-fake-device-for-media-stream",
		f"--use-file-for-fake-video-capture={film}",
	)


def number_letter(kepala: Rest, folder: Path, tujuan: list[str], jenis: str = "Instansi") -> str:
	"""Write, sign by ink and number a letter of the head's to some agencies, or posts of the office; return its name."""
	surat = kepala.insert(
		"Surat Keluar",
		jenis_naskah="Surat Dinas",
		klasifikasi="000.7.2",
		perihal="Pemberitahuan untuk pengujian",
		sifat="Biasa",
		derajat="Biasa",
		isi="<p>Dengan hormat kami beritahukan.</p>",
		tujuan=[{"jenis_penerima": jenis, "penerima": name} for name in tujuan],
		penanda_tangan="KADIS",
		cara_tanda_tangan="Sendiri",
	)
	name = surat["name"]
	kepala.call("eoffice_app.persuratan.konsep.langkah.send_draft", surat_keluar=name)
	path = folder / "bertanda.pdf"
	path.write_bytes(make_pdf())
	berkas = kepala.upload(path)["file_url"]
	basah = "eoffice_app.persuratan.surat_keluar.tanda_tangan_basah"
	kepala.call(f"{basah}.attach_signed_scan", surat_keluar=name, versi=surat["versi"], berkas=berkas)
	kepala.call(f"{basah}.number_surat", surat_keluar=name)
	return name


def _film_qr(office: Office, text: str, folder: Path) -> Path:
	"""Write a film of one still picture: a QR on a sheet of paper, as a camera sees it."""
	picture = folder / "qr.png"
	code = "import segno, sys; segno.make(sys.argv[1], error='m', micro=False).save(sys.argv[2], scale=8, border=6)"
	subprocess.run([office.bench / "env/bin/python", "-c", code, text, picture], check=True)
	sheet = Image.new("L", (640, 480), 235)
	qr = Image.open(picture).convert("L").resize((360, 360), Image.Resampling.NEAREST)
	sheet.paste(qr, (140, 60))
	film = folder / "kamera.y4m"
	frame = b"FRAME\n" + sheet.tobytes() + bytes([128]) * (640 * 480 // 2)
	film.write_bytes(b"YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n" + frame * 10)
	return film
