// Pieces of the page are cut from its templates.

/**
 * Cut a piece from a template and write into it.
 *
 * @param {string} id of the template
 * @param {object} [texts] what goes into the element with this name in `data-isi`; one whose text is empty is taken out
 * @returns {HTMLElement}
 */
export function cetak(id, texts = {}) {
	const piece = document.getElementById(id).content.firstElementChild.cloneNode(true);
	for (const [name, text] of Object.entries(texts)) {
		const place = piece.matches(`[data-isi="${name}"]`)
			? piece
			: piece.querySelector(`[data-isi="${name}"]`);
		if (text) place.textContent = text;
		else place.remove();
	}
	return piece;
}

/** Put pieces in the place of what the screen shows, and let a screen reader begin at its heading. */
export function tampilkan(...pieces) {
	const screen = document.getElementById("layar");
	screen.replaceChildren(...pieces);
	window.scrollTo(0, 0);
	screen.querySelector("h1, h2")?.focus();
}

/** Say something to eye and ear. */
export function kabarkan(text) {
	document.getElementById("kabar").textContent = text;
}
