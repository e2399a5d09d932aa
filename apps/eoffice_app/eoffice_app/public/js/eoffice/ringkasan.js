// The page Ringkasan Pimpinan: the server draws it, the same as on paper.

const SERVER = "eoffice_app.laporan.lembar_ringkasan";

/** Give the page its place and its buttons. */
export function prepare_page(wrapper, page) {
	const body = document.createElement("div");
	body.className = "ringkasan-halaman";
	body.setAttribute("aria-live", "polite");
	body.style.padding = "8px 15px 20px";
	body.style.maxWidth = "900px";
	body.style.margin = "0 auto";
	body.addEventListener("click", open_report);
	wrapper.querySelector(".layout-main-section").append(body);
	page.set_primary_action(__("Unduh PDF"), () => {
		window.open(`/api/method/${SERVER}.download_ringkasan`, "_blank");
	});
	page.set_secondary_action(__("Muat ulang"), () => refresh_page(wrapper));
}

/** Ask for the figures anew; what is shown stays until they come, and where they do not. */
export function refresh_page(wrapper) {
	const body = wrapper.querySelector(".ringkasan-halaman");
	if (!body.childElementCount) body.textContent = __("Memuat…");
	return frappe.xcall(`${SERVER}.get_ringkasan`).then(
		(html) => (body.innerHTML = html),
		() => body.querySelector(".ringkasan") || tell_of_failure(body)
	);
}

function tell_of_failure(body) {
	body.textContent = __("Ringkasan tidak dapat dimuat. Periksa jaringan, lalu pilih Muat ulang.");
}

function open_report(event) {
	const link = event.target.closest("a[data-laporan]");
	if (!link || event.ctrlKey || event.metaKey) return;
	event.preventDefault();
	frappe.set_route("query-report", link.dataset.laporan);
}
