// The fields of the form: what stands in them, what is missing, and how that is said where a screen reader hears it.

import { teks } from "../bersama/teks";

const SUREL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;
const KONTAK = ["surel", "telepon"];

/** Return what stands in the form, as the office takes it. */
export function read(form) {
	const values = { jawaban: {} };
	for (const field of list_fields(form)) {
		const value = field.type === "checkbox" ? field.checked : field.value.trim();
		if (field.dataset.pertanyaan) values.jawaban[field.dataset.pertanyaan] = value;
		else values[field.name] = value;
	}
	return values;
}

/** Put back what `read` once gave. */
export function fill(form, values) {
	for (const field of list_fields(form)) {
		const { pertanyaan } = field.dataset;
		const value = pertanyaan ? values.jawaban?.[pertanyaan] : values[field.name];
		if (field.type === "checkbox") field.checked = Boolean(value);
		else field.value = value || "";
	}
}

/** Return what is wrong as pairs of a field's id and words for it, in the form's order. */
export function list_faults(form, unggahan) {
	const faults = [];
	for (const field of list_fields(form)) {
		const fault = find_fault(form, field);
		if (fault) faults.push([field.id, fault]);
	}
	if (form.dataset.berkasWajib === "1" && !unggahan.items.length) {
		faults.push(["berkas", teks("berkas_wajib")]);
	}
	return faults;
}

function find_fault(form, field) {
	const value = field.value.trim();
	if (field.getAttribute("aria-required") && !value) return teks("wajib", name_of(form, field));
	if (field.id === "surel" && value && !SUREL.test(value)) return teks("surel");
	if (field.id === "surel" && !KONTAK.some((id) => form.elements[id].value.trim()))
		return teks("kontak");
	if (field.type === "date" && field.max && value > field.max) return teks("tanggal");
	return "";
}

function name_of(form, field) {
	return form.querySelector(`label[for="${field.id}"]`).firstChild.textContent.trim();
}

/** Say what is wrong beside each field, and together above the form. */
export function show_errors(form, faults, { focus = true } = {}) {
	clear_errors(form);
	for (const [id, fault] of faults) {
		const place = document.getElementById(`galat-${id}`);
		place.textContent = fault;
		place.hidden = false;
		document.getElementById(id).setAttribute("aria-invalid", "true");
	}
	if (focus) show_summary(teks("periksa", faults.length), faults);
}

/** Say what the office refused. */
export function show_refusal(message) {
	show_summary(message, []);
}

/** Take back what was said of a field, or of all. */
export function clear_errors(form, id = "") {
	for (const place of form.querySelectorAll(id ? `#galat-${id}` : ".galat")) place.hidden = true;
	for (const field of form.querySelectorAll(id ? `#${id}` : "[aria-invalid]")) {
		field.removeAttribute("aria-invalid");
	}
	if (!form.querySelector("[aria-invalid]")) document.getElementById("ringkasan").hidden = true;
}

/** What somebody mends is no longer said to be wrong. */
export function forgive(form, field) {
	// Either of them is enough.
	for (const id of KONTAK.includes(field.id) ? KONTAK : [field.id]) clear_errors(form, id);
}

function show_summary(title, faults) {
	const summary = document.getElementById("ringkasan");
	summary.querySelector("h2").textContent = title;
	summary.querySelector("ul").replaceChildren(...faults.map(make_line));
	summary.hidden = false;
	summary.focus();
	summary.scrollIntoView({ block: "center" });
}

function make_line([id, fault]) {
	const line = document.createElement("li");
	const link = document.createElement("a");
	link.href = `#${id}`;
	link.textContent = fault;
	link.addEventListener("click", (event) => {
		event.preventDefault();
		document.getElementById(id).focus();
	});
	line.append(link);
	return line;
}

function list_fields(form) {
	return [...form.elements].filter((field) => field.name && field.type !== "file");
}
