// The reader of QR codes that Frappe brings along, apart from the page, which works without it.
import { Html5Qrcode } from "html5-qrcode";

window.CarakaPindai = Html5Qrcode;
