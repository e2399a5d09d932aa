/** Vue 3 single-file components. */
import crypto from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { compileScript, compileStyleAsync, compileTemplate, parse } from "vue/compiler-sfc";

import { styleToScript } from "./page_styles.mjs";
import { compileText } from "./sass.mjs";

const STYLE = /^\?style=(\d+)$/;

/** Scoped styles need a mark that no other component has and that no build changes. */
function scopeOf(bench, file) {
	const place = path.relative(bench.root, file);
	return crypto.createHash("sha256").update(place).digest("hex").slice(0, 8);
}

async function readComponent(file) {
	const { descriptor, errors } = parse(await fs.readFile(file, "utf8"), { filename: file });
	if (errors.length) throw errors[0];
	return descriptor;
}

/** The script block, which with `<script setup>` holds the compiled template too. */
function scriptOf(descriptor, id) {
	if (!descriptor.script && !descriptor.scriptSetup) return { content: "const component = {};" };
	const options = { id, isProd: true, inlineTemplate: true, genDefaultAs: "component" };
	return compileScript(descriptor, options);
}

/** The render function of a component without `<script setup>`. */
function templateOf(descriptor, id, bindings) {
	if (descriptor.scriptSetup || !descriptor.template) return "";
	const { code, errors } = compileTemplate({
		source: descriptor.template.content,
		filename: descriptor.filename,
		id,
		isProd: true,
		scoped: descriptor.styles.some((style) => style.scoped),
		compilerOptions: { bindingMetadata: bindings },
	});
	if (errors.length) throw errors[0];
	return `${code.replace(
		"export function render",
		"function render"
	)}\ncomponent.render = render;`;
}

/** The component as one script module; its styles are modules of their own. */
async function componentToScript(bench, file) {
	const descriptor = await readComponent(file);
	const id = scopeOf(bench, file);
	const script = scriptOf(descriptor, id);
	const parts = descriptor.styles.map((_, index) => `import "?style=${index}";`);
	parts.push(script.content, templateOf(descriptor, id, script.bindings));
	if (descriptor.styles.some((style) => style.scoped)) {
		parts.push(`component.__scopeId = "data-v-${id}";`);
	}
	parts.push("export default component;");
	return { contents: parts.join("\n"), loader: script.lang === "ts" ? "ts" : "js" };
}

async function styleOf(bench, file, index) {
	const style = (await readComponent(file)).styles[index];
	const source = style.lang === "scss" ? compileText(bench, style.content, file) : style.content;
	const { code, errors } = await compileStyleAsync({
		source,
		filename: file,
		id: `data-v-${scopeOf(bench, file)}`,
		scoped: style.scoped,
		isProd: true,
	});
	if (errors.length) throw errors[0];
	return { contents: await styleToScript(bench, code, path.dirname(file)), loader: "js" };
}

/** Plugin of esbuild for `.vue` files. */
export function vueComponents(bench) {
	return {
		name: "vue-components",
		setup(build) {
			build.onResolve({ filter: STYLE }, ({ path: query, importer }) => ({
				path: path.relative(bench.root, importer) + query,
				namespace: "vue-style",
				pluginData: { file: importer, index: Number(STYLE.exec(query)[1]) },
			}));
			build.onLoad({ filter: /./, namespace: "vue-style" }, ({ pluginData }) =>
				styleOf(bench, pluginData.file, pluginData.index)
			);
			build.onLoad({ filter: /\.vue$/ }, async ({ path: file }) => ({
				...(await componentToScript(bench, file)),
				resolveDir: path.dirname(file),
			}));
		},
	};
}
