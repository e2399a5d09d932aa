import { add_phrase, get_tindakan, keep_form, press, show_form } from "./isian";
import { draw_list, next_kelompok } from "./daftar";
import { show_keys } from "./kunci";
import { show_screen } from "./tata";

/**
 * Let the buttons of the page do what they say.
 *
 * @param {object} meja
 * @param {object} acts what they have Meja do
 */
export function listen(meja, acts) {
	const { $meja, $daftar, $isian, viewer } = meja;
	const on = ($place, event, selector, action) =>
		$place.on(event, selector, ({ currentTarget }) => action(currentTarget));
	on($meja, "click", ".meja-layar button", ({ dataset }) => show_screen($meja, dataset.layar));
	on($daftar, "click", "[data-kelompok]", ({ dataset }) => acts.change_kelompok(dataset.kelompok));
	on($daftar, "click", ".buka", (button) => acts.choose(button.closest("li").dataset.kunci));
	on($daftar, "click", ".muat-lagi", acts.load_more);
	on($daftar, "click", ".banyak", acts.act_on_chosen);
	on($daftar, "change", "[data-centang]", (box) => {
		meja.state.dicentang[box.checked ? "add" : "delete"](box.dataset.centang);
		draw_list($daftar, meja.state);
		$daftar.find("[data-centang]").filter((_index, other) => other.dataset.centang === box.dataset.centang).trigger("focus");
	});
	const tools = {
		perbesar: () => viewer.zoom(1),
		perkecil: () => viewer.zoom(-1),
		putar: viewer.turn,
	};
	on($meja, "click", "[data-alat]", ({ dataset }) => tools[dataset.alat]());
	listen_to_form(meja, acts, on);
}

function listen_to_form(meja, acts, on) {
	const { $isian } = meja;
	$isian.on("submit", "form", (event) => {
		event.preventDefault();
		acts.send();
	});
	on($isian, "click", ".keping:not([data-frasa])", (chip) => {
		press(chip);
		keep_form($isian);
	});
	on($isian, "click", "[data-frasa]", ({ dataset }) => add_phrase($isian, dataset.frasa));
	on($isian, "click", "[data-pilih]", ({ dataset }) =>
		show_form($isian, meja.letter, meja.frasa, dataset.pilih)
	);
	on($isian, "click", ".per-penerima", acts.open_per_recipient);
	on($isian, "click", ".muat-ulang", acts.load_again);
	on($isian, "input change", "[data-nilai]", () => keep_form($isian));
}

/**
 * What the keys of the page do; see `teach_keys`.
 *
 * @param {object} meja
 * @param {object} acts what they have Meja do
 */
export function get_keys(meja, acts) {
	const focus = (selector) => meja.$isian.find(selector).first().trigger("focus");
	const { viewer } = meja;
	return {
		send: acts.send,
		press: (name, index) => press_by_key(meja, name, index),
		keys: {
			j: () => acts.step(1),
			k: () => acts.step(-1),
			n: () => viewer.scroll(0.8),
			m: () => viewer.scroll(-0.8),
			c: () => focus("textarea"),
			b: () => focus("[data-nilai=batas_waktu]"),
			a: () => choose_other_action(meja),
			z: () => meja.decisions.undo_last(),
			x: () => meja.$daftar.find(".terpilih [data-centang]").trigger("click"),
			v: viewer.turn,
			g: () => acts.change_kelompok(next_kelompok(meja.state.kelompok)),
			"+": () => viewer.zoom(1),
			"=": () => viewer.zoom(1),
			"-": () => viewer.zoom(-1),
			h: () => viewer.$place.find(".meja-halaman input").trigger("focus"),
			"/": () => viewer.$place.find(".meja-cari input").trigger("focus"),
			"?": show_keys,
		},
	};
}

function press_by_key(meja, name, index) {
	const chips = meja.$isian.find(`[data-${name}]`).toArray();
	const chip = chips.filter((button) => button.querySelector("kbd"))[index];
	if (!chip || chip.disabled) return false;
	chip.click();
	return true;
}

function choose_other_action(meja) {
	const choices = meja.$isian.find("[data-pilih]").toArray();
	const at = choices.findIndex(({ dataset }) => dataset.pilih === get_tindakan(meja.$isian));
	choices[(at + 1) % choices.length]?.click();
}
