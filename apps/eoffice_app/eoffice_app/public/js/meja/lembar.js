import { ask_picture, name_letter } from "./minta";

const ZOOM = [60, 80, 100, 125, 150, 200, 300];
const WIDTHS = [800, 1200, 1800, 2600];
// Pages kept as pictures at one time; a browser of an office has little room.
const MOST_KEPT = 12;
const AT_ONCE = 2;
const A4 = 210 / 297;

/**
 * Show the pages of a letter one below the other, each drawn when it comes near.
 *
 * @param {jQuery} $place the column of the page
 * @returns {object} `show(letter)`, `prepare(letter)`, `zoom(step)`, `turn()`, `mark(found)`, `bring_up(element, share)`, `scroll(share)`
 */
export function make_viewer($place) {
	const viewer = {
		$place,
		scroll_box: $place.find(".meja-gulungan").get(0),
		zoom_at: ZOOM.indexOf(100),
		turned: 0,
		ready: new Map(),
		wanted: [],
		running: 0,
	};
	viewer.observer = new IntersectionObserver((entries) => follow_sight(viewer, entries), {
		root: viewer.scroll_box,
		rootMargin: "60% 0px",
	});
	viewer.scroll_box.addEventListener("scroll", () => tell_page(viewer), { passive: true });
	teach_jump(viewer);
	return Object.assign(viewer, {
		show: (letter) => show(viewer, letter),
		prepare: (letter) => prepare(viewer, letter),
		zoom: (step) => zoom(viewer, step),
		turn: () => turn(viewer),
		mark: (found) => mark(viewer, found),
		bring_up: (element, share) => bring_up(viewer, element, share),
		scroll: (share) =>
			viewer.scroll_box.scrollBy({ top: viewer.scroll_box.clientHeight * share }),
	});
}

function show(viewer, letter) {
	leave(viewer);
	viewer.letter = letter;
	viewer.turned = 0;
	viewer.ratio = A4;
	viewer.scroll_box.scrollTop = 0;
	const count = letter?.halaman || 0;
	viewer.scroll_box.innerHTML = count
		? Array.from({ length: count }, (_none, index) => get_page_html(index + 1)).join("")
		: `<p class="meja-kosong">${get_reason(letter)}</p>`;
	viewer.$place.find("[data-alat]").prop("disabled", !count);
	// A draft is read, and not searched.
	const searched = count && letter.jenis_surat === "Surat Masuk";
	viewer.$place.find(".meja-cari").toggleClass("hidden", !searched);
	lay_out(viewer);
	viewer.scroll_box.querySelectorAll(".halaman").forEach((page) => viewer.observer.observe(page));
	tell_page(viewer);
}

/** What was drawn for the letter before goes; a picture that was made ready stays until it is used. */
function leave(viewer) {
	viewer.observer.disconnect();
	viewer.stop?.abort();
	viewer.stop = new AbortController();
	viewer.wanted = [];
	viewer.running = 0;
	viewer.scroll_box.querySelectorAll("img").forEach(release);
}

function get_reason(letter) {
	if (!letter) return __("Pilih surat pada daftar.");
	return letter.menunggu || __("Surat ini tidak mempunyai scan yang dapat ditampilkan.");
}

function get_page_html(number) {
	return `<div class="halaman" data-nomor="${number}"><div class="kertas">
		<p class="meja-memuat">${__("Halaman {0}", [number])}</p></div></div>`;
}

function follow_sight(viewer, entries) {
	entries.forEach(({ target, isIntersecting }) => {
		target.classList.toggle("dekat", isIntersecting);
		if (isIntersecting) want(viewer, target);
	});
	forget_far(viewer);
	work(viewer);
}

function want(viewer, page) {
	const width = get_width(viewer, page);
	if (cint(page.dataset.lebar) >= width || viewer.wanted.includes(page)) return;
	viewer.wanted.push(page);
}

function get_width(viewer, page) {
	const wide = page.clientWidth * Math.min(window.devicePixelRatio || 1, 2);
	return WIDTHS.find((width) => width >= wide) || WIDTHS[WIDTHS.length - 1];
}

function work(viewer) {
	while (viewer.running < AT_ONCE && viewer.wanted.length) {
		// What came into sight last is what is looked at.
		const page = viewer.wanted.pop();
		if (page.classList.contains("dekat")) draw(viewer, page);
	}
}

async function draw(viewer, page) {
	const { letter, stop } = viewer;
	const width = get_width(viewer, page);
	viewer.running += 1;
	try {
		const picture = await get_picture(viewer, letter, cint(page.dataset.nomor), width, stop.signal);
		if (viewer.letter !== letter) return;
		page.dataset.lebar = width;
		put(viewer, page, URL.createObjectURL(picture));
	} catch (error) {
		if (error.name !== "AbortError") tell_failure(page, error.message);
	} finally {
		if (viewer.stop === stop) {
			viewer.running -= 1;
			work(viewer);
		}
	}
}

function get_picture(viewer, letter, number, width, signal) {
	const key = `${letter.surat}/${number}/${width}`;
	const ready = viewer.ready.get(key);
	viewer.ready.delete(key);
	if (ready) return ready;
	return ask_page(letter, number, width, signal);
}

function ask_page({ jenis_surat, surat }, nomor, lebar, signal) {
	return ask_picture("get_halaman", { ...name_letter({ jenis_surat, surat }), nomor, lebar }, signal);
}

/** Have the first page of the letter that comes next, before it comes. */
function prepare(viewer, letter) {
	if (!letter?.halaman) return;
	// As wide as the pages that are shown now, however much they are enlarged.
	const like = viewer.scroll_box.querySelector(".halaman") || viewer.scroll_box;
	const width = get_width(viewer, like);
	const key = `${letter.surat}/1/${width}`;
	if (viewer.ready.has(key)) return;
	viewer.ready.clear();
	const asked = ask_page(letter, 1, width);
	// A failure is told when the page is looked at, by asking for it anew.
	asked.catch(() => viewer.ready.delete(key));
	viewer.ready.set(key, asked);
}

function put(viewer, page, source) {
	const paper = page.querySelector(".kertas");
	const image = paper.querySelector("img") || new Image();
	if (image.src === source) return;
	release(image);
	image.onload = () => learn_ratio(viewer, page, image);
	image.alt = __("Halaman {0}", [page.dataset.nomor]);
	image.src = source;
	paper.querySelector(".meja-memuat")?.remove();
	if (!image.parentElement) paper.prepend(image);
}

function release(image) {
	if (image.src.startsWith("blob:")) URL.revokeObjectURL(image.src);
}

function tell_failure(page, message) {
	const place = page.querySelector(".meja-memuat");
	if (place) place.textContent = message;
}

function learn_ratio(viewer, page, image) {
	if (!image.naturalHeight) return;
	page.dataset.rasio = image.naturalWidth / image.naturalHeight;
	lay_out_page(viewer, page);
}

function forget_far(viewer) {
	const kept = [...viewer.scroll_box.querySelectorAll(".halaman[data-lebar]")];
	const far = kept.filter((page) => !page.classList.contains("dekat"));
	far.slice(0, Math.max(0, kept.length - MOST_KEPT)).forEach((page) => {
		release(page.querySelector("img"));
		delete page.dataset.lebar;
		page.querySelector("img").remove();
	});
}

function lay_out(viewer) {
	viewer.scroll_box.style.setProperty("--perbesaran", `${ZOOM[viewer.zoom_at]}%`);
	viewer.scroll_box
		.querySelectorAll(".halaman")
		.forEach((page) => lay_out_page(viewer, page));
}

/** A page that lies on its side takes the room of its turned shape. */
function lay_out_page(viewer, page) {
	const ratio = Number(page.dataset.rasio) || viewer.ratio;
	const lying = viewer.turned % 180 !== 0;
	const paper = page.querySelector(".kertas");
	page.style.aspectRatio = lying ? 1 / ratio : ratio;
	paper.style.width = lying ? `${ratio * 100}%` : "100%";
	paper.style.aspectRatio = ratio;
	paper.style.transform = `translate(-50%, -50%) rotate(${viewer.turned}deg)`;
}

function zoom(viewer, step) {
	viewer.zoom_at = Math.max(0, Math.min(ZOOM.length - 1, viewer.zoom_at + step));
	lay_out(viewer);
	viewer.scroll_box.querySelectorAll(".halaman.dekat").forEach((page) => want(viewer, page));
	work(viewer);
}

function turn(viewer) {
	viewer.turned = (viewer.turned + 90) % 360;
	lay_out(viewer);
}

function tell_page(viewer) {
	const pages = [...viewer.scroll_box.querySelectorAll(".halaman")];
	const line = viewer.scroll_box.getBoundingClientRect().top + viewer.scroll_box.clientHeight / 3;
	const at = pages.findIndex((page) => page.getBoundingClientRect().bottom > line);
	const $told = viewer.$place.find(".meja-halaman").toggleClass("hidden", !pages.length);
	$told.find("span").text(pages.length);
	// Who types a number goes on typing it.
	$told.find("input:not(:focus)").val(Math.max(at, 0) + 1);
}

/** Scroll an element to a share of the column's height, and nothing but the column: the browser's own way moves the page. */
function bring_up({ scroll_box }, element, share) {
	const at = element.getBoundingClientRect();
	const box = scroll_box.getBoundingClientRect();
	scroll_box.scrollBy({
		top: at.top - box.top - box.height * share,
		left: at.left - box.left - box.width * share,
	});
}

/** Enter in the page's number goes to that page, and back to the keys of Meja. */
function teach_jump(viewer) {
	const $number = viewer.$place.find(".meja-halaman input");
	$number.on("focus", () => $number.trigger("select"));
	$number.on("blur", () => tell_page(viewer));
	$number.on("keydown", (event) => {
		if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		const last = viewer.letter?.halaman || 1;
		const wanted = Math.max(1, Math.min(last, cint($number.val())));
		bring_up(viewer, get_page(viewer, wanted), 0);
		$number.trigger("blur");
	});
}

function get_page(viewer, number) {
	return viewer.scroll_box.querySelector(`.halaman[data-nomor="${number}"]`);
}

function mark(viewer, found) {
	viewer.scroll_box.querySelectorAll(".sorot").forEach((box) => box.remove());
	found.forEach(({ halaman, kotak }, index) => {
		const [left, top, width, height] = kotak.map((share) => `${share * 100}%`);
		const box = document.createElement("span");
		box.className = "sorot";
		box.dataset.temuan = index;
		Object.assign(box.style, { left, top, width, height });
		get_page(viewer, halaman)?.querySelector(".kertas").append(box);
	});
}
