"""A stranger's PDF is read in a process of its own, which may take little time and memory: a trap in it hurts nobody."""

import base64
import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence

DETIK_PROSESOR, DETIK_JAM = 4, 30
BITA_INGATAN = 1024**3
# What the process needs to find its modules, and nothing of what the office's own processes know.
LINGKUNGAN = ("PATH", "PYTHONPATH", "LANG")


class PemeriksaanTerhentiError(Exception):
	"""The file took too long, asked for too much memory, or broke the reader."""


def verify_apart(isi: bytes, otoritas: Sequence[bytes], daftar_cabut: Sequence[bytes] = ()) -> str:
	"""Return what the signatures of a file are worth together: see `verifikasi.verify_pdf`.

	:raises PemeriksaanTerhentiError: see there
	"""
	question = {"otoritas": _write(otoritas), "daftar_cabut": _write(daftar_cabut)}
	try:
		answer = subprocess.run(
			[sys.executable, "-m", __name__],
			input=json.dumps(question).encode() + b"\n" + isi,
			capture_output=True,
			timeout=DETIK_JAM,
			env={name: os.environ[name] for name in LINGKUNGAN if name in os.environ},
		)
	except subprocess.TimeoutExpired as error:
		raise PemeriksaanTerhentiError from error
	if answer.returncode:
		raise PemeriksaanTerhentiError
	return answer.stdout.decode()


def main() -> None:
	"""Answer one question of `verify_apart`."""
	_limit_self()
	# Read under the limits, and only here: the web process has no use for it.
	from eoffice_app.tte.verifikasi import verify_pdf

	question = json.loads(sys.stdin.buffer.readline())
	lists = (_read(question[name]) for name in ("otoritas", "daftar_cabut"))
	sys.stdout.write(verify_pdf(sys.stdin.buffer.read(), *lists).keadaan)


def _limit_self() -> None:
	resource.setrlimit(resource.RLIMIT_CPU, (DETIK_PROSESOR, DETIK_PROSESOR))
	resource.setrlimit(resource.RLIMIT_AS, (BITA_INGATAN, BITA_INGATAN))
	resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
	resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
	# The office's own requests come first.
	os.nice(10)


def _write(files: Sequence[bytes]) -> list[str]:
	return [base64.b64encode(each).decode() for each in files]


def _read(texts: list[str]) -> list[bytes]:
	return [base64.b64decode(each) for each in texts]


if __name__ == "__main__":
	main()
