import { escape_lines, escape_text, format_day, format_moment } from "./teks";

const WARNA_STATUS = {
	Terkirim: "orange",
	Dibaca: "blue",
	Ditindaklanjuti: "purple",
	Selesai: "green",
	Ditarik: "gray",
};

/**
 * The whole course of the disposisi of a letter.
 *
 * What one official wrote in one go is shown once, with its recipients below it, each with his own state,
 * report and what he passed on in turn.
 *
 * @param {object} pohon what `get_pohon` answered
 * @param {string} what_comes_next text for a letter without any disposisi
 * @returns {string} HTML; the buttons carry `data-tindakan` and `data-disposisi`
 */
export function get_pohon_html(pohon, what_comes_next) {
	if (!pohon.akar.length) {
		return `<div class="pohon-kosong">${escape_text(what_comes_next)}</div>`;
	}
	return `<div class="pohon-disposisi">${get_acts_html(pohon.akar)}</div>`;
}

function get_acts_html(nodes, parent) {
	return group_by_act(nodes)
		.map((act) => get_act_html(act, parent))
		.join("");
}

/** Disposisi written in one go share their writer's post and the moment. */
function group_by_act(nodes) {
	const acts = new Map();
	for (const node of nodes) {
		const key = `${node.dari} ${node.ditulis_pada}`;
		if (!acts.has(key)) acts.set(key, []);
		acts.get(key).push(node);
	}
	return [...acts.values()];
}

function get_act_html(nodes, parent) {
	return `<section class="tindakan">
		${get_writer_html(nodes[0], parent)}
		${get_content_html(nodes[0])}
		<ul class="penerima">${nodes.map(get_recipient_html).join("")}</ul>
	</section>`;
}

function get_writer_html(node, parent) {
	return `<header>
		${get_author_html(node, parent)}
		<span class="keterangan-pohon">${format_moment(node.ditulis_pada)}</span>
	</header>`;
}

/** Who passes on what he was given has just been named; only somebody acting for him is named anew. */
function get_author_html(node, parent) {
	const post = node.sebagai || node.nama_dari;
	if (parent && post === parent.nama_kepada && node.nama_penulis === parent.pemangku) {
		return `<span class="keterangan-pohon">${__("diteruskan kepada:")}</span>`;
	}
	return `<strong>${escape_text(post)}</strong>
		<span class="keterangan-pohon">${escape_text(node.nama_penulis)} ·</span>`;
}

function get_content_html(node) {
	const instructions = node.instruksi
		.map((text) => `<li>${escape_text(__(text))}</li>`)
		.join("");
	return `<div class="isi-disposisi">
		${instructions ? `<ul class="instruksi">${instructions}</ul>` : ""}
		${node.catatan ? `<p class="catatan">${escape_lines(node.catatan)}</p>` : ""}
	</div>`;
}

function get_recipient_html(node) {
	return `<li class="${node.status === "Ditarik" ? "ditarik" : ""}">
		<div class="baris-penerima">
			<div class="siapa">
				<strong>${escape_text(node.nama_kepada)}</strong>
				<span class="keterangan-pohon">${escape_text(node.pemangku)}</span>
			</div>
			<div class="keadaan">${get_state_html(node)}</div>
			${get_buttons_html(node)}
		</div>
		${get_report_html(node)}
		${get_acts_html(node.anak, node)}
	</li>`;
}

function get_state_html(node) {
	const color = WARNA_STATUS[node.status] || "gray";
	const read = node.dibaca_pada
		? `<span class="keterangan-pohon">${__("dibaca {0}", [format_moment(node.dibaca_pada)])}</span>`
		: "";
	return `<span class="indicator-pill no-indicator-dot ${color}">${escape_text(
		__(node.status)
	)}</span>${get_deadline_html(node)}${read}`;
}

function get_deadline_html(node) {
	if (!node.batas_waktu) return "";
	const day = format_day(node.batas_waktu);
	if (!node.terlambat) {
		return `<span class="keterangan-pohon">${__("batas waktu {0}", [day])}</span>`;
	}
	return `<span class="terlambat">${__("terlambat, batas waktu {0}", [day])}</span>`;
}

function get_report_html(node) {
	if (!node.umpan_balik) return "";
	return `<div class="umpan-balik">
		<span class="keterangan-pohon">${__("Umpan balik")} · ${escape_text(node.nama_pelapor)}
			· ${format_moment(node.umpan_balik_pada)}</span>
		<p>${escape_lines(node.umpan_balik)}</p>
	</div>`;
}

function get_buttons_html(node) {
	const buttons = [
		node.boleh.lapor && get_button_html(node, "lapor", __("Beri Umpan Balik"), "btn-primary"),
		node.boleh.tarik && get_button_html(node, "tarik", __("Tarik"), "btn-default"),
	].filter(Boolean);
	return buttons.length ? `<div class="tombol-pohon">${buttons.join("")}</div>` : "";
}

function get_button_html(node, action, label, css_class) {
	return `<button type="button" class="btn btn-sm ${css_class}" data-tindakan="${action}"
		data-disposisi="${escape_text(node.name)}">${label}</button>`;
}
