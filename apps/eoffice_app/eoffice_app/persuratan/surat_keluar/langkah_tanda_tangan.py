"""What the form of an outgoing letter offers from its signature on; the server asks again when it is done."""

from frappe.model.document import Document

from eoffice_app.organisasi.pemangku import acts_for
from eoffice_app.penomoran.buku_nomor import may_insert
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR, DITANDATANGANI, MENUNGGU_TANDA_TANGAN
from eoffice_app.persuratan.langkah_surat import is_clerk, may_cancel
from eoffice_app.persuratan.surat_keluar.nomor import get_deret
from eoffice_app.persuratan.surat_keluar.transisi import BASAH
from eoffice_app.tte.pengaturan import get_penyedia_kantor
from eoffice_app.tte.upaya import is_uncertain


def describe_langkah(surat: Document, user: str) -> dict | None:
	"""Return what a user may do with a letter that waits for its signature, is signed or numbered; None for others.

	:return: dict of `elektronik` (signed electronically, not by ink), `boleh_mundur` (may be dated back), `belum_pasti`
	        (he is to say whether it was signed), `boleh_unggah`, `boleh_unggah_bernomor`, `boleh_batal`
	"""
	state = surat.workflow_state
	if state not in (MENUNGGU_TANDA_TANGAN, DITANDATANGANI, BERNOMOR):
		return None
	waiting, clerk = state == MENUNGGU_TANDA_TANGAN, is_clerk(surat, user)
	uncertain = waiting and is_uncertain(surat.name)
	deret = get_deret(surat)
	return {
		"elektronik": bool(get_penyedia_kantor() != BASAH and surat.get_jenis().boleh_tte),
		"boleh_mundur": bool(deret and may_insert(deret)),
		"belum_pasti": uncertain and acts_for(user, surat.penanda_tangan),
		"boleh_unggah": waiting and clerk and not uncertain,
		"boleh_unggah_bernomor": state == BERNOMOR
		and surat.penyedia == BASAH
		and not surat.berkas_bernomor
		and clerk,
		"boleh_batal": may_cancel(surat, user),
	}
