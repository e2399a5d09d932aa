# Penerima disposisi diberi tahu melalui lonceng dan surel, dengan tautan langsung ke surat.
frappe.call("eoffice_app.persuratan.pemberitahuan.queue_disposisi_notice", disposisi=doc.name)
