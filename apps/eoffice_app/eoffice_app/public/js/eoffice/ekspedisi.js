import { open_dialog_hasil, open_dialog_surat, open_dialog_tutup } from "./dialog_ekspedisi";
import { escape_lines, escape_text, format_moment } from "./teks";
import { get_pdf_address } from "./cetak";
import { ask_period } from "./periode_buku";
import { post } from "./server";

const PATH = "eoffice_app.ekspedisi";
const BUKU = "Buku Ekspedisi";
export const WARNA_EKSPEDISI = {
	Disiapkan: "orange",
	Berjalan: "blue",
	"Diserahkan Kembali": "yellow",
	Ditutup: "green",
	Batal: "darkgrey",
};
const WARNA_HASIL = { Diterima: "green", "Tidak Terkirim": "red" };

/** Offer only those who may take letters along; where there is one, he is meant. */
export async function propose_caraka(frm) {
	const query = `${PATH}.persiapan.search_caraka`;
	frm.set_query("caraka", () => ({ query }));
	if (!frm.is_new() || frm.doc.caraka) return;
	const args = { doctype: "Pegawai", txt: "", searchfield: "name", start: 0, page_len: 2 };
	const found = await post(query, args);
	if (found.length === 1 && !frm.doc.caraka) frm.set_value("caraka", found[0][0]);
}

/** Keep the letters on the form up to date while the caraka's phone sends what he notes. */
export function follow_run(frm) {
	frappe.realtime.on("hasil_ekspedisi", ({ ekspedisi }) => {
		if (frm.doc?.name === ekspedisi) show_letters(frm);
	});
}

/** Show the letters of a run on its form, and what the clerk may do with it. */
export function show_run(frm) {
	show_letters(frm).then((lines) => lines && offer_steps(frm, lines));
}

async function show_letters(frm) {
	const ekspedisi = frm.doc.name;
	const lines = await post(`${PATH}.persiapan.get_baris`, { ekspedisi });
	if (frm.doc.name !== ekspedisi) return null;
	const $place = frm.get_field("daftar_surat").$wrapper.html(get_lines_html(frm, lines));
	$place
		.find("[data-keluarkan]")
		.on("click", ({ currentTarget }) => remove_letter(frm, currentTarget.dataset.keluarkan));
	$place.find("[data-catat]").on("click", ({ currentTarget }) => {
		const line = lines.find(({ name }) => name === currentTarget.dataset.catat);
		open_dialog_hasil(frm, line, () => frm.reload_doc());
	});
	return lines;
}

function offer_steps(frm, lines) {
	frm.clear_custom_buttons();
	if (frm.doc.keadaan === "Disiapkan") offer_preparing(frm, lines);
	else if (frm.doc.keadaan !== "Batal") offer_travelling(frm, lines);
}

function offer_preparing(frm, lines) {
	frm.add_custom_button(__("Tambah Surat"), () =>
		open_dialog_surat(frm, () => frm.reload_doc())
	);
	frm.add_custom_button(__("Batalkan Ekspedisi"), () =>
		frappe.confirm(__("Batalkan ekspedisi ini? Surat di dalamnya kembali menunggu."), () =>
			take_step(frm, "cancel_run")
		)
	);
	if (lines.length) offer_hand_over(frm, lines.length);
}

function offer_travelling(frm, lines) {
	frm.add_custom_button(__("Cetak Buku Ekspedisi"), () =>
		window.open(get_pdf_address(frm.doctype, frm.docname, BUKU), "_blank")
	);
	if (frm.doc.keadaan === "Berjalan") {
		frm.set_intro(
			__("Caraka membuka {0} di ponselnya.", [`${location.origin}/caraka`]),
			"blue"
		);
		frm.add_custom_button(__("Terima Kembali"), () => take_step(frm, "hand_back"));
	}
	if (frm.doc.keadaan === "Diserahkan Kembali") {
		frm.add_custom_button(__("Tutup Ekspedisi"), () =>
			open_dialog_tutup(frm, lines, () => frm.reload_doc())
		).addClass("btn-primary");
	}
}

function offer_hand_over(frm, count) {
	const question = __(
		"Serahkan {0} surat kepada {1}? Sesudahnya daftar ini tidak dapat diubah.",
		[count, frm.doc.nama_caraka]
	);
	frm.add_custom_button(__("Serahkan kepada Caraka"), () =>
		frappe.confirm(question, () => take_step(frm, "hand_over"))
	).addClass("btn-primary");
}

function take_step(frm, step) {
	return post(`${PATH}.perjalanan.${step}`, { ekspedisi: frm.docname }).then(() =>
		frm.reload_doc()
	);
}

function remove_letter(frm, baris) {
	const args = { ekspedisi: frm.docname, baris };
	return post(`${PATH}.persiapan.remove_surat`, args).then(() => frm.reload_doc());
}

function get_lines_html(frm, lines) {
	if (!lines.length) {
		const advice =
			frm.doc.keadaan === "Disiapkan"
				? __("Belum ada surat. Gunakan tombol Tambah Surat.")
				: __("Ekspedisi ini tidak berisi surat.");
		return `<p class="text-muted">${advice}</p>`;
	}
	const headings = [__("Nomor"), __("Surat"), __("Kepada"), __("Hasil")];
	const head = headings.map((heading) => `<th>${heading}</th>`).join("");
	const body = lines.map((line) => get_line_html(frm, line)).join("");
	return `<div class="table-responsive"><table class="table table-bordered">
		<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function get_line_html(frm, line) {
	const number = `<td>${escape_text(line.nomor_urut || "")}</td>`;
	if (!line.terlihat) {
		const hidden = __("Surat ini terbatas bagi pejabat tertentu.");
		return `<tr>${number}<td colspan="2" class="text-muted">${hidden}</td>
			<td>${get_outcome_html(line)}</td></tr>`;
	}
	return `<tr>${number}
		<td><strong>${escape_text(line.nomor_surat)}</strong> ${get_mark_html(line)}<br>
			<span class="text-muted">${escape_text(__(line.jenis_salinan))}</span></td>
		<td>${escape_text(line.tujuan)}<br>
			<span class="text-muted">${escape_lines(line.melalui || line.alamat)}</span></td>
		<td>${get_outcome_html(line)} ${get_action_html(frm, line)}</td></tr>`;
}

function get_mark_html({ sifat }) {
	if (sifat === "Biasa") return "";
	return `<span class="indicator-pill no-indicator-dot red">${escape_text(__(sifat))}</span>`;
}

function get_outcome_html(line) {
	if (!line.hasil) return "";
	const who = [line.nama_penerima, line.jabatan_penerima, line.alasan].filter(Boolean);
	const signature = line.tanda_tangan
		? `<br><img src="${escape_text(line.tanda_tangan)}" style="height: 48px" alt="${__("Tanda tangan")}">`
		: "";
	const follow = line.tindak_lanjut ? `<br>${escape_text(__(line.tindak_lanjut))}` : "";
	return `<span class="indicator-pill ${WARNA_HASIL[line.hasil]}">
		${escape_text(__(line.hasil))}</span> ${format_moment(line.waktu)}
		<br>${escape_text(who.join(", "))}${follow}${signature}`;
}

function get_action_html({ doc }, line) {
	if (doc.keadaan === "Disiapkan") {
		return `<button type="button" class="btn btn-default btn-xs"
			data-keluarkan="${escape_text(line.name)}">${__("Keluarkan")}</button>`;
	}
	if (line.hasil || !["Berjalan", "Diserahkan Kembali"].includes(doc.keadaan)) return "";
	return `<button type="button" class="btn btn-default btn-xs"
		data-catat="${escape_text(line.name)}">${__("Catat Hasil")}</button>`;
}

/** Ask for the days of which the book is printed, and open it. */
export function ask_period_of_book() {
	ask_period(
		__("Cetak Buku Ekspedisi"),
		"eoffice_app.persuratan.cetak.buku_ekspedisi.download_buku"
	);
}
