"""Several clients at work in the same moment, each a process with a connection of its own."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def measure_clients(clients: int, each: int, work: Callable, *given) -> float:
	"""Let all clients do `each` acts at once; returns acts per second. Raises RuntimeError if a client fails.

	:param work: `work(number, meet, *given)` is one client, `number` counting from 0; in it `with meet():` stands
		around what is measured, and waits until all are there
	"""
	# The parent holds no connection here, so that the clients need not load Frappe again.
	context = multiprocessing.get_context("fork")
	start = context.Barrier(clients)
	with context.Manager() as manager:
		spans = manager.list()
		processes = [
			context.Process(target=_be_client, args=(number, start, spans, work, given))
			for number in range(clients)
		]
		for process in processes:
			process.start()
		for process in processes:
			process.join()
		if any(process.exitcode for process in processes) or len(spans) != clients:
			raise RuntimeError(f"a client failed: {[process.exitcode for process in processes]}")
		begun, ended = min(span[0] for span in spans), max(span[1] for span in spans)
	return clients * each / (ended - begun)


def _be_client(number: int, start, spans, work: Callable, given: tuple) -> None:
	@contextmanager
	def meet() -> Iterator[None]:
		start.wait()
		begun = time.time()
		yield
		spans.append((begun, time.time()))

	try:
		work(number, meet, *given)
	except BaseException:
		# Those that wait at the start must not wait for the dead.
		start.abort()
		raise
