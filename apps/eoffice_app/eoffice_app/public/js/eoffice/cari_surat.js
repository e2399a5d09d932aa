import { get_hit_html } from "./hasil_cari";
import { show_saringan } from "./saringan_cari";

const PATH = "eoffice_app.pencarian.cari.search_letters";
const PAGE = "cari-surat";
const SHORTCUT = "shift+ctrl+f";
const WAIT = 250;
// On a phone what is found comes first, and what narrows it down when asked for.
const WIDE = window.matchMedia("(min-width: 768px)");
const STEP_OF_KEY = { ArrowDown: 1, ArrowUp: -1 };

/** Let Ctrl+Shift+F open the search from everywhere in the desk, and "/" lead to it on its page. */
export function listen_for_search() {
	if (!frappe.model.can_read("Surat Masuk")) return;
	frappe.ui.keys.add_shortcut({
		shortcut: SHORTCUT,
		action: open_search,
		description: __("Cari Surat"),
		ignore_inputs: true,
	});
}

/** Open the search beside what one is doing, as for who has a caller on the phone. */
export function open_search() {
	if ($(".dialog-cari-surat:visible").length) return;
	const dialog = new frappe.ui.Dialog({ title: __("Cari Surat"), size: "large" });
	dialog.$wrapper.addClass("dialog-eoffice dialog-cari-surat");
	dialog.$wrapper.on("hidden.bs.modal", () => dialog.$wrapper.remove());
	const finder = make_finder($(dialog.body));
	finder.$list.on("click", "a", () => dialog.hide());
	dialog.set_secondary_action_label(__("Saring dan urutkan"));
	dialog.set_secondary_action(() => {
		dialog.hide();
		frappe.set_route(PAGE).then(() => set_question(finder.$search.val()));
	});
	dialog.$wrapper.on("shown.bs.modal", () => finder.$search.trigger("focus"));
	dialog.show();
}

/**
 * Show the search on its page: what is asked and how it is narrowed down stands in the address, so that it can be kept and sent.
 *
 * @param {object} page wrapper of the page
 */
export function show_search_page(page) {
	const $place = $(`<div class="halaman-cari">`).appendTo($(page).find(".layout-main-section"));
	const finder = make_finder($place);
	finder.saringan = show_saringan(finder.$saringan, () => find(finder));
	$place.find(".kotak-saringan").removeClass("hidden").prop("open", WIDE.matches);
	finder.on_asked = keep_in_address;
	page.finder = finder;
	$(document).on("keydown", (event) => focus_on_slash(finder, event));
}

/** The page comes up, by its address or again: ask what the address says unless that is shown already. */
export async function refresh_search_page({ finder }) {
	const asked = new URLSearchParams(window.location.search);
	if (asked.toString() && asked.toString() !== finder.address) {
		await finder.saringan.ready;
		finder.$search.val(asked.get("teks") || "");
		await finder.saringan.set(Object.fromEntries(asked));
		find(finder);
	} else if (finder.address) {
		window.history.replaceState(null, "", `?${finder.address}`);
	}
	finder.$search.trigger("focus").trigger("select");
}

function set_question(text) {
	const { finder } = frappe.pages[PAGE];
	finder.$search.val(text).trigger("focus");
	find(finder);
}

function make_finder($place) {
	$place.html(get_html());
	const finder = {
		$place,
		$search: $place.find("input[type=search]"),
		$saringan: $place.find(".saringan-cari"),
		$status: $place.find(".petunjuk-cari"),
		$list: $place.find("ul"),
		$more: $place.find(".lanjut-cari"),
		letters: [],
	};
	const find_soon = frappe.utils.debounce(() => find(finder), WAIT);
	finder.$search.on("input", find_soon);
	finder.$search.on("keydown", (event) => act_on_key(finder, event));
	finder.$more.on("click", () => find(finder, finder.lanjut));
	$place.on("click", ".hapus-saringan", () => finder.saringan.set({}).then(() => find(finder)));
	$place.on("click", ".coba-lagi", () => find(finder));
	return finder;
}

function get_html() {
	const hint = __("Nomor, pengirim, perihal, atau kata di dalam surat");
	return `<div class="cari-surat">
		<input type="search" class="form-control" autocomplete="off" spellcheck="false" maxlength="500"
			placeholder="${hint}" aria-label="${hint}" aria-controls="hasil-cari">
		<details class="kotak-saringan hidden">
			<summary>${__("Saringan dan urutan")}</summary>
			<div class="saringan-cari"></div>
		</details>
		<div class="petunjuk-cari" role="status" aria-live="polite">${get_hint_html()}</div>
		<ul id="hasil-cari"></ul>
		<button type="button" class="btn btn-default btn-sm lanjut-cari hidden">${__(
			"Tampilkan berikutnya"
		)}</button>
	</div>`;
}

function get_hint_html() {
	return `${__("Ketik apa yang Anda ingat, misalnya")} <kbd>${__("rapat anggaran")}</kbd>,
		<kbd>005/123</kbd>, ${__("atau kata berurutan dalam tanda kutip")}
		<kbd>"${__("bimbingan teknis")}"</kbd>. ${__("Panah memilih, Enter membuka.")}`;
}

function find(finder, mulai = 0) {
	const teks = finder.$search.val().trim();
	const { urut, ...saringan } = finder.saringan ? finder.saringan.get() : {};
	// An answer to an earlier question may arrive late: only the newest question is answered.
	const question = (finder.question = {});
	const is_newest = () => finder.question === question;
	finder.asked = teks;
	finder.on_asked?.(finder, { teks, ...saringan, urut });
	if (!teks && !Object.keys(saringan).length) {
		show(finder, { surat: [], lanjut: null }, get_hint_html());
		return;
	}
	finder.is_waiting = true;
	setTimeout(() => is_newest() && finder.is_waiting && tell_waiting(finder), WAIT);
	const args = { teks, saringan: JSON.stringify(saringan), terbaik: urut ? 1 : 0, mulai };
	frappe.call({ method: PATH, type: "GET", args }).then(
		({ message }) => is_newest() && take(finder, message, mulai),
		() => is_newest() && tell_failure(finder)
	);
}

function tell_waiting({ $status, $place }) {
	$place.find(".cari-surat").attr("aria-busy", "true");
	$status.text(__("Mencari …"));
}

function tell_failure(finder) {
	show(
		finder,
		{ surat: [], lanjut: null },
		`${__("Pencarian gagal. Periksa sambungan Anda, lalu coba lagi.")}
		<button type="button" class="btn btn-xs btn-default coba-lagi">${__("Coba lagi")}</button>`
	);
}

function take(finder, answer, mulai) {
	// Letters that the index has taken in since come once more.
	const known = new Set((mulai ? finder.letters : []).map(({ name }) => name));
	const added = answer.surat.filter(({ name }) => !known.has(name));
	const surat = mulai ? [...finder.letters, ...added] : added;
	show(
		finder,
		{ ...answer, surat },
		tell_count(finder, surat, answer),
		mulai ? finder.letters.length : 0
	);
}

function tell_count(finder, letters, { lanjut, tertinggal, disusun }) {
	const count = letters.length
		? lanjut
			? __("{0} surat teratas", [letters.length])
			: __("{0} surat ditemukan", [letters.length])
		: get_nothing_html(finder);
	return [count, tell_behind(tertinggal, disusun)].filter(Boolean).join("<br>");
}

function tell_behind(tertinggal, disusun) {
	if (disusun) {
		return __(
			"Indeks sedang disusun: untuk sementara hanya nomor lengkap dan surat terbaru yang ditemukan."
		);
	}
	return tertinggal ? __("Indeks tertinggal {0} surat.", [tertinggal]) : "";
}

function get_nothing_html(finder) {
	const narrowed = finder.saringan && Object.keys(finder.saringan.get()).length;
	const advice = __(
		"Tidak ada surat yang cocok di antara surat yang dapat Anda lihat. Coba satu kata saja dari pengirim atau perihal, tanpa tanda kutip, atau nomor agendanya."
	);
	if (!narrowed) return advice;
	return `${advice} <button type="button" class="btn btn-xs btn-default hapus-saringan">${__(
		"Hapus saringan"
	)}</button>`;
}

function show(finder, { surat, lanjut }, status, chosen = 0) {
	finder.is_waiting = false;
	finder.letters = surat;
	finder.lanjut = lanjut;
	finder.$place.find(".cari-surat").removeAttr("aria-busy");
	finder.$status.html(status);
	finder.$list.html(surat.map(get_hit_html).join(""));
	finder.$more.toggleClass("hidden", !lanjut);
	choose(finder, chosen, chosen > 0);
}

function act_on_key(finder, event) {
	if (event.key in STEP_OF_KEY) {
		event.preventDefault();
		choose(finder, finder.chosen + STEP_OF_KEY[event.key], true);
	} else if (event.key === "Enter") {
		event.preventDefault();
		press_enter(finder);
	}
}

/** What is shown may answer what stood there before: then Enter asks, and the next one opens. */
function press_enter(finder) {
	if (finder.is_waiting) return;
	if (finder.$search.val().trim() === finder.asked) {
		finder.$list.children().eq(finder.chosen).find("a").get(0)?.click();
	} else {
		find(finder);
	}
}

function choose(finder, wanted, scroll) {
	const $letters = finder.$list.children();
	finder.chosen = Math.max(0, Math.min(wanted, $letters.length - 1));
	$letters.removeClass("terpilih").removeAttr("aria-current");
	const chosen = $letters.get(finder.chosen);
	if (!chosen) return;
	$(chosen).addClass("terpilih").attr("aria-current", "true");
	if (scroll) chosen.scrollIntoView({ block: "nearest" });
}

function keep_in_address(finder, values) {
	const given = Object.entries(values).filter(([, value]) => value);
	finder.address = new URLSearchParams(given).toString();
	window.history.replaceState(null, "", finder.address ? `?${finder.address}` : location.pathname);
}

function focus_on_slash({ $search }, event) {
	if (event.key !== "/" || !$search.is(":visible")) return;
	if ($(event.target).is("input, textarea, select, [contenteditable]")) return;
	event.preventDefault();
	$search.trigger("focus").trigger("select");
}
