"""The text of scans, as many words a letter as one page has, drawn as words are: few of them often, most of them seldom."""

import hashlib
import random
from itertools import accumulate

import frappe

WORDS_OF_LETTER = 200
TOGETHER = 2_000
# The words one searches for are among the frequent ones, in the forms in which letters have them.
FREQUENT = (
	"pelaksanaan kegiatan undangan rapat daerah dinas kepala permohonan laporan data anggaran pengiriman pegawai "
	"informasi koordinasi pengadaan kepegawaian jaringan sosialisasi pembangunan pelayanan masyarakat kabupaten "
	"pemerintah penyelenggaraan peraturan bupati sekretaris bidang kesehatan pendidikan perhubungan persandian"
).split()
SYLLABLES = [first + second for first in "bcdghjklmnprstwy" for second in "aiueo"]
VOCABULARY = 50_000


def make_vocabulary() -> list[str]:
	"""Return the words of the office, the most frequent first; always the same ones."""
	chance = random.Random(1)
	made = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _word in range(2 * VOCABULARY))
	return list(dict.fromkeys([*FREQUENT, *made]))[:VOCABULARY]


def fill_texts() -> None:
	"""Give each letter of the site that is not secret and has none yet the text of one page."""
	chance, words = random.Random(2), make_vocabulary()
	# Zipf: the tenth word is a tenth as frequent as the first.
	weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
	last = ""
	while letters := _list_without_text(last):
		rows = [
			(
				_name(surat),
				surat,
				"",
				1,
				" ".join(chance.choices(words, cum_weights=weights, k=WORDS_OF_LETTER)),
			)
			for surat in letters
		]
		frappe.db.sql(
			"insert into `tabTeks Scan` (name, surat_masuk, berkas, halaman, teks) values "
			+ ", ".join(["(%s, %s, %s, %s, %s)"] * len(rows)),
			[value for row in rows for value in row],
		)
		frappe.db.commit()
		last = letters[-1]
	frappe.db.sql("analyze table `tabTeks Scan`")


def _list_without_text(after: str) -> list[str]:
	return frappe.db.sql_list(
		"""
		select surat.name from `tabSurat Masuk` surat
		left join `tabTeks Scan` teks on teks.surat_masuk = surat.name
		where surat.sifat not in ('Rahasia', 'Sangat Rahasia') and teks.name is null and surat.name > %s
		order by surat.name limit %s
		""",
		(after, TOGETHER),
	)


def _name(surat: str) -> str:
	return hashlib.sha1(surat.encode()).hexdigest()[:20]
