import { n as reading, t as openRemote } from "./repository2.js";

export { openRemote };