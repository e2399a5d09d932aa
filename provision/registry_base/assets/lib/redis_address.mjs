/** Redis addresses as they stand in the configuration of a bench. */

/**
 * Options of the Redis client for an address.
 *
 * @param {string} address `redis://[user:password@]host:port[/n]` or `unix://[user:password@]/path`
 * @returns {object} options for `createClient`, without a strategy for reconnecting
 */
export function redisOptions(address) {
	if (!address.startsWith("unix:")) return { url: address, socket: {} };
	const { pathname, username, password, searchParams } = new URL(address);
	return {
		socket: { path: decodeURIComponent(pathname) },
		username: username ? decodeURIComponent(username) : undefined,
		password: password ? decodeURIComponent(password) : undefined,
		database: Number(searchParams.get("db") ?? 0),
	};
}
