/** Where things lie in a bench. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The packages this build was installed with. */
export const ownNodeModules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** Folder of an app's repository and of the Python package in it. */
function describeApp(root, name) {
	const repository = path.join(root, "apps", name);
	const publicFolder = path.join(repository, name, "public");
	return { name, repository, publicFolder, hasPublic: fs.existsSync(publicFolder) };
}

function readAppNames(root) {
	const list = fs.readFileSync(path.join(root, "sites", "apps.txt"), "utf8");
	return list.split(/\s+/).filter(Boolean);
}

/**
 * Opens the bench at `root`.
 *
 * @param {string} root folder that holds `apps` and `sites`
 * @param {string} [chosen] comma separated names of the apps to build; all apps when left out
 * @returns {{root, assets, config, apps, chosenApps, isChosen, modulePaths}}
 * @throws {Error} when a chosen app is not in the bench
 */
export function openBench(root, chosen) {
	const absoluteRoot = path.resolve(root);
	const apps = readAppNames(absoluteRoot).map((name) => describeApp(absoluteRoot, name));
	const names = apps.map((app) => app.name);
	const chosenApps = chosen ? chosen.split(",").map((name) => name.trim()) : names;
	const unknown = chosenApps.filter((name) => !names.includes(name));
	if (unknown.length) throw new Error(`not in sites/apps.txt: ${unknown.join(", ")}`);

	return {
		root: absoluteRoot,
		assets: path.join(absoluteRoot, "sites", "assets"),
		config: path.join(absoluteRoot, "sites", "common_site_config.json"),
		apps,
		chosenApps,
		isChosen: (app) => chosenApps.includes(app.name),
		modulePaths: listModulePaths(apps),
	};
}

/** Folders in which an import that is not relative is looked up, first match first. */
function listModulePaths(apps) {
	const packages = apps.map((app) => path.join(app.repository, "node_modules"));
	const repositories = apps.map((app) => app.repository);
	return [
		ownNodeModules,
		...packages.filter((folder) => fs.existsSync(folder)),
		...repositories,
	];
}
