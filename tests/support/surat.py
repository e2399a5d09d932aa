"""Letters for the tests, written through the office's own interface."""

import io
import itertools
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

from support.rest import Rest

DOMAIN = "eoffice.example"
OPERATOR = f"operator@{DOMAIN}"
KEPALA = f"kadis@{DOMAIN}"
VERIFIKASI = "eoffice_app.persuratan.surat_masuk.verifikasi"
_numbers = itertools.count(1)


def make_pdf() -> bytes:
	"""A scan of one small page, unlike any other."""
	output = io.BytesIO()
	Image.effect_noise((120, 170), 40).save(output, "PDF")
	return output.getvalue()


def upload(operator: Rest, folder: Path, content: bytes | None = None, name: str = "scan.pdf") -> str:
	"""Upload a scan and return its address. Raises RestError where the office refuses it."""
	path = folder / name
	path.write_bytes(make_pdf() if content is None else content)
	return operator.upload(path, doctype="Surat Masuk", name="new-surat-masuk-1")["file_url"]


def surat_fields(operator: Rest, scan: str | None, **values) -> dict:
	"""The fields of an ordinary letter of yesterday, received now."""
	yesterday = datetime.now() - timedelta(days=1)
	sender = operator.get("/api/resource/Instansi", limit_page_length=1).json()["data"][0]["name"]
	return {
		"pengirim": sender,
		"nomor_surat": f"UJI/{datetime.now():%H%M%S%f}/{next(_numbers)}",
		"tanggal_surat": f"{yesterday:%Y-%m-%d}",
		"tanggal_terima": f"{yesterday:%Y-%m-%d} 23:30:00",
		"perihal": "Permohonan data untuk pengujian",
		"tujuan": "KADIS",
		"scan": [{"berkas": scan}] if scan else [],
		**values,
	}


def register(operator: Rest, folder: Path, **values) -> dict:
	"""Register a letter and return it."""
	return operator.insert("Surat Masuk", **surat_fields(operator, upload(operator, folder), **values))


def bring_to_kepala(operator: Rest, verifikator: Rest, folder: Path, **values) -> str:
	"""Register a letter and pass it on until it waits for the head's disposisi; returns its name."""
	return pass_on(operator, verifikator, surat_fields(operator, upload(operator, folder), **values))


def pass_on(operator: Rest, verifikator: Rest, fields: dict) -> str:
	"""Register a letter of these fields and pass it on until it waits for its addressee's disposisi; returns its name."""
	name = operator.insert("Surat Masuk", **fields)["name"]
	verify(verifikator, name)
	pass_on_verified(verifikator, name)
	return name


def pass_on_verified(verifikator: Rest, name: str) -> None:
	"""Pass a verified letter on to its addressee."""
	document = verifikator.read("Surat Masuk", name)
	verifikator.call("frappe.model.workflow.apply_workflow", doc=document, action="Teruskan")


def verify(verifikator: Rest, name: str) -> None:
	"""Find every item of the checklist met and declare the letter verified."""
	items = verifikator.call(f"{VERIFIKASI}.list_butir")
	found = [{"butir": item["butir"], "sesuai": 1} for item in items]
	verifikator.call(f"{VERIFIKASI}.verify_surat", surat_masuk=name, hasil=found)
