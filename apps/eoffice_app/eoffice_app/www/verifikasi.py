"""The public page that says whether a letter is genuine, and holds a file against it."""

import frappe
from eoffice_app.persuratan.batas_permintaan import limit_requests
from eoffice_app.persuratan.berkas.scan import get_ukuran_terbesar
from eoffice_app.tte.keterangan_surat import describe_surat, find_surat
from eoffice_app.tte.pemeriksaan_berkas import BURUK, RAGU, HasilBerkas, examine_file
from eoffice_app.tte.pengaturan import list_daftar_cabut, list_otoritas
from frappe import _

no_cache = 1
sitemap = 0
LONGEST_CODE = 64
# A minute, of one address (behind which a whole office may be) and of all together.
LIHAT, LIHAT_SEMUA = 60, 1200
PERIKSA, PERIKSA_SEMUA = 6, 30


def get_context(context: frappe._dict) -> None:
	"""Put into the page the code asked for, what may be said of its letter, and of a file sent with it.

	:param context: gets `kode`, `surat` (see `describe_surat`; None for a wrong code), `hasil` (see `examine_file`),
	        `terlalu_sering`, `lang`, `kantor`, `ukuran_mb` and `csrf_token`
	"""
	context.kode = str(frappe.form_dict.get("kode") or "")[:LONGEST_CODE]
	context.lang = frappe.local.lang
	context.kantor = frappe.db.get_single_value("Pengaturan E-Office", "nama_instansi")
	context.ukuran_mb = get_ukuran_terbesar() // 1024**2
	# Of a guest Frappe wants no token; of one who is signed in also a plain form has to bring it.
	context.csrf_token = frappe.session.data.get("csrf_token")
	try:
		limit_requests("verifikasi", LIHAT)
		limit_requests("verifikasi", LIHAT_SEMUA, per_alamat=False)
		_fill(context)
	except frappe.ValidationError:
		# The limit of requests is the only thing refused here.
		frappe.clear_messages()
		context.http_status_code = 429
		context.terlalu_sering = True


def _fill(context: frappe._dict) -> None:
	found = find_surat(context.kode)
	context.surat = found and describe_surat(found)
	# That a file is that of a withdrawn letter is no good news, and must not look like it.
	if found and context.surat.berlaku and frappe.request.method == "POST":
		limit_requests("verifikasi berkas", PERIKSA)
		limit_requests("verifikasi berkas", PERIKSA_SEMUA, per_alamat=False)
		context.hasil = _examine_sent(found)


def _examine_sent(surat: frappe._dict) -> HasilBerkas:
	sent = frappe.request.files.get("berkas")
	largest = get_ukuran_terbesar()
	isi = sent.stream.read(largest + 1) if sent else b""
	if not isi:
		return HasilBerkas(
			RAGU, _("Belum ada berkas"), _("Pilih berkas PDF surat ini, lalu tekan Periksa Berkas.")
		)
	if len(isi) > largest:
		return HasilBerkas(
			BURUK,
			_("Berkas terlalu besar"),
			_("Berkas ini melebihi {0} MB, lebih besar daripada surat mana pun dari kantor kami.").format(
				largest // 1024**2
			),
		)
	return examine_file(isi, surat, list_otoritas(), list_daftar_cabut())
