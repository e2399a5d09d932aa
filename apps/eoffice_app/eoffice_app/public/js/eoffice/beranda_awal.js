import { ask_ahead } from "./yang_menunggu";

const BLOK = "Custom HTML Block";
const GETDOC = "frappe.desk.form.load.getdoc";
const MENU = "frappe.desk.desktop.get_workspace_sidebar_items";

/**
 * Ask for what the workspace shows with which the desk opens, while the desk is still being built. Frappe asks for the
 * menu, the workspace, its block and the block for its figures, each once it has the one before.
 */
export function ask_home_ahead() {
	const page = find_opening_page();
	if (!page) return;
	ask_menu_ahead();
	const blocks = list_blocks(page);
	blocks.forEach(read_block_ahead);
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

/** As `frappe.model.with_doc`, but without a window over what the office no longer has or does not show to this user. */
async function read_block_ahead(name) {
	const query = new URLSearchParams({ doctype: BLOK, name });
	const answer = await fetch(`/api/method/${GETDOC}?${query}`).catch(() => null);
	if (answer?.ok) frappe.model.sync(await answer.json());
}

/** Frappe 16 has the menu from the desk's page and does not ask. */
function ask_menu_ahead() {
	const prototype = frappe.views.Workspace?.prototype;
	const ask_anew = prototype?.get_pages;
	if (!ask_anew) return;
	const menu = frappe.xcall(MENU);
	prototype.get_pages = function () {
		prototype.get_pages = ask_anew;
		return menu;
	};
}
