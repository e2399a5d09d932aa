import { escape_lines, escape_text, format_day, format_moment } from "./teks";
import { WARNA_DISPOSISI } from "./keadaan";

const TANDA_STATUS = {
	Terkirim: "",
	Dibaca: "",
	Ditindaklanjuti: "↓",
	Dilaporkan: "↑",
	Selesai: "✓",
	Ditarik: "×",
};

/**
 * One recipient in the picture of the tree.
 *
 * @param {object} node the disposisi as `get_pohon` gives it
 * @param {string} content HTML of what was meant for him alone
 * @param {string} below HTML of what he passed on in turn
 * @returns {string} HTML
 */
export function get_node_html(node, content, below) {
	const color = node.terlambat ? "red" : WARNA_DISPOSISI[node.status] || "gray";
	const css_class = node.status === "Ditarik" ? "ditarik" : "";
	const mark = node.terlambat ? "!" : TANDA_STATUS[node.status] || "";
	return `<li class="simpul ${css_class}" role="treeitem" tabindex="-1" style="--warna: var(--${color}-500)"
			aria-label="${escape_text(get_label(node))}" ${below ? 'aria-expanded="true"' : ""}>
		<span class="tanda" aria-hidden="true">${mark}</span>
		<div class="kartu">
			${get_head_html(node)}
			<div class="keadaan">${get_state_html(node)}</div>
			${content}
			${get_report_html(node)}
			${get_return_html(node)}
			${below ? get_progress_html(node) : ""}
			${get_buttons_html(node)}
		</div>
		${below ? `<div class="bawah" role="none">${below}</div>` : ""}
	</li>`;
}

/** What a screen reader says of a recipient before one goes into the details. */
function get_label(node) {
	const late = node.terlambat ? __("terlambat {0} hari", [node.hari_terlambat]) : "";
	return [node.nama_kepada, node.pemangku, __(node.status), late].filter(Boolean).join(", ");
}

function get_head_html(node) {
	const fold = node.anak.length
		? `<button type="button" class="lipat" tabindex="-1" aria-label="${__("Lipat")}">▾</button>`
		: "";
	return `<div class="kepala">
		<div class="siapa">
			<strong>${escape_text(node.nama_kepada)}</strong> ${get_role_html(node)}
			<span class="keterangan-pohon">${escape_text(node.pemangku)}</span>
		</div>
		<span class="indicator-pill no-indicator-dot ${WARNA_DISPOSISI[node.status] || "gray"}">${escape_text(
			__(node.status)
		)}</span>
		${fold}
	</div>`;
}

/** That one answers for it is usual; that one only assists, or need not report, is said. */
function get_role_html(node) {
	const roles = [
		node.peran_penerima === "Membantu" && __("membantu"),
		!node.perlu_jawaban && __("cukup dibaca"),
	].filter(Boolean);
	return roles.map((role) => `<span class="peran">${role}</span>`).join(" ");
}

function get_state_html(node) {
	return [
		get_deadline_html(node),
		node.status === "Ditarik"
			? get_remark_html(__("ditarik {0}", [format_moment(node.ditarik_pada)]))
			: get_remark_html(
					node.dibaca_pada
						? __("dibaca {0}", [format_moment(node.dibaca_pada)])
						: __("belum dibaca")
				),
		node.diterima_pada &&
			get_remark_html(
				__("diterima {0}, {1}", [
					escape_text(node.nama_penerima_laporan),
					format_moment(node.diterima_pada),
				])
			),
	]
		.filter(Boolean)
		.join("");
}

function get_deadline_html(node) {
	if (!node.batas_waktu) return "";
	const day = format_day(node.batas_waktu);
	if (!node.hari_terlambat) return get_remark_html(__("batas waktu {0}", [day]));
	const text = node.terlambat
		? __("terlambat {0} hari, batas waktu {1}", [node.hari_terlambat, day])
		: __("dilaporkan {0} hari sesudah batas waktu {1}", [node.hari_terlambat, day]);
	return `<span class="terlambat">${text}</span>`;
}

function get_remark_html(text) {
	return `<span class="keterangan-pohon">${text}</span>`;
}

function get_report_html(node) {
	if (!node.umpan_balik) return "";
	const acting = node.sebagai_pelapor && node.sebagai_pelapor !== node.nama_kepada;
	const who = acting ? `${node.nama_pelapor} (${node.sebagai_pelapor})` : node.nama_pelapor;
	return `<div class="umpan-balik">
		<span class="keterangan-pohon">${__("Umpan balik")} · ${escape_text(who)}
			· ${format_moment(node.umpan_balik_pada)}</span>
		<p>${escape_lines(node.umpan_balik)}</p>
		${node.lampiran.map(get_file_html).join("")}
	</div>`;
}

function get_file_html(address) {
	const name = decodeURIComponent(address.split("/").pop());
	return `<a class="lampiran-umpan-balik" href="${escape_text(address)}" target="_blank"
		rel="noopener">${escape_text(name)}</a>`;
}

function get_return_html(node) {
	if (!node.catatan_pengembalian) return "";
	return `<div class="dikembalikan">
		<span class="keterangan-pohon">${__("Umpan balik dikembalikan")}</span>
		<p>${escape_lines(node.catatan_pengembalian)}</p>
	</div>`;
}

function get_progress_html({ kemajuan: { selesai, jumlah } }) {
	if (!jumlah) return "";
	return `<div class="kemajuan">
		<progress max="${cint(jumlah)}" value="${cint(selesai)}" aria-hidden="true"></progress>
		${get_remark_html(__("{0} dari {1} di bawahnya selesai", [selesai, jumlah]))}
	</div>`;
}

function get_buttons_html(node) {
	const { boleh } = node;
	const buttons = [
		boleh.terima && get_button_html(node, "terima", __("Terima Umpan Balik"), "btn-primary"),
		boleh.terima && get_button_html(node, "kembalikan", __("Kembalikan"), "btn-default"),
		boleh.lapor && get_button_html(node, "lapor", __("Beri Umpan Balik"), "btn-primary"),
		boleh.tarik && get_button_html(node, "tarik", __("Tarik"), "btn-default"),
	].filter(Boolean);
	return buttons.length ? `<div class="tombol-pohon">${buttons.join("")}</div>` : "";
}

function get_button_html(node, action, label, css_class) {
	return `<button type="button" class="btn btn-sm ${css_class}" data-tindakan="${action}"
		data-disposisi="${escape_text(node.name)}">${label}</button>`;
}
