import { escape_text } from "./teks";
import { post } from "./server";

const FUNCTIONS = "eoffice_app.klasifikasi.impor";
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Offer who may import the classification a button for it.
 *
 * @param {object} page of the list or the tree
 * @param {function} on_imported called when codes have come
 */
export function offer_klasifikasi_import(page, on_imported) {
	if (!frappe.model.can_create("Klasifikasi Arsip")) return;
	page.add_inner_button(__("Impor Daftar"), () => open_import(on_imported));
}

function open_import(on_imported) {
	const dialog = new frappe.ui.Dialog({
		title: __("Impor Daftar Klasifikasi"),
		size: "large",
		primary_action_label: __("Impor"),
		primary_action: () => run_import(work),
	});
	dialog.$wrapper.addClass("dialog-eoffice dialog-impor-klasifikasi");
	dialog.$wrapper.on("hidden.bs.modal", () => dialog.$wrapper.remove());
	const work = { dialog, on_imported, $body: $(dialog.body).html(get_html()) };
	work.$body.find("input[type=file]").on("change", (event) => check(work, event.target));
	offer_nothing(work);
	dialog.show();
}

function get_html() {
	return `<label class="d-block">${__("Berkas CSV dengan dua kolom: kode dan nama")}
			<input type="file" class="form-control" accept=".csv,.txt,.tsv,text/csv,text/plain">
		</label>
		<p class="text-muted small">${__(
			"Misalnya {0}. Belum ada yang berubah sebelum Anda menekan Impor.",
			["<code>000.1.2;Perjalanan Dinas Dalam Negeri</code>"]
		)}</p>
		<div class="hasil-impor" role="status" aria-live="polite"></div>`;
}

function offer_nothing({ dialog, $body }, message = "") {
	dialog.get_primary_btn().prop("disabled", true).text(__("Impor"));
	$body.find(".hasil-impor").html(message);
}

async function check(work, input) {
	const [file] = input.files;
	if (!file) return;
	if (file.size > MOST_BYTES) {
		offer_nothing(work, __("Berkas ini lebih besar dari 2 MB. Pilih daftar kode dan nama saja."));
		return;
	}
	offer_nothing(work, __("Memeriksa …"));
	try {
		work.isi = await read_base64(file);
		show_plan(work, await post(`${FUNCTIONS}.check_list`, { isi: work.isi }));
	} catch {
		offer_nothing(work, __("Berkas ini tidak dapat diperiksa. Pilih berkas lain, atau coba lagi."));
	}
	// The same file, corrected meanwhile, may be chosen again.
	input.value = "";
}

function read_base64(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result.split(",")[1] || "");
		reader.onerror = reject;
		reader.readAsDataURL(file);
	});
}

function show_plan(work, plan) {
	work.$body.find(".hasil-impor").html(plan.salah ? get_faults_html(plan) : get_plan_html(plan));
	const $button = work.dialog.get_primary_btn();
	const count = () => plan.baru + (is_overwriting(work) ? plan.berbeda : 0);
	const offer = () =>
		$button
			.prop("disabled", Boolean(plan.salah) || !count())
			.text(plan.salah || !count() ? __("Impor") : __("Impor {0} kode", [count()]));
	work.$body.find(".timpa").on("change", offer);
	offer();
}

function is_overwriting({ $body }) {
	return $body.find(".timpa").is(":checked");
}

function get_faults_html({ salah, daftar_salah }) {
	const rows = daftar_salah.map(
		({ baris, pesan }) => `<tr><td>${cint(baris)}</td><td>${escape_text(pesan)}</td></tr>`
	);
	return `<p><strong>${__(
		"{0} baris salah, jadi belum dapat diimpor. Perbaiki berkasnya, lalu pilih lagi.",
		[salah]
	)}</strong></p>${get_table_html([__("Baris"), __("Yang perlu diperbaiki")], rows, salah)}`;
}

function get_plan_html({ baru, berbeda, tetap, daftar_baru, daftar_berbeda }) {
	const created = daftar_baru.map(
		({ kode, nama }) => `<tr><td>${escape_text(kode)}</td><td>${escape_text(nama)}</td></tr>`
	);
	const different = daftar_berbeda.map(
		({ kode, nama, nama_kantor }) => `<tr><td>${escape_text(kode)}</td>
			<td>${escape_text(nama_kantor)}</td><td>${escape_text(nama)}</td></tr>`
	);
	return `<p><strong>${__("{0} kode baru, {1} sudah ada, {2} bernama lain di kantor ini.", [
		baru,
		tetap,
		berbeda,
	])}</strong></p>
		${berbeda ? get_overwrite_html() : ""}
		${berbeda ? get_table_html([__("Kode"), __("Nama di kantor ini"), __("Nama di berkas")], different, berbeda) : ""}
		${baru ? get_table_html([__("Kode baru"), __("Nama")], created, baru) : ""}`;
}

function get_overwrite_html() {
	return `<label><input type="checkbox" class="timpa"> ${__(
		"Ganti juga nama yang berbeda dengan nama di berkas"
	)}</label>`;
}

function get_table_html(headings, rows, total) {
	const more = total - rows.length;
	return `<div class="table-responsive"><table class="table table-bordered table-sm">
		<thead><tr>${headings.map((heading) => `<th>${heading}</th>`).join("")}</tr></thead>
		<tbody>${rows.join("")}</tbody></table></div>
		${more > 0 ? `<p class="text-muted">${__("dan {0} lagi", [more])}</p>` : ""}`;
}

async function run_import(work) {
	const $button = work.dialog.get_primary_btn().prop("disabled", true).text(__("Mengimpor …"));
	const args = { isi: work.isi, timpa: is_overwriting(work) ? 1 : 0 };
	try {
		const done = await post(`${FUNCTIONS}.import_list`, args);
		work.dialog.hide();
		const renamed = args.timpa ? done.berbeda : 0;
		frappe.show_alert({
			message: __("{0} kode diimpor, {1} nama diganti.", [done.baru, renamed]),
			indicator: "green",
		});
		work.on_imported();
	} catch {
		$button.prop("disabled", false).text(__("Coba lagi"));
	}
}
