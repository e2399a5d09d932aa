/**
 * Realtime server of the registry base: what Frappe publishes on Redis reaches the browsers.
 *
 *     node server.mjs --bench <root>
 *
 * Listens on 127.0.0.1 at `socketio_port` of `sites/common_site_config.json`; the web server in
 * front passes `/socket.io` on, with `Host` and `Origin` as the browser sent them and the site in
 * `X-Frappe-Site-Name`. Packages come from the asset build beside this folder.
 */
import http from "node:http";
import { parseArgs } from "node:util";

import { readConfiguration } from "./lib/configuration.mjs";
import { listenToFrappe } from "./lib/events.mjs";
import { Frappe } from "./lib/frappe.mjs";
import { log } from "./lib/log.mjs";
import { openNamespaces } from "./lib/namespaces.mjs";
import { isFromOwnPage } from "./lib/origin.mjs";
import { Server } from "./lib/packages.mjs";

/** What a browser sends are names; nothing of it is large. */
const LARGEST_MESSAGE = 64 * 1024;

const { values } = parseArgs({ options: { bench: { type: "string" } } });
if (!values.bench) {
	console.error("usage: node server.mjs --bench <root>");
	process.exit(2);
}

const configuration = readConfiguration(values.bench);
const server = http.createServer();
const io = new Server(server, {
	cleanupEmptyChildNamespaces: true,
	maxHttpBufferSize: LARGEST_MESSAGE,
	serveClient: false,
});

io.engine.use((request, response, next) => {
	next(isFromOwnPage(request.headers) ? undefined : new Error("foreign origin"));
});

const emit = openNamespaces(io, configuration, new Frappe(configuration));
const subscriber = listenToFrappe(configuration, emit);

server.on("error", (error) => {
	console.error(`realtime: ${error.message}`);
	process.exit(1);
});
server.listen(configuration.port, "127.0.0.1", () => {
	log(`listening on 127.0.0.1:${configuration.port}`);
});

/** Lets browsers know, so that they connect again at once when the server is back. */
function stop() {
	subscriber.close();
	io.close(() => process.exit(0));
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
