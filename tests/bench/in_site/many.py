"""Letters by the million, written by the database itself: letters, agenda lines, disposisi and access rows.

Three disposisi and about eight access rows a letter, spread over the posts of the demo office so that some subjects see
every letter, some a part, some a handful and some none.
"""

import frappe

TOGETHER = 50_000
# Five years, every minute of them as likely as any other.
MOMENT = "date_sub('2026-11-20 15:00:00', interval mod(seq * 7919, 5 * 365 * 24 * 60) minute)"
# One letter. What is under way is as much as ever, however many letters the office has kept. Every other column of the four tables follows from these.
SURAT = f"""
	(
		select seq,
			left(sha1(concat('surat', seq)), 16) as name,
			{MOMENT} as waktu,
			9000001 + seq % 5000 as pengirim,
			concat(
				elt(1 + seq % 5, 'Undangan rapat ', 'Permohonan data ', 'Laporan ', 'Usulan kegiatan ', 'Berkas '),
				elt(1 + seq % 7, 'koordinasi', 'sektoral', 'anggaran', 'kepegawaian', 'jaringan', 'sandi', 'humas'),
				' ke-', seq
			) as perihal,
			case when seq % 50 = 0 then 'Rahasia' when seq % 12 = 0 then 'Terbatas' else 'Biasa' end as sifat,
			if(seq <= 2000, 'Didisposisikan', 'Diarsipkan') as keadaan,
			if(seq <= 2000, 'Terkirim', 'Selesai') as status,
			elt(1 + seq % 3, 'KABID-IKP', 'KABID-APTIKA', 'KABID-STATSANDI') as bidang,
			elt(1 + seq % 6, 'KASI-INFOPUB', 'KASI-APLIKASI', 'KASI-SANDI', 'KASI-MEDIA', 'KASI-INFRA',
				'KASI-STATISTIK') as seksi,
			case when seq % 20000 = 0 then 'STAF-MEDIA' when seq % 200 = 0 then 'STAF-INFRA' else 'SEKDIN' end as lain
		from seq_1_to_2000000 where seq between :first and :last
	) surat
"""
LETTERS = f"""
	insert into `tabSurat Masuk` (name, creation, modified, owner, modified_by, nomor_agenda, buku, tanggal_terima,
		saluran, unit_penerima, workflow_state, pengirim, nomor_surat, tanggal_surat, perihal, tujuan, sifat, derajat)
	select name, waktu, waktu, 'operator@eoffice.example', 'operator@eoffice.example', concat('A-', seq), 'SM', waktu,
		'Fisik', 'SUBBAG-UMPEG', keadaan, pengirim, concat('005/', seq, '/2026'), date(waktu), perihal, 'KADIS', sifat,
		'Biasa'
	from {SURAT}
"""
AGENDA = f"""
	insert into tabAgenda (name, creation, modified, owner, modified_by, nomor_agenda, buku, tahun, nomor_urut,
		kunci_nomor, surat_masuk, tanggal_terima, pengirim, perihal, keadaan)
	select left(sha1(concat('agenda', seq)), 16), waktu, waktu, 'operator@eoffice.example',
		'operator@eoffice.example', concat('A-', seq), 'SM', year(waktu), seq, concat('SM/bench/', seq), name, waktu,
		pengirim, perihal, 'Terdaftar'
	from {SURAT}
"""
DISPOSISI = f"""
	insert into tabDisposisi (name, creation, modified, owner, modified_by, surat_masuk, disposisi_induk, dari, kepada,
		status, sifat, batas_waktu, ditulis_pada, perihal, sebagai, nama_penulis, peran_penerima, perlu_jawaban)
	select left(sha1(concat('disposisi', tingkat, '/', seq)), 16), waktu, waktu, 'kadis@eoffice.example',
		'kadis@eoffice.example', surat.name,
		if(tingkat = 2, left(sha1(concat('disposisi1/', seq)), 16), null),
		if(tingkat = 2, bidang, 'KADIS'), elt(tingkat, bidang, seksi, lain), status, sifat,
		date_add(date(waktu), interval 7 day), date_add(waktu, interval tingkat hour), perihal, 'Kepala Dinas',
		'Pejabat', 'Penanggung Jawab', 1
	from {SURAT}, (select 1 as tingkat union select 2 union select 3) urutan
"""
ACCESS = f"""
	insert into `tabAkses Surat`
		(name, creation, modified, owner, modified_by, jenis_surat, surat, subjek, waktu)
	select left(sha1(concat('akses', subjek.nomor, '/', seq)), 20), waktu, waktu, 'Administrator', 'Administrator',
		'Surat Masuk', surat.name,
		elt(subjek.nomor, 'jabatan:KADIS', concat('jabatan:', bidang), concat('jabatan:', seksi),
			concat('jabatan:', lain), 'user:operator@eoffice.example', 'peran:Verifikator', 'peran:Pimpinan',
			'unit:SUBBAG-UMPEG', 'peran:Operator Sandi'),
		waktu
	from {SURAT}, (
		select seq as nomor from seq_1_to_9
	) subjek
	where subjek.nomor <= 4
		or (sifat = 'Biasa' and subjek.nomor between 5 and 8)
		or (sifat = 'Terbatas' and subjek.nomor = 5)
		or (sifat = 'Rahasia' and subjek.nomor = 9)
"""


def fill(letters: int) -> None:
	"""Bring the site to so many letters; those it has already stay."""
	_create_senders()
	for first in range(frappe.db.count("Surat Masuk") + 1, letters + 1, TOGETHER):
		last = min(first + TOGETHER - 1, letters)
		for statement in (LETTERS, AGENDA, DISPOSISI, ACCESS):
			frappe.db.sql(statement.replace(":first", str(first)).replace(":last", str(last)))
		frappe.db.commit()
	frappe.db.sql("analyze table `tabSurat Masuk`, tabAgenda, tabDisposisi, `tabAkses Surat`")


def _create_senders() -> None:
	frappe.db.sql(
		"""
		insert ignore into tabInstansi (name, creation, modified, nama_instansi)
		select 9000000 + seq, now(), now(), concat('Instansi Pengirim ', seq) from seq_1_to_5000
		"""
	)
	frappe.db.commit()
