import { KUNCI_INSTRUKSI, KUNCI_JABATAN } from "./isian";

/**
 * Teach the page its keys. Letters and digits are keys only where nobody types.
 *
 * @param {object} acts what the keys do, by the names of `get_acts`
 * @param {function} is_up whether the page is before the user
 */
export function teach_keys(acts, is_up) {
	// On the way in: the desk's own keys come after, and get only what Meja leaves.
	document.addEventListener(
		"keydown",
		(event) => {
			if (is_up() && !is_covered()) act(acts, event);
		},
		true
	);
}

function is_covered() {
	return $(".modal:visible").length > 0;
}

function act(acts, event) {
	const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
	const done = typing ? act_while_typing(acts, event) : act_freely(acts, event);
	if (!done) return;
	event.preventDefault();
	event.stopImmediatePropagation();
}

function act_while_typing(acts, event) {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return run(acts.send);
	if (event.key === "Escape") return run(() => event.target.blur());
	return false;
}

function act_freely(acts, event) {
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return run(acts.send);
	if (event.ctrlKey || event.metaKey || event.altKey) return false;
	const simple = acts.keys[event.key];
	if (simple) return run(simple);
	const post = KUNCI_JABATAN.indexOf(event.key);
	if (post >= 0) return acts.press("kepada", post);
	const instruction = KUNCI_INSTRUKSI.indexOf(event.key);
	return instruction >= 0 && acts.press("instruksi", instruction);
}

function run(action) {
	action();
	return true;
}

/** Show all keys. */
export function show_keys() {
	const rows = [
		["j / k", __("Surat berikut / sebelumnya")],
		["1 … 0", __("Pilih jabatan penerima")],
		["q … p", __("Pilih instruksi")],
		["c", __("Tulis catatan")],
		["b", __("Isi batas waktu")],
		["a", __("Tindakan lain atas surat ini")],
		["Ctrl+Enter", __("Kirim")],
		["z", __("Batalkan yang baru dikirim")],
		["n / m", __("Gulung scan ke bawah / ke atas")],
		["+ / −", __("Perbesar / perkecil scan")],
		["v", __("Putar scan")],
		["h", __("Pergi ke halaman")],
		["/", __("Cari dalam scan")],
		["g", __("Disposisi, umpan balik, paraf, tanda tangan")],
		["x", __("Centang surat untuk diparaf atau ditandatangani bersama")],
		["Esc", __("Keluar dari isian")],
	];
	const html = rows.map(([key, text]) => `<tr><td><kbd>${key}</kbd></td><td>${text}</td></tr>`);
	frappe.msgprint({
		title: __("Tombol papan ketik Meja"),
		message: `<table class="table table-sm meja-bantuan"><tbody>${html.join("")}</tbody></table>`,
	});
}
