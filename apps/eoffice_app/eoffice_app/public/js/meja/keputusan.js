import { escape_text } from "../eoffice/teks";
import { ask_by_post, name_letter } from "./minta";
import { name_tindakan } from "./isian";

const PATH = "eoffice_app.meja.pintu";
const SECOND = 1000;

/**
 * Keep what was decided and can still be taken back, each with its seconds.
 *
 * @param {jQuery} $place where it is told
 * @param {object} tell `failed(kunci, text)`, `undone(kunci, tindakan, isi)` and `sent()`
 * @returns {object} `decide(letter, tindakan, isi)`, `decide_one_of_many(…)`, `undo_last()` and `has(kunci)`
 */
export function make_decisions($place, tell) {
	const decisions = { $place, tell, waiting: new Map() };
	$place.on("click", "button", ({ currentTarget }) =>
		undo(decisions, currentTarget.dataset.kunci)
	);
	return {
		decide: (letter, tindakan, isi) => decide(decisions, letter, tindakan, isi),
		decide_one_of_many: (letter, tindakan, isi) =>
			put_off(decisions, letter, tindakan, isi),
		undo_last: () => undo(decisions, [...decisions.waiting.keys()].pop()),
		has: (kunci) => decisions.waiting.has(kunci),
	};
}

/** The page goes on at once; where the server refuses, the letter comes back with what was typed on it. */
async function decide(decisions, letter, tindakan, isi) {
	try {
		await put_off(decisions, letter, tindakan, isi);
		return true;
	} catch (error) {
		tell_refusal(error, __("Belum terkirim"));
		decisions.tell.failed(letter.kunci, __("Belum terkirim"));
		return false;
	}
}

/** Who has to sign in anew is told that, and nothing besides. */
function tell_refusal({ message, signed_out }, title) {
	if (signed_out) return;
	frappe.msgprint({ title, message: escape_text(message), indicator: "red" });
}

/** Write a decision down on the server; rejects with Penolakan where that refuses, for the caller to tell. */
async function put_off(decisions, letter, tindakan, isi) {
	const { kunci } = letter;
	const entry = { kunci, tindakan, isi, perihal: letter.kepala.perihal, until: 0 };
	decisions.waiting.set(kunci, entry);
	draw(decisions);
	entry.asked = ask_by_post(`${PATH}.decide`, {
		tindakan,
		terbaca: letter.terbaca,
		isi,
		...name_letter(letter),
	});
	try {
		const { detik } = await entry.asked;
		entry.until = Date.now() + detik * SECOND;
		entry.timer = setTimeout(() => send(decisions, entry), detik * SECOND + SECOND / 2);
		tick(decisions);
	} catch (error) {
		forget(decisions, kunci);
		throw error;
	}
}

async function undo(decisions, kunci) {
	const entry = decisions.waiting.get(kunci);
	if (!entry || entry.undoing) return;
	entry.undoing = true;
	const accepted = await entry.asked.catch(() => null);
	// What was refused came back by itself.
	if (!accepted) return;
	try {
		clearTimeout(entry.timer);
		await ask_by_post(`${PATH}.undo`, { kunci });
		forget(decisions, kunci);
		decisions.tell.undone(kunci, entry.tindakan, entry.isi);
	} catch (error) {
		// It is sent, or will be by the office itself.
		tell_refusal(error, __("Tidak dapat dibatalkan lagi"));
		forget(decisions, kunci);
		decisions.tell.sent();
	}
}

/** Where this request is lost, the office's own job does the same within a minute. */
async function send(decisions, { kunci }) {
	forget(decisions, kunci);
	try {
		const results = await ask_by_post(`${PATH}.send_decided`, {});
		results
			.filter(({ galat }) => galat)
			.forEach((result) => decisions.tell.failed(result.kunci, result.galat));
	} catch {
		// The same job tells it then.
	} finally {
		decisions.tell.sent();
	}
}

function forget(decisions, kunci) {
	clearTimeout(decisions.waiting.get(kunci)?.timer);
	decisions.waiting.delete(kunci);
	draw(decisions);
}

function tick(decisions) {
	draw(decisions);
	clearTimeout(decisions.clock);
	if (decisions.waiting.size) decisions.clock = setTimeout(() => tick(decisions), SECOND);
}

/** The words are drawn once, so that a screen reader hears them once; only the seconds change. */
function draw(decisions) {
	const shown = new Set();
	decisions.$place.find("[data-tertunda]").each((_index, row) => {
		if (!decisions.waiting.has(row.dataset.tertunda)) row.remove();
		else shown.add(row.dataset.tertunda);
	});
	decisions.waiting.forEach((entry) => {
		if (!shown.has(entry.kunci)) decisions.$place.append(get_entry_html(entry));
		const seconds = Math.max(0, Math.ceil((entry.until - Date.now()) / SECOND));
		decisions.$place
			.find("[data-tertunda]")
			.filter((_index, row) => row.dataset.tertunda === entry.kunci)
			.find(".detik")
			.text(entry.until ? seconds : "");
	});
}

function get_entry_html({ kunci, tindakan, perihal }) {
	const key = escape_text(kunci);
	return `<p data-tertunda="${key}"><span>${name_tindakan(tindakan)}: ${escape_text(perihal)}</span>
		<span class="detik" aria-hidden="true"></span>
		<button type="button" class="btn btn-default btn-xs" data-kunci="${key}">${__("Batalkan")}
			<kbd>z</kbd></button></p>`;
}
