"""Letters, from the counter to the archive. Each room imports only rooms that stand before it in this list:

here            what all rest on (states, locks, codes), and the modules that the offices' Server Scripts name: an edited
                script in an office's database goes on calling `pemberitahuan`, `pengingat`, `ringkasan` and
                `periksa_buku_nomor` by these paths, so they stay
pemberitahuan   notices: asked for, sent, at once or in the morning
berkas          uploaded files and what the program makes of them, the scans' one PDF among them
disposisi       down, up, and how a letter ends
surat_masuk     incoming letters: entered, verified, their clocks, where they are
konsep          outgoing letters until their signature
surat_keluar    outgoing letters from their signature on: numbered, in their book
cetak           papers
"""
