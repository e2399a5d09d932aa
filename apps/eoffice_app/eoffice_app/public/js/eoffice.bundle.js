// What the desk of E-Office shares between forms and lists, under the one global name `eoffice`.

import { ask_book_of_agenda } from "./eoffice/periode_buku";
import { add_print_buttons, add_print_many, offer_lembar_paraf } from "./eoffice/cetak";
import { ask_before_action } from "./eoffice/langkah_alur";
import { ask_before_step, close_to_readers, offer_changes } from "./eoffice/langkah_konsep";
import {
	listen_for_search,
	open_search,
	refresh_search_page,
	show_search_page,
} from "./eoffice/cari_surat";
import {
	ask_period_of_book,
	follow_run,
	propose_caraka,
	show_run,
	WARNA_EKSPEDISI,
} from "./eoffice/ekspedisi";
import { draw_rows_once } from "./eoffice/tabel_bacaan";
import { find_duplicates_while_typing } from "./eoffice/peringatan_ganda";
import { follow_disposisi_of, show_disposisi_of } from "./eoffice/bagian_disposisi";
import { ask_home_ahead } from "./eoffice/beranda_awal";
import { lead_to_own_workspace } from "./eoffice/remah_halaman";
import { name_inputs } from "./eoffice/nama_isian";
import {
	choose_bulk_actions,
	keep_ticks_of_redrawn_list,
	let_refusals_stand_alone,
} from "./eoffice/tindakan_massal";
import { propose_new_of_own_work } from "./eoffice/saran_cari";
import { keep_kedudukan, show_of_own_posts } from "./eoffice/kedudukan";
import { open_dialog_kehadiran } from "./eoffice/acara";
import {
	ON_THE_PAGE,
	follow_naskah,
	refresh_naskah_preview,
	show_naskah_preview,
} from "./eoffice/pratinjau_naskah";
import { follow_merging, show_scan_preview } from "./eoffice/pratinjau_scan";
import {
	begin_typing_at_sender,
	forget_proposal,
	forget_proposals,
	get_book_filters,
	prepare_registration,
	propose_book,
	propose_from_sender,
	require_uploaded,
} from "./eoffice/pendaftaran";
import { offer_steps_of_letter } from "./eoffice/nomor_surat";
import { offer_meja } from "./eoffice/buka_meja";
import { offer_read_log } from "./eoffice/riwayat_buka";
import { keep_typed_dates } from "./eoffice/ketik_tanggal";
import { offer_klasifikasi_import } from "./eoffice/impor_klasifikasi";
import { offer_konsep_upload } from "./eoffice/unggah_konsep";
import { offer_portal_accounts } from "./eoffice/akun_portal";
import { offer_scan_upload } from "./eoffice/unggah_scan";
import {
	offer_cara_pemberitahuan,
	open_dialog_cara_pemberitahuan,
} from "./eoffice/cara_pemberitahuan";
import {
	add_delivery_buttons,
	follow_deliveries_of,
	show_deliveries_of,
} from "./eoffice/pengiriman";
import { add_delivery_list_actions } from "./eoffice/daftar_pengiriman";
import { offer_steps_of_pengajuan, show_pengajuan } from "./eoffice/pengajuan";
import { offer_steps_of_kotak } from "./eoffice/kotak_surat";
import { show_utas } from "./eoffice/utas_surel";
import { get_marks_html } from "./eoffice/tanda_surat";
import { get_batas_html, get_short_tenggat_html } from "./eoffice/tenggat";
import { tell_on_telephone } from "./eoffice/daftar_hp";
import { offer_steps_for_many } from "./eoffice/surat_sekaligus";
import { offer_filters } from "./eoffice/saringan_daftar";
import { post } from "./eoffice/server";
import { show_balasan, show_dibalas } from "./eoffice/balasan";
import { show_klasifikasi } from "./eoffice/klasifikasi";
import { show_files_as_links } from "./eoffice/tautan_berkas";
import { show_reserved_numbers } from "./eoffice/pesanan_nomor";
import { sign_chosen } from "./eoffice/tanda_tangan";
import {
	hide_ringkasan,
	show_ringkasan_keluar,
	show_ringkasan_masuk,
} from "./eoffice/ringkasan_surat";
import { show_title_of_root } from "./eoffice/bagan";
import { follow_typing, forget_if_secret, propose_from_scan } from "./eoffice/usulan_scan";
import { follow_reading, show_reading } from "./eoffice/pembacaan_scan";
import {
	SURAT_TUNTAS,
	WARNA_DISPOSISI,
	WARNA_KEHADIRAN,
	WARNA_PENGAJUAN,
	WARNA_PENGIRIMAN,
} from "./eoffice/keadaan";
import { follow_kisah_of, show_kisah_of, subscribe_to_letter } from "./eoffice/kisah";
import { fetch_ahead } from "./eoffice/bekal";
import { name_calendar_arrows, teach_calendar_indonesian } from "./eoffice/kalender";
import { tell_of_failures } from "./eoffice/gangguan";
import { tell_of_takeover } from "./eoffice/sesi_tunggal";
import { translate_fixed_words } from "./eoffice/kata_tetap";
import * as laporan from "./eoffice/laporan";
import * as laporan_buku from "./eoffice/laporan_buku";
import { keep_saved_reports_saved } from "./eoffice/laporan_tersimpan";
import { offer_every_row_for_export } from "./eoffice/ekspor_laporan";
import * as ringkasan from "./eoffice/ringkasan";
import * as waktu from "./eoffice/waktu";
import { offer_panduan_isian } from "./eoffice/panduan_isian";
import { show_penyiapan } from "./eoffice/penyiapan_kantor";
import { show_yang_menunggu } from "./eoffice/yang_menunggu";

frappe.provide("eoffice");

Object.assign(eoffice, {
	ON_THE_PAGE,
	add_delivery_buttons,
	add_delivery_list_actions,
	add_print_buttons,
	add_print_many,
	ask_before_action,
	ask_before_step,
	ask_book_of_agenda,
	ask_period_of_book,
	begin_typing_at_sender,
	close_to_readers,
	draw_rows_once,
	find_duplicates_while_typing,
	follow_deliveries_of,
	follow_disposisi_of,
	follow_kisah_of,
	follow_merging,
	follow_naskah,
	follow_reading,
	follow_run,
	follow_typing,
	forget_if_secret,
	forget_proposal,
	forget_proposals,
	get_batas_html,
	get_book_filters,
	get_marks_html,
	get_short_tenggat_html,
	hide_ringkasan,
	offer_changes,
	offer_filters,
	offer_klasifikasi_import,
	offer_konsep_upload,
	offer_lembar_paraf,
	open_search,
	open_dialog_kehadiran,
	open_dialog_cara_pemberitahuan,
	offer_meja,
	offer_read_log,
	offer_portal_accounts,
	offer_scan_upload,
	offer_steps_for_many,
	offer_steps_of_kotak,
	offer_steps_of_pengajuan,
	offer_steps_of_letter,
	post,
	prepare_registration,
	propose_book,
	propose_caraka,
	propose_from_scan,
	propose_from_sender,
	refresh_naskah_preview,
	refresh_search_page,
	require_uploaded,
	show_balasan,
	show_deliveries_of,
	show_search_page,
	show_dibalas,
	show_disposisi_of,
	show_files_as_links,
	show_kisah_of,
	show_klasifikasi,
	show_naskah_preview,
	show_pengajuan,
	show_penyiapan,
	show_utas,
	show_reading,
	show_reserved_numbers,
	show_ringkasan_keluar,
	show_ringkasan_masuk,
	show_run,
	show_scan_preview,
	show_of_own_posts,
	show_title_of_root,
	show_yang_menunggu,
	sign_chosen,
	subscribe_to_letter,
	tell_on_telephone,
	SURAT_TUNTAS,
	WARNA_DISPOSISI,
	WARNA_EKSPEDISI,
	WARNA_KEHADIRAN,
	WARNA_PENGAJUAN,
	WARNA_PENGIRIMAN,
	laporan: { ...laporan, ...laporan_buku },
	ringkasan,
	waktu,
});

ask_home_ahead();
choose_bulk_actions();
keep_ticks_of_redrawn_list();
fetch_ahead();
keep_kedudukan();
keep_saved_reports_saved();
offer_every_row_for_export();
keep_typed_dates();
lead_to_own_workspace();
let_refusals_stand_alone();
offer_cara_pemberitahuan();
offer_panduan_isian();
propose_new_of_own_work();
listen_for_search();
name_calendar_arrows();
name_inputs();
teach_calendar_indonesian();
tell_of_failures();
tell_of_takeover();
translate_fixed_words();
