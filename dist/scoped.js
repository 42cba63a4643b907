import { j as BumpError } from "./start.js";
import { A as partialTips, D as searching, F as differences, I as listFiles, N as connect, T as mentioning, j as openBlobs } from "./cli-shared.js";
import { K as inPathOrder, M as isSearched, j as inScope } from "./wire-shared.js";
import { a as reading } from "./repository2.js";

// src/adapters/git/candidates.ts
function candidatesByCommit({ base, inBase, scope, changes }) {
	const atBase = new Map(inBase.map((entry) => [entry.path, entry]));
	const byCommit = /* @__PURE__ */ new Map();
	for (const [commit, all] of changes) {
		const counted = all.length > CHANGED_LIMIT ? all.filter(({ path }) => inScope(scope, path)) : all;
		const there = new Map(inBase.map((entry) => [entry.path, entry]));
		for (const { path, before, after } of counted) {
			if (before !== void 0) atBase.set(path, before);
			if (after === void 0) there.delete(path);
			else there.set(path, after);
		}
		byCommit.set(commit, inPathOrder(there.values()));
	}
	return byCommit.set(base, inPathOrder(atBase.values()));
}
const CHANGED_LIMIT = 1e3;

// src/core/policy/fixed-prefix.ts
function fixedPrefix(glob) {
	const parts = glob.split("/").filter((part) => part !== "" && part !== ".");
	if (parts.includes("..")) return "";
	const wild = parts.findIndex((part) => MAGIC.test(part));
	return (wild === -1 ? parts : parts.slice(0, wild)).join("/");
}
const MAGIC = /[*?[\]{}()!+@\\]/;

// src/adapters/git/scope-reader.ts
function scopeReader({ remote: { contents, gitDir }, readBlobs, config, scopeOf }) {
	const scopes = /* @__PURE__ */ new Map();
	const lists = /* @__PURE__ */ new Map();
	const treeOf = async (commit) => (await contents.commit(commit)).tree;
	const list = async (commit, scope, globs, most) => {
		const folders = [...new Set(scope.map(fixedPrefix))];
		if (folders.length === 0) return [];
		const below = folders.filter((folder) => folder !== "");
		const isWanted = (path) => isSearched(path, globs) && inScope(scope, path);
		return await listFiles(gitDir, await treeOf(commit), below.length < folders.length ? [] : below, {
			isWanted,
			most
		});
	};
	return {
		async read(commit, changes) {
			const entry = await contents.entry(commit, config);
			if (entry === void 0) return void 0;
			const changed = [...new Set([...changes.values()].flatMap((all) => all.map(({ path }) => path)))];
			const key = JSON.stringify([entry.oid, changed]);
			if (!scopes.has(key)) {
				const [bytes] = await readBlobs([entry.oid]);
				scopes.set(key, bytes === void 0 ? void 0 : scopeOf(bytes, changed));
			}
			return scopes.get(key);
		},
		async list(commit, scope, globs, most) {
			const key = JSON.stringify([
				commit,
				scope,
				globs,
				most
			]);
			const known = lists.get(key) ?? list(commit, scope, globs, most);
			lists.set(key, known);
			return await known;
		},
		async changes(commit, others, globs) {
			const trees = await Promise.all(others.map(treeOf));
			const found = await differences(gitDir, await treeOf(commit), trees, (path) => isSearched(path, globs));
			return new Map(others.map((other, index) => [other, found.get(trees[index] ?? other) ?? []]));
		}
	};
}

// src/adapters/git/scoped.ts
async function openScoped(options) {
	const remote = await connect(options);
	const tips = partialTips(remote, options.note);
	return {
		remote,
		isWhole: tips.areWhole,
		close: remote.close,
		...readingScope(remote, tips, options)
	};
}
const WANTED_LIMIT = 25e3;
const LIKELY_LIMIT = 1e3;
function readingScope(remote, tips, options) {
	const blobs = openBlobs(remote);
	const all = reading(remote, tips.fetch);
	const getLikely = once(async () => {
		const files = base === void 0 ? [] : await scopes.list(base, options.likely ?? [], [], LIKELY_LIMIT);
		return files.length > LIKELY_LIMIT ? [] : files.map(({ oid }) => oid);
	});
	const getBlobs = async (oids) => {
		try {
			await blobs.get([...oids, ...await getLikely()]);
		} catch (error) {
			if (!(error instanceof BumpError) || error.code !== "REMOTE_REFUSED") throw error;
			options.note(`${remote.access.url} does not hand out single files, so everything is fetched.`);
			await tips.getAll();
		}
	};
	const readBlobs = async (oids) => {
		if (!tips.areWhole()) await getBlobs(oids);
		return tips.areWhole() ? await all.readBlobs(oids) : await blobs.read(oids);
	};
	const tell = mentioning(readBlobs);
	const searchWhole = searching(remote.contents);
	const scopes = scopeReader({
		remote,
		readBlobs,
		...options
	});
	let base;
	let heads = [];
	const candidatesIn = async (commit, globs) => {
		if (base === void 0) return void 0;
		const others = [...heads, commit].filter((oid) => oid !== base);
		const changes = await scopes.changes(base, others, globs);
		const scope = await scopes.read(base, changes);
		const inBase = scope === void 0 ? void 0 : await scopes.list(base, scope, globs, WANTED_LIMIT);
		if (scope === void 0 || inBase === void 0 || inBase.length > WANTED_LIMIT) return void 0;
		const candidates = candidatesByCommit({
			base,
			inBase,
			scope,
			changes
		});
		await getBlobs([...candidates.values()].flat().map(({ oid }) => oid));
		return candidates.get(commit) ?? [];
	};
	return {
		...all,
		readBlobs,
		async fetch(branch, headPrefix) {
			const found = await all.fetch(branch, headPrefix);
			base = found.get(branch);
			heads = [...found].flatMap(([name, tip]) => name === branch ? [] : [tip]);
			tips.came([...found.values()]);
			return found;
		},
		async commitsAhead(from, head) {
			const commits = await all.commitsAhead(from, head);
			tips.came(commits.map(({ oid }) => oid));
			return commits;
		},
		treeWith: blobs.treeWith,
		async search(commit, texts, globs = []) {
			const candidates = tips.areWhole() ? void 0 : await candidatesIn(commit, globs);
			if (candidates !== void 0 && !tips.areWhole()) return await tell(await blobs.holding(candidates, texts));
			await tips.getAll(commit);
			return await searchWhole(commit, texts, globs);
		}
	};
}
function once(ask) {
	let isAsked = false;
	return async () => {
		if (isAsked) return [];
		isAsked = true;
		return await ask();
	};
}

export { openScoped };