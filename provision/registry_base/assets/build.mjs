/**
 * Asset build of the registry base: every bundle of Frappe and of the other apps of a bench.
 *
 *     node build.mjs --bench <root> [--apps frappe,eoffice_app]
 *
 * The packages it needs are installed beside this file (`npm ci --ignore-scripts`, then
 * `node node_modules/esbuild/install.js`). That `node_modules` folder is ignored by git, and the
 * build links `apps/frappe/node_modules` to it, because Frappe serves some libraries straight
 * from there. The realtime server takes its packages from the same folder.
 *
 * Exit status: 0 when every bundle was written, 1 with the compiler's own message otherwise.
 * A Redis that does not answer is said, and is no error: its cache starts empty anyway.
 */
import yargs from "yargs";
import { hideBin } from "yargs/helpers";

import { openBench } from "./lib/bench.mjs";
import { bundleScripts } from "./lib/scripts.mjs";
import { bundleStyles } from "./lib/styles.mjs";
import { findBundles } from "./lib/entries.mjs";
import { linkAssets } from "./lib/links.mjs";
import { removeStaleFiles, writeManifests } from "./lib/manifest.mjs";
import { forgetCachedManifest } from "./lib/redis_cache.mjs";

/** Reads the command line; unknown options are let through, as `bench build` hands over its own. */
function readArguments() {
	return yargs(hideBin(process.argv))
		.option("bench", { type: "string", demandOption: true, describe: "root of the bench" })
		.option("apps", { type: "string", describe: "apps to build; all of sites/apps.txt" })
		.parse();
}

/** Builds the chosen apps of one bench and returns the lines of the summary. */
async function build({ bench: root, apps: chosen }) {
	const started = Date.now();
	const bench = openBench(root, chosen);
	linkAssets(bench);

	const { scripts, styles } = await findBundles(bench);
	const builtScripts = await bundleScripts(bench, scripts);
	const builtStyles = await bundleStyles(bench, styles);
	const builtRtlStyles = await bundleStyles(bench, styles, { rtl: true });

	writeManifests(bench, { ...builtScripts, ...builtStyles }, builtRtlStyles);
	const removed = removeStaleFiles(bench);
	const cache = await forgetCachedManifest(bench);

	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	return [
		`assets: ${scripts.length} scripts, ${styles.length} style sheets (also right to left) ` +
			`of ${bench.chosenApps.join(", ")} in ${seconds} s; ${removed} old files removed`,
		`assets: ${cache}`,
	];
}

try {
	const summary = await build(readArguments());
	console.log(summary.join("\n"));
} catch (error) {
	console.error(error.report ?? error.stack);
	process.exitCode = 1;
}
