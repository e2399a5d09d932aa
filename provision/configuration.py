"""Frappe's common configuration of a bench."""

import json

from provision.credentials import write_private
from provision.layout import Bench, calling_user
from provision.redis_servers import RedisServer

LARGEST_FILE = 25 * 1024 * 1024


def read_configuration(bench: Bench) -> dict:
	"""The common configuration as it stands, or an empty one."""
	if not bench.common_config.exists():
		return {}
	return json.loads(bench.common_config.read_text())


def write_configuration(bench: Bench, ports: dict[str, int]) -> None:
	"""Bring the bench's own keys up to date and leave all others as an administrator set them."""
	cache, queue = (RedisServer(bench, name).url(ports[name]) for name in ("redis_cache", "redis_queue"))
	wanted = {
		"db_host": "127.0.0.1",
		"db_port": ports["mariadb"],
		"redis_cache": cache,
		"redis_queue": queue,
		"redis_socketio": queue,
		"socketio_port": ports["socketio"],
		"webserver_port": ports["public"],
		# Our realtime server asks the web server itself, past nginx, so that the user's address stays.
		"gunicorn_port": ports["gunicorn"],
		"default_site": bench.site,
		"serve_default_site": True,
		"frappe_user": calling_user(),
		"server_script_enabled": True,
	}
	first = {"max_file_size": LARGEST_FILE, "background_workers": 1, "live_reload": False}
	save(bench, {**first, **read_configuration(bench), **wanted})


def save(bench: Bench, values: dict) -> None:
	"""Write the common configuration, which holds a password."""
	write_private(bench.common_config, json.dumps(values, indent=1, sort_keys=True) + "\n")


def set_site_keys(bench: Bench, **values) -> None:
	"""Set keys of the site's own configuration."""
	known = json.loads(bench.site_config.read_text())
	if all(known.get(name) == value for name, value in values.items()):
		return
	write_private(bench.site_config, json.dumps({**known, **values}, indent=1) + "\n")
