"""The bench's own MariaDB: own data folder, own port, as the calling user."""

import os
import shutil
import tempfile
from pathlib import Path

from provision import daemons
from provision.credentials import password, write_private
from provision.layout import Bench, calling_user
from provision.packages import SEARCH_PATH
from provision.steps import StepLog

PROGRAM = "mariadbd"

# The socket's path is relative to the data folder, which MariaDB makes its working folder: an absolute
# one may not be longer than 107 characters, and a project can lie deeper. Frappe connects over TCP.
CONFIGURATION = """\
[mysqld]
datadir = {data}
socket = mariadb.sock
pid-file = {pid_file}
# A server that starts removes what others keep in a common folder for large questions.
tmpdir = {temporary}
bind-address = 127.0.0.1
port = {port}
skip-name-resolve
skip-external-locking
character-set-server = utf8mb4
collation-server = utf8mb4_unicode_ci
# A letter that was said to be saved is on the disk.
innodb_flush_log_at_trx_commit = 1
innodb_buffer_pool_size = {pool}M
innodb_log_file_size = 96M
innodb_file_per_table = 1
max_connections = 120
max_allowed_packet = 128M
performance_schema = OFF
# MariaDB 11.6 and later would answer concurrent increments with error 1020; older ones lack this.
loose_innodb_snapshot_isolation = OFF

[client]
host = 127.0.0.1
port = {port}
"""

# MiB. The pool fills as the archive grows, not at the start; the office's other processes need their share.
SMALLEST_POOL, LARGEST_POOL = 192, 8192
POOLS_IN_MEMORY = 8

# What a fresh data folder holds: an anonymous user, who would shadow the site's, and root without a password.
FIRST_STATEMENTS = """\
DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
FLUSH PRIVILEGES;
ALTER USER 'root'@'localhost' IDENTIFIED BY '{password}';
CREATE USER 'root'@'127.0.0.1' IDENTIFIED BY '{password}';
GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
"""


class MariaDB:
	"""The database server of one bench."""

	def __init__(self, bench: Bench):
		self.bench = bench
		self.data = bench.runtime / "mariadb"
		self.configuration = bench.runtime / "mariadb.cnf"
		self.temporary = bench.runtime / "mariadb.tmp"
		self.pid_file = bench.runtime / "pids" / "mariadb.pid"
		self.log_file = bench.logs / "mariadb.log"

	def is_running(self) -> bool:
		return daemons.running_pid(self.pid_file) is not None

	def start(self, port: int, log: StepLog) -> None:
		"""Start the server, with a data folder made first where there is none."""
		first = self._first_statements_file()
		if not (self.data / "mysql").is_dir():
			# Before the folder, so that an interrupted start never leaves one without its passwords.
			write_private(first, FIRST_STATEMENTS.format(password=password(self.bench, "mariadb_root")))
			self._make_data_folder(log)
		self.temporary.mkdir(exist_ok=True)
		self.configuration.write_text(
			CONFIGURATION.format(
				data=self.data,
				pid_file=self.data / "server.pid",
				temporary=self.temporary,
				port=port,
				pool=_choose_pool(),
			)
		)
		command = [_find(PROGRAM), f"--defaults-file={self.configuration}", f"--user={calling_user()}"]
		if first.exists():
			command.append(f"--init-file={first}")
		daemons.start_detached(command, self.pid_file, self.log_file)
		daemons.wait_for_port(port, self.pid_file, PROGRAM, self.log_file, greets=True)
		first.unlink(missing_ok=True)

	def stop(self) -> bool:
		"""Shut the server down properly; returns whether it ran."""
		return daemons.stop(self.pid_file, PROGRAM, seconds=60)

	def _first_statements_file(self) -> Path:
		return self.bench.runtime / "secrets" / "first.sql"

	def _make_data_folder(self, log: StepLog) -> None:
		"""Make the system tables. An interrupted attempt leaves no `mysql` folder under the final name."""
		unfinished = self.data.with_name("mariadb.new")
		shutil.rmtree(unfinished, ignore_errors=True)
		with tempfile.TemporaryDirectory() as folder:
			# MariaDB's script splits a path with a space in it, so it is given one without.
			way = Path(folder) / "runtime"
			way.symlink_to(self.bench.runtime)
			log.run(
				[
					_find("mariadb-install-db"),
					"--no-defaults",
					f"--datadir={way / unfinished.name}",
					f"--user={calling_user()}",
					"--auth-root-authentication-method=normal",
					"--skip-test-db",
				],
				# It runs a server, too.
				environment={**os.environ, "TMPDIR": folder},
			)
		unfinished.chmod(0o700)
		unfinished.rename(self.data)


def _choose_pool() -> int:
	memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024**2
	return min(max(memory // POOLS_IN_MEMORY, SMALLEST_POOL), LARGEST_POOL)


def _find(program: str) -> str:
	path = shutil.which(program, path=SEARCH_PATH)
	if path is None:
		raise FileNotFoundError(f"{program} is not installed")
	return os.path.realpath(path) if program == PROGRAM else path
