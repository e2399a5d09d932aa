import { ask } from "./minta";

/**
 * Tell a draft how many pages it has (`halaman`), or why it has none yet (`menunggu`).
 *
 * @param {object} letter what `get_surat` answered for a Surat Keluar
 */
export async function count_pages(letter) {
	try {
		const answer = await ask("get_jumlah_halaman", { surat_keluar: letter.surat });
		letter.halaman = answer.halaman || 0;
		letter.menunggu = answer.menunggu || answer.galat;
	} catch (error) {
		letter.menunggu = error.message;
	}
}
