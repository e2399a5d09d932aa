"""Letters signed in one go through the endpoint of the desk, with number, files and book: signing.py SITE LETTERS."""

import json
import sys
import time

import frappe
from eoffice_app.naskah.siap import get_naskah
from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.setup.tanda_tangan_demo import create_tanda_tangan_demo
from eoffice_app.tte.penandatanganan import TERBANYAK, get_hasil, sign_surat
from eoffice_app.tte.pengaturan import list_otoritas, read_private_file
from eoffice_app.tte.permintaan import Passphrase
from eoffice_app.tte.upaya import BERHASIL
from eoffice_app.tte.verifikasi import SAH, verify_pdf
from figures import Figure, hand_over

from in_site.connection import connected, forget_request

GOAL = 30
PASSPHRASE = "Passphrase-Bench-1"
SIGNER = "kadis@eoffice.example"
PARAGRAPHS = 12
SECONDS_BETWEEN_LOOKS = 0.2


def main(site: str, letters: int) -> None:
	"""Sign so many letters as the head of the office, check each, and hand over the time that signing took."""
	with connected(site):
		create_tanda_tangan_demo(PASSPHRASE)
		frappe.db.commit()
	with connected(site, SIGNER):
		names = [write_letter(number) for number in range(letters)]
		begun = time.perf_counter()
		for start in range(0, letters, TERBANYAK):
			sign(names[start : start + TERBANYAK])
		seconds = time.perf_counter() - begun
		for name in names:
			check(name)
	words = f"{seconds / letters:.3f} s each, through the endpoint: number, signature, both files, book, deliveries"
	hand_over(Figure(f"{letters} letters signed with the office's certificate", seconds, "s", GOAL, words))


def write_letter(number: int) -> str:
	"""Write a letter of one page that waits for its signature, its page made as the job makes it; return its name."""
	body = f"<p>Sehubungan dengan kegiatan nomor {number}, bersama ini disampaikan hal berikut.</p>"
	surat = frappe.get_doc(
		{
			"doctype": "Surat Keluar",
			"jenis_naskah": "Nota Dinas",
			"perihal": f"Kegiatan nomor {number}",
			"derajat": "Biasa",
			"sifat": "Biasa",
			"klasifikasi": "000.1.5",
			"isi": body * PARAGRAPHS,
			"tujuan": [{"jenis_penerima": "Jabatan", "penerima": "SEKDIN"}],
			"penanda_tangan": "KADIS",
			"cara_tanda_tangan": "Sendiri",
		}
	).insert()
	send_draft(surat.name)
	get_naskah(frappe.get_doc("Surat Keluar", surat.name))
	frappe.db.commit()
	forget_request()
	return surat.name


def sign(names: list[str]) -> None:
	"""Sign letters and wait until all is said, as the desk does. Raises ValueError when one was not signed."""
	frappe.local.eoffice_passphrase = Passphrase(PASSPHRASE)
	kelompok = sign_surat(json.dumps([{"surat_keluar": name, "versi": 1} for name in names]))
	frappe.db.commit()
	while get_hasil(kelompok)["berjalan"]:
		time.sleep(SECONDS_BETWEEN_LOOKS)
		frappe.db.commit()
	frappe.db.commit()
	failed = [row for row in get_hasil(kelompok)["surat"] if row["keadaan"] != BERHASIL]
	if failed:
		raise ValueError(f"{len(failed)} of {len(names)} letters were not signed: {failed[0]}")


def check(name: str) -> None:
	"""Check one letter's signature. Raises ValueError when it is not valid."""
	address = frappe.db.get_value("Surat Keluar", name, "berkas_bertanda")
	if verify_pdf(read_private_file(address), list_otoritas()).keadaan != SAH:
		raise ValueError(f"letter {name} was not signed validly")


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
