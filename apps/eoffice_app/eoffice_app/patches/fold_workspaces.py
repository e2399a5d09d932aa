import frappe

from eoffice_app.setup.ruang_kerja import create_ruang_kerja

# As they were shipped, by the moment that each version stamped them with: one that the office edited bears a later one.
LAMA = {
	"E-Office": (
		"2026-11-21 08:00:00",
		"2026-11-21 08:15:00",
		"2026-11-21 12:05:00",
		"2026-11-21 12:06:00",
		"2026-11-21 21:55:00",
		"2026-11-22 00:36:00",
		"2026-11-22 00:54:53",
	),
	"Pengelolaan E-Office": (
		"2026-11-21 08:00:00",
		"2026-11-21 08:15:00",
		"2026-11-21 11:52:00",
		"2026-11-21 15:27:00",
		"2026-11-21 19:30:00",
		"2026-11-21 21:55:00",
		"2026-11-22 00:46:43",
		"2026-11-22 01:13:15",
	),
}


def execute() -> None:
	"""Give each role its workspace in place of the two that everybody shared; what the office made of those stays, last."""
	create_ruang_kerja()
	for name, shipped in LAMA.items():
		modified = frappe.db.get_value("Workspace", name, "modified")
		if modified and modified.strftime("%Y-%m-%d %H:%M:%S") in shipped:
			frappe.delete_doc("Workspace", name, force=True, ignore_permissions=True)
		elif modified:
			frappe.db.set_value("Workspace", name, {"sequence_id": 90, "module": None})
