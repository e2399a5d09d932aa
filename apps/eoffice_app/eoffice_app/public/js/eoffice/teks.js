/** Escape a value of the database for use inside HTML; nothing gives the empty string. */
export function escape_text(value) {
	return frappe.utils.escape_html(cstr(value));
}

/** Escape a text of several lines for use inside HTML, keeping its lines. */
export function escape_lines(value) {
	return escape_text(value).replace(/\r?\n/g, "<br>");
}

/** Show a day of the database ("YYYY-MM-DD") the way the user reads days. */
export function format_day(day) {
	return day ? frappe.datetime.str_to_user(day, false, true) : "";
}

/** Show a moment of the database in the user's time zone, to the minute: nobody files by seconds. */
export function format_moment(moment) {
	if (!moment) return "";
	const [day, time] = frappe.datetime.convert_to_user_tz(moment).split(" ");
	return `${format_day(day)} ${time.slice(0, 5)}`;
}
