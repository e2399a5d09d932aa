import { ask_quietly } from "./server";
import { ask_ahead } from "./yang_menunggu";

const BLOK = "Custom HTML Block";
const BACA = "frappe.desk.form.load.getdoc";
const ISI_RUANG = "frappe.desk.desktop.get_desktop_page";

/**
 * Ask for what the workspace shows with which the desk opens, while the desk is still being built. Frappe asks for the
 * menu, the workspace, its block and the block for its figures, each once it has the one before.
 */
export function ask_home_ahead() {
	const page = find_opening_page();
	if (!page) return;
	take_menu_of_boot();
	const blocks = list_blocks(page);
	read_workspace_ahead(page, blocks);
	if (blocks.includes(`Yang Menunggu: ${page.name}`)) ask_ahead(page.name);
}

/** The workspace that the address names, or without a name the one that Frappe shows then. */
function find_opening_page() {
	const pages = frappe.boot.allowed_workspaces || frappe.boot.sidebar_pages?.pages || [];
	const [, , name, more] = window.location.pathname.split("/");
	if (more) return null;
	if (name) return pages.find((page) => page.public && frappe.router.slug(page.title) === name);
	return pages.find(({ title }) => title === localStorage.current_page) || pages[0];
}

function list_blocks({ content }) {
	return JSON.parse(content || "[]")
		.filter(({ type }) => type === "custom_block")
		.map(({ data }) => data.custom_block_name);
}

/** As Frappe 16 does: the menu has come with the desk's page, and is asked for anew only once it has been changed. */
function take_menu_of_boot() {
	const prototype = frappe.views.Workspace?.prototype;
	const ask_anew = prototype?.get_pages;
	const pages = frappe.boot.allowed_workspaces;
	if (!ask_anew || !pages) return;
	prototype.get_pages = async function () {
		prototype.get_pages = ask_anew;
		return {
			pages: structuredClone(pages),
			has_access: frappe.user_roles.includes("Workspace Manager"),
			has_create_access: frappe.model.can_create("Workspace"),
		};
	};
}

/**
 * Frappe asks for a workspace's parts only when every other request has been answered, and looks for them first among
 * those that it has. What did not come it asks for itself, and charts, whose settings it wants together with them.
 */
function read_workspace_ahead({ name, title, public: is_public }, blocks) {
	const prototype = frappe.views.Workspace?.prototype;
	const show = prototype?.show;
	if (!show) return;
	const page = JSON.stringify({ name, title, public: is_public });
	const asked = [ask_quietly(ISI_RUANG, { page }), ...blocks.map(read_block_ahead)];
	const all_asked = Promise.all(asked);
	prototype.show = async function () {
		const [answer] = await all_asked;
		const parts = answer?.message;
		prototype.show = show;
		if (parts?.charts && !parts.charts.items.length) this.pages[name] = parts;
		show.call(this);
	};
}

/** As `frappe.model.with_doc`, but without a window over what the office no longer has or does not show to this user. */
async function read_block_ahead(name) {
	const answer = await ask_quietly(BACA, { doctype: BLOK, name });
	if (answer) frappe.model.sync(answer);
}
