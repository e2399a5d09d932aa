"""A realtime server with a Redis of its own, which may be stopped, in front of the office under test."""

import json
import queue
import socket
import subprocess
import threading
from pathlib import Path
from urllib.parse import urlsplit

from support.office import Office

HERE = Path(__file__).parent
SERVER = HERE.parents[1] / "provision" / "registry_base" / "realtime" / "server.mjs"
CLIENT = HERE / "realtime_client.mjs"
PATIENCE = 15


def free_port() -> int:
	with socket.socket() as probe:
		probe.bind(("127.0.0.1", 0))
		return probe.getsockname()[1]


class Spoken:
	"""A process whose lines are read as they come."""

	def __init__(self, *command: str | Path):
		self.process = subprocess.Popen(
			command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
		)
		self._lines: queue.Queue[str] = queue.Queue()
		threading.Thread(target=self._read, daemon=True).start()

	def _read(self) -> None:
		for line in self.process.stdout:
			self._lines.put(line.strip())

	def next_line(self, patience: float = PATIENCE) -> str:
		"""The next line. Raises queue.Empty when none comes in time."""
		return self._lines.get(timeout=patience)

	def wait_for(self, text: str) -> str:
		"""The next line that contains `text`. Raises queue.Empty when none comes in time."""
		while text not in (line := self.next_line()):
			pass
		return line

	def stop(self) -> int:
		"""End the process as a service manager does and return its exit status."""
		self.process.terminate()
		return self.process.wait(timeout=PATIENCE)


class Listener(Spoken):
	"""A client of the realtime server."""

	def __init__(self, address: str, headers: dict[str, str]):
		super().__init__("node", CLIENT, address, json.dumps(headers))

	def hears(self, event: str) -> dict:
		"""Wait for an event and return it. Raises queue.Empty when it does not come in time."""
		return json.loads(self.wait_for(f'"event":"{event}"'))

	def ask(self, *request: str) -> None:
		self.process.stdin.write(json.dumps(request) + "\n")
		self.process.stdin.flush()


class Stage:
	"""Redis, realtime server and clients of one test; `close` ends all of them."""

	def __init__(self, folder: Path, office: Office):
		self.folder = folder
		self.office = office
		self.redis_port, self.port = free_port(), free_port()
		self._write_bench()
		self.redis = self.start_redis()
		self.server = Spoken("node", SERVER, "--bench", folder)
		self.server.wait_for("listening")
		self._listeners: list[Listener] = []

	def _write_bench(self) -> None:
		site = self.folder / "sites" / self.office.site
		site.mkdir(parents=True)
		(site / "site_config.json").write_text("{}")
		configuration = {
			"socketio_port": self.port,
			"webserver_port": urlsplit(self.office.url).port,
			"redis_queue": f"redis://127.0.0.1:{self.redis_port}",
		}
		(site.parent / "common_site_config.json").write_text(json.dumps(configuration))

	def start_redis(self) -> Spoken:
		arguments = ["--port", str(self.redis_port), "--bind", "127.0.0.1", "--save", ""]
		redis = Spoken("redis-server", *arguments, "--dir", str(self.folder))
		redis.wait_for("Ready to accept connections")
		return redis

	def publish(self, room: str, event: str, message: str) -> None:
		"""Publish an event as frappe.realtime.emit_via_redis does."""
		text = json.dumps({"namespace": self.office.site, "room": room, "event": event, "message": message})
		command = ["redis-cli", "-p", str(self.redis_port), "publish", "events", text]
		subprocess.run(command, check=True, capture_output=True)

	def connect(self, headers: dict[str, str], namespace: str | None = None) -> Listener:
		"""A client of the office's site, or of another namespace, with these headers beside the usual ones."""
		usual = {"X-Frappe-Site-Name": self.office.site}
		name = self.office.site if namespace is None else namespace
		listener = Listener(f"http://127.0.0.1:{self.port}/{name}", {**usual, **headers})
		self._listeners.append(listener)
		return listener

	def close(self) -> None:
		for process in [*self._listeners, self.server, self.redis]:
			if process.process.poll() is None:
				process.stop()
