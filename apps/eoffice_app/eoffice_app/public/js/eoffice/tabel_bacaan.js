/**
 * Let the rows of a table that nobody types in be drawn once, after the form stands, instead of four times while it is
 * being drawn: Frappe draws each table as the document changes, as the form begins, with its fields, and once more.
 *
 * @param {object} frm
 * @param {string} field of the table
 */
export function draw_rows_once(frm, field) {
	const { grid } = frm.get_field(field);
	const draw_rows = grid.render_result_rows;
	let drawn, timer;
	const draw = () => {
		const $rows = $(grid.parent).find(".rows");
		const wanted = JSON.stringify(grid.data);
		if (wanted === drawn && $rows.children().length) return;
		drawn = wanted;
		$rows.empty();
		grid.grid_rows = [];
		draw_rows.call(grid, $rows, true);
	};
	grid.render_result_rows = () => {
		clearTimeout(timer);
		timer = setTimeout(draw);
	};
}
