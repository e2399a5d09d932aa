"""Strangers' files are read in a process of its own, which may take little time and memory: a trap in one hurts nobody."""

import os
import resource
import subprocess
import sys
from contextlib import suppress

DETIK_JAM = 30
# What the process needs to find its modules, and nothing of what the office's own processes know.
LINGKUNGAN = ("PATH", "PYTHONPATH", "LANG")
# Module → the process that stands by to be asked it, in whoever reads many files: see `proses_siaga`.
SIAGA = {}


class PemeriksaanTerhentiError(Exception):
	"""The file took too long, asked for too much memory, or broke the reader."""


def ask_apart(modul: str, pertanyaan: bytes) -> str:
	"""Run a module as a program that begins with `limit_self`, and return what it wrote.

	:param pertanyaan: what the program finds on its standard input
	:raises PemeriksaanTerhentiError: see there
	"""
	if siaga := SIAGA.get(modul):
		with suppress(ConnectionError):
			return siaga.ask(pertanyaan)
	try:
		answer = subprocess.run(
			[sys.executable, "-m", modul],
			input=pertanyaan,
			capture_output=True,
			timeout=DETIK_JAM,
			env=list_environment(),
		)
	except subprocess.TimeoutExpired as error:
		raise PemeriksaanTerhentiError from error
	if answer.returncode:
		raise PemeriksaanTerhentiError
	return answer.stdout.decode()


def list_environment() -> dict[str, str]:
	"""Return what a process apart is told of the one that starts it."""
	return {name: os.environ[name] for name in LINGKUNGAN if name in os.environ}


def limit_self(detik_prosesor: int, bita_ingatan: int) -> None:
	"""Let the present process take no more than this, write no file, and come after the office's own requests."""
	resource.setrlimit(resource.RLIMIT_CPU, (detik_prosesor, detik_prosesor))
	resource.setrlimit(resource.RLIMIT_AS, (bita_ingatan, bita_ingatan))
	resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
	resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
	os.nice(10)
