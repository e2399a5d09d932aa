import { escape_text, format_moment } from "./teks";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";
import { WARNA_KEHADIRAN } from "./keadaan";

const PATH = "eoffice_app.persuratan.disposisi.agenda_pimpinan.decide_kehadiran";
const PATH_PENERIMA = "eoffice_app.persuratan.disposisi.agenda_pimpinan.list_wakil";
const KEHADIRAN = ["Hadir", "Diwakili", "Tidak Hadir"];

/**
 * Who goes to the event of an invitation, as decided so far.
 *
 * @param {object[]} acara `acara` of `get_tindakan`
 * @returns {string} HTML; the buttons carry `data-acara`
 */
export function get_acara_html(acara) {
	if (!acara.length) return "";
	const { mulai, tempat } = acara[0];
	const where = tempat ? ` · ${escape_text(tempat)}` : "";
	return `<div class="acara-surat">
		<div><strong>${__("Acara")}</strong> ${format_moment(mulai)}${where}</div>
		<ul>${acara.map(get_entry_html).join("")}</ul>
	</div>`;
}

function get_entry_html(entry) {
	const wakil = entry.nama_wakil ? ` ${escape_text(entry.nama_wakil)}` : "";
	const button = entry.boleh
		? `<button type="button" class="btn btn-default btn-xs" data-acara="${escape_text(
				entry.name
			)}">${__("Putuskan Kehadiran")}</button>`
		: "";
	return `<li>${escape_text(entry.nama_jabatan)}
		<span class="indicator-pill no-indicator-dot ${WARNA_KEHADIRAN[entry.kehadiran]}">${__(
			entry.kehadiran
		)}${wakil}</span>
		<span class="keterangan-pohon">${escape_text(entry.catatan)}</span> ${button}</li>`;
}

/**
 * Open the dialog in which the invited official says who goes.
 *
 * @param {object} entry an Agenda Pimpinan
 * @param {function} after_sent called after the decision has been stored
 */
export function open_dialog_kehadiran(entry, after_sent) {
	return frappe
		.call({ method: PATH_PENERIMA, args: { agenda: entry.name } })
		.then(({ message }) =>
			open_dialog_kirim({
				title: __("Kehadiran"),
				fields: get_fields(entry, message),
				send_label: __("Simpan"),
				send: ({ kehadiran, diwakili_oleh, catatan }) =>
					post(PATH, {
						agenda: entry.name,
						kehadiran,
						diwakili_oleh: diwakili_oleh || null,
						catatan: catatan || "",
					}),
				after_sent: (clashes) => {
					tell_clashes(clashes);
					after_sent();
				},
			})
		);
}

function get_fields(entry, wakil) {
	return [
		{
			fieldname: "kehadiran",
			fieldtype: "Select",
			label: __("Kehadiran"),
			options: KEHADIRAN.map((value) => ({ value, label: __(value) })),
			default: KEHADIRAN.includes(entry.kehadiran) ? entry.kehadiran : "Hadir",
			reqd: 1,
		},
		{
			fieldname: "diwakili_oleh",
			fieldtype: "Select",
			label: __("Diwakili Oleh"),
			description: __("Yang mewakili menerima disposisi dan acara ini masuk agendanya."),
			options: [
				{ value: "", label: "" },
				...wakil.map((post_below) => ({
					value: post_below.jabatan,
					label: `${post_below.nama_jabatan} (${post_below.pemangku})`,
				})),
			],
			default: entry.diwakili_oleh || "",
			depends_on: "eval:doc.kehadiran=='Diwakili'",
			mandatory_depends_on: "eval:doc.kehadiran=='Diwakili'",
		},
		{
			fieldname: "catatan",
			fieldtype: "Small Text",
			label: __("Catatan"),
			default: entry.catatan,
		},
	];
}

function tell_clashes(clashes) {
	if (!clashes.length) return;
	const lines = clashes.map(
		(row) => `<li>${escape_text(row.judul)}, ${format_moment(row.mulai)}</li>`
	);
	frappe.msgprint({
		title: __("Acara berbenturan"),
		indicator: "orange",
		message: `${__("Pada waktu yang sama sudah ada acara:")}<ul>${lines.join("")}</ul>`,
	});
}
