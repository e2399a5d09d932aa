"""The doors of a letter on the running office: through the front server, with a person's session.

Every door with every role is walked inside the app by `hak_akses/test_matriks.py`; here are those that the front server
and the realtime server have a part in.
"""

import pytest
from support.rest import Rest
from support.surat import DOMAIN, KEPALA, OPERATOR, make_pdf, register, surat_fields, upload

STRANGER = f"kabid.ikp@{DOMAIN}"
DOORS = (
	"{berkas}",
	"/api/resource/Surat Masuk/{name}",
	"/printview?doctype=Surat Masuk&name={name}",
	"/api/method/frappe.utils.print_format.download_pdf?doctype=Surat Masuk&name={name}",
	"/api/method/frappe.desk.form.load.getdoc?doctype=Surat Masuk&name={name}",
	"/api/method/frappe.realtime.can_subscribe_doc?doctype=Surat Masuk&docname={name}",
)


@pytest.fixture
def enter(playwright, office):
	return lambda account: Rest(playwright, office.url, account, office.password_of(account))


def test_a_stranger_finds_nothing_at_any_door(enter, tmp_path):
	letter = register(enter(OPERATOR), tmp_path, sifat="Terbatas")
	stranger, absent = enter(STRANGER), {"name": "0" * 10, "berkas": "/private/files/0000000000.pdf"}
	for door in DOORS:
		hidden = stranger.get(door.format(name=letter["name"], berkas=letter["scan"][0]["berkas"]))
		lost = stranger.get(door.format(**absent))
		assert (hidden.status, lost.status) == (404, 404), door


def test_the_addressee_gets_the_very_scan(enter, tmp_path):
	operator, content = enter(OPERATOR), make_pdf()
	address = upload(operator, tmp_path, content)
	operator.insert("Surat Masuk", **surat_fields(operator, address, sifat="Terbatas"))
	answer = enter(KEPALA).get(address)
	assert answer.status == 200
	assert answer.body() == content
