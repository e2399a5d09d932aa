import { ask_monitor } from "./server";
import { escape_text } from "../eoffice/teks";

const WAIT = 300;
const JENIS = ["Surat Masuk", "Surat Keluar"];
const RUAS = ["unit", "pejabat", "keadaan", "derajat", "jenis", "waktu", "teks"];

/**
 * The fields that narrow the monitor down; `waktu` is chosen by the figures above it.
 *
 * @param {jQuery} $place where to show them
 * @param {function} on_change called when the user chooses something
 * @returns {{get: function, set: function, offer_desks: function, ready: Promise}}
 */
export function show_saringan($place, on_change) {
	$place.html(get_html());
	const values = {};
	const change = (field, value) => {
		values[field] = value;
		on_change();
	};
	$place.on("change", "select", ({ currentTarget: { dataset, value } }) =>
		change(dataset.ruas, value)
	);
	const type = frappe.utils.debounce(({ target }) => change("teks", target.value.trim()), WAIT);
	$place.on("input", "input", type);
	const ready = ask_monitor("pemantauan.list_choices").then((choices) => {
		Object.entries(choices).forEach(([field, given]) => add_options($place, field, given));
		write($place, values);
	});
	return {
		ready,
		get: () =>
			Object.fromEntries(RUAS.map((field) => [field, values[field]]).filter(has_value)),
		set: (given) => {
			RUAS.forEach((field) => (values[field] = given[field] || ""));
			write($place, values);
		},
		offer_desks: (units) => offer_desks($place, units, values.pejabat),
	};
}

function has_value([, value]) {
	return Boolean(value);
}

function get_html() {
	const hint = __("Kata dari perihal, pengirim atau nomor");
	return `<input type="search" class="form-control input-sm" maxlength="200" data-ruas="teks"
			autocomplete="off" placeholder="${hint}" aria-label="${hint}">
		${get_select_html("unit", __("Semua unit"))}
		${get_select_html("pejabat", __("Semua pejabat"))}
		${get_select_html("jenis", __("Masuk dan keluar"), JENIS)}
		${get_select_html("keadaan", __("Semua keadaan"))}
		${get_select_html("derajat", __("Semua derajat"))}`;
}

function get_select_html(field, all, given = []) {
	return `<select class="form-control input-sm" data-ruas="${field}" aria-label="${all}">
		<option value="">${all}</option>${get_options_html(given)}</select>`;
}

/** A choice is its value, or a pair of value and what is shown for it. */
function get_options_html(given) {
	return given
		.map((value) => (Array.isArray(value) ? value : [value, __(value)]))
		.map(
			([value, shown]) =>
				`<option value="${escape_text(value)}">${escape_text(shown)}</option>`
		)
		.join("");
}

function add_options($place, field, given) {
	const $select = $place.find(`[data-ruas="${field}"]`);
	given.forEach((value) =>
		Array.isArray(value) ? offer($select, ...value) : offer($select, value, __(value))
	);
}

/** Officials come and go with the letters: those that have some now, and the one that is chosen. */
function offer_desks($place, units, chosen) {
	const $select = $place.find("[data-ruas=pejabat]");
	units.forEach((unit) =>
		unit.pejabat.forEach((desk) => offer($select, desk.pejabat, get_desk_name(desk, unit)))
	);
	select_value($select, chosen);
}

/** The same role does its part in several units. */
function get_desk_name({ jenis, nama }, unit) {
	return jenis === "peran" ? `${__(nama)}, ${unit.nama}` : nama;
}

function write($place, values) {
	$place.find("[data-ruas]").each((_index, element) => {
		const value = values[element.dataset.ruas] || "";
		if (element.tagName === "SELECT") select_value($(element), value);
		// Who is typing is not interrupted.
		else if (element !== document.activeElement) element.value = value;
	});
}

/** A value from the address stays chosen also before its choice is known by name. */
function select_value($select, value = "") {
	if (!find_option($select, value)) offer($select, value, value.replace(/^[a-z]+:/, ""));
	$select.val(value);
}

function offer($select, value, name) {
	const option = find_option($select, value);
	if (option) option.textContent = name;
	else $select.append(get_options_html([[value, name]]));
}

function find_option($select, wanted) {
	return $select
		.find("option")
		.get()
		.find(({ value }) => value === wanted);
}
