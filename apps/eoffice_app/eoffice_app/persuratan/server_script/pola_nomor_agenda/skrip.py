# Pola nomor agenda. Token: {urut} {urut:3} {buku} {unit} {klasifikasi} {bulan} {bulan_romawi} {tahun}
# Contoh: "{urut:3}/{buku}/{bulan_romawi}/{tahun}" menjadi 007/SM/IX/2026
doc.pola_nomor = frappe.call("eoffice_app.penomoran.pola.check_pola", pola="{urut}")
