// What Frappe and its libraries say in English without asking for a translation.

// A picture beside words that say the same needs no text of its own.
const WITHOUT_MEANING = /alt="(?:Generic|Grid) Empty State"/g;
const NOTHING_FOUND = "No results found";
const FOUND = /^(\d+) results found$/;
const CHOSEN = /^(.*), list item (\d+) of (\d+)$/s;
const BEFORE_TYPING = /^(?:Begin typing|Type \d+ or more characters) for results\.$/;
const REFUSED = "Method Not Allowed";
const COLUMN_FILTER = /^Filter based on (.*)$/s;

/** Put the words of Frappe's scripts that no translation reaches into the user's language. */
export function translate_fixed_words() {
	// The calendar asks for the language of the account, which is empty where the office's own is meant.
	frappe.boot.user.language = frappe.boot.user.language || frappe.boot.lang;
	// An invitation to another product, in English, beside each report.
	localStorage.setItem("show_insights_banner", "false");
	silence_pictures();
	translate_suggestions();
	translate_views();
	translate_refusal();
	$(document).on("mouseenter focusin", ".dt-filter", ({ target }) => name_filter(target));
}

function silence_pictures() {
	const { htmlPrefilter } = $;
	$.htmlPrefilter = (html) => htmlPrefilter(html).replace(WITHOUT_MEANING, 'alt=""');
}

/** What a screen reader is told of the suggestions under a field, which Awesomplete writes by itself. */
function translate_suggestions() {
	const { create } = Awesomplete.$;
	Awesomplete.$.create = (tag, options) => {
		const element = create(tag, options);
		if (options?.role === "status") keep_translated(element);
		return element;
	};
}

function keep_translated(element) {
	const translate = () => {
		const text = translate_status(element.textContent);
		if (text !== element.textContent) element.textContent = text;
	};
	translate();
	new MutationObserver(translate).observe(element, { childList: true });
}

function translate_status(text) {
	if (BEFORE_TYPING.test(text)) return __("Ketik untuk mencari.");
	if (text === NOTHING_FOUND) return __("Tidak ada hasil.");
	const [, count] = text.match(FOUND) || [];
	if (count) return __("{0} hasil ditemukan.", [count]);
	const [, name, at, length] = text.match(CHOSEN) || [];
	return name ? __("{0}, baris {1} dari {2}", [name, at, length]) : text;
}

/** The views of a list are put into a translated sentence under their English names. */
function translate_views() {
	const { setup_view_menu } = frappe.views.BaseList.prototype;
	if (!setup_view_menu) return;
	frappe.views.BaseList.prototype.setup_view_menu = function () {
		setup_view_menu.call(this);
		const group = this.views_menu?.closest(".custom-btn-group");
		group?.find(".custom-btn-group-label").text(__("Tampilan {0}", [__(this.view_name)]));
	};
}

/** The server heads by it what it refuses, also to whoever must sign in again. */
function translate_refusal() {
	const { msgprint } = frappe;
	frappe.msgprint = (...given) => {
		const dialog = msgprint(...given);
		if (dialog?.$wrapper.find(".modal-title").text().trim() === REFUSED) {
			dialog.set_title(__("Tidak diperbolehkan"));
		}
		return dialog;
	};
}

function name_filter(input) {
	const [, column] = input.title.match(COLUMN_FILTER) || [];
	if (!column) return;
	input.title = __("Saring menurut {0}", [column]);
	input.setAttribute("aria-label", input.title);
}
