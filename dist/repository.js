import { a as reading, i as openRemote, n as askRefs, r as checked, t as askHead } from "./repository2.js";

export { openRemote };