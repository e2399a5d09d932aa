"""Runs the steps of a set-up: only what is missing, side by side where possible, one line for each."""

import shlex
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

SECONDS_BETWEEN_PROGRESS = 15
LINES_SHOWN_ON_FAILURE = 15


class StepFailed(Exception):
	"""A step could not do its work; the message says what failed."""


class StepLog:
	"""Writes one step's details to the shared log and remembers the last of them."""

	lock = threading.Lock()

	def __init__(self, name: str, path: Path):
		self.name = name
		self.path = path
		self.tail: deque[str] = deque(maxlen=LINES_SHOWN_ON_FAILURE)

	def write(self, line: str) -> None:
		"""Append `line` with the time and the step's name."""
		self.tail.append(line)
		with self.lock, self.path.open("a", encoding="utf-8") as file:
			file.write(f"{time.strftime('%H:%M:%S')} [{self.name}] {line}\n")

	def run(self, command: Sequence, environment: dict | None = None, **options) -> None:
		"""Run `command` to its end with its output in the log. Raises StepFailed unless it exits with 0."""
		command = [str(part) for part in command]
		self.write("$ " + shlex.join(command))
		process = subprocess.Popen(
			command,
			env=environment,
			stdin=subprocess.DEVNULL,
			stdout=subprocess.PIPE,
			stderr=subprocess.STDOUT,
			text=True,
			errors="replace",
			**options,
		)
		for line in process.stdout:
			self.write(line.rstrip())
		if process.wait():
			raise StepFailed(f"{command[0]} ended with exit status {process.returncode}")


@dataclass
class Step:
	"""One thing that must be true of the machine.

	`is_done` looks at the machine; `run` makes it true; `needs` names the steps that come before.
	"""

	name: str
	is_done: Callable[[], bool]
	run: Callable[[StepLog], None]
	needs: tuple[str, ...] = ()
	advice: str = "Correct the cause and start again: it goes on with this step."


class Progress:
	"""Prints one line for each finished step, and what is still going on in between."""

	def __init__(self, quiet: bool = False):
		self.quiet = quiet
		self.is_terminal = sys.stdout.isatty()
		self.running: dict[str, float] = {}
		self.finished: set[str] = set()
		self.last_shown = time.monotonic()
		self.lock = threading.Lock()

	def begin(self, name: str) -> None:
		with self.lock:
			self.running[name] = time.monotonic()

	def end(self, name: str, mark: str) -> None:
		"""Print the line of a step that has ended, well or not."""
		with self.lock:
			elapsed = time.monotonic() - self.running.pop(name)
			self._clear()
			print(f"{mark} {name:<44}{elapsed:7.1f} s", flush=True)
			self.last_shown = time.monotonic()

	def tick(self) -> None:
		"""Show the steps that are going on: in place on a terminal, else now and then."""
		with self.lock:
			now = time.monotonic()
			text = ", ".join(f"{name} ({now - since:.0f} s)" for name, since in self.running.items())
			if self.is_terminal:
				self._clear()
				print("  " + text[:96], end="", flush=True)
			elif now - self.last_shown >= SECONDS_BETWEEN_PROGRESS:
				print("  … " + text, flush=True)
				self.last_shown = now

	def _clear(self) -> None:
		if self.is_terminal:
			print("\r\033[K", end="")


def run_steps(steps: Sequence[Step], log_path: Path, at_once: int = 3) -> None:
	"""Run each step that is not done, after those it needs. Raises StepFailed at the first failure.

	Steps already under way are let end, so that what they did is not lost to the next start.
	"""
	log_path.parent.mkdir(parents=True, exist_ok=True)
	progress = Progress()
	waiting = {step.name: step for step in steps}
	running: dict[Future, tuple[Step, StepLog]] = {}
	failures: list[tuple[Step, StepLog, BaseException]] = []
	with ThreadPoolExecutor(at_once) as pool:
		while running or (waiting and not failures):
			if not failures:
				_submit_ready(waiting, running, pool, log_path, progress)
			_collect(running, failures, progress)
	if failures:
		raise StepFailed(_explain(*failures[0], log_path))


def _submit_ready(waiting, running, pool, log_path, progress) -> None:
	busy = {step.name for step, _log in running.values()}
	for step in list(waiting.values()):
		if any(name in waiting or name in busy for name in step.needs):
			continue
		log = StepLog(step.name, log_path)
		del waiting[step.name]
		busy.add(step.name)
		running[pool.submit(_run_one, step, log, progress)] = (step, log)


def _run_one(step: Step, log: StepLog, progress: Progress) -> None:
	if step.is_done():
		return
	progress.begin(step.name)
	try:
		step.run(log)
	except BaseException as error:
		log.write(f"failed: {error}")
		progress.end(step.name, "✗")
		raise
	progress.end(step.name, "✓")


def _collect(running, failures, progress) -> None:
	done, _pending = wait(running, timeout=1, return_when=FIRST_COMPLETED)
	for future in done:
		step, log = running.pop(future)
		if error := future.exception():
			failures.append((step, log, error))
			if running:
				print("  … waiting for what is still under way", flush=True)
	if not done:
		progress.tick()


def _explain(step: Step, log: StepLog, error: BaseException, log_path: Path) -> str:
	lines = "\n".join("    " + line for line in log.tail)
	return f"“{step.name}” failed: {error}\n{lines}\n  Details: {log_path}\n  {step.advice}"
