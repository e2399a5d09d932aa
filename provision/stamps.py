"""Remembers that a step was done with certain inputs, where looking at the machine cannot tell."""

import hashlib
from pathlib import Path

from provision.layout import STAMPS


class Stamp:
	"""A file that holds the hash of the inputs a step last succeeded with."""

	def __init__(self, name: str, *inputs: str | bytes | Path, folder: Path = STAMPS):
		self.path = folder / name
		self.digest = _digest(inputs)

	def is_current(self) -> bool:
		"""Whether the step succeeded with just these inputs."""
		return self.path.is_file() and self.path.read_text() == self.digest

	def write(self) -> None:
		self.path.parent.mkdir(parents=True, exist_ok=True)
		self.path.write_text(self.digest)


def _digest(inputs) -> str:
	total = hashlib.sha256()
	for value in inputs:
		if isinstance(value, Path):
			value = value.read_bytes()
		elif isinstance(value, str):
			value = value.encode()
		total.update(hashlib.sha256(value).digest())
	return total.hexdigest()
