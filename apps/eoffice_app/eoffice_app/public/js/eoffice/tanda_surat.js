import { escape_text } from "./teks";

/**
 * What is not ordinary about a letter must be seen without opening it.
 *
 * @param {object} letter `sifat` and `derajat`
 * @returns {string} HTML; nothing for an ordinary letter
 */
export function get_marks_html({ sifat, derajat }) {
	return [
		[derajat, "orange"],
		[sifat, "red"],
	]
		.filter(([value]) => value && value !== "Biasa")
		.map(([value, color]) => get_pill_html(value, color))
		.join(" ");
}

/** The degree or kind of a letter: as a mark where it is not ordinary, else as plain words. */
export function get_mark_html(value, color) {
	return value && value !== "Biasa" ? get_pill_html(value, color) : escape_text(__(value));
}

function get_pill_html(value, color) {
	const label = escape_text(__(value));
	return `<span class="indicator-pill no-indicator-dot ${color}">${label}</span>`;
}
