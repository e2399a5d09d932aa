// What the desk of E-Office shares between forms and lists, under the one global name `eoffice`.

import { add_print_buttons, add_print_many } from "./eoffice/cetak";
import { ask_before_action } from "./eoffice/tindakan_surat";
import { find_duplicates_while_typing } from "./eoffice/peringatan_ganda";
import { follow_disposisi_of, show_disposisi_of } from "./eoffice/bagian_disposisi";
import { keep_kedudukan, refresh_kedudukan } from "./eoffice/kedudukan";
import { open_dialog_kehadiran } from "./eoffice/acara";
import { open_scan_uploader } from "./eoffice/unggah_scan";
import { offer_cara_pemberitahuan, open_dialog_cara_pemberitahuan } from "./eoffice/cara_pemberitahuan";
import { post } from "./eoffice/server";
import { show_title_of_root } from "./eoffice/bagan";
import { teach_calendar_indonesian } from "./eoffice/kalender";
import { tell_of_failures } from "./eoffice/gangguan";
import { tell_of_takeover } from "./eoffice/sesi_tunggal";

frappe.provide("eoffice");

Object.assign(eoffice, {
	add_print_buttons,
	add_print_many,
	ask_before_action,
	find_duplicates_while_typing,
	follow_disposisi_of,
	open_dialog_kehadiran,
	open_dialog_cara_pemberitahuan,
	open_scan_uploader,
	post,
	refresh_kedudukan,
	show_disposisi_of,
	show_title_of_root,
});

keep_kedudukan();
offer_cara_pemberitahuan();
teach_calendar_indonesian();
tell_of_failures();
tell_of_takeover();
