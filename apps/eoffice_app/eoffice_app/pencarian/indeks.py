"""The index itself: a folder of Tantivy. No database here.

Each letter carries the subjects that may see it, so that a question asks only among the letters of the one who asks.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import tantivy

from eoffice_app.pencarian.kata import (
	Pertanyaan,
	find_phrases,
	find_root,
	list_terms,
	list_text_terms,
	split_words,
)

MEMORI_PENULIS = 128_000_000
# Between two texts of a letter, so that no phrase reaches from one into the other. No word has this sign.
BATAS = "|"
# How much more a word in the head of a letter counts than one in its text, where the best come first.
BOBOT_POKOK = 3.0
# What is in very many letters is looked for in the latest of these months first.
BULAN_TERAKHIR = 2


class IndeksRusakError(Exception):
	"""The index is not there, or cannot be read."""


@dataclass(frozen=True)
class SuratTerindeks:
	"""What the index knows of a letter.

	:param jenis: Surat Masuk or Surat Keluar
	:param pokok: numbers, names and perihal, of which a beginning of a word is enough
	:param isi: all other texts in which it is found
	:param ciri: what it can be narrowed down by, each "kind:value"
	:param subjek: who may see it
	:param waktu: what it is sorted by
	"""

	name: str
	jenis: str
	pokok: tuple[str, ...]
	isi: tuple[str, ...]
	ciri: tuple[str, ...]
	subjek: tuple[str, ...]
	waktu: datetime


@dataclass(frozen=True)
class Pencarian:
	"""A question to the index: who asks for what, and which part of the answer.

	:param subjek: only letters that one of these may see; None for all
	:param ciri: only letters that have all of these
	:param terbaik: the best first, not the newest
	"""

	pertanyaan: Pertanyaan
	subjek: tuple[str, ...] | None
	ciri: tuple[str, ...] = ()
	terbaik: bool = False
	mulai: int = 0
	banyak: int = 20


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
		writer.delete_documents_by_term("name", name)
	for letter in letters:
		writer.delete_documents_by_term("name", letter.name)
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


def find_letters(index: tantivy.Index, asked: Pencarian, hari_ini: datetime) -> list[tuple[str, str]]:
	"""Return kind and name of the letters that answer a question, in the order that it asks for.

	The best are those that have all words in their heads, and then the others; of both those of the latest months first.

	:raises IndeksRusakError: broken
	"""
	search = _search_best if asked.terbaik and asked.pertanyaan else _search_newest
	try:
		return search(index.searcher(), index.schema, asked, _find_last_day(asked.ciri, hari_ini))
	except (ValueError, OSError) as error:
		raise IndeksRusakError(str(error)) from error


def answers(letter: SuratTerindeks, asked: Pencarian) -> bool:
	"""Whether a letter answers a question, as the index would say once it knows it."""
	head, body = ([split_words(text) for text in texts] for texts in (letter.pokok, letter.isi))
	terms = list_text_terms([word for words in head for word in words], beginnings=True)
	terms |= list_text_terms([word for words in body for word in words], beginnings=False)
	return (
		(asked.subjek is None or not set(asked.subjek).isdisjoint(letter.subjek))
		and set(asked.ciri) <= set(_list_ciri(letter))
		and all(not terms.isdisjoint(list_terms(word)) for word in asked.pertanyaan.kata)
		and all(
			any(find_phrases(phrase, words) for words in (*head, *body)) for phrase in asked.pertanyaan.frasa
		)
	)


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
	builder.add_text_field("jenis", stored=True, tokenizer_name="raw", index_option="basic")
	# Roots of all words, and beginnings of those in the head.
	builder.add_text_field("cari", tokenizer_name="whitespace", index_option="basic")
	# Words as they follow each other, for phrases, and roots of the head, for what is best.
	builder.add_text_field("kata", tokenizer_name="whitespace", index_option="position")
	builder.add_text_field("pokok", tokenizer_name="whitespace", index_option="basic")
	builder.add_text_field("subjek", tokenizer_name="raw", index_option="basic")
	builder.add_text_field("ciri", tokenizer_name="raw", index_option="basic")
	builder.add_unsigned_field("waktu", fast=True)
	return builder.build()


def _to_document(letter: SuratTerindeks) -> tantivy.Document:
	document = tantivy.Document()
	document.add_text("name", letter.name)
	document.add_text("jenis", letter.jenis)
	_add_words(document, letter)
	for subjek in letter.subjek:
		document.add_text("subjek", subjek)
	for ciri in _list_ciri(letter):
		document.add_text("ciri", ciri)
	document.add_unsigned("waktu", int(letter.waktu.replace(tzinfo=timezone.utc).timestamp()))
	return document


def _list_ciri(letter: SuratTerindeks) -> tuple[str, ...]:
	return (*letter.ciri, f"bulan:{letter.waktu:%Y%m}", f"tahun:{letter.waktu:%Y}")


def _add_words(document: tantivy.Document, letter: SuratTerindeks) -> None:
	head, body = ([split_words(text) for text in texts] for texts in (letter.pokok, letter.isi))
	in_head = {word for words in head for word in words}
	in_body = {word for words in body for word in words}
	terms = list_text_terms(in_head, beginnings=True) | list_text_terms(in_body, beginnings=False)
	document.add_text("cari", " ".join(terms))
	document.add_text("kata", f" {BATAS} ".join(" ".join(words) for words in (*head, *body)))
	document.add_text("pokok", " ".join(list_text_terms(in_head, beginnings=False)))


def _compose_conditions(schema: tantivy.Schema, asked: Pencarian) -> list[tantivy.Query]:
	parts = [_any_term(schema, "cari", list_terms(word)) for word in asked.pertanyaan.kata]
	parts += [_phrase(schema, phrase) for phrase in asked.pertanyaan.frasa]
	parts += [_term(schema, "ciri", ciri) for ciri in asked.ciri]
	if asked.subjek is not None:
		parts.append(_any_term(schema, "subjek", asked.subjek))
	return parts


def _search_newest(
	searcher: tantivy.Searcher, schema: tantivy.Schema, asked: Pencarian, last_day: datetime
) -> list[tuple[str, str]]:
	newest_first = {"order_by_field": "waktu", "order": tantivy.Order.Desc, "count": False}

	def search(parts: list[tantivy.Query]) -> list:
		return searcher.search(_all_of(parts), asked.banyak, offset=asked.mulai, **newest_first).hits

	parts = _compose_conditions(schema, asked)
	hits = search([*parts, _lately(schema, last_day)])
	return _read_hits(searcher, hits if len(hits) == asked.banyak else search(parts))


def _search_best(
	searcher: tantivy.Searcher, schema: tantivy.Schema, asked: Pencarian, last_day: datetime
) -> list[tuple[str, str]]:
	required = [(tantivy.Occur.Must, _unscored(part)) for part in _compose_conditions(schema, asked)]
	merits = [(tantivy.Occur.Should, part) for part in _compose_merits(schema, asked.pertanyaan)]
	hits, mulai = [], asked.mulai
	for tier in _list_tiers(schema, asked.pertanyaan, last_day):
		query = tantivy.Query.boolean_query([*required, *tier, *merits])
		result = searcher.search(query, asked.banyak - len(hits), count=True, offset=mulai)
		hits += result.hits
		mulai = max(0, mulai - result.count)
		if len(hits) == asked.banyak:
			break
	return _read_hits(searcher, hits)


def _list_tiers(schema: tantivy.Schema, pertanyaan: Pertanyaan, last_day: datetime) -> list[tuple]:
	"""Return what letters of each tier have, and have not, in common: each is gone through where those before are not enough."""
	in_head = _all_of([_term(schema, "pokok", root) for root in _list_roots(pertanyaan)])
	lately = _lately(schema, last_day)
	return [
		((place, _unscored(in_head)), (moment, _unscored(lately)))
		for place in (tantivy.Occur.Must, tantivy.Occur.MustNot)
		for moment in (tantivy.Occur.Must, tantivy.Occur.MustNot)
	]


def _compose_merits(schema: tantivy.Schema, pertanyaan: Pertanyaan) -> list[tantivy.Query]:
	in_head = [
		tantivy.Query.boost_query(_term(schema, "pokok", root), BOBOT_POKOK)
		for root in _list_roots(pertanyaan)
	]
	words = _list_words(pertanyaan)
	return [
		*in_head,
		*(tantivy.Query.term_query(schema, "kata", word, index_option="freq") for word in words),
	]


def _list_words(pertanyaan: Pertanyaan) -> list[str]:
	return list(dict.fromkeys([*pertanyaan.kata, *(word for phrase in pertanyaan.frasa for word in phrase)]))


def _list_roots(pertanyaan: Pertanyaan) -> list[str]:
	return list(dict.fromkeys(map(find_root, _list_words(pertanyaan))))


def _read_hits(searcher: tantivy.Searcher, hits: list) -> list[tuple[str, str]]:
	documents = (searcher.doc(address) for _order, address in hits)
	return [(document["jenis"][0], document["name"][0]) for document in documents]


def _find_last_day(ciri: tuple[str, ...], hari_ini: datetime) -> datetime:
	"""Return the last day on which a letter can be that has these marks: of an earlier year it is the year's last."""
	# What is no year comes from somebody's address line, and no letter has it.
	years = re.findall(r"(?m)^tahun:([12]\d{3})$", "\n".join(ciri))
	return min([hari_ini, *(datetime(int(year), 12, 31) for year in years)])


def _lately(schema: tantivy.Schema, last_day: datetime) -> tantivy.Query:
	first = last_day.replace(day=1)
	latest = []
	for _month in range(BULAN_TERAKHIR):
		latest.append(f"bulan:{first:%Y%m}")
		first = (first - timedelta(days=1)).replace(day=1)
	return _any_term(schema, "ciri", latest)


def _unscored(part: tantivy.Query) -> tantivy.Query:
	# Of equal score for all would say the same, and goes through each phrase of the index on its way.
	return tantivy.Query.boost_query(part, 0.0)


def _all_of(parts: list[tantivy.Query]) -> tantivy.Query:
	return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _term(schema: tantivy.Schema, field: str, term: str) -> tantivy.Query:
	return tantivy.Query.term_query(schema, field, term, index_option="basic")


def _any_term(schema: tantivy.Schema, field: str, terms: Iterable[str]) -> tantivy.Query:
	queries = [_term(schema, field, term) for term in terms]
	if len(queries) == 1:
		return queries[0]
	return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def _phrase(schema: tantivy.Schema, phrase: tuple[str, ...]) -> tantivy.Query:
	if len(phrase) == 1:
		return _term(schema, "kata", phrase[0])
	return tantivy.Query.phrase_query(schema, "kata", list(phrase))
