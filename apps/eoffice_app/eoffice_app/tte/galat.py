"""Named exceptions of signing: what went wrong, and whether trying the next letter makes sense."""

import frappe


class TteError(frappe.ValidationError):
	"""A letter that was not signed. `hentikan` says that the letters after it would fail the same way."""

	hentikan = False


class PdfTidakDapatDitandatanganiError(TteError):
	"""What is to be signed is no PDF, is broken, or is locked by a password."""


class SertifikatTidakTerbacaError(TteError):
	"""The certificate's file is no PKCS#12, or holds no key or no certificate."""

	hentikan = True


class PassphraseSalahError(TteError):
	"""The passphrase does not open the certificate. More wrong ones may lock it, so nothing goes on."""

	hentikan = True


class SertifikatKedaluwarsaError(TteError):
	"""The certificate's last day is over."""

	hentikan = True


class SertifikatBelumBerlakuError(TteError):
	"""The certificate's first day has not come."""

	hentikan = True


class SertifikatDicabutError(TteError):
	"""The authority has revoked the certificate."""

	hentikan = True


class SertifikatTidakAktifError(TteError):
	"""The authority knows the signer but he has no certificate he could sign with."""

	hentikan = True


class PenandaTanganTidakTerdaftarError(TteError):
	"""The authority does not know the signer."""

	hentikan = True


class PerangkatSertifikatError(TteError):
	"""The token or smart card, its driver, or the certificate on it cannot be used."""

	hentikan = True


class LayananTidakTerjangkauError(TteError):
	"""The signing service could not be asked: certainly nothing was signed."""

	hentikan = True


class LayananMenolakError(TteError):
	"""The signing service answered that it did not sign."""


class AksesLayananDitolakError(TteError):
	"""The signing service does not accept the office's own account or address."""

	hentikan = True


class HasilTidakPastiError(TteError):
	"""The signing service was asked and no whole answer came: perhaps it signed, perhaps not.

	Whoever catches this must ask a person before he lets the letter be signed again.
	"""

	hentikan = True


class BelumDicobaError(TteError):
	"""A letter of a list that was left alone because one before it failed in a way that concerns all."""


class PassphraseKosongError(TteError):
	"""A request to sign without a passphrase."""

	hentikan = True


class PassphraseTerkunciError(TteError):
	"""Three wrong passphrases in a row: nothing is tried for a while."""

	hentikan = True


class SertifikatBelumAdaError(TteError):
	"""The signer has no certificate with this office."""

	hentikan = True


class SertifikatAsingError(TteError):
	"""The certificate was not issued by anybody whom the office trusts."""

	hentikan = True


class TteTidakDipakaiError(TteError):
	"""The office, or this kind of naskah, is signed by ink alone."""


class SedangDipakaiError(TteError):
	"""Somebody else holds the letter or its series of numbers for too long."""


class KesalahanSistemError(TteError):
	"""A fault of the program or the machine, which the error log tells: nothing was kept."""


class DaftarSuratError(TteError):
	"""A list of letters to sign that holds none, too many, or what goes for one letter only."""
