"""Several sign in the same moment, each over a connection of his own."""

import frappe

from eoffice_app.penomoran.pemeriksaan import examine_ledger
from eoffice_app.tests.serentak import act_at_once
from eoffice_app.tests.tanda_tangan import DERET, SERI, KasusTandaTangan, make_sertifikat, sign_and_wait


class TestPenandatangananSerentak(KasusTandaTangan):
	def test_one_letter_from_two_windows_is_signed_once(self):
		name = self.wait_for_signature()
		results = act_at_once("Surat Keluar", *[("UJI-KADIS", lambda: sign_and_wait((name,)))] * 2)
		states = sorted(row["keadaan"] for (row,) in results)
		self.assertEqual(states, ["Berhasil", "Gagal"])
		self.assert_numbered(1)

	def test_two_signers_at_once_get_two_numbers(self):
		make_sertifikat("UJI-KABID-A")
		own = self.wait_for_signature()
		other = self.wait_for_signature("UJI-KABID-A", penanda_tangan="UJI-KABID-A")
		results = act_at_once(
			"Surat Keluar",
			("UJI-KADIS", lambda: sign_and_wait((own,))),
			("UJI-KABID-A", lambda: sign_and_wait((other,))),
		)
		self.assertEqual([row["keadaan"] for (row,) in results], ["Berhasil"] * 2)
		self.assertEqual(sorted(row["nomor"][:3] for (row,) in results), ["001", "002"])
		self.assertEqual(self.read(other).nama_penanda_tangan, "Pegawai UJI-KABID-A")
		self.assert_numbered(2)

	def assert_numbered(self, numbers: int):
		self.assertEqual(frappe.db.count("Buku Nomor", {"deret": DERET}), numbers)
		self.assertEqual([each for each in examine_ledger() if each.seri.startswith(SERI)], [])
