const CLASS_OF_KEHADIRAN = {
	"Belum Diputuskan": "warning",
	Hadir: "success",
	Diwakili: "default",
	"Tidak Hadir": "danger",
};

frappe.views.calendar["Agenda Pimpinan"] = {
	field_map: {
		id: "name",
		start: "mulai",
		end: "selesai",
		// Every event has its hours: none takes the whole day.
		allDay: "sehari_penuh",
	},
	get_events_method: "eoffice_app.persuratan.disposisi.agenda_pimpinan.get_acara",
	get_css_class: ({ kehadiran }) => CLASS_OF_KEHADIRAN[kehadiran],
};
