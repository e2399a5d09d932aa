import { WARNA_KEHADIRAN } from "../eoffice/keadaan";
import { ask_monitor } from "./server";
import { escape_text } from "../eoffice/teks";

const HARI_SEPEKAN = 7;

/**
 * The invitations of a month: a sheet of weeks on a wide screen, a list of days on a phone.
 *
 * @param {object} monitor see halaman.js; `bulan` is the month as "YYYY-MM"
 */
export function show_calendar(monitor) {
	const { question, saringan } = monitor;
	const bulan = monitor.bulan || moment().format("YYYY-MM");
	const { unit, pejabat, teks } = saringan.get();
	return ask_monitor("undangan.list_undangan", { bulan, unit, pejabat, teks }).then((events) => {
		if (monitor.question !== question) return;
		monitor.keep_focus(() => monitor.$content.html(get_html(bulan, events)));
		monitor.$content
			.find("[data-bulan]")
			.on("click", ({ currentTarget }) => monitor.show_month(currentTarget.dataset.bulan));
	});
}

function get_html(bulan, events) {
	const first = moment(bulan, "YYYY-MM");
	return `<div class="kepala-bulan">
			${get_month_button(first.clone().subtract(1, "month"), "‹", __("Bulan sebelumnya"))}
			<h3 aria-live="polite">${escape_text(get_month_name(first))}</h3>
			${get_month_button(first.clone().add(1, "month"), "›", __("Bulan berikutnya"))}
			${get_month_button(moment(), __("Bulan ini"), __("Bulan ini"))}
		</div>
		${events.length ? "" : `<p class="kosong">${__("Tidak ada undangan pada bulan ini.")}</p>`}
		<div class="hari-sepekan" aria-hidden="true">${list_days(moment().startOf("isoWeek"), HARI_SEPEKAN)
			.map((day) => `<span>${escape_text(get_day_name(day, { weekday: "short" }))}</span>`)
			.join("")}</div>
		<ol class="bulan-pantau" style="--mulai: ${first.isoWeekday()}">
			${list_days(first, first.daysInMonth())
				.map((day) => get_day_html(day, events.filter(falls_on(day))))
				.join("")}
		</ol>`;
}

function get_month_button(month, text, label) {
	return `<button type="button" class="btn btn-default btn-sm" aria-label="${label}"
		data-bulan="${month.format("YYYY-MM")}">${text}</button>`;
}

function get_month_name(first) {
	return first.toDate().toLocaleDateString(get_locale(), { month: "long", year: "numeric" });
}

function list_days(first, count) {
	return Array.from({ length: count }, (_unused, number) => first.clone().add(number, "days"));
}

/** An event of several days stands on each of them. */
function falls_on(day) {
	const date = day.format("YYYY-MM-DD");
	return ({ mulai, selesai }) => mulai.slice(0, 10) <= date && date <= selesai.slice(0, 10);
}

function get_day_html(day, events) {
	const today = day.isSame(moment(), "day") ? 'aria-current="date"' : "";
	const weekend = day.isoWeekday() >= HARI_SEPEKAN - 1 ? "akhir-pekan" : "";
	const name = get_day_name(day, { weekday: "long", day: "numeric", month: "long" });
	return `<li class="${weekend} ${events.length ? "" : "tanpa-acara"}" ${today}>
		<span class="tanggal" aria-hidden="true">${day.date()}</span>
		<span class="nama-hari">${escape_text(name)}</span>
		<ul class="acara-pantau">${events.map(get_event_html).join("")}</ul>
	</li>`;
}

function get_event_html(event) {
	return `<li><button type="button" class="surat-pantau" data-jenis="Surat Masuk"
			data-surat="${escape_text(event.surat_masuk)}">
		<span class="perihal">${escape_text(event.mulai.slice(11, 16))} ${escape_text(event.judul)}</span>
		<span class="keterangan">${[event.nama_jabatan, event.tempat]
			.filter(Boolean)
			.map(escape_text)
			.join(" · ")}</span>
		<span class="indicator-pill no-indicator-dot ${WARNA_KEHADIRAN[event.kehadiran] || "gray"}">${escape_text(
			__(event.kehadiran)
		)}</span>
	</button></li>`;
}

function get_day_name(day, parts) {
	return day.toDate().toLocaleDateString(get_locale(), parts);
}

function get_locale() {
	return frappe.boot.lang === "en" ? "en-GB" : "id-ID";
}
