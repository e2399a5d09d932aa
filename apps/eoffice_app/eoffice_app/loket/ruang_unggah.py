"""The room in which a stranger's files lie while they arrive in parts: private, small, and swept.

A session is a folder named by the fingerprint of its token, which only its sender knows. In it each file is two: what it
is called (`1.json`) and what has arrived of it (`1.isi`), and besides the last number that was given (`nomor`). Nothing
here is in the database.
"""

import errno
import fcntl
import hashlib
import json
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import frappe
from frappe import _

UMUR_DETIK, UMUR_KOSONG_DETIK = 24 * 60 * 60, 15 * 60
SESI_TERBANYAK = 2000
RUANG_TERBESAR = 8 * 1024**3
# Strangers never take the last of the office's disk: a twentieth of it, but no more than this, stays free.
SISA_TERKECIL = 1024**3
PENUH = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
KUNCI, NOMOR_TERAKHIR = "kunci", "nomor"


class RuangUnggahPenuhError(frappe.ValidationError):
	"""No room for what a sender wants to upload."""

	http_status_code = 507


class SesiUnggahTidakAdaError(frappe.ValidationError):
	"""A session of uploading that is not there: never was, sent already, or swept."""

	http_status_code = 410


@dataclass(frozen=True)
class BerkasSpool:
	"""A file on its way: how much of it is there, and its kind once it is whole and was found good."""

	nomor: int
	nama: str
	ukuran: int
	jenis: str = ""
	diterima: int = 0


def open_sesi() -> str:
	"""Make room for a sender's files and return the token by which he finds it again.

	:raises RuangUnggahPenuhError: too many are sending at once, or the disk is nearly full
	"""
	root = get_root()
	root.mkdir(parents=True, exist_ok=True)
	if _count(root) >= SESI_TERBANYAK:
		# Who only takes up rooms and brings nothing makes way.
		sweep(UMUR_KOSONG_DETIK, only_empty=True)
		if _count(root) >= SESI_TERBANYAK:
			refuse_full()
	token = secrets.token_hex(16)
	with told_when_full():
		_folder_of(token).mkdir()
		(_folder_of(token) / KUNCI).touch()
	return token


def add_berkas(sesi: str, nama: str, ukuran: int) -> BerkasSpool:
	"""Make room for one more file of a session.

	:raises SesiUnggahTidakAdaError: see there
	:raises RuangUnggahPenuhError: see there
	"""
	with _locked(sesi) as folder:
		_require_room(ukuran)
		with told_when_full():
			nomor = _take_nomor(folder)
			berkas = BerkasSpool(nomor, nama, ukuran)
			_write(folder, berkas)
			_content_of(folder, nomor).touch()
		return berkas


def put_bagian(sesi: str, nomor: int, mulai: int, isi: bytes) -> BerkasSpool | None:
	"""Add a part to a file, unless another begins where it does; return the file as it is then.

	:param mulai: how much has arrived, as the sender believes; if it is otherwise nothing is added
	:return: None where the session has no such file
	:raises SesiUnggahTidakAdaError: see there
	:raises RuangUnggahPenuhError: the disk is full; what had arrived is still there
	"""
	with _locked(sesi) as folder:
		berkas = _read(folder, nomor)
		if berkas and berkas.diterima == mulai and mulai + len(isi) <= berkas.ukuran:
			with told_when_full():
				_append(_content_of(folder, nomor), mulai, isi)
			berkas = _read(folder, nomor)
		return berkas


def keep_jenis(sesi: str, berkas: BerkasSpool, jenis: str) -> BerkasSpool:
	"""Write down that a whole file was found to be of a kind that is accepted."""
	with _locked(sesi) as folder, told_when_full():
		checked = replace(berkas, jenis=jenis)
		_write(folder, checked)
		return checked


def remove_berkas(sesi: str, nomor: int) -> None:
	"""Take a file out of a session."""
	with _locked(sesi) as folder:
		_content_of(folder, nomor).unlink(missing_ok=True)
		_note_of(folder, nomor).unlink(missing_ok=True)


def list_berkas(sesi: str) -> list[BerkasSpool]:
	"""Return the files of a session in the order in which they were begun.

	:raises SesiUnggahTidakAdaError: see there
	"""
	with _locked(sesi) as folder:
		return _read_all(folder)


def read_isi(sesi: str, nomor: int) -> bytes:
	"""Return what has arrived of a file.

	:raises SesiUnggahTidakAdaError: see there
	"""
	with _locked(sesi) as folder:
		return _content_of(folder, nomor).read_bytes()


def close_sesi(sesi: str) -> None:
	"""Remove a session with its files."""
	shutil.rmtree(_folder_of(sesi), ignore_errors=True)


def sweep(umur_detik: int = UMUR_DETIK, *, only_empty: bool = False) -> None:
	"""Remove the sessions in which nothing has happened for so long: Frappe's scheduler, each hour.

	:param only_empty: leave those that hold a file
	"""
	root = get_root()
	for folder in root.iterdir() if root.is_dir() else ():
		is_old = folder.stat().st_mtime < time.time() - umur_detik
		if is_old and not (only_empty and _read_all(folder)):
			shutil.rmtree(folder, ignore_errors=True)


def get_root() -> Path:
	"""Return the folder of all sessions: among the site's private things, and not where Frappe serves files from."""
	return Path(frappe.get_site_path("private", "loket"))


@contextmanager
def told_when_full() -> Iterator[None]:
	"""Turn the fault of a full disk into words for the sender.

	:raises RuangUnggahPenuhError: see there
	"""
	try:
		yield
	except OSError as error:
		if error.errno not in PENUH:
			raise
		frappe.log_error(title="Loket: penyimpanan penuh", message=str(error))
		refuse_full()


def refuse_full() -> None:
	"""Say that there is no room.

	:raises RuangUnggahPenuhError: always
	"""
	frappe.throw(
		_(
			"Penyimpanan kantor sedang penuh, sehingga berkas belum dapat diterima. Isian Anda masih ada: coba kembali beberapa jam lagi, atau antarkan surat ke kantor."
		),
		RuangUnggahPenuhError,
		title=_("Penyimpanan penuh"),
	)


@contextmanager
def _locked(sesi: str) -> Iterator[Path]:
	folder = _folder_of(sesi)
	try:
		with open(folder / KUNCI, "rb") as lock:
			fcntl.flock(lock, fcntl.LOCK_EX)
			yield folder
	except FileNotFoundError:
		frappe.throw(
			_("Unggahan ini tidak ada lagi. Isian Anda masih ada: pilih kembali berkasnya, lalu kirim."),
			SesiUnggahTidakAdaError,
			title=_("Unggah kembali"),
		)


def _count(root: Path) -> int:
	return sum(1 for _folder in root.iterdir())


def _require_room(ukuran: int) -> None:
	disk = shutil.disk_usage(get_root())
	reserve = min(SISA_TERKECIL, disk.total // 20)
	used = sum(each.stat().st_size for each in get_root().glob("*/*.isi"))
	if disk.free - reserve < ukuran or used + ukuran > RUANG_TERBESAR:
		refuse_full()


def _append(path: Path, start: int, isi: bytes) -> None:
	with open(path, "r+b") as stream:
		try:
			stream.seek(start)
			stream.write(isi)
			stream.flush()
		except OSError:
			# Half a part is none: the sender goes on where he was.
			stream.truncate(start)
			raise


def _take_nomor(folder: Path) -> int:
	"""A number is given once: what takes one file out may arrive after the next was begun, and would take that."""
	path = folder / NOMOR_TERAKHIR
	given = int(path.read_text()) if path.exists() else 0
	nomor = max([given, *(each.nomor for each in _read_all(folder))]) + 1
	_write_whole(path, str(nomor))
	return nomor


def _read_all(folder: Path) -> list[BerkasSpool]:
	numbers = sorted(int(path.stem) for path in folder.glob("*.json"))
	return [berkas for nomor in numbers if (berkas := _read(folder, nomor))]


def _read(folder: Path, nomor: int) -> BerkasSpool | None:
	try:
		note = json.loads(_note_of(folder, nomor).read_text())
		return BerkasSpool(**{**note, "diterima": _content_of(folder, nomor).stat().st_size})
	except FileNotFoundError:
		return None


def _write(folder: Path, berkas: BerkasSpool) -> None:
	_write_whole(_note_of(folder, berkas.nomor), json.dumps(asdict(berkas)))


def _write_whole(path: Path, text: str) -> None:
	# Whole or not at all: a note that ends in the middle could not be read.
	unfinished = path.with_name("catatan.baru")
	unfinished.write_text(text)
	unfinished.replace(path)


def _folder_of(sesi: str) -> Path:
	return get_root() / hashlib.sha256(sesi.encode()).hexdigest()


def _note_of(folder: Path, nomor: int) -> Path:
	return folder / f"{int(nomor)}.json"


def _content_of(folder: Path, nomor: int) -> Path:
	return folder / f"{int(nomor)}.isi"
