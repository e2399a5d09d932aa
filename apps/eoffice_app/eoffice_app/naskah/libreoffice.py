"""A .docx becomes PDF by LibreOffice, without a window, in a profile of its own that is gone afterwards.

Never in a web request: it takes seconds, and a text may make it take for ever. No database here.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import frappe
from frappe import _

PROGRAM = "soffice"
BATAS_WAKTU_DETIK = 60
AWALAN_FOLDER = "eoffice-docx-"
UMUR_SISA_DETIK = 3600
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
	remove_left_over()
	with tempfile.TemporaryDirectory(prefix=AWALAN_FOLDER) as folder:
		return _convert(Path(folder), content, batas_waktu)


def remove_left_over() -> None:
	"""Remove the folders of conversions whose worker was killed."""
	for folder in Path(tempfile.gettempdir()).glob(f"{AWALAN_FOLDER}*"):
		try:
			left = time.time() - folder.stat().st_mtime > UMUR_SISA_DETIK
		except FileNotFoundError:
			# Another worker has just finished with it.
			continue
		if left:
			shutil.rmtree(folder, ignore_errors=True)


def _convert(folder: Path, content: bytes, batas_waktu: int) -> bytes:
	profile = folder / "profil" / "user"
	profile.mkdir(parents=True)
	(profile / "registrymodifications.xcu").write_text(PENGATURAN)
	source, made = folder / "naskah.docx", folder / "naskah.pdf"
	source.write_bytes(content)
	command = _compose_command(folder, source, batas_waktu)
	begun = time.monotonic()
	status, said = _run(command, folder, batas_waktu)
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


def _compose_command(folder: Path, source: Path, batas_waktu: int) -> list[str]:
	program = shutil.which(PROGRAM)
	if not program:
		raise KonversiGagalError(
			_(
				"LibreOffice tidak terpasang pada server. Mintalah pengelola server memasangnya, lalu unggah kembali berkas ini."
			)
		)
	return [
		# Ends it also where the worker that waits for it was killed.
		*("timeout", "--signal=KILL", str(batas_waktu)),
		program,
		f"-env:UserInstallation=file://{folder}/profil",
		*("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
		*("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source)),
	]


def _run(command: list[str], folder: Path, batas_waktu: int) -> tuple[int, str]:
	environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
	running = subprocess.Popen(
		command,
		env=environment,
		cwd=folder,
		stdin=subprocess.DEVNULL,
		stdout=subprocess.PIPE,
		stderr=subprocess.STDOUT,
		text=True,
		start_new_session=True,
	)
	try:
		said, _none = running.communicate(timeout=batas_waktu + 5)
	finally:
		_end(running)
	return running.returncode, said


def _end(running: subprocess.Popen) -> None:
	# The program starts others; all are of one group, which outlives the first of them.
	try:
		os.killpg(running.pid, signal.SIGKILL)
	except ProcessLookupError:
		pass
	running.wait()
