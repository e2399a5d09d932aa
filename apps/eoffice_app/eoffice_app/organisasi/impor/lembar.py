"""The sheets of the organisation's spreadsheet and their columns: one list for template, reader and checks."""

from dataclasses import dataclass

UNIT_KERJA = "Unit Kerja"
JABATAN = "Jabatan"
PEGAWAI = "Pegawai"
PEMANGKU = "Pemangku Jabatan"

TEKS, KODE, NIP, SUREL, TANGGAL, CENTANG, ANGKA, PILIHAN = (
	"teks",
	"kode",
	"nip",
	"surel",
	"tanggal",
	"centang",
	"angka",
	"pilihan",
)


@dataclass(frozen=True)
class Kolom:
	"""One column: its heading, the field it fills, how its cells are read, and what the template explains."""

	judul: str
	field: str
	jenis: str = TEKS
	wajib: bool = False
	pilihan: tuple[str, ...] = ()
	petunjuk: str = ""


@dataclass(frozen=True)
class Lembar:
	"""One sheet, named like the DocType its rows become; `contoh` are rows for the template."""

	nama: str
	kolom: tuple[Kolom, ...]
	contoh: tuple[tuple, ...]


AKTIF = Kolom("Aktif", "aktif", CENTANG, petunjuk="Ya atau Tidak. Kosong berarti Ya untuk data baru.")

LEMBAR = (
	Lembar(
		UNIT_KERJA,
		(
			Kolom("Kode", "kode", KODE, wajib=True, petunjuk="Kode pendek yang unik, misalnya SEKR."),
			Kolom("Nama Unit", "nama_unit", wajib=True),
			Kolom("Singkatan", "singkatan"),
			Kolom("Unit Induk", "parent_unit_kerja", KODE, petunjuk="Kode unit di atasnya."),
			AKTIF,
		),
		(
			("DINAS", "Dinas Contoh", None, None, "Ya"),
			("SEKR", "Sekretariat", "Sekr.", "DINAS", "Ya"),
			("BID-A", "Bidang Contoh", None, "DINAS", "Ya"),
		),
	),
	Lembar(
		JABATAN,
		(
			Kolom("Kode", "kode", KODE, wajib=True, petunjuk="Kode pendek yang unik, misalnya KADIS."),
			Kolom("Nama Jabatan", "nama_jabatan", wajib=True),
			Kolom("Singkatan", "singkatan"),
			Kolom("Unit Kerja", "unit_kerja", KODE, wajib=True, petunjuk="Kode unit kerja."),
			Kolom(
				"Atasan",
				"parent_jabatan",
				KODE,
				petunjuk="Kode jabatan yang memberi disposisi. Kosong untuk pimpinan.",
			),
			Kolom(
				"Jenis Jabatan",
				"jenis_jabatan",
				PILIHAN,
				pilihan=("Struktural", "Fungsional", "Pelaksana"),
				petunjuk="Struktural, Fungsional atau Pelaksana.",
			),
			Kolom("Urutan", "urutan", ANGKA, petunjuk="Urutan tampil pada lembar disposisi."),
			AKTIF,
		),
		(
			("KADIS", "Kepala Dinas Contoh", None, "DINAS", None, "Struktural", 10, "Ya"),
			("SEKDIN", "Sekretaris Dinas", None, "SEKR", "KADIS", "Struktural", 20, "Ya"),
			("KABID-A", "Kepala Bidang Contoh", None, "BID-A", "KADIS", "Struktural", 30, "Ya"),
		),
	),
	Lembar(
		PEGAWAI,
		(
			Kolom(
				"NIP", "nip", NIP, petunjuk="18 angka, sel berformat Teks. Boleh kosong bila ada Surel Akun."
			),
			Kolom("Nama", "nama", wajib=True, petunjuk="Tanpa gelar."),
			Kolom("Gelar Depan", "gelar_depan"),
			Kolom("Gelar Belakang", "gelar_belakang"),
			Kolom("Pangkat", "pangkat", petunjuk="Misalnya Penata Tk. I."),
			Kolom("Golongan", "golongan", petunjuk="Misalnya III/d."),
			Kolom("Surel Akun", "user", SUREL, petunjuk="Alamat akun E-Office yang sudah dibuat."),
			AKTIF,
		),
		(
			("197001011995031001", "Cendana Contoh", None, "S.Sos., M.Si.", "Pembina", "IV/a", None, "Ya"),
			("197502021998032002", "Kenanga Contoh", None, "S.E.", "Penata Tk. I", "III/d", None, "Ya"),
			("198003032005011003", "Dahlia Contoh", "Dr.", "M.Kom.", "Penata", "III/c", None, "Ya"),
		),
	),
	Lembar(
		PEMANGKU,
		(
			Kolom("Jabatan", "jabatan", KODE, wajib=True, petunjuk="Kode jabatan."),
			Kolom("Pegawai", "pegawai", NIP, wajib=True, petunjuk="NIP, atau Surel Akun bila tanpa NIP."),
			Kolom(
				"Jenis",
				"jenis",
				PILIHAN,
				pilihan=("Definitif", "Plt.", "Plh.", "Pj."),
				petunjuk="Definitif, Plt., Plh. atau Pj. Kosong berarti Definitif.",
			),
			Kolom("Mulai", "mulai", TANGGAL, wajib=True, petunjuk="Misalnya 31/01/2026."),
			Kolom("Sampai", "sampai", TANGGAL, petunjuk="Hari terakhir. Kosong bila belum ditentukan."),
			Kolom("Nomor SK", "nomor_sk"),
			Kolom("Tanggal SK", "tanggal_sk", TANGGAL),
		),
		(
			("KADIS", "197001011995031001", "Definitif", "02/01/2026", None, "800/1/CONTOH", "02/01/2026"),
			("SEKDIN", "197502021998032002", "Definitif", "02/01/2026", None, None, None),
			("KABID-A", "198003032005011003", "Plt.", "02/01/2026", "31/12/2026", None, None),
		),
	),
)
