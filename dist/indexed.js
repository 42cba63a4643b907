import { A as partialTips, F as differences, I as listFiles, M as FETCH, N as connect, j as openBlobs } from "./cli-shared.js";
import { t as bringCommit } from "./bring2.js";
import { a as reading, n as askRefs, r as checked, t as askHead } from "./repository2.js";
import { K as inPathOrder, L as mentionsWith, M as isSearched, S as isMadeWith, _ as NO_INDEX, b as readIndex, g as INDEX_REF, h as INDEX_CONTENTS, v as indexKeepsake, x as carryOn, y as indexParts } from "./wire-shared.js";
import { j as BumpError } from "./start.js";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

// src/adapters/git/indexed/homes.ts
function openHomes({ entry }) {
	const byCommit = /* @__PURE__ */ new Map();
	return {
		said(commit, files) {
			byCommit.set(commit, Map.groupBy(files, ({ oid }) => oid));
		},
		async prove(blobs) {
			for (const [commit, standing] of byCommit) for (const { path, oid, mode } of blobs.flatMap((blob) => standing.get(blob) ?? [])) {
				const there = await entry(commit, path);
				if (there?.oid !== oid || there.mode !== mode) throw new BumpError("REMOTE_REFUSED", `the index is wrong about ${JSON.stringify(path)}`);
				standing.delete(oid);
			}
		}
	};
}

// src/adapters/git/indexed/indexed-files.ts
const MOST_DIFFERING = 2e3;
function indexedFiles(gitDir, blobs, index) {
	const judged = new Map(index.files.map(({ oid, mentions }) => [oid, mentions]));
	const known = /* @__PURE__ */ new Map([[index.tree, {
		files: new Map(index.files.map((file) => [file.path, file])),
		distance: 0
	}]]);
	const isWanted = (path) => isSearched(path, index.globs);
	const judge = async (changes, alsoWanted) => {
		const fresh = changes.flatMap(({ after }) => after === void 0 || judged.has(after.oid) ? [] : [after.oid]);
		if (fresh.length > MOST_DIFFERING) throw new BumpError("REMOTE_REFUSED", `${fresh.length} files differ`);
		const unknown = [...new Set(fresh)];
		await blobs.get([...unknown, ...alsoWanted]);
		(await blobs.read(unknown)).forEach((bytes, at) => judged.set(unknown[at], mentionsWith(index.texts, bytes)));
	};
	const apply = (from, changes) => {
		const files = new Map(from.files);
		for (const { path, after } of changes) {
			files.delete(path);
			const mentions = after === void 0 ? void 0 : judged.get(after.oid);
			if (after !== void 0 && mentions !== void 0) files.set(path, {
				...after,
				mentions
			});
		}
		return {
			files,
			distance: from.distance + changes.length
		};
	};
	return { async find(base, others, alsoWanted) {
		const here = known.has(base) ? [] : await differences(gitDir, index.tree, [base], isWanted);
		const lacking = others.filter((tree) => tree !== base && !known.has(tree));
		const there = await differences(gitDir, base, lacking, isWanted);
		const toBase = [...here].flatMap(([, changes]) => changes);
		await judge([...toBase, ...[...there.values()].flat()], alsoWanted);
		const atBase = known.get(base) ?? apply(known.get(index.tree), toBase);
		known.set(base, atBase);
		for (const tree of lacking) known.set(tree, apply(atBase, there.get(tree) ?? []));
		return known;
	} };
}

// src/adapters/git/indexed/read-index.ts
const MOST_FILES = 1e3;
async function readIndexOf(remote, blobs, commit, alsoWanted) {
	const { contents, gitDir } = remote;
	if (commit === void 0) throw new BumpError("REMOTE_REFUSED", NO_INDEX);
	const listed = await listFiles(gitDir, (await contents.commit(commit)).tree, []);
	if (listed.length > MOST_FILES) throw new BumpError("REMOTE_REFUSED", "what stands in its place is no index");
	const byPath = new Map(listed.map(({ path, oid }) => [path, oid]));
	const parts = indexParts((path) => byPath.has(path)).map((path) => byPath.get(path));
	const flux = listed.flatMap(({ path, oid }) => path.startsWith(`${"flux"}/`) ? [oid] : []);
	await blobs.get([
		...parts,
		...flux,
		...alsoWanted
	]);
	const texts = (await blobs.read(parts)).map((bytes) => Buffer.from(bytes).toString("utf8"));
	const read = readIndex(texts);
	if (!read.ok) throw new BumpError("REMOTE_REFUSED", read.reason);
	return read.value;
}
async function bringTrees(remote, { commit, tree }) {
	const { access, contents, git } = remote;
	await git([
		...FETCH,
		"--filter=blob:none",
		"--depth=1",
		"--end-of-options",
		access.url,
		commit
	]);
	if ((await contents.commit(commit)).tree !== tree) throw new BumpError("REMOTE_REFUSED", "the index of marked files names another tree than its commit has");
}

// src/adapters/git/indexed/shortcut.ts
const INDEX_SPEC = `+${INDEX_REF}*:${INDEX_REF}*`;
const FAR = 10;
const MOST_WANTED = 5e3;
const SHA_1_DIGITS = 40;
function gitShortcut({ remote, tips, blobs, config, isWorthIt }) {
	const { contents, gitDir } = remote;
	const all = reading(remote, async (args, specs, call) => await tips.fetch(args, [...specs, INDEX_SPEC], call));
	let index;
	let files;
	let indexOid;
	let asking;
	let base;
	let heads = [];
	let atBase;
	let isWanted = () => false;
	const homes = openHomes(contents);
	const treeOf = async (commit) => (await contents.commit(commit)).tree;
	const takeIndex = async (tip) => {
		indexOid = await contents.resolve(INDEX_REF);
		const entry = await contents.entry(tip, config);
		const read = await readIndexOf(remote, blobs, indexOid, entry === void 0 ? [] : [entry.oid]);
		if (read.tree !== await treeOf(tip)) await bringTrees(remote, read);
		index = read;
		files = indexedFiles(gitDir, blobs, read);
	};
	return {
		begin(base) {
			asking ??= base === void 0 ? askHead(remote, [INDEX_REF]) : askRefs(remote, [INDEX_REF]);
			asking.catch(() => {});
		},
		async defaultBranch() {
			asking ??= askHead(remote, [INDEX_REF]);
			return (await asking).branch ?? (await askHead(remote)).branch;
		},
		async fetch(branch, headPrefix) {
			checked(branch);
			checked(`${headPrefix}x`);
			indexOid ??= (await (asking ??= askRefs(remote, [INDEX_REF]))).tips.get(INDEX_REF);
			if (indexOid === void 0) throw new BumpError("REMOTE_REFUSED", NO_INDEX);
			const found = await all.fetch(branch, headPrefix);
			tips.came([...found.values()]);
			if (tips.areWhole()) throw new BumpError("REMOTE_REFUSED", "everything has come already");
			base = found.get(branch);
			heads = [...found].flatMap(([name, tip]) => name === branch ? [] : [tip]);
			if (index === void 0) await takeIndex(base);
			return found;
		},
		waiting: () => all.waiting?.() ?? [],
		prepare(_commits, test) {
			isWanted = test;
		},
		async search(commit, texts, globs = []) {
			if (index === void 0 || files === void 0 || base === void 0) throw new BumpError("REMOTE_REFUSED", NO_INDEX);
			if (!isMadeWith(index, {
				texts,
				globs
			})) throw new BumpError("REMOTE_REFUSED", "the index was made for other files");
			const [tree, tipTree, ...others] = await Promise.all([
				commit,
				base,
				...heads
			].map(treeOf));
			const wanted = index.files.filter(({ mentions }) => isWanted(mentions)).map(({ oid }) => oid);
			if (wanted.length > MOST_WANTED) throw new BumpError("REMOTE_REFUSED", `${wanted.length} files are quicker received`);
			const marked = await files.find(tipTree, [...others, tree], wanted);
			atBase = marked.get(tipTree);
			const hits = inPathOrder(marked.get(tree)?.files.values() ?? []);
			homes.said(commit, hits);
			return hits;
		},
		entry: all.entry,
		async readBlobs(oids) {
			await homes.prove(oids);
			return await blobs.read(oids);
		},
		async commitsAhead(from, head) {
			const commits = await all.commitsAhead(from, head);
			tips.came(commits.map(({ oid }) => oid));
			return commits;
		},
		commit: all.commit,
		treeWith: blobs.treeWith,
		expect: () => {},
		isProven: async () => true,
		async keepsake(found) {
			if (found !== void 0 && (found.commit.length > SHA_1_DIGITS || !await isWorthIt())) return void 0;
			const made = found === void 0 ? await carriedOn() : {
				...found,
				carried: 0
			};
			return made === void 0 ? void 0 : indexKeepsake(made, indexOid, found?.contents ?? await fluxOf(made));
		}
	};
	async function carriedOn() {
		if (index === void 0 || base === void 0 || atBase === void 0 || atBase.distance < FAR) return void 0;
		return carryOn(index, {
			commit: base,
			tree: await treeOf(base),
			files: atBase.files.values()
		});
	}
	async function fluxOf({ files: indexed }) {
		const oids = indexed.filter(({ mentions }) => mentions.flux).map(({ oid }) => oid);
		const read = await blobs.read(oids);
		return new Map(read.map((bytes, at) => [oids[at], bytes]));
	}
}

// src/adapters/git/indexed/indexed.ts
const LEAST_BYTES = 8388608;
async function openIndexed({ config, note, leastBytes = LEAST_BYTES, ...options }) {
	const remote = await connect(options);
	const tips = partialTips(remote, note);
	const isWorthIt = async () => await receivedBytes(remote.gitDir) >= leastBytes;
	return {
		remote,
		shortcut: gitShortcut({
			remote,
			tips,
			blobs: openBlobs(remote),
			config,
			isWorthIt
		}),
		async openLongWay() {
			const isPart = tips.haveCome();
			if (isPart) await tips.getAll();
			const bring = async (commit) => isPart ? await tips.getAll(commit) : await bringCommit(remote, commit);
			return {
				...reading(remote),
				remote,
				isWhole: () => true,
				bring,
				close: async () => {}
			};
		},
		close: remote.close
	};
}
async function receivedBytes(gitDir) {
	const folder = join(gitDir, "objects", "pack");
	const packs = (await readdir(folder)).filter((name) => name.endsWith(".pack"));
	return (await Promise.all(packs.map(async (name) => (await stat(join(folder, name))).size))).reduce((sum, size) => sum + size, 0);
}

export { openIndexed };