"""Letters to register: real values, and a real PDF uploaded for each."""

from functools import cache
from io import BytesIO

import frappe
from frappe.utils import now_datetime, nowdate
from PIL import Image, ImageDraw

PAGE = (1240, 1754)


def upload_scan() -> str:
	"""Upload a one-page scan that no other letter has, as the present user; returns its address."""
	# Frappe gives files of the same content the same address, and each letter has a scan of its own.
	content = _draw_page() + b"%" + frappe.generate_hash(length=16).encode() + b"\n"
	values = {"doctype": "File", "file_name": "surat.pdf", "content": content, "is_private": 1}
	return frappe.get_doc(values).insert().file_url


def compose_letter(berkas: str, buku: str = "SM") -> dict:
	"""Return the values of a new Surat Masuk with the uploaded file `berkas` as its scan."""
	return {
		"doctype": "Surat Masuk",
		"buku": buku,
		"tanggal_terima": now_datetime(),
		"saluran": "Fisik",
		"pengirim": _first_sender(),
		"nomor_surat": f"005/{frappe.generate_hash(length=8)}/2026",
		"tanggal_surat": nowdate(),
		"perihal": "Undangan rapat koordinasi penyelenggaraan pemerintahan berbasis elektronik",
		"tujuan": "KADIS",
		"sifat": "Biasa",
		"derajat": "Biasa",
		"klasifikasi": "500.12.6",
		"lampiran": "1 berkas",
		"keterangan": "Diterima dalam keadaan baik",
		"scan": [{"berkas": berkas}],
	}


@cache
def _first_sender() -> str:
	return frappe.get_all("Instansi", order_by="creation asc", limit=1, pluck="name")[0]


@cache
def _draw_page() -> bytes:
	page = Image.new("L", PAGE, 245)
	pen = ImageDraw.Draw(page)
	for line in range(150, 1600, 36):
		pen.text((150, line), "Surat undangan rapat koordinasi " * 4, fill=40)
	stream = BytesIO()
	page.save(stream, "PDF", resolution=150)
	return stream.getvalue()
