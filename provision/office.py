"""Starts, stops and describes the processes of a bench."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from provision import configuration, daemons, nginx_front, ports
from provision.layout import TOOLS, Bench
from provision.mariadb import MariaDB
from provision.redis_servers import RedisServer
from provision.steps import StepFailed, StepLog

MANAGER = "honcho"
SECONDS_TO_ANSWER = 90


class Office:
	"""All servers and processes of one bench."""

	def __init__(self, bench: Bench):
		self.bench = bench
		self.mariadb = MariaDB(bench)
		self.redis = {name: RedisServer(bench, name) for name in ("redis_cache", "redis_queue")}
		self.manager_file = bench.runtime / "pids" / "honcho.pid"
		self.output = bench.logs / "bench.start.log"

	def is_running(self) -> bool:
		return daemons.running_pid(self.manager_file) is not None

	def url(self) -> str:
		"""Address of the office on this machine."""
		return f"http://127.0.0.1:{ports.known_ports(self.bench)['public']}"

	def data_servers_run(self) -> bool:
		return self.mariadb.is_running() and all(server.is_running() for server in self.redis.values())

	def start_data_servers(self, log: StepLog, wished_port: int | None = None) -> None:
		"""Choose the ports, write all configurations and start MariaDB and Redis where they do not run."""
		running = self._running_servers()
		chosen = self.settle_ports(wished_port)
		log.write(f"ports: {chosen}")
		if "mariadb" not in running:
			self.mariadb.start(chosen["mariadb"], log)
		for name, server in self.redis.items():
			if name not in running:
				server.start(chosen[name])

	def settle_ports(self, wished_port: int | None = None) -> dict[str, int]:
		"""Choose a port for each server that does not run yet, and write all configurations.

		Asked again just before the processes start: minutes may have passed, and another bench that took one of
		the ports meanwhile would answer in this one's place.
		"""
		chosen = ports.choose_ports(self.bench, wished_port, keep=self._running_servers())
		configuration.write_configuration(self.bench, chosen)
		nginx_front.write_configuration(self.bench, chosen)
		return chosen

	def _running_servers(self) -> set[str]:
		"""The names of the servers that hold their ports; all of them while the office runs."""
		if self.is_running():
			return {"public", *ports.WISHES}
		self._end_leftovers()
		running = {name for name, server in self.redis.items() if server.is_running()}
		return running | ({"mariadb"} if self.mariadb.is_running() else set())

	def start_processes(self) -> subprocess.Popen:
		"""Run the Procfile through `bench start`; its output goes to logs/bench.start.log."""
		with self.output.open("ab") as output:
			process = subprocess.Popen(
				[TOOLS / "bin" / "bench", "start", "--no-dev"],
				cwd=self.bench.root,
				env=self.bench.environment(),
				stdin=subprocess.DEVNULL,
				stdout=output,
				stderr=output,
				start_new_session=True,
			)
		daemons.remember(process.pid, self.manager_file)
		return process

	def wait_until_it_answers(self, process: subprocess.Popen) -> None:
		"""Return when the login page is served. Raises StepFailed if that takes too long."""
		deadline = time.monotonic() + SECONDS_TO_ANSWER
		while time.monotonic() < deadline:
			if process.poll() is not None:
				raise StepFailed(f"bench start ended at once\n{daemons.last_lines(self.output)}")
			if self.answers():
				return
			time.sleep(0.3)
		raise StepFailed(
			f"the login page did not come within {SECONDS_TO_ANSWER} s\n{daemons.last_lines(self.output)}"
		)

	def answers(self) -> bool:
		"""Whether the login page is served."""
		try:
			with urllib.request.urlopen(self.url() + "/login", timeout=20) as answer:
				return answer.status == 200
		except (urllib.error.URLError, OSError):
			return False

	def stop(self) -> bool:
		"""Stop everything; returns whether anything ran."""
		ran = self.is_running()
		daemons.stop(self.manager_file, MANAGER)
		self._end_leftovers()
		servers = [*self.redis.values(), self.mariadb]
		return any([server.stop() for server in servers]) or ran

	def _end_leftovers(self) -> None:
		"""End processes of this bench whose process manager was killed."""
		for pid in _keepers_in(self.bench.root):
			os.kill(pid, signal.SIGTERM)
		deadline = time.monotonic() + 15
		while list(_keepers_in(self.bench.root)) and time.monotonic() < deadline:
			time.sleep(0.2)


def _keepers_in(folder: Path):
	"""The pids of `provision/process.py` that run in `folder`."""
	for entry in Path("/proc").iterdir():
		if not entry.name.isdigit():
			continue
		try:
			arguments = (entry / "cmdline").read_bytes().split(b"\0")
			works_here = (entry / "cwd").resolve() == folder
		except (FileNotFoundError, ProcessLookupError, PermissionError):
			continue
		if b"provision/process.py" in arguments and works_here:
			yield int(entry.name)
