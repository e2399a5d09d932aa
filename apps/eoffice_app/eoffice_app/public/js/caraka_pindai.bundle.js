// The reader of QR codes that Frappe brings along, apart from the page, which works without it.
import { Html5Qrcode, Html5QrcodeSupportedFormats } from "html5-qrcode";

// The barcode that a courier sticks on an envelope is not ours.
const QR_SAJA = { formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE], verbose: false };

window.create_pembaca_qr = (id) => new Html5Qrcode(id, QR_SAJA);
