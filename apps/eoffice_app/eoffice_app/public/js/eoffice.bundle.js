// What the desk of E-Office shares between forms and lists, under the one global name `eoffice`.

import { add_print_buttons, add_print_many } from "./eoffice/cetak";
import { confirm_withdrawal, open_dialog_umpan_balik } from "./eoffice/tindakan_disposisi";
import { find_duplicates_while_typing } from "./eoffice/peringatan_ganda";
import { open_dialog_alasan } from "./eoffice/dialog_alasan";
import { open_dialog_disposisi } from "./eoffice/dialog_disposisi";
import { keep_kedudukan, refresh_kedudukan } from "./eoffice/kedudukan";
import { get_pohon_html } from "./eoffice/pohon_disposisi";
import { open_scan_uploader } from "./eoffice/unggah_scan";
import { post } from "./eoffice/server";
import { show_title_of_root } from "./eoffice/bagan";
import { teach_calendar_indonesian } from "./eoffice/kalender";
import { tell_of_failures } from "./eoffice/gangguan";
import { tell_of_takeover } from "./eoffice/sesi_tunggal";

frappe.provide("eoffice");

Object.assign(eoffice, {
	add_print_buttons,
	add_print_many,
	confirm_withdrawal,
	find_duplicates_while_typing,
	get_pohon_html,
	open_dialog_alasan,
	open_dialog_disposisi,
	open_dialog_umpan_balik,
	open_scan_uploader,
	post,
	refresh_kedudukan,
	show_title_of_root,
});

keep_kedudukan();
teach_calendar_indonesian();
tell_of_failures();
tell_of_takeover();
