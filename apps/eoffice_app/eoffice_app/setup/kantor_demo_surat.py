"""The letters of the demo office, made by its people through the functions the office itself uses."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import frappe
from babel.dates import format_date
from frappe.model.document import Document
from frappe.model.workflow import apply_workflow
from frappe.utils import add_days, get_datetime, now_datetime, nowdate

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.organisasi.pemangku import require_holder
from eoffice_app.penomoran.pola import ROMAWI
from eoffice_app.persuratan.disposisi.langkah import mark_read, withdraw_disposisi, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import TINDAKAN_BERALASAN, close_with_reason
from eoffice_app.persuratan.surat_masuk.verifikasi import TINDAKAN as TINDAKAN_VERIFIKASI
from eoffice_app.persuratan.surat_masuk.verifikasi import list_butir, verify_surat
from eoffice_app.setup.demo import kantor
from eoffice_app.setup.demo.acara import plan_acara
from eoffice_app.setup.demo.naskah import Langkah, SuratContoh
from eoffice_app.setup.demo.pindaian import Naskah, create_scan
from eoffice_app.setup.demo.surat_berjalan import SURAT_BERJALAN
from eoffice_app.setup.demo.surat_menunggu import SURAT_MENUNGGU
from eoffice_app.setup.demo.surat_selesai import SURAT_SELESAI

SURAT_DEMO = (*SURAT_SELESAI, *SURAT_BERJALAN, *SURAT_MENUNGGU)
PENDAFTAR, PENDAFTAR_RAHASIA = "OPERATOR", "KASI-SANDI"
PENUTUP = "Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih."
AWAL_PENUTUP = ("Demikian", "Atas ", "Besar harapan")


def create_surat_demo() -> None:
	"""Create the demo letters the office lacks, oldest first, so that their numbers follow the days."""
	for contoh, diterima in schedule_surat(SURAT_DEMO, now_datetime()):
		if not find_surat(contoh):
			create_surat(contoh, diterima)
			# One letter with its whole course is one unit: an interrupted start resumes with the next.
			frappe.db.commit()


def schedule_surat(daftar: tuple[SuratContoh, ...], sekarang: datetime) -> list[tuple[SuratContoh, datetime]]:
	"""Return the letters with the time each was received: on working days, never in the future."""
	scheduled = [(contoh, _time_received(contoh, number, sekarang)) for number, contoh in enumerate(daftar)]
	return sorted(scheduled, key=lambda pair: pair[1])


def find_surat(contoh: SuratContoh) -> str | None:
	"""Return the name of the demo letter if the office has it. The number will not do: it bears the month."""
	return frappe.db.get_value(
		"Surat Masuk", {"pengirim": _get_pengirim(contoh), "perihal": contoh.perihal}, "name"
	)


def create_surat(contoh: SuratContoh, diterima: datetime) -> str:
	"""Register one letter with its scan and lead it through its course; return its name."""
	with acting_for(PENDAFTAR_RAHASIA if contoh.sifat in SIFAT_RAHASIA else PENDAFTAR):
		surat = _register(contoh, diterima)
	for langkah in contoh.perjalanan:
		with acting_for(langkah.oleh):
			_take_step(surat.name, langkah)
	return surat.name


@contextmanager
def acting_for(jabatan: str) -> Iterator[None]:
	"""Act as the person who holds a post today, and be oneself again afterwards."""
	before = frappe.session.user
	frappe.set_user(require_holder(jabatan).user)
	try:
		yield
	finally:
		frappe.set_user(before)


def _register(contoh: SuratContoh, diterima: datetime) -> Document:
	tanggal_surat = (diterima - timedelta(days=contoh.umur_surat)).date()
	nomor = contoh.nomor.format(tahun=tanggal_surat.year, bulan=ROMAWI[tanggal_surat.month - 1])
	return frappe.get_doc(
		{
			"doctype": "Surat Masuk",
			"buku": "SMR" if contoh.sifat in SIFAT_RAHASIA else "SM",
			"tanggal_terima": diterima,
			"saluran": contoh.saluran,
			"pengirim": _get_pengirim(contoh),
			"nomor_surat": nomor,
			"tanggal_surat": tanggal_surat,
			"perihal": contoh.perihal,
			"tujuan": contoh.tujuan,
			"sifat": contoh.sifat,
			"derajat": contoh.derajat,
			"klasifikasi": contoh.klasifikasi,
			"lampiran": f"{len(contoh.lampiran)} berkas" if contoh.lampiran else None,
			"keterangan": contoh.keterangan or None,
			**plan_acara(contoh, diterima),
			"scan": [{"berkas": _upload_scan(contoh, nomor, tanggal_surat).file_url}],
		}
	).insert()


def _upload_scan(contoh: SuratContoh, nomor: str, tanggal_surat) -> Document:
	pdf = create_scan(_write_naskah(contoh, nomor, tanggal_surat), seed=nomor)
	return frappe.get_doc(
		{
			"doctype": "File",
			"file_name": f"{frappe.scrub(nomor).replace('/', '-')}.pdf",
			"content": pdf,
			"is_private": 1,
		}
	).insert()


def _write_naskah(contoh: SuratContoh, nomor: str, tanggal_surat) -> Naskah:
	pengirim = kantor.INSTANSI[contoh.pengirim]
	closing = () if contoh.isi[-1].startswith(AWAL_PENUTUP) else (PENUTUP,)
	return Naskah(
		kop=_write_kop(contoh.pengirim),
		tempat_tanggal=f"Sukacontoh, {format_date(tanggal_surat, 'd MMMM yyyy', locale='id')}",
		nomor=nomor,
		sifat=contoh.sifat if contoh.derajat == "Biasa" else f"{contoh.sifat} / {contoh.derajat}",
		perihal=contoh.perihal,
		kepada=frappe.get_cached_value("Jabatan", contoh.tujuan, "nama_jabatan"),
		isi=(*contoh.isi, *closing),
		acara=contoh.acara,
		lampiran=contoh.lampiran,
		jabatan_penanda_tangan=pengirim.jabatan,
		penanda_tangan=pengirim.penanda_tangan,
	)


def _write_kop(kode: str) -> tuple[str, str, str]:
	pengirim = kantor.INSTANSI[kode]
	address = f"Sukacontoh, surel {kode.lower()}@{kantor.DOMAIN}"
	if pengirim.jenis in ("Swasta", "Organisasi", "Lainnya"):
		return "", pengirim.nama.upper(), address
	pemerintah, nama = "Kabupaten Contoh", pengirim.nama
	if "Provinsi" in nama:
		pemerintah = nama[nama.index("Provinsi") :]
	nama = nama.replace(pemerintah, "").strip()
	return f"PEMERINTAH {pemerintah.upper()}", nama.upper(), address


def _take_step(surat: str, langkah: Langkah) -> None:
	if langkah.tindakan in TINDAKAN_BERALASAN:
		close_with_reason(surat, langkah.tindakan, langkah.isi)
	elif langkah.tindakan == TINDAKAN_VERIFIKASI:
		verify_surat(surat, [{"butir": butir["butir"], "sesuai": 1} for butir in list_butir()])
	elif langkah.tindakan in TINDAKAN_DISPOSISI:
		TINDAKAN_DISPOSISI[langkah.tindakan](surat, langkah)
	else:
		apply_workflow(frappe.get_doc("Surat Masuk", surat), langkah.tindakan)


def _dispose(surat: str, langkah: Langkah) -> None:
	write_disposisi(
		surat,
		kepada=list(langkah.kepada),
		instruksi=list(langkah.instruksi),
		catatan=langkah.isi,
		batas_waktu=None if langkah.batas_hari is None else add_days(nowdate(), langkah.batas_hari),
		dari=langkah.oleh,
	)


def _withdraw(surat: str, langkah: Langkah) -> None:
	withdraw_disposisi(_find_disposisi(surat, dari=langkah.oleh, kepada=langkah.kepada[0]))


def _report(surat: str, langkah: Langkah) -> None:
	disposisi = _find_disposisi(surat, kepada=langkah.oleh)
	report_back(disposisi, langkah.isi)
	if not langkah.menunggu:
		with acting_for(frappe.db.get_value("Disposisi", disposisi, "dari")):
			accept_report(disposisi)


TINDAKAN_DISPOSISI = {
	"disposisi": _dispose,
	"baca": lambda surat, langkah: mark_read(surat),
	"tarik": _withdraw,
	"lapor": _report,
}


def _find_disposisi(surat: str, **posts: str) -> str:
	return frappe.db.get_value(
		"Disposisi", {"surat_masuk": surat, **posts}, "name", order_by="ditulis_pada desc"
	)


def _get_pengirim(contoh: SuratContoh) -> str:
	nama = kantor.INSTANSI[contoh.pengirim].nama
	return frappe.db.get_value("Instansi", {"nama_instansi": nama}, "name")


def _time_received(contoh: SuratContoh, number: int, sekarang: datetime) -> datetime:
	day = get_datetime(sekarang.date()) - timedelta(days=contoh.hari_lalu)
	while day.weekday() > 4:
		day -= timedelta(days=1)
	# Seven minutes times the place in the list spreads the letters over the morning.
	received = day + timedelta(hours=8, minutes=7 * (number % 40))
	return min(received, sekarang - timedelta(minutes=len(SURAT_DEMO) - number))
