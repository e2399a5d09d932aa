import { escape_text } from "./teks";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.berkas.gabung_scan.merge_again";
const WIDE = window.matchMedia("(min-width: 1200px)");
const PICTURE = /\.(jpe?g|png)$/i;
const FIELDS = ["keadaan_gabungan", "berkas_gabungan", "galat_gabungan"];

/**
 * Show the scans of a letter beside the form, or on a narrow screen below the table of its scans.
 *
 * What is shown is the one PDF as soon as there is one; until then each scan by itself.
 *
 * @param {object} frm form of a Surat Masuk
 */
export function show_scan_preview(frm) {
	take_wanted_page(frm);
	const $panel = show_files_beside(frm, "scan", list_berkas(frm.doc));
	if (frm.doc.keadaan_gabungan) $panel.removeClass("hidden");
	$panel.find(".keadaan-gabungan").html(get_state_html(frm.doc));
	$panel.find(".gabung-ulang").on("click", () => merge_again(frm));
}

/**
 * Show files beside a form, or on a narrow screen below the table they stand in.
 *
 * @param {object} frm
 * @param {string} table field of the table
 * @param {string[]} berkas addresses of PDF files and pictures
 * @returns {jQuery} the panel, hidden where there is nothing to show
 */
export function show_files_beside(frm, table, berkas) {
	WIDE.onchange = () => show_files_beside(frm, table, berkas);
	const $panel = get_panel(frm, table).toggleClass("hidden", !berkas.length);
	$panel
		.closest(".layout-main")
		.toggleClass("dengan-pratinjau", WIDE.matches && berkas.length > 0);
	show_tabs(frm, $panel, berkas);
	return $panel;
}

/** The job has finished: read what it says without touching what the user is typing. */
export function follow_merging(frm) {
	const { doctype, docname } = frm;
	frappe.db.get_value(doctype, { name: docname }, FIELDS).then(({ message }) => {
		if (frm.docname !== docname) return;
		Object.assign(frm.doc, message);
		show_scan_preview(frm);
	});
}

/** A hit of the search opens the letter at its page: "?halaman=3". */
function take_wanted_page(frm) {
	const page = cint(frappe.route_options?.halaman);
	if (!page) return;
	delete frappe.route_options.halaman;
	frm.halaman_dicari = { docname: frm.docname, page };
}

function get_wanted_page({ docname, halaman_dicari }) {
	return halaman_dicari?.docname === docname ? halaman_dicari.page : null;
}

function list_berkas({ scan, keadaan_gabungan, berkas_gabungan }) {
	if (keadaan_gabungan === "Selesai" && berkas_gabungan) return [berkas_gabungan];
	return (scan || []).map((row) => row.berkas).filter(Boolean);
}

/** One panel for each form, moved to where there is room for it. */
function get_panel(frm, table) {
	frm.$pratinjau =
		frm.$pratinjau ||
		$(`<aside class="pratinjau-scan" aria-label="${__("Scan surat")}">
			<div class="keadaan-gabungan" role="status" aria-live="polite"></div>
			<div class="pilihan-scan" role="group"></div>
			<div class="isi-scan"></div>
		</aside>`);
	const $home = WIDE.matches
		? $(frm.wrapper).find(".layout-main").first()
		: frm.get_field(table).$wrapper;
	if (!frm.$pratinjau.parent().is($home)) frm.$pratinjau.appendTo($home);
	return frm.$pratinjau;
}

function show_tabs(frm, $panel, berkas) {
	const shown = berkas.includes(frm.scan_tampil) ? frm.scan_tampil : berkas[0];
	const $tabs = $panel.find(".pilihan-scan").toggleClass("hidden", berkas.length < 2);
	$tabs.html(berkas.map((address, index) => get_tab_html(index, address === shown)).join(""));
	$tabs.find("button").on("click", ({ currentTarget }) => {
		frm.scan_tampil = berkas[currentTarget.dataset.nomor];
		show_tabs(frm, $panel, berkas);
	});
	show_content($panel.find(".isi-scan"), shown, get_wanted_page(frm));
}

function get_tab_html(index, pressed) {
	return `<button type="button" class="btn btn-xs ${pressed ? "btn-primary" : "btn-default"}"
		data-nomor="${index}" aria-pressed="${pressed}">${__("Scan {0}", [index + 1])}</button>`;
}

/** What is shown already stays: loading it anew would take the reader back to the first page. */
function show_content($place, address, page) {
	const shown = address ? `${encodeURI(address)}#${page ? `page=${page}&` : ""}view=FitH` : "";
	if ($place.attr("data-berkas") === shown) return;
	$place.attr("data-berkas", shown).html(address ? get_content_html(address, shown) : "");
}

function get_content_html(address, shown) {
	const source = escape_text(encodeURI(address));
	const link = `<a href="${escape_text(shown)}" target="_blank" rel="noopener">${__(
		"Buka di jendela baru"
	)}</a>`;
	if (PICTURE.test(address)) return `<img src="${source}" alt="${__("Scan surat")}">${link}`;
	// The browsers of phones show no PDF inside a page.
	return WIDE.matches
		? `<iframe src="${escape_text(shown)}" title="${__("Scan surat")}"></iframe>${link}`
		: link;
}

function get_state_html({ keadaan_gabungan, galat_gabungan, scan }) {
	if (keadaan_gabungan === "Menunggu") {
		return `<span class="indicator-pill orange">
			${__("Scan sedang digabungkan menjadi satu PDF")}</span>`;
	}
	if (keadaan_gabungan === "Gagal") {
		return `<span class="indicator-pill red">${__("Scan gagal digabungkan")}</span>
			<p class="galat-gabungan">${escape_text(galat_gabungan)}</p>
			<button type="button" class="btn btn-default btn-xs gabung-ulang">
				${__("Gabungkan Ulang")}</button>`;
	}
	if (!keadaan_gabungan || (scan || []).length < 2) return "";
	return `<span class="indicator-pill green">
		${__("{0} scan sudah menjadi satu PDF", [scan.length])}</span>`;
}

function merge_again(frm) {
	post(PATH, { surat_masuk: frm.docname }).then(() => follow_merging(frm));
}
