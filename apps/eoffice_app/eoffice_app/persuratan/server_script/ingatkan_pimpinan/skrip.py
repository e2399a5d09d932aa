# Surat yang belum didisposisikan diingatkan lagi kepada pejabat yang dituju, setiap hari kerja.
frappe.call("eoffice_app.persuratan.pengingat.send_waiting_letter_reminders")
