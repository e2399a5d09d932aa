/** Which bundles there are to build. */
import path from "node:path";
import glob from "fast-glob";

const SCRIPT = /\.(js|ts|jsx)$/;

/** `desk.bundle.scss` of frappe becomes `{ app: "frappe", name: "desk.bundle", source }`. */
function describeBundle(app, file) {
	const extension = path.extname(file);
	return { app: app.name, name: path.basename(file, extension), source: file };
}

/**
 * Finds every `*.bundle.*` file below the public folders of the chosen apps.
 *
 * @param {object} bench as `openBench` returns it
 * @returns {Promise<{scripts: object[], styles: object[]}>} bundles, each with app, name, source
 */
export async function findBundles(bench) {
	const found = { scripts: [], styles: [] };
	for (const app of bench.apps.filter((one) => bench.isChosen(one) && one.hasPublic)) {
		const files = await glob("**/*.bundle.{js,ts,jsx,css,scss}", {
			cwd: app.publicFolder,
			absolute: true,
			ignore: ["**/node_modules/**", "**/dist/**"],
		});
		for (const file of files.sort()) {
			const kind = SCRIPT.test(file) ? "scripts" : "styles";
			found[kind].push(describeBundle(app, file));
		}
	}
	return found;
}
