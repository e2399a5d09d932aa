/**
 * Let a date be typed at once on entering its field.
 *
 * Frappe places the calendar when it has opened, a quarter of a second after the first key, and the date picker
 * writes its own value on that occasion: what was typed meanwhile would be gone.
 */
export function keep_typed_dates() {
	const { prototype } = $.fn.datepicker.Constructor;
	const { update } = prototype;
	prototype.update = function (...changes) {
		const typed = this.$el.val();
		const result = update.apply(this, changes);
		if (changes[0] === "position" && this.$el.is(":focus")) this.$el.val(typed);
		return result;
	};
}
