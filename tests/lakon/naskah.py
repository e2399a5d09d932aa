"""The letter of the play: its words, and the scan of its three pages."""

import io
import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PIL import Image, ImageDraw, ImageFont

UKURAN = (1240, 1754)
KIRI = 150
BULAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


@dataclass(frozen=True)
class Surat:
	"""What the operator types in."""

	pengirim: str
	nomor: str
	tanggal: date
	perihal: str
	tujuan: str
	klasifikasi: str
	lampiran: str


def write_surat() -> Surat:
	"""Return a letter of yesterday whose number no earlier play has used."""
	kemarin = date.today() - timedelta(days=1)
	return Surat(
		pengirim="Badan Perencanaan Pembangunan Daerah",
		nomor=f"000.7.2/{datetime.now():%j%H%M%S}/BAPPEDA/{kemarin.year}",
		tanggal=kemarin,
		perihal="Undangan rapat koordinasi integrasi data perencanaan pembangunan daerah",
		tujuan="Kepala Dinas Komunikasi",
		klasifikasi="000.7.2",
		lampiran="2 lembar",
	)


def write_tanggal(day: date) -> str:
	"""Return a day as papers write it, for example 21 November 2026."""
	return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def create_scan(surat: Surat) -> bytes:
	"""Return the letter and its two enclosures as a PDF of scanned pages."""
	pages = [_draw_letter(surat), _draw_enclosure("Susunan acara", 1), _draw_enclosure("Daftar undangan", 2)]
	chance = random.Random(surat.nomor)
	scanned = [
		page.rotate(chance.uniform(-0.7, 0.7), Image.Resampling.BILINEAR, fillcolor=245) for page in pages
	]
	output = io.BytesIO()
	scanned[0].save(output, "PDF", save_all=True, append_images=scanned[1:], resolution=150, quality=40)
	return output.getvalue()


def _draw_letter(surat: Surat) -> Image.Image:
	page, draw = _new_page()
	_write(draw, 110, "PEMERINTAH KABUPATEN CONTOH", 34)
	_write(draw, 160, surat.pengirim.upper(), 40)
	draw.line((KIRI, 230, UKURAN[0] - KIRI, 230), fill=40, width=5)
	lines = [
		f"Sukacontoh, {write_tanggal(surat.tanggal)}",
		"",
		f"Nomor     : {surat.nomor}",
		f"Lampiran : {surat.lampiran}",
		"Hal           : Undangan rapat koordinasi",
		"",
		"Yth. Kepala Dinas Komunikasi dan Informatika",
		"di Sukacontoh",
		"",
		"Dengan hormat, kami mengundang Saudara dalam rapat koordinasi integrasi",
		"data perencanaan pembangunan daerah sebagaimana jadwal terlampir.",
		"Mengingat pentingnya acara, mohon hadir tepat waktu.",
		"",
		"Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih.",
	]
	_write_lines(draw, 290, lines)
	_write_lines(draw, 1000, ["Kepala Badan,", "", "", "Nangka Contoh, S.T., M.T."], left=720)
	return page


def _draw_enclosure(title: str, number: int) -> Image.Image:
	page, draw = _new_page()
	_write(draw, 130, f"Lampiran {number}: {title}", 34)
	rows = [
		f"{row}.   ................................................................" for row in range(1, 13)
	]
	_write_lines(draw, 240, rows, step=62)
	return page


def _new_page() -> tuple[Image.Image, ImageDraw.ImageDraw]:
	page = Image.new("L", UKURAN, 248)
	return page, ImageDraw.Draw(page)


def _write(draw: ImageDraw.ImageDraw, top: int, text: str, size: int) -> None:
	draw.text((UKURAN[0] / 2, top), text, font=ImageFont.load_default(size), fill=40, anchor="mt")


def _write_lines(
	draw: ImageDraw.ImageDraw, top: int, lines: list[str], left: int = KIRI, step: int = 44
) -> None:
	for number, line in enumerate(lines):
		draw.text((left, top + number * step), line, font=ImageFont.load_default(28), fill=40)
