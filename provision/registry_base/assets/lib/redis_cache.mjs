/** Frappe keeps the manifest in its Redis cache; after a build that copy is old. */
import fs from "node:fs";
import { createClient } from "@redis/client";

const CACHE_KEY = "assets_json";
const CONNECT_TIMEOUT = 2000;

async function deleteKey(address) {
	const socket = { reconnectStrategy: false, connectTimeout: CONNECT_TIMEOUT };
	const client = createClient({ url: address, socket });
	let failure = null;
	client.on("error", (error) => (failure = error));
	try {
		await client.connect();
		await client.del(CACHE_KEY);
		await client.quit();
	} catch (error) {
		throw failure ?? error;
	}
}

/**
 * Deletes the cached manifest.
 *
 * @param {object} bench as `openBench` returns it
 * @returns {Promise<string>} what was done, in words: a Redis that does not run is no error
 */
export async function forgetCachedManifest(bench) {
	if (!fs.existsSync(bench.config)) return "no common_site_config.json, so no Redis to tell";
	const { redis_cache: address } = JSON.parse(fs.readFileSync(bench.config, "utf8"));
	if (!address) return "no redis_cache configured, so no Redis to tell";
	try {
		await deleteKey(address);
		return "cached manifest deleted";
	} catch (error) {
		return `Redis cache does not answer (${error.code ?? error.message}); nothing to delete`;
	}
}
