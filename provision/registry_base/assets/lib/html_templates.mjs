/** `import "./page.html"` puts the text into `frappe.templates.page`. */
import fs from "node:fs/promises";
import path from "node:path";

/** White space and comments carry no meaning in a template and cost every visitor. */
function shorten(html) {
	return html.replace(/<!--[\s\S]*?-->/g, "").replace(/\s+/g, " ");
}

/** Plugin of esbuild for HTML templates. */
export function htmlTemplates() {
	return {
		name: "html-templates",
		setup(build) {
			build.onLoad({ filter: /\.html$/ }, async ({ path: file }) => {
				const name = JSON.stringify(path.basename(file, ".html"));
				const text = JSON.stringify(shorten(await fs.readFile(file, "utf8")));
				return { contents: `frappe.templates[${name}] = ${text};`, loader: "js" };
			});
		},
	};
}
