import { escape_text } from "../eoffice/teks";
import { fill_list } from "./daftar";

/**
 * The letters by unit and official, each official's unfolding below him.
 *
 * @param {object} monitor see halaman.js
 */
export function show_table(monitor) {
	const { $content, answer, opened } = monitor;
	const shown = read_lists($content);
	if (answer.unit.length === 1 && answer.unit[0].pejabat.length === 1) {
		opened.add(answer.unit[0].pejabat[0].pejabat);
	}
	// Whoever stands on a letter finds it again only once its list is unfolded.
	monitor.keep_focus(() => {
		$content.html(get_table_html(answer));
		$content
			.find(".buka-pejabat")
			.each((_index, button) => teach_desk(monitor, button, shown[button.dataset.pejabat]));
	});
}

function teach_desk(monitor, button, shown) {
	button.addEventListener("click", () => toggle(monitor, button));
	if (monitor.opened.has(button.dataset.pejabat)) unfold(monitor, button, shown);
}

/** What is unfolded stays readable while it is asked for anew. */
function read_lists($content) {
	const buttons = $content.find(".buka-pejabat[aria-expanded=true]").get();
	return Object.fromEntries(
		buttons.map((button) => [
			button.dataset.pejabat,
			get_row(button).querySelector("ul")?.innerHTML,
		])
	);
}

function get_table_html({ unit }) {
	return `<table class="tabel-pantau">
		<caption class="sr-only">${__("Surat berjalan menurut unit dan pejabat")}</caption>
		<thead><tr>
			<th scope="col">${__("Pejabat")}</th>
			<th scope="col" class="angka">${__("Surat")}</th>
			<th scope="col" class="angka">${__("Terlambat")}</th>
			<th scope="col" class="angka">${__("Hari ini")}</th>
			<th scope="col" class="angka">${__("Belum tempo")}</th>
		</tr></thead>
		${unit.map(get_unit_html).join("")}
	</table>`;
}

function get_unit_html(unit, place) {
	return `<tbody>
		<tr class="baris-unit"><th scope="rowgroup">${escape_text(
			unit.nama || __("Tanpa unit")
		)}</th>${get_figures_html(unit)}</tr>
		${unit.pejabat.map((desk, number) => get_desk_html(desk, `${place}-${number}`)).join("")}
	</tbody>`;
}

function get_desk_html(desk, id) {
	const who =
		desk.jenis === "peran"
			? __("siapa pun yang berperan ini")
			: desk.pemangku || __("belum ada pemangku");
	return `<tr class="baris-pejabat">
			<th scope="row"><button type="button" class="buka-pejabat" aria-expanded="false"
				aria-controls="surat-${id}" data-pejabat="${escape_text(desk.pejabat)}">
				<span>${escape_text(desk.jenis === "peran" ? __(desk.nama) : desk.nama)}</span>
				<small>${escape_text(who)}</small></button></th>
			${get_figures_html(desk)}
		</tr>
		<tr class="baris-surat" id="surat-${id}" hidden><td colspan="5"></td></tr>`;
}

function get_figures_html({ jumlah, terlambat, hari_ini }) {
	return [
		["", jumlah, __("Surat")],
		["terlambat", terlambat, __("Terlambat")],
		["hari-ini", hari_ini, __("Hari ini")],
		["", jumlah - terlambat - hari_ini, __("Belum tempo")],
	]
		.map(
			([css_class, figure, label]) =>
				`<td class="angka ${figure ? css_class : "nol"}" data-label="${label}">${cint(figure)}</td>`
		)
		.join("");
}

function toggle(monitor, button) {
	if (button.getAttribute("aria-expanded") === "true") {
		monitor.opened.delete(button.dataset.pejabat);
		button.setAttribute("aria-expanded", "false");
		get_row(button).hidden = true;
	} else {
		monitor.opened.add(button.dataset.pejabat);
		unfold(monitor, button);
	}
}

function unfold(monitor, button, html = "") {
	const row = get_row(button);
	button.setAttribute("aria-expanded", "true");
	row.hidden = false;
	const $list = $(`<ul class="daftar-pantau">`).html(html);
	$(row.cells[0]).empty().append($list);
	fill_list(monitor, $list, { ...monitor.saringan.get(), pejabat: button.dataset.pejabat });
}

function get_row(button) {
	return document.getElementById(button.getAttribute("aria-controls"));
}
