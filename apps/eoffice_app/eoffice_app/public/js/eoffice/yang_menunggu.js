import { get_path } from "./alamat_daftar";
import { ask_quietly } from "./server";

const METHOD = "eoffice_app.beranda.penghitung.get_penghitung";
const SETIAP = 60 * 1000;
// Figures that were asked for so long ago are asked for anew.
const FRESH = 10 * 1000;

let ahead = null;

/**
 * Ask for the figures of a workspace that is about to be shown. They are given to it once.
 *
 * @param {string} ruang name of the workspace
 */
export function ask_ahead(ruang) {
	ahead = { ruang, asked: Date.now(), answer: ask(ruang) };
}

function take_ahead(ruang) {
	const taken = ahead;
	ahead = null;
	const fits = taken?.ruang === ruang && Date.now() - taken.asked < FRESH;
	return fits ? taken.answer : ask(ruang);
}

/**
 * Show what waits for the user at the top of a workspace, and keep it true while the workspace is open.
 *
 * @param {HTMLElement} host the element of the workspace's block
 * @param {string} ruang name of the workspace
 */
export function show_yang_menunggu(host, ruang) {
	const box = document.createElement("section");
	box.className = "yang-menunggu";
	box.setAttribute("aria-label", __("Yang menunggu Anda"));
	box.innerHTML = `<p role="status">${__("Menghitung yang menunggu Anda…")}</p>`;
	host.replaceChildren(box);
	const refresh = () => refresh_box(box, ruang);
	box.addEventListener("click", (event) => {
		if (event.target.closest(".coba-lagi")) refresh();
	});
	refresh();
	keep_fresh(box, refresh);
}

/** Ask again each minute, when the window comes back and when the user is told of something; no more once it is gone. */
function keep_fresh(box, refresh) {
	const refresh_if_seen = () => {
		if (!box.isConnected) return stop();
		if (!document.hidden && box.offsetParent) refresh();
	};
	const timer = setInterval(refresh_if_seen, SETIAP);
	const stop = () => {
		clearInterval(timer);
		document.removeEventListener("visibilitychange", refresh_if_seen);
		frappe.realtime.off("notification", refresh_if_seen);
		frappe.router.off?.("change", refresh_if_seen);
	};
	document.addEventListener("visibilitychange", refresh_if_seen);
	frappe.realtime.on("notification", refresh_if_seen);
	frappe.router.on("change", refresh_if_seen);
}

async function refresh_box(box, ruang) {
	const asked = (box.asked = (box.asked || 0) + 1);
	const found = await take_ahead(ruang);
	// An answer that comes late does not overwrite a later one.
	if (asked === box.asked) draw(box, found ? get_html(found) : get_failure_html(box));
}

/** Whoever is on a figure by keys stays on it. */
function draw(box, html) {
	const { activeElement } = document;
	const address = box.contains(activeElement) && activeElement.getAttribute("href");
	$(box).html(html);
	if (address) box.querySelector(`[href="${CSS.escape(address)}"]`)?.focus();
}

async function ask(ruang) {
	return (await ask_quietly(METHOD, { ruang }))?.message;
}

function get_html(found) {
	const waiting = found.filter(({ jumlah }) => jumlah);
	const rows = found.map(get_counter_html).join("");
	return `${get_summary_html(found, waiting)}<ul>${rows}</ul>`;
}

function get_summary_html(found, waiting) {
	const warning = frappe.boot.eoffice?.peringatan;
	if (warning) return `<p class="peringatan">${frappe.utils.escape_html(warning)}</p>`;
	if (!found.length) return `<p>${__("Tidak ada angka yang perlu ditampilkan di sini.")}</p>`;
	if (!waiting.length) return `<p>${__("Tidak ada yang menunggu Anda. Selamat bekerja.")}</p>`;
	return "";
}

function get_counter_html({ judul, jumlah, lebih, tingkat, kosong, ...target }) {
	const state = jumlah ? tingkat : "nihil";
	const figure = lebih ? __("{0}+", [jumlah]) : jumlah;
	const note = jumlah ? "" : `<small>${frappe.utils.escape_html(kosong)}</small>`;
	const url = frappe.utils.escape_html(get_path(target));
	return `<li><a class="penghitung ${state}" href="${url}">
		<b>${figure}</b> <span>${frappe.utils.escape_html(judul)}</span> ${note}
	</a></li>`;
}

/** The figures of before stay, since they say more than nothing; what they are is said above them. */
function get_failure_html(box) {
	const before = box.querySelector("ul")?.outerHTML || "";
	return `<p class="peringatan">${__("Angka belum dapat dimuat. Periksa jaringan Anda.")}
		<button type="button" class="btn btn-default btn-xs coba-lagi">${__("Coba Lagi")}</button></p>${before}`;
}
