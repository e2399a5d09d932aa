"""A mailbox to fetch mail from: a server of the Post Office Protocol (RFC 1939) on a real socket, with given mails."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Percakapan(socketserver.StreamRequestHandler):
	def handle(self):
		self._say("+OK siap")
		for line in self.rfile:
			command, *arguments = line.decode().split()
			answer = getattr(self, f"do_{command.lower()}", None)
			if answer:
				answer(*arguments)
			else:
				self._say("-ERR tidak dikenal")
			if command.upper() == "QUIT":
				return

	def do_user(self, *_name):
		self._say("+OK")

	do_pass = do_noop = do_rset = do_user

	def do_dele(self, number):
		self._say("+OK")

	def do_quit(self):
		self._say("+OK selesai")

	def do_stat(self):
		self._say(f"+OK {len(self._mails)} {sum(map(len, self._mails))}")

	def do_list(self):
		self._say_lines(f"{number} {len(mail)}" for number, mail in enumerate(self._mails, start=1))

	def do_uidl(self):
		self._say_lines(f"{number} surat-{number}" for number in range(1, len(self._mails) + 1))

	def do_retr(self, number):
		self._say_lines(self._mails[int(number) - 1].decode().splitlines())

	@property
	def _mails(self) -> list[bytes]:
		return self.server.mails

	def _say(self, line: str):
		self.wfile.write(f"{line}\r\n".encode())

	def _say_lines(self, lines):
		self._say("+OK")
		for line in lines:
			self._say(f".{line}" if line.startswith(".") else line)
		self._say(".")


@contextmanager
def pop3_server(mails: list[bytes]) -> Iterator[int]:
	"""Serve mails from a mailbox; yields the port on 127.0.0.1."""
	with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Percakapan) as server:
		server.mails = mails
		server.daemon_threads = True
		threading.Thread(target=server.serve_forever, daemon=True).start()
		try:
			yield server.server_address[1]
		finally:
			server.shutdown()
