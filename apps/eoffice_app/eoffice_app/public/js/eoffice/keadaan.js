// What the desk knows of the states and kinds of letters, in the words of the database.

export const SIFAT_RAHASIA = ["Rahasia", "Sangat Rahasia"];
export const SIFAT = ["Biasa", "Terbatas", ...SIFAT_RAHASIA];

// Nothing waits on such a letter any more.
export const SURAT_TUNTAS = ["Selesai", "Diarsipkan", "Dikembalikan", "Ditolak", "Dibatalkan"];

export const WARNA_DISPOSISI = {
	Terkirim: "orange",
	Dibaca: "blue",
	Ditindaklanjuti: "purple",
	Dilaporkan: "yellow",
	Selesai: "green",
	Ditarik: "gray",
};

export const WARNA_KEHADIRAN = {
	"Belum Diputuskan": "orange",
	Hadir: "green",
	Diwakili: "blue",
	"Tidak Hadir": "gray",
};

export const WARNA_PENGIRIMAN = {
	Menunggu: "orange",
	"Dalam Pengiriman": "blue",
	Terkirim: "green",
	"Tidak Terkirim": "red",
	Batal: "gray",
};

export const WARNA_PENGAJUAN = { Baru: "orange", Diterima: "green", Dikembalikan: "darkgrey" };
