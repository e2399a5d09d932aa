// The code in the QR of a copy: the same rules by which the office reads codes that people type.

const MIRIP = { 0: "O", 1: "I", 8: "B" };

/** Return a code without what people and printers add to it. */
export function bersihkan_kode(text) {
	return text
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, "")
		.replace(/[018]/g, (letter) => MIRIP[letter]);
}

/**
 * Find the letter whose copy bears what was scanned or typed: the code of the copy, or that of the signed letter, which
 * all its copies bear.
 *
 * @param {string} text content of the QR, or what somebody typed
 * @param {object[]} letters the letters of the caraka's runs
 * @returns {{surat?: object, alasan?: string}} the letter, or why there is none: the key of a text
 */
export function cari_surat(text, letters) {
	const { kode, kantor_lain } = read_qr(text.trim());
	const with_code = (field) =>
		letters.filter((letter) => kode && bersihkan_kode(letter[field] || "") === kode);
	const [copy] = with_code("kode");
	if (copy) return { surat: copy };
	const copies = with_code("kode_surat");
	if (copies.length === 1) return { surat: copies[0] };
	if (copies.length) return { alasan: "qr_beberapa_alamat" };
	return { alasan: kantor_lain ? "qr_kantor_lain" : "qr_ekspedisi_lain" };
}

function read_qr(text) {
	if (!/^https?:/i.test(text)) return { kode: bersihkan_kode(text) };
	const address = new URL(text);
	const last = address.searchParams.get("kode") || address.pathname.split("/").pop();
	return { kode: bersihkan_kode(last), kantor_lain: address.host !== location.host };
}
