"""The visible signature: QR and the signer's particulars, as a PDF page of its own or as a picture."""

import subprocess
from io import BytesIO

import pikepdf
import segno

from eoffice_app.tte.permintaan import PermintaanTandaTangan
from eoffice_app.tte.tulisan import BIASA, TEBAL, get_fonts, measure, wrap, write_line

PEMBUKA = "Ditandatangani secara elektronik oleh"
TITIK_PER_INCI = 300
UKURAN_TERBESAR, UKURAN_TERKECIL = 8.0, 4.0
JARAK_BARIS = 1.2
SELA = 6
BATAS_WAKTU_GAMBAR_DETIK = 20


def make_cap(permintaan: PermintaanTandaTangan) -> bytes:
	"""Return the visible signature as a PDF of one page, as large as `permintaan.letak` says.

	The QR stands at the left; beside it jabatan, name, pangkat and NIP of who signed, and that he did electronically.
	"""
	letak = permintaan.letak
	with pikepdf.new() as pdf:
		page = pdf.add_blank_page(page_size=(letak.lebar, letak.tinggi))
		page.Resources = pikepdf.Dictionary(Font=get_fonts())
		page.Contents = pdf.make_stream(draw_qr(permintaan.tautan, letak.tinggi) + _write(permintaan))
		stream = BytesIO()
		pdf.save(stream)
	return stream.getvalue()


def draw_cap(permintaan: PermintaanTandaTangan) -> bytes:
	"""Return the visible signature as a PNG, for a gateway that takes a picture only.

	:raises subprocess.SubprocessError: poppler is not there or fails
	"""
	command = ["pdftoppm", "-png", "-r", str(TITIK_PER_INCI), "-singlefile", "-"]
	drawn = subprocess.run(
		command,
		input=make_cap(permintaan),
		capture_output=True,
		check=True,
		timeout=BATAS_WAKTU_GAMBAR_DETIK,
	)
	return drawn.stdout


def draw_qr(tautan: str, sisi: float) -> bytes:
	"""Return the drawing of a QR with sides of `sisi` points, its lower left corner at the origin."""
	matrix = segno.make(tautan, error="m", micro=False).matrix
	# One module of white on each side: the page around it is white as well.
	size = sisi / (len(matrix) + 2)
	squares = (
		b"%.3f %.3f %.3f %.3f re\n" % ((column + 1) * size, sisi - (row + 2) * size, size, size)
		for row, modules in enumerate(matrix)
		for column, dark in enumerate(modules)
		if dark
	)
	return b"0 g\n" + b"".join(squares) + b"f\n"


def _write(permintaan: PermintaanTandaTangan) -> bytes:
	letak = permintaan.letak
	left = letak.tinggi + SELA
	ukuran, lines = _fit(_list_texts(permintaan), letak.lebar - left, letak.tinggi)
	top = letak.tinggi - (letak.tinggi - len(lines) * ukuran * JARAK_BARIS) / 2 - ukuran
	return b"".join(
		write_line(text, left, top - number * ukuran * JARAK_BARIS, ukuran, fon)
		for number, (text, fon) in enumerate(lines)
	)


def _list_texts(permintaan: PermintaanTandaTangan) -> list[tuple[str, str]]:
	siapa = permintaan.penanda_tangan
	texts = [(PEMBUKA, BIASA), (siapa.jabatan, BIASA), (siapa.nama, TEBAL), (siapa.pangkat, BIASA)]
	if siapa.nip:
		texts.append((f"NIP {siapa.nip}", BIASA))
	return [(text, fon) for text, fon in texts if text]


def _fit(texts: list[tuple[str, str]], lebar: float, tinggi: float) -> tuple[float, list[tuple[str, str]]]:
	"""Return the largest size at which all texts stand in the box, and their lines at that size."""
	ukuran = UKURAN_TERBESAR
	while True:
		lines = [(line, fon) for text, fon in texts for line in wrap(text, lebar, ukuran, fon)]
		wide = any(measure(line, ukuran, fon) > lebar for line, fon in lines)
		if ukuran <= UKURAN_TERKECIL or not (wide or len(lines) * ukuran * JARAK_BARIS > tinggi):
			return ukuran, lines
		ukuran -= 0.25
