"""Notes what a page complains about: errors in its console, requests that fail."""

from weakref import WeakKeyDictionary

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# A page that is left cancels what it still waits for: no fault of anyone.
CANCELLED = "net::ERR_ABORTED"


class ConsoleWatcher:
	"""Collects the problems of one page in the order they appear."""

	def __init__(self, page: Page):
		self.problems: list[str] = []
		self._allowed: list[str] = []
		page.on("console", self._note_message)
		page.on("pageerror", lambda error: self._note(f"uncaught: {error.stack or error}"))
		page.on("requestfailed", self._note_failure)
		page.on("response", self._note_response)

	def allow(self, text: str) -> None:
		"""Leave out problems that contain `text`, from now on and those already noted."""
		self._allowed.append(text)
		self.problems = [problem for problem in self.problems if text not in problem]

	def assert_silent(self) -> None:
		"""Raise AssertionError with all problems, if there are any."""
		assert not self.problems, "\n".join(self.problems)

	def _note(self, problem: str) -> None:
		if not any(text in problem for text in self._allowed):
			self.problems.append(problem)

	def _note_message(self, message: ConsoleMessage) -> None:
		if message.type == "error":
			self._note(f"console: {message.text} ({message.location.get('url')})")

	def _note_failure(self, request: Request) -> None:
		if request.failure != CANCELLED:
			self._note(f"failed: {request.method} {request.url}: {request.failure}")

	def _note_response(self, response: Response) -> None:
		if response.status >= 400:
			self._note(f"{response.status}: {response.request.method} {response.url}")


_watchers: WeakKeyDictionary[Page, ConsoleWatcher] = WeakKeyDictionary()


def watch(page: Page) -> ConsoleWatcher:
	"""Start watching a page; only what comes after is noted."""
	_watchers[page] = ConsoleWatcher(page)
	return _watchers[page]


def watcher_of(page: Page) -> ConsoleWatcher:
	"""The watcher a page was opened with. Raises KeyError for a page nobody watches."""
	return _watchers[page]
