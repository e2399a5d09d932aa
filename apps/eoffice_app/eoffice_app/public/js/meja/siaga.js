const EVENTS = ["meja_berubah", "notification"];
const MINUTE = 60000;
const WHILE_DEAF = 20000;

/**
 * Ask anew when the server says that something changed; where it cannot say so, now and then, and say that.
 *
 * @param {jQuery} $told the line in which it is said
 * @param {function} refresh asks anew
 * @returns {object} `start()` and `stop()`
 */
export function make_watch($told, refresh) {
	const watch = { $told, refresh };
	EVENTS.forEach((event) =>
		frappe.realtime.on(event, () => {
			if (watch.timer) refresh();
		})
	);
	return { start: () => start(watch), stop: () => stop(watch) };
}

function start(watch) {
	stop(watch);
	const deaf = !frappe.realtime.socket?.connected;
	// A connection that is being made needs a moment before it is called dead.
	const known = watch.asked_once;
	watch.asked_once = true;
	watch.$told
		.text(
			__("Sambungan langsung terputus. Daftar diperbarui tiap {0} detik.", [
				WHILE_DEAF / 1000,
			])
		)
		.toggleClass("hidden", !(deaf && known));
	watch.timer = setTimeout(
		async () => {
			if (!document.hidden) await watch.refresh();
			if (watch.timer) start(watch);
		},
		deaf ? (known ? WHILE_DEAF : WHILE_DEAF / 4) : MINUTE
	);
}

function stop(watch) {
	clearTimeout(watch.timer);
	watch.timer = null;
}
