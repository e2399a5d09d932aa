// A signature by finger, pen or mouse.

const TEBAL = 3;
const LEBAR_HASIL = 600;
const TERPENDEK = 40;

/** A field to sign in. The strokes are kept, so that turning the phone loses none. */
export class BidangTandaTangan {
	/** @param {HTMLCanvasElement} canvas */
	constructor(canvas) {
		this.canvas = canvas;
		this.strokes = [];
		canvas.addEventListener("pointerdown", (event) => this.begin(event));
		canvas.addEventListener("pointermove", (event) => this.go_on(event));
		["pointerup", "pointercancel"].forEach((name) =>
			canvas.addEventListener(name, () => (this.stroke = null))
		);
		this.watcher = new ResizeObserver(() => this.draw());
		this.watcher.observe(canvas);
	}

	begin(event) {
		event.preventDefault();
		this.canvas.setPointerCapture(event.pointerId);
		this.stroke = [this.locate(event)];
		this.strokes.push(this.stroke);
		this.draw();
	}

	go_on(event) {
		if (!this.stroke) return;
		// A quick hand makes more points than the screen is redrawn.
		const events = event.getCoalescedEvents?.() || [];
		(events.length ? events : [event]).forEach((one) => this.stroke.push(this.locate(one)));
		this.draw();
	}

	/** Where in the field: as a share of its width and height. */
	locate(event) {
		const box = this.canvas.getBoundingClientRect();
		return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
	}

	clear() {
		this.strokes = [];
		this.draw();
	}

	/** Whether it is more than a slip of the thumb. */
	is_signed() {
		const { clientWidth, clientHeight } = this.canvas;
		const length = (stroke) =>
			stroke.slice(1).reduce((sum, [x, y], at) => {
				const [before_x, before_y] = stroke[at];
				return (
					sum + Math.hypot((x - before_x) * clientWidth, (y - before_y) * clientHeight)
				);
			}, 0);
		return this.strokes.reduce((sum, stroke) => sum + length(stroke), 0) > TERPENDEK;
	}

	draw() {
		const scale = window.devicePixelRatio || 1;
		this.canvas.width = this.canvas.clientWidth * scale;
		this.canvas.height = this.canvas.clientHeight * scale;
		paint(this.canvas, this.strokes, TEBAL * scale);
	}

	/** Return the signature as the data address of a picture in ink on white. */
	read() {
		const paper = document.createElement("canvas");
		paper.width = LEBAR_HASIL;
		paper.height = Math.round(
			(LEBAR_HASIL * this.canvas.clientHeight) / this.canvas.clientWidth
		);
		const brush = paper.getContext("2d");
		brush.fillStyle = "#fff";
		brush.fillRect(0, 0, paper.width, paper.height);
		paint(paper, this.strokes, (TEBAL * LEBAR_HASIL) / this.canvas.clientWidth);
		return paper.toDataURL("image/png");
	}
}

function paint(canvas, strokes, width) {
	const brush = canvas.getContext("2d");
	Object.assign(brush, { lineWidth: width, lineCap: "round", lineJoin: "round" });
	brush.strokeStyle = "#0b1f4d";
	for (const stroke of strokes) {
		brush.beginPath();
		stroke.forEach(([x, y], at) =>
			brush[at ? "lineTo" : "moveTo"](x * canvas.width, y * canvas.height)
		);
		// A dot is a stroke without length.
		if (stroke.length === 1)
			brush.lineTo(stroke[0][0] * canvas.width + 0.1, stroke[0][1] * canvas.height);
		brush.stroke();
	}
}
