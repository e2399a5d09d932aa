"""Reading one scanned page, and registering letters while scans are read: ocr.py SITE LETTERS."""

import multiprocessing
import os
import resource
import sys
import tempfile
import threading
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median

import frappe
from eoffice_app.pindai.pembaca import read_pages
from eoffice_app.tests.surat_scan import SuratScan, draw_surat, make_pdf_scan
from figures import Figure, hand_over
from memory import memory_of_children

from in_site.connection import OPERATOR, connected
from in_site.letters import compose_letter, upload_scan
from in_site.registering import WARM_UP, time_insert

SECONDS, MEGABYTES, SLOWER = 6, 400, 1.2
TIMES = 5
RESOLUTION = 300


def main(site: str, letters: int) -> None:
	"""Hand over the time and memory of a page, and how much longer a letter takes while pages are read."""
	pdf = make_pdf_scan(draw_surat(SuratScan(), RESOLUTION), resolusi=RESOLUTION)
	with Memory() as memory:
		seconds = [read_once(pdf) for _time in range(TIMES)]
	words = f"a letter of one page at {RESOLUTION} dots an inch; the median of {TIMES}"
	hand_over(Figure("one page read", median(seconds), "s of one core", SECONDS, words))
	words = "all its programs together, what they share counted once"
	hand_over(Figure("most memory while reading", memory.most / 1024**2, "MB", MEGABYTES, words))
	hand_over(compare_registering(site, letters, pdf))


def read_once(pdf: bytes) -> float:
	"""Read a PDF; returns the seconds that a processor worked on it. Raises ValueError when it found no words."""
	before = resource.getrusage(resource.RUSAGE_CHILDREN)
	with tempfile.TemporaryDirectory() as name:
		source = Path(name) / "scan.pdf"
		source.write_bytes(pdf)
		if not all(read_pages(source, Path(name)).teks):
			raise ValueError("the page was not read")
	after = resource.getrusage(resource.RUSAGE_CHILDREN)
	return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare_registering(site: str, letters: int, pdf: bytes) -> Figure:
	"""Register letters in turn with nothing else and with scans being read beside it."""
	quiet, busy = [], []
	with connected(site, OPERATOR):
		for times, reading in ((quiet, False), (busy, True)) * 2:
			with Reader(pdf) if reading else nullcontext():
				times += register(letters // 2)
	words = f"{median(busy):.1f} ms beside a scan being read / {median(quiet):.1f} ms, medians"
	return Figure("registering while scans are read", median(busy) / median(quiet), "×", SLOWER, words)


def register(letters: int) -> list[float]:
	"""Register so many letters; returns the milliseconds of each but the first few."""
	times = []
	for _number in range(WARM_UP + letters):
		values = compose_letter(upload_scan())
		frappe.db.commit()
		times.append(time_insert(values))
	return times[WARM_UP:]


class Memory:
	"""Watches how much memory the programs have that this process starts; `most` is in bytes."""

	def __init__(self):
		self.most = 0
		self.ended = threading.Event()
		self.thread = threading.Thread(target=self.watch)

	def __enter__(self):
		self.thread.start()
		return self

	def __exit__(self, *_error):
		self.ended.set()
		self.thread.join()

	def watch(self) -> None:
		"""Look twenty times a second."""
		while not self.ended.wait(0.05):
			self.most = max(self.most, memory_of_children(os.getpid()))


class Reader:
	"""Another process that reads the same scan over and over, as a long queue would have one do."""

	def __init__(self, pdf: bytes):
		context = multiprocessing.get_context("spawn")
		self.ended = context.Event()
		self.process = context.Process(target=read_on, args=(pdf, self.ended))

	def __enter__(self):
		self.process.start()
		# Until the first page is under way.
		time.sleep(2)

	def __exit__(self, *_error):
		self.ended.set()
		self.process.join()


def read_on(pdf: bytes, ended: threading.Event) -> None:
	"""Read until told to end."""
	while not ended.is_set():
		read_once(pdf)


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
