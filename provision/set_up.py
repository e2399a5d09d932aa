"""All steps from a bare machine to a running office, in their order."""

from provision import assets, configuration, credentials, frappe_source, packages, python_envs, site
from provision.layout import OFFICE, Bench
from provision.office import Office
from provision.steps import Step, run_steps

DATA_STEP = "MariaDB and Redis"
DEMO_FUNCTION = "eoffice_app.setup.kantor_demo.create_kantor_demo"


def software_steps(source: frappe_source.Source) -> list[Step]:
	"""What both the office and the tests stand on: packages, environments, Frappe, assets."""
	return [
		packages.packages_step(),
		python_envs.tools_step(),
		*frappe_source.source_steps(source),
		*assets.asset_steps(source),
	]


def data_step(office: Office, wished_port: int | None = None) -> Step:
	"""The step that starts the bench's own MariaDB and Redis."""
	return Step(
		DATA_STEP,
		is_done=lambda: False,
		run=lambda log: office.start_data_servers(log, wished_port),
		needs=(packages.PACKAGES_STEP,),
		advice="Look into logs/mariadb.log and logs/redis_*.log.",
	)


def prepare_office(source: frappe_source.Source, wished_port: int | None, with_demo: bool) -> None:
	"""Do whatever is missing until the office can be started. Raises StepFailed."""
	OFFICE.make_folders()
	steps = [
		*software_steps(source),
		data_step(Office(OFFICE), wished_port),
		*site.site_steps(OFFICE, needs=(frappe_source.INSTALL_STEP, DATA_STEP)),
	]
	if with_demo:
		steps.append(demo_step(OFFICE))
	run_steps(steps, OFFICE.logs / "setup.log")
	settle_address(OFFICE, wished_port)


def demo_step(bench: Bench) -> Step:
	"""The step that fills the site with the demo office, once."""
	stamp = site.site_stamp(bench, "demo")

	def run(log) -> None:
		environment = {"EOFFICE_DEMO_PASSWORD": credentials.password(bench, "demo")}
		site.run_bench(bench, log, "--site", bench.site, "execute", DEMO_FUNCTION, environment=environment)
		stamp.write()

	return Step("Demo office", stamp.is_current, run, needs=(site.MIGRATION_STEP, assets.ASSETS_STEP))


def settle_address(bench: Bench, wished_port: int | None = None) -> None:
	"""Choose the ports anew and tell the site its address, which goes into links of e-mails and papers."""
	public = Office(bench).settle_ports(wished_port)["public"]
	configuration.set_site_keys(bench, host_name=f"http://127.0.0.1:{public}")
