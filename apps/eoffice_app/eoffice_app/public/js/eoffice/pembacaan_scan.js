import { escape_text } from "./teks";
import { post } from "./server";
import { take_ahead } from "./bekal";

const PATH = "eoffice_app.pindai.pembacaan";

/**
 * Show how far reading a letter's scans has come, below the table of its scans.
 *
 * @param {object} frm form of a saved Surat Masuk
 */
export function show_reading(frm) {
	const { docname } = frm;
	const ask_anew = () => post(`${PATH}.get_pembacaan`, { surat_masuk: docname });
	take_ahead(frm, "pembacaan", ask_anew).then((pembacaan) => {
		if (frm.docname !== docname) return;
		const $field = frm.get_field("scan").$wrapper;
		$field.children(".pembacaan-scan").remove();
		if (!pembacaan) return;
		const $place = $(`<div class="pembacaan-scan" role="status">
			${get_state_html(pembacaan)}</div>`).appendTo($field);
		$place.find("button").on("click", () => read_again(frm));
	}, $.noop);
}

/** The job has done a part: read how far it is. */
export function follow_reading(frm) {
	if (!frm.is_new()) show_reading(frm);
}

function get_state_html(pembacaan) {
	const { keadaan, galat, berkas_terbaca } = pembacaan;
	if (keadaan === "Menunggu") return get_pill_html("orange", describe_waiting(pembacaan));
	if (keadaan === "Tidak Dibaca") {
		return get_pill_html("gray", __("Teks surat rahasia tidak dibaca"));
	}
	if (keadaan === "Gagal") {
		return `${get_pill_html("red", __("Teks scan gagal dibaca"))}
			<p>${escape_text(galat)}</p>
			<button type="button" class="btn btn-default btn-xs">${__("Baca Ulang")}</button>`;
	}
	const link = berkas_terbaca
		? `<a href="${escape_text(encodeURI(berkas_terbaca))}" target="_blank" rel="noopener">
			${__("Buka salinan yang dapat dicari")}</a>`
		: "";
	return `${get_pill_html("green", describe_read(pembacaan))} ${link}`;
}

function get_pill_html(color, text) {
	return `<span class="indicator-pill ${color}">${escape_text(text)}</span>`;
}

function describe_waiting({ jumlah_halaman, halaman_terbaca }) {
	if (!jumlah_halaman) return __("Teks scan menunggu dibaca");
	return __("Teks scan sedang dibaca: {0} dari {1} halaman", [halaman_terbaca, jumlah_halaman]);
}

function describe_read({ jumlah_halaman, halaman_terbaca }) {
	if (halaman_terbaca < jumlah_halaman) {
		return __("Teks {0} dari {1} halaman scan sudah dibaca", [halaman_terbaca, jumlah_halaman]);
	}
	return __("Teks scan sudah dibaca");
}

function read_again(frm) {
	post(`${PATH}.read_again`, { surat_masuk: frm.docname }).then(
		() => show_reading(frm),
		() => show_reading(frm)
	);
}
