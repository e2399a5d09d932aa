"""The realtime server lets in whom it should, and comes back after faults."""

import queue

import pytest
from realtime_stage import Stage

pytestmark = pytest.mark.usefixtures("registry_base")


@pytest.fixture
def stage(tmp_path, office):
	stage = Stage(tmp_path, office)
	yield stage
	stage.close()


@pytest.fixture
def cookie(open_page, office) -> dict[str, str]:
	"""The cookie of the signed-in administrator."""
	context = open_page().context
	form = {"usr": "Administrator", "pwd": office.admin_password}
	assert context.request.post("/api/method/login", form=form).ok
	sid = next(one["value"] for one in context.cookies() if one["name"] == "sid")
	return {"Cookie": f"sid={sid}"}


def test_user_hears_what_is_meant_for_them_only(stage, cookie):
	listener = stage.connect(cookie)
	listener.hears("connect")
	stage.publish("user:orang-lain@eoffice.example", "kabar", "untuk orang lain")
	stage.publish("user:Administrator", "kabar", "untuk administrator")
	assert listener.hears("kabar")["message"] == "untuk administrator"


def test_without_a_session_nobody_enters(stage):
	assert stage.connect({}).hears("refused")["reason"] == "no session"


def test_session_that_does_not_exist_is_a_guest(stage):
	listener = stage.connect({"Cookie": "sid=0123456789"})
	listener.hears("connect")
	stage.publish("all", "kabar", "untuk pegawai")
	stage.publish("website", "kabar", "untuk semua")
	assert listener.hears("kabar")["message"] == "untuk semua"


def test_page_of_another_site_is_refused(stage, cookie):
	listener = stage.connect({**cookie, "Origin": "http://jahat.example"})
	assert listener.hears("refused")


def test_own_page_is_let_in(stage, cookie):
	stage.connect({**cookie, "Origin": f"http://127.0.0.1:{stage.port}"}).hears("connect")


@pytest.mark.parametrize("namespace", ["", "lain.localhost", "../rahasia"])
def test_other_namespaces_are_closed(stage, cookie, namespace):
	assert stage.connect(cookie, namespace).hears("refused")


def test_site_is_the_one_the_web_server_names(stage, cookie):
	listener = stage.connect({**cookie, "X-Frappe-Site-Name": "lain.localhost"})
	assert listener.hears("refused")["reason"] == "wrong site"


def test_guest_is_told_of_no_document(stage, todo):
	listener = stage.connect({"Cookie": "sid=Guest"})
	listener.hears("connect")
	listener.ask("doctype_subscribe", "ToDo")
	listener.ask("doc_subscribe", "ToDo", todo["name"])
	listener.ask("doc_open", "ToDo", todo["name"])
	listener.ask("task_subscribe", "tugas-7")
	_publish_until_heard(stage, listener, "task_progress:tugas-7")
	for room in (f"doc:ToDo/{todo['name']}", f"open_doc:ToDo/{todo['name']}", "doctype:ToDo"):
		stage.publish(room, "kabar", "tak terdengar")
	stage.publish("website", "kabar", "terdengar")
	assert listener.hears("kabar")["message"] == "terdengar"


def test_requests_that_make_no_sense_harm_nobody(stage, cookie):
	listener = stage.connect(cookie)
	listener.hears("connect")
	listener.ask("doc_open")
	listener.ask("doctype_subscribe", "")
	listener.ask("doc_close", "ToDo", "tidak-pernah-dibuka")
	listener.ask("tidak_dikenal", "ToDo")
	listener.ask("doctype_subscribe", "ToDo")
	_publish_until_heard(stage, listener, "doctype:ToDo")


def test_redis_that_comes_back_is_heard_again(stage, cookie):
	listener = stage.connect(cookie)
	listener.hears("connect")
	stage.redis.stop()
	stage.server.wait_for("Redis is away")
	stage.redis = stage.start_redis()
	stage.server.wait_for("Redis is back")
	_publish_until_heard(stage, listener, "user:Administrator")


def test_server_ends_cleanly_when_told_to(stage, cookie):
	listener = stage.connect(cookie)
	listener.hears("connect")
	assert stage.server.stop() == 0
	assert listener.hears("disconnect")


def _publish_until_heard(stage: Stage, listener, room: str) -> None:
	"""Publish again and again: joining a room, or Redis, takes a moment nobody announces."""
	for _ in range(20):
		stage.publish(room, "percobaan", "")
		try:
			heard = listener.next_line(0.5)
		except queue.Empty:
			continue
		assert "percobaan" in heard
		return
	raise AssertionError(f"nothing was heard in {room}")
