const TEMPLATE = "/api/method/eoffice_app.organisasi.impor.templat.download_template";
const FUNCTIONS = "eoffice_app.organisasi.impor.impor";

frappe.ui.form.on("Impor Organisasi", {
	setup(frm) {
		frappe.realtime.on("impor_organisasi", (kabar) => follow_job(frm, kabar));
	},

	refresh(frm) {
		frm.add_custom_button(__("Unduh Templat"), () => window.open(TEMPLATE));
		show_result(frm);
		if (frm.is_new() || frm.doc.status === "Selesai") return;
		frm.add_custom_button(__("Periksa"), () => call(frm, "check_import", __("Memeriksa …")));
		if (frm.doc.status === "Siap Diimpor" || frm.doc.status === "Gagal") {
			frm.add_custom_button(__("Impor"), () => confirm_import(frm));
			frm.change_custom_button_type(__("Impor"), null, "primary");
		} else {
			frm.change_custom_button_type(__("Periksa"), null, "primary");
		}
	},
});

function confirm_import(frm) {
	frappe.confirm(
		__("Impor {0} baris sekarang? Semua baris diimpor, atau tidak satu pun.", [
			frm.doc.jumlah_baris,
		]),
		() => call(frm, "run_import", __("Mengimpor …"))
	);
}

async function call(frm, method, message) {
	if (frm.is_dirty()) await frm.save();
	frappe.dom.freeze(message);
	try {
		await eoffice.post(`${FUNCTIONS}.${method}`, { impor: frm.doc.name });
	} finally {
		frappe.dom.unfreeze();
	}
	await frm.reload_doc();
}

function follow_job(frm, { impor, dikerjakan, jumlah, selesai }) {
	if (impor !== frm.doc?.name) return;
	if (!selesai) {
		frm.dashboard.show_progress(__("Mengimpor"), (dikerjakan / jumlah) * 100);
		return;
	}
	frm.dashboard.hide_progress(__("Mengimpor"));
	frm.reload_doc();
}

function show_result(frm) {
	const { hasil, status } = frm.doc;
	const html = hasil ? get_result_html(JSON.parse(hasil), status) : get_hint_html();
	frm.get_field("tampilan_hasil").$wrapper.html(html);
}

function get_hint_html() {
	return `<p class="text-muted">${__(
		"Unduh templat, isi keempat lembarnya, unggah di atas, simpan, lalu tekan Periksa. Pemeriksaan tidak mengubah apa pun."
	)}</p>`;
}

function get_result_html({ ringkasan, kesalahan, peringatan, diperbarui }, status) {
	return [
		status === "Gagal" ? get_failed_html() : "",
		kesalahan.length
			? get_list_html(__("Yang harus diperbaiki"), kesalahan, "red")
			: get_summary_html(ringkasan, status),
		get_list_html(__("Yang diperbarui"), diperbarui, "blue"),
		get_list_html(__("Catatan"), peringatan, "orange"),
	].join("");
}

function get_failed_html() {
	return `<p class="text-danger">${__(
		"Impor terhenti karena gangguan pada server; tidak satu pun baris diimpor. Tekan Impor untuk mengulang."
	)}</p>`;
}

function get_summary_html(ringkasan, status) {
	const done = status === "Selesai";
	const rows = ringkasan.map(
		({ lembar, baru, diperbarui, tetap }) =>
			`<tr><td>${__(lembar)}</td><td>${baru}</td><td>${diperbarui}</td><td>${tetap}</td></tr>`
	);
	return `
		<p>${done ? __("Semua baris sudah diimpor.") : __("Tidak ada kesalahan. Yang akan diimpor:")}</p>
		<div class="table-responsive"><table class="table table-bordered hasil-impor">
			<thead><tr>
				<th>${__("Lembar")}</th><th>${__("Baru")}</th>
				<th>${__("Diperbarui")}</th><th>${__("Tetap")}</th>
			</tr></thead>
			<tbody>${rows.join("")}</tbody>
		</table></div>`;
}

function get_list_html(title, findings, color) {
	if (!findings.length) return "";
	const escape = (text) => frappe.utils.escape_html(cstr(text));
	const rows = findings.map(
		({ lembar, baris, kolom, pesan }) =>
			`<tr><td>${escape(lembar)}</td><td>${baris || ""}</td>
				<td>${escape(kolom)}</td><td>${escape(pesan)}</td></tr>`
	);
	return `
		<p><span class="indicator-pill ${color}">${title}: ${findings.length}</span></p>
		<div class="table-responsive"><table class="table table-bordered hasil-impor">
			<thead><tr>
				<th>${__("Lembar")}</th><th>${__("Baris")}</th>
				<th>${__("Kolom")}</th><th>${__("Keterangan")}</th>
			</tr></thead>
			<tbody>${rows.join("")}</tbody>
		</table></div>`;
}
