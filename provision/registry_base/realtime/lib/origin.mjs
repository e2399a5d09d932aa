/** A page of another site must not ride on the cookie of a user of this one. */

/** `http://letters.example:8000` becomes `letters.example:8000`. */
function hostOf(origin) {
	return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * Whether a request comes from a page of the host it is sent to.
 *
 * Browsers send `Origin` with every WebSocket, every POST and every request across sites. They
 * leave it out of a GET to the page's own site, so a request without one is none across sites.
 *
 * @param {object} headers of the HTTP request
 */
export function isFromOwnPage({ origin, host }) {
	return origin === undefined || hostOf(origin) === host?.toLowerCase();
}
