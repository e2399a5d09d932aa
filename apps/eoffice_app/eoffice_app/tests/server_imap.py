"""A real mailbox to fetch from: Debian's Dovecot, run by the tests from a folder of their own, without rights."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

# As root Dovecot would ask for accounts of the machine's own.
TANPA_HAK = "nobody"
DETIK_MULAI = 20
KATA_SANDI = "rahasia-uji"
SUSUNAN = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
listen = 127.0.0.1
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_fsync = never
first_valid_uid = 1
mail_location = maildir:{folder}/surat/%u
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_max_userip_connections = 50
passdb {{
	driver = static
	args = password={password}
}}
userdb {{
	driver = static
	args = uid={user} gid={group} home={folder}/surat/%u allow_all_users=yes
}}
service imap-login {{
	chroot =
	inet_listener imap {{
		port = {port}
	}}
	inet_listener imaps {{
		port = 0
	}}
}}
service anvil {{
	chroot =
}}
"""


class ServerImap:
	"""A running server: `port` on 127.0.0.1. Every account has the same password."""

	def __init__(self, folder: Path, user: pwd.struct_passwd, port: int):
		self.folder, self.user, self.port = folder, user, port

	def change_password(self, password: str) -> None:
		"""Let the accounts be opened by this password, and by no other, from now on."""
		self.stop()
		self.write_configuration(password)
		self.start()

	def write_configuration(self, password: str = KATA_SANDI) -> None:
		"""Write what the server reads when it starts."""
		group = subprocess.run(
			["id", "-gn", self.user.pw_name], capture_output=True, text=True
		).stdout.strip()
		names = {"folder": self.folder, "user": self.user.pw_name, "group": group, "port": self.port}
		path = self.folder / "dovecot.conf"
		path.write_text(SUSUNAN.format(password=password, **names))
		self._own(path)

	def deliver(self, account: str, mails: Iterable[bytes], received: datetime | None = None) -> None:
		"""Put mails into the mailbox of an account, the oldest first.

		:param received: with a time zone; now for None
		"""
		box = self.folder / "surat" / account
		if not box.exists():
			for name in ("cur", "new", "tmp"):
				self._own((box / name), make=True)
			self._own(box)
		for mail in mails:
			name = f"{time.time_ns()}.{os.urandom(4).hex()}.uji"
			(box / "tmp" / name).write_bytes(mail)
			if received:
				os.utime(box / "tmp" / name, (received.timestamp(), received.timestamp()))
			self._own(box / "tmp" / name)
			(box / "tmp" / name).rename(box / "new" / name)

	def count_unread(self, account: str) -> int:
		"""How many mails of a mailbox nobody has marked as read."""
		box = self.folder / "surat" / account
		read = [path for path in (box / "cur").iterdir() if "S" in path.name.partition(":2,")[2]]
		return len([*(box / "cur").iterdir(), *(box / "new").iterdir()]) - len(read)

	def start(self, zone: str | None = None) -> None:
		"""Take connections; what lies in the mailboxes is still there after a `stop`.

		:param zone: the time zone that the server lives in; the machine's for None
		"""
		command = ["dovecot", "-F", "-c", self.folder / "dovecot.conf"]
		owner = {"user": self.user.pw_uid, "group": self.user.pw_gid} if os.getuid() == 0 else {}
		path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin"])
		place = {"TZ": zone} if zone else {}
		self.process = subprocess.Popen(
			[shutil.which("dovecot", path=path), *command[1:]],
			stdout=subprocess.DEVNULL,
			stderr=subprocess.DEVNULL,
			extra_groups=[] if owner else None,
			env={**os.environ, **place},
			**owner,
		)
		self._wait_until_it_answers()

	def stop(self) -> None:
		"""Take no more connections and end those that are open."""
		self.process.terminate()
		self.process.wait()

	def restart(self, zone: str | None = None) -> None:
		"""Stop and `start`."""
		self.stop()
		self.start(zone)

	def _wait_until_it_answers(self) -> None:
		until = time.monotonic() + DETIK_MULAI
		while time.monotonic() < until:
			try:
				with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
					if connection.recv(4) == b"* OK":
						return
			except OSError:
				time.sleep(0.05)
		log = self.folder / "dovecot.log"
		raise TimeoutError(log.read_text() if log.exists() else "Dovecot does not start")

	def _own(self, path: Path, *, make: bool = False) -> None:
		if make:
			path.mkdir(parents=True)
		if os.getuid() == 0:
			os.chown(path, self.user.pw_uid, self.user.pw_gid)


@contextmanager
def imap_server() -> Iterator[ServerImap]:
	"""Run a server with no mailbox yet."""
	# The paths of its sockets must be short, whatever the tests' own folder for such things is.
	folder = Path(tempfile.mkdtemp(prefix="imap-", dir="/tmp"))
	user = pwd.getpwnam(TANPA_HAK) if os.getuid() == 0 else pwd.getpwuid(os.getuid())
	with socket.create_server(("127.0.0.1", 0)) as listening:
		server = ServerImap(folder, user, listening.getsockname()[1])
	try:
		server._own(folder)
		server._own(folder / "surat", make=True)
		server.write_configuration()
		server.start()
		yield server
	finally:
		server.stop()
		shutil.rmtree(folder)
