"""Tells people where the office is and how to come in."""

from provision.credentials import password
from provision.layout import OFFICE, Bench
from provision.office import Office
from provision.ports import known_ports
from provision.site import ask_site, site_stamp


def summary(office: Office) -> str:
	"""The text shown when the office is up: address, accounts, logs."""
	bench = office.bench
	lines = ["", f"E-Office answers on {office.url()} (and http://{bench.site}:{_port(bench)})"]
	lines += [*_accounts(bench), f"Logs: {bench.logs}", ""]
	return "\n".join(lines)


def _port(bench: Bench) -> int:
	return known_ports(bench)["public"]


def _accounts(bench: Bench) -> list[str]:
	secrets = bench.runtime / "secrets"
	lines = [f"Administrator: password in {secrets / 'administrator'}"]
	if not site_stamp(bench, "demo").is_current():
		return lines
	lines.append(f"Demo accounts, all with the password {password(bench, 'demo')}")
	lines.append(
		"It is also the passphrase of their signatures, which a test authority issued: they bind nobody."
	)
	for account in demo_accounts(bench):
		lines.append(
			f"  {account['peran']:<20} {account['email']:<34} {account['nama']}, {account['jabatan']}"
		)
	return lines


def demo_accounts(bench: Bench = OFFICE) -> list[dict]:
	"""The demo accounts by role, as the app lists them."""
	return ask_site(bench, "accounts")
