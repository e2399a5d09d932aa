"""The pages people use show no error in the browser's console and miss no file."""

import re

import pytest
from support.console import watcher_of
from support.desk import settle
from support.login import login


def test_login_page(open_page):
	page = open_page()
	page.goto("/login", wait_until="networkidle")
	assert page.locator("#login_email").is_visible()
	watcher_of(page).assert_silent()


def test_desk_after_login(open_page, office):
	page = open_page()
	login(page, "Administrator", office.admin_password)
	settle(page)
	watcher_of(page).assert_silent()


@pytest.mark.parametrize(
	"route, landmark",
	[
		("/app/todo", ".list-row-container"),
		("/app/todo/{name}", ".form-layout"),
		("/app/print/ToDo/{name}", ".print-preview-wrapper iframe"),
		("/app/todo/view/report", ".datatable .dt-row"),
		("/app/query-report/ToDo", ".datatable .dt-row"),
		("/app/todo/view/calendar/default", ".fc-view-container"),
	],
)
def test_standard_page(open_desk, todo, route, landmark):
	page = open_desk(route.format(name=todo["name"]))
	page.locator(landmark).first.wait_for()
	watcher_of(page).assert_silent()


@pytest.mark.parametrize(
	"route, landmark",
	[
		("/app/recorder", ".page-head"),
		("/app/workflow-builder", ".page-head"),
		("/app/print-format-builder-beta", ".page-head"),
		("/app/build", ".widget"),
	],
)
def test_page_of_the_builders(open_desk, route, landmark):
	page = open_desk(route)
	page.locator(landmark).first.wait_for()
	watcher_of(page).assert_silent()


@pytest.mark.parametrize(
	"route, landmark",
	[
		("/app/surat-masuk", ".list-row-container"),
		("/app/surat-masuk/{name}", ".form-layout"),
		("/app/print/Surat Masuk/{name}", ".print-preview-wrapper iframe"),
		("/app/surat-masuk/view/report", ".datatable .dt-row"),
		("/app/agenda", ".list-row-container"),
		("/app/disposisi", ".list-row-container"),
	],
)
def test_page_of_letters(open_desk, letter, route, landmark):
	page = open_desk(route.format(name=letter["name"]))
	page.locator(landmark).first.wait_for()
	watcher_of(page).assert_silent()


def test_form_builder_draws_the_fields_of_a_doctype(open_desk):
	"""The builder is a Vue application whose templates and scoped styles this build compiles."""
	page = open_desk("/app/customize-form?doc_type=ToDo")
	page.get_by_role("tab", name=re.compile("Form|Formulir")).click()
	page.locator(".form-builder-container .field").first.wait_for()
	watcher_of(page).assert_silent()


def test_libraries_that_frappe_loads_by_address(open_page):
	"""Frappe's scripts name these files themselves, beside the bundles."""
	page = open_page()
	for address in [
		"/assets/frappe/node_modules/ace-builds/src-noconflict/ace.js",
		"/assets/frappe/node_modules/js-sha256/build/sha256.min.js",
		"/assets/frappe/node_modules/qz-tray/qz-tray.js",
		"/assets/frappe/node_modules/html5-qrcode/dist/html5-qrcode.min.js",
		"/assets/frappe/node_modules/frappe-gantt/dist/frappe-gantt.min.js",
	]:
		assert page.request.get(address).status == 200, address
