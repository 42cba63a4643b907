import { C as quote, j as BumpError } from "./start.js";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

// src/cli/read-text.ts
async function readText(file) {
	try {
		return file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
	} catch (cause) {
		throw new BumpError("BAD_CALL", `${quote(file)} cannot be read.`, { cause });
	}
}

export { readText };