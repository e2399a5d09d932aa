"""A process that stands by to read many strangers' files one after the other: it forks for each, so that no file meets
what another one left, and the libraries are loaded once. See `proses_terpisah`, whose limits hold for each fork.

Both ways a message is its length in eight bytes and its content; an answer begins with one byte, 1 where there is one.
"""

import importlib
import io
import os
import select
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from eoffice_app.proses_terpisah import DETIK_JAM, SIAGA, PemeriksaanTerhentiError, list_environment

PANJANG = struct.Struct("!Q")
BERHASIL, TERHENTI = b"\1", b"\0"
POTONGAN = 64 * 1024


class ProsesSiaga:
	"""The process, seen from whoever asks it."""

	def __init__(self, modul: str):
		self.process = subprocess.Popen(
			[sys.executable, "-m", __name__, modul],
			stdin=subprocess.PIPE,
			stdout=subprocess.PIPE,
			env=list_environment(),
		)

	def ask(self, pertanyaan: bytes) -> str:
		"""Return what the module writes to a question.

		:raises PemeriksaanTerhentiError: see there
		:raises ConnectionError: the process is gone
		"""
		write_message(self.process.stdin, pertanyaan)
		answer = read_message(self.process.stdout)
		if not answer:
			raise ConnectionError
		if answer[:1] != BERHASIL:
			raise PemeriksaanTerhentiError
		return answer[1:].decode()

	def end(self) -> None:
		"""Let the process go."""
		with suppress(ConnectionError):
			self.process.stdin.close()
		self.process.stdout.close()
		self.process.wait()


@contextmanager
def standing_by(modul: str) -> Iterator[None]:
	"""Let what the present process asks a module be answered by one that stands by, until the block ends."""
	siaga = SIAGA[modul] = ProsesSiaga(modul)
	try:
		yield
	finally:
		del SIAGA[modul]
		siaga.end()


def read_message(stream) -> bytes:
	"""Return the next message; empty where there is none any more."""
	head = stream.read(PANJANG.size)
	return stream.read(PANJANG.unpack(head)[0]) if len(head) == PANJANG.size else b""


def write_message(stream, content: bytes) -> None:
	"""Send a message."""
	stream.write(PANJANG.pack(len(content)) + content)
	stream.flush()


def main(modul: str) -> None:
	"""Answer questions until nobody asks any more."""
	module = importlib.import_module(modul)
	for name in module.PUSTAKA:
		importlib.import_module(name)
	while question := read_message(sys.stdin.buffer):
		write_message(sys.stdout.buffer, _ask_fork(module, question))


def _ask_fork(module, question: bytes) -> bytes:
	receiving, sending = os.pipe()
	child = os.fork()
	if not child:
		_answer(module, question, sending)
	os.close(sending)
	answer = _receive(receiving, child)
	os.close(receiving)
	_pid, status = os.waitpid(child, 0)
	return BERHASIL + answer if status == 0 else TERHENTI


def _answer(module, question: bytes, sending: int) -> None:
	"""Be the fork: answer and end, whatever happens."""
	status = 1
	try:
		written = io.StringIO()
		sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(question)), written
		module.main()
		os.write(sending, written.getvalue().encode())
		status = 0
	finally:
		os._exit(status)


def _receive(receiving: int, child: int) -> bytes:
	ready, _writing, _failed = select.select([receiving], [], [], DETIK_JAM)
	if not ready:
		os.kill(child, signal.SIGKILL)
	return os.read(receiving, POTONGAN)


if __name__ == "__main__":
	main(sys.argv[1])
