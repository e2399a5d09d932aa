import { act_on_several } from "./banyak";
import { count_pages } from "./naskah";
import { ask, name_letter } from "./minta";
import { draw_list, mark_chosen } from "./daftar";
import {
	find_missing,
	forget_draf,
	get_tindakan,
	keep_form,
	read_form,
	restore_draf,
	show_form,
	tell_missing,
} from "./isian";
import { get_keys, listen } from "./perintah";
import { escape_text } from "../eoffice/teks";
import { note_sending, read_sending } from "./draf";
import { get_frame_html, show_screen } from "./tata";
import { make_decisions } from "./keputusan";
import { make_viewer } from "./lembar";
import { make_watch } from "./siaga";
import { open_dialog_disposisi } from "../eoffice/dialog_disposisi";
import { post } from "../eoffice/server";
import { sign_chosen } from "../eoffice/tanda_tangan";
import { show_keys, teach_keys } from "./kunci";
import { teach_search } from "./cari_lembar";
import { tell_of_session_end } from "./sesi";

const MARK_READ = "eoffice_app.persuratan.disposisi.langkah.mark_read";
// Whoever only passes a letter on his way to the next has not read it.
const READ_AFTER = 2000;
const PHONE = window.matchMedia("(max-width: 767px)");

/**
 * Show Meja on its page.
 *
 * @param {object} wrapper of the page
 * @returns {object} `come_up()` and `go_down()`, called as the page comes and goes
 */
export function show_meja(wrapper) {
	$(wrapper).find(".container").addClass("meja-lebar");
	const $meja = $(get_frame_html()).appendTo($(wrapper).find(".layout-main-section"));
	const meja = {
		$meja,
		$daftar: $meja.find(".meja-daftar"),
		$isian: $meja.find(".meja-isian"),
		viewer: make_viewer($meja.find(".meja-lembar")),
		state: { kelompok: "disposisi", jumlah: {}, baris: [], jabatan: [], dicentang: new Set() },
		ready: new Map(),
		asked: 0,
	};
	meja.search = teach_search(meja.viewer);
	meja.watch = make_watch($meja.find(".meja-kabar"), () => refresh(meja));
	meja.decisions = make_decisions($meja.find(".meja-tertunda"), {
		failed: (kunci, text) => tell_failed(meja, kunci, text),
		undone: (kunci, tindakan, isi) => take_back(meja, kunci, tindakan, isi),
		sent: () => refresh(meja),
	});
	const acts = get_acts(meja);
	listen(meja, acts);
	teach_keys(get_keys(meja, acts), () => $meja.is(":visible"));
	tell_of_session_end(() => $meja.is(":visible"));
	window.addEventListener("resize", () => fit(meja));
	add_page_actions(wrapper);
	$(wrapper).on("hide", () => meja.watch.stop());
	return { come_up: () => come_up(meja) };
}

function add_page_actions({ page }) {
	page.set_secondary_action(__("Tombol papan ketik (?)"), show_keys);
	// Who has no keyboard needs no help with it.
	page.btn_secondary.addClass("hidden-xs");
}

/** The page comes up: with everything at the first time, later with what changed. */
async function come_up(meja) {
	fit(meja);
	const asked = read_asked();
	if (meja.begun && !asked.from_form) {
		meja.watch.start();
		refresh(meja);
		return;
	}
	meja.begun = true;
	try {
		const wished = read_sending() || asked.surat;
		const answer = await ask("get_meja", {
			kelompok: asked.kelompok,
			...(wished ? name_letter(split_key(wished)) : {}),
		});
		const { surat, frasa, antrean, ...facts } = answer;
		Object.assign(meja.state, facts, antrean, { dicentang: new Set() });
		meja.frasa = frasa;
		if (surat) meja.ready.set(surat.kunci, Promise.resolve(surat));
		draw_list(meja.$daftar, meja.state);
		const wanted = meja.state.baris.find(({ kunci }) => kunci === wished);
		await choose(meja, wanted || meja.state.baris[0], { stay: !wanted });
		meja.watch.start();
	} catch (error) {
		meja.begun = false;
		tell_unloaded(meja, error.message);
	}
}

/** What a letter's form asks for, or the address: `kelompok`, and `surat`, the key of what waits. */
function read_asked() {
	const { kelompok, surat } = frappe.route_options || {};
	frappe.route_options = null;
	if (surat) return { kelompok, surat, from_form: true };
	const query = new URLSearchParams(window.location.search);
	return { kelompok: query.get("kelompok"), surat: query.get("surat") };
}

function split_key(kunci) {
	const [jenis_surat, surat, disposisi] = kunci.split("/");
	return { jenis_surat, surat, disposisi };
}

/** As high as the window leaves room for, whatever stands above. */
function fit(meja) {
	const top = meja.$meja.get(0).getBoundingClientRect().top + window.scrollY;
	meja.$meja.get(0).style.setProperty("--atas", `${Math.round(top)}px`);
}

async function refresh(meja) {
	const { kelompok, baris } = meja.state;
	const asked = ++meja.asked;
	try {
		const answer = await ask("get_antrean", { kelompok });
		// An answer that comes late does not overwrite a later one.
		if (asked !== meja.asked) return;
		// What was loaded further down stays, unless the server says that it is there no more.
		const known = new Set(answer.baris.map(({ kunci }) => kunci));
		const further = answer.masih ? baris.slice(answer.baris.length) : [];
		const rows = [...answer.baris, ...further.filter(({ kunci }) => !known.has(kunci))];
		Object.assign(meja.state, answer, {
			// The server may have answered before it heard what was decided.
			baris: rows.filter(({ kunci }) => !meja.decisions.has(kunci)),
		});
		drop_gone(meja);
		draw_list(meja.$daftar, meja.state);
		if (!meja.state.terpilih) await choose(meja, meja.state.baris[0], { stay: true });
	} catch {
		// The line above the list says that the connection is gone; the next time asks again.
	}
}

/** What is ticked and waits no more, as what another window decided, is neither counted nor acted upon. */
function drop_gone({ state, decisions }) {
	const waiting = new Set(state.baris.map(({ kunci }) => kunci));
	const gone = [...state.dicentang].filter(
		(kunci) => !waiting.has(kunci) && !decisions.has(kunci)
	);
	gone.forEach((kunci) => state.dicentang.delete(kunci));
	// An open dialog names its letters, and tells of each what became of it.
	if (!gone.length || window.cur_dialog) return;
	const message = __("{0} surat yang dipilih tidak lagi menunggu Anda.", [gone.length]);
	frappe.show_alert({ message, indicator: "orange" }, 10);
}

async function load_more(meja) {
	const { kelompok, baris } = meja.state;
	const answer = await ask("get_antrean", { kelompok, mulai: baris.length });
	const known = new Set(baris.map(({ kunci }) => kunci));
	const fresh = answer.baris.filter(({ kunci }) => !known.has(kunci));
	Object.assign(meja.state, answer, { baris: [...baris, ...fresh] });
	draw_list(meja.$daftar, meja.state);
}

async function change_kelompok(meja, kelompok) {
	Object.assign(meja.state, { kelompok, baris: [], terpilih: null, dicentang: new Set() });
	meja.asked++;
	const answer = await ask("get_antrean", { kelompok });
	// Another list was chosen meanwhile.
	if (meja.state.kelompok !== kelompok) return;
	Object.assign(meja.state, answer);
	draw_list(meja.$daftar, meja.state);
	await choose(meja, meja.state.baris[0], { stay: true });
}

/**
 * Show one of what waits.
 *
 * @param {object} meja
 * @param {object} [row] of the list; nothing empties the page
 * @param {object} [options]
 * @param {boolean} [options.stay] on a phone, whether the list stays in front
 * @param {string} [options.tindakan] which decision to begin with
 */
async function choose(meja, row, { stay = false, tindakan } = {}) {
	const kunci = row?.kunci || null;
	meja.state.terpilih = kunci;
	mark_chosen(meja.$daftar, kunci);
	keep_in_address(meja);
	if (!stay && PHONE.matches) show_screen(meja.$meja, "lembar");
	if (!row) {
		show_nothing(meja);
		return;
	}
	try {
		const letter = await get_letter(meja, row);
		if (meja.state.terpilih !== kunci) return;
		show(meja, letter, tindakan);
	} catch (error) {
		if (meja.state.terpilih === kunci) tell_unloaded(meja, error.message);
	}
}

function show(meja, letter, tindakan) {
	meja.letter = letter;
	meja.search.clear();
	const uncounted = letter.jenis_surat === "Surat Keluar" && !letter.halaman;
	if (uncounted) letter.menunggu ||= __("Memuat halaman …");
	meja.viewer.show(letter);
	show_form(meja.$isian, letter, meja.frasa, tindakan);
	meja.$isian.scrollTop(0);
	if (uncounted) show_draft(meja, letter);
	clearTimeout(meja.reading);
	if (letter.disposisi?.status === "Terkirim") {
		meja.reading = setTimeout(() => mark_read(letter), READ_AFTER);
	}
	prepare_next(meja);
}

async function show_draft(meja, letter) {
	await count_pages(letter);
	if (meja.letter === letter) meja.viewer.show(letter);
}

function mark_read({ surat }) {
	post(MARK_READ, { surat_masuk: surat }).catch(() => {});
}

/** What was made ready is shown once; whoever comes back to a letter sees it as it is then. */
async function get_letter(meja, row) {
	const ready = meja.ready.get(row.kunci);
	meja.ready.delete(row.kunci);
	return (ready && (await ready)) || ask("get_surat", name_letter(row));
}

async function prepare_next(meja) {
	const row = get_neighbour(meja, 1);
	if (!row || meja.ready.has(row.kunci)) return;
	meja.ready.clear();
	const asked = ask("get_surat", { ...name_letter(row), disiapkan: 1 }).catch(() => null);
	meja.ready.set(row.kunci, asked);
	const letter = await asked;
	if (letter?.jenis_surat === "Surat Keluar") await count_pages(letter);
	meja.viewer.prepare(letter);
}

function get_neighbour(meja, step) {
	const { baris, terpilih } = meja.state;
	const at = baris.findIndex(({ kunci }) => kunci === terpilih);
	return at < 0 ? baris[0] : baris[at + step];
}

function show_nothing(meja) {
	meja.letter = null;
	meja.viewer.show(null);
	meja.$isian.html(`<p class="meja-kosong">${__("Tidak ada yang menunggu di sini.")}</p>`);
}

function tell_unloaded(meja, text) {
	meja.viewer.show(null);
	meja.$isian.html(`<p class="meja-kosong">${escape_text(text)}</p>
		<button type="button" class="btn btn-default btn-sm muat-ulang">${__("Muat ulang")}</button>`);
}

/** Send what stands in the form; the next letter comes at once. */
function send(meja) {
	const { letter } = meja;
	const tindakan = letter && get_tindakan(meja.$isian);
	if (!tindakan) return;
	if (tindakan === "Tanda Tangan") {
		sign(meja, letter);
		return;
	}
	const missing = find_missing(meja.$isian);
	tell_missing(meja.$isian, missing);
	if (missing) return;
	const isi = read_form(meja.$isian);
	keep_form(meja.$isian);
	note_sending(letter.kunci);
	const row = meja.state.baris.find(({ kunci }) => kunci === letter.kunci);
	meja.taken = { ...meja.taken, [letter.kunci]: row };
	meja.decisions.decide(letter, tindakan, isi).then((accepted) => {
		if (accepted) forget_draf(letter.kunci);
	});
	leave(meja, letter.kunci);
}

function leave(meja, kunci) {
	const next = get_neighbour(meja, 1) || get_neighbour(meja, -1);
	const { state } = meja;
	state.baris = state.baris.filter((row) => row.kunci !== kunci);
	state.dicentang.delete(kunci);
	state.jumlah[state.kelompok] = Math.max(0, (state.jumlah[state.kelompok] || 0) - 1);
	const staying = state.terpilih !== kunci;
	draw_list(meja.$daftar, state);
	if (!staying) choose(meja, next);
	if (state.masih && state.baris.length < 10) load_more(meja);
}

function take_back(meja, kunci, tindakan, isi) {
	restore_draf(kunci, tindakan, isi);
	const row = meja.taken?.[kunci];
	if (row) put_back(meja, { ...row, gagal: null });
	choose(meja, row, { tindakan });
	if (PHONE.matches) show_screen(meja.$meja, "isian");
}

/** It comes back to the list with why, and takes nobody from the letter that he is at. */
function tell_failed(meja, kunci, text) {
	const row = meja.taken?.[kunci];
	if (row) put_back(meja, { ...row, gagal: text });
	frappe.show_alert({ message: escape_text(text), indicator: "red" }, 10);
}

function put_back(meja, row) {
	const others = meja.state.baris.filter(({ kunci }) => kunci !== row.kunci);
	meja.state.baris = [row, ...others];
	meja.ready.delete(row.kunci);
	draw_list(meja.$daftar, meja.state);
}

function sign(meja, letter) {
	sign_chosen({
		get_checked_items: () => [{ ...letter.kepala, name: letter.surat }],
		refresh: () => change_kelompok(meja, meja.state.kelompok),
	});
}

function act_on_chosen(meja) {
	const { kelompok, baris, dicentang } = meja.state;
	const rows = baris.filter(({ kunci }) => dicentang.has(kunci));
	rows.forEach((row) => (meja.taken = { ...meja.taken, [row.kunci]: row }));
	act_on_several(kelompok, rows, meja.decisions, {
		left: (kunci) => leave(meja, kunci),
		refused: (row, text) => put_back(meja, { ...row, gagal: text }),
		signed: () => change_kelompok(meja, kelompok),
	});
}

function open_per_recipient(meja) {
	const { letter } = meja;
	open_dialog_disposisi(letter.surat, letter.pilihan, () => leave(meja, letter.kunci));
}

/** What its keys and buttons have Meja do. */
function get_acts(meja) {
	const find = (key) => meja.state.baris.find(({ kunci }) => kunci === key);
	return {
		act_on_chosen: () => act_on_chosen(meja),
		change_kelompok: (kelompok) => change_kelompok(meja, kelompok),
		choose: (kunci) => choose(meja, find(kunci)),
		load_again: () => (meja.begun ? refresh_letter(meja) : come_up(meja)),
		load_more: () => load_more(meja),
		open_per_recipient: () => open_per_recipient(meja),
		send: () => send(meja),
		step: (by) => step(meja, by),
	};
}

function keep_in_address({ state }) {
	const query = new URLSearchParams({ kelompok: state.kelompok, surat: state.terpilih || "" });
	window.history.replaceState(null, "", `${window.location.pathname}?${query}`);
}

function step(meja, by) {
	const row = get_neighbour(meja, by);
	if (row) choose(meja, row);
}

function refresh_letter(meja) {
	const row = meja.state.baris.find(({ kunci }) => kunci === meja.state.terpilih);
	choose(meja, row, { stay: true });
}
