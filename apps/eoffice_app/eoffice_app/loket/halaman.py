"""What the counter's pages show: the services that are offered, the office, and the texts of their scripts."""

import frappe
from frappe import _
from frappe.sessions import get_csrf_token
from frappe.utils import nowdate
from frappe.utils.jinja_globals import bundled_asset

from eoffice_app.loket.berkas import describe_diterima
from eoffice_app.loket.kirim import JEBAKAN, get_berkas_terbanyak
from eoffice_app.loket.masukan import PANJANG
from eoffice_app.loket.portal import get_prefill
from eoffice_app.persuratan.berkas.scan import get_ukuran_terbesar

DITERIMA_PEMILIH = ".pdf,.jpg,.jpeg,.png,.docx,application/pdf,image/jpeg,image/png"


def list_layanan() -> list[frappe._dict]:
	"""Return the services that are offered now, in the office's order: dicts of `nama`, `rute` and `keterangan`."""
	return frappe.get_all(
		"Layanan Loket",
		filters={"aktif": 1},
		fields=["nama", "rute", "keterangan"],
		order_by="urutan asc, nama asc",
	)


def find_layanan(rute: str) -> frappe.model.document.Document | None:
	"""Return the service of an address; None where none such is offered."""
	name = frappe.db.get_value("Layanan Loket", {"rute": rute, "aktif": 1})
	return frappe.get_cached_doc("Layanan Loket", name) if name else None


def describe_halaman() -> dict:
	"""Return what each page of the counter needs besides: the office, its files, and what is accepted."""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	return {
		"lang": frappe.local.lang,
		"kantor": pengaturan.nama_instansi,
		"alamat": pengaturan.alamat,
		"surel_kantor": pengaturan.surel,
		"telepon_kantor": pengaturan.telepon,
		"gaya": bundled_asset("loket.bundle.css"),
		"skrip": bundled_asset("loket.bundle.js"),
		"teks": get_teks(),
		"diterima": describe_diterima(),
		"pemilih": DITERIMA_PEMILIH,
		"terbanyak": get_berkas_terbanyak(),
		"panjang": PANJANG,
		"jebakan": JEBAKAN,
		"hari_ini": nowdate(),
		"awal": get_prefill(frappe.session.user),
		"ukuran_terbesar": get_ukuran_terbesar(),
		# A guest needs none; of one who is signed in Frappe wants it with each request.
		"csrf_token": "" if frappe.session.user == "Guest" else get_csrf_token(),
	}


def get_teks() -> dict[str, str]:
	"""Return the texts that the form's script shows, by the keys under which it asks for them."""
	return {**_get_isian(), **_get_unggahan(), **_get_pengiriman()}


def _get_isian() -> dict[str, str]:
	return {
		"wajib": _("{0} belum diisi."),
		"kontak": _("Isi alamat surel atau nomor telepon, agar kantor dapat memberi kabar."),
		"surel": _("Alamat surel tidak benar. Contoh: nama@instansi.go.id."),
		"tanggal": _("Tanggal surat belum terjadi. Periksa tanggal pada surat."),
		"berkas_wajib": _("Belum ada berkas. Lampirkan scan atau PDF surat."),
		"periksa": _("Ada {0} isian yang perlu diperbaiki:"),
		"dibuka_kembali": _("Isian Anda yang belum terkirim dibuka kembali."),
		"kosongkan": _("Kosongkan seluruh isian dan mulai dari awal?"),
	}


def _get_unggahan() -> dict[str, str]:
	return {
		"menunggu": _("Menunggu giliran"),
		"mengunggah": _("{0} dari {1} terunggah"),
		"terunggah": _("Selesai, {0}"),
		"memeriksa": _("Berkas diperiksa…"),
		"terputus": _("Sambungan terputus pada {0}. Dilanjutkan sendiri begitu tersambung."),
		"pilih_lagi": _("Baru {0} dari {1} terunggah. Pilih kembali berkas yang sama untuk melanjutkan."),
		"terlalu_besar": _("Berkas terlalu besar."),
		"kosong": _("Berkas ini kosong, tidak ada isinya."),
		"terlalu_banyak": _(
			"Paling banyak {0} berkas setiap kiriman. Gabungkan beberapa berkas menjadi satu."
		),
		"hapus": _("Hapus"),
		"hapus_berkas": _("Hapus berkas {0}"),
		"unggahan": _("Unggahan {0}"),
	}


def _get_pengiriman() -> dict[str, str]:
	return {
		"kirim": _("Kirim Surat"),
		"menunggu_berkas": _("Menunggu berkas selesai terunggah, lalu surat dikirim…"),
		"menyiapkan": _("Menyiapkan pengiriman…"),
		"mengirim": _("Mengirim surat…"),
		"belum_terkirim": _(
			"Sambungan terputus sebelum kantor menjawab. Isian Anda masih ada: tekan Kirim sekali lagi. Surat yang sama tidak akan tercatat dua kali."
		),
		"berkas_bermasalah": _(
			"Ada berkas yang belum diterima. Perbaiki atau hapus berkas itu, lalu tekan Kirim."
		),
		"gangguan": _("Server sedang terganggu. Isian Anda masih ada: coba kembali beberapa menit lagi."),
	}
