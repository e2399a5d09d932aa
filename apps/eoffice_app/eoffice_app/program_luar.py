"""Runs the programs of others for a job: in a folder of their own, for a time, and ended with all that they started."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UMUR_SISA_DETIK = 3600


@contextmanager
def working_folder(awalan: str) -> Iterator[Path]:
	"""Give a folder that is gone afterwards; what killed workers left of its kind goes first.

	:param awalan: how the names of folders of this kind begin
	"""
	remove_left_over(awalan)
	with tempfile.TemporaryDirectory(prefix=awalan) as folder:
		yield Path(folder)


def remove_left_over(awalan: str) -> None:
	"""Remove the folders of a kind whose worker was killed."""
	for folder in Path(tempfile.gettempdir()).glob(f"{awalan}*"):
		try:
			left = time.time() - folder.stat().st_mtime > UMUR_SISA_DETIK
		except FileNotFoundError:
			# Another worker has just finished with it.
			continue
		if left:
			shutil.rmtree(folder, ignore_errors=True)


def run_program(command: list[str], folder: Path, batas_waktu: int) -> tuple[int, str]:
	"""Run a program in a folder, with nothing of our environment, and end it after so many seconds.

	:return: its status (of a signal below zero, or 137 where it was killed for its time), and what it said
	"""
	running = subprocess.Popen(
		# Ends it also where the worker that waits for it was killed.
		["timeout", "--signal=KILL", str(batas_waktu), *command],
		env={"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"},
		cwd=folder,
		stdin=subprocess.DEVNULL,
		stdout=subprocess.PIPE,
		stderr=subprocess.STDOUT,
		text=True,
		errors="replace",
		start_new_session=True,
	)
	try:
		said, _none = running.communicate(timeout=batas_waktu + 5)
	finally:
		_end(running)
	return running.returncode, said


def _end(running: subprocess.Popen) -> None:
	# The program starts others; all are of one group, which outlives the first of them.
	try:
		os.killpg(running.pid, signal.SIGKILL)
	except ProcessLookupError:
		pass
	running.wait()
