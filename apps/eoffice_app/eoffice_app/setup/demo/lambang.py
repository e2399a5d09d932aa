"""Draw the emblem of the demo office: a shield with hills, a river and a sun, of no real place."""

import io

from PIL import Image, ImageDraw

SIZE = 480
GREEN, BLUE, GOLD, WHITE = "#1f6f4a", "#2463a8", "#e0a526", "#ffffff"
SHIELD = ((60, 40), (420, 40), (420, 270), (240, 450), (60, 270))


def create_lambang() -> bytes:
	"""Return the emblem as PNG."""
	image = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
	draw = ImageDraw.Draw(image)
	draw.polygon(SHIELD, fill=BLUE)
	_draw_inside(
		image,
		lambda inner: inner.polygon(
			[(0, 300), (150, 170), (250, 260), (360, 160), (480, 290), (480, 480), (0, 480)], fill=GREEN
		),
	)
	_draw_inside(
		image,
		lambda inner: inner.line(
			[(180, 480), (240, 380), (200, 330), (260, 262)], fill=WHITE, width=26, joint="curve"
		),
	)
	draw.ellipse((195, 85, 285, 175), fill=GOLD)
	draw.line([*SHIELD, SHIELD[0], SHIELD[1]], fill=GOLD, width=16, joint="curve")
	output = io.BytesIO()
	image.resize((SIZE // 2, SIZE // 2), Image.Resampling.LANCZOS).save(output, "PNG", optimize=True)
	return output.getvalue()


def _draw_inside(image: Image.Image, draw_on) -> None:
	"""Let `draw_on` draw on a sheet of its own and lay it on the image within the shield."""
	sheet = Image.new("RGBA", image.size, (0, 0, 0, 0))
	draw_on(ImageDraw.Draw(sheet))
	mask = Image.new("L", image.size, 0)
	ImageDraw.Draw(mask).polygon(SHIELD, fill=255)
	image.paste(sheet, (0, 0), Image.composite(sheet.getchannel("A"), Image.new("L", image.size, 0), mask))
