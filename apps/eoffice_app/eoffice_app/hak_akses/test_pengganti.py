from eoffice_app.hak_akses.pengganti import get_workflow_state_count
from eoffice_app.tests.dasar import KasusUji, make_surat_menunggu


def list_states(*known: str) -> set[str]:
	rows = get_workflow_state_count("Surat Masuk", "workflow_state", list(known))
	return {row["workflow_state"] for row in rows}


class TestPengganti(KasusUji):
	def test_states_that_a_workflow_has_lost_are_counted_for_who_sees_their_letters(self):
		state = make_surat_menunggu().workflow_state
		with self.sebagai("UJI-KADIS"):
			self.assertIn(state, list_states())
			self.assertNotIn(state, list_states(state))

	def test_who_keeps_the_workflow_and_reads_no_letter_opens_it_without_a_refusal(self):
		make_surat_menunggu()
		for kode in ("UJI-PENGELOLA", "UJI-SISTEM"):
			with self.sebagai(kode):
				self.assertEqual(list_states(), set(), kode)
