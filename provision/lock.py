"""Lets only one set-up work on the project at a time."""

import fcntl
import os
from contextlib import contextmanager

from provision.layout import RUNTIME


class AlreadyAtWork(Exception):
	"""Another ./eoffice holds the lock."""


@contextmanager
def only_one(name: str = "lock"):
	"""Hold the lock `name` while inside. Raises AlreadyAtWork when another process has it."""
	RUNTIME.mkdir(parents=True, exist_ok=True, mode=0o700)
	with (RUNTIME / name).open("a+") as file:
		try:
			fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
		except BlockingIOError:
			file.seek(0)
			raise AlreadyAtWork(
				f"another ./eoffice is at work here (process {file.read().strip()})"
			) from None
		file.truncate(0)
		file.write(str(os.getpid()))
		file.flush()
		yield
