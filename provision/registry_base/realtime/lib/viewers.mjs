/** Who has a document open: its form shows the others' faces. */
import { openDocumentRoom } from "./rooms.mjs";

/** Tells everyone who has the document open who else has. */
function announce(namespace, doctype, docname) {
	const room = openDocumentRoom(doctype, docname);
	const present = [...(namespace.adapter.rooms.get(room) ?? [])];
	const users = present.map((id) => namespace.sockets.get(id)?.data.user).filter(Boolean);
	namespace.to(room).emit("doc_viewers", { doctype, docname, users: [...new Set(users)] });
}

/** The documents a socket has open, by room. */
function openDocuments(socket) {
	socket.data.openDocuments ??= new Map();
	return socket.data.openDocuments;
}

/** Notes that the socket, already in the room, has the document open. */
export function addViewer(socket, doctype, docname) {
	openDocuments(socket).set(openDocumentRoom(doctype, docname), [doctype, docname]);
	announce(socket.nsp, doctype, docname);
}

/** Notes that the socket has closed the document. */
export function removeViewer(socket, doctype, docname) {
	const room = openDocumentRoom(doctype, docname);
	if (!openDocuments(socket).delete(room)) return;
	socket.leave(room);
	announce(socket.nsp, doctype, docname);
}

/** Notes that the socket's browser has gone, with all it had open. */
export function viewerLeaves(socket) {
	for (const [doctype, docname] of [...openDocuments(socket).values()]) {
		removeViewer(socket, doctype, docname);
	}
}
