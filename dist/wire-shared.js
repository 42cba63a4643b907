import { C as quote, W as unreachable, j as BumpError, v as checkRepoPath, y as mayHoldMarkers } from "./start.js";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";

// src/core/compare.ts
function compareBytes(a, b) {
	if (a === b) return 0;
	const length = Math.min(a.length, b.length);
	for (let index = 0; index < length; index += 1) {
		const [x, y] = [a.charCodeAt(index), b.charCodeAt(index)];
		if (x !== y) return byteRank(x) - byteRank(y);
	}
	return a.length - b.length;
}
function inPathOrder(files) {
	return [...files].sort((a, b) => compareBytes(a.path, b.path));
}
function comparePlaces(a, b) {
	if (a === void 0 || b === void 0) return Number(a === void 0) - Number(b === void 0);
	return compareBytes(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
function byteRank(unit) {
	if (unit < 55296) return unit;
	return unit < 57344 ? unit + 8192 : unit - 2048;
}

// src/core/policy/flux/group.ts
const FLUX_GROUP = "image.toolkit.fluxcd.io";

// src/core/marker/marker.ts
const KEY = "$imagepolicy";
const MARKER_TEXT = `"${KEY}"`;
const LONG_FORM$1 = "#/definitions/io.k8s.cli.setters.";
function readObject(body) {
	const members = stringMembers(body);
	if (members === void 0) return void 0;
	const name = members.get(KEY);
	if (typeof name === "string" && name !== "") return readName(name);
	const ref = members.get("$ref");
	if (typeof ref === "string" && ref.startsWith(LONG_FORM$1)) return readName(ref.slice(33));
	return members.has("$imagepolicy") ? {
		kind: "near",
		reason: "it names no policy"
	} : void 0;
}
function holdsMarkerText(text) {
	return text.includes(MARKER_TEXT);
}
function readJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function stringMembers(body) {
	const value = readJson(body);
	if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
	const members = new Map(Object.entries(value));
	return [...members.values()].every((member) => member === null || typeof member === "string") ? members : void 0;
}
function readName(written) {
	const decoded = decodePercent(written);
	if (decoded === void 0) return {
		kind: "near",
		reason: "a % in the policy name must start an escape such as %3A"
	};
	const name = decoded.replaceAll("~1", "/").replaceAll("~0", "~");
	if (name.includes("/")) return {
		kind: "near",
		reason: "a \"/\" stands in the policy name; write namespace and name with a colon between"
	};
	if (/[\s\u0000-\u001f]/.test(name)) return {
		kind: "near",
		reason: "a blank stands in the policy name"
	};
	const [namespace = "", policy, ...rest] = name.split(":");
	if (policy === void 0) return {
		kind: "near",
		reason: "the policy has no namespace; write namespace:name"
	};
	if (namespace === "" || policy === "") return {
		kind: "near",
		reason: "namespace or name is empty; write namespace:name"
	};
	const full = `${namespace}:${policy}`;
	if (rest.length === 0) return {
		kind: "marker",
		marker: {
			policy: full,
			part: "reference"
		}
	};
	const part = rest.join(":");
	return part === "tag" || part === "name" || part === "digest" ? {
		kind: "marker",
		marker: {
			policy: full,
			part
		}
	} : {
		kind: "unknown-part",
		policy: full,
		part
	};
}
function decodePercent(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return;
	}
}

// src/core/marker/mentions.ts
const WORD = "imagepolicy";
const PLAIN = /"\$imagepolicy"[ \t]*:[ \t]*"([A-Za-z0-9][A-Za-z0-9._-]*:[A-Za-z0-9][A-Za-z0-9._-]*)(?::(?:tag|name|digest))?"/y;
const LONG_FORM = "k8s.cli.setters";
const ESCAPE = "\\u";
const MENTION_TEXTS = [
	WORD,
	LONG_FORM,
	ESCAPE,
	FLUX_GROUP
];
const LATIN_1 = new TextDecoder("latin1");
function mentionsOf(bytes) {
	return mentionsIn(LATIN_1.decode(bytes));
}
function mentionsIn(text) {
	return {
		names: namesIn(text),
		flux: text.includes(FLUX_GROUP)
	};
}
function mentionsWith(texts, content) {
	const text = typeof content === "string" ? content : LATIN_1.decode(content);
	return texts.some((one) => text.includes(one)) ? mentionsIn(text) : void 0;
}
function namesIn(text) {
	if (!text.includes("\"$imagepolicy\"")) return /* @__PURE__ */ new Set();
	if (text.includes(LONG_FORM) || hasEscape(text)) return "any";
	const names = /* @__PURE__ */ new Set();
	const small = text.toLowerCase();
	for (let at = small.indexOf(WORD); at !== -1; at = small.indexOf(WORD, at + 11)) {
		PLAIN.lastIndex = at - 2;
		const name = PLAIN.exec(text)?.[1];
		if (name === void 0) return "any";
		names.add(name);
	}
	return names;
}
function hasEscape(text) {
	if (!text.includes(ESCAPE)) return false;
	return text.split(/[\r\n]/).some((line) => {
		const start = line.indexOf("{");
		return start !== -1 && line.includes(ESCAPE, start);
	});
}

// node_modules/minimatch/dist/esm/escape.js
const escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
	const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
	const c = e.charAt(0);
	if (c === "#") return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
	if (c === "!") return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
	return e;
};

// scripts/bundle/minimatch-on-demand.ts
var Minimatch = class {
	match;
	constructor(...args) {
		const { Minimatch: Whole } = createRequire(import.meta.url)("./minimatch.cjs");
		const whole = new Whole(...args);
		this.match = (path) => whole.match(path);
	}
};

// src/core/policy/scope.ts
const OPTIONS = {
	dot: true,
	nonegate: true,
	nocomment: true
};
const MAGIC = /[*?[\]{}()!+@]/;
const compiled = /* @__PURE__ */ new Map();
function inScope(globs, path) {
	return globs === void 0 || globs.some((glob) => matcher(glob)(path));
}
function isSearched(path, globs = []) {
	return mayHoldMarkers(path) || inScope(globs, path);
}
function matchesName(glob, name) {
	return matcher(glob)(name);
}
function matcher(glob) {
	const known = compiled.get(glob);
	if (known !== void 0) return known;
	const plain = glob.replace(/^\.\//, "").replace(/\/+$/, "");
	const matches = MAGIC.test(plain) ? magicMatcher(plain) : (path) => path === plain || isBelow(path, plain);
	compiled.set(glob, matches);
	return matches;
}
function magicMatcher(glob) {
	const folder = ALL_BELOW.exec(glob)?.[1];
	if (folder !== void 0) return (path) => isBelow(path, folder);
	const exact = new Minimatch(glob, OPTIONS);
	return (path) => exact.match(path);
}
const ALL_BELOW = /^((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)\/\*\*$/;
function isBelow(path, folder) {
	return path.startsWith(`${folder}/`);
}

// src/core/pull-request/branch.ts
function headBranch({ prefix = DEFAULT_PREFIX, base, group }) {
	return `${headPrefix({
		prefix,
		base
	})}${groupSegment(group)}`;
}
function headPrefix({ prefix = DEFAULT_PREFIX, base }) {
	return `${segment(prefix, PREFIX_LIMIT)}/${segment(base, SEGMENT_LIMIT)}/`;
}
const DEFAULT_PREFIX = "image-bump";
const HEAD_ROOT = `${DEFAULT_PREFIX}/`;
const PREFIX_LIMIT = 40;
const SEGMENT_LIMIT = 78;
function groupSegment({ kind, key }) {
	const name = key.slice(key.indexOf(":") + 1);
	switch (kind) {
		case "all": return "all";
		case "namespace": return name === "all" ? hashed(name, key, SEGMENT_LIMIT) : segment(name, SEGMENT_LIMIT);
		case "policy":
		case "image": return hashed(name, key, SEGMENT_LIMIT);
		default: return unreachable(kind);
	}
}
function segment(text, limit) {
	return text !== "" && text.length <= limit && readable(text) === text && !HASHED.test(text) ? text : hashed(text, text, limit);
}
function hashed(text, original, limit) {
	const kept = readable(text.slice(0, limit - HASH_LENGTH - 1));
	return `${kept === "" ? "x" : kept}-${hash(original)}`;
}
const HASHED = /-[0-9a-f]{8}$/;
const HASH_LENGTH = 8;
function readable(text) {
	return text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/\.{2,}/g, ".").replace(/^[^A-Za-z0-9]+/, "").replace(/(?:\.lock|[.-])+$/i, "");
}
function hash(text) {
	let value = 14695981039346656037n;
	for (let at = 0; at < text.length; at += 1) value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 1099511628211n);
	return BigInt.asUintN(32, value ^ value >> 32n).toString(16).padStart(HASH_LENGTH, "0");
}

// src/core/pull-request/queue.ts
function queuePrefix(headPrefix) {
	return `${QUEUE_ROOT}${headPrefix}`;
}
function queueOf(kind, branch) {
	return kind === "pull-request" ? `${QUEUE_ROOT}${branch}/` : `${QUEUE_ROOT}${branch}/onto-base/`;
}
function isTicket(queue, ref) {
	return ref.startsWith(queue) && TICKET.test(ref.slice(queue.length));
}
function asTicket(ref) {
	const cut = ref.lastIndexOf("/") + 1;
	return ref.startsWith(QUEUE_ROOT) && TICKET.test(ref.slice(cut)) ? ref : void 0;
}
function nextTicket(queue, waiting, chance) {
	const places = waiting.filter((ref) => isTicket(queue, ref)).map((ref) => Number.parseInt(ref.slice(queue.length), 10));
	const place = Math.min(LAST_PLACE, Math.max(0, ...places) + 1);
	const mark = Math.floor(chance * MARKS).toString(36).padStart(8, "0");
	return `${queue}${String(place).padStart(6, "0")}-${mark}`;
}
const QUEUE_ROOT = "refs/image-bump/queue/";
const TICKET = /^\d{6}-[0-9a-z]{8}$/;
const LAST_PLACE = 999999;
const MARKS = 36 ** 8;

// src/core/plan/marker-index.ts
const MOST_INDEXED = 1e4;
const MOST_BYTES = 2097152;
const MOST_PART_BYTES = 4e5;
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function formatIndex({ commit, tree, carried, texts, globs, files }) {
	if (files.length > 1e4) return void 0;
	const head = JSON.stringify({
		v: 2,
		commit,
		tree,
		carried,
		texts,
		globs
	});
	const encoder = new TextEncoder();
	const parts = [[]];
	let [bytes, partBytes] = [0, 0];
	for (const line of [head, ...files.map(formatFile)].map((text) => `${text}\n`)) {
		const { length } = encoder.encode(line);
		bytes += length;
		partBytes += length;
		if (partBytes > MOST_PART_BYTES) {
			parts.push([]);
			partBytes = length;
		}
		parts.at(-1)?.push(line);
	}
	return bytes > MOST_BYTES ? void 0 : parts.map((lines) => lines.join(""));
}
function parseIndex(parts) {
	const text = parts.join("");
	if (text.length > MOST_BYTES) return refused("it is longer than 2 MiB");
	const [first = "", ...lines] = text.split("\n");
	if (lines.pop() !== "") return refused("its end is missing");
	const head = readHead(first);
	if (!head.ok) return head;
	if (lines.length > 1e4) return refused(`it lists over ${MOST_INDEXED} files`);
	const files = [];
	for (const line of lines) {
		const file = readFile(line, head.value.commit.length);
		if (!file.ok) return file;
		const last = files.at(-1);
		if (last !== void 0 && compareBytes(last.path, file.value.path) >= 0) return refused(`${quote(file.value.path)} is out of order`);
		files.push(file.value);
	}
	return {
		ok: true,
		value: {
			...head.value,
			files
		}
	};
}
function isMadeWith(index, { texts, globs }) {
	return JSON.stringify([index.texts, index.globs]) === JSON.stringify([texts, globs]) && index.files.every(({ path }) => isSearched(path, globs));
}
function carryOn(index, { commit, tree, files }) {
	return {
		...index,
		commit,
		tree,
		carried: index.carried + 1,
		files: inPathOrder(files)
	};
}
const LINE = /^([0-9a-f]+) ([-x])([-f]) ([^ \n]+) ([^\n]+)$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*:[A-Za-z0-9][A-Za-z0-9._-]*$/;
function formatFile({ path, oid, mode, mentions: { names, flux } }) {
	const named = names === "any" ? "*" : names.size === 0 ? "-" : [...names].sort(compareBytes).join(",");
	const written = /^"|\n/.test(path) ? JSON.stringify(path) : path;
	return `${oid} ${mode === "100755" ? "x" : "-"}${flux ? "f" : "-"} ${named} ${written}`;
}
function readHead(line) {
	const value = readJson(line);
	if (!isRecord(value) || value["v"] !== 2) return refused("it is not of version 2");
	const { commit, tree, carried, texts, globs } = value;
	if (!isOid(commit) || !isOid(tree) || commit.length !== tree.length) return refused("it names no commit and tree");
	if (typeof carried !== "number" || !Number.isInteger(carried) || carried < 0) return refused("\"carried\" is no count");
	if (!areStrings(texts) || !areStrings(globs)) return refused("it does not say what was searched");
	return {
		ok: true,
		value: {
			commit,
			tree,
			carried,
			texts,
			globs
		}
	};
}
function readFile(line, digits) {
	const [, oid = "", executable, flux, named = "", written = ""] = LINE.exec(line) ?? [];
	if (!isOid(oid) || oid.length !== digits) return refused("a line of it is none of a file");
	const names = named === "*" ? "any" : named === "-" ? [] : named.split(",");
	if (names !== "any" && !names.every((name) => NAME.test(name))) return refused("a line of it names no policies");
	const path = written.startsWith("\"") ? readJson(written) : written;
	const checked = checkRepoPath(typeof path === "string" ? path : "");
	if (!checked.ok) return checked;
	const mentions = {
		names: names === "any" ? names : new Set(names.map((name) => name)),
		flux: flux === "f"
	};
	return {
		ok: true,
		value: {
			path: checked.value,
			oid,
			mode: executable === "x" ? "100755" : "100644",
			mentions
		}
	};
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

// src/core/plan/keepsake.ts
const INDEX_REF = "refs/image-bump/index";
const INDEX_CONTENTS = "flux";
const NO_INDEX = "there is no index of marked files";
const PART = "index.";
const MOST_CONTENTS = {
	files: 300,
	bytes: 524288
};
function indexParts(isThere) {
	const parts = [];
	while (isThere(`${PART}${parts.length}`)) parts.push(`${PART}${parts.length}`);
	return parts;
}
function readIndex(parts) {
	const parsed = parseIndex(parts);
	if (!parsed.ok) return {
		ok: false,
		reason: `the index of marked files is unusable: ${parsed.reason}`
	};
	return parsed.value.carried < 50 ? parsed : {
		ok: false,
		reason: "the index of marked files is due to be made anew"
	};
}
function indexKeepsake(index, expected, contents) {
	const parts = formatIndex(index);
	if (parts === void 0) return void 0;
	const encoder = new TextEncoder();
	let bytes = 0;
	const few = index.files.flatMap(({ oid, mentions }) => mentions.flux ? contents.get(oid) ?? [] : []).slice(0, MOST_CONTENTS.files).filter(({ length }) => (bytes += length) <= MOST_CONTENTS.bytes);
	return {
		ref: INDEX_REF,
		expected,
		message: `image-bump: marked files of ${index.commit}\n`,
		files: new Map([...parts.map((part, at) => [`${PART}${at}`, encoder.encode(part)]), ...few.map((content, at) => [`${INDEX_CONTENTS}/${at}`, content])])
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

// src/adapters/clock.ts
const systemClock = {
	today: () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
	now: () => Number(process.hrtime.bigint() / 1000n) / 1e3,
	sleep: async (ms) => {
		await setTimeout(ms);
	},
	random: () => Math.random()
};

// src/adapters/young-heap.ts
function keepYoungHeapSmall() {
	process.getBuiltinModule("node:v8").setFlagsFromString("--semi-space-growth-factor=1");
}

export { headPrefix as A, holdsMarkerText as B, asTicket as C, queuePrefix as D, queueOf as E, MENTION_TEXTS as F, comparePlaces as G, readObject as H, mentionsOf as I, inPathOrder as K, mentionsWith as L, isSearched as M, matchesName as N, HEAD_ROOT as O, escape as P, KEY as R, isMadeWith as S, nextTicket as T, FLUX_GROUP as U, readJson as V, compareBytes as W, NO_INDEX as _, isLimited as a, readIndex as b, parseSlug as c, putNames as d, soonAfterOpening as f, INDEX_REF as g, INDEX_CONTENTS as h, backoff as i, inScope as j, headBranch as k, readSlug as l, behind as m, systemClock as n, isTransient as o, RemoteFailure as p, answeredAt as r, judge as s, keepYoungHeapSmall as t, attempt as u, indexKeepsake as v, isTicket as w, carryOn as x, indexParts as y, MARKER_TEXT as z };