"""What a demo letter is: the paper (for its scan), its registration, its course in the office."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Langkah:
	"""One act in the course of a letter, done by the holder of the post `oleh`."""

	tindakan: str
	oleh: str
	kepada: tuple[str, ...] = ()
	instruksi: tuple[str, ...] = ()
	isi: str = ""
	batas_hari: int | None = None
	menunggu: bool = False


@dataclass(frozen=True)
class SuratContoh:
	"""One letter. `nomor` may contain {tahun} and {bulan} (Roman) of the letter's date."""

	pengirim: str
	nomor: str
	perihal: str
	isi: tuple[str, ...]
	hari_lalu: int
	umur_surat: int = 1
	tujuan: str = "KADIS"
	sifat: str = "Biasa"
	derajat: str = "Biasa"
	klasifikasi: str = "000.1"
	saluran: str = "Fisik"
	lampiran: tuple[str, ...] = ()
	acara: tuple[tuple[str, str], ...] = ()
	keterangan: str = ""
	perjalanan: tuple[Langkah, ...] = field(default=())


def verified(rahasia: bool = False) -> tuple[Langkah, ...]:
	"""Return the step of the check; a secret letter is opened by the operator sandi alone."""
	return (Langkah("Verifikasi", "KASI-SANDI" if rahasia else "VERIFIKATOR"),)


def forwarded(rahasia: bool = False) -> tuple[Langkah, ...]:
	"""Return the steps that bring a registered letter before its addressee."""
	return (*verified(rahasia), Langkah("Teruskan", "KASI-SANDI" if rahasia else "OPERATOR"))


def disposed(
	oleh: str, kepada: str, instruksi: str, catatan: str = "", batas_hari: int | None = None
) -> Langkah:
	"""Return a disposisi; `kepada` and `instruksi` are lists with semicolons between."""
	return Langkah("disposisi", oleh, _split(kepada), _split(instruksi), catatan, batas_hari)


def read(oleh: str) -> Langkah:
	"""Return the opening of the letter by a recipient."""
	return Langkah("baca", oleh)


def reported(oleh: str, umpan_balik: str, menunggu: bool = False) -> Langkah:
	"""Return the umpan balik of a recipient to the one above, who accepts it unless it shall still wait for him."""
	return Langkah("lapor", oleh, isi=umpan_balik, menunggu=menunggu)


def withdrawn(oleh: str, kepada: str) -> Langkah:
	"""Return the withdrawal of the unread disposisi of `oleh` to `kepada`."""
	return Langkah("tarik", oleh, (kepada,))


def closed(action: str, alasan: str) -> Langkah:
	"""Return the end of a letter by the verifikator: Kembalikan, Tolak or Batalkan."""
	return Langkah(action, "VERIFIKATOR", isi=alasan)


# A letter finishes by itself with the last report accepted; the operator files it.
FILED = (Langkah("Arsipkan", "OPERATOR"),)


def _split(values: str) -> tuple[str, ...]:
	return tuple(value.strip() for value in values.split(";") if value.strip())
