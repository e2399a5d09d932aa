const COLOR_OF_KEHADIRAN = {
	"Belum Diputuskan": "orange",
	Hadir: "green",
	Diwakili: "blue",
	"Tidak Hadir": "gray",
};

frappe.listview_settings["Agenda Pimpinan"] = {
	add_fields: ["kehadiran"],
	hide_name_column: true,

	get_indicator({ kehadiran }) {
		return [__(kehadiran), COLOR_OF_KEHADIRAN[kehadiran], `kehadiran,=,${kehadiran}`];
	},
};
