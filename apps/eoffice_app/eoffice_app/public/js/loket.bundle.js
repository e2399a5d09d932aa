// The counter's form: what is typed and uploaded survives a lost line and a closed browser until the office has it.

import { ask, Penolakan } from "./bersama/server";
import { teks } from "./bersama/teks";
import { tampilkan_berkas } from "./loket/daftar_berkas";
import { draf } from "./loket/draf";
import {
	clear_errors,
	fill,
	forgive,
	list_faults,
	read,
	show_errors,
	show_refusal,
} from "./loket/isian";
import { begin_early, get_sesi } from "./loket/sesi";
import { unggahan } from "./loket/unggahan";

const METHOD = "eoffice_app.loket.kirim.send";

const form = document.getElementById("isian-surat");
const progress = document.getElementById("kemajuan");
const button = document.getElementById("kirim");
let sending = false;

function begin() {
	form.hidden = false;
	if (draf.hasil) return show_result(draf.hasil);
	reopen();
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		if (!sending) send();
	});
	form.addEventListener("input", (event) => {
		if (event.target.name) forgive(form, event.target);
		draf.keep(read(form));
	});
	form.addEventListener("focusin", begin_early, { once: true });
	form.elements.berkas.addEventListener("change", take_files);
	document.getElementById("kosongkan").addEventListener("click", empty);
	document.querySelector("#draf button").addEventListener("click", empty);
	unggahan.on_change(() => tampilkan_berkas(unggahan));
}

/** What was not sent the last time stands in the form again. */
async function reopen() {
	if (!draf.isian) return;
	fill(form, draf.isian);
	const notice = document.getElementById("draf");
	notice.querySelector("p").textContent = teks("dibuka_kembali");
	notice.hidden = false;
	await unggahan.reopen();
	tampilkan_berkas(unggahan);
}

function take_files(event) {
	clear_errors(form, "berkas");
	draf.keep(read(form));
	const fault = unggahan.add([...event.target.files]);
	if (fault) show_errors(form, [["berkas", fault]], { focus: false });
	// So that the same file may be chosen once more.
	event.target.value = "";
}

function empty() {
	if (!confirm(teks("kosongkan"))) return;
	draf.forget();
	location.reload();
}

async function send() {
	const faults = list_faults(form, unggahan);
	if (faults.length) return show_errors(form, faults);
	clear_errors(form);
	set_sending(true);
	try {
		await hand_in();
	} catch (error) {
		tell_failure(error);
	} finally {
		set_sending(false);
	}
}

async function hand_in() {
	progress.textContent = teks(unggahan.is_busy() ? "menunggu_berkas" : "menyiapkan");
	if (!(await unggahan.finish())) {
		progress.textContent = "";
		return show_errors(form, [["berkas", teks("berkas_bermasalah")]]);
	}
	const sesi = await get_sesi();
	progress.textContent = teks("mengirim");
	const isian = JSON.stringify(read(form));
	const args = { sesi, kunci: draf.kunci, layanan: form.dataset.layanan, isian };
	const hasil = await ask(METHOD, { args, token: form.dataset.token });
	draf.finish(hasil);
	show_result(hasil);
}

function tell_failure(error) {
	progress.textContent = "";
	if (!(error instanceof Penolakan)) return show_refusal(teks("belum_terkirim"));
	// The room was swept or the work is too old: the next attempt begins both anew, with the files still chosen.
	if (error.status === 410 || error.jenis === "BuktiKerjaSalahError") unggahan.start_again();
	show_refusal(error.message || teks("gangguan"));
}

function set_sending(on) {
	sending = on;
	button.disabled = on;
	form.setAttribute("aria-busy", String(on));
}

function show_result(hasil) {
	const page = document.getElementById("terkirim");
	document.getElementById("formulir").hidden = true;
	page.hidden = false;
	document.getElementById("nomor-bukti").textContent = hasil.nomor_bukti;
	document.getElementById("kode").textContent = hasil.kode;
	document.getElementById("lacak").href = `/lacak/${hasil.kode}`;
	page.querySelector("[name=kode]").value = hasil.kode;
	document.getElementById("lagi").addEventListener("click", () => {
		draf.forget();
		location.reload();
	});
	window.scrollTo(0, 0);
	page.querySelector("h1").focus();
}

if (form) begin();
