import { ask } from "../bersama/server";

const METHOD = "eoffice_app.persuratan.surat_masuk.formulir.get_formulir";
const SURAT_MASUK = "Surat Masuk";
// What was asked so long ago is no longer what the form is about to show.
const FRESH = 10_000;

let bekal = null;

/**
 * Have all that the form of an incoming letter shows besides its fields before the fields are drawn. It comes with the
 * letter; of a letter that the desk has read already, it is asked for in one request. What nobody takes within seconds is
 * asked anew by who needs it.
 */
export function fetch_ahead() {
	frappe.router.on("change", () => {
		const [view, doctype, name] = frappe.get_route();
		const read_before = view === "Form" && doctype === SURAT_MASUK && locals[doctype]?.[name];
		if (!read_before || read_before.__islocal) return;
		// What came with it then, and was not drawn, is of another time.
		delete read_before.__onload?.formulir;
		ask_ahead(name);
	});
	$(document).on("form-refresh", (_event, frm) => {
		if (frm.doctype !== SURAT_MASUK || frm.is_new()) return;
		receive(frm.doc);
		// Drawn again without being read again, as after a step.
		ask_ahead(frm.docname);
		bekal.drawn = true;
	});
	take_steps_ahead();
}

/**
 * Frappe asks for the steps of the workflow once the fields are drawn, in a request of their own. What came with the
 * letter holds for its first drawing alone: a later one may follow a step, and Frappe wants the new steps before it says
 * that it draws.
 */
function take_steps_ahead() {
	const { workflow } = frappe;
	const ask_anew = workflow.get_transitions;
	workflow.get_transitions = function (doc) {
		const ask = () => ask_anew.call(workflow, doc);
		if (doc.doctype !== SURAT_MASUK) return ask();
		receive(doc);
		if (bekal?.drawn) return ask();
		workflow.setup(doc.doctype);
		return take_ahead({ doc, docname: doc.name }, "langkah", ask);
	};
}

/** Taken off the letter, so that it is not sent back to the office each time that the letter is saved. */
function receive({ name, __onload }) {
	if (!__onload?.formulir) return;
	keep(name, Promise.resolve(__onload.formulir));
	delete __onload.formulir;
}

function ask_ahead(name) {
	if (is_fresh(name) && !bekal.drawn) return;
	const answer = ask(`${METHOD}?${new URLSearchParams({ surat_masuk: name })}`);
	// Who takes it hears of the failure; where nobody does, nothing was missing.
	answer.catch($.noop);
	keep(name, answer);
}

function keep(name, answer) {
	bekal = { name, asked: Date.now(), drawn: false, taken: new Set(), answer };
}

function is_fresh(name) {
	return bekal?.name === name && Date.now() - bekal.asked < FRESH;
}

/**
 * What came with the letter of a form or was asked ahead for it, once; afterwards, and where it failed, what the part's
 * own door answers.
 *
 * @param {object} frm form of a Surat Masuk or Surat Keluar
 * @param {string} part a key of the answer
 * @param {function} ask_anew returns the promise of the same from the part's own door
 * @returns {Promise}
 */
export function take_ahead(frm, part, ask_anew) {
	receive(frm.doc);
	if (!is_fresh(frm.docname) || bekal.taken.has(part)) return ask_anew();
	const { answer, taken } = bekal;
	taken.add(part);
	return answer.then((parts) => parts[part], ask_anew);
}
