import { E as checkRepoPath, H as showInvisible, J as constants, L as BumpError, X as createHash, Y as existsSync, Z as randomBytes, b as compareBytes, c as findingsText, j as quote, n as isLoopback, r as checkBranchName } from "./index-start.js";
import { A as concerning, B as inScope, V as isSearched, a as asTicket, d as decode$1, g as parsePolicyFile, i as headPrefix, l as queuePrefix, n as HEAD_ROOT, t as groupOf } from "./index-both.js";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { deflateSync } from "node:zlib";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { lstat, mkdir, mkdtemp, open, readFile, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";

// src/adapters/clock.ts
const systemClock = {
	today: () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
	now: () => performance.now(),
	sleep: async (ms) => {
		await setTimeout$1(ms);
	},
	random: () => Math.random()
};

// src/adapters/git/commit-object.ts
const IMAGE_BUMP = {
	name: "image-bump",
	email: "image-bump@users.noreply.github.com"
};
function commitObject(commit) {
	const seconds = Math.floor(commit.now.getTime() / 1e3);
	const text = [
		`tree ${commit.tree}`,
		...commit.parents.map((parent) => `parent ${parent}`),
		`author ${signature(commit.author, seconds)}`,
		`committer ${signature(commit.committer, seconds)}`,
		"",
		`${commit.message.replaceAll("\0", "").trimEnd()}\n`
	].join("\n");
	return {
		type: "commit",
		bytes: Buffer.from(text)
	};
}
function signature({ name, email }, seconds) {
	const clean = (text) => text.replace(/[<>\p{Cc}]/gu, "").trim();
	return `${clean(name) || IMAGE_BUMP.name} <${clean(email) || IMAGE_BUMP.email}> ${seconds} +0000`;
}

// src/adapters/git/objects.ts
function idBytes(oid) {
	return oid.length / 2;
}
function objectId({ type, bytes }, like) {
	return createHash(algorithm(like)).update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}
function parseTree(bytes, like) {
	const entries = [];
	let at = 0;
	while (at < bytes.length) {
		const space = bytes.indexOf(32, at);
		const nul = bytes.indexOf(0, at);
		const end = nul + 1 + idBytes(like);
		if (space === -1 || nul < space || end > bytes.length) throw new BumpError("REMOTE_REFUSED", "A tree of the repository is broken.");
		entries.push({
			mode: bytes.toString("latin1", at, space).replace(/^0+/, ""),
			name: decode(bytes.subarray(space + 1, nul)),
			oid: bytes.toString("hex", nul + 1, end),
			oidAt: nul + 1
		});
		at = end;
	}
	return entries;
}
function parseCommit(oid, bytes) {
	const text = bytes.toString("utf8");
	const blank = text.indexOf("\n\n");
	const header = (blank === -1 ? text : text.slice(0, blank)).split("\n");
	const tree = /^tree ([0-9a-f]+)$/.exec(header[0] ?? "")?.[1];
	if (tree === void 0) throw new BumpError("REMOTE_REFUSED", `Commit ${oid} of the repository is broken.`);
	const parents = [];
	for (const line of header.slice(1)) {
		const parent = /^parent ([0-9a-f]+)$/.exec(line)?.[1];
		if (parent === void 0) break;
		parents.push(parent);
	}
	return {
		oid,
		tree,
		parents,
		message: blank === -1 ? "" : text.slice(blank + 2)
	};
}
function packOf(objects, like) {
	const header = Buffer.alloc(12);
	header.write("PACK", 0, "latin1");
	header.writeUInt32BE(2, 4);
	header.writeUInt32BE(objects.length, 8);
	const body = Buffer.concat([header, ...objects.flatMap((object) => [entryHeader(object), deflateSync(object.bytes)])]);
	return Buffer.concat([body, createHash(algorithm(like)).update(body).digest()]);
}
const PACK_TYPES = {
	commit: 1,
	tree: 2,
	blob: 3,
	tag: 4
};
function entryHeader({ type, bytes }) {
	const header = [];
	let byte = PACK_TYPES[type] << 4 | bytes.length & 15;
	let rest = Math.floor(bytes.length / 16);
	while (rest > 0) {
		header.push(byte | 128);
		byte = rest & 127;
		rest = Math.floor(rest / 128);
	}
	header.push(byte);
	return Buffer.from(header);
}
function algorithm(like) {
	return like.length === 64 ? "sha256" : "sha1";
}
const utf8$1 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
function decode(bytes) {
	try {
		return utf8$1.decode(bytes);
	} catch {
		return;
	}
}

// src/adapters/git/environment.ts
function gitEnvironment(call, from = process.env) {
	const kept = Object.entries(from).flatMap(([name, value]) => value !== void 0 && KEPT.has(name) ? [[name, value]] : []);
	return {
		...Object.fromEntries(kept),
		HOME: "/nonexistent",
		LC_ALL: "C",
		GIT_ALLOW_PROTOCOL: call.access === void 0 ? "none" : new URL(call.access.url).protocol.slice(0, -1),
		GIT_ATTR_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_LITERAL_PATHSPECS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		...call.gitDir === void 0 ? {} : { GIT_DIR: call.gitDir },
		...configuration([...SETTINGS, ...credential(call.access)]),
		...call.env
	};
}
function secretsOf(access) {
	const token = access?.token;
	if (token === void 0 || token === "") return [];
	const base64 = Buffer.from(token).toString("base64");
	return [.../* @__PURE__ */ new Set([
		basic(token),
		base64,
		base64.replace(/=+$/, ""),
		token,
		encodeURIComponent(token)
	])];
}
const KEPT = /* @__PURE__ */ new Set([
	"PATH",
	"Path",
	"TMPDIR",
	"TMP",
	"TEMP",
	"SystemRoot",
	"SYSTEMROOT",
	"http_proxy",
	"https_proxy",
	"HTTPS_PROXY",
	"all_proxy",
	"ALL_PROXY",
	"no_proxy",
	"NO_PROXY",
	"GIT_SSL_CAINFO",
	"GIT_SSL_CAPATH",
	"SSL_CERT_FILE",
	"SSL_CERT_DIR",
	"CURL_CA_BUNDLE"
]);
const SETTINGS = [
	["core.hooksPath", "/dev/null"],
	["core.fsmonitor", "false"],
	["core.fsync", "none"],
	["core.askPass", ""],
	["credential.helper", ""],
	["fetch.recurseSubmodules", "false"],
	["fetch.unpackLimit", "1"],
	["fetch.writeCommitGraph", "false"],
	["transfer.fsckObjects", "false"],
	["fetch.fsckObjects", "false"],
	["gc.auto", "0"],
	["maintenance.auto", "false"],
	["http.followRedirects", "false"],
	["protocol.version", "2"],
	["push.followTags", "false"],
	["push.gpgSign", "false"],
	["push.recurseSubmodules", "no"]
];
function credential(access) {
	if (access === void 0) return [];
	const key = `http.${access.url}.extraheader`;
	const clear = [key, ""];
	return access.token === void 0 ? [clear] : [clear, [key, `AUTHORIZATION: basic ${basic(access.token)}`]];
}
function basic(token) {
	return Buffer.from(`x-access-token:${token}`).toString("base64");
}
function configuration(settings) {
	const pairs = settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]]);
	return {
		GIT_CONFIG_COUNT: String(settings.length),
		...Object.fromEntries(pairs)
	};
}

// src/adapters/git/refusal.ts
function refusal$1({ command, url, need, exitCode, stderr }) {
	if (url === void 0) return new BumpError("BUG", `git ${command} ended with ${exitCode}.${said(stderr)}`);
	for (const { code, pattern, advice } of REASONS) {
		const match = pattern.exec(stderr);
		if (match === null) continue;
		const words = said(code === "BRANCH_PROTECTED" ? protectedBy(stderr) ?? stderr : stderr);
		return new BumpError(code, `${advice({
			url,
			need,
			detail: match[1] ?? ""
		})}${words}`);
	}
	return new BumpError("REMOTE_REFUSED", `git ${command} of ${url} failed.${said(stderr)}`);
}
function protectedBy(stderr) {
	const match = PROTECTED$1.exec(stderr);
	if (match === null) return void 0;
	const lines = tidyLines(stderr).filter((line) => /^(?:remote|error|!)/.test(line));
	return lines.length === 0 ? match[0] : lines.join(" ");
}
function said(stderr) {
	const text = tidyLines(stderr).slice(-LINES).join(" | ");
	return text === "" ? "" : ` git said: ${text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text}`;
}
const LINES = 5;
const LENGTH = 600;
const PROTECTED$1 = /GH006|GH013|protected branch hook declined|protected branch|changes must be made through a pull request|cannot update this protected ref|repository rule violations/i;
const REASONS = [
	{
		code: "BAD_TOKEN",
		pattern: /could not read (?:Username|Password)|Authentication failed|returned error: 401/,
		advice: ({ url }) => `${url} did not accept the token, or wants one and got none. Check that it is set, not expired, and made for this server.`
	},
	{
		code: "BRANCH_PROTECTED",
		pattern: PROTECTED$1,
		advice: ({ url }) => `A rule of ${url} protects the branch. Let image-bump open a pull request, or allow its actor to pass the rule.`
	},
	{
		code: "RATE_LIMITED",
		pattern: /returned error: 429/,
		advice: ({ url }) => `${url} gets too many requests. Run it again later.`
	},
	{
		code: "PERMISSION_MISSING",
		pattern: /returned error: 403|Permission to \S+ denied|Write access to repository not granted/,
		advice: ({ url, need }) => `The token may not ${need} ${url}. It needs the permission \`contents: ${need}\` there.`
	},
	{
		code: "REPOSITORY_NOT_FOUND",
		pattern: /repository '[^']*' not found|returned error: 404|remote: Repository not found/,
		advice: ({ url, need }) => `There is no repository at ${url}, or the token may not see it: a private one looks the same. Check the name; the token needs the permission \`contents: ${need}\` there.`
	},
	{
		code: "REPOSITORY_NOT_FOUND",
		pattern: /returned error: 3\d\d|unable to update url base from redirection/,
		advice: ({ url }) => `${url} answers with a redirect, as a renamed repository does. Write its present URL.`
	},
	{
		code: "REMOTE_UNAVAILABLE",
		pattern: /SSL certificate problem|server certificate verification failed|certificate verify|SSL_ERROR|CAfile/i,
		advice: ({ url }) => `The certificate of ${url} could not be checked. Name the certificates of your organisation in GIT_SSL_CAINFO or SSL_CERT_FILE.`
	},
	{
		code: "REMOTE_UNAVAILABLE",
		pattern: /returned error: (5\d\d)|Could not resolve (?:host|proxy)|Failed to connect|Couldn't connect|Connection (?:refused|reset|timed out)|early EOF|hung up|unexpected disconnect|invalid index-pack output|Empty reply|timed out|RPC failed|Recv failure|Operation too slow|transfer closed|GnuTLS|internal server error|failed to report status|bad band|protocol error/i,
		advice: ({ url, detail }) => `${url} could not be reached or broke off${detail === "" ? "" : ` (status ${detail})`}. Run it again later.`
	}
];
function tidyLines(stderr) {
	return stderr.split(/[\r\n]+/).map((line) => line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").trim()).filter((line) => line !== "" && !line.startsWith("hint:") && !/^remote:$/.test(line));
}

// src/adapters/git/process.ts
async function runGit(args, call) {
	const result = await collect$1(args, call);
	if (call.answers?.(result) ?? result.exitCode === 0) return result;
	throw refusal$1({
		command: args[0] ?? "",
		url: call.access?.url,
		need: call.need ?? "read",
		...result
	});
}
function startGit(args, call) {
	return spawn("git", args, {
		cwd: call.cwd ?? call.gitDir ?? tmpdir(),
		env: gitEnvironment(call),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		detached: process.platform !== "win32",
		windowsHide: true
	});
}
function endGit(child, signal) {
	if (child.pid === void 0) return;
	try {
		process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
	} catch {}
}
function startFailure(cause) {
	return cause.code === "ENOENT" ? new BumpError("BAD_CALL", "There is no git on PATH. Install git 2.31 or newer.", { cause }) : new BumpError("BUG", "git could not be started.", { cause });
}
const TIMEOUT_MS$1 = 3e5;
const GRACE_MS = 2e3;
const MAX_OUTPUT_BYTES = 268435456;
async function collect$1(args, call) {
	const { timeoutMs = TIMEOUT_MS$1, maxOutputBytes = MAX_OUTPUT_BYTES } = call;
	const child = startGit(args, call);
	const out = [];
	let outBytes = 0;
	let stderr = Buffer.alloc(0);
	let stopped;
	const stop = (why) => {
		stopped ??= why;
		endGit(child, "SIGTERM");
	};
	const timer = setTimeout(stop, timeoutMs, `gave no answer within ${timeoutMs / 1e3} s`);
	const killer = setTimeout(() => endGit(child, "SIGKILL"), timeoutMs + GRACE_MS);
	child.stdout?.on("data", (chunk) => {
		outBytes += chunk.length;
		if (outBytes > maxOutputBytes) stop(`wrote more than ${maxOutputBytes} bytes`);
		else out.push(chunk);
	});
	child.stderr?.on("data", (chunk) => {
		stderr = Buffer.concat([stderr, chunk]).subarray(-16384);
	});
	child.stdin?.on("error", () => void 0);
	child.stdin?.end(call.input ?? "");
	try {
		const exitCode = await new Promise((resolve, reject) => {
			child.on("error", (cause) => reject(startFailure(cause)));
			child.on("close", (code) => resolve(code ?? 128));
		});
		if (stopped !== void 0) throw stoppedError(args, call, stopped);
		return {
			exitCode,
			stdout: Buffer.concat(out),
			stderr: withoutSecrets(stderr.toString("utf8"), call.access)
		};
	} finally {
		clearTimeout(timer);
		clearTimeout(killer);
	}
}
function stoppedError(args, { access }, why) {
	return access === void 0 ? new BumpError("BUG", `git ${args[0]} ${why}.`) : new BumpError("REMOTE_UNAVAILABLE", `git ${args[0]} of ${access.url} ${why}. Run it again later.`);
}
function withoutSecrets(text, access) {
	return secretsOf(access).reduce((rest, secret) => rest.replaceAll(secret, "***"), text).replace(/\/\/[^/\s@]+@/g, "//***@");
}

// src/adapters/git/push.ts
async function pushRefs(remote, moves, { together = moves.length > 1 } = {}) {
	const ref = moves[0]?.ref ?? "";
	const args = [
		...PUSH,
		...together ? ["--atomic"] : [],
		...moves.map((move) => `--force-with-lease=${move.ref}:${move.expected ?? ""}`),
		"--end-of-options",
		remote.access.url,
		...moves.map((move) => `${move.to ?? ""}:${move.ref}`)
	];
	const result = await remote.git(args, {
		need: "write",
		answers: (result) => readPush(result, ref) !== "failed"
	});
	const kind = readPush(result, ref);
	return {
		kind: kind === "failed" ? "unsaid" : kind,
		result
	};
}
const PUSH = [
	"push",
	"--porcelain",
	"--no-verify",
	"--no-signed",
	"--no-follow-tags",
	"--recurse-submodules=no"
];
const LOST = /stale info|fetch first|non-fast-forward|cannot lock ref|failed to lock|unable to lock|failed to update ref|reference already exists|incorrect old value|is at [0-9a-f]+ but expected|remote ref does not exist|deletion of nonexistent|fetched in the meantime|remote ref updated since checkout/i;
const TOGETHER = /atomic (?:push|transaction) failed/i;
function readPush({ stdout, stderr }, ref) {
	for (const line of stdout.toString("utf8").split("\n")) {
		const [, flag, refs = "", summary = ""] = /^([ +*=!-])\t([^\t]*)\t(.*)$/.exec(line) ?? [];
		if (flag === void 0 || !refs.endsWith(`:${ref}`)) continue;
		if (flag !== "!") return "moved";
		if (protectedBy(`${summary}\n${stderr}`) !== void 0) return "refused";
		if (TOGETHER.test(summary)) return "unsaid";
		return LOST.test(summary) ? "lost" : "refused";
	}
	return "failed";
}

// src/adapters/git/branch-writer.ts
function gitBranchWriter(repository, options) {
	const { remote } = repository;
	return {
		async commit(request) {
			const commit = await writeCommit$1(remote, request, options);
			if (await request.holds === false) return { kind: "lost" };
			const { branch, expected, alsoDelete } = request;
			const kind = await moveWith(remote, {
				branch,
				expected,
				to: commit
			}, alsoDelete);
			return kind === "moved" ? {
				kind,
				commit
			} : { kind };
		},
		async delete(branch, expected) {
			const kind = await moveBranch$1(remote, {
				branch,
				expected,
				to: void 0
			});
			if (kind === "lost" && await tipOf(remote, branch) === void 0) return { kind: "moved" };
			return { kind };
		}
	};
}
async function writeCommit$1({ contents, gitDir }, request, { now, person = IMAGE_BUMP }) {
	const files = request.files.map(({ entry: { path }, bytes }) => ({
		path,
		bytes
	}));
	const { tree, objects } = await contents.treeWith(request.parent, files);
	if (request.tree !== void 0 && request.tree !== tree) throw new BumpError("NOT_AS_WRITTEN", `The commit for ${request.branch} would hold tree ${tree} in place of ${request.tree}.`);
	const commit = commitObject({
		tree,
		parents: [request.parent],
		message: request.message,
		author: request.author ?? person,
		committer: person,
		now: now()
	});
	await runGit(["unpack-objects", "-q"], {
		gitDir,
		input: packOf([...objects, commit], request.parent)
	});
	return objectId(commit, request.parent);
}
async function moveWith(remote, move, tickets = []) {
	if (tickets.length > 0) {
		const deletions = tickets.map(({ ref, oid }) => ({
			ref,
			expected: oid,
			to: void 0
		}));
		const answer = await pushRefs(remote, [refMove(move), ...deletions]).catch(() => void 0);
		if (answer?.kind === "moved" || answer?.kind === "lost") return answer.kind;
		const kind = await moveBranch$1(remote, move);
		if (kind === "moved") await pushRefs(remote, deletions, { together: false }).catch(() => void 0);
		return kind;
	}
	return await moveBranch$1(remote, move);
}
async function moveBranch$1(remote, move) {
	const { branch, to } = move;
	try {
		const answer = await pushRefs(remote, [refMove(move)]);
		if (answer.kind === "moved" || answer.kind === "lost") return answer.kind;
		throw refusedBranch(remote, branch, answer.result);
	} catch (error) {
		if (error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" && await tipOf(remote, branch).catch(() => null) === to) return "moved";
		throw error;
	}
}
function refMove({ branch, expected, to }) {
	const name = checkBranchName(branch);
	if (!name.ok) throw new BumpError("BAD_INPUT", `${name.reason}.`);
	return {
		ref: `refs/heads/${name.value}`,
		expected,
		to
	};
}
function refusedBranch({ access }, branch, result) {
	const reason = /^!\t[^\t]*\t(.*)$/m.exec(result.stdout.toString("utf8"))?.[1] ?? "";
	const text = `${result.stderr}\n! ${reason}`;
	if (protectedBy(text) !== void 0 || /internal server error|failed to report status|permission/i.test(reason)) return refusal$1({
		command: "push",
		url: access.url,
		need: "write",
		exitCode: result.exitCode,
		stderr: text
	});
	return new BumpError("REMOTE_REFUSED", `${access.url} did not let branch ${branch} move.${said(text)}`);
}
async function tipOf({ access, git }, branch) {
	const ref = `refs/heads/${branch}`;
	const { stdout } = await git([
		"ls-remote",
		"--quiet",
		"--end-of-options",
		access.url,
		ref
	]);
	return stdout.toString("utf8").split("\n").find((text) => text.endsWith(`\t${ref}`))?.split("	")[0];
}

// src/adapters/git/object-reader.ts
function openObjectReader(gitDir) {
	let batch;
	return {
		async read(name) {
			if (name.includes("\n")) return void 0;
			batch ??= startBatch(gitDir);
			return await batch.ask(name);
		},
		async close() {
			await batch?.end();
			batch = void 0;
		}
	};
}
const MAX_OBJECT_BYTES = 134217728;
const HEADER = /^([0-9a-f]{40}|[0-9a-f]{64}) (commit|tree|blob|tag) (\d+)$/;
function startBatch(gitDir) {
	const child = startGit(["cat-file", "--batch"], { gitDir });
	const waiting = [];
	let ended;
	const stop = (error) => {
		ended ??= error;
		for (const { reject } of waiting.splice(0)) reject(ended);
		endGit(child, "SIGTERM");
	};
	const closed = new Promise((resolve) => {
		child.on("error", (cause) => {
			stop(startFailure(cause));
			resolve();
		});
		child.on("close", () => {
			stop(new BumpError("BUG", "git cat-file ended while it was still needed."));
			resolve();
		});
	});
	child.stdin?.on("error", () => void 0);
	child.stderr?.resume();
	readAnswers(child, waiting, stop);
	return {
		ask: (name) => new Promise((resolve, reject) => {
			if (ended !== void 0) return reject(ended);
			waiting.push({
				resolve,
				reject
			});
			child.stdin?.write(`${name}\n`);
		}),
		end: async () => {
			child.stdin?.end();
			await closed;
		}
	};
}
function readAnswers(child, waiting, stop) {
	let chunks = [];
	let length = 0;
	let needed = 1;
	child.stdout?.on("data", (chunk) => {
		chunks.push(chunk);
		length += chunk.length;
		if (length < needed) return;
		let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
		for (;;) {
			const answer = cutAnswer(rest);
			if (answer.kind === "too large") return stop(new BumpError("REMOTE_REFUSED", `An object of ${answer.bytes} bytes is too large.`));
			if (answer.kind === "partial") {
				needed = answer.needed;
				break;
			}
			rest = rest.subarray(answer.end);
			waiting.shift()?.resolve(answer.object);
		}
		chunks = [rest];
		length = rest.length;
	});
}
function cutAnswer(buffer) {
	const line = buffer.indexOf(10);
	if (line === -1) return {
		kind: "partial",
		needed: buffer.length + 1
	};
	const match = HEADER.exec(buffer.toString("latin1", 0, line));
	if (match === null) return {
		kind: "whole",
		object: void 0,
		end: line + 1
	};
	const size = Number(match[3]);
	if (size > MAX_OBJECT_BYTES) return {
		kind: "too large",
		bytes: size
	};
	const end = line + 1 + size;
	if (buffer.length < end + 1) return {
		kind: "partial",
		needed: end + 1
	};
	const bytes = Buffer.from(buffer.subarray(line + 1, end));
	return {
		kind: "whole",
		object: {
			oid: match[1] ?? "",
			type: match[2],
			bytes
		},
		end: end + 1
	};
}

// src/adapters/git/pathspec.ts
function pathspecs(globs) {
	return [
		":(glob)**/*.yaml",
		":(glob)**/*.yml",
		":(glob)**/Kustomization",
		...globs.map(atLeast)
	];
}
const MAGIC$1 = /[*?[\]{}()!+@\\]/;
function atLeast(glob) {
	const parts = glob.split("/").filter((part) => part !== "" && part !== ".");
	const magic = parts.findIndex((part) => MAGIC$1.test(part));
	if (magic === -1) return `:(literal)${parts.join("/")}`;
	const last = parts.at(-1) ?? "";
	const ending = last.slice(last.split("").findLastIndex((character) => MAGIC$1.test(character)) + 1);
	return `:(glob)${[
		...parts.slice(0, magic),
		"**",
		`*${ending}`
	].join("/")}`;
}

// src/adapters/git/trees.ts
const FOLDER = "40000";
function isFile(mode) {
	return mode !== void 0 && /^100[0-7]{3}$/.test(mode);
}
function openTrees(reader) {
	const trees = /* @__PURE__ */ new Map();
	const object = async (oid, type) => {
		const found = await reader.read(oid);
		if (found?.type === type) return found.bytes;
		throw new BumpError("REMOTE_REFUSED", `The ${type} ${oid} is missing in the repository.`);
	};
	const read = async (oid) => {
		const bytes = await object(oid, "tree");
		const entries = parseTree(bytes, oid).flatMap((entry) => entry.name === void 0 ? [] : [[entry.name, entry]]);
		return {
			bytes,
			entries: new Map(entries)
		};
	};
	return {
		object,
		tree: async (oid) => {
			const known = trees.get(oid) ?? read(oid);
			trees.set(oid, known);
			known.catch(() => trees.delete(oid));
			return await known;
		}
	};
}

// src/adapters/git/contents.ts
function openContents(gitDir) {
	const reader = openObjectReader(gitDir);
	const { object, tree } = openTrees(reader);
	const commit = async (oid) => parseCommit(oid, await object(oid, "commit"));
	const entry = async (commitOid, path) => {
		const parts = path.split("/");
		const name = parts.pop() ?? "";
		let folder = await tree((await commit(commitOid)).tree);
		for (const part of parts) {
			const next = folder.entries.get(part);
			if (next?.mode !== "40000") return void 0;
			folder = await tree(next.oid);
		}
		const found = folder.entries.get(name);
		return found !== void 0 && isFile(found.mode) ? {
			path,
			oid: found.oid,
			mode: tidyMode(found.mode)
		} : void 0;
	};
	return {
		async search(commitOid, texts, globs = []) {
			const paths = (await grep(gitDir, commitOid, texts, globs)).filter((path) => isSearched(path, globs));
			return (await Promise.all(paths.map(async (path) => await entry(commitOid, path)))).filter((file) => file !== void 0);
		},
		entry,
		readBlobs: async (oids) => await Promise.all(oids.map(async (oid) => await object(oid, "blob"))),
		commit,
		async resolve(revision) {
			const found = /\p{Cc}/u.test(revision) ? void 0 : await reader.read(`${revision}^{commit}`);
			return found?.type === "commit" ? found.oid : void 0;
		},
		async treeWith(commitOid, files) {
			const root = (await commit(commitOid)).tree;
			if (files.length === 0) return {
				tree: root,
				objects: []
			};
			const made = [];
			const at = files.map(({ path, bytes }) => ({
				path,
				rest: path.split("/"),
				bytes
			}));
			return {
				tree: await rebuild(tree, root, at, made),
				objects: made
			};
		},
		close: async () => await reader.close()
	};
}
function tidyMode(mode) {
	return (Number.parseInt(mode, 8) & 64) === 0 ? "100644" : "100755";
}
async function grep(gitDir, commit, texts, globs) {
	if (texts.length === 0) return [];
	const { stdout } = await runGit([
		"grep",
		"-lzaF",
		"--no-recurse-submodules",
		...texts.flatMap((text) => ["-e", text]),
		commit,
		"--",
		...pathspecs(globs)
	], {
		gitDir,
		env: { GIT_LITERAL_PATHSPECS: "0" },
		answers: ({ exitCode }) => exitCode <= 1
	});
	return stdout.toString("utf8").split("\0").map((name) => checkRepoPath(name.slice(commit.length + 1))).flatMap((path) => path.ok ? [path.value] : []);
}
async function rebuild(tree, oid, files, made) {
	const { bytes, entries } = await tree(oid);
	const changed = Buffer.from(bytes);
	for (const [name, below] of groupByFirst(files)) {
		const old = entries.get(name);
		const [only] = below;
		const replaced = only !== void 0 && only.rest.length === 0 ? isFile(old?.mode) : old?.mode === FOLDER;
		if (old === void 0 || only === void 0 || !replaced) throw new BumpError("BUG", `There is no file ${quote(only?.path ?? name)} whose bytes could be replaced.`);
		const child = only.rest.length === 0 ? keep(made, blob(only.bytes), oid) : await rebuild(tree, old.oid, below, made);
		changed.write(child, old.oidAt, "hex");
	}
	return keep(made, {
		type: "tree",
		bytes: changed
	}, oid);
}
function groupByFirst(files) {
	const groups = /* @__PURE__ */ new Map();
	for (const { path, rest, bytes } of files) {
		const [first = "", ...below] = rest;
		groups.set(first, [...groups.get(first) ?? [], {
			path,
			rest: below,
			bytes
		}]);
	}
	return groups;
}
function blob(bytes) {
	return {
		type: "blob",
		bytes: Buffer.from(bytes)
	};
}
function keep(made, object, like) {
	made.push(object);
	return objectId(object, like);
}

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
		async files(texts, globs) {
			const entries = await contents.search(commit, texts, globs);
			const blobs = await contents.readBlobs(entries.map(({ oid }) => oid));
			return entries.flatMap(({ path }, index) => {
				const bytes = blobs[index];
				return bytes === void 0 ? [] : [{
					path,
					bytes
				}];
			});
		},
		async file(path) {
			const entry = await contents.entry(commit, path);
			return entry === void 0 ? void 0 : (await contents.readBlobs([entry.oid]))[0];
		},
		treeWith: async (files) => (await contents.treeWith(commit, files)).tree,
		close: contents.close
	};
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

// src/adapters/git/remote-access.ts
function remoteAccess(url, token) {
	const reason = whyNotUrl(url);
	if (reason !== void 0) throw new BumpError("BAD_INPUT", `${quote(withoutCredentials(url))} is not the URL of a repository: ${reason}.`);
	if (token === void 0 || token === "") return { url: new URL(url).href };
	if (/[^\x21-\x7e]/.test(token)) throw new BumpError("BAD_TOKEN", "The token holds a space, a line break or a character outside ASCII. Check how the secret was saved.");
	return {
		url: new URL(url).href,
		token
	};
}
function whyNotUrl(text) {
	if (!URL.canParse(text)) return "write it in full, such as https://github.com/acme/deploy";
	const url = new URL(text);
	const loopback = [
		"localhost",
		"127.0.0.1",
		"[::1]"
	].includes(url.hostname);
	if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback)) return "only https is allowed";
	if (url.username !== "" || url.password !== "") return "it holds a user name or password; hand the token over as the token";
	if (url.search !== "" || url.hash !== "") return "it holds a \"?\" or \"#\"";
}
function withoutCredentials(text) {
	return text.replace(/\/\/.*@/s, "//");
}

// src/adapters/git/remote.ts
const FETCH = [
	"fetch",
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--no-recurse-submodules",
	"--no-auto-maintenance"
];
async function connect(options) {
	const access = remoteAccess(options.url, options.token);
	const gitDir = await mkdtemp(join(options.temporary ?? tmpdir(), "image-bump-"));
	const contents = openContents(gitDir);
	const common = {
		gitDir,
		access,
		...options.timeoutMs === void 0 ? {} : { timeoutMs: options.timeoutMs }
	};
	const ask = async (args, call) => await patiently(options.clock, {
		...common,
		...call
	}, args);
	const turns = oneAtATime(ask);
	const close = async () => {
		await turns.ended();
		await contents.close();
		await rm(gitDir, {
			recursive: true,
			force: true
		});
	};
	try {
		await makeRepository(gitDir);
	} catch (error) {
		await close();
		throw error;
	}
	return {
		access,
		gitDir,
		contents,
		close,
		ask,
		git: turns.run
	};
}
const PATIENCE_MS = 6e4;
const WAITS_MS = {
	REMOTE_UNAVAILABLE: [
		250,
		500,
		1e3,
		2e3
	],
	RATE_LIMITED: [
		4e3,
		8e3,
		16e3,
		32e3
	]
};
async function patiently(clock, call, args) {
	const started = clock?.now() ?? 0;
	for (let attempt = 0;; attempt += 1) try {
		return await runGit(args, call);
	} catch (error) {
		const code = error instanceof BumpError ? error.code : "BUG";
		const waitMs = (code === "REMOTE_UNAVAILABLE" || code === "RATE_LIMITED" ? WAITS_MS[code] : [])[attempt];
		if (clock === void 0 || waitMs === void 0 || call.need === "write") throw error;
		if (clock.now() - started > PATIENCE_MS) throw error;
		await clock.sleep(waitMs * clock.random());
	}
}
async function makeRepository(gitDir) {
	await mkdir(join(gitDir, "objects", "pack"), { recursive: true });
	await mkdir(join(gitDir, "refs"), { recursive: true });
	await writeFile(join(gitDir, "config"), "[core]\n	repositoryformatversion = 0\n	bare = true\n");
	await writeFile(join(gitDir, "HEAD"), "ref: refs/heads/main\n");
}
function oneAtATime(run) {
	let before = Promise.resolve();
	return {
		run: async (args, call) => {
			const mine = before.then(async () => await run(args, call));
			before = mine.catch(() => void 0);
			return await mine;
		},
		ended: async () => {
			await before;
		}
	};
}

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

// src/adapters/git/queue.ts
function gitQueue(remote, { now, person = IMAGE_BUMP }) {
	const { access, git, gitDir } = remote;
	return {
		async list(prefix, own) {
			await git([
				...FETCH,
				"--prune",
				"--end-of-options",
				access.url,
				`+${prefix}*:${prefix}*`
			]);
			return (await ticketsIn(gitDir)).filter(({ ref }, at) => ref.startsWith(prefix) && (at < MOST_LISTED || ref === own.ref));
		},
		async join(ref, text) {
			const { stdout } = await runGit([
				"for-each-ref",
				"--count=1",
				"--format=%(objectname)"
			], { gitDir });
			const like = stdout.toString("latin1").trim();
			if (like === "") throw new BumpError("BUG", "A place in a queue is taken before anything was fetched.");
			const empty = {
				type: "tree",
				bytes: Buffer.alloc(0)
			};
			const tree = objectId(empty, like);
			const commit = commitObject({
				tree,
				parents: [],
				message: text,
				author: person,
				committer: person,
				now: now()
			});
			const oid = objectId(commit, like);
			await runGit(["unpack-objects", "-q"], {
				gitDir,
				input: packOf([empty, commit], like)
			});
			const { kind } = await pushRefs(remote, [{
				ref,
				expected: void 0,
				to: oid
			}]);
			if (kind !== "moved") throw new BumpError("REMOTE_REFUSED", `${access.url} did not take ${ref}`);
			return {
				ref,
				oid
			};
		},
		async leave(tickets) {
			if (tickets.length === 0) return;
			const moves = tickets.map(({ ref, oid }) => ({
				ref,
				expected: oid,
				to: void 0
			}));
			await pushRefs(remote, moves, { together: false });
		}
	};
}
async function ticketsIn(gitDir) {
	const { stdout } = await runGit([
		"for-each-ref",
		"--format=%(objectname) %(refname)",
		"refs/image-bump/queue/"
	], { gitDir });
	return stdout.toString("utf8").split("\n").flatMap((line) => {
		const [oid = "", name = ""] = line.split(" ");
		const ref = asTicket(name);
		return ref === void 0 ? [] : [{
			ref,
			oid
		}];
	});
}
const MOST_LISTED = 100;

// src/adapters/git/fetch-ahead.ts
async function fetchAhead(remote, tip, branch) {
	const { access, git, gitDir } = remote;
	const { exitCode } = await git([
		...FETCH,
		`--shallow-exclude=refs/heads/${branch}`,
		"--end-of-options",
		access.url,
		tip
	], { answers: ({ exitCode, stderr }) => exitCode === 0 || NOTHING_AHEAD.test(stderr) });
	if (exitCode === 0) return new Set((await readFile(join(gitDir, "shallow"), "utf8").catch(noFile)).split("\n"));
	if (await isBehind(remote, tip, branch)) return void 0;
	throw new BumpError("REMOTE_REFUSED", `${access.url} broke off when asked for what ${tip} has and ${branch} has not.`);
}
const NOTHING_AHEAD = /no commits selected for shallow requests|error processing shallow info/;
const DEPTHS = [
	100,
	2e3,
	0
];
async function isBehind({ access, git, gitDir }, tip, branch) {
	const folder = join(gitDir, "image-bump-history");
	await mkdir(folder, { recursive: true });
	try {
		await makeRepository(folder);
		for (const depth of DEPTHS) {
			const far = depth === 0 ? "--unshallow" : `--depth=${depth}`;
			const spec = `+refs/heads/${branch}:refs/heads/base`;
			await git([
				...FETCH,
				"--filter=tree:0",
				far,
				"--end-of-options",
				access.url,
				spec
			], {
				gitDir: folder,
				answers: ({ exitCode, stderr }) => exitCode === 0 || /complete repository/.test(stderr)
			});
			const { exitCode } = await runGit([
				"merge-base",
				"--is-ancestor",
				tip,
				"refs/heads/base"
			], {
				gitDir: folder,
				answers: () => true
			});
			if (exitCode === 0) return true;
		}
		return false;
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
function noFile(error) {
	if (error.code === "ENOENT") return "";
	throw error;
}

// src/adapters/git/history.ts
async function walkAhead(history, base, head) {
	if (head === base) return [];
	const newest = await history.commit(head);
	if (newest.parents.length === 1 && newest.parents[0] === base) return [newest];
	const ahead = /* @__PURE__ */ new Map();
	const asked = /* @__PURE__ */ new Set([base]);
	const tips = [head];
	for (let tip = tips.pop(); tip !== void 0; tip = tips.pop()) {
		if (asked.has(tip) || ahead.has(tip)) continue;
		asked.add(tip);
		const cut = await history.fetchAhead(tip);
		if (cut !== void 0) tips.push(...await collect(history, tip, cut, ahead));
	}
	return inOrder$1(head, ahead);
}
async function collect(history, tip, cut, ahead) {
	const unknown = [];
	const next = [tip];
	for (let oid = next.pop(); oid !== void 0; oid = next.pop()) {
		if (ahead.has(oid)) continue;
		const facts = await history.commit(oid);
		ahead.set(oid, facts);
		if (!cut.has(oid)) next.push(...facts.parents);
		else if (facts.parents.length > 1) unknown.push(...facts.parents);
	}
	return unknown;
}
function inOrder$1(head, ahead) {
	const done = [];
	const seen = /* @__PURE__ */ new Set();
	const stack = [{
		oid: head,
		leave: false
	}];
	for (let step = stack.pop(); step !== void 0; step = stack.pop()) {
		const facts = ahead.get(step.oid);
		if (facts === void 0) continue;
		if (step.leave) done.push(facts);
		else if (!seen.has(step.oid)) {
			seen.add(step.oid);
			stack.push({
				oid: step.oid,
				leave: true
			}, ...facts.parents.map((oid) => ({
				oid,
				leave: false
			})));
		}
	}
	return done.reverse();
}

// src/adapters/git/tips.ts
const BASE = "refs/image-bump/base";
const HEADS = "refs/image-bump/heads/";
function baseSpec(ref) {
	return `+${ref}:${BASE}`;
}
function headSpecs(headPrefix) {
	const queues = queuePrefix(headPrefix);
	return [`+refs/heads/${headPrefix}*:${HEADS}${headPrefix}*`, `+${queues}*:${queues}*`];
}
async function fetchedTips({ gitDir }, base) {
	const text = await readFile(join(gitDir, "FETCH_HEAD"), "utf8");
	let tip;
	const heads = [];
	const tickets = [];
	for (const line of text.split("\n")) {
		const { oid, branch, ref } = readLine(line);
		if (oid === void 0) continue;
		const ticket = ref === void 0 ? void 0 : asTicket(ref);
		if (ticket !== void 0) tickets.push({
			ref: ticket,
			oid
		});
		if (branch === base && ref === void 0) tip = oid;
		const name = branch === void 0 || branch === base ? void 0 : checkBranchName(branch);
		if (name?.ok === true) heads.push([name.value, oid]);
	}
	return {
		base: tip,
		heads,
		tickets
	};
}
const LINE = /^([0-9a-f]{40,64})\t(?:not-for-merge)?\t(?:(branch )?'(\S+)' of )?/;
function readLine(line) {
	const [, oid, isBranch, name] = LINE.exec(line) ?? [];
	if (oid === void 0) return {};
	if (name === void 0) return { oid };
	return isBranch === void 0 ? {
		oid,
		ref: name
	} : {
		oid,
		branch: name
	};
}

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
	const { access, contents, ask } = remote;
	const early = earlyTips(remote, fetchTips);
	let last;
	let waiting = [];
	const walks = /* @__PURE__ */ new Map();
	return {
		search: contents.search,
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
			const { stdout } = await ask([
				"ls-remote",
				"--quiet",
				"--symref",
				"--end-of-options",
				access.url,
				"HEAD"
			]);
			const text = stdout.toString("utf8");
			const name = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(text)?.[1];
			if (name === void 0) throw new BumpError("BASE_NOT_FOUND", `${access.url} has no commits, or no default branch. Name the base branch.`);
			const branch = checked$1(name);
			early.named(branch, /^([0-9a-f]+)\tHEAD$/m.exec(text)?.[1]);
			return branch;
		},
		async fetch(branch, headPrefix) {
			checked$1(branch);
			checked$1(`${headPrefix}x`);
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
function checked$1(name) {
	const parsed = checkBranchName(name);
	if (!parsed.ok) throw new BumpError("BAD_INPUT", `${parsed.reason}.`);
	return parsed.value;
}

// src/adapters/git/blobs.ts
function openBlobs$1({ access, contents, git }) {
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
			for (let at = 0; at < unknown.length; at += AT_ONCE$1) {
				const some = unknown.slice(at, at + AT_ONCE$1);
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
const AT_ONCE$1 = 256;

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

// src/adapters/git/listing.ts
async function listFiles(gitDir, tree, folders) {
	const { stdout } = await runGit([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree,
		"--",
		...folders
	], { gitDir });
	return records(stdout).flatMap((record) => {
		const tab = record.indexOf(9);
		const [mode = "", , oid = ""] = record.toString("latin1", 0, tab).split(" ");
		return fileEntry(mode, oid, record.subarray(tab + 1));
	});
}
async function differences(gitDir, before, after) {
	const found = new Map(after.map((tree) => [tree, []]));
	const input = [...found.keys()].map((tree) => `${before} ${tree}\n`).join("");
	if (input === "") return found;
	const { stdout } = await runGit([
		"diff-tree",
		"--stdin",
		"-r",
		"-z",
		"--raw",
		"--no-renames",
		"--full-index"
	], {
		gitDir,
		input
	});
	let current = [];
	let change;
	for (const record of records(stdout)) {
		if (change !== void 0) {
			const [, modeBefore = "", modeAfter = "", oidBefore = "", oidAfter = ""] = change;
			change = void 0;
			const [a] = fileEntry(modeBefore, oidBefore, record);
			const [b] = fileEntry(modeAfter, oidAfter, record);
			const path = (a ?? b)?.path;
			if (path !== void 0) current.push({
				path,
				before: a,
				after: b
			});
			continue;
		}
		const text = record.toString("latin1");
		const header = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64})\n?/.exec(text);
		if (header !== null) current = found.get(header[2]) ?? [];
		change = CHANGE.exec(header === null ? text : text.slice(header[0].length)) ?? void 0;
	}
	return found;
}
const CHANGE = /^:([0-7]+) ([0-7]+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]$/;
const REGULAR = /^100[0-7]{3}$/;
function records(output) {
	const found = [];
	for (let at = 0; at < output.length;) {
		const end = output.indexOf(0, at);
		const stop = end === -1 ? output.length : end;
		found.push(output.subarray(at, stop));
		at = stop + 1;
	}
	return found;
}
const utf8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
function fileEntry(mode, oid, name) {
	if (!REGULAR.test(mode)) return [];
	try {
		const path = checkRepoPath(utf8.decode(name));
		const executable = (Number.parseInt(mode, 8) & 64) !== 0;
		return path.ok ? [{
			path: path.value,
			oid,
			mode: executable ? "100755" : "100644"
		}] : [];
	} catch {
		return [];
	}
}

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
	const blobs = openBlobs$1(remote);
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
		async search(commit, texts, globs = []) {
			const candidates = tips.areWhole() ? void 0 : await candidatesIn(commit, globs);
			if (candidates !== void 0 && !tips.areWhole()) return await blobs.holding(candidates, texts);
			await tips.getAll(commit);
			return await all.search(commit, texts, globs);
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

// src/adapters/github/http/remote-failure.ts
var RemoteFailure = class extends Error {
	name = "RemoteFailure";
	status;
	headers;
	problems;
	constructor({ status, headers = {}, problems }) {
		super(problems.map(({ message }) => message).join("; "));
		this.status = status;
		this.headers = headers;
		this.problems = problems;
	}
	says(pattern) {
		return this.problems.some(({ message }) => pattern.test(message));
	}
	hasType(...types) {
		return this.problems.some(({ type }) => type !== void 0 && types.includes(type));
	}
	hasCode(...codes) {
		return this.problems.some(({ code }) => code !== void 0 && codes.includes(code));
	}
};
function behind(error) {
	return error instanceof Error && error.cause instanceof RemoteFailure ? error.cause : void 0;
}

// src/adapters/github/slug.ts
const SLUG = /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})\/((?!\.{1,2}$)[A-Za-z0-9._-]{1,100})$/;
function parseSlug(repository) {
	const slug = readSlug(repository);
	if (slug === void 0) throw new BumpError("BAD_INPUT", `Repository ${quote(repository)} is not of the form owner/name.`);
	return slug;
}
function readSlug(repository) {
	const [, owner, repo] = SLUG.exec(repository) ?? [];
	return owner === void 0 || repo === void 0 ? void 0 : {
		owner,
		repo
	};
}

// src/adapters/github/move-branch.ts
const MOST_TRIES$1 = 4;
async function moveBranch(client, repository, repositoryId, move) {
	const { alsoDelete = [], branch, from, to } = move;
	if (alsoDelete.length === 0) return await moveAlone(client, repository, repositoryId, move);
	const request = {
		...about$1("move the branch", repository, branch),
		repeatable: false
	};
	const deletions = alsoDelete.map(({ ref, oid }) => ({
		ref,
		from: oid,
		to: void 0
	}));
	try {
		await updateRefs(client, request, repositoryId, [{
			ref: `refs/heads/${branch}`,
			from,
			to
		}, ...deletions]);
		return "moved";
	} catch {
		const tip = await readTip(client, repository, branch);
		if (tip !== from) return tip === to ? "moved" : "lost";
	}
	const kind = await moveAlone(client, repository, repositoryId, move);
	if (kind === "moved") await deleteEach(client, repository, alsoDelete);
	return kind;
}
const MOST_DELETED = 20;
async function deleteEach(client, repository, tickets) {
	const request = {
		to: "clear the queue",
		repository,
		permission: "contents: write",
		repeatable: false
	};
	for (const { ref } of tickets.slice(0, MOST_DELETED)) try {
		const name = ref.replace(/^refs\//, "");
		await client.rest(request, (api) => api.git.deleteRef({
			...parseSlug(repository),
			ref: name
		}));
	} catch (error) {
		if (behind(error)?.status !== 422 && behind(error)?.status !== 404) return;
	}
}
async function moveAlone(client, repository, repositoryId, move) {
	const request = {
		...about$1("move the branch", repository, move.branch),
		repeatable: false
	};
	const swap = {
		ref: `refs/heads/${move.branch}`,
		from: move.from,
		to: move.to
	};
	for (let attempt = 0;; attempt += 1) try {
		await updateRefs(client, request, repositoryId, [swap]);
		return "moved";
	} catch (error) {
		if (lacksUpdateRefs(behind(error))) return compareThenMove(client, repository, move);
		if (!mayHaveHappened(error)) throw error;
		const tip = await readTip(client, repository, move.branch);
		if (tip === move.to) return "moved";
		if (tip !== move.from) return "lost";
		if (behind(error)?.hasType("STALE_DATA") === true) return "lost";
		if (!isPassing(error) || attempt + 1 >= MOST_TRIES$1) throw error;
		await client.backOff(attempt);
	}
}
function about$1(to, repository, branch) {
	return {
		to,
		repository,
		branch,
		permission: "contents: write"
	};
}
async function updateRefs(client, request, repositoryId, swaps) {
	const refUpdates = swaps.map(({ ref, from, to }) => {
		const none = "0".repeat((to ?? from ?? "").length);
		return {
			name: ref,
			beforeOid: from ?? none,
			afterOid: to ?? none,
			force: true
		};
	});
	const document = "mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
	await client.graphql({
		...request,
		repeatable: false
	}, document, { input: {
		repositoryId,
		refUpdates
	} });
}
function mayHaveHappened(error) {
	return error instanceof BumpError && ![
		"BAD_TOKEN",
		"RATE_LIMITED",
		"PERMISSION_MISSING"
	].includes(error.code);
}
function isPassing(error) {
	return error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" || behind(error)?.says(/\block/i) === true;
}
function lacksUpdateRefs(failure) {
	if (failure === void 0) return false;
	return failure.hasCode("undefinedField") || failure.says(/updateRefs.*doesn't exist|UpdateRefsInput isn't a defined/);
}
async function compareThenMove(client, repository, move) {
	const before = await readTip(client, repository, move.branch);
	if (before === move.to) return "moved";
	if (before !== move.from) return "lost";
	try {
		await writeRef(client, repository, move);
		return "moved";
	} catch (error) {
		if (!mayHaveHappened(error)) throw error;
		const tip = await readTip(client, repository, move.branch);
		if (tip === move.to) return "moved";
		if (tip !== move.from) return "lost";
		throw error;
	}
}
async function writeRef(client, repository, { branch, from, to, isFastForward }) {
	const slug = parseSlug(repository);
	const request = {
		...about$1("move the branch", repository, branch),
		repeatable: false
	};
	const ref = `heads/${branch}`;
	if (to === void 0) await client.rest(request, (api) => api.git.deleteRef({
		...slug,
		ref
	}));
	else if (from === void 0) await client.rest(request, (api) => api.git.createRef({
		...slug,
		ref: `refs/${ref}`,
		sha: to
	}));
	else await client.rest(request, (api) => api.git.updateRef({
		...slug,
		ref,
		sha: to,
		force: !isFastForward
	}));
}
async function readTip(client, repository, branch) {
	const request = {
		...about$1("read the branch", repository, branch),
		permission: "contents: read",
		repeatable: true
	};
	try {
		return (await client.rest(request, (api) => api.git.getRef({
			...parseSlug(repository),
			ref: `heads/${branch}`
		}))).object.sha;
	} catch (error) {
		if (behind(error)?.status === 404) return void 0;
		throw error;
	}
}

// src/adapters/github/branch-writer.ts
const INLINE_FILE_BYTES = 262144;
const INLINE_TREE_BYTES = 4194304;
function githubBranchWriter(client, repository, { repositoryId }) {
	const move = async (refMove) => moveBranch(client, repository, await repositoryId(), refMove);
	return {
		commit: async (request) => {
			const commit = await writeCommit(client, repository, request, asWanted(request, await writeTree(client, repository, request)));
			if (await request.holds === false) return { kind: "lost" };
			const { branch, expected, parent, alsoDelete } = request;
			const kind = await move({
				branch,
				from: expected,
				to: commit,
				isFastForward: parent === expected,
				...alsoDelete === void 0 ? {} : { alsoDelete }
			});
			return kind === "moved" ? {
				kind,
				commit
			} : { kind };
		},
		delete: async (branch, expected) => ({ kind: await move({
			branch,
			from: expected,
			to: void 0,
			isFastForward: false
		}) })
	};
}
async function writeTree(client, repository, { parentTree, files, branch }) {
	const slug = parseSlug(repository);
	const entries = [];
	let inlineBytes = 0;
	for (const { entry, bytes } of files) {
		const text = bytes.length <= INLINE_FILE_BYTES ? exactText(bytes) : void 0;
		const isInline = text !== void 0 && inlineBytes + bytes.length <= INLINE_TREE_BYTES;
		if (isInline) inlineBytes += bytes.length;
		const content = isInline ? { content: text } : { sha: await writeBlob(client, repository, branch, bytes) };
		entries.push({
			path: entry.path,
			mode: entry.mode,
			type: "blob",
			...content
		});
	}
	const request = {
		...about("write the files", repository, branch),
		repeatable: true
	};
	return (await client.rest(request, (api) => api.git.createTree({
		...slug,
		base_tree: parentTree,
		tree: entries
	}))).sha;
}
async function writeBlob(client, repository, branch, bytes) {
	const content = {
		content: Buffer.from(bytes).toString("base64"),
		encoding: "base64"
	};
	const request = {
		...about("write a file", repository, branch),
		repeatable: true
	};
	return (await client.rest(request, (api) => api.git.createBlob({
		...parseSlug(repository),
		...content
	}))).sha;
}
async function writeCommit(client, repository, { message, parent, author, branch }, tree) {
	const commit = {
		message,
		tree,
		parents: [parent],
		...author === void 0 ? {} : { author: { ...author } }
	};
	const request = {
		...about("write the commit", repository, branch),
		repeatable: true
	};
	const made = await client.rest(request, (api) => api.git.createCommit({
		...parseSlug(repository),
		...commit
	}));
	asWanted({ tree }, made.tree.sha);
	return made.sha;
}
function asWanted({ tree: wanted }, tree) {
	if (wanted === void 0 || tree === wanted) return tree;
	throw new BumpError("NOT_AS_WRITTEN", `GitHub made tree ${tree} of our files, where ${wanted} was expected.`);
}
function about(to, repository, branch) {
	return {
		to,
		repository,
		branch,
		permission: "contents: write"
	};
}
function exactText(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}

// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}

// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}

// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}

// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}

// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};

// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$1(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$1(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$1(merge(defaults, route, options));
}
function withDefaults$2(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$2.bind(null, DEFAULTS2),
		merge: merge.bind(null, DEFAULTS2),
		parse: parse$1
	});
}
var endpoint = withDefaults$2(null, DEFAULTS);

// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
const CHAR_MAP = /* @__PURE__ */ new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
const NullObject = /* @__PURE__ */ (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
function parse(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}

// scripts/bundle/json-with-bigint.ts
const JSONParse = JSON.parse;
const JSONStringify = JSON.stringify;

// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	status;
	request;
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		/* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};

// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$1 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$1);
	const mimetype = parse(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$1);
	else return response.arrayBuffer().catch(
		/* v8 ignore next -- @preserve */
		() => /* @__PURE__ */ new ArrayBuffer(0)
	);
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults$1(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults$1.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults$1.bind(null, endpoint2)
	});
}
var request = withDefaults$1(endpoint, defaults_default);
/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */

// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION$5 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
	return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
	constructor(request2, headers, response) {
		super(_buildMessageForResponseErrors(response));
		this.request = request2;
		this.headers = headers;
		this.response = response;
		this.errors = response.errors;
		this.data = response.data;
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
	}
	request;
	headers;
	response;
	name = "GraphqlResponseError";
	errors;
	data;
};
var NON_VARIABLE_OPTIONS = [
	"method",
	"baseUrl",
	"url",
	"headers",
	"request",
	"query",
	"mediaType",
	"operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = [
	"query",
	"method",
	"url"
];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
	if (options) {
		if (typeof query === "string" && "query" in options) return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
		for (const key in options) {
			if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
			return Promise.reject(/* @__PURE__ */ new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
		}
	}
	const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
	const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
		if (NON_VARIABLE_OPTIONS.includes(key)) {
			result[key] = parsedOptions[key];
			return result;
		}
		if (!result.variables) result.variables = {};
		result.variables[key] = parsedOptions[key];
		return result;
	}, {});
	const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
	if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
	return request2(requestOptions).then((response) => {
		if (response.data.errors) {
			const headers = {};
			for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
			throw new GraphqlResponseError(requestOptions, headers, response.data);
		}
		return response.data.data;
	});
}
function withDefaults(request2, newDefaults) {
	const newRequest = request2.defaults(newDefaults);
	const newApi = (query, options) => {
		return graphql(newRequest, query, options);
	};
	return Object.assign(newApi, {
		defaults: withDefaults.bind(null, newRequest),
		endpoint: newRequest.endpoint
	});
}
var graphql2 = withDefaults(request, {
	headers: { "user-agent": `octokit-graphql.js/${VERSION$5} ${getUserAgent()}` },
	method: "POST",
	url: "/graphql"
});
function withCustomRequest(customRequest) {
	return withDefaults(customRequest, {
		method: "POST",
		url: "/graphql"
	});
}
/* v8 ignore if -- @preserve */

// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep$1 = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep$1}${b64url}${sep$1}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};

// node_modules/@octokit/core/dist-src/version.js
const VERSION$4 = "7.0.8";

// node_modules/@octokit/core/dist-src/index.js
const noop = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop;
	if (typeof logger.info !== "function") logger.info = noop;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION$4} ${getUserAgent()}`;
var Octokit$1 = class {
	static VERSION = VERSION$4;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};

// node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION$3 = "6.0.0";

// node_modules/@octokit/plugin-request-log/dist-src/index.js
function requestLog(octokit) {
	octokit.hook.wrap("request", (request, options) => {
		octokit.log.debug("request", options);
		const start = Date.now();
		const requestOptions = octokit.request.endpoint.parse(options);
		const path = requestOptions.url.replace(options.baseUrl, "");
		return request(options).then((response) => {
			const requestId = response.headers["x-github-request-id"];
			octokit.log.info(`${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`);
			return response;
		}).catch((error) => {
			const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
			octokit.log.error(`${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`);
			throw error;
		});
	});
}
requestLog.VERSION = VERSION$3;

// node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var VERSION$2 = "0.0.0-development";
function normalizePaginatedListResponse(response) {
	if (!response.data) return {
		...response,
		data: []
	};
	if (!(("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data))) return response;
	const incompleteResults = response.data.incomplete_results;
	const repositorySelection = response.data.repository_selection;
	const totalCount = response.data.total_count;
	const totalCommits = response.data.total_commits;
	delete response.data.incomplete_results;
	delete response.data.repository_selection;
	delete response.data.total_count;
	delete response.data.total_commits;
	const namespaceKey = Object.keys(response.data)[0];
	response.data = response.data[namespaceKey];
	if (typeof incompleteResults !== "undefined") response.data.incomplete_results = incompleteResults;
	if (typeof repositorySelection !== "undefined") response.data.repository_selection = repositorySelection;
	response.data.total_count = totalCount;
	response.data.total_commits = totalCommits;
	return response;
}
function iterator(octokit, route, parameters) {
	const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
	const requestMethod = typeof route === "function" ? route : octokit.request;
	const method = options.method;
	const headers = options.headers;
	let url = options.url;
	return { [Symbol.asyncIterator]: () => ({ async next() {
		if (!url) return { done: true };
		try {
			const normalizedResponse = normalizePaginatedListResponse(await requestMethod({
				method,
				url,
				headers
			}));
			url = ((normalizedResponse.headers.link || "").match(/<([^<>]+)>;\s*rel="next"/) || [])[1];
			if (!url && "total_commits" in normalizedResponse.data) {
				const parsedUrl = new URL(normalizedResponse.url);
				const params = parsedUrl.searchParams;
				const page = parseInt(params.get("page") || "1", 10);
				if (page * parseInt(params.get("per_page") || "250", 10) < normalizedResponse.data.total_commits) {
					params.set("page", String(page + 1));
					url = parsedUrl.toString();
				}
			}
			return { value: normalizedResponse };
		} catch (error) {
			if (error.status !== 409) throw error;
			url = "";
			return { value: {
				status: 200,
				headers: {},
				data: []
			} };
		}
	} }) };
}
function paginate(octokit, route, parameters, mapFn) {
	if (typeof parameters === "function") {
		mapFn = parameters;
		parameters = void 0;
	}
	return gather(octokit, [], iterator(octokit, route, parameters)[Symbol.asyncIterator](), mapFn);
}
function gather(octokit, results, iterator2, mapFn) {
	return iterator2.next().then((result) => {
		if (result.done) return results;
		let earlyExit = false;
		function done() {
			earlyExit = true;
		}
		results = results.concat(mapFn ? mapFn(result.value, done) : result.value.data);
		if (earlyExit) return results;
		return gather(octokit, results, iterator2, mapFn);
	});
}
var composePaginateRest = Object.assign(paginate, { iterator });
function paginateRest(octokit) {
	return { paginate: Object.assign(paginate.bind(null, octokit), { iterator: iterator.bind(null, octokit) }) };
}
paginateRest.VERSION = VERSION$2;

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const VERSION$1 = "17.0.0";

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
var endpoints_default = {
	"git": {
		"createTree": ["POST /repos/{owner}/{repo}/git/trees"],
		"createBlob": ["POST /repos/{owner}/{repo}/git/blobs"],
		"createCommit": ["POST /repos/{owner}/{repo}/git/commits"],
		"deleteRef": ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
		"createRef": ["POST /repos/{owner}/{repo}/git/refs"],
		"updateRef": ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"],
		"getRef": ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
		"listMatchingRefs": ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
		"getBlob": ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"]
	},
	"pulls": {
		"merge": ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		"get": ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
		"requestReviewers": ["POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		"update": ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
		"create": ["POST /repos/{owner}/{repo}/pulls"],
		"list": ["GET /repos/{owner}/{repo}/pulls"]
	},
	"issues": {
		"addLabels": ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		"addAssignees": ["POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		"listMilestones": ["GET /repos/{owner}/{repo}/milestones"],
		"update": ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
		"createComment": ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		"listComments": ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"]
	},
	"repos": { "compareCommitsWithBasehead": ["GET /repos/{owner}/{repo}/compare/{basehead}"] }
};

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js
const endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) for (const [methodName, endpoint] of Object.entries(endpoints)) {
	const [route, defaults, decorations] = endpoint;
	const [method, url] = route.split(/ /);
	const endpointDefaults = Object.assign({
		method,
		url
	}, defaults);
	if (!endpointMethodsMap.has(scope)) endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
	endpointMethodsMap.get(scope).set(methodName, {
		scope,
		methodName,
		endpointDefaults,
		decorations
	});
}
const handler = {
	has({ scope }, methodName) {
		return endpointMethodsMap.get(scope).has(methodName);
	},
	getOwnPropertyDescriptor(target, methodName) {
		return {
			value: this.get(target, methodName),
			configurable: true,
			writable: true,
			enumerable: true
		};
	},
	defineProperty(target, methodName, descriptor) {
		Object.defineProperty(target.cache, methodName, descriptor);
		return true;
	},
	deleteProperty(target, methodName) {
		delete target.cache[methodName];
		return true;
	},
	ownKeys({ scope }) {
		return [...endpointMethodsMap.get(scope).keys()];
	},
	set(target, methodName, value) {
		return target.cache[methodName] = value;
	},
	get({ octokit, scope, cache }, methodName) {
		if (cache[methodName]) return cache[methodName];
		const method = endpointMethodsMap.get(scope).get(methodName);
		if (!method) return;
		const { endpointDefaults, decorations } = method;
		if (decorations) cache[methodName] = decorate$1(octokit, scope, methodName, endpointDefaults, decorations);
		else cache[methodName] = octokit.request.defaults(endpointDefaults);
		return cache[methodName];
	}
};
function endpointsToMethods(octokit) {
	const newMethods = {};
	for (const scope of endpointMethodsMap.keys()) newMethods[scope] = new Proxy({
		octokit,
		scope,
		cache: {}
	}, handler);
	return newMethods;
}
function decorate$1(octokit, scope, methodName, defaults, decorations) {
	const requestWithDefaults = octokit.request.defaults(defaults);
	function withDecorations(...args) {
		let options = requestWithDefaults.endpoint.merge(...args);
		if (decorations.mapToData) {
			options = Object.assign({}, options, {
				data: options[decorations.mapToData],
				[decorations.mapToData]: void 0
			});
			return requestWithDefaults(options);
		}
		if (decorations.renamed) {
			const [newScope, newMethodName] = decorations.renamed;
			octokit.log.warn(`octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`);
		}
		if (decorations.deprecated) octokit.log.warn(decorations.deprecated);
		if (decorations.renamedParameters) {
			const options2 = requestWithDefaults.endpoint.merge(...args);
			for (const [name, alias] of Object.entries(decorations.renamedParameters)) if (name in options2) {
				octokit.log.warn(`"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`);
				if (!(alias in options2)) options2[alias] = options2[name];
				delete options2[name];
			}
			return requestWithDefaults(options2);
		}
		return requestWithDefaults(...args);
	}
	return Object.assign(withDecorations, requestWithDefaults);
}

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js
function restEndpointMethods(octokit) {
	return { rest: endpointsToMethods(octokit) };
}
restEndpointMethods.VERSION = VERSION$1;
function legacyRestEndpointMethods(octokit) {
	const api = endpointsToMethods(octokit);
	return {
		...api,
		rest: api
	};
}
legacyRestEndpointMethods.VERSION = VERSION$1;

// node_modules/@octokit/rest/dist-src/version.js
const VERSION = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/${VERSION}` });

// src/adapters/github/http/retry.ts
const FIRST_BACKOFF_MS = 250;
const LAST_BACKOFF_MS = 4e3;
const MOST_TRANSIENT = 5;
const SECONDARY_LIMIT_MS = 6e4;
const TRANSIENT_STATUS = /* @__PURE__ */ new Set([
	500,
	502,
	503,
	504
]);
function judge(failure, attempt, random) {
	if (isLimited(failure)) return {
		kind: "limited",
		waitMs: limitWait(failure, attempt)
	};
	if (!isTransient(failure) || attempt >= MOST_TRANSIENT) return { kind: "final" };
	return {
		kind: "transient",
		waitMs: retryAfterMs(failure) ?? backoff(attempt, random)
	};
}
function backoff(attempt, random) {
	return Math.round(random() * Math.min(LAST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt));
}
function answeredAt({ date }) {
	return Date.parse(date ?? "");
}
function isTransient(failure) {
	if (failure.status === void 0 || TRANSIENT_STATUS.has(failure.status)) return true;
	return failure.status === 200 && failure.says(/^Something went wrong while executing your query/);
}
function isLimited(failure) {
	if (failure.status === 429 || failure.hasType("RATE_LIMITED", "RATE_LIMIT")) return true;
	if (failure.status !== 403) return false;
	const { retryAfter, remaining } = failure.headers;
	return retryAfter !== void 0 || remaining === "0" || failure.says(/rate limit|abuse detection/i);
}
function limitWait(failure, attempt) {
	const waitMs = retryAfterMs(failure) ?? resetMs(failure) ?? SECONDARY_LIMIT_MS * 2 ** attempt;
	return Math.max(1e3, waitMs);
}
function retryAfterMs({ headers }) {
	const value = headers.retryAfter?.trim() ?? "";
	if (/^\d{1,9}$/.test(value)) return Number(value) * 1e3;
	const waitMs = Date.parse(value) - answeredAt(headers);
	return Number.isNaN(waitMs) ? void 0 : Math.max(0, waitMs);
}
function resetMs({ headers }) {
	if (headers.remaining !== "0" || headers.reset === void 0 || !/^\d{1,12}$/.test(headers.reset)) return void 0;
	const waitMs = Number(headers.reset) * 1e3 - answeredAt(headers);
	return Number.isNaN(waitMs) ? void 0 : Math.max(0, waitMs) + 1e3;
}

// src/adapters/github/errors.ts
const PROTECTED = /protected branch|rule violation|through a pull request|merge queue|required status check|cannot (?:update|delete|create|force)|not authorized to push/i;
const MAY_NOT = /not accessible by (?:integration|personal access token)|must have (?:admin|push|write)|do(?:es)? not have (?:permission|the correct permissions|write access)|permission to/i;
function toBumpError(failure, ask) {
	const { status } = failure;
	if (status === 401) return badToken(failure);
	if (isLimited(failure)) return rateLimited(failure, ask, void 0);
	if (isTransient(failure)) return unavailable(failure, ask);
	if (failure.headers.sso?.startsWith("required") === true) return singleSignOn(failure, ask);
	if (failure.says(/GitHub Actions is not permitted to create or approve pull requests/i)) return actionsMayNotOpen(failure, ask);
	if (failure.says(/without [`'"]?workflows?[`'"]? (?:permission|scope)/i)) return permissionMissing(failure, {
		...ask,
		permission: "workflows: write"
	});
	if (ask.branch !== void 0 && failure.says(PROTECTED)) return branchProtected(failure, ask, ask.branch);
	if (status === 403 || failure.hasType("FORBIDDEN", "INSUFFICIENT_SCOPES") || failure.says(MAY_NOT)) return permissionMissing(failure, ask);
	if (status === 404 || failure.hasType("NOT_FOUND")) return notFound(failure, ask);
	return refused$1(failure, ask);
}
function rateLimited(failure, ask, waitMs) {
	return told("RATE_LIMITED", failure, ask, `its rate limit is used up. Run again ${whenAgain(failure, waitMs)}.`);
}
function whenAgain({ headers }, waitMs) {
	if (waitMs === void 0) return "later";
	const at = answeredAt(headers) + waitMs;
	return Number.isNaN(at) ? `in ${Math.ceil(waitMs / 1e3)} s` : `after ${new Date(at).toISOString()}`;
}
function moved(failure, ask, name) {
	const what = `Repository ${ask.repository} has moved to ${quote(name)}. Write the new name.`;
	return new BumpError("REPOSITORY_NOT_FOUND", what, { cause: failure });
}
function redirected(failure, ask) {
	const to = failure.headers.location ?? "nowhere";
	return told("REMOTE_REFUSED", failure, ask, `it redirects to ${quote(to)}, and the token is not sent after redirects.`);
}
function notAnAnswer(ask) {
	return new BumpError("REMOTE_UNAVAILABLE", `We could not ${ask.to} (${ask.repository}): the answer is not GitHub's. Is there a proxy in between?`);
}
function badToken(failure) {
	return new BumpError("BAD_TOKEN", "GitHub does not take the token (HTTP 401): it is wrong, expired or revoked. Give a valid one as input \"token\".", { cause: failure });
}
function unavailable(failure, ask) {
	return told("REMOTE_UNAVAILABLE", failure, ask, `it is not answering properly (${failure.status === void 0 ? failure.message : `HTTP ${failure.status}, ${failure.message}`}). Run again later.`);
}
function singleSignOn(failure, ask) {
	const url = /url=(\S+)/.exec(failure.headers.sso ?? "")?.[1];
	return told("PERMISSION_MISSING", failure, ask, `the token must be authorized for single sign-on${url === void 0 ? "" : ` at ${quote(url)}`}.`);
}
function actionsMayNotOpen(failure, ask) {
	return told("PERMISSION_MISSING", failure, ask, "a setting forbids it. Switch on \"Allow GitHub Actions to create and approve pull requests\" under Settings > Actions > General > Workflow permissions of the repository (or of its organization), or give the token of a GitHub App.");
}
function permissionMissing(failure, ask) {
	return told("PERMISSION_MISSING", failure, ask, `the token lacks the permission ${acceptedPermissions(failure) ?? ask.permission} (${failure.message}). Grant it in the job's "permissions:", or to the token.`);
}
function acceptedPermissions({ headers }) {
	const accepted = headers.acceptedPermissions?.trim() ?? "";
	if (!/^[a-z_]+=[a-z]+(?:[;,] *[a-z_]+=[a-z]+)*$/.test(accepted)) return void 0;
	return accepted.split(/; */).map((all) => all.replaceAll("_", "-").replaceAll("=", ": ").replaceAll(/, */g, " and ")).join(" or ");
}
function branchProtected(failure, ask, branch) {
	return told("BRANCH_PROTECTED", failure, ask, `branch ${quote(branch)} is protected (${failure.message}). Exempt the token from the rule, or let the rule leave out this branch.`);
}
function notFound(failure, ask) {
	return told("REPOSITORY_NOT_FOUND", failure, ask, `it finds no such thing (${failure.message}). Check the name ${ask.repository}; a private repository looks just the same to a token without access to it (${ask.permission}).`);
}
function refused$1(failure, ask) {
	const status = failure.status === 200 ? "" : ` (HTTP ${failure.status})`;
	return told("REMOTE_REFUSED", failure, ask, `${refusalHint(failure)}it says: ${failure.message}${status}.`);
}
function refusalHint(failure) {
	const field = failure.problems.find(({ code }) => code === "invalid")?.field;
	if (field === "head" || field === "base") return `the ${field} branch is not there or not usable; `;
	if (failure.says(/body is too long/i)) return "the text is longer than 65,536 characters; ";
	if (failure.status === 410) return "the feature is switched off in this repository; ";
	return "";
}
function told(code, cause, ask, say) {
	return new BumpError(code, `GitHub would not let us ${ask.to} (${ask.repository}): ${say}`, { cause });
}

// src/adapters/github/http/graphql.ts
function graphData({ data, errors = [] }, headers, redact, strict = false) {
	const problems = errors.slice(0, 20).map((error) => graphProblem(error, redact));
	const failure = new RemoteFailure({
		status: 200,
		headers,
		problems
	});
	if ((!strict || errors.length === 0) && data !== void 0 && data !== null && Object.values(data).every((field) => field !== null) && !failure.hasType("RATE_LIMITED", "RATE_LIMIT")) return data;
	throw problems.length > 0 ? failure : new RemoteFailure({
		status: 200,
		problems: [{
			message: "no result",
			type: "NOT_FOUND"
		}]
	});
}
function graphProblem({ message, type, extensions }, redact) {
	return {
		message: redact(message ?? "no reason given"),
		...type === void 0 ? {} : { type: redact(type) },
		...extensions?.code === void 0 ? {} : { code: redact(extensions.code) }
	};
}

// src/adapters/github/http/redact.ts
const LIMIT = 500;
const STAND_IN = "***";
function redactor(token) {
	const forms = [
		token,
		...[
			"x-access-token",
			"git",
			""
		].map((user) => Buffer.from(`${user}:${token}`).toString("base64")),
		Buffer.from(token).toString("base64"),
		encodeURIComponent(token)
	];
	const secrets = token === "" ? [] : [...new Set(forms)].sort((a, b) => b.length - a.length);
	return (text) => bounded(secrets.reduce((hidden, secret) => hidden.replaceAll(secret, STAND_IN), text));
}
function bounded(text) {
	const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
	return plain.length > LIMIT ? `${plain.slice(0, LIMIT)}…` : plain;
}

// src/adapters/github/http/transport.ts
function transport({ origins, send, timeoutMs, redact }) {
	return async (address, { method = "GET", headers = {}, body } = {}) => {
		const url = new URL(address);
		if (!origins.has(url.origin)) throw new BumpError("REMOTE_REFUSED", `The token is not sent to ${quote(url.origin)}, which is not GitHub's API.`);
		const answer = await exchange$1(send, {
			url,
			method,
			headers,
			body,
			signal: AbortSignal.timeout(timeoutMs)
		}, timeoutMs, redact);
		if (answer.status >= 300) throw refusal(answer, redact);
		const text = async () => new TextDecoder().decode(answer.body);
		return {
			status: answer.status,
			url: url.href,
			headers: answer.headers,
			text,
			arrayBuffer: text
		};
	};
}
function trustedOrigin(name, address) {
	if (!URL.canParse(address)) throw new BumpError("BAD_INPUT", `${name} ${quote(address)} is not an address.`);
	const url = new URL(address);
	if (url.username !== "" || url.password !== "") throw new BumpError("BAD_INPUT", `${name} holds credentials; take them out and give the token as an input.`);
	if (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname)) return url.origin;
	throw new BumpError("BAD_INPUT", `${name} ${quote(address)} would send the token in the clear. Write it with https://.`);
}
function relevantHeaders(header, redact) {
	const present = Object.entries(DECIDING).flatMap(([key, name]) => {
		const value = header(name);
		return value === void 0 ? [] : [[key, redact(value)]];
	});
	return Object.fromEntries(present);
}
const DECIDING = {
	date: "date",
	retryAfter: "retry-after",
	remaining: "x-ratelimit-remaining",
	reset: "x-ratelimit-reset",
	acceptedPermissions: "x-accepted-github-permissions",
	sso: "x-github-sso",
	location: "location"
};
async function exchange$1(send, request, timeoutMs, redact) {
	try {
		return await send(request);
	} catch (error) {
		if (error instanceof BumpError) throw error;
		throw new RemoteFailure({ problems: [{ message: redact(networkReason(error, timeoutMs)) }] });
	}
}
function networkReason(error, timeoutMs) {
	if (!(error instanceof Error)) return "the connection failed";
	if (error.name === "TimeoutError") return `no answer within ${timeoutMs / 1e3} s`;
	return error instanceof AggregateError ? networkReason(error.errors[0], timeoutMs) : error.message;
}
function refusal({ status, headers, body }, redact) {
	const told = relevantHeaders((name) => headers.get(name), redact);
	return new RemoteFailure({
		status,
		headers: told,
		problems: problemsOf(body, status, redact)
	});
}
function problemsOf(body, status, redact) {
	const parsed = parseJson(new TextDecoder().decode(body));
	if (!isRecord$1(parsed)) return [{ message: `HTTP ${status}` }];
	const top = text(parsed["message"], redact) ?? `HTTP ${status}`;
	const listed = Array.isArray(parsed["errors"]) ? parsed["errors"].slice(0, 20) : [];
	return [{ message: top }, ...listed.map((each) => problemOf(each, redact))];
}
function problemOf(each, redact) {
	if (!isRecord$1(each)) return { message: text(each, redact) ?? "no reason given" };
	const [code, field, resource] = [
		"code",
		"field",
		"resource"
	].map((key) => text(each[key], redact));
	return {
		message: text(each["message"], redact) ?? [
			resource,
			field,
			code
		].filter((part) => part !== void 0).join(" "),
		...code === void 0 ? {} : { code },
		...field === void 0 ? {} : { field },
		...resource === void 0 ? {} : { resource }
	};
}
function parseJson(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}
function isRecord$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function text(value, redact) {
	return typeof value === "string" ? redact(value) : void 0;
}

// src/adapters/github/client.ts
const BUDGET_MS = 12e4;
const TIMEOUT_MS = 3e4;
function githubClient(options) {
	const { clock, random, token, graphqlUrl } = options;
	const apiUrl = options.apiUrl.replace(/\/+$/, "");
	const origins = /* @__PURE__ */ new Set([trustedOrigin("GITHUB_API_URL", apiUrl), trustedOrigin("GITHUB_GRAPHQL_URL", graphqlUrl)]);
	if (!/^[\x21-\x7E]+$/.test(token)) throw new BumpError("BAD_TOKEN", "The token is empty or holds white space or control characters. Give it as input \"token\".");
	const redact = redactor(token);
	const octokit = quietOctokit(apiUrl, token, transport({
		origins,
		send: options.send,
		timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
		redact
	}));
	const persistently = sender(clock, random, options.budgetMs ?? BUDGET_MS);
	const client = {
		rest: async (request, call) => {
			return (await persistently(request, async () => checked(request, await call(octokit.rest))).catch((error) => fail(client, apiUrl, error, request))).data;
		},
		graphql: async (request, query, variables) => {
			const call = async () => {
				const answer = await octokit.request({
					method: "POST",
					url: graphqlUrl,
					query,
					variables
				});
				const headers = relevantHeaders((name) => answer.headers[name]?.toString(), redact);
				return graphData(checked(request, answer).data, headers, redact, request.strict);
			};
			return persistently(request, call).catch((error) => fail(client, apiUrl, error, request));
		},
		pause: (ms) => clock.sleep(ms),
		backOff: (attempt) => clock.sleep(backoff(attempt, random))
	};
	return client;
}
function quietOctokit(baseUrl, token, fetch) {
	const silent = () => {};
	const log = {
		debug: silent,
		info: silent,
		warn: silent,
		error: silent
	};
	return new Octokit({
		baseUrl,
		auth: token,
		userAgent: "image-bump",
		log,
		request: {
			fetch,
			log
		}
	});
}
function sender(clock, random, budgetMs) {
	let leftMs = budgetMs;
	let pausedUntil = 0;
	const waitFor = async (waitMs) => {
		const until = clock.now() + waitMs;
		const charge = Math.max(0, until - Math.max(clock.now(), pausedUntil));
		if (charge > leftMs) return false;
		leftMs -= charge;
		pausedUntil = Math.max(pausedUntil, until);
		await clock.sleep(waitMs);
		return true;
	};
	return async (request, call) => {
		for (let attempt = 0;; attempt += 1) try {
			return await call();
		} catch (error) {
			const failure = failureIn(error);
			if (failure === void 0) throw error;
			const verdict = judge(failure, attempt, random);
			if (verdict.kind === "final" || verdict.kind === "transient" && !request.repeatable) throw failure;
			if (await waitFor(verdict.waitMs)) continue;
			throw verdict.kind === "limited" ? rateLimited(failure, request, verdict.waitMs) : failure;
		}
	};
}
function failureIn(error) {
	if (error instanceof RemoteFailure) return error;
	if (!(error instanceof Error)) return void 0;
	if (error.cause instanceof BumpError) throw error.cause;
	return error.cause instanceof RemoteFailure ? error.cause : void 0;
}
function checked(ask, answer) {
	if (typeof answer.data === "object" && answer.data !== null || answer.status === 204 || answer.status === 205) return answer;
	throw notAnAnswer(ask);
}
async function fail(client, apiUrl, error, ask) {
	if (!(error instanceof RemoteFailure)) throw error;
	const { status, headers } = error;
	if (status === void 0 || status < 300 || status >= 400) throw toBumpError(error, ask);
	const name = isRenamed(headers.location, apiUrl) ? await nameNow(client, ask) : void 0;
	throw name === void 0 ? redirected(error, ask) : moved(error, ask, name);
}
function isRenamed(location, apiUrl) {
	if (location === void 0 || !URL.canParse(location, apiUrl)) return false;
	const { origin, pathname } = new URL(location, apiUrl);
	return origin === new URL(apiUrl).origin && /\/repositories\/\d+(?:\/|$)/.test(pathname);
}
async function nameNow(client, ask) {
	const [owner, name] = ask.repository.split("/");
	const document = "query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { nameWithOwner } }";
	try {
		const request = {
			...ask,
			to: "look up its new name",
			repeatable: true
		};
		return (await client.graphql(request, document, {
			owner,
			name
		})).repository.nameWithOwner;
	} catch {
		return;
	}
}

// src/adapters/github/decorate/put.ts
async function putNames({ kind, names, send, fix, ignored }) {
	const { wanted, present, already } = names;
	const missing = distinct(wanted.filter((name) => !includes(present, name) && !includes(already, name)));
	const there = wanted.filter((name) => includes(present, name));
	const put = [];
	const failures = [];
	const sendOf = async (batch) => {
		const isOn = await send(batch);
		put.push(...batch.filter((name) => includes(isOn, name)));
		const left = batch.filter((name) => !includes(isOn, name));
		failures.push(...left.map((name) => ({
			what: `${kind} ${name}`,
			reason: ignored
		})));
	};
	const sendAll = async (batch) => {
		try {
			await sendOf(batch);
		} catch (error) {
			if (batch.length > 1 && isRefusal(error)) for (const name of batch) await sendAll([name]);
			else failures.push(failureOf(`${kind} ${batch.join(", ")}`, error, fix(error)));
		}
	};
	if (missing.length > 0) await sendAll(missing);
	return {
		worn: distinct([
			...already,
			...there,
			...put
		]),
		failures
	};
}
async function attempt(what, work) {
	try {
		return await work();
	} catch (error) {
		return failureOf(what, error, "");
	}
}
const NOT_THERE_YET = /Could not resolve to a node(?! with the global id of '?(?:T_|U_|MDQ6V))|Issue not found/i;
async function soonAfterOpening(client, call) {
	for (let waitMs = 1e3;; waitMs *= 2) try {
		return await call();
	} catch (error) {
		if (!(behind(error)?.says(NOT_THERE_YET) === true) || waitMs > 4e3) throw error;
		await client.pause(waitMs);
	}
}
function failureOf(what, error, fix) {
	if (!(error instanceof BumpError) || error.code === "BAD_TOKEN" || error.code === "BUG") throw error;
	return {
		what,
		reason: fix !== "" && isRefusal(error) ? `${error.message} ${fix}` : error.message
	};
}
function isRefusal(error) {
	if (error instanceof BumpError && (error.code === "RATE_LIMITED" || error.code === "BAD_TOKEN")) return false;
	const status = behind(error)?.status;
	return status !== void 0 && status >= 400 && status < 500;
}
function includes(names, name) {
	return names.some((each) => each.toLowerCase() === name.toLowerCase());
}
function distinct(names) {
	return names.filter((name, index) => !includes(names.slice(0, index), name));
}

// src/adapters/github/decorate/auto-merge.ts
async function armAutoMerge(on, method, already) {
	const { autoMerge } = on.pullRequest;
	if (method === "off" || autoMerge || already) return {
		worn: already || method !== "off" && autoMerge,
		failures: [],
		merge: "none"
	};
	let merge = "none";
	const failure = await attempt("auto-merge", async () => {
		const outcome = await arm(on, method);
		if (typeof outcome !== "string") return outcome;
		merge = outcome;
	});
	return {
		worn: failure === void 0,
		failures: failure === void 0 ? [] : [failure],
		merge
	};
}
const FIXES = [
	[/Auto merge is not allowed|auto-merge is not allowed/i, "Auto-merge is not allowed in this repository. Switch on \"Allow auto-merge\" under Settings > General > Pull Requests."],
	[/Protected branch rules not configured/i, "Auto-merge waits for requirements, and the base branch has none. Protect it with a required check or review."],
	[/draft/i, "A draft cannot be merged. Take \"draft: true\" out of the rule, or mark the pull request as ready for review."],
	[/unstable status/i, "A check that is not required is failing or still running. Make it required, or let it pass, and run again."],
	[/merge method|merging is not allowed|merges are not allowed/i, "The repository does not allow this merge method. Choose another."]
];
const NOT_YET = /unstable status|unknown status|status is unknown|\bUNKNOWN\b/i;
async function arm(on, method) {
	const { client, repository, pullRequest } = on;
	const { id, isDraft, autoMergeAllowed } = await look(on);
	if (isDraft) return failed("draft");
	if (!autoMergeAllowed) return failed("Auto merge is not allowed");
	const document = "mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }";
	const input = {
		pullRequestId: id,
		mergeMethod: method.toUpperCase(),
		expectedHeadOid: pullRequest.headOid
	};
	const request = {
		to: "switch on auto-merge",
		repository,
		permission: "contents: write",
		repeatable: true
	};
	for (let waitMs = 1e3;; waitMs *= 2) try {
		await client.graphql(request, document, { input });
		return "armed";
	} catch (error) {
		const failure = behind(error);
		if (failure === void 0 || failure.status !== 200) throw error;
		if (failure.says(/already enabled/i)) return "armed";
		if (failure.says(/clean status/i)) return mergeNow(on, id, method);
		if (!failure.says(NOT_YET) && !failure.says(/Could not resolve to a node/i)) return failed(failure.message, error);
		if (waitMs > 4e3) return failed(failure.message, error);
		await client.pause(waitMs);
	}
}
async function look({ client, repository, pullRequest }) {
	const { owner, repo } = parseSlug(repository);
	const document = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { autoMergeAllowed pullRequest(number: $number) { id isDraft } }
}`;
	const request = {
		to: "look at the pull request",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const { autoMergeAllowed, pullRequest: pull } = (await client.graphql(request, document, {
		owner,
		name: repo,
		number: pullRequest.number
	})).repository;
	if (pull === null) throw new BumpError("REMOTE_REFUSED", `GitHub does not find pull request #${pullRequest.number}.`);
	return {
		autoMergeAllowed,
		...pull
	};
}
async function mergeNow(on, id, method) {
	const { client, repository, pullRequest } = on;
	if (await hasMergeQueue(on)) {
		const document = "mutation ($input: EnqueuePullRequestInput!) { enqueuePullRequest(input: $input) { clientMutationId } }";
		const request = {
			to: "put it in the merge queue",
			repository,
			permission: "contents: write",
			repeatable: false
		};
		await client.graphql(request, document, { input: {
			pullRequestId: id,
			expectedHeadOid: pullRequest.headOid
		} });
		return "queued";
	}
	const request = {
		to: "merge the pull request",
		repository,
		permission: "contents: write",
		repeatable: false
	};
	const how = {
		pull_number: pullRequest.number,
		sha: pullRequest.headOid,
		merge_method: method
	};
	try {
		await client.rest(request, (api) => api.pulls.merge({
			...parseSlug(repository),
			...how
		}));
		return "merged";
	} catch (error) {
		if (error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" && await isMerged(on)) return "merged";
		const failure = behind(error);
		if (failure?.status !== 405 && failure?.status !== 409) throw error;
		return failed(failure.message, error);
	}
}
async function hasMergeQueue({ client, repository, pullRequest }) {
	const { owner, repo } = parseSlug(repository);
	const document = `query ($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) { mergeQueue(branch: $branch) { id } }
}`;
	const request = {
		to: "look for a merge queue",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	return (await client.graphql(request, document, {
		owner,
		name: repo,
		branch: pullRequest.base
	})).repository.mergeQueue !== null;
}
async function isMerged({ client, repository, pullRequest }) {
	const request = {
		to: "look at the pull request",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const which = {
		...parseSlug(repository),
		pull_number: pullRequest.number
	};
	return (await client.rest(request, (api) => api.pulls.get(which))).merged_at !== null;
}
function failed(said, error) {
	const fix = FIXES.find(([pattern]) => pattern.test(said))?.[1];
	const plain = error instanceof BumpError ? error.message : said;
	return {
		what: "auto-merge",
		reason: fix ?? plain
	};
}

// src/adapters/github/decorate/decorate.ts
async function decorate(client, repository, pullRequest, wanted, already) {
	const on = {
		client,
		repository,
		pullRequest
	};
	const labels = await putLabels(on, wanted.labels, already.labels);
	const reviewers = await putReviewers(on, wanted.reviewers, already.reviewers);
	const teamReviewers = await putTeamReviewers(on, wanted.teamReviewers, already.teamReviewers);
	const assignees = await putAssignees(on, wanted.assignees, already.assignees);
	const milestone = await putMilestone(on, wanted.milestone, already.milestone);
	const armed = await armAutoMerge(on, wanted.autoMerge, already.autoMerge);
	const title = milestone.worn[0];
	return {
		worn: {
			labels: labels.worn,
			reviewers: reviewers.worn,
			teamReviewers: teamReviewers.worn,
			assignees: assignees.worn,
			...title === void 0 ? {} : { milestone: title },
			autoMerge: armed.worn
		},
		failures: [
			labels,
			reviewers,
			teamReviewers,
			assignees,
			milestone,
			armed
		].flatMap(({ failures }) => failures),
		merge: armed.merge
	};
}
function putLabels({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		issue_number: pullRequest.number
	};
	const request = {
		to: "put on labels",
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	return putNames({
		kind: "label",
		names: {
			wanted,
			present: pullRequest.labels,
			already
		},
		send: async (labels) => {
			return (await soonAfterOpening(client, () => client.rest(request, (api) => api.issues.addLabels({
				...slug,
				labels: [...labels]
			})))).map(({ name }) => name);
		},
		fix: (error) => {
			const failure = behind(error);
			const mayNotCreate = failure?.says(/create labels/i) === true || failure?.hasCode("unauthorized") === true;
			const permission = "give the job \"issues: write\", or create the label in the repository.";
			return mayNotCreate ? `The label does not exist yet: ${permission}` : `If the label does not exist yet: ${permission}`;
		},
		ignored: "GitHub did not put it on. Create the label in the repository."
	});
}
function putReviewers({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		pull_number: pullRequest.number
	};
	const request = {
		to: "ask for reviews",
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	const author = pullRequest.author.replace(/\[bot\]$/, "").toLowerCase();
	const others = wanted.filter((name) => name.replace(/\[bot\]$/, "").toLowerCase() !== author);
	return putNames({
		kind: "reviewer",
		names: {
			wanted: others,
			present: pullRequest.reviewers,
			already
		},
		send: async (reviewers) => {
			await soonAfterOpening(client, () => client.rest(request, (api) => api.pulls.requestReviewers({
				...slug,
				reviewers: [...reviewers]
			})));
			return reviewers;
		},
		fix: () => "A reviewer must have access to the repository; check the login.",
		ignored: ""
	});
}
function putTeamReviewers({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		pull_number: pullRequest.number
	};
	const request = {
		to: "ask a team for a review",
		repository,
		permission: "members: read",
		repeatable: true
	};
	const slugs = (teams) => teams.map((team) => team.slice(team.lastIndexOf("/") + 1));
	return putNames({
		kind: "team reviewer",
		names: {
			wanted: slugs(wanted),
			present: pullRequest.teamReviewers,
			already: slugs(already)
		},
		send: async (teams) => {
			await soonAfterOpening(client, () => client.rest(request, (api) => api.pulls.requestReviewers({
				...slug,
				team_reviewers: [...teams]
			})));
			return teams;
		},
		fix: () => "Teams need the token of a GitHub App (or person) with \"members: read\" of the organization, which GITHUB_TOKEN never has, and the team needs access to the repository.",
		ignored: ""
	});
}
function putAssignees({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		issue_number: pullRequest.number
	};
	const request = {
		to: "assign people",
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	return putNames({
		kind: "assignee",
		names: {
			wanted,
			present: pullRequest.assignees,
			already
		},
		send: async (assignees) => {
			return ((await soonAfterOpening(client, () => client.rest(request, (api) => api.issues.addAssignees({
				...slug,
				assignees: [...assignees]
			})))).assignees ?? []).map(({ login }) => login);
		},
		fix: () => "An assignee must have access to the repository; check the login.",
		ignored: "GitHub left it out: an assignee must have access to the repository; check the login."
	});
}
async function putMilestone(on, wanted, already) {
	const current = on.pullRequest.milestone;
	const before = already === void 0 ? [] : [already];
	if (wanted === void 0 || already === wanted) return {
		worn: before,
		failures: []
	};
	if (current !== void 0) return {
		worn: current === wanted ? [wanted] : before,
		failures: []
	};
	const failure = await attempt(`milestone ${wanted}`, () => setMilestone(on, wanted));
	return {
		worn: failure === void 0 ? [wanted] : before,
		failures: failure === void 0 ? [] : [failure]
	};
}
async function setMilestone({ client, repository, pullRequest }, wanted) {
	const slug = parseSlug(repository);
	const about = {
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	const reading = {
		...about,
		to: "look up the milestone"
	};
	const open = await client.rest(reading, (api) => api.issues.listMilestones({
		...slug,
		state: "open",
		per_page: 100
	}));
	const milestone = open.find(({ title }) => title === wanted) ?? open.find(({ number }) => String(number) === wanted);
	if (milestone === void 0) return {
		what: `milestone ${wanted}`,
		reason: "No open milestone has this title or number. Create it, or correct the name."
	};
	const writing = {
		...about,
		to: "set the milestone"
	};
	const change = {
		...slug,
		issue_number: pullRequest.number,
		milestone: milestone.number
	};
	await soonAfterOpening(client, () => client.rest(writing, (api) => api.issues.update(change)));
}

// src/adapters/github/pull-request.ts
function fromRest(pull) {
	return {
		number: pull.number,
		url: pull.html_url,
		state: pull.merged_at !== null ? "merged" : pull.state,
		head: pull.head.ref,
		base: pull.base.ref,
		headOid: pull.head.sha,
		title: pull.title,
		body: pull.body ?? "",
		draft: pull.draft ?? false,
		author: pull.user.login,
		labels: pull.labels.map(({ name }) => name),
		reviewers: (pull.requested_reviewers ?? []).map(({ login }) => login),
		teamReviewers: (pull.requested_teams ?? []).map(({ slug }) => slug),
		assignees: (pull.assignees ?? []).map(({ login }) => login),
		autoMerge: pull.auto_merge !== null,
		...pull.milestone === null ? {} : { milestone: pull.milestone.title },
		...pull.mergeable === null ? {} : { mergeable: pull.mergeable },
		...pull.merged_at === null || pull.merge_commit_sha === null ? {} : { mergeCommit: pull.merge_commit_sha },
		...pull.closed_at === null ? {} : { closedAt: pull.closed_at }
	};
}
const PULL_REQUEST_FIELDS = `fragment PullRequestFields on PullRequest {
  number url state headRefName baseRefName headRefOid title body isDraft closedAt mergeable
  author { login }
  labels(first: 100) { nodes { name } }
  reviewRequests(first: 100) { nodes { requestedReviewer {
    __typename ... on User { login } ... on Bot { login } ... on Mannequin { login } ... on Team { slug }
  } } }
  assignees(first: 20) { nodes { login } }
  milestone { title }
  autoMergeRequest { enabledAt }
  mergeCommit { oid }
  headRepository { id }
}`;
const STATES = {
	OPEN: "open",
	CLOSED: "closed",
	MERGED: "merged"
};
function fromGraph(pull) {
	const requested = nodesOf(pull.reviewRequests).flatMap(({ requestedReviewer }) => requestedReviewer ?? []);
	return {
		number: pull.number,
		url: pull.url,
		state: STATES[pull.state],
		head: pull.headRefName,
		base: pull.baseRefName,
		headOid: pull.headRefOid,
		title: pull.title,
		body: pull.body,
		draft: pull.isDraft,
		author: pull.author?.login ?? "ghost",
		labels: nodesOf(pull.labels).map(({ name }) => name),
		reviewers: requested.flatMap(({ login }) => login ?? []),
		teamReviewers: requested.flatMap(({ slug }) => slug ?? []),
		assignees: nodesOf(pull.assignees).map(({ login }) => login),
		autoMerge: pull.autoMergeRequest !== null,
		...pull.milestone === null ? {} : { milestone: pull.milestone.title },
		...pull.mergeable === "UNKNOWN" ? {} : { mergeable: pull.mergeable === "MERGEABLE" },
		...pull.state !== "MERGED" || pull.mergeCommit === null ? {} : { mergeCommit: pull.mergeCommit.oid },
		...pull.closedAt === null ? {} : { closedAt: pull.closedAt }
	};
}
function nodesOf(connection) {
	return (connection?.nodes ?? []).filter((node) => node !== null);
}

// src/adapters/github/find.ts
const HEADS_A_QUERY = 20;
const SHOWN = {
	open: 20,
	closed: 10,
	merged: 10
};
async function findPullRequests(client, repository, heads, base) {
	const distinct = [...new Set(heads)];
	const pullRequests = [];
	let repositoryId = "";
	for (let start = 0; start === 0 || start < distinct.length; start += HEADS_A_QUERY) {
		const found = await findChunk(client, repository, distinct.slice(start, start + HEADS_A_QUERY), base);
		repositoryId = found.repositoryId;
		pullRequests.push(...found.pullRequests);
	}
	return {
		repositoryId,
		pullRequests: pullRequests.sort((a, b) => b.number - a.number)
	};
}
async function findChunk(client, repository, heads, base) {
	const { owner, repo } = parseSlug(repository);
	const variables = Object.fromEntries(heads.map((head, index) => [`head${index}`, head]));
	const request = {
		to: "look up pull requests",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const answer = await client.graphql(request, document$2(heads.length), {
		...variables,
		owner,
		name: repo,
		...heads.length === 0 ? {} : { base }
	});
	const repositoryId = answer.repository.id;
	const nodesOf = (alias) => {
		const connection = answer.repository[alias];
		return typeof connection === "object" ? (connection.nodes ?? []).filter((node) => node !== null) : [];
	};
	const ours = (head, alias) => nodesOf(alias).filter((pull) => pull.headRepository?.id === repositoryId).filter((pull) => pull.headRefName === head && pull.baseRefName === base).map(fromGraph);
	return {
		repositoryId,
		pullRequests: heads.flatMap((head, index) => [
			...ours(head, `open${index}`),
			...lastEnded(ours(head, `closed${index}`)),
			...lastEnded(ours(head, `merged${index}`))
		])
	};
}
function document$2(heads) {
	const indices = Array.from({ length: heads }, (_, index) => index);
	const parameters = indices.map((index) => `, $head${index}: String!`).join("");
	const connection = (alias, index) => `${alias}${index}: pullRequests(headRefName: $head${index}, baseRefName: $base, states: ${alias.toUpperCase()}, first: ${SHOWN[alias]}, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { ...PullRequestFields } }`;
	const connections = indices.flatMap((index) => [
		connection("open", index),
		connection("closed", index),
		connection("merged", index)
	]);
	const query = `query ($owner: String!, $name: String!${heads === 0 ? "" : ", $base: String!"}${parameters}) {
  repository(owner: $owner, name: $name) { id ${connections.join("\n")} }
}`;
	return heads === 0 ? query : `${query}\n${PULL_REQUEST_FIELDS}`;
}
function lastEnded(pullRequests) {
	return pullRequests.toSorted((a, b) => (b.closedAt ?? "").localeCompare(a.closedAt ?? "")).slice(0, 1);
}

// src/adapters/github/forge.ts
const MOST_TRIES = 5;
const MOST_PAGES = 10;
const PERMISSION = "pull-requests: write";
function githubForge(client, repository) {
	const slug = parseSlug(repository);
	const about = (to, permission = PERMISSION) => ({
		to,
		repository,
		permission
	});
	let id;
	const find = async (heads, base) => {
		const found = await findPullRequests(client, repository, heads, base);
		id = found.repositoryId;
		return found.pullRequests;
	};
	const read = async (number) => {
		const request = {
			...about(`read pull request #${number}`, "pull-requests: read"),
			repeatable: true
		};
		return fromRest(await client.rest(request, (api) => api.pulls.get({
			...slug,
			pull_number: number
		})));
	};
	return {
		find,
		read,
		repositoryId: async () => {
			id ??= (await findPullRequests(client, repository, [], "")).repositoryId;
			return id;
		},
		open: (request) => open$3(client, repository, request, read),
		update: async (number, { title, body }) => {
			const text = {
				...title === void 0 ? {} : { title },
				...body === void 0 ? {} : { body }
			};
			if (Object.keys(text).length === 0) return read(number);
			const request = {
				...about(`change pull request #${number}`),
				repeatable: true
			};
			const change = {
				...slug,
				pull_number: number,
				...text
			};
			const send = () => client.rest(request, (api) => api.pulls.update(change));
			return fromRest(await soonAfterOpening(client, send));
		},
		say: (number, comment) => say(client, repository, number, comment),
		close: async (number, comment) => {
			if ((await read(number)).state !== "open") return;
			await say(client, repository, number, comment);
			const request = {
				...about(`close pull request #${number}`),
				repeatable: true
			};
			await client.rest(request, (api) => api.pulls.update({
				...slug,
				pull_number: number,
				state: "closed"
			}));
		},
		decorate: (pullRequest, decoration, already) => decorate(client, repository, pullRequest, decoration, already)
	};
}
async function open$3(client, repository, wanted, read) {
	const slug = parseSlug(repository);
	const request = {
		to: "open the pull request",
		repository,
		permission: PERMISSION,
		repeatable: false
	};
	for (let attempt = 0;; attempt += 1) try {
		return fromRest(await client.rest(request, (api) => api.pulls.create({
			...slug,
			...wanted
		})));
	} catch (error) {
		const next = afterFailure(error);
		if (next === "give up" || attempt + 1 >= MOST_TRIES) throw error;
		if (next === "wait") await client.pause(1e3 * 2 ** attempt);
		else {
			await client.backOff(attempt);
			const number = await openNumber(client, repository, wanted);
			if (number !== void 0) return read(number);
		}
	}
}
function afterFailure(error) {
	if (!(error instanceof BumpError)) return "give up";
	if (error.code === "REMOTE_UNAVAILABLE") return "look";
	const failure = behind(error);
	if (failure === void 0 || failure.status !== 422) return "give up";
	if (failure.says(/^A pull request already exists/)) return "look";
	return failure.says(/^No commits between/) || failure.problems.some(({ code, field }) => code === "invalid" && field === "head") ? "wait" : "give up";
}
async function openNumber(client, repository, { head, base }) {
	const slug = parseSlug(repository);
	const request = {
		to: "look up the pull request",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const filter = {
		...slug,
		state: "open",
		head: `${slug.owner}:${head}`,
		base,
		per_page: 100
	};
	return (await client.rest(request, (api) => api.pulls.list(filter))).find((pull) => pull.head.ref === head && pull.base.ref === base && pull.head.repo?.id === pull.base.repo.id)?.number;
}
async function say(client, repository, number, comment) {
	const slug = {
		...parseSlug(repository),
		issue_number: number
	};
	const about = {
		repository,
		permission: PERMISSION
	};
	for (let attempt = 0;; attempt += 1) {
		if (await isSaid(client, repository, number, comment)) return;
		try {
			const request = {
				...about,
				to: `comment on pull request #${number}`,
				repeatable: false
			};
			await client.rest(request, (api) => api.issues.createComment({
				...slug,
				body: comment
			}));
			return;
		} catch (error) {
			if (!(error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" && attempt + 1 < MOST_TRIES)) throw error;
			await client.backOff(attempt);
		}
	}
}
async function isSaid(client, repository, number, comment) {
	const slug = {
		...parseSlug(repository),
		issue_number: number
	};
	const request = {
		repository,
		permission: "pull-requests: read",
		repeatable: true,
		to: `read the comments of pull request #${number}`
	};
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const listed = await client.rest(request, (api) => api.issues.listComments({
			...slug,
			per_page: 100,
			page
		}));
		if (listed.some(({ body }) => body === comment)) return true;
		if (listed.length < 100) return false;
	}
	return false;
}

// src/adapters/github/http/proxy.ts
function proxyFor(url, env) {
	const [name, address] = firstOf(env, `${url.protocol.slice(0, -1)}_proxy`) ?? firstOf(env, "all_proxy") ?? [];
	if (name === void 0 || address === void 0) return void 0;
	const [, spared = ""] = firstOf(env, "no_proxy") ?? [];
	return isSpared(url, spared.split(/[\s,]+/)) ? void 0 : readProxy(name, address);
}
function endOf({ hostname, port, protocol }) {
	const host = hostname.replace(/^\[|\]$/g, "");
	return {
		host,
		port: port === "" ? protocol === "https:" ? 443 : 80 : Number(port),
		servername: familyOf(host) === void 0 ? host : ""
	};
}
function firstOf(env, name) {
	for (const spelled of [name, name.toUpperCase()]) {
		const value = env[spelled]?.trim() ?? "";
		if (value !== "") return [spelled, value];
	}
}
function readProxy(name, address) {
	const whole = address.includes("://") ? address : `http://${address}`;
	const url = URL.canParse(whole) ? new URL(whole) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol)) throw new BumpError("BAD_INPUT", `${name} is not the address of an HTTP proxy. Write http://HOST:PORT.`);
	const { username, password } = url;
	url.username = "";
	url.password = "";
	if (username === "" && password === "") return {
		url,
		headers: {}
	};
	return {
		url,
		headers: { "proxy-authorization": `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}` }
	};
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function isSpared(url, entries) {
	const { host, port } = endOf(url);
	const name = host.toLowerCase().replace(/\.$/, "");
	const family = familyOf(name);
	return entries.some((entry) => {
		if (entry === "*") return true;
		const [, wanted = "", wantedPort] = /^(\[.*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
		if (wanted === "" || wantedPort !== void 0 && Number(wantedPort) !== port) return false;
		if (family !== void 0) return isInRange(name, family, wanted.replace(/^\[|\]$/g, ""));
		const suffix = wanted.replace(/^\*?\./, "").replace(/\.$/, "");
		return name === suffix || name.endsWith(`.${suffix}`);
	});
}
function isInRange(address, family, range) {
	const [start = "", bits] = range.split("/");
	const most = family === "ipv4" ? 32 : 128;
	const length = bits === void 0 ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
	if (familyOf(start) !== family || length > most) return false;
	const { BlockList } = process.getBuiltinModule("node:net");
	const list = new BlockList();
	list.addSubnet(start, length, family);
	return list.check(address, family);
}
function familyOf(host) {
	const version = process.getBuiltinModule("node:net").isIP(host);
	return version === 0 ? void 0 : version === 4 ? "ipv4" : "ipv6";
}

// src/adapters/github/http/tunnel.ts
const TUNNEL_MS = 3e4;
function tunnelled(agent, proxy) {
	const connectThrough = agent.createConnection.bind(agent);
	return Object.assign(agent, { createConnection(options, done) {
		open$2(proxy, options, (error, socket) => {
			if (socket === void 0) done(error);
			else done(null, connectThrough(Object.assign(options, { socket })) ?? void 0);
		});
	} });
}
function open$2({ url, headers }, { host, port }, done) {
	const { request } = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
	const target = `${host?.includes(":") === true ? `[${host}]` : host}:${port}`;
	const asked = request({
		...endOf(url),
		method: "CONNECT",
		path: target,
		headers: {
			...headers,
			host: target
		},
		agent: false,
		timeout: TUNNEL_MS
	});
	asked.on("timeout", () => asked.destroy(/* @__PURE__ */ new Error("the proxy does not answer")));
	asked.on("error", done);
	asked.on("connect", ({ statusCode }, socket) => {
		socket.setTimeout(0);
		if (statusCode !== void 0 && statusCode >= 200 && statusCode < 300) return done(null, socket);
		socket.destroy();
		done(/* @__PURE__ */ new Error(`the proxy answered HTTP ${statusCode}`));
	});
	asked.end();
}

// src/adapters/github/http/network.ts
const MOST_BYTES = 167772160;
const IDLE_MS = 4e3;
function network(env = process.env) {
	const routes = /* @__PURE__ */ new Map();
	return async (request) => {
		const { protocol } = request.url;
		const proxy = proxyFor(request.url, env);
		const key = `${protocol} ${proxy?.url.href}`;
		const route = routes.get(key) ?? routeOf(protocol, proxy);
		routes.set(key, route);
		return unpacked(await exchange(request, route));
	};
}
function routeOf(protocol, proxy) {
	const options = {
		keepAlive: true,
		timeout: IDLE_MS,
		proxyEnv: {}
	};
	const straight = {
		addressOf: (url) => ({
			...endOf(url),
			path: `${url.pathname}${url.search}`
		}),
		headersFor: () => ({})
	};
	if (protocol === "https:") {
		const { Agent, request } = secure();
		const agent = new Agent(options);
		return {
			request,
			agent: proxy === void 0 ? agent : tunnelled(agent, proxy),
			...straight
		};
	}
	const { Agent, request } = proxy?.url.protocol === "https:" ? secure() : plain();
	const agent = new Agent(options);
	if (proxy === void 0) return {
		request,
		agent,
		...straight
	};
	return {
		request,
		agent,
		addressOf: ({ href }) => ({
			...endOf(proxy.url),
			path: href
		}),
		headersFor: ({ host }) => ({
			...proxy.headers,
			host
		})
	};
}
function plain() {
	return process.getBuiltinModule("node:http");
}
function secure() {
	return process.getBuiltinModule("node:https");
}
function exchange(request, route) {
	const { url, method, body, signal } = request;
	const headers = {
		...request.headers,
		"accept-encoding": "gzip",
		...route.headersFor(url)
	};
	return new Promise((resolve, reject) => {
		const sent = route.request({
			...route.addressOf(url),
			method,
			headers,
			agent: route.agent,
			signal
		});
		const fail = (error) => reject(signal.aborted ? signal.reason : error);
		sent.on("error", fail);
		sent.on("response", (answer) => {
			const chunks = [];
			let size = 0;
			answer.on("data", (chunk) => {
				chunks.push(chunk);
				size += chunk.length;
				if (size <= MOST_BYTES) return;
				fail(tooLarge());
				sent.destroy();
			});
			answer.on("end", () => resolve({
				...headOf(answer),
				body: Buffer.concat(chunks)
			}));
			answer.on("error", () => fail(/* @__PURE__ */ new Error("the answer was cut short")));
		});
		sent.end(body);
	});
}
function headOf({ statusCode = 0, headers }) {
	const told = Object.entries(headers).flatMap(([name, value]) => typeof value === "string" ? [[name, value]] : []);
	return {
		status: statusCode,
		headers: new Map(told)
	};
}
async function unpacked(answer) {
	const encoding = answer.headers.get("content-encoding") ?? "identity";
	if (encoding === "identity" || answer.body.length === 0) return answer;
	if (encoding !== "gzip") throw new Error(`the answer is packed as ${encoding}, which nobody asked for`);
	const { gunzip } = process.getBuiltinModule("node:zlib");
	return new Promise((resolve, reject) => {
		gunzip(answer.body, { maxOutputLength: MOST_BYTES }, (error, body) => {
			if (error === null) resolve({
				...answer,
				body
			});
			else reject("code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : error);
		});
	});
}
function tooLarge() {
	return /* @__PURE__ */ new Error(`the answer is larger than ${MOST_BYTES / 1024 / 1024} MB`);
}

// src/adapters/github/queue.ts
function githubQueue(client, repository, { repositoryId }) {
	const slug = parseSlug(repository);
	return {
		async list(prefix, own) {
			const request = {
				to: "read the queue",
				repository,
				permission: "contents: read",
				repeatable: true
			};
			const ref = prefix.replace(/^refs\//, "");
			const found = await client.rest(request, (api) => api.git.listMatchingRefs({
				...slug,
				ref
			}));
			const tickets = found.flatMap(({ ref: name, object }) => {
				const ticket = asTicket(name);
				return ticket === void 0 ? [] : [{
					ref: ticket,
					oid: object.sha
				}];
			}).sort((a, b) => a.ref < b.ref ? -1 : 1);
			if (found.length < PAGE || tickets.some((ticket) => ticket.ref === own.ref)) return tickets;
			try {
				await client.rest(request, (api) => api.git.getRef({
					...slug,
					ref: own.ref.replace(/^refs\//, "")
				}));
				return [...tickets, own];
			} catch (error) {
				if (behind(error)?.status === 404) return tickets;
				throw error;
			}
		},
		async join(ref, text) {
			const request = {
				to: "join the queue",
				repository,
				permission: "contents: write",
				repeatable: true
			};
			const oid = (await client.rest(request, (api) => api.git.createCommit({
				...slug,
				message: text,
				tree: EMPTY_TREE,
				parents: []
			}))).sha;
			await updateRefs(client, {
				...request,
				repeatable: false
			}, await repositoryId(), [{
				ref,
				from: void 0,
				to: oid
			}]);
			return {
				ref,
				oid
			};
		},
		async leave(tickets) {
			if (tickets.length === 0) return;
			const request = {
				to: "leave the queue",
				repository,
				permission: "contents: write",
				repeatable: false
			};
			const moves = tickets.map(({ ref, oid }) => ({
				ref,
				from: oid,
				to: void 0
			}));
			await updateRefs(client, request, await repositoryId(), moves);
		}
	};
}
const PAGE = 30;
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

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
		const checked = readFile$1(file, commit.length);
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
function readFile$1(file, digits) {
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
async function open$1(client, repository, question, blobs) {
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
		const opening = await open$1(client, repository, {
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

// src/adapters/github/source.ts
const PER_PAGE = 100;
const MOST_COMMITS = 250;
const REVISION = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,249}$/;
function githubSource(client) {
	return { compare: async (repository, from, to) => {
		if (readSlug(repository) === void 0 || !REVISION.test(from) || !REVISION.test(to)) return void 0;
		try {
			return await compare(client, repository, `${from}...${to}`);
		} catch (error) {
			if (isUnreadable(error)) return void 0;
			throw error;
		}
	} };
}
async function compare(client, repository, basehead) {
	const request = {
		to: "compare commits",
		repository,
		permission: "contents: read",
		repeatable: true
	};
	const page = (number) => client.rest(request, (api) => api.repos.compareCommitsWithBasehead({
		...parseSlug(repository),
		basehead,
		per_page: PER_PAGE,
		page: number
	}));
	const first = await page(1);
	const total = first.total_commits;
	const pages = [first.commits];
	const lastPage = Math.ceil(total / PER_PAGE);
	const firstNeeded = Math.max(2, Math.floor(Math.max(0, total - MOST_COMMITS) / PER_PAGE) + 1);
	for (let number = firstNeeded; number <= lastPage; number += 1) pages.push((await page(number)).commits);
	const commits = pages.flat().toReversed().slice(0, Math.min(MOST_COMMITS, total)).map((listed) => sourceCommit(listed));
	return {
		status: first.status,
		total,
		commits
	};
}
function sourceCommit({ sha, commit, author }) {
	const subject = /^[^\r\n]*/.exec(commit.message.trimStart())?.[0] ?? "";
	const pullRequest = pullRequestOf(subject);
	return {
		id: sha,
		subject,
		author: author?.login ?? commit.author?.name ?? "unknown",
		...pullRequest === void 0 ? {} : { pullRequest }
	};
}
function pullRequestOf(subject) {
	const number = /\(#(\d{1,9})\)\s*$/.exec(subject)?.[1] ?? /^Merge pull request #(\d{1,9})\b/.exec(subject)?.[1];
	return number === void 0 ? void 0 : Number(number);
}
function isUnreadable(error) {
	return error instanceof BumpError && (error.code === "REPOSITORY_NOT_FOUND" || error.code === "PERMISSION_MISSING");
}

// src/adapters/ladder/received.ts
function received(way) {
	const here = /* @__PURE__ */ new Set();
	let tip;
	let searched;
	const sizes = /* @__PURE__ */ new Map();
	const bring = async (commit) => {
		if (here.has(commit)) return;
		await way.bring(commit);
		here.add(commit);
	};
	return {
		repository: {
			defaultBranch: () => way.defaultBranch(),
			waiting: () => way.waiting?.() ?? [],
			async fetch(branch, headPrefix) {
				const tips = await way.fetch(branch, headPrefix);
				for (const oid of tips.values()) here.add(oid);
				tip = tips.get(branch);
				return tips;
			},
			async search(commit, texts, globs = []) {
				await bring(commit);
				const files = await way.search(commit, texts, globs);
				if (commit === tip) searched = {
					commit,
					texts,
					globs,
					files
				};
				return files;
			},
			async entry(commit, path) {
				await bring(commit);
				return await way.entry(commit, path);
			},
			async readBlobs(oids) {
				const blobs = await way.readBlobs(oids);
				blobs.forEach((bytes, index) => sizes.set(oids[index], bytes.length));
				return blobs;
			},
			async commit(oid) {
				return await way.commit(oid);
			},
			async commitsAhead(base, head) {
				if (base !== head) await bring(head);
				const ahead = await way.commitsAhead(tip ?? base, head);
				for (const { oid } of ahead) here.add(oid);
				return ahead;
			},
			async treeWith(commit, files) {
				await bring(commit);
				return await way.treeWith(commit, files);
			}
		},
		bring,
		async found() {
			if (searched === void 0 || searched.commit !== tip || !way.isWhole()) return void 0;
			const { tree } = await way.commit(searched.commit);
			const size = searched.files.reduce((sum, { oid }) => sum + (sizes.get(oid) ?? 0), 0);
			return {
				...searched,
				tree,
				size
			};
		},
		close: () => way.close()
	};
}

// src/adapters/ladder/ladder.ts
function ladder(options) {
	const { shortcut, log } = options;
	const descent = descending(options);
	const { step, doubt, told } = descent;
	const written = /* @__PURE__ */ new Set();
	let waiting = [];
	return {
		repository: {
			defaultBranch: () => step(() => shortcut.defaultBranch(), (whole) => whole.defaultBranch()),
			fetch: (branch, headPrefix) => step(async () => {
				const tips = told.looked(branch, headPrefix, await shortcut.fetch(branch, headPrefix));
				waiting = shortcut.waiting?.() ?? [];
				return tips;
			}, async (whole) => {
				const tips = await whole.fetch(branch, headPrefix);
				waiting = whole.waiting?.() ?? [];
				return tips;
			}),
			waiting: () => waiting,
			search: (commit, texts, globs) => step(async () => told.searched(commit, await shortcut.search(commit, texts, globs)), async (whole) => told.searchedAgain(commit, await whole.search(commit, texts, globs))),
			entry: (commit, path) => step(() => shortcut.entry(commit, path), (whole) => whole.entry(commit, path)),
			readBlobs: (oids) => step(() => shortcut.readBlobs(oids), (whole) => whole.readBlobs(oids)),
			commit: (oid) => step(() => shortcut.commit(oid), (whole) => whole.commit(oid)),
			commitsAhead: (base, head) => step(() => shortcut.commitsAhead(base, head), (whole) => whole.commitsAhead(base, head)),
			treeWith: async (commit, files) => await (await descent.long())?.repository.treeWith(commit, files),
			distrust: () => doubt("an index may have left out what is missing"),
			knows: (commit) => !descent.isBegun() && written.has(commit),
			counts: (commit) => !told.isDoubted(commit)
		},
		guard: (writer) => ({
			async commit(request) {
				const isQuick = !descent.isBegun();
				const holds = isQuick ? shortcut.isProven().catch(() => false) : void 0;
				const move = await writer.commit(holds === void 0 ? request : {
					...request,
					holds
				});
				if (move.kind === "moved") {
					written.add(move.commit);
					if (isQuick) shortcut.expect(move.commit, request.parent, request.files);
				} else if (await holds === false) doubt("the index of marked files was wrong");
				else told.lost();
				return move;
			},
			delete: (branch, expected) => writer.delete(branch, expected)
		}),
		async close() {
			const whole = await descent.long().catch(() => void 0);
			try {
				if (written.size > 0) await shortcut.remember(await whole?.found());
			} catch (error) {
				log.info(`The index of marked files could not be written: ${reasonOf(error)}.`);
			} finally {
				await whole?.close();
			}
		}
	};
}
const MOST_LOSSES = 5;
function descending({ openLongWay, log }) {
	let below;
	let losses = 0;
	let look;
	const commits = /* @__PURE__ */ new Set();
	const doubted = /* @__PURE__ */ new Set();
	const descend = (reason) => {
		if (below !== void 0) return below;
		log.info(`Receiving the whole base branch: ${reason}.`);
		below = openLongWay().then(async (way) => {
			const whole = received(way);
			if (look !== void 0) await whole.repository.fetch(look.branch, look.headPrefix);
			for (const commit of commits) await whole.bring(commit);
			return whole;
		});
		below.catch(() => {});
		return below;
	};
	return {
		isBegun: () => below !== void 0,
		long: async () => await below,
		async step(quick, slow) {
			if (below === void 0) try {
				return await quick();
			} catch (error) {
				descend(reasonOf(error));
			}
			return await slow((await descend("")).repository);
		},
		doubt(reason) {
			if (below !== void 0) return false;
			for (const commit of commits) doubted.add(commit);
			look = void 0;
			commits.clear();
			descend(reason);
			return true;
		},
		told: {
			looked(branch, headPrefix, tips) {
				const tip = tips.get(branch);
				if (tip === void 0) throw new BumpError("BUG", "The shortcut left the base out.");
				commits.add(tip);
				look = {
					branch,
					headPrefix
				};
				return tips;
			},
			searched(commit, answer) {
				commits.add(commit);
				return answer;
			},
			searchedAgain(commit, answer) {
				doubted.delete(commit);
				return answer;
			},
			isDoubted: (commit) => doubted.has(commit),
			lost() {
				losses += 1;
				if (losses >= MOST_LOSSES) descend("other runs moved the branch first");
			}
		}
	};
}
function reasonOf(error) {
	return ((error instanceof BumpError ? error.message : "an answer was not of the form expected").split("\n")[0] ?? "").replace(/\.$/, "").slice(0, 300);
}

// src/adapters/text-log.ts
function textLog(print) {
	return {
		info(text) {
			print(`${showInvisible(text)}\n`);
		},
		finding(found) {
			print(findingsText([found]));
		},
		mask() {}
	};
}

// src/adapters/worktree.ts
async function openWorktree(root) {
	const real = await realpath(root).catch(() => void 0);
	if (real === void 0 || !(await lstat(real)).isDirectory()) throw new BumpError("BAD_WORKTREE", `${quote(root)} is no folder. Name the root of a checkout.`);
	return {
		async files(texts, globs) {
			const found = [];
			if (texts.length === 0) return found;
			const paths = await list(real, globs);
			for (let at = 0; at < paths.length; at += AT_ONCE) {
				const read = paths.slice(at, at + AT_ONCE).map(async (path) => ({
					path,
					bytes: await readPlain(join(real, path))
				}));
				for (const { path, bytes } of await Promise.all(read)) if (bytes !== void 0 && texts.some((text) => bytes.includes(text))) found.push({
					path,
					bytes
				});
			}
			return found;
		},
		async file(path) {
			const place = await locate(real, path);
			return place.kind === "file" ? await readPlain(place.at) : void 0;
		},
		async write(path, bytes) {
			const place = await locate(real, path);
			if (place.kind === "blocked") throw new BumpError("BAD_WORKTREE", `${quote(path)} cannot be written: ${place.reason}.`);
			await replace(place.at, bytes, place.kind === "file" ? place.mode : NEW_FILE_MODE).catch((cause) => {
				throw new BumpError("BAD_WORKTREE", `${quote(path)} cannot be written: ${cause.message}.`, { cause });
			});
		}
	};
}
const AT_ONCE = 32;
const NEW_FILE_MODE = 420;
async function list(root, globs) {
	const paths = [];
	const folders = [""];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
		const path = checkRepoPath(folder === "" ? entry.name : `${folder}/${entry.name}`);
		if (!path.ok) continue;
		if (entry.isDirectory()) folders.push(path.value);
		else if (entry.isFile() && isSearched(path.value, globs)) paths.push(path.value);
	}
	return paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
async function readPlain(at) {
	const file = await open(at, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(gone);
	if (file === void 0) return void 0;
	try {
		return (await file.stat()).isFile() ? await file.readFile() : void 0;
	} finally {
		await file.close();
	}
}
function gone(error) {
	if ([
		"ENOENT",
		"ELOOP",
		"ENXIO",
		"ENOTDIR",
		"EMLINK"
	].includes(error.code ?? "")) return void 0;
	throw new BumpError("BAD_WORKTREE", `A file cannot be read: ${error.message}.`, { cause: error });
}
async function locate(root, path) {
	const checked = checkRepoPath(path);
	if (!checked.ok) return {
		kind: "blocked",
		reason: checked.reason
	};
	const parts = path.split("/");
	const names = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/"));
	for (const name of names) if ((await lstat(join(root, name)).catch(() => void 0))?.isDirectory() !== true) return {
		kind: "blocked",
		reason: `${quote(name)} is no folder, or a link to one`
	};
	const at = join(root, path);
	const parent = await realpath(dirname(at));
	if (parent !== root && !parent.startsWith(root.endsWith(sep) ? root : root + sep)) return {
		kind: "blocked",
		reason: "its folder is outside the checkout"
	};
	const leaf = await lstat(at).catch(() => void 0);
	if (leaf === void 0) return {
		kind: "free",
		at
	};
	return leaf.isFile() ? {
		kind: "file",
		at,
		mode: leaf.mode & 4095
	} : {
		kind: "blocked",
		reason: "it is a link or no file"
	};
}
async function replace(at, bytes, mode) {
	const sibling = join(dirname(at), `.image-bump-${randomBytes(8).toString("hex")}`);
	const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants;
	try {
		const file = await open(sibling, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, mode);
		try {
			await file.writeFile(bytes);
			await file.chmod(mode);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(sibling, at);
	} catch (error) {
		await rm(sibling, { force: true });
		throw error;
	}
}

// src/adapters/young-heap.ts
function keepYoungHeapSmall() {
	process.getBuiltinModule("node:v8").setFlagsFromString("--semi-space-growth-factor=1");
}

// src/core/pull-request/build-scope.ts
function buildScope(config, built, changed) {
	const text = decode$1(config.bytes);
	if (text === void 0) return [];
	const { policies, pullRequests, flux } = parsePolicyFile(config.path, text);
	if (flux) return void 0;
	const isConcerned = (policy) => concerning(policy, built).length > 0;
	const groupKey = (policy) => groupOf(pullRequests.group, policy).key;
	const groups = new Set(policies.filter(isConcerned).map(groupKey));
	const mayBePending = (policy) => groups.has(groupKey(policy)) && changed.some((path) => inScope(policy.paths, path));
	const globs = /* @__PURE__ */ new Set();
	for (const policy of policies) {
		if (!isConcerned(policy) && !mayBePending(policy)) continue;
		if (policy.paths === void 0) return void 0;
		for (const glob of policy.paths) globs.add(glob);
	}
	return [...globs];
}

// src/wire.ts
async function wire(settings, log, { shortcut = false, clock = systemClock } = {}) {
	keepYoungHeapSmall();
	log.mask(settings.token);
	log.mask(settings.sourceToken);
	const send = network();
	const client = clientFor(settings, settings.token, send, clock);
	const sourceClient = settings.sourceToken === settings.token ? client : clientFor(settings, settings.sourceToken, send, clock);
	const forge = githubForge(client, settings.repository);
	const others = {
		forge,
		source: githubSource(sourceClient),
		log,
		clock
	};
	const openGit = () => openGitRepository(settings, log, clock);
	if (shortcut && settings.writer === "api") {
		const quick = githubShortcut(client, settings.repository, { config: settings.config });
		const openLongWay = async () => {
			const repository = await openGit();
			const isWhole = () => settings.paths.length === 0;
			return {
				...repository,
				isWhole,
				bring: (commit) => bringCommit(repository.remote, commit)
			};
		};
		const steps = ladder({
			shortcut: quick,
			openLongWay,
			log
		});
		const repositoryId = async () => quick.repositoryId() ?? await forge.repositoryId();
		const writer = steps.guard(githubBranchWriter(client, settings.repository, { repositoryId }));
		const queue = githubQueue(client, settings.repository, { repositoryId });
		return {
			ports: {
				...others,
				repository: steps.repository,
				writer,
				queue
			},
			close: () => steps.close()
		};
	}
	const repository = await openGit();
	const options = { now: () => /* @__PURE__ */ new Date() };
	const writers = settings.writer === "git" ? {
		writer: gitBranchWriter(repository, options),
		queue: gitQueue(repository.remote, options)
	} : {
		writer: githubBranchWriter(client, settings.repository, forge),
		queue: githubQueue(client, settings.repository, forge)
	};
	return {
		ports: {
			...others,
			repository,
			...writers
		},
		close: repository.close
	};
}
const local = {
	openWorktree,
	openCommit: (gitDir, revision) => openLocal({
		gitDir,
		revision
	}),
	clock: systemClock,
	log: textLog
};
async function openGitRepository(settings, log, clock) {
	const { serverUrl, repository, token, config, images, paths } = settings;
	const remote = {
		url: `${serverUrl}/${repository}.git`,
		token,
		clock
	};
	if (paths.length === 0) return await openRemote(remote);
	return await openScoped({
		...remote,
		config,
		likely: paths,
		scopeOf: (bytes, changed) => buildScope({
			path: config,
			bytes
		}, images, changed),
		note: log.info
	});
}
function clientFor({ apiUrl, graphqlUrl }, token, send, clock) {
	return githubClient({
		apiUrl,
		graphqlUrl,
		token,
		send,
		clock,
		random: clock.random
	});
}

export { local, wire };