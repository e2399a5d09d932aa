"""The index itself: a folder of Tantivy. No database here.

Each letter carries the subjects that may see it, so that a question asks only among the letters of the one who asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import tantivy

from eoffice_app.pencarian.kata import PANJANG_AWALAN, is_prefix, list_beginnings, split_words

MEMORI_PENULIS = 64_000_000


class IndeksRusakError(Exception):
	"""The index is not there, or cannot be read."""


@dataclass(frozen=True)
class SuratTerindeks:
	"""What the index knows of a letter: `teks` is all that may be asked for, `waktu` sorts it."""

	name: str
	teks: str
	subjek: tuple[str, ...]
	waktu: datetime


def create_index(folder: Path) -> tantivy.Index:
	"""Create an empty index in a folder that is not there yet."""
	folder.mkdir(parents=True)
	return _read_once(tantivy.Index(_build_schema(), path=str(folder)))


def open_index(folder: Path) -> tantivy.Index:
	"""Open an index.

	:raises IndeksRusakError: none there, or broken
	"""
	try:
		return _read_once(tantivy.Index.open(str(folder)))
	except (ValueError, OSError) as error:
		raise IndeksRusakError(str(error)) from error


def write_letters(index: tantivy.Index, letters: Iterable[SuratTerindeks], gone: Iterable[str] = ()) -> None:
	"""Put letters into the index in place of what it knew of them, and take others out; all of it, or nothing.

	:param gone: names of letters that are no more
	:raises ValueError: somebody else is writing
	"""
	writer = index.writer(MEMORI_PENULIS, 1)
	for name in gone:
		writer.delete_documents("name", name)
	for letter in letters:
		writer.delete_documents("name", letter.name)
		writer.add_document(_to_document(letter))
	writer.commit()
	writer.wait_merging_threads()


def fill_index(index: tantivy.Index, letters: Iterable[SuratTerindeks]) -> None:
	"""Put letters into an empty index."""
	writer = index.writer(MEMORI_PENULIS, 1)
	for letter in letters:
		writer.add_document(_to_document(letter))
	writer.commit()
	writer.wait_merging_threads()


def find_names(
	index: tantivy.Index, words: list[str], subjek: list[str] | None, limit: int, hari_ini: datetime
) -> list[str]:
	"""Return the names of letters that have every word, newest first.

	Words that are in many letters are in enough of the latest two months, and only those are gone through.

	:param words: see `split_question`
	:param subjek: only letters that one of these may see; None for all
	:raises IndeksRusakError: broken
	"""
	parts = [_ask_for(index.schema, word) for word in words]
	if subjek is not None:
		parts.append(_any_term(index.schema, "subjek", subjek))
	lately = _any_term(index.schema, "bulan", _list_latest_months(hari_ini))
	try:
		searcher = index.searcher()
		names = _search(searcher, [*parts, lately], limit)
		return names if len(names) == limit else _search(searcher, parts, limit)
	except (ValueError, OSError) as error:
		raise IndeksRusakError(str(error)) from error


def count_letters(index: tantivy.Index) -> int:
	"""Return how many letters an index knows."""
	return index.searcher().num_docs


def _read_once(index: tantivy.Index) -> tantivy.Index:
	# Else a thread goes on watching the folder and writes a lock file into it; each question opens the index anew.
	index.config_reader("Manual")
	return index


def _build_schema() -> tantivy.Schema:
	builder = tantivy.SchemaBuilder()
	builder.add_text_field("name", stored=True, tokenizer_name="raw", index_option="basic")
	builder.add_text_field("teks", tokenizer_name="whitespace", index_option="basic")
	builder.add_text_field("awalan", tokenizer_name="whitespace", index_option="basic")
	builder.add_text_field("subjek", tokenizer_name="raw", index_option="basic")
	builder.add_text_field("bulan", tokenizer_name="raw", index_option="basic")
	builder.add_unsigned_field("waktu", fast=True)
	return builder.build()


def _to_document(letter: SuratTerindeks) -> tantivy.Document:
	document = tantivy.Document()
	document.add_text("name", letter.name)
	words = set(split_words(letter.teks))
	document.add_text("teks", " ".join(words))
	document.add_text(
		"awalan", " ".join({beginning for word in words for beginning in list_beginnings(word)})
	)
	for subjek in letter.subjek:
		document.add_text("subjek", subjek)
	document.add_text("bulan", f"{letter.waktu:%Y%m}")
	document.add_unsigned("waktu", int(letter.waktu.replace(tzinfo=timezone.utc).timestamp()))
	return document


def _search(searcher: tantivy.Searcher, parts: list[tantivy.Query], limit: int) -> list[str]:
	query = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
	newest_first = {"order_by_field": "waktu", "order": tantivy.Order.Desc}
	hits = searcher.search(query, limit, count=False, **newest_first).hits
	return [searcher.doc(address)["name"][0] for _order, address in hits]


def _list_latest_months(hari_ini: datetime) -> list[str]:
	first = hari_ini.replace(day=1)
	return [f"{first:%Y%m}", f"{first - timedelta(days=1):%Y%m}"]


def _any_term(schema: tantivy.Schema, field: str, terms: list[str]) -> tantivy.Query:
	return tantivy.Query.boolean_query(
		[
			(tantivy.Occur.Should, tantivy.Query.term_query(schema, field, term, index_option="basic"))
			for term in terms
		]
	)


def _ask_for(schema: tantivy.Schema, word: str) -> tantivy.Query:
	if not is_prefix(word):
		return tantivy.Query.term_query(schema, "teks", word, index_option="basic")
	# A short beginning stands for many words: their lists are joined when a letter is written, not when one asks.
	if len(word) <= PANJANG_AWALAN[-1]:
		return tantivy.Query.term_query(schema, "awalan", word, index_option="basic")
	return tantivy.Query.fuzzy_term_query(schema, "teks", word, distance=0, prefix=True)
