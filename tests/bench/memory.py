"""Memory of all processes of a bench: the sum of their proportional shares, so that shared pages count once."""

from collections import defaultdict
from pathlib import Path


def memory_of_bench(bench: Path) -> dict[str, int]:
	"""Return the bytes of each group of processes of the bench, named by what they run.

	The processes are those of the pid files and everything they started.
	"""
	children = _children_by_parent()
	waiting = [int(file.read_text().split()[0]) for file in (bench / ".runtime" / "pids").glob("*.pid")]
	memory: dict[str, int] = defaultdict(int)
	while waiting:
		pid = waiting.pop()
		waiting += children[pid]
		memory[_name(pid)] += _proportional_share(pid)
	return dict(memory)


def memory_of_children(parent: int) -> int:
	"""Return the bytes of all that a process started, itself not counted; what has just ended has none."""
	children = _children_by_parent()
	waiting, memory = children[parent], 0
	while waiting:
		pid = waiting.pop()
		waiting += children[pid]
		try:
			memory += _proportional_share(pid)
		except (FileNotFoundError, ProcessLookupError, ValueError):
			continue
	return memory


def _children_by_parent() -> dict[int, list[int]]:
	children = defaultdict(list)
	for stat in Path("/proc").glob("[0-9]*/stat"):
		try:
			parent = stat.read_text().rpartition(")")[2].split()[1]
		except (FileNotFoundError, ProcessLookupError):
			continue
		children[int(parent)].append(int(stat.parent.name))
	return children


def _name(pid: int) -> str:
	words = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
	line = " ".join(words)
	known = (
		"gunicorn",
		"worker",
		"schedule",
		"mariadbd",
		"redis-server",
		"nginx",
		"honcho",
		"server.mjs",
		"socketio",
	)
	return next((name for name in known if name in line), Path(words[0]).name)


def _proportional_share(pid: int) -> int:
	for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
		if line.startswith("Pss:"):
			return int(line.split()[1]) * 1024
	raise ValueError(f"process {pid} tells no proportional share")
