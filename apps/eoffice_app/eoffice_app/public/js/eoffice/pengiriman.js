import { escape_text, format_moment } from "./teks";
import { get_state_html } from "./daftar_pengiriman";
import { LANGKAH, get_pilihan } from "./langkah_pengiriman";
import { add_copy_buttons, get_copies_address } from "./salinan";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.saluran.tindakan";
const DAPAT_DIARSIPKAN = "Terkirim";

/**
 * Show on the form of a letter to whom it goes and how far that is, with what the user may do.
 *
 * @param {object} frm form of a Surat Keluar
 */
export function show_deliveries_of(frm) {
	if (!frm.doc.nomor) return undefined;
	const surat_keluar = frm.docname;
	return frappe
		.call({ method: `${PATH}.list_pengiriman`, args: { surat_keluar }, type: "GET" })
		.then(({ message: deliveries }) => {
			// The user may have moved on to another letter while the server was answering.
			if (frm.docname === surat_keluar) draw(frm, deliveries);
		});
}

/** Keep the deliveries on the form up to date while others send them or bring back their receipts. */
export function follow_deliveries_of(frm) {
	frappe.realtime.on("pengiriman_berubah", ({ surat_keluar }) => {
		if (frm.doc && frm.doc.name === surat_keluar) show_deliveries_of(frm);
	});
}

/**
 * Offer on the form of one delivery what may be done with it.
 *
 * @param {object} frm form of a Pengiriman Surat
 */
export function add_delivery_buttons(frm) {
	const { docname } = frm;
	add_copy_buttons(frm);
	get_pilihan(docname).then(({ langkah }) => {
		if (frm.docname !== docname) return;
		langkah.forEach((step) => {
			const { label, open, primary } = LANGKAH[step];
			frm.add_custom_button(label(), () => open(frm.doc, () => frm.reload_doc()));
			if (primary) frm.change_custom_button_type(label(), null, "primary");
		});
	});
}

function draw(frm, deliveries) {
	const $place = frm.get_field("daftar_pengiriman").$wrapper;
	const reload = () => frm.reload_doc();
	$place.html(get_summary_html(deliveries) + deliveries.map(get_row_html).join(""));
	$place.find("[data-langkah]").on("click", ({ currentTarget }) => {
		const { langkah, pengiriman } = currentTarget.dataset;
		const delivery = deliveries.find(({ name }) => name === pengiriman);
		LANGKAH[langkah].open(delivery, reload, currentTarget);
	});
	draw_letter_buttons(frm, $place, deliveries, reload);
}

function draw_letter_buttons(frm, $place, deliveries, reload) {
	const may_send = frm.doc.__onload?.boleh_kirim;
	const $buttons = $(`<div class="tombol-kiriman">`).appendTo($place);
	const add = (label, act) =>
		$(`<button type="button" class="btn btn-default btn-sm">`)
			.text(label)
			.appendTo($buttons)
			.on("click", act);
	if (frappe.model.can_print("Pengiriman Surat") && deliveries.length) {
		add(__("Cetak Salinan untuk Semua"), () =>
			window.open(get_copies_address(deliveries.map(({ name }) => name)), "_blank")
		);
	}
	if (may_send && frm.doc.workflow_state === "Bernomor") {
		add(__("Tambah Tindasan"), () => open_tindasan(frm, reload));
	}
	if (may_send && frm.doc.workflow_state === DAPAT_DIARSIPKAN) {
		const $archive = add(__("Arsipkan"), () => archive(frm, $archive, reload));
	}
}

function archive(frm, $button, reload) {
	$button.prop("disabled", true);
	const enable = () => $button.prop("disabled", false);
	post(`${PATH}.archive`, { surat_keluar: frm.docname }).then(reload, enable);
}

function open_tindasan(frm, reload) {
	open_dialog_kirim({
		title: __("Tambah Tindasan"),
		fields: [
			{
				fieldname: "jenis_penerima",
				fieldtype: "Select",
				label: __("Jenis Penerima"),
				options: ["Instansi", "Jabatan"],
				default: "Instansi",
				reqd: 1,
			},
			{
				fieldname: "penerima",
				fieldtype: "Dynamic Link",
				label: __("Penerima"),
				options: "jenis_penerima",
				reqd: 1,
			},
		],
		send_label: __("Tambah Tindasan"),
		send: (values) => post(`${PATH}.add_tindasan`, { surat_keluar: frm.docname, ...values }),
		after_sent: reload,
	});
}

function get_summary_html(deliveries) {
	if (!deliveries.length) {
		return `<p class="text-muted">${__("Belum ada pengiriman untuk surat ini.")}</p>`;
	}
	const counted = deliveries.filter(({ keadaan }) => keadaan !== "Batal");
	const open = counted.filter(({ keadaan }) => keadaan !== "Terkirim").length;
	const text = open
		? __("{0} dari {1} pengiriman belum sampai.", [open, counted.length])
		: __("Semua pengiriman sudah sampai.");
	return `<p class="ringkasan-kiriman">${text}</p>`;
}

function get_row_html(delivery) {
	const { name, nama_penerima, jenis_salinan, melalui, keadaan, saluran, langkah } = delivery;
	const via = melalui ? ` ${__("melalui {0}", [escape_text(melalui)])}` : "";
	return `<div class="kiriman">
		<div class="kiriman-penerima">
			<a href="${frappe.utils.get_form_link("Pengiriman Surat", name)}"
				>${escape_text(nama_penerima)}</a>
			<span class="text-muted">${escape_text(__(jenis_salinan))}${via}</span>
		</div>
		<div class="kiriman-cara">${escape_text(saluran) || __("Cara belum dipilih")}</div>
		<div class="kiriman-keadaan">${get_state_html(keadaan)}</div>
		<div class="kiriman-rincian text-muted">${get_details(delivery)}</div>
		<div class="kiriman-langkah">${langkah
			.map((step, index) => get_button_html(step, name, index))
			.join("")}</div>
	</div>`;
}

function get_details(delivery) {
	const { alasan, diterima_oleh, diterima_pada, dikirim_pada, nomor_bukti, keadaan } = delivery;
	const is_open = keadaan === "Menunggu" || keadaan === "Dalam Pengiriman";
	const parts = [
		diterima_pada &&
			__("diterima {0} oleh {1}", [format_moment(diterima_pada), escape_text(diterima_oleh)]),
		!diterima_pada && dikirim_pada && __("dikirim {0}", [format_moment(dikirim_pada)]),
		nomor_bukti && get_proof_html(delivery),
		is_open &&
			delivery.batas_waktu &&
			__("batas waktu {0}", [format_moment(delivery.batas_waktu)]),
		alasan && `<span class="text-danger">${escape_text(alasan)}</span>`,
	];
	return parts.filter(Boolean).join("; ");
}

/** What went to a post of the office is proven by the agenda number of the letter that it became there. */
function get_proof_html({ nomor_bukti, surat_masuk }) {
	const proof = escape_text(nomor_bukti);
	if (!surat_masuk) return proof;
	const address = frappe.utils.get_form_link("Surat Masuk", surat_masuk);
	return `<a href="${address}">${__("agenda {0}", [proof])}</a>`;
}

function get_button_html(step, name, index) {
	const { label, primary } = LANGKAH[step];
	const kind = primary && !index ? "btn-primary" : "btn-default";
	return `<button type="button" class="btn btn-xs ${kind}" data-langkah="${step}"
		data-pengiriman="${escape_text(name)}">${label()}</button>`;
}
