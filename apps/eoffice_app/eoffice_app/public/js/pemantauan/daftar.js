import { ask_monitor } from "./server";
import { get_letter_html } from "./surat";

/**
 * Fill a list with the letters of some filters; what stands there stays until the answer comes.
 *
 * @param {object} monitor see halaman.js
 * @param {jQuery} $list a list in the page
 * @param {object} saringan by what the letters are narrowed down
 * @param {number} mulai from which letter on; those before stay
 * @returns {Promise}
 */
export function fill_list(monitor, $list, saringan, mulai = 0) {
	if (!$list.children().length) $list.html(`<li class="menunggu">${__("Memuat …")}</li>`);
	const args = { saringan: JSON.stringify(saringan), mulai };
	return ask_monitor("pemantauan.list_surat", args).then(
		(answer) => show(monitor, $list, saringan, mulai, answer),
		(failure) => monitor.tell_failure(failure)
	);
}

function show(monitor, $list, saringan, mulai, { surat, lanjut }) {
	const html = surat.map(get_letter_html).join("") || get_gone_html();
	if (mulai) $list.append(html);
	else monitor.keep_focus(() => $list.html(html));
	if (lanjut) offer_more(monitor, $list, saringan, lanjut);
}

/** Between the count and the question somebody may have dealt with it. */
function get_gone_html() {
	return `<li class="menunggu">${__("Suratnya baru saja berpindah.")}</li>`;
}

function offer_more(monitor, $list, saringan, lanjut) {
	const $more = $(`<li><button type="button" class="btn btn-default btn-sm">`).appendTo($list);
	$more
		.find("button")
		.text(__("Tampilkan berikutnya"))
		.on("click", () => {
			fill_list(monitor, $list, saringan, lanjut).then(() => {
				$more.next().find("button").trigger("focus");
				$more.remove();
			});
		});
}
