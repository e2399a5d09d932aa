/**
 * Lead whom a letter waits for to Meja, where he decides on it: the server says in which of its lists it stands.
 *
 * @param {object} frm form of a Surat Masuk or Surat Keluar that is saved
 */
export function offer_meja(frm) {
	const meja = frm.doc.__onload?.meja;
	if (!meja) return;
	frm.add_custom_button(__("Buka di Meja"), () => {
		frappe.route_options = { ...meja };
		frappe.set_route("meja");
	});
}
