import frappe
from frappe.model.workflow import WorkflowTransitionError, apply_workflow

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.surat_masuk.verifikasi import (
	ButirTidakDikenalError,
	list_butir,
	store_hasil,
	verify_surat,
)
from eoffice_app.tests.dasar import KasusUji, compose_hasil, make_surat_masuk, make_surat_menunggu

WAJIB, BOLEH = "Tujuan surat benar", "Lampiran lengkap"


class TestVerifikasi(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": make_surat_masuk()}

	def test_a_letter_that_meets_every_item_is_verified(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			verify_surat(surat.name, compose_hasil())
		surat.reload()
		self.assertEqual(surat.workflow_state, "Diverifikasi")
		self.assertEqual({row.sesuai for row in surat.hasil_verifikasi}, {1})

	def test_an_item_that_must_be_met_is_named(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"), self.assertRaisesRegex(TransisiTidakSahError, WAJIB):
			verify_surat(surat.name, compose_hasil(kecuali=WAJIB))

	def test_an_item_that_need_not_be_met_is_noted(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			verify_surat(
				surat.name, frappe.as_json(compose_hasil(kecuali=BOLEH, catatan="Lampiran 2 kurang"))
			)
		surat.reload()
		row = next(row for row in surat.hasil_verifikasi if row.butir == BOLEH)
		self.assertEqual((row.sesuai, row.catatan), (0, "Lampiran 2 kurang"))
		self.assertEqual(surat.workflow_state, "Diverifikasi")

	def test_the_checklist_cannot_be_passed_by(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			with self.assertRaises(TransisiTidakSahError):
				apply_workflow(surat, "Verifikasi")
			forged = frappe.get_doc("Surat Masuk", surat.name)
			forged.set("hasil_verifikasi", [{**row, "wajib": 1} for row in compose_hasil()])
			forged.workflow_state = "Diverifikasi"
			with self.assertRaises(TransisiTidakSahError):
				forged.save()

	def test_an_item_added_after_the_dialog_was_opened_must_be_met_too(self):
		surat, hasil = self.surat, compose_hasil()
		frappe.get_doc({"doctype": "Butir Verifikasi", "butir": "Berstempel"}).insert()
		with self.sebagai("UJI-VERIFIKATOR"), self.assertRaisesRegex(TransisiTidakSahError, "Berstempel"):
			verify_surat(surat.name, hasil)

	def test_an_item_that_is_not_on_the_list_is_refused(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"), self.assertRaisesRegex(ButirTidakDikenalError, "Wangi"):
			verify_surat(surat.name, [*compose_hasil(), {"butir": "Wangi", "sesuai": 1}])

	def test_an_office_without_checklist_verifies_as_before(self):
		frappe.db.set_value("Butir Verifikasi", {"aktif": 1}, "aktif", 0)
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			self.assertEqual(list_butir(), [])
			self.assertEqual(apply_workflow(surat, "Verifikasi").workflow_state, "Diverifikasi")

	def test_what_was_found_stays_with_a_returned_letter(self):
		surat = self.surat
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Kembalikan", "Salah alamat", compose_hasil(kecuali=WAJIB))
		surat.reload()
		self.assertEqual(surat.workflow_state, "Dikembalikan")
		self.assertEqual([row.butir for row in surat.hasil_verifikasi if not row.sesuai], [WAJIB])

	def test_a_terbatas_letter_once_verified_is_closed_by_its_operator(self):
		for action, state in (
			("Kembalikan", "Dikembalikan"),
			("Tolak", "Ditolak"),
			("Batalkan", "Dibatalkan"),
		):
			surat = make_surat_menunggu(sifat="Terbatas")
			with self.sebagai("UJI-VERIFIKATOR"), self.assertRaises(frappe.DoesNotExistError):
				close_with_reason(surat.name, action, "Salah alamat")
			with self.sebagai("UJI-OPERATOR"):
				close_with_reason(surat.name, action, "Salah alamat")
			self.assertEqual(frappe.db.get_value("Surat Masuk", surat.name, "workflow_state"), state)

	def test_the_operator_closes_no_ordinary_letter_and_no_unverified_one(self):
		for surat in (make_surat_menunggu(), make_surat_masuk(sifat="Terbatas")):
			with self.sebagai("UJI-OPERATOR"), self.assertRaises(WorkflowTransitionError):
				close_with_reason(surat.name, "Kembalikan", "Salah alamat")

	def test_others_do_not_verify(self):
		surat = self.surat
		for kode, error in (
			("UJI-OPERATOR", frappe.ValidationError),
			("UJI-KADIS", frappe.PermissionError),
			("UJI-STAF-B", frappe.DoesNotExistError),
			("Guest", frappe.DoesNotExistError),
		):
			with self.sebagai(kode), self.assertRaises(error, msg=kode):
				verify_surat(surat.name, compose_hasil())

	def test_nobody_writes_what_was_found_by_saving(self):
		surat = make_surat_masuk(hasil_verifikasi=compose_hasil())
		self.assertEqual(surat.hasil_verifikasi, [])
		with self.sebagai("UJI-VERIFIKATOR"):
			store_hasil(surat, compose_hasil())
		with self.sebagai("UJI-OPERATOR"):
			changed = frappe.get_doc("Surat Masuk", surat.name)
			changed.set("hasil_verifikasi", [])
			changed.save()
		self.assertEqual(
			len(frappe.get_doc("Surat Masuk", surat.name).hasil_verifikasi), len(compose_hasil())
		)

	def test_a_guest_does_not_read_the_checklist(self):
		with self.sebagai("Guest"), self.assertRaises(frappe.PermissionError):
			list_butir()
