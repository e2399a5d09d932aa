/** Propose in the bar, after "baru", only what its search proposes too: what is some role's work. */
export function propose_new_of_own_work() {
	const { utils } = frappe.search;
	const { get_creatables } = utils;
	utils.get_creatables = function (words) {
		const { can_search } = frappe.boot.user;
		return get_creatables.call(this, words).filter(({ match }) => can_search.includes(match));
	};
}
