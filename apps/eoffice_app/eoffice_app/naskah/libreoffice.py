"""A .docx becomes PDF by LibreOffice, without a window, in a profile of its own that is gone afterwards.

Never in a web request: it takes seconds, and a text may make it take for ever. No database here.
"""

import shutil
import time
from pathlib import Path

import frappe
from frappe import _

from eoffice_app.program_luar import run_program, working_folder

PROGRAM = "soffice"
BATAS_WAKTU_DETIK = 60
AWALAN_FOLDER = "eoffice-docx-"
# No macros, nothing taken from elsewhere, and no way to the network even if it wanted one.
PENGATURAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
	xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


class KonversiGagalError(frappe.ValidationError):
	"""A .docx that did not become a PDF; its text says why, and what to do."""


class KonversiTerhentiError(Exception):
	"""LibreOffice ended before it was done, by no fault of the text: to be tried again."""


def convert_docx(content: bytes, batas_waktu: int = BATAS_WAKTU_DETIK) -> bytes:
	"""Return the PDF of a .docx that `check_docx` found sound.

	:param batas_waktu: seconds after which it is given up
	:raises KonversiGagalError: LibreOffice is not installed, cannot read it or takes too long
	:raises KonversiTerhentiError: see there
	"""
	with working_folder(AWALAN_FOLDER) as folder:
		return _convert(folder, content, batas_waktu)


def _convert(folder: Path, content: bytes, batas_waktu: int) -> bytes:
	profile = folder / "profil" / "user"
	profile.mkdir(parents=True)
	(profile / "registrymodifications.xcu").write_text(PENGATURAN)
	source, made = folder / "naskah.docx", folder / "naskah.pdf"
	source.write_bytes(content)
	command = _compose_command(folder, source)
	begun = time.monotonic()
	status, said = run_program(command, folder, batas_waktu)
	if made.exists():
		return made.read_bytes()
	if time.monotonic() - begun >= batas_waktu:
		raise KonversiGagalError(
			_(
				"Berkas ini tidak selesai diubah menjadi PDF dalam {0} detik. Sederhanakan naskah atau gambar di dalamnya, lalu unggah kembali."
			).format(batas_waktu)
		)
	if status:
		raise KonversiTerhentiError(f"LibreOffice ended with {status}: {said[-2000:]}")
	raise KonversiGagalError(
		_(
			"LibreOffice tidak dapat membaca berkas ini. Simpan ulang sebagai Dokumen Word (.docx), lalu unggah kembali."
		)
	)


def _compose_command(folder: Path, source: Path) -> list[str]:
	program = shutil.which(PROGRAM)
	if not program:
		raise KonversiGagalError(
			_(
				"LibreOffice tidak terpasang pada server. Mintalah pengelola server memasangnya, lalu unggah kembali berkas ini."
			)
		)
	return [
		program,
		f"-env:UserInstallation=file://{folder}/profil",
		*("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
		*("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source)),
	]
