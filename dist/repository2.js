import { c as checkBranchName, j as BumpError } from "./start.js";
import { A as headPrefix, D as queuePrefix } from "./wire-shared.js";
import { C as fetchedTips, D as searching, E as searchedOnce, M as FETCH, N as connect, O as walkAhead, S as baseSpec, k as fetchAhead, w as headSpecs } from "./cli-shared.js";

// src/adapters/git/repository.ts
async function openRemote(options) {
	const remote = await connect(options);
	return {
		remote,
		isWhole: () => true,
		close: remote.close,
		...reading(remote)
	};
}
const TIPS = [
	...FETCH,
	"--write-fetch-head",
	"--depth=1",
	"--prune"
];
const NO_BRANCH = /couldn't find remote ref/;
const NAMES_SHOWN = 20;
function reading(remote, fetchTips = async (args, specs, call) => await remote.git([
	...args,
	"--end-of-options",
	remote.access.url,
	...specs
], call)) {
	const { contents } = remote;
	const early = earlyTips(remote, fetchTips);
	let last;
	let waiting = [];
	const walks = /* @__PURE__ */ new Map();
	return {
		search: searchedOnce(searching(contents)),
		entry: contents.entry,
		readBlobs: contents.readBlobs,
		commit: contents.commit,
		treeWith: async (oid, files) => (await contents.treeWith(oid, files.map(({ entry: { path }, bytes }) => ({
			path,
			bytes
		})))).tree,
		waiting: () => waiting,
		async defaultBranch() {
			early.begin();
			const { branch, tips } = await askHead(remote);
			early.named(branch, tips.get("HEAD"));
			return branch;
		},
		async fetch(branch, headPrefix) {
			checked(branch);
			checked(`${headPrefix}x`);
			const { base, heads, tickets } = await early.take(branch, headPrefix) ?? await fetchBranch(remote, fetchTips, branch, headPrefix);
			if (base === void 0) throw new BumpError("BUG", "The fetch left no base behind.");
			waiting = tickets;
			last = {
				branch,
				tip: base
			};
			return new Map([...heads, [branch, base]]);
		},
		async commitsAhead(base, head) {
			if (last?.tip !== base) throw new BumpError("BUG", "commitsAhead wants the base that was fetched last.");
			const { branch } = last;
			const key = `${base}..${head}`;
			const history = {
				commit: contents.commit,
				fetchAhead: async (tip) => await fetchAhead(remote, tip, branch)
			};
			const walk = walks.get(key) ?? walkAhead(history, base, head);
			walks.set(key, walk);
			walk.catch(() => walks.delete(key));
			return await walk;
		}
	};
}
async function askHead(remote, refs = []) {
	const { text, tips } = await askRefs(remote, ["HEAD", ...refs]);
	const name = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(text)?.[1];
	if (name === void 0) throw new BumpError("BASE_NOT_FOUND", `${remote.access.url} has no commits, or no default branch. Name the base branch.`);
	return {
		branch: checked(name),
		tips
	};
}
async function askRefs({ access, ask }, refs) {
	const { stdout } = await ask([
		"ls-remote",
		"--quiet",
		"--symref",
		"--end-of-options",
		access.url,
		...refs
	]);
	const text = stdout.toString("utf8");
	const lines = [...text.matchAll(/^([0-9a-f]{40,64})\t(.+)$/gm)];
	return {
		text,
		tips: new Map(lines.map(([, oid, ref]) => [ref ?? "", oid]))
	};
}
async function fetchBranch(remote, fetchTips, branch, headPrefix) {
	const specs = [baseSpec(`refs/heads/${branch}`), ...headSpecs(headPrefix)];
	const { exitCode } = await fetchTips(TIPS, specs, { answers: ({ exitCode, stderr }) => exitCode === 0 || NO_BRANCH.test(stderr) });
	if (exitCode !== 0) throw await noBranch(remote, branch);
	return await fetchedTips(remote, branch);
}
function earlyTips(remote, fetchTips) {
	let fetching;
	let known;
	const fetchHead = async () => {
		const prefixes = USUAL.map((base) => headPrefix({ base }));
		await fetchTips(TIPS, [baseSpec("HEAD"), ...prefixes.flatMap(headSpecs)], {});
		return await fetchedTips(remote, void 0);
	};
	return {
		begin: () => {
			fetching ??= fetchHead();
			fetching.catch(() => {});
		},
		named: (branch, tip) => {
			known = {
				branch,
				tip
			};
		},
		async take(branch, prefix) {
			const tips = await fetching?.catch(() => void 0);
			fetching = void 0;
			if (!(tips?.base !== void 0 && known?.branch === branch && known.tip === tips.base) || !USUAL.includes(branch) || prefix !== headPrefix({ base: branch })) return void 0;
			const queues = queuePrefix(prefix);
			return {
				base: tips.base,
				heads: tips.heads.filter(([name]) => name.startsWith(prefix)),
				tickets: tips.tickets.filter(({ ref }) => ref.startsWith(queues))
			};
		}
	};
}
const USUAL = ["main", "master"];
async function noBranch({ access, ask }, branch) {
	const { stdout } = await ask([
		"ls-remote",
		"--quiet",
		"--heads",
		"--end-of-options",
		access.url
	]);
	const names = [...stdout.toString("utf8").matchAll(/\trefs\/heads\/(.+)$/gm)].map(([, name = ""]) => checkBranchName(name)).flatMap((name) => name.ok ? [name.value] : []);
	const [shown, more] = [names.slice(0, NAMES_SHOWN).join(", "), names.length > NAMES_SHOWN ? ", …" : ""];
	const there = names.length === 0 ? "It has no branches." : `It has: ${shown}${more}.`;
	return new BumpError("BASE_NOT_FOUND", `${access.url} has no branch ${branch}. ${there}`);
}
function checked(name) {
	const parsed = checkBranchName(name);
	if (!parsed.ok) throw new BumpError("BAD_INPUT", `${parsed.reason}.`);
	return parsed.value;
}

export { reading as a, openRemote as i, askRefs as n, checked as r, askHead as t };