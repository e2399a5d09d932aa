"""Where everything lies: the office's bench and the test bench share one project folder."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Bench:
	"""A bench folder with one site and its own servers.

	`first_port` is the public port wished for; `port_shift` keeps the inner ports of two benches apart.
	"""

	root: Path
	site: str
	first_port: int
	port_shift: int = 0

	@property
	def runtime(self) -> Path:
		"""Folder of everything made by this bench's servers."""
		return self.root / ".runtime"

	@property
	def sites(self) -> Path:
		return self.root / "sites"

	@property
	def logs(self) -> Path:
		return self.root / "logs"

	@property
	def common_config(self) -> Path:
		return self.sites / "common_site_config.json"

	@property
	def site_config(self) -> Path:
		return self.sites / self.site / "site_config.json"

	@property
	def python(self) -> Path:
		"""The interpreter that runs Frappe."""
		return self.root / "env" / "bin" / "python"

	def make_folders(self) -> None:
		"""Create the folders `bench` expects of a bench."""
		for name in ("apps", "sites", "config/pids", "logs", ".runtime/pids"):
			(self.root / name).mkdir(parents=True, exist_ok=True)
		self.runtime.chmod(0o700)

	def environment(self) -> dict[str, str]:
		"""The caller's environment with this bench's tools in front.

		FRAPPE_BENCH_ROOT is set because Frappe would otherwise find the bench through its own real path,
		which is the office's also for the test bench. CI is taken out: a worker of Frappe's that sees it only
		pretends to send mail.
		"""
		paths = [TOOLS / "bin", COMMANDS, self.root / "env" / "bin"]
		return {
			# Node carries its own list of certificate authorities; a company's own is in the machine's.
			"NODE_EXTRA_CA_CERTS": "/etc/ssl/certs/ca-certificates.crt",
			**{name: value for name, value in os.environ.items() if name != "CI"},
			"PATH": os.pathsep.join([*map(str, paths), os.environ.get("PATH", os.defpath)]),
			"FRAPPE_BENCH_ROOT": str(self.root),
			"PYTHONNOUSERSITE": "1",
			"PIP_DISABLE_PIP_VERSION_CHECK": "1",
			"USER": calling_user(),
		}


RUNTIME = PROJECT / ".runtime"
TOOLS = RUNTIME / "tools"
"""Virtual environment of frappe-bench, honcho and Node."""
COMMANDS = RUNTIME / "bin"
"""Links that put a command under the name Frappe calls it by."""
DOWNLOADS = RUNTIME / "downloads"
STAMPS = RUNTIME / "stamps"

OFFICE = Bench(PROJECT, "eoffice.localhost", 8000)
TEST_BENCH = Bench(RUNTIME / "uji", "uji.localhost", 8100, port_shift=100)
"""The system that the tests from outside use and hurt."""
UNIT_BENCH = Bench(RUNTIME / "uji-unit", "uji.localhost", 8200, port_shift=200)
"""Where the unit tests run meanwhile."""


def calling_user() -> str:
	"""The user all processes of the bench run as."""
	return pwd.getpwuid(os.getuid()).pw_name
