/**
 * A client of the realtime server without a browser, so that it may send any header.
 *
 *     node realtime_client.mjs <address with namespace> <headers as JSON>
 *
 * Prints what happens as lines of JSON; lines on standard input are requests to send, as JSON.
 */
import { createRequire } from "node:module";
import readline from "node:readline";

const packages = new URL("../../provision/registry_base/assets/package.json", import.meta.url);
const { io } = createRequire(packages)("socket.io-client");

const [address, headers] = process.argv.slice(2);
const say = (happened) => console.log(JSON.stringify(happened));
const socket = io(address, { extraHeaders: JSON.parse(headers), reconnectionDelayMax: 500 });

socket.on("connect", () => say({ event: "connect" }));
socket.on("disconnect", (reason) => say({ event: "disconnect", reason }));
socket.on("connect_error", (error) => say({ event: "refused", reason: error.message }));
socket.onAny((event, message) => say({ event, message }));

readline
	.createInterface({ input: process.stdin })
	.on("line", (line) => socket.emit(...JSON.parse(line)))
	.on("close", () => socket.close());
