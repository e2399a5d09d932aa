"""What one user does reaches the others' browsers without a reload, and only those who may know."""

import json

import pytest
from playwright.sync_api import expect
from support.console import watcher_of

TRANSPORT = "frappe.realtime.socket.io.engine.transport.name"
CONNECTED = "() => frappe.realtime.socket?.connected"
RECORD_WIDTHS = """() => {
	window.widths = [];
	new MutationObserver(() => {
		const bar = document.querySelector(".modal.show .progress-bar");
		if (bar && bar.style.width !== window.widths.at(-1)) window.widths.push(bar.style.width);
	}).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""
RECORD_EVENTS = """() => {
	window.events = [];
	frappe.realtime.socket.onAny((event, message) => window.events.push({ event, ...message }));
}"""
ENOUGH_FOR_A_JOB = 25
LIST_WAITS = 10_000
"""A list gathers changes for two seconds before it asks for them."""


def test_connection_becomes_a_web_socket(sign_in):
	"""Polling works too, but costs a request for each event: the web server in front must let sockets through."""
	page = sign_in("Administrator", route="/app/todo")
	page.wait_for_function(f"() => ({CONNECTED})() && {TRANSPORT} === 'websocket'")


def test_change_saved_by_one_shows_to_another(sign_in, rest, todo):
	form = sign_in("Administrator", route=f"/app/todo/{todo['name']}")
	list_page = sign_in("Administrator", route="/app/todo")
	for page in (form, list_page):
		page.wait_for_function(CONNECTED)
		page.evaluate("window.not_reloaded = true")

	rest().put(f"/api/resource/ToDo/{todo['name']}", description="Laporan sudah dikirim")

	text = form.locator("[data-fieldname=description] [contenteditable=true]")
	expect(text).to_contain_text("sudah dikirim")
	row = list_page.locator(f".list-row-container:has([data-name='{todo['name']}'])")
	expect(row).to_contain_text("sudah dikirim", timeout=LIST_WAITS)
	for page in (form, list_page):
		assert page.evaluate("window.not_reloaded")
		watcher_of(page).assert_silent()


def test_form_shows_who_else_has_it_open(colleague, sign_in, rest):
	shared = rest().insert("ToDo", description="Berdua", allocated_to=colleague["name"])
	route = f"/app/todo/{shared['name']}"
	mine = sign_in("Administrator", route=route)
	theirs = sign_in(colleague["name"], colleague["password"], route=route)
	face = mine.locator(f".form-viewers [title='{colleague['full_name']}']")
	expect(face).to_be_visible()
	theirs.goto("/app/todo")
	expect(face).to_have_count(0)
	rest().delete(f"/api/resource/ToDo/{shared['name']}")


def test_progress_of_a_background_job_moves(sign_in, rest):
	"""Deleting many documents at once is a job for a worker, which tells how far it is."""
	client = rest()
	names = [client.insert("ToDo", description=f"Uji {n}")["name"] for n in range(ENOUGH_FOR_A_JOB)]
	page = sign_in("Administrator", route="/app/todo")
	page.wait_for_function(CONNECTED)
	page.evaluate(RECORD_WIDTHS)
	page.evaluate(
		"items => frappe.xcall('frappe.desk.reportview.delete_items', { doctype: 'ToDo', items })",
		json.dumps(names),
	)
	page.wait_for_function("() => window.widths.includes('100%')")
	widths = [float(width.rstrip("%")) for width in page.evaluate("window.widths") if width]
	assert len(set(widths)) > 3
	assert widths == sorted(widths)
	watcher_of(page).assert_silent()


@pytest.fixture
def listener(colleague, sign_in):
	"""A page of the colleague that notes every event that reaches it."""
	page = sign_in(colleague["name"], colleague["password"], route="/app/todo")
	page.wait_for_function(CONNECTED)
	page.evaluate(RECORD_EVENTS)
	return page


def test_nobody_hears_of_what_they_may_not_read(listener, rest, todo):
	"""The colleague asks for a kind and a document they may not read, and for one they may."""
	client = rest()
	hidden = client.insert("Client Script", name="Uji rahasia", dt="ToDo", script="// 0")
	listener.evaluate(
		"""name => {
			frappe.realtime.doctype_subscribe("Client Script");
			frappe.realtime.emit("doc_subscribe", "Client Script", name);
			frappe.realtime.emit("doc_open", "Client Script", name);
			frappe.realtime.doctype_subscribe("ToDo");
		}""",
		hidden["name"],
	)
	# Requests of one browser are answered in their order: when ToDo is heard, the others were decided.
	description = "terdengar"
	for attempt in range(20):
		client.put(f"/api/resource/Client Script/{hidden['name']}", script=f"// {attempt}")
		client.put(f"/api/resource/ToDo/{todo['name']}", description=f"{description} {attempt}")
		listener.wait_for_timeout(250)
		heard = listener.evaluate("window.events.map(event => event.doctype)")
		if "ToDo" in heard:
			break
	client.delete(f"/api/resource/Client Script/{hidden['name']}")
	assert "ToDo" in heard
	assert "Client Script" not in heard
