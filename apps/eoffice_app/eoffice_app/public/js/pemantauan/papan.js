import { ask_monitor } from "./server";
import { escape_text } from "../eoffice/teks";
import { fill_list } from "./daftar";
import { get_letter_html } from "./surat";

/**
 * The letters by state, as columns; a letter moves by what is done to it, not by hand.
 *
 * @param {object} monitor see halaman.js
 */
export function show_board(monitor) {
	const { $content, answer, question } = monitor;
	const args = { saringan: JSON.stringify(monitor.saringan.get()) };
	return ask_monitor("pemantauan.get_papan", args).then((board) => {
		if (monitor.question !== question) return;
		const columns = answer.keadaan.map((state) =>
			get_column_html(state, board[state.nama] || [])
		);
		monitor.keep_focus(() =>
			$content.html(`<div class="papan-pantau">${columns.join("")}</div>`)
		);
		$content
			.find(".lengkap")
			.on("click", ({ currentTarget }) => complete(monitor, currentTarget));
	});
}

function get_column_html({ nama, jumlah, terlambat }, letters) {
	const late = terlambat
		? `<span class="terlambat">${__("{0} terlambat", [cint(terlambat)])}</span>`
		: "";
	const rest = jumlah - letters.length;
	return `<section aria-label="${escape_text(__(nama))}">
		<h3>${escape_text(__(nama))} <span class="jumlah">${cint(jumlah)}</span> ${late}</h3>
		<ul class="daftar-pantau">${letters.map(get_letter_html).join("")}</ul>
		${
			rest > 0
				? `<button type="button" class="btn btn-default btn-sm lengkap" data-keadaan="${escape_text(
						nama
					)}">${__("Tampilkan {0} lagi", [rest])}</button>`
				: ""
		}
	</section>`;
}

function complete(monitor, button) {
	const $list = $(button).prev("ul");
	fill_list(monitor, $list, { ...monitor.saringan.get(), keadaan: button.dataset.keadaan });
	button.remove();
}
