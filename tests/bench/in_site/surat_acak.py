"""Letters of fictional agencies, of varied layout, fonts, skew and noise: what the proposals are measured on."""

import random
from dataclasses import dataclass
from io import BytesIO

from eoffice_app.tests.surat_scan import HURUF, TATA_LETAK, SuratScan, draw_surat
from PIL import Image, ImageChops, ImageFilter

BULAN = (
	*("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
	*("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
DAERAH = ("Sukacontoh", "Banyuasri", "Tanjung Permai", "Lembah Kencana", "Mekar Sentosa")
DINAS = (
	("Dinas Perhubungan", "DISHUB"),
	("Dinas Kesehatan", "DINKES"),
	("Dinas Pekerjaan Umum dan Penataan Ruang", "PUPR"),
	("Dinas Kependudukan dan Pencatatan Sipil", "DUKCAPIL"),
	("Badan Perencanaan Pembangunan Daerah", "BAPPEDA"),
	("Badan Kepegawaian dan Pengembangan SDM", "BKPSDM"),
	("Inspektorat Daerah", "ITDA"),
	("Sekretariat Daerah", "SETDA"),
	("Satuan Polisi Pamong Praja", "SATPOLPP"),
	("Dinas Pendidikan dan Kebudayaan", "DISDIKBUD"),
)
LAINNYA = (
	("Kementerian Urusan Contoh", ("KEMENTERIAN URUSAN CONTOH", "REPUBLIK INDONESIA"), "KUC"),
	("Universitas Nusa Contoh", ("UNIVERSITAS NUSA CONTOH", "REKTORAT"), "UN7"),
	("PT Maju Contoh Sentosa", ("PT MAJU CONTOH SENTOSA",), "MCS"),
	("CV Karya Contoh Mandiri", ("CV KARYA CONTOH MANDIRI",), "KCM"),
	("Yayasan Bina Contoh Insani", ("YAYASAN BINA CONTOH INSANI",), "YBCI"),
	("Bank Pembangunan Contoh", ("BANK PEMBANGUNAN CONTOH", "KANTOR CABANG UTAMA"), "BPC"),
	("Rumah Sakit Umum Daerah Contoh Sehat", ("RUMAH SAKIT UMUM DAERAH", "CONTOH SEHAT"), "RSUD"),
	("Ikatan Arsiparis Contoh", ("IKATAN ARSIPARIS CONTOH", "PENGURUS WILAYAH"), "IAC"),
	("SMK Negeri 1 Contoh", ("DINAS PENDIDIKAN PROVINSI", "SMK NEGERI 1 CONTOH"), "SMKN1"),
)
# Agencies that are not among the office's senders: nothing may be proposed for them.
ASING = (
	(("PT ANGKASA LUAR BIASA",), "ALB"),
	(("KOPERASI TANI SUBUR JAYA",), "KTSJ"),
)
PERIHAL = (
	"Undangan Rapat Koordinasi",
	"Permohonan Data Kepegawaian Tahun 2026",
	"Penyampaian Laporan Realisasi Anggaran Triwulan II",
	"Permintaan Narasumber Bimbingan Teknis Pengelolaan Arsip Dinamis",
	"Undangan Sosialisasi Sistem Pemerintahan Berbasis Elektronik di Lingkungan Pemerintah Daerah",
	"Pemberitahuan Jadwal Pemeliharaan Jaringan",
	"Usulan Kenaikan Pangkat Periode Oktober 2026",
	"Tindak Lanjut Hasil Pemeriksaan Badan Pemeriksa Keuangan atas Laporan Keuangan Tahun 2025",
	"Permohonan Izin Penelitian",
	"Penawaran Kerja Sama Pengadaan Perangkat Komputer",
	"Konfirmasi Kehadiran Peserta Pelatihan",
	"Himbauan Pelaksanaan Gerakan Kebersihan Lingkungan Kantor",
	"Permohonan Audiensi",
	"Penyampaian Dokumen Rencana Kerja Perangkat Daerah Tahun Anggaran 2027",
	"Peminjaman Gedung Serba Guna",
	"Rekonsiliasi Data Barang Milik Daerah Semester I",
)
MIRING_TERBANYAK = 2.0


@dataclass(frozen=True)
class Contoh:
	"""A scan, and what is true of it: `instansi` is the sender's name, None for one that the office does not know."""

	scan: bytes
	nomor: str
	tanggal: str
	perihal: str
	instansi: str | None
	tata_letak: str


def list_instansi() -> list[str]:
	"""Return the senders that the office knows."""
	government = [f"{name} {_kind(area)} {area}" for area in DAERAH for name, _code in DINAS]
	return [*government, *(name for name, _kop, _code in LAINNYA)]


def make_letter(number: int) -> Contoh:
	"""Return a letter of the corpus; the same number gives the same."""
	chance = random.Random(number)
	instansi, kop, kode, tempat = _choose_sender(chance)
	day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.choice((2025, 2026))
	nomor = _choose_nomor(chance, kode, month, year)
	perihal = chance.choice(PERIHAL)
	tata_letak = chance.choices(list(TATA_LETAK), weights=(6, 3, 3, 1, 1, 1))[0]
	surat = SuratScan(
		nomor=f"{chance.randint(1, 40)} TAHUN {year}" if tata_letak == "edaran" else nomor,
		tanggal=f"{day:02} {BULAN[month - 1]} {year}"
		if chance.random() < 0.3
		else f"{day} {BULAN[month - 1]} {year}",
		kop=kop,
		perihal=_break_lines(perihal, {"dua_kolom": 24, "sebaris": 34, "edaran": 60}.get(tata_letak, 42)),
		tempat=tempat,
		sifat=chance.choice(("Biasa", "Penting", "Segera", "")),
		lampiran=chance.choice(("-", "1 (satu) berkas", "2 lembar", "")),
		tata_letak=tata_letak,
		huruf=chance.choice(list(HURUF)),
		besar=chance.choice((11, 11.5, 12)),
		label_perihal=chance.choice(("Hal", "Perihal")),
		kop_kiri=chance.random() < 0.2,
		acara=chance.random() < 0.4,
		lebar_label=chance.uniform(0.8, 1.1),
	)
	scan = _scan(draw_surat(surat, chance.choice((200, 300, 300))), chance)
	iso = f"{year}-{month:02}-{day:02}"
	return Contoh(scan, surat.nomor, iso, perihal, instansi, tata_letak)


def _choose_sender(chance: random.Random) -> tuple[str | None, tuple[str, ...], str, str]:
	area = chance.choice(DAERAH)
	address = (
		f"Jalan Contoh Raya Nomor {chance.randint(1, 99)} Telepon (0254) {chance.randint(100000, 999999)}"
	)
	drawn = chance.random()
	if drawn < 0.7:
		name, code = chance.choice(DINAS)
		kop = (f"PEMERINTAH {_kind(area)} {area}".upper(), name.upper(), f"{address} {area} 42111")
		return f"{name} {_kind(area)} {area}", kop, code, area.split()[-1]
	if drawn < 0.93:
		name, lines, code = chance.choice(LAINNYA)
		return name, (*lines, address), code, area.split()[-1]
	lines, code = chance.choice(ASING)
	return None, (*lines, address), code, area.split()[-1]


def _kind(area: str) -> str:
	return "Kota" if area == "Tanjung Permai" else "Kabupaten"


def _choose_nomor(chance: random.Random, kode: str, month: int, year: int) -> str:
	number, code = chance.randint(1, 1999), chance.choice(("005", "800", "027", "000.8.3.3", "500.12.6.1"))
	return chance.choice(
		(
			f"{code}/{number}/{kode}/{year}",
			f"{code}/{number:03}-{kode}",
			f"B-{number}/{kode}/{ROMAWI[month - 1]}/{year}",
			f"{number:03}/{kode}/{ROMAWI[month - 1]}/{year}",
			f"{number}/UN7.1/{code}/{year}",
			f"S-{number}/{kode}.{month}/{year}",
		)
	)


def _break_lines(text: str, widest: int) -> tuple[str, ...]:
	lines = [""]
	for word in text.split():
		if lines[-1] and len(lines[-1]) + len(word) + 1 > widest:
			lines.append("")
		lines[-1] = f"{lines[-1]} {word}".strip()
	return tuple(lines)


def _scan(page: Image.Image, chance: random.Random) -> bytes:
	page = page.rotate(chance.uniform(-MIRING_TERBANYAK, MIRING_TERBANYAK), Image.BICUBIC, fillcolor=255)
	page = page.filter(ImageFilter.GaussianBlur(chance.uniform(0, 1.2)))
	noise = Image.effect_noise(page.size, chance.uniform(4, 34))
	page = ImageChops.add(page, noise, offset=-128)
	dark, light = chance.randint(0, 40), chance.randint(215, 255)
	page = page.point(lambda grey: dark + grey * (light - dark) // 255)
	stream = BytesIO()
	page.save(stream, "JPEG", quality=chance.randint(35, 85))
	return stream.getvalue()
