/**
 * Let a tree be walked with the keyboard as trees are: up and down between those shown, right to unfold,
 * left to fold or to go to the one above, Home and End.
 *
 * @param {jQuery} $place holds an element with role="tree"
 */
export function teach_tree_keys($place) {
	const items = $place.find("[role=treeitem]").toArray();
	if (!items.length) return;
	items[0].tabIndex = 0;
	$place.find(".lipat").on("click", (event) => fold(event.currentTarget.closest(".simpul")));
	$place.find("[role=tree]").on("keydown", (event) => {
		// Buttons and links inside have keys of their own.
		if (event.target.getAttribute("role") !== "treeitem") return;
		const target = get_target(event.key, event.target, items.filter(is_shown));
		if (target === undefined) return;
		event.preventDefault();
		if (target) move_to(event.target, target);
	});
}

function get_target(key, item, shown) {
	const place = shown.indexOf(item);
	switch (key) {
		case "ArrowDown":
			return shown[place + 1] || null;
		case "ArrowUp":
			return shown[place - 1] || null;
		case "Home":
			return shown[0];
		case "End":
			return shown[shown.length - 1];
		case "ArrowRight":
			return item.getAttribute("aria-expanded") === "false"
				? fold(item, true)
				: item.querySelector("[role=treeitem]");
		case "ArrowLeft":
			return item.getAttribute("aria-expanded") === "true"
				? fold(item, false)
				: item.parentElement.closest("[role=treeitem]");
		default:
			return undefined;
	}
}

function fold(item, open = item.getAttribute("aria-expanded") === "false") {
	item.setAttribute("aria-expanded", open);
	return null;
}

function is_shown(item) {
	return !item.parentElement.closest("[aria-expanded=false]");
}

function move_to(from, target) {
	from.tabIndex = -1;
	target.tabIndex = 0;
	target.focus();
}
