/** Events that Frappe publishes on Redis. */
import { log } from "./log.mjs";
import { createClient } from "./packages.mjs";

const CHANNEL = "events";
const LONGEST_PAUSE = 2000;

/** Hands one published message on; a message that cannot be read is said and left out. */
function handOn(text, emit) {
	try {
		const { namespace, room, event, message } = JSON.parse(text);
		emit(namespace, room, event, message);
	} catch (error) {
		log(`unreadable event: ${error.message}`);
	}
}

/** Says once that Redis is away, and once that it is back. */
function reportOutages(client) {
	let away = false;
	client.on("error", (error) => {
		if (!away) log(`Redis is away: ${error.code ?? error.message}`);
		away = true;
	});
	client.on("ready", () => {
		if (away) log("Redis is back");
		away = false;
	});
}

/**
 * Listens for events, and goes on doing so when Redis was away for a while.
 *
 * @param {{redis: string}} configuration as `readConfiguration` returns it
 * @param {function} emit takes site, room, event, message
 * @returns {{close: function}}
 */
export function listenToFrappe({ redis }, emit) {
	const client = createClient({
		url: redis,
		socket: { reconnectStrategy: (tries) => Math.min(100 * (tries + 1), LONGEST_PAUSE) },
	});
	reportOutages(client);
	// A client that is just then without a connection cannot be disconnected, and need not be.
	const close = () => client.isOpen && client.disconnect();
	// Not waited for: browsers may connect while Redis is still starting.
	client
		.connect()
		.then(() => client.subscribe(CHANNEL, (text) => handOn(text, emit)))
		.catch((error) => log(`stopped listening: ${error.message}`));
	return { close };
}
