# Ringkasan Pimpinan bagi pimpinan kantor, setiap Senin pagi atau hari kerja pertama pekan itu.
frappe.call("eoffice_app.laporan.surat_ringkasan.send_weekly_summary")
