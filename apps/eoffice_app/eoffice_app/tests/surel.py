"""Mails as people, programs and enemies write them: each as the bytes that a mailbox holds."""

import os
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from eoffice_app.tests.dasar import make_pdf

MEGA = 1024**2
# The first bytes of every winmail.dat.
AWAL_TNEF = b"\x78\x9f\x3e\x22"


def compose_surel(
	isi: str = "Terlampir surat kami.", berkas: dict[str, bytes] | None = None, **head
) -> EmailMessage:
	"""Return a mail as most programs write it.

	:param head: lines of its head, `In_Reply_To` for In-Reply-To; those without value are left out
	"""
	mail = EmailMessage()
	given = {
		"From": "Dinas Contoh <dinas@contoh.example>",
		"To": "surat@kantor.example",
		"Subject": "Undangan rapat koordinasi",
		"Date": "Mon, 05 Jan 2026 09:00:00 +0700",
		"Message-ID": f"<{os.urandom(8).hex()}@contoh.example>",
		**{name.replace("_", "-"): value for name, value in head.items()},
	}
	for name, value in given.items():
		if value is not None:
			mail[name] = value
	mail.set_content(isi)
	for nama, content in (berkas or {}).items():
		mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=nama)
	return mail


def make_surel(*args, **values) -> bytes:
	"""Return the bytes of `compose_surel`."""
	return compose_surel(*args, **values).as_bytes()


def make_forwards(depth: int) -> bytes:
	"""Return a letter forwarded so often, each time as an attachment of the next mail."""
	mail = compose_surel("Surat yang pertama.", {"pertama.pdf": make_pdf()}, Subject="Terusan ke-0")
	for number in range(1, depth + 1):
		outer = MIMEMultipart()
		outer["From"], outer["Subject"] = f"orang{number}@contoh.example", f"Terusan ke-{number}"
		outer["Message-ID"] = f"<{os.urandom(8).hex()}@contoh.example>"
		outer.attach(MIMEText(f"Saya teruskan, kali {number}."))
		outer.attach(MIMEMessage(mail))
		mail = outer
	return mail.as_bytes()


def make_nested(depth: int) -> bytes:
	"""Return a mail of parts within parts, as nobody writes one."""
	opened = (f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
	return ("From: dalam@contoh.example\nSubject: Sangat dalam\n" + "".join(opened)).encode()


def make_zip_bomb(megabytes: int = 200) -> bytes:
	"""Return a small archive that unpacks to so much."""
	stream = BytesIO()
	with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
		for number in range(megabytes // 10):
			archive.writestr(f"{number}.txt", bytes(10 * MEGA))
	return stream.getvalue()


def list_hostile() -> dict[str, bytes]:
	"""Return mails that must not break anything, each by what is wrong with it."""
	script = (
		"<p>Halo</p><script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>x</a>"
	)
	page = compose_surel("")
	page.set_content(script, subtype="html")
	return {
		"terusan bertingkat": make_forwards(6),
		"sangat dalam": make_nested(3000),
		"winmail.dat": make_surel(berkas={"winmail.dat": AWAL_TNEF + os.urandom(500)}),
		"aksara rusak": (
			b"From: =?x-tidak-ada?b?////?= <rusak@contoh.example>\nSubject: =?utf-8?q?Undangan=ff=e9?= \xe9\xff\n"
			b"Content-Type: text/plain; charset=x-bogus\nContent-Transfer-Encoding: base64\n\n\xff\xfe@@@SGFsbw\n"
		),
		"HTML berskrip": page.as_bytes(),
		"bom ZIP": make_surel(berkas={"surat.zip": make_zip_bomb(), "surat.docx": make_zip_bomb(50)}),
		"tanpa perihal": make_surel(Subject=None, From=None, Date=None),
		"kosong": b"",
		"hanya isi": b"\n\nHalo",
		"nama berkas jahat": make_surel(
			berkas={"../../../etc/passwd": make_pdf(), "a\u202efdp.exe": b"MZ" + bytes(99)}
		),
		"kepala panjang": b"From: panjang@contoh.example\nSubject: " + b"a" * MEGA + b"\n\nisi\n",
		"sisipan kepala": make_surel().replace(b"Subject: ", b"Subject: =?utf-8?q?a=0d=0aBcc:_x@y.id?= ", 1),
		"tanggal ngawur": make_surel(Date="99 Foo 99999 99:99:99 +9999"),
	}
