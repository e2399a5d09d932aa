const JENIS = ["Surat Masuk", "Surat Keluar", "Disposisi"];
// Of letters that are not Biasa only who sees them is told, and not which.
const SURAT_BERUBAH = "surat_terlihat_berubah";
// So often without being told: at midnight letters become late by themselves, and sight may end.
const SLOW = 120_000;
const FAST = 30_000;
// What one act changes is told several times.
const PAUSE = 1500;
const AT_MOST_EVERY = 5000;
// Where an answer takes long, the server is left in peace for so many times as long.
const REST = 10;

/**
 * Call `refresh` when a letter changes while the page is looked at; where the realtime server is dead, at intervals.
 *
 * @param {object} options
 * @param {function} options.is_shown whether the page is before the user
 * @param {function} options.refresh asks anew and draws; returns a promise
 * @param {function} options.tell called with whether changes come by themselves, when that changes
 */
export function keep_live({ is_shown, refresh, tell }) {
	const state = { asked: Date.now(), took: 0, timer: null, live: null };
	const refresh_now = async () => {
		state.timer = null;
		if (!is_shown() || document.hidden) return;
		state.asked = Date.now();
		await refresh();
		state.took = Date.now() - state.asked;
	};
	const refresh_soon = () => {
		const rest = Math.max(AT_MOST_EVERY, REST * state.took);
		const wait = Math.max(PAUSE, rest - (Date.now() - state.asked));
		state.timer ??= setTimeout(refresh_now, wait);
	};
	JENIS.forEach((jenis) => frappe.realtime.doctype_subscribe?.(jenis));
	frappe.realtime.on("list_update", ({ doctype }) => JENIS.includes(doctype) && refresh_soon());
	frappe.realtime.on(SURAT_BERUBAH, refresh_soon);
	document.addEventListener("visibilitychange", () => !document.hidden && refresh_soon());
	setInterval(() => watch(state, tell, refresh_soon), 5000);
	watch(state, tell, refresh_soon);
}

function watch(state, tell, refresh_soon) {
	const live = Boolean(frappe.realtime.socket?.connected);
	if (live !== state.live) tell(live);
	// What happened while nobody told is asked for once.
	if (live && state.live === false) {
		JENIS.forEach((jenis) => frappe.realtime.doctype_subscribe(jenis));
		refresh_soon();
	}
	state.live = live;
	if (Date.now() - state.asked > (live ? SLOW : FAST)) refresh_soon();
}
