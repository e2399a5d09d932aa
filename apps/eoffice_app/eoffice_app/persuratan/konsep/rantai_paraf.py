"""The chain of parafs in plain values: which posts check a draft before its signer does. No database here.

Sources: SOP 000, C; SOP 003 (paraf of Kasi, Kabid and Sekretaris before the head signs); SOP 004 (the electronic chain).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import frappe
from frappe import _

BERJENJANG, ATASAN_LANGSUNG, TANPA_PARAF = "Berjenjang", "Atasan Langsung", "Tanpa Paraf"
HIERARKI, KOORDINASI = "Hierarki", "Koordinasi"
MENUNGGU, DIPARAF, DIKEMBALIKAN, GUGUR = "Menunggu", "Diparaf", "Dikembalikan", "Gugur"
# Asked for or given; what was returned or has become void is history.
BERLAKU = (MENUNGGU, DIPARAF)
SETIAP_PEJABAT, PIMPINAN_KANTOR = "Setiap Pejabat", "Pimpinan Kantor"
SENDIRI, ATAS_NAMA, UNTUK_BELIAU = "Sendiri", "a.n.", "u.b."
# How many posts above the signer the authority comes from: a.n. is one level down, u.b. two.
TINGKAT_KUASA = {SENDIRI: 0, ATAS_NAMA: 1, UNTUK_BELIAU: 2}


class PenandaTanganBukanAtasanError(frappe.ValidationError):
	"""A signer who neither wrote the draft nor stands above the one who did."""


class KuasaTandaTanganError(frappe.ValidationError):
	"""A signature on behalf of a post that is not there."""


@dataclass(frozen=True)
class LangkahParaf:
	"""One paraf that a draft needs. `urutan` is its place in the line; those of one number may come in any order."""

	jabatan: str
	jenis: str
	urutan: int


def list_hierarki(
	penyusun: str, atasan: Sequence[str], penanda_tangan: str, aturan: str = BERJENJANG
) -> list[str]:
	"""Return the posts that give paraf hierarki, in their order; none where the signer drafted it.

	:param penyusun: post of the drafter
	:param atasan: the posts above it, the direct superior first
	:param penanda_tangan: post that signs
	:param aturan: BERJENJANG (each post between the two), ATASAN_LANGSUNG (the first of these) or TANPA_PARAF
	:raises PenandaTanganBukanAtasanError: the signer is neither the drafter's post nor above it
	"""
	if penanda_tangan == penyusun:
		return []
	if penanda_tangan not in atasan:
		frappe.throw(
			_(
				"Penanda tangan harus jabatan penyusun sendiri atau atasannya. Pilih penanda tangan lain, atau minta unit penanda tangan menyusun konsep ini."
			),
			PenandaTanganBukanAtasanError,
			title=_("Penanda tangan tidak sesuai"),
		)
	between = list(atasan[: atasan.index(penanda_tangan)])
	return {BERJENJANG: between, ATASAN_LANGSUNG: between[:1], TANPA_PARAF: []}[aturan]


def compose_rantai(
	hierarki: Sequence[str], koordinasi: Iterable[str], kecuali: Iterable[str]
) -> list[LangkahParaf]:
	"""Return all parafs that a draft needs.

	The line comes one after the other; paraf koordinasi is given beside it, by all at once. A post in both gives one.

	:param hierarki: see `list_hierarki`
	:param koordinasi: posts of other units that are asked
	:param kecuali: posts that are never asked for paraf koordinasi: those of the drafter and of the signer
	"""
	others = [post for post in dict.fromkeys(koordinasi) if post not in {*hierarki, *kecuali}]
	return [
		*(LangkahParaf(post, HIERARKI, urutan) for urutan, post in enumerate(hierarki, start=1)),
		*(LangkahParaf(post, KOORDINASI, 1) for post in others),
	]


def list_giliran(rows: Sequence) -> list:
	"""Return the parafs that may be given now: the lowest open one of the line, and every open paraf koordinasi.

	:param rows: anything with `jenis`, `urutan` and `keadaan`
	"""
	still_open = [row for row in rows if row.keadaan == MENUNGGU]
	line = [row for row in still_open if row.jenis == HIERARKI]
	return [
		*sorted(line, key=lambda row: row.urutan)[:1],
		*(row for row in still_open if row.jenis == KOORDINASI),
	]


def list_missing(rows: Sequence, wanted: Iterable[LangkahParaf]) -> list[LangkahParaf]:
	"""Return the parafs that are neither given nor asked for yet.

	:param rows: anything with `jabatan`, `jenis` and `keadaan`
	"""
	present = {(row.jabatan, row.jenis) for row in rows if row.keadaan in BERLAKU}
	return [step for step in wanted if (step.jabatan, step.jenis) not in present]


def list_surplus(rows: Sequence, wanted: Iterable[LangkahParaf]) -> list:
	"""Return the parafs given or asked for that the draft no longer needs, as after its signer changed."""
	needed = {(step.jabatan, step.jenis) for step in wanted}
	return [row for row in rows if row.keadaan in BERLAKU and (row.jabatan, row.jenis) not in needed]


def list_outdated(rows: Sequence, versi: int) -> list:
	"""Return the parafs that were given on an earlier version of the text."""
	return [row for row in rows if row.keadaan == DIPARAF and row.versi < versi]


def list_kuasa(penanda_tangan: str, atasan: Sequence[str], cara: str) -> list[str]:
	"""Return the posts of the signature block, the highest first and the signer last.

	:param atasan: the posts above the signer, the direct superior first
	:param cara: SENDIRI, ATAS_NAMA or UNTUK_BELIAU
	:raises KuasaTandaTanganError: there are not so many posts above the signer
	"""
	tingkat = TINGKAT_KUASA[cara]
	if len(atasan) < tingkat:
		frappe.throw(
			_(
				"Tanda tangan {0} memerlukan {1} tingkat jabatan di atas penanda tangan. Pilih cara tanda tangan lain."
			).format(frappe.bold(cara), tingkat),
			KuasaTandaTanganError,
			title=_("Cara tanda tangan tidak sesuai"),
		)
	return [*reversed(atasan[:tingkat]), penanda_tangan]


def compose_blok(nama: Sequence[str], cara: str) -> list[str]:
	"""Return the lines above a signature.

	:param nama: titles of the posts of `list_kuasa`, the signer's as he signs it ("Plh. Kepala Dinas")
	:param cara: SENDIRI, ATAS_NAMA or UNTUK_BELIAU
	"""
	*atasan, penanda_tangan = nama
	if cara == SENDIRI:
		return [f"{penanda_tangan},"]
	if cara == ATAS_NAMA:
		return [f"a.n. {atasan[0]}", f"{penanda_tangan},"]
	return [f"a.n. {atasan[0]}", atasan[1], "u.b.", f"{penanda_tangan},"]
