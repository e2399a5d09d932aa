import { escape_text } from "../eoffice/teks";
import { get_head_html } from "./kepala";
import { forget_draf, keep_draf, read_draf } from "./draf";

// The keys beside the chips; letters of instructions stand in one row of the keyboard.
export const KUNCI_JABATAN = "1234567890";
export const KUNCI_INSTRUKSI = "qwertyuiop";
const WITH_NOTE = {
	"Tanpa Disposisi": { field: "catatan" },
	"Paraf Surat": { field: "catatan" },
	"Paraf Konsep": { field: "catatan" },
	"Umpan Balik": { field: "umpan_balik", required: true },
	"Terima Umpan Balik": {},
	"Kembalikan Umpan Balik": { field: "catatan", required: true },
	"Kembalikan Konsep": { field: "catatan", required: true },
	"Tanda Tangan": {},
};

/** What may be decided, in the words of its button. */
export function name_tindakan(tindakan) {
	return {
		Disposisi: __("Disposisi"),
		"Tanpa Disposisi": __("Tanpa Disposisi"),
		"Paraf Surat": __("Beri Paraf"),
		"Umpan Balik": __("Umpan Balik"),
		"Terima Umpan Balik": __("Terima"),
		"Kembalikan Umpan Balik": __("Kembalikan"),
		"Paraf Konsep": __("Beri Paraf"),
		"Kembalikan Konsep": __("Kembalikan"),
		"Tanda Tangan": __("Tanda Tangani"),
	}[tindakan];
}

/**
 * Show a letter's head and the form of what may be decided on it; what was typed on it before stands there again.
 *
 * @param {jQuery} $place the column
 * @param {object} letter what `get_surat` answered
 * @param {string[]} frasa the office's phrases
 * @param {string} [wanted] which decision to begin with
 */
export function show_form($place, letter, frasa, wanted) {
	const draf = read_draf(letter.kunci) || {};
	const tindakan = [wanted, draf.tindakan, letter.tindakan[0]].find((name) =>
		letter.tindakan.includes(name)
	);
	$place.html(`${get_head_html(letter)}
		<form class="meja-formulir" data-kunci="${escape_text(letter.kunci)}" data-tindakan="${escape_text(tindakan || "")}">
			${get_choice_html(letter.tindakan, tindakan)}
			${tindakan ? get_fields_html(letter, tindakan, frasa) : get_nothing_html(letter)}
			<p class="perlu-diperbaiki hidden" role="alert"></p>
			${tindakan ? get_send_html(tindakan) : ""}
		</form>`);
	fill($place, draf);
}

/**
 * Keep what stands in the form, so that it is there again.
 *
 * A field that goes while it is typed in says so as it goes, when another letter is chosen already: the form itself knows
 * whose it is.
 */
export function keep_form($place) {
	const tindakan = get_tindakan($place);
	const kunci = $place.find(".meja-formulir").attr("data-kunci");
	if (tindakan) keep_draf(kunci, { tindakan, ...read_form($place) });
}

/** Put back what was decided and taken back. */
export function restore_draf(kunci, tindakan, isi) {
	keep_draf(kunci, { tindakan, ...isi });
}

export { forget_draf };

/** @returns {string} what the form decides, "" where nothing may be decided */
export function get_tindakan($place) {
	return $place.find(".meja-formulir").attr("data-tindakan") || "";
}

/** @returns {object} the arguments of the decision, as the server takes them */
export function read_form($place) {
	const values = {};
	$place.find("[data-nilai]").each((_index, field) => {
		values[field.dataset.nilai] =
			field.type === "checkbox" ? Number(field.checked) : field.value.trim();
	});
	["kepada", "instruksi"].forEach((name) => {
		const chips = $place.find(`[data-${name}]`).toArray();
		if (!chips.length) return;
		values[name] = chips
			.filter((chip) => chip.getAttribute("aria-pressed") === "true")
			.map((chip) => chip.dataset[name]);
	});
	return values;
}

/** @returns {string} what is missing in the form, "" where it can be sent */
export function find_missing($place) {
	const tindakan = get_tindakan($place);
	const values = read_form($place);
	if (tindakan === "Disposisi") {
		if (!values.kepada.length) return __("Pilih sedikitnya satu jabatan.");
		if (!values.instruksi.length && !values.catatan)
			return __("Pilih paling sedikit satu instruksi, atau tulis catatan.");
		return "";
	}
	const { field, required } = WITH_NOTE[tindakan] || {};
	if (!required || values[field]) return "";
	return field === "umpan_balik"
		? __("Tulis dulu hasil pelaksanaannya.")
		: __("Tulis dulu alasannya, agar penerima tahu.");
}

/** Say in the form what is missing. */
export function tell_missing($place, text) {
	$place.find(".perlu-diperbaiki").text(text).toggleClass("hidden", !text);
}

/** Press a chip, or let go of it. */
export function press(chip) {
	chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") !== "true");
}

/** Put a phrase of the office behind what stands in the note. */
export function add_phrase($place, text) {
	const $note = $place.find("textarea");
	const before = $note.val().trim();
	$note.val(before ? `${before.replace(/[.;]?$/, ".")} ${text}` : text).trigger("input");
}

function get_choice_html(daftar, tindakan) {
	if (daftar.length < 2) return "";
	const buttons = daftar.map(
		(name) => `<button type="button" class="btn btn-xs ${name === tindakan ? "btn-primary" : "btn-default"}"
			data-pilih="${name}" aria-pressed="${name === tindakan}">${name_tindakan(name)}</button>`
	);
	return `<div class="meja-tindakan" role="group" aria-label="${__("Tindakan")}">${buttons.join("")}</div>`;
}

function get_nothing_html({ jenis_surat, pilihan, kepala }) {
	const text =
		jenis_surat === "Surat Keluar"
			? kepala.workflow_state === "Dikembalikan"
				? __("Konsep ini dikembalikan kepada Anda. Perbaiki pada formulirnya.")
				: __("Konsep ini diurus pada formulirnya.")
			: pilihan?.sebab;
	return `<p class="meja-kosong">${escape_text(text)}</p>`;
}

function get_fields_html(letter, tindakan, frasa) {
	if (tindakan === "Disposisi") return get_disposisi_fields_html(letter, frasa);
	const { field, required } = WITH_NOTE[tindakan];
	const warning =
		tindakan === "Tanpa Disposisi"
			? `<p class="text-muted">${__("Surat ini menjadi Selesai tanpa disposisi.")}</p>`
			: "";
	const version =
		tindakan === "Paraf Konsep"
			? `<input type="hidden" data-nilai="versi" value="${cint(letter.kepala.versi)}">`
			: "";
	return warning + version + (field ? get_note_html(field, required) : "");
}

function get_note_html(field, required) {
	const label =
		field === "umpan_balik"
			? __("Hasil pelaksanaan")
			: required
				? __("Apa yang perlu diperbaiki")
				: __("Catatan (boleh kosong)");
	return `<label class="meja-catatan">${label}
		<textarea class="form-control" rows="3" data-nilai="${field}"></textarea></label>`;
}

function get_disposisi_fields_html({ pilihan }, frasa) {
	const direct = pilihan.penerima.filter(({ tingkat }) => tingkat === 1);
	const deeper = pilihan.penerima.filter(({ tingkat }) => tingkat > 1);
	return `${get_writer_html(pilihan.dari)}
		<fieldset><legend>${__("Diteruskan kepada")}</legend>
			<div class="meja-keping">${direct.map(get_post_html).join("")}</div>
			${
				deeper.length
					? `<details ${direct.length ? "" : "open"}>
				<summary>${__("Tampilkan semua tingkat")} (${deeper.length})</summary>
				<div class="meja-keping">${deeper.map((post) => get_post_html(post)).join("")}</div></details>`
					: ""
			}
		</fieldset>
		<fieldset><legend>${__("Dengan hormat harap")}</legend>
			<div class="meja-keping">${pilihan.instruksi.map(get_instruction_html).join("")}</div>
		</fieldset>
		<label class="meja-catatan">${__("Catatan")} <kbd>c</kbd>
			<textarea class="form-control" rows="2" data-nilai="catatan"></textarea></label>
		<div class="meja-keping frasa" role="group" aria-label="${__("Frasa catatan")}">
			${frasa.map(get_phrase_html).join("")}</div>
		<div class="meja-baris-isian">
			<label>${__("Batas Waktu")} <kbd>b</kbd>
				<input type="date" class="form-control" data-nilai="batas_waktu"
					min="${escape_text(pilihan.hari_ini)}"
					value="${escape_text(pilihan.batas_waktu_usulan || "")}"></label>
			<label class="centang"><input type="checkbox" data-nilai="perlu_jawaban" checked>
				${__("Perlu umpan balik")}</label>
		</div>
		<button type="button" class="btn btn-link btn-xs per-penerima">${__("Atur per penerima …")}</button>`;
}

/** Only who acts for several posts on this letter is asked in whose name he writes. */
function get_writer_html(dari) {
	if (dari.length < 2) {
		return `<input type="hidden" data-nilai="dari" value="${escape_text(dari[0]?.jabatan)}">`;
	}
	const options = dari.map(
		(post) =>
			`<option value="${escape_text(post.jabatan)}">${escape_text(post.sebagai)}</option>`
	);
	return `<label>${__("Sebagai")}
		<select class="form-control" data-nilai="dari">${options.join("")}</select></label>`;
}

function get_post_html(post, index) {
	const vacant = !post.pemangku;
	const acting = post.sebagai && post.sebagai !== post.nama_jabatan ? ` (${post.sebagai})` : "";
	const holder = vacant ? __("belum ada pemangku") : `${post.pemangku}${acting}`;
	return `<button type="button" class="keping" data-kepada="${escape_text(post.jabatan)}"
		data-dari="${escape_text((post.dari || []).join(" "))}" aria-pressed="false"
		${vacant ? "disabled" : ""}>${get_key_html(KUNCI_JABATAN, index)}${escape_text(post.nama_jabatan)}
		<small>${escape_text(holder)}</small></button>`;
}

function get_instruction_html(name, index) {
	return `<button type="button" class="keping" data-instruksi="${escape_text(name)}"
		aria-pressed="false">${get_key_html(KUNCI_INSTRUKSI, index)}${escape_text(__(name))}</button>`;
}

function get_phrase_html(text) {
	return `<button type="button" class="keping" data-frasa="${escape_text(text)}">${escape_text(text)}</button>`;
}

function get_key_html(keys, index) {
	const key = index === undefined ? "" : keys[index];
	return key ? `<kbd>${key}</kbd> ` : "";
}

function get_send_html(tindakan) {
	const label = tindakan === "Disposisi" ? __("Kirim Disposisi") : name_tindakan(tindakan);
	return `<div class="meja-kirim"><button type="submit" class="btn btn-primary">${label}
		<kbd>Ctrl+Enter</kbd></button></div>`;
}

function fill($place, draf) {
	Object.entries(draf).forEach(([name, value]) => {
		const field = $place.find(`[data-nilai="${name}"]`).get(0);
		if (!field || field.type === "hidden") return;
		if (field.type === "checkbox") field.checked = Boolean(value);
		else field.value = value;
	});
	["kepada", "instruksi"].forEach((name) => {
		$place.find(`[data-${name}]:enabled`).each((_index, chip) => {
			const pressed = (draf[name] || []).includes(chip.dataset[name]);
			chip.setAttribute("aria-pressed", pressed);
			if (pressed) chip.closest("details")?.setAttribute("open", "");
		});
	});
}
