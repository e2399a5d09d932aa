"""Who acts for a post on a day: letters go to posts, and the person is found here."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate, nowdate

from eoffice_app.exceptions import BukanPemangkuError, JabatanTanpaPemangkuError
from eoffice_app.ingatan_permintaan import remember_while_reading
from eoffice_app.organisasi.jabatan import name_post

# An acting official takes over the whole desk for his dates, so he comes before the definitive holder;
# a Plh. (holder away) before a Plt. or Pj. (post vacant).
DEFINITIF = "Definitif"
URUTAN_JENIS = {"Plh.": 0, "Plt.": 1, "Pj.": 2, DEFINITIF: 3}


def holder_on(jabatan: str, tanggal: date | str | None = None) -> frappe._dict | None:
	"""Return who acts for a post on a day.

	:param jabatan: name of the Jabatan
	:param tanggal: the day in the office's time zone; today when left out
	:return: dict of `jabatan`, `pegawai`, `nama_lengkap`, `user`, `jenis`, `sebagai` (the post as it is
	        signed, for example "Plh. Kepala Dinas"), `mewakili` (name of the definitive holder while an acting
	        official acts, else None), `pangkat`, `golongan`, `nip`; None for a post without holder
	"""
	return choose_holder(list_holders(jabatan, tanggal))


def require_holder(jabatan: str, tanggal: date | str | None = None) -> frappe._dict:
	"""Like `holder_on`, but raise JabatanTanpaPemangkuError where nobody holds the post that day."""
	holder = holder_on(jabatan, tanggal)
	if not holder:
		frappe.throw(
			_(
				"Jabatan {0} belum ada pemangkunya pada {1}. Pilih jabatan lain, atau minta Pengelola E-Office mengisi Pemangku Jabatan."
			).format(
				frappe.bold(name_post(jabatan) or jabatan),
				frappe.format(getdate(tanggal or nowdate()), "Date"),
			),
			JabatanTanpaPemangkuError,
			title=_("Jabatan tanpa pemangku"),
		)
	return holder


def require_acting(jabatan: str) -> frappe._dict:
	"""Return the holder of a post today when it is the session's user.

	:raises BukanPemangkuError: somebody else holds it
	"""
	holder = holder_on(jabatan)
	if not holder or holder.user != frappe.session.user:
		frappe.throw(
			_("Hanya pemangku jabatan {0} yang dapat melakukan ini.").format(frappe.bold(name_post(jabatan))),
			BukanPemangkuError,
			title=_("Tidak berwenang"),
		)
	return holder


def choose_holder(holders: list[frappe._dict]) -> frappe._dict | None:
	"""Of all who hold a post on one day, return the one who acts: Plh., Plt., Pj., Definitif; latest start first."""
	if not holders:
		return None
	latest_first = sorted(holders, key=lambda holder: getdate(holder.mulai), reverse=True)
	return min(latest_first, key=lambda holder: URUTAN_JENIS[holder.jenis])


def list_holders(jabatan: str, tanggal: date | str | None = None) -> list[frappe._dict]:
	"""Return all holders of a post on a day, acting and definitive, in the shape of `holder_on`."""
	return _read_holders("pemangku.jabatan = %(nilai)s", jabatan, tanggal)


def list_posts_of_user(user: str, tanggal: date | str | None = None) -> list[frappe._dict]:
	"""Return every holding of a user on a day, also those that an acting official covers for him."""
	return _read_holders("pegawai.user = %(nilai)s", user, tanggal)


def acts_for(user: str, jabatan: str, tanggal: date | str | None = None) -> bool:
	"""Whether the user is the one who acts for the post on the day."""
	holder = holder_on(jabatan, tanggal)
	return bool(holder and holder.user == user)


def list_posts_acted_for(user: str, tanggal: date | str | None = None) -> list[str]:
	"""Names of the posts for which the user acts on the day: those an acting official covers are left out."""
	held = dict.fromkeys(row.jabatan for row in list_posts_of_user(user, tanggal))
	return [jabatan for jabatan in held if acts_for(user, jabatan, tanggal)]


def find_holders(jabatan: Iterable[str], tanggal: date | str | None = None) -> dict[str, frappe._dict]:
	"""Return who acts for each of several posts on a day, by one question: see `holder_on`; posts without holder are left out."""
	names = list(jabatan)
	if not names:
		return {}
	holders = defaultdict(list)
	for row in _read_holders("pemangku.jabatan in %(nilai)s", names, tanggal):
		holders[row.jabatan].append(row)
	return {post: choose_holder(rows) for post, rows in holders.items()}


def is_clash(holding: frappe._dict, other: frappe._dict) -> bool:
	"""Whether two holdings of one post cannot both be: a post has one definitive holder a day, and one acting
	official over him, of whatever kind.

	:param holding: anything with `jenis`, `mulai` and `sampai`
	"""
	is_same_layer = (holding.jenis == DEFINITIF) == (other.jenis == DEFINITIF)
	return is_same_layer and _begins_before_end(holding, other) and _begins_before_end(other, holding)


def _begins_before_end(holding: frappe._dict, other: frappe._dict) -> bool:
	return not other.sampai or getdate(holding.mulai) <= getdate(other.sampai)


def _read_holders(condition: str, nilai: str | list[str], tanggal) -> list[frappe._dict]:
	day = getdate(tanggal or nowdate())
	key = (condition, nilai if isinstance(nilai, str) else tuple(nilai), day)
	rows = remember_while_reading("pemangku", key, lambda: _select_holders(condition, nilai, day))
	return [frappe._dict(row) for row in rows]


def _select_holders(condition: str, nilai: str | list[str], tanggal: date) -> list[frappe._dict]:
	rows = frappe.db.sql(
		f"""
		select pemangku.jabatan, pemangku.pegawai, pemangku.jenis, pemangku.mulai,
			jabatan.nama_jabatan, jabatan.unit_kerja,
			pegawai.nama_lengkap, pegawai.user, pegawai.pangkat, pegawai.golongan, pegawai.nip,
			pejabat.nama_lengkap as mewakili
		from `tabPemangku Jabatan` pemangku
		join `tabJabatan` jabatan on jabatan.name = pemangku.jabatan
		join `tabPegawai` pegawai on pegawai.name = pemangku.pegawai
		left join `tabPemangku Jabatan` definitif on pemangku.jenis != 'Definitif'
			and definitif.jabatan = pemangku.jabatan and definitif.jenis = 'Definitif'
			and definitif.mulai <= %(tanggal)s
			and (definitif.sampai is null or definitif.sampai >= %(tanggal)s)
		left join `tabPegawai` pejabat on pejabat.name = definitif.pegawai
		where {condition}
			and pemangku.mulai <= %(tanggal)s
			and (pemangku.sampai is null or pemangku.sampai >= %(tanggal)s)
		""",
		{"nilai": nilai, "tanggal": tanggal},
		as_dict=True,
	)
	for row in rows:
		row.sebagai = row.nama_jabatan if row.jenis == DEFINITIF else f"{row.jenis} {row.nama_jabatan}"
	return rows
