"""The signatures of a stranger's PDF are read in a process of its own: see `proses_terpisah`."""

import base64
import json
import sys
from collections.abc import Sequence

from eoffice_app.proses_terpisah import ask_apart, limit_self

DETIK_PROSESOR = 4
BITA_INGATAN = 1024**3


def verify_apart(isi: bytes, otoritas: Sequence[bytes], daftar_cabut: Sequence[bytes] = ()) -> str:
	"""Return what the signatures of a file are worth together: see `verifikasi.verify_pdf`.

	:raises PemeriksaanTerhentiError: see there
	"""
	question = {"otoritas": _write(otoritas), "daftar_cabut": _write(daftar_cabut)}
	return ask_apart(__name__, json.dumps(question).encode() + b"\n" + isi)


def main() -> None:
	"""Answer one question of `verify_apart`."""
	limit_self(DETIK_PROSESOR, BITA_INGATAN)
	# Read under the limits, and only here: the web process has no use for it.
	from eoffice_app.tte.verifikasi import verify_pdf

	question = json.loads(sys.stdin.buffer.readline())
	lists = (_read(question[name]) for name in ("otoritas", "daftar_cabut"))
	sys.stdout.write(verify_pdf(sys.stdin.buffer.read(), *lists).keadaan)


def _write(files: Sequence[bytes]) -> list[str]:
	return [base64.b64encode(each).decode() for each in files]


def _read(texts: list[str]) -> list[bytes]:
	return [base64.b64decode(each) for each in texts]


if __name__ == "__main__":
	main()
