/** SCSS to CSS, with the import habits of Frappe's style sheets. */
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as sass from "sass";

import { withoutTilde } from "./tilde.mjs";

/** Each sheet is asked for twice, left to right and right to left, and Sass takes its time. */
const compiled = new Map();

/** One importer for each folder: Sass asks them in turn and adds extensions itself. */
function importersOf(bench) {
	return bench.modulePaths.map((folder) => ({
		findFileUrl: (address) =>
			/^[a-z]+:/.test(address)
				? null
				: pathToFileURL(path.join(folder, withoutTilde(address))),
	}));
}

/** Warnings speak to the authors of Frappe's and its libraries' style sheets, not to our reader. */
function options(bench) {
	return { importers: importersOf(bench), logger: sass.Logger.silent };
}

/** Sass names sources by their address, esbuild wants them relative to the file. */
function withRelativeSources(map, file) {
	const relative = (source) => path.relative(path.dirname(file), fileURLToPath(source));
	return { ...map, sources: map.sources.map(relative) };
}

/**
 * Compiles a file.
 *
 * @returns {{css: string, map: object}} map is a source map with sources relative to the file
 * @throws {sass.Exception} with place and reason
 */
export function compileFile(bench, file) {
	if (!compiled.has(file)) compiled.set(file, compileAnew(bench, file));
	return compiled.get(file);
}

function compileAnew(bench, file) {
	const result = sass.compile(file, {
		...options(bench),
		sourceMap: true,
		sourceMapIncludeSources: true,
	});
	return { css: result.css, map: withRelativeSources(result.sourceMap, file) };
}

/** Compiles SCSS text that lies in `file`; returns CSS. */
export function compileText(bench, text, file) {
	return sass.compileString(text, { ...options(bench), url: pathToFileURL(file) }).css;
}
