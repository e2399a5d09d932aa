const COLOR_OF_STATUS = {
	"Belum Diperiksa": "gray",
	"Ada Kesalahan": "red",
	"Siap Diimpor": "blue",
	"Sedang Diimpor": "yellow",
	Selesai: "green",
	Gagal: "red",
};

frappe.listview_settings["Impor Organisasi"] = {
	hide_name_column: true,

	get_indicator: ({ status }) => [__(status), COLOR_OF_STATUS[status], `status,=,${status}`],
};
