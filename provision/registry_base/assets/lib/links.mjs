/** The links through which a browser reaches the files of an app. */
import fs from "node:fs";
import path from "node:path";

import { ownNodeModules } from "./bench.mjs";

const SCANNER = "html5-qrcode.min.js";

/**
 * Makes `place` a link to `target`. The link is relative, so that a bench may be moved, and is
 * counted from where `place` really lies, because a bench may share its folders with another.
 *
 * @throws {Error} when `place` is a real file or folder
 */
function link(target, place) {
	const folder = fs.realpathSync(path.dirname(place));
	const relative = path.relative(folder, fs.realpathSync(target));
	const present = fs.lstatSync(place, { throwIfNoEntry: false });
	if (present?.isSymbolicLink() && fs.readlinkSync(place) === relative) return;
	if (present && !present.isSymbolicLink()) throw new Error(`${place} is in the way of a link`);
	if (present) fs.unlinkSync(place);
	fs.symlinkSync(relative, place);
}

/** Gives Frappe the packages of this build, unless it brought its own. */
function linkPackages(frappe) {
	const place = path.join(frappe.repository, "node_modules");
	const present = fs.lstatSync(place, { throwIfNoEntry: false });
	if (!present || present.isSymbolicLink()) link(ownNodeModules, place);
}

/**
 * Frappe asks for the scanner of QR codes in a folder in which the package has it no longer.
 * Without this link the scan button of a form fails.
 */
function linkScanner() {
	const folder = path.join(ownNodeModules, "html5-qrcode");
	const old = path.join(folder, "dist");
	fs.mkdirSync(old, { recursive: true });
	link(path.join(folder, SCANNER), path.join(old, SCANNER));
}

/**
 * Links `sites/assets/<app>` to the app's public folder, and the app's `node_modules` into it.
 *
 * @param {object} bench as `openBench` returns it
 */
export function linkAssets(bench) {
	fs.mkdirSync(bench.assets, { recursive: true });
	const frappe = bench.apps.find((app) => app.name === "frappe");
	if (frappe) linkPackages(frappe);
	linkScanner();

	for (const app of bench.apps.filter((one) => one.hasPublic)) {
		link(app.publicFolder, path.join(bench.assets, app.name));
		const packages = path.join(app.repository, "node_modules");
		if (fs.existsSync(packages)) link(packages, path.join(app.publicFolder, "node_modules"));
	}
}
