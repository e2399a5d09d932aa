"""A page of a word processor made into the PDF that is signed, by the job: docx.py SITE TIMES."""

import io
import resource
import statistics
import sys
import time

import docx
import frappe
from eoffice_app.naskah.berkas_konsep import BERKAS
from eoffice_app.naskah.siap import SEWA, SIAP, store_result, try_to_compose
from figures import Figure, hand_over

from in_site.connection import OPERATOR, connected

GOAL = 5
PARAGRAPHS = 12
WORDS = "Sehubungan dengan rencana kegiatan tersebut, bersama ini kami sampaikan hal-hal sebagai berikut. "


def main(site: str, times: int) -> None:
	"""Convert so many letters of one page, one after the other, and hand over the slowest of them."""
	with connected(site, OPERATOR):
		names = [draft(number) for number in range(times)]
	with connected(site):
		seconds = [time_conversion(name) for name in names]
	words = (
		f"the slowest of {times}; in the middle {statistics.median(seconds):.1f} s, "
		f"of which LibreOffice had the processor {processor_seconds() / times:.1f} s"
	)
	hand_over(Figure("one page of .docx made into a PDF", max(seconds), "s", GOAL, words))


def draft(number: int) -> str:
	"""Draft a letter by file, signed by its drafter, and return its name."""
	post = frappe.get_all("Pemangku Jabatan", {"pegawai": find_pegawai()}, pluck="jabatan", limit=1)[0]
	office = frappe.get_all("Instansi", pluck="name", limit=1)[0]
	letter = {
		"doctype": "Surat Keluar",
		"jenis_naskah": "Nota Dinas",
		"perihal": f"Naskah {number}",
		"cara_menulis": BERKAS,
		"berkas_konsep": upload(number),
		"tujuan": [{"jenis_penerima": "Instansi", "penerima": office}],
		"penanda_tangan": post,
	}
	name = frappe.get_doc(letter).insert().name
	frappe.db.commit()
	return name


def find_pegawai() -> str:
	"""Return who drafts: the employee of the session's user."""
	return frappe.db.get_value("Pegawai", {"user": frappe.session.user})


def upload(number: int) -> str:
	"""Upload a page of a letter unlike any other; returns its address."""
	text = docx.Document()
	for line in (
		"Nomor: {{nomor}}",
		"Kota, {{tanggal}}",
		f"Naskah {number}",
		*[WORDS * 2] * PARAGRAPHS,
		"{{qr}}",
	):
		text.add_paragraph(line)
	stream = io.BytesIO()
	text.save(stream)
	values = {"doctype": "File", "file_name": f"naskah-{number}.docx", "is_private": 1}
	return frappe.get_doc({**values, "content": stream.getvalue()}).insert().file_url


def processor_seconds() -> float:
	"""Return the seconds that all programs started so far had the processor."""
	used = resource.getrusage(resource.RUSAGE_CHILDREN)
	return used.ru_utime + used.ru_stime


def time_conversion(name: str) -> float:
	"""Do the job; returns its seconds. Raises ValueError when it made no PDF."""
	begun = time.perf_counter()
	SEWA.take(name)
	letter = frappe.get_doc("Surat Keluar", name)
	store_result(letter, *try_to_compose(letter))
	frappe.db.commit()
	seconds = time.perf_counter() - begun
	if frappe.db.get_value("Surat Keluar", name, "keadaan_naskah") != SIAP:
		raise ValueError(f"{name} did not become a PDF")
	return seconds


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
