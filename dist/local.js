import { C as quote, X as existsSync, j as BumpError } from "./start.js";
import { P as openContents, R as runGit } from "./cli-shared.js";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// src/adapters/git/local.ts
async function openLocal({ gitDir: named, revision }) {
	const gitDir = await findGitDir(resolve(named));
	const contents = openContents(gitDir);
	const commit = await contents.resolve(revision);
	if (commit === void 0) {
		await contents.close();
		throw new BumpError("BAD_REVISION", `${quote(revision)} names no commit in ${quote(named)}. Name a branch, a tag or a commit id that is there.`);
	}
	return {
		commit,
		files: async (texts, globs) => await readAll(contents, await contents.search(commit, texts, globs)),
		search: async (texts, globs) => await contents.mentions(commit, texts, globs),
		async read(found) {
			const paths = found.map(({ path }) => path);
			return await readAll(contents, await contents.entries(commit, paths));
		},
		async file(path) {
			const entry = await contents.entry(commit, path);
			return entry === void 0 ? void 0 : (await contents.readBlobs([entry.oid]))[0];
		},
		treeWith: async (files) => (await contents.treeWith(commit, files)).tree,
		close: contents.close
	};
}
async function readAll({ readBlobs }, entries) {
	const blobs = await readBlobs(entries.map(({ oid }) => oid));
	return entries.flatMap(({ path }, index) => {
		const bytes = blobs[index];
		return bytes === void 0 ? [] : [{
			path,
			bytes
		}];
	});
}
async function findGitDir(named) {
	const inside = join(named, ".git");
	const candidate = existsSync(inside) ? inside : named;
	if (existsSync(candidate)) {
		const found = await runGit(["rev-parse", "--absolute-git-dir"], {
			gitDir: candidate,
			cwd: tmpdir(),
			answers: () => true
		});
		if (found.exitCode === 0) return found.stdout.toString("utf8").replace(/\n$/, "");
	}
	throw new BumpError("BAD_WORKTREE", `${quote(named)} is no git repository. Name a bare repository, or a folder with .git in it.`);
}

export { openLocal };