"""The bench's own two Redis servers: a cache that forgets and a queue that keeps its jobs."""

from provision import daemons
from provision.credentials import password, write_private
from provision.layout import Bench

PROGRAM = "redis-server"

COMMON = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir "{folder}"
daemonize no
"""
SPECIAL = {
	"redis_cache": 'save ""\nappendonly no\nmaxmemory 128mb\nmaxmemory-policy allkeys-lru\n',
	# Jobs survive a stop: a notice waiting to be sent is still sent.
	"redis_queue": "appendonly yes\nappendfsync everysec\n",
}


class RedisServer:
	"""One of the two servers of a bench, by the name Frappe's configuration gives it."""

	def __init__(self, bench: Bench, name: str):
		self.bench = bench
		self.name = name
		self.pid_file = bench.runtime / "pids" / f"{name}.pid"
		self.log_file = bench.logs / f"{name}.log"

	def is_running(self) -> bool:
		return daemons.running_pid(self.pid_file) is not None

	def start(self, port: int) -> None:
		"""Start the server on `port`."""
		folder = self.bench.runtime / self.name
		folder.mkdir(exist_ok=True)
		text = COMMON.format(port=port, password=password(self.bench, "redis"), folder=folder)
		configuration = self.bench.runtime / f"{self.name}.conf"
		write_private(configuration, text + SPECIAL[self.name])
		daemons.start_detached([PROGRAM, configuration], self.pid_file, self.log_file)
		daemons.wait_for_port(port, self.pid_file, PROGRAM, self.log_file)

	def stop(self) -> bool:
		"""Stop the server; returns whether it ran."""
		return daemons.stop(self.pid_file, PROGRAM)

	def url(self, port: int) -> str:
		return f"redis://:{password(self.bench, 'redis')}@127.0.0.1:{port}"
