"""Attempts to sign: written down before the attempt, so that one that broke off is found.

A row is written in a transaction of its own. Whoever finds one that was begun and never ended knows that a process died
in between. With the office's own certificate nothing has happened then; BSrE may have signed, so a person looks first.
"""

import frappe
from frappe import _
from frappe.utils import now, strip_html

from eoffice_app.tte.galat import HasilTidakPastiError
from eoffice_app.tte.pengaturan import BSRE

UPAYA = "Upaya Tanda Tangan"
MENUNGGU, DICOBA, BERHASIL, GAGAL = "Menunggu", "Dicoba", "Berhasil", "Gagal"
TIDAK_PASTI, DIPASTIKAN_GAGAL = "Tidak Pasti", "Dipastikan Gagal"
TERBUKA = (MENUNGGU, DICOBA)
# Longer than one letter takes at the worst: three questions to BSrE and the order to sign.
DETIK_HIDUP = 120


def write_upaya(daftar: list[tuple[str, int]], penyedia: str) -> str:
	"""Write down that the session's user will try to sign letters; return the name of the group.

	:param daftar: name of each letter, and the version that he has read
	"""
	kelompok = frappe.generate_hash(length=20)
	for urutan, (surat, versi) in enumerate(daftar):
		frappe.get_doc(
			{
				"doctype": UPAYA,
				"kelompok": kelompok,
				"surat_keluar": surat,
				"versi": versi,
				"urutan": urutan,
				"penyedia": penyedia,
				"oleh": frappe.session.user,
				"keadaan": MENUNGGU,
			}
		).insert(ignore_permissions=True)
	return kelompok


def list_upaya(kelompok: str, oleh: str) -> list[frappe._dict]:
	"""Return the attempts of a group by a user, in their order."""
	return frappe.get_all(
		UPAYA,
		filters={"kelompok": kelompok, "oleh": oleh},
		fields=["name", "surat_keluar", "versi", "penyedia", "keadaan", "keterangan", "nomor"],
		order_by="urutan asc",
	)


def read_keadaan(upaya: str) -> str:
	"""Return the state of an attempt."""
	return frappe.db.get_value(UPAYA, upaya, "keadaan")


def mark_begun(upaya: str) -> None:
	"""Note that an attempt begins; to be committed before anything is asked of a provider."""
	frappe.db.set_value(UPAYA, upaya, {"keadaan": DICOBA, "dicoba_pada": now()})


def mark_signed(upaya: str, nomor: str) -> None:
	"""Note that an attempt succeeded, in the transaction that stores the signed letter."""
	frappe.db.set_value(UPAYA, upaya, {"keadaan": BERHASIL, "nomor": nomor, "selesai_pada": now()})


def mark_failed(upaya: str, galat: Exception) -> None:
	"""Note why an attempt failed, or that nobody knows whether it did."""
	keadaan = TIDAK_PASTI if isinstance(galat, HasilTidakPastiError) else GAGAL
	frappe.db.set_value(
		UPAYA,
		upaya,
		{"keadaan": keadaan, "keterangan": strip_html(str(galat)), "selesai_pada": now()},
	)


def require_certain(surat: str, upaya: str = "") -> None:
	"""Check that no attempt on a letter is without a known outcome.

	:param upaya: the attempt that is under way now
	:raises HasilTidakPastiError: one is; a person must look first
	"""
	if _list_uncertain(surat, upaya):
		frappe.throw(
			_(
				"Upaya tanda tangan yang lalu atas surat ini terputus, sehingga belum pasti apakah BSrE sudah menandatanganinya. Periksa riwayat tanda tangan Anda di BSrE, lalu pastikan hasilnya pada surat ini."
			),
			HasilTidakPastiError,
			title=_("Hasil tanda tangan belum pasti"),
		)


def is_uncertain(surat: str) -> bool:
	"""Whether an attempt on a letter is without a known outcome."""
	return bool(_list_uncertain(surat, ""))


def settle_uncertain(surat: str) -> int:
	"""Note that the session's user has made sure that a letter was not signed; return how many attempts that settles."""
	names = _list_uncertain(surat, "")
	for name in names:
		frappe.db.set_value(
			UPAYA,
			name,
			{"keadaan": DIPASTIKAN_GAGAL, "dipastikan_oleh": frappe.session.user, "dipastikan_pada": now()},
		)
	return len(names)


def keep_alive(kelompok: str) -> None:
	"""Let those who wait for a group know that it is still being worked on."""
	frappe.cache.set_value(_key(kelompok), 1, expires_in_sec=DETIK_HIDUP)


def end_life(kelompok: str) -> None:
	"""Let those who wait for a group know that nothing more will come."""
	frappe.cache.delete_value(_key(kelompok))


def is_alive(kelompok: str) -> bool:
	"""Whether a group is being worked on."""
	return bool(frappe.cache.get_value(_key(kelompok), expires=True))


def _key(kelompok: str) -> str:
	return f"eoffice_tanda_tangan:{kelompok}"


def _list_uncertain(surat: str, upaya: str) -> list[str]:
	return frappe.get_all(
		UPAYA,
		filters={
			"surat_keluar": surat,
			"penyedia": BSRE,
			"keadaan": ["in", (DICOBA, TIDAK_PASTI)],
			"name": ["!=", upaya],
		},
		pluck="name",
	)
