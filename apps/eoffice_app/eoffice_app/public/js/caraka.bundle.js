// The caraka's phone page. It needs the network once; from then on it works without and catches up by itself.

import { kabarkan } from "./caraka/cetakan";
import { is_daftar, tampilkan_daftar } from "./caraka/layar_daftar";
import { tampilkan_pindai, tutup_kamera } from "./caraka/layar_pindai";
import { tampilkan_surat } from "./caraka/layar_surat";
import { forget_tugas, list_catatan } from "./caraka/simpanan";
import { change, follow, MENUNGGU, sambungan, sync, sync_by_itself } from "./caraka/sinkron";
import { teks } from "./bersama/teks";

// What the camera found goes to the letter's screen by this way and not by the address.
let scanned = null;

async function show() {
	await tutup_kamera();
	const [, screen, baris] = location.hash.split("/");
	// What was said of the letter before has been read by now.
	if (screen) kabarkan("");
	if (screen === "pindai") await tampilkan_pindai(open_scanned);
	else if (screen === "surat") await show_letter(baris);
	else await tampilkan_daftar();
	await show_connection();
}

function open_scanned(baris, text) {
	scanned = { baris, text };
	location.hash = `#/surat/${baris}`;
}

function show_letter(baris) {
	const text = scanned?.baris === baris ? scanned.text : "";
	scanned = null;
	return tampilkan_surat(baris, text);
}

/** A round of syncing changes the list; it must not take a half-filled form from under the thumb. */
async function show_news() {
	if (is_daftar()) await tampilkan_daftar();
	await show_connection();
}

async function show_connection() {
	const place = document.getElementById("sambungan");
	const waiting = (await list_catatan()).filter(({ keadaan }) => keadaan === MENUNGGU).length;
	place.dataset.keadaan = waiting && sambungan === "tersambung" ? "menunggu" : sambungan;
	place.textContent = waiting
		? `${teks(sambungan)} · ${teks("menunggu", waiting)}`
		: teks(sambungan);
	document.getElementById("masuk").hidden = sambungan !== "sesi";
}

async function sign_out() {
	const waiting = (await list_catatan()).length;
	if (waiting && !window.confirm(teks("yakin_keluar", waiting))) return;
	try {
		await change("logout", {});
	} finally {
		await forget_tugas();
		location.assign("/login?redirect-to=/caraka");
	}
}

function keep_page_for_offline() {
	if (!("serviceWorker" in navigator)) return;
	navigator.serviceWorker.register("/caraka-sw.js", { scope: "/caraka" });
	// Else a phone short of room may throw away what is not sent yet.
	navigator.storage?.persist?.();
}

window.addEventListener("hashchange", show);
document.getElementById("keluar").addEventListener("click", sign_out);
follow(show_news);
keep_page_for_offline();
sync_by_itself();
show().then(sync);
