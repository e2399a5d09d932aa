// The calendar of the date fields comes in many languages, but not in Indonesian.

const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const BULAN = [
	"Januari",
	"Februari",
	"Maret",
	"April",
	"Mei",
	"Juni",
	"Juli",
	"Agustus",
	"September",
	"Oktober",
	"November",
	"Desember",
];

/** Give the date picker its Indonesian, unless this Frappe has brought it. */
export function teach_calendar_indonesian() {
	const languages = $.fn.datepicker.language;
	languages.id = languages.id || {
		days: HARI,
		daysShort: HARI.map((day) => day.slice(0, 3)),
		daysMin: HARI.map((day) => day.slice(0, 2)),
		months: BULAN,
		monthsShort: BULAN.map((month) => month.slice(0, 3)),
		today: "Hari ini",
		clear: "Kosongkan",
		dateFormat: "dd-mm-yyyy",
		timeFormat: "hh:ii",
		firstDay: 1,
	};
}

/** Name the arrows of the calendar of a list, which its library calls by English words. */
export function name_calendar_arrows() {
	const { prototype } = frappe.views.Calendar;
	const { set_css } = prototype;
	prototype.set_css = function (...given) {
		set_css.apply(this, given);
		this.$wrapper.find(".fc-prev-button").attr("aria-label", __("Sebelumnya"));
		this.$wrapper.find(".fc-next-button").attr("aria-label", __("Berikutnya"));
	};
}
