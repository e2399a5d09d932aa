// One letter: handed over and signed for, or not delivered and why.

import { cetak, kabarkan, tampilkan } from "./cetakan";
import { kecilkan_foto } from "./foto";
import { dapat_dicatat, gabungkan, kelompokkan, sebut_keadaan } from "./keadaan_surat";
import { keep_catatan, list_catatan, read_tugas } from "./simpanan";
import { MENUNGGU, sync } from "./sinkron";
import { BidangTandaTangan } from "./tanda_tangan";
import { teks } from "../bersama/teks";

const DITERIMA = "Diterima";
const TIDAK_TERKIRIM = "Tidak Terkirim";

/**
 * Show one letter and what may be noted of it.
 *
 * @param {string} baris its line in the book
 * @param {string} [kode] what its QR said, where it was scanned
 */
export async function tampilkan_surat(baris, kode = "") {
	const tugas = await read_tugas();
	const letters = gabungkan(tugas, await list_catatan());
	const letter = letters.find((one) => one.baris === baris);
	if (!letter) return tampilkan(cetak("cetakan-tidak-ada"));
	const piece = cetak("cetakan-lembar", {
		nomor: letter.nomor_surat,
		tujuan: letter.tujuan,
		melalui: letter.melalui && teks("melalui", letter.melalui),
		alamat: letter.alamat,
		salinan: teks(letter.jenis_salinan),
		penanda: letter.penanda,
		keadaan: sebut_keadaan(letter).kata,
		dipindai: kode && teks("dipindai"),
	});
	piece.querySelector("[data-isi=keadaan]").dataset.warna = sebut_keadaan(letter).warna;
	tampilkan(piece);
	if (dapat_dicatat(letter)) offer_outcomes(piece, { letter, letters, kode, akun: tugas.akun });
	else piece.querySelector(".pilihan-hasil").remove();
}

function offer_outcomes(piece, about) {
	const forms = { diterima: open_diterima, gagal: open_gagal };
	const buttons = [...piece.querySelectorAll("[data-pilih]")];
	for (const button of buttons) {
		button.addEventListener("click", () => {
			if (button.ariaPressed === "true") return;
			buttons.forEach((one) => one.setAttribute("aria-pressed", one === button));
			piece.querySelector("form")?.remove();
			forms[button.dataset.pilih](piece, about);
		});
	}
}

function open_diterima(piece, about) {
	const form = cetak("cetakan-diterima");
	piece.append(form);
	const field = new BidangTandaTangan(form.querySelector("canvas"));
	form.querySelector("[data-hapus]").addEventListener("click", () => field.clear());
	const others = offer_neighbours(form, about);
	const photo = offer_photo(form);
	form.elements.nama_penerima.focus();
	listen(form, async () => {
		if (!form.elements.nama_penerima.value.trim()) return complain(form, "isi_nama");
		if (!field.is_signed()) return complain(form, "isi_tanda_tangan");
		const values = {
			hasil: DITERIMA,
			nama_penerima: form.elements.nama_penerima.value.trim(),
			jabatan_penerima: form.elements.jabatan_penerima.value.trim(),
			alasan: "",
			tanda_tangan: field.read(),
			foto: await photo(),
		};
		const chosen = others.filter(({ box }) => box.checked).map(({ letter }) => letter);
		await keep_all([about.letter, ...chosen], values, about);
	});
}

function open_gagal(piece, about) {
	const form = cetak("cetakan-gagal");
	piece.append(form);
	form.querySelector("input").focus();
	listen(form, async () => {
		const chosen = form.elements.pilihan_alasan.value;
		const more = form.elements.alasan.value.trim();
		const alasan = [chosen, more].filter(Boolean).join(": ");
		if (!alasan) return complain(form, "isi_alasan");
		const values = { hasil: TIDAK_TERKIRIM, nama_penerima: "", jabatan_penerima: "", alasan };
		await keep_all([about.letter], values, about);
	});
}

/** Several letters for one door are signed for at once. */
function offer_neighbours(form, { letter, letters }) {
	const group = kelompokkan(letters).find(({ surat }) => surat.includes(letter));
	const others = group.surat.filter((one) => one !== letter && dapat_dicatat(one) && !one.hasil);
	const place = form.querySelector(".sekaligus");
	if (!others.length) place.remove();
	return others.map((other) => {
		const choice = cetak("cetakan-sekaligus", {
			nomor: `${other.nomor_surat} (${teks(other.jenis_salinan)})`,
		});
		place.append(choice);
		return { letter: other, box: choice.querySelector("input") };
	});
}

function offer_photo(form) {
	const input = form.elements.foto;
	const shown = form.querySelector(".foto-diambil");
	let photo = "";
	input.addEventListener("change", async () => {
		shown.hidden = true;
		photo = "";
		if (!input.files.length) return;
		try {
			photo = await kecilkan_foto(input.files[0]);
			shown.src = photo;
			shown.hidden = false;
		} catch {
			complain(form, "foto_rusak");
		}
	});
	return async () => photo;
}

function listen(form, save) {
	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		const button = form.querySelector("[type=submit]");
		if (button.disabled) return;
		button.disabled = true;
		try {
			await save();
		} catch {
			complain(form, "ponsel_penuh");
		}
		button.disabled = false;
	});
}

function complain(form, key) {
	const place = form.querySelector("[role=alert]");
	place.textContent = teks(key);
	place.scrollIntoView({ block: "center" });
}

async function keep_all(letters, values, { akun, kode, letter }) {
	const terjadi = Date.now();
	for (const one of letters) {
		const { baris, nomor_surat, tujuan, ekspedisi } = one;
		await keep_catatan({
			...values,
			...{ akun, baris, nomor_surat, tujuan, ekspedisi, terjadi },
			kunci: make_kunci(),
			kode: one === letter ? kode : "",
			keadaan: MENUNGGU,
		});
	}
	kabarkan(teks("catatan_tersimpan", letters.length));
	location.hash = "#/";
	sync();
}

function make_kunci() {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
