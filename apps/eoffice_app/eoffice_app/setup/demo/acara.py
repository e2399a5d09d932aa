"""When the event of a demo invitation takes place: on the weekday and hour that its paper names, after it came."""

from datetime import datetime, timedelta

from eoffice_app.setup.demo.naskah import SuratContoh

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
# Between a letter's arrival and its event lie some days, as is usual.
HARI_SEBELUM_ACARA = 4


def plan_acara(contoh: SuratContoh, diterima: datetime) -> dict:
	"""Return the event's fields of a Surat Masuk; empty for a letter that invites to none."""
	acara = dict(contoh.acara)
	if not contoh.perihal.startswith("Undangan") or acara.get("Hari") not in HARI:
		return {}
	earliest = diterima.date() + timedelta(days=HARI_SEBELUM_ACARA)
	day = earliest + timedelta(days=(HARI.index(acara["Hari"]) - earliest.weekday()) % 7)
	hour, minute = acara["Pukul"].split()[0].split(".")
	return {
		"undangan": 1,
		"acara_mulai": f"{day} {hour}:{minute}:00",
		"acara_tempat": acara.get("Tempat"),
	}
