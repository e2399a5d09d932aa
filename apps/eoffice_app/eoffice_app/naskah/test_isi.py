from unittest import TestCase

from eoffice_app.naskah.isi import clean_isi

PNG = "data:image/png;base64,iVBORw0KGgo="


def clean(isi: str) -> str:
	return clean_isi(isi, lambda address: PNG if address == "/files/milik.png" else "")


class TestIsi(TestCase):
	def test_text_and_its_look_stay(self):
		isi = '<p class="ql-align-center" style="color: rgb(1, 2, 3)">Dengan <b>hormat</b> &lt;b&gt;</p><ul><li>a</li></ul>'
		self.assertEqual(clean(isi), isi)
		self.assertEqual(clean("tanpa tanda"), "tanpa tanda")
		self.assertEqual(clean(None), "")

	def test_nothing_is_fetched_while_the_page_is_printed(self):
		for isi in (
			'<img src="http://169.254.169.254/kunci">',
			'<img src="file:///etc/passwd">',
			'<link rel="stylesheet" href="http://jahat.example/a.css">',
			'<iframe src="http://jahat.example"></iframe>',
			'<p style="background: url(http://jahat.example/a.png)">a</p>',
			'<style>@import "http://jahat.example/a.css"</style>',
			'<svg><image href="http://jahat.example/a.png"/></svg>',
			'["<img src=http://jahat.example/a.png>"]',
			'<meta name="pdfkit-post-file" content="/etc/passwd">',
			"<p onload=\"fetch('http://jahat.example')\">a</p>",
			"<script>fetch('http://jahat.example')</script>",
		):
			with self.subTest(isi=isi):
				cleaned = clean(isi)
				for forbidden in ("jahat.example", "169.254", "passwd", "pdfkit"):
					self.assertNotIn(forbidden, cleaned)

	def test_only_pictures_of_the_letter_are_shown(self):
		self.assertEqual(clean('<img src="/files/milik.png"/>'), f'<img src="{PNG}"/>')
		self.assertEqual(clean(f'<img src="{PNG}"/>'), f'<img src="{PNG}"/>')
		self.assertEqual(clean('<p><img src="/private/files/orang-lain.png"></p>'), "<p></p>")

	def test_a_link_in_the_text_is_never_a_place(self):
		cleaned = clean(
			'<a href="https://tempat.invalid/tanda_tangan">x</a><a href="https://a.example/">y</a>'
		)
		self.assertEqual(cleaned, '<a>x</a><a href="https://a.example/">y</a>')
