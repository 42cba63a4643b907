import { B as filesFor, Bt as isSeq, Ct as lineIndex, Ft as isAlias, H as mayName, Ht as nearest, It as isCollection, Jt as findingsText, Lt as isMap, Rt as isPair, St as listAtoms, Tt as withoutFinalNewlines, U as rulesAmong, V as filesOfRules, Vt as finding, Xt as planText, bt as readStream, ct as asSnapshot, dt as policyFileOf$1, fn as report, ft as readMarked, ht as searchGlobs, lt as decode$1, pt as readRules, sn as planJson, st as SCREEN_TEXTS, vt as scan, wt as placeIn, xt as blockStart, zt as isScalar } from "./run-shared.js";
import { A as shortName, C as quote, D as readReference, E as readImageName, O as readTag, T as readDigest, a as readGlob, c as checkBranchName, j as BumpError, k as sameImage, n as INPUTS, o as readRepoPath, p as phraseOutcome, tt as createHash, v as checkRepoPath } from "./start.js";
import { C as asTicket, D as queuePrefix, F as MENTION_TEXTS, I as mentionsOf, L as mentionsWith, M as isSearched, U as FLUX_GROUP, j as inScope } from "./wire-shared.js";
import { deflateSync } from "node:zlib";
import { spawn, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

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
function refusal({ command, url, need, exitCode, stderr }) {
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
	const match = PROTECTED.exec(stderr);
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
const PROTECTED = /GH006|GH013|protected branch hook declined|protected branch|changes must be made through a pull request|cannot update this protected ref|repository rule violations/i;
const REASONS = [
	{
		code: "BAD_TOKEN",
		pattern: /could not read (?:Username|Password)|Authentication failed|returned error: 401/,
		advice: ({ url }) => `${url} did not accept the token, or wants one and got none. Check that it is set, not expired, and made for this server.`
	},
	{
		code: "BRANCH_PROTECTED",
		pattern: PROTECTED,
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
	throw refusal({
		command: args[0] ?? "",
		url: call.access?.url,
		need: call.need ?? "read",
		...result
	});
}
function askGit(args, call) {
	const { timeoutMs = TIMEOUT_MS, maxOutputBytes, input = "" } = call;
	const { status, stdout, error } = spawnSync("git", args, {
		cwd: call.cwd ?? call.gitDir ?? tmpdir(),
		env: gitEnvironment(call),
		input,
		maxBuffer: maxOutputBytes,
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		timeout: timeoutMs,
		killSignal: "SIGKILL",
		windowsHide: true
	});
	const code = error !== void 0 && "code" in error ? error.code : void 0;
	if (code === "ENOBUFS") return void 0;
	if (code === "ETIMEDOUT") throw stoppedError(args, call, `gave no answer within ${timeoutMs / 1e3} s`);
	if (error !== void 0) throw startFailure(error);
	if (status !== 0) throw new BumpError("BUG", `git ${args[0]} ended while it was still needed.`);
	return stdout;
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
const TIMEOUT_MS = 3e5;
const GRACE_MS = 2e3;
const MAX_OUTPUT_BYTES = 268435456;
async function collect$1(args, call) {
	const { timeoutMs = TIMEOUT_MS, maxOutputBytes = MAX_OUTPUT_BYTES } = call;
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
		if (call.take !== void 0) return call.take(chunk);
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

// src/adapters/git/pathspec.ts
function pathspecs(globs) {
	return [
		":(glob)**/*.yaml",
		":(glob)**/*.yml",
		":(glob)**/Kustomization",
		...globs.map(atLeast)
	];
}
const MAGIC = /[*?[\]{}()!+@\\]/;
function atLeast(glob) {
	const parts = glob.split("/").filter((part) => part !== "" && part !== ".");
	const magic = parts.findIndex((part) => MAGIC.test(part));
	if (magic === -1) return `:(literal)${parts.join("/")}`;
	const last = parts.at(-1) ?? "";
	const ending = last.slice(last.split("").findLastIndex((character) => MAGIC.test(character)) + 1);
	return `:(glob)${[
		...parts.slice(0, magic),
		"**",
		`*${ending}`
	].join("/")}`;
}

// src/adapters/git/pieces.ts
function splitAt(end, piece) {
	let rest = "";
	return (chunk) => {
		const text = rest + chunk;
		let at = 0;
		for (let to = text.indexOf(end); to !== -1; to = text.indexOf(end, at)) {
			piece(text.slice(at, to));
			at = to + 1;
		}
		rest = text.slice(at);
	};
}

// src/adapters/git/grep.ts
async function grepPaths(search) {
	const { texts, commit, globs } = search;
	if (texts.length === 0) return [];
	const names = [];
	await grep(search, ["-l", ...texts.flatMap((text) => ["-e", text])], splitAt("\0", (name) => names.push(name)));
	return names.flatMap((name) => pathOf(name, commit, globs) ?? []);
}
async function grepMentions(search) {
	const { texts, commit, globs } = search;
	if (texts.length === 0) return [];
	const found = [];
	let [name, lines] = ["", ""];
	const tell = () => {
		const mentions = mentionsWith(texts, lines);
		const path = mentions === void 0 ? void 0 : pathOf(name, commit, globs);
		if (mentions !== void 0 && path !== void 0) found.push({
			path,
			mentions
		});
	};
	const take = splitLines((nextName, line) => {
		if (nextName === name) lines += `\n${line}`;
		else {
			tell();
			[name, lines] = [nextName, line];
		}
	});
	const others = texts.filter((text) => !MENTION_TEXTS.some((part) => text.includes(part)));
	const patterns = [...MENTION_TEXTS, ...others].flatMap((text) => [
		"--or",
		"-e",
		text
	]).slice(1);
	await grep(search, [
		"-i",
		"-H",
		...NOTHING_MORE,
		"(",
		...patterns,
		")"
	], take);
	tell();
	return found;
}
const NOTHING_MORE = ["--no-line-number", "--no-column"];
async function grep({ gitDir, commit, globs }, args, take) {
	await runGit([
		"grep",
		...[
			"-zaF",
			"--no-recurse-submodules",
			"--no-color",
			"--full-name"
		],
		...args,
		commit,
		"--",
		...pathspecs(globs)
	], {
		gitDir,
		env: { GIT_LITERAL_PATHSPECS: "0" },
		take: (chunk) => take(chunk.toString("latin1")),
		answers: ({ exitCode }) => exitCode <= 1
	});
}
function pathOf(name, commit, globs) {
	const path = checkRepoPath(Buffer.from(name.slice(commit.length + 1), "latin1").toString("utf8"));
	return path.ok && isSearched(path.value, globs) ? path.value : void 0;
}
function splitLines(line) {
	let rest = "";
	return (chunk) => {
		const text = rest + chunk;
		let at = 0;
		while (chunk.includes("\n")) {
			const nameEnd = text.indexOf("\0", at);
			const lineEnd = nameEnd === -1 ? -1 : text.indexOf("\n", nameEnd);
			if (lineEnd === -1) break;
			line(text.slice(at, nameEnd), text.slice(nameEnd + 1, lineEnd));
			at = lineEnd + 1;
		}
		rest = text.slice(at);
	};
}

// src/adapters/git/listing.ts
async function listFiles(gitDir, tree, folders, { isWanted = () => true, most = Infinity } = {}) {
	const files = [];
	await eachFile(gitDir, tree, folders, (name, facts) => {
		if (files.length > most) return;
		const [mode = "", , oid = ""] = facts.split(" ");
		const [file] = fileEntry(mode, oid, Buffer.from(name, "latin1"));
		if (file !== void 0 && isWanted(file.path)) files.push(file);
	});
	return files;
}
async function listPaths(gitDir, tree, paths) {
	const wanted = new Map(paths.map((path) => [Buffer.from(path).toString("latin1"), path]));
	const found = /* @__PURE__ */ new Map();
	await eachFile(gitDir, tree, [], (name, facts) => {
		const path = wanted.get(name);
		const [mode = "", , oid = ""] = path === void 0 ? [] : facts.split(" ");
		if (path !== void 0 && REGULAR.test(mode)) found.set(path, {
			path,
			oid,
			mode: tidyMode(mode)
		});
	});
	return paths.flatMap((path) => found.get(path) ?? []);
}
async function eachFile(gitDir, tree, folders, call) {
	const take = splitAt("\0", (record) => {
		const tab = record.indexOf("	");
		call(record.slice(tab + 1), record.slice(0, tab));
	});
	await runGit([
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree,
		"--",
		...folders
	], {
		gitDir,
		take: (chunk) => take(chunk.toString("latin1"))
	});
}
async function differences(gitDir, before, after, isWanted) {
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
			if (path !== void 0 && isWanted(path)) current.push({
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
		return path.ok ? [{
			path: path.value,
			oid,
			mode: tidyMode(mode)
		}] : [];
	} catch {
		return [];
	}
}
function tidyMode(mode) {
	return (Number.parseInt(mode, 8) & 64) === 0 ? "100644" : "100755";
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
function readTogether(gitDir, oids) {
	const input = oids.map((oid) => `${oid}\n`).join("");
	let rest = askGit([
		"cat-file",
		"--batch",
		"--buffer"
	], {
		gitDir,
		input,
		maxOutputBytes: MAX_TOGETHER_BYTES
	});
	if (rest === void 0) return void 0;
	const answers = [];
	while (answers.length < oids.length) {
		const answer = cutAnswer(rest);
		if (answer.kind !== "whole") throw new BumpError("BUG", "git cat-file ended while it was still needed.");
		answers.push(answer.object);
		rest = rest.subarray(answer.end);
	}
	return answers;
}
const MAX_TOGETHER_BYTES = 67108864;
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
	let unsent = "";
	const send = () => {
		child.stdin?.write(unsent);
		unsent = "";
	};
	return {
		ask: (name) => new Promise((resolve, reject) => {
			if (ended !== void 0) return reject(ended);
			waiting.push({
				resolve,
				reject
			});
			if (unsent === "") queueMicrotask(send);
			unsent += `${name}\n`;
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
			const copy = answer.object && {
				...answer.object,
				bytes: Buffer.from(answer.object.bytes)
			};
			waiting.shift()?.resolve(copy);
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
	const bytes = buffer.subarray(line + 1, end);
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

// src/adapters/git/trees.ts
const FOLDER = "40000";
function isFile(mode) {
	return mode !== void 0 && /^100[0-7]{3}$/.test(mode);
}
function openTrees(reader) {
	const trees = /* @__PURE__ */ new Map();
	const object = async (oid, type) => bytesOf(await reader.read(oid), oid, type);
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
function bytesOf(found, oid, type) {
	if (found?.type === type) return found.bytes;
	throw new BumpError("REMOTE_REFUSED", `The ${type} ${oid} is missing in the repository.`);
}

// src/adapters/git/contents.ts
function openContents(gitDir) {
	const reader = openObjectReader(gitDir);
	const { object, tree } = openTrees(reader);
	const readBlobs = async (oids) => {
		if (oids.length < FEW_BLOBS) return await Promise.all(oids.map(async (oid) => await object(oid, "blob")));
		const together = readTogether(gitDir, oids);
		if (together !== void 0) return oids.map((oid, index) => bytesOf(together[index], oid, "blob"));
		const middle = oids.length >> 1;
		return [...await readBlobs(oids.slice(0, middle)), ...await readBlobs(oids.slice(middle))];
	};
	const commit = async (oid) => parseCommit(oid, await object(oid, "commit"));
	const entry = async (root, path) => {
		const parts = path.split("/");
		const name = parts.pop() ?? "";
		let folder = await tree(root);
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
	const entries = async (commitOid, paths) => {
		const root = (await commit(commitOid)).tree;
		if (new Set(paths.map((path) => path.slice(0, path.lastIndexOf("/") + 1))).size > MOST_WALKED) return await listPaths(gitDir, root, paths);
		return (await Promise.all(paths.map(async (path) => await entry(root, path)))).filter((file) => file !== void 0);
	};
	return {
		async search(oid, texts, globs = []) {
			const [paths] = await Promise.all([grepPaths({
				gitDir,
				commit: oid,
				texts,
				globs
			}), commit(oid)]);
			return await entries(oid, paths);
		},
		mentions: async (oid, texts, globs = []) => await grepMentions({
			gitDir,
			commit: oid,
			texts,
			globs
		}),
		entries,
		entry: async (commitOid, path) => await entry((await commit(commitOid)).tree, path),
		readBlobs,
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
const MOST_WALKED = 500;
const FEW_BLOBS = 300;
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
		async treeWith(commit, files) {
			const changed = files.map(({ entry: { path }, bytes }) => ({
				path,
				bytes
			}));
			const { tree, objects } = await contents.treeWith(commit, changed);
			for (const object of objects) if (object.type === "blob") made.set(objectId(object, commit), object.bytes);
			return tree;
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

// src/adapters/git/partial.ts
function partialTips({ access, git, gitDir }, note) {
	let [whole, begun] = [false, false];
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
		haveCome: () => begun,
		areWhole: () => whole,
		async fetch(args, specs, call) {
			begun = true;
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
	return inOrder(head, ahead);
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
function inOrder(head, ahead) {
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

// src/adapters/git/mentioning.ts
function searching({ search, mentions, readBlobs }) {
	const tell = mentioning(readBlobs);
	return async (commit, texts, globs) => {
		const files = await search(commit, texts, globs);
		if (files.length <= FEW$1) return await tell(files);
		const found = new Map((await mentions(commit, texts, globs)).map((file) => [file.path, file.mentions]));
		return files.flatMap((file) => withMentions(file, found.get(file.path)));
	};
}
const FEW$1 = 2e3;
function mentioning(readBlobs) {
	const known = /* @__PURE__ */ new Map();
	return async (files) => {
		const lacking = [...new Set(files.map(({ oid }) => oid))].filter((oid) => !known.has(oid));
		for (let at = 0; at < lacking.length; at += AT_ONCE) {
			const some = lacking.slice(at, at + AT_ONCE);
			(await readBlobs(some)).forEach((bytes, index) => known.set(some[index], mentionsOf(bytes)));
		}
		return files.flatMap((file) => withMentions(file, known.get(file.oid)));
	};
}
function withMentions(file, mentions) {
	return mentions === void 0 ? [] : [{
		...file,
		mentions
	}];
}
const AT_ONCE = 2e3;
function searchedOnce(search) {
	const answers = /* @__PURE__ */ new Map();
	return async (commit, texts, globs) => {
		const key = JSON.stringify([
			commit,
			texts,
			globs
		]);
		const answer = answers.get(key) ?? search(commit, texts, globs);
		answers.set(key, answer);
		answer.catch(() => answers.delete(key));
		return await answer;
	};
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

// scripts/bundle/builtin-util.ts
const parseArgs = (config) => process.getBuiltinModule("node:util").parseArgs(config);

// src/cli/arguments.ts
const JSON_OPTION = {
	name: "json",
	description: "Print one JSON value instead of text."
};
const STRICT_OPTION = {
	name: "strict",
	description: "Exit with 3 when there are findings; notes do not count."
};
const TREE_OPTIONS = [
	{
		name: "worktree",
		value: "DIR",
		description: "The files on disk, uncommitted ones too. Default: this folder."
	},
	{
		name: "git-dir",
		value: "DIR",
		description: "A repository, bare or not; read at a commit, no files touched."
	},
	{
		name: "at",
		value: "REV",
		description: "The commit to read with --git-dir. Default: HEAD."
	},
	{
		name: "config",
		value: "FILE",
		description: "Path of the policy file in the repository. Default: .image-bump.yaml."
	},
	{
		name: "paths",
		value: "GLOB",
		repeatable: true,
		description: "Look only at files that match; may be repeated."
	}
];
const RUN_OPTIONS = INPUTS.map(({ name, flag, multiline, description, default: fixed, fallback }) => ({
	name,
	...flag ? {} : { value: "TEXT" },
	repeatable: multiline,
	description: flag ? asFlag(description) : `${description}${defaultText(fixed ?? fallback)}`
}));
function asFlag(description) {
	const [, first = "", rest = ""] = /^(?:true: )?(.)(.*)$/.exec(description) ?? [];
	return `${first.toUpperCase()}${rest}`;
}
function defaultText(text) {
	return text === void 0 ? "" : ` Default: ${text}.`;
}
function readArguments(argv, options) {
	const { values, positionals } = parse(argv, Object.fromEntries(options.map(({ name, value }) => [name, {
		type: value === void 0 ? "boolean" : "string",
		multiple: true
	}])), options);
	const all = (name) => {
		const given = values[name];
		return Array.isArray(given) ? given : [];
	};
	for (const { name, repeatable } of options) if (repeatable !== true && all(name).length > 1) throw new BumpError("BAD_CALL", `--${name} was given ${all(name).length} times. Give it once.`);
	const texts = (name) => all(name).filter((value) => typeof value === "string");
	return {
		positionals,
		flag: (name) => all(name).at(-1) === true,
		value: (name) => texts(name).at(-1),
		values: texts
	};
}
function parse(argv, config, options) {
	const names = options.map(({ name }) => name);
	for (const argument of argv) {
		if (argument === "--") break;
		const [, name] = /^--([^=]+)/.exec(argument) ?? [];
		if (name === void 0 || names.includes(name)) continue;
		const near = nearest(name, names);
		const hint = near === void 0 ? "See --help." : `Did you mean --${near}?`;
		throw new BumpError("BAD_CALL", `${quote(`--${name}`)} is not an option of this command. ${hint}`);
	}
	try {
		return parseArgs({
			args: [...argv],
			options: config,
			allowPositionals: true,
			strict: true
		});
	} catch (error) {
		const message = error instanceof Error ? error.message.split("\n")[0] ?? "" : "";
		throw new BumpError("BAD_CALL", `${message.replace(/\.?$/, ".")} See --help.`, { cause: error });
	}
}

// src/cli/output.ts
function jsonText(value) {
	return `${harmless(JSON.stringify(value, null, 2))}\n`;
}
function* jsonPieces(head, name, items) {
	const [start, end] = JSON.stringify({
		...head,
		[name]: [0]
	}, null, 2).split(/\n {4}0(?=\n {2}\]\n\}$)/);
	let before = harmless(start ?? "");
	let isEmpty = true;
	for (const batch of batches(items)) {
		const text = JSON.stringify({ [name]: batch }, null, 2);
		yield before + harmless(text.slice(text.indexOf("[") + 1, -(end?.length ?? 0)));
		before = ",";
		isEmpty = false;
	}
	yield isEmpty ? jsonText({
		...head,
		[name]: []
	}) : `${end}\n`;
}
function harmless(json) {
	return json.replaceAll("##[", String.raw`#\u0023[`);
}
const BATCH = 500;
function* batches(items) {
	let batch = [];
	for (const item of items) {
		batch.push(item);
		if (batch.length < BATCH) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
function sayPlan(what) {
	const { outcome, plan, files, findings, tree, json, show, exitCode } = what;
	if (json) return {
		stdout: jsonText(planJson({
			outcome,
			plans: [plan],
			findings,
			...tree === void 0 ? {} : { tree }
		})),
		stderr: "",
		exitCode
	};
	const told = report({
		groups: [{
			key: "",
			label: "",
			outcome,
			plan,
			diffs: files
		}],
		findings,
		unmatched: what.unmatched
	});
	return {
		stdout: planText(told, show),
		stderr: `${findingsText(what.shown ?? findings)}${phraseOutcome(outcome)}\n`,
		exitCode
	};
}

// src/cli/tree.ts
async function openTree(local, { value, values }) {
	const gitDir = value("git-dir");
	if (gitDir !== void 0 && value("worktree") !== void 0) throw new BumpError("BAD_CALL", "Give --worktree or --git-dir, not both.");
	if (gitDir === void 0 && value("at") !== void 0) throw new BumpError("BAD_CALL", "--at names a commit of --git-dir. Give --git-dir too.");
	const config = readRepoPath(value("config") ?? ".image-bump.yaml");
	if (!config.ok) throw new BumpError("BAD_CALL", `--config: ${config.reason}`);
	const paths = values("paths").map((text) => {
		const glob = readGlob(text);
		if (!glob.ok) throw new BumpError("BAD_CALL", `--paths: ${glob.reason}`);
		return glob.value;
	});
	const commit = gitDir === void 0 ? void 0 : await local.openCommit(gitDir, value("at") ?? "HEAD");
	const worktree = commit === void 0 ? await local.openWorktree(value("worktree") ?? ".") : void 0;
	const source = commit ?? worktree;
	if (source === void 0) throw new BumpError("BUG", "neither a worktree nor a commit was opened");
	return {
		source,
		worktree,
		commit,
		config: config.value,
		configNamed: value("config") !== void 0,
		paths: paths.length === 0 ? void 0 : paths,
		close: async () => {
			await commit?.close();
		}
	};
}
const FEW = 500;
async function snapshotOf(tree, askedBy) {
	const { rules, found } = await outlineOf(tree);
	const wanted = found.length <= FEW ? found : filesFor(rules.policies, askedBy(rules), found);
	const files = await tree.source.read(wanted);
	return asSnapshot(rules, readMarked(files, rules.globs));
}
async function outlineOf(tree) {
	const file = policyFileOf$1(await policyFileOf(tree));
	const found = await tree.source.search(SCREEN_TEXTS, file.files);
	return {
		rules: await rulesOf(tree, file, found),
		found
	};
}
async function rulesOf({ source }, file, found) {
	const files = await source.read(filesOfRules(file, found));
	try {
		return rulesAmong(file, found, files);
	} catch (error) {
		if (!(error instanceof BumpError) || error.code !== "BAD_POLICY") throw error;
		const { fields } = readMarked(await source.read(found), file.files);
		return readRules(file, files, fields.map(({ marker }) => marker.policy));
	}
}
async function policyFileOf({ source, config, configNamed }) {
	const bytes = await source.file(config);
	if (bytes === void 0 && configNamed) throw new BumpError("BAD_POLICY", [{
		place: { path: config },
		message: "there is no such policy file"
	}]);
	return bytes === void 0 ? void 0 : {
		path: config,
		bytes
	};
}
async function globsOf(tree) {
	try {
		return searchGlobs(await policyFileOf(tree));
	} catch (error) {
		if (error instanceof BumpError && error.code === "BAD_POLICY") return void 0;
		throw error;
	}
}
async function markedOf({ source }, globs, policies) {
	const found = await source.search(SCREEN_TEXTS, globs);
	const isMeant = found.length <= FEW ? () => true : mayName(policies);
	const meant = await source.read(found.filter(({ mentions }) => isMeant(mentions)));
	const marked = readMarked(meant, globs);
	const used = new Set(marked.fields.map(({ marker }) => marker.policy));
	return meant.length === found.length || [...policies.keys()].every((policy) => used.has(policy)) ? marked : readMarked(await source.read(found), globs);
}
const WRITE_OPTION = {
	name: "write",
	description: "Write the files; without it the command only tells."
};
function isToWrite({ worktree }, { flag }) {
	if (flag("write") && worktree === void 0) throw new BumpError("BAD_CALL", "--write changes files, and --git-dir has none. Leave it out, or use --worktree.");
	return flag("write");
}
async function writeFiles({ worktree }, files) {
	if (worktree === void 0) throw new BumpError("BAD_CALL", "A commit cannot be written to. Name a checkout with --worktree.");
	const encoder = new TextEncoder();
	for (const { path, after } of files) await worktree.write(path, encoder.encode(after));
}
async function treeIdOf({ commit }, files) {
	const encoder = new TextEncoder();
	if (commit === void 0) throw new BumpError("BUG", "a worktree has no tree id");
	return commit.treeWith(files.map(({ path, after }) => ({
		path,
		bytes: encoder.encode(after)
	})));
}

// src/core/mark/sighting.ts
function aliasTargets(document) {
	const anchored = /* @__PURE__ */ new Map();
	const targets = /* @__PURE__ */ new Map();
	const waiting = [document.contents];
	while (waiting.length > 0) {
		const node = waiting.pop();
		if (isAlias(node)) targets.set(node, anchored.get(node.source));
		else if (isPair(node)) waiting.push(node.value, node.key);
		else if (isScalar(node) || isCollection(node)) {
			if (node.anchor !== void 0) anchored.set(node.anchor, node);
			if (isCollection(node)) for (const item of node.items.toReversed()) waiting.push(item);
		}
	}
	return targets;
}
function valueOf(node, targets) {
	if (isScalar(node)) return {
		node,
		text: textOf(node)
	};
	if (!isAlias(node)) return void 0;
	const target = targets.get(node);
	return isScalar(target) ? {
		node,
		text: textOf(target)
	} : void 0;
}
function valueAt(map, key, targets) {
	return valueOf(nodeAt(map, key), targets);
}
function nodeAt(map, key) {
	return map.items.find(({ key: own }) => isScalar(own) && own.value === key)?.value;
}
function sightReference(value) {
	const parsed = readReference(value.text);
	if (parsed.ok) {
		const { name: image, tag, digest } = parsed.value;
		const bare = tag === void 0 && digest === void 0;
		return {
			image,
			...tag === void 0 ? {} : { tag },
			pinned: digest !== void 0,
			fields: [{
				value,
				part: "reference",
				...bare ? { why: WITHOUT_TAG } : {}
			}]
		};
	}
	const [, name = "", rest = ""] = /^([^\s:@${}]+(?::[0-9]+\/[^\s:@${}]+)?)(.*)$/s.exec(value.text) ?? [];
	const image = readImageName(name);
	if (!image.ok || !/\$|\{\{/.test(rest)) return void 0;
	return {
		image: image.value,
		fields: [{
			value,
			part: "reference",
			why: FILLED_IN
		}]
	};
}
function tagField(value) {
	if (readTag(value.text).ok) return {
		value,
		part: "tag"
	};
	if (value.text === "") return {
		value,
		part: "tag",
		why: EMPTY_TAG
	};
	return {
		value,
		part: "tag",
		why: readReference(`x:${value.text}`).ok ? TAG_AND_DIGEST : /\$|\{\{/.test(value.text) ? FILLED_IN : "it is not a tag"
	};
}
const WITHOUT_TAG = "it has neither tag nor digest; write a tag here, or mark where the tag is set";
const FILLED_IN = "a variable or a template fills it in";
const TAG_AND_DIGEST = "it holds tag and digest, and a :tag marker writes the tag alone";
const EMPTY_TAG = "the tag is empty, so something else decides it; write a tag";
function textOf({ source, value, type }) {
	const text = source ?? (typeof value === "string" ? value : "");
	if (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") return withoutFinalNewlines(text);
	return value === null ? "" : text;
}

// src/core/mark/sight-map.ts
function sightMap(map, under, targets) {
	const kustomize = under === "images" ? sightKustomize(map, targets) : void 0;
	if (kustomize !== void 0) return [kustomize];
	const pair = sightPair(map, under, targets);
	const patched = valueAt(map, "path", targets)?.text.endsWith("/image") === true;
	const references = map.items.flatMap(({ key, value }) => {
		const whole = valueOf(value, targets);
		if (whole === void 0 || pair?.name === whole.node) return [];
		const name = valueOf(key, targets)?.text ?? "";
		const sighting = /^image$|[a-z0-9]Image$/.test(name) || patched && name === "value" || under === "images" && /[:@]/.test(whole.text) ? sightReference(whole) : void 0;
		return sighting === void 0 ? [] : [sighting];
	});
	return pair === void 0 ? references : [pair.sighting, ...references];
}
function sightKustomize(map, targets) {
	const at = (key) => valueAt(map, key, targets);
	const [name, newName, newTag, digest] = [
		at("name"),
		at("newName"),
		at("newTag"),
		at("digest")
	];
	if (newName === void 0 && newTag === void 0 && digest === void 0) return void 0;
	const image = readImageName((newName ?? name)?.text ?? "");
	if (!image.ok) return void 0;
	const fields = [...tagAndDigest(newTag, digest), ...newName === void 0 ? [] : [nameField(newName)]];
	const untagged = newTag === void 0 && digest === void 0;
	return {
		image: image.value,
		...tagText(newTag),
		pinned: digest !== void 0,
		fields: untagged ? fields.map((field) => ({
			...field,
			why: "the entry has no newTag; write one"
		})) : fields
	};
}
const TAG_KEYS = ["tag", "imageTag"];
function sightPair(map, under, targets) {
	const at = (key) => valueAt(map, key, targets);
	const tag = at(TAG_KEYS[0]) ?? at(TAG_KEYS[1]);
	const digest = at("digest");
	const named = /image$/i.test(under) ? at("repo") ?? at("name") : void 0;
	const repository = at("repository") ?? at("image") ?? named;
	if (repository === void 0 || tag === void 0 && (digest === void 0 || digest.text === "")) return void 0;
	return sighted(repository, at("registry"), tag, digest);
}
function sighted(repository, registry, tag, digest) {
	const apart = registry !== void 0 && registry.text !== "";
	const image = readImageName(apart ? `${registry.text}/${repository.text}` : repository.text);
	if (!image.ok) return void 0;
	const why = apart ? "registry and repository are two fields, and a :name marker writes both at once" : void 0;
	const name = {
		...nameField(repository),
		optional: true,
		...why === void 0 ? {} : { why }
	};
	const pinned = digest !== void 0 && digest.text !== "";
	return {
		name: repository.node,
		sighting: {
			image: image.value,
			...tagText(tag),
			pinned,
			fields: [name, ...tagAndDigest(tag, pinned ? digest : void 0)]
		}
	};
}
function sightParameters(items, targets) {
	const values = /* @__PURE__ */ new Map();
	for (const item of items) {
		const name = valueAt(item, "name", targets)?.text;
		const value = valueAt(item, "value", targets);
		if (name !== void 0 && value !== void 0 && !values.has(name)) values.set(name, value);
	}
	return [...values].flatMap(([name, value]) => {
		const whole = /(?:^|\.)(?:image|[a-z0-9]+Image)$/.test(name) ? sightReference(value) : void 0;
		if (whole !== void 0) return [whole];
		const prefix = /^((?:.*\.)?)repository$/.exec(name)?.[1] ?? /^((?:.*\.)?image\.)name$/i.exec(name)?.[1];
		if (prefix === void 0) return [];
		const at = (key) => values.get(prefix + key);
		const tag = at("tag");
		const pair = tag === void 0 ? void 0 : sighted(value, at("registry"), tag, at("digest"));
		return pair === void 0 ? [] : [pair.sighting];
	});
}
function nameField(value) {
	return {
		value,
		part: "name"
	};
}
function tagText(tag) {
	return tag === void 0 || tag.text === "" ? {} : { tag: tag.text };
}
function tagAndDigest(tag, digest) {
	return [...tag === void 0 ? [] : [tagField(tag)], ...digest === void 0 ? [] : [digestField(digest)]];
}
function digestField(value) {
	return {
		value,
		part: "digest",
		...readDigest(value.text).ok ? {} : { why: "it is not a digest" }
	};
}

// src/core/mark/sight.ts
function sightImages(document) {
	const sightings = [];
	if (isFluxImageObject(document)) return sightings;
	const targets = aliasTargets(document);
	const add = (found) => {
		for (const sighting of found) sightings.push(sighting);
	};
	const visit = (node, under) => {
		if (isMap(node)) {
			add(sightMap(node, under, targets));
			for (const { key, value } of node.items) {
				const name = isScalar(key) ? String(key.value) : "";
				if (name === "values" && isScalar(value)) add(sightEmbedded(valueOf(value, targets)));
				visit(value, name);
			}
		} else if (isSeq(node)) {
			add(sightItems(node, under, targets));
			for (const item of node.items) visit(item, under);
		}
	};
	visit(document.contents, "");
	return sightings;
}
function isFluxImageObject({ contents }) {
	const version = isMap(contents) ? nodeAt(contents, "apiVersion") : void 0;
	return isScalar(version) && String(version.value).startsWith(`${"image.toolkit.fluxcd.io"}/`);
}
function sightItems(list, under, targets) {
	if (under === "parameters") return sightParameters(list.items.filter((item) => isMap(item)), targets);
	if (under !== "images") return [];
	return list.items.flatMap((item) => {
		const value = valueOf(item, targets);
		const sighting = value === void 0 ? void 0 : sightReference(value) ?? sightRenamed(value);
		return sighting === void 0 ? [] : [sighting];
	});
}
function sightRenamed(value) {
	const sighting = sightReference({
		...value,
		text: value.text.slice(value.text.indexOf("=") + 1)
	});
	if (sighting === void 0 || !value.text.includes("=")) return void 0;
	const why = "the form old=new:tag is no image reference; rename the image in a kustomization and write new:tag here";
	return {
		...sighting,
		fields: [{
			value,
			part: "reference",
			why
		}]
	};
}
function sightEmbedded(value) {
	if (value === void 0 || !value.text.includes(":") || !/image|repository/i.test(value.text)) return [];
	const stream = readStream(value.text);
	if (stream.kind === "unreadable") return [];
	const why = "it stands in a text inside the YAML, where no comment counts; use valuesObject or parameters";
	return stream.documents.flatMap(({ composed, problem }) => composed === void 0 || problem !== void 0 ? [] : sightImages(composed)).map((sighting) => ({
		...sighting,
		fields: [{
			value,
			part: "reference",
			why
		}]
	}));
}

// src/core/mark/find.ts
const IMAGE_TEXTS = [
	"image",
	"Image",
	"repository"
];
function findImages(path, text) {
	const lines = lineIndex(text);
	const placeAt = (offset) => placeIn(path, lines, offset);
	const stream = readStream(text);
	const problem = stream.kind === "unreadable" ? stream.problem : stream.documents.find((one) => one.problem !== void 0)?.problem;
	if (stream.kind === "unreadable" || problem !== void 0) {
		const { reason, offset } = problem ?? {
			reason: "it cannot be read",
			offset: 0
		};
		return {
			uses: [],
			unreadable: finding("FILE_UNREADABLE", { reason }, placeAt(Math.min(offset, text.length)))
		};
	}
	const sightings = stream.documents.flatMap(({ composed }) => composed === void 0 ? [] : sightImages(composed));
	if (sightings.length === 0) return { uses: [] };
	const atoms = listAtoms(stream);
	const file = {
		text,
		atoms,
		byOffset: new Map(atoms.map((atom, index) => [atom.offset, index])),
		lines,
		placeAt,
		markers: new Map(scan(path, text).fields.map(({ start, marker }) => [start, marker]))
	};
	return { uses: sightings.map((sighting) => imageUse(file, sighting)) };
}
function imageUse(file, { image, tag, pinned = false, fields }) {
	const spots = [];
	const obstacles = [];
	for (const field of fields) {
		const looked = look(file, field);
		if ("why" in looked) obstacles.push(looked);
		else spots.push(looked);
	}
	return {
		image,
		...tag === void 0 ? {} : { tag },
		pinned,
		spots,
		obstacles
	};
}
function look(file, { value, part, optional = false, why }) {
	const offset = value.node.range?.[0] ?? 0;
	const place = file.placeAt(offset);
	if (isAlias(value.node)) return {
		place,
		optional,
		why: `it is the alias *${value.node.source}; mark the value it stands for`
	};
	if (why !== void 0) return {
		place,
		optional,
		why
	};
	const index = file.byOffset.get(offset);
	const atom = index === void 0 ? void 0 : file.atoms[index];
	if (index === void 0 || atom?.kind !== "scalar") return {
		place,
		optional,
		why: "its place in the text is not clear"
	};
	const own = atom.token.type === "block-scalar" ? blockStart(atom.token) + atom.token.source.search(/\S|$/) : offset;
	const marker = file.markers.get(own);
	const behind = marker === void 0 ? whyNotAtLineEnd(file, index, atom) : void 0;
	if (behind !== void 0) return {
		place,
		optional,
		why: behind
	};
	return {
		part,
		value: value.text,
		place: file.placeAt(own),
		lineEnd: lineEndAfter(file.text, atom.end),
		optional,
		...marker === void 0 ? {} : { marker }
	};
}
function lineEndAfter(text, offset) {
	const lineBreak = /[\r\n]/g;
	lineBreak.lastIndex = offset;
	return lineBreak.exec(text)?.index ?? text.length;
}
function whyNotAtLineEnd({ atoms, lines }, index, { end }) {
	const line = lines.lineAt(end);
	for (let at = index + 1; at < atoms.length; at += 1) {
		const next = atoms[at];
		if (next === void 0 || lines.lineAt(next.offset) !== line) return void 0;
		if (next.kind === "comment") return "another comment stands at the end of its line";
		if (next.kind !== "comma") return "other values or brackets stand behind it on its line; give it a line of its own";
	}
}

// src/cli/image-files.ts
async function readFiles({ source, paths, config }, texts = IMAGE_TEXTS) {
	return (await source.files(texts)).flatMap(({ path, bytes }) => {
		const text = path !== config && inScope(paths, path) ? decode$1(bytes) : void 0;
		return text === void 0 ? [] : [{
			path,
			text,
			uses: findImages(path, text).uses
		}];
	});
}
function whyNowhere({ image, policy, paths = [] }, marked, files) {
	const standing = files.filter(({ uses }) => uses.some((use) => sameImage(use.image, image)));
	if (standing.length === 0) return [{
		message: `No file names the image ${quote(image)}.`,
		image
	}];
	const outside = marked.filter((file) => file.outside.some((wish) => wish.image === image && wish.policy === policy));
	if (outside.length < standing.length) return [];
	const where = outside.slice(0, 3).map(({ path }) => quote(path));
	const scope = `the paths of ${quote(policy)} (${paths.join(", ")})`;
	return [{ message: `${quote(image)} stands only outside ${scope}: ${where.join(", ")}.` }];
}
async function withNames(problems, tree) {
	const files = problems.some(({ image }) => image !== void 0) ? await readFiles(tree) : [];
	const names = [...new Set(files.flatMap(({ uses }) => uses.map(({ image }) => image)))];
	return problems.map(({ message, image }) => ({ message: image === void 0 ? message : `${message}${near(image, names)}` }));
}
function near(image, names) {
	const one = nearest(image, names);
	const relatives = names.filter((name) => name !== one && nearest(shortName(image), [shortName(name)]) !== void 0);
	const found = [...one === void 0 ? [] : [one], ...relatives].slice(0, 3).map(quote);
	if (found.length > 0) return ` Did you mean ${found.join(" or ")}?`;
	return names.length === 0 ? " No image was found at all." : "";
}

export { partialTips as A, refusal as B, fetchedTips as C, searching as D, searchedOnce as E, differences as F, commitObject as G, objectId as H, listFiles as I, pushRefs as L, FETCH as M, connect as N, walkAhead as O, openContents as P, runGit as R, baseSpec as S, mentioning as T, packOf as U, said as V, IMAGE_BUMP as W, JSON_OPTION as _, globsOf as a, TREE_OPTIONS as b, openTree as c, snapshotOf as d, treeIdOf as f, sayPlan as g, jsonText as h, WRITE_OPTION as i, openBlobs as j, fetchAhead as k, outlineOf as l, jsonPieces as m, whyNowhere as n, isToWrite as o, writeFiles as p, withNames as r, markedOf as s, readFiles as t, policyFileOf as u, RUN_OPTIONS as v, headSpecs as w, readArguments as x, STRICT_OPTION as y, protectedBy as z };