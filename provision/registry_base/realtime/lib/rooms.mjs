/** Names of rooms, as frappe/realtime.py of this base builds them. */

export const EVERY_DESK = "all";
export const WEBSITE = "website";

export const userRoom = (user) => `user:${user}`;
export const doctypeRoom = (doctype) => `doctype:${doctype}`;
export const documentRoom = (doctype, docname) => `doc:${doctype}/${docname}`;
export const openDocumentRoom = (doctype, docname) => `open_doc:${doctype}/${docname}`;
export const taskRoom = (task) => `task_progress:${task}`;
