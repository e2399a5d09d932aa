"""Letters on their way by e-mail and inside the office, as the operator sees them: real mail, real refusals, real jobs."""

import os
from email.message import EmailMessage

import pytest
from support.bench import run_bench
from support.ekspedisi import number_letter, read_list
from support.layanan import wait_until
from support.surat import KEPALA, OPERATOR, make_pdf
from support.surel import let_office_send, list_mails, mailboxes_refused, wait_for_mail

TINDAKAN = "eoffice_app.saluran.tindakan"
BASAH = "eoffice_app.persuratan.surat_keluar.tanda_tangan_basah"
SECONDS = 150


@pytest.fixture
def letter(rest, tmp_path) -> dict:
	"""A numbered letter to an agency with a mailbox of its own, and its one delivery, by e-mail."""
	let_office_send(rest())
	operator = rest(OPERATOR)
	kode = os.urandom(4).hex()
	nama, address = f"Instansi Surel {kode}", f"kotak-{kode}@instansi.example"
	operator.insert("Instansi", nama_instansi=nama, jenis="Perangkat Daerah", surel=address)
	surat = number_with_scan(rest, tmp_path, [nama], "Instansi")
	(row,) = read_list(operator, "Pengiriman Surat", {"surat_keluar": surat}, ["name", "cara", "nomor_surat"])
	assert row["cara"] == "Surel"
	return {"surat": surat, "address": address, **row}


def number_with_scan(rest, folder, tujuan: list[str], jenis: str) -> str:
	"""A numbered letter whose scan bears its number, so that it may go."""
	surat = number_letter(rest(KEPALA), folder, tujuan, jenis)
	path = folder / "bernomor.pdf"
	path.write_bytes(make_pdf())
	berkas = rest(OPERATOR).upload(path)["file_url"]
	rest(OPERATOR).call(f"{BASAH}.attach_numbered_scan", surat_keluar=surat, berkas=berkas)
	return surat


def read_state(rest, name: str) -> str:
	# The operator's account is open in one place: asking with it would close the window that he works in.
	return rest().read("Pengiriman Surat", name)["keadaan"]


def get_pdf(mail: EmailMessage) -> bytes:
	(part,) = [part for part in mail.iter_attachments() if part.get_filename().endswith(".pdf")]
	return part.get_payload(decode=True)


def test_a_letter_arrives_by_mail_with_its_signed_pdf_once(rest, office, letter):
	operator = rest(OPERATOR)
	for _click in range(2):
		assert operator.call(f"{TINDAKAN}.send", pengiriman=letter["name"]) == "Dalam Pengiriman"
	mail = wait_for_mail(office, letter["address"], letter["nomor_surat"])
	sent = operator.read("Surat Keluar", letter["surat"])["berkas_bernomor"]
	assert get_pdf(mail) == operator.get(sent).body()
	wait_until(lambda: has_arrived(rest, office, letter["name"]), SECONDS, "the delivery sent")
	assert operator.read("Surat Keluar", letter["surat"])["workflow_state"] == "Terkirim"
	assert len(list_mails(letter["address"])) == 1


def test_a_mailbox_that_the_server_refuses_is_seen_on_the_delivery_and_sent_again(rest, office, letter):
	operator = rest(OPERATOR)
	with mailboxes_refused(rest()):
		operator.call(f"{TINDAKAN}.send", pengiriman=letter["name"])
		wait_until(lambda: has_failed(rest, office, letter["name"]), SECONDS, "the refusal on the delivery")
	delivery = operator.read("Pengiriman Surat", letter["name"])
	assert "surel" in delivery["alasan"].lower()
	assert operator.read("Surat Keluar", letter["surat"])["workflow_state"] == "Bernomor"
	assert list_mails(letter["address"]) == []
	operator.call(f"{TINDAKAN}.send", pengiriman=letter["name"])
	wait_for_mail(office, letter["address"], letter["nomor_surat"])


def has_arrived(rest, office, name: str) -> bool:
	"""Let what the queue has noted be taken over, and look."""
	run_bench(office, "execute", "eoffice_app.saluran.surel.follow_queue")
	return read_state(rest, name) == "Terkirim"


def has_failed(rest, office, name: str) -> bool:
	"""Let the queue try once more, and look."""
	run_bench(office, "execute", "frappe.email.queue.flush")
	run_bench(office, "execute", "eoffice_app.saluran.surel.follow_queue")
	return read_state(rest, name) == "Tidak Terkirim"


def test_a_letter_to_a_post_becomes_its_surat_masuk_without_anybody_s_hand(rest, office, tmp_path):
	surat = number_with_scan(rest, tmp_path, ["SEKDIN"], "Jabatan")
	operator = rest(OPERATOR)
	(row,) = read_list(operator, "Pengiriman Surat", {"surat_keluar": surat}, ["name"])
	# The scan came after the job that follows the number; the operator's list sends what waits.
	if read_state(rest, row["name"]) == "Menunggu":
		operator.call(f"{TINDAKAN}.send", pengiriman=row["name"])
	delivery = operator.read("Pengiriman Surat", row["name"])
	masuk = operator.read("Surat Masuk", delivery["surat_masuk"])
	keluar = operator.read("Surat Keluar", surat)
	assert (masuk["nomor_surat"], masuk["perihal"], masuk["tujuan"]) == (
		keluar["nomor"],
		keluar["perihal"],
		"SEKDIN",
	)
	assert operator.get(masuk["scan"][0]["berkas"]).body() == operator.get(keluar["berkas_bernomor"]).body()
	assert keluar["workflow_state"] == "Terkirim"


def test_the_operator_sends_and_files_a_letter_on_its_form(sign_in, rest, office, letter):
	page = sign_in(OPERATOR, route=f"/app/surat-keluar/{letter['surat']}")
	section = page.locator("[data-fieldname='daftar_pengiriman']")
	section.get_by_role("button", name="Kirim", exact=True).dblclick()
	section.get_by_text("Dalam Pengiriman").wait_for()
	wait_for_mail(office, letter["address"], letter["nomor_surat"])
	# The mail may be there before the queue has noted that it went.
	wait_until(lambda: has_arrived(rest, office, letter["name"]), SECONDS, "the delivery sent")
	page.reload()
	section.get_by_text("Semua pengiriman sudah sampai.").wait_for()
	section.get_by_role("button", name="Arsipkan").click()
	wait_until(
		lambda: rest().read("Surat Keluar", letter["surat"])["workflow_state"] == "Diarsipkan",
		30,
		"the letter filed",
	)
	assert len(list_mails(letter["address"])) == 1
