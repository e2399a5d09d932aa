"""A site of its own in the bench under test, for what cannot be tried on the site the other tests use."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from provision import credentials, site
from provision.steps import StepLog
from support.bench import run_bench
from support.layanan import bench_of
from support.office import Office

LOOK = Path(__file__).with_name("isi_situs.py")
APP = "eoffice_app"


@contextmanager
def fresh_site(office: Office, name: str) -> Iterator[Office]:
	"""Make a bare Frappe site in the office's bench; it is gone afterwards."""
	bench = replace(bench_of(office), site=name)
	log = StepLog("tests", bench.logs / "tests.log")
	make, *_ = site.site_steps(bench, needs=())
	make.run(log)
	try:
		yield replace(office, site=name)
	finally:
		password = credentials.password(bench, "mariadb_root")
		run_bench(
			replace(office, site=name),
			"drop-site",
			name,
			"--force",
			"--no-backup",
			"--root-password",
			password,
		)
		shutil.rmtree(bench.root / "archived", ignore_errors=True)


def look_into(office: Office, edits: list[tuple] = (), wanted: list[tuple] = ()) -> dict:
	"""Save some edits, then return what the main tables of the office's site hold: see isi_situs.py."""
	command = [office.bench / "env/bin/python", LOOK, office.site, json.dumps(edits), json.dumps(wanted)]
	finished = subprocess.run(
		command,
		cwd=office.bench / "sites",
		env={**os.environ, "FRAPPE_BENCH_ROOT": str(office.bench)},
		stdout=subprocess.PIPE,
		text=True,
		check=True,
	)
	return json.loads(finished.stdout)
