# Pengiriman yang melewati batas waktu salurannya diingatkan kepada operatornya, setiap hari kerja sampai sampai.
frappe.call("eoffice_app.saluran.pengingat.send_overdue_delivery_reminders")
