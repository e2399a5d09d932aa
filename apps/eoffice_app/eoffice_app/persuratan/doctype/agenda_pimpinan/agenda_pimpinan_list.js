frappe.listview_settings["Agenda Pimpinan"] = {
	add_fields: ["kehadiran"],
	hide_name_column: true,

	get_indicator({ kehadiran }) {
		return [__(kehadiran), eoffice.WARNA_KEHADIRAN[kehadiran], `kehadiran,=,${kehadiran}`];
	},
};
