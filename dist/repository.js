import { A as BumpError, C as quote, c as checkBranchName, et as createHash, v as checkRepoPath } from "./start.js";
import { It as compareBytes } from "./run-shared.js";
import { E as isSearched, d as HEAD_ROOT, n as parseSlug, o as asTicket, u as queuePrefix } from "./wire-shared.js";

// src/core/plan/marker-index.ts
const MOST_INDEXED = 1e3;
const TEXT_LIMIT = 1048576;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function formatIndex({ commit, tree, carried, texts, globs, files }) {
	const rows = files.map(({ path, oid, mode }) => JSON.stringify({
		path,
		oid,
		mode
	}));
	return `${JSON.stringify({
		v: 1,
		commit,
		tree,
		carried,
		texts,
		globs
	}).slice(0, -1)},"files":[${rows.length === 0 ? "" : `\n${rows.join(",\n")}\n`}]}\n`;
}
function parseIndex(text) {
	if (text.length > TEXT_LIMIT) return refused("it is longer than 1 MiB");
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return refused("it is not JSON");
	}
	if (!isRecord(value) || value["v"] !== 1) return refused("it is not of version 1");
	const { commit, tree, carried, texts, globs, files } = value;
	if (!isOid(commit) || !isOid(tree) || commit.length !== tree.length) return refused("it names no commit and tree");
	if (typeof carried !== "number" || !Number.isInteger(carried) || carried < 0) return refused("\"carried\" is no count");
	if (!areStrings(texts) || !areStrings(globs)) return refused("it does not say what was searched");
	if (!Array.isArray(files) || files.length > 1e3) return refused(`it lists no files, or over ${MOST_INDEXED}`);
	const read = [];
	for (const file of files) {
		const checked = readFile(file, commit.length);
		if (!checked.ok) return checked;
		const last = read.at(-1);
		if (last !== void 0 && compareBytes(last.path, checked.value.path) >= 0) return refused(`${quote(checked.value.path)} is out of order`);
		read.push(checked.value);
	}
	return {
		ok: true,
		value: {
			commit,
			tree,
			carried,
			texts,
			globs,
			files: read
		}
	};
}
function isMadeWith(index, { texts, globs }) {
	return JSON.stringify([index.texts, index.globs]) === JSON.stringify([texts, globs]) && index.files.every(({ path }) => isSearched(path, globs));
}
function readFile(file, digits) {
	if (!isRecord(file)) return refused("a file of it is no object");
	const { path, oid, mode } = file;
	if (!isOid(oid) || oid.length !== digits) return refused("a file of it has no id");
	if (mode !== "100644" && mode !== "100755") return refused("a file of it is no regular file");
	const checked = checkRepoPath(typeof path === "string" ? path : "");
	return checked.ok ? {
		ok: true,
		value: {
			path: checked.value,
			oid,
			mode
		}
	} : checked;
}
function refused(reason) {
	return {
		ok: false,
		reason
	};
}
function isOid(value) {
	return typeof value === "string" && OID.test(value);
}
function areStrings(value) {
	return Array.isArray(value) && value.every((one) => typeof one === "string");
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/adapters/github/read/blobs.ts
const BLOB_FIELDS = "fragment BlobFields on Blob { text isBinary isTruncated }";
const MOST_SINGLE_READS = 20;
function openBlobs(client, repository) {
	const known = /* @__PURE__ */ new Map();
	let single = 0;
	const ask = async (oid) => {
		single += 1;
		if (single > MOST_SINGLE_READS) throw new BumpError("REMOTE_REFUSED", "too many files are not shown whole");
		const request = {
			to: "read a file",
			repository,
			permission: "contents: read",
			repeatable: true
		};
		const blob = await client.rest(request, (api) => api.git.getBlob({
			...parseSlug(repository),
			file_sha: oid
		}));
		const bytes = Buffer.from(blob.content, blob.encoding === "base64" ? "base64" : "utf8");
		if (blobId(bytes, oid) !== oid) throw new BumpError("REMOTE_REFUSED", `blob ${oid} came with other content`);
		return bytes;
	};
	return {
		keep(oid, shown) {
			if (known.has(oid) || typeof shown?.text !== "string" || shown.isTruncated === true) return;
			const bytes = Buffer.from(shown.text, "utf8");
			if (blobId(bytes, oid) === oid) known.set(oid, bytes);
		},
		has: (oid) => known.has(oid),
		async read(oid) {
			const found = known.get(oid) ?? ask(oid);
			known.set(oid, found);
			return await found;
		}
	};
}
function blobId(bytes, like) {
	const algorithm = like.length === 64 ? "sha256" : "sha1";
	return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

// src/adapters/github/read/compare.ts
function openComparer(client, repository) {
	const asked = /* @__PURE__ */ new Map();
	const ask = async (from, to) => {
		const basehead = `${from}...${to}`;
		const request = {
			to: "compare commits",
			repository,
			permission: "contents: read",
			repeatable: true
		};
		const answer = asked.get(basehead) ?? client.rest(request, (api) => api.repos.compareCommitsWithBasehead({
			...parseSlug(repository),
			basehead
		}));
		asked.set(basehead, answer);
		return await answer;
	};
	return {
		async difference(from, to, isBeside) {
			const [there] = await Promise.all([ask(from, to), isBeside ? ask(to, from) : void 0]);
			const paths = pathsOf(there);
			const { ahead_by: ahead, behind_by: behind, merge_base_commit: mergeBase } = there;
			if (behind === 0) return {
				paths,
				ahead
			};
			const back = await ask(to, from);
			if (back.merge_base_commit.sha !== mergeBase.sha) throw new BumpError("REMOTE_REFUSED", "they parted twice");
			const others = [...pathsOf(back, "before")].filter(([path]) => !paths.has(path));
			return {
				paths: new Map([...paths, ...others]),
				ahead
			};
		},
		async commitsAhead(from, to) {
			const { commits, total_commits: total } = await ask(from, to);
			if (commits.length !== total) throw new BumpError("REMOTE_REFUSED", `${total} commits are too many to show`);
			const facts = commits.map((commit) => ({
				oid: commit.sha,
				tree: commit.commit.tree.sha,
				parents: commit.parents.map(({ sha }) => sha),
				message: commit.commit.message
			}));
			if (!facts.every(({ parents }, index) => parents.length === 1 && (index === 0 || parents[0] === facts[index - 1]?.oid))) throw new BumpError("REMOTE_REFUSED", "the commits are no single line");
			return facts.reverse();
		}
	};
}
const MOST_FILES = 300;
function pathsOf({ files }, side = "after") {
	if (files === void 0 || files.length >= MOST_FILES) throw new BumpError("REMOTE_REFUSED", `${MOST_FILES} files changed, or more`);
	const paths = /* @__PURE__ */ new Map();
	const [gone, come] = side === "after" ? ["absent", "present"] : ["present", "absent"];
	for (const { previous_filename: old, status } of files) if (old !== void 0 && status === "renamed") paths.set(old, gone);
	for (const { filename, status } of files) {
		const isNew = status === "added" || status === "renamed" || status === "copied";
		paths.set(filename, status === "removed" ? gone : isNew ? come : "present");
	}
	return paths;
}

// src/adapters/github/read/files-at.ts
const PATHS_A_QUERY = 100;
async function filesAt(client, repository, commit, paths, { blobs }) {
	const chunks = [];
	for (let start = 0; start < paths.length; start += PATHS_A_QUERY) chunks.push(paths.slice(start, start + PATHS_A_QUERY));
	const found = await Promise.all(chunks.map((chunk) => askChunk(client, repository, commit, chunk, blobs)));
	return new Map(found.flat());
}
function takeEntry(path, { oid, mode, object }, blobs) {
	if ((mode & 61440) !== 32768) return "other";
	blobs?.keep(oid, object);
	return {
		path,
		oid,
		mode: (mode & 64) === 0 ? "100644" : "100755"
	};
}
async function askChunk(client, repository, commit, paths, blobs) {
	const { owner, repo } = parseSlug(repository);
	const variables = Object.fromEntries(paths.map((path, index) => [`p${index}`, path]));
	const request = {
		to: "read files",
		repository,
		permission: "contents: read",
		repeatable: true,
		strict: true
	};
	const at = (await client.graphql(request, document$1(paths.length, blobs !== void 0), {
		...variables,
		owner,
		name: repo,
		oid: commit
	})).repository.object;
	if (at?.oid !== commit) throw new BumpError("REMOTE_REFUSED", `commit ${commit} is not there`);
	return paths.flatMap((path, index) => {
		const entry = at[`f${index}`];
		return typeof entry === "object" && entry !== null ? [[path, takeEntry(path, entry, blobs)]] : [];
	});
}
function document$1(count, withText) {
	const indices = Array.from({ length: count }, (_, index) => index);
	const parameters = indices.map((index) => `, $p${index}: String!`).join("");
	const content = withText ? " object { ...BlobFields }" : "";
	return `query ($owner: String!, $name: String!, $oid: GitObjectID!${parameters}) {
  repository(owner: $owner, name: $name) { object(oid: $oid) { oid ... on Commit { ${indices.map((index) => `f${index}: file(path: $p${index}) { oid mode${content} }`).join("\n")} } } }
}${withText ? `\n${BLOB_FIELDS}` : ""}`;
}

// src/adapters/github/read/index-ref.ts
const INDEX_REF = "refs/image-bump/index";
const LIST = "index.json";
const CONTENTS = "files";
function readIndex(tree, blobs) {
	if (tree === void 0) throw new BumpError("REMOTE_REFUSED", "there is no index of marked files yet");
	const list = tree.files.get(LIST);
	const parsed = parseIndex(list?.isTruncated === true ? "" : list?.text ?? "");
	if (!parsed.ok) throw new BumpError("REMOTE_REFUSED", `the index of marked files is unusable: ${parsed.reason}`);
	for (const { oid, object } of tree.folders.get(CONTENTS) ?? []) blobs.keep(oid, object);
	return parsed.value;
}
async function writeIndex(client, repository, repositoryId, index, { withContents }) {
	const slug = parseSlug(repository);
	const request = {
		to: "write the index of marked files",
		repository,
		permission: "contents: write",
		repeatable: true
	};
	const file = {
		mode: "100644",
		type: "blob"
	};
	const contents = withContents ? index.files.map(({ oid }, at) => ({
		...file,
		path: `${CONTENTS}/${at}`,
		sha: oid
	})) : [];
	const list = {
		...file,
		path: LIST,
		content: formatIndex(index)
	};
	const tree = await client.rest(request, (api) => api.git.createTree({
		...slug,
		tree: [list, ...contents]
	}));
	const message = `image-bump: marked files of ${index.commit}\n`;
	const commit = await client.rest(request, (api) => api.git.createCommit({
		...slug,
		message,
		tree: tree.sha,
		parents: []
	}));
	const document = "mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
	const refUpdates = [{
		name: INDEX_REF,
		afterOid: commit.sha,
		force: true
	}];
	await client.graphql(request, document, { input: {
		repositoryId,
		refUpdates
	} });
}

// src/adapters/github/read/marked.ts
const MOST_READ_AHEAD = 100;
async function carry(sources, screen, from, to, { isBeside }) {
	const { blobs, comparer, filesAt } = sources;
	const ahead = from.files.size <= MOST_READ_AHEAD ? [...from.files.keys()] : [];
	const [{ paths, ahead: commits }, early] = await Promise.all([comparer.difference(from.commit, to, isBeside), filesAt(to, ahead, { blobs })]);
	const changed = new Map([...paths].flatMap(([text, standing]) => searched(text, screen).map((path) => [path, standing])));
	const late = await filesAt(to, [...changed.keys()].filter((path) => !early.has(path) && !ahead.includes(path)), { blobs });
	const files = /* @__PURE__ */ new Map();
	for (const [path, expected] of changed) {
		const found = early.get(path) ?? late.get(path);
		if (found === void 0 !== (expected === "absent")) throw contradiction(path);
		if (typeof found === "object" && await passes(blobs, screen, found)) files.set(path, found);
	}
	const unproven = [];
	for (const [path, entry] of from.files) {
		if (changed.has(path)) continue;
		if (!ahead.includes(path)) unproven.push(entry);
		else if (!isSame(entry, early.get(path))) throw contradiction(path);
		files.set(path, entry);
	}
	return {
		commit: to,
		files,
		unproven,
		distance: from.distance + paths.size + commits
	};
}
async function readBack({ blobs, filesAt }, screen, parent, commit, written) {
	const found = await filesAt(commit, written.map(({ entry }) => entry.path), { blobs });
	const files = new Map(parent.files);
	for (const { entry, bytes } of written) {
		const wanted = {
			...entry,
			oid: blobId(bytes, entry.oid)
		};
		if (!isSame(wanted, found.get(entry.path))) throw contradiction(entry.path);
		if (await passes(blobs, screen, wanted)) files.set(entry.path, wanted);
		else files.delete(entry.path);
	}
	return {
		...parent,
		commit,
		files
	};
}
function isSame(entry, standing) {
	return typeof standing === "object" && standing.oid === entry.oid && standing.mode === entry.mode;
}
async function passes(blobs, { texts }, { oid }) {
	const { buffer, byteOffset, byteLength } = await blobs.read(oid);
	const bytes = Buffer.from(buffer, byteOffset, byteLength);
	return texts.some((text) => bytes.includes(text));
}
function searched(text, { globs }) {
	const path = checkRepoPath(text);
	return path.ok && isSearched(path.value, globs) ? [path.value] : [];
}
function contradiction(path) {
	return new BumpError("REMOTE_REFUSED", `${JSON.stringify(path)} is not as it was said to be`);
}

// src/adapters/github/read/opening.ts
async function open(client, repository, question, blobs) {
	const { owner, repo } = parseSlug(repository);
	const { base, headPrefix, config, index } = question;
	const request = {
		to: "read the branches",
		repository,
		permission: "contents: read",
		repeatable: true,
		strict: true
	};
	const heads = /* @__PURE__ */ new Map();
	let first;
	let after;
	do {
		const variables = {
			owner,
			name: repo,
			heads: `refs/heads/${headPrefix}`,
			queues: queuePrefix(headPrefix),
			config,
			...base === void 0 ? {} : { base: `refs/heads/${base}` },
			...index === void 0 ? {} : { index },
			...after === void 0 ? {} : { after }
		};
		const { repository: answer } = await client.graphql(request, document(question, after), variables);
		first ??= answer;
		for (const ref of answer.refs?.nodes ?? []) takeHead(ref, headPrefix, heads);
		after = answer.refs?.pageInfo.hasNextPage === true ? answer.refs.pageInfo.endCursor ?? void 0 : void 0;
	} while (after !== void 0);
	const tip = first.base?.target;
	const branch = checkBranchName(first.base?.name ?? "");
	if (tip?.tree === void 0 || !branch.ok) throw new BumpError("BASE_NOT_FOUND", `${repository} has no branch ${base ?? "of its own choice"}.`);
	const standing = tip.file === null || tip.file === void 0 ? void 0 : takeEntry(config, tip.file, blobs);
	return {
		repositoryId: first.id,
		base: {
			branch: branch.value,
			facts: factsOf(tip),
			config: standing
		},
		heads,
		waiting: (first.queues?.nodes ?? []).flatMap(ticketOf),
		index: indexTree(first.index)
	};
}
function document({ base, index }, after) {
	const parameters = [
		"$owner: String!, $name: String!, $heads: String!, $queues: String!, $config: String!",
		...base === void 0 ? [] : ["$base: String!"],
		...index === void 0 ? [] : ["$index: String!"],
		...after === void 0 ? [] : ["$after: String!"]
	];
	const indexField = index === void 0 ? "" : `index: object(expression: $index) { ... on Commit { tree { entries { name object {
          ...BlobFields ... on Tree { entries { name oid mode object { ...BlobFields } } } } } } } }`;
	return `query (${parameters.join(", ")}) {
  repository(owner: $owner, name: $name) {
    id
    base: ${base === void 0 ? "defaultBranchRef" : "ref(qualifiedName: $base)"} {
      name target { oid ... on Commit { ...CommitFields file(path: $config) { oid mode object { ...BlobFields } } } }
    }
    refs(refPrefix: $heads, first: 100${after === void 0 ? "" : ", after: $after"}) {
      nodes { prefix name target { oid ... on Commit { ...CommitFields } } }
      pageInfo { hasNextPage endCursor }
    }
    queues: refs(refPrefix: $queues, first: 100) {
      nodes { prefix name target { oid ... on Commit { ...CommitFields } } }
    }
    ${indexField}
  }
}
fragment CommitFields on Commit { message tree { oid } parents(first: 10) { totalCount nodes { oid } } }
${BLOB_FIELDS}`;
}
function factsOf({ oid, message, tree, parents }) {
	if (parents.totalCount !== parents.nodes.length) throw new BumpError("REMOTE_REFUSED", `${oid} has too many parents`);
	return {
		oid,
		message,
		tree: tree.oid,
		parents: parents.nodes.map((parent) => parent.oid)
	};
}
function takeHead({ prefix, name, target }, headPrefix, heads) {
	const branch = checkBranchName(`${prefix}${name}`.replace(/^refs\/heads\//, ""));
	if (!branch.ok || !branch.value.startsWith(headPrefix) || target?.tree === void 0) return;
	heads.set(branch.value, factsOf(target));
}
function ticketOf({ prefix, name, target }) {
	const ref = asTicket(`${prefix}${name}`);
	return ref === void 0 || target?.tree === void 0 ? [] : [{
		ref,
		facts: factsOf(target)
	}];
}
function indexTree(index) {
	const entries = index?.tree?.entries;
	if (entries === void 0 || entries === null) return void 0;
	const files = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Map();
	for (const { name, object } of entries) if (object?.entries !== void 0 && object.entries !== null) folders.set(name, object.entries);
	else if (object !== null) files.set(name, object);
	return {
		files,
		folders
	};
}

// src/adapters/github/repository.ts
const MOST_CARRIES = 12;
const FAR = 25;
const MOST_CONTENTS = {
	files: 300,
	bytes: 524288
};
function githubShortcut(client, repository, { config }) {
	const blobs = openBlobs(client, repository);
	const comparer = openComparer(client, repository);
	const sources = {
		blobs,
		comparer,
		filesAt: (commit, paths, options) => filesAt(client, repository, commit, paths, options)
	};
	const facts = /* @__PURE__ */ new Map();
	const configs = /* @__PURE__ */ new Map();
	const marked = /* @__PURE__ */ new Map();
	let waiting;
	let waitingNow = [];
	let repositoryId;
	let index;
	let tip;
	let anchor;
	let carries = 0;
	const ask = async (base, headPrefix) => {
		const opening = await open(client, repository, {
			base,
			headPrefix,
			config,
			index: index === void 0 ? INDEX_REF : void 0
		}, blobs);
		repositoryId = opening.repositoryId;
		return opening;
	};
	const screenOf = (texts, globs) => {
		if (index === void 0) throw new BumpError("BUG", "The repository was never fetched.");
		if (!isMadeWith(index, {
			texts,
			globs
		})) throw new BumpError("REMOTE_REFUSED", "the index was made for other files");
		return index;
	};
	const ofIndex = async (commit, made) => {
		const lacking = made.files.filter(({ oid }) => !blobs.has(oid));
		const paths = lacking.map(({ path }) => path);
		const found = paths.length === 0 ? /* @__PURE__ */ new Map() : await sources.filesAt(commit, paths, { blobs });
		const other = lacking.find((entry) => !isSame(entry, found.get(entry.path)));
		if (other !== void 0) throw new BumpError("REMOTE_REFUSED", `the index is wrong about ${JSON.stringify(other.path)}`);
		const entries = (await Promise.all(made.files.map(async (entry) => await passes(blobs, made, entry) ? entry : void 0))).filter((entry) => entry !== void 0).map((entry) => [entry.path, entry]);
		return {
			commit,
			files: new Map(entries),
			unproven: made.files.filter(({ path }) => !found.has(path)),
			distance: 0
		};
	};
	const markedAt = (commit, made) => {
		const known = marked.get(commit) ?? find(commit, made);
		marked.set(commit, known);
		return known;
	};
	const find = async (commit, made) => {
		if (facts.get(commit)?.tree === made.tree) return await ofIndex(commit, made);
		carries += 1;
		if (carries > MOST_CARRIES) throw new BumpError("REMOTE_REFUSED", "there are many commits to look at");
		const from = commit === tip || tip === void 0 ? anchor ?? indexed(made) : await markedAt(tip, made);
		const { parents = [] } = facts.get(commit) ?? {};
		const isBeside = from.commit === tip && parents.length === 1 && parents[0] !== tip;
		return await carry(sources, made, from, commit, { isBeside });
	};
	return {
		repositoryId: () => repositoryId,
		async defaultBranch() {
			waiting = await ask(void 0, HEAD_ROOT);
			return waiting.base.branch;
		},
		async fetch(branch, headPrefix) {
			const opening = waiting?.base.branch === branch && headPrefix.startsWith("image-bump/") && waiting !== void 0 ? waiting : await ask(branch, headPrefix);
			waiting = void 0;
			index ??= fresh(readIndex(opening.index, blobs));
			const { base, heads } = opening;
			waitingNow = opening.waiting.flatMap(({ ref, facts: { oid } }) => ref.startsWith(queuePrefix(headPrefix)) ? [{
				ref,
				oid
			}] : []);
			for (const ticket of opening.waiting) facts.set(ticket.facts.oid, ticket.facts);
			const ours = [...heads].filter(([name]) => name.startsWith(headPrefix));
			for (const one of [base.facts, ...heads.values()]) facts.set(one.oid, one);
			configs.set(base.facts.oid, base.config);
			if (tip !== void 0 && tip !== base.facts.oid) anchor = await marked.get(tip);
			tip = base.facts.oid;
			return new Map([...ours.map(([name, { oid }]) => [name, oid]), [branch, tip]]);
		},
		waiting: () => waitingNow,
		async search(commit, texts, globs = []) {
			const { files } = await markedAt(commit, screenOf(texts, globs));
			return [...files.values()].sort((a, b) => compareBytes(a.path, b.path));
		},
		async entry(commit, path) {
			const standing = path === config && configs.has(commit) ? configs.get(commit) : (await sources.filesAt(commit, [path], { blobs })).get(path);
			return typeof standing === "object" ? standing : void 0;
		},
		readBlobs: (oids) => Promise.all(oids.map((oid) => blobs.read(oid))),
		async commit(oid) {
			const known = facts.get(oid);
			if (known === void 0) throw new BumpError("REMOTE_REFUSED", `commit ${oid} was not asked for`);
			return known;
		},
		async commitsAhead(base, head) {
			const newest = facts.get(head);
			if (head === base) return [];
			if (newest?.parents.length === 1 && newest.parents[0] === base) return [newest];
			return await comparer.commitsAhead(base, head);
		},
		expect(commit, parent, files) {
			if (index === void 0) return;
			const made = index;
			const reading = markedAt(parent, made).then((before) => readBack(sources, made, before, commit, files));
			marked.set(commit, reading);
			reading.catch(() => {});
		},
		async isProven() {
			const { unproven = [] } = tip === void 0 ? {} : await Promise.resolve(marked.get(tip)).catch(() => void 0) ?? {};
			if (tip === void 0 || unproven.length === 0) return true;
			const paths = unproven.map(({ path }) => path);
			const found = await sources.filesAt(tip, paths, { blobs: void 0 });
			return unproven.every((entry) => isSame(entry, found.get(entry.path)));
		},
		async remember(found) {
			const known = tip === void 0 ? void 0 : await marked.get(tip);
			const made = found === void 0 ? carriedOn(index, known, facts) : indexOf(found);
			if (made === void 0 || repositoryId === void 0 || made.files.length > 1e3) return;
			const size = found?.size ?? (await Promise.all(made.files.map(({ oid }) => blobs.read(oid)))).reduce((sum, { length }) => sum + length, 0);
			const withContents = made.files.length <= MOST_CONTENTS.files && size <= MOST_CONTENTS.bytes;
			await writeIndex(client, repository, repositoryId, made, { withContents });
		}
	};
}
function fresh(index) {
	if (index.carried < 50) return index;
	throw new BumpError("REMOTE_REFUSED", "the index of marked files is due to be made anew");
}
function indexed({ commit, files }) {
	return {
		commit,
		files: new Map(files.map((file) => [file.path, file])),
		unproven: files,
		distance: 0
	};
}
function indexOf({ commit, tree, texts, globs, files }) {
	return {
		commit,
		tree,
		carried: 0,
		texts,
		globs,
		files
	};
}
function carriedOn(index, marked, facts) {
	if (index === void 0 || marked === void 0 || marked.distance < FAR) return void 0;
	const tree = facts.get(marked.commit)?.tree;
	if (tree === void 0) return void 0;
	const files = [...marked.files.values()].sort((a, b) => compareBytes(a.path, b.path));
	return {
		...index,
		commit: marked.commit,
		tree,
		carried: index.carried + 1,
		files
	};
}

export { githubShortcut };