"""The list and the form of letters, as a clerk sees them: what is late, what waits, many at once."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from support.desk import list_asked, open_route, settle
from support.ekspedisi import read_list
from support.surat import DOMAIN, KEPALA, OPERATOR, bring_to_kepala, pass_on_verified, register, verify

VERIFIKATOR = f"verifikator@{DOMAIN}"
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


@pytest.fixture
def letters(rest, tmp_path) -> list[str]:
	"""Two letters received long ago and verified."""
	names = []
	for number in range(2):
		values = {"tanggal_surat": "2026-01-05", "tanggal_terima": "2026-01-06 09:00:00"}
		values["perihal"] = f"Permohonan lama {number} {tmp_path.name}"
		names.append(register(rest(OPERATOR), tmp_path, **values)["name"])
		verify(rest(VERIFIKATOR), names[-1])
	return names


def test_what_is_late_is_said_in_words_and_many_are_passed_on_at_once(sign_in, rest, letters):
	_first, second = letters
	page = sign_in(OPERATOR, route="/app/surat-masuk?workflow_state=Diverifikasi")
	choose_filter(page, "Terlambat")
	for name in letters:
		expect(find_row(page, name)).to_contain_text(re.compile(r"terlambat \d+ hari"))
		find_row(page, name).locator(".list-row-checkbox").check()
	settle(page)
	page.locator(".actions-btn-group:visible > button").click()
	lines = page.locator(".actions-btn-group .dropdown-item:visible")
	expect(lines.filter(has_text="Teruskan")).to_be_visible()
	# Of a step that not all of them have no empty line is left.
	assert all(lines.all_inner_texts())
	lines.filter(has_text="Teruskan").click()
	dialog = page.locator(".modal.show")
	expect(dialog.get_by_role("listitem")).to_have_count(2)
	# Somebody else is quicker.
	verifikator = rest(VERIFIKATOR)
	pass_on_verified(verifikator, second)
	dialog.get_by_role("button", name="Teruskan").dblclick()
	result = page.locator(".modal.show", has=page.locator(".hasil-sekaligus"))
	expect(result.get_by_role("listitem")).to_have_text(
		[re.compile("tidak.*berstatus Menunggu Disposisi", re.S), re.compile("berhasil")]
	)
	states = {verifikator.read("Surat Masuk", name)["workflow_state"] for name in letters}
	assert states == {"Menunggu Disposisi"}
	page.set_viewport_size(PHONE)
	open_route(page, f"/app/surat-masuk?name={second}")
	told = find_row(page, second).locator(".keadaan-hp")
	expect(told).to_have_text(re.compile(r"Menunggu Disposisi\s*terlambat \d+ hari"))
	# Of ten empty fields none stands above the list, save what narrows it.
	expect(page.locator(".standard-filter-section input:visible")).to_have_count(1)


def test_what_is_ticked_stays_ticked_while_others_save(sign_in, rest, letters):
	first, second = letters
	page = sign_in(OPERATOR, route=f'/app/surat-masuk?name=["in","{first},{second}"]')
	pass_on_verified(rest(VERIFIKATOR), first)
	# Frappe has heard of it and waits for further news before it draws; the clerk ticks meanwhile.
	page.evaluate(
		"name => cur_list.pending_document_refreshes.push({ doctype: cur_list.doctype, name })", first
	)
	boxes = [find_row(page, name).locator(".list-row-checkbox") for name in letters]
	for box in boxes:
		box.check()
	page.evaluate("cur_list.process_document_refreshes()")
	expect(find_row(page, first)).to_contain_text("Menunggu Disposisi")
	for box in boxes:
		expect(box).to_be_checked()
	expect(page.locator(".list-header-meta:visible")).to_contain_text("2 ")


def test_what_an_edit_of_many_left_as_it_was_is_told_and_nothing_says_that_all_went_well(
	sign_in, rest, tmp_path
):
	clerk, verifikator = rest(OPERATOR), rest(VERIFIKATOR)
	free = [register(clerk, tmp_path)["name"] for _letter in range(2)]
	closed = bring_to_kepala(clerk, verifikator, tmp_path)
	page = sign_in(OPERATOR, route=f'/app/surat-masuk?name=["in","{",".join([*free, closed])}"]')
	page.set_viewport_size(DESK)
	edit_perihal(page, free, "Perihal bersama")
	expect(page.locator(".desk-alert")).to_contain_text("Berhasil diperbarui")
	page.reload()
	settle(page)
	edit_perihal(page, [closed, *free], "Perihal baru")
	told = page.locator(".modal.show", has=page.locator(".hasil-sekaligus"))
	expect(told).to_contain_text("2 berhasil, 1 tidak")
	expect(page.locator(".modal.show")).to_have_count(1)
	letters = {name: verifikator.read("Surat Masuk", name) for name in (closed, *free)}
	refused, *changed = [re.escape(letter["nomor_agenda"]) for letter in letters.values()]
	lines = told.get_by_role("listitem")
	expect(lines).to_have_count(3)
	expect(lines.first).to_have_text(re.compile(f"^tidak {refused} .*tidak dapat diubah lagi", re.S))
	for number in changed:
		expect(lines.filter(has_text=re.compile(f"berhasil {number} "))).to_have_count(1)
	assert [letters[name]["perihal"] == "Perihal baru" for name in letters] == [False, True, True]
	# It would come in the moment in which the dialog goes.
	expect(page.locator(".desk-alert")).to_have_count(0)


def test_what_cannot_be_deleted_is_told_by_its_name_and_the_rest_is_gone(sign_in, rest, tmp_path):
	clerk, names = rest(OPERATOR), [f"Kantor {letter} {datetime.now():%H%M%S%f}" for letter in "AB"]
	free, used = (clerk.insert("Instansi", nama_instansi=name)["name"] for name in names)
	register(clerk, tmp_path, pengirim=used)
	page = sign_in(f"pengelola@{DOMAIN}", route=f'/app/instansi?name=["in","{free},{used}"]')
	for name in (free, used):
		find_row(page, name).locator(".list-row-checkbox").check()
	page.locator(".actions-btn-group:visible > button").click()
	page.locator(".actions-btn-group .dropdown-item:visible", has_text="Hapus").click()
	page.locator(".modal.show .btn-modal-primary").click()
	settle(page)
	told = page.locator(".modal.show", has=page.locator(".hasil-sekaligus"))
	expect(told).to_contain_text("1 berhasil, 1 tidak")
	expect(told.get_by_role("listitem")).to_have_text(
		[re.compile(f"^tidak {names[1]}:"), re.compile(f"^berhasil {names[0]}")]
	)
	# Frappe draws a list no second time within three seconds: the office is asked, not the list.
	statuses = [clerk.get(f"/api/resource/Instansi/{name}").status for name in (free, used)]
	assert statuses == [404, 200]


def test_who_only_reads_letters_is_offered_no_change_of_many(sign_in):
	page = sign_in(KEPALA, route="/app/surat-masuk/view/list")
	page.locator(".list-row-checkbox:visible").first.check()
	page.locator(".actions-btn-group:visible > button").click()
	lines = page.locator(".actions-btn-group .dropdown-item:visible")
	expect(lines.get_by_text("Ekspor", exact=True)).to_be_visible()
	offered = lines.all_inner_texts()
	assert not {"Ubah", "Hapus", "Cetak", "Tugaskan Kepada"} & set(offered), offered


def test_what_matters_of_a_letter_is_seen_without_scrolling(sign_in, rest, tmp_path):
	name = bring_to_kepala(rest(OPERATOR), rest(VERIFIKATOR), tmp_path)
	page = sign_in(KEPALA)
	page.set_viewport_size(DESK)
	asked = list_asked(page)
	page.goto(f"/app/surat-masuk/{name}")
	settle(page)
	# All that the form shows comes with the letter.
	besides = ("get_formulir", "get_transitions", "Klasifikasi", "get_kisah", "get_pohon", "get_tindakan")
	assert not [url for url in asked if any(door in url for door in besides)], asked
	checked = rest(KEPALA).read("Surat Masuk", name)["hasil_verifikasi"]
	assert checked
	rows = page.locator("[data-fieldname='hasil_verifikasi'] .grid-body .grid-row")
	expect(rows).to_have_count(len(checked))
	expect(rows.last).to_contain_text(checked[-1]["butir"])
	summary = page.get_by_label("Ringkasan surat")
	expect(summary).to_contain_text("Menunggu disposisi Kepala Dinas")
	for seen in (
		summary,
		page.locator(".tombol-disposisi"),
		page.locator(".pratinjau-scan iframe"),
		page.locator("[data-fieldname='pohon_disposisi'] .pohon-kosong"),
	):
		expect(seen).to_be_in_viewport()


def test_what_matters_of_an_outgoing_letter_is_seen_without_scrolling(sign_in, rest):
	columns = ["name", "nomor"]
	(surat, *_others) = read_list(rest(OPERATOR), "Surat Keluar", {"workflow_state": "Terkirim"}, columns)
	page = sign_in(OPERATOR)
	for size in (DESK, PHONE):
		page.set_viewport_size(size)
		open_route(page, f"/app/surat-keluar/{surat['name']}")
		summary = page.get_by_label("Ringkasan surat").locator("visible=true")
		expect(summary).to_contain_text(re.compile(f"^Terkirim.*{re.escape(surat['nomor'])}", re.S))
		for fact in summary.locator("dd").all():
			expect(fact).to_be_in_viewport(ratio=1)
	# All have it: nothing is left of the workflow, and one thing is left to do.
	expect(page.locator(".actions-btn-group:visible")).to_have_count(0)
	expect(page.locator(".tombol-kiriman button")).to_have_text([re.compile("Cetak"), "Arsipkan"])


def find_row(page: Page, name: str):
	return page.locator(".list-row-container", has=page.locator(f"[data-name='{name}']"))


def edit_perihal(page: Page, names: list[str], perihal: str) -> None:
	"""Change the perihal of these lines of a list of letters by Frappe's own Edit."""
	for name in names:
		find_row(page, name).locator(".list-row-checkbox").check()
	page.locator(".actions-btn-group:visible > button").click()
	page.locator(".actions-btn-group .dropdown-item:visible").get_by_text("Ubah", exact=True).click()
	dialog = page.locator(".modal.show")
	dialog.locator("[data-fieldname='field'] select").select_option("Perihal")
	# The field for the value is drawn anew a moment later.
	settle(page)
	value = dialog.locator("[data-fieldname='value'] textarea")
	value.fill(perihal)
	# The help below goes when the field is left, and the button moves.
	value.press("Tab")
	dialog.locator(".btn-modal-primary").click()


def choose_filter(page: Page, label: str) -> None:
	page.get_by_role("button", name="Saringan", exact=True).locator("visible=true").first.click()
	page.locator(".dropdown-menu:visible a", has_text=label).click()
	settle(page)
