"""A spreadsheet of the organisation with the faults of a hurried hand: the tests from outside need no library for it."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

SHEETS = "xl/worksheets/"
# What the template's examples say, and what somebody made of it the first time that a sheet says so.
FAULTS = {
	"<t>02/01/2026</t>": "<t>31/02/2026</t>",
	"<t>Ya</t>": "<t>mungkin</t>",
	"<t>197502021998032002</t>": "<t>1975020219980320</t>",
}


def spoil_template(template: bytes) -> bytes:
	"""Return the template (.xlsx) with faults in its examples. Raises AssertionError when it has no such examples."""
	with ZipFile(io.BytesIO(template)) as source:
		parts = {name: source.read(name) for name in source.namelist()}
	sheets = {
		name: part.decode()
		for name, part in parts.items()
		if name.startswith(SHEETS) and name.endswith(".xml")
	}
	assert all(any(right in sheet for sheet in sheets.values()) for right in FAULTS), list(parts)
	stream = io.BytesIO()
	with ZipFile(stream, "w", ZIP_DEFLATED) as target:
		for name, part in {**parts, **{name: _spoil(sheet) for name, sheet in sheets.items()}}.items():
			target.writestr(name, part)
	return stream.getvalue()


def _spoil(sheet: str) -> str:
	for right, wrong in FAULTS.items():
		sheet = sheet.replace(right, wrong, 1)
	return sheet
