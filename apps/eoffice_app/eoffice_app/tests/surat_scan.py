"""Letters of fictional agencies drawn as a scanner would give them: for reading them again."""

from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

A4_INCI = (8.27, 11.69)
RESOLUSI = 300
HURUF = {
	"serif": "/usr/share/fonts/truetype/liberation/LiberationSerif-{}.ttf",
	"sans": "/usr/share/fonts/truetype/liberation/LiberationSans-{}.ttf",
	"mono": "/usr/share/fonts/truetype/liberation/LiberationMono-{}.ttf",
	"carlito": "/usr/share/fonts/truetype/crosextra/Carlito-{}.ttf",
}
ISI = (
	"Sehubungan dengan rencana kerja tahun anggaran berjalan dan dalam rangka meningkatkan mutu pelayanan",
	"kepada masyarakat, bersama ini kami sampaikan bahwa kegiatan tersebut akan dilaksanakan sesuai dengan",
	"ketentuan peraturan perundang-undangan, antara lain Undang-Undang Nomor 23 Tahun 2014.",
	"Untuk itu kami mohon kiranya Saudara dapat menugaskan pejabat yang membidangi guna mengikuti kegiatan",
	"dimaksud dan menyampaikan data yang diperlukan paling lambat tujuh hari sejak surat ini diterima.",
	"Demikian disampaikan, atas perhatian dan kerja sama yang baik diucapkan terima kasih.",
)
ACARA = (
	"Sehubungan dengan hal tersebut kami mengundang Saudara untuk hadir pada:",
	"Hari/Tanggal : Kamis, 24 Desember 2026",
	"Waktu : Pukul 09.00 WIB sampai dengan selesai",
	"Tempat : Ruang rapat lantai dua",
)


@dataclass(frozen=True)
class SuratScan:
	"""What stands on the page. `kop` are the lines of the letter head, the first small, the last the address."""

	nomor: str = "005/123/DISKOMINFO/2026"
	tanggal: str = "12 Maret 2026"
	kop: tuple[str, ...] = (
		"PEMERINTAH KABUPATEN SUKACONTOH",
		"DINAS PERHUBUNGAN",
		"Jalan Merdeka Nomor 12 Sukacontoh 42111 Telepon (0254) 123456",
	)
	perihal: tuple[str, ...] = ("Undangan Rapat Koordinasi Pengelolaan", "Terminal Tipe C")
	tempat: str = "Sukacontoh"
	sifat: str = "Penting"
	lampiran: str = "1 (satu) berkas"
	tata_letak: str = "umum"
	huruf: str = "serif"
	besar: float = 11.5
	label_perihal: str = "Hal"
	kop_kiri: bool = False
	acara: bool = False
	lebar_label: float = 0.95
	isi: tuple[str, ...] = field(default=ISI)


class Pena:
	"""Draws text on a page in inches and points, from the top left."""

	def __init__(self, surat: SuratScan, resolusi: int):
		self.surat, self.resolusi = surat, resolusi
		self.halaman = Image.new("L", tuple(round(side * resolusi) for side in A4_INCI), 255)
		self.gambar = ImageDraw.Draw(self.halaman)
		self.y = 0.6

	def huruf(self, besar: float, tebal: bool = False) -> ImageFont.FreeTypeFont:
		path = HURUF[self.surat.huruf].format("Bold" if tebal else "Regular")
		return ImageFont.truetype(path, round(besar * self.resolusi / 72))

	def tulis(self, teks: str, x: float, besar: float | None = None, tebal: bool = False) -> None:
		"""Write a line at `x`; the pen stays on its line."""
		place = (round(x * self.resolusi), round(self.y * self.resolusi))
		self.gambar.text(place, teks, fill=25, font=self.huruf(besar or self.surat.besar, tebal))

	def tengah(self, teks: str, besar: float, tebal: bool = False, kiri: float = 0) -> None:
		"""Write a line in the middle of what is right of `kiri`, smaller where it is too long, and go on below."""
		while self.lebar(teks, besar, tebal) > A4_INCI[0] - kiri - 1.2:
			besar -= 0.5
		x = kiri + (A4_INCI[0] - kiri - self.lebar(teks, besar, tebal)) / 2
		self.tulis(teks, x, besar, tebal)
		self.turun(besar * 1.25)

	def lebar(self, teks: str, besar: float, tebal: bool = False) -> float:
		return self.huruf(besar, tebal).getlength(teks) / self.resolusi

	def turun(self, poin: float | None = None) -> None:
		self.y += (poin or self.surat.besar * 1.35) / 72

	def garis(self) -> None:
		for y, tebal in ((self.y, 5), (self.y + 0.04, 2)):
			batas = [round(value * self.resolusi) for value in (0.8, y, A4_INCI[0] - 0.8, y)]
			self.gambar.line(batas, fill=20, width=max(1, round(tebal * self.resolusi / 300)))
		self.y += 0.25


def draw_surat(surat: SuratScan, resolusi: int = RESOLUSI) -> Image.Image:
	"""Return the page of a letter, upright and clean."""
	pena = Pena(surat, resolusi)
	_draw_kop(pena)
	TATA_LETAK[surat.tata_letak](pena)
	return pena.halaman


def make_pdf_scan(*pages: Image.Image, resolusi: int = RESOLUSI) -> bytes:
	"""Return a PDF of page pictures, as a scanner makes it."""
	stream = BytesIO()
	pages[0].save(stream, "PDF", resolution=resolusi, save_all=True, append_images=pages[1:], quality=85)
	return stream.getvalue()


def _draw_kop(pena: Pena) -> None:
	*names, address = pena.surat.kop
	if not names:
		return
	box = [round(value * pena.resolusi) for value in (0.9, 0.65, 1.6, 1.4)]
	pena.gambar.ellipse(box, outline=40, width=6)
	for index, line in enumerate(names):
		last = index == len(names) - 1
		besar = 17 if last else 14
		if pena.surat.kop_kiri:
			pena.tulis(line, 1.8, besar - 3, tebal=last)
			pena.turun((besar - 3) * 1.25)
		else:
			pena.tengah(line, besar, tebal=last, kiri=1.0)
	if pena.surat.kop_kiri:
		pena.tulis(address, 1.8, 9)
		pena.turun(12)
	else:
		pena.tengah(address, 9.5, kiri=1.0)
	pena.y = max(pena.y + 0.05, 1.5)
	pena.garis()


def _baris_label(pena: Pena, label: str, lines: tuple[str, ...], x: float = 1.0) -> None:
	pena.tulis(label, x)
	pena.tulis(":", x + pena.surat.lebar_label)
	for line in lines:
		pena.tulis(line, x + pena.surat.lebar_label + 0.15)
		pena.turun()


def _baris_data(pena: Pena) -> list[tuple[str, tuple[str, ...]]]:
	surat = pena.surat
	rows = [("Nomor", (surat.nomor,))]
	if surat.sifat:
		rows.append(("Sifat", (surat.sifat,)))
	if surat.lampiran:
		rows.append(("Lampiran", (surat.lampiran,)))
	return [*rows, (surat.label_perihal, surat.perihal)]


def _yth(pena: Pena, x: float) -> None:
	for line in ("Kepada", "Yth. Kepala Dinas Komunikasi", "dan Informatika", "di", "   Tempat"):
		pena.tulis(line, x)
		pena.turun()


def _isi(pena: Pena) -> None:
	surat = pena.surat
	pena.turun(14)
	pena.tulis("Dengan hormat,", 1.0)
	pena.turun(20)
	besar = min(surat.besar, 11)
	for line in (*surat.isi[:3], *(ACARA if surat.acara else surat.isi[3:5]), surat.isi[5]):
		while pena.lebar(line, besar) > 6.3:
			besar -= 0.25
		pena.tulis(line, 1.0, besar)
		pena.turun(besar * 1.6)
	pena.turun(20)


def _penutup(pena: Pena, lines: tuple[str, ...]) -> None:
	for line in lines:
		pena.tulis(line, 4.7)
		pena.turun()
	pena.turun(50)
	pena.tulis("Drs. Budi Contoh, M.Si.", 4.7, tebal=True)
	pena.turun()
	pena.tulis("NIP 19700101 199503 1 001", 4.7)


def _umum(pena: Pena) -> None:
	surat = pena.surat
	tanggal = f"{surat.tempat}, {surat.tanggal}"
	pena.tulis(tanggal, 7.3 - pena.lebar(tanggal, surat.besar))
	pena.turun(24)
	for label, lines in _baris_data(pena):
		_baris_label(pena, label, lines)
	pena.turun(14)
	_yth(pena, 1.0)
	_isi(pena)
	_penutup(pena, ("Kepala Dinas,",))


def _dua_kolom(pena: Pena) -> None:
	"""The older way: the addressee on the right, beside number and subject."""
	surat = pena.surat
	top = pena.y
	pena.tulis(f"{surat.tempat}, {surat.tanggal}", 4.9)
	pena.turun(28)
	_yth(pena, 4.9)
	below = pena.y
	pena.y = top + 0.35
	for label, lines in _baris_data(pena):
		_baris_label(pena, label, lines)
	pena.y = max(pena.y, below)
	_isi(pena)
	_penutup(pena, ("Kepala Dinas,",))


def _sebaris(pena: Pena) -> None:
	"""The date stands on the line of the number."""
	surat = pena.surat
	tanggal = f"{surat.tempat}, {surat.tanggal}"
	pena.tulis(tanggal, 7.4 - pena.lebar(tanggal, surat.besar))
	for label, lines in _baris_data(pena):
		_baris_label(pena, label, lines)
	pena.turun(14)
	_yth(pena, 1.0)
	_isi(pena)
	_penutup(pena, ("Kepala Dinas,",))


def _nota(pena: Pena) -> None:
	surat = pena.surat
	pena.tengah("NOTA DINAS", 14, tebal=True)
	pena.turun(10)
	rows = (
		("Kepada", ("Yth. Kepala Dinas",)),
		("Dari", ("Kepala Bidang Sarana",)),
		("Tanggal", (surat.tanggal,)),
	)
	for label, lines in (*rows, *_baris_data(pena)):
		_baris_label(pena, label, lines)
	pena.garis()
	_isi(pena)
	_penutup(pena, ("Kepala Bidang,",))


def _edaran(pena: Pena) -> None:
	surat = pena.surat
	pena.tengah("SURAT EDARAN", 13, tebal=True)
	pena.tengah(f"NOMOR {surat.nomor}", surat.besar)
	pena.turun(8)
	pena.tengah("TENTANG", surat.besar)
	pena.turun(4)
	for line in surat.perihal:
		pena.tengah(line.upper(), surat.besar)
	pena.turun(8)
	_isi(pena)
	_penutup(pena, (f"Ditetapkan di {surat.tempat}", f"pada tanggal {surat.tanggal}", "Kepala Dinas,"))


def _bawah(pena: Pena) -> None:
	"""The date stands above the signature."""
	surat = pena.surat
	for label, lines in _baris_data(pena):
		_baris_label(pena, label, lines)
	pena.turun(14)
	_yth(pena, 1.0)
	_isi(pena)
	_penutup(pena, (f"{surat.tempat}, {surat.tanggal}", "Hormat kami,"))


TATA_LETAK = {
	"umum": _umum,
	"dua_kolom": _dua_kolom,
	"sebaris": _sebaris,
	"nota": _nota,
	"edaran": _edaran,
	"bawah": _bawah,
}
