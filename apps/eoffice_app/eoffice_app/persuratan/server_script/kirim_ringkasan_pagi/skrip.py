# Ringkasan pagi bagi pegawai yang memilih diberi tahu sekali sehari.
frappe.call("eoffice_app.persuratan.ringkasan.send_morning_digests")
