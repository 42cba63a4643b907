import { M as FETCH } from "./cli-shared.js";

// src/adapters/git/bring.ts
async function bringCommit({ access, git }, commit) {
	await git([
		...FETCH,
		"--depth=1",
		"--end-of-options",
		access.url,
		commit
	]);
}

export { bringCommit as t };