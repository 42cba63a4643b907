import { A as BumpError } from "./start.js";
import { M as listFiles, O as FETCH, P as runGit, R as objectId, j as differences, k as connect, w as mentioning } from "./cli-shared.js";
import { A as inScope, j as isSearched } from "./wire-shared.js";
import { n as reading } from "./repository2.js";

// src/adapters/git/blobs.ts
function openBlobs({ access, contents, git }) {
	const here = /* @__PURE__ */ new Set();
	const made = /* @__PURE__ */ new Map();
	const answers = /* @__PURE__ */ new Map();
	const get = async (oids) => {
		const missing = [...new Set(oids)].filter((oid) => !here.has(oid) && !made.has(oid));
		if (missing.length === 0) return;
		await git([
			...FETCH,
			"--filter=blob:none",
			"--stdin",
			"--end-of-options",
			access.url
		], {
			env: NOTHING_IN_COMMON,
			input: missing.map((oid) => `${oid}\n`).join("")
		});
		for (const oid of missing) here.add(oid);
	};
	const readAll = async (oids) => {
		await get(oids);
		const stored = oids.filter((oid) => !made.has(oid));
		const blobs = await contents.readBlobs(stored);
		const byOid = new Map(stored.map((oid, index) => [oid, blobs[index]]));
		return oids.map((oid) => {
			const bytes = made.get(oid) ?? byOid.get(oid);
			if (bytes === void 0) throw new BumpError("BUG", `blob ${oid} was got and is not here`);
			return bytes;
		});
	};
	return {
		get,
		read: readAll,
		keep: (objects) => {
			for (const { type, oid, bytes } of objects) if (type === "blob") made.set(oid, bytes);
		},
		async holding(files, texts) {
			const wanted = texts.map((text) => Buffer.from(text));
			const key = ({ oid }) => `${oid} ${texts.join("\0")}`;
			const unknown = files.filter((file) => !answers.has(key(file)));
			for (let at = 0; at < unknown.length; at += AT_ONCE) {
				const some = unknown.slice(at, at + AT_ONCE);
				const read = await readAll(some.map(({ oid }) => oid));
				some.forEach((file, index) => {
					const bytes = Buffer.from(read[index] ?? []);
					const holds = wanted.some((text) => bytes.includes(text));
					answers.set(key(file), holds);
				});
			}
			return files.filter((file) => answers.get(key(file)) === true);
		}
	};
}
const NOTHING_IN_COMMON = { GIT_CONFIG_PARAMETERS: "'fetch.negotiationAlgorithm=noop'" };
const AT_ONCE = 256;

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
		byCommit.set(commit, inOrder(there));
	}
	return byCommit.set(base, inOrder(atBase));
}
const CHANGED_LIMIT = 1e3;
function inOrder(entries) {
	return [...entries.values()].map((entry) => ({
		entry,
		bytes: Buffer.from(entry.path)
	})).sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ entry }) => entry);
}

// src/adapters/git/partial.ts
function partialTips({ access, git, gitDir }, note) {
	let whole = false;
	const isComplete = /* @__PURE__ */ new Map();
	const leaveNothingOut = async () => {
		whole = true;
		const key = `remote.${access.url}.partialclonefilter`;
		await runGit([
			"config",
			"--unset-all",
			key
		], {
			gitDir,
			answers: ({ exitCode }) => exitCode === 0 || exitCode === 5
		});
	};
	return {
		areWhole: () => whole,
		async fetch(args, specs, call) {
			const where = [
				"--end-of-options",
				access.url,
				...specs
			];
			if (whole) return await git([...args, ...where], call);
			const result = await git([
				...args,
				"--filter=blob:none",
				...where
			], {
				...call,
				answers: (result) => REFUSED.test(result.stderr) || (call.answers?.(result) ?? result.exitCode === 0)
			});
			const refused = result.exitCode !== 0 && REFUSED.test(result.stderr);
			if (!refused && !IGNORED.test(result.stderr)) return result;
			note(`${access.url} cannot leave files out of what it sends, so everything is fetched.`);
			await leaveNothingOut();
			return refused ? await git([...args, ...where], call) : result;
		},
		came: (commits) => {
			for (const oid of commits) isComplete.set(oid, isComplete.get(oid) ?? whole);
		},
		async getAll(commit) {
			const commits = [...isComplete].flatMap(([oid, complete]) => complete ? [] : [oid]);
			if (commit !== void 0 && !isComplete.has(commit)) commits.push(commit);
			if (!whole) await leaveNothingOut();
			if (commits.length === 0) return;
			await git([
				...FETCH,
				"--depth=1",
				"--stdin",
				"--end-of-options",
				access.url
			], {
				env: NOTHING_IN_COMMON,
				input: commits.map((oid) => `${oid}\n`).join("")
			});
			for (const oid of commits) isComplete.set(oid, true);
		}
	};
}
const IGNORED = /filtering not recognized by server/;
const REFUSED = /filter '[^']*' not supported/;

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
	const list = async (commit, scope, globs) => {
		const folders = [...new Set(scope.map(fixedPrefix))];
		if (folders.length === 0) return [];
		const below = folders.filter((folder) => folder !== "");
		return (await listFiles(gitDir, await treeOf(commit), below.length < folders.length ? [] : below)).filter(({ path }) => isSearched(path, globs) && inScope(scope, path));
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
		async list(commit, scope, globs) {
			const key = JSON.stringify([
				commit,
				scope,
				globs
			]);
			const known = lists.get(key) ?? list(commit, scope, globs);
			lists.set(key, known);
			return await known;
		},
		async changes(commit, others, globs) {
			const trees = await Promise.all(others.map(treeOf));
			const found = await differences(gitDir, await treeOf(commit), trees);
			return new Map(others.map((other, index) => {
				return [other, (found.get(trees[index] ?? other) ?? []).filter(({ path }) => isSearched(path, globs))];
			}));
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
		const files = base === void 0 ? [] : await scopes.list(base, options.likely ?? [], []);
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
		const inBase = scope === void 0 ? void 0 : await scopes.list(base, scope, globs);
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
		async treeWith(commit, files) {
			const made = await remote.contents.treeWith(commit, files.map(({ entry: { path }, bytes }) => ({
				path,
				bytes
			})));
			blobs.keep(made.objects.map((object) => ({
				...object,
				oid: objectId(object, commit)
			})));
			return made.tree;
		},
		search: mentioning(async (commit, texts, globs = []) => {
			const candidates = tips.areWhole() ? void 0 : await candidatesIn(commit, globs);
			if (candidates !== void 0 && !tips.areWhole()) return await blobs.holding(candidates, texts);
			await tips.getAll(commit);
			return await remote.contents.search(commit, texts, globs);
		}, readBlobs)
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