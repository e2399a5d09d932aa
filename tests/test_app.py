"""The life of the app on a site: it comes, stays the same through updates, keeps the office's edits, and goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.bench import run_bench
from support.layanan import bench_of
from support.office import Office
from support.situs import APP, fresh_site, look_into

from provision import credentials

SUNTINGAN = {
	("Workflow", "Surat Masuk", "send_email_alert"): 1,
	("Print Format", "Lembar Disposisi", "font_size"): 11,
	("Server Script", "Pola Nomor Agenda", "script"): "doc.pola_nomor = '{urut}/KANTOR'",
	("Derajat Surat", "Segera", "batas_jumlah"): 36,
	("Instruksi Disposisi", "Jadwalkan", "aktif"): 0,
}
# What `bench backup` keeps, by the name of its option → the file that it goes to here.
CADANGAN = {
	"db": "situs.sql.gz",
	"files": "berkas.tar",
	"private-files": "berkas-pribadi.tar",
	"conf": "situs.json",
}


@pytest.fixture(scope="module")
def siklus(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict]:
	"""One site through its whole life; what its tables held is noted at each station."""
	with fresh_site(office, "siklus.localhost") as situs:
		stations = {"bare": look_into(situs)}
		run_bench(situs, "install-app", APP)
		stations["installed"] = look_into(situs)
		stations["edited"] = look_into(situs, edits=[(*key, value) for key, value in SUNTINGAN.items()])
		run_bench(situs, "migrate")
		stations["migrated"] = look_into(situs, wanted=list(SUNTINGAN))
		backup = back_up(situs, tmp_path_factory.mktemp("cadangan"))
		look_into(situs, edits=[("Derajat Surat", "Segera", "batas_jumlah", 99)])
		restore(situs, backup)
		stations["restored"] = look_into(situs, wanted=list(SUNTINGAN))
		run_bench(situs, "uninstall-app", APP, "--yes", "--dry-run")
		stations["not removed"] = look_into(situs)
		run_bench(situs, "uninstall-app", APP, "--yes", "--no-backup")
		stations["removed"] = look_into(situs)
		yield stations


def test_install_brings_what_the_app_promises(siklus):
	installed = siklus["installed"]["records"]
	for doctype, name in (
		("Module Def", "Persuratan"),
		("DocType", "Surat Masuk"),
		("Role", "Operator Surat"),
		("Workflow", "Surat Masuk"),
		("Workflow State", "Diarsipkan"),
		("Print Format", "Lembar Disposisi"),
		("Print Format", "Bukti Registrasi"),
		("Server Script", "Pola Nomor Agenda"),
		("Server Script", "Beri Tahu Penerima Disposisi"),
		("Server Script", "Ingatkan Pimpinan"),
		("Workspace", "Operator"),
	):
		assert name in installed[doctype], f"{doctype} {name}"


def test_migrate_changes_nothing_and_an_offices_edits_survive_it(siklus):
	assert siklus["migrated"]["tables"] == siklus["installed"]["tables"]
	assert siklus["migrated"]["values"] == list(SUNTINGAN.values())
	assert find_changes(siklus["edited"], siklus["migrated"]) == {}


def test_a_restored_backup_is_the_site_as_it_was(siklus):
	assert siklus["restored"]["tables"] == siklus["migrated"]["tables"]
	assert siklus["restored"]["values"] == list(SUNTINGAN.values())
	assert find_changes(siklus["migrated"], siklus["restored"]) == {}


def test_uninstall_leaves_no_orphan(siklus):
	bare, removed = siklus["bare"], siklus["removed"]
	assert removed["apps"] == bare["apps"]
	assert set(removed["tables"]) - set(bare["tables"]) == set()
	left = {
		doctype: sorted(set(records) - set(bare["records"].get(doctype, {})))
		for doctype, records in removed["records"].items()
	}
	assert {doctype: names for doctype, names in left.items() if names} == {}


def test_a_dry_run_of_uninstall_removes_nothing(siklus):
	assert siklus["not removed"]["tables"] == siklus["migrated"]["tables"]
	assert find_changes(siklus["migrated"], siklus["not removed"]) == {}


def back_up(situs: Office, folder: Path) -> dict[str, Path]:
	"""Back up the site with its files and return each part's file, by the keys of CADANGAN."""
	backup = {part: folder / name for part, name in CADANGAN.items()}
	paths = [f"--backup-path-{part}={path}" for part, path in backup.items()]
	run_bench(situs, "backup", "--with-files", *paths)
	return backup


def restore(situs: Office, backup: dict[str, Path]) -> None:
	"""Put a backup in the place of the site, as the administrator's guide says."""
	files = [f"--with-public-files={backup['files']}", f"--with-private-files={backup['private-files']}"]
	password = credentials.password(bench_of(situs), "mariadb_root")
	run_bench(situs, "restore", str(backup["db"]), *files, f"--db-root-password={password}", "--force")


def find_changes(before: dict, after: dict) -> dict:
	"""Which records came, went or changed between two stations."""
	changes = {}
	for doctype, records in after["records"].items():
		old = before["records"].get(doctype, {})
		names = {name for name in records.keys() | old.keys() if records.get(name) != old.get(name)}
		if names:
			changes[doctype] = sorted(names)
	return changes
