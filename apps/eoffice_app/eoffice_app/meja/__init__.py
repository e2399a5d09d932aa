"""Meja Pimpinan: what waits for an official, its scan and his answer on one page.

`antrean` lists what waits, `surat` tells of one letter and what may be done to it, `halaman` draws the pages of its scan,
`tertunda` keeps what was decided for ten seconds before it is done, `pintu` are the functions that the page calls.
"""
