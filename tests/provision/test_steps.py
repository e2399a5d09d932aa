"""The step runner: order, resuming, and what it says of a failure."""

import sys
import time
from pathlib import Path

import pytest

from provision.steps import Step, StepFailed, run_steps


class Work:
	"""Steps that remember what was done, as a machine would."""

	def __init__(self):
		self.done: list[str] = []
		self.broken: set[str] = set()

	def step(self, name: str, *needs: str) -> Step:
		return Step(name, lambda: name in self.done, lambda log: self._run(name), needs, advice="Try again.")

	def _run(self, name: str) -> None:
		if name in self.broken:
			raise StepFailed(f"{name} is broken")
		self.done.append(name)


def test_steps_run_after_those_they_need(tmp_path: Path):
	work = Work()
	run_steps([work.step("c", "b"), work.step("b", "a"), work.step("a")], tmp_path / "log")
	assert work.done == ["a", "b", "c"]


def test_a_failure_stops_what_follows_and_the_next_start_resumes_there(tmp_path: Path):
	work = Work()
	work.broken = {"b"}
	steps = [work.step("a"), work.step("b", "a"), work.step("c", "b")]
	with pytest.raises(StepFailed, match="“b” failed: b is broken"):
		run_steps(steps, tmp_path / "log")
	assert work.done == ["a"]
	work.broken = set()
	run_steps(steps, tmp_path / "log")
	assert work.done == ["a", "b", "c"]


def test_the_message_holds_the_last_lines_the_log_and_the_advice(tmp_path: Path):
	script = "print('first'); print('disk is full'); raise SystemExit(3)"
	step = Step(
		"copy", lambda: False, lambda log: log.run([sys.executable, "-c", script]), advice="Make room."
	)
	with pytest.raises(StepFailed) as failure:
		run_steps([step], tmp_path / "setup.log")
	message = str(failure.value)
	assert "exit status 3" in message and "disk is full" in message and "Make room." in message
	assert str(tmp_path / "setup.log") in message
	assert "disk is full" in (tmp_path / "setup.log").read_text()


def test_independent_steps_run_side_by_side(tmp_path: Path):
	began: dict[str, float] = {}
	ended: dict[str, float] = {}

	def slow(name: str) -> Step:
		def run(_log) -> None:
			began[name] = time.monotonic()
			time.sleep(0.3)
			ended[name] = time.monotonic()

		return Step(name, lambda: False, run)

	run_steps([slow("a"), slow("b")], tmp_path / "log")
	assert max(began.values()) < min(ended.values())
