import { ask, Penolakan } from "../bersama/server";
import { escape_text } from "./teks";
import { is_untouched } from "./pendaftaran";
import { SIFAT_RAHASIA } from "./keadaan";

const PATH = "eoffice_app.pindai.usulan_berkas";
const MILLISECONDS_BETWEEN = 1500;
// Where the office's machine has much to do, it is asked less often.
const TIMES_TO_ASK_OFTEN = 40;
const MILLISECONDS_LATER = 6000;
// About half an hour: so long the office keeps what it read.
const TIMES_TO_ASK = 330;
const SHORTCUT = "alt+enter";
// Around what was read, in shares of the page, so that the eye finds the place.
const MARGIN_X = 0.03;
const MARGIN_Y = 0.008;
const NARROWEST = 0.5;

/**
 * Have the first scan of a new letter read, and show beside each field what stands there on the page.
 *
 * Nothing is filled in by itself, and nothing that the clerk has typed is ever replaced.
 *
 * @param {object} frm form of a Surat Masuk; of one that is registered nothing of it stays
 */
export function propose_from_scan(frm) {
	// A letter that is registered needs no proposals, and shares the form with the new one.
	const scan = frm.is_new() ? frm.doc.scan || [] : [];
	const berkas = scan.map((row) => row.berkas).find(Boolean);
	if (frm.usulan_scan?.berkas === berkas) return;
	clear(frm);
	if (!berkas || SIFAT_RAHASIA.includes(frm.doc.sifat)) return;
	frm.usulan_scan = { berkas, docname: frm.docname, usulan: [] };
	request("start_usulan", berkas).then(
		(begun) => begun && wait(frm, frm.usulan_scan),
		$.noop
	);
}

/** A letter that turns out to be secret leaves nothing behind of what was read. */
export function forget_if_secret(frm) {
	const berkas = frm.usulan_scan?.berkas;
	if (!frm.is_new() || !berkas || !SIFAT_RAHASIA.includes(frm.doc.sifat)) return;
	clear(frm);
	request("forget_usulan", berkas).catch($.noop);
}

/** What the clerk typed himself needs no proposal any more. */
export function follow_typing(frm, field) {
	if (frm.usulan_scan?.usulan.some(({ ruas }) => ruas === field)) show(frm);
}

/** Asked past the desk, which would put its words about a failing server before who is typing. */
function request(method, berkas) {
	return ask(`${PATH}.${method}`, { args: { berkas }, token: frappe.csrf_token });
}

function clear(frm) {
	if (frm.usulan_scan?.gambar) URL.revokeObjectURL(frm.usulan_scan.gambar);
	frm.usulan_scan = null;
	$(frm.wrapper).find(".usulan-scan, .kabar-usulan").remove();
}

function is_present(frm, asked) {
	return frm.usulan_scan === asked && frm.docname === asked.docname && frm.is_new();
}

/** Wait until the office has read the page or has given it up; `times` it was asked. */
function wait(frm, asked, times = 0) {
	if (!is_present(frm, asked)) return;
	if (times > TIMES_TO_ASK) return tell_nothing(frm);
	const often = times < TIMES_TO_ASK_OFTEN;
	// Each is said once: a screen reader reads out whatever is put there.
	if (!times) tell(frm, __("Membaca halaman pertama scan…"));
	if (times === TIMES_TO_ASK_OFTEN)
		tell(frm, __("Scan masih dibaca. Isi seperti biasa, usulannya menyusul."));
	setTimeout(
		() => look(frm, asked, times + 1),
		often ? MILLISECONDS_BETWEEN : MILLISECONDS_LATER
	);
}

function look(frm, asked, times) {
	if (!is_present(frm, asked)) return;
	request("get_usulan", asked.berkas).then(
		(answer) => {
			if (!is_present(frm, asked)) return;
			if (answer.keadaan === "Menunggu") wait(frm, asked, times);
			else if (answer.keadaan === "Siap") take(frm, answer);
			else tell_nothing(frm);
		},
		(error) => {
			const is_refused = error instanceof Penolakan && error.is_final();
			// What the line lost is asked for again.
			if (!is_refused) wait(frm, asked, times);
			else if (is_present(frm, asked)) tell_nothing(frm);
		}
	);
}

function take(frm, { usulan, gambar, perbandingan }) {
	Object.assign(frm.usulan_scan, { usulan, perbandingan });
	frm.usulan_scan.gambar = gambar && make_picture_address(gambar);
	frappe.ui.keys.add_shortcut({
		shortcut: SHORTCUT,
		action: () => accept_by_key(frm),
		description: __("Pakai usulan dari scan"),
		page: frm.page,
		condition: () => list_open(frm).length > 0,
		ignore_inputs: true,
	});
	show(frm);
}

function make_picture_address(base64) {
	const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
	return URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
}

/** The proposals whose fields wait for a value. */
function list_open(frm) {
	if (!frm.is_new() || !frm.usulan_scan) return [];
	return frm.usulan_scan.usulan.filter(
		({ ruas, nilai }) => frm.doc[ruas] !== nilai && is_untouched(frm, ruas)
	);
}

function show(frm) {
	$(frm.wrapper).find(".usulan-scan").remove();
	const open = list_open(frm);
	open.forEach((usulan) => show_one(frm, usulan));
	const many = open.filter(({ nilai }) => nilai).length;
	if (many) tell(frm, __("{0} usulan dari scan. Periksa, lalu pakai.", [many]), many > 0);
	else if (!frm.usulan_scan.usulan.length) tell_nothing(frm);
	else tell(frm, "");
}

function show_one(frm, usulan) {
	const { ruas, nilai, teks } = usulan;
	const value = nilai ? describe(ruas, nilai) : teks;
	const button = `<button type="button" class="btn btn-default btn-xs" title="Alt+Enter">
		${__("Pakai")}</button>`;
	const unknown = `<span class="text-muted">${__("belum ada dalam daftar Instansi")}</span>`;
	const $line = $(`<div class="usulan-scan" data-usulan="${ruas}">
		<div class="isi-usulan"><span class="tanda-usulan">${__("Usulan dari scan")}</span>
			<strong>${escape_text(value)}</strong> ${nilai ? button : unknown}</div>
		${get_strip_html(frm, usulan)}
	</div>`).appendTo(frm.get_field(ruas).$wrapper);
	$line.find(".isi-usulan button").on("click", () => accept(frm, usulan));
	$line.find(".tempat-usulan").on("click", () => show_page(frm, usulan));
}

function describe(ruas, nilai) {
	return ruas === "tanggal_surat" ? frappe.datetime.str_to_user(nilai) : nilai;
}

/** The words as they stand on the page: whoever compares need not look for them. */
function get_strip_html({ usulan_scan }, { kotak }) {
	if (!usulan_scan.gambar) return "";
	const [left, top, right, bottom] = kotak;
	const width = Math.max(right - left + 2 * MARGIN_X, NARROWEST);
	const x = Math.max(0, Math.min(left - MARGIN_X, 1 - width));
	const view = [x, top - MARGIN_Y, width, bottom - top + 2 * MARGIN_Y];
	return `<button type="button" class="tempat-usulan" title="${__("Tunjukkan pada halaman")}">
		${get_page_html(usulan_scan, kotak, view)}</button>`;
}

/** A part of the page with a frame around a place; the page is one wide and `perbandingan` high. */
function get_page_html(page, [left, top, right, bottom], [x, y, width, height]) {
	const { gambar: address, perbandingan: ratio } = page;
	return `<svg viewBox="${x} ${y * ratio} ${width} ${height * ratio}" role="img"
			aria-label="${__("Tempat usulan pada halaman scan")}">
		<image href="${address}" width="1" height="${ratio}" preserveAspectRatio="none"></image>
		<rect x="${left - 0.004}" y="${(top - 0.003) * ratio}" rx="0.003"
			width="${right - left + 0.008}" height="${(bottom - top + 0.006) * ratio}"></rect>
	</svg>`;
}

function show_page(frm, { ruas, kotak }) {
	const label = __(frm.get_field(ruas).df.label);
	const dialog = new frappe.ui.Dialog({ title: __("{0} pada scan", [label]) });
	const page = get_page_html(frm.usulan_scan, kotak, [0, 0, 1, 1]);
	dialog.$body.html(`<div class="halaman-usulan">${page}</div>`);
	dialog.show();
}

/** In a field with a proposal the key takes that one, elsewhere all. */
function accept_by_key(frm) {
	const open = list_open(frm);
	const here = open.find(({ ruas }) =>
		frm.get_field(ruas).$wrapper[0].contains(document.activeElement)
	);
	if (here) accept(frm, here);
	else accept_all(frm);
}

async function accept_all(frm) {
	for (const usulan of list_open(frm)) {
		// One may settle what another proposes: the sender brings a sifat of his own.
		if (list_open(frm).includes(usulan)) await accept(frm, usulan);
	}
}

async function accept(frm, { ruas, nilai }) {
	if (!nilai) return;
	await frm.set_value(ruas, nilai);
	show(frm);
}

function tell_nothing(frm) {
	tell(frm, __("Halaman pertama scan tidak memberi usulan. Isi seperti biasa."));
}

function tell(frm, text, with_button = false) {
	const $home = $(frm.get_field("pengirim").wrapper).closest(".form-section");
	let $place = $home.children(".kabar-usulan");
	if (!$place.length) {
		$place = $(`<div class="kabar-usulan" role="status" aria-live="polite"></div>`);
		$home.prepend($place);
	}
	const button = `<button type="button" class="btn btn-primary btn-xs" title="Alt+Enter">
		${__("Pakai Semua")}</button> <kbd>Alt+Enter</kbd>`;
	$place.toggleClass("hidden", !text).html(`${escape_text(text)} ${with_button ? button : ""}`);
	$place.find("button").on("click", () => accept_all(frm));
}
