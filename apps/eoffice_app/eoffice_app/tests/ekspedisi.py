"""Runs with letters in them, and what a caraka's phone would send of one."""

import base64
from io import BytesIO

import frappe
from frappe.model.document import Document
from PIL import Image, ImageDraw

from eoffice_app.ekspedisi.perjalanan import hand_over
from eoffice_app.ekspedisi.persiapan import add_surat
from eoffice_app.tests.dasar import acting_as, make_pegawai
from eoffice_app.tests.surat_bernomor import make_pengiriman

CARAKA, CARAKA_LAIN = "UJI-CARAKA", "UJI-CARAKA-LAIN"


def make_run(pengiriman: list[Document] | None = None, **values) -> tuple[Document, list[Document]]:
	"""Return a run that the operator has put together, and the deliveries in it."""
	pengiriman = pengiriman or make_pengiriman("Caraka", **values)
	caraka = make_pegawai(CARAKA, "Caraka")
	with acting_as("UJI-OPERATOR"):
		run = frappe.get_doc({"doctype": "Ekspedisi", "caraka": caraka}).insert()
		add_surat(run.name, [doc.name for doc in pengiriman])
	return run, pengiriman


def make_run_under_way(**values) -> tuple[Document, list[str]]:
	"""Return a run that its caraka has taken along, and the names of its lines in the order of the book."""
	run, _pengiriman = make_run(**values)
	with acting_as("UJI-OPERATOR"):
		hand_over(run.name)
	lines = frappe.get_all(
		"Baris Ekspedisi", {"ekspedisi": run.name}, pluck="name", order_by="nomor_urut asc"
	)
	return frappe.get_doc("Ekspedisi", run.name), lines


def make_tanda_tangan(is_signed: bool = True) -> str:
	"""Return a signature as the phone sends it."""
	paper = Image.new("RGB", (600, 260), "white")
	if is_signed:
		ImageDraw.Draw(paper).line([(40, 200), (200, 40), (320, 210), (560, 90)], fill="#0b1f4d", width=6)
	return make_alamat_data(paper, "PNG")


def make_alamat_data(image: Image.Image, kind: str, **options) -> str:
	"""Return a picture as a data address."""
	stream = BytesIO()
	image.save(stream, kind, **options)
	return f"data:image/{kind.lower()};base64,{base64.b64encode(stream.getvalue()).decode()}"


def compose_catatan(baris: str, **values) -> dict:
	"""Return what the phone sends when a letter was received just now."""
	return {
		"baris": baris,
		"kunci": frappe.generate_hash(length=32),
		"hasil": "Diterima",
		"umur": 0,
		"nama_penerima": "Penerima Contoh",
		"jabatan_penerima": "Resepsionis",
		"tanda_tangan": make_tanda_tangan(),
		**values,
	}
