"""Clerks who save at the same moment: every letter gets a number, none twice, none missing."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from support.akun import operator_account
from support.layanan import query
from support.office import Office
from support.sesi import Sesi
from support.surat import OPERATOR, surat_fields

SESSIONS = 8
LETTERS_OF_A_SESSION = 5


@pytest.fixture
def operator_kedua(rest, office) -> Iterator[str]:
	"""A second operator at another counter, that of the Sekretariat."""
	pengelola = rest()
	with operator_account(pengelola, office.demo_password, "Operator Kedua") as email:
		pegawai = pengelola.insert("Pegawai", nama="Operator Kedua", user=email)["name"]
		pengelola.put("/api/resource/Unit Kerja/SEKR", operator=pegawai)
		yield email
		pengelola.put("/api/resource/Unit Kerja/SEKR", operator=None)


def read_numbers(office: Office) -> list[tuple[str, int, int]]:
	"""Book, year and number of every agenda line, those included that the interface hides even from Administrator."""
	columns = "buku, tahun, nomor_urut"
	rows = query(office, f"SELECT {columns} FROM tabAgenda ORDER BY {columns}").splitlines()
	return [(book, int(year), int(number)) for book, year, number in (row.split("\t") for row in rows)]


def test_two_operators_saving_at_once_get_unbroken_numbers(office: Office, rest, operator_kedua):
	before = read_numbers(office)
	sample = surat_fields(rest(OPERATOR), None)
	barrier = Barrier(SESSIONS)
	# An operator's account is open in one place, which sends several letters at once.
	counters = [Sesi(office, email) for email in (OPERATOR, operator_kedua)]

	def work(number: int) -> list[str]:
		sesi = counters[number % len(counters)]
		scans = [sesi.upload() for _ in range(LETTERS_OF_A_SESSION)]
		barrier.wait(timeout=120)
		letters = [
			{**sample, "nomor_surat": f"{sample['nomor_surat']}/{number}/{turn}", "scan": [{"berkas": scan}]}
			for turn, scan in enumerate(scans)
		]
		return [sesi.insert("Surat Masuk", letter)["nomor_agenda"] for letter in letters]

	with ThreadPoolExecutor(SESSIONS) as pool:
		given = [number for numbers in pool.map(work, range(SESSIONS)) for number in numbers]

	assert len(given) == SESSIONS * LETTERS_OF_A_SESSION
	assert len(set(given)) == len(given)
	after = read_numbers(office)
	assert len(after) == len(before) + len(given)
	assert_unbroken(after)


def assert_unbroken(numbers: list[tuple[str, int, int]]) -> None:
	"""Within each book and year the numbers run from 1 on without gap or double."""
	highest = Counter()
	for book, year, number in numbers:
		highest[book, year] = max(highest[book, year], number)
	wanted = [(book, year, number) for (book, year), last in highest.items() for number in range(1, last + 1)]
	assert sorted(numbers) == sorted(wanted)
