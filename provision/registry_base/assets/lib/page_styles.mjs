/** Styles that travel inside a script, so that a bundle needs no style sheet of its own. */
import fs from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";

import { PUBLIC_ADDRESSES } from "./compile.mjs";
import { tildeImports } from "./tilde.mjs";

/** A module that puts `css` into the page when it is loaded. */
function styleModule(css) {
	return `const style = document.createElement("style");
style.textContent = ${JSON.stringify(css)};
document.head.append(style);`;
}

/**
 * Turns a style sheet into the text of a script.
 *
 * @param {object} bench as `openBench` returns it
 * @param {string} css its imports are taken in here
 * @param {string} folder where its relative imports are looked up
 * @returns {Promise<string>}
 */
export async function styleToScript(bench, css, folder) {
	const result = await esbuild.build({
		stdin: { contents: css, loader: "css", resolveDir: folder },
		nodePaths: bench.modulePaths,
		external: PUBLIC_ADDRESSES,
		plugins: [tildeImports()],
		bundle: true,
		minify: true,
		write: false,
		logLevel: "silent",
	});
	return styleModule(result.outputFiles[0].text.trim());
}

/** Plugin of esbuild: `import "x.css"` in a script puts the style sheet into the page. */
export function pageStyles(bench) {
	return {
		name: "page-styles",
		setup(build) {
			build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
				const css = await fs.readFile(file, "utf8");
				return {
					contents: await styleToScript(bench, css, path.dirname(file)),
					loader: "js",
				};
			});
		},
	};
}
