// The list of files under the form: how far each is, and what the office said of it.

import { teks } from "../bersama/teks";
import { BERJALAN, DITOLAK, MENUNGGU, SELESAI, TERPUTUS, TERTUNDA } from "./unggahan";

const list = document.getElementById("daftar-berkas");
const rows = new Map();

/** Show the files of an upload as they are now. */
export function tampilkan_berkas(unggahan) {
	for (const [item, row] of rows) {
		if (!unggahan.items.includes(item)) {
			row.remove();
			rows.delete(item);
		}
	}
	unggahan.items.forEach((item, at) => {
		if (!rows.has(item)) add_row(unggahan, item);
		const row = rows.get(item);
		// In the order in which the office gets them.
		if (list.children[at] !== row) list.insertBefore(row, list.children[at] || null);
		show(row, item);
	});
}

function add_row(unggahan, item) {
	const row = document.createElement("li");
	const name = document.createElement("strong");
	const remove = document.createElement("button");
	const bar = document.createElement("progress");
	const words = document.createElement("p");
	name.textContent = item.nama;
	remove.type = "button";
	remove.className = "lain";
	remove.textContent = teks("hapus");
	remove.setAttribute("aria-label", teks("hapus_berkas", item.nama));
	remove.addEventListener("click", () => {
		unggahan.remove(item);
		document.getElementById("berkas").focus();
	});
	bar.max = item.ukuran;
	bar.setAttribute("aria-label", teks("unggahan", item.nama));
	row.append(name, remove, bar, words);
	rows.set(item, row);
}

function show(row, item) {
	const words = row.querySelector("p");
	const bar = row.querySelector("progress");
	const said = describe(item);
	bar.value = item.diterima;
	bar.hidden = item.keadaan === DITOLAK;
	words.className = item.keadaan === DITOLAK ? "galat" : "petunjuk";
	// What ends an upload is read out; its every step is not.
	words.setAttribute(
		"role",
		[SELESAI, DITOLAK, TERPUTUS].includes(item.keadaan) ? "status" : "none"
	);
	if (words.textContent !== said) words.textContent = said;
}

function describe(item) {
	const sizes = [write_size(item.diterima), write_size(item.ukuran)];
	switch (item.keadaan) {
		case MENUNGGU:
			return teks("menunggu");
		case BERJALAN:
			return item.terakhir ? teks("memeriksa") : teks("mengunggah", ...sizes);
		case TERPUTUS:
			return teks("terputus", sizes[0]);
		case TERTUNDA:
			return teks("pilih_lagi", ...sizes);
		case SELESAI:
			return teks("terunggah", sizes[1]);
		default:
			return item.pesan;
	}
}

function write_size(bytes) {
	const mega = bytes / 1024 / 1024;
	if (mega < 1) return `${Math.ceil(bytes / 1024)} KB`;
	return `${mega.toFixed(1).replace(".", ",")} MB`;
}
