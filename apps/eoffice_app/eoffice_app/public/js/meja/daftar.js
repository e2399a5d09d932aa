import { escape_text, format_day } from "../eoffice/teks";

const KELOMPOK = ["disposisi", "umpan_balik", "paraf", "tanda_tangan"];
const BANYAK_SEKALIGUS = ["paraf", "tanda_tangan"];
const TERHITUNG = 999;

/** What the user decides on in this list, in his words. */
export function name_kelompok(kelompok) {
	return {
		disposisi: __("Disposisi"),
		umpan_balik: __("Umpan Balik"),
		paraf: __("Paraf"),
		tanda_tangan: __("Tanda Tangan"),
	}[kelompok];
}

/** Whether several of a list can be done in one go. */
export function takes_several(kelompok) {
	return BANYAK_SEKALIGUS.includes(kelompok);
}

/** The next of the kinds, for the key that goes through them. */
export function next_kelompok(kelompok) {
	return KELOMPOK[(KELOMPOK.indexOf(kelompok) + 1) % KELOMPOK.length];
}

/**
 * Draw what waits.
 *
 * @param {jQuery} $place the column
 * @param {object} state `kelompok`, `jumlah`, `baris`, `masih`, `terpilih` (key) and `dicentang` (set of keys)
 */
export function draw_list($place, state) {
	$place.find(".meja-kelompok").html(KELOMPOK.map((name) => get_tab_html(name, state)).join(""));
	const rows = state.baris.map((row) => get_row_html(row, state)).join("");
	const more = state.masih
		? `<li><button type="button" class="btn btn-default btn-sm muat-lagi">${__("Muat lagi")}</button></li>`
		: "";
	$place.find(".meja-baris").html(rows + more || get_empty_html(state));
	draw_several($place, state);
}

/** Mark the chosen row, and bring it into sight. */
export function mark_chosen($place, kunci) {
	$place.find(".baris-meja").each((_index, row) => {
		const chosen = row.dataset.kunci === kunci;
		row.classList.toggle("terpilih", chosen);
		row.querySelector(".buka").setAttribute("aria-current", chosen);
		if (chosen) row.scrollIntoView({ block: "nearest" });
	});
}

function get_tab_html(name, { kelompok, jumlah }) {
	const count = jumlah[name] || 0;
	const shown = count > TERHITUNG ? `${TERHITUNG}+` : count;
	return `<button type="button" class="btn btn-xs ${name === kelompok ? "btn-primary" : "btn-default"}"
		data-kelompok="${name}" aria-pressed="${name === kelompok}">
		${name_kelompok(name)} <b>${shown}</b></button>`;
}

function get_row_html(row, { kelompok, terpilih, dicentang }) {
	const key = escape_text(row.kunci);
	const chosen = row.kunci === terpilih;
	const box = takes_several(kelompok)
		? `<input type="checkbox" data-centang="${key}" ${dicentang.has(row.kunci) ? "checked" : ""}
			aria-label="${escape_text(__("Pilih {0}", [row.perihal]))}">`
		: "";
	return `<li class="baris-meja ${chosen ? "terpilih" : ""}" data-kunci="${key}">${box}
		<button type="button" class="buka" aria-current="${chosen}">
			<span class="tanda">${get_marks_html(row)}</span>
			<span class="perihal">${escape_text(row.perihal)}</span>
			<span class="pihak">${escape_text([row.nomor_agenda, row.pihak].filter(Boolean).join(" · "))}</span>
			<span class="waktu">${get_times_html(row)}</span>
			${row.gagal ? `<span class="gagal">${escape_text(row.gagal)}</span>` : ""}
		</button></li>`;
}

function get_marks_html({ derajat, sifat, undangan, workflow_state }) {
	const marks = [
		derajat && derajat !== "Biasa" && ["red", __(derajat)],
		sifat && sifat !== "Biasa" && ["darkgrey", __(sifat)],
		undangan && ["blue", __("Undangan")],
		workflow_state === "Dikembalikan" && ["orange", __("Dikembalikan")],
	];
	return marks
		.filter(Boolean)
		.map(([color, text]) => `<span class="indicator-pill ${color}">${escape_text(text)}</span>`)
		.join("");
}

function get_times_html({ tenggat, terlambat, umur }) {
	const age = umur ? __("{0} hari", [umur]) : __("hari ini");
	if (!tenggat) return age;
	const until = __("batas {0}", [format_day(tenggat.split(" ")[0])]);
	return `${age} · <span class="${terlambat ? "lewat" : ""}">${until}${
		terlambat ? ` (${__("terlambat")})` : ""
	}</span>`;
}

function get_empty_html({ jabatan, kelompok }) {
	const text = jabatan.length
		? __("Tidak ada yang menunggu pada {0}.", [name_kelompok(kelompok)])
		: __(
				"Anda tidak sedang memangku jabatan apa pun, jadi tidak ada surat yang menunggu Anda. Bila keliru, minta Pengelola E-Office mengisi Pemangku Jabatan."
			);
	return `<li class="meja-kosong">${text}</li>`;
}

function draw_several($place, { kelompok, dicentang }) {
	const label = kelompok === "paraf" ? __("Beri Paraf") : __("Tanda Tangani");
	$place
		.find(".meja-pilihan")
		.toggleClass("hidden", !dicentang.size)
		.html(
			`<button type="button" class="btn btn-primary btn-sm banyak">${label} (${dicentang.size})</button>`
		);
}
