/** Writes one line to the log of this process. */
export function log(message) {
	console.log(`realtime: ${message}`);
}
