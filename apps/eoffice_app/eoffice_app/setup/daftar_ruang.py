"""What each workspace holds on a new site: whose it is, its shortcuts, and its lists by subject."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tautan:
	"""One way on: its text, the kind of its target as Frappe calls it, the target, and the view of a list."""

	label: str
	jenis: str
	tujuan: str
	tampilan: str = ""


@dataclass(frozen=True)
class Ruang:
	"""One workspace; `urutan` is its place in the menu, `laporan` come first on its card of reports (none: no card)."""

	ikon: str
	urutan: float
	peran: tuple[str, ...]
	pintasan: tuple[Tautan, ...]
	kartu: dict[str, tuple[Tautan, ...]] = field(default_factory=dict)
	laporan: tuple[Tautan, ...] = ()


def _list(*names: str) -> tuple[Tautan, ...]:
	return tuple(Tautan(name, "DocType", name) for name in names)


CARI = Tautan("Cari Surat", "Page", "cari-surat")
MEJA = Tautan("Buka Meja", "Page", "meja")
PEMANTAUAN = Tautan("Pemantauan", "Page", "pemantauan")
TULIS = Tautan("Tulis Surat Keluar", "DocType", "Surat Keluar", "New")
ACARA = Tautan("Agenda Pimpinan", "DocType", "Agenda Pimpinan", "Calendar")
BUKU_AGENDA = Tautan("Buku Agenda", "DocType", "Agenda", "List")
RINGKASAN = Tautan("Ringkasan Pimpinan", "Page", "ringkasan-pimpinan")

SURAT_MASUK = _list("Surat Masuk", "Disposisi", "Agenda", "Agenda Pimpinan")
SURAT_KELUAR = _list("Surat Keluar", "Agenda Keluar", "Pengiriman Surat", "Pesanan Nomor")
LAPORAN_KELUAR = (
	Tautan("Jurnal Faks Harian", "Report", "Jurnal Faks Harian"),
	Tautan("Daftar Berita Keluar", "Report", "Daftar Berita Keluar"),
)
PEMERIKSAAN = Tautan("Pemeriksaan Buku Nomor", "Report", "Pemeriksaan Buku Nomor")

RUANG_KERJA = {
	"Pimpinan": Ruang(
		"crm",
		0.1,
		("Pimpinan",),
		(MEJA, RINGKASAN, PEMANTAUAN, CARI, ACARA, TULIS),
		{"Surat Masuk": SURAT_MASUK, "Surat Keluar": SURAT_KELUAR},
		LAPORAN_KELUAR,
	),
	"Sekretaris": Ruang(
		"assign",
		0.12,
		("Pejabat", "Pimpinan"),
		(MEJA, PEMANTAUAN, CARI, ACARA, TULIS),
		{"Surat Masuk": SURAT_MASUK, "Surat Keluar": SURAT_KELUAR},
		LAPORAN_KELUAR,
	),
	"Operator": Ruang(
		"mail",
		0.2,
		("Operator Surat", "Operator Sandi"),
		(
			Tautan("Daftarkan Surat", "DocType", "Surat Masuk", "New"),
			CARI,
			TULIS,
			Tautan("Buku Ekspedisi", "DocType", "Ekspedisi", "List"),
			BUKU_AGENDA,
			Tautan("Buku Agenda Keluar", "DocType", "Agenda Keluar", "List"),
			PEMANTAUAN,
			ACARA,
		),
		{
			"Surat Masuk": (*SURAT_MASUK, *_list("Pengajuan Surat", "Instansi")),
			"Surat Keluar": (*SURAT_KELUAR, *_list("Ekspedisi")),
		},
		LAPORAN_KELUAR,
	),
	"Verifikator": Ruang(
		"check",
		0.25,
		("Verifikator",),
		(CARI, BUKU_AGENDA, PEMANTAUAN, TULIS),
		{"Surat Masuk": SURAT_MASUK, "Surat Keluar": SURAT_KELUAR},
		LAPORAN_KELUAR,
	),
	# His page stands outside the desk: the figure of his workspace leads to it.
	"Caraka": Ruang("stock", 0.3, ("Caraka",), ()),
	"Meja Saya": Ruang(
		"list",
		0.4,
		("Pejabat", "Staf", "Operator Surat", "Operator Sandi", "Verifikator"),
		(MEJA, CARI, TULIS, PEMANTAUAN, ACARA),
		{"Surat Masuk": SURAT_MASUK, "Surat Keluar": SURAT_KELUAR},
		LAPORAN_KELUAR,
	),
	"Pengelola": Ruang(
		"setting-gear",
		0.5,
		("Pengelola E-Office", "System Manager"),
		(
			Tautan("Penyiapan Kantor", "Page", "penyiapan-kantor"),
			Tautan("Pengaturan E-Office", "DocType", "Pengaturan E-Office"),
			Tautan("Jabatan", "DocType", "Jabatan", "Tree"),
			Tautan("Pemangku Jabatan", "DocType", "Pemangku Jabatan", "List"),
			Tautan("Pegawai", "DocType", "Pegawai", "List"),
			Tautan("Pengguna", "DocType", "User", "List"),
		),
		{
			"Organisasi": _list(
				"Unit Kerja",
				"Jabatan",
				"Pegawai",
				"Pemangku Jabatan",
				"Instansi",
				"Impor Organisasi",
				"Hari Khusus",
			),
			"Surat Masuk": (
				*_list(
					"Buku Agenda",
					"Klasifikasi Arsip",
					"Derajat Surat",
					"Saluran Penerimaan",
					"Instruksi Disposisi",
					"Butir Verifikasi",
					"Layanan Loket",
					"Kotak Surat Masuk",
					"Mutu Baku",
				),
				Tautan("Templat Surel", "DocType", "Email Template"),
			),
			"Surat Keluar": _list(
				"Jenis Naskah",
				"Deret Nomor",
				"Buku Nomor",
				"Pengaturan Tanda Tangan",
				"Sertifikat Penanda Tangan",
				"Saluran Pengiriman",
				"Aturan Pengiriman",
			),
			"Alur dan Cetak": (
				Tautan("Alur Kerja", "DocType", "Workflow"),
				Tautan("Format Cetak", "DocType", "Print Format"),
				Tautan("Skrip Server", "DocType", "Server Script"),
			),
		},
		(PEMERIKSAAN,),
	),
}
