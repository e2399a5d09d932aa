import { escape_lines, escape_text, format_moment } from "./teks";
import { get_node_html } from "./simpul_pohon";

/**
 * The whole course of the disposisi of a letter as a picture: who passed it to whom, how it stands with
 * each, what is late, what was reported.
 *
 * What one official wrote in one go is shown once, with its recipients hanging below it.
 *
 * @param {object} pohon what `get_pohon` answered
 * @param {string} what_comes_next text for a letter without any disposisi
 * @returns {string} HTML; the buttons carry `data-tindakan` and `data-disposisi`
 */
export function get_pohon_html(pohon, what_comes_next) {
	if (!pohon.akar.length) {
		return `<div class="pohon-kosong">${escape_text(what_comes_next)}</div>`;
	}
	return `<div class="pohon-disposisi">
		${get_summary_html(pohon)}
		<div role="tree" aria-label="${__("Perjalanan Disposisi")}">${get_acts_html(pohon.akar)}</div>
	</div>`;
}

function get_summary_html({ ringkasan, tuntas }) {
	const { jumlah, selesai, dilaporkan, terlambat } = ringkasan;
	if (!jumlah) return "";
	const facts = [
		__("{0} dari {1} disposisi selesai", [selesai, jumlah]),
		dilaporkan && __("{0} umpan balik menunggu diterima", [dilaporkan]),
		terlambat && `<span class="terlambat">${__("{0} terlambat", [terlambat])}</span>`,
		tuntas && __("semua penanggung jawab tuntas"),
	].filter(Boolean);
	return `<div class="ringkasan-pohon">
		<progress max="${cint(jumlah)}" value="${cint(selesai)}"
			aria-label="${__("Disposisi selesai")}"></progress>
		<span>${facts.join(" · ")}</span>
	</div>`;
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
	const common = has_common_content(nodes);
	const get_below = (node) => get_acts_html(node.anak, node);
	return `<section class="tindakan" role="none">
		<div class="penulis">
			${get_author_html(nodes[0], parent)}
			${common ? get_content_html(nodes[0]) : ""}
			${get_direct_html(nodes[0])}
		</div>
		<ul class="penerima" role="group">${nodes
			.map((node) =>
				get_node_html(node, common ? "" : get_content_html(node), get_below(node))
			)
			.join("")}</ul>
	</section>`;
}

/** Where each recipient was told something else, it stands with him. */
function has_common_content(nodes) {
	const contents = nodes.map((node) => JSON.stringify([node.instruksi, node.catatan]));
	return new Set(contents).size === 1;
}

/** Who passes on what he was given has just been named; only somebody acting for him is named anew. */
function get_author_html(node, parent) {
	const moment = `<span class="keterangan-pohon">${format_moment(node.ditulis_pada)}</span>`;
	const post = node.sebagai || node.nama_dari;
	if (parent && post === parent.nama_kepada && node.nama_penulis === parent.pemangku) {
		return `<div><span class="keterangan-pohon">${__("meneruskan")}</span> ${moment}</div>`;
	}
	const holder = node.mewakili ? __("mewakili {0}", [escape_text(node.mewakili)]) : "";
	return `<div><strong>${escape_text(post)}</strong>
		<span class="keterangan-pohon">${escape_text(node.nama_penulis)}</span>
		<span class="keterangan-pohon">${holder}</span> ${moment}</div>`;
}

function get_content_html(node) {
	const instructions = node.instruksi
		.map((text) => `<li>${escape_text(__(text))}</li>`)
		.join("");
	if (!instructions && !node.catatan) return "";
	return `<div class="isi-disposisi">
		${instructions ? `<ul class="instruksi" role="none">${instructions}</ul>` : ""}
		${node.catatan ? `<p class="catatan">${escape_lines(node.catatan)}</p>` : ""}
	</div>`;
}

/** What went out before the head wrote anything must be told from what he wrote. */
function get_direct_html(node) {
	if (!node.kirim_langsung) return "";
	return `<p class="kirim-langsung"><span class="indicator-pill no-indicator-dot orange">${__(
		"Dikirim langsung (H-1)"
	)}</span> ${escape_lines(node.alasan_langsung)}</p>`;
}
