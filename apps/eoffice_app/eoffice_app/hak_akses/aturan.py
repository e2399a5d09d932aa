"""The rule of sight in plain values: whom a letter concerns. No database here.

A subject is one text: "jabatan:KADIS" (whoever holds the post), "unit:UMPEG" (whoever holds a post in the unit),
"user:a@b" (a person), "peran:Verifikator" (everyone of a role), "operator:UMPEG" (whoever sends the letters of the unit).
"""

from collections.abc import Iterable
from dataclasses import dataclass

SIFAT_TERBATAS = "Terbatas"
SIFAT_RAHASIA = ("Rahasia", "Sangat Rahasia")
PERAN_BERSUBJEK = ("Verifikator", "Pimpinan", "Operator Surat", "Operator Sandi")
PERAN_SURAT = "peran:Operator Surat"
PERAN_SANDI = "peran:Operator Sandi"


@dataclass(frozen=True)
class SuratTerlihat:
	"""What the rule needs to know of a letter: `rantai` are the addressee and every post disposed to, `atasan` the
	posts above those, `pendaftar` the account that registered it, `unit` the registering unit, `pemaraf` the post
	whose paraf a letter to the head of the office needs (None where the office does without), `dieskalasi_kepada` the
	post that was told because the addressee left it waiting (None while it was not)."""

	sifat: str
	pendaftar: str
	unit: str | None
	rantai: frozenset[str]
	atasan: frozenset[str]
	menunggu_verifikasi: bool
	pemaraf: str | None = None
	dieskalasi_kepada: str | None = None


def list_subjek(surat: SuratTerlihat) -> set[str]:
	"""Return the subjects that may see a letter.

	Biasa: the registering unit, the chain and those above it, the verifikator and the leadership, and who was told that
	it waits too long.
	Terbatas: the chain and the registering operator; the verifikator only until he has verified it.
	Rahasia and Sangat Rahasia: the chain and the operator sandi, and not even whoever registered it as a person.
	The secretary who gives his paraf to letters for the head sees those that are not secret.
	Source: SOP 000, Standar Ketentuan ("Operator wajib menjaga kerahasiaan surat"); SOP 003 (paraf of the secretary).
	"""
	subjek = jabatan_subjek(surat.rantai)
	if surat.sifat in SIFAT_RAHASIA:
		return subjek | {PERAN_SANDI}
	subjek |= {f"user:{surat.pendaftar}", *jabatan_subjek([surat.pemaraf] if surat.pemaraf else [])}
	if surat.sifat == SIFAT_TERBATAS:
		return subjek | ({"peran:Verifikator"} if surat.menunggu_verifikasi else set())
	subjek |= {"peran:Verifikator", "peran:Pimpinan", *jabatan_subjek(surat.atasan)}
	subjek |= jabatan_subjek([surat.dieskalasi_kepada] if surat.dieskalasi_kepada else [])
	return subjek | ({f"unit:{surat.unit}"} if surat.unit else set())


@dataclass(frozen=True)
class SuratKeluarTerlihat:
	"""What the rule needs to know of an outgoing letter: `penyusun` is the account that drafted it, `jabatan` are the
	drafter's post, the signer's and every post that gives or gave its paraf, `atasan` the posts above those, `unit`
	the drafter's, `ditandatangani` whether the letter is signed, so that it is to be numbered, sent and filed,
	`lewat_sanapati` whether one of its deliveries goes by Sanapati."""

	sifat: str
	penyusun: str
	jabatan: frozenset[str]
	atasan: frozenset[str]
	unit: str | None = None
	ditandatangani: bool = False
	lewat_sanapati: bool = False


def list_subjek_keluar(surat: SuratKeluarTerlihat) -> set[str]:
	"""Return the subjects that may see an outgoing letter.

	Biasa: who drafts, checks or signs it, and the posts above those; once it is signed also the drafter's unit, the
	leadership and the operator who sends it.
	Terbatas: who drafts, checks or signs it; once it is signed also the operator who sends it.
	Rahasia and Sangat Rahasia: the posts that draft, check or sign it, and not even who drafted it as a person; once it
	is signed also the operator sandi. He also sees what goes by Sanapati, which is his to send (SOP 003).
	Source: SOP 000, C and Standar Ketentuan; SOP 004 (the konsep goes to those who check and sign it).
	"""
	subjek = jabatan_subjek(surat.jabatan)
	if surat.sifat in SIFAT_RAHASIA:
		return subjek | ({PERAN_SANDI} if surat.ditandatangani else set())
	subjek |= {f"user:{surat.penyusun}"}
	if surat.ditandatangani:
		subjek |= {operator_subjek(surat.unit), *([PERAN_SANDI] if surat.lewat_sanapati else [])}
	if surat.sifat == SIFAT_TERBATAS:
		return subjek
	subjek |= jabatan_subjek(surat.atasan)
	return subjek | ({f"unit:{surat.unit}", "peran:Pimpinan"} if surat.ditandatangani else set())


@dataclass(frozen=True)
class PengajuanTerlihat:
	"""What the rule needs to know of a submission at the counter: `untuk_sandi` whether it came by Sanapati or was handed
	over as secret; of the letter it became `sifat` and `pendaftar`, the account that registered it (None before)."""

	untuk_sandi: bool
	sifat: str | None = None
	pendaftar: str | None = None


def list_subjek_pengajuan(pengajuan: PengajuanTerlihat) -> set[str]:
	"""Return the subjects that may see a submission: the operators, who receive what comes to the office.

	What came by Sanapati, was handed over as secret or has become a secret letter is the operator sandi's alone; what has
	become a letter of sifat Terbatas is seen by who registered it.
	Source: SOP 000, Tugas Operator; SOP 002 (Sanapati).
	"""
	if pengajuan.untuk_sandi or pengajuan.sifat in SIFAT_RAHASIA:
		return {PERAN_SANDI}
	return {f"user:{pengajuan.pendaftar}"} if pengajuan.sifat == SIFAT_TERBATAS else {PERAN_SURAT}


def operator_subjek(unit: str) -> str:
	"""Return the subject of whoever sends the letters of a unit."""
	return f"operator:{unit}"


def jabatan_subjek(jabatan: Iterable[str]) -> set[str]:
	"""Return the subjects of posts."""
	return {f"jabatan:{name}" for name in jabatan}
