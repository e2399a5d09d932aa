import { ask } from "../bersama/server";
import { escape_lines, escape_text, format_day, format_moment } from "./teks";
import { take_ahead } from "./bekal";

const PATH = "eoffice_app.kisah.kisah";
const PINTU = {
	"Surat Masuk": ["get_kisah_masuk", "surat_masuk"],
	"Surat Keluar": ["get_kisah_keluar", "surat_keluar"],
};
// The latest is what one looks for; who wants to know how it began unfolds that.
const MOST = 40;

/**
 * Tell below a letter's form what has happened to it, day by day; a new one has no story yet.
 *
 * @param {object} frm the form of a Surat Masuk or Surat Keluar
 */
export function show_kisah_of(frm) {
	const { doctype, docname } = frm;
	// One form serves all letters of a kind: a new one must not tell the story of the one before.
	$(frm.wrapper).find(".kisah-surat").remove();
	if (frm.is_new()) return;
	take_ahead(frm, "kisah", () => ask_kisah(doctype, docname)).then(
		(story) => {
			// The user may have moved on to another letter while the server was answering.
			if (frm.docname !== docname) return;
			$(frm.wrapper).find(".kisah-surat").remove();
			frm.layout.wrapper.after(
				`<section class="kisah-surat" aria-labelledby="judul-kisah">
					<h4 id="judul-kisah">${__("Riwayat surat")}</h4>${get_story_html(story)}</section>`
			);
		},
		// The form is whole without it, and says itself when the server is away.
		$.noop
	);
}

/** Keep the story up to date while others write, read, answer or deliver. */
export function follow_kisah_of(frm) {
	const follow = ({ surat_masuk, surat_keluar }) => {
		if (frm.doc && frm.doc.name === (surat_masuk || surat_keluar)) show_kisah_of(frm);
	};
	frappe.realtime.on("pohon_disposisi_berubah", follow);
	frappe.realtime.on("pengiriman_berubah", follow);
}

/**
 * Be told of what changes a saved letter and what hangs on it, as only who sees the letter is.
 *
 * Frappe subscribes to one document a second only; who clicks faster would miss it.
 */
export function subscribe_to_letter({ doctype, docname }) {
	setTimeout(() => frappe.realtime.doc_subscribe(doctype, docname), 1100);
}

/**
 * The story of a letter as HTML.
 *
 * @param {string} doctype Surat Masuk or Surat Keluar
 * @param {string} name of the letter
 * @returns {Promise} resolves with HTML; rejects as `ask`
 */
export function read_kisah(doctype, name) {
	return ask_kisah(doctype, name).then(get_story_html);
}

function ask_kisah(doctype, name) {
	const [method, argument] = PINTU[doctype];
	return ask(`${PATH}.${method}?${new URLSearchParams({ [argument]: name })}`);
}

function get_story_html(story) {
	const days = group_by_day(story.slice(-MOST));
	const earlier = story.slice(0, -MOST);
	const fold = earlier.length
		? `<details><summary>${__("{0} peristiwa sebelumnya", [earlier.length])}</summary>
			${group_by_day(earlier).map(get_day_html).join("")}</details>`
		: "";
	return fold + days.map(get_day_html).join("");
}

function group_by_day(story) {
	const days = new Map();
	story.forEach((event) => {
		const day = event.waktu.slice(0, 10);
		days.set(day, [...(days.get(day) || []), event]);
	});
	return [...days];
}

function get_day_html([day, events]) {
	return `<h5>${escape_text(format_day(day))}</h5>
		<ol>${events.map(get_event_html).join("")}</ol>`;
}

function get_event_html({ waktu, kalimat, catatan }) {
	const note = catatan ? `<blockquote>${escape_lines(catatan)}</blockquote>` : "";
	return `<li><time datetime="${escape_text(waktu)}">${escape_text(
		format_moment(waktu).split(" ").pop()
	)}</time>
		<div>${escape_text(kalimat)}${note}</div></li>`;
}
