"""The named exceptions of the runs."""

import frappe


class BukanCarakaError(frappe.ValidationError):
	"""An employee named as caraka whose account is missing, closed or without the role."""


class EkspedisiTetapError(frappe.ValidationError):
	"""A change to a run that is no longer being put together, or to the book."""


class KeadaanEkspedisiError(frappe.ValidationError):
	"""A step that does not fit the present state of the run."""


class SuratTidakMenungguError(frappe.ValidationError):
	"""A delivery put into a run although it does not wait for a caraka."""


class TandaTerimaTidakSahError(frappe.ValidationError):
	"""A receipt that lacks something, or whose time cannot be."""


class SudahTercatatError(frappe.ValidationError):
	"""A receipt for a letter whose outcome stands in the book already."""
