import { escape_text, format_day } from "../eoffice/teks";

/**
 * One letter under way as a button that opens its course beside the page.
 *
 * @param {object} surat as `list_surat` gives it
 * @returns {string} HTML of a list item
 */
export function get_letter_html(surat) {
	return `<li class="${get_urgency(surat)}">
		<button type="button" class="surat-pantau" data-jenis="${escape_text(surat.jenis)}"
			data-surat="${escape_text(surat.name)}">
			<span class="perihal">${escape_text(surat.perihal)}</span>
			<span class="di-mana">${escape_text(surat.di_mana)}</span>
			<span class="keterangan">${describe(surat)}</span>
			<span class="waktu">${escape_text(get_clock(surat))}</span>
		</button>
	</li>`;
}

function get_urgency({ hari_terlambat, hari_ini }) {
	if (hari_terlambat) return "terlambat";
	return hari_ini ? "hari-ini" : "";
}

function describe(surat) {
	const number = surat.nomor_agenda && __("agenda {0}", [surat.nomor_agenda]);
	const kind = surat.jenis_naskah || __(surat.jenis);
	const secret = surat.sifat === "Biasa" ? "" : __(surat.sifat);
	return [kind, number, surat.pihak, surat.nomor_surat, secret]
		.filter(Boolean)
		.map(escape_text)
		.join(" · ");
}

/** Urgency is told by words; colour only repeats them. */
function get_clock(surat) {
	const derajat = surat.derajat === "Biasa" ? "" : __(surat.derajat);
	const age = surat.umur > 0 ? __("umur {0} hari", [surat.umur]) : __("masuk hari ini");
	return [derajat, age, get_deadline(surat)].filter(Boolean).join(" · ");
}

function get_deadline({ tenggat, hari_terlambat, hari_ini }) {
	if (!tenggat) return "";
	if (hari_terlambat) return __("terlambat {0} hari", [hari_terlambat]);
	return hari_ini
		? __("jatuh tempo hari ini")
		: __("tenggat {0}", [format_day(tenggat.slice(0, 10))]);
}
