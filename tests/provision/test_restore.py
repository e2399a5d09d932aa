"""Giving Frappe its names back, on wheels made here."""

import zipfile
from pathlib import Path

import pytest

from provision.registry_base import restore

PICTURE = b"\x89PNG\r\n\x1a\n criscostack \xff"


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
	"""A small wheel of the same build as the real one, declared to be the expected one."""
	path = tmp_path / restore.WHEEL_NAME
	with zipfile.ZipFile(path, "w") as archive:
		archive.writestr(
			"criscostack/__init__.py", '__version__ = "15.0.0-dev"  # Criscostack, CRISCOSTACK_X\n'
		)
		archive.writestr("criscostack/utils/brik_helper.py", "import criscostack\n")
		archive.writestr(
			"criscostack/public/js/criscostack/tool.js", "// Criscoerp and criscoerp, by Crisco\n"
		)
		archive.writestr("criscostack/public/images/logo.png", PICTURE)
		archive.writestr("criscostack/public/.DS_Store", "x")
		archive.writestr(
			"criscostack-1.0.0.dist-info/METADATA",
			"Metadata-Version: 2.1\nRequires-Dist: Click~=8.1.3\n"
			"Requires-Dist: bleach[css]~=6.0.0\n\nCriscostack\n",
		)
	monkeypatch.setattr(restore, "WHEEL_SHA256", restore.hashlib.sha256(path.read_bytes()).hexdigest())
	return path


def test_names_return_in_text_and_in_paths(wheel: Path, tmp_path: Path):
	target = tmp_path / "frappe"
	assert restore.restore(wheel, target) == 4
	assert (target / "frappe/__init__.py").read_text() == '__version__ = "15.0.0-dev"  # Frappe, FRAPPE_X\n'
	assert (target / "frappe/public/js/frappe/tool.js").read_text() == "// ERPNext and erpnext, by Frappe\n"
	assert (target / "frappe/utils/bench_helper.py").read_text() == "import frappe\n"
	assert not list(target.rglob(".DS_Store"))


def test_binary_files_stay_as_they_are(wheel: Path, tmp_path: Path):
	restore.restore(wheel, tmp_path / "frappe")
	assert (tmp_path / "frappe/frappe/public/images/logo.png").read_bytes() == PICTURE


def test_pyproject_names_the_dependencies_of_the_metadata(wheel: Path, tmp_path: Path):
	restore.restore(wheel, tmp_path / "frappe")
	text = (tmp_path / "frappe/pyproject.toml").read_text()
	assert '"Click~=8.1.3",' in text and '"bleach[css]~=6.0.0",' in text
	assert 'dynamic = ["version"]' in text


def test_another_wheel_is_refused_and_nothing_is_written(wheel: Path, tmp_path: Path):
	with zipfile.ZipFile(wheel, "a") as archive:
		archive.writestr("criscostack/added.py", "import os\n")
	with pytest.raises(restore.WrongWheel, match="sha256"):
		restore.restore(wheel, tmp_path / "frappe")
	assert not (tmp_path / "frappe").exists()
