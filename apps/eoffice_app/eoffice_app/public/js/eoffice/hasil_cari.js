import { escape_text, format_day } from "./teks";

/** Show one letter that was found: a link whose hits are marked, everything escaped. */
export function get_hit_html(letter) {
	return `<li><a href="${get_link(letter)}">
		<span class="perihal">${get_pieces_html(letter.perihal)}</span>
		<strong class="di-mana">${escape_text(letter.di_mana)}</strong>
		<small>${describe(letter)}</small>
		${get_snippet_html(letter.cuplikan)}
	</a></li>`;
}

/** A hit on a scan opens the letter at its page. */
function get_link({ jenis, name, cuplikan }) {
	const page = cuplikan && cuplikan.halaman ? `?halaman=${cint(cuplikan.halaman)}` : "";
	return `${escape_text(frappe.utils.get_form_link(jenis, name))}${page}`;
}

function describe(letter) {
	const number = letter.nomor_agenda && __("agenda {0}", [letter.nomor_agenda]);
	const kind = letter.jenis_naskah || __(letter.jenis);
	const secret = letter.sifat === "Biasa" ? "" : __(letter.sifat);
	const parts = [kind, number, letter.pihak, letter.nomor_surat];
	return [...parts, format_day(letter.tanggal_surat), secret]
		.filter(Boolean)
		.map(escape_text)
		.join(" · ");
}

function get_snippet_html(cuplikan) {
	if (!cuplikan) return "";
	const place = cuplikan.halaman
		? __("Scan, halaman {0}", [cint(cuplikan.halaman)])
		: __(cuplikan.asal);
	return `<span class="cuplikan"><em>${escape_text(place)}:</em> ${get_pieces_html(
		cuplikan.potongan
	)}</span>`;
}

function get_pieces_html(pieces) {
	return pieces
		.map(([text, hit]) => (hit ? `<mark>${escape_text(text)}</mark>` : escape_text(text)))
		.join("");
}
