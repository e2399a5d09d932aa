import { ask_buku, ask_deret, ask_pengaturan, ask_pola } from "./dialog_penyiapan";
import { post } from "./server";

const PATH = "eoffice_app.beranda.penyiapan";
const WARNA = { selesai: "green", kurang: "orange", dilewati: "gray" };

/** What each step offers: dialogs of its own, and the lists and forms where the same is done at length. */
const JALAN = {
	kop: [
		{ label: () => __("Isi Kop"), act: ask_pengaturan.kop },
		{ label: () => __("Unggah Logo"), route: ["Form", "Pengaturan E-Office"] },
	],
	organisasi: [
		{ label: () => __("Impor dari Spreadsheet"), route: ["List", "Impor Organisasi", "List"] },
		{ label: () => __("Bagan Unit Kerja"), route: ["Tree", "Unit Kerja"] },
		{ label: () => __("Bagan Jabatan"), route: ["Tree", "Jabatan"] },
	],
	peran: [{ label: () => __("Buka Pengguna"), route: ["List", "User", "List"] }],
	pejabat: [
		{ label: () => __("Buka Pegawai"), route: ["List", "Pegawai", "List"] },
		{ label: () => __("Buka Pemangku Jabatan"), route: ["List", "Pemangku Jabatan", "List"] },
	],
	alur: [{ label: () => __("Tentukan"), act: ask_pengaturan.alur }],
	buku: [{ label: () => __("Isi Nomor Terakhir"), act: ask_buku }],
	deret: [
		{ label: () => __("Isi Nomor Terakhir"), act: ask_deret },
		{ label: () => __("Buka Deret Nomor"), route: ["List", "Deret Nomor", "List"] },
	],
	nomor: [
		{ label: () => __("Sesuaikan Pola"), act: ask_pola },
		{ label: () => __("Buka Deret Nomor"), route: ["List", "Deret Nomor", "List"] },
	],
	surel: [{ label: () => __("Buka Akun Email"), route: ["List", "Email Account", "List"] }],
};

/**
 * Show the steps of setting up the office on its page, as the office stands now.
 *
 * @param {HTMLElement} wrapper Frappe's page
 */
export function show_penyiapan(wrapper) {
	const page = wrapper.page;
	page.set_secondary_action(__("Muat Ulang"), () => refresh(page));
	refresh(page);
}

async function refresh(page) {
	const steps = await post(`${PATH}.get_penyiapan`, {}).catch(() => null);
	page.main.empty();
	if (!steps) {
		page.main.append(
			`<p class="p-4">${__("Langkah belum dapat dimuat. Tekan Muat Ulang.")}</p>`
		);
		return;
	}
	page.main.append(get_progress(steps));
	const list = $(`<ol class="langkah-penyiapan"></ol>`).appendTo(page.main);
	steps.forEach((step) => list.append(make_step(step, () => refresh(page))));
}

function get_progress(steps) {
	const open = steps.filter(({ keadaan }) => keadaan === "kurang").length;
	const text = open
		? __("{0} dari {1} langkah masih memerlukan isian. Semua dapat dilanjutkan kapan saja.", [
				open,
				steps.length,
			])
		: __("Semua langkah sudah diisi atau dilewati. Kantor siap bekerja.");
	return $(`<p class="kemajuan" role="status"></p>`).text(text);
}

function make_step(step, after) {
	const state = { selesai: __("Selesai"), kurang: __("Belum lengkap"), dilewati: __("Dilewati") };
	const item = $(`<li data-langkah="${step.kunci}">
		<h3></h3> <span class="indicator-pill ${WARNA[step.keadaan]}">${state[step.keadaan]}</span>
		<p></p><ul></ul><div class="jalan"></div></li>`);
	item.find("h3").text(step.judul);
	item.find("p").text(step.penjelasan);
	step.kurang.forEach((text) => $("<li></li>").text(text).appendTo(item.find("ul")));
	const ways = item.find(".jalan");
	for (const { label, act, route } of JALAN[step.kunci]) {
		if (route && !frappe.model.can_read(route[1])) continue;
		add_button(ways, label(), () => (act ? act(after) : frappe.set_route(...route)));
	}
	if (step.keadaan !== "selesai") add_skip(ways, step, after);
	return item;
}

function add_button(ways, label, act) {
	return $(`<button type="button" class="btn btn-default btn-sm"></button>`)
		.text(label)
		.on("click", act)
		.appendTo(ways);
}

function add_skip(ways, { kunci, judul, keadaan }, after) {
	const left_out = keadaan === "dilewati";
	const skip = (event) => {
		$(event.currentTarget).prop("disabled", true);
		post(`${PATH}.skip_langkah`, { kunci, dilewati: !left_out }).finally(after);
	};
	add_button(ways, left_out ? __("Kerjakan Lagi") : __("Lewati"), skip).attr(
		"aria-label",
		left_out ? __("Kerjakan lagi: {0}", [judul]) : __("Lewati: {0}", [judul])
	);
}
