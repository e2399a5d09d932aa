// A photo is made small on the phone, before it is kept or sent.

const SISI_TERPANJANG = 1280;
const MUTU = 0.75;

/**
 * Return a photo as the data address of a JPEG of at most SISI_TERPANJANG points.
 *
 * @param {File} file what the camera took
 * @throws {Error} the file is no picture
 */
export async function kecilkan_foto(file) {
	const picture = await open_picture(file);
	const scale = Math.min(1, SISI_TERPANJANG / Math.max(picture.width, picture.height));
	const canvas = document.createElement("canvas");
	canvas.width = Math.round(picture.width * scale);
	canvas.height = Math.round(picture.height * scale);
	canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
	return canvas.toDataURL("image/jpeg", MUTU);
}

function open_picture(file) {
	const picture = new Image();
	picture.src = URL.createObjectURL(file);
	return picture
		.decode()
		.then(() => picture)
		.finally(() => URL.revokeObjectURL(picture.src));
}
