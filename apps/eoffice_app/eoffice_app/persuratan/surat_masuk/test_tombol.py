"""The buttons of an incoming letter's form, for everybody in every state: what is offered is done, all else refused."""

import frappe
from frappe.model.document import Document
from frappe.model.workflow import apply_workflow
from frappe.utils import add_days, get_datetime, nowdate

from eoffice_app.organisasi.jabatan import list_below
from eoffice_app.organisasi.pemangku import list_posts_acted_for
from eoffice_app.persuratan.disposisi.agenda_pimpinan import decide_kehadiran, list_acara
from eoffice_app.persuratan.disposisi.kirim_langsung import send_directly
from eoffice_app.persuratan.disposisi.langkah import (
	get_pilihan_disposisi,
	mark_read,
	withdraw_disposisi,
	write_disposisi,
)
from eoffice_app.persuratan.disposisi.penyelesaian import note_no_disposisi
from eoffice_app.persuratan.disposisi.pohon import get_pohon
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back, return_report
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import TINDAKAN_BERALASAN, close_with_reason
from eoffice_app.persuratan.langkah_tersedia import get_transitions
from eoffice_app.persuratan.surat_masuk.paraf import give_paraf
from eoffice_app.persuratan.surat_masuk.tindakan import get_tindakan
from eoffice_app.persuratan.surat_masuk.verifikasi import verify_surat
from eoffice_app.tests.dasar import (
	KasusUji,
	acting_as,
	compose_hasil,
	make_surat_masuk,
	make_surat_menunggu,
	verify,
)
from eoffice_app.tests.tombol import find_differences

ALUR = (
	*("Verifikasi", "Teruskan", "Disposisikan", "Nyatakan Tanpa Disposisi", "Selesaikan", "Arsipkan"),
	*TINDAKAN_BERALASAN,
)
# Drawn for officials so that the server takes them with the disposisi, the note or the report that brings them.
DIAMBIL_SERVER = {"Disposisikan", "Nyatakan Tanpa Disposisi", "Selesaikan"}
PETUGAS = (
	*("UJI-OPERATOR", "UJI-SANDI", "UJI-VERIFIKATOR", "UJI-SEKDIN", "UJI-KADIS"),
	*("UJI-KABID-A", "UJI-KASI-A1", "UJI-KASI-A2"),
)


class TestTombol(KasusUji):
	def setUp(self):
		super().setUp()
		set_paraf(1)

	def tearDown(self):
		super().tearDown()
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")

	def test_what_is_offered_is_done_and_all_else_refused(self):
		tombol = {
			**{action: _make_step(action) for action in ALUR},
			"disposisi": lambda surat: write_disposisi(
				surat.name, _choose_receiver(surat), ["Tindak lanjuti"]
			),
			"paraf": lambda surat: give_paraf(surat.name),
			"tanpa_disposisi": lambda surat: note_no_disposisi(surat.name),
			"kirim_langsung": lambda surat: send_directly(
				surat.name, _choose_below(surat, [surat.tujuan]), "Acaranya besok"
			),
			"acara": _decide,
			"tarik": _make_answer(withdraw_disposisi),
			"lapor": _make_answer(report_back, "Sudah dikerjakan"),
			"terima": _make_answer(accept_report),
			"kembalikan": _make_answer(return_report, "Lampirkan daftarnya"),
		}
		wrong, seen = find_differences(make_letters(), PETUGAS, tombol, _list_offered)
		self.assertEqual(wrong, [])
		self.assertEqual(set(tombol) - seen, DIAMBIL_SERVER)


def make_letters() -> dict[str, Document]:
	"""Return a letter for each state, sifat and thing that may wait on it."""
	besok = get_datetime(f"{add_days(nowdate(), 1)} 09:00:00")
	return {
		"diterima": make_surat_masuk(),
		"menunggu paraf": _verify(make_surat_masuk()),
		"diverifikasi": _verify(make_surat_masuk(tujuan="UJI-KABID-A")),
		"menunggu": make_waiting(),
		"menunggu, undangan besok": make_waiting(undangan=1, acara_mulai=besok, acara_tempat="Aula"),
		"menunggu, dikirim langsung": _send_directly(make_waiting(undangan=1, acara_mulai=besok)),
		"menunggu, terbatas": make_waiting(sifat="Terbatas"),
		"menunggu, rahasia": make_waiting(sifat="Rahasia"),
		"didisposisikan": _dispose(make_waiting()),
		"dibaca": _read_by_recipient(_dispose(make_waiting())),
		"dilaporkan": _report(_dispose(make_waiting())),
		"selesai": _finish(make_waiting()),
		"selesai, rahasia": _finish(make_waiting(sifat="Rahasia")),
		"diarsipkan": _file(_finish(make_waiting())),
		"dikembalikan": _return(make_surat_masuk()),
	}


def make_waiting(**values) -> Document:
	"""Return a letter before its addressee, UJI-KABID-A, whose letters need no paraf."""
	return make_surat_menunggu(tujuan="UJI-KABID-A", **values)


def set_paraf(paraf: int) -> None:
	"""Let letters to UJI-KADIS need the paraf of UJI-SEKDIN, or not."""
	posts = {"jabatan_pimpinan": "UJI-KADIS", "jabatan_sekretaris": "UJI-SEKDIN"}
	pengaturan = frappe.get_doc("Pengaturan E-Office").update({"paraf_sekretaris": paraf, **posts})
	pengaturan.flags.ignore_mandatory = True
	pengaturan.save()


def _list_offered(surat: Document) -> list[str]:
	"""Return what the form's script shows: steps of the workflow, buttons of the head and of the tree."""
	tindakan = get_tindakan(surat.name)
	offered = [row["action"] for row in get_transitions({"doctype": surat.doctype, "name": surat.name})]
	offered += ["disposisi"] if get_pilihan_disposisi(surat.name)["boleh"] else []
	offered += [name for name in ("paraf", "tanpa_disposisi", "kirim_langsung") if tindakan[name]]
	offered += ["acara"] if any(row.boleh for row in tindakan["acara"]) else []
	return offered + _list_offered_in(get_pohon(surat.name)["akar"])


def _list_offered_in(nodes: list) -> list[str]:
	offered = []
	for node in nodes:
		offered += [name for name, may in node.boleh.items() if may] + _list_offered_in(node.anak)
	return offered + (["kembalikan"] if "terima" in offered else [])


def _make_step(action: str):
	if action == "Verifikasi":
		return lambda surat: verify_surat(surat.name, compose_hasil())
	if action in TINDAKAN_BERALASAN:
		return lambda surat: close_with_reason(surat.name, action, "Alamatnya keliru")
	return lambda surat: apply_workflow(surat.as_dict(), action)


def _make_answer(act, *arguments):
	"""Press a button of the tree: on whichever disposisi the letter has, or on none."""
	return lambda surat: act(frappe.db.get_value("Disposisi", {"surat_masuk": surat.name}) or "", *arguments)


def _choose_receiver(surat: Document) -> list[str]:
	return _choose_below(surat, list_posts_acted_for(frappe.session.user))


def _choose_below(surat: Document, posts: list[str]) -> list[str]:
	"""Return a post below some that has no disposisi on the letter yet, where there is one."""
	written = frappe.get_all("Disposisi", filters={"surat_masuk": surat.name}, pluck="kepada")
	below = [row for post in posts for row in list_below(post) if row not in written]
	return [next(iter(below), "UJI-STAF-A1")]


def _decide(surat: Document) -> None:
	entries = [row.name for row in list_acara(surat.name)]
	decide_kehadiran(next(iter(entries), ""), "Hadir")


def _verify(surat: Document) -> Document:
	with acting_as("UJI-SANDI" if surat.sifat == "Rahasia" else "UJI-VERIFIKATOR"):
		return verify(surat)


def _dispose(surat: Document) -> Document:
	with acting_as("UJI-KABID-A"):
		write_disposisi(surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
	return surat


def _read_by_recipient(surat: Document) -> Document:
	with acting_as("UJI-KASI-A1"):
		mark_read(surat.name)
	return surat


def _report(surat: Document) -> Document:
	with acting_as("UJI-KASI-A1"):
		report_back(frappe.db.get_value("Disposisi", {"surat_masuk": surat.name}), "Sudah dikerjakan")
	return surat


def _finish(surat: Document) -> Document:
	with acting_as("UJI-KABID-A"):
		note_no_disposisi(surat.name)
	return surat


def _file(surat: Document) -> Document:
	with acting_as("UJI-OPERATOR"):
		return apply_workflow(surat, "Arsipkan")


def _send_directly(surat: Document) -> Document:
	with acting_as("UJI-OPERATOR"):
		send_directly(surat.name, ["UJI-KASI-A2"], "Acaranya besok")
	return surat


def _return(surat: Document) -> Document:
	with acting_as("UJI-VERIFIKATOR"):
		close_with_reason(surat.name, "Kembalikan", "Alamatnya keliru")
	return surat
