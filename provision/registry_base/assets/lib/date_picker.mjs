/** Puts the date picker with seconds in place of the one that has none. */
import { fileURLToPath } from "node:url";

const WITH_SECONDS = fileURLToPath(new URL("../date_picker/with_seconds.js", import.meta.url));

/** Plugin of esbuild: whoever imports air-datepicker gets it with seconds. */
export function datePicker() {
	return {
		name: "date-picker",
		setup(build) {
			const filter = /^air-datepicker\/dist\/js\/datepicker(\.min)?\.js$/;
			build.onResolve({ filter }, ({ importer }) =>
				importer === WITH_SECONDS ? undefined : { path: WITH_SECONDS }
			);
		},
	};
}
