import { escape_text } from "./teks";

/**
 * The office's checklist as tick boxes, each with room for a note.
 *
 * @param {object[]} butir dicts of `butir` and `wajib`
 * @returns {string} HTML
 */
export function get_daftar_html(butir) {
	return `<fieldset class="pilihan-disposisi">
		<legend>${__("Centang yang sudah sesuai")}</legend>
		${butir.map(get_butir_html).join("")}
		<p class="perlu-diperbaiki hidden" role="alert"></p>
	</fieldset>`;
}

/**
 * Read what was ticked and noted, in the shape the server takes.
 *
 * @param {jQuery} $place the element that holds the HTML of `get_daftar_html`
 * @returns {object[]} dicts of `butir`, `wajib`, `sesuai` and `catatan`
 */
export function read_daftar($place) {
	return $place
		.find(".butir-periksa")
		.get()
		.map((row) => ({
			butir: row.dataset.butir,
			wajib: cint(row.dataset.wajib),
			sesuai: cint(row.querySelector("[type=checkbox]").checked),
			catatan: row.querySelector("[type=text]").value.trim(),
		}));
}

/**
 * The same items to be ticked where they are not met, for a letter that goes back.
 *
 * @param {object[]} butir dicts of `butir`
 * @returns {string} HTML; nothing for an office without checklist
 */
export function get_cela_html(butir) {
	if (!butir.length) return "";
	return `<fieldset class="pilihan-disposisi daftar-cela">
		<legend>${__("Yang belum sesuai")}</legend>
		${butir.map(get_cela_satu_html).join("")}
	</fieldset>`;
}

/** Read from the HTML of `get_cela_html` what was found, in the shape of `read_daftar`. */
export function read_cela($place) {
	return $place
		.find(".daftar-cela [type=checkbox]")
		.get()
		.map(({ value, checked }) => ({ butir: value, sesuai: cint(!checked), catatan: "" }));
}

function get_cela_satu_html({ butir }) {
	return `<label class="satu-pilihan">
		<input type="checkbox" value="${escape_text(butir)}">
		<span class="nama-pilihan">${escape_text(butir)}</span>
	</label>`;
}

/** Say in one line each what was not found to be met. */
export function describe_unmet(hasil) {
	return hasil
		.filter(({ sesuai }) => !sesuai)
		.map(({ butir, catatan }) =>
			__("Belum sesuai: {0}", [catatan ? `${butir} (${catatan})` : butir])
		)
		.join("\n");
}

function get_butir_html({ butir, wajib }) {
	const name = escape_text(butir);
	const note = __("Catatan untuk {0}", [name]);
	return `<div class="butir-periksa" data-butir="${name}" data-wajib="${cint(wajib)}">
		<label class="satu-pilihan">
			<input type="checkbox">
			<span class="nama-pilihan">${name}${wajib ? get_required_html() : ""}</span>
		</label>
		<input type="text" class="form-control input-xs" maxlength="140"
			placeholder="${__("Catatan")}" aria-label="${note}">
	</div>`;
}

function get_required_html() {
	return ` <span class="wajib" title="${__("Wajib sesuai")}">*</span>`;
}
