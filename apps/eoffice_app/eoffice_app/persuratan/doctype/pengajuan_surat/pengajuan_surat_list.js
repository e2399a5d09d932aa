const in_state =
	(...states) =>
	() => [["keadaan", "in", states]];
const QUESTIONS = [
	[__("Belum diproses"), in_state("Baru")],
	[__("Dikembalikan"), in_state("Dikembalikan")],
	[__("Diterima hari ini"), () => [["diterima_pada", "Timespan", "today"]]],
];

frappe.listview_settings["Pengajuan Surat"] = {
	add_fields: ["keadaan", "asal", "nama_pengirim", "otomatis", "perlu_cetak"],
	hide_name_column: true,
	onload: (listview) => eoffice.offer_filters(listview, QUESTIONS),

	get_indicator: ({ keadaan }) => [
		__(keadaan),
		eoffice.WARNA_PENGAJUAN[keadaan],
		`keadaan,=,${keadaan}`,
	],

	formatters: {
		diterima_pada: (value) => (value ? frappe.datetime.str_to_user(value.split(" ")[0]) : ""),
	},
};
