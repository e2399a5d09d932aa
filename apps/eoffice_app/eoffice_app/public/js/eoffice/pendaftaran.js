import { escape_text } from "./teks";
import { get_pdf_address } from "./cetak";
import { is_uploading } from "./unggah_scan";
import { post } from "./server";
import { SIFAT_RAHASIA } from "./keadaan";

const PATH = "eoffice_app.persuratan.surat_masuk.pendaftaran.get_last_particulars";
const PROPOSED = ["saluran", "tujuan", "sifat", "derajat", "klasifikasi", "buku"];
const BOOK_OF_CHANNEL = { Sanapati: "BM" };
const SHORTCUT = "ctrl+enter";
const SECONDS_OF_NOTICE = 15;

// What the next letter takes over from the one just registered.
let carried = {};

/**
 * Make a new letter quick to register: the first field has the focus, and one step saves and opens the next.
 *
 * @param {object} frm form of a new Surat Masuk
 */
export function prepare_registration(frm) {
	if (frm.pendaftaran?.docname !== frm.docname) begin(frm);
	PROPOSED.forEach((field) => mark(frm, field));
	tell_who_registers_secrets(frm);
	const label = __("Simpan & Daftarkan Berikutnya");
	frm.add_custom_button(label, () => save_and_next(frm)).attr("title", "Ctrl+Enter");
	frappe.ui.keys.add_shortcut({
		shortcut: SHORTCUT,
		action: () => save_and_next(frm),
		description: label,
		page: frm.page,
		condition: () => frm.is_new(),
		ignore_inputs: true,
	});
}

/** Propose how the sender's last letter was registered, wherever the clerk has chosen nothing himself. */
export function propose_from_sender(frm) {
	const { docname } = frm;
	const { pengirim } = frm.doc;
	if (!frm.is_new() || !pengirim) return;
	post(PATH, { pengirim }).then((particulars) => {
		if (frm.docname !== docname || frm.doc.pengirim !== pengirim) return;
		Object.entries(particulars).forEach(([field, value]) => propose(frm, field, value));
	}, $.noop);
}

/** Propose the book for what is known of the letter: secret ones and those of Sanapati have their own. */
export function propose_book(frm) {
	if (!is_prepared(frm)) return;
	tell_who_registers_secrets(frm);
	const rahasia = cint(SIFAT_RAHASIA.includes(frm.doc.sifat));
	const kode = rahasia ? null : BOOK_OF_CHANNEL[frm.doc.saluran] || frm.pendaftaran.awal.buku;
	const filters = { ...get_book_filters(frm).filters, ...(kode ? { name: kode } : {}) };
	frappe.db
		.get_list("Buku Agenda", { filters, order_by: "kode asc", limit: 1 })
		.then((books) => {
			if (books.length) propose(frm, "buku", books[0].name);
		});
}

/** Books for secret letters and all others are never chosen for one another. */
export function get_book_filters(frm) {
	const rahasia = cint(SIFAT_RAHASIA.includes(frm.doc.sifat));
	return { filters: { aktif: 1, jenis: "Masuk", rahasia } };
}

/** A field that the clerk changed is his own from now on. */
export function forget_proposal(frm, field) {
	if (is_prepared(frm)) mark(frm, field);
}

/** What a registered letter says is proposed by nobody; it shares the form with the new one. */
export function forget_proposals(frm) {
	PROPOSED.forEach((field) => frm.get_field(field).$wrapper.removeClass("diusulkan"));
}

/** Opened from a saved letter, a new one gets its first values before its form is prepared. */
function is_prepared(frm) {
	return frm.is_new() && frm.pendaftaran?.docname === frm.docname;
}

/** Saving while scans are on their way would leave them behind. */
export function require_uploaded(frm) {
	if (!is_uploading(frm)) return;
	frappe.throw({
		title: __("Scan belum selesai diunggah"),
		message: __("Tunggu sampai semua scan terunggah, lalu simpan kembali."),
	});
}

function begin(frm) {
	const awal = Object.fromEntries(PROPOSED.map((field) => [field, frm.doc[field]]));
	frm.pendaftaran = { docname: frm.docname, awal, usulan: {}, tetap: Object.keys(carried) };
	carried = {};
}

/** Everything before the sender has its usual value, so typing starts there; Frappe asks for it when it is ready. */
export function begin_typing_at_sender(frm) {
	frm.focus_on_first_input = () => frm.get_field("pengirim").set_focus();
}

async function propose(frm, field, value) {
	const { docname } = frm;
	await load_title(frm.get_field(field).df, value);
	if (frm.docname !== docname || frm.doc[field] === value) return;
	if (is_typing_in(frm, field) || !is_untouched(frm, field)) return;
	frm.pendaftaran.usulan[field] = value;
	frm.set_value(field, value).then(() => mark(frm, field));
}

/** The control shows a title it knows at once; one that comes late would replace what is typed meanwhile. */
async function load_title({ fieldtype, options }, value) {
	const titled = fieldtype === "Link" && frappe.boot.link_title_doctypes.includes(options);
	if (titled && !frappe.utils.get_link_title(options, value)) {
		await frappe.utils.fetch_link_title(options, value);
	}
}

/** A proposal that comes late must not replace what is half typed. */
function is_typing_in(frm, field) {
	return frm.get_field(field).$wrapper[0].contains(document.activeElement);
}

/** Whether the clerk has chosen nothing himself in a field of a new letter. */
export function is_untouched(frm, field) {
	const { awal, usulan, tetap } = frm.pendaftaran;
	const value = frm.doc[field];
	return !tetap.includes(field) && (!value || value === awal[field] || value === usulan[field]);
}

function mark(frm, field) {
	const proposed = frm.pendaftaran.usulan[field];
	const { $wrapper } = frm.get_field(field);
	$wrapper.toggleClass("diusulkan", Boolean(proposed) && proposed === frm.doc[field]);
	$wrapper.find(".control-label").attr("data-usulan", __("usulan"));
}

function tell_who_registers_secrets(frm) {
	const foreign =
		SIFAT_RAHASIA.includes(frm.doc.sifat) && !frappe.user.has_role("Operator Sandi");
	const advice = __(
		"Hanya Operator Sandi yang boleh mendaftarkan surat ini. Serahkan tertutup."
	);
	frm.set_df_property("sifat", "description", foreign ? advice : "");
}

/** Clicked or pressed twice it still registers one letter. */
function save_and_next(frm) {
	if (!frm.is_new() || frm.pendaftaran.menyimpan) return;
	const { pendaftaran } = frm;
	const release = () => (pendaftaran.menyimpan = false);
	pendaftaran.menyimpan = true;
	document.activeElement?.blur();
	frm.save("Save", (answer) => (answer.exc ? release() : open_next(frm)), null, release).finally(
		release
	);
}

function open_next(frm) {
	tell_number(frm.doc);
	const { saluran } = frm.doc;
	// What the sender's last letter proposed says nothing about the next sender's.
	carried = saluran === frm.pendaftaran.usulan.saluran ? {} : { saluran };
	frappe.new_doc(frm.doctype, { ...carried });
}

function tell_number({ doctype, name, nomor_agenda }) {
	const address = get_pdf_address(doctype, name, "Bukti Registrasi");
	const number = __("Terdaftar dengan nomor agenda {0}.", [escape_text(nomor_agenda).bold()]);
	const message = `${number} <a class="tautan-bukti" href="${address}" target="_blank">${__(
		"Cetak bukti"
	)}</a>`;
	frappe.show_alert({ message, indicator: "green" }, SECONDS_OF_NOTICE);
}
