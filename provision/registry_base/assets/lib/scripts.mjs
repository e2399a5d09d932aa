/** Scripts: plain modules, HTML templates, Vue components. */
import { compile } from "./compile.mjs";
import { datePicker } from "./date_picker.mjs";
import { htmlTemplates } from "./html_templates.mjs";
import { pageStyles } from "./page_styles.mjs";
import { vueComponents } from "./vue_components.mjs";

/**
 * Builds scripts.
 *
 * @param {object} bench as `openBench` returns it
 * @param {object[]} bundles as `findBundles` returns them
 * @returns {Promise<object>} address of each bundle by its name
 */
export function bundleScripts(bench, bundles) {
	return compile(bench, bundles, {
		folder: "js",
		extension: ".js",
		options: {
			format: "iife",
			target: "es2017",
			define: {
				"process.env.NODE_ENV": '"production"',
				__VUE_OPTIONS_API__: "true",
				__VUE_PROD_DEVTOOLS__: "false",
			},
			plugins: [datePicker(), htmlTemplates(), vueComponents(bench), pageStyles(bench)],
		},
	});
}
