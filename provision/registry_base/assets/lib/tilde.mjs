/** `~package/file` is webpack's way to say that an import of a style sheet is not relative. */

/** The address without the tilde. */
export const withoutTilde = (address) => address.replace(/^~/, "");

/** Plugin of esbuild for imports that Sass leaves alone, which are those of plain CSS files. */
export function tildeImports() {
	return {
		name: "tilde-imports",
		setup(build) {
			build.onResolve({ filter: /^~/ }, ({ path, importer, resolveDir, kind }) =>
				build.resolve(withoutTilde(path), { importer, resolveDir, kind })
			);
		},
	};
}
