"""The servers of the test system, hurt on purpose: stopped, killed, blocked."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from provision.layout import Bench
from provision.mariadb import MariaDB
from provision.steps import StepLog
from support.office import Office


def bench_of(office: Office) -> Bench:
	"""The bench under test, as the scripts that provision it see it."""
	return Bench(office.bench, office.site, first_port=0)


@contextmanager
def database_stopped(office: Office) -> Iterator[None]:
	"""Shut the database down, and bring it up again afterwards."""
	bench = bench_of(office)
	server = MariaDB(bench)
	port = read_json(bench.common_config)["db_port"]
	server.stop()
	try:
		yield
	finally:
		server.start(port, StepLog("tests", bench.logs / "tests.log"))


@contextmanager
def table_locked(office: Office, table: str) -> Iterator[Callable[[], bool]]:
	"""Lock a table so that whoever wants to write into it has to wait.

	Yields a function that tells whether somebody is waiting now.
	"""
	lock = _open_client(office)
	lock.stdin.write(f"LOCK TABLES `{table}` WRITE; SELECT 'locked';\n")
	lock.stdin.flush()
	assert lock.stdout.readline().strip() == "locked"
	try:
		yield lambda: table in query(office, "SHOW FULL PROCESSLIST", waiting="metadata lock")
	finally:
		lock.stdin.close()
		lock.wait(timeout=30)


@contextmanager
def work_on_disk(office: Office) -> Iterator[None]:
	"""Keep a table of the kind that the database makes on the disk for a large question, and give it up at the end.

	Raises AssertionError when it is no longer there then.
	"""
	client = _open_client(office)
	client.stdin.write("CREATE TEMPORARY TABLE besar ENGINE=Aria SELECT 1 AS isi; SELECT 'made';\n")
	client.stdin.flush()
	assert client.stdout.readline().strip() == "made"
	yield
	said, _ = client.communicate("DROP TEMPORARY TABLE besar; SELECT 'given up';\n", timeout=60)
	assert said.strip() == "given up", said


def query(office: Office, statement: str, waiting: str = "") -> str:
	"""Run one SQL statement and return its rows as text, those that hold `waiting` where given."""
	client = _open_client(office)
	rows, _ = client.communicate(statement + ";\n", timeout=60)
	assert client.returncode == 0, statement
	return "\n".join(row for row in rows.splitlines() if waiting in row)


def _open_client(office: Office) -> subprocess.Popen:
	bench = bench_of(office)
	site = read_json(bench.site_config)
	port = read_json(bench.common_config)["db_port"]
	command = ["mariadb", "--no-defaults", "--host=127.0.0.1", f"--port={port}", f"--user={site['db_name']}"]
	return subprocess.Popen(
		[*command, "--unbuffered", "--skip-column-names", site["db_name"]],
		env={**os.environ, "MYSQL_PWD": site["db_password"]},
		stdin=subprocess.PIPE,
		stdout=subprocess.PIPE,
		text=True,
	)


def kill_workers(office: Office, queue: str) -> list[int]:
	"""Kill the background workers of one queue, and the jobs they run, as a power cut would; returns their pids."""
	killed = [pid for pid in _processes_of(office) if f"--queue\0{queue}" in _read_command(pid)]
	for pid in killed:
		os.kill(pid, signal.SIGKILL)
	return killed


def wait_until(holds: Callable[[], bool], seconds: float, what: str) -> None:
	"""Wait until something holds. Raises TimeoutError naming it."""
	deadline = time.monotonic() + seconds
	while not holds():
		if time.monotonic() > deadline:
			raise TimeoutError(f"{what} did not come about within {seconds:.0f} s")
		time.sleep(0.2)


def read_json(path: Path) -> dict:
	"""The contents of a JSON file."""
	return json.loads(path.read_text())


def _processes_of(office: Office) -> Iterator[int]:
	"""The processes whose working folder is the sites folder of the bench under test."""
	for entry in Path("/proc").iterdir():
		if entry.name.isdigit() and _folder_of(entry) == (office.bench / "sites").resolve():
			yield int(entry.name)


def _folder_of(entry: Path) -> Path | None:
	try:
		return (entry / "cwd").resolve(strict=True)
	except OSError:
		# It has ended meanwhile, or belongs to somebody else.
		return None


def _read_command(pid: int) -> str:
	try:
		return Path(f"/proc/{pid}/cmdline").read_text()
	except FileNotFoundError:
		return ""
