/**
 * Air Datepicker 2.2.3 with seconds.
 *
 * Frappe's Datetime and Time controls format a time as `hh:ii:ss` and hide `$seconds` and
 * `$secondsText` where an office shows no seconds. The registry's date picker knows hours and
 * minutes only: it would print a literal `ss` and fail on the missing elements.
 * The additions below hook into its two prototypes; the package itself stays as it is.
 */
import "air-datepicker/dist/js/datepicker.min.js";
import "./with_seconds.css";

const $ = window.jQuery;
const DatePicker = $.fn.datepicker.Constructor;
const TimePicker = $.fn.datepicker.Timepicker;
const twoDigits = DatePicker.getLeadingZeroNum;

const SECONDS_SIGN = /(^|[^a-zA-Z])ss(?![a-zA-Z])/g;
const SECONDS_ROW = `<div class="datepicker--time-row">
	<input type="range" name="seconds" min="0" max="59" step="1"/>
</div>`;
const SECONDS_TEXT = `<span class="datepicker--time-current-colon">:</span>
<span class="datepicker--time-current-seconds"></span>`;

/** Lets `addition` run in place of a method; it gets the original to call. */
function extend(prototype, name, addition) {
	const original = prototype[name];
	prototype[name] = function (...parameters) {
		return addition.call(this, original.bind(this), ...parameters);
	};
}

extend(DatePicker.prototype, "formatDate", function (original, format, date) {
	const seconds = twoDigits((date || this.date).getSeconds());
	return original(format, date).replace(SECONDS_SIGN, `$1${seconds}`);
});

extend(DatePicker.prototype, "_onClickCell", function (original, event, date) {
	if (this.timepicker) date.setSeconds(this.timepicker.seconds);
	original(event, date);
});

extend(DatePicker.prototype, "_onTimeChange", function (original, event, hours, minutes) {
	const { seconds } = this.timepicker;
	if (this.selectedDates.length) {
		this.lastSelectedDate.setSeconds(seconds);
		original(event, hours, minutes);
		return;
	}
	// Without a chosen date the original takes this moment, seconds included: the slider counts.
	const date = new Date();
	date.setHours(hours, minutes, seconds, 0);
	if (!this._getCell(date).hasClass("-disabled-")) this.selectDate(date);
});

extend(TimePicker.prototype, "_setTime", function (original, date) {
	original(date);
	this.seconds = date.getSeconds();
});

extend(TimePicker.prototype, "_buildHTML", function (original) {
	original();
	$(SECONDS_ROW).appendTo($(".datepicker--time-sliders", this.$timepicker));
	// Before the am/pm sign, where there is one.
	$(SECONDS_TEXT).insertAfter(this.$minutesText);
	this.$seconds = $('[name="seconds"]', this.$timepicker).val(this.seconds);
	this.$secondsText = $(".datepicker--time-current-seconds", this.$timepicker);
	this.$secondsText.text(twoDigits(this.seconds));
	this.$ranges = $('[type="range"]', this.$timepicker);
});

extend(TimePicker.prototype, "_updateCurrentTime", function (original) {
	original();
	this.$secondsText.text(twoDigits(this.seconds));
});

extend(TimePicker.prototype, "_updateRanges", function (original) {
	original();
	this.$seconds.val(this.seconds);
});
