// The frame of the page. On a phone one of its three columns is seen at a time, chosen below by the thumb.

const LAYAR = ["daftar", "lembar", "isian"];

/** @returns {string} HTML of the empty page */
export function get_frame_html() {
	return `<div class="meja" data-layar="daftar">
		<p class="meja-kabar hidden" role="status"></p>
		<div class="meja-kolom">
			<section class="meja-daftar" aria-label="${__("Surat yang menunggu")}">
				<div class="meja-kelompok" role="group" aria-label="${__("Yang ditampilkan")}"></div>
				<ul class="meja-baris"></ul>
				<div class="meja-pilihan hidden"></div>
			</section>
			<section class="meja-lembar" aria-label="${__("Scan surat")}">
				${get_toolbar_html()}
				<div class="meja-gulungan" tabindex="0" role="region"
					aria-label="${__("Halaman surat")}"></div>
			</section>
			<section class="meja-isian" aria-label="${__("Tindakan")}">
				<p class="meja-kosong">${__("Memuat …")}</p></section>
		</div>
		<div class="meja-tertunda" role="status" aria-live="polite"></div>
		<nav class="meja-layar" aria-label="${__("Bagian halaman")}">
			${LAYAR.map(get_screen_html).join("")}
		</nav>
	</div>`;
}

function get_toolbar_html() {
	return `<div class="meja-alat" role="toolbar" aria-label="${__("Alat scan")}">
		${get_tool_html("perkecil", __("Perkecil"), "−")}
		${get_tool_html("perbesar", __("Perbesar"), "+")}
		${get_tool_html("putar", __("Putar"), "↻")}
		<label class="meja-halaman hidden">
			<input class="form-control input-xs" inputmode="numeric" aria-label="${__("Halaman")}"
				title="${__("Ketik nomor halaman, lalu Enter")}"> / <span></span>
		</label>
		<form class="meja-cari" role="search">
			<input type="search" class="form-control input-xs" aria-label="${__("Cari kata dalam scan")}"
				placeholder="${__("Cari dalam scan")}">
			<span class="meja-temuan" role="status"></span>
		</form>
	</div>`;
}

function get_tool_html(name, label, sign) {
	return `<button type="button" class="btn btn-default btn-xs" data-alat="${name}"
		aria-label="${label}" title="${label}">${sign}</button>`;
}

function get_screen_html(name) {
	const labels = { daftar: __("Daftar"), lembar: __("Surat"), isian: __("Tindakan") };
	return `<button type="button" class="btn" data-layar="${name}"
		aria-pressed="${name === "daftar"}">${labels[name]}</button>`;
}

/** Bring one of the columns before the user of a phone. */
export function show_screen($meja, name) {
	$meja.attr("data-layar", name);
	$meja
		.find(".meja-layar button")
		.each((_index, button) =>
			button.setAttribute("aria-pressed", button.dataset.layar === name)
		);
}
