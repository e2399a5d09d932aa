import { ask_by_post } from "./minta";

const PRATINJAU = "eoffice_app.naskah.pratinjau.make_pratinjau";

/**
 * Give a draft its pages as pictures (`gambar`), or why there are none yet (`menunggu`).
 *
 * @param {object} letter what `get_surat` answered for a Surat Keluar
 */
export async function add_pages(letter) {
	if (letter.gambar || letter.jenis_surat !== "Surat Keluar") return;
	try {
		const naskah = JSON.stringify({ name: letter.surat });
		const { halaman, menunggu, galat } = await ask_by_post(PRATINJAU, { naskah });
		letter.gambar = halaman || null;
		letter.menunggu = menunggu || galat;
	} catch (error) {
		letter.menunggu = error.message;
	}
}
