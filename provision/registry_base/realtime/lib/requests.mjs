/** What a browser may ask for: to be told of a kind of document, a document, a task. */
import { log } from "./log.mjs";
import { doctypeRoom, documentRoom, openDocumentRoom, taskRoom } from "./rooms.mjs";
import { addViewer, removeViewer, viewerLeaves } from "./viewers.mjs";

/** Joining a room of a socket that has gone meanwhile would leave a ghost in it. */
function enter(socket, room) {
	if (socket.connected) socket.join(room);
	return socket.connected;
}

function requestsOf(socket, frappe) {
	const { caller } = socket.data;
	return {
		async doctype_subscribe(doctype) {
			const allowed = await frappe.mayReadDoctype(caller, doctype);
			if (allowed) enter(socket, doctypeRoom(doctype));
		},
		doctype_unsubscribe: (doctype) => socket.leave(doctypeRoom(doctype)),

		async doc_subscribe(doctype, docname) {
			const allowed = await frappe.mayReadDocument(caller, doctype, docname);
			if (allowed) enter(socket, documentRoom(doctype, docname));
		},
		doc_unsubscribe: (doctype, docname) => socket.leave(documentRoom(doctype, docname)),

		async doc_open(doctype, docname) {
			const allowed = await frappe.mayReadDocument(caller, doctype, docname);
			if (allowed && enter(socket, openDocumentRoom(doctype, docname))) {
				addViewer(socket, doctype, docname);
			}
		},
		doc_close: (doctype, docname) => removeViewer(socket, doctype, docname),

		// The number of a task is random and known to the one who started it.
		task_subscribe: (task) => socket.join(taskRoom(task)),
		progress_subscribe: (task) => socket.join(taskRoom(task)),
		task_unsubscribe: (task) => socket.leave(taskRoom(task)),
	};
}

/** The names a request carries, or null when it is not what the client library sends. */
function namesOf(event, parameters) {
	const expected = event.startsWith("doc_") ? 2 : 1;
	const names = parameters.slice(0, expected).map(String);
	return names.length === expected && names.every(Boolean) ? names : null;
}

/**
 * Answers the requests of one connected browser, one after the other: asking Frappe takes time,
 * and a "close" must not overtake the "open" before it.
 *
 * @param {object} socket with caller and user in its `data`
 * @param {object} frappe who is asked for permission
 */
export function answerRequests(socket, frappe) {
	let queue = Promise.resolve();
	for (const [event, answer] of Object.entries(requestsOf(socket, frappe))) {
		socket.on(event, (...parameters) => {
			const names = namesOf(event, parameters);
			if (!names) return;
			queue = queue
				.then(() => answer(...names))
				.catch((error) => log(`${event} of ${socket.data.user} failed: ${error.message}`));
		});
	}
	socket.on("disconnecting", () => viewerLeaves(socket));
}
