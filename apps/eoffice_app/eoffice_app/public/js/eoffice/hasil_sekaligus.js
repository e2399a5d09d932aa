import { escape_text } from "./teks";

/**
 * Show what became of each of several documents: those that were refused first, with the reason.
 *
 * @param {object[]} results dicts of `judul`, what the document is known by, and `galat`, why not, or nothing
 */
export function show_many_results(results) {
	const refused = results.filter(({ galat }) => galat);
	const done = results.filter(({ galat }) => !galat);
	if (!refused.length) {
		frappe.show_alert({ message: __("{0} berhasil.", [done.length]), indicator: "green" });
		return;
	}
	frappe.msgprint({
		title: __("{0} berhasil, {1} tidak", [done.length, refused.length]),
		message: `<ul class="hasil-sekaligus">${[...refused, ...done].map(get_line_html).join("")}</ul>`,
		indicator: done.length ? "orange" : "red",
	});
}

function get_line_html({ judul, galat }) {
	const [color, said] = galat ? ["red", __("tidak")] : ["green", __("berhasil")];
	return `<li><span class="indicator-pill ${color}">${said}</span>
		<strong>${escape_text(judul)}</strong>${galat ? `: ${escape_text(galat)}` : ""}</li>`;
}
