import { escape_text } from "./teks";

const PERAN = ["Penanggung Jawab", "Membantu"];

/**
 * What is meant for one recipient alone, as fields that start from what holds for all.
 *
 * @param {object} post one of `penerima` of `get_pilihan_disposisi`
 * @param {object} pilihan what `get_pilihan_disposisi` answered
 * @returns {string} HTML of a fieldset with `data-jabatan`
 */
export function get_khusus_html(post, pilihan) {
	return `<fieldset class="khusus-penerima" data-jabatan="${escape_text(post.jabatan)}">
		<legend>${escape_text(post.nama_jabatan)}</legend>
		<label>${__("Peran")}
			<select class="form-control" data-nilai="peran_penerima">${PERAN.map(
				(peran) => `<option value="${peran}">${__(peran)}</option>`
			).join("")}</select>
		</label>
		<label>${__("Batas Waktu")}
			<input type="date" class="form-control" data-nilai="batas_waktu" min="${pilihan.hari_ini}">
		</label>
		<label class="lebar">${__("Catatan")}
			<input type="text" class="form-control" data-nilai="catatan"
				placeholder="${__("seperti untuk semua")}">
		</label>
		<label class="satu-pilihan lebar">
			<input type="checkbox" data-nilai="perlu_jawaban" checked>
			<span class="nama-pilihan">${__("Perlu umpan balik")}</span>
		</label>
		<details class="lebar">
			<summary>${__("Instruksi khusus")}</summary>
			${pilihan.instruksi.map(get_instruction_html).join("")}
		</details>
	</fieldset>`;
}

/**
 * What was chosen for each recipient alone. What was left empty stays as it is for all.
 *
 * @param {jQuery} $place holds the fieldsets of `get_khusus_html`
 * @returns {object} Jabatan and its values, as `write_disposisi` takes them
 */
export function read_khusus($place) {
	const entries = $place
		.find(".khusus-penerima")
		.toArray()
		.map((fieldset) => [fieldset.dataset.jabatan, read_one(fieldset)]);
	return Object.fromEntries(entries);
}

function read_one(fieldset) {
	const get = (name) => fieldset.querySelector(`[data-nilai=${name}]`);
	const instruksi = [...fieldset.querySelectorAll("[data-nilai=instruksi]:checked")];
	const filled = {
		batas_waktu: get("batas_waktu").value,
		catatan: get("catatan").value.trim(),
		instruksi: instruksi.map((box) => box.value),
	};
	return {
		peran_penerima: get("peran_penerima").value,
		perlu_jawaban: get("perlu_jawaban").checked ? 1 : 0,
		...Object.fromEntries(Object.entries(filled).filter(([, value]) => value.length)),
	};
}

function get_instruction_html(instruction) {
	return `<label class="satu-pilihan">
		<input type="checkbox" data-nilai="instruksi" value="${escape_text(instruction)}">
		<span class="nama-pilihan">${escape_text(__(instruction))}</span>
	</label>`;
}
