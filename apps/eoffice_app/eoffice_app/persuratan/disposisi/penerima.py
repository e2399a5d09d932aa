"""Who may receive a disposisi: the posts below the writer's, and why another post may not; and who has received one."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.organisasi.jabatan import is_below, list_above, list_below, name_post, require_open
from eoffice_app.organisasi.pemangku import find_holders, require_holder
from eoffice_app.persuratan.keadaan import DISPOSISI_DIKERJAKAN, DISPOSISI_SELESAI


class BukanBawahanError(frappe.ValidationError):
	"""A disposisi to a post that is not below the writer's."""


class DisposisiMelingkarError(frappe.ValidationError):
	"""A disposisi back to a post through which the letter came."""


def list_penerima(dari: list[str]) -> list[dict]:
	"""Return the active posts below some posts with their holders, nearest level first, then in the office's order.

	:return: dicts of `jabatan`, `nama_jabatan`, `unit`, `pemangku` (None without holder), `sebagai`, `tingkat` (1 is
	        directly below) and `dari` (those of the given posts that stand above it)
	"""
	below = {jabatan: list_below(jabatan) for jabatan in dari}
	posts = frappe.get_all(
		"Jabatan",
		filters={"name": ["in", [name for names in below.values() for name in names]]},
		fields=["name", "nama_jabatan", "unit_kerja", "parent_jabatan"],
		order_by="urutan asc, lft asc",
	)
	parents = {post.name: post.parent_jabatan for post in posts}
	holders = find_holders(parents)
	penerima = [
		_describe_penerima(
			post, parents, [name for name in dari if post.name in below[name]], holders.get(post.name)
		)
		for post in posts
	]
	return sorted(penerima, key=lambda row: row["tingkat"])


def check_penerima(dari: str, kepada: str, induk: str | None) -> None:
	"""Check that a post may receive a disposisi from another: it is open, held, below it, and not where it came from.

	Source: SOP 000, A.7a ("disposisi kepada jabatan di bawahnya").

	:param induk: name of the disposisi through which the letter reached `dari`
	:raises BukanBawahanError: with whom to ask instead
	:raises DisposisiMelingkarError: the letter came through `kepada`
	:raises JabatanDitutupError: closed
	:raises JabatanTanpaPemangkuError: nobody holds it today
	"""
	nama = frappe.bold(name_post(kepada) or frappe.utils.escape_html(kepada))
	require_open(kepada)
	if not is_below(kepada, dari):
		frappe.throw(
			_explain_not_below(dari, kepada, nama), BukanBawahanError, title=_("Bukan jabatan bawahan")
		)
	_refuse_circle(kepada, induk, nama)
	require_holder(kepada)


def find_induk(surat: Document, dari: str) -> str | None:
	"""Return the disposisi through which a letter reached a post and still lies there, the latest first.

	One that needs no report is done when read, and may be passed on all the same.

	:return: None for the addressee, and for a post that was not reached or has reported
	"""
	reached = {"surat_masuk": surat.name, "kepada": dari}
	for state in (
		{"status": ["in", DISPOSISI_DIKERJAKAN]},
		{"status": DISPOSISI_SELESAI, "perlu_jawaban": 0},
	):
		found = frappe.db.get_value("Disposisi", {**reached, **state}, "name", order_by="ditulis_pada desc")
		if found:
			return found
	return None


def _refuse_circle(kepada: str, induk: str | None, nama: str) -> None:
	# The tree alone forbids a circle, but posts may move in it between one disposisi and the next.
	while induk:
		above = frappe.db.get_value("Disposisi", induk, ["dari", "disposisi_induk"], as_dict=True)
		if above.dari == kepada:
			frappe.throw(
				_(
					"Surat ini sampai kepada Anda melalui {0}. Sampaikan kepadanya melalui umpan balik, bukan disposisi."
				).format(nama),
				DisposisiMelingkarError,
				title=_("Disposisi melingkar"),
			)
		induk = above.disposisi_induk


def _explain_not_below(dari: str, kepada: str, nama: str) -> str:
	if kepada == dari:
		return _(
			"Disposisi tidak dapat ditujukan kepada jabatan Anda sendiri. Pilih jabatan di bawahnya, atau kerjakan sendiri lalu beri umpan balik."
		)
	above = list_above(dari)
	if kepada in above:
		return _("{0} adalah atasan jabatan Anda. Sampaikan kepadanya melalui umpan balik.").format(nama)
	common = next((jabatan for jabatan in above if jabatan in list_above(kepada)), None)
	if not common:
		return _(
			"{0} tidak berada di bawah jabatan Anda. Disposisi hanya kepada jabatan di bawahnya."
		).format(nama)
	return _("{0} tidak berada di bawah jabatan Anda. Mintalah {1} mendisposisikannya.").format(
		nama, frappe.bold(name_post(common))
	)


def _describe_penerima(
	post: frappe._dict, parents: dict[str, str], dari: list[str], holder: frappe._dict | None
) -> dict:
	return {
		"jabatan": post.name,
		"nama_jabatan": post.nama_jabatan,
		"unit": frappe.get_cached_value("Unit Kerja", post.unit_kerja, "nama_unit"),
		"pemangku": holder.nama_lengkap if holder else None,
		"sebagai": holder.sebagai if holder else None,
		"tingkat": _count_levels(post.name, parents, dari),
		"dari": dari,
	}


def _count_levels(jabatan: str, parents: dict[str, str], dari: list[str]) -> int:
	level = 0
	while jabatan and jabatan not in dari:
		jabatan, level = parents.get(jabatan), level + 1
	return level
