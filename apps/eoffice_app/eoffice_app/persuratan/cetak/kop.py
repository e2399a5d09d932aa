"""The letter head."""

import mimetypes
from base64 import b64encode
from collections.abc import Callable

import frappe


def get_kop() -> dict:
	"""Return the letter head: the office's settings, the logo as an image that needs no further request."""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	contacts = (
		("Telepon", pengaturan.telepon),
		("Surel", pengaturan.surel),
		("Laman", pengaturan.laman),
	)
	return {
		"pemerintah": pengaturan.nama_pemerintah or "",
		"instansi": pengaturan.nama_instansi or "",
		"alamat": pengaturan.alamat or "",
		"kontak": ", ".join(f"{label} {value}" for label, value in contacts if value),
		"kota": pengaturan.kota or "",
		"logo": embed_image(pengaturan.logo) if pengaturan.logo else "",
	}


def embed_image(file_url: str, prepare: Callable[[bytes], bytes] = bytes) -> str:
	"""Return an uploaded image as a data address, so that nobody has to fetch it; other addresses stay.

	:param prepare: makes of the image's content what stands on the paper, an image of the same kind
	"""
	kind = mimetypes.guess_type(file_url)[0] or ""
	name = frappe.db.get_value("File", {"file_url": file_url}, "name")
	if not name or not kind.startswith("image/"):
		return file_url
	with open(frappe.get_doc("File", name).get_full_path(), "rb") as stream:
		return f"data:{kind};base64,{b64encode(prepare(stream.read())).decode()}"
