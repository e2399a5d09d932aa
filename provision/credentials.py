"""Generated passwords, each in a file that only the calling user reads."""

import os
import secrets

from provision.layout import Bench

NAMES = ("mariadb_root", "redis", "administrator", "demo")


def password(bench: Bench, name: str) -> str:
	"""Return the password `name` of this bench, made at its first use."""
	if name not in NAMES:
		raise KeyError(name)
	folder = bench.runtime / "secrets"
	folder.mkdir(parents=True, exist_ok=True, mode=0o700)
	path = folder / name
	if not path.exists():
		write_private(path, secrets.token_urlsafe(18))
	return path.read_text()


def write_private(path, text: str) -> None:
	"""Write `text` into a file that never was readable by others."""
	temporary = path.with_name(path.name + ".new")
	temporary.unlink(missing_ok=True)
	with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
		file.write(text)
	temporary.replace(path)
