# Disposisi yang melewati batas waktu diingatkan kepada penerimanya, lalu kepada pemberinya.
frappe.call("eoffice_app.persuratan.pengingat.send_overdue_disposisi_reminders")
