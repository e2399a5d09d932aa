"""The Server Scripts: the office's low-code surface, from the files under `persuratan/server_script/`."""

from pathlib import Path

import frappe

FOLDER = Path(__file__).parent.parent / "persuratan" / "server_script"
# What is due is found by an index and sent once: asking often costs next to nothing, and nothing is late by much.
SEPEREMPAT_JAM = "*/15 * * * *"
SETIAP_MALAM = "30 1 * * *"
SETIAP_PAGI = "0 7 * * *"
SKRIP = (
	{
		"name": "Pola Nomor Agenda",
		"script_type": "DocType Event",
		"reference_doctype": "Agenda",
		"doctype_event": "Before Insert",
		"berkas": "pola_nomor_agenda",
	},
	{
		"name": "Beri Tahu Penerima Disposisi",
		"script_type": "DocType Event",
		"reference_doctype": "Disposisi",
		"doctype_event": "After Insert",
		"berkas": "beri_tahu_penerima_disposisi",
	},
	{
		"name": "Ingatkan Pimpinan",
		"script_type": "Scheduler Event",
		"event_frequency": "Cron",
		"cron_format": SEPEREMPAT_JAM,
		"berkas": "ingatkan_pimpinan",
	},
	{
		"name": "Ingatkan Disposisi Terlambat",
		"script_type": "Scheduler Event",
		"event_frequency": "Cron",
		"cron_format": SEPEREMPAT_JAM,
		"berkas": "ingatkan_disposisi_terlambat",
	},
	{
		"name": "Ingatkan Pengiriman Terlambat",
		"script_type": "Scheduler Event",
		"event_frequency": "Cron",
		"cron_format": SEPEREMPAT_JAM,
		"berkas": "ingatkan_pengiriman_terlambat",
	},
	{
		"name": "Kirim Ringkasan Pagi",
		"script_type": "Scheduler Event",
		"event_frequency": "Cron",
		"cron_format": SEPEREMPAT_JAM,
		"berkas": "kirim_ringkasan_pagi",
	},
	{
		"name": "Pola Nomor Surat",
		"script_type": "DocType Event",
		"reference_doctype": "Buku Nomor",
		"doctype_event": "Before Insert",
		"berkas": "pola_nomor_surat",
	},
	{
		"name": "Periksa Buku Nomor",
		"script_type": "Scheduler Event",
		"event_frequency": "Cron",
		"cron_format": SETIAP_MALAM,
		"berkas": "periksa_buku_nomor",
	},
	{
		"name": "Ingatkan Kata Sandi Kotak Surat",
		"script_type": "Scheduler Event",
		"event_frequency": "Cron",
		"cron_format": SETIAP_PAGI,
		"berkas": "ingatkan_kata_sandi_kotak_surat",
	},
	{
		"name": "Kirim Ringkasan Pimpinan",
		"script_type": "Scheduler Event",
		"event_frequency": "Cron",
		"cron_format": SEPEREMPAT_JAM,
		"berkas": "kirim_ringkasan_pimpinan",
	},
)


def create_skrip_server(names: tuple[str, ...] = ()) -> None:
	"""Create the scripts that are not there yet; one that the office edited or switched off stays as it is.

	:param names: of SKRIP; all of them where none are named, which also brings back what an office deleted
	"""
	for skrip in SKRIP:
		wanted = not names or skrip["name"] in names
		if wanted and not frappe.db.exists("Server Script", skrip["name"]):
			frappe.get_doc(
				{
					"doctype": "Server Script",
					"module": "Persuratan",
					"script": (FOLDER / skrip["berkas"] / "skrip.py").read_text(),
					**{key: value for key, value in skrip.items() if key != "berkas"},
				}
			).insert(ignore_permissions=True)
