import { escape_lines, escape_text, format_day, format_moment } from "../eoffice/teks";

/**
 * What a letter is, and what was asked of the user with it.
 *
 * @param {object} letter what `get_surat` answered
 * @returns {string} HTML
 */
export function get_head_html(letter) {
	const { kepala, jenis_surat, surat } = letter;
	const facts = jenis_surat === "Surat Keluar" ? list_draft_facts(kepala) : list_facts(kepala);
	return `<header class="meja-kepala">
		<h2>${escape_text(kepala.perihal)}</h2>
		<p class="pihak">${escape_text(kepala.pihak)}</p>
		<dl>${facts.map(get_fact_html).join("")}</dl>
		<a href="${frappe.utils.get_form_link(jenis_surat, surat)}">${__("Buka formulir surat")}</a>
	</header>
	${get_disposisi_html(letter.disposisi)}
	${get_done_html(letter)}`;
}

function list_facts(kepala) {
	return [
		[__("Agenda"), kepala.nomor_agenda],
		[__("Nomor"), kepala.nomor_surat],
		[__("Tanggal"), format_day(kepala.tanggal_surat)],
		[__("Diterima"), format_moment(kepala.tanggal_terima)],
		[__("Sifat"), __(kepala.sifat)],
		[__("Derajat"), __(kepala.derajat)],
		[__("Tenggat"), format_moment(kepala.tenggat)],
		[__("Acara"), kepala.undangan ? format_moment(kepala.acara_mulai) : ""],
		[__("Tempat"), kepala.undangan ? kepala.acara_tempat : ""],
		[__("Paraf"), kepala.paraf_nama],
		[__("Catatan paraf"), kepala.paraf_catatan],
		[__("Keterangan"), kepala.keterangan],
	];
}

function list_draft_facts(kepala) {
	return [
		[__("Jenis"), kepala.jenis_naskah],
		[__("Sifat"), __(kepala.sifat)],
		[__("Derajat"), __(kepala.derajat)],
		[__("Versi"), kepala.versi],
		[__("Keadaan"), __(kepala.workflow_state)],
		[__("Alasan"), kepala.alasan],
	];
}

function get_fact_html([label, value]) {
	return value ? `<div><dt>${label}</dt><dd>${escape_text(value)}</dd></div>` : "";
}

function get_disposisi_html(node) {
	if (!node) return "";
	const reported = node.status === "Dilaporkan";
	const from = reported
		? __("Umpan balik {0}", [node.sebagai_pelapor || node.nama_kepada])
		: __("Disposisi {0}", [node.sebagai || node.nama_dari]);
	const until = node.batas_waktu ? __("Batas {0}", [format_day(node.batas_waktu)]) : "";
	return `<section class="meja-pesan ${node.hari_terlambat ? "lewat" : ""}">
		<h3>${escape_text(from)}</h3>
		${reported ? `<p>${escape_lines(node.umpan_balik)}</p>${get_files_html(node.lampiran)}` : ""}
		<p>${node.instruksi.map((text) => escape_text(__(text))).join("; ")}</p>
		${node.catatan ? `<p>${escape_lines(node.catatan)}</p>` : ""}
		${node.catatan_pengembalian ? `<p><b>${__("Dikembalikan")}:</b> ${escape_lines(node.catatan_pengembalian)}</p>` : ""}
		${until ? `<p class="batas">${until}</p>` : ""}
	</section>`;
}

function get_files_html(files) {
	return (files || [])
		.map((address) => {
			const name = escape_text(decodeURIComponent(address.split("/").pop()));
			return `<p><a href="${escape_text(encodeURI(address))}" target="_blank" rel="noopener">${name}</a></p>`;
		})
		.join("");
}

function get_done_html({ sudah, jenis_surat }) {
	if (!sudah?.length) return "";
	const lines = sudah.map((row) =>
		jenis_surat === "Surat Keluar"
			? [row.nama_jabatan, row.nama, __(row.keadaan), row.catatan].filter(Boolean).join(" · ")
			: `${row.nama_dari} → ${row.nama_kepada} · ${__(row.status)}`
	);
	const label =
		jenis_surat === "Surat Keluar"
			? __("{0} paraf dan catatan", [sudah.length])
			: __("{0} disposisi sudah ditulis", [sudah.length]);
	return `<details class="meja-sudah"><summary>${label}</summary>
		<ul>${lines.map((line) => `<li>${escape_text(line)}</li>`).join("")}</ul></details>`;
}
