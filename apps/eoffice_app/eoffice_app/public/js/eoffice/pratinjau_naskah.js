import { escape_text } from "./teks";

const PATH = "eoffice_app.naskah.pratinjau";
const WIDE = window.matchMedia("(min-width: 1200px)");
const WAIT_FOR_TYPING = 1200;
const WAIT_FOR_JOB = 4000;
/** A change of these is seen on the page. */
export const ON_THE_PAGE = [
	"jenis_naskah",
	"sifat",
	"derajat",
	"klasifikasi",
	"lampiran",
	"perihal",
	"isi",
	"penanda_tangan",
	"cara_tanda_tangan",
	"cara_menulis",
	"berkas_konsep",
];
const SHOWN = ["name", "modified", ...ON_THE_PAGE, "keadaan_naskah"];

/**
 * Show the pages of a letter beside its form, or on a narrow screen below its text behind a button.
 *
 * @param {object} frm form of a Surat Keluar
 */
export function show_naskah_preview(frm) {
	WIDE.onchange = () => show_naskah_preview(frm);
	const $panel = get_panel(frm);
	$panel.closest(".layout-main").toggleClass("dengan-pratinjau", WIDE.matches);
	if (is_open(frm)) draw_when_changed(frm);
}

/** The text has changed: show it once the writer pauses. */
export function refresh_naskah_preview(frm) {
	if (!frm.$naskah || !is_open(frm)) return;
	clearTimeout(frm.tunda_naskah);
	frm.tunda_naskah = setTimeout(() => draw_when_changed(frm), WAIT_FOR_TYPING);
}

/** The job has made the PDF, or given up: read what it says without touching what is being typed. */
export function follow_naskah(frm) {
	const { doctype, docname } = frm;
	frappe.db
		.get_value(doctype, docname, ["keadaan_naskah", "galat_naskah"])
		.then(({ message }) => {
			if (frm.docname !== docname) return;
			Object.assign(frm.doc, message);
			show_naskah_preview(frm);
		});
}

function is_open(frm) {
	return WIDE.matches || Boolean(frm.naskah_dibuka);
}

/** One panel for each form, moved to where there is room for it. */
function get_panel(frm) {
	frm.$naskah = frm.$naskah || make_panel(frm);
	const $home = WIDE.matches
		? $(frm.wrapper).find(".layout-main").first()
		: frm.get_field("lampiran_berkas").$wrapper.parent();
	if (!frm.$naskah.parent().is($home)) frm.$naskah.appendTo($home);
	frm.$naskah.find(".buka-naskah").toggleClass("hidden", is_open(frm));
	return frm.$naskah;
}

function make_panel(frm) {
	const $panel = $(`<aside class="pratinjau-naskah" aria-label="${__("Pratinjau naskah")}">
		<button type="button" class="btn btn-default btn-sm buka-naskah">
			${__("Lihat Pratinjau")}</button>
		<div class="keadaan-naskah" role="status" aria-live="polite"></div>
		<div class="halaman-naskah" tabindex="0"></div>
		<button type="button" class="btn btn-link btn-sm pdf-naskah hidden">
			${__("Buka PDF di jendela baru")}</button>
	</aside>`);
	$panel.find(".buka-naskah").on("click", () => {
		frm.naskah_dibuka = true;
		show_naskah_preview(frm);
	});
	$panel.find(".pdf-naskah").on("click", () => open_pdf(frm));
	return $panel;
}

/** One request at a time; what was typed meanwhile is drawn after it. */
function draw_when_changed(frm) {
	const naskah = JSON.stringify(pick(frm.doc));
	if (naskah === frm.naskah_tampil) return;
	if (frm.naskah_diminta) {
		refresh_naskah_preview(frm);
		return;
	}
	frm.naskah_diminta = true;
	const { docname } = frm;
	tell(frm, __("Menyusun pratinjau …"), "gray");
	ask("make_pratinjau", naskah)
		.then((answer) => {
			if (frm.docname !== docname) return;
			frm.naskah_tampil = answer.gagal ? null : naskah;
			show_answer(frm, answer);
		})
		.finally(() => (frm.naskah_diminta = false));
}

function pick(doc) {
	const values = Object.fromEntries(SHOWN.map((field) => [field, doc[field]]));
	["tujuan", "tembusan"].forEach((table) => {
		values[table] = (doc[table] || []).map(({ jenis_penerima, penerima }) => ({
			jenis_penerima,
			penerima,
		}));
	});
	return values;
}

function show_answer(frm, { halaman, jumlah, menunggu, galat, gagal }) {
	const $panel = frm.$naskah;
	$panel.find(".pdf-naskah").toggleClass("hidden", !halaman);
	clearTimeout(frm.tunda_pekerjaan);
	// The page of another file says nothing of this one; of a text that is being typed the last one still helps.
	if (!halaman && frm.doc.cara_menulis === "Berkas")
		show_pages($panel.find(".halaman-naskah"), []);
	if (menunggu) {
		tell(frm, menunggu, "orange");
		frm.tunda_pekerjaan = setTimeout(() => ask_again(frm), WAIT_FOR_JOB);
		return;
	}
	if (galat || gagal) {
		tell(frm, galat || gagal, "red");
		return;
	}
	tell(frm, halaman.length < jumlah ? tell_left_out(halaman.length, jumlah) : "", "gray");
	show_pages($panel.find(".halaman-naskah"), halaman);
}

function ask_again(frm) {
	frm.naskah_tampil = null;
	if (frm.$naskah.is(":visible")) draw_when_changed(frm);
}

function tell_left_out(shown, count) {
	return __("{0} dari {1} halaman ditampilkan. Buka PDF untuk melihat semuanya.", [
		shown,
		count,
	]);
}

function tell(frm, text, color) {
	const html = text ? `<p class="text-${color} small">${escape_text(text)}</p>` : "";
	frm.$naskah.find(".keadaan-naskah").attr("data-warna", color).html(html);
}

/** The pictures that are there get new content, so that the reader stays where he was. */
function show_pages($place, pages) {
	$place.children("img").slice(pages.length).remove();
	pages.forEach((source, index) => {
		const $page = $place.children("img").eq(index);
		const alt = __("Halaman {0}", [index + 1]);
		if ($page.length) $page.attr({ src: source, alt });
		else $("<img>").attr({ src: source, alt }).appendTo($place);
	});
}

/** The window is opened at the click itself; browsers block one that opens after waiting. */
function open_pdf(frm) {
	const opened = window.open("", "_blank");
	ask("make_pratinjau_pdf", JSON.stringify(pick(frm.doc))).then(({ pdf, ...why }) => {
		if (!pdf) {
			opened?.close();
			show_answer(frm, why);
			return;
		}
		const bytes = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0));
		const address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
		if (opened) opened.location = address;
		else window.location.assign(address);
	});
}

/** Without Frappe's windows and its freezing: it runs while somebody writes. Never rejects. */
async function ask(method, naskah) {
	const headers = {
		"X-Frappe-CSRF-Token": frappe.csrf_token,
		"Content-Type": "application/json",
		Accept: "application/json",
	};
	try {
		const body = JSON.stringify({ naskah });
		const options = { method: "POST", headers, body };
		const response = await fetch(`/api/method/${PATH}.${method}`, options);
		const { message } = await response.json();
		if (message) return message;
	} catch {
		// Told below: the writer goes on, and the next pause asks again.
	}
	return {
		gagal: __("Pratinjau belum dapat dimuat. Periksa sambungan; naskah Anda tetap aman."),
	};
}
