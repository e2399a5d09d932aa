"""Letters signed in one go with a certificate of the office's own: signing.py SITE LETTERS."""

import sys
import time

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from eoffice_app.tte.banyak import sign_many
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.otoritas_uji import make_otoritas_uji
from eoffice_app.tte.permintaan import Passphrase, PenandaTangan, PermintaanTandaTangan
from eoffice_app.tte.sertifikat import BerkasPkcs12
from eoffice_app.tte.verifikasi import SAH, verify_pdf
from figures import Figure, hand_over
from frappe.utils.pdf import get_pdf

from in_site.connection import connected

GOAL = 30
PASSPHRASE = "Passphrase-Bench-1"
PARAGRAPHS = 12
SIGNER = PenandaTangan(
	"Drs. BUDI SANTOSO, M.Si.", "Kepala Dinas", "Pembina Utama Muda (IV/c)", "19700101 199503 1 001"
)


def main(site: str, letters: int) -> None:
	"""Sign so many letters, check each, and hand over the time that signing took."""
	with connected(site):
		authority = make_otoritas_uji("Dinas Contoh")
		certificate = BerkasPkcs12(authority.issue(SIGNER.nama, PASSPHRASE))
		passphrase = Passphrase(PASSPHRASE)
		wanted = [(str(number), compose(number, passphrase)) for number in range(letters)]
		begun = time.perf_counter()
		results = list(sign_many(wanted, Lokal(certificate)))
		seconds = time.perf_counter() - begun
		for result in results:
			check(result, authority.export())
		bare = time_hashing([permintaan for _name, permintaan in wanted], authority.kunci)
	words = f"{seconds / letters:.3f} s each; the bare signatures without PDF take {bare:.2f} s"
	hand_over(Figure(f"{letters} letters signed with the office's certificate", seconds, "s", GOAL, words))


def compose(number: int, passphrase: Passphrase) -> PermintaanTandaTangan:
	"""Return a letter of one page, made as the office makes its papers, that no other letter is like."""
	body = f"<p>Sehubungan dengan surat nomor {number}, bersama ini disampaikan hal berikut.</p>" * PARAGRAPHS
	return PermintaanTandaTangan(
		get_pdf(f"<!DOCTYPE html><html><body><h3>Surat {number}</h3>{body}</body></html>"),
		SIGNER,
		f"https://eoffice.example/verifikasi/{number:012}",
		passphrase,
		alasan="Surat dinas",
	)


def check(result, authority: bytes) -> None:
	"""Check one letter's signature. Raises ValueError when it was not signed or not validly."""
	if not result.hasil or verify_pdf(result.hasil.isi, [authority]).keadaan != SAH:
		raise ValueError(f"letter {result.surat} was not signed: {result.galat}")


def time_hashing(letters: list[PermintaanTandaTangan], key: RSAPrivateKey) -> float:
	"""Return the seconds that the bare signatures over the letters take, without any PDF."""
	begun = time.perf_counter()
	for letter in letters:
		key.sign(letter.isi, PKCS1v15(), SHA256())
	return time.perf_counter() - begun


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
