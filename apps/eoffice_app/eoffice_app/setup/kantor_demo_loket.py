"""What has come to the demo office's counter: handed in and decided upon through the functions the office itself uses."""

import frappe
from babel.dates import format_date
from frappe.utils import getdate, nowdate

from eoffice_app.loket.berkas_pengajuan import BerkasTerunggah
from eoffice_app.loket.keadaan import BARU
from eoffice_app.loket.penerimaan import accept_pengajuan, return_pengajuan
from eoffice_app.loket.pengajuan import DataPengajuan, submit
from eoffice_app.loket.usulan import get_usulan
from eoffice_app.persuratan.surat_masuk.kode_status import fingerprint, make_code
from eoffice_app.setup.demo.pengajuan import PENGAJUAN_DEMO, PengajuanContoh
from eoffice_app.setup.demo.pindaian import Naskah, create_scan
from eoffice_app.setup.kantor_demo_surat import PENDAFTAR, acting_for

TUJUAN = "KADIS"


def create_pengajuan_demo() -> None:
	"""Hand in the submissions the demo office lacks, and let its operator decide upon those that are decided."""
	for number, contoh in enumerate(PENGAJUAN_DEMO, start=1):
		name = _hand_in(number, contoh)
		if contoh.nasib and frappe.db.get_value("Pengajuan Surat", name, "keadaan") == BARU:
			with acting_for(PENDAFTAR):
				_decide(name, contoh)
		frappe.db.commit()


def _hand_in(number: int, contoh: PengajuanContoh) -> str:
	data = DataPengajuan(
		asal=contoh.asal,
		layanan=contoh.layanan,
		nama_pengirim=contoh.nama_pengirim,
		instansi_pengirim=contoh.instansi_pengirim,
		surel=contoh.surel,
		telepon=contoh.telepon,
		nomor_surat=contoh.nomor,
		tanggal_surat=getdate(nowdate()) if contoh.kop else None,
		perihal=contoh.perihal,
		tujuan=_name_tujuan() if contoh.kop else "",
		isi="" if contoh.kop else "\n\n".join(contoh.isi),
		isian=contoh.isian,
		# Known again at the next run, and to nobody else.
		kunci_kirim=fingerprint(make_code(f"pengajuan contoh {number}")),
	)
	return submit(data, [BerkasTerunggah("surat.pdf", _draw(contoh))] if contoh.kop else []).nama


def _draw(contoh: PengajuanContoh) -> bytes:
	naskah = Naskah(
		kop=contoh.kop,
		tempat_tanggal=f"Sukacontoh, {format_date(getdate(nowdate()), 'd MMMM yyyy', locale='id')}",
		nomor=contoh.nomor,
		sifat="Biasa",
		perihal=contoh.perihal,
		kepada=_name_tujuan(),
		isi=contoh.isi,
		acara=(),
		lampiran=(),
		jabatan_penanda_tangan="",
		penanda_tangan=contoh.penanda_tangan,
	)
	return create_scan(naskah, seed=contoh.perihal)


def _name_tujuan() -> str:
	return frappe.get_cached_value("Jabatan", TUJUAN, "nama_jabatan")


def _decide(name: str, contoh: PengajuanContoh) -> None:
	if contoh.nasib != "terima":
		return_pengajuan(name, contoh.nasib)
		return
	usulan = get_usulan(name)
	given = {"sifat": "Biasa", "derajat": "Biasa", "klasifikasi": "000.1", "tujuan": TUJUAN}
	given |= {field: usulan[field] for field in ("pengirim_baru", "jenis_pengirim", "sertakan_isi")}
	accept_pengajuan(name, {**given, **usulan["surat"]})
