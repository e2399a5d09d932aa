# Pola nomor surat menurut jenis naskah. Jenis yang tidak disebut memakai pola pada Deret Nomor.
# Token: {urut} {urut:3} {sisipan} {sifat} {unit} {jabatan} {buku} {jenis} {klasifikasi} {bulan} {bulan_romawi} {tahun}
# Juga dapat dipakai: doc.deret, doc.unit, doc.jabatan, doc.sifat, doc.klasifikasi, doc.tanggal_surat
pola_menurut_jenis = {
	"Keputusan": "{urut} TAHUN {tahun}",
	"Instruksi": "{urut} TAHUN {tahun}",
}
pola = pola_menurut_jenis.get(doc.jenis)
if pola:
	doc.pola_nomor = frappe.call("eoffice_app.penomoran.pola_surat.check_pola_surat", pola=pola)
