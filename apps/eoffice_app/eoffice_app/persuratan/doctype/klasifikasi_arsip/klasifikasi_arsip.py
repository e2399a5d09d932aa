from frappe.utils.nestedset import NestedSet


class KlasifikasiArsip(NestedSet):
	nsm_parent_field = "parent_klasifikasi_arsip"
