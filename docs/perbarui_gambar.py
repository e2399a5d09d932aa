#!/usr/bin/env python3
"""Renews the pictures of README and guides from what `./eoffice demo` left: docs/perbarui_gambar.py [FOLDER].

Needs Pillow: run it with the Python of the tests, .runtime/uji-env/bin/python.
"""

import sys
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
PICTURES = HERE / "gambar"
DEFAULT_FOLDER = HERE.parent / "keluaran"
COLOURS = 96
MOST_BYTES = 300_000
LARGEST_SIZE = (1366, 1290)


class PictureError(Exception):
	"""A picture that the papers show is missing, or too large to be kept."""


def wanted_names() -> list[str]:
	"""Names of the pictures that the README and the guides show, as `…/gambar/NAME.png`."""
	papers = [HERE.parent / "README.md", *HERE.glob("*/*.md")]
	words = (word for paper in papers for word in paper.read_text(encoding="utf-8").split("gambar/")[1:])
	return sorted({word.split(".png")[0] for word in words})


def find_picture(folder: Path, name: str) -> Path:
	"""Return the play's picture of that name, whose number goes before it. Raises PictureError."""
	found = [path for path in sorted(folder.glob("*.png")) if path.stem.lstrip("0123456789-") == name]
	if not found:
		raise PictureError(f"{folder} has no picture “{name}”. Play first: ./eoffice demo")
	return found[0]


def keep_small(source: Path, target: Path) -> int:
	"""Write a picture with few colours; returns its bytes. Raises PictureError above MOST_BYTES."""
	with Image.open(source) as picture:
		picture = picture.convert("RGB")
		picture.thumbnail(LARGEST_SIZE)
		few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
		few.save(target, optimize=True)
	size = target.stat().st_size
	if size > MOST_BYTES:
		raise PictureError(f"{target} has {size:,} bytes, more than {MOST_BYTES:,}")
	return size


def main(folder: Path) -> None:
	"""Renew every wanted picture and remove those that no paper shows any more."""
	PICTURES.mkdir(exist_ok=True)
	names = wanted_names()
	for path in PICTURES.glob("*.png"):
		if path.stem not in names:
			path.unlink()
	for name in names:
		size = keep_small(find_picture(folder, name), PICTURES / f"{name}.png")
		print(f"{name}: {size:,} bytes")


if __name__ == "__main__":
	try:
		main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER)
	except PictureError as error:
		sys.exit(str(error))
