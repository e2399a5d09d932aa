import { escape_text, format_day } from "./teks";

const PATH = "eoffice_app.persuratan.surat_masuk.pencarian_surat.find_surat";
const SHORTCUT = "shift+ctrl+f";
const WAIT = 200;
const MOST = 20;
const STEP_OF_KEY = { ArrowDown: 1, ArrowUp: -1 };

/** Let Ctrl+Shift+F open the search from everywhere in the desk. */
export function listen_for_di_mana() {
	if (!frappe.model.can_read("Surat Masuk")) return;
	frappe.ui.keys.add_shortcut({
		shortcut: SHORTCUT,
		action: open_di_mana,
		description: __("Di mana surat saya?"),
		ignore_inputs: true,
	});
}

/** Open the search for who has a caller on the phone. */
export function open_di_mana() {
	if ($(".dialog-di-mana:visible").length) return;
	const dialog = new frappe.ui.Dialog({ title: __("Di mana surat saya?"), size: "large" });
	dialog.$wrapper.addClass("dialog-eoffice dialog-di-mana");
	dialog.$wrapper.on("hidden.bs.modal", () => dialog.$wrapper.remove());
	const $search = show_di_mana($(dialog.body), () => dialog.hide());
	dialog.$wrapper.on("shown.bs.modal", () => $search.trigger("focus"));
	dialog.show();
}

/**
 * Show the search: what is typed is looked for while typing, arrows choose, Enter opens.
 *
 * @param {jQuery} $place where to show it
 * @param {function} [on_opened] called when a letter is opened
 * @returns {jQuery} the field to type in
 */
export function show_di_mana($place, on_opened) {
	$place.html(get_html());
	const finder = { $place, on_opened, $search: $place.find("input"), $list: $place.find("ul") };
	finder.$search.on(
		"input",
		frappe.utils.debounce(() => find(finder), WAIT)
	);
	finder.$search.on("keydown", (event) => act_on_key(finder, event));
	finder.$list.on("click", "a", () => on_opened?.());
	return finder.$search;
}

function get_html() {
	const hint = __("Nomor agenda, nomor surat, pengirim, atau kata dalam perihal");
	return `<div class="di-mana-surat">
		<input type="search" class="form-control" autocomplete="off" spellcheck="false"
			placeholder="${hint}" aria-label="${hint}" aria-controls="hasil-di-mana">
		<p class="petunjuk-di-mana" role="status" aria-live="polite">${get_hint()}</p>
		<ul id="hasil-di-mana"></ul>
	</div>`;
}

function get_hint() {
	return __("Ketik apa yang disebut penanya. Panah memilih, Enter membuka.");
}

function find(finder) {
	const teks = finder.$search.val().trim();
	// An answer to an earlier question may arrive late: only the newest question is answered.
	const question = (finder.question = {});
	if (!teks) {
		show(finder, [], get_hint());
		return;
	}
	const is_newest = () => finder.question === question;
	frappe.call({ method: PATH, type: "GET", args: { teks } }).then(
		({ message }) => is_newest() && show(finder, message, tell_count(message)),
		() =>
			is_newest() &&
			show(finder, [], __("Pencarian gagal. Tunggu sebentar, lalu ketik lagi."))
	);
}

function tell_count(letters) {
	if (letters.length === MOST) {
		return __("{0} surat teratas. Tambah satu kata untuk mempersempit.", [MOST]);
	}
	if (letters.length) return __("{0} surat ditemukan", [letters.length]);
	return __(
		"Tidak ada surat yang cocok di antara surat yang dapat Anda lihat. Coba satu kata saja dari pengirim atau perihal, atau nomor agendanya."
	);
}

function show(finder, letters, status) {
	finder.$place.find(".petunjuk-di-mana").text(status);
	finder.$list.html(letters.map(get_letter_html).join(""));
	choose(finder, 0);
}

function get_letter_html(letter) {
	const link = frappe.utils.get_form_link("Surat Masuk", letter.name);
	const about = [
		__("agenda {0}", [escape_text(letter.nomor_agenda)]),
		escape_text(letter.pengirim),
		escape_text(letter.nomor_surat),
		format_day(letter.tanggal_surat),
	];
	return `<li><a href="${link}">
		<strong class="di-mana">${escape_text(letter.di_mana)}</strong>
		<span class="perihal">${escape_text(letter.perihal)}</span>
		<small>${about.filter(Boolean).join(" · ")}</small>
	</a></li>`;
}

function act_on_key(finder, event) {
	if (event.key in STEP_OF_KEY) {
		event.preventDefault();
		choose(finder, finder.chosen + STEP_OF_KEY[event.key]);
	} else if (event.key === "Enter") {
		event.preventDefault();
		open_chosen(finder);
	}
}

function choose(finder, wanted) {
	const $letters = finder.$list.children();
	finder.chosen = Math.max(0, Math.min(wanted, $letters.length - 1));
	$letters.removeClass("terpilih").removeAttr("aria-current");
	const chosen = $letters.get(finder.chosen);
	if (!chosen) return;
	$(chosen).addClass("terpilih").attr("aria-current", "true");
	chosen.scrollIntoView({ block: "nearest" });
}

function open_chosen(finder) {
	finder.$list.children().eq(finder.chosen).find("a").get(0)?.click();
}
