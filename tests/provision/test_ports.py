"""Choosing ports: a taken one is replaced by the next free one."""

import socket
from pathlib import Path

from provision import ports
from provision.layout import Bench


def listening_socket() -> socket.socket:
	server = socket.socket()
	server.bind((ports.ADDRESS, 0))
	server.listen()
	return server


def make_bench(folder: Path, first_port: int) -> Bench:
	bench = Bench(folder, "coba.localhost", first_port)
	bench.make_folders()
	return bench


def test_a_taken_port_is_replaced_by_the_next_free_one():
	with listening_socket() as server:
		taken = server.getsockname()[1]
		assert taken < ports.next_free(taken) <= taken + 200


def test_a_port_given_to_another_server_is_not_given_twice():
	with listening_socket() as server:
		free = ports.next_free(server.getsockname()[1] + 1)
	assert ports.next_free(free, {free}) > free


def test_running_servers_keep_their_ports_and_the_public_one_comes_back(tmp_path: Path):
	with listening_socket() as server:
		wished = server.getsockname()[1]
		bench = make_bench(tmp_path, wished)
		first = ports.choose_ports(bench, None, keep=set())
		assert first["public"] != wished
		assert len(set(first.values())) == len(first)
	second = ports.choose_ports(bench, None, keep={"mariadb"})
	assert second["mariadb"] == first["mariadb"]
	assert second["public"] == wished
	assert ports.known_ports(bench) == second
