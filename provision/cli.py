"""The commands of ./eoffice."""

import argparse
import os
import signal
import sys

from provision import accounts, frappe_source, set_up
from provision.layout import OFFICE, TOOLS
from provision.lock import AlreadyAtWork, only_one
from provision.office import Office
from provision.ports import known_ports
from provision.steps import StepFailed

DESCRIPTION = (
	"Runs the E-Office on this machine. Without anything installed, `./eoffice start` is the first command."
)


def main(arguments: list[str]) -> int:
	"""Run one command and return its exit status."""
	options, rest = _parser().parse_known_args(arguments)
	if rest and not options.takes_rest:
		_parser().error("unrecognized arguments: " + " ".join(rest))
	options.rest = rest
	try:
		return options.command(options)
	except (StepFailed, AlreadyAtWork) as error:
		print(f"{error}", file=sys.stderr)
		return 1
	except KeyboardInterrupt:
		print("\nInterrupted; the next start goes on from here.", file=sys.stderr)
		return 130


def _parser() -> argparse.ArgumentParser:
	parser = argparse.ArgumentParser(prog="./eoffice", description=DESCRIPTION)
	commands = parser.add_subparsers(required=True, metavar="COMMAND")

	def add(name, function, text, takes_rest=False):
		command = commands.add_parser(name, help=text, description=text, add_help=not takes_rest)
		command.set_defaults(command=function, takes_rest=takes_rest)
		return command

	start = add("start", _start, "do what is missing, then run the office")
	start.add_argument("--detach", action="store_true", help="run in the background")
	start.add_argument("--kosong", action="store_true", help="without the demo office")
	start.add_argument("--port", type=int, help="public port (default 8000)")
	start.add_argument(
		"--frappe", metavar="PATH_OR_GIT_URL", help="an official Frappe instead of the registry base"
	)
	start.add_argument("--branch", help="branch or tag of --frappe")
	add("stop", _stop, "stop the office")
	add("status", _status, "say what runs, where, and the demo accounts")
	add("bench", _bench, "run any bench command in the right environment", takes_rest=True)
	add("test", _test, "run all tests on a test site of their own", takes_rest=True)
	add("demo", _demo, "play the main job in a browser and keep its pictures", takes_rest=True)
	reset = add("reset", _reset, "remove the site, its database and all that start made")
	reset.add_argument("--yes", action="store_true", help="do not ask")
	return parser


def _start(options) -> int:
	office = Office(OFFICE)
	with only_one():
		if office.is_running():
			print(f"The office runs already: {office.url()}")
			return 0
		source = frappe_source.choose_source(options.frappe, options.branch)
		set_up.prepare_office(source, options.port, with_demo=not options.kosong)
		process = office.start_processes()
		try:
			office.wait_until_it_answers(process)
		except BaseException:
			office.stop()
			raise
		wished, port = options.port or OFFICE.first_port, known_ports(OFFICE)["public"]
		if port != wished:
			print(f"Port {wished} is taken, so the office answers on {port}.")
		print(accounts.summary(office))
	if options.detach:
		return 0
	return _stay(office, process)


def _stay(office: Office, process) -> int:
	"""Stay in the foreground until interrupted or until the office is stopped elsewhere."""

	def interrupt(_number, _frame):
		raise KeyboardInterrupt

	signal.signal(signal.SIGTERM, interrupt)
	print("Ctrl-C stops the office.", flush=True)
	try:
		status = process.wait()
	except KeyboardInterrupt:
		status = 0
		print("\nStopping …", flush=True)
	office.stop()
	return 0 if status <= 0 else status


def _stop(_options) -> int:
	print("Stopped." if Office(OFFICE).stop() else "Nothing was running.")
	return 0


def _status(_options) -> int:
	office = Office(OFFICE)
	if not office.is_running():
		print("The office does not run. Start it with: ./eoffice start")
		return 3
	print(accounts.summary(office))
	return 0 if office.answers() else 1


def _bench(options) -> int:
	office = Office(OFFICE)
	if not (TOOLS / "bin" / "bench").exists():
		raise StepFailed("there is no bench yet; first: ./eoffice start")
	if not office.data_servers_run():
		print(
			"MariaDB and Redis do not run: commands that need them fail. Start with: ./eoffice start",
			file=sys.stderr,
		)
	os.chdir(OFFICE.root)
	os.execve(TOOLS / "bin" / "bench", ["bench", *options.rest], OFFICE.environment())


def _test(options) -> int:
	from provision import test_run

	return test_run.run(options.rest)


def _demo(options) -> int:
	from provision import demo

	return demo.run(options.rest)


def _reset(options) -> int:
	from provision import reset

	return reset.run(ask=not options.yes)
