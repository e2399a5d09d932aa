/** One namespace for each site; nobody enters without a session of that site. */
import { credentialsOf } from "./frappe.mjs";
import { log } from "./log.mjs";
import { EVERY_DESK, userRoom, WEBSITE } from "./rooms.mjs";
import { answerRequests } from "./requests.mjs";

/** Finds out who connects; the answer stays with the socket. */
async function identify(socket, frappe) {
	const site = socket.nsp.name.slice(1);
	const { headers } = socket.request;
	if (headers["x-frappe-site-name"] !== site) throw new Error("wrong site");
	const credentials = credentialsOf(headers);
	if (!credentials) throw new Error("no session");
	const caller = { site, credentials };
	socket.data = { caller, ...(await frappe.userOf(caller)) };
}

function welcome(socket, frappe) {
	socket.join([userRoom(socket.data.user), WEBSITE]);
	if (socket.data.user_type === "System User") socket.join(EVERY_DESK);
	answerRequests(socket, frappe);
}

function refuse(socket, reason, next) {
	log(`refused a connection to ${socket.nsp.name}: ${reason}`);
	next(new Error(reason));
}

/**
 * Opens the namespaces of all sites.
 *
 * @param {object} io server of Socket.IO
 * @param {object} configuration as `readConfiguration` returns it
 * @param {object} frappe who is asked for users and permissions
 * @returns {function} emits `(site, room, event, message)`
 */
export function openNamespaces(io, { isSite }, frappe) {
	// io.of(name) would open a namespace that lets everybody in, so emitting goes through those
	// that the guarded parent has opened.
	const open = new Map();
	io.on("new_namespace", (namespace) => open.set(namespace.name, namespace));
	io.of("/").use((socket, next) => next(new Error("no site")));

	const sites = io.of((name, auth, next) => next(null, isSite(name.slice(1))));
	sites.use((socket, next) => {
		identify(socket, frappe)
			.then(() => next())
			.catch((error) => refuse(socket, error.message, next));
	});
	sites.on("connection", (socket) => welcome(socket, frappe));

	return (site, room, event, message) => open.get(`/${site}`)?.to(room).emit(event, message);
}
