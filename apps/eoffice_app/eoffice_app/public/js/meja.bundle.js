// Meja Pimpinan, loaded by its page alone.

import { show_meja } from "./meja/meja";

frappe.provide("eoffice");

Object.assign(eoffice, { show_meja });
