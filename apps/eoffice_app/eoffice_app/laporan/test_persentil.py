import unittest
from collections import Counter
from random import Random
from statistics import median_low

from eoffice_app.laporan.persentil import MEDIAN, P90, count_within, find_percentile, get_share


class TestPersentil(unittest.TestCase):
	def test_of_nothing_there_is_nothing(self):
		self.assertIsNone(find_percentile({}, MEDIAN))
		self.assertIsNone(get_share(0, 0))

	def test_one_value_is_its_own_median_and_p90(self):
		self.assertEqual((find_percentile({7: 1}, MEDIAN), find_percentile({7: 1}, P90)), (7, 7))

	def test_of_ten_values_nine_do_not_exceed_the_p90(self):
		sebaran = Counter(range(1, 11))
		self.assertEqual(find_percentile(sebaran, P90), 9)
		self.assertEqual(find_percentile(sebaran, MEDIAN), 5)

	def test_it_is_what_the_values_one_by_one_give(self):
		values = [Random(4).randrange(100) for _ in range(501)]
		self.assertEqual(find_percentile(Counter(values), MEDIAN), median_low(values))
		self.assertEqual(count_within(Counter(values), 40), sum(value <= 40 for value in values))

	def test_shares_in_percent(self):
		self.assertEqual(get_share(1, 3), 33.3)
