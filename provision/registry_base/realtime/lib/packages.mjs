/** The packages installed for the asset build serve this server too: one install, one lock file. */
import { createRequire } from "node:module";

const require = createRequire(new URL("../../assets/package.json", import.meta.url));

export const { Server } = require("socket.io");
export const { createClient } = require("@redis/client");
export const cookie = require("cookie");
