import { escape_text } from "./teks";

/**
 * Name the top of a tree by its title, as Frappe does with every other node; it knows only the top's code.
 *
 * @param {object} node a node that has just been drawn
 * @param {string} doctype the tree's DocType
 * @param {string} title_field its field with the title
 */
export function show_title_of_root(node, doctype, title_field) {
	if (!node.is_root || node.label === doctype) return;
	frappe.db.get_value(doctype, { name: node.label }, title_field).then(({ message }) => {
		const title = escape_text(message[title_field]);
		node.$tree_link
			.find(".tree-label")
			.html(`${title} <span class="text-muted">(${escape_text(node.label)})</span>`);
	});
}
