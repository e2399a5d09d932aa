import { escape_text } from "./teks";

const PATH = "eoffice_app.pencarian.pilihan.list_choices";
const SIFAT = ["Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"];
const JENIS = ["Surat Masuk", "Surat Keluar"];

/**
 * What a search can be narrowed down by, as fields that keep their values.
 *
 * @param {jQuery} $place where to show them
 * @param {function} on_change called when the user chooses something
 * @returns {{get: function, set: function, ready: Promise}} values as an object, empty ones left out
 */
export function show_saringan($place, on_change) {
	$place.html(`${get_select_html("jenis", __("Masuk dan keluar"), JENIS)}
		${get_select_html("tahun", __("Semua tahun"))}
		${get_select_html("unit", __("Semua unit"))}
		${get_select_html("sifat", __("Semua sifat"), SIFAT)}
		${get_select_html("keadaan", __("Semua keadaan"))}
		${get_select_html("naskah", __("Semua jenis naskah"))}
		<div class="saringan-klasifikasi"></div>
		${get_select_html("urut", __("Terbaru dulu"), [["terbaik", __("Paling cocok dulu")]])}`);
	const klasifikasi = make_klasifikasi($place.find(".saringan-klasifikasi"), on_change);
	$place.on("change", "select", on_change);
	const ready = frappe.call({ method: PATH, type: "GET" }).then(({ message }) => {
		Object.entries(message).forEach(([kind, values]) => add_choices($place, kind, values));
	});
	return {
		ready,
		get: () => read($place, klasifikasi),
		set: (values) => write($place, klasifikasi, values),
	};
}

function get_select_html(kind, all, values = []) {
	return `<select class="form-control input-xs" data-saringan="${kind}" aria-label="${all}">
		<option value="">${all}</option>${get_options_html(values)}</select>`;
}

/** A choice is its value, or a pair of value and what is shown for it. */
function get_options_html(values) {
	return values
		.map((value) => (Array.isArray(value) ? value : [value, __(String(value))]))
		.map(
			([value, shown]) =>
				`<option value="${escape_text(value)}">${escape_text(shown)}</option>`
		)
		.join("");
}

function add_choices($place, kind, values) {
	$place.find(`[data-saringan="${kind}"]`).append(get_options_html(values));
}

function make_klasifikasi($place, on_change) {
	return frappe.ui.form.make_control({
		parent: $place,
		df: {
			fieldtype: "Link",
			fieldname: "klasifikasi",
			options: "Klasifikasi Arsip",
			placeholder: __("Semua klasifikasi"),
			only_select: true,
			change: on_change,
		},
		render_input: true,
		only_input: true,
	});
}

function read($place, klasifikasi) {
	const values = { klasifikasi: klasifikasi.get_value() };
	$place.find("select").each((_index, { dataset, value }) => (values[dataset.saringan] = value));
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}

function write($place, klasifikasi, values) {
	$place.find("select").each((_index, select) => {
		select.value = values[select.dataset.saringan] || "";
	});
	return klasifikasi.set_value(values.klasifikasi || "");
}
