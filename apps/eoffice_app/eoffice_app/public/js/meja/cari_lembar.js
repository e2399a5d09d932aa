import { ask } from "./minta";

/**
 * Let the user look for words in the scan: Enter finds them, and goes from one to the next.
 *
 * @param {object} viewer see `make_viewer`
 */
export function teach_search(viewer) {
	const $form = viewer.$place.find(".meja-cari");
	const search = { viewer, $input: $form.find("input"), $told: $form.find(".meja-temuan") };
	$form.on("submit", (event) => event.preventDefault());
	search.$input.on("keydown", (event) => {
		if (event.key !== "Enter") return;
		event.preventDefault();
		find_or_go(search, event.shiftKey ? -1 : 1);
	});
	search.$input.on("input", () => search.$told.text(""));
	return { clear: () => clear(search) };
}

async function find_or_go(search, step) {
	const teks = search.$input.val().trim();
	const { letter } = search.viewer;
	if (!teks || !letter) return;
	if (search.teks !== teks || search.letter !== letter) {
		if (!(await find(search, letter, teks))) return;
	} else {
		search.at += step;
	}
	go(search);
}

async function find(search, letter, teks) {
	search.$told.text(__("Mencari …"));
	try {
		const { temuan, terbaca } = await ask("find_in_scan", { surat_masuk: letter.surat, teks });
		if (search.viewer.letter !== letter) return false;
		Object.assign(search, { letter, teks, temuan, at: 0 });
		search.viewer.mark(temuan);
		if (!temuan.length) search.$told.text(terbaca ? __("Tidak ada") : __("Scan belum terbaca"));
		return temuan.length > 0;
	} catch (error) {
		search.$told.text(error.message);
		return false;
	}
}

function go(search) {
	const count = search.temuan.length;
	if (!count) return;
	search.at = (search.at + count) % count;
	search.$told.text(`${search.at + 1} / ${count}`);
	const boxes = search.viewer.scroll_box.querySelectorAll(".sorot");
	boxes.forEach((box) => box.classList.toggle("kini", cint(box.dataset.temuan) === search.at));
	const box = search.viewer.scroll_box.querySelector(".sorot.kini");
	if (box) search.viewer.bring_up(box, 0.5);
}

function clear(search) {
	search.letter = null;
	search.$input.val("");
	search.$told.text("");
}
