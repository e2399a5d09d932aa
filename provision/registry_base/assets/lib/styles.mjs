/** Style sheets, left to right and right to left. */
import fs from "node:fs/promises";
import autoprefixer from "autoprefixer";
import postcss from "postcss";
import rtlcss from "rtlcss";

import { compile } from "./compile.mjs";
import { compileFile } from "./sass.mjs";
import { tildeImports } from "./tilde.mjs";

async function readStyle(bench, file) {
	if (file.endsWith(".scss")) return compileFile(bench, file);
	return { css: await fs.readFile(file, "utf8"), map: false };
}

/** Plugin of esbuild: Sass, then prefixes for browsers and, when wanted, the mirror image. */
function styleSheets(bench, rtl) {
	const processor = postcss(rtl ? [autoprefixer, rtlcss] : [autoprefixer]);
	return {
		name: "style-sheets",
		setup(build) {
			build.onLoad({ filter: /\.(scss|css)$/ }, async ({ path: file }) => {
				const { css, map } = await readStyle(bench, file);
				const mapping = map ? { prev: map, inline: true } : false;
				const result = await processor.process(css, {
					from: file,
					to: file,
					map: mapping,
				});
				return { contents: result.css, loader: "css" };
			});
		},
	};
}

function prefixKeys(built, prefix) {
	return Object.fromEntries(Object.entries(built).map(([key, value]) => [prefix + key, value]));
}

/**
 * Builds style sheets.
 *
 * @param {object} bench as `openBench` returns it
 * @param {object[]} bundles as `findBundles` returns them
 * @param {{rtl?: boolean}} [direction] with `rtl` for scripts that run right to left
 * @returns {Promise<object>} address by name; names of the second kind begin with `rtl_`
 */
export async function bundleStyles(bench, bundles, { rtl = false } = {}) {
	const built = await compile(bench, bundles, {
		folder: rtl ? "css-rtl" : "css",
		extension: ".css",
		options: { plugins: [tildeImports(), styleSheets(bench, rtl)] },
	});
	return rtl ? prefixKeys(built, "rtl_") : built;
}
