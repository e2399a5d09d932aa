/**
 * Give each input of a form or dialog the name that a screen reader says: the label that stands above it.
 *
 * Frappe shows the label, but does not tie it to its input.
 */
export function name_inputs() {
	const { prototype } = frappe.ui.form.ControlInput;
	const { refresh_input } = prototype;
	prototype.refresh_input = function (...changes) {
		refresh_input.apply(this, changes);
		name_input(this);
	};
}

function name_input({ $input, $wrapper, df }) {
	if (!df.label) return;
	const name = $("<p>").html(__(df.label)).text();
	if ($input?.is(":input")) $input.attr("aria-label", name);
	$wrapper
		.find(".ql-editor")
		.attr({ role: "textbox", "aria-multiline": true, "aria-label": name });
}
