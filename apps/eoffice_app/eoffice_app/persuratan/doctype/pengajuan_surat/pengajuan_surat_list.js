frappe.listview_settings["Pengajuan Surat"] = {
	add_fields: ["keadaan", "asal", "nama_pengirim", "otomatis", "perlu_cetak"],
	hide_name_column: true,
	onload(listview) {
		eoffice.offer_filters(listview);
		eoffice.tell_on_telephone(listview);
	},

	get_indicator: ({ keadaan }) => [
		__(keadaan),
		eoffice.WARNA_PENGAJUAN[keadaan],
		`keadaan,=,${keadaan}`,
	],

	formatters: {
		diterima_pada: (value) => (value ? frappe.datetime.str_to_user(value.split(" ")[0]) : ""),
	},
};
