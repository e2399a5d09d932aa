"""Which tables hold letters, and which of Frappe's tables hold things that hang on letters. No rule here."""

# DocType → the column that names the letter whose sight its documents share, or "name" for a letter itself.
JENIS_SURAT = {
	"Surat Masuk": "name",
	"Surat Keluar": "name",
	"Agenda": "surat_masuk",
	"Disposisi": "surat_masuk",
	"Agenda Pimpinan": "surat_masuk",
	"Agenda Keluar": "surat_keluar",
	"Pengiriman Surat": "surat_keluar",
	"Pengajuan Surat": "name",
}
# DocType of letters → the column by which other documents name one.
KOLOM_SURAT = {"Surat Masuk": "surat_masuk", "Surat Keluar": "surat_keluar"}
# Child table → its parent.
TABEL_ANAK = {
	"Scan Surat": "Surat Masuk",
	"Hasil Verifikasi": "Surat Masuk",
	"Penerima Surat Keluar": "Surat Keluar",
	"Koordinasi Surat Keluar": "Surat Keluar",
	"Paraf Surat Keluar": "Surat Keluar",
	"Versi Naskah": "Surat Keluar",
	"Lampiran Surat Keluar": "Surat Keluar",
	"Pilihan Instruksi": "Disposisi",
	"Lampiran Umpan Balik": "Disposisi",
	"Berkas Pengajuan": "Pengajuan Surat",
}
# Records about letters, which no role reads directly; the conditions hold if an office ever gives one that right.
CATATAN = (
	"Akses Surat",
	"Antrean Pencarian",
	"Riwayat Buka",
	"Riwayat Cetak",
	"Upaya Tanda Tangan",
	"Pemberitahuan Surat",
	"Baris Ekspedisi",
	"Teks Scan",
	"Pembacaan Scan",
	"Waktu Surat",
	"Rekap Harian",
	"Khalayak Surat",
	"Tindakan Tertunda",
)
# What hangs on any document in Frappe → the columns that say on which: its DocType and its name.
LAMPIRAN = {
	"Access Log": ("export_from", "reference_document"),
	"Activity Log": ("reference_doctype", "reference_name"),
	"Comment": ("reference_doctype", "reference_name"),
	"Communication": ("reference_doctype", "reference_name"),
	"DocShare": ("share_doctype", "share_name"),
	"Document Follow": ("ref_doctype", "ref_docname"),
	"Document Share Key": ("reference_doctype", "reference_docname"),
	"Email Queue": ("reference_doctype", "reference_name"),
	"File": ("attached_to_doctype", "attached_to_name"),
	"Notification Log": ("document_type", "document_name"),
	"Tag Link": ("document_type", "document_name"),
	"ToDo": ("reference_type", "reference_name"),
	"Version": ("ref_doctype", "docname"),
	"View Log": ("reference_doctype", "reference_name"),
	"Workflow Action": ("reference_doctype", "reference_name"),
}
# Every DocType whose lists the rule of sight narrows.
TERLINDUNG = frozenset({*JENIS_SURAT, *TABEL_ANAK, *CATATAN, *LAMPIRAN})


def find_jenis_surat(doctype: str) -> str:
	"""Return the DocType of the letters that a DocType of JENIS_SURAT holds or follows."""
	column = JENIS_SURAT[doctype]
	return next((jenis for jenis, named in KOLOM_SURAT.items() if named == column), doctype)
