import { show_saringan } from "./saringan";
import { ask_monitor, get_address } from "./server";
import { escape_text } from "../eoffice/teks";
import { keep_live } from "./langsung";
import { open_panel } from "./panel";
import { show_board } from "./papan";
import { show_calendar } from "./kalender";
import { show_table } from "./tabel";

const TAMPILAN = { tabel: show_table, papan: show_board, kalender: show_calendar };

/**
 * Show every letter under way on its page. What is asked for stands in the address, so that it can be kept and sent.
 *
 * @param {object} page wrapper of the page
 */
export function show_monitor(page) {
	const $place = $(`<div class="pemantauan">`).appendTo($(page).find(".layout-main-section"));
	$place.html(get_html());
	const monitor = (page.monitor = {
		$place,
		$content: $place.find(".isi-pantau"),
		// Whose letters are unfolded.
		opened: new Set(),
		tampilan: "tabel",
		keep_focus: (draw) => keep_focus($place, draw),
		show_month: (bulan) => change(monitor, { bulan }),
		tell_failure: (failure) => tell_failure(monitor, failure),
	});
	monitor.saringan = show_saringan($place.find(".saringan-pantau"), () => change(monitor));
	page.page.add_menu_item(__("Unduh lembar kerja"), () => download(monitor), true);
	page.page.add_inner_button(__("Unduh"), () => download(monitor));
	$place.on("click", "[data-tampilan]", ({ currentTarget: { dataset } }) =>
		change(monitor, dataset)
	);
	$place.on("click", "[data-waktu]", ({ currentTarget }) => choose_time(monitor, currentTarget));
	$place.on("click", ".surat-pantau", ({ currentTarget }) => open_letter(currentTarget));
	$place.on("click", ".coba-lagi", () => refresh(monitor));
	$place.on("click", ".hapus-saringan", () => clear(monitor));
	follow(monitor);
}

/** The page comes up, by its address or again: ask what the address says, or keep what is asked in the address. */
export function refresh_monitor({ monitor }) {
	const asked = Object.fromEntries(new URLSearchParams(window.location.search));
	if (Object.keys(asked).length || !monitor.answer) {
		monitor.saringan.set(asked);
		monitor.tampilan = asked.tampilan in TAMPILAN ? asked.tampilan : "tabel";
		monitor.bulan = /^\d{4}-\d{2}$/.test(asked.bulan) ? asked.bulan : "";
	}
	change(monitor);
}

function get_html() {
	return `<div class="saringan-pantau" role="search" aria-label="${__("Saring surat berjalan")}"></div>
		<div class="kepala-pantau">
			<div class="angka-pantau" role="group" aria-label="${__("Menurut tenggat")}"></div>
			<div class="btn-group tampilan-pantau" role="group" aria-label="${__("Tampilan")}">
				${get_view_button("tabel", __("Tabel"))}
				${get_view_button("papan", __("Papan"))}
				${get_view_button("kalender", __("Kalender undangan"))}
			</div>
		</div>
		<div class="kabar-pantau" role="status" aria-live="polite"></div>
		<div class="galat-pantau" role="alert"></div>
		<div class="isi-pantau"></div>`;
}

function get_view_button(view, label) {
	return `<button type="button" class="btn btn-default btn-sm" data-tampilan="${view}"
		aria-pressed="false">${label}</button>`;
}

/** Ask anew with what was changed, and keep it in the address. */
function change(monitor, { tampilan, bulan } = {}) {
	monitor.tampilan = tampilan || monitor.tampilan;
	monitor.bulan = bulan ?? monitor.bulan;
	const { tampilan: view, bulan: month } = monitor;
	const values = {
		...monitor.saringan.get(),
		...(view === "tabel" ? {} : { tampilan: view }),
		...(view === "kalender" && month ? { bulan: month } : {}),
	};
	const address = new URLSearchParams(values).toString();
	window.history.replaceState(null, "", address ? `?${address}` : window.location.pathname);
	refresh(monitor);
}

/** An earlier answer that comes late is passed over. */
function refresh(monitor) {
	const question = (monitor.question = {});
	const is_newest = () => monitor.question === question;
	monitor.$place.attr("aria-busy", "true");
	const args = { saringan: JSON.stringify(monitor.saringan.get()) };
	return ask_monitor("pemantauan.get_pemantauan", args).then(
		(answer) => is_newest() && show(monitor, answer),
		(failure) => is_newest() && tell_failure(monitor, failure)
	);
}

async function show(monitor, answer) {
	monitor.answer = answer;
	monitor.saringan.offer_desks(answer.unit);
	show_figures(monitor);
	// Invitations are counted by nobody's deadline.
	monitor.$place.find(".angka-pantau").toggle(monitor.tampilan !== "kalender");
	monitor.$place.find(".galat-pantau").empty();
	monitor.$place.find("[data-tampilan]").each((_index, button) => {
		button.setAttribute("aria-pressed", button.dataset.tampilan === monitor.tampilan);
	});
	try {
		if (monitor.tampilan !== "kalender" && !answer.jumlah) show_nothing(monitor);
		else await TAMPILAN[monitor.tampilan](monitor);
	} catch (failure) {
		tell_failure(monitor, failure);
	}
	monitor.$place.removeAttr("aria-busy");
}

function show_figures(monitor) {
	const { jumlah, terlambat, hari_ini } = monitor.answer;
	const { waktu } = monitor.saringan.get();
	const figures = [
		["", __("surat berjalan"), jumlah],
		["terlambat", __("terlambat di meja pejabat"), terlambat],
		["hari-ini", __("jatuh tempo hari ini"), hari_ini],
		["belum", __("belum jatuh tempo"), jumlah - terlambat - hari_ini],
	];
	monitor.keep_focus(() =>
		monitor.$place.find(".angka-pantau").html(
			figures
				// With one of them chosen the others are not known.
				.filter(([value]) => !waktu || !value || value === waktu)
				.map(
					([value, label, figure]) => `<button type="button" data-waktu="${value}"
						class="${figure ? value : ""}" aria-pressed="${value === (waktu || "")}">
						<strong>${waktu && !value ? "" : cint(figure)}</strong>
						${waktu && !value ? __("tampilkan semua") : label}</button>`
				)
				.join("")
		)
	);
}

function choose_time(monitor, { dataset }) {
	monitor.saringan.set({ ...monitor.saringan.get(), waktu: dataset.waktu });
	change(monitor);
}

function show_nothing({ $content, saringan }) {
	const narrowed = Object.keys(saringan.get()).length;
	$content.html(
		narrowed
			? `<p class="kosong">${__("Tidak ada surat berjalan yang cocok dengan saringan ini.")}
				<button type="button" class="btn btn-default btn-sm hapus-saringan">${__(
					"Hapus saringan"
				)}</button></p>`
			: `<p class="kosong">${__(
					"Tidak ada surat berjalan di antara surat yang dapat Anda lihat. Semua sudah selesai, atau belum ada yang sampai kepada Anda."
				)}</p>`
	);
}

function clear(monitor) {
	monitor.saringan.set({});
	change(monitor);
}

function tell_failure(monitor, failure) {
	monitor.$place.removeAttr("aria-busy");
	const is_over = failure.is_of_session?.();
	const text = is_over
		? __(
				"Sesi Anda berakhir. Muat ulang halaman ini untuk masuk lagi; saringannya tetap di alamat."
			)
		: failure.message && failure.status
			? failure.message
			: __("Pemantauan tidak dapat diperbarui. Yang tampak adalah keadaan terakhir.");
	const retry = is_over
		? ""
		: `<button type="button" class="btn btn-default btn-xs coba-lagi">${__("Coba lagi")}</button>`;
	monitor.$place.find(".galat-pantau").html(`${escape_text(text)} ${retry}`);
}

function open_letter(button) {
	const { jenis, surat } = button.dataset;
	open_panel({ jenis, surat, perihal: $(button).find(".perihal").text() });
}

function download({ saringan }) {
	const args = { saringan: JSON.stringify(saringan.get()) };
	window.open(`/api/method/${get_address("lembar_kerja.download", args)}`);
}

/** Who reads or works by keys stays where he is while the page is drawn anew. */
function keep_focus($place, draw) {
	const { activeElement } = document;
	const key = ["pejabat", "surat", "waktu", "bulan"].find(
		(name) => activeElement.dataset?.[name]
	);
	const value = key && $place.get(0).contains(activeElement) && activeElement.dataset[key];
	draw();
	if (value)
		$place
			.find(`[data-${key}="${CSS.escape(value)}"]`)
			.first()
			.trigger("focus");
}

function follow(monitor) {
	keep_live({
		is_shown: () => monitor.$place.is(":visible"),
		refresh: () => refresh(monitor),
		tell: (live) =>
			monitor.$place
				.find(".kabar-pantau")
				.text(
					live
						? __("Perubahan tampak dengan sendirinya.")
						: __(
								"Pemberitahuan langsung sedang mati: halaman ini diperbarui tiap setengah menit."
							)
				),
	});
}
