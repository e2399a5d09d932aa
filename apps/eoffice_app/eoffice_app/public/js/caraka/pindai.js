// The camera reads QR codes. Its program is large and fetched only when it is wanted.

const SETIAP_DETIK = 8;
const SABAR_MILIDETIK = 6000;

/**
 * Show the camera's picture in an element and call back with what each QR says.
 *
 * @param {string} id of an element for the camera alone
 * @param {function} on_found takes the text of a QR
 * @returns {Promise<function>} resolves with what ends it
 * @throws {Error} there is no camera, it may not be used, or asked twice it gave no picture
 */
export async function mulai_pindai(id, on_found) {
	await fetch_reader();
	try {
		return await start_camera(id, on_found);
	} catch (error) {
		if (!(error instanceof TanpaGambar)) throw error;
		return start_camera(id, on_found);
	}
}

class TanpaGambar extends Error {}

async function start_camera(id, on_found) {
	// Each try has a place of its own: one given up may still end, and clear what it wrote.
	const place = document.createElement("div");
	place.id = `${id}-${performance.now()}`;
	document.getElementById(id).replaceChildren(place);
	const reader = window.create_pembaca_qr(place.id);
	const end = () => reader.stop().then(() => reader.clear());
	const started = reader.start(
		{ facingMode: "environment" },
		{ fps: SETIAP_DETIK, qrbox: measure_box },
		on_found
	);
	try {
		await Promise.race([started.then(() => wait_for_picture(place)), run_out_of_patience()]);
	} catch (error) {
		if (error instanceof TanpaGambar) started.then(end, () => {});
		throw error;
	}
	return end;
}

function measure_box(width, height) {
	const side = Math.round(Math.min(width, height) * 0.75);
	return { width: side, height: side };
}

function wait_for_picture(place) {
	const video = place.querySelector("video");
	if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
	return new Promise((resolve) => video.addEventListener("loadeddata", resolve, { once: true }));
}

/** Who is still asked whether the camera may be used has all the time he wants. */
async function run_out_of_patience() {
	await wait_for_permission();
	await new Promise((resolve) => setTimeout(resolve, SABAR_MILIDETIK));
	throw new TanpaGambar("the camera gave no picture");
}

async function wait_for_permission() {
	const never = new Promise(() => {});
	// Not every browser tells.
	const permission = await navigator.permissions?.query({ name: "camera" }).catch(() => null);
	if (!permission) return never;
	if (permission.state === "granted") return;
	return new Promise((resolve) => permission.addEventListener("change", resolve, { once: true }));
}

let fetched = null;

function fetch_reader() {
	fetched ??= new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = document.body.dataset.pembacaQr;
		script.onload = resolve;
		script.onerror = () => {
			fetched = null;
			reject(new Error("the reader of QR codes was not reached"));
		};
		document.head.append(script);
	});
	return fetched;
}
