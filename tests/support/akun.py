"""Accounts that a test needs for itself."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from support.rest import Rest
from support.surat import DOMAIN


@contextmanager
def operator_account(administrator: Rest, password: str, name: str) -> Iterator[str]:
	"""An account with the role of an operator, closed afterwards; yields its address."""
	email = f"operator.{secrets.token_hex(3)}@{DOMAIN}"
	administrator.insert(
		"User",
		email=email,
		first_name=name,
		user_type="System User",
		send_welcome_email=0,
		new_password=password,
		roles=[{"role": "Operator Surat"}],
	)
	yield email
	administrator.put(f"/api/resource/User/{email}", enabled=0)
