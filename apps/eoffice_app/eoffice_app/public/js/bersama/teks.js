// The page's texts in the user's language, as the server put them into it.

const known = JSON.parse(document.getElementById("teks").textContent);

/** Return a text by its key, with `{0}`, `{1}` … filled in. */
export function teks(key, ...values) {
	return known[key].replace(/\{(\d)\}/g, (_match, at) => values[at]);
}

/** Return a moment as day and hour, such as "21/11 10.15". */
export function tulis_waktu(milliseconds) {
	const moment = new Date(milliseconds);
	const two = (number) => String(number).padStart(2, "0");
	const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}`;
	return `${day} ${two(moment.getHours())}.${two(moment.getMinutes())}`;
}

/** Return a day as the server writes it, "2026-11-21", as "21/11/2026". */
export function tulis_tanggal(tanggal) {
	return tanggal.split("-").reverse().join("/");
}
