import { t as bringCommit } from "./bring2.js";

export { bringCommit };