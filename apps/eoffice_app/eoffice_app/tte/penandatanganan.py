"""Signing letters from the desk: one or several in one go, with a passphrase that travels once.

The work is done in a thread of the web process. A job would have to carry the passphrase through Redis; and the request
itself must not wait, because BSrE may take a minute for each letter, and a proxy ends a request that is silent for long.
"""

import json
from threading import Thread

import frappe
from frappe import _

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.pemangku import require_acting
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.surat_keluar.nomor import CaraNomor, read_cara_nomor
from eoffice_app.tte.galat import DaftarSuratError
from eoffice_app.tte.pelaksanaan import DOCTYPE, sign_kelompok
from eoffice_app.tte.pengaturan import get_penyedia_kantor
from eoffice_app.tte.permintaan import Passphrase
from eoffice_app.tte.rahasia import take_passphrase
from eoffice_app.tte.upaya import (
	TERBUKA,
	end_life,
	is_alive,
	keep_alive,
	list_upaya,
	settle_uncertain,
	write_upaya,
)

TERBANYAK = 200


@frappe.whitelist(methods=["POST"])
def sign_surat(
	daftar: str,
	tanggal_surat: str | None = None,
	alasan: str = "",
	pesanan: str = "",
	nomor_urut: int = 0,
) -> str:
	"""Begin to sign letters that wait for the session's user; return the name of the group, see `get_hasil`.

	The passphrase comes as the request's argument `passphrase`, which `rahasia.hide_passphrase` takes away before Frappe
	hands the arguments on; so it is none of these.

	:param daftar: JSON list of objects with `surat_keluar` and `versi`, the version that he has read
	:param tanggal_surat: a back date, for a single letter; today when left out
	:param alasan: why it is back-dated; it stays in the ledger
	:param pesanan: a reservation of the user's, for a single letter; with `nomor_urut` of it
	:raises frappe.DoesNotExistError: a letter is not there, or not for this user
	:raises DaftarSuratError: no letter, too many, or several with one date or number
	:raises TteError: no passphrase, or too many wrong ones
	:raises AlasanKosongError: a back date without a reason
	"""
	passphrase = take_passphrase()
	letters = _read_daftar(daftar)
	for surat, _versi in letters:
		get_visible_surat(surat, DOCTYPE)
	cara = read_cara_nomor(tanggal_surat, alasan, pesanan, nomor_urut)
	_require_single(letters, cara)
	kelompok = write_upaya(letters, get_penyedia_kantor())
	keep_alive(kelompok)
	# Only once the attempts are stored.
	frappe.db.after_commit.add(_make_starter(kelompok, cara, passphrase))
	return kelompok


@frappe.whitelist()
def get_hasil(kelompok: str) -> dict:
	"""Return how far a group is that the session's user had signed.

	:return: dict of `berjalan` (whether more will come) and `surat` (list of dicts of `surat_keluar`, `keadaan`,
	        `keterangan`, `nomor`)
	:raises frappe.DoesNotExistError: no such group, or somebody else's
	"""
	rows = list_upaya(kelompok, frappe.session.user)
	if not rows:
		frappe.throw(
			_("Penandatanganan ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan")
		)
	is_open = any(row.keadaan in TERBUKA for row in rows)
	fields = ("surat_keluar", "keadaan", "keterangan", "nomor")
	return {
		"berjalan": is_open and is_alive(kelompok),
		"surat": [{field: row[field] for field in fields} for row in rows],
	}


@frappe.whitelist(methods=["POST"])
def confirm_unsigned(surat_keluar: str) -> int:
	"""Note that the signer has looked into his history at BSrE and a letter was not signed there; return how many
	attempts that settles.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises BukanPemangkuError: the user does not act for the signer's post
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	require_acting(surat.penanda_tangan)
	return settle_uncertain(surat.name)


def _make_starter(kelompok: str, cara: CaraNomor, passphrase: Passphrase):
	arguments = (frappe.local.site, frappe.session.user, frappe.local.lang, kelompok, cara, passphrase)

	def start() -> None:
		Thread(target=_run, args=arguments, name=f"tanda-tangan-{kelompok}").start()

	return start


def _run(site: str, user: str, lang: str, kelompok: str, cara: CaraNomor, passphrase: Passphrase) -> None:
	frappe.init(site=site)
	frappe.connect()
	try:
		frappe.set_user(user)
		frappe.local.lang = lang
		sign_kelompok(kelompok, cara, passphrase)
	except Exception:
		frappe.db.rollback()
		frappe.log_error("Penandatanganan terhenti")
		frappe.db.commit()
	finally:
		end_life(kelompok)
		frappe.destroy()


def _read_daftar(daftar: str) -> list[tuple[str, int]]:
	try:
		letters = [(str(row["surat_keluar"]), int(row["versi"])) for row in json.loads(daftar)]
	except (ValueError, TypeError, KeyError):
		letters = []
	if not 1 <= len(letters) <= TERBANYAK or len({surat for surat, _versi in letters}) < len(letters):
		_refuse_daftar(
			_("Pilih sekurangnya satu dan sebanyaknya {0} surat untuk ditandatangani.").format(TERBANYAK)
		)
	return letters


def _require_single(letters: list, cara: CaraNomor) -> None:
	if len(letters) > 1 and (cara.pesanan or cara.tanggal):
		_refuse_daftar(
			_("Tanggal mundur dan nomor pesanan hanya untuk satu surat. Tanda tangani surat itu sendiri.")
		)


def _refuse_daftar(message: str) -> None:
	frappe.throw(message, DaftarSuratError, title=_("Daftar surat tidak benar"))
