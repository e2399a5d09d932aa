import { ask } from "../bersama/server";

const METHOD = "eoffice_app.persuratan.surat_masuk.formulir.get_formulir";
const SURAT_MASUK = "Surat Masuk";
// What was asked so long ago is no longer what the form is about to show.
const FRESH = 10_000;

let bekal = null;

/**
 * Ask for all that the form of an incoming letter shows besides its fields, in one request, while Frappe still asks for
 * the letter and draws its fields. What nobody takes within seconds is asked anew by who needs it.
 */
export function fetch_ahead() {
	frappe.router.on("change", () => {
		const [view, doctype, name] = frappe.get_route();
		const is_saved = name && name !== "new" && !name.startsWith("new-");
		if (view === "Form" && doctype === SURAT_MASUK && is_saved) ask_ahead(name);
	});
	// The letter is read again, as after a step.
	$(document).on("form-refresh", (_event, frm) => {
		if (frm.doctype !== SURAT_MASUK || frm.is_new()) return;
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
		if (doc.doctype !== SURAT_MASUK || bekal?.drawn) return ask();
		workflow.setup(doc.doctype);
		return take_ahead({ docname: doc.name }, "langkah", ask);
	};
}

function ask_ahead(name) {
	if (is_fresh(name) && !bekal.drawn) return;
	const answer = ask(`${METHOD}?${new URLSearchParams({ surat_masuk: name })}`);
	// Who takes it hears of the failure; where nobody does, nothing was missing.
	answer.catch($.noop);
	bekal = { name, asked: Date.now(), drawn: false, taken: new Set(), answer };
}

function is_fresh(name) {
	return bekal?.name === name && Date.now() - bekal.asked < FRESH;
}

/**
 * What was asked ahead for a form, once; afterwards, and where it failed, what the part's own door answers.
 *
 * @param {object} frm form of a Surat Masuk or Surat Keluar
 * @param {string} part a key of the answer
 * @param {function} ask_anew returns the promise of the same from the part's own door
 * @returns {Promise}
 */
export function take_ahead(frm, part, ask_anew) {
	if (!is_fresh(frm.docname) || bekal.taken.has(part)) return ask_anew();
	const { answer, taken } = bekal;
	taken.add(part);
	return answer.then((parts) => parts[part], ask_anew);
}
