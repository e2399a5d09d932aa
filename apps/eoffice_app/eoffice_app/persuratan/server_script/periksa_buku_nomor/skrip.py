# Setiap malam buku nomor diperiksa; Pengelola E-Office diberi tahu bila ada nomor yang hilang atau ganda.
frappe.call("eoffice_app.persuratan.periksa_buku_nomor.check_ledger")
