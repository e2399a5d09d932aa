// The camera reads QR codes. Its program is large and fetched only when it is wanted.

const SETIAP_DETIK = 8;

/**
 * Show the camera's picture in an element and call back with what each QR says.
 *
 * @param {string} id of an empty element
 * @param {function} on_found takes the text of a QR
 * @returns {Promise<function>} resolves with what ends it
 * @throws {Error} there is no camera, or it may not be used
 */
export async function mulai_pindai(id, on_found) {
	await fetch_reader();
	const reader = new window.CarakaPindai(id, false);
	const size = (width, height) => {
		const side = Math.round(Math.min(width, height) * 0.75);
		return { width: side, height: side };
	};
	await reader.start({ facingMode: "environment" }, { fps: SETIAP_DETIK, qrbox: size }, (text) =>
		on_found(text)
	);
	return () => reader.stop().then(() => reader.clear());
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
