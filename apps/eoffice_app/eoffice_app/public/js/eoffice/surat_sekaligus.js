import { describe_unmet, get_daftar_html, read_daftar } from "./daftar_periksa";
import { list_butir } from "./dialog_verifikasi";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";
import { show_many_results } from "./hasil_sekaligus";

const PATH = "eoffice_app.persuratan.surat_sekaligus.run_many";
// Each of these needs its own reason, content or number.
const ONE_BY_ONE = [
	"Kembalikan",
	"Kembalikan ke Pemeriksa",
	"Tolak",
	"Batalkan",
	"Disposisikan",
	"Nyatakan Tanpa Disposisi",
	"Beri Nomor",
];
const ASK = { Verifikasi: ask_checklist, "Beri Paraf": ask_note };

/**
 * Let the steps of the workflow be taken on all letters marked in a list, each with its own answer.
 *
 * Frappe shows each step only where all marked letters have it. Its own way would show a log of programmers.
 *
 * @param {object} listview list of Surat Masuk or Surat Keluar
 */
export function offer_steps_for_many(listview) {
	const items = listview.workflow_action_items || {};
	Object.keys(items).forEach((action) => {
		// Frappe keeps the link, or where several roles share the step, the text inside it.
		const $line = items[action].closest("li");
		if (ONE_BY_ONE.includes(action)) {
			$line.remove();
			delete items[action];
			return;
		}
		// An empty line that still does something would be left of the text alone where Frappe hides it.
		items[action] = $line
			.find("a")
			.off("click")
			.on("click", () => ask(listview, action));
	});
}

function ask(listview, action) {
	const letters = listview.get_checked_items();
	const step = { action, letters, jenis: listview.doctype };
	(ASK[action] || ask_nothing)(step, (results) => {
		const titles = Object.fromEntries(letters.map((letter) => [letter.name, tell(letter)]));
		listview.clear_checked_items();
		listview.refresh();
		show_many_results(results.map(({ surat, galat }) => ({ judul: titles[surat], galat })));
	});
}

function tell({ nomor_agenda, nomor, perihal }) {
	return [nomor_agenda || nomor, perihal].filter(Boolean).join(" · ");
}

function ask_nothing(step, after_sent) {
	open_dialog(step, [], () => ({}), after_sent);
}

function ask_note(step, after_sent) {
	const field = {
		fieldname: "catatan",
		fieldtype: "Small Text",
		label: __("Catatan (boleh kosong)"),
	};
	open_dialog(step, [field], ({ catatan }) => ({ catatan }), after_sent);
}

/** What is ticked holds for each of the letters: who has not looked at all of them does not tick. */
function ask_checklist(step, after_sent) {
	list_butir().then((butir) => {
		if (!butir.length) return ask_nothing(step, after_sent);
		const text = `<p>${__("Yang dicentang berlaku bagi setiap surat yang dipilih.")}</p>`;
		const field = {
			fieldname: "daftar",
			fieldtype: "HTML",
			options: text + get_daftar_html(butir),
		};
		open_dialog(step, [field], (values, dialog) => read_hasil(dialog), after_sent);
	});
}

function read_hasil({ $wrapper }) {
	const hasil = read_daftar($wrapper);
	const missing = hasil.filter(({ wajib, sesuai }) => wajib && !sesuai);
	$wrapper
		.find(".perlu-diperbaiki")
		.text(describe_unmet(missing))
		.toggleClass("hidden", !missing.length);
	return missing.length ? null : { hasil };
}

function open_dialog(step, fields, read, after_sent) {
	const { action, letters } = step;
	const lines = letters.map((letter) => $("<li>").text(tell(letter)).get(0).outerHTML);
	const list = { fieldtype: "HTML", options: `<ul>${lines.join("")}</ul>` };
	open_dialog_kirim({
		title: __("{0}: {1} surat", [__(action), letters.length]),
		fields: [list, ...fields],
		send_label: __(action),
		send: (values, dialog) => {
			const nilai = read(values, dialog);
			return nilai && send(step, nilai);
		},
		after_sent,
	});
}

function send({ action, letters, jenis }, nilai) {
	return post(PATH, {
		jenis,
		langkah: action,
		daftar_surat: JSON.stringify(letters.map(({ name, versi }) => ({ name, versi }))),
		nilai: JSON.stringify(nilai),
	});
}
