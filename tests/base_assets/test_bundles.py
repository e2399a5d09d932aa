"""Every bundle of Frappe is built and served, left to right and right to left."""

import json
from pathlib import Path

import pytest
from support.office import Office

pytestmark = pytest.mark.usefixtures("registry_base")
SCRIPTS = 23
STYLE_SHEETS = 8
"""How many bundles the registry base has."""


def manifest(office: Office, name: str) -> dict[str, str]:
	return json.loads(Path(office.bench, "sites", "assets", name).read_text())


def of_frappe(addresses: dict[str, str], ending: str) -> dict[str, str]:
	return {
		name: address
		for name, address in addresses.items()
		if name.endswith(ending) and address.startswith("/assets/frappe/")
	}


def test_all_bundles_of_frappe_are_in_the_manifest(office):
	built = manifest(office, "assets.json")
	mirrored = manifest(office, "assets-rtl.json")
	assert len(of_frappe(built, ".bundle.js")) == SCRIPTS
	assert len(of_frappe(built, ".bundle.css")) == STYLE_SHEETS
	assert set(of_frappe(mirrored, ".css")) == {f"rtl_{name}" for name in of_frappe(built, ".css")}


@pytest.mark.parametrize("name", ["assets.json", "assets-rtl.json"])
def test_every_bundle_is_served_with_its_source_map(office, open_page, name):
	request = open_page().request
	for address in manifest(office, name).values():
		answer = request.get(address)
		assert answer.status == 200, address
		assert ("css" if address.endswith(".css") else "javascript") in answer.headers["content-type"]
		assert request.get(f"{address}.map").json()["sources"], address


def test_page_of_a_script_that_runs_right_to_left_gets_the_mirrored_sheet(office, open_page):
	page = open_page()
	page.goto("/login?_lang=ar")
	sheet = manifest(office, "assets-rtl.json")["rtl_website.bundle.css"]
	assert page.locator(f"link[href$='{sheet}']").count() == 1


def test_mirrored_sheet_is_mirrored(office, open_page):
	request = open_page().request
	plain = request.get(manifest(office, "assets.json")["desk.bundle.css"]).text()
	mirrored = request.get(manifest(office, "assets-rtl.json")["rtl_desk.bundle.css"]).text()
	rule = ".float-left{float:%s!important}"
	assert rule % "left" in plain
	assert rule % "right" in mirrored
