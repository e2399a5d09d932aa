import { escape_text } from "./teks";

const UPLOAD = "/api/method/upload_file";

/**
 * Upload a private file.
 *
 * @param {File} file
 * @param {object} owner `doctype`, `docname` and `fieldname` that it is for; nothing where a later call takes it
 * @returns {Promise<string>} the address of the file; rejects with a message as HTML
 */
export async function upload_private_file(file, owner = {}) {
	if (file.size > frappe.boot.max_file_size) throw new Error(describe_too_large(file));
	const body = new FormData();
	const values = { ...owner, is_private: 1, folder: "Home/Attachments" };
	Object.entries(values).forEach(([name, value]) => body.append(name, value));
	body.append("file", file, file.name);
	const headers = { "X-Frappe-CSRF-Token": frappe.csrf_token, Accept: "application/json" };
	let answer = {};
	try {
		const response = await fetch(UPLOAD, { method: "POST", headers, body });
		answer = await response.json();
	} catch {
		throw new Error(describe_failure(file));
	}
	if (!answer.message?.file_url) throw new Error(read_message(answer) || describe_failure(file));
	return answer.message.file_url;
}

function describe_too_large({ name }) {
	return __("Berkas {0} melebihi {1} MB. Pindai dengan resolusi lebih rendah, atau bagi.", [
		escape_text(name).bold(),
		Math.floor(frappe.boot.max_file_size / 1024 / 1024),
	]);
}

function describe_failure({ name }) {
	return __(
		"Berkas {0} tidak sampai ke server: terlalu besar, atau sambungan terputus. Ulangi, atau pindai dengan resolusi lebih rendah.",
		[escape_text(name).bold()]
	);
}

/** What the server says about a refusal; it has escaped what it did not write itself. */
export function read_message({ _server_messages }) {
	const messages = JSON.parse(_server_messages || "[]").map((each) => JSON.parse(each).message);
	return messages.join("<br>");
}
