// Keeps the caraka's page on his phone, so that it opens without network. It keeps no letter: see caraka/simpanan.js.
// Another version of a file has another address, which makes this another script: the browser then takes it anew.

const FILES = {{ berkas | tojson }};
const PAGE = "/caraka";
const STORE = `caraka ${FILES.join(" ")}`;
// A network that answers later than this is none.
const PATIENCE = 5000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
	const { pathname, origin } = new URL(event.request.url);
	if (event.request.method !== "GET" || origin !== location.origin) return;
	if (event.request.mode === "navigate" && pathname === PAGE) {
		event.respondWith(open_page(event.request));
	} else if (FILES.includes(pathname)) {
		event.respondWith(caches.match(pathname).then((kept) => kept || fetch(event.request)));
	}
});

async function install() {
	const store = await caches.open(STORE);
	await store.addAll(FILES);
	// Whoever is signed out gets the page for signing in, which is not to be kept.
	await keep_page(await fetch(PAGE, { redirect: "manual", credentials: "same-origin" }));
	await self.skipWaiting();
}

async function activate() {
	const others = (await caches.keys()).filter((name) => name !== STORE);
	await Promise.all(others.map((name) => caches.delete(name)));
	await self.clients.claim();
}

async function open_page(request) {
	const kept = await caches.match(PAGE);
	const answered = fetch(request).then(async (response) => {
		await keep_page(response);
		return response;
	});
	if (!kept) return answered;
	// The server's own troubles are as good as no network: what is kept works on.
	const usable = answered.then((response) => (response.status >= 500 ? kept.clone() : response));
	return Promise.race([usable, later(kept)]).catch(() => kept);
}

async function keep_page(response) {
	if (response.ok && response.type === "basic" && !response.redirected) {
		await (await caches.open(STORE)).put(PAGE, response.clone());
	}
}

function later(response) {
	return new Promise((resolve) => setTimeout(() => resolve(response.clone()), PATIENCE));
}
