import { escape_text } from "./teks";

/**
 * Show the files of a table as links: who reads a letter wants a file at one click, not to open the row first.
 *
 * @param {object} frm form with the table
 * @param {string} table field of a table with the column `berkas`
 */
export function show_files_as_links(frm, table) {
	const { grid } = frm.get_field(table);
	grid.update_docfield_property("berkas", "formatter", get_link_html);
	grid.refresh();
}

function get_link_html(berkas) {
	if (!berkas) return "";
	const name = escape_text(decodeURIComponent(berkas.split("/").pop()));
	return `<a class="tautan-scan" href="${escape_text(berkas)}" target="_blank" rel="noopener"
		onclick="event.stopPropagation()">${name}</a>`;
}
