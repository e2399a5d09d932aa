"""Gives Frappe's own names back to the copy of it that the Python registry holds.

The wheel is upstream's `develop` tree of 2023-08-05 with its names replaced. The text `frappe` occurs nowhere
in it, so putting the names back collides with nothing and gives the upstream code files byte for byte.
"""

import hashlib
import zipfile
from email.parser import Parser
from pathlib import Path, PurePosixPath

DISTRIBUTION = "criscostack"
VERSION = "1.0.0"
WHEEL_NAME = f"{DISTRIBUTION}-{VERSION}-py3-none-any.whl"
WHEEL_SHA256 = "dc58aaf29c59b7666edc953596e5b31f77d7286b2ed6b14c6a205b217c210349"

# The order matters: the longer names come first.
NAMES = (
	("criscostack", "frappe"),
	("Criscostack", "Frappe"),
	("CRISCOSTACK", "FRAPPE"),
	("criscoerp", "erpnext"),
	("Criscoerp", "ERPNext"),
	("Crisco", "Frappe"),
	("crisco", "frappe"),
)
RENAMED_FILES = {"frappe/utils/brik_helper.py": "frappe/utils/bench_helper.py"}

PYPROJECT = """\
[project]
name = "frappe"
authors = [{{ name = "Frappe Technologies Pvt Ltd", email = "developers@frappe.io" }}]
description = "Metadata driven, full-stack low code web framework"
requires-python = ">=3.10"
readme = "README.md"
# bench reads the version as a semantic one, which only frappe/__init__.py has.
dynamic = ["version"]
dependencies = [
{dependencies}
]

[build-system]
requires = ["flit_core >=3.4,<5"]
build-backend = "flit_core.buildapi"
"""

# The wheel names the licence in its README only.
NOTICE = "Frappe Framework, Copyright (c) Frappe Technologies Pvt. Ltd., published under the MIT License.\n"


class WrongWheel(Exception):
	"""The wheel is not the one whose contents were compared with upstream."""


def restore_names(text: str) -> str:
	"""Return `text` with upstream's names."""
	for replaced, original in NAMES:
		text = text.replace(replaced, original)
	return text


def restore_path(path: str) -> str:
	"""Return the upstream path of a file of the wheel."""
	path = restore_names(path)
	return RENAMED_FILES.get(path, path)


def restore_content(content: bytes) -> bytes:
	"""Return the upstream content of a file: binary files are left alone."""
	try:
		return restore_names(content.decode("utf-8")).encode("utf-8")
	except UnicodeDecodeError:
		return content


def check_wheel(wheel: Path) -> None:
	"""Raise WrongWheel unless `wheel` is the one that was compared with upstream."""
	digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
	if digest != WHEEL_SHA256:
		raise WrongWheel(f"{wheel.name} has sha256 {digest}, expected {WHEEL_SHA256}: it is not used")


def restore(wheel: Path, target: Path) -> int:
	"""Write the restored app into the folder `target` and return the number of files.

	Raises WrongWheel when the hash is another.
	"""
	check_wheel(wheel)
	count = 0
	with zipfile.ZipFile(wheel) as archive:
		for info in archive.infolist():
			if _is_wanted(info):
				_write(target / restore_path(info.filename), restore_content(archive.read(info)))
				count += 1
		_write_project_files(archive, target)
	return count


def _is_wanted(info: zipfile.ZipInfo) -> bool:
	path = PurePosixPath(info.filename)
	return not info.is_dir() and path.parts[0] == DISTRIBUTION and path.name != ".DS_Store"


def _write(path: Path, content: bytes) -> None:
	path.parent.mkdir(parents=True, exist_ok=True)
	path.write_bytes(content)


def _write_project_files(archive: zipfile.ZipFile, target: Path) -> None:
	"""Make the pyproject.toml that the wheel lacks, from its metadata, and the notice of its licence."""
	information = f"{DISTRIBUTION}-{VERSION}.dist-info"
	metadata = Parser().parsestr(archive.read(f"{information}/METADATA").decode("utf-8"))
	lines = "\n".join(f'\t"{name}",' for name in metadata.get_all("Requires-Dist"))
	_write(target / "pyproject.toml", PYPROJECT.format(dependencies=lines).encode())
	_write(target / "README.md", restore_names(metadata.get_payload()).encode("utf-8"))
	_write(target / "NOTICE", NOTICE.encode())
