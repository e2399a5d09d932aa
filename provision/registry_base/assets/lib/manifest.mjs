/** assets.json tells Frappe under which address a bundle is served. */
import fs from "node:fs";
import path from "node:path";

const MANIFEST = "assets.json";
const RTL_MANIFEST = "assets-rtl.json";
const FOLDERS = ["js", "css", "css-rtl"];

function readManifest(file) {
	return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
}

/** Entries of apps that this build left alone stay; those of the built apps are replaced. */
function mergeManifest(bench, present, built) {
	const isKept = ([, address]) => !bench.chosenApps.includes(address.split("/")[2]);
	return { ...Object.fromEntries(Object.entries(present).filter(isKept)), ...built };
}

/** Written beside and renamed: a server that reads meanwhile sees the old or the new, whole. */
function writeManifest(bench, name, built) {
	const file = path.join(bench.assets, name);
	const entries = mergeManifest(bench, readManifest(file), built);
	fs.writeFileSync(`${file}.new`, JSON.stringify(entries, null, "\t") + "\n");
	fs.renameSync(`${file}.new`, file);
}

/**
 * Writes both manifests.
 *
 * @param {object} bench as `openBench` returns it
 * @param {object} built address by name of scripts and style sheets
 * @param {object} builtRtl address by name of right-to-left style sheets
 */
export function writeManifests(bench, built, builtRtl) {
	writeManifest(bench, MANIFEST, built);
	writeManifest(bench, RTL_MANIFEST, builtRtl);
}

function currentFiles(bench) {
	const manifests = [MANIFEST, RTL_MANIFEST].map((name) => path.join(bench.assets, name));
	const addresses = manifests.flatMap((file) => Object.values(readManifest(file)));
	return new Set(addresses.flatMap((address) => [address, `${address}.map`]));
}

/**
 * Removes what earlier builds of the chosen apps left behind.
 *
 * @param {object} bench as `openBench` returns it
 * @returns {number} how many files were removed
 */
export function removeStaleFiles(bench) {
	const current = currentFiles(bench);
	let removed = 0;
	for (const address of bench.chosenApps.flatMap((app) => listBuiltFiles(bench, app))) {
		if (current.has(address)) continue;
		fs.unlinkSync(path.join(bench.assets, address.replace("/assets/", "")));
		removed += 1;
	}
	return removed;
}

function listBuiltFiles(bench, app) {
	return FOLDERS.flatMap((folder) => {
		const place = path.join(bench.assets, app, "dist", folder);
		if (!fs.existsSync(place)) return [];
		return fs.readdirSync(place).map((file) => `/assets/${app}/dist/${folder}/${file}`);
	});
}
