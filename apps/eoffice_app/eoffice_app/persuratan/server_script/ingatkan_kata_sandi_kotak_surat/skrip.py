# Kata sandi kotak surat (Sanapati: setiap tiga bulan) diingatkan kepada Operator dan Pengelola sebelum waktunya.
frappe.call("eoffice_app.surel_masuk.kata_sandi.send_password_reminders")
