"""Keeps one process of the bench alive: honcho would stop the whole office when a single one dies."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
SECONDS_THAT_COUNT_AS_WELL = 60.0


class Keeper:
	"""Runs a command again and again until it is told to end."""

	def __init__(self, name: str, command: list[str], cwd: Path, environment: dict[str, str]):
		self.name = name
		self.command = command
		self.cwd = cwd
		self.environment = environment
		self.process: subprocess.Popen | None = None
		self.ending = False
		self.parent = os.getppid()

	def run(self) -> int:
		"""Return 0 after a signal to end, when the process has ended too."""
		for number in (signal.SIGTERM, signal.SIGINT):
			signal.signal(number, self._end)
		pause = FIRST_PAUSE
		while not self.ending:
			began = time.monotonic()
			status = self._run_once()
			if self.ending:
				break
			if time.monotonic() - began > SECONDS_THAT_COUNT_AS_WELL:
				pause = FIRST_PAUSE
			print(f"{self.name} ended with status {status}; starting it again in {pause:.0f} s", flush=True)
			self._rest(pause)
			pause = min(pause * 2, LONGEST_PAUSE)
		return 0

	def _run_once(self) -> int:
		self.process = subprocess.Popen(self.command, cwd=self.cwd, env=self.environment)
		while True:
			try:
				return self.process.wait(timeout=2)
			except subprocess.TimeoutExpired:
				self._end_if_orphaned()

	def _rest(self, seconds: float) -> None:
		until = time.monotonic() + seconds
		while not self.ending and time.monotonic() < until:
			time.sleep(0.2)

	def _end(self, number: int, _frame) -> None:
		self.ending = True
		if self.process and self.process.poll() is None:
			self.process.send_signal(signal.SIGTERM)

	def _end_if_orphaned(self) -> None:
		"""End when honcho was killed, so that a new start finds the ports free."""
		if not self.ending and os.getppid() != self.parent:
			print(f"{self.name}: the process manager is gone", file=sys.stderr, flush=True)
			self._end(signal.SIGTERM, None)
