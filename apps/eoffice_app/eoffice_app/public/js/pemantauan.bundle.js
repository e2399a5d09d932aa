// The page Monitor, loaded when it is opened.

import { refresh_monitor, show_monitor } from "./pemantauan/halaman";

Object.assign(frappe.provide("eoffice"), { refresh_monitor, show_monitor });
