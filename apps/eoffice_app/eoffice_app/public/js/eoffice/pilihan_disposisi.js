import { escape_text } from "./teks";

/**
 * The posts a disposisi may go to, as tick boxes in the order of the office.
 *
 * Posts directly below come first; those further down stay folded away, since a disposisi normally goes
 * down level by level.
 *
 * @param {object[]} penerima `penerima` of `get_pilihan_disposisi`
 * @returns {string} HTML
 */
export function get_penerima_html(penerima) {
	const direct = penerima.filter((post) => post.tingkat === 1);
	const deeper = penerima.filter((post) => post.tingkat > 1);
	return `<fieldset class="pilihan-disposisi">
		<legend>${__("Diteruskan kepada")}</legend>
		${direct.map(get_post_html).join("")}
		${get_deeper_html(deeper, !direct.length)}
		<p class="perlu-diperbaiki hidden" role="alert"></p>
	</fieldset>`;
}

/**
 * The instructions of the office as tick boxes.
 *
 * @param {string[]} instruksi `instruksi` of `get_pilihan_disposisi`
 * @returns {string} HTML
 */
export function get_instruksi_html(instruksi) {
	return `<fieldset class="pilihan-disposisi pilihan-instruksi">
		<legend>${__("Dengan hormat harap")}</legend>
		${instruksi.map(get_instruction_html).join("")}
	</fieldset>`;
}

function get_deeper_html(deeper, open) {
	if (!deeper.length) return "";
	return `<details ${open ? "open" : ""}>
		<summary>${__("Tampilkan semua tingkat")} (${deeper.length})</summary>
		${deeper.map(get_post_html).join("")}
	</details>`;
}

function get_post_html(post) {
	const vacant = !post.pemangku;
	return `<label class="satu-pilihan ${vacant ? "tanpa-pemangku" : ""}"
			style="--tingkat: ${cint(post.tingkat) - 1}">
		<input type="checkbox" name="kepada" value="${escape_text(post.jabatan)}"
			${vacant ? "disabled" : ""}>
		<span>
			<span class="nama-pilihan">${escape_text(post.nama_jabatan)}</span>
			<small>${get_holder_html(post)}</small>
		</span>
	</label>`;
}

/** An acting official is named with the post as he signs it ("Plh. …"), for he is not whom one expects. */
function get_holder_html(post) {
	if (!post.pemangku) return __("belum ada pemangku");
	const acting = post.sebagai && post.sebagai !== post.nama_jabatan;
	return escape_text(acting ? `${post.pemangku} (${post.sebagai})` : post.pemangku);
}

function get_instruction_html(instruction) {
	return `<label class="satu-pilihan">
		<input type="checkbox" name="instruksi" value="${escape_text(instruction)}">
		<span class="nama-pilihan">${escape_text(__(instruction))}</span>
	</label>`;
}
