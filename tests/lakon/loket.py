"""The play of a letter that comes by the counter on the web, from a citizen's telephone to the search box."""

from dataclasses import dataclass

from lakon import babak_loket as babak
from lakon.babak_loket import Kiriman
from lakon.panggung import Panggung


@dataclass(frozen=True)
class HasilLoket:
	"""What is left when the curtain falls: what was sent, the code to follow it by, and the letter it became."""

	kiriman: Kiriman
	kode: str
	alamat: str


def play_loket(panggung: Panggung) -> HasilLoket:
	"""Act the whole play. Raises AssertionError or TimeoutError at the first thing that is not as it should be."""
	kiriman = babak.write_kiriman()
	panggung.say("Warga mengirim surat lewat telepon, tanpa akun")
	warga = panggung.open_phone()
	kode = babak.send(warga, kiriman)
	panggung.say("Operator memeriksa kiriman itu dan mendaftarkannya sebagai Surat Masuk")
	operator = panggung.enter("operator")
	alamat = babak.accept(operator, kiriman)
	panggung.say("Operator menemukan surat itu dengan kata-katanya")
	babak.find(operator, kiriman)
	operator.leave()
	panggung.say("Warga melihat sampai di mana suratnya")
	babak.follow(warga, kode)
	warga.leave()
	panggung.assert_silent()
	return HasilLoket(kiriman, kode, alamat)
