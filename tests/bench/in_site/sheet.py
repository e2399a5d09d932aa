"""One Lembar Disposisi as PDF, with a chain of five disposisi, and a hundred in one file: sheet.py SITE ROUNDS."""

import sys
import time
from base64 import b64decode
from statistics import median

import frappe
from eoffice_app.organisasi.pemangku import require_holder
from eoffice_app.persuratan.cetak.massal import PALING_BANYAK, print_lembar
from eoffice_app.persuratan.cetak.pdf import download_pdf
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import report_back
from eoffice_app.persuratan.surat_masuk.verifikasi import list_butir, verify_surat
from figures import Figure, hand_over
from frappe.model.workflow import apply_workflow
from frappe.utils.pdf import get_pdf

from in_site.connection import OPERATOR, connected, forget_request
from in_site.letters import compose_letter, upload_scan

GOAL = 0.6
GOAL_TOGETHER = 5
WARM_UP = 2
EMPTY_PAGE = "<!DOCTYPE html><html><body>Lembar kosong</body></html>"
# Writer, recipients: two levels down, then from a section to its staff.
CHAIN = (
	("KADIS", ("SEKDIN", "KABID-APTIKA")),
	("KABID-APTIKA", ("KASI-APLIKASI", "KASI-INFRA")),
	("KASI-APLIKASI", ("STAF-APLIKASI",)),
)


def main(site: str, rounds: int) -> None:
	"""Print the same sheet again and again and hand over the median."""
	with connected(site):
		names = [make_letter() for _number in range(PALING_BANYAK)]
		name = names[0]
		frappe.db.commit()
		frappe.set_user(OPERATOR)
		sheet = time_median(rounds, lambda: print_sheet(name))
		empty = time_median(rounds, lambda: get_pdf(EMPTY_PAGE))
		together = time_median(3, lambda: b64decode(print_lembar(names)["pdf"]))
	compared_to = f"an empty page by the same way takes {empty:.2f} s"
	hand_over(Figure("one Lembar Disposisi, 5 disposisi", sheet, "s", GOAL, compared_to))
	words = f"one by one they take {sheet * PALING_BANYAK:.1f} s"
	figure = f"{PALING_BANYAK} Lembar Disposisi in one PDF"
	hand_over(Figure(figure, together, "s", GOAL_TOGETHER, words))


def make_letter() -> str:
	"""Lead a letter down the chain, with a report from its end; returns its name."""
	act_as("OPERATOR")
	surat = frappe.get_doc(compose_letter(upload_scan())).insert()
	act_as("VERIFIKATOR")
	verify_surat(surat.name, [{"butir": butir["butir"], "sesuai": 1} for butir in list_butir()])
	apply_workflow(frappe.get_doc("Surat Masuk", surat.name), "Teruskan")
	for writer, recipients in CHAIN:
		act_as(writer)
		written = write_disposisi(
			surat.name,
			list(recipients),
			instruksi=["Tindak lanjuti", "Siapkan bahan"],
			catatan="Mohon disiapkan bahan paparan dan dilaporkan sebelum rapat.",
		)
	act_as("STAF-APLIKASI")
	report_back(written[0], "Bahan paparan sudah disiapkan dan dikirim kepada Kepala Seksi.")
	return surat.name


def act_as(jabatan: str) -> None:
	"""Become the person who acts for a post today."""
	frappe.set_user(require_holder(jabatan).user)


def print_sheet(name: str) -> bytes:
	"""Return the sheet of a letter as PDF, as the desk's button does."""
	download_pdf("Surat Masuk", name, format="Lembar Disposisi", no_letterhead=1)
	return frappe.local.response.pop("filecontent")


def time_median(rounds: int, make_pdf) -> float:
	"""Return the median seconds of `make_pdf`. Raises ValueError when what it returns is no PDF."""
	times = []
	for _time in range(WARM_UP + rounds):
		begun = time.perf_counter()
		pdf = make_pdf()
		times.append(time.perf_counter() - begun)
		if not pdf.startswith(b"%PDF"):
			raise ValueError("no PDF came back")
		forget_request()
	return median(times[WARM_UP:])


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
