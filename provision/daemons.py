"""Starts and stops servers that outlive the command that started them, known by their pid files."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from provision.steps import StepFailed


def running_pid(pid_file: Path) -> int | None:
	"""Return the pid in `pid_file` if that very process still lives, else None.

	The file also holds when the process began: pids are given out again.
	"""
	try:
		pid, began = pid_file.read_text().split()
	except (FileNotFoundError, ValueError):
		return None
	return int(pid) if _beginning_of(int(pid)) == began else None


def remember(pid: int, pid_file: Path) -> None:
	"""Write down which process is meant."""
	pid_file.write_text(f"{pid} {_beginning_of(pid)}")


def _beginning_of(pid: int) -> str | None:
	"""When the process began, in the kernel's ticks; None if it has ended."""
	try:
		fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
	except (FileNotFoundError, ProcessLookupError):
		return None
	return None if fields[0] == "Z" else fields[19]


def start_detached(command: list, pid_file: Path, log_file: Path) -> int:
	"""Start `command` in a session of its own with its output in `log_file`; returns its pid."""
	with log_file.open("ab") as output:
		process = subprocess.Popen(
			[str(part) for part in command],
			stdin=subprocess.DEVNULL,
			stdout=output,
			stderr=output,
			start_new_session=True,
		)
	remember(process.pid, pid_file)
	return process.pid


def stop(pid_file: Path, name: str, seconds: float = 30) -> bool:
	"""Ask the process of `pid_file` to end and wait for it; returns whether there was one.

	Raises StepFailed when it is still there after `seconds`: a database is not killed unasked.
	"""
	pid = running_pid(pid_file)
	if pid is None:
		pid_file.unlink(missing_ok=True)
		return False
	os.kill(pid, signal.SIGTERM)
	deadline = time.monotonic() + seconds
	while running_pid(pid_file):
		_reap(pid)
		if time.monotonic() > deadline:
			raise StepFailed(f"{name} (process {pid}) did not end within {seconds:.0f} s")
		time.sleep(0.1)
	pid_file.unlink(missing_ok=True)
	return True


def _reap(pid: int) -> None:
	"""Take the exit status if it is a child of ours: an earlier command may have started it."""
	try:
		os.waitpid(pid, os.WNOHANG)
	except ChildProcessError:
		return


def wait_for_port(
	port: int, pid_file: Path, name: str, log_file: Path, seconds: float = 60, greets: bool = False
) -> None:
	"""Return when something answers on `port`. Raises StepFailed if the process ends or takes too long.

	A server that `greets` speaks first: one that only listens is still at its preparations.
	"""
	deadline = time.monotonic() + seconds
	while time.monotonic() < deadline:
		if _answers(port, greets):
			return
		if running_pid(pid_file) is None:
			raise StepFailed(f"{name} ended at once; see {log_file}\n{last_lines(log_file)}")
		time.sleep(0.1)
	raise StepFailed(f"{name} does not answer on port {port}; see {log_file}")


def _answers(port: int, greets: bool) -> bool:
	with socket.socket() as probe:
		probe.settimeout(1)
		try:
			probe.connect(("127.0.0.1", port))
			return not greets or bool(probe.recv(1))
		except OSError:
			return False


def last_lines(path: Path, count: int = 10) -> str:
	"""The end of a log, for an error message."""
	if not path.exists():
		return ""
	return "\n".join("    " + line for line in path.read_text(errors="replace").splitlines()[-count:])
