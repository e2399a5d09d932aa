/** The one call of esbuild that both kinds of bundle share. */
import path from "node:path";
import esbuild from "esbuild";

/** Images and fonts are asked for by their public address and stay where they are. */
export const PUBLIC_ADDRESSES = ["/assets/*", "/files/*"];

/** The message of a failed build, as esbuild itself would print it. */
async function withReport(error) {
	if (error.errors) {
		const messages = await esbuild.formatMessages(error.errors, { kind: "error" });
		error.report = messages.join("\n");
	}
	return error;
}

/** Key and address of a built bundle: `desk.bundle.js`, `/assets/frappe/dist/js/desk.bundle.X.js`. */
function readOutputs(metafile, bench, extension) {
	const built = {};
	for (const [file, output] of Object.entries(metafile.outputs)) {
		if (!output.entryPoint) continue;
		const address = path.relative(bench.assets, path.resolve(bench.root, file));
		const [name] = path.basename(file).split(".bundle.");
		built[`${name}.bundle${extension}`] = `/assets/${address.split(path.sep).join("/")}`;
	}
	return built;
}

/**
 * Builds bundles into `sites/assets/<app>/dist/<folder>`, each under a name with its hash.
 *
 * @param {object} bench as `openBench` returns it
 * @param {object[]} bundles as `findBundles` returns them
 * @param {{folder: string, extension: string, options: object}} how options are esbuild's
 * @returns {Promise<object>} address of each bundle by its name
 * @throws {Error} with the compiler's message in `report`
 */
export async function compile(bench, bundles, { folder, extension, options }) {
	const entries = bundles.map(({ app, name, source }) => [
		`${app}/dist/${folder}/${name}`,
		source,
	]);
	const result = await esbuild
		.build({
			entryPoints: Object.fromEntries(entries),
			entryNames: "[dir]/[name].[hash]",
			outdir: bench.assets,
			absWorkingDir: bench.root,
			nodePaths: bench.modulePaths,
			external: PUBLIC_ADDRESSES,
			bundle: true,
			minify: true,
			sourcemap: true,
			metafile: true,
			logLevel: "silent",
			...options,
		})
		.catch(async (error) => {
			throw await withReport(error);
		});
	return readOutputs(result.metafile, bench, extension);
}
