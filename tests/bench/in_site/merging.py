"""A letter's scans of a hundred pages made into one PDF by the job: merging.py SITE PAGES."""

import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import frappe
from eoffice_app.persuratan.berkas.gabung_scan import finish_merging, take_lease
from figures import Figure, hand_over
from frappe.utils import get_files_path
from PIL import Image, ImageDraw

from in_site.connection import OPERATOR, connected
from in_site.letters import compose_letter

SECONDS, MEGABYTES = 10, 300
# A page as an office scanner gives it: A4 at 200 dots an inch, grey, some noise of the paper.
PAGE, RESOLUTION, NOISE = (1654, 2339), 200, 12
PAGES_PER_PDF = 15


def main(site: str, pages: int) -> None:
	"""Merge PDFs and single pictures, with as many pages in all, and hand over time and memory."""
	# Another process draws and registers, whose memory does not count here.
	another = multiprocessing.get_context("spawn").Pool(1)
	with tempfile.TemporaryDirectory() as folder, another, connected(site):
		another.apply(draw_scans, (folder, pages))
		scans = sorted(Path(folder).iterdir())
		size = sum(path.stat().st_size for path in scans) / 1024**2
		name = another.apply(register, (site, scans))
		before = peak_megabytes()
		seconds = time_merging(name)
		copying = time_copying(scans, Path(folder) / "copy")
	compared_to = f"{size:.0f} MB in {len(scans)} files; copying them takes {copying:.2f} s"
	hand_over(Figure(f"{pages} pages made into one PDF", seconds, "s", SECONDS, compared_to))
	compared_to = f"the process has {before:.0f} MB before it begins"
	hand_over(Figure("most memory while merging", peak_megabytes(), "MB", MEGABYTES, compared_to))


def draw_scans(folder: str, pages: int) -> None:
	"""Write the scans: PDFs of PAGES_PER_PDF pages, and every fifth page of the rest as a picture by itself."""
	number = 0
	while number < pages:
		many = min(PAGES_PER_PDF, pages - number)
		first, *others = [draw_page(number + index) for index in range(many)]
		if many > 1:
			path = Path(folder) / f"{number:04}.pdf"
			first.save(path, "PDF", resolution=RESOLUTION, save_all=True, append_images=others[:-1])
		(others or [first])[-1].save(Path(folder) / f"{number:04}x.jpg", quality=80)
		number += many


def draw_page(number: int) -> Image.Image:
	"""Return one page of text that no other page has."""
	page = Image.effect_noise(PAGE, NOISE).point(lambda grey: min(255, grey + 110))
	pen = ImageDraw.Draw(page)
	for line in range(200, PAGE[1] - 200, 44):
		pen.text((180, line), f"Halaman {number}: laporan hasil pemeriksaan aset perangkat " * 4, fill=30)
	return page


def register(site: str, scans: list[Path]) -> str:
	"""Register a letter with the scans, in their order; returns its name."""
	with connected(site, OPERATOR):
		letter = compose_letter("")
		letter["scan"] = [{"berkas": upload(path)} for path in scans]
		name = frappe.get_doc(letter).insert().name
		frappe.db.commit()
		return name


def upload(path: Path) -> str:
	"""Upload a scan; returns its address."""
	values = {"doctype": "File", "file_name": path.name, "content": path.read_bytes(), "is_private": 1}
	letter = {"attached_to_doctype": "Surat Masuk", "attached_to_name": "new-surat-masuk-1"}
	return frappe.get_doc({**values, **letter}).insert().file_url


def time_merging(name: str) -> float:
	"""Do the job; returns its seconds. Raises ValueError when it made no file."""
	begun = time.perf_counter()
	take_lease(name)
	finish_merging(name)
	frappe.db.commit()
	seconds = time.perf_counter() - begun
	address = frappe.db.get_value("Surat Masuk", name, "berkas_gabungan")
	if not address or not Path(get_files_path(address.rpartition("/")[2], is_private=1)).exists():
		raise ValueError("the scans were not merged")
	return seconds


def time_copying(scans: list[Path], target: Path) -> float:
	"""Return the seconds it takes to copy the scans, which any merging must do at least."""
	target.mkdir()
	begun = time.perf_counter()
	for path in scans:
		shutil.copy(path, target)
	return time.perf_counter() - begun


def peak_megabytes() -> float:
	"""The most memory that this process has had."""
	return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
