"""The files of the caraka's page, which his phone keeps for when there is no network."""

from frappe.utils.jinja_globals import bundled_asset

LAMBANG = "/assets/eoffice_app/images/logo.svg"


def list_berkas() -> dict[str, str]:
	"""Return the addresses of the page's files; each changes whenever the file's content does, but the emblem's."""
	return {
		"skrip": bundled_asset("caraka.bundle.js"),
		"gaya": bundled_asset("caraka.bundle.css"),
		"pembaca_qr": bundled_asset("caraka_pindai.bundle.js"),
		"lambang": LAMBANG,
	}
