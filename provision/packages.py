"""Debian and Ubuntu packages: installs what is missing and starts no service."""

import os
import shutil
import subprocess
import sysconfig
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from provision.steps import Step, StepFailed, StepLog

PACKAGES_STEP = "Debian packages"
SECONDS_FOR_OTHERS = 600
"""How long another package manager may work first: a new machine often begins by updating itself."""
POLICY_FILE = Path("/usr/sbin/policy-rc.d")
SEARCH_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/sbin"])


@dataclass(frozen=True)
class Need:
	"""A package, known to be there by a command or a file; the first name the archive has is taken."""

	names: tuple[str, ...]
	command: str = ""
	file: str = ""
	service: str = ""

	def is_met(self) -> bool:
		if self.command and not shutil.which(self.command, path=SEARCH_PATH):
			return False
		return not self.file or Path(self.file).exists()


def _ensurepip_file() -> str:
	return str(Path(sysconfig.get_path("stdlib")) / "ensurepip" / "__init__.py")


# The -core packages of MariaDB bring the programs without a service; Ubuntu 22.04 names them by version.
OFFICE_NEEDS = (
	Need(("python3-venv",), file=_ensurepip_file()),
	Need(("mariadb-server-core", "mariadb-server-core-10.6"), command="mariadbd"),
	# Not the -core package: that one has no mariadb-dump, which `bench backup` calls.
	Need(("mariadb-client",), command="mariadb-dump"),
	Need(("redis-server",), command="redis-server", service="redis-server"),
	Need(("nginx",), command="nginx", service="nginx"),
	Need(("git",), command="git"),
	Need(("wkhtmltopdf",), command="wkhtmltopdf"),
	Need(("poppler-utils",), command="pdftoppm"),
	# Makes PDFs of .docx files; nogui, for it runs without a screen.
	Need(("libreoffice-writer-nogui", "libreoffice-writer"), command="soffice"),
	Need(("fonts-dejavu-core",), file="/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
	Need(("fonts-liberation", "fonts-liberation2"), file="/usr/share/fonts/truetype/liberation"),
	# The fonts of most .docx files are Calibri and Bookman Old Style: these have the same widths, so lines break alike.
	Need(("fonts-crosextra-carlito",), file="/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf"),
	Need(("fonts-urw-base35",), file="/usr/share/fontconfig/conf.avail/urw-bookman.conf"),
	# Read scans: OCRmyPDF, which is a Python package, calls these.
	Need(("tesseract-ocr",), command="tesseract"),
	Need(("tesseract-ocr-ind",), file="/usr/share/doc/tesseract-ocr-ind"),
	Need(("ghostscript",), command="gs"),
	# WeasyPrint, which Frappe imports for its newer print formats, loads these when it starts.
	Need(("libpango-1.0-0",), file="/usr/share/doc/libpango-1.0-0"),
	Need(("libpangoft2-1.0-0",), file="/usr/share/doc/libpangoft2-1.0-0"),
	Need(("libharfbuzz-subset0", "libharfbuzz0b"), file="/usr/share/doc/libharfbuzz0b"),
)
# The mail server from which the unit tests fetch; they run it from a folder of their own.
MAIL_SERVER_NEEDS = (Need(("dovecot-imapd",), file="/usr/lib/dovecot/imap", service="dovecot"),)
BROWSER_NEEDS = (Need(("chromium", "chromium-browser"), command="chromium"),)


def packages_step(needs: tuple[Need, ...] = OFFICE_NEEDS, name: str = PACKAGES_STEP) -> Step:
	"""The step that installs the packages of `needs` which are not there yet."""
	return Step(
		name,
		is_done=lambda: all(need.is_met() for need in needs),
		run=lambda log: install(needs, log),
		advice="The machine must reach Debian's or Ubuntu's package archive.",
	)


def install(needs: tuple[Need, ...], log: StepLog) -> None:
	"""Install what `needs` lacks, as root or through sudo. Raises StepFailed when neither is possible."""
	missing = [need for need in needs if not need.is_met()]
	prefix = _root_prefix(missing)
	_update_lists(prefix, log)
	chosen = [_first_known(need) for need in missing]
	with _services_kept_off(prefix, missing, log):
		log.run(
			[
				*prefix,
				*("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes"),
				*(
					"--option",
					f"DPkg::Lock::Timeout={SECONDS_FOR_OTHERS}",
					"--no-install-recommends",
					*chosen,
				),
			]
		)
	still = [need.names[0] for need in missing if not need.is_met()]
	if still:
		raise StepFailed(f"these packages were installed but bring not what was expected: {', '.join(still)}")


def _update_lists(prefix: list[str], log: StepLog, pause: float = 5) -> None:
	# apt-get waits for the lock of an installation when told to, but never for that of the lists.
	deadline = time.monotonic() + SECONDS_FOR_OTHERS
	while True:
		try:
			return log.run([*prefix, "apt-get", "update"])
		except StepFailed:
			locked = any(" lock" in line for line in list(log.tail)[-2:])
			if not locked or time.monotonic() > deadline:
				raise
		log.write("another package manager is at work; waiting for it")
		time.sleep(pause)


def _root_prefix(missing: list[Need]) -> list[str]:
	if os.getuid() == 0:
		return []
	names = " ".join(need.names[0] for need in missing)
	if not shutil.which("sudo"):
		raise StepFailed(f"packages are missing and there is no sudo; ask an administrator for: {names}")
	if subprocess.run(["sudo", "-v"]).returncode:
		raise StepFailed(f"sudo refused; ask an administrator to install: {names}")
	return ["sudo"]


def _first_known(need: Need) -> str:
	for name in need.names:
		answer = subprocess.run(["apt-cache", "policy", name], capture_output=True, text=True).stdout
		if "Candidate:" in answer and "Candidate: (none)" not in answer:
			return name
	raise StepFailed(f"none of these packages is in the archive: {', '.join(need.names)}")


@contextmanager
def _services_kept_off(prefix: list[str], missing: list[Need], log: StepLog):
	"""Keep newly installed services from starting, now (policy-rc.d) and at the next boot.

	An existing policy-rc.d is the machine's own and stays as it is.
	"""
	own_policy = not POLICY_FILE.exists()
	if own_policy:
		script = f"printf '#!/bin/sh\\nexit 101\\n' > {POLICY_FILE} && chmod 755 {POLICY_FILE}"
		log.run([*prefix, "sh", "-c", script])
	try:
		yield
	finally:
		if own_policy:
			log.run([*prefix, "rm", "-f", str(POLICY_FILE)])
		for service in (need.service for need in missing if need.service):
			_disable(service, prefix, log)


def _disable(service: str, prefix: list[str], log: StepLog) -> None:
	if Path("/run/systemd/system").is_dir():
		log.run([*prefix, "systemctl", "disable", "--now", service])
		return
	# Without a running systemd (a container) only the links count that a later boot would follow.
	if shutil.which("systemctl"):
		log.run([*prefix, "systemctl", "--root=/", "disable", service])
	log.run([*prefix, "update-rc.d", service, "disable"])
