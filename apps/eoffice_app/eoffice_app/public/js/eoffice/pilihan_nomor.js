/**
 * The fields by which a letter gets another number than the next one of today: a deliberate act, so they are folded away.
 *
 * @param {boolean} may_insert whether the user may date a letter back in its series
 * @returns {object[]}
 */
export function get_number_fields(may_insert) {
	const dated = may_insert
		? [
				{
					fieldname: "tanggal_surat",
					fieldtype: "Date",
					label: __("Tanggal Surat"),
					description: __(
						"Kosong berarti hari ini. Tanggal mundur mendapat nomor sisipan bila perlu."
					),
				},
				{
					fieldname: "alasan",
					fieldtype: "Small Text",
					label: __("Alasan Bertanggal Mundur"),
					depends_on: "eval:doc.tanggal_surat",
					mandatory_depends_on: `eval:doc.tanggal_surat && doc.tanggal_surat < "${frappe.datetime.get_today()}"`,
				},
			]
		: [];
	return [
		{
			fieldname: "bagian_nomor",
			fieldtype: "Section Break",
			label: __("Nomor Lain"),
			collapsible: 1,
		},
		...dated,
		{
			fieldname: "pesanan",
			fieldtype: "Link",
			options: "Pesanan Nomor",
			label: __("Pesanan Nomor"),
			description: __("Bila nomor surat ini sudah dipesan dan tertulis pada kertas."),
			get_query: () => ({ filters: { keadaan: "Terbuka" } }),
		},
		{
			fieldname: "nomor_urut",
			fieldtype: "Int",
			label: __("Nomor Urut yang Dipesan"),
			depends_on: "eval:doc.pesanan",
			mandatory_depends_on: "eval:doc.pesanan",
		},
	];
}

/** What was chosen in these fields, as arguments of the server. */
export function read_number({ tanggal_surat, alasan, pesanan, nomor_urut }) {
	return {
		...(tanggal_surat ? { tanggal_surat, alasan: alasan || "" } : {}),
		...(pesanan ? { pesanan, nomor_urut: nomor_urut || 0 } : {}),
	};
}
