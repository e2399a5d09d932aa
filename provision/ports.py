"""Chooses the ports of a bench: the wished one or the next that is free."""

import json
import socket

from provision.layout import Bench

# What each server would like to have. The test bench's are shifted, so that both can run at once.
WISHES = {
	"gunicorn": 8010,
	"socketio": 9010,
	"redis_cache": 13010,
	"redis_queue": 11010,
	"mariadb": 13310,
}
ADDRESS = "127.0.0.1"


def is_free(port: int) -> bool:
	"""Whether a server could listen on `port` now."""
	with socket.socket() as probe:
		probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
		try:
			probe.bind((ADDRESS, port))
		except OSError:
			return False
	return True


def next_free(wished: int, taken: set[int] = frozenset()) -> int:
	"""Return `wished` or the next free port not in `taken`. Raises OSError when there is none."""
	for port in range(wished, min(wished + 200, 65536)):
		if port not in taken and is_free(port):
			return port
	raise OSError(f"no free port from {wished} on")


def choose_ports(bench: Bench, wished_public: int | None, keep: set[str]) -> dict[str, int]:
	"""Return the port of each server by name, and remember it.

	`keep` names the servers that run already and stay where they are. The public port goes back to the
	wished one as soon as that is free again.
	"""
	path = bench.runtime / "ports.json"
	known = json.loads(path.read_text()) if path.exists() else {}
	wishes = {"public": wished_public or bench.first_port}
	wishes |= {name: port + bench.port_shift for name, port in WISHES.items()}
	chosen = {name: known[name] for name in keep if name in known}
	for name, wish in wishes.items():
		if name not in chosen:
			chosen[name] = next_free(wish, set(chosen.values()))
	path.write_text(json.dumps(chosen, indent=1))
	return chosen


def known_ports(bench: Bench) -> dict[str, int]:
	"""The ports this bench last ran on."""
	return json.loads((bench.runtime / "ports.json").read_text())
