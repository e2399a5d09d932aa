"""A minimal Debian in a folder, as bare as a machine can be that still has Python: made by debootstrap, as root."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUITE = "bookworm"
# Python to run the entry point with, and certificates to reach the registries.
PACKAGES = "python3,ca-certificates"
# How this machine reaches the registries; taken over as it is.
WAYS_TO_REGISTRIES = (
	"etc/resolv.conf",
	"etc/hosts",
	"etc/apt",
	"etc/pip.conf",
	"etc/ssl/certs/ca-certificates.crt",
	"usr/local/share/ca-certificates",
	"root/.npmrc",
	"root/.config/pip",
)


@contextmanager
def bare_debian(root: Path) -> Iterator[Path]:
	"""Make the system in `root` and remove it at the end. Raises subprocess.CalledProcessError."""
	command = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", SUITE, str(root)]
	subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
	for way in WAYS_TO_REGISTRIES:
		_take_over(Path("/") / way, root / way)
	subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
	try:
		yield root
	finally:
		subprocess.run(["umount", root / "proc"], check=True)
		shutil.rmtree(root)


def _take_over(source: Path, target: Path) -> None:
	if source.is_dir():
		shutil.rmtree(target, ignore_errors=True)
		shutil.copytree(source, target, symlinks=True)
	elif source.exists():
		target.parent.mkdir(parents=True, exist_ok=True)
		shutil.copy2(source, target)
