"""Runs one process of the Procfile in the bench of the working folder: python3 provision/process.py NAME."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from provision.frappe_source import remembered_source
from provision.keep_running import Keeper
from provision.layout import OFFICE, PROJECT, TEST_BENCH, Bench

WEB_WORKERS = 2
THREADS_OF_A_WEB_WORKER = 4
"""A letter being printed asks the web server for its pictures: one thread waits while another answers."""


def command_of(name: str, bench: Bench) -> list[str]:
	"""The command line of the process `name`. Raises KeyError for another name."""
	ports = json.loads((bench.runtime / "ports.json").read_text())
	helper = ["frappe.utils.bench_helper", "frappe"]
	commands = {
		"web": _web_command(bench, ports["gunicorn"]),
		"nginx": [
			"nginx",
			"-p",
			str(bench.runtime / "nginx"),
			"-c",
			str(bench.runtime / "nginx" / "nginx.conf"),
		],
		"socketio": _realtime_command(bench),
		"schedule": [str(bench.python), "-m", *helper, "schedule"],
	}
	commands |= {
		f"worker_{queue}": [*_warmed_up(bench), *helper, "worker", "--queue", queue]
		for queue in ("short", "default", "long")
	}
	return commands[name]


def _warmed_up(bench: Bench) -> list[str]:
	return [str(bench.python), str(PROJECT / "provision" / "warmed_up.py")]


def _web_command(bench: Bench, port: int) -> list[str]:
	return [
		*_warmed_up(bench),
		*("gunicorn", "frappe.app:application", "--preload"),
		*("--bind", f"127.0.0.1:{port}", "--workers", str(WEB_WORKERS)),
		*("--worker-class", "gthread", "--threads", str(THREADS_OF_A_WEB_WORKER)),
		*("--timeout", "120", "--graceful-timeout", "4", "--worker-tmp-dir", "/dev/shm"),
		*("--max-requests", "5000", "--max-requests-jitter", "500"),
	]


def _realtime_command(bench: Bench) -> list[str]:
	if remembered_source().is_registry_base:
		server = PROJECT / "provision" / "registry_base" / "realtime" / "server.mjs"
		return ["node", str(server), "--bench", str(bench.root)]
	return ["node", str(bench.root / "apps" / "frappe" / "socketio.js")]


def main() -> int:
	bench = TEST_BENCH if Path.cwd().resolve() == TEST_BENCH.root else OFFICE
	name = sys.argv[1]
	environment = bench.environment()
	environment["PATH"] += os.pathsep + "/usr/sbin"
	return Keeper(name, command_of(name, bench), bench.sites, environment).run()


if __name__ == "__main__":
	sys.exit(main())
