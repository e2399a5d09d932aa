/** What this server has to know of its bench. */
import fs from "node:fs";
import path from "node:path";

function readCommonConfiguration(sites) {
	return JSON.parse(fs.readFileSync(path.join(sites, "common_site_config.json"), "utf8"));
}

/**
 * Reads the common configuration of a bench.
 *
 * @param {string} root root of the bench
 * @returns {{port: number, webServer: string, redis: string, isSite: function(string): boolean}}
 * @throws {Error} when the file is missing or names no port
 */
export function readConfiguration(root) {
	const sites = path.resolve(root, "sites");
	const common = readCommonConfiguration(sites);
	for (const key of ["socketio_port", "webserver_port", "redis_queue"]) {
		if (!common[key]) throw new Error(`common_site_config.json names no ${key}`);
	}
	return {
		port: common.socketio_port,
		// Asked straight, Frappe sees the address of the user and not that of the web server in front,
		// which matters to users who may work from some addresses only.
		webServer: `http://127.0.0.1:${common.gunicorn_port ?? common.webserver_port}`,
		// Frappe publishes on the queue's Redis (frappe.realtime.emit_via_redis).
		redis: common.redis_queue,
		isSite: (name) =>
			/^[\w.-]+$/.test(name) && fs.existsSync(path.join(sites, name, "site_config.json")),
	};
}
