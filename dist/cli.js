#!/usr/bin/env node
import { createRequire } from "node:module";
import { lstat, mkdir, mkdtemp, open, readFile, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { deflateSync } from "node:zlib";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";

// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));

// src/older-node.ts
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	let index = 0;
	for (const item of items) {
		const key = keyOf(item, index);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
		index += 1;
	}
	return groups;
}
if (!("groupBy" in Map)) Object.defineProperty(Map, "groupBy", {
	value: groupBy,
	writable: true,
	configurable: true
});

// src/core/names.ts
function formatPlace({ path, line, column }) {
	return [
		path,
		line,
		column
	].filter((part) => part !== void 0).join(":");
}
function unreachable(value) {
	throw new TypeError(`unreachable: ${JSON.stringify(value)}`);
}

// src/core/errors.ts
const ERROR_CODES = {
	BAD_CALL: "caller",
	BAD_INPUT: "caller",
	BAD_IMAGES: "caller",
	BAD_IMAGE_REFERENCE: "caller",
	BAD_TOKEN: "caller",
	BAD_REVISION: "caller",
	BAD_WORKTREE: "caller",
	BAD_POLICY: "content",
	UNMATCHED: "content",
	FINDINGS: "content",
	BASE_NOT_FOUND: "remote",
	REPOSITORY_NOT_FOUND: "remote",
	PERMISSION_MISSING: "remote",
	BRANCH_PROTECTED: "remote",
	RATE_LIMITED: "remote",
	REMOTE_UNAVAILABLE: "remote",
	REMOTE_REFUSED: "remote",
	RACE_LOST: "remote",
	NOT_AS_WRITTEN: "remote",
	BUG: "bug"
};
const EXIT_CODES = {
	caller: 2,
	content: 3,
	remote: 4,
	bug: 70
};
var BumpError = class extends Error {
	name = "BumpError";
	code;
	problems;
	constructor(code, what, options = {}) {
		const problems = typeof what === "string" ? [{ message: what }] : what;
		super(problems.map(formatProblem).join("\n"), options);
		this.code = code;
		this.problems = problems;
	}
	get blame() {
		return ERROR_CODES[this.code];
	}
	get exitCode() {
		return EXIT_CODES[this.blame];
	}
};
function formatProblem({ place, message }) {
	return place === void 0 ? message : `${formatPlace(place)}: ${message}`;
}

// src/core/image/reference.ts
const HOST_PART = /^(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])$/;
const IPV6 = /^\[[0-9A-Fa-f:]+\]$/;
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST$1 = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const HEX_DIGITS$1 = {
	sha256: 64,
	sha384: 96,
	sha512: 128
};
const NAME_LIMIT$1 = 255;
function parseReference(text) {
	const parsed = readReference(text);
	if (!parsed.ok) throw new BumpError("BAD_IMAGE_REFERENCE", `${quote(text)} is not an image reference: ${parsed.reason}`);
	return parsed.value;
}
function readReference(text) {
	const at = text.indexOf("@");
	const named = at === -1 ? text : text.slice(0, at);
	const digest = at === -1 ? void 0 : text.slice(at + 1);
	const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
	const name = colon === -1 ? named : named.slice(0, colon);
	const tag = colon === -1 ? void 0 : named.slice(colon + 1);
	const reason = whyNotName(name) ?? (tag === void 0 ? void 0 : whyNotTag(tag)) ?? (digest === void 0 ? void 0 : whyNotDigest(digest));
	if (reason !== void 0) return {
		ok: false,
		reason
	};
	return {
		ok: true,
		value: {
			name,
			...tag === void 0 ? {} : { tag },
			...digest === void 0 ? {} : { digest }
		}
	};
}
function readImageName(text) {
	if (text.includes("@")) return {
		ok: false,
		reason: "a digest does not belong here; write the name alone"
	};
	const reason = whyNotName(text);
	if (reason === void 0) return {
		ok: true,
		value: text
	};
	return {
		ok: false,
		reason: text.lastIndexOf(":") > text.lastIndexOf("/") ? "a tag does not belong here; write the name alone" : reason
	};
}
function readTag(text) {
	const reason = whyNotTag(text);
	return reason === void 0 ? {
		ok: true,
		value: text
	} : {
		ok: false,
		reason
	};
}
function readDigest(text) {
	const reason = whyNotDigest(text);
	return reason === void 0 ? {
		ok: true,
		value: text
	} : {
		ok: false,
		reason
	};
}
function formatReference({ name, tag, digest }) {
	return `${name}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
}
function sameImage(a, b) {
	return canonicalName(a) === canonicalName(b);
}
function canonicalName(name) {
	const [first = "", ...rest] = name.split("/");
	const hasRegistry = rest.length > 0 && isRegistry(first);
	const registry = hasRegistry ? first.toLowerCase() : "docker.io";
	const path = hasRegistry ? rest.join("/") : name;
	if (registry !== "docker.io" && registry !== "index.docker.io") return `${registry}/${path}`;
	return `docker.io/${path.includes("/") ? path : `library/${path}`}`;
}
function shortName(name) {
	return name.slice(name.lastIndexOf("/") + 1);
}
function isRegistry(part) {
	return /[.:]/.test(part) || part === "localhost" || part !== part.toLowerCase();
}
function whyNotName(name) {
	if (name === "") return "the name is empty";
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return "write it without a scheme such as https://";
	const parts = name.split("/");
	const first = parts[0] ?? "";
	const hasRegistry = parts.length > 1 && isRegistry(first);
	if (hasRegistry) {
		const reason = whyNotRegistry(first);
		if (reason !== void 0 && !PATH_PART.test(first)) return reason;
	}
	const path = hasRegistry ? parts.slice(1) : parts;
	const bad = path.find((part) => !PATH_PART.test(part));
	if (bad !== void 0) {
		if (bad === "") return "there is an empty part between slashes";
		return /[A-Z]/.test(bad) ? `${quote(bad)} holds upper-case letters; repository names are lower case` : `${quote(bad)} may hold only lower-case letters, digits and single ".", "_", "__" or dashes between them`;
	}
	return path.join("/").length > NAME_LIMIT$1 ? `the name is longer than ${NAME_LIMIT$1} characters` : void 0;
}
function whyNotRegistry(registry) {
	const [, host = "", port] = /^(.*?)(?::([^\]:]*))?$/s.exec(registry) ?? [];
	if (port !== void 0 && !/^[0-9]+$/.test(port)) return `${quote(port)} is not a port`;
	if (IPV6.test(host) || host.split(".").every((part) => HOST_PART.test(part))) return void 0;
	return `${quote(host)} is not a registry host`;
}
function whyNotTag(tag) {
	if (tag === "") return "the tag is empty";
	if (TAG.test(tag)) return void 0;
	return tag.length > 128 ? "the tag is longer than 128 characters" : `${quote(tag)} is not a tag: letters, digits, "_", "." and "-", not starting with "." or "-"`;
}
function whyNotDigest(digest) {
	if (!DIGEST$1.test(digest)) return `${quote(digest)} is not a digest such as sha256:<64 hex digits>`;
	const [algorithm = "", hex = ""] = digest.split(":");
	const digits = HEX_DIGITS$1[algorithm];
	if (digits === void 0 || hex.length === digits && hex === hex.toLowerCase()) return void 0;
	return `a ${algorithm} digest has ${digits} lower-case hex digits`;
}
function quote(text) {
	return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}

// src/core/finding.ts
function finding(code, args, place) {
	return place === void 0 ? {
		code,
		args
	} : {
		code,
		args,
		place
	};
}

// src/core/nearest.ts
function nearest(word, among, atMost = 2) {
	let best;
	let fewest = atMost + 1;
	for (const candidate of among) {
		const enough = Math.min(fewest, Math.floor(Math.min(word.length, candidate.length) / 2) + 1);
		const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase(), enough);
		if (edits < enough) {
			best = candidate;
			fewest = edits;
		}
	}
	return best;
}
function editsBetween(a, b, enough) {
	if (Math.abs(a.length - b.length) >= enough) return enough;
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current.push(Math.min(at$1(last, column) + 1, at$1(current, column - 1) + 1, at$1(last, column - 1) + (same ? 0 : 1), swapped ? at$1(beforeLast, column - 2) + 1 : Infinity));
		}
		if (Math.min(...current) >= enough) return enough;
		beforeLast = last;
		last = current;
	}
	return Math.min(at$1(last, b.length), enough);
}
function at$1(row, column) {
	return row[column] ?? Infinity;
}

// node_modules/yaml/browser/dist/nodes/identity.js
const ALIAS = Symbol.for("yaml.alias");
const DOC = Symbol.for("yaml.document");
const MAP = Symbol.for("yaml.map");
const PAIR = Symbol.for("yaml.pair");
const SCALAR$1 = Symbol.for("yaml.scalar");
const SEQ = Symbol.for("yaml.seq");
const NODE_TYPE = Symbol.for("yaml.node.type");
const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR$1;
const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
function isCollection(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case MAP:
		case SEQ: return true;
	}
	return false;
}
function isNode(node) {
	if (node && typeof node === "object") switch (node[NODE_TYPE]) {
		case ALIAS:
		case MAP:
		case SCALAR$1:
		case SEQ: return true;
	}
	return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

// node_modules/yaml/browser/dist/visit.js
const BREAK$1 = Symbol("break visit");
const SKIP = Symbol("skip children");
const REMOVE = Symbol("remove node");
function visit(node, visitor) {
	const visitor_ = initVisitor(visitor);
	if (isDocument(node)) {
		if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
	} else visit_(null, node, visitor_, Object.freeze([]));
}
visit.BREAK = BREAK$1;
visit.SKIP = SKIP;
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
	const ctrl = callVisitor(key, node, visitor, path);
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl);
		return visit_(key, ctrl, visitor, path);
	}
	if (typeof ctrl !== "symbol") {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node));
			for (let i = 0; i < node.items.length; ++i) {
				const ci = visit_(i, node.items[i], visitor, path);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK$1) return BREAK$1;
				else if (ci === REMOVE) {
					node.items.splice(i, 1);
					i -= 1;
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node));
			const ck = visit_("key", node.key, visitor, path);
			if (ck === BREAK$1) return BREAK$1;
			else if (ck === REMOVE) node.key = null;
			const cv = visit_("value", node.value, visitor, path);
			if (cv === BREAK$1) return BREAK$1;
			else if (cv === REMOVE) node.value = null;
		}
	}
	return ctrl;
}
async function visitAsync(node, visitor) {
	const visitor_ = initVisitor(visitor);
	if (isDocument(node)) {
		if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
	} else await visitAsync_(null, node, visitor_, Object.freeze([]));
}
visitAsync.BREAK = BREAK$1;
visitAsync.SKIP = SKIP;
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
	const ctrl = await callVisitor(key, node, visitor, path);
	if (isNode(ctrl) || isPair(ctrl)) {
		replaceNode(key, path, ctrl);
		return visitAsync_(key, ctrl, visitor, path);
	}
	if (typeof ctrl !== "symbol") {
		if (isCollection(node)) {
			path = Object.freeze(path.concat(node));
			for (let i = 0; i < node.items.length; ++i) {
				const ci = await visitAsync_(i, node.items[i], visitor, path);
				if (typeof ci === "number") i = ci - 1;
				else if (ci === BREAK$1) return BREAK$1;
				else if (ci === REMOVE) {
					node.items.splice(i, 1);
					i -= 1;
				}
			}
		} else if (isPair(node)) {
			path = Object.freeze(path.concat(node));
			const ck = await visitAsync_("key", node.key, visitor, path);
			if (ck === BREAK$1) return BREAK$1;
			else if (ck === REMOVE) node.key = null;
			const cv = await visitAsync_("value", node.value, visitor, path);
			if (cv === BREAK$1) return BREAK$1;
			else if (cv === REMOVE) node.value = null;
		}
	}
	return ctrl;
}
function initVisitor(visitor) {
	if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
		Alias: visitor.Node,
		Map: visitor.Node,
		Scalar: visitor.Node,
		Seq: visitor.Node
	}, visitor.Value && {
		Map: visitor.Value,
		Scalar: visitor.Value,
		Seq: visitor.Value
	}, visitor.Collection && {
		Map: visitor.Collection,
		Seq: visitor.Collection
	}, visitor);
	return visitor;
}
function callVisitor(key, node, visitor, path) {
	if (typeof visitor === "function") return visitor(key, node, path);
	if (isMap(node)) return visitor.Map?.(key, node, path);
	if (isSeq(node)) return visitor.Seq?.(key, node, path);
	if (isPair(node)) return visitor.Pair?.(key, node, path);
	if (isScalar(node)) return visitor.Scalar?.(key, node, path);
	if (isAlias(node)) return visitor.Alias?.(key, node, path);
}
function replaceNode(key, path, node) {
	const parent = path[path.length - 1];
	if (isCollection(parent)) parent.items[key] = node;
	else if (isPair(parent)) {
		if (key === "key") parent.key = node;
		else parent.value = node;
	} else if (isDocument(parent)) parent.contents = node;
	else {
		const pt = isAlias(parent) ? "alias" : "scalar";
		throw new Error(`Cannot replace node with ${pt} parent`);
	}
}

// node_modules/yaml/browser/dist/doc/directives.js
const escapeChars = {
	"!": "%21",
	",": "%2C",
	"[": "%5B",
	"]": "%5D",
	"{": "%7B",
	"}": "%7D"
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
var Directives = class Directives {
	constructor(yaml, tags) {
		this.docStart = null;
		this.docEnd = false;
		this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
		this.tags = Object.assign({}, Directives.defaultTags, tags);
	}
	clone() {
		const copy = new Directives(this.yaml, this.tags);
		copy.docStart = this.docStart;
		return copy;
	}
	atDocument() {
		const res = new Directives(this.yaml, this.tags);
		switch (this.yaml.version) {
			case "1.1":
				this.atNextDocument = true;
				break;
			case "1.2":
				this.atNextDocument = false;
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.2"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
		}
		return res;
	}
	add(line, onError) {
		if (this.atNextDocument) {
			this.yaml = {
				explicit: Directives.defaultYaml.explicit,
				version: "1.1"
			};
			this.tags = Object.assign({}, Directives.defaultTags);
			this.atNextDocument = false;
		}
		const parts = line.trim().split(/[ \t]+/);
		const name = parts.shift();
		switch (name) {
			case "%TAG": {
				if (parts.length !== 2) {
					onError(0, "%TAG directive should contain exactly two parts");
					if (parts.length < 2) return false;
				}
				const [handle, prefix] = parts;
				this.tags[handle] = prefix;
				return true;
			}
			case "%YAML": {
				this.yaml.explicit = true;
				if (parts.length !== 1) {
					onError(0, "%YAML directive should contain exactly one part");
					return false;
				}
				const [version] = parts;
				if (version === "1.1" || version === "1.2") {
					this.yaml.version = version;
					return true;
				} else {
					const isValid = /^\d+\.\d+$/.test(version);
					onError(6, `Unsupported YAML version ${version}`, isValid);
					return false;
				}
			}
			default:
				onError(0, `Unknown directive ${name}`, true);
				return false;
		}
	}
	tagName(source, onError) {
		if (source === "!") return "!";
		if (source[0] !== "!") {
			onError(`Not a valid tag: ${source}`);
			return null;
		}
		if (source[1] === "<") {
			const verbatim = source.slice(2, -1);
			if (verbatim === "!" || verbatim === "!!") {
				onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
				return null;
			}
			if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
			return verbatim;
		}
		const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
		if (!suffix) onError(`The ${source} tag has no suffix`);
		const prefix = this.tags[handle];
		if (prefix) try {
			return prefix + decodeURIComponent(suffix);
		} catch (error) {
			onError(String(error));
			return null;
		}
		if (handle === "!") return source;
		onError(`Could not resolve tag: ${source}`);
		return null;
	}
	tagString(tag) {
		for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
		return tag[0] === "!" ? tag : `!<${tag}>`;
	}
	toString(doc) {
		const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
		const tagEntries = Object.entries(this.tags);
		let tagNames;
		if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
			const tags = {};
			visit(doc.contents, (_key, node) => {
				if (isNode(node) && node.tag) tags[node.tag] = true;
			});
			tagNames = Object.keys(tags);
		} else tagNames = [];
		for (const [handle, prefix] of tagEntries) {
			if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
			if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
		}
		return lines.join("\n");
	}
};
Directives.defaultYaml = {
	explicit: false,
	version: "1.2"
};
Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
function anchorIsValid(anchor) {
	if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
		const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
		throw new Error(msg);
	}
	return true;
}
function anchorNames(root) {
	const anchors = /* @__PURE__ */ new Set();
	visit(root, { Value(_key, node) {
		if (node.anchor) anchors.add(node.anchor);
	} });
	return anchors;
}
function findNewAnchor(prefix, exclude) {
	for (let i = 1;; ++i) {
		const name = `${prefix}${i}`;
		if (!exclude.has(name)) return name;
	}
}
function createNodeAnchors(doc, prefix) {
	const aliasObjects = [];
	const sourceObjects = /* @__PURE__ */ new Map();
	let prevAnchors = null;
	return {
		onAnchor: (source) => {
			aliasObjects.push(source);
			prevAnchors ?? (prevAnchors = anchorNames(doc));
			const anchor = findNewAnchor(prefix, prevAnchors);
			prevAnchors.add(anchor);
			return anchor;
		},
		setAnchors: () => {
			for (const source of aliasObjects) {
				const ref = sourceObjects.get(source);
				if (typeof ref === "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node))) ref.node.anchor = ref.anchor;
				else {
					const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
					error.source = source;
					throw error;
				}
			}
		},
		sourceObjects
	};
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
function applyReviver(reviver, obj, key, val) {
	if (val && typeof val === "object") {
		if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
			const v0 = val[i];
			const v1 = applyReviver(reviver, val, String(i), v0);
			if (v1 === void 0) delete val[i];
			else if (v1 !== v0) val[i] = v1;
		}
		else if (val instanceof Map) for (const k of Array.from(val.keys())) {
			const v0 = val.get(k);
			const v1 = applyReviver(reviver, val, k, v0);
			if (v1 === void 0) val.delete(k);
			else if (v1 !== v0) val.set(k, v1);
		}
		else if (val instanceof Set) for (const v0 of Array.from(val)) {
			const v1 = applyReviver(reviver, val, v0, v0);
			if (v1 === void 0) val.delete(v0);
			else if (v1 !== v0) {
				val.delete(v0);
				val.add(v1);
			}
		}
		else for (const [k, v0] of Object.entries(val)) {
			const v1 = applyReviver(reviver, val, k, v0);
			if (v1 === void 0) delete val[k];
			else if (v1 !== v0) val[k] = v1;
		}
	}
	return reviver.call(obj, key, val);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
function toJS(value, arg, ctx) {
	if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
	if (value && typeof value.toJSON === "function") {
		if (!ctx || !hasAnchor(value)) return value.toJSON(arg, ctx);
		const data = {
			aliasCount: 0,
			count: 1,
			res: void 0
		};
		ctx.anchors.set(value, data);
		ctx.onCreate = (res) => {
			data.res = res;
			delete ctx.onCreate;
		};
		const res = value.toJSON(arg, ctx);
		if (ctx.onCreate) ctx.onCreate(res);
		return res;
	}
	if (typeof value === "bigint" && !ctx?.keep) return Number(value);
	return value;
}

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase = class {
	constructor(type) {
		Object.defineProperty(this, NODE_TYPE, { value: type });
	}
	clone() {
		const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		if (this.range) copy.range = this.range.slice();
		return copy;
	}
	toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
		if (!isDocument(doc)) throw new TypeError("A document argument is required");
		const ctx = {
			anchors: /* @__PURE__ */ new Map(),
			doc,
			keep: true,
			mapAsMap: mapAsMap === true,
			mapKeyWarned: false,
			maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
		};
		const res = toJS(this, "", ctx);
		if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
		return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
	}
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var Alias = class extends NodeBase {
	constructor(source) {
		super(ALIAS);
		this.source = source;
		Object.defineProperty(this, "tag", { set() {
			throw new Error("Alias nodes cannot have tags");
		} });
	}
	resolve(doc, ctx) {
		if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
		let nodes;
		if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
		else {
			nodes = [];
			visit(doc, { Node: (_key, node) => {
				if (isAlias(node) || hasAnchor(node)) nodes.push(node);
			} });
			if (ctx) ctx.aliasResolveCache = nodes;
		}
		let found = void 0;
		for (const node of nodes) {
			if (node === this) break;
			if (node.anchor === this.source) found = node;
		}
		if (found && ctx) {
			const { anchors, doc, maxAliasCount } = ctx;
			let data = anchors.get(found);
			if (!data) {
				toJS(found, null, ctx);
				data = anchors.get(found);
			}
			/* istanbul ignore if */
			if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
			if (maxAliasCount >= 0) {
				data.count += 1;
				if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
				if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
			}
		}
		return found;
	}
	toJSON(_arg, ctx) {
		if (!ctx) return { source: this.source };
		const source = this.resolve(ctx.doc, ctx);
		if (!source) {
			const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
			throw new ReferenceError(msg);
		}
		return ctx.anchors.get(source).res;
	}
	toString(ctx, _onComment, _onChompKeep) {
		const src = `*${this.source}`;
		if (ctx) {
			anchorIsValid(this.source);
			if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new Error(msg);
			}
			if (ctx.implicitKey) return `${src} `;
		}
		return src;
	}
};
function getAliasCount(doc, node, anchors) {
	if (isAlias(node)) {
		const source = node.resolve(doc);
		const anchor = anchors && source && anchors.get(source);
		return anchor ? anchor.count * anchor.aliasCount : 0;
	} else if (isCollection(node)) {
		let count = 0;
		for (const item of node.items) {
			const c = getAliasCount(doc, item, anchors);
			if (c > count) count = c;
		}
		return count;
	} else if (isPair(node)) {
		const kc = getAliasCount(doc, node.key, anchors);
		const vc = getAliasCount(doc, node.value, anchors);
		return Math.max(kc, vc);
	}
	return 1;
}

// node_modules/yaml/browser/dist/nodes/Scalar.js
const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
var Scalar = class extends NodeBase {
	constructor(value) {
		super(SCALAR$1);
		this.value = value;
	}
	toJSON(arg, ctx) {
		return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
	}
	toString() {
		return String(this.value);
	}
};
Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
Scalar.PLAIN = "PLAIN";
Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";

// node_modules/yaml/browser/dist/doc/createNode.js
const defaultTagPrefix = "tag:yaml.org,2002:";
function findTagObject(value, tagName, tags) {
	if (tagName) {
		const match = tags.filter((t) => t.tag === tagName);
		const tagObj = match.find((t) => !t.format) ?? match[0];
		if (!tagObj) throw new Error(`Tag ${tagName} not found`);
		return tagObj;
	}
	return tags.find((t) => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
	if (isDocument(value)) value = value.contents;
	if (isNode(value)) return value;
	if (isPair(value)) {
		const map = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
		map.items.push(value);
		return map;
	}
	if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
	const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
	let ref = void 0;
	if (aliasDuplicateObjects && value && typeof value === "object") {
		ref = sourceObjects.get(value);
		if (ref) {
			ref.anchor ?? (ref.anchor = onAnchor(value));
			return new Alias(ref.anchor);
		} else {
			ref = {
				anchor: null,
				node: null
			};
			sourceObjects.set(value, ref);
		}
	}
	if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
	let tagObj = findTagObject(value, tagName, schema.tags);
	if (!tagObj) {
		if (value && typeof value.toJSON === "function") value = value.toJSON();
		if (!value || typeof value !== "object") {
			const node = new Scalar(value);
			if (ref) ref.node = node;
			return node;
		}
		tagObj = value instanceof Map ? schema[MAP] : Symbol.iterator in Object(value) ? schema[SEQ] : schema[MAP];
	}
	if (onTagObj) {
		onTagObj(tagObj);
		delete ctx.onTagObj;
	}
	const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar(value);
	if (tagName) node.tag = tagName;
	else if (!tagObj.default) node.tag = tagObj.tag;
	if (ref) ref.node = node;
	return node;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema, path, value) {
	let v = value;
	for (let i = path.length - 1; i >= 0; --i) {
		const k = path[i];
		if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
			const a = [];
			a[k] = v;
			v = a;
		} else v = /* @__PURE__ */ new Map([[k, v]]);
	}
	return createNode(v, void 0, {
		aliasDuplicateObjects: false,
		keepUndefined: false,
		onAnchor: () => {
			throw new Error("This should not happen, please report a bug.");
		},
		schema,
		sourceObjects: /* @__PURE__ */ new Map()
	});
}
const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
var Collection$1 = class extends NodeBase {
	constructor(type, schema) {
		super(type);
		Object.defineProperty(this, "schema", {
			value: schema,
			configurable: true,
			enumerable: false,
			writable: true
		});
	}
	clone(schema) {
		const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
		if (schema) copy.schema = schema;
		copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema) : it);
		if (this.range) copy.range = this.range.slice();
		return copy;
	}
	addIn(path, value) {
		if (isEmptyPath(path)) this.add(value);
		else {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (isCollection(node)) node.addIn(rest, value);
			else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
	}
	deleteIn(path) {
		const [key, ...rest] = path;
		if (rest.length === 0) return this.delete(key);
		const node = this.get(key, true);
		if (isCollection(node)) return node.deleteIn(rest);
		else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
	}
	getIn(path, keepScalar) {
		const [key, ...rest] = path;
		const node = this.get(key, true);
		if (rest.length === 0) return !keepScalar && isScalar(node) ? node.value : node;
		else return isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
	}
	hasAllNullValues(allowScalar) {
		return this.items.every((node) => {
			if (!isPair(node)) return false;
			const n = node.value;
			return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
		});
	}
	hasIn(path) {
		const [key, ...rest] = path;
		if (rest.length === 0) return this.has(key);
		const node = this.get(key, true);
		return isCollection(node) ? node.hasIn(rest) : false;
	}
	setIn(path, value) {
		const [key, ...rest] = path;
		if (rest.length === 0) this.set(key, value);
		else {
			const node = this.get(key, true);
			if (isCollection(node)) node.setIn(rest, value);
			else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
	}
};

// scripts/bundle/yaml-printing-stub.ts
const createStringifyContext = refuse;
const stringifyCollection = refuse;
const stringifyDocument = refuse;
const stringifyNumber = refuse;
const stringifyPair = refuse;
const stringifyString = refuse;
function refuse() {
	throw new Error("the printing of YAML is not part of this bundle");
}

// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning) {
	if (logLevel === "debug" || logLevel === "warn") console.warn(warning);
}

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
const MERGE_KEY = "<<";
const merge$1 = {
	identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
	default: "key",
	tag: "tag:yaml.org,2002:merge",
	test: /^<<$/,
	resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
	stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge$1.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge$1.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge$1.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
	else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
	else mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
	const source = resolveAliasValue(ctx, value);
	if (!isMap(source)) throw new Error("Merge sources must be maps or map aliases");
	const srcMap = source.toJSON(null, ctx, Map);
	for (const [key, value] of srcMap) if (map instanceof Map) {
		if (!map.has(key)) map.set(key, value);
	} else if (map instanceof Set) map.add(key);
	else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
	return map;
}
function resolveAliasValue(ctx, value) {
	return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map, { key, value }) {
	if (isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
	else if (isMergeKey(ctx, key)) addMergeToJSMap(ctx, map, value);
	else {
		const jsKey = toJS(key, "", ctx);
		if (map instanceof Map) map.set(jsKey, toJS(value, jsKey, ctx));
		else if (map instanceof Set) map.add(jsKey);
		else {
			const stringKey = stringifyKey(key, jsKey, ctx);
			const jsValue = toJS(value, stringKey, ctx);
			if (stringKey in map) Object.defineProperty(map, stringKey, {
				value: jsValue,
				writable: true,
				enumerable: true,
				configurable: true
			});
			else map[stringKey] = jsValue;
		}
	}
	return map;
}
function stringifyKey(key, jsKey, ctx) {
	if (jsKey === null) return "";
	if (typeof jsKey !== "object") return String(jsKey);
	if (isNode(key) && ctx?.doc) {
		const strCtx = createStringifyContext(ctx.doc, {});
		strCtx.anchors = /* @__PURE__ */ new Set();
		for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
		strCtx.inFlow = true;
		strCtx.inStringifyKey = true;
		const strKey = key.toString(strCtx);
		if (!ctx.mapKeyWarned) {
			let jsonStr = JSON.stringify(strKey);
			if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
			warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
			ctx.mapKeyWarned = true;
		}
		return strKey;
	}
	return JSON.stringify(jsKey);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
	const k = createNode(key, void 0, ctx);
	const v = createNode(value, void 0, ctx);
	return new Pair(k, v);
}
var Pair = class Pair {
	constructor(key, value = null) {
		Object.defineProperty(this, NODE_TYPE, { value: PAIR });
		this.key = key;
		this.value = value;
	}
	clone(schema) {
		let { key, value } = this;
		if (isNode(key)) key = key.clone(schema);
		if (isNode(value)) value = value.clone(schema);
		return new Pair(key, value);
	}
	toJSON(_, ctx) {
		const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
		return addPairToJSMap(ctx, pair, this);
	}
	toString(ctx, onComment, onChompKeep) {
		return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
	}
};

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
	const k = isScalar(key) ? key.value : key;
	for (const it of items) if (isPair(it)) {
		if (it.key === key || it.key === k) return it;
		if (isScalar(it.key) && it.key.value === k) return it;
	}
}
var YAMLMap = class extends Collection$1 {
	static get tagName() {
		return "tag:yaml.org,2002:map";
	}
	constructor(schema) {
		super(MAP, schema);
		this.items = [];
	}
	static from(schema, obj, ctx) {
		const { keepUndefined, replacer } = ctx;
		const map = new this(schema);
		const add = (key, value) => {
			if (typeof replacer === "function") value = replacer.call(obj, key, value);
			else if (Array.isArray(replacer) && !replacer.includes(key)) return;
			if (value !== void 0 || keepUndefined) map.items.push(createPair(key, value, ctx));
		};
		if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
		else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
		if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
		return map;
	}
	add(pair, overwrite) {
		let _pair;
		if (isPair(pair)) _pair = pair;
		else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair(pair, pair?.value);
		else _pair = new Pair(pair.key, pair.value);
		const prev = findPair(this.items, _pair.key);
		const sortEntries = this.schema?.sortMapEntries;
		if (prev) {
			if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
			if (isScalar(prev.value) && isScalarValue(_pair.value)) prev.value.value = _pair.value;
			else prev.value = _pair.value;
		} else if (sortEntries) {
			const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
			if (i === -1) this.items.push(_pair);
			else this.items.splice(i, 0, _pair);
		} else this.items.push(_pair);
	}
	delete(key) {
		const it = findPair(this.items, key);
		if (!it) return false;
		return this.items.splice(this.items.indexOf(it), 1).length > 0;
	}
	get(key, keepScalar) {
		const node = findPair(this.items, key)?.value;
		return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
	}
	has(key) {
		return !!findPair(this.items, key);
	}
	set(key, value) {
		this.add(new Pair(key, value), true);
	}
	toJSON(_, ctx, Type) {
		const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
		if (ctx?.onCreate) ctx.onCreate(map);
		for (const item of this.items) addPairToJSMap(ctx, map, item);
		return map;
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this);
		for (const item of this.items) if (!isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
		if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
		return stringifyCollection(this, ctx, {
			blockItemPrefix: "",
			flowChars: {
				start: "{",
				end: "}"
			},
			itemIndent: ctx.indent || "",
			onChompKeep,
			onComment
		});
	}
};

// node_modules/yaml/browser/dist/schema/common/map.js
const map = {
	collection: "map",
	default: true,
	nodeClass: YAMLMap,
	tag: "tag:yaml.org,2002:map",
	resolve(map, onError) {
		if (!isMap(map)) onError("Expected a mapping for this tag");
		return map;
	},
	createNode: (schema, obj, ctx) => YAMLMap.from(schema, obj, ctx)
};

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var YAMLSeq = class extends Collection$1 {
	static get tagName() {
		return "tag:yaml.org,2002:seq";
	}
	constructor(schema) {
		super(SEQ, schema);
		this.items = [];
	}
	add(value) {
		this.items.push(value);
	}
	delete(key) {
		const idx = asItemIndex(key);
		if (typeof idx !== "number") return false;
		return this.items.splice(idx, 1).length > 0;
	}
	get(key, keepScalar) {
		const idx = asItemIndex(key);
		if (typeof idx !== "number") return void 0;
		const it = this.items[idx];
		return !keepScalar && isScalar(it) ? it.value : it;
	}
	has(key) {
		const idx = asItemIndex(key);
		return typeof idx === "number" && idx < this.items.length;
	}
	set(key, value) {
		const idx = asItemIndex(key);
		if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
		const prev = this.items[idx];
		if (isScalar(prev) && isScalarValue(value)) prev.value = value;
		else this.items[idx] = value;
	}
	toJSON(_, ctx) {
		const seq = [];
		if (ctx?.onCreate) ctx.onCreate(seq);
		let i = 0;
		for (const item of this.items) seq.push(toJS(item, String(i++), ctx));
		return seq;
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this);
		return stringifyCollection(this, ctx, {
			blockItemPrefix: "- ",
			flowChars: {
				start: "[",
				end: "]"
			},
			itemIndent: (ctx.indent || "") + "  ",
			onChompKeep,
			onComment
		});
	}
	static from(schema, obj, ctx) {
		const { replacer } = ctx;
		const seq = new this(schema);
		if (obj && Symbol.iterator in Object(obj)) {
			let i = 0;
			for (let it of obj) {
				if (typeof replacer === "function") {
					const key = obj instanceof Set ? it : String(i++);
					it = replacer.call(obj, key, it);
				}
				seq.items.push(createNode(it, void 0, ctx));
			}
		}
		return seq;
	}
};
function asItemIndex(key) {
	let idx = isScalar(key) ? key.value : key;
	if (idx && typeof idx === "string") idx = Number(idx);
	return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}

// node_modules/yaml/browser/dist/schema/common/seq.js
const seq = {
	collection: "seq",
	default: true,
	nodeClass: YAMLSeq,
	tag: "tag:yaml.org,2002:seq",
	resolve(seq, onError) {
		if (!isSeq(seq)) onError("Expected a sequence for this tag");
		return seq;
	},
	createNode: (schema, obj, ctx) => YAMLSeq.from(schema, obj, ctx)
};

// node_modules/yaml/browser/dist/schema/common/string.js
const string$1 = {
	identify: (value) => typeof value === "string",
	default: true,
	tag: "tag:yaml.org,2002:str",
	resolve: (str) => str,
	stringify(item, ctx, onComment, onChompKeep) {
		ctx = Object.assign({ actualString: true }, ctx);
		return stringifyString(item, ctx, onComment, onChompKeep);
	}
};

// node_modules/yaml/browser/dist/schema/common/null.js
const nullTag = {
	identify: (value) => value == null,
	createNode: () => new Scalar(null),
	default: true,
	tag: "tag:yaml.org,2002:null",
	test: /^(?:~|[Nn]ull|NULL)?$/,
	resolve: () => new Scalar(null),
	stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
};

// node_modules/yaml/browser/dist/schema/core/bool.js
const boolTag = {
	identify: (value) => typeof value === "boolean",
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
	resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
	stringify({ source, value }, ctx) {
		if (source && boolTag.test.test(source)) {
			if (value === (source[0] === "t" || source[0] === "T")) return source;
		}
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
};

// node_modules/yaml/browser/dist/schema/core/float.js
const floatNaN$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: stringifyNumber
};
const floatExp$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "EXP",
	test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str),
	stringify(node) {
		const num = Number(node.value);
		return isFinite(num) ? num.toExponential() : stringifyNumber(node);
	}
};
const float$1 = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str));
		const dot = str.indexOf(".");
		if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
		return node;
	},
	stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/core/int.js
const intIdentify$2 = (value) => typeof value === "bigint" || Number.isInteger(value);
const intResolve$1 = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
function intStringify$1(node, radix, prefix) {
	const { value } = node;
	if (intIdentify$2(value) && value >= 0) return prefix + value.toString(radix);
	return stringifyNumber(node);
}
const intOct$1 = {
	identify: (value) => intIdentify$2(value) && value >= 0,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "OCT",
	test: /^0o[0-7]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 2, 8, opt),
	stringify: (node) => intStringify$1(node, 8, "0o")
};
const int$1 = {
	identify: intIdentify$2,
	default: true,
	tag: "tag:yaml.org,2002:int",
	test: /^[-+]?[0-9]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 0, 10, opt),
	stringify: stringifyNumber
};
const intHex$1 = {
	identify: (value) => intIdentify$2(value) && value >= 0,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "HEX",
	test: /^0x[0-9a-fA-F]+$/,
	resolve: (str, _onError, opt) => intResolve$1(str, 2, 16, opt),
	stringify: (node) => intStringify$1(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/core/schema.js
const schema$2 = [
	map,
	seq,
	string$1,
	nullTag,
	boolTag,
	intOct$1,
	int$1,
	intHex$1,
	floatNaN$1,
	floatExp$1,
	float$1
];

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify$1(value) {
	return typeof value === "bigint" || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
	{
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify: stringifyJSON
	},
	{
		identify: (value) => value == null,
		createNode: () => new Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^null$/,
		resolve: () => null,
		stringify: stringifyJSON
	},
	{
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^true$|^false$/,
		resolve: (str) => str === "true",
		stringify: stringifyJSON
	},
	{
		identify: intIdentify$1,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^-?(?:0|[1-9][0-9]*)$/,
		resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
		stringify: ({ value }) => intIdentify$1(value) ? value.toString() : JSON.stringify(value)
	},
	{
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
		resolve: (str) => parseFloat(str),
		stringify: stringifyJSON
	}
];
const schema$1 = [map, seq].concat(jsonScalars, {
	default: true,
	tag: "",
	test: /^/,
	resolve(str, onError) {
		onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
		return str;
	}
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
const binary = {
	identify: (value) => value instanceof Uint8Array,
	default: false,
	tag: "tag:yaml.org,2002:binary",
	resolve(src, onError) {
		if (typeof atob === "function") {
			const str = atob(src.replace(/[\n\r]/g, ""));
			const buffer = new Uint8Array(str.length);
			for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
			return buffer;
		} else {
			onError("This environment does not support reading binary tags; either Buffer or atob is required");
			return src;
		}
	},
	stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
		if (!value) return "";
		const buf = value;
		let str;
		if (typeof btoa === "function") {
			let s = "";
			for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
			str = btoa(s);
		} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
		type ?? (type = Scalar.BLOCK_LITERAL);
		if (type !== Scalar.QUOTE_DOUBLE) {
			const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
			const n = Math.ceil(str.length / lineWidth);
			const lines = new Array(n);
			for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
			str = lines.join(type === Scalar.BLOCK_LITERAL ? "\n" : " ");
		}
		return stringifyString({
			comment,
			type,
			value: str
		}, ctx, onComment, onChompKeep);
	}
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq, onError) {
	if (isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
		let item = seq.items[i];
		if (isPair(item)) continue;
		else if (isMap(item)) {
			if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
			const pair = item.items[0] || new Pair(new Scalar(null));
			if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
			if (item.comment) {
				const cn = pair.value ?? pair.key;
				cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
			}
			item = pair;
		}
		seq.items[i] = isPair(item) ? item : new Pair(item);
	}
	else onError("Expected a sequence for this tag");
	return seq;
}
function createPairs(schema, iterable, ctx) {
	const { replacer } = ctx;
	const pairs = new YAMLSeq(schema);
	pairs.tag = "tag:yaml.org,2002:pairs";
	let i = 0;
	if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
		if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
		let key, value;
		if (Array.isArray(it)) {
			if (it.length === 2) {
				key = it[0];
				value = it[1];
			} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
		} else if (it && it instanceof Object) {
			const keys = Object.keys(it);
			if (keys.length === 1) {
				key = keys[0];
				value = it[key];
			} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
		} else key = it;
		pairs.items.push(createPair(key, value, ctx));
	}
	return pairs;
}
const pairs = {
	collection: "seq",
	default: false,
	tag: "tag:yaml.org,2002:pairs",
	resolve: resolvePairs,
	createNode: createPairs
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap = class YAMLOMap extends YAMLSeq {
	constructor() {
		super();
		this.add = YAMLMap.prototype.add.bind(this);
		this.delete = YAMLMap.prototype.delete.bind(this);
		this.get = YAMLMap.prototype.get.bind(this);
		this.has = YAMLMap.prototype.has.bind(this);
		this.set = YAMLMap.prototype.set.bind(this);
		this.tag = YAMLOMap.tag;
	}
	toJSON(_, ctx) {
		if (!ctx) return super.toJSON(_);
		const map = /* @__PURE__ */ new Map();
		if (ctx?.onCreate) ctx.onCreate(map);
		for (const pair of this.items) {
			let key, value;
			if (isPair(pair)) {
				key = toJS(pair.key, "", ctx);
				value = toJS(pair.value, key, ctx);
			} else key = toJS(pair, "", ctx);
			if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
			map.set(key, value);
		}
		return map;
	}
	static from(schema, iterable, ctx) {
		const pairs = createPairs(schema, iterable, ctx);
		const omap = new this();
		omap.items = pairs.items;
		return omap;
	}
};
YAMLOMap.tag = "tag:yaml.org,2002:omap";
const omap = {
	collection: "seq",
	identify: (value) => value instanceof Map,
	nodeClass: YAMLOMap,
	default: false,
	tag: "tag:yaml.org,2002:omap",
	resolve(seq, onError) {
		const pairs = resolvePairs(seq, onError);
		const seenKeys = [];
		for (const { key } of pairs.items) if (isScalar(key)) {
			if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
			else seenKeys.push(key.value);
		}
		return Object.assign(new YAMLOMap(), pairs);
	},
	createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
	if (source && (value ? trueTag : falseTag).test.test(source)) return source;
	return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
	identify: (value) => value === true,
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
	resolve: () => new Scalar(true),
	stringify: boolStringify
};
const falseTag = {
	identify: (value) => value === false,
	default: true,
	tag: "tag:yaml.org,2002:bool",
	test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
	resolve: () => new Scalar(false),
	stringify: boolStringify
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
const floatNaN = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
	resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
	stringify: stringifyNumber
};
const floatExp = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "EXP",
	test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
	resolve: (str) => parseFloat(str.replace(/_/g, "")),
	stringify(node) {
		const num = Number(node.value);
		return isFinite(num) ? num.toExponential() : stringifyNumber(node);
	}
};
const float = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
	resolve(str) {
		const node = new Scalar(parseFloat(str.replace(/_/g, "")));
		const dot = str.indexOf(".");
		if (dot !== -1) {
			const f = str.substring(dot + 1).replace(/_/g, "");
			if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
		}
		return node;
	},
	stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
	const sign = str[0];
	if (sign === "-" || sign === "+") offset += 1;
	str = str.substring(offset).replace(/_/g, "");
	if (intAsBigInt) {
		switch (radix) {
			case 2:
				str = `0b${str}`;
				break;
			case 8:
				str = `0o${str}`;
				break;
			case 16: str = `0x${str}`;
		}
		const n = BigInt(str);
		return sign === "-" ? BigInt(-1) * n : n;
	}
	const n = parseInt(str, radix);
	return sign === "-" ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
	const { value } = node;
	if (intIdentify(value)) {
		const str = value.toString(radix);
		return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
	}
	return stringifyNumber(node);
}
const intBin = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "BIN",
	test: /^[-+]?0b[0-1_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
	stringify: (node) => intStringify(node, 2, "0b")
};
const intOct = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "OCT",
	test: /^[-+]?0[0-7_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
	stringify: (node) => intStringify(node, 8, "0")
};
const int = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	test: /^[-+]?[0-9][0-9_]*$/,
	resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
	stringify: stringifyNumber
};
const intHex = {
	identify: intIdentify,
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "HEX",
	test: /^[-+]?0x[0-9a-fA-F_]+$/,
	resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
	stringify: (node) => intStringify(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet = class YAMLSet extends YAMLMap {
	constructor(schema) {
		super(schema);
		this.tag = YAMLSet.tag;
	}
	add(key) {
		let pair;
		if (isPair(key)) pair = key;
		else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair(key.key, null);
		else pair = new Pair(key, null);
		if (!findPair(this.items, pair.key)) this.items.push(pair);
	}
	get(key, keepPair) {
		const pair = findPair(this.items, key);
		return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
	}
	set(key, value) {
		if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
		const prev = findPair(this.items, key);
		if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
		else if (!prev && value) this.items.push(new Pair(key));
	}
	toJSON(_, ctx) {
		return super.toJSON(_, ctx, Set);
	}
	toString(ctx, onComment, onChompKeep) {
		if (!ctx) return JSON.stringify(this);
		if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
		else throw new Error("Set items must all have null values");
	}
	static from(schema, iterable, ctx) {
		const { replacer } = ctx;
		const set = new this(schema);
		if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
			if (typeof replacer === "function") value = replacer.call(iterable, value, value);
			set.items.push(createPair(value, null, ctx));
		}
		return set;
	}
};
YAMLSet.tag = "tag:yaml.org,2002:set";
const set$1 = {
	collection: "map",
	identify: (value) => value instanceof Set,
	nodeClass: YAMLSet,
	default: false,
	tag: "tag:yaml.org,2002:set",
	createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
	resolve(map, onError) {
		if (isMap(map)) {
			if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
			else onError("Set items must all have null values");
		} else onError("Expected a mapping for this tag");
		return map;
	}
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str, asBigInt) {
	const sign = str[0];
	const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
	const num = (n) => asBigInt ? BigInt(n) : Number(n);
	const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
	return sign === "-" ? num(-1) * res : res;
}
function stringifySexagesimal(node) {
	let { value } = node;
	let num = (n) => n;
	if (typeof value === "bigint") num = (n) => BigInt(n);
	else if (isNaN(value) || !isFinite(value)) return stringifyNumber(node);
	let sign = "";
	if (value < 0) {
		sign = "-";
		value *= num(-1);
	}
	const _60 = num(60);
	const parts = [value % _60];
	if (value < 60) parts.unshift(0);
	else {
		value = (value - parts[0]) / _60;
		parts.unshift(value % _60);
		if (value >= 60) {
			value = (value - parts[0]) / _60;
			parts.unshift(value);
		}
	}
	return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
const intTime = {
	identify: (value) => typeof value === "bigint" || Number.isInteger(value),
	default: true,
	tag: "tag:yaml.org,2002:int",
	format: "TIME",
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
	resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
	stringify: stringifySexagesimal
};
const floatTime = {
	identify: (value) => typeof value === "number",
	default: true,
	tag: "tag:yaml.org,2002:float",
	format: "TIME",
	test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
	resolve: (str) => parseSexagesimal(str, false),
	stringify: stringifySexagesimal
};
const timestamp = {
	identify: (value) => value instanceof Date,
	default: true,
	tag: "tag:yaml.org,2002:timestamp",
	test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
	resolve(str) {
		const match = str.match(timestamp.test);
		if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
		const [, year, month, day, hour, minute, second] = match.map(Number);
		const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
		let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
		const tz = match[8];
		if (tz && tz !== "Z") {
			let d = parseSexagesimal(tz, false);
			if (Math.abs(d) < 30) d *= 60;
			date -= 6e4 * d;
		}
		return new Date(date);
	},
	stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
const schema = [
	map,
	seq,
	string$1,
	nullTag,
	trueTag,
	falseTag,
	intBin,
	intOct,
	int,
	intHex,
	floatNaN,
	floatExp,
	float,
	binary,
	merge$1,
	omap,
	pairs,
	set$1,
	intTime,
	floatTime,
	timestamp
];

// node_modules/yaml/browser/dist/schema/tags.js
const schemas = /* @__PURE__ */ new Map([
	["core", schema$2],
	["failsafe", [
		map,
		seq,
		string$1
	]],
	["json", schema$1],
	["yaml11", schema],
	["yaml-1.1", schema]
]);
const tagsByName = {
	binary,
	bool: boolTag,
	float: float$1,
	floatExp: floatExp$1,
	floatNaN: floatNaN$1,
	floatTime,
	int: int$1,
	intHex: intHex$1,
	intOct: intOct$1,
	intTime,
	map,
	merge: merge$1,
	null: nullTag,
	omap,
	pairs,
	seq,
	set: set$1,
	timestamp
};
const coreKnownTags = {
	"tag:yaml.org,2002:binary": binary,
	"tag:yaml.org,2002:merge": merge$1,
	"tag:yaml.org,2002:omap": omap,
	"tag:yaml.org,2002:pairs": pairs,
	"tag:yaml.org,2002:set": set$1,
	"tag:yaml.org,2002:timestamp": timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
	const schemaTags = schemas.get(schemaName);
	if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge$1) ? schemaTags.concat(merge$1) : schemaTags.slice();
	let tags = schemaTags;
	if (!tags) {
		if (Array.isArray(customTags)) tags = [];
		else {
			const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
		}
	}
	if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
	else if (typeof customTags === "function") tags = customTags(tags.slice());
	if (addMergeTag) tags = tags.concat(merge$1);
	return tags.reduce((tags, tag) => {
		const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
		if (!tagObj) {
			const tagName = JSON.stringify(tag);
			const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
			throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
		}
		if (!tags.includes(tagObj)) tags.push(tagObj);
		return tags;
	}, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
var Schema = class Schema {
	constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
		this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null;
		this.name = typeof schema === "string" && schema || "core";
		this.knownTags = resolveKnownTags ? coreKnownTags : {};
		this.tags = getTags(customTags, this.name, merge);
		this.toStringOptions = toStringDefaults ?? null;
		Object.defineProperty(this, MAP, { value: map });
		Object.defineProperty(this, SCALAR$1, { value: string$1 });
		Object.defineProperty(this, SEQ, { value: seq });
		this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
	}
	clone() {
		const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
		copy.tags = this.tags.slice();
		return copy;
	}
};

// node_modules/yaml/browser/dist/doc/Document.js
var Document = class Document {
	constructor(value, replacer, options) {
		this.commentBefore = null;
		this.comment = null;
		this.errors = [];
		this.warnings = [];
		Object.defineProperty(this, NODE_TYPE, { value: DOC });
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) {
			options = replacer;
			replacer = void 0;
		}
		const opt = Object.assign({
			intAsBigInt: false,
			keepSourceTokens: false,
			logLevel: "warn",
			prettyErrors: true,
			strict: true,
			stringKeys: false,
			uniqueKeys: true,
			version: "1.2"
		}, options);
		this.options = opt;
		let { version } = opt;
		if (options?._directives) {
			this.directives = options._directives.atDocument();
			if (this.directives.yaml.explicit) version = this.directives.yaml.version;
		} else this.directives = new Directives({ version });
		this.setSchema(version, options);
		this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
	}
	clone() {
		const copy = Object.create(Document.prototype, { [NODE_TYPE]: { value: DOC } });
		copy.commentBefore = this.commentBefore;
		copy.comment = this.comment;
		copy.errors = this.errors.slice();
		copy.warnings = this.warnings.slice();
		copy.options = Object.assign({}, this.options);
		if (this.directives) copy.directives = this.directives.clone();
		copy.schema = this.schema.clone();
		copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
		if (this.range) copy.range = this.range.slice();
		return copy;
	}
	add(value) {
		if (assertCollection(this.contents)) this.contents.add(value);
	}
	addIn(path, value) {
		if (assertCollection(this.contents)) this.contents.addIn(path, value);
	}
	createAlias(node, name) {
		if (!node.anchor) {
			const prev = anchorNames(this);
			node.anchor = !name || prev.has(name) ? findNewAnchor(name || "a", prev) : name;
		}
		return new Alias(node.anchor);
	}
	createNode(value, replacer, options) {
		let _replacer = void 0;
		if (typeof replacer === "function") {
			value = replacer.call({ "": value }, "", value);
			_replacer = replacer;
		} else if (Array.isArray(replacer)) {
			const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
			const asStr = replacer.filter(keyToStr).map(String);
			if (asStr.length > 0) replacer = replacer.concat(asStr);
			_replacer = replacer;
		} else if (options === void 0 && replacer) {
			options = replacer;
			replacer = void 0;
		}
		const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
		const { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(this, anchorPrefix || "a");
		const ctx = {
			aliasDuplicateObjects: aliasDuplicateObjects ?? true,
			keepUndefined: keepUndefined ?? false,
			onAnchor,
			onTagObj,
			replacer: _replacer,
			schema: this.schema,
			sourceObjects
		};
		const node = createNode(value, tag, ctx);
		if (flow && isCollection(node)) node.flow = true;
		setAnchors();
		return node;
	}
	createPair(key, value, options = {}) {
		const k = this.createNode(key, null, options);
		const v = this.createNode(value, null, options);
		return new Pair(k, v);
	}
	delete(key) {
		return assertCollection(this.contents) ? this.contents.delete(key) : false;
	}
	deleteIn(path) {
		if (isEmptyPath(path)) {
			if (this.contents == null) return false;
			this.contents = null;
			return true;
		}
		return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
	}
	get(key, keepScalar) {
		return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
	}
	getIn(path, keepScalar) {
		if (isEmptyPath(path)) return !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents;
		return isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
	}
	has(key) {
		return isCollection(this.contents) ? this.contents.has(key) : false;
	}
	hasIn(path) {
		if (isEmptyPath(path)) return this.contents !== void 0;
		return isCollection(this.contents) ? this.contents.hasIn(path) : false;
	}
	set(key, value) {
		if (this.contents == null) this.contents = collectionFromPath(this.schema, [key], value);
		else if (assertCollection(this.contents)) this.contents.set(key, value);
	}
	setIn(path, value) {
		if (isEmptyPath(path)) this.contents = value;
		else if (this.contents == null) this.contents = collectionFromPath(this.schema, Array.from(path), value);
		else if (assertCollection(this.contents)) this.contents.setIn(path, value);
	}
	setSchema(version, options = {}) {
		if (typeof version === "number") version = String(version);
		let opt;
		switch (version) {
			case "1.1":
				if (this.directives) this.directives.yaml.version = "1.1";
				else this.directives = new Directives({ version: "1.1" });
				opt = {
					resolveKnownTags: false,
					schema: "yaml-1.1"
				};
				break;
			case "1.2":
			case "next":
				if (this.directives) this.directives.yaml.version = version;
				else this.directives = new Directives({ version });
				opt = {
					resolveKnownTags: true,
					schema: "core"
				};
				break;
			case null:
				if (this.directives) delete this.directives;
				opt = null;
				break;
			default: {
				const sv = JSON.stringify(version);
				throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
			}
		}
		if (options.schema instanceof Object) this.schema = options.schema;
		else if (opt) this.schema = new Schema(Object.assign(opt, options));
		else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
	}
	toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
		const ctx = {
			anchors: /* @__PURE__ */ new Map(),
			doc: this,
			keep: !json,
			mapAsMap: mapAsMap === true,
			mapKeyWarned: false,
			maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
		};
		const res = toJS(this.contents, jsonArg ?? "", ctx);
		if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
		return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
	}
	toJSON(jsonArg, onAnchor) {
		return this.toJS({
			json: true,
			jsonArg,
			mapAsMap: false,
			onAnchor
		});
	}
	toString(options = {}) {
		if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
		if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
			const s = JSON.stringify(options.indent);
			throw new Error(`"indent" option must be a positive integer, not ${s}`);
		}
		return stringifyDocument(this, options);
	}
};
function assertCollection(contents) {
	if (isCollection(contents)) return true;
	throw new Error("Expected a YAML collection as document contents");
}

// node_modules/yaml/browser/dist/errors.js
var YAMLError = class extends Error {
	constructor(name, pos, code, message) {
		super();
		this.name = name;
		this.code = code;
		this.message = message;
		this.pos = pos;
	}
};
var YAMLParseError = class extends YAMLError {
	constructor(pos, code, message) {
		super("YAMLParseError", pos, code, message);
	}
};
var YAMLWarning = class extends YAMLError {
	constructor(pos, code, message) {
		super("YAMLWarning", pos, code, message);
	}
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
	let spaceBefore = false;
	let atNewline = startOnNewline;
	let hasSpace = startOnNewline;
	let comment = "";
	let commentSep = "";
	let hasNewline = false;
	let reqSpace = false;
	let tab = null;
	let anchor = null;
	let tag = null;
	let newlineAfterProp = null;
	let comma = null;
	let found = null;
	let start = null;
	for (const token of tokens) {
		if (reqSpace) {
			if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
			reqSpace = false;
		}
		if (tab) {
			if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
			tab = null;
		}
		switch (token.type) {
			case "space":
				if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
				hasSpace = true;
				break;
			case "comment": {
				if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				const cb = token.source.substring(1) || " ";
				if (!comment) comment = cb;
				else comment += commentSep + cb;
				commentSep = "";
				atNewline = false;
				break;
			}
			case "newline":
				if (atNewline) {
					if (comment) comment += token.source;
					else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
				} else commentSep += token.source;
				atNewline = true;
				hasNewline = true;
				if (anchor || tag) newlineAfterProp = token;
				hasSpace = true;
				break;
			case "anchor":
				if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
				if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
				anchor = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case "tag":
				if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
				tag = token;
				start ?? (start = token.offset);
				atNewline = false;
				hasSpace = false;
				reqSpace = true;
				break;
			case indicator:
				if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
				if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
				found = token;
				atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
				hasSpace = false;
				break;
			case "comma": if (flow) {
				if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
				comma = token;
				atNewline = false;
				hasSpace = false;
				break;
			}
			default:
				onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
				atNewline = false;
				hasSpace = false;
		}
	}
	const last = tokens[tokens.length - 1];
	const end = last ? last.offset + last.source.length : offset;
	if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
	if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
	return {
		comma,
		found,
		spaceBefore,
		comment,
		hasNewline,
		anchor,
		tag,
		newlineAfterProp,
		end,
		start: start ?? end
	};
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
	if (!key) return null;
	switch (key.type) {
		case "alias":
		case "scalar":
		case "double-quoted-scalar":
		case "single-quoted-scalar":
			if (key.source.includes("\n")) return true;
			if (key.end) {
				for (const st of key.end) if (st.type === "newline") return true;
			}
			return false;
		case "flow-collection":
			for (const it of key.items) {
				for (const st of it.start) if (st.type === "newline") return true;
				if (it.sep) {
					for (const st of it.sep) if (st.type === "newline") return true;
				}
				if (containsNewline(it.key) || containsNewline(it.value)) return true;
			}
			return false;
		default: return true;
	}
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
	if (fc?.type === "flow-collection") {
		const end = fc.end[0];
		if (end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
	}
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
	const { uniqueKeys } = ctx.options;
	if (uniqueKeys === false) return false;
	const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
	return items.some((pair) => isEqual(pair.key, search));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
const startColMsg = "All mapping items must start at the same column";
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
	const map = new ((tag?.nodeClass) ?? YAMLMap)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	let offset = bm.offset;
	let commentEnd = null;
	for (const collItem of bm.items) {
		const { start, key, sep, value } = collItem;
		const keyProps = resolveProps(start, {
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: bm.indent,
			startOnNewline: true
		});
		const implicitKey = !keyProps.found;
		if (implicitKey) {
			if (key) {
				if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
				else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			}
			if (!keyProps.anchor && !keyProps.tag && !sep) {
				commentEnd = keyProps.end;
				if (keyProps.comment) {
					if (map.comment) map.comment += "\n" + keyProps.comment;
					else map.comment = keyProps.comment;
				}
				continue;
			}
			if (keyProps.newlineAfterProp || containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
		} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
		ctx.atKey = true;
		const keyStart = keyProps.end;
		const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
		if (ctx.schema.compat) flowIndentCheck(bm.indent, key, onError);
		ctx.atKey = false;
		if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
		const valueProps = resolveProps(sep ?? [], {
			indicator: "map-value-ind",
			next: value,
			offset: keyNode.range[2],
			onError,
			parentIndent: bm.indent,
			startOnNewline: !key || key.type === "block-scalar"
		});
		offset = valueProps.end;
		if (valueProps.found) {
			if (implicitKey) {
				if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
				if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
			if (ctx.schema.compat) flowIndentCheck(bm.indent, value, onError);
			offset = valueNode.range[2];
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		} else {
			if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
			if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			map.items.push(pair);
		}
	}
	if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
	map.range = [
		bm.offset,
		offset,
		commentEnd ?? offset
	];
	return map;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
	const seq = new ((tag?.nodeClass) ?? YAMLSeq)(ctx.schema);
	if (ctx.atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = bs.offset;
	let commentEnd = null;
	for (const { start, value } of bs.items) {
		const props = resolveProps(start, {
			indicator: "seq-item-ind",
			next: value,
			offset,
			onError,
			parentIndent: bs.indent,
			startOnNewline: true
		});
		if (!props.found) {
			if (props.anchor || props.tag || value) {
				if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
				else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
			} else {
				commentEnd = props.end;
				if (props.comment) seq.comment = props.comment;
				continue;
			}
		}
		const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
		if (ctx.schema.compat) flowIndentCheck(bs.indent, value, onError);
		offset = node.range[2];
		seq.items.push(node);
	}
	seq.range = [
		bs.offset,
		offset,
		commentEnd ?? offset
	];
	return seq;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
	let comment = "";
	if (end) {
		let hasSpace = false;
		let sep = "";
		for (const token of end) {
			const { source, type } = token;
			switch (type) {
				case "space":
					hasSpace = true;
					break;
				case "comment": {
					if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += sep + cb;
					sep = "";
					break;
				}
				case "newline":
					if (comment) sep += source;
					hasSpace = true;
					break;
				default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
			}
			offset += source.length;
		}
	}
	return {
		comment,
		offset
	};
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
const blockMsg = "Block collections are not allowed within flow collections";
const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
	const isMap = fc.start.source === "{";
	const fcName = isMap ? "flow map" : "flow sequence";
	const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap : YAMLSeq))(ctx.schema);
	coll.flow = true;
	const atRoot = ctx.atRoot;
	if (atRoot) ctx.atRoot = false;
	if (ctx.atKey) ctx.atKey = false;
	let offset = fc.offset + fc.start.source.length;
	for (let i = 0; i < fc.items.length; ++i) {
		const collItem = fc.items[i];
		const { start, key, sep, value } = collItem;
		const props = resolveProps(start, {
			flow: fcName,
			indicator: "explicit-key-ind",
			next: key ?? sep?.[0],
			offset,
			onError,
			parentIndent: fc.indent,
			startOnNewline: false
		});
		if (!props.found) {
			if (!props.anchor && !props.tag && !sep && !value) {
				if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
				else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
				if (props.comment) {
					if (coll.comment) coll.comment += "\n" + props.comment;
					else coll.comment = props.comment;
				}
				offset = props.end;
				continue;
			}
			if (!isMap && ctx.options.strict && containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
		}
		if (i === 0) {
			if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
		} else {
			if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
			if (props.comment) {
				let prevItemComment = "";
				loop: for (const st of start) switch (st.type) {
					case "comma":
					case "space": break;
					case "comment":
						prevItemComment = st.source.substring(1);
						break loop;
					default: break loop;
				}
				if (prevItemComment) {
					let prev = coll.items[coll.items.length - 1];
					if (isPair(prev)) prev = prev.value ?? prev.key;
					if (prev.comment) prev.comment += "\n" + prevItemComment;
					else prev.comment = prevItemComment;
					props.comment = props.comment.substring(prevItemComment.length + 1);
				}
			}
		}
		if (!isMap && !sep && !props.found) {
			const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
			coll.items.push(valueNode);
			offset = valueNode.range[2];
			if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
		} else {
			ctx.atKey = true;
			const keyStart = props.end;
			const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
			if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
			ctx.atKey = false;
			const valueProps = resolveProps(sep ?? [], {
				flow: fcName,
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (valueProps.found) {
				if (!isMap && !props.found && ctx.options.strict) {
					if (sep) for (const st of sep) {
						if (st === valueProps.found) break;
						if (st.type === "newline") {
							onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
							break;
						}
					}
					if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
				}
			} else if (value) {
				if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
				else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
			}
			const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
			if (valueNode) {
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else if (valueProps.comment) {
				if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
				else keyNode.comment = valueProps.comment;
			}
			const pair = new Pair(keyNode, valueNode);
			if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
			if (isMap) {
				const map = coll;
				if (mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
				map.items.push(pair);
			} else {
				const map = new YAMLMap(ctx.schema);
				map.flow = true;
				map.items.push(pair);
				const endRange = (valueNode ?? keyNode).range;
				map.range = [
					keyNode.range[0],
					endRange[1],
					endRange[2]
				];
				coll.items.push(map);
			}
			offset = valueNode ? valueNode.range[2] : valueProps.end;
		}
	}
	const expectedEnd = isMap ? "}" : "]";
	const [ce, ...ee] = fc.end;
	let cePos = offset;
	if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
	else {
		const name = fcName[0].toUpperCase() + fcName.substring(1);
		const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
		onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
		if (ce && ce.source.length !== 1) ee.unshift(ce);
	}
	if (ee.length > 0) {
		const end = resolveEnd(ee, cePos, ctx.options.strict, onError);
		if (end.comment) {
			if (coll.comment) coll.comment += "\n" + end.comment;
			else coll.comment = end.comment;
		}
		coll.range = [
			fc.offset,
			cePos,
			end.offset
		];
	} else coll.range = [
		fc.offset,
		cePos,
		cePos
	];
	return coll;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN, ctx, token, onError, tagName, tag) {
	const coll = token.type === "block-map" ? resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection(CN, ctx, token, onError, tag);
	const Coll = coll.constructor;
	if (tagName === "!" || tagName === Coll.tagName) {
		coll.tag = Coll.tagName;
		return coll;
	}
	if (tagName) coll.tag = tagName;
	return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
	const tagToken = props.tag;
	const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
	if (token.type === "block-seq") {
		const { anchor, newlineAfterProp: nl } = props;
		const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
		if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
	}
	const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
	if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
	let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
	if (!tag) {
		const kt = ctx.schema.knownTags[tagName];
		if (kt?.collection === expType) {
			ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
			tag = kt;
		} else {
			if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
			else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
			return resolveCollection(CN, ctx, token, onError, tagName);
		}
	}
	const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
	const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
	const node = isNode(res) ? res : new Scalar(res);
	node.range = coll.range;
	node.tag = tagName;
	if (tag?.format) node.format = tag.format;
	return node;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
	const start = scalar.offset;
	const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
	if (!header) return {
		value: "",
		type: null,
		comment: "",
		range: [
			start,
			start,
			start
		]
	};
	const type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL;
	const lines = scalar.source ? splitLines$1(scalar.source) : [];
	let chompStart = lines.length;
	for (let i = lines.length - 1; i >= 0; --i) {
		const content = lines[i][1];
		if (content === "" || content === "\r") chompStart = i;
		else break;
	}
	if (chompStart === 0) {
		const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
		let end = start + header.length;
		if (scalar.source) end += scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	let trimIndent = scalar.indent + header.indent;
	let offset = scalar.offset + header.length;
	let contentStart = 0;
	for (let i = 0; i < chompStart; ++i) {
		const [indent, content] = lines[i];
		if (content === "" || content === "\r") {
			if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
		} else {
			if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
			if (header.indent === 0) trimIndent = indent.length;
			contentStart = i;
			if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
			break;
		}
		offset += indent.length + content.length + 1;
	}
	for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
	let value = "";
	let sep = "";
	let prevMoreIndented = false;
	for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
	for (let i = contentStart; i < chompStart; ++i) {
		let [indent, content] = lines[i];
		offset += indent.length + content.length + 1;
		const crlf = content[content.length - 1] === "\r";
		if (crlf) content = content.slice(0, -1);
		/* istanbul ignore if already caught in lexer */
		if (content && indent.length < trimIndent) {
			const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
			onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
			indent = "";
		}
		if (type === Scalar.BLOCK_LITERAL) {
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
		} else if (indent.length > trimIndent || content[0] === "	") {
			if (sep === " ") sep = "\n";
			else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
			value += sep + indent.slice(trimIndent) + content;
			sep = "\n";
			prevMoreIndented = true;
		} else if (content === "") {
			if (sep === "\n") value += "\n";
			else sep = "\n";
		} else {
			value += sep + content;
			sep = " ";
			prevMoreIndented = false;
		}
	}
	switch (header.chomp) {
		case "-": break;
		case "+":
			for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
			if (value[value.length - 1] !== "\n") value += "\n";
			break;
		default: value += "\n";
	}
	const end = start + header.length + scalar.source.length;
	return {
		value,
		type,
		comment: header.comment,
		range: [
			start,
			end,
			end
		]
	};
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
	/* istanbul ignore if should not happen */
	if (props[0].type !== "block-scalar-header") {
		onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
		return null;
	}
	const { source } = props[0];
	const mode = source[0];
	let indent = 0;
	let chomp = "";
	let error = -1;
	for (let i = 1; i < source.length; ++i) {
		const ch = source[i];
		if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
		else {
			const n = Number(ch);
			if (!indent && n) indent = n;
			else if (error === -1) error = offset + i;
		}
	}
	if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
	let hasSpace = false;
	let comment = "";
	let length = source.length;
	for (let i = 1; i < props.length; ++i) {
		const token = props[i];
		switch (token.type) {
			case "space": hasSpace = true;
			case "newline":
				length += token.source.length;
				break;
			case "comment":
				if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
				length += token.source.length;
				comment = token.source.substring(1);
				break;
			case "error":
				onError(token, "UNEXPECTED_TOKEN", token.message);
				length += token.source.length;
				break;
			/* istanbul ignore next should not happen */
			default: {
				onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
				const ts = token.source;
				if (ts && typeof ts === "string") length += ts.length;
			}
		}
	}
	return {
		mode,
		indent,
		chomp,
		comment,
		length
	};
}
function splitLines$1(source) {
	const split = source.split(/\n( *)/);
	const first = split[0];
	const m = first.match(/^( *)/);
	const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
	for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
	return lines;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
	const { offset, type, source, end } = scalar;
	let _type;
	let value;
	const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
	switch (type) {
		case "scalar":
			_type = Scalar.PLAIN;
			value = plainValue(source, _onError);
			break;
		case "single-quoted-scalar":
			_type = Scalar.QUOTE_SINGLE;
			value = singleQuotedValue(source, _onError);
			break;
		case "double-quoted-scalar":
			_type = Scalar.QUOTE_DOUBLE;
			value = doubleQuotedValue(source, _onError);
			break;
		/* istanbul ignore next should not happen */
		default:
			onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
			return {
				value: "",
				type: null,
				comment: "",
				range: [
					offset,
					offset + source.length,
					offset + source.length
				]
			};
	}
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, strict, onError);
	return {
		value,
		type: _type,
		comment: re.comment,
		range: [
			offset,
			valueEnd,
			re.offset
		]
	};
}
function plainValue(source, onError) {
	let badChar = "";
	switch (source[0]) {
		/* istanbul ignore next should not happen */
		case "	":
			badChar = "a tab character";
			break;
		case ",":
			badChar = "flow indicator character ,";
			break;
		case "%":
			badChar = "directive indicator character %";
			break;
		case "|":
		case ">":
			badChar = `block scalar indicator ${source[0]}`;
			break;
		case "@":
		case "`": badChar = `reserved character ${source[0]}`;
	}
	if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
	return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
	if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
	return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
	const line = /(.*?)\r?\n/sy;
	let match = line.exec(source);
	if (!match) return source;
	let trimEnd, trimBoth;
	try {
		trimEnd = new RegExp("(?<![ 	])[ 	]+$");
		trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
	} catch {
		trimEnd = /[ \t]+$/;
		trimBoth = /^[ \t]+|[ \t]+$/g;
	}
	let res = match[1].replace(trimEnd, "");
	let sep = " ";
	let pos = line.lastIndex;
	while (match = line.exec(source)) {
		const lm = match[1].replace(trimBoth, "");
		if (lm === "") {
			if (sep === "\n") res += sep;
			else sep = "\n";
		} else {
			res += sep + lm;
			sep = " ";
		}
		pos = line.lastIndex;
	}
	const last = /[ \t]*(.*)/sy;
	last.lastIndex = pos;
	match = last.exec(source);
	return res + sep + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
	let res = "";
	for (let i = 1; i < source.length - 1; ++i) {
		const ch = source[i];
		if (ch === "\r" && source[i + 1] === "\n") continue;
		if (ch === "\n") {
			const { fold, offset } = foldNewline(source, i);
			res += fold;
			i = offset;
		} else if (ch === "\\") {
			let next = source[++i];
			const cc = escapeCodes[next];
			if (cc) res += cc;
			else if (next === "\n") {
				next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "\r" && source[i + 1] === "\n") {
				next = source[++i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
			} else if (next === "x" || next === "u" || next === "U") {
				const length = next === "x" ? 2 : next === "u" ? 4 : 8;
				res += parseCharCode(source, i + 1, length, onError);
				i += length;
			} else {
				const raw = source.substr(i - 1, 2);
				onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
				res += raw;
			}
		} else if (ch === " " || ch === "	") {
			const wsStart = i;
			let next = source[i + 1];
			while (next === " " || next === "	") next = source[++i + 1];
			if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
		} else res += ch;
	}
	if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
	return res;
}
function foldNewline(source, offset) {
	let fold = "";
	let ch = source[offset + 1];
	while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
		if (ch === "\r" && source[offset + 2] !== "\n") break;
		if (ch === "\n") fold += "\n";
		offset += 1;
		ch = source[offset + 1];
	}
	if (!fold) fold = " ";
	return {
		fold,
		offset
	};
}
const escapeCodes = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	e: "\x1B",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	N: "",
	_: "\xA0",
	L: "\u2028",
	P: "\u2029",
	" ": " ",
	"\"": "\"",
	"/": "/",
	"\\": "\\",
	"	": "	"
};
function parseCharCode(source, offset, length, onError) {
	const cc = source.substr(offset, length);
	const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
	try {
		return String.fromCodePoint(code);
	} catch {
		const raw = source.substr(offset - 2, length + 2);
		onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
		return raw;
	}
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
	const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError);
	const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
	let tag;
	if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[SCALAR$1];
	else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
	else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
	else tag = ctx.schema[SCALAR$1];
	let scalar;
	try {
		const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
		scalar = isScalar(res) ? res : new Scalar(res);
	} catch (error) {
		const msg = error instanceof Error ? error.message : String(error);
		onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
		scalar = new Scalar(value);
	}
	scalar.range = range;
	scalar.source = value;
	if (type) scalar.type = type;
	if (tagName) scalar.tag = tagName;
	if (tag.format) scalar.format = tag.format;
	if (comment) scalar.comment = comment;
	return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
	if (tagName === "!") return schema[SCALAR$1];
	const matchWithTest = [];
	for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
		if (tag.default && tag.test) matchWithTest.push(tag);
		else return tag;
	}
	for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
	const kt = schema.knownTags[tagName];
	if (kt && !kt.collection) {
		schema.tags.push(Object.assign({}, kt, {
			default: false,
			test: void 0
		}));
		return kt;
	}
	onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
	return schema[SCALAR$1];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
	const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[SCALAR$1];
	if (schema.compat) {
		const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[SCALAR$1];
		if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
	}
	return tag;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
	if (before) {
		pos ?? (pos = before.length);
		for (let i = pos - 1; i >= 0; --i) {
			let st = before[i];
			switch (st.type) {
				case "space":
				case "comment":
				case "newline":
					offset -= st.source.length;
					continue;
			}
			st = before[++i];
			while (st?.type === "space") {
				offset += st.source.length;
				st = before[++i];
			}
			break;
		}
	}
	return offset;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
const CN = {
	composeNode,
	composeEmptyNode
};
function composeNode(ctx, token, props, onError) {
	const atKey = ctx.atKey;
	const { spaceBefore, comment, anchor, tag } = props;
	let node;
	let isSrcToken = true;
	switch (token.type) {
		case "alias":
			node = composeAlias(ctx, token, onError);
			if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
			break;
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "block-scalar":
			node = composeScalar(ctx, token, tag, onError);
			if (anchor) node.anchor = anchor.source.substring(1);
			break;
		case "block-map":
		case "block-seq":
		case "flow-collection":
			try {
				node = composeCollection(CN, ctx, token, props, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
			} catch (error) {
				onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
			}
			break;
		default:
			onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
			isSrcToken = false;
	}
	node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
	if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	if (atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		if (token.type === "scalar" && token.source === "") node.comment = comment;
		else node.commentBefore = comment;
	}
	if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
	return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
	const token = {
		type: "scalar",
		offset: emptyScalarPosition(offset, before, pos),
		indent: -1,
		source: ""
	};
	const node = composeScalar(ctx, token, tag, onError);
	if (anchor) {
		node.anchor = anchor.source.substring(1);
		if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
	}
	if (spaceBefore) node.spaceBefore = true;
	if (comment) {
		node.comment = comment;
		node.range[2] = end;
	}
	return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
	const alias = new Alias(source.substring(1));
	if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
	if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
	const valueEnd = offset + source.length;
	const re = resolveEnd(end, valueEnd, options.strict, onError);
	alias.range = [
		offset,
		valueEnd,
		re.offset
	];
	if (re.comment) alias.comment = re.comment;
	return alias;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
	const opts = Object.assign({ _directives: directives }, options);
	const doc = new Document(void 0, opts);
	const ctx = {
		atKey: false,
		atRoot: true,
		directives: doc.directives,
		options: doc.options,
		schema: doc.schema
	};
	const props = resolveProps(start, {
		indicator: "doc-start",
		next: value ?? end?.[0],
		offset,
		onError,
		parentIndent: 0,
		startOnNewline: true
	});
	if (props.found) {
		doc.directives.docStart = true;
		if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
	}
	doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
	const contentEnd = doc.contents.range[2];
	const re = resolveEnd(end, contentEnd, false, onError);
	if (re.comment) doc.comment = re.comment;
	doc.range = [
		offset,
		contentEnd,
		re.offset
	];
	return doc;
}

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
	if (typeof src === "number") return [src, src + 1];
	if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
	const { offset, source } = src;
	return [offset, offset + (typeof source === "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
	let comment = "";
	let atComment = false;
	let afterEmptyLine = false;
	for (let i = 0; i < prelude.length; ++i) {
		const source = prelude[i];
		switch (source[0]) {
			case "#":
				comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
				atComment = true;
				afterEmptyLine = false;
				break;
			case "%":
				if (prelude[i + 1]?.[0] !== "#") i += 1;
				atComment = false;
				break;
			default:
				if (!atComment) afterEmptyLine = true;
				atComment = false;
		}
	}
	return {
		comment,
		afterEmptyLine
	};
}
var Composer = class {
	constructor(options = {}) {
		this.doc = null;
		this.atDirectives = false;
		this.prelude = [];
		this.errors = [];
		this.warnings = [];
		this.onError = (source, code, message, warning) => {
			const pos = getErrorPos(source);
			if (warning) this.warnings.push(new YAMLWarning(pos, code, message));
			else this.errors.push(new YAMLParseError(pos, code, message));
		};
		this.directives = new Directives({ version: options.version || "1.2" });
		this.options = options;
	}
	decorate(doc, afterDoc) {
		const { comment, afterEmptyLine } = parsePrelude(this.prelude);
		if (comment) {
			const dc = doc.contents;
			if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
			else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
			else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
				let it = dc.items[0];
				if (isPair(it)) it = it.key;
				const cb = it.commentBefore;
				it.commentBefore = cb ? `${comment}\n${cb}` : comment;
			} else {
				const cb = dc.commentBefore;
				dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
			}
		}
		if (afterDoc) {
			for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
			for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
		} else {
			doc.errors = this.errors;
			doc.warnings = this.warnings;
		}
		this.prelude = [];
		this.errors = [];
		this.warnings = [];
	}
	streamInfo() {
		return {
			comment: parsePrelude(this.prelude).comment,
			directives: this.directives,
			errors: this.errors,
			warnings: this.warnings
		};
	}
	*compose(tokens, forceDoc = false, endOffset = -1) {
		for (const token of tokens) yield* this.next(token);
		yield* this.end(forceDoc, endOffset);
	}
	*next(token) {
		switch (token.type) {
			case "directive":
				this.directives.add(token.source, (offset, message, warning) => {
					const pos = getErrorPos(token);
					pos[0] += offset;
					this.onError(pos, "BAD_DIRECTIVE", message, warning);
				});
				this.prelude.push(token.source);
				this.atDirectives = true;
				break;
			case "document": {
				const doc = composeDoc(this.options, this.directives, token, this.onError);
				if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
				this.decorate(doc, false);
				if (this.doc) yield this.doc;
				this.doc = doc;
				this.atDirectives = false;
				break;
			}
			case "byte-order-mark":
			case "space": break;
			case "comment":
			case "newline":
				this.prelude.push(token.source);
				break;
			case "error": {
				const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
				const error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
				if (this.atDirectives || !this.doc) this.errors.push(error);
				else this.doc.errors.push(error);
				break;
			}
			case "doc-end": {
				if (!this.doc) {
					this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
					break;
				}
				this.doc.directives.docEnd = true;
				const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
				this.decorate(this.doc, true);
				if (end.comment) {
					const dc = this.doc.comment;
					this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
				}
				this.doc.range[2] = end.offset;
				break;
			}
			default: this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
		}
	}
	*end(forceDoc = false, endOffset = -1) {
		if (this.doc) {
			this.decorate(this.doc, true);
			yield this.doc;
			this.doc = null;
		} else if (forceDoc) {
			const opts = Object.assign({ _directives: this.directives }, this.options);
			const doc = new Document(void 0, opts);
			if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
			doc.range = [
				0,
				endOffset,
				endOffset
			];
			this.decorate(doc, false);
			yield doc;
		}
	}
};

// node_modules/yaml/browser/dist/parse/cst-scalar.js
function resolveAsScalar(token, strict = true, onError) {
	if (token) {
		const _onError = (pos, code, message) => {
			const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
			if (onError) onError(offset, code, message);
			else throw new YAMLParseError([offset, offset + 1], code, message);
		};
		switch (token.type) {
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar": return resolveFlowScalar(token, strict, _onError);
			case "block-scalar": return resolveBlockScalar({ options: { strict } }, token, _onError);
		}
	}
	return null;
}

// node_modules/yaml/browser/dist/parse/cst.js
const BOM = "﻿";
const DOCUMENT = "";
const FLOW_END = "";
const SCALAR = "";
function tokenType(source) {
	switch (source) {
		case "﻿": return "byte-order-mark";
		case "": return "doc-mode";
		case "": return "flow-error-end";
		case "": return "scalar";
		case "---": return "doc-start";
		case "...": return "doc-end";
		case "":
		case "\n":
		case "\r\n": return "newline";
		case "-": return "seq-item-ind";
		case "?": return "explicit-key-ind";
		case ":": return "map-value-ind";
		case "{": return "flow-map-start";
		case "}": return "flow-map-end";
		case "[": return "flow-seq-start";
		case "]": return "flow-seq-end";
		case ",": return "comma";
	}
	switch (source[0]) {
		case " ":
		case "	": return "space";
		case "#": return "comment";
		case "%": return "directive-line";
		case "*": return "alias";
		case "&": return "anchor";
		case "!": return "tag";
		case "'": return "single-quoted-scalar";
		case "\"": return "double-quoted-scalar";
		case "|":
		case ">": return "block-scalar-header";
	}
	return null;
}

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
	switch (ch) {
		case void 0:
		case " ":
		case "\n":
		case "\r":
		case "	": return true;
		default: return false;
	}
}
const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
var Lexer = class {
	constructor() {
		this.atEnd = false;
		this.blockScalarIndent = -1;
		this.blockScalarKeep = false;
		this.buffer = "";
		this.flowKey = false;
		this.flowLevel = 0;
		this.indentNext = 0;
		this.indentValue = 0;
		this.lineEndPos = null;
		this.next = null;
		this.pos = 0;
	}
	*lex(source, incomplete = false) {
		if (source) {
			if (typeof source !== "string") throw TypeError("source is not a string");
			this.buffer = this.buffer ? this.buffer + source : source;
			this.lineEndPos = null;
		}
		this.atEnd = !incomplete;
		let next = this.next ?? "stream";
		while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
	}
	atLineEnd() {
		let i = this.pos;
		let ch = this.buffer[i];
		while (ch === " " || ch === "	") ch = this.buffer[++i];
		if (!ch || ch === "#" || ch === "\n") return true;
		if (ch === "\r") return this.buffer[i + 1] === "\n";
		return false;
	}
	charAt(n) {
		return this.buffer[this.pos + n];
	}
	continueScalar(offset) {
		let ch = this.buffer[offset];
		if (this.indentNext > 0) {
			let indent = 0;
			while (ch === " ") ch = this.buffer[++indent + offset];
			if (ch === "\r") {
				const next = this.buffer[indent + offset + 1];
				if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
			}
			return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
		}
		if (ch === "-" || ch === ".") {
			const dt = this.buffer.substr(offset, 3);
			if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
		}
		return offset;
	}
	getLine() {
		let end = this.lineEndPos;
		if (typeof end !== "number" || end !== -1 && end < this.pos) {
			end = this.buffer.indexOf("\n", this.pos);
			this.lineEndPos = end;
		}
		if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
		if (this.buffer[end - 1] === "\r") end -= 1;
		return this.buffer.substring(this.pos, end);
	}
	hasChars(n) {
		return this.pos + n <= this.buffer.length;
	}
	setNext(state) {
		this.buffer = this.buffer.substring(this.pos);
		this.pos = 0;
		this.lineEndPos = null;
		this.next = state;
		return null;
	}
	peek(n) {
		return this.buffer.substr(this.pos, n);
	}
	*parseNext(next) {
		switch (next) {
			case "stream": return yield* this.parseStream();
			case "line-start": return yield* this.parseLineStart();
			case "block-start": return yield* this.parseBlockStart();
			case "doc": return yield* this.parseDocument();
			case "flow": return yield* this.parseFlowCollection();
			case "quoted-scalar": return yield* this.parseQuotedScalar();
			case "block-scalar": return yield* this.parseBlockScalar();
			case "plain-scalar": return yield* this.parsePlainScalar();
		}
	}
	*parseStream() {
		let line = this.getLine();
		if (line === null) return this.setNext("stream");
		if (line[0] === "﻿") {
			yield* this.pushCount(1);
			line = line.substring(1);
		}
		if (line[0] === "%") {
			let dirEnd = line.length;
			let cs = line.indexOf("#");
			while (cs !== -1) {
				const ch = line[cs - 1];
				if (ch === " " || ch === "	") {
					dirEnd = cs - 1;
					break;
				} else cs = line.indexOf("#", cs + 1);
			}
			while (true) {
				const ch = line[dirEnd - 1];
				if (ch === " " || ch === "	") dirEnd -= 1;
				else break;
			}
			const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
			yield* this.pushCount(line.length - n);
			this.pushNewline();
			return "stream";
		}
		if (this.atLineEnd()) {
			const sp = yield* this.pushSpaces(true);
			yield* this.pushCount(line.length - sp);
			yield* this.pushNewline();
			return "stream";
		}
		yield "";
		return yield* this.parseLineStart();
	}
	*parseLineStart() {
		const ch = this.charAt(0);
		if (!ch && !this.atEnd) return this.setNext("line-start");
		if (ch === "-" || ch === ".") {
			if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
			const s = this.peek(3);
			if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
				yield* this.pushCount(3);
				this.indentValue = 0;
				this.indentNext = 0;
				return s === "---" ? "doc" : "stream";
			}
		}
		this.indentValue = yield* this.pushSpaces(false);
		if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
		return yield* this.parseBlockStart();
	}
	*parseBlockStart() {
		const [ch0, ch1] = this.peek(2);
		if (!ch1 && !this.atEnd) return this.setNext("block-start");
		if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
			const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
			this.indentNext = this.indentValue + 1;
			this.indentValue += n;
			return "block-start";
		}
		return "doc";
	}
	*parseDocument() {
		yield* this.pushSpaces(true);
		const line = this.getLine();
		if (line === null) return this.setNext("doc");
		let n = yield* this.pushIndicators();
		switch (line[n]) {
			case "#": yield* this.pushCount(line.length - n);
			case void 0:
				yield* this.pushNewline();
				return yield* this.parseLineStart();
			case "{":
			case "[":
				yield* this.pushCount(1);
				this.flowKey = false;
				this.flowLevel = 1;
				return "flow";
			case "}":
			case "]":
				yield* this.pushCount(1);
				return "doc";
			case "*":
				yield* this.pushUntil(isNotAnchorChar);
				return "doc";
			case "\"":
			case "'": return yield* this.parseQuotedScalar();
			case "|":
			case ">":
				n += yield* this.parseBlockScalarHeader();
				n += yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - n);
				yield* this.pushNewline();
				return yield* this.parseBlockScalar();
			default: return yield* this.parsePlainScalar();
		}
	}
	*parseFlowCollection() {
		let nl, sp;
		let indent = -1;
		do {
			nl = yield* this.pushNewline();
			if (nl > 0) {
				sp = yield* this.pushSpaces(false);
				this.indentValue = indent = sp;
			} else sp = 0;
			sp += yield* this.pushSpaces(true);
		} while (nl + sp > 0);
		const line = this.getLine();
		if (line === null) return this.setNext("flow");
		if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
			if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
				this.flowLevel = 0;
				yield "";
				return yield* this.parseLineStart();
			}
		}
		let n = 0;
		while (line[n] === ",") {
			n += yield* this.pushCount(1);
			n += yield* this.pushSpaces(true);
			this.flowKey = false;
		}
		n += yield* this.pushIndicators();
		switch (line[n]) {
			case void 0: return "flow";
			case "#":
				yield* this.pushCount(line.length - n);
				return "flow";
			case "{":
			case "[":
				yield* this.pushCount(1);
				this.flowKey = false;
				this.flowLevel += 1;
				return "flow";
			case "}":
			case "]":
				yield* this.pushCount(1);
				this.flowKey = true;
				this.flowLevel -= 1;
				return this.flowLevel ? "flow" : "doc";
			case "*":
				yield* this.pushUntil(isNotAnchorChar);
				return "flow";
			case "\"":
			case "'":
				this.flowKey = true;
				return yield* this.parseQuotedScalar();
			case ":": {
				const next = this.charAt(1);
				if (this.flowKey || isEmpty(next) || next === ",") {
					this.flowKey = false;
					yield* this.pushCount(1);
					yield* this.pushSpaces(true);
					return "flow";
				}
			}
			default:
				this.flowKey = false;
				return yield* this.parsePlainScalar();
		}
	}
	*parseQuotedScalar() {
		const quote = this.charAt(0);
		let end = this.buffer.indexOf(quote, this.pos + 1);
		if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
		else while (end !== -1) {
			let n = 0;
			while (this.buffer[end - 1 - n] === "\\") n += 1;
			if (n % 2 === 0) break;
			end = this.buffer.indexOf("\"", end + 1);
		}
		const qb = this.buffer.substring(0, end);
		let nl = qb.indexOf("\n", this.pos);
		if (nl !== -1) {
			while (nl !== -1) {
				const cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = qb.indexOf("\n", cs);
			}
			if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
		}
		if (end === -1) {
			if (!this.atEnd) return this.setNext("quoted-scalar");
			end = this.buffer.length;
		}
		yield* this.pushToIndex(end + 1, false);
		return this.flowLevel ? "flow" : "doc";
	}
	*parseBlockScalarHeader() {
		this.blockScalarIndent = -1;
		this.blockScalarKeep = false;
		let i = this.pos;
		while (true) {
			const ch = this.buffer[++i];
			if (ch === "+") this.blockScalarKeep = true;
			else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
			else if (ch !== "-") break;
		}
		return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
	}
	*parseBlockScalar() {
		let nl = this.pos - 1;
		let indent = 0;
		let ch;
		loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
			case " ":
				indent += 1;
				break;
			case "\n":
				nl = i;
				indent = 0;
				break;
			case "\r": {
				const next = this.buffer[i + 1];
				if (!next && !this.atEnd) return this.setNext("block-scalar");
				if (next === "\n") break;
			}
			default: break loop;
		}
		if (!ch && !this.atEnd) return this.setNext("block-scalar");
		if (indent >= this.indentNext) {
			if (this.blockScalarIndent === -1) this.indentNext = indent;
			else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
			do {
				const cs = this.continueScalar(nl + 1);
				if (cs === -1) break;
				nl = this.buffer.indexOf("\n", cs);
			} while (nl !== -1);
			if (nl === -1) {
				if (!this.atEnd) return this.setNext("block-scalar");
				nl = this.buffer.length;
			}
		}
		let i = nl + 1;
		ch = this.buffer[i];
		while (ch === " ") ch = this.buffer[++i];
		if (ch === "	") {
			while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
			nl = i - 1;
		} else if (!this.blockScalarKeep) do {
			let i = nl - 1;
			let ch = this.buffer[i];
			if (ch === "\r") ch = this.buffer[--i];
			const lastChar = i;
			while (ch === " ") ch = this.buffer[--i];
			if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
			else break;
		} while (true);
		yield "";
		yield* this.pushToIndex(nl + 1, true);
		return yield* this.parseLineStart();
	}
	*parsePlainScalar() {
		const inFlow = this.flowLevel > 0;
		let end = this.pos - 1;
		let i = this.pos - 1;
		let ch;
		while (ch = this.buffer[++i]) if (ch === ":") {
			const next = this.buffer[i + 1];
			if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
			end = i;
		} else if (isEmpty(ch)) {
			let next = this.buffer[i + 1];
			if (ch === "\r") {
				if (next === "\n") {
					i += 1;
					ch = "\n";
					next = this.buffer[i + 1];
				} else end = i;
			}
			if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
			if (ch === "\n") {
				const cs = this.continueScalar(i + 1);
				if (cs === -1) break;
				i = Math.max(i, cs - 2);
			}
		} else {
			if (inFlow && flowIndicatorChars.has(ch)) break;
			end = i;
		}
		if (!ch && !this.atEnd) return this.setNext("plain-scalar");
		yield "";
		yield* this.pushToIndex(end + 1, true);
		return inFlow ? "flow" : "doc";
	}
	*pushCount(n) {
		if (n > 0) {
			yield this.buffer.substr(this.pos, n);
			this.pos += n;
			return n;
		}
		return 0;
	}
	*pushToIndex(i, allowEmpty) {
		const s = this.buffer.slice(this.pos, i);
		if (s) {
			yield s;
			this.pos += s.length;
			return s.length;
		} else if (allowEmpty) yield "";
		return 0;
	}
	*pushIndicators() {
		let n = 0;
		loop: while (true) {
			switch (this.charAt(0)) {
				case "!":
					n += yield* this.pushTag();
					n += yield* this.pushSpaces(true);
					continue loop;
				case "&":
					n += yield* this.pushUntil(isNotAnchorChar);
					n += yield* this.pushSpaces(true);
					continue loop;
				case "-":
				case "?":
				case ":": {
					const inFlow = this.flowLevel > 0;
					const ch1 = this.charAt(1);
					if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
						if (!inFlow) this.indentNext = this.indentValue + 1;
						else if (this.flowKey) this.flowKey = false;
						n += yield* this.pushCount(1);
						n += yield* this.pushSpaces(true);
						continue loop;
					}
				}
			}
			break loop;
		}
		return n;
	}
	*pushTag() {
		if (this.charAt(1) === "<") {
			let i = this.pos + 2;
			let ch = this.buffer[i];
			while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
			return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
		} else {
			let i = this.pos + 1;
			let ch = this.buffer[i];
			while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
			else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
			else break;
			return yield* this.pushToIndex(i, false);
		}
	}
	*pushNewline() {
		const ch = this.buffer[this.pos];
		if (ch === "\n") return yield* this.pushCount(1);
		else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
		else return 0;
	}
	*pushSpaces(allowTabs) {
		let i = this.pos - 1;
		let ch;
		do
			ch = this.buffer[++i];
		while (ch === " " || allowTabs && ch === "	");
		const n = i - this.pos;
		if (n > 0) {
			yield this.buffer.substr(this.pos, n);
			this.pos = i;
		}
		return n;
	}
	*pushUntil(test) {
		let i = this.pos;
		let ch = this.buffer[i];
		while (!test(ch)) ch = this.buffer[++i];
		return yield* this.pushToIndex(i, false);
	}
};

// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter = class {
	constructor() {
		this.lineStarts = [];
		this.addNewLine = (offset) => this.lineStarts.push(offset);
		this.linePos = (offset) => {
			let low = 0;
			let high = this.lineStarts.length;
			while (low < high) {
				const mid = low + high >> 1;
				if (this.lineStarts[mid] < offset) low = mid + 1;
				else high = mid;
			}
			if (this.lineStarts[low] === offset) return {
				line: low + 1,
				col: 1
			};
			if (low === 0) return {
				line: 0,
				col: offset
			};
			const start = this.lineStarts[low - 1];
			return {
				line: low,
				col: offset - start + 1
			};
		};
	}
};

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list, type) {
	for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
	return false;
}
function findNonEmptyIndex(list) {
	for (let i = 0; i < list.length; ++i) switch (list[i].type) {
		case "space":
		case "comment":
		case "newline": break;
		default: return i;
	}
	return -1;
}
function isFlowToken(token) {
	switch (token?.type) {
		case "alias":
		case "scalar":
		case "single-quoted-scalar":
		case "double-quoted-scalar":
		case "flow-collection": return true;
		default: return false;
	}
}
function getPrevProps(parent) {
	switch (parent.type) {
		case "document": return parent.start;
		case "block-map": {
			const it = parent.items[parent.items.length - 1];
			return it.sep ?? it.start;
		}
		case "block-seq": return parent.items[parent.items.length - 1].start;
		/* istanbul ignore next should not happen */
		default: return [];
	}
}
function getFirstKeyStartProps(prev) {
	if (prev.length === 0) return [];
	let i = prev.length;
	loop: while (--i >= 0) switch (prev[i].type) {
		case "doc-start":
		case "explicit-key-ind":
		case "map-value-ind":
		case "seq-item-ind":
		case "newline": break loop;
	}
	while (prev[++i]?.type === "space");
	return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
	if (source.length < 1e5) Array.prototype.push.apply(target, source);
	else for (let i = 0; i < source.length; ++i) target.push(source[i]);
}
function fixFlowSeqItems(fc) {
	if (fc.start.type === "flow-seq-start") {
		for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
			if (it.key) it.value = it.key;
			delete it.key;
			if (isFlowToken(it.value)) {
				if (it.value.end) arrayPushArray(it.value.end, it.sep);
				else it.value.end = it.sep;
			} else arrayPushArray(it.start, it.sep);
			delete it.sep;
		}
	}
}
var Parser = class {
	constructor(onNewLine) {
		this.atNewLine = true;
		this.atScalar = false;
		this.indent = 0;
		this.offset = 0;
		this.onKeyLine = false;
		this.stack = [];
		this.source = "";
		this.type = "";
		this.lexer = new Lexer();
		this.onNewLine = onNewLine;
	}
	*parse(source, incomplete = false) {
		if (this.onNewLine && this.offset === 0) this.onNewLine(0);
		for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
		if (!incomplete) yield* this.end();
	}
	*next(source) {
		this.source = source;
		if (this.atScalar) {
			this.atScalar = false;
			yield* this.step();
			this.offset += source.length;
			return;
		}
		const type = tokenType(source);
		if (!type) {
			const message = `Not a YAML token: ${source}`;
			yield* this.pop({
				type: "error",
				offset: this.offset,
				message,
				source
			});
			this.offset += source.length;
		} else if (type === "scalar") {
			this.atNewLine = false;
			this.atScalar = true;
			this.type = "scalar";
		} else {
			this.type = type;
			yield* this.step();
			switch (type) {
				case "newline":
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) this.onNewLine(this.offset + source.length);
					break;
				case "space":
					if (this.atNewLine && source[0] === " ") this.indent += source.length;
					break;
				case "explicit-key-ind":
				case "map-value-ind":
				case "seq-item-ind":
					if (this.atNewLine) this.indent += source.length;
					break;
				case "doc-mode":
				case "flow-error-end": return;
				default: this.atNewLine = false;
			}
			this.offset += source.length;
		}
	}
	*end() {
		while (this.stack.length > 0) yield* this.pop();
	}
	get sourceToken() {
		return {
			type: this.type,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	*step() {
		const top = this.peek(1);
		if (this.type === "doc-end" && top?.type !== "doc-end") {
			while (this.stack.length > 0) yield* this.pop();
			this.stack.push({
				type: "doc-end",
				offset: this.offset,
				source: this.source
			});
			return;
		}
		if (!top) return yield* this.stream();
		switch (top.type) {
			case "document": return yield* this.document(top);
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar": return yield* this.scalar(top);
			case "block-scalar": return yield* this.blockScalar(top);
			case "block-map": return yield* this.blockMap(top);
			case "block-seq": return yield* this.blockSequence(top);
			case "flow-collection": return yield* this.flowCollection(top);
			case "doc-end": return yield* this.documentEnd(top);
		}
		/* istanbul ignore next should not happen */
		yield* this.pop();
	}
	peek(n) {
		return this.stack[this.stack.length - n];
	}
	*pop(error) {
		const token = error ?? this.stack.pop();
		/* istanbul ignore if should not happen */
		if (!token) yield {
			type: "error",
			offset: this.offset,
			source: "",
			message: "Tried to pop an empty stack"
		};
		else if (this.stack.length === 0) yield token;
		else {
			const top = this.peek(1);
			if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
			else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
			if (token.type === "flow-collection") fixFlowSeqItems(token);
			switch (top.type) {
				case "document":
					top.value = token;
					break;
				case "block-scalar":
					top.props.push(token);
					break;
				case "block-map": {
					const it = top.items[top.items.length - 1];
					if (it.value) {
						top.items.push({
							start: [],
							key: token,
							sep: []
						});
						this.onKeyLine = true;
						return;
					} else if (it.sep) it.value = token;
					else {
						Object.assign(it, {
							key: token,
							sep: []
						});
						this.onKeyLine = !it.explicitKey;
						return;
					}
					break;
				}
				case "block-seq": {
					const it = top.items[top.items.length - 1];
					if (it.value) top.items.push({
						start: [],
						value: token
					});
					else it.value = token;
					break;
				}
				case "flow-collection": {
					const it = top.items[top.items.length - 1];
					if (!it || it.value) top.items.push({
						start: [],
						key: token,
						sep: []
					});
					else if (it.sep) it.value = token;
					else Object.assign(it, {
						key: token,
						sep: []
					});
					return;
				}
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.pop(token);
			}
			if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
				const last = token.items[token.items.length - 1];
				if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
					if (top.type === "document") top.end = last.start;
					else top.items.push({ start: last.start });
					token.items.splice(-1, 1);
				}
			}
		}
	}
	*stream() {
		switch (this.type) {
			case "directive-line":
				yield {
					type: "directive",
					offset: this.offset,
					source: this.source
				};
				return;
			case "byte-order-mark":
			case "space":
			case "comment":
			case "newline":
				yield this.sourceToken;
				return;
			case "doc-mode":
			case "doc-start": {
				const doc = {
					type: "document",
					offset: this.offset,
					start: []
				};
				if (this.type === "doc-start") doc.start.push(this.sourceToken);
				this.stack.push(doc);
				return;
			}
		}
		yield {
			type: "error",
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML stream`,
			source: this.source
		};
	}
	*document(doc) {
		if (doc.value) return yield* this.lineEnd(doc);
		switch (this.type) {
			case "doc-start":
				if (findNonEmptyIndex(doc.start) !== -1) {
					yield* this.pop();
					yield* this.step();
				} else doc.start.push(this.sourceToken);
				return;
			case "anchor":
			case "tag":
			case "space":
			case "comment":
			case "newline":
				doc.start.push(this.sourceToken);
				return;
		}
		const bv = this.startBlockValue(doc);
		if (bv) this.stack.push(bv);
		else yield {
			type: "error",
			offset: this.offset,
			message: `Unexpected ${this.type} token in YAML document`,
			source: this.source
		};
	}
	*scalar(scalar) {
		if (this.type === "map-value-ind") {
			const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
			let sep;
			if (scalar.end) {
				sep = scalar.end;
				sep.push(this.sourceToken);
				delete scalar.end;
			} else sep = [this.sourceToken];
			const map = {
				type: "block-map",
				offset: scalar.offset,
				indent: scalar.indent,
				items: [{
					start,
					key: scalar,
					sep
				}]
			};
			this.onKeyLine = true;
			this.stack[this.stack.length - 1] = map;
		} else yield* this.lineEnd(scalar);
	}
	*blockScalar(scalar) {
		switch (this.type) {
			case "space":
			case "comment":
			case "newline":
				scalar.props.push(this.sourceToken);
				return;
			case "scalar":
				scalar.source = this.source;
				this.atNewLine = true;
				this.indent = 0;
				if (this.onNewLine) {
					let nl = this.source.indexOf("\n") + 1;
					while (nl !== 0) {
						this.onNewLine(this.offset + nl);
						nl = this.source.indexOf("\n", nl) + 1;
					}
				}
				yield* this.pop();
				break;
			/* istanbul ignore next should not happen */
			default:
				yield* this.pop();
				yield* this.step();
		}
	}
	*blockMap(map) {
		const it = map.items[map.items.length - 1];
		switch (this.type) {
			case "newline":
				this.onKeyLine = false;
				if (it.value) {
					const end = "end" in it.value ? it.value.end : void 0;
					if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
					else map.items.push({ start: [this.sourceToken] });
				} else if (it.sep) it.sep.push(this.sourceToken);
				else it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value) map.items.push({ start: [this.sourceToken] });
				else if (it.sep) it.sep.push(this.sourceToken);
				else {
					if (this.atIndentedComment(it.start, map.indent)) {
						const end = map.items[map.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start);
							end.push(this.sourceToken);
							map.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
		}
		if (this.indent >= map.indent) {
			const atMapIndent = !this.onKeyLine && this.indent === map.indent;
			const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
			let start = [];
			if (atNextItem && it.sep && !it.value) {
				const nl = [];
				for (let i = 0; i < it.sep.length; ++i) {
					const st = it.sep[i];
					switch (st.type) {
						case "newline":
							nl.push(i);
							break;
						case "space": break;
						case "comment":
							if (st.indent > map.indent) nl.length = 0;
							break;
						default: nl.length = 0;
					}
				}
				if (nl.length >= 2) start = it.sep.splice(nl[1]);
			}
			switch (this.type) {
				case "anchor":
				case "tag":
					if (atNextItem || it.value) {
						start.push(this.sourceToken);
						map.items.push({ start });
						this.onKeyLine = true;
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "explicit-key-ind":
					if (!it.sep && !it.explicitKey) {
						it.start.push(this.sourceToken);
						it.explicitKey = true;
					} else if (atNextItem || it.value) {
						start.push(this.sourceToken);
						map.items.push({
							start,
							explicitKey: true
						});
					} else this.stack.push({
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [this.sourceToken],
							explicitKey: true
						}]
					});
					this.onKeyLine = true;
					return;
				case "map-value-ind":
					if (it.explicitKey) {
						if (!it.sep) {
							if (includesToken(it.start, "newline")) Object.assign(it, {
								key: null,
								sep: [this.sourceToken]
							});
							else {
								const start = getFirstKeyStartProps(it.start);
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key: null,
										sep: [this.sourceToken]
									}]
								});
							}
						} else if (it.value) map.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start,
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
							const start = getFirstKeyStartProps(it.start);
							const key = it.key;
							const sep = it.sep;
							sep.push(this.sourceToken);
							delete it.key;
							delete it.sep;
							this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key,
									sep
								}]
							});
						} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
						else it.sep.push(this.sourceToken);
					} else if (!it.sep) Object.assign(it, {
						key: null,
						sep: [this.sourceToken]
					});
					else if (it.value || atNextItem) map.items.push({
						start,
						key: null,
						sep: [this.sourceToken]
					});
					else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start: [],
							key: null,
							sep: [this.sourceToken]
						}]
					});
					else it.sep.push(this.sourceToken);
					this.onKeyLine = true;
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					const fs = this.flowScalar(this.type);
					if (atNextItem || it.value) {
						map.items.push({
							start,
							key: fs,
							sep: []
						});
						this.onKeyLine = true;
					} else if (it.sep) this.stack.push(fs);
					else {
						Object.assign(it, {
							key: fs,
							sep: []
						});
						this.onKeyLine = true;
					}
					return;
				}
				default: {
					const bv = this.startBlockValue(map);
					if (bv) {
						if (bv.type === "block-seq") {
							if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
								yield* this.pop({
									type: "error",
									offset: this.offset,
									message: "Unexpected block-seq-ind on same line with key",
									source: this.source
								});
								return;
							}
						} else if (atMapIndent) map.items.push({ start });
						this.stack.push(bv);
						return;
					}
				}
			}
		}
		yield* this.pop();
		yield* this.step();
	}
	*blockSequence(seq) {
		const it = seq.items[seq.items.length - 1];
		switch (this.type) {
			case "newline":
				if (it.value) {
					const end = "end" in it.value ? it.value.end : void 0;
					if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
					else seq.items.push({ start: [this.sourceToken] });
				} else it.start.push(this.sourceToken);
				return;
			case "space":
			case "comment":
				if (it.value) seq.items.push({ start: [this.sourceToken] });
				else {
					if (this.atIndentedComment(it.start, seq.indent)) {
						const end = seq.items[seq.items.length - 2]?.value?.end;
						if (Array.isArray(end)) {
							arrayPushArray(end, it.start);
							end.push(this.sourceToken);
							seq.items.pop();
							return;
						}
					}
					it.start.push(this.sourceToken);
				}
				return;
			case "anchor":
			case "tag":
				if (it.value || this.indent <= seq.indent) break;
				it.start.push(this.sourceToken);
				return;
			case "seq-item-ind":
				if (this.indent !== seq.indent) break;
				if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
				else it.start.push(this.sourceToken);
				return;
		}
		if (this.indent > seq.indent) {
			const bv = this.startBlockValue(seq);
			if (bv) {
				this.stack.push(bv);
				return;
			}
		}
		yield* this.pop();
		yield* this.step();
	}
	*flowCollection(fc) {
		const it = fc.items[fc.items.length - 1];
		if (this.type === "flow-error-end") {
			let top;
			do {
				yield* this.pop();
				top = this.peek(1);
			} while (top?.type === "flow-collection");
		} else if (fc.end.length === 0) {
			switch (this.type) {
				case "comma":
				case "explicit-key-ind":
					if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
				case "map-value-ind":
					if (!it || it.value) fc.items.push({
						start: [],
						key: null,
						sep: [this.sourceToken]
					});
					else if (it.sep) it.sep.push(this.sourceToken);
					else Object.assign(it, {
						key: null,
						sep: [this.sourceToken]
					});
					return;
				case "space":
				case "comment":
				case "newline":
				case "anchor":
				case "tag":
					if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": {
					const fs = this.flowScalar(this.type);
					if (!it || it.value) fc.items.push({
						start: [],
						key: fs,
						sep: []
					});
					else if (it.sep) this.stack.push(fs);
					else Object.assign(it, {
						key: fs,
						sep: []
					});
					return;
				}
				case "flow-map-end":
				case "flow-seq-end":
					fc.end.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(fc);
			/* istanbul ignore else should not happen */
			if (bv) this.stack.push(bv);
			else {
				yield* this.pop();
				yield* this.step();
			}
		} else {
			const parent = this.peek(2);
			if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
				yield* this.pop();
				yield* this.step();
			} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
				const start = getFirstKeyStartProps(getPrevProps(parent));
				fixFlowSeqItems(fc);
				const sep = fc.end.splice(1, fc.end.length);
				sep.push(this.sourceToken);
				const map = {
					type: "block-map",
					offset: fc.offset,
					indent: fc.indent,
					items: [{
						start,
						key: fc,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(fc);
		}
	}
	flowScalar(type) {
		if (this.onNewLine) {
			let nl = this.source.indexOf("\n") + 1;
			while (nl !== 0) {
				this.onNewLine(this.offset + nl);
				nl = this.source.indexOf("\n", nl) + 1;
			}
		}
		return {
			type,
			offset: this.offset,
			indent: this.indent,
			source: this.source
		};
	}
	startBlockValue(parent) {
		switch (this.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar": return this.flowScalar(this.type);
			case "block-scalar-header": return {
				type: "block-scalar",
				offset: this.offset,
				indent: this.indent,
				props: [this.sourceToken],
				source: ""
			};
			case "flow-map-start":
			case "flow-seq-start": return {
				type: "flow-collection",
				offset: this.offset,
				indent: this.indent,
				start: this.sourceToken,
				items: [],
				end: []
			};
			case "seq-item-ind": return {
				type: "block-seq",
				offset: this.offset,
				indent: this.indent,
				items: [{ start: [this.sourceToken] }]
			};
			case "explicit-key-ind": {
				this.onKeyLine = true;
				const start = getFirstKeyStartProps(getPrevProps(parent));
				start.push(this.sourceToken);
				return {
					type: "block-map",
					offset: this.offset,
					indent: this.indent,
					items: [{
						start,
						explicitKey: true
					}]
				};
			}
			case "map-value-ind": {
				this.onKeyLine = true;
				const start = getFirstKeyStartProps(getPrevProps(parent));
				return {
					type: "block-map",
					offset: this.offset,
					indent: this.indent,
					items: [{
						start,
						key: null,
						sep: [this.sourceToken]
					}]
				};
			}
		}
		return null;
	}
	atIndentedComment(start, indent) {
		if (this.type !== "comment") return false;
		if (this.indent <= indent) return false;
		return start.every((st) => st.type === "newline" || st.type === "space");
	}
	*documentEnd(docEnd) {
		if (this.type !== "doc-mode") {
			if (docEnd.end) docEnd.end.push(this.sourceToken);
			else docEnd.end = [this.sourceToken];
			if (this.type === "newline") yield* this.pop();
		}
	}
	*lineEnd(token) {
		switch (this.type) {
			case "comma":
			case "doc-start":
			case "doc-end":
			case "flow-seq-end":
			case "flow-map-end":
			case "map-value-ind":
				yield* this.pop();
				yield* this.step();
				break;
			case "newline": this.onKeyLine = false;
			default:
				if (token.end) token.end.push(this.sourceToken);
				else token.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
		}
	}
};

// src/core/policy/shape/document.ts
const ERROR_LIMIT = 100;
function parseDocument(text, lineCounter, stackLimit) {
	return withoutStackTraces(() => parse$6(text, lineCounter, stackLimit));
}
function parse$6(text, lineCounter, stackLimit) {
	const composer = new Composer({
		version: "1.2",
		schema: "core",
		merge: false,
		stringKeys: true,
		uniqueKeys: false,
		prettyErrors: false,
		logLevel: "warn"
	});
	const parser = new Parser(lineCounter.addNewLine);
	const [document, second] = composer.compose(boundedTokens(parser, text, lineCounter, stackLimit), true, text.length);
	if (parser.stack.length > stackLimit) return {
		kind: "too deep",
		offset: parser.offset
	};
	if (document === void 0) throw new TypeError("nothing was composed");
	if (second !== void 0) document.errors.push(new YAMLParseError([second.range[0], second.range[1]], "MULTIPLE_DOCS", "a second document"));
	return {
		kind: "document",
		document
	};
}
function* boundedTokens(parser, text, lineCounter, stackLimit) {
	lineCounter.addNewLine(0);
	let errors = 0;
	for (const lexeme of new Lexer().lex(text)) {
		for (const token of parser.next(lexeme)) {
			if (token.type === "error") errors += 1;
			if (errors > 100) return;
			yield token;
		}
		if (parser.stack.length > stackLimit) return;
	}
	yield* parser.end();
}
function withoutStackTraces(act) {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		return act();
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}

// src/core/policy/shape/tree.ts
const ALIAS_LIMIT = 1e4;
const DEPTH_LIMIT = 64;
const TOO_DEEP = `nested deeper than ${DEPTH_LIMIT} levels`;
const STACK_LIMIT = 128;
function parseTree$1(path, text, firstLine = 1) {
	const lineCounter = new LineCounter();
	const parsed = parseDocument(text, lineCounter, STACK_LIMIT);
	const placeOf = (offset) => {
		const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
		return {
			path,
			line: line + firstLine - 1,
			column: col
		};
	};
	const empty = {
		kind: "scalar",
		value: null,
		source: "",
		place: placeOf(0)
	};
	if (parsed.kind === "too deep") return {
		root: empty,
		problems: [{
			place: placeOf(parsed.offset),
			message: TOO_DEEP
		}]
	};
	const { document } = parsed;
	const problems = syntaxProblems(document, placeOf);
	if (problems.length > 0) return {
		root: empty,
		problems
	};
	const reader = new TreeReader(placeOf);
	return {
		root: document.contents === null ? empty : reader.read(document.contents, empty.place, 0),
		problems: reader.problems
	};
}
function syntaxProblems(document, placeOf) {
	const errors = [...document.errors, ...document.warnings];
	const tooDeep = errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
	return (tooDeep === void 0 ? errors : [tooDeep]).slice(0, 100).map((error) => ({
		place: placeOf(error.pos[0]),
		message: syntaxMessage(error)
	}));
}
function syntaxMessage({ code, message }) {
	return SYNTAX_MESSAGES[code] ?? `not valid YAML: ${quote(message).slice(1, -1)}`;
}
const SYNTAX_MESSAGES = {
	MULTIPLE_DOCS: "a second document starts here; the file must hold one",
	RESOURCE_EXHAUSTION: TOO_DEEP,
	NON_STRING_KEY: "a key must be plain text",
	TAG_RESOLVE_FAILED: "YAML tags (words that start with \"!\") are not used here; put text that starts with \"!\" in quotes"
};
var TreeReader = class {
	problems = [];
	#placeOf;
	#anchors = /* @__PURE__ */ new Map();
	#sizes = /* @__PURE__ */ new WeakMap();
	#repeated = 0;
	constructor(placeOf) {
		this.#placeOf = placeOf;
	}
	read(node, fallback, depth) {
		if (isAlias(node)) return this.#follow(node.source, this.#place(node, fallback));
		const place = this.#place(node, fallback);
		if (depth > DEPTH_LIMIT) return this.#refuse(place, TOO_DEEP);
		const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : void 0;
		if (anchor !== void 0) this.#anchors.set(anchor, void 0);
		const read = this.#content(node, place, depth);
		if (anchor !== void 0) this.#anchors.set(anchor, read);
		return read;
	}
	#content(node, place, depth) {
		if (isMap(node)) {
			const entries = this.#entries(node.items, place, depth);
			return this.#sized({
				kind: "map",
				entries,
				place
			}, entries.map(({ value }) => value));
		}
		if (isSeq(node)) {
			const items = node.items.map((item) => this.read(item, place, depth + 1));
			return this.#sized({
				kind: "list",
				items,
				place
			}, items);
		}
		return this.#sized(scalar(node, place), []);
	}
	#entries(pairs, fallback, depth) {
		const first = /* @__PURE__ */ new Map();
		const entries = [];
		for (const pair of pairs) {
			const place = this.#place(pair.key, fallback);
			const key = String(scalar(pair.key, place).value ?? "");
			const value = this.read(pair.value, place, depth + 1);
			const earlier = first.get(key);
			if (earlier === void 0) {
				first.set(key, place);
				entries.push({
					key,
					place,
					value
				});
			} else this.#refuse(place, `${quote(key)} is written twice; the first is on line ${earlier.line ?? 1}. Keep one of them`);
		}
		return entries;
	}
	#follow(name, place) {
		const target = this.#anchors.get(name);
		if (target === void 0) return this.#refuse(place, this.#anchors.has(name) ? `the alias ${quote(`*${name}`)} stands inside what it repeats` : `there is no anchor ${quote(`&${name}`)} above this alias`);
		const before = this.#repeated;
		this.#repeated += this.#sizes.get(target) ?? 1;
		if (this.#repeated <= ALIAS_LIMIT) return target;
		return before > ALIAS_LIMIT ? scalar(void 0, place) : this.#refuse(place, `aliases repeat more than ${ALIAS_LIMIT} values up to here; write fewer of them`);
	}
	#sized(made, parts) {
		this.#sizes.set(made, parts.reduce((sum, part) => sum + (this.#sizes.get(part) ?? 1), 1));
		return made;
	}
	#place(node, fallback) {
		return (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range ? this.#placeOf(node.range[0]) : fallback;
	}
	#refuse(place, message) {
		if (this.problems.length < 100) this.problems.push({
			place,
			message
		});
		return scalar(void 0, place);
	}
};
function scalar(node, place) {
	if (!isScalar(node)) return {
		kind: "scalar",
		value: null,
		source: "",
		place
	};
	const { value } = node;
	const source = node.source ?? String(value);
	return {
		kind: "scalar",
		value: typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null,
		source,
		place
	};
}

// src/core/policy/flux/objects.ts
const FLUX_GROUP = "image.toolkit.fluxcd.io";
function readFluxObjects(files) {
	const found = /* @__PURE__ */ new Map([
		["ImagePolicy", []],
		["ImageRepository", []],
		["ImageUpdateAutomation", []]
	]);
	const findings = [];
	for (const { path, text } of files) for (const document of documents(text)) {
		if (!document.text.includes(`${"image.toolkit.fluxcd.io"}/`)) continue;
		const { root, problems } = parseTree$1(path, document.text, document.firstLine);
		const [problem] = problems;
		if (problem === void 0) collect$2(root, found);
		else findings.push(finding("FILE_UNREADABLE", { reason: problem.message }, problem.place));
	}
	const of = (kind) => found.get(kind) ?? [];
	return {
		policies: of("ImagePolicy"),
		repositories: of("ImageRepository"),
		automations: of("ImageUpdateAutomation"),
		findings
	};
}
function nodeAt$1(node, ...keys) {
	let current = node;
	for (const key of keys) current = current?.kind === "map" ? current.entries.find((entry) => entry.key === key)?.value : void 0;
	return current;
}
function textAt$1(node, ...keys) {
	const value = nodeAt$1(node, ...keys);
	return value?.kind === "scalar" && typeof value.value === "string" ? value.value : void 0;
}
function* documents(text) {
	const whole = text.replace(/^\uFEFF/, "");
	let start = 0;
	let firstLine = 1;
	for (const match of whole.matchAll(/(?<=^|\n)(?:---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
		const piece = whole.slice(start, match.index);
		yield {
			text: piece,
			firstLine
		};
		firstLine += lineBreaks(piece);
		start = match[0] === "..." ? match.index + 3 : match.index;
	}
	yield {
		text: whole.slice(start),
		firstLine
	};
}
function lineBreaks(text) {
	return text.split("\n").length - 1;
}
function collect$2(node, found) {
	const kind = textAt$1(node, "kind") ?? "";
	const items = nodeAt$1(node, "items");
	if (kind.endsWith("List") && items?.kind === "list") for (const item of items.items) collect$2(item, found);
	else if (textAt$1(node, "apiVersion")?.startsWith(`${"image.toolkit.fluxcd.io"}/`) === true) {
		const name = nodeAt$1(node, "metadata", "name");
		found.get(kind)?.push({
			name: textAt$1(node, "metadata", "name") ?? "",
			namespace: textAt$1(node, "metadata", "namespace"),
			spec: nodeAt$1(node, "spec"),
			place: name?.place ?? node.place
		});
	}
}

// scripts/bundle/re2js-on-demand.ts
const RE2JS = { compile: (...args) => re2js().RE2JS.compile(...args) };
const RE2JSException = { [Symbol.hasInstance]: (error) => loaded !== void 0 && error instanceof loaded.RE2JSException };
let loaded;
function re2js() {
	loaded ??= createRequire(import.meta.url)("./re2js.cjs");
	return loaded;
}

// src/core/policy/filter.ts
function readFilter(pattern, extract) {
	if (pattern.length > PATTERN_LIMIT) return {
		ok: false,
		reason: `the pattern is longer than ${PATTERN_LIMIT} characters`
	};
	if (extract.length > PATTERN_LIMIT) return {
		ok: false,
		reason: `the extract is longer than ${PATTERN_LIMIT} characters`
	};
	const { text, originals } = renameRepeatedGroups(pattern);
	const compiled = compile$1(text);
	if (!compiled.ok) return {
		ok: false,
		reason: `${quote(pattern)} is not an RE2 pattern: ${compiled.reason}`
	};
	const regex = compiled.value;
	const groupNames = Array.from({ length: regex.groupCount() + 1 }, () => void 0);
	for (const [name, number] of Object.entries(regex.namedGroups())) groupNames[number] = originals.get(name) ?? name;
	return {
		ok: true,
		value: {
			pattern,
			extract,
			regex,
			groupNames,
			template: readTemplate(extract, groupNames)
		}
	};
}
function extractFrom(filter, tag) {
	const spans = find(filter, tag);
	if (spans === void 0) return void 0;
	const groups = /* @__PURE__ */ new Map();
	for (const [number, name] of filter.groupNames.entries()) {
		const group = groupText(tag, spans, number);
		if (name !== void 0 && group !== void 0 && !groups.has(name)) groups.set(name, group);
	}
	return {
		text: expand$2(filter, tag, spans),
		groups: Object.fromEntries(groups)
	};
}
function extractText(filter, tag) {
	if (filter.extract === "") return filter.regex.test(tag) ? tag : void 0;
	const spans = find(filter, tag);
	return spans === void 0 ? void 0 : expand$2(filter, tag, spans);
}
const PATTERN_LIMIT = 1e3;
function compile$1(pattern) {
	try {
		return {
			ok: true,
			value: RE2JS.compile(pattern)
		};
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		const reason = error.message.replace(/^error parsing regexp: /, "");
		return {
			ok: false,
			reason: reason + (/\(\?[!=<>]|escape sequence: `\\[1-9]/.test(reason) ? "; RE2 has no lookaround and no backreferences" : "")
		};
	}
}
function renameRepeatedGroups(pattern) {
	const originals = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	let count = 0;
	return {
		text: pattern.replace(GROUP_OR_OPAQUE, (whole, open, name) => {
			if (open === void 0 || name === void 0) return whole;
			if (!seen.has(name)) {
				seen.add(name);
				return whole;
			}
			let fresh = "";
			do {
				count += 1;
				fresh = `${name}_${count}`;
			} while (seen.has(fresh) || pattern.includes(`<${fresh}>`));
			seen.add(fresh);
			originals.set(fresh, name);
			return `${open}${fresh}>`;
		}),
		originals
	};
}
const GROUP_OR_OPAQUE = /\\Q[^]*?(?:\\E|$)|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\]|(\(\?P?<)([0-9A-Za-z_]+)>/g;
function find({ regex }, tag) {
	const spans = regex.re2().findSubmatchIndex(tag);
	return spans === null || spans.length === 0 ? void 0 : spans;
}
function groupText(tag, spans, number) {
	const start = spans[2 * number] ?? -1;
	return start < 0 ? void 0 : tag.slice(start, spans[2 * number + 1]);
}
function expand$2({ extract, template }, tag, spans) {
	if (extract === "") return tag;
	let text = "";
	for (const part of template) if (part.kind === "text") text += part.text;
	else text += firstGroup(tag, spans, part.numbers);
	return text;
}
function firstGroup(tag, spans, numbers) {
	for (const number of numbers) {
		const group = groupText(tag, spans, number);
		if (group !== void 0) return group;
	}
	return "";
}
function readTemplate(extract, groupNames) {
	const parts = [];
	let end = 0;
	for (const match of extract.matchAll(REFERENCE)) {
		parts.push({
			kind: "text",
			text: extract.slice(end, match.index)
		});
		const name = match[1] ?? match[2];
		parts.push(name === void 0 ? {
			kind: "text",
			text: "$"
		} : {
			kind: "groups",
			numbers: groupNumbers(name, groupNames)
		});
		end = match.index + match[0].length;
	}
	parts.push({
		kind: "text",
		text: extract.slice(end)
	});
	return parts.filter((part) => part.kind === "groups" || part.text !== "");
}
const REFERENCE = /\$\$|\$([\p{L}\p{Nd}_]+)|\$\{([\p{L}\p{Nd}_]+)\}/gu;
function groupNumbers(name, groupNames) {
	if (/^(?:0|[1-9][0-9]{0,7})$/.test(name)) return Number(name) < groupNames.length ? [Number(name)] : [];
	return [...groupNames.keys()].filter((number) => groupNames[number] === name);
}

// node_modules/balanced-match/dist/esm/index.js
const range$1 = (a, b, str) => {
	let begs, beg, left, right = void 0, result;
	let ai = str.indexOf(a);
	let bi = str.indexOf(b, ai + 1);
	let i = ai;
	if (ai >= 0 && bi > 0) {
		if (a === b) return [ai, bi];
		begs = [];
		left = str.length;
		while (i >= 0 && !result) {
			if (i === ai) {
				begs.push(i);
				ai = str.indexOf(a, i + 1);
			} else if (begs.length === 1) {
				const r = begs.pop();
				if (r !== void 0) result = [r, bi];
			} else {
				beg = begs.pop();
				if (beg !== void 0 && beg < left) {
					left = beg;
					right = bi;
				}
				bi = str.indexOf(b, i + 1);
			}
			i = ai < bi && ai >= 0 ? ai : bi;
		}
		if (begs.length && right !== void 0) result = [left, right];
	}
	return result;
};

// node_modules/brace-expansion/dist/esm/index.js
const escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
const escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
const escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
const escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
const escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
const escSlashPattern = new RegExp(escSlash, "g");
const escOpenPattern = new RegExp(escOpen, "g");
const escClosePattern = new RegExp(escClose, "g");
const escCommaPattern = new RegExp(escComma, "g");
const escPeriodPattern = new RegExp(escPeriod, "g");
const slashPattern = /\\\\/g;
const openPattern = /\\{/g;
const closePattern = /\\}/g;
const commaPattern = /\\,/g;
const periodPattern = /\\\./g;
const EXPANSION_MAX = 1e5;
const EXPANSION_MAX_LENGTH = 4e6;
const EXPANSION_MAX_DEPTH = 1e3;
const EXPANSION_MAX_REWRITES = 1e3;
const EXPANSION_MAX_STEPS = 2e7;
const CALL_STEPS = 16;
function numeric(str) {
	return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
	return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
	return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
	for (let i = 0; i < items.length; i++) target.push(items[i]);
}
function balancedWithBudget(str, masked, budget) {
	if (budget.remaining < 0) return;
	const r = range$1("{", "}", masked);
	const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
	budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
	if (!r || budget.remaining < 0) return;
	return {
		end: r[1],
		pre: str.slice(0, r[0]),
		body: str.slice(r[0] + 1, r[1]),
		post: str.slice(r[1] + 1),
		unmatched
	};
}
function maskUnmatchedOpens(masked, budget) {
	budget.remaining -= masked.length;
	const open = [];
	for (let i = 0; i < masked.length; i++) {
		const c = masked.charCodeAt(i);
		if (c === 123) open.push(i);
		else if (c === 125 && open.length) open.pop();
	}
	let out = "";
	let last = 0;
	for (let i = 0; i < open.length; i++) {
		const at = open[i];
		out += masked.slice(last, at) + "\0";
		last = at + 1;
	}
	return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
	budget.remaining -= str.length;
	if (budget.remaining < 0) return false;
	let close = false;
	for (let i = str.length - 1; i >= 0; i--) {
		const c = str.charCodeAt(i);
		if (c === 125) close = true;
		else if (c === 10 || c === 13 || c === 8232 || c === 8233) close = false;
		else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) return true;
	}
	return false;
}
function parseCommaParts(str, budget) {
	const parts = [];
	let carry = "";
	for (;;) {
		const m = balancedWithBudget(str, str, budget);
		if (budget.remaining < 0) return;
		if (!m) {
			const tail = str.split(",");
			tail[0] = carry + tail[0];
			pushAll(parts, tail);
			return parts;
		}
		const { pre, body, post } = m;
		const p = pre.split(",");
		p[0] = carry + p[0];
		p[p.length - 1] += "{" + body + "}";
		if (!post.length) {
			pushAll(parts, p);
			return parts;
		}
		carry = p.pop();
		pushAll(parts, p);
		str = post;
	}
}
function bound(value, fallback) {
	return value === void 0 || isNaN(value) ? fallback : value;
}
function expand$1(str, options = {}) {
	if (!str) return [];
	const max = bound(options.max, EXPANSION_MAX);
	const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
	const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
	const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
	const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
	if (str.slice(0, 2) === "{}") str = "\\{\\}" + str.slice(2);
	return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
	return "{" + str + "}";
}
function isPadded(el) {
	return /^-?0\d/.test(el);
}
function lte(i, y) {
	return i <= y;
}
function gte(i, y) {
	return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
	const out = [];
	let length = 0;
	let nonEmpty;
	outer: for (let a = 0; a < acc.length; a++) {
		const prefix = acc[a] + pre;
		let vs = values;
		if (dropEmpties && !prefix) {
			if (!nonEmpty) nonEmpty = values.filter((v) => v);
			vs = nonEmpty;
		}
		for (let v = 0; v < vs.length; v++) {
			if (out.length >= max) break outer;
			const expansion = prefix + vs[v];
			if (length + expansion.length > maxLength) break outer;
			out.push(expansion);
			length += expansion.length;
		}
	}
	budget.remaining -= out.length;
	return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
	const n = body.split(/\.\./);
	const N = [];
	/* c8 ignore start */
	if (n[0] === void 0 || n[1] === void 0) return N;
	/* c8 ignore stop */
	const x = numeric(n[0]);
	const y = numeric(n[1]);
	const width = Math.max(n[0].length, n[1].length);
	let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
	let test = lte;
	if (y < x) {
		incr *= -1;
		test = gte;
	}
	const pad = n.some(isPadded);
	const cost = pad ? width : 1;
	let length = 0;
	for (let i = x; test(i, y) && N.length < max; i += incr) {
		budget.remaining -= cost;
		if (budget.remaining < 0) return;
		let c;
		if (isAlphaSequence) {
			c = String.fromCharCode(i);
			if (c === "\\") c = "";
		} else {
			c = String(i);
			if (pad) {
				const need = width - c.length;
				if (need > 0) {
					const z = new Array(need + 1).join("0");
					if (i < 0) c = "-" + z + c.slice(1);
					else c = z + c;
				}
			}
		}
		if (length + c.length > maxLength) break;
		N.push(c);
		length += c.length;
	}
	return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
	budget.remaining -= CALL_STEPS;
	if (depth > maxDepth) return [str];
	let acc = [""];
	let rewrites = 0;
	let dropEmpties = false;
	let firstGroup = true;
	let masked = str;
	for (;;) {
		const m = balancedWithBudget(str, masked, budget);
		if (!m) return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
		if (m.unmatched) masked = maskUnmatchedOpens(masked, budget);
		const pre = m.pre;
		const literal = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
		if (/\$$/.test(pre)) {
			acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
			firstGroup = false;
			if (!m.post.length) break;
			str = m.post;
			masked = masked.slice(m.end + 1);
			continue;
		}
		const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
		const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
		const isSequence = isNumericSequence || isAlphaSequence;
		const isOptions = m.body.indexOf(",") >= 0;
		if (!isSequence && !isOptions) {
			if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
				rewrites++;
				str = m.pre + "{" + m.body + escClose + m.post;
				masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
				isTop = true;
				continue;
			}
			return literal();
		}
		if (firstGroup) {
			dropEmpties = isTop && !isSequence;
			firstGroup = false;
		}
		let values;
		if (isSequence) {
			values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
			if (!values) return literal();
		} else {
			let n = parseCommaParts(m.body, budget);
			if (!n) return literal();
			if (n.length === 1 && n[0] !== void 0) {
				n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
				if (budget.remaining < 0) return literal();
				/* c8 ignore start */
				if (n.length === 1) {
					const next = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
					if (budget.remaining < 0) return literal();
					acc = next;
					if (!m.post.length) break;
					str = m.post;
					masked = masked.slice(m.end + 1);
					continue;
				}
			}
			let dropsEmpties = dropEmpties && !m.post.length && !pre;
			for (let d = 0; dropsEmpties && d < acc.length; d++) if (acc[d]) dropsEmpties = false;
			values = [];
			let valuesLength = 0;
			outer: for (let j = 0; j < n.length; j++) {
				const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
				if (budget.remaining < 0) return literal();
				for (let k = 0; k < expanded.length; k++) {
					const v = expanded[k];
					if (dropsEmpties && !v) continue;
					if (values.length >= max || valuesLength + v.length > maxLength) break outer;
					values.push(v);
					valuesLength += v.length;
				}
			}
		}
		const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
		if (budget.remaining < 0) return literal();
		acc = next;
		if (!m.post.length) break;
		str = m.post;
		masked = masked.slice(m.end + 1);
	}
	return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
const digit = (a, b) => a === b ? {
	t: "lit",
	ch: String(a)
} : {
	t: "class",
	re: new RegExp(`^[${a}-${b}]$`)
};
const prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
const fixed = (a, b) => {
	if (!a) return [[]];
	let lo = +a[0];
	let hi = +b[0];
	const ra = a.slice(1);
	const rb = b.slice(1);
	if (lo === hi) return prefix(lo, fixed(ra, rb));
	const zeros = "0".repeat(ra.length);
	const nines = "9".repeat(ra.length);
	const out = [];
	if (ra !== zeros) out.push(...prefix(lo++, fixed(ra, nines)));
	const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
	if (lo <= hi) out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
	out.push(...last);
	return out;
};
const nonneg = (a, b, width) => {
	if (width) return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
	const out = [];
	for (let len = String(a).length; len <= String(b).length; len++) {
		const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
		const hi = Math.min(b, 10 ** len - 1);
		out.push(...fixed(String(lo), String(hi)));
	}
	return out;
};
const numericRange = (loStr, hiStr) => {
	let lo = Number(loStr);
	let hi = Number(hiStr);
	if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi)) return;
	if (lo > hi) [lo, hi] = [hi, lo];
	const width = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr) ? Math.max(loStr.length, hiStr.length) : 0;
	const out = [];
	if (lo < 0) {
		const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
		out.push(...neg.map((s) => [{
			t: "lit",
			ch: "-"
		}, ...s]));
	}
	if (hi >= 0) out.push(...nonneg(Math.max(lo, 0), hi, width));
	return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
const posixClasses = {
	"[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
	"[:alpha:]": ["\\p{L}\\p{Nl}"],
	"[:ascii:]": ["\\x00-\\x7f"],
	"[:blank:]": ["\\p{Zs}\\t"],
	"[:cntrl:]": ["\\p{Cc}"],
	"[:digit:]": ["\\p{Nd}"],
	"[:graph:]": ["\\p{Z}\\p{C}", true],
	"[:lower:]": ["\\p{Ll}"],
	"[:print:]": ["\\p{C}", true],
	"[:punct:]": ["\\p{P}\\p{S}"],
	"[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
	"[:upper:]": ["\\p{Lu}"],
	"[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
	"[:xdigit:]": ["A-Fa-f0-9"]
};
const braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
const noMatch = /$./;
const parseClass = (glob, position, nocase = false, form) => {
	const norm = (c) => {
		const n = form ? c.normalize(form) : c;
		return [...n].length === 1 ? n : c;
	};
	const pos = position;
	/* c8 ignore start */
	if (glob.charAt(pos) !== "[") throw new Error("not in a brace expression");
	/* c8 ignore stop */
	const ranges = [];
	const negs = [];
	let i = pos + 1;
	let sawStart = false;
	let escaping = false;
	let negate = false;
	let endPos = pos;
	let rangeStart = "";
	WHILE: while (i < glob.length) {
		const c = String.fromCodePoint(glob.codePointAt(i));
		if ((c === "!" || c === "^") && i === pos + 1) {
			negate = true;
			i++;
			continue;
		}
		if (c === "]" && sawStart && !escaping) {
			endPos = i + 1;
			break;
		}
		sawStart = true;
		if (c === "\\") {
			if (!escaping) {
				escaping = true;
				i++;
				continue;
			}
		}
		if (c === "[" && !escaping) {
			for (const [cls, [unip, neg]] of Object.entries(posixClasses)) if (glob.startsWith(cls, i)) {
				if (rangeStart) return [noMatch, glob.length - pos];
				i += cls.length;
				if (neg) negs.push(unip);
				else ranges.push(unip);
				continue WHILE;
			}
		}
		escaping = false;
		const n = norm(c);
		if (rangeStart) {
			if (n.codePointAt(0) > rangeStart.codePointAt(0)) ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
			else if (n === rangeStart) ranges.push(braceEscape(n));
			rangeStart = "";
			i += c.length;
			continue;
		}
		if (glob.startsWith("-]", i + c.length)) {
			ranges.push(braceEscape(n + "-"));
			i += c.length + 1;
			continue;
		}
		if (glob.startsWith("-", i + c.length)) {
			rangeStart = n;
			i += c.length + 1;
			continue;
		}
		ranges.push(braceEscape(n));
		i += c.length;
	}
	if (endPos < i) return [noMatch, 0];
	if (!ranges.length && !negs.length) return [noMatch, glob.length - pos];
	const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
	const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
	const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
	return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
const MATCH = {
	t: "match",
	id: 0
};
const extTypes = "!?+*@";
const lit = (ch) => ({
	t: "lit",
	ch
});
const reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
const foldCache = /* @__PURE__ */ new Map();
const foldRe = (ch) => {
	let re = foldCache.get(ch);
	if (!re) {
		re = newFoldRe(ch);
		if (foldCache.size >= 1e3) foldCache.clear();
		foldCache.set(ch, re);
	}
	return re;
};
const litMatch = (l, c) => {
	if (c === l.ch) return true;
	if (!l.re) return false;
	const code = c.charCodeAt(0);
	if (code >= 128) return l.re.test(c);
	const ascii = l.ascii ??= /* @__PURE__ */ new Uint8Array(128);
	ascii[code] ||= l.re.test(c) ? 1 : 2;
	return ascii[code] === 1;
};
const tokenize = (p, nocase, noext, form, mark) => {
	const toks = [];
	for (let i = 0; i < p.length;) {
		const c = String.fromCodePoint(p.codePointAt(i));
		if (mark) {
			const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
			if (m || c === mark) {
				const start = i + m + mark.length;
				const end = p.indexOf(mark, start);
				const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
				const alts = end !== -1 && r && numericRange(r[1], r[2]);
				if (alts) {
					toks.push({
						t: "ext",
						type: "@",
						alts
					});
					i = end + mark.length;
					continue;
				}
			}
		}
		if (c === "\\") {
			const e = p.codePointAt(i + 1);
			const ch = e === void 0 ? c : String.fromCodePoint(e);
			toks.push(lit(ch));
			i += 1 + ch.length;
			continue;
		}
		if (c === "[") {
			const [re, consumed] = parseClass(p, i, nocase, form);
			if (consumed) {
				toks.push({
					t: "class",
					re
				});
				i += consumed;
				continue;
			}
		}
		if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
			toks.push({
				t: "open",
				type: c
			});
			i += 2;
			continue;
		}
		toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
		i += c.length;
	}
	return toks;
};
const pair$1 = (toks) => {
	const pairs = /* @__PURE__ */ new Map();
	const stack = [];
	toks.forEach((tok, i) => {
		if (tok.t === "open") stack.push(i);
		else if (tok.t === "close" && stack.length) pairs.set(stack.pop(), i);
	});
	return pairs;
};
const build = (toks, pairs, start, end, top) => {
	let seq = [];
	const alts = [seq];
	for (let i = start; i < end; i++) {
		const tok = toks[i];
		const close = pairs.get(i);
		if (tok.t === "open" && close !== void 0) {
			const sub = build(toks, pairs, i + 1, close, false);
			seq.push({
				t: "ext",
				type: tok.type,
				alts: sub
			});
			i = close;
		} else if (tok.t === "bar" && !top) alts.push(seq = []);
		else if (tok.t === "open") seq.push(lit(tok.type), lit("("));
		else if (tok.t === "bar") seq.push(lit("|"));
		else if (tok.t === "close") seq.push(lit(")"));
		else seq.push(tok);
	}
	return alts;
};
const normalize = (items, form) => {
	const out = [];
	let run = "";
	const flush = () => {
		for (const ch of run.normalize(form)) out.push(lit(ch));
		run = "";
	};
	for (const it of items) {
		if (it.t === "lit") {
			run += it.ch;
			continue;
		}
		flush();
		out.push(it.t === "ext" ? {
			...it,
			alts: it.alts.map((a) => normalize(a, form))
		} : it);
	}
	flush();
	return out;
};
const compile = (items, nocase) => {
	let id = 1;
	const split = (out) => ({
		t: "split",
		id: id++,
		out
	});
	const seq = (items, next) => items.reduceRight((next, it) => item(it, next), next);
	const item = (it, next) => {
		switch (it.t) {
			case "lit":
				const re = nocase ? foldRe(it.ch) : void 0;
				return {
					t: "lit",
					id: id++,
					ch: it.ch,
					re,
					next
				};
			case "any":
			case "star": return {
				t: it.t,
				id: id++,
				next
			};
			case "class": return {
				t: "class",
				id: id++,
				re: it.re,
				next
			};
		}
		const alts = (next) => it.alts.map((a) => seq(a, next));
		switch (it.type) {
			case "@": return split(alts(next));
			case "?": return split([next, ...alts(next)]);
			case "!": return {
				t: "neg",
				id: id++,
				sub: split(alts(MATCH)),
				next
			};
		}
		const after = split([]);
		const entry = split(alts(after));
		after.out.push(next, entry);
		return it.type === "*" ? after : entry;
	};
	return [seq(items, MATCH), id];
};
const show$1 = (start) => {
	const lines = [];
	const seen = /* @__PURE__ */ new Set();
	const ref = (n) => n.t === "match" ? "match" : String(n.id);
	const walk = (n, indent) => {
		if (n.t === "match" || seen.has(n)) return;
		seen.add(n);
		const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
		switch (n.t) {
			case "split":
				line(`split -> ${n.out.map(ref).join(", ")}`);
				for (const o of n.out) walk(o, indent);
				return;
			case "neg":
				line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
				walk(n.sub, indent + "  ");
				return walk(n.next, indent);
			case "lit":
				line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
				break;
			case "class":
				line(`${n.re} -> ${ref(n.next)}`);
				break;
			default: line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
		}
		walk(n.next, indent);
	};
	walk(start, "");
	return [`start -> ${ref(start)}`, ...lines].join("\n");
};
var State = class {
	gen;
	threads = [];
	match = false;
	runs = [];
	ids = [];
	constructor(gen) {
		this.gen = gen;
	}
	get dead() {
		return !this.threads.length && !this.match && !this.runs.length;
	}
};
const sameState$1 = (a, b) => {
	if (a.ids.length !== b.ids.length) return false;
	if (a.runs.length !== b.runs.length) return false;
	if (a.ids.some((id, i) => id !== b.ids[i])) return false;
	return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState$1(o.state, r.state)));
};
const marks = (size) => ({
	has: new Float64Array(size),
	seen: new Float64Array(size),
	gen: 0
});
var Sim = class {
	dots;
	dotStart;
	#marks;
	constructor(dots, dotStart, marks) {
		this.dots = dots;
		this.dotStart = dotStart;
		this.#marks = marks;
	}
	state() {
		return new State(++this.#marks.gen);
	}
	done(state) {
		state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
		if (state.match) state.ids.unshift(MATCH.id);
		return state;
	}
	#visit(state, node) {
		const { seen } = this.#marks;
		if (seen[node.id] === state.gen) return false;
		seen[node.id] = state.gen;
		return true;
	}
	#addThread(state, node) {
		const { has } = this.#marks;
		if (has[node.id] === state.gen) return false;
		has[node.id] = state.gen;
		state.threads.push(node);
		return true;
	}
	restricted(i, top) {
		return top && (this.dots || this.dotStart && i === 0);
	}
	add(state, node, i, top) {
		switch (node.t) {
			case "split":
				if (!this.#visit(state, node)) return;
				for (const o of node.out) this.add(state, o, i, top);
				return;
			case "neg":
				if (!this.#visit(state, node)) return;
				const sub = this.state();
				this.add(sub, node.sub, i, false);
				this.done(sub);
				return this.addRun(state, {
					t: "run",
					neg: node,
					state: sub
				}, i, top);
			case "star":
				if (this.restricted(i, top)) return;
				if (this.#addThread(state, node)) this.add(state, node.next, i, top);
				return;
			case "match":
				state.match = true;
				return;
			default: this.#addThread(state, node);
		}
	}
	addRun(state, run, i, top) {
		for (const r of state.runs) if (r.neg === run.neg && sameState$1(r.state, run.state)) return;
		state.runs.push(run);
		if (!run.state.match) this.add(state, run.neg.next, i, top);
	}
	step(state, c, i, top) {
		const next = this.state();
		for (const th of state.threads) switch (th.t) {
			case "lit":
				if (litMatch(th, c)) this.add(next, th.next, i + 1, top);
				break;
			case "any":
				if (!this.restricted(i, top)) this.add(next, th.next, i + 1, top);
				break;
			case "class":
				if (!this.restricted(i, top) && th.re.test(c)) this.add(next, th.next, i + 1, top);
				break;
			case "star": if (!this.restricted(i, top)) this.add(next, th, i + 1, top);
		}
		if (!this.restricted(i, top)) for (const run of state.runs) {
			if (run.state.dead) {
				this.addRun(next, run, i + 1, top);
				continue;
			}
			const sub = this.step(run.state, c, i, false);
			this.addRun(next, {
				t: "run",
				neg: run.neg,
				state: sub
			}, i + 1, top);
		}
		return this.done(next);
	}
};
const stateKey = (state) => {
	const ids = state.ids.join();
	if (!state.runs.length) return ids;
	return `${ids}|${state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`).sort().join("|")}`;
};
const DFA_BUDGET = 1 << 18;
var Dfa = class {
	#start;
	#states = /* @__PURE__ */ new Map();
	#size = 0;
	#plain;
	#dotStart;
	#sim;
	#dotSim;
	constructor(start, marks) {
		this.#start = start;
		this.#sim = new Sim(false, false, marks);
		this.#dotSim = new Sim(false, true, marks);
	}
	#make(state) {
		return {
			state,
			match: state.match,
			dead: state.dead,
			next: /* @__PURE__ */ new Map()
		};
	}
	#intern(state) {
		const key = stateKey(state);
		const found = this.#states.get(key);
		if (found) return found;
		if (this.#size > DFA_BUDGET) this.#clear();
		const d = this.#make(state);
		this.#states.set(key, d);
		this.#size += key.length + 1;
		return d;
	}
	#clear() {
		this.#states.clear();
		this.#size = 0;
		this.#plain = void 0;
		this.#dotStart = void 0;
	}
	start(dotStart) {
		if (dotStart) {
			if (this.#dotStart) return this.#dotStart;
			const state = this.#dotSim.state();
			this.#dotSim.add(state, this.#start, 0, true);
			return this.#dotStart = this.#make(this.#dotSim.done(state));
		}
		if (this.#plain) return this.#plain;
		const state = this.#sim.state();
		this.#sim.add(state, this.#start, 0, true);
		return this.#plain = this.#intern(this.#sim.done(state));
	}
	next(d, c) {
		const code = c.charCodeAt(0);
		const found = code < 128 ? void 0 : d.next.get(c);
		if (found) return found;
		const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
		if (code < 128) {
			if (!d.ascii) {
				d.ascii = new Array(128);
				this.#size += 128;
			}
			d.ascii[code] = n;
		} else d.next.set(c, n);
		this.#size++;
		return n;
	}
};
const linear = (start) => {
	const nodes = [];
	for (let n = start; n.t !== "match"; n = n.next) {
		if (n.t === "split" || n.t === "neg") return void 0;
		nodes.push(n);
	}
	return nodes;
};
const testLinear = (nodes, chars, start, end) => {
	let ni = 0;
	let ci = start;
	let starNi = -1;
	let starCi = 0;
	while (ci < end) {
		const n = nodes[ni];
		if (n?.t === "star") {
			starNi = ni++;
			starCi = ci;
			continue;
		}
		const c = chars[ci];
		if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
			ni++;
			ci++;
			continue;
		}
		if (starNi === -1) return false;
		ni = starNi + 1;
		ci = ++starCi;
	}
	while (nodes[ni]?.t === "star") ni++;
	return ni === nodes.length;
};
const lengths = (items) => {
	let min = 0;
	let max = 0;
	for (const it of items) {
		const [lo, hi] = itemLengths(it);
		min += lo;
		max += hi;
	}
	return [min, max];
};
const itemLengths = (it) => {
	if (it.t === "star") return [0, Infinity];
	if (it.t !== "ext") return [1, 1];
	if (it.type === "!") return [0, Infinity];
	const alts = it.alts.map(lengths);
	const min = Math.min(...alts.map((a) => a[0]));
	const max = Math.max(...alts.map((a) => a[1]));
	const loop = max === 0 ? 0 : Infinity;
	return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
const hasAffix = (lits, chars, start) => {
	for (let j = 0; j < lits.length; j++) if (!litMatch(lits[j], chars[start + j])) return false;
	return true;
};
const slashOrSurrogate = /[/\ud800-\udfff]/;
const surrogate = /[\ud800-\udfff]/;
const codePoints = (s) => surrogate.test(s) ? [...s] : s;
const noSlash = (s) => {
	if (s.includes("/")) throw new Error("can only match a single path portion, got: " + s);
};
var Matcher = class {
	pattern;
	options;
	#start;
	#size;
	#marks;
	#dotsSim;
	#literal;
	#literalFold = false;
	#literalRe;
	#linear;
	#wild = false;
	#min = 0;
	#max = Infinity;
	#prefix = [];
	#suffix = [];
	#prefixStr;
	#suffixStr;
	#affix = false;
	#dfa;
	#form;
	constructor(pattern, options = {}) {
		if (pattern.includes("/")) throw new Error("can only match a single path portion, got pattern: " + pattern);
		this.pattern = pattern;
		this.options = options;
		const { nocase = false, noext = false, normalize: n } = options;
		this.#form = n === true ? "NFC" : n || void 0;
		const literal = /^[?*+@]\(\)$/.test(pattern);
		const toks = tokenize(pattern, nocase, noext || literal, this.#form, options.rangeMark);
		let [items] = build(toks, pair$1(toks), 0, toks.length, true);
		if (this.#form) items = normalize(items, this.#form);
		const [start, size] = compile(items, nocase);
		this.#start = start;
		this.#size = size;
		if (items.every((it) => it.t === "lit")) {
			this.#literal = items.map((it) => it.ch).join("");
			this.#literalFold = nocase;
		} else {
			const lit = (it) => it.t !== "lit" ? void 0 : nocase ? {
				ch: it.ch,
				re: foldRe(it.ch)
			} : { ch: it.ch };
			for (const it of items) {
				const l = lit(it);
				if (!l) break;
				this.#prefix.push(l);
			}
			for (let j = items.length - 1; j >= 0; j--) {
				const l = lit(items[j]);
				if (!l) break;
				this.#suffix.unshift(l);
			}
			this.#affix = !!(this.#prefix.length || this.#suffix.length);
			if (!nocase) {
				this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
				this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
			}
			this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
			this.#wild = !!this.#linear?.every((n) => n.t === "star" || n.t === "any");
			const [min, max] = lengths(items);
			this.#min = min;
			this.#max = max;
		}
	}
	test(s) {
		if (this.#form) {
			noSlash(s);
			return this.#test(s.normalize(this.#form));
		}
		if (slashOrSurrogate.test(s)) {
			noSlash(s);
			return this.#test(s, [...s]);
		}
		return this.#test(s, s);
	}
	testUnchecked(s) {
		return this.#test(this.#form ? s.normalize(this.#form) : s);
	}
	#test(s, chars) {
		if (this.#literal !== void 0) return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
		const min = this.#min;
		const max = this.#max;
		if (chars === void 0) {
			const most = s.length;
			const least = most + 1 >> 1;
			if (most < min || least > max) return false;
			if (least < min || most > max) chars = codePoints(s);
		}
		if (chars !== void 0 && (chars.length < min || chars.length > max)) return false;
		const prefix = this.#prefix.length;
		if (this.#affix) {
			if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
				if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) return false;
			} else {
				chars ??= codePoints(s);
				const end = chars.length - this.#suffix.length;
				if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) return false;
			}
		}
		const dotStart = !this.options.dot && s.startsWith(".");
		if (this.#linear) {
			if (s === "." || s === "..") return false;
			if (dotStart && !prefix) return false;
			if (this.#wild) return true;
			chars ??= codePoints(s);
			const end = chars.length - this.#suffix.length;
			return testLinear(this.#linear, chars, prefix, end);
		}
		chars ??= codePoints(s);
		if (s === "." || s === "..") {
			this.#marks ??= marks(this.#size);
			const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
			const start = sim.state();
			sim.add(start, this.#start, 0, true);
			let state = sim.done(start);
			for (let i = 0; i < chars.length; i++) state = sim.step(state, chars[i], i, true);
			return state.match;
		}
		this.#marks ??= marks(this.#size);
		const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
		let d = dfa.start(dotStart);
		const str = chars === s;
		for (let i = 0; i < chars.length; i++) {
			if (d.dead) return false;
			const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
			d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
		}
		return d.match;
	}
	toString() {
		return show$1(this.#start);
	}
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
const MAX_PATTERN_LENGTH = 65536;
const assertValidPattern = (pattern) => {
	if (typeof pattern !== "string") throw new TypeError("invalid pattern");
	if (pattern.length > MAX_PATTERN_LENGTH) throw new TypeError("pattern is too long");
};

// node_modules/minimatch/dist/esm/escape.js
const escape$1 = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
	const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
	const c = e.charAt(0);
	if (c === "#") return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
	if (c === "!") return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
	return e;
};

// node_modules/minimatch/dist/esm/unescape.js
const unescape$1 = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
	if (windowsPathsNoEscape && s.startsWith("@(!)")) return "!" + unescape$1(s.slice(4), {
		windowsPathsNoEscape,
		magicalBraces
	});
	if (magicalBraces) return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
	return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
const DEFAULT_BRACE_EXPAND_MAX = 1e5;
const DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
const AWE_KEY = "allowWindowsEscape";
const minimatch = (p, pattern, options) => {
	assertValidPattern(pattern);
	if (!options?.nocomment && pattern.charAt(0) === "#") return false;
	return cachedMinimatch(pattern, options).match(p);
};
let cache = /* @__PURE__ */ new Map();
let oldCache = /* @__PURE__ */ new Map();
let cacheSize = 0;
let cacheTotalWeight = 0;
const cacheMax = 256;
const cacheMaxWeight = 32768;
const cacheMaxEntryWeight = 4096;
const cacheWeight = (mm) => {
	let w = mm.pattern.length;
	for (const s of mm.globSet) {
		w += s.length + 1;
		if (w > cacheMaxEntryWeight) break;
	}
	return w;
};
const tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
const booleanWeights = new Map(Object.keys({
	nobrace: 0,
	nocomment: 0,
	nonegate: 0,
	noglobstar: 0,
	noext: 0,
	nonull: 0,
	partial: 0,
	dot: 0,
	nocase: 0,
	nocaseMagicOnly: 0,
	magicalBraces: 0,
	matchBase: 0,
	flipNegate: 0,
	preserveMultipleSlashes: 0,
	windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
const optionsKey = (o) => {
	let n = 0;
	let wpe = false;
	for (const k in o) {
		const v = o[k];
		switch (k) {
			case "windowsPathsNoEscape":
				if (v) wpe = true;
				break;
			case AWE_KEY:
				if (v === false) wpe = true;
				break;
			case "platform": {
				const p = v || defaultPlatform;
				if (p === defaultPlatform) break;
				if (p === "darwin") n += 3;
				else if (p === "win32") n += 6;
				else if (p === "linux") n += 9;
				else return JSON.stringify(o);
				break;
			}
			case "optimizationLevel":
				if (v === void 0) break;
				n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
				break;
			case "braceExpandMax":
				if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) return JSON.stringify(o);
				break;
			case "maxGlobstarRecursion":
				if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) return JSON.stringify(o);
				break;
			case "normalize":
				if (v !== void 0) return JSON.stringify(o);
				break;
			default: n += (booleanWeights.get(k) ?? 0) * tri(v);
		}
	}
	return wpe ? n + 12 : n;
};
const copyOptions = (o) => {
	const copy = {};
	for (const k in o) copy[k] = o[k];
	return copy;
};
const cachedMinimatch = (pattern, options) => {
	const key = options ? optionsKey(options) : 0;
	let mm = cache.get(key)?.get(pattern);
	if (mm) return mm;
	mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
	const weight = cacheWeight(mm);
	if (weight > cacheMaxEntryWeight) return mm;
	if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
		oldCache = cache;
		cache = /* @__PURE__ */ new Map();
		cacheSize = 0;
		cacheTotalWeight = 0;
	}
	let byPattern = cache.get(key);
	if (!byPattern) cache.set(key, byPattern = /* @__PURE__ */ new Map());
	byPattern.set(pattern, mm);
	cacheSize++;
	cacheTotalWeight += weight;
	return mm;
};
/* c8 ignore start */
const defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
const path$1 = {
	win32: { sep: "\\" },
	posix: { sep: "/" }
};
/* c8 ignore stop */
const sep$2 = defaultPlatform === "win32" ? path$1.win32.sep : path$1.posix.sep;
minimatch.sep = sep$2;
const GLOBSTAR = Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
const filter = (pattern, options) => {
	let mm;
	return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
const ext = (a, b = {}) => Object.assign({}, a, b);
const defaults = (def) => {
	if (!def || typeof def !== "object" || !Object.keys(def).length) return minimatch;
	const orig = minimatch;
	const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
	return Object.assign(m, {
		Minimatch: class Minimatch extends orig.Minimatch {
			constructor(pattern, options = {}) {
				super(pattern, ext(def, options));
			}
			static defaults(options) {
				return orig.defaults(ext(def, options)).Minimatch;
			}
		},
		unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
		escape: (s, options = {}) => orig.escape(s, ext(def, options)),
		filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
		defaults: (options) => orig.defaults(ext(def, options)),
		braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
		match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
		sep: orig.sep,
		GLOBSTAR
	});
};
minimatch.defaults = defaults;
const braceExpand = (pattern, options = {}) => {
	assertValidPattern(pattern);
	if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) return [pattern];
	let p = pattern.replace(/\\\\/g, "\\\\\\\\");
	if (options.windowsPathsNoEscape || options[AWE_KEY] === false) p = p.replace(/\[([{}])\]/g, "[\\$1]");
	return expand$1(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
const RANGE_MIN = 100;
const rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
const inRepeatOrNegExt = (portion, mark) => {
	const stack = [];
	for (let i = 0; i < portion.length; i++) {
		const c = portion.charAt(i);
		if (c === "\\") i++;
		else if (c === mark) {
			if (stack.some((t) => t !== "@" && t !== "?")) return true;
		} else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
			stack.push(c);
			i++;
		} else if (c === ")") stack.pop();
	}
	return false;
};
const match = (list, pattern, options = {}) => {
	const mm = new Minimatch(pattern, options);
	list = list.filter((f) => mm.match(f));
	if (mm.options.nonull && !list.length) list.push(pattern);
	return list;
};
minimatch.match = match;
const globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
const classEnd = (pattern, start) => {
	let i = start + 1;
	if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^") i++;
	let sawStart = false;
	for (; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "]" && sawStart) return i;
		sawStart = true;
		if (c === "\\") i++;
	}
	return -1;
};
const literal$1 = (pattern, noext) => {
	if (!noext && (pattern === "+()" || pattern === "@()")) return pattern;
	let lit = "";
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") lit += pattern.charAt(++i) || c;
		else if (c === "*" || c === "?") return;
		else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close === -1) {
				lit += c;
				continue;
			}
			let body = pattern.slice(i + 1, close);
			if (body.startsWith("\\")) body = body.slice(1);
			if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) return;
			lit += body;
			i = close;
		} else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) return;
		else lit += c;
	}
	return lit;
};
const MAX_EXTGLOBS = 256;
const extglobCount = (pattern) => {
	let n = 0;
	for (let i = 0; i < pattern.length - 1; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") i++;
		else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			n++;
			i++;
		}
	}
	return n;
};
const assertValidExtglobs = (pattern) => {
	if (extglobCount(pattern) > MAX_EXTGLOBS) throw new TypeError("pattern has too many extglobs");
};
const extSafe = (pattern) => {
	if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:")) return false;
	let depth = 0;
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") {
			if (++i === pattern.length) return false;
		} else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close !== -1) i = close;
		} else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			depth++;
			i++;
		} else if (c === ")") {
			if (!depth--) return false;
		} else if (c === "|" && !depth) return false;
	}
	return !depth;
};
let lastSplit;
let lastChecked;
const portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
const endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
const isDots = (p) => p === "." || p === "..";
const isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
const isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
const uncHost = (p) => {
	if (p[0] !== "" || p[1] !== "") return -1;
	const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
	const host = p[h];
	const share = p[h + 1];
	return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
const walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
const dotPortion = (f, start, end, dot, sep) => {
	for (let k = start; k < end;) {
		if (f.charCodeAt(k) === 46) {
			if (!dot) return true;
			const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
			if (n >= end || isSep(f.charCodeAt(n), sep)) return true;
		}
		const s = nextSep(f, k, sep);
		if (s === -1) return false;
		k = s + 1;
		while (k < end && isSep(f.charCodeAt(k), sep)) k++;
	}
	return false;
};
const isSep = (c, sep) => sep === "/" ? c === 47 : sep === "\\" ? c === 92 : c === 47 || c === 92;
const nextSep = (f, from, sep) => {
	if (sep !== "both") return f.indexOf(sep, from);
	const s = f.indexOf("/", from);
	const b = f.indexOf("\\", from);
	return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
const lastSep = (f, from, sep) => sep !== "both" ? f.lastIndexOf(sep, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
const PENDING = {};
var Minimatch = class {
	options;
	set;
	pattern;
	windowsPathsNoEscape;
	nonegate;
	negate;
	comment;
	empty;
	preserveMultipleSlashes;
	partial;
	globSet;
	globParts;
	nocase;
	isWindows;
	platform;
	windowsNoMagicRoot;
	maxGlobstarRecursion;
	#endCheck;
	#literalCheck;
	#level2;
	#form;
	#literals = [];
	#shapes = [];
	#endRows = [];
	#matchers = /* @__PURE__ */ new Map();
	#pending = false;
	#rangeMark;
	#globstarParts = /* @__PURE__ */ new WeakMap();
	constructor(pattern, options = {}) {
		assertValidPattern(pattern);
		options = options || {};
		this.options = options;
		this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
		this.pattern = pattern;
		this.platform = options.platform || defaultPlatform;
		this.isWindows = this.platform === "win32";
		this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
		if (this.windowsPathsNoEscape) this.pattern = this.pattern.replace(/\\/g, "/");
		this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
		this.negate = false;
		this.nonegate = !!options.nonegate;
		this.comment = false;
		this.empty = false;
		this.partial = !!options.partial;
		this.nocase = !!this.options.nocase;
		this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
		this.globSet = [];
		this.globParts = [];
		this.set = [];
		this.#endCheck = !this.preserveMultipleSlashes;
		this.#level2 = (options.optimizationLevel ?? 1) >= 2;
		const n = options.normalize;
		this.#form = n === true ? "NFC" : n || void 0;
		this.make();
		const drives = this.set.map((row) => this.#rootIndex(row));
		this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
		this.#literals = this.set.map((row, r) => {
			const end = this.#endRows[r] ? row.length - 1 : row.length;
			const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
			return [...new Set(lits)];
		});
		this.#literalCheck = this.#literals.some((l) => l.length);
		this.#shapes = this.set.map((row, r) => {
			const [p0, p1, p2] = row;
			if (this.#endRows[r] && row.length === 2) {
				if (p0 === GLOBSTAR && p1 !== GLOBSTAR) return "tail";
			}
			if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") return "base";
			if (!this.#endCheck || drives[r] !== -1) return void 0;
			if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && this.maxGlobstarRecursion > 0) return "mid";
			if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") return "head";
		});
	}
	#norm(p) {
		return this.#form ? p.normalize(this.#form) : p;
	}
	#rootIndex(row) {
		if (!this.isWindows) return -1;
		if (isDrive(row[0])) return 0;
		if (row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3])) return 3;
		const h = uncHost(row);
		return h === -1 ? -1 : h + 1;
	}
	hasMagic() {
		if (this.options.magicalBraces && this.set.length > 1) return true;
		for (const pattern of this.set) for (const part of pattern) if (typeof part !== "string") return true;
		return false;
	}
	make() {
		const pattern = this.pattern;
		const options = this.options;
		if (!options.nocomment && pattern.charAt(0) === "#") {
			this.comment = true;
			return;
		}
		if (!pattern) {
			this.empty = true;
			return;
		}
		this.parseNegate();
		this.globSet = [...new Set(this.#expandBraces())];
		const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
		this.globParts = this.preprocess(rawGlobParts);
		this.#pending = true;
		let set = this.globParts.map((s, _, __) => {
			if (this.isWindows && this.windowsNoMagicRoot) {
				const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
				const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
				const isDrive = /^[a-z]:/i.test(s[0]);
				if (isUNC) return [...s.slice(0, n).map((p) => this.#norm(p)), ...s.slice(n).map((ss) => this.parse(ss))];
				else if (isDrive) return [this.#norm(s[0]), ...s.slice(1).map((ss) => this.parse(ss))];
			}
			return s.map((ss) => this.parse(ss));
		});
		this.set = set.filter((s) => s.indexOf(false) === -1);
		if (this.isWindows) for (let i = 0; i < this.set.length; i++) {
			const p = this.set[i];
			if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
				if (isLongUNC(this.globParts[i][3])) p[3] = "UNC";
				p[2] = "?";
			}
		}
		if (!options.noext) this.mergeRows();
		this.#pending = false;
		this.set.forEach((row, i) => {
			for (let k = 0; k < row.length; k++) if (row[k] === PENDING) row[k] = this.parse(this.globParts[i][k]);
		});
	}
	mergeRows() {
		let merged = true;
		while (merged) {
			merged = false;
			if (this.set.length < 2) return;
			let keys = this.#mergeKeys();
			const len = Math.max(0, ...this.set.map((r) => r.length));
			for (let k = 0; k < len; k++) {
				const groups = /* @__PURE__ */ new Map();
				const R = this.set.length + 1;
				this.set.forEach((row, i) => {
					if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) return;
					const { pre, suf } = keys[i];
					const key = pre[k] * R + suf[k + 1];
					const g = groups.get(key);
					if (g) g.push(i);
					else groups.set(key, [i]);
				});
				const drop = /* @__PURE__ */ new Set();
				for (const g of groups.values()) {
					if (g.length < 2) continue;
					const [first, ...rest] = g;
					const glob = `@(${g.map((i) => this.globParts[i][k]).join("|")})`;
					if (extglobCount(glob) > MAX_EXTGLOBS) continue;
					this.globParts[first][k] = glob;
					this.set[first][k] = this.parse(glob);
					for (const i of rest) drop.add(i);
				}
				if (drop.size) {
					merged = true;
					this.set = this.set.filter((_, i) => !drop.has(i));
					this.globParts = this.globParts.filter((_, i) => !drop.has(i));
					if (this.set.length < 2) return;
					keys = this.#mergeKeys();
				}
			}
		}
	}
	#mergeKeys() {
		const partIds = /* @__PURE__ */ new Map();
		const ids = this.globParts.map((parts) => parts.map((s) => {
			let id = partIds.get(s);
			if (id === void 0) partIds.set(s, id = partIds.size);
			return id;
		}));
		const P = partIds.size;
		const len = Math.max(0, ...ids.map((r) => r.length));
		const keys = ids.map((r) => ({
			pre: [0],
			suf: new Array(r.length + 1).fill(0)
		}));
		for (let k = 0; k < len; k++) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { pre } = keys[i];
				const key = pre[k] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				pre.push(id);
			});
		}
		for (let k = len - 1; k >= 0; k--) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { suf } = keys[i];
				const key = suf[k + 1] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				suf[k] = id;
			});
		}
		return keys;
	}
	preprocess(globParts) {
		if (this.options.noglobstar) {
			for (const partset of globParts) for (let j = 0; j < partset.length; j++) if (partset[j] === "**") partset[j] = "*";
		}
		const { optimizationLevel = 1 } = this.options;
		if (optimizationLevel >= 2) {
			globParts = this.firstPhasePreProcess(globParts);
			globParts = this.secondPhasePreProcess(globParts);
		} else if (optimizationLevel >= 1) globParts = this.levelOneOptimize(globParts);
		else globParts = this.adjascentGlobstarOptimize(globParts);
		return globParts;
	}
	adjascentGlobstarOptimize(globParts) {
		return globParts.map((parts) => {
			let gs = -1;
			while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
				let i = gs;
				while (parts[i + 1] === "**") i++;
				if (i !== gs) parts.splice(gs, i - gs);
			}
			return parts;
		});
	}
	levelOneOptimize(globParts) {
		return globParts.map((parts) => {
			const root = this.#rootIndex(parts) + 1;
			parts = parts.reduce((set, part) => {
				const prev = set[set.length - 1];
				if (part === "**" && prev === "**") return set;
				if (part === "..") {
					if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
						set.pop();
						return set;
					}
				}
				set.push(part);
				return set;
			}, []);
			return parts.length === 0 ? [""] : parts;
		});
	}
	#canMatch(f) {
		const sep = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
		let ends = this.#endCheck ? 0 : -1;
		let last = "";
		let lastStart = 0;
		let prev;
		let prevStart = 0;
		const dot = !!this.options.dot;
		ROWS: for (let r = 0; r < this.set.length; r++) {
			const row = this.set[r];
			const p = row[row.length - 1];
			let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
			if (end && ends === 0) {
				const i = lastSep(f, f.length, sep);
				lastStart = i + 1;
				last = f.slice(lastStart);
				if (last === "" && i >= 0) {
					let j = i;
					while (j > 0 && isSep(f.charCodeAt(j - 1), sep)) j--;
					prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep) + 1;
					prev = f.slice(prevStart, j);
				}
				const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
				ends = resolves ? -1 : 1;
				end = !resolves;
			}
			let tailStart = -1;
			if (end && typeof p === "string") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			if (this.#literalCheck) {
				for (const l of this.#literals[r]) if (!f.includes(l)) continue ROWS;
			}
			if (end && typeof p === "object") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			const shape = this.#shapes[r];
			if (shape === "base" && end) return "yes";
			if (shape === "tail" && end) {
				if (this.#level2 && dotPortion(f, 0, tailStart, true, sep)) return "maybe";
				if (!dotPortion(f, 0, tailStart, dot, sep)) return "yes";
				continue;
			}
			if (shape === "mid" || shape === "head") {
				const m = this.#walk(f, row, shape === "head", dot, sep);
				if (m !== "no") return m;
				continue;
			}
			return "maybe";
		}
		return "no";
	}
	#matchShape(file, row, shape) {
		const dot = !!this.options.dot;
		const n = file.length;
		if (shape === "head") {
			if (n < 2 || !portionMatch(row[0], file[0])) return false;
			for (let i = 1; i < n; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		const x = row[1];
		if (shape === "tail") {
			let t = n - 1;
			if (!portionMatch(x, file[t])) {
				if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) return false;
			}
			for (let i = 0; i < t; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		for (let k = 0; k < n; k++) {
			if (portionMatch(x, file[k]) && k + 1 < n) {
				let i = k + 1;
				while (i < n && walkable(file[i], dot)) i++;
				if (i === n) return true;
			}
			if (!walkable(file[k], dot)) return false;
		}
		return false;
	}
	#walk(f, row, head, dot, sep) {
		if (this.#level2 && dotPortion(f, 0, f.length, true, sep)) return "maybe";
		const x = row[head ? 0 : 1];
		let s = 0;
		for (let e = nextSep(f, s, sep); e !== -1; e = nextSep(f, s, sep)) {
			let next = e + 1;
			while (next < f.length && isSep(f.charCodeAt(next), sep)) next++;
			if ((typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e))) && !dotPortion(f, next, f.length, dot, sep)) return "yes";
			if (head || dotPortion(f, s, next, dot, sep)) return "no";
			s = next;
		}
		return "no";
	}
	#cachedSplit(f) {
		const last = lastSplit;
		return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
	}
	#split(f) {
		const { isWindows, preserveMultipleSlashes } = this;
		let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
		const normalize = this.#form;
		if (normalize) parts = parts.map((p) => p.normalize(normalize));
		lastSplit = {
			f,
			isWindows,
			preserveMultipleSlashes,
			normalize,
			parts
		};
		return lastSplit;
	}
	#levelTwoFileOptimize(file) {
		const parts = [...file];
		let didSomething = false;
		do {
			didSomething = false;
			if (!this.preserveMultipleSlashes) {
				for (let i = 1; i < parts.length - 1; i++) {
					const p = parts[i];
					if (i === 1 && p === "" && parts[0] === "") continue;
					if (p === "." || p === "") {
						didSomething = true;
						parts.splice(i, 1);
						i--;
					}
				}
				if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
					didSomething = true;
					parts.pop();
				}
			}
			const root = this.#rootIndex(parts) + 1;
			let dd = root;
			while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
				const p = parts[dd - 1];
				if (p && p !== "." && p !== ".." && p !== "**") {
					didSomething = true;
					parts.splice(dd - 1, 2);
					dd = Math.max(dd - 2, root);
				}
			}
		} while (didSomething);
		return parts.length === 0 ? [""] : parts;
	}
	firstPhasePreProcess(globParts) {
		const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
		let splitCells = 0;
		const maxSplitCells = 1e6;
		let didSomething = false;
		do {
			didSomething = false;
			for (let parts of globParts) {
				let gs = -1;
				while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
					let gss = gs;
					while (parts[gss + 1] === "**") gss++;
					if (gss > gs) parts.splice(gs + 1, gss - gs);
					let next = parts[gs + 1];
					const p = parts[gs + 2];
					const p2 = parts[gs + 3];
					if (next !== "..") continue;
					if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") continue;
					const addedCells = parts.length - 1;
					if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
					didSomething = true;
					parts.splice(gs, 1);
					const other = parts.slice(0);
					other[gs] = "**";
					splitCells += addedCells;
					globParts.push(other);
					gs--;
				}
				if (!this.preserveMultipleSlashes) {
					for (let i = 1; i < parts.length - 1; i++) {
						const p = parts[i];
						if (i === 1 && p === "" && parts[0] === "") continue;
						if (p === "." || p === "") {
							didSomething = true;
							parts.splice(i, 1);
							i--;
						}
					}
					if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
						didSomething = true;
						parts.pop();
					}
				}
				const root = this.#rootIndex(parts) + 1;
				let dd = root;
				while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
					const p = parts[dd - 1];
					if (p && p !== "." && p !== ".." && p !== "**") {
						didSomething = true;
						const splin = dd === 1 && parts[dd + 1] === "**" ? ["."] : [];
						parts.splice(dd - 1, 2, ...splin);
						if (parts.length === 0) parts.push("");
						dd = Math.max(dd - 2, root);
					}
				}
			}
		} while (didSomething);
		return globParts;
	}
	secondPhasePreProcess(globParts) {
		const keys = /* @__PURE__ */ new Set();
		const rows = globParts.filter((parts) => {
			const key = parts.join("/");
			if (keys.has(key)) return false;
			keys.add(key);
			return true;
		});
		const stars = /* @__PURE__ */ new Map();
		for (const parts of rows) {
			const s = [];
			for (let i = 0; i < parts.length; i++) if (parts[i] === "*") s.push(i);
			if (s.length) stars.set(s.join(","), s);
		}
		if (!stars.size || rows.length * stars.size > 1e5) return rows;
		const { dot } = this.options;
		return rows.filter((parts) => {
			for (const s of stars.values()) {
				if (s[s.length - 1] >= parts.length) continue;
				const c = [...parts];
				let ok = true;
				let changed = false;
				for (const i of s) {
					const p = parts[i];
					if (p === "*") continue;
					if (!p || p === "**" || !dot && p.startsWith(".")) {
						ok = false;
						break;
					}
					c[i] = "*";
					changed = true;
				}
				if (ok && changed && keys.has(c.join("/"))) return false;
			}
			return true;
		});
	}
	parseNegate() {
		if (this.nonegate) return;
		const pattern = this.pattern;
		let negate = false;
		let negateOffset = 0;
		for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
			negate = !negate;
			negateOffset++;
		}
		if (negateOffset) this.pattern = pattern.slice(negateOffset);
		this.negate = negate;
	}
	#matchRow(file, resolved, pattern, partial) {
		let fileStartIndex = 0;
		let patternStartIndex = 0;
		const fh = this.isWindows ? uncHost(resolved) : -1;
		const ph = fh === -1 ? -1 : uncHost(pattern);
		if (ph !== -1) {
			const host = pattern[ph];
			const share = pattern[ph + 1];
			if (typeof host !== "string" || typeof share !== "string") {
				fileStartIndex = fh;
				patternStartIndex = ph;
			} else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
				fileStartIndex = fh + 2;
				patternStartIndex = ph + 2;
			}
		} else if (this.isWindows) {
			const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
			const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
			const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
			const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
			const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
			const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
			if (typeof fdi === "number" && typeof pdi === "number") {
				const [fd, pd] = [file[fdi], pattern[pdi]];
				if (fd.toLowerCase() === pd.toLowerCase()) {
					patternStartIndex = pdi + 1;
					fileStartIndex = fdi + 1;
				}
			}
		}
		file = resolved;
		if (pattern.includes(GLOBSTAR)) return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
		return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
	}
	#matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
		const { head, body, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
		if (head.length) {
			const headEnd = fileIndex + head.length;
			if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) return false;
			fileIndex += head.length;
			patternIndex += head.length;
		}
		let fileTailMatch = 0;
		if (tail.length) {
			if (tail.length + fileIndex > file.length) return false;
			let tailStart = file.length - tail.length;
			if (this.#matchOne(file, tail, partial, tailStart, 0)) fileTailMatch = tail.length;
			else {
				if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) return false;
				tailStart--;
				if (!this.#matchOne(file, tail, partial, tailStart, 0)) return false;
				fileTailMatch = tail.length + 1;
			}
		}
		if (!body.length) {
			let sawSome = !!fileTailMatch;
			for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
				const f = String(file[i]);
				sawSome = true;
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return partial || sawSome;
		}
		return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
	}
	#getGlobstarParts(pattern, partial, patternIndex) {
		let byStart = this.#globstarParts.get(pattern);
		if (!byStart) {
			byStart = [];
			this.#globstarParts.set(pattern, byStart);
		}
		const key = patternIndex * 2 + (partial ? 1 : 0);
		const found = byStart[key];
		if (found) return found;
		const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
		const lastgs = pattern.lastIndexOf(GLOBSTAR);
		const head = pattern.slice(patternIndex, firstgs);
		const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
		const tail = partial ? [] : pattern.slice(lastgs + 1);
		const segments = [[[], 0]];
		let current = segments[0];
		let nonGsParts = 0;
		const nonGsPartsSums = [0];
		for (const b of body) if (b === GLOBSTAR) {
			nonGsPartsSums.push(nonGsParts);
			current = [[], 0];
			segments.push(current);
		} else {
			current[0].push(b);
			nonGsParts++;
		}
		segments.forEach((b, i) => {
			b[1] = nonGsParts - nonGsPartsSums[i];
		});
		const parts = {
			head,
			body,
			tail,
			segments
		};
		byStart[key] = parts;
		return parts;
	}
	#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
		const bs = bodySegments[bodyIndex];
		if (!bs) {
			if (partial) return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
			for (let i = fileIndex; i < fileLength; i++) {
				sawTail = true;
				const f = file[i];
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return sawTail;
		}
		const [body, need] = bs;
		const after = partial ? fileLength : fileLength - need;
		while (fileIndex <= after) {
			const key = bodyIndex * (file.length + 1) + fileIndex;
			if (tried.has(key)) return false;
			tried.add(key);
			if (this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length) && globStarDepth < this.maxGlobstarRecursion) {
				const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
				if (sub !== false) return sub;
			}
			if (fileIndex === after) break;
			const f = file[fileIndex];
			if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			fileIndex++;
		}
		return partial || null;
	}
	#matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
		let fi;
		let pi;
		let pl;
		let fl;
		for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
			let p = pattern[pi];
			let f = file[fi];
			/* c8 ignore start */
			if (p === false || p === GLOBSTAR) return false;
			/* c8 ignore stop */
			if (!portionMatch(p, f)) return false;
		}
		if (fi === fl && pi === pl) return true;
		else if (fi === fl) return partial;
		else if (pi === pl) return fi === fl - 1 && file[fi] === "";
		else throw new Error("wtf?");
		/* c8 ignore stop */
	}
	braceExpand() {
		return braceExpand(this.pattern, this.options);
	}
	#expandBraces() {
		const { pattern } = this;
		if (this.options.nobrace) return this.braceExpand();
		let code = 57344;
		while (pattern.includes(String.fromCharCode(code))) if (++code > 63743) return this.braceExpand();
		const mark = String.fromCharCode(code);
		let found = false;
		const marked = pattern.replace(rangeRe, (m, lo, hi) => {
			const a = Number(lo);
			const b = Number(hi);
			if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) return m;
			found = true;
			return `${mark}${lo}..${hi}${mark}`;
		});
		if (!found) return this.braceExpand();
		const set = braceExpand(marked, this.options);
		for (const p of set) for (const portion of p.split("/")) {
			const c = portion.indexOf("[");
			if (c !== -1 && c < portion.lastIndexOf(mark)) return this.braceExpand();
			if (!this.options.noext && inRepeatOrNegExt(portion, mark)) return this.braceExpand();
		}
		this.#rangeMark = mark;
		return set;
	}
	parse(pattern) {
		assertValidPattern(pattern);
		const options = this.options;
		if (pattern === "**") return GLOBSTAR;
		if (pattern === "") return "";
		const { nocase, nocaseMagicOnly, noext = false, dot, normalize } = options;
		const rangeMark = this.#rangeMark;
		const lit = rangeMark && pattern.includes(rangeMark) ? void 0 : literal$1(pattern, noext);
		if (lit !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) return this.#norm(lit);
		if (this.#pending) return PENDING;
		let m = this.#matchers.get(pattern);
		if (!m) {
			if (!noext) assertValidExtglobs(pattern);
			m = new Matcher(pattern, {
				nocase,
				noext,
				dot,
				normalize,
				...rangeMark && { rangeMark }
			});
			this.#matchers.set(pattern, m);
		}
		return m;
	}
	#slashSplit(p) {
		if (this.preserveMultipleSlashes) return p.split("/");
		else if (this.isWindows && /^\/\/[^/]+/.test(p)) return ["", ...p.split(/\/+/)];
		else return p.split(/\/+/);
	}
	match(f, partial = this.partial) {
		if (this.comment) return false;
		if (this.empty) return f === "";
		if (f === "/" && partial) return true;
		const options = this.options;
		let split = this.#cachedSplit(f);
		if (!split) {
			if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
				lastChecked = f;
				const can = this.#canMatch(f);
				if (can === "no") return options.flipNegate ? false : this.negate;
				if (can === "yes") return options.flipNegate ? true : !this.negate;
			}
			split = this.#split(f);
		}
		const ff = split.parts;
		const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
		const set = this.set;
		let filename = ff[ff.length - 1];
		if (!filename) for (let i = ff.length - 2; !filename && i >= 0; i--) filename = ff[i];
		for (let r = 0; r < set.length; r++) {
			const pattern = set[r];
			const shape = partial ? void 0 : this.#shapes[r];
			if (shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial)) {
				if (options.flipNegate) return true;
				return !this.negate;
			}
		}
		if (options.flipNegate) return false;
		return this.negate;
	}
	static defaults(def) {
		return minimatch.defaults(def).Minimatch;
	}
};
/* c8 ignore stop */
minimatch.Minimatch = Minimatch;
minimatch.escape = escape$1;
minimatch.unescape = unescape$1;

// src/core/policy/flux/scope.ts
function fluxScope(automations, namespace) {
	const own = automations.filter((automation) => automation.namespace === namespace);
	const isNamed = automations.some((automation) => automation.namespace !== void 0);
	const globs = (own.length === 0 && !isNamed ? automations : own).map(({ spec }) => globOf$1(textAt$1(spec, "update", "path") ?? ""));
	return globs.length === 0 || globs.includes(void 0) ? void 0 : [...new Set(globs.filter((glob) => glob !== void 0))];
}
function globOf$1(path) {
	if (path.includes("${")) return void 0;
	const parts = [];
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	if (parts.length === 0) return void 0;
	const literal = escape$1(parts.join("/"), { magicalBraces: true });
	return /\.ya?ml$/.test(path) ? literal : `${literal}/**`;
}

// src/core/policy/version.ts
function parseVersion(text) {
	const match = VERSION$6.exec(text);
	if (match === null) return void 0;
	const [, first = "0", second = "0", third = "0", pre] = match;
	const major = readUint64(first);
	const minor = readUint64(second);
	const patch = readUint64(third);
	if (major === void 0 || minor === void 0 || patch === void 0) return void 0;
	const prerelease = pre === void 0 ? RELEASE : pre.split(".");
	if (prerelease.some((identifier) => /^0[0-9]+$/.test(identifier))) return void 0;
	return {
		text,
		major,
		minor,
		patch,
		prerelease
	};
}
function isFluxVersion(tag) {
	return tag.indexOf(".", tag.indexOf(".") + 1) > tag.indexOf(".");
}
function compareVersions(a, b) {
	return compareOrdered(a.major, b.major) || compareOrdered(a.minor, b.minor) || compareOrdered(a.patch, b.patch) || comparePrereleases(a.prerelease, b.prerelease);
}
function comparePrereleases(a, b) {
	if (a.length === 0 || b.length === 0) return compareOrdered(b.length, a.length);
	for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
		const order = compareIdentifiers(a[index] ?? "", b[index] ?? "");
		if (order !== 0) return order;
	}
	return a.length - b.length;
}
const IDENTIFIERS$1 = String.raw`[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*`;
const VERSION$6 = new RegExp(String.raw`^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-(${IDENTIFIERS$1}))?(?:\+${IDENTIFIERS$1})?$`);
const RELEASE = [];
const UINT64_LIMIT = 1n << 64n;
function readUint64(digits) {
	const value = BigInt(digits);
	return digits.length <= 19 || value < UINT64_LIMIT ? value : void 0;
}
function compareIdentifiers(a, b) {
	const numberA = /^[0-9]+$/.test(a) ? readUint64(a) : void 0;
	const numberB = /^[0-9]+$/.test(b) ? readUint64(b) : void 0;
	if (numberA !== void 0 && numberB !== void 0) return compareOrdered(numberA, numberB);
	if (numberA !== void 0) return -1;
	if (numberB !== void 0) return 1;
	return compareOrdered(a, b);
}
function compareOrdered(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/core/policy/range.ts
function readRange(text) {
	if (text.length > RANGE_LIMIT) return refused$3(`the range is longer than ${RANGE_LIMIT} characters`);
	const branches = [];
	for (const branchText of rewriteHyphens(text).split("||")) {
		const branch = readBranch(branchText, text);
		if (!branch.ok) return branch;
		branches.push(branch.value);
	}
	return {
		ok: true,
		value: {
			text,
			branches
		}
	};
}
function inRange(range, version) {
	return range.branches.some(({ terms, admitsPrereleases }) => (admitsPrereleases || version.prerelease.length === 0) && terms.every((term) => fits$1(term, version)));
}
function admitsPrereleases(range) {
	return range.branches.some((branch) => branch.admitsPrereleases);
}
const RANGE_LIMIT = 1e3;
const BLANKS = "[\\t\\n\\f\\r ]";
const NUMBER = "[0-9xX*|]+";
const IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const PARTIAL = `v?${NUMBER}(?:\\.${NUMBER})?(?:\\.${NUMBER})?${`(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`}`;
const HYPHENS = new RegExp(`${BLANKS}*(${PARTIAL})${BLANKS}+-${BLANKS}+(${PARTIAL})${BLANKS}*`, "g");
const TERM = new RegExp(`(!=|>=|=>|<=|=<|~>|[=><~^]|)${BLANKS}*v?(${NUMBER})(?:\\.(${NUMBER}))?(?:\\.(${NUMBER}))?(-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`, "y");
const SKIP_BLANKS = new RegExp(`${BLANKS}*`, "y");
const OPERATORS$1 = {
	"": "=",
	"=": "=",
	"!=": "!=",
	">": ">",
	"<": "<",
	">=": ">=",
	"=>": ">=",
	"<=": "<=",
	"=<": "<=",
	"~": "~",
	"~>": "~",
	"^": "^"
};
function rewriteHyphens(text) {
	return text.replace(HYPHENS, (_, from, to) => `>= ${from}, <= ${to} `);
}
function readBranch(branchText, rangeText) {
	const terms = [];
	let at = skipBlanks(branchText, 0);
	if (at === branchText.length) return refused$3(whyEmpty(rangeText));
	while (at < branchText.length) {
		TERM.lastIndex = at;
		const match = TERM.exec(branchText);
		if (match === null) return refused$3(whyImproper(branchText));
		const term = readTerm(match);
		if (!term.ok) return term;
		terms.push(term.value);
		const end = at + match[0].length;
		at = skipBlanks(branchText, end);
		if (at === branchText.length) break;
		if (branchText[at] === ",") at = skipBlanks(branchText, at + 1);
		else if (at === end) return refused$3(whyImproper(branchText));
		if (at === branchText.length) return refused$3(`${quote(branchText.trim())} ends with a comma; remove it`);
	}
	return {
		ok: true,
		value: {
			terms,
			admitsPrereleases: terms.some((term) => term.version.prerelease.length > 0)
		}
	};
}
function skipBlanks(text, from) {
	SKIP_BLANKS.lastIndex = from;
	SKIP_BLANKS.exec(text);
	return SKIP_BLANKS.lastIndex;
}
function readTerm(match) {
	const [text, operator = "", major = "", minor, patch, prerelease = ""] = match;
	const open = isOpen(major) ? "major" : isOpen(minor) ? "minor" : isOpen(patch) ? "patch" : "none";
	const numbers = {
		major: "0.0.0",
		minor: `${major}.0.0`,
		patch: `${major}.${minor}.0`,
		none: `${major}.${minor}.${patch}`
	};
	const version = parseVersion(numbers[open] + prerelease);
	if (version === void 0) return refused$3(`${quote(text)} is not a version; write numbers or the wildcards x, X and *, e.g. "1.2.x", and "||" between alternatives`);
	return {
		ok: true,
		value: {
			operator: OPERATORS$1[operator] ?? "=",
			version,
			open
		}
	};
}
function isOpen(number) {
	return number === void 0 || number === "x" || number === "X" || number === "*";
}
function refused$3(reason) {
	return {
		ok: false,
		reason
	};
}
function whyEmpty(rangeText) {
	return rangeText.includes("||") ? `there is nothing on one side of "||" in ${quote(rangeText)}; write a range on both sides, e.g. "1.x || 2.x"` : "the range is empty; write \"*\" for every release, or e.g. \"1.x\" or \">=1.2 <2\"";
}
function whyImproper(branchText) {
	return `${quote(branchText.trim())} is not a semver range; write e.g. "1.x", ">=1.2 <2" or "^1.4.0", with a blank or a comma between two conditions and "||" between alternatives`;
}
function fits$1(term, version) {
	const order = compareVersions(version, term.version);
	switch (term.operator) {
		case "=": return term.open === "none" ? order === 0 : fitsTilde(term, version, order);
		case "!=": return fitsNot(term, version, order);
		case ">": return fitsGreater(term, version, order);
		case ">=": return order >= 0;
		case "<": return order < 0;
		case "<=": return fitsAtMost(term, version, order);
		case "~": return fitsTilde(term, version, order);
		case "^": return fitsCaret(term, version, order);
		default: return unreachable(term.operator);
	}
}
function fitsNot({ open, version: c }, v, order) {
	if (open === "none") return order !== 0;
	if (c.major !== v.major) return true;
	if (open === "minor") return false;
	if (c.minor !== v.minor) return true;
	if (open === "major") return order !== 0;
	return comparePrereleases(v.prerelease, c.prerelease) !== 0;
}
function fitsGreater({ open, version: c }, v, order) {
	if (open === "none" || open === "major") return order > 0;
	if (v.major !== c.major) return v.major > c.major;
	return open === "patch" && v.minor > c.minor;
}
function fitsAtMost({ open, version: c }, v, order) {
	if (open === "none") return order <= 0;
	if (v.major > c.major) return false;
	return !(v.major === c.major && v.minor > c.minor && open !== "minor");
}
function fitsTilde({ open, version: c }, v, order) {
	if (order < 0) return false;
	if (c.major === 0n && c.minor === 0n && c.patch === 0n && open !== "minor" && open !== "patch") return true;
	return v.major === c.major && (v.minor === c.minor || open === "minor");
}
function fitsCaret({ open, version: c }, v, order) {
	if (order < 0) return false;
	if (c.major > 0n || open === "minor") return v.major === c.major;
	if (v.major > 0n) return false;
	if (c.minor > 0n || open === "patch") return v.minor === c.minor;
	return v.minor === 0n && v.patch === c.patch;
}

// src/core/policy/flux/resolve.ts
function resolveFlux(object, name, others) {
	const { spec, namespace, place } = object;
	if (object.name === "") return no$2("it has no metadata.name here");
	const badName = [object.name, namespace ?? object.name].find((part) => !KUBERNETES_NAME.test(part));
	if (badName !== void 0) return no$2(variableOr(badName, "the name", `${quote(badName)} is not a name of Kubernetes`));
	const odd = TEXTS.find((keys) => !isTextOrAbsent(nodeAt$1(spec, ...keys)));
	if (odd !== void 0) return no$2(`spec.${odd.join(".")} is not text; put it in quotes`);
	if (isPartial(object)) return no$2(`it has no ${nodeAt$1(spec, "policy") === void 0 ? "spec.policy" : "spec.imageRepositoryRef"} here`);
	const image = imageOf$1(object, others.repositories);
	if (!image.ok) return image;
	const order = orderOf(nodeAt$1(spec, "policy"));
	if (!order.ok) return order;
	const filter = filterOf$1(spec);
	if (!filter.ok) return filter;
	const digest = textAt$1(spec, "digestReflectionPolicy") ?? "Never";
	if (!isDigestRule(digest)) return no$2(`digestReflectionPolicy ${quote(digest)} is not Never, IfNotPresent or Always`);
	const paths = fluxScope(others.automations, namespace);
	const policy = {
		name,
		anyNamespace: namespace === void 0,
		image: image.value,
		...paths === void 0 ? {} : { paths },
		...filter.value === void 0 ? {} : { filter: filter.value },
		order: order.value,
		digest,
		place,
		origin: "flux"
	};
	const { pattern, extract } = filter.value ?? {};
	const range = textAt$1(spec, "policy", "semver", "range");
	const direction = "direction" in order.value ? order.value.direction : "";
	return {
		ok: true,
		value: {
			object,
			policy,
			meaning: JSON.stringify([
				image.value,
				order.value.kind,
				range,
				direction,
				pattern,
				extract,
				digest
			])
		}
	};
}
function isPartial({ spec }) {
	return nodeAt$1(spec, "policy") === void 0 || nodeAt$1(spec, "imageRepositoryRef") === void 0;
}
const TEXTS = [
	["imageRepositoryRef", "name"],
	["imageRepositoryRef", "namespace"],
	[
		"policy",
		"semver",
		"range"
	],
	[
		"policy",
		"alphabetical",
		"order"
	],
	[
		"policy",
		"numerical",
		"order"
	],
	["filterTags", "pattern"],
	["filterTags", "extract"],
	["digestReflectionPolicy"]
];
function isTextOrAbsent(node) {
	return node === void 0 || node.kind === "scalar" && (node.value === null || typeof node.value === "string");
}
const KUBERNETES_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
function imageOf$1({ spec, namespace }, repositories) {
	const name = textAt$1(spec, "imageRepositoryRef", "name") ?? "";
	const wanted = textAt$1(spec, "imageRepositoryRef", "namespace") ?? namespace;
	const named = repositories.get(name) ?? [];
	const exact = named.filter((repository) => repository.namespace === wanted);
	const near = named.filter((repository) => wanted === void 0 || repository.namespace === void 0);
	const found = exact.length > 0 ? exact : near;
	const [first] = found;
	if (first === void 0) return no$2(variableOr(name, "imageRepositoryRef", `no file has its ImageRepository ${quote(`${wanted ?? "*"}:${name}`)}`));
	const images = new Set(found.map((repository) => textAt$1(repository.spec, "image")));
	if (images.size > 1) return no$2(`several ImageRepository objects could be meant, with different images: ${found.map(({ place }) => formatPlace(place)).join(" and ")}`);
	const [image] = images;
	if (image === void 0) return no$2(`its ImageRepository (${formatPlace(first.place)}) has no spec.image here`);
	const parsed = readImageName(image);
	return parsed.ok ? parsed : no$2(variableOr(image, "the image", `its image ${quote(image)}: ${parsed.reason}`));
}
function orderOf(policy) {
	if (nodeAt$1(policy, "semver") !== void 0) {
		const text = textAt$1(policy, "semver", "range");
		if (text === void 0) return no$2("spec.policy.semver has no range");
		const range = readRange(text);
		if (range.ok) return {
			ok: true,
			value: {
				kind: "semver",
				range: range.value
			}
		};
		return no$2(variableOr(text, "the range", range.reason));
	}
	for (const kind of ["alphabetical", "numerical"]) {
		const choice = nodeAt$1(policy, kind);
		if (choice === void 0) continue;
		const direction = (textAt$1(choice, "order") ?? "asc").toLowerCase();
		if (direction === "asc" || direction === "desc") return {
			ok: true,
			value: {
				kind,
				direction
			}
		};
		return no$2(variableOr(direction, "the order", `its order ${quote(direction)} is neither asc nor desc`));
	}
	return no$2("spec.policy has neither semver nor alphabetical nor numerical");
}
function filterOf$1(spec) {
	if (nodeAt$1(spec, "filterTags") === void 0) return {
		ok: true,
		value: void 0
	};
	const pattern = textAt$1(spec, "filterTags", "pattern") ?? "";
	const written = textAt$1(spec, "filterTags", "extract") ?? "";
	if (VARIABLE.test(pattern)) return no$2(variableOr(pattern, "the pattern", ""));
	const filter = readFilter(pattern, unescape(written));
	if (!filter.ok) return filter;
	const { groupNames } = filter.value;
	const isGroup = (name) => /^\d+$/.test(name) ? Number(name) < groupNames.length : groupNames.includes(name);
	const variable = [...written.matchAll(VARIABLES)].find(([, name = ""]) => !isGroup(name));
	return variable === void 0 ? filter : no$2(variableOr(variable[0], "the extract", ""));
}
const VARIABLE = /(?<!\$)\$\{[^}]*\}/;
const VARIABLES = /(?<!\$)\$\{([^}]*)\}/g;
function unescape(text) {
	return text.replaceAll("$${", () => "${");
}
function variableOr(text, what, otherwise) {
	const [variable] = VARIABLE.exec(text) ?? [];
	return variable === void 0 ? otherwise : `${what} holds ${quote(variable).slice(1, -1)}, which Flux fills in later`;
}
function isDigestRule(text) {
	return text === "Never" || text === "IfNotPresent" || text === "Always";
}
function no$2(reason) {
	return {
		ok: false,
		reason
	};
}

// src/core/policy/flux/flux.ts
const FLUX_TEXT = FLUX_GROUP;
function fluxPolicies(files, isAsked = () => true) {
	const objects = readFluxObjects(files);
	const findings = [...objects.findings];
	const resolved = [];
	const partial = Map.groupBy(objects.policies.filter(isPartial), ({ name }) => name);
	const others = {
		...objects,
		repositories: Map.groupBy(objects.repositories, ({ name }) => name)
	};
	for (const object of objects.policies) {
		const name = fluxName(object);
		const patch = partial.get(object.name)?.find((other) => other !== object && mayPatch(other, object));
		const result = resolveFlux(object, name, others);
		if (!result.ok) findings.push(unresolved(object, result.reason));
		else if (patch !== void 0) findings.push(unresolved(object, `${formatPlace(patch.place)} changes it`));
		else resolved.push(result.value);
	}
	const { policies, clashes } = withoutCopies(resolved, isAsked);
	return {
		policies,
		findings: [...findings, ...clashes]
	};
}
function mergePolicies(file, flux) {
	if (!file.flux) return file.policies;
	const defined = new Set(file.policies.map(({ name }) => name));
	return [...file.policies, ...flux.filter(({ name }) => !defined.has(name))];
}
function findPolicy(policies, name) {
	const anywhere = `*${name.slice(name.indexOf(":"))}`;
	return policies.find((policy) => policy.name === name) ?? policies.find((policy) => policy.anyNamespace && policy.name === anywhere);
}
function fluxName({ namespace, name }) {
	return `${namespace ?? "*"}:${name}`;
}
function mayPatch(patch, object) {
	const sameNamespace = patch.namespace === object.namespace;
	return patch.name === object.name && (sameNamespace || patch.namespace === void 0 || object.namespace === void 0);
}
function unresolved(object, reason) {
	const name = fluxName(object);
	const advice = `; define "${`${object.namespace ?? "<namespace>"}:${object.name || "<name>"}`}" with image and policy under policies in the policy file`;
	return finding("FLUX_UNRESOLVED", {
		policy: name,
		reason: reason + advice
	}, object.place);
}
function withoutCopies(resolved, isAsked) {
	const policies = [];
	const clashes = [];
	const problems = [];
	for (const copies of Map.groupBy(resolved, ({ policy }) => policy.name).values()) {
		const [first, second] = copies;
		if (first === void 0) continue;
		const places = copies.map(({ policy }) => formatPlace(policy.place)).join(" and ");
		if (second !== void 0 && first.policy.anyNamespace) {
			const message = sharedName(first.object.name, places);
			if (isAsked(first.object.name)) problems.push({
				place: second.policy.place,
				message
			});
			else clashes.push(finding("FLUX_UNRESOLVED", {
				policy: first.policy.name,
				reason: message
			}, second.policy.place));
		} else if (copies.some(({ meaning }) => meaning !== first.meaning)) clashes.push(unresolved(first.object, `${places} define it differently`));
		else policies.push(first.policy);
	}
	if (problems.length > 0) throw new BumpError("BAD_POLICY", problems);
	return {
		policies,
		clashes
	};
}
function sharedName(name, places) {
	return `two ImagePolicy objects "${name}" without metadata.namespace: ${places}. Write their namespaces, or write the policies in the policy file with "flux: false"`;
}

// src/core/git/repo-path.ts
function checkRepoPath(text) {
	const reason = whyNot$4(text);
	return reason === void 0 ? {
		ok: true,
		value: text
	} : {
		ok: false,
		reason: `${quote(text)} is not a path inside the repository: ${reason}`
	};
}
function mayHoldMarkers(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return name === "Kustomization" || name.endsWith(".yaml") || name.endsWith(".yml");
}
function whyNot$4(text) {
	if (text === "") return "it is empty";
	if (text.includes("\0")) return "it holds a NUL character";
	if (text.startsWith("/")) return "write it relative to the root of the repository";
	for (const part of text.split("/")) {
		if (part === "") return "a part between slashes is empty";
		if (part === "." || part === "..") return "\".\" and \"..\" are not allowed";
		if (part.toLowerCase() === ".git") return "\".git\" belongs to git";
	}
}

// src/core/policy/scope.ts
const OPTIONS = {
	dot: true,
	nonegate: true,
	nocomment: true
};
const MAGIC$2 = /[*?[\]{}()!+@]/;
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
	const exact = new Minimatch(plain, OPTIONS);
	const matches = MAGIC$2.test(plain) ? (path) => exact.match(path) : (path) => path === plain || path.startsWith(`${plain}/`);
	compiled.set(glob, matches);
	return matches;
}

// src/core/marker/format.ts
const TEXT_NAMES = ".env, .env.*, *.env, *.toml, *.tf, *.tfvars, *.hcl, Dockerfile, Containerfile";
const TEXT_GLOBS = [...[
	".env",
	".env.*",
	"*.env",
	"*.toml",
	"*.tf",
	"*.tfvars",
	"*.hcl"
].map((name) => `**/${name}`), ...[
	"Dockerfile",
	"Dockerfile.*",
	"*.Dockerfile",
	"Containerfile"
].map((name) => `**/${name}`)];
function formatOf(path) {
	if (mayHoldMarkers(path)) return "yaml";
	const name = path.slice(path.lastIndexOf("/") + 1);
	return NAMES$2.find(([pattern]) => pattern.test(name))?.[1];
}
const NAMES$2 = [
	[/\.toml$/, "toml"],
	[/\.(?:tf|tfvars|hcl)$/, "hcl"],
	[/^(?:Dockerfile|Containerfile)$|^Dockerfile\.|\.Dockerfile$/, "dockerfile"],
	[/^\.env(?:\.|$)|\.env$/, "env"]
];

// src/core/marker/marker.ts
const KEY = "$imagepolicy";
const MARKER_TEXT = `"${KEY}"`;
const LONG_FORM = "#/definitions/io.k8s.cli.setters.";
function readObject(body) {
	const members = stringMembers(body);
	if (members === void 0) return void 0;
	const name = members.get(KEY);
	if (typeof name === "string" && name !== "") return readName(name);
	const ref = members.get("$ref");
	if (typeof ref === "string" && ref.startsWith(LONG_FORM)) return readName(ref.slice(33));
	return members.has("$imagepolicy") ? {
		kind: "near",
		reason: "it names no policy"
	} : void 0;
}
function holdsMarkerText(text) {
	return text.includes(MARKER_TEXT);
}
function readJson$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function stringMembers(body) {
	const value = readJson$1(body);
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

// src/core/marker/near.ts
const LONGEST_NEAR_MISS = 2e3;
function nearMiss(body) {
	if (body.length > LONGEST_NEAR_MISS) return { kind: "none" };
	const inner = body.match(/\{[^{}]*\}/g)?.flatMap((object) => innerMarker(object)) ?? [];
	const [first] = inner;
	if (first !== void 0) return {
		kind: "near",
		reason: aroundObject(body, first, inner.length),
		inner: first.marker
	};
	const reason = looksMeant(body) ? malformed(body) : void 0;
	return reason === void 0 ? { kind: "none" } : {
		kind: "near",
		reason
	};
}
function innerMarker(text) {
	const reading = readObject(text);
	return reading?.kind === "marker" ? [{
		text,
		marker: reading.marker
	}] : [];
}
function aroundObject(body, { text }, objects) {
	const at = body.indexOf(text);
	const before = body.slice(0, at);
	const after = body.slice(at + text.length);
	if (objects > 1) return "only one object may stand in the comment";
	const invisible = invisibleCharacter(before + after);
	if (invisible !== void 0) return `the invisible character ${invisible} stands beside the object`;
	if (/^\s*#[\s#]*$/.test(before)) return "a second # stands before the object; write one #, or ## without a blank between";
	return before.trim() === "" ? "text stands after the object" : "text stands before the object";
}
function looksMeant(body) {
	return /["'`]?\$?imagepolicy["'`]?\s*:/i.test(body) || firstKey(body) !== void 0;
}
function malformed(body) {
	const invisible = invisibleCharacter(body);
	if (invisible !== void 0) return `it holds the invisible character ${invisible}`;
	const value = readJson$1(body);
	if (typeof value === "object" && value !== null) {
		const odd = Object.entries(value).find(([, member]) => member !== null && typeof member !== "string");
		if (odd !== void 0 && Object.hasOwn(value, "$imagepolicy")) return `its member ${JSON.stringify(odd[0])} is not a string`;
	}
	const key = firstKey(body);
	if (key !== void 0 && key !== "$imagepolicy") return `its key is ${JSON.stringify(key)}; write "${KEY}"`;
	if (!body.includes("{")) return "the braces around the object are missing";
	if (/[`‘’“”]/.test(body) || body.includes("'")) return "JSON strings stand between double quotes";
	if (/,\s*\}/.test(body)) return "a comma stands before the closing brace";
	if (!body.includes("}")) return "the closing brace is missing";
	if (!/"\$imagepolicy"\s*:\s*"[^"]*"/.test(body)) return "key and value must stand between double quotes";
	return "it is not one JSON object";
}
function firstKey(body) {
	const key = /\{\s*["'`‘’“”]?([$\w-]{9,15})["'`‘’“”]?\s*:/.exec(body)?.[1];
	return key !== void 0 && nearest(key, ["$imagepolicy"]) !== void 0 ? key : void 0;
}
function invisibleCharacter(text) {
	const code = /[\u00a0\u200b-\u200f\u2028\u2029\u202f\u2060\ufeff]/.exec(text)?.[0].charCodeAt(0);
	return code === void 0 ? void 0 : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

// src/core/marker/comment.ts
function readMarker(comment) {
	const body = comment.replace(/^#+/, "");
	if (!body.includes("{") && !/imagepolicy/i.test(body)) return { kind: "none" };
	return readObject(body) ?? nearMiss(body);
}

// src/core/marker/lines.ts
function lineIndex(text) {
	const starts = [0];
	for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
	const lineAt = (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	};
	return {
		lineAt,
		columnAt: (offset) => offset - (starts[lineAt(offset) - 1] ?? 0) + 1
	};
}
function placeIn$1(path, { lineAt, columnAt }, offset) {
	return {
		path,
		line: lineAt(offset),
		column: columnAt(offset)
	};
}
function withoutFinalNewlines(value) {
	let end = value.length;
	while (value[end - 1] === "\n") end -= 1;
	return value.slice(0, end);
}

// src/core/marker/atoms.ts
function listAtoms({ tokens, documents }) {
	const broken = new Map(documents.filter(({ problem }) => problem !== void 0).map((one) => [one.token, one]));
	const atoms = [];
	for (const top of tokens) {
		const document = top.type === "document" ? broken.get(top) : void 0;
		if (document !== void 0) {
			atoms.push({
				kind: "broken",
				offset: top.offset,
				end: document.end,
				tail: document.end,
				indent: 0
			});
			continue;
		}
		const waiting = [{
			token: top,
			role: "root",
			inFlow: false,
			holds: "nothing",
			indent: 0
		}];
		for (let visit = waiting.pop(); visit !== void 0; visit = waiting.pop()) {
			const atom = atomOf(visit);
			if (atom !== void 0) atoms.push(atom);
			for (const child of children(visit).toReversed()) waiting.push(child);
		}
	}
	return atoms;
}
function atomOf({ token, role, inFlow, holds, indent }) {
	const { offset } = token;
	const end = offset + ("source" in token ? token.source.length : 0);
	if (isFlowScalar(token)) return {
		kind: "scalar",
		role,
		inFlow,
		token,
		offset,
		end,
		tail: end,
		indent
	};
	if (token.type === "block-scalar") {
		const header = token.props[0];
		return {
			kind: "scalar",
			role,
			inFlow,
			token,
			offset,
			end: offset + (header !== void 0 && "source" in header ? header.source.length : 1),
			tail: blockStart(token) + token.source.length,
			indent
		};
	}
	if (token.type === "comment") return {
		kind: "comment",
		source: token.source,
		offset,
		end,
		tail: end,
		indent
	};
	if (token.type === "seq-item-ind") return {
		kind: "dash",
		holds,
		offset,
		end,
		tail: end,
		indent
	};
	if (token.type === "map-value-ind") return {
		kind: "colon",
		holds,
		offset,
		end,
		tail: end,
		indent
	};
	const kind = PLAIN_KINDS[token.type];
	return kind === void 0 ? void 0 : {
		kind,
		offset,
		end,
		tail: end,
		indent
	};
}
function isFlowScalar(token) {
	return token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar";
}
const PLAIN_KINDS = {
	alias: "alias",
	"explicit-key-ind": "question",
	comma: "comma",
	"flow-map-start": "open",
	"flow-seq-start": "open",
	"flow-map-end": "close",
	"flow-seq-end": "close",
	anchor: "property",
	tag: "property",
	"doc-start": "separator",
	"doc-end": "separator",
	directive: "separator"
};
function blockStart(token) {
	return token.props.reduce((offset, prop) => offset + ("source" in prop ? prop.source.length : 0), token.offset);
}
function children(visit) {
	const { token } = visit;
	const plain = (inside = []) => inside.map((child) => ({
		...visit,
		token: child,
		holds: "nothing"
	}));
	if (token.type === "document") return [
		...plain(token.start),
		...plain(token.value === void 0 ? [] : [token.value]),
		...plain(token.end)
	];
	if (token.type === "block-map" || token.type === "block-seq") return token.items.flatMap((item) => entry$1(item, visit, token.type === "block-seq", false));
	if (token.type === "flow-collection") {
		const sequence = token.start.type === "flow-seq-start";
		const entries = token.items.flatMap((item) => entry$1(item, visit, sequence, true));
		return [
			...plain([token.start]),
			...entries,
			...plain(token.end)
		];
	}
	if (token.type === "block-scalar") return plain(token.props);
	return "end" in token ? plain(token.end) : [];
}
function entry$1(item, parent, sequence, inFlow) {
	const inKey = parent.role === "key";
	const holds = heldBy$1(item.value);
	const indent = parent.token.type === "block-map" || parent.token.type === "block-seq" ? parent.token.indent : parent.indent;
	const visit = (token, role) => ({
		token,
		role: inKey ? "key" : role,
		inFlow,
		holds,
		indent
	});
	const role = sequence && item.sep === void 0 ? "item" : "value";
	return [
		...item.start.map((token) => visit(token, "key")),
		...item.key ? [visit(item.key, "key")] : [],
		...(item.sep ?? []).map((token) => visit(token, "key")),
		...item.value === void 0 ? [] : [visit(item.value, role)]
	];
}
function heldBy$1(value) {
	if (value === void 0) return "nothing";
	if (value.type === "alias") return "alias";
	return value.type === "block-map" || value.type === "block-seq" || value.type === "flow-collection" ? "collection" : "scalar";
}

// src/core/marker/position.ts
const FARTHEST = 1e3;
function standing$1(atoms, index, lines) {
	const before = lineOwner(atoms, index, lines);
	if (before === void 0) return above(atoms, index, lines);
	if (before.kind === "scalar") return markable(before.role) ? {
		kind: "on",
		scalar: before
	} : dead$1(SCALAR_ROLES[before.role]);
	if (before.kind === "dash") return before.holds === "scalar" ? above(atoms, index, lines) : dead$1(HELD_BY_DASH[before.holds]);
	if (before.kind === "colon") return dead$1(HELD_BY_COLON[before.holds]);
	return dead$1(ON_LINE_OF[before.kind] ?? "on a line without a value");
}
function ownLine(atoms, index, lines) {
	return lineOwner(atoms, index, lines) === void 0;
}
const ON_LINE_OF = {
	alias: "on an alias",
	close: "after a flow collection",
	open: "on a mapping or sequence",
	question: "on a key"
};
const SCALAR_ROLES = {
	key: "on a key",
	root: "on a document that is one value"
};
const HELD_BY_DASH = {
	alias: "on an alias",
	collection: "on a mapping or sequence",
	nothing: "on an empty value"
};
const HELD_BY_COLON = {
	scalar: "on a key line with the value below",
	alias: "on a key line with an alias below",
	collection: "on a mapping or sequence",
	nothing: "on an empty value"
};
function markable(role) {
	return role === "value" || role === "item";
}
function dead$1(position) {
	return {
		kind: "dead",
		position
	};
}
function lineOwner(atoms, index, lines) {
	const comment = atoms[index];
	const neighbour = atoms[index - 1];
	if (comment === void 0 || neighbour === void 0) return void 0;
	const line = lines.lineAt(comment.offset);
	if (lines.lineAt(neighbour.end) !== line) return void 0;
	for (let at = index - 1; at >= 0; at -= 1) {
		const atom = atoms[at];
		if (atom === void 0 || lines.lineAt(atom.end) !== line) break;
		if (atom.kind !== "comma" && atom.kind !== "property") return atom;
	}
	return neighbour;
}
function above(atoms, index, lines) {
	const at = nextContent(atoms, index);
	const target = atoms[at];
	if (target?.kind !== "scalar") return dead$1(ABOVE[target?.kind ?? "separator"] ?? "below the last entry");
	if (!markable(target.role)) return dead$1(target.role === "key" ? "above a mapping entry" : SCALAR_ROLES.root);
	const head = headComments(atoms, at, lines);
	if (!head.includes(index)) return dead$1("below an entry, not above the next one");
	if (head.length > 1) return dead$1("among several comment lines above the value");
	if (hasLineComment(atoms, at, lines)) return dead$1("above a value that has a comment on its own line");
	return {
		kind: "on",
		scalar: target
	};
}
const ABOVE = {
	alias: "on an alias",
	colon: "above a mapping entry",
	question: "above a mapping entry",
	open: "above a mapping or sequence",
	dash: "above a mapping or sequence"
};
function nextContent(atoms, index) {
	let dashes = isBehindDash(atoms, index) ? 1 : 0;
	const last = Math.min(atoms.length, index + FARTHEST);
	for (let at = index + 1; at < last; at += 1) {
		const kind = atoms[at]?.kind;
		if (kind === "dash") {
			dashes += 1;
			if (dashes > 1) return at;
		} else if (kind !== "comment" && kind !== "property") return at;
	}
	return atoms.length;
}
function isBehindDash(atoms, index) {
	let at = index - 1;
	while (at > index - FARTHEST && (atoms[at]?.kind === "comment" || atoms[at]?.kind === "property")) at -= 1;
	const atom = atoms[at];
	return atom?.kind === "dash" && (atom.holds === "scalar" || atom.holds === "alias");
}
function headComments(atoms, scalar, lines) {
	const comments = [];
	let at = scalar - 1;
	let dash;
	for (; at >= Math.max(0, scalar - FARTHEST); at -= 1) {
		const kind = atoms[at]?.kind;
		if (kind === "comment") comments.push(at);
		else if (kind === "dash" && dash === void 0) dash = at;
		else if (kind !== "property") break;
	}
	comments.reverse();
	const before = atoms[at];
	if (before === void 0) return comments;
	const first = atoms[comments[0] ?? -1];
	const direct = before.kind === "colon" && dash === void 0;
	if (first !== void 0 && !direct && lines.lineAt(first.offset) === lines.lineAt(before.end)) comments.shift();
	const own = withoutFoot(atoms, comments, before, scalar, lines);
	return dash === void 0 ? own : withoutDeeper(atoms, own, before, dash, lines);
}
function withoutDeeper(atoms, comments, before, dash, lines) {
	const column = (at) => lines.columnAt(atoms[at]?.offset ?? 0);
	let kept = [];
	for (const at of [...comments.filter((comment) => comment < dash), dash]) {
		if (column(at) <= before.indent && column(at) !== column(kept[0] ?? at)) kept = [];
		if (at !== dash) kept.push(at);
	}
	return [...kept, ...comments.filter((comment) => comment > dash)];
}
function withoutFoot(atoms, comments, before, scalar, lines) {
	if (before.kind === "colon" || before.kind === "dash" || before.kind === "open") return comments;
	const below = (line, at) => lines.lineAt(atoms[at]?.offset ?? 0) === line;
	let line = lines.lineAt(Math.max(before.offset, before.tail - 1));
	let foot = 0;
	while (foot < comments.length && below(line + 1, comments[foot] ?? 0)) {
		foot += 1;
		line += 1;
	}
	const next = comments[foot] ?? firstOfEntry(atoms, scalar);
	return foot === 0 || below(line + 1, next) ? comments : comments.slice(foot);
}
function firstOfEntry(atoms, scalar) {
	let first = scalar;
	for (let at = scalar - 1; atoms[at]?.kind === "dash" || atoms[at]?.kind === "property"; at -= 1) first = at;
	return first;
}
function hasLineComment(atoms, scalar, lines) {
	let at = scalar + 1;
	while (atoms[at]?.kind === "comma") at += 1;
	const [own, next] = [atoms[scalar], atoms[at]];
	return own !== void 0 && next?.kind === "comment" && lines.lineAt(next.offset) === lines.lineAt(own.end);
}

// src/core/marker/stream.ts
const DEEPEST = 500;
function readStream(text, version = "1.2") {
	try {
		return parse$5(withNewlines(text), version);
	} catch (error) {
		return {
			kind: "unreadable",
			problem: {
				offset: 0,
				reason: `the YAML parser failed: ${String(error)}`
			}
		};
	}
}
function withNewlines(text) {
	const lines = text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
	return lines.startsWith("﻿") ? `\n${lines.slice(1)}` : lines;
}
function parse$5(text, version) {
	const parser = new Parser();
	const tokens = [];
	for (const lexeme of new Lexer().lex(text)) {
		tokens.push(...parser.next(lexeme));
		if (parser.stack.length > DEEPEST) return {
			kind: "unreadable",
			problem: {
				offset: parser.offset,
				reason: `it nests deeper than ${DEEPEST} levels`
			}
		};
	}
	tokens.push(...parser.end());
	return {
		kind: "read",
		tokens,
		documents: readDocuments(tokens, text, version)
	};
}
function readDocuments(tokens, text, version) {
	const errors = [];
	const composed = /* @__PURE__ */ new Map();
	const starts = [];
	let directives;
	for (const [index, token] of tokens.entries()) {
		if (token.type === "error") errors.push({
			offset: token.offset,
			reason: firstLine(token.message)
		});
		if (token.type === "directive") directives ??= index;
		if (token.type !== "document") continue;
		starts.push(composed.size === 0 ? 0 : tokens[directives ?? index]?.offset ?? token.offset);
		composed.set(token, compose(tokens.slice(directives ?? index, index + 1), version));
		directives = void 0;
	}
	let next = 0;
	return [...composed].map(([token, { document, problem: told }], index) => {
		const [start = 0, end = text.length] = [starts[index], starts[index + 1]];
		while ((errors[next]?.offset ?? Number.POSITIVE_INFINITY) < start) next += 1;
		const error = errors[next];
		const inside = error !== void 0 && (error.offset < end || end === text.length) ? error : void 0;
		const problem = told ?? inside ?? (document === void 0 ? void 0 : secondEntryOnLine(document, text));
		return {
			token,
			composed: document,
			start,
			end,
			...problem === void 0 ? {} : { problem }
		};
	});
}
function compose(tokens, version) {
	const composer = new Composer({
		version,
		uniqueKeys: false
	});
	Object.assign(composer, { onError: stopAtFirst() });
	try {
		const [document] = [...composer.compose(tokens)];
		if (document === void 0) throw new TypeError("a document was not composed");
		const [error] = document.errors;
		if (error === void 0) return { document };
		return {
			document: void 0,
			problem: {
				offset: error.pos[0],
				reason: firstLine(error.message)
			}
		};
	} catch (error) {
		if (!(error instanceof ComposeError)) throw error;
		return {
			document: void 0,
			problem: {
				offset: error.offset,
				reason: firstLine(error.message)
			}
		};
	}
}
var ComposeError = class extends Error {
	offset;
	constructor(offset, message) {
		super(message);
		this.offset = offset;
	}
};
function stopAtFirst() {
	let first;
	return (source, _code, message, warning) => {
		if (warning === true) return;
		const offset = typeof source === "number" ? source : "offset" in source ? source.offset : source[0];
		first ??= new ComposeError(offset, message);
		throw first;
	};
}
function secondEntryOnLine(document, text) {
	const waiting = [document.contents];
	while (waiting.length > 0) {
		const node = waiting.pop();
		if (isPair(node)) waiting.push(node.key, node.value);
		if (!isCollection(node)) continue;
		for (const [index, item] of node.items.entries()) {
			waiting.push(item);
			const before = isMap(node) && !node.flow ? node.items[index - 1]?.value : void 0;
			if (!isPair(item) || !isNode(item.key) || !(isAlias(before) || isCollection(before) && before.flow)) continue;
			const [from = 0, to = 0] = [before.range?.[1], item.key.range?.[0]];
			if (!text.slice(from, to).includes("\n")) return {
				offset: to,
				reason: "a second \":\" follows a value on its line"
			};
		}
	}
}
function firstLine(message) {
	const line = message.split("\n", 1)[0] ?? "";
	return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

// src/core/marker/scan.ts
function scan(path, text) {
	if (!MEANT.test(text)) return {
		fields: [],
		findings: []
	};
	const lines = lineIndex(text);
	const placeAt = (offset) => placeIn$1(path, lines, offset);
	const unreadable = ({ offset, reason }) => finding("FILE_UNREADABLE", { reason }, placeAt(Math.min(offset, text.length)));
	const stream = readStream(text);
	if (stream.kind === "unreadable") return {
		fields: [],
		findings: [unreadable(stream.problem)]
	};
	const findings = stream.documents.flatMap(({ problem }) => problem === void 0 ? [] : [unreadable(problem)]);
	const fields = [];
	const atoms = listAtoms(stream);
	atoms.forEach((atom, index) => {
		if (atom.kind !== "comment") return;
		const read = readComment$1(atoms, index, atom, lines);
		if (read.kind === "on") fields.push(markedField(read.marker, read.scalar, placeAt));
		if (read.kind === "told") findings.push(read.tell(placeAt(atom.offset)));
	});
	return {
		fields: holdsMarkerText(text) ? fields : [],
		findings
	};
}
const MEANT = /imagepolicy|\{\s*["'`]?\$im/i;
function readComment$1(atoms, index, { source }, lines) {
	const reading = readMarker(source);
	switch (reading.kind) {
		case "none": return { kind: "nothing" };
		case "unknown-part": {
			const { policy, part } = reading;
			return {
				kind: "told",
				tell: (place) => finding("UNKNOWN_PART", {
					policy,
					part
				}, place)
			};
		}
		case "near": return nearComment(source, reading, ownLine(atoms, index, lines));
		case "marker": {
			const { marker } = reading;
			const stands = standing$1(atoms, index, lines);
			if (stands.kind === "on") return {
				kind: "on",
				marker,
				scalar: stands.scalar
			};
			const args = {
				policy: marker.policy,
				position: stands.position
			};
			return {
				kind: "told",
				tell: (place) => finding("DEAD_MARKER", args, place)
			};
		}
		default: return unreachable(reading);
	}
}
function nearComment(source, { reason, inner }, ownLine) {
	if (ownLine && inner !== void 0) return {
		kind: "told",
		tell: (place) => finding("COMMENTED_MARKER", { policy: inner.policy }, place)
	};
	if (ownLine && !/^[#\s]*["'`‘’“”]?[{$]/.test(source)) return { kind: "nothing" };
	return {
		kind: "told",
		tell: (place) => finding("NEAR_MARKER", {
			comment: source,
			reason
		}, place)
	};
}
function markedField(marker, { token, inFlow, offset, end }, placeAt) {
	const decoded = resolveAsScalar(token, false, () => {})?.value ?? "";
	if (token.type !== "block-scalar") {
		const style = STYLES[token.type] ?? "plain";
		return {
			marker,
			place: placeAt(offset),
			value: decoded,
			start: offset,
			end,
			style,
			inFlow
		};
	}
	const content = blockContent(token);
	return {
		marker,
		place: placeAt(content.start),
		value: withoutFinalNewlines(decoded),
		...content,
		style: "block",
		inFlow
	};
}
const STYLES = {
	"single-quoted-scalar": "single",
	"double-quoted-scalar": "double",
	scalar: "plain"
};
function blockContent(token) {
	const { source } = token;
	const base = blockStart(token);
	const first = source.search(/\S/);
	if (first === -1) return {
		start: base,
		end: base
	};
	const lineStart = source.lastIndexOf("\n", first) + 1;
	const header = token.props[0];
	const indicator = /[1-9]/.exec(header !== void 0 && "source" in header ? header.source : "")?.[0];
	const indent = indicator === void 0 ? first - lineStart : token.indent + Number(indicator);
	return {
		start: base + lineStart + indent,
		end: base + contentEnd(source, indent)
	};
}
function contentEnd(source, indent) {
	let end = source.length;
	while (end > 0) {
		if (source[end - 1] === "\n") end -= 1;
		if (source[end - 1] === "\r") end -= 1;
		const lineStart = source.lastIndexOf("\n", end - 1) + 1;
		const line = source.slice(lineStart, end);
		if (line.length > indent || line.trim() !== "" || lineStart === 0) break;
		end = lineStart;
	}
	return end;
}

// src/core/marker/text/commented.ts
function dead(position, instead = PLAIN) {
	return {
		kind: "dead",
		position,
		instead
	};
}
const PLAIN = "Put it at the end of a line with one plain value: no escapes, variables or expressions.";
function quotedToken(text, start, end) {
	return {
		start,
		end,
		value: text.slice(start + 1, end - 1),
		style: text[start] === "'" ? "single" : "double"
	};
}
function lineEnd(text, from) {
	let at = from;
	while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at += 1;
	return at;
}

// src/core/marker/text/dockerfile-lines.ts
function readLines$1(text) {
	const lines = listLines(text);
	const escape = escapeCharacter(text, lines);
	const terminators = terminatorIndex(text, lines);
	const comments = [];
	const instructions = [];
	let above;
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at] ?? END;
		const hash = commentStart(text, line);
		if (hash !== void 0) {
			comments.push({
				start: hash,
				end: line.end,
				inside: false
			});
			above = comments.length - 1;
			continue;
		}
		const written = text.slice(line.start, line.end);
		const keyword = /^[ \t]*([A-Za-z]+)(?=[ \t]|$)/.exec(written);
		if (written.trim() === "") {
			above = void 0;
			continue;
		}
		const last = lastLine(text, lines, at, escape, comments);
		if (keyword?.[1] !== void 0) {
			const argumentsAt = line.start + keyword[0].length;
			const end = Math.max(argumentsAt, (lines[last] ?? line).end);
			const instruction = {
				keyword: keyword[1].toUpperCase(),
				argumentsAt,
				end,
				gaps: gapsOf(text, lines, at, last, escape)
			};
			instructions.push(above === void 0 ? instruction : {
				...instruction,
				above
			});
		}
		at = afterHeredocs(text.slice(line.start, (lines[last] ?? line).end), last, terminators);
		above = void 0;
	}
	return {
		comments,
		instructions
	};
}
function flatten(text, { argumentsAt, end, gaps }) {
	const pieces = [];
	let done = argumentsAt;
	for (const gap of gaps) {
		pieces.push(text.slice(done, gap.start), "\0".repeat(gap.end - gap.start));
		done = gap.end;
	}
	return [...pieces, text.slice(done, end)].join("");
}
const END = {
	start: 0,
	end: 0
};
function listLines(text) {
	const lines = [];
	let start = text.startsWith("﻿") ? 1 : 0;
	while (start < text.length) {
		const newline = text.indexOf("\n", start);
		const end = newline === -1 ? text.length : newline;
		lines.push({
			start,
			end: end > start && text[end - 1] === "\r" ? end - 1 : end
		});
		start = end + 1;
	}
	return lines;
}
function escapeCharacter(text, lines) {
	for (const { start, end } of lines) {
		const directive = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S+)[ \t]*$/.exec(text.slice(start, end));
		if (directive === null) break;
		if (directive[1]?.toLowerCase() === "escape") return directive[2] === "`" ? "`" : "\\";
	}
	return "\\";
}
function commentStart(text, { start, end }) {
	let at = start;
	while (at < end && (text[at] === " " || text[at] === "	")) at += 1;
	return at < end && text[at] === "#" ? at : void 0;
}
function continuation(text, { start, end }, escape) {
	let at = end;
	while (at > start && (text[at - 1] === " " || text[at - 1] === "	")) at -= 1;
	return at > start && text[at - 1] === escape ? at - 1 : void 0;
}
function lastLine(text, lines, from, escape, comments) {
	let last = from;
	let goesOn = continuation(text, lines[from] ?? END, escape) !== void 0;
	for (let at = from + 1; goesOn && at < lines.length; at += 1) {
		const line = lines[at] ?? END;
		const hash = commentStart(text, line);
		if (hash !== void 0) comments.push({
			start: hash,
			end: line.end,
			inside: true
		});
		else if (text.slice(line.start, line.end).trim() !== "") goesOn = continuation(text, line, escape) !== void 0;
		last = at;
	}
	return last;
}
function gapsOf(text, lines, from, last, escape) {
	const gaps = [];
	for (let at = from; at < last; at += 1) {
		const line = lines[at] ?? END;
		const start = at > from && (commentStart(text, line) !== void 0 || text.slice(line.start, line.end).trim() === "") ? line.start : continuation(text, line, escape) ?? line.end;
		gaps.push({
			start,
			end: (lines[at + 1] ?? line).start
		});
	}
	const line = lines[last] ?? END;
	const trailing = last > from && commentStart(text, line) !== void 0 ? line.start : continuation(text, line, escape);
	if (trailing !== void 0) gaps.push({
		start: trailing,
		end: line.end
	});
	return gaps;
}
function terminatorIndex(text, lines) {
	const index = /* @__PURE__ */ new Map();
	if (!text.includes("<<")) return index;
	for (const [at, { start, end }] of lines.entries()) {
		const written = text.slice(start, end);
		for (const name of /* @__PURE__ */ new Set([written, written.replace(/^\t+/, "	")])) {
			const known = index.get(name);
			if (known === void 0) index.set(name, [at]);
			else known.push(at);
		}
	}
	return index;
}
const HEREDOC$1 = /(?<=[ \t])[0-9]*<<(-?)(["']?)([A-Za-z0-9_.-]+)\2(?=[ \t\r\n]|$)/g;
function afterHeredocs(instruction, last, terminators) {
	if (!/^[ \t]*(?:ONBUILD[ \t]+)?(?:RUN|COPY|ADD)[ \t]/i.test(instruction)) return last;
	let at = last;
	for (const [, tabs, , name = ""] of instruction.matchAll(HEREDOC$1)) {
		const plain = nextAfter(terminators.get(name), at);
		const tabbed = tabs === "-" ? nextAfter(terminators.get(`\t${name}`), at) : void 0;
		at = Math.min(plain ?? Infinity, tabbed ?? Infinity);
		if (at === Infinity) return last;
	}
	return at;
}
function nextAfter(sorted = [], at) {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = low + high >> 1;
		if ((sorted[middle] ?? 0) <= at) low = middle + 1;
		else high = middle;
	}
	return sorted[low];
}

// src/core/marker/text/dockerfile.ts
function readDockerfile(text) {
	const { comments, instructions } = readLines$1(text);
	const marked = /* @__PURE__ */ new Map();
	for (const instruction of instructions) if (instruction.above !== void 0) marked.set(instruction.above, instruction);
	const above = comments.map(({ start, end, inside }, index) => {
		const instruction = marked.get(index);
		const stands = inside ? misplaced("inside an instruction") : instruction === void 0 ? misplaced("on no line directly above an instruction") : standing(text, instruction);
		return {
			offset: start,
			source: text.slice(start, end),
			ownLine: true,
			stands
		};
	});
	const behind = instructions.flatMap((instruction) => behindInstruction(text, instruction));
	return {
		kind: "read",
		comments: [...above, ...behind].sort((one, other) => one.offset - other.offset)
	};
}
function misplaced(position) {
	return {
		kind: "dead",
		position,
		instead: "Put it on the line above a FROM, or an ARG or ENV with one KEY=value."
	};
}
function standing(text, instruction) {
	const { keyword } = instruction;
	if (keyword === "FROM") return onFrom(text, instruction);
	if (keyword === "ARG" || keyword === "ENV") return onPair(text, instruction);
	return misplaced(`above ${keyword}`);
}
function onFrom(text, instruction) {
	const all = words(text, instruction);
	const [image, ...rest] = all.slice(all.findIndex(({ value }) => !value.startsWith("--")));
	const isStage = rest.length === 0 || rest.length === 2 && rest[0]?.value.toUpperCase() === "AS";
	if (image === void 0 || image.value.startsWith("--") || !isStage) return misplaced("above a FROM that is not \"FROM image\" or \"FROM image AS name\"");
	if (NOT_PLAIN.test(image.value)) return misplaced("above a FROM with a variable, quotes or escapes");
	return {
		kind: "on",
		token: image
	};
}
const NOT_PLAIN = /[$'"\\`#\u0000]/;
const PAIR_START = /^[A-Za-z_][A-Za-z0-9_]*=/;
function onPair(text, instruction) {
	const { keyword } = instruction;
	const [pair, ...rest] = words(text, instruction);
	const head = pair === void 0 ? void 0 : PAIR_START.exec(pair.value)?.[0];
	if (pair === void 0 || head === void 0 || rest.length > 0) return misplaced(`above ${keyword} with anything but one KEY=value`);
	const start = pair.start + head.length;
	const written = text.slice(start, pair.end);
	if (written === "") return misplaced(`above ${keyword} with an empty value`);
	const quoted = /^(?:"[^"]*"|'[^']*')$/.test(written);
	const inner = quoted ? written.slice(1, -1) : pair.value.slice(head.length);
	if (NOT_PLAIN.test(inner)) return misplaced(`above ${keyword} with a variable, quotes or escapes`);
	return {
		kind: "on",
		token: quoted ? quotedToken(text, start, pair.end) : {
			start,
			end: pair.end,
			value: written,
			style: "plain"
		}
	};
}
function words(text, instruction) {
	const flat = flatten(text, instruction);
	const found = [];
	for (const { 0: word, index } of flat.matchAll(/[^ \t\u0000](?:[^ \t]*[^ \t\u0000])?/g)) {
		const start = instruction.argumentsAt + index;
		found.push({
			start,
			end: start + word.length,
			value: word,
			style: "plain"
		});
		if (found.length > WORDS$2) break;
	}
	return found;
}
const WORDS$2 = 8;
function behindInstruction(text, instruction) {
	if (![
		"FROM",
		"ARG",
		"ENV"
	].includes(instruction.keyword)) return [];
	const written = text.slice(instruction.argumentsAt, instruction.end);
	const hash = written.search(/[ \t]#/);
	if (hash === -1 || written.includes("\n")) return [];
	const offset = instruction.argumentsAt + hash + 1;
	const stands = misplaced("behind an instruction, where a Dockerfile has no comments");
	return [{
		offset,
		source: text.slice(offset, instruction.end),
		ownLine: false,
		stands
	}];
}

// src/core/marker/text/env.ts
function readEnv(text) {
	const comments = [];
	let at = text.startsWith("﻿") ? 1 : 0;
	while (at < text.length) {
		if (isStrayQuote(text, at)) return {
			kind: "unreadable",
			problem: {
				offset: at,
				reason: "it is not KEY=value lines: a quote stands outside of a value"
			}
		};
		at = readLine$1(text, at, comments) + 1;
	}
	return {
		kind: "read",
		comments
	};
}
function isStrayQuote(text, start) {
	const line = text.slice(start, lineEnd(text, start));
	return !ASSIGNMENT.test(line) && /^[^#]*['"`]/.test(line);
}
const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=[ \t]*/;
function readLine$1(text, start, comments) {
	const end = lineEnd(text, start);
	const line = text.slice(start, end);
	const head = ASSIGNMENT.exec(line)?.[0];
	if (head === void 0) {
		const ownLine = /^[ \t]*#/.test(line);
		tell$1(comments, text, start, end, dead(ownLine ? "on a line of its own" : "on a line that is no KEY=value"), ownLine);
		return end;
	}
	const from = start + head.length;
	const quote = text[from];
	return quote === "\"" || quote === "'" || quote === "`" ? readQuoted(text, from, quote, comments) : readBare(text, from, end, comments);
}
const GLUED = dead("directly behind the value, without a blank before its #", "Put a blank there.");
function readBare(text, from, end, comments) {
	const rest = text.slice(from, end);
	let length = /(?:^|[ \t])#/.exec(rest)?.index ?? rest.length;
	while (rest[length - 1] === " " || rest[length - 1] === "	") length -= 1;
	const value = rest.slice(0, length);
	if (value.includes("#")) {
		comments.push(commented(text, from + rest.indexOf("#"), end, GLUED, false));
		return end;
	}
	tell$1(comments, text, from, end, value === "" ? dead("on an empty value") : /[\s'"`\\$]/.test(value) ? dead("on a value with blanks, quotes, escapes or variables") : {
		kind: "on",
		token: {
			start: from,
			end: from + length,
			value,
			style: "plain"
		}
	});
	return end;
}
function readQuoted(text, from, quote, comments) {
	const close = closingQuote(text, from, quote);
	const line = lineEnd(text, from);
	if (close === void 0) {
		tell$1(comments, text, from, line, dead("on a value whose quote does not end"));
		return line;
	}
	const end = lineEnd(text, close);
	const behind = /^([ \t]*)(#?)/.exec(text.slice(close + 1, end));
	const stands = () => {
		if (close > line) return dead("behind a value over several lines");
		if (behind?.[2] === "") return dead("behind other text after the value");
		if (behind?.[1] === "") return GLUED;
		if (quote === "`" || (quote === "\"" ? /[\\$`]/ : /\\/).test(text.slice(from, close))) return dead("on a value with escapes or variables");
		return {
			kind: "on",
			token: quotedToken(text, from, close + 1)
		};
	};
	tell$1(comments, text, close + 1, end, stands());
	return end;
}
function closingQuote(text, from, quote) {
	for (let at = from + 1; at < text.length; at += 1) {
		if (text[at] === quote) return at;
		if (quote === "\"" && text[at] === "\\") at += 1;
	}
}
function tell$1(comments, text, from, end, stands, ownLine = false) {
	const hash = text.slice(from, end).indexOf("#");
	if (hash !== -1) comments.push(commented(text, from + hash, end, stands, ownLine));
}
function commented(text, offset, end, stands, ownLine) {
	return {
		offset,
		source: text.slice(offset, end),
		ownLine,
		stands
	};
}

// src/core/marker/text/hcl-token.ts
function nextHclToken(text, start) {
	const first = text[start] ?? "";
	const one = (kind) => ({
		kind,
		start,
		end: start + 1
	});
	if (first === "\n") return one("newline");
	if (first === " " || first === "	" || first === "\r") return one("blank");
	if (first === "#" || text.startsWith("//", start)) return {
		kind: "comment",
		start,
		end: endOfLine(text, start)
	};
	if (text.startsWith("/*", start)) return blockComment(text, start);
	if (first === "\"") return string(text, start);
	if (text.startsWith("<<", start)) return heredoc(text, start);
	if ("[{(".includes(first)) return one("open");
	if (")]}".includes(first)) return one("close");
	if (OPERATORS.some((operator) => text.startsWith(operator, start))) return {
		kind: "operator",
		start,
		end: start + 2
	};
	if ("=:,?".includes(first)) return one("sign");
	if ("+-*/%<>!&|.".includes(first)) return one("operator");
	WORD.lastIndex = start;
	return WORD.exec(text) === null ? one("operator") : {
		kind: "word",
		start,
		end: WORD.lastIndex
	};
}
const OPERATORS = [
	"==",
	"!=",
	"<=",
	">=",
	"=>",
	"&&",
	"||",
	"::"
];
const WORD = /[\p{L}\p{N}_-]+/uy;
function endOfLine(text, start) {
	const newline = text.indexOf("\n", start);
	const end = newline === -1 ? text.length : newline;
	return text[end - 1] === "\r" ? end - 1 : end;
}
function blockComment(text, start) {
	const close = text.indexOf("*/", start + 2);
	return close === -1 ? {
		kind: "bad",
		start,
		end: text.length,
		reason: "a comment does not end"
	} : {
		kind: "block comment",
		start,
		end: close + 2
	};
}
function string(text, start) {
	const inside = ["string"];
	let kind = "string";
	for (let at = start + 1; at < text.length; at += 1) {
		const character = text[at];
		if (inside.at(-1) === "braces") {
			if (character === "\"") inside.push("string");
			else if (character === "{") inside.push("braces");
			else if (character === "}") inside.pop();
		} else if (character === "\"") {
			inside.pop();
			if (inside.length === 0) return {
				kind,
				start,
				end: at + 1
			};
		} else if (character === "\\") {
			kind = kind === "template" ? kind : "escaped";
			at += 1;
		} else if (character === "\n") break;
		else if ((character === "$" || character === "%") && text[at + 1] === "{") {
			if (text[at - 1] === character && at - 1 > start) kind = kind === "template" ? kind : "escaped";
			else {
				kind = "template";
				inside.push("braces");
			}
			at += 1;
		}
	}
	return {
		kind: "bad",
		start,
		end: text.length,
		reason: "a string does not end on its line"
	};
}
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;
function heredoc(text, start) {
	HEREDOC.lastIndex = start;
	const name = HEREDOC.exec(text)?.[1];
	if (name === void 0) return {
		kind: "operator",
		start,
		end: start + 2
	};
	for (let at = HEREDOC.lastIndex; at < text.length;) {
		const end = endOfLine(text, at);
		if (text.slice(at, end).trim() === name) return {
			kind: "heredoc",
			start,
			end
		};
		const newline = text.indexOf("\n", end);
		at = newline === -1 ? text.length : newline + 1;
	}
	return {
		kind: "bad",
		start,
		end: text.length,
		reason: `the text that starts with <<${name} does not end`
	};
}

// src/core/marker/text/hcl.ts
function readHcl(text) {
	const reader = new HclReader();
	let at = text.startsWith("﻿") ? 1 : 0;
	while (at < text.length) {
		const token = nextHclToken(text, at);
		const reason = reader.take(text, token);
		if (reason !== void 0) return unreadable$1(token.start, reason);
		at = token.end;
	}
	return reader.depth > 0 ? unreadable$1(text.length, "a bracket is not closed") : {
		kind: "read",
		comments: reader.comments
	};
}
function unreadable$1(offset, reason) {
	return {
		kind: "unreadable",
		problem: {
			offset,
			reason: `it is not HCL: ${reason}`
		}
	};
}
const OWN_LINE$1 = dead("on a line of its own");
var HclReader = class {
	comments = [];
	#open = [];
	#before = ["newline"];
	#stands = OWN_LINE$1;
	get depth() {
		return this.#open.length;
	}
	take(text, { kind, start, end, reason }) {
		if (kind === "bad") return reason;
		if (kind === "block comment" && text.slice(start, end).includes("\n")) this.#stands = dead("behind a comment over several lines");
		if (kind === "blank" || kind === "block comment") return void 0;
		const written = kind === "open" || kind === "close" || kind === "sign" ? text[start] ?? "" : kind;
		if (kind === "comment") {
			const ownLine = this.#stands === OWN_LINE$1;
			this.comments.push({
				offset: start,
				source: text.slice(start, end),
				ownLine,
				stands: this.#stands
			});
			return;
		}
		if (kind === "newline") {
			this.#stands = OWN_LINE$1;
			if (this.#open.length > 0 && this.#open.at(-1) !== "{") return void 0;
		} else if (written !== ",") this.#stands = this.#standing(text, {
			kind,
			start,
			end
		});
		const mismatch = this.#brackets(written);
		this.#before = [written, ...this.#before.slice(0, 2)];
		return mismatch;
	}
	#standing(text, { kind, start, end }) {
		const position = NO_STRING[kind];
		if (position !== void 0) return dead(position);
		if (kind !== "string" && kind !== "word" || !this.#holdsValue()) return dead("in an expression");
		return kind === "string" ? {
			kind: "on",
			token: quotedToken(text, start, end)
		} : dead("on a value that is no string");
	}
	#holdsValue() {
		const [last, name = "", earlier = ""] = this.#before;
		const around = this.#open.at(-1);
		if (last === "=") return around === void 0 || around === "{";
		if (last === ":") return around === "{" && isName(name) && [
			"{",
			",",
			"newline"
		].includes(earlier);
		return around === "[" && (last === "[" || last === ",");
	}
	#brackets(written) {
		const [last = ""] = this.#before;
		if (written === "[" && (isName(last) || last === "]" || last === ")")) this.#open.push("index");
		else if (written === "{" || written === "[" || written === "(") this.#open.push(written);
		else if (written === "}" || written === "]" || written === ")") {
			const open = this.#open.pop();
			if (open === void 0 || CLOSED_BY[open] !== written) return "a bracket closes what was not opened";
		}
	}
};
const NO_STRING = {
	template: "on a string with an interpolation",
	escaped: "on a string with escapes",
	heredoc: "on a text over several lines",
	open: "on an opening bracket",
	close: "after a bracket"
};
const CLOSED_BY = {
	"{": "}",
	"[": "]",
	"(": ")",
	index: "]"
};
function isName(kind) {
	return kind === "word" || kind === "string" || kind === "template" || kind === "escaped";
}

// src/core/marker/text/toml-token.ts
function nextTomlToken(text, start) {
	const first = text[start] ?? "";
	if (isSign(first)) return {
		kind: first,
		start,
		end: start + 1
	};
	if (first === "\n") return {
		kind: "newline",
		start,
		end: start + 1
	};
	if (first === "\r") return text[start + 1] === "\n" ? {
		kind: "newline",
		start,
		end: start + 2
	} : {
		kind: "bad",
		start,
		end: start + 1,
		reason: "a carriage return stands alone"
	};
	if (first === " " || first === "	") return {
		kind: "blank",
		start,
		end: start + 1
	};
	if (first === "#") return {
		kind: "comment",
		start,
		end: until(text, start, BREAK)
	};
	if (first === "\"" || first === "'") return text.startsWith(first.repeat(3), start) ? longString(text, start, first) : shortString(text, start, first);
	return {
		kind: "bare",
		start,
		end: until(text, start, END_OF_BARE)
	};
}
function isSign(character) {
	return character !== "" && "[]{}=,".includes(character);
}
const BREAK = "\r\n";
const END_OF_BARE = ` \t\r\n#"'=,[]{}`;
function until(text, start, stops) {
	let at = start;
	while (at < text.length && !stops.includes(text[at] ?? "")) at += 1;
	return at;
}
function shortString(text, start, quote) {
	for (let at = start + 1; at < text.length && !BREAK.includes(text[at] ?? ""); at += 1) {
		if (text[at] === quote) return {
			kind: "string",
			start,
			end: at + 1
		};
		if (quote === "\"" && text[at] === "\\") at += 1;
	}
	return {
		kind: "bad",
		start,
		end: text.length,
		reason: "a string does not end on its line"
	};
}
function longString(text, start, quote) {
	const fence = quote.repeat(3);
	for (let at = start + 3; at < text.length; at += 1) if (quote === "\"" && text[at] === "\\") at += 1;
	else if (text.startsWith(fence, at)) {
		let end = at + 3;
		while (end < at + 5 && text[end] === quote) end += 1;
		return {
			kind: "text",
			start,
			end
		};
	}
	return {
		kind: "bad",
		start,
		end: text.length,
		reason: "a string of three quotes does not end"
	};
}

// src/core/marker/text/toml.ts
function readToml(text) {
	const reader = new TomlReader();
	let at = text.startsWith("﻿") ? 1 : 0;
	while (at < text.length) {
		const token = nextTomlToken(text, at);
		const reason = reader.take(text, token);
		if (reason !== void 0) return {
			kind: "unreadable",
			problem: problem(token.start, reason)
		};
		at = token.end;
	}
	if (!reader.complete) return {
		kind: "unreadable",
		problem: problem(text.length, "a value or a bracket is missing")
	};
	return {
		kind: "read",
		comments: reader.comments
	};
}
function problem(offset, reason) {
	return {
		offset,
		reason: `it is not TOML: ${reason}`
	};
}
const OWN_LINE = dead("on a line of its own");
var TomlReader = class {
	comments = [];
	#open = [];
	#expected = "line";
	#stands = OWN_LINE;
	get complete() {
		return this.#open.length === 0 && [
			"line",
			"header",
			"after"
		].includes(this.#expected);
	}
	take(text, token) {
		switch (token.kind) {
			case "blank": return;
			case "bad": return token.reason;
			case "comment": return this.#comment(text, token);
			case "newline": return this.#newline();
			case "string":
			case "text":
			case "bare": return this.#word(text, token);
			case "[":
			case "]":
			case "{":
			case "}":
			case "=":
			case ",": return this.#sign(token.kind);
			default: return unreachable(token);
		}
	}
	#comment(text, { start, end }) {
		if (this.#expected === "key" || this.#expected === "value") return "a comment stands where a value is missing";
		const ownLine = this.#stands === OWN_LINE;
		this.comments.push({
			offset: start,
			source: text.slice(start, end),
			ownLine,
			stands: this.#stands
		});
	}
	#newline() {
		if (this.#expected === "key" || this.#expected === "value") return "the line ends before its value";
		if (this.#open.length === 0) this.#expected = "line";
		this.#stands = OWN_LINE;
	}
	#word(text, { kind, start, end }) {
		if (this.#expected === "header") return void 0;
		if (this.#expected === "line" || this.#expected === "pair" || this.#expected === "key") {
			this.#expected = "key";
			this.#stands = dead("on a key");
			return kind === "text" ? "a key cannot span lines" : void 0;
		}
		if (this.#expected === "after") return kind === "bare" ? void 0 : "two values stand side by side";
		this.#expected = "after";
		this.#stands = kind === "string" ? onString(text, start, end) : dead(kind === "bare" ? "on a value that is no string" : LONG);
	}
	#sign(sign) {
		const expected = this.#expected;
		if (expected === "header") return sign === "[" || sign === "]" ? void 0 : OUT_OF_PLACE;
		if (sign === "[" && expected === "line") {
			this.#expected = "header";
			this.#stands = dead("on a table header");
		} else if ((sign === "[" || sign === "{") && (expected === "value" || expected === "item")) {
			this.#open.push(sign);
			this.#expected = sign === "[" ? "item" : "pair";
			this.#stands = dead("on an array or table");
		} else if (sign === "=" && expected === "key") this.#expected = "value";
		else if (sign === "," && expected === "after" && this.#open.length > 0) this.#expected = this.#open.at(-1) === "[" ? "item" : "pair";
		else if (sign === "]" && this.#open.at(-1) === "[" && (expected === "item" || expected === "after")) {
			this.#close();
			this.#stands = dead("after an array");
		} else if (sign === "}" && this.#open.at(-1) === "{" && (expected === "pair" || expected === "after")) {
			this.#close();
			if (this.#stands.kind === "dead") this.#stands = dead("after a table");
		} else return OUT_OF_PLACE;
	}
	#close() {
		this.#open.pop();
		this.#expected = "after";
	}
};
const LONG = "on a string over several lines";
const OUT_OF_PLACE = "this sign is out of place";
function onString(text, start, end) {
	const token = quotedToken(text, start, end);
	return token.style === "double" && token.value.includes("\\") ? dead("on a string with escapes") : {
		kind: "on",
		token
	};
}

// src/core/marker/scan-file.ts
function scanFile(path, text) {
	const format = formatOf(path) ?? "yaml";
	if (format === "yaml") return scan(path, text);
	if (!/imagepolicy/i.test(text)) return {
		fields: [],
		findings: []
	};
	const lines = lineIndex(text);
	const placeAt = (offset) => placeIn$1(path, lines, offset);
	const read = READERS[format](text);
	if (read.kind === "unreadable") {
		const { offset, reason } = read.problem;
		return {
			fields: [],
			findings: [finding("FILE_UNREADABLE", { reason }, placeAt(offset))]
		};
	}
	const fields = [];
	const findings = [];
	for (const comment of read.comments) {
		const found = readComment(comment, placeAt);
		if (found === void 0) continue;
		if ("code" in found) findings.push(found);
		else fields.push(found);
	}
	return {
		fields: holdsMarkerText(text) ? fields : [],
		findings
	};
}
const READERS = {
	env: readEnv,
	toml: readToml,
	hcl: readHcl,
	dockerfile: readDockerfile
};
function readComment({ source, offset, ownLine, stands }, placeAt) {
	const reading = readMarker(source.startsWith("//") ? `#${source.slice(2)}` : source);
	switch (reading.kind) {
		case "none": return;
		case "unknown-part": {
			const { policy, part } = reading;
			return finding("UNKNOWN_PART", {
				policy,
				part
			}, placeAt(offset));
		}
		case "near": {
			const { reason, inner } = reading;
			return ownLine && inner !== void 0 ? finding("COMMENTED_MARKER", { policy: inner.policy }, placeAt(offset)) : finding("NEAR_MARKER", {
				comment: source,
				reason
			}, placeAt(offset));
		}
		case "marker": {
			const { marker } = reading;
			if (stands.kind === "on") return {
				marker,
				place: placeAt(stands.token.start),
				...stands.token,
				inFlow: false
			};
			const { kind: _, ...where } = stands;
			return finding("DEAD_MARKER", {
				policy: marker.policy,
				...where
			}, placeAt(offset));
		}
		default: return unreachable(reading);
	}
}

// src/core/policy/shape/shape.ts
function required(shape, write) {
	return {
		...shape,
		required: write,
		absent: void 0
	};
}
function orElse(shape, absent, shown = absent) {
	return {
		...shape,
		absent,
		schema: {
			...shape.schema,
			default: shown
		}
	};
}
function text$3(rules) {
	return parsedText(rules, (value) => ({
		ok: true,
		value
	}));
}
function parsedText(rules, parse) {
	const { about, limit, mayBeEmpty = false, must = [], mustNot = [], examples } = rules;
	const patterns = [...must.map(({ pattern }) => ({ pattern: pattern.source })), ...mustNot.map(({ pattern }) => ({ not: { pattern: pattern.source } }))];
	return shape({
		type: "string",
		description: about,
		...mayBeEmpty ? {} : { minLength: 1 },
		...limit === void 0 ? {} : { maxLength: limit },
		...patterns.length === 0 ? {} : { allOf: patterns },
		...examples === void 0 ? {} : { examples }
	}, (node, at, report) => {
		if (node.kind !== "scalar" || typeof node.value !== "string") return wrongType(node, at, "text", report);
		const broken = brokenRule(node.value, rules);
		const parsed = broken === void 0 ? parse(node.value) : {
			ok: false,
			reason: broken
		};
		if (parsed.ok) return parsed.value;
		report({
			place: node.place,
			message: `${at.what} ${quote(node.value)}: ${parsed.reason}`
		});
	});
}
function brokenRule(value, rules) {
	const { limit = Infinity, mayBeEmpty = false, must = [], mustNot = [] } = rules;
	if (value === "" && !mayBeEmpty) return "it must not be empty";
	if (value.length > limit * 2 || value.length > limit && Array.from(value).length > limit) return `it is longer than ${limit} characters`;
	return (must.find(({ pattern }) => !pattern.test(value)) ?? mustNot.find(({ pattern }) => pattern.test(value)))?.because;
}
function yesOrNo(about) {
	return shape({
		type: "boolean",
		description: about
	}, (node, at, report) => {
		if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
		return wrongType(node, at, "true or false", report);
	});
}
function versionOne(about) {
	return shape({
		const: 1,
		description: about
	}, (node, at, report) => {
		if (node.kind === "scalar" && node.value === 1) return 1;
		report({
			place: node.place,
			message: `${at.what} must be the number 1; write "${at.what}: 1"`
		});
	});
}
function oneOf(about, words, { anyCase = false, falseMeans } = {}) {
	const spellings = anyCase ? [{ enum: words }, { pattern: anyCasePattern(words) }] : [];
	const values = falseMeans === void 0 ? words : [...words, false];
	return shape({
		description: about,
		...anyCase ? {
			type: "string",
			anyOf: spellings
		} : { enum: values }
	}, (node, at, report) => {
		if (node.kind !== "scalar" || node.value === null) return wrongType(node, at, words.join(" or "), report);
		if (node.value === false && falseMeans !== void 0) return falseMeans;
		const written = String(node.value);
		const word = words.find((known) => known === (anyCase ? written.toLowerCase() : written));
		if (word !== void 0) return word;
		report({
			place: node.place,
			message: `${at.what} ${quote(node.source)} must be one of ${words.join(", ")}${didYouMean(written, words)}`
		});
	});
}
function converted(from, convert, blamed) {
	return shape(from.schema, (node, at, report) => {
		const value = from.read(node, at, report);
		if (value === void 0) return void 0;
		const parsed = convert(value);
		if (parsed.ok) return parsed.value;
		report({
			place: (node.kind === "map" ? node.entries.find(({ key }) => key === blamed) : void 0)?.value.place ?? node.place,
			message: `${blamed}: ${parsed.reason}`
		});
	});
}
function shape(schema, read) {
	return {
		schema,
		required: void 0,
		absent: void 0,
		read
	};
}
function wrongType(node, { what }, wanted, report, hint) {
	report({
		place: node.place,
		message: `${what} must be ${wanted}, ${whatItIs(node, wanted, hint)}`
	});
}
function whatItIs(node, wanted, hint = "give it a value or leave the key out") {
	if (node.kind === "list") return "not a list";
	if (node.kind === "map") return "not a map";
	if (node.value === null) return `but it is empty; ${hint}`;
	const text = typeof node.value === "string" ? "text" : `a ${typeof node.value}`;
	return typeof node.value !== "string" && wanted === "text" ? `but ${quote(node.source).slice(1, -1)} is ${text}; put it in quotes: ${quote(node.source)}` : `not ${text}`;
}
function didYouMean(word, among) {
	const near = nearest(word, among);
	return near === void 0 ? "" : `; did you mean ${near}?`;
}
function anyCasePattern(words) {
	return `^(?:${words.map((word) => word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)).join("|")})$`;
}

// src/core/policy/shape/collections.ts
function list$2(about, item, { ifEmpty, unique = false } = {}) {
	return shape({
		type: "array",
		description: about,
		items: item.schema,
		...ifEmpty === void 0 ? {} : { minItems: 1 },
		...unique ? { uniqueItems: true } : {}
	}, (node, at, report) => {
		if (node.kind !== "list") return wrongType(node, at, "a list", report);
		if (node.items.length === 0 && ifEmpty !== void 0) report({
			place: node.place,
			message: `${at.what} is empty: ${ifEmpty}`
		});
		const values = [];
		const seen = /* @__PURE__ */ new Set();
		for (const [index, child] of node.items.entries()) {
			const value = item.read(child, {
				what: `${at.what}[${index}]`,
				place: child.place
			}, report);
			if (value === void 0) continue;
			if (unique && seen.has(value)) report({
				place: child.place,
				message: `${at.what} names ${quote(String(value))} twice; keep one of them`
			});
			seen.add(value);
			values.push(value);
		}
		return values;
	});
}
function mapOf(about, key, value) {
	return shape({
		type: "object",
		description: about,
		propertyNames: text$3(key).schema,
		additionalProperties: value.schema
	}, (node, at, report) => {
		if (node.kind !== "map") return wrongType(node, at, "a map", report, `write "${at.what}: {}" for none`);
		return node.entries.flatMap((entry) => {
			const broken = brokenRule(entry.key, key);
			if (broken !== void 0) report({
				place: entry.place,
				message: `${key.what} ${quote(entry.key)}: ${broken}`
			});
			const read = value.read(entry.value, {
				what: `${key.what} ${quote(entry.key)}`,
				place: entry.place
			}, report);
			return read === void 0 ? [] : [{
				key: entry.key,
				place: entry.place,
				value: read
			}];
		});
	});
}
function object(about, fields, rules = {}) {
	return shape(objectSchema(about, fields, rules), (node, at, report) => {
		const map = node.kind === "scalar" && node.value === null && rules.mayBeNull === true ? {
			kind: "map",
			entries: [],
			place: node.place
		} : node.kind === "map" ? node : void 0;
		if (map === void 0) return wrongType(node, at, "a map", report);
		const values = /* @__PURE__ */ new Map();
		const written = /* @__PURE__ */ new Set();
		for (const { key, place, value } of map.entries) {
			const field = Object.hasOwn(fields, key) ? fields[key] : void 0;
			if (field !== void 0) {
				written.add(key);
				values.set(key, field.read(value, {
					what: key,
					place
				}, report));
			} else if (rules.ignore?.test(key) !== true) report({
				place,
				message: unknownKey(key, at, Object.keys(fields))
			});
		}
		for (const message of missing(fields, written, at, rules)) report({
			place: at.place,
			message
		});
		return complete(fields, values, written);
	});
}
function complete(fields, values, written) {
	const all = Object.entries(fields).map(([key, field]) => {
		const value = written.has(key) ? values.get(key) : field.absent;
		return {
			key,
			value,
			isRight: written.has(key) ? value !== void 0 : field.required === void 0
		};
	});
	if (!all.every(({ isRight }) => isRight)) return void 0;
	return Object.fromEntries(all.map(({ key, value }) => [key, value]));
}
function* missing(fields, written, at, rules) {
	for (const [key, field] of Object.entries(fields)) if (field.required !== void 0 && !written.has(key)) yield `${at.what} has no ${key}; write e.g. ${field.required}`;
	const choices = Object.keys(fields);
	if (rules.exactlyOne === true && written.size !== 1) yield `${at.what} must have exactly one of ${choices.join(", ")}${written.size === 0 ? "" : `; it has ${[...written].join(" and ")}`}`;
	const { oneAtLeast } = rules;
	if (oneAtLeast !== void 0 && !oneAtLeast.some((key) => written.has(key))) yield `${at.what} needs ${oneAtLeast.join(" or ")}`;
}
function objectSchema(about, fields, rules) {
	const entries = Object.entries(fields);
	const requiredKeys = entries.filter(([, field]) => field.required !== void 0).map(([key]) => key);
	return {
		...rules.title === void 0 ? {} : { title: rules.title },
		type: rules.mayBeNull === true ? ["object", "null"] : "object",
		description: about,
		properties: Object.fromEntries(entries.map(([key, field]) => [key, field.schema])),
		...rules.ignore === void 0 ? {} : { patternProperties: { [rules.ignore.source]: {} } },
		...requiredKeys.length === 0 ? {} : { required: requiredKeys },
		...rules.exactlyOne === true ? {
			minProperties: 1,
			maxProperties: 1
		} : {},
		...rules.oneAtLeast === void 0 ? {} : { anyOf: rules.oneAtLeast.map((key) => ({ required: [key] })) },
		additionalProperties: false
	};
}
function unknownKey(key, { what }, known) {
	const hint = didYouMean(key, known);
	return `${what} knows no key ${quote(key)}${hint === "" ? `; it knows ${known.join(", ")}` : hint}`;
}

// src/core/policy/date.ts
function readDateFormat(text) {
	if (text === "unix" || text === "unixMillis" || text === "iso8601") return {
		ok: true,
		value: {
			kind: text,
			text
		}
	};
	if (text === "") return no$1(`the format is empty; write e.g. "yyyyMMddHHmmss"`);
	if (text.length > FORMAT_LIMIT) return no$1(`the format is longer than ${FORMAT_LIMIT} characters`);
	const parts = [];
	for (const [piece] of text.matchAll(PIECE)) {
		const part = readPiece(piece, text);
		if (!part.ok) return part;
		parts.push(part.value);
	}
	const reason = whyNotTokens(parts, text);
	return reason === void 0 ? {
		ok: true,
		value: {
			kind: "tokens",
			text,
			parts
		}
	} : no$1(reason);
}
function readDate(format, text) {
	switch (format.kind) {
		case "unix": return readUnix(text, 1e3);
		case "unixMillis": return readUnix(text, 1);
		case "iso8601": return readIso8601(text);
		case "tokens": return readTokens(format.parts, format.text, text);
		default: return unreachable(format);
	}
}
const FORMAT_LIMIT = 200;
const WIDTHS = {
	yyyy: 4,
	yy: 2,
	MM: 2,
	dd: 2,
	HH: 2,
	mm: 2,
	ss: 2,
	SSS: 3
};
const PIECE = /([A-Za-z])\1*|'(?:[^']|'')*'?|[^A-Za-z']+/g;
const SCALE = [
	["yyyy", "yy"],
	["MM"],
	["dd"],
	["HH"],
	["mm"],
	["ss"],
	["SSS"]
];
const NEAREST = {
	y: "yyyy",
	Y: "yyyy",
	u: "yyyy",
	M: "MM",
	L: "MM",
	d: "dd",
	D: "dd",
	h: "HH",
	H: "HH",
	k: "HH",
	K: "HH",
	m: "mm",
	i: "mm",
	s: "ss",
	S: "SSS",
	f: "SSS"
};
const YEAR_10000 = 0xe677d21fdc00;
function no$1(reason) {
	return {
		ok: false,
		reason
	};
}
function readPiece(piece, format) {
	if (piece.startsWith("'")) {
		if (piece === "'" || !piece.endsWith("'")) return no$1(`an apostrophe in ${quote(format)} has no partner`);
		return {
			ok: true,
			value: {
				kind: "text",
				text: piece === "''" ? "'" : piece.slice(1, -1).replaceAll("''", "'")
			}
		};
	}
	if (isToken(piece)) return {
		ok: true,
		value: {
			kind: "token",
			token: piece
		}
	};
	if (!/^[A-Za-z]/.test(piece)) return {
		ok: true,
		value: {
			kind: "text",
			text: piece
		}
	};
	const nearest = piece === "YY" ? "yy" : NEAREST[piece[0] ?? ""] ?? `'${piece}'`;
	return no$1(`${quote(piece)} in ${quote(format)} is not one of yyyy yy MM dd HH mm ss SSS; did you mean "${nearest}"?`);
}
function isToken(text) {
	return Object.hasOwn(WIDTHS, text);
}
function whyNotTokens(parts, format) {
	const tokens = parts.flatMap((part) => part.kind === "token" ? [part.token] : []);
	const repeated = SCALE.find((alike) => tokens.filter((token) => alike.includes(token)).length > 1);
	if (repeated !== void 0) return whyRepeated(repeated, tokens, format);
	const has = SCALE.map((alike) => alike.some((token) => tokens.includes(token)));
	const missing = has.indexOf(false);
	const finer = missing === -1 ? -1 : has.indexOf(true, missing);
	if (missing === 0) return `${quote(format)} holds no year; write yyyy or yy`;
	if (finer === -1) return void 0;
	const written = String(SCALE[finer]);
	const needed = String(SCALE[missing]);
	return written === "mm" || needed === "MM" && has[SCALE_MINUTE] === true ? `${quote(format)} holds minutes (mm) without ${needed}; did you mean "MM", the month?` : `${quote(format)} holds ${written} without ${needed}; write ${needed} too`;
}
const SCALE_MINUTE = 4;
function whyRepeated(repeated, tokens, format) {
	const token = String(tokens.find((token) => repeated.includes(token)));
	const hint = token === "MM" && !tokens.includes("mm") ? "; did you mean \"mm\", the minute, once?" : token === "mm" && !tokens.includes("MM") ? "; did you mean \"MM\", the month, once?" : "; write it once";
	return `${quote(format)} holds ${repeated.length > 1 ? "the year" : token} more than once${hint}`;
}
function readUnix(text, unitMs) {
	if (!/^(?:0|[1-9][0-9]{0,14})$/.test(text)) return no$1(`${quote(text)} is not a whole number of ${unitMs === 1 ? "milliseconds" : "seconds"} since 1970`);
	const value = Number(text) * unitMs;
	if (value < YEAR_10000) return {
		ok: true,
		value
	};
	const hint = unitMs === 1 ? "" : "; for milliseconds write the format unixMillis";
	return no$1(`${quote(text)} is after the year 9999${hint}`);
}
function readTokens(parts, format, text) {
	const fields = {};
	let at = 0;
	for (const part of parts) {
		const width = part.kind === "text" ? part.text.length : WIDTHS[part.token];
		if (part.kind === "token") fields[part.token] = digitsAt$1(text, at, width);
		if (part.kind === "text" ? !text.startsWith(part.text, at) : Number.isNaN(fields[part.token])) return no$1(`${quote(text)} does not have the form ${format}`);
		at += width;
	}
	if (at !== text.length) return no$1(`${quote(text)} does not have the form ${format}`);
	const year = fields.yyyy ?? 2e3 + (fields.yy ?? 0);
	const { MM: month = 1, dd: day = 1, HH: hour = 0, mm: minute = 0, ss: second = 0, SSS: millisecond = 0 } = fields;
	return toTime(text, {
		year,
		month,
		day,
		hour,
		minute,
		second,
		millisecond
	});
}
function digitsAt$1(text, from, width) {
	let value = 0;
	for (let index = from; index < from + width; index += 1) {
		const digit = text.charCodeAt(index) - 48;
		if (!(digit >= 0 && digit <= 9)) return NaN;
		value = value * 10 + digit;
	}
	return value;
}
function toTime(text, time) {
	const reason = whyNotReal(time);
	if (reason !== void 0) return no$1(`${quote(text)} is not a real date: ${reason}`);
	const { year, month, day, hour, minute, second, millisecond } = time;
	return {
		ok: true,
		value: Date.UTC(year + 400, month - 1, day, hour, minute, second, millisecond) - 146097 * 864e5
	};
}
function whyNotReal({ year, month, day, hour, minute, second }) {
	if (year === 0) return "there is no year 0";
	if (month < 1 || month > 12) return `there is no month ${month}`;
	const days = daysIn(year, month);
	if (day < 1 || day > days) return `month ${month} of ${year} has ${days} days`;
	if (hour > 23) return `there is no hour ${hour}`;
	if (minute > 59) return `there is no minute ${minute}`;
	return second > 59 ? `there is no second ${second}` : void 0;
}
function daysIn(year, month) {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
const ISO_BASIC = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?:\d\d)?)?)?$/;
const ISO_EXTENDED = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::\d\d)?)?)?$/;
function readIso8601(text) {
	const match = ISO_BASIC.exec(text) ?? ISO_EXTENDED.exec(text);
	if (match === null) return no$1(`${quote(text)} is not an ISO 8601 date such as 2024-01-31 or 20240131T235959Z`);
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((digits) => Number(digits ?? 0));
	const time = toTime(text, {
		year,
		month,
		day,
		hour,
		minute,
		second,
		millisecond: Number((match[7] ?? "").padEnd(3, "0").slice(0, 3))
	});
	const offset = readOffset(match[8] ?? "Z");
	if (offset === void 0) return no$1(`${quote(text)} is not a real date: its offset from UTC is impossible`);
	return time.ok ? {
		ok: true,
		value: time.value - offset
	} : time;
}
function readOffset(zone) {
	if (zone === "Z") return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = Number(zone.slice(3).replace(":", "") || "0");
	if (hours > 23 || minutes > 59) return void 0;
	return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 6e4;
}

// src/core/policy/shape/policy-file.ts
const oneLine$1 = {
	pattern: /^\P{Cc}*$/u,
	because: "it holds a control character or a line break"
};
const inGlobs = [{
	pattern: /^!/,
	because: "negation is not used here; name what counts"
}, {
	pattern: /\\/,
	because: "it holds a backslash; separate folders with \"/\""
}];
const path = text$3({
	about: "A glob (minimatch) from the root of the repository, e.g. clusters/prod/**",
	limit: 1e3,
	must: [oneLine$1],
	mustNot: [
		...inGlobs,
		{
			pattern: /^(?:\/|[A-Za-z]:)/,
			because: "paths start at the root of the repository; leave the leading \"/\" out"
		},
		{
			pattern: /(?:^|\/)\.\.(?:\/|$)/,
			because: "it leaves the repository with \"..\""
		},
		{
			pattern: /(?:^|\/)\.[gG][iI][tT](?:\/|$)/,
			because: "the folder .git holds no manifests"
		}
	]
});
const direction = orElse(oneOf("asc: the greatest is newest. desc: the smallest is.", ["asc", "desc"], { anyCase: true }), "asc");
const order$1 = object("What makes a tag newer than another. Exactly one of these.", {
	semver: object("Semantic versions; tags that are none do not count.", { range: required(parsedText({
		about: "Range of Masterminds/semver, as in Flux.",
		examples: [">=1.0.0", "1.x"]
	}, readRange), `range: '>=1.0.0'`) }),
	date: object("Real dates in UTC; the newest wins.", { format: required(parsedText({
		about: "Unicode tokens yyyy yy MM dd HH mm ss SSS with literal separators, or unix, unixMillis, iso8601.",
		examples: [
			"yyyyMMddHHmmss",
			"unix",
			"iso8601"
		]
	}, readDateFormat), "format: yyyyMMddHHmmss") }),
	numerical: object("Numbers.", { order: direction }, { mayBeNull: true }),
	alphabetical: object("Text, compared byte by byte.", { order: direction }, { mayBeNull: true }),
	commit: object("Ancestry in the source repository, of the commit id that filterTags.extract yields.", {}, { mayBeNull: true })
}, { exactlyOne: true });
const filterTags = converted(object("Which tags count, and what of them is compared.", {
	pattern: required(parsedText({
		about: "RE2 syntax, found anywhere in the tag unless anchored, as in Flux; empty: every tag.",
		mayBeEmpty: true,
		examples: ["^main-(?P<ts>[0-9]{14})$"]
	}, (pattern) => {
		const filter = readFilter(pattern, "");
		return filter.ok ? {
			ok: true,
			value: pattern
		} : filter;
	}), `pattern: '^main-'`),
	extract: orElse(text$3({
		about: "Template of Go, e.g. $ts or ${1}; empty: the whole tag.",
		mayBeEmpty: true,
		examples: ["$ts"]
	}), "")
}), ({ pattern, extract }) => readFilter(pattern, extract), "extract");
const hold = object("Nothing moves past a hold; a hold with a date ends by itself.", {
	tag: parsedText({
		about: "The last tag that is let through.",
		limit: 128
	}, readTag),
	until: parsedText({
		about: "The first day on which it is free again, UTC.",
		must: [{
			pattern: /^\d{4}-\d{2}-\d{2}$/,
			because: "write it as yyyy-mm-dd, e.g. 2026-12-01"
		}]
	}, readDay),
	reason: text$3({
		about: "For people.",
		limit: 500,
		must: [oneLine$1]
	})
}, { oneAtLeast: ["tag", "until"] });
const policy$1 = object("One policy: which tags of an image the markers that name it follow.", {
	image: required(parsedText({
		about: "The image without tag and digest, as :name markers shall get it.",
		examples: ["ghcr.io/acme/shop"],
		must: [{
			pattern: /^[^\s@]*$/,
			because: "write the name alone, without digest and blanks"
		}]
	}, readImageName), "image: ghcr.io/acme/shop"),
	paths: list$2("Where its markers count; default: the whole tree.", path, { ifEmpty: "leave it out for the whole tree" }),
	filterTags,
	policy: required(order$1, `policy: { semver: { range: '>=1.0.0' } }`),
	digest: orElse(oneOf("Whether name:tag@digest is written: never, when the tag changes, or always anew.", [
		"Never",
		"IfNotPresent",
		"Always"
	]), "Never"),
	hold
});
const labels = orElse(list$2("Labels of the pull request.", text$3({
	about: "A label.",
	limit: 50,
	must: [oneLine$1]
}), { unique: true }), []);
const login = text$3({
	about: "A login of GitHub.",
	limit: 100,
	must: [{
		pattern: /^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})(?:\[bot\])?$/,
		because: "a login has at most 39 letters, digits and \"-\"; teams go to teamReviewers"
	}],
	mustNot: [{
		pattern: /^@/,
		because: "write the login without \"@\""
	}]
});
const team = text$3({
	about: "The slug of a team, without its organisation.",
	limit: 100,
	must: [{
		pattern: /^[A-Za-z0-9_][A-Za-z0-9_-]*$/,
		because: "write the slug of the team alone, e.g. sre"
	}]
});
const rule = object("How the pull requests of some policies are dressed.", {
	match: required(text$3({
		about: "A glob (minimatch) over policy names, e.g. prod:*",
		limit: 1e3,
		must: [oneLine$1],
		mustNot: inGlobs
	}), `match: 'prod:*'`),
	deliver: orElse(oneOf("By pull request, or as a commit straight to the base branch.", ["pull-request", "commit"]), "pull-request"),
	labels,
	reviewers: orElse(list$2("Logins asked to review.", login, { unique: true }), []),
	teamReviewers: orElse(list$2("Teams asked to review.", team, { unique: true }), []),
	assignees: orElse(list$2("Logins it is assigned to.", login, { unique: true }), []),
	milestone: text$3({
		about: "Title of a milestone.",
		limit: 255,
		must: [oneLine$1]
	}),
	draft: orElse(yesOrNo("Open it as a draft."), false),
	autoMerge: orElse(oneOf("Merge by itself when all checks pass, and how.", [
		"off",
		"squash",
		"merge",
		"rebase"
	], { falseMeans: "off" }), "off")
});
const pullRequests = object("How pull requests are cut and dressed.", {
	group: orElse(oneOf("One living pull request per what.", [
		"namespace",
		"policy",
		"image",
		"all"
	]), "namespace"),
	labels,
	title: text$3({
		about: "Template of the title.",
		limit: 256,
		must: [oneLine$1]
	}),
	onClosed: orElse(oneOf("Whether values whose pull request a person closed stay away or come back.", ["respect", "reopen"]), "respect"),
	rules: orElse(list$2("The first rule that matches a policy wins.", rule), [])
});
const NAME$1 = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
const POLICY_FILE = object("Which image tags move in this repository, and how.", {
	version: orElse(versionOne("Version of this format."), 1),
	policies: orElse(mapOf("The policies, by the name that markers use: \"namespace:name\".", {
		what: "policy",
		about: "namespace:name",
		limit: 507,
		must: [{
			pattern: new RegExp(`^${NAME$1}:${NAME$1}$`),
			because: "a policy is named \"namespace:name\", each of letters, digits, \"-\", \".\" and \"_\""
		}]
	}, policy$1), [], {}),
	pullRequests,
	files: orElse(list$2("Globs of files beside YAML in which markers count: .env, TOML, HCL (Terraform), Dockerfiles.", path, { unique: true }), []),
	flux: orElse(yesOrNo("Also read the ImagePolicy and ImageRepository objects of Flux in the tree."), true)
}, {
	title: "image-bump policy file",
	ignore: /^x-/
});
function readDay(day) {
	const time = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? {
		ok: true,
		value: day
	} : {
		ok: false,
		reason: "there is no such day"
	};
}

// src/core/policy/file.ts
const NO_POLICY_FILE = {
	policies: [],
	pullRequests: {
		group: "namespace",
		labels: [],
		onClosed: "respect",
		rules: []
	},
	files: [],
	flux: true
};
const BYTE_LIMIT = 1048576;
function parsePolicyFile(path, text) {
	const first = {
		path,
		line: 1,
		column: 1
	};
	if (text.length > BYTE_LIMIT || new TextEncoder().encode(text).length > BYTE_LIMIT) throw new BumpError("BAD_POLICY", [{
		place: { path },
		message: "the policy file is larger than 1 MiB; make it smaller"
	}]);
	const { root, problems } = parseTree$1(path, text.replace(/^\uFEFF/, ""));
	if (problems.length === 0 && root.kind === "scalar" && root.value === null) throw new BumpError("BAD_POLICY", [{
		place: first,
		message: "the policy file is empty; write \"version: 1\" and \"policies: {}\", or remove the file"
	}]);
	const all = [...problems];
	const known = new Set(problems.map(({ place }) => place && formatPlace(place)));
	const values = problems.length === 0 || root.kind !== "scalar" ? POLICY_FILE.read(root, {
		what: "the policy file",
		place: first
	}, (problem) => {
		if (problem.place === void 0 || !known.has(formatPlace(problem.place))) all.push(problem);
	}) : void 0;
	if (all.length > 0 || values === void 0) throw new BumpError("BAD_POLICY", inOrder$3(all));
	return policyFile(values);
}
function inOrder$3(problems) {
	return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()].sort(({ place: a }, { place: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0));
}
function policyFile({ policies, pullRequests, files, flux }) {
	return {
		policies: policies.map(policy),
		pullRequests: pullRequests === void 0 ? NO_POLICY_FILE.pullRequests : settings(pullRequests),
		files,
		flux
	};
}
function policy({ key, place, value }) {
	const { image, paths, filterTags, digest, hold } = value;
	return {
		name: key,
		anyNamespace: false,
		image,
		...paths === void 0 ? {} : { paths },
		...filterTags === void 0 ? {} : { filter: filterTags },
		order: order(value.policy),
		digest,
		...hold === void 0 ? {} : { hold: withoutGaps(hold) },
		place,
		origin: "file"
	};
}
function order({ semver, date, numerical, alphabetical }) {
	if (semver !== void 0) return {
		kind: "semver",
		range: semver.range
	};
	if (date !== void 0) return {
		kind: "date",
		format: date.format
	};
	if (numerical !== void 0) return {
		kind: "numerical",
		direction: numerical.order
	};
	if (alphabetical !== void 0) return {
		kind: "alphabetical",
		direction: alphabetical.order
	};
	return { kind: "commit" };
}
function settings({ rules, ...values }) {
	return {
		...withoutGaps(values),
		rules: rules.map((rule) => withoutGaps(rule))
	};
}
function withoutGaps(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}

// src/core/plan/snapshot.ts
const SCREEN_TEXTS = [MARKER_TEXT, FLUX_TEXT];
function searchGlobs(config) {
	if (config === void 0) return [];
	return decodePolicyFile(config).includes("files") ? readPolicyFile(config).files : [];
}
function readSnapshot(config, files) {
	const file = config === void 0 ? NO_POLICY_FILE : readPolicyFile(config);
	const { texts, findings: unreadable } = decodeAll(files);
	const marked = scanAll(texts, file.files);
	const flux = file.flux ? fluxPolicies([...texts].map(([path, text]) => ({
		path,
		text
	})).filter(({ path, text }) => mayHoldMarkers(path) && text.includes(FLUX_TEXT)), bareNamesAsked(file, marked.fields)) : {
		policies: [],
		findings: []
	};
	return {
		policies: mergePolicies(file, flux.policies),
		pullRequests: file.pullRequests,
		globs: file.files,
		...marked,
		findings: [
			...unreadable,
			...flux.findings,
			...marked.findings
		]
	};
}
function readMarked(files, globs = []) {
	const { texts, findings } = decodeAll(files);
	const marked = scanAll(texts, globs);
	return {
		...marked,
		findings: [...findings, ...marked.findings]
	};
}
function fieldsByPolicy(policies, fields) {
	const resolved = /* @__PURE__ */ new Map();
	const byPolicy = new Map(policies.map((policy) => [policy, []]));
	for (const field of fields) {
		const name = field.marker.policy;
		if (!resolved.has(name)) resolved.set(name, findPolicy(policies, name));
		const policy = resolved.get(name);
		if (policy !== void 0) byPolicy.get(policy)?.push(field);
	}
	return byPolicy;
}
function bareNamesAsked({ policies }, fields) {
	const defined = new Set(policies.map(({ name }) => name));
	const asked = new Set(fields.map(({ marker }) => marker.policy).filter((name) => !defined.has(name)).map((name) => name.slice(name.indexOf(":") + 1)));
	return (name) => asked.has(name);
}
const UTF8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
function decode$2(bytes) {
	try {
		return UTF8.decode(bytes);
	} catch {
		return;
	}
}
function decodeAll(files) {
	const texts = /* @__PURE__ */ new Map();
	const findings = [];
	for (const { path, bytes } of files) {
		const text = decode$2(bytes);
		if (text === void 0) findings.push(finding("FILE_UNREADABLE", { reason: "it is not UTF-8 text" }, { path }));
		else texts.set(path, text);
	}
	return {
		texts,
		findings
	};
}
function scanAll(decoded, globs) {
	const fields = [];
	const findings = [];
	const texts = /* @__PURE__ */ new Map();
	for (const [path, text] of decoded) {
		if (!holdsMarkerText(text) || !isSearched(path, globs)) continue;
		if (formatOf(path) === void 0) {
			const reason = `"files" names it, and markers are read in ${TEXT_NAMES} and YAML alone`;
			findings.push(finding("FILE_UNREADABLE", { reason }, { path }));
			continue;
		}
		const scanned = scanFile(path, text);
		findings.push(...scanned.findings);
		fields.push(...scanned.fields);
		if (scanned.fields.length > 0) texts.set(path, text);
	}
	return {
		fields,
		texts,
		findings
	};
}
function readPolicyFile(config) {
	return parsePolicyFile(config.path, decodePolicyFile(config));
}
function decodePolicyFile({ path, bytes }) {
	const text = decode$2(bytes);
	if (text === void 0) throw new BumpError("BAD_POLICY", [{
		place: { path },
		message: "the policy file is not UTF-8 text"
	}]);
	return text;
}

// src/core/plan/follow-up.ts
function alongside(findings, files) {
	const unreadable = new Set(findings.flatMap((found) => isUnreadable$1(found) ? found.place.path : []));
	const seen = /* @__PURE__ */ new Set();
	return findings.flatMap((found) => {
		if (found.code === "DEAD_MARKER" && found.place !== void 0 && unreadable.has(found.place.path)) return [];
		if (!isUnreadable$1(found)) return [found];
		const text = textAt(files, found.place.path) ?? "";
		const told = inOurWords(found, text);
		const key = `${isTemplate(text) ? 0 : told.place.line ?? 0}:${told.place.path}`;
		if (seen.has(key)) return [];
		seen.add(key);
		return [told];
	});
}
function isUnresolved(name, findings, files = []) {
	const [namespace = "", short = ""] = name.split(":");
	return findings.some((found) => {
		if (found.code === "FLUX_UNRESOLVED") return [`${namespace}:${short}`, `*:${short}`].includes(found.args.policy);
		if (!isUnreadable$1(found)) return false;
		const text = textAt(files, found.place.path);
		return text?.includes(FLUX_TEXT) === true && new Set(text.split(WORD_END)).has(short);
	});
}
function isTemplate(text) {
	return text.includes("{{");
}
function isUnreadable$1(found) {
	return found.code === "FILE_UNREADABLE" && found.place !== void 0;
}
function inOurWords(found, text) {
	const { args, place } = found;
	if (isTemplate(text)) return {
		...found,
		args: { reason: `it is a template, with {{ in it: ${args.reason}` }
	};
	const glued = /^(.*[^\s#"'])#+\s*\{\s*"\$imagepolicy"/m.exec(text);
	if (glued === null) return found;
	const line = text.slice(0, glued.index).split("\n").length;
	const column = (glued[1] ?? "").length + 1;
	return {
		...found,
		args: { reason: "a blank is missing before the \"#\" of a comment" },
		place: {
			...place,
			line,
			column
		}
	};
}
function mentionedPolicies(policies, findings, files) {
	const names = new Set(findings.flatMap((found) => namesIn(found, files)));
	return new Set([...names].flatMap((name) => findPolicy(policies, name) ?? []));
}
function namesIn(found, files) {
	if (found.code === "DEAD_MARKER" || found.code === "UNKNOWN_PART") return [found.args.policy];
	if (found.code === "UNKNOWN_POLICY") return [found.args.nearest];
	if (found.code === "NEAR_MARKER") return namesOf$1(found.args.comment);
	return isUnreadable$1(found) ? namesOf$1(textAt(files, found.place.path) ?? "") : [];
}
const WORD_END = /["'`\s{}[\],]+/;
function namesOf$1(text) {
	return text.split(WORD_END).flatMap((word) => {
		const [namespace, short] = word.split(":");
		return namespace && short ? [`${namespace}:${short}`] : [];
	});
}
function textAt(files, path) {
	const file = files.find((known) => known.path === path);
	return file === void 0 ? void 0 : decode$2(file.bytes);
}

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
function comparePlaces(a, b) {
	if (a === void 0 || b === void 0) return Number(a === void 0) - Number(b === void 0);
	return compareBytes(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
function byteRank(unit) {
	if (unit < 55296) return unit;
	return unit < 57344 ? unit + 8192 : unit - 2048;
}

// src/core/policy/number.ts
function readNumber(text) {
	if (DECIMAL$1.test(text)) {
		const value = Number(text.replaceAll("_", ""));
		return Number.isFinite(value) ? value : void 0;
	}
	const hex = HEX.exec(text);
	if (hex !== null) return readHex(hex);
	const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
	if (infinite !== null) return infinite[1] === "-" ? -Infinity : Infinity;
	return /^nan$/i.test(text) ? NaN : void 0;
}
const DIGITS = "[0-9]+(?:_[0-9]+)*";
const HEX_DIGITS = "[0-9a-f]+(?:_[0-9a-f]+)*";
const DECIMAL$1 = new RegExp(`^[+-]?(?:${DIGITS}\\.?(?:${DIGITS})?|\\.${DIGITS})(?:e[+-]?${DIGITS})?$`, "i");
const HEX = new RegExp(`^([+-]?)0x_?(?:(${HEX_DIGITS})\\.?(${HEX_DIGITS})?|\\.(${HEX_DIGITS}))p([+-]?${DIGITS})$`, "i");
function readHex([, sign, whole = "", fraction, bareFraction, exponent = "0"]) {
	const behindPoint = (fraction ?? bareFraction ?? "").replaceAll("_", "");
	const value = scale(BigInt(`0x0${whole.replaceAll("_", "")}${behindPoint}`), Number(exponent.replaceAll("_", "")) - 4 * behindPoint.length);
	if (value === Infinity) return void 0;
	return sign === "-" ? -value : value;
}
function scale(mantissa, exponent) {
	if (mantissa === 0n) return 0;
	const top = mantissa.toString(2).length + exponent;
	if (top > 1024) return Infinity;
	if (top < -1074) return 0;
	const dropped = Math.max(top - 53, -1074) - exponent;
	if (dropped <= 0) return Number(mantissa << BigInt(-dropped)) * 2 ** (exponent + dropped);
	const kept = mantissa >> BigInt(dropped);
	const rest = mantissa - (kept << BigInt(dropped));
	const half = 1n << BigInt(dropped - 1);
	const rounded = rest > half || rest === half && kept % 2n === 1n ? kept + 1n : kept;
	return Number(rounded) * 2 ** (exponent + dropped);
}

// src/core/policy/order.ts
function rank$1(policy, tag) {
	const extracted = policy.filter === void 0 ? tag : extractText(policy.filter, tag);
	if (extracted === void 0) return {
		tag,
		kind: "filter",
		reason: `the filter ${quote(policy.filter?.pattern ?? "")} does not match`
	};
	return rankExtracted(policy.order, tag, extracted);
}
function rankExtracted(order, tag, extracted) {
	if (order.kind === "semver") {
		if (!isFluxVersion(extracted)) return {
			tag,
			kind: "unreadable",
			reason: `${taken(tag, extracted)} is not a version such as 1.2.3: two dots are needed`
		};
		const key = readKey(order, extracted);
		if (key.ok && key.value.kind === "semver" && !inRange(order.range, key.value.version)) return {
			tag,
			kind: "range",
			reason: whyOutOfRange(order, taken(tag, extracted), key.value.version)
		};
		return key.ok ? {
			tag,
			extracted,
			key: key.value
		} : {
			tag,
			kind: "unreadable",
			reason: `${taken(tag, extracted)} ${key.reason}`
		};
	}
	const key = readKey(order, extracted);
	return key.ok ? {
		tag,
		extracted,
		key: key.value
	} : {
		tag,
		kind: "unreadable",
		reason: order.kind === "date" ? key.reason : `${taken(tag, extracted)} ${key.reason}`
	};
}
function comparable(policy, tag) {
	const extracted = policy.filter === void 0 ? tag : extractText(policy.filter, tag);
	if (extracted === void 0) return void 0;
	const key = readKey(policy.order, extracted);
	return key.ok ? {
		tag,
		extracted,
		key: key.value
	} : void 0;
}
function isRefusal$1(value) {
	return "reason" in value;
}
function compareRanked(order, a, b) {
	if (order.kind === "semver" && a.key.kind === "semver" && b.key.kind === "semver") return compareVersions(a.key.version, b.key.version);
	if (order.kind === "date" && a.key.kind === "date" && b.key.kind === "date") return a.key.epochMs - b.key.epochMs;
	if (order.kind === "numerical" && a.key.kind === "numerical" && b.key.kind === "numerical") return compareNumbers(a.key.value, b.key.value, order.direction === "desc");
	if (order.kind === "alphabetical" && a.key.kind === "alphabetical" && b.key.kind === "alphabetical") return order.direction === "desc" ? compareBytes(b.key.text, a.key.text) : compareBytes(a.key.text, b.key.text);
	throw new BumpError("BUG", `tags cannot be compared by ${order.kind}: ${a.key.kind} with ${b.key.kind}`);
}
function compareTags(a, b) {
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		const [runA, runB] = [digitsAt(a, i), digitsAt(b, j)];
		const order = runA !== "" && runB !== "" ? compareDigits(runA, runB) : compareBytes(a.charAt(i), b.charAt(j));
		if (order !== 0) return order;
		i += runA.length || 1;
		j += runB.length || 1;
	}
	return a.length - i - (b.length - j) || compareBytes(a, b);
}
function describeComparison(order, a, b) {
	if (order.kind === "commit") return `${shown(a.extracted)} and ${shown(b.extracted)} by commit`;
	return shown(a.extracted) + describeAgainst(order, b, compareRanked(order, a, b));
}
function describeAgainst(order, b, newer) {
	const descends = "direction" in order && order.direction === "desc";
	return ` ${newer === 0 ? "=" : newer < 0 === descends ? ">" : "<"} ${shown(b.extracted)} by ${ORDER_WORDS[order.kind]}${descends ? " (desc: the smallest is newest)" : ""}`;
}
function shown(text) {
	return /^[\w.+-]{1,128}$/.test(text) ? text : quote(text);
}
const ORDER_WORDS = {
	semver: "semver",
	date: "date",
	numerical: "number",
	alphabetical: "alphabet"
};
function readKey(order, text) {
	switch (order.kind) {
		case "semver": {
			const version = parseVersion(text);
			return version === void 0 ? {
				ok: false,
				reason: "is not a version such as 1.2.3 or 1.2.3-rc.1"
			} : {
				ok: true,
				value: {
					kind: "semver",
					version
				}
			};
		}
		case "date": {
			const date = readDate(order.format, text);
			return date.ok ? {
				ok: true,
				value: {
					kind: "date",
					epochMs: date.value
				}
			} : date;
		}
		case "numerical": {
			const value = readNumber(text);
			return value === void 0 ? {
				ok: false,
				reason: "is not a number"
			} : {
				ok: true,
				value: {
					kind: "numerical",
					value
				}
			};
		}
		case "alphabetical": return {
			ok: true,
			value: {
				kind: "alphabetical",
				text
			}
		};
		case "commit": return /^[0-9a-f]{4,64}$/i.test(text) ? {
			ok: true,
			value: {
				kind: "commit",
				id: text.toLowerCase()
			}
		} : {
			ok: false,
			reason: "is not a commit id"
		};
		default: return unreachable(order);
	}
}
function whyOutOfRange(order, name, version) {
	const out = `${name} is not in range ${quote(order.range.text)}`;
	return version.prerelease.length === 0 || admitsPrereleases(order.range) ? out : `${out}: it is a pre-release, and only a range that names one, such as ">=1.0.0-0", admits them`;
}
function taken(tag, extracted) {
	return tag === extracted ? shown(tag) : `the extract ${quote(extracted)}`;
}
function compareNumbers(a, b, descending) {
	if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
	if (a === b) return 0;
	return a > b === descending ? -1 : 1;
}
function digitsAt(text, from) {
	let end = from;
	while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
	return text.slice(from, end);
}
function compareDigits(a, b) {
	const [x, y] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
	return x.length - y.length || compareBytes(x, y);
}

// src/core/plan/plan.ts
function planPolicy(policy, fields, wish, { compare, paths, force = false }) {
	const counted = fields.filter(({ place }) => inScope(policy.paths, place.path) && inScope(paths, place.path));
	const tagStays = wish.kind === "image" && holdsTagAlready(counted, wish.image);
	return together$1(fields.map((field) => {
		if (!inScope(policy.paths, field.place.path)) return skip(field, "out of scope", outside$1(policy.paths));
		if (!inScope(paths, field.place.path)) return skip(field, "out of scope", outside$1(paths));
		if (wish.kind === "none") return skip(field, wish.why, wish.because, candidateText(field, wish.candidates ?? []));
		return planField(policy, field, wish.image, {
			compare,
			force,
			tagStays
		});
	}));
}
function planAssigned(fields, image, paths) {
	return together$1(fields.map((field) => {
		if (!inScope(paths, field.place.path)) return skip(field, "out of scope", outside$1(paths));
		const to = partText(image, field.marker.part);
		return settled(field, image, to) ?? change(field, to ?? "");
	}), new Set(image.tag === void 0 ? [] : ["no digest"]));
}
const compareByOrder = (policy, candidate, current) => {
	if (candidate === current) return {
		verdict: "equal",
		because: `${candidate} is there already`
	};
	if (policy.order.kind === "commit") return {
		verdict: "diverged",
		because: "the order of commits is known to the source repository, which was not asked"
	};
	const a = comparable(policy, candidate);
	const b = comparable(policy, current);
	if (a === void 0 || b === void 0) return {
		verdict: "unknown",
		because: `the policy cannot order ${a === void 0 ? candidate : current}`
	};
	return {
		verdict: (compareRanked(policy.order, a, b) || compareTags(candidate, current)) > 0 ? "newer" : "older",
		because: describeComparison(policy.order, a, b)
	};
};
function partText(image, part) {
	switch (part) {
		case "reference": return formatReference(image);
		case "tag": return image.tag;
		case "name": return image.name;
		case "digest": return image.digest;
		default: return unreachable(part);
	}
}
function readValue(field) {
	if (field.value === "" || field.style === "plain" && EMPTY$1.test(field.value)) return {};
	switch (field.marker.part) {
		case "reference": {
			const parsed = readReference(field.value);
			return parsed.ok ? parsed.value : {};
		}
		case "tag": return { tag: field.value };
		case "digest": return { digest: field.value };
		case "name": return {};
		default: return unreachable(field.marker.part);
	}
}
function isChange(step) {
	return "to" in step;
}
function isSkip(step) {
	return !isChange(step);
}
const EMPTY$1 = /^(?:~|null|Null|NULL)$/;
function holdsTagAlready(fields, image) {
	const tags = fields.map((field) => readValue(field).tag).filter((tag) => tag !== void 0);
	return tags.length > 0 && tags.every((tag) => tag === image.tag);
}
const KEEPS_DIGEST = "the tag is there already and digest: IfNotPresent keeps its digest";
function planField(policy, field, image, { compare, force, tagStays }) {
	const to = partText(image, field.marker.part);
	const stays = settled(field, image, to);
	if (stays !== void 0 || to === void 0) return stays ?? skip(field, "no tag", "the image has no such part");
	const current = readValue(field);
	if (field.marker.part === "digest" && tagStays && policy.digest === "IfNotPresent" && field.value !== "") return skip(field, "equal", KEEPS_DIGEST, to);
	if (current.name !== void 0 && !sameImage(current.name, policy.image) || current.tag === void 0 || image.tag === void 0) return change(field, to);
	if (current.tag === image.tag) return planSameTag(policy, field, image, current.digest, to);
	const { verdict, because } = compare(policy, image.tag, current.tag);
	if ((verdict === "older" || verdict === "diverged") && !force) return skip(field, verdict, because, to);
	return change(field, to);
}
function settled(field, image, to) {
	if (to === field.value || to === void 0 && field.value === "") return skip(field, "equal", "", to);
	if (to !== void 0) return void 0;
	const why = field.marker.part === "digest" ? "no digest" : "no tag";
	return skip(field, why, `the image has ${why}`, formatReference(image));
}
function planSameTag(policy, field, image, digest, to) {
	if (image.digest === void 0) return skip(field, "equal", "", to);
	if (digest !== void 0 && digest !== image.digest && policy.digest === "IfNotPresent") return skip(field, "equal", KEEPS_DIGEST, to);
	return change(field, to);
}
const IN_THE_WAY = /* @__PURE__ */ new Set([
	"older",
	"diverged",
	"no tag",
	"no digest",
	"not proven"
]);
function together$1(steps, inTheWay = IN_THE_WAY) {
	const changes = steps.filter(isChange);
	const skips = steps.filter(isSkip);
	const obstacle = skips.find(({ why }) => inTheWay.has(why));
	if (changes.length === 0 || obstacle === void 0) return {
		changes,
		skips
	};
	const place = formatPlace(obstacle.field.place);
	return {
		changes: [],
		skips: steps.map((step) => isChange(step) ? skip(step.field, "blocked", `all places move together, and ${place} stays (${obstacle.why}: ${obstacle.because})`, step.to) : step)
	};
}
function candidateText({ marker }, candidates) {
	const texts = candidates.map((image) => partText(image, marker.part) ?? formatReference(image));
	return texts.length === 0 ? void 0 : [...new Set(texts)].join(", ");
}
function change(field, to) {
	return {
		field,
		policy: field.marker.policy,
		from: field.value,
		to
	};
}
function skip(field, why, because, candidate) {
	return {
		field,
		policy: field.marker.policy,
		why,
		current: field.value,
		because,
		...candidate === void 0 ? {} : { candidate }
	};
}
function outside$1(globs) {
	return `not under ${(globs ?? []).join(", ")}`;
}

// src/core/plan/lint/field.ts
function lintField(policy, field) {
	const { marker, value, place } = field;
	const name = marker.policy;
	if (!fits(policy, field)) return finding("PART_MISMATCH", {
		policy: name,
		part: marker.part,
		value
	}, place);
	if (marker.part === "digest" && policy.digest === "Never") return finding("NO_DIGEST", { policy: name }, place);
	const image = imageOf(policy, field);
	if (image !== void 0 && !sameImage(image, policy.image)) {
		const reason = `the policy follows ${policy.image}, and its next value would take the place of this image`;
		return finding("VALUE_REFUSED", {
			policy: name,
			value,
			reason
		}, place);
	}
	const { tag } = readValue(field);
	const ranked = tag === void 0 ? void 0 : rank$1(policy, tag);
	return ranked !== void 0 && isRefusal$1(ranked) ? finding("VALUE_REFUSED", {
		policy: name,
		value: ranked.tag,
		reason: ranked.reason
	}, place) : void 0;
}
function fits(policy, { marker, value }) {
	if (value === "") return true;
	switch (marker.part) {
		case "reference": {
			const read = readReference(value);
			if (!read.ok || read.value.tag !== void 0 || read.value.digest !== void 0) return read.ok;
			return sameImage(read.value.name, policy.image) || comparable(policy, value) === void 0;
		}
		case "tag": return !/[/:@]/.test(value);
		case "name": {
			const read = readReference(value);
			return read.ok && read.value.tag === void 0 && read.value.digest === void 0;
		}
		case "digest": return readDigest(value).ok;
		default: return unreachable(marker.part);
	}
}
function imageOf(policy, { marker, value }) {
	if (marker.part !== "reference" && marker.part !== "name") return void 0;
	const read = readReference(value);
	if (!read.ok) return void 0;
	const { name, tag, digest } = read.value;
	return !name.includes("/") && tag === void 0 && digest === void 0 && !policy.image.endsWith(`/${name}`) ? void 0 : name;
}

// src/core/plan/lint/file.ts
const LINT_TEXTS = [
	FLUX_TEXT,
	"imagepolicy",
	"$imagePolicy",
	"$ImagePolicy",
	"{\"$im",
	"{'$im",
	"{$im"
];
const LOOK_ALIKES = [
	...[
		"YAML",
		"YML",
		"Yaml",
		"Yml"
	].map((ending) => `**/*.${ending}`),
	...[
		"tpl",
		"tmpl",
		"gotmpl",
		"j2"
	].flatMap((ending) => [`**/*.yaml.${ending}`, `**/*.yml.${ending}`]),
	"**/[kK]ustomization",
	...TEXT_GLOBS
];
function readSkipped(files) {
	return files.flatMap(({ path, bytes }) => {
		const text = decode$2(bytes) ?? "";
		const at = text.indexOf(MARKER_TEXT);
		if (at === -1) return [];
		const name = path.slice(path.lastIndexOf("/") + 1);
		return [finding("FILE_SKIPPED", { name }, placeIn$1(path, lineIndex(text), at))];
	});
}
function readUnmarked(files) {
	return files.flatMap(({ path, bytes }) => {
		const text = decode$2(bytes);
		if (text === void 0 || holdsMarkerText(text) || formatOf(path) === void 0) return [];
		if (!text.split("\n").some(mayBeMeant)) return [];
		return scanFile(path, text).findings.filter(({ code }) => code === "NEAR_MARKER");
	});
}
function mayBeMeant(line) {
	const comment = line.search(/#|\/\//);
	return comment !== -1 && /imagepolicy|\{\s*["'`]?\$im/i.test(line.slice(comment));
}

// src/core/policy/select.ts
function select(policy, tags) {
	return selectFrom(policy, tags, "registry");
}
function selectBuilt(policy, tags) {
	return selectFrom(policy, tags, "built");
}
function selectFrom(policy, tags, list) {
	if (tags.length === 0) return {
		selected: void 0,
		refused: [],
		failure: "there is no tag to choose from"
	};
	const sorted = sortDescending(tags);
	const whys = Array.from({ length: sorted.length });
	const merged = /* @__PURE__ */ new Map();
	const taken = takeExtracts(policy, sorted, whys, merged);
	const contenders = [];
	let failure;
	if (taken.length === 0) failure = `the filter ${quote(policy.filter?.pattern ?? "")} matches none of ${sorted.length} tags`;
	for (const { at, extracted } of taken) {
		const ranked = rankExtracted(policy.order, sorted[at] ?? "", extracted);
		if (!isRefusal$1(ranked)) {
			contenders.push({
				at,
				ranked
			});
			continue;
		}
		whys[at] = ranked.reason;
		if (policy.order.kind === "numerical" && list === "registry") failure ??= `one tag without a number fails a numerical policy: ${ranked.reason}; let the filter keep it out`;
	}
	if (failure !== void 0) return {
		...conclude(sorted, whys, void 0, failure),
		failure
	};
	const [first] = contenders;
	if (first === void 0) return conclude(sorted, whys, void 0);
	const { filter, order } = policy;
	if (order.kind !== "commit") return selectNewest({
		filter,
		order
	}, {
		sorted,
		contenders,
		first,
		merged
	}, whys);
	return contenders.length === 1 ? conclude(sorted, whys, first.at) : conclude(sorted, whys, void 0, "the ancestry of its commit is asked from the source repository at run time");
}
function sortDescending(tags) {
	const sorted = tags.some((tag) => /[\ud800-\udfff]/.test(tag)) ? tags.toSorted(compareBytes) : tags.toSorted();
	return sorted.reverse().filter((tag, at) => tag !== sorted[at - 1]);
}
function takeExtracts({ filter, order }, sorted, whys, merged) {
	if (filter === void 0) return sorted.map((tag, at) => ({
		at,
		extracted: tag
	}));
	const noMatch = `the filter ${quote(filter.pattern)} does not match`;
	const taken = [];
	for (const [at, tag] of sorted.entries()) {
		const extracted = extractText(filter, tag);
		if (extracted === void 0) whys[at] = noMatch;
		else taken.push({
			at,
			extracted
		});
	}
	if (filter.extract === "" || order.kind === "date" || order.kind === "commit") return taken;
	const smallest = new Map(taken.map(({ at, extracted }) => [extracted, at]));
	return taken.filter(({ at, extracted }) => {
		const survivor = smallest.get(extracted) ?? at;
		if (survivor === at) return true;
		whys[at] = `${sorted[survivor] ?? ""} has the same extract ${quote(extracted)}, and the smallest tag stands for all`;
		if (!merged.has(survivor)) merged.set(survivor, at);
		return false;
	});
}
function selectNewest({ filter, order }, contest, whys) {
	const { sorted, contenders, first, merged } = contest;
	let best = first;
	for (const contender of contenders) if ((compareRanked(order, contender.ranked, best.ranked) || breakTie({
		filter,
		order
	}, contender.ranked.tag, best.ranked.tag)) > 0) best = contender;
	const older = whyNot$3("older than", order, best.ranked);
	const equal = whyNot$3("as new as", order, best.ranked);
	let other;
	for (const { at, ranked } of contenders) {
		if (at === best.at) continue;
		const isOlder = compareRanked(order, ranked, best.ranked) < 0;
		if (!isOlder) other ??= at;
		const [start, end] = isOlder ? older : equal;
		whys[at] = start + shown(ranked.extracted) + end;
	}
	other ??= merged.get(best.at);
	const selection = conclude(sorted, whys, best.at);
	return other === void 0 ? selection : {
		...selection,
		tie: {
			chosen: best.ranked.tag,
			other: sorted[other] ?? ""
		}
	};
}
function whyNot$3(word, order, best) {
	const newer = word === "older than" ? -1 : 0;
	return [`${word} ${best.tag}: `, describeAgainst(order, best, newer)];
}
function breakTie({ filter, order }, a, b) {
	if (filter !== void 0 || order.kind === "date") return compareTags(a, b);
	return order.kind === "numerical" ? compareBytes(b, a) : compareBytes(a, b);
}
function conclude(sorted, whys, chosen, otherwise = "") {
	const refused = [];
	for (const [at, tag] of sorted.entries()) if (at !== chosen) refused.push({
		tag,
		why: whys[at] ?? otherwise
	});
	return {
		selected: chosen === void 0 ? void 0 : sorted[chosen],
		refused
	};
}

// src/core/plan/wish.ts
function concerning(policy, built) {
	return built.filter(({ name }) => sameImage(name, policy.image));
}
function wishFor(policy, built) {
	const tags = [...new Set(built.map(({ tag }) => tag).filter((tag) => tag !== void 0))];
	if (tags.length === 0) return {
		kind: "none",
		why: "no tag",
		candidates: built,
		because: "a policy orders tags, and the built image has none"
	};
	const selection = selectBuilt(policy, tags);
	if (selection.selected === void 0) return {
		kind: "none",
		why: "filtered",
		candidates: built,
		because: selection.refused.map(({ tag, why }) => why.startsWith(`${tag} `) ? why : `${tag}: ${why}`).join("; ") || (selection.failure ?? "")
	};
	const tag = selection.selected;
	const image = {
		name: policy.image,
		tag
	};
	if (policy.digest === "Never") return {
		kind: "image",
		image
	};
	const digest = built.find((reference) => reference.tag === tag && reference.digest !== void 0)?.digest;
	if (digest !== void 0) return {
		kind: "image",
		image: {
			...image,
			digest
		}
	};
	const because = `digest: ${policy.digest} pins a digest and the build gave none; hand it in as ${policy.image}:${tag}@sha256:…`;
	return {
		kind: "none",
		why: "no digest",
		candidates: [image],
		because
	};
}
function holdOn(policy, tag, today, compare) {
	const { hold } = policy;
	if (hold === void 0) return { kind: "free" };
	if (hold.until !== void 0 && today >= hold.until) return { kind: "ended" };
	if (hold.tag !== void 0 && tag !== void 0 && (tag === hold.tag || compare(policy, tag, hold.tag).verdict === "older")) return { kind: "free" };
	return {
		kind: "held",
		because: `${hold.tag === void 0 ? "held" : `held at ${hold.tag}`}${hold.until === void 0 ? "" : ` until ${hold.until}`}${hold.reason === void 0 ? "" : ` (${hold.reason})`}`
	};
}
function heldWish(policy, wish, today, compare) {
	if (wish.kind === "none") return wish;
	const state = holdOn(policy, wish.image.tag, today, compare);
	if (state.kind !== "held") return wish;
	return {
		kind: "none",
		why: "held",
		because: state.because,
		candidates: [wish.image]
	};
}
function newest(policy, first, second, compare) {
	if (first.tag === void 0 || second.tag === void 0 || first.tag === second.tag) return second.digest === void 0 ? first : second;
	return compare(policy, second.tag, first.tag).verdict === "newer" ? second : first;
}
function admits(policy, tag) {
	return policy.order.kind === "commit" ? comparable(policy, tag) !== void 0 : !isRefusal$1(rank$1(policy, tag));
}

// src/core/plan/lint/lint.ts
function lint$1(snapshot, files, today) {
	const { policies, fields } = snapshot;
	const perPolicy = [...fieldsByPolicy(policies, fields)].flatMap(([policy, own]) => lintPolicy(policy, own));
	const told = [
		...alongside(snapshot.findings, files),
		...readUnmarked(files),
		...unknownPolicies$1(snapshot, files),
		...perPolicy,
		...endedHolds(policies, today)
	];
	const mentioned = mentionedPolicies(policies, told, files);
	const others = policies.filter((policy) => !mentioned.has(policy));
	return [...told, ...unusedPolicies(others, fields)];
}
function unknownPolicies$1({ policies, fields, findings }, files = []) {
	return fields.filter(({ marker }) => findPolicy(policies, marker.policy) === void 0).filter(({ marker }) => !isUnresolved(marker.policy, findings, files)).map(({ marker, place }) => {
		const near = nearestPolicy(marker.policy, policies) ?? "";
		return finding("UNKNOWN_POLICY", {
			policy: marker.policy,
			nearest: near
		}, place);
	});
}
function unusedPolicies(policies, fields) {
	return [...fieldsByPolicy(policies, fields)].filter(([policy, own]) => !own.some(({ place }) => inScope(policy.paths, place.path))).map(([{ name, place }, [outside]]) => {
		const elsewhere = outside === void 0 ? {} : { elsewhere: formatPlace(outside.place) };
		return finding("UNUSED_POLICY", {
			policy: name,
			...elsewhere
		}, place);
	});
}
function nearestPolicy(name, policies) {
	const [namespace = "", short = ""] = name.split(":");
	const names = policies.map((policy) => policy.anyNamespace ? namespace + policy.name.slice(1) : policy.name);
	const sameShort = names.filter((known) => known.endsWith(`:${short}`));
	return nearest(name, names) ?? (sameShort.length === 1 ? sameShort[0] : void 0);
}
function lintPolicy(policy, fields) {
	const read = fields.filter(({ place }) => inScope(policy.paths, place.path)).map((field) => ({
		field,
		found: lintField(policy, field)
	}));
	const sound = read.filter(({ found }) => found === void 0).map(({ field }) => field);
	return [...read.flatMap(({ found }) => found ?? []), ...disagreements(sound)];
}
function disagreements(fields) {
	const norm = usual(fields, (field) => readValue(field).tag);
	const atNorm = fields.filter((field) => norm === void 0 || (readValue(field).tag ?? norm.value) === norm.value);
	const tags = differing(fields, norm, (field) => readValue(field).tag);
	const digestOf = (field) => readValue(field).digest;
	return [...tags, ...differing(atNorm, usual(atNorm, digestOf), digestOf)];
}
function usual(fields, read) {
	let most = [];
	for (const [value, same] of Map.groupBy(fields, read)) if (value !== void 0 && same.length > most.length) most = same;
	const [field] = most;
	const value = field === void 0 ? void 0 : read(field);
	return field === void 0 || value === void 0 ? void 0 : {
		value,
		field
	};
}
function differing(fields, norm, read) {
	if (norm === void 0) return [];
	return fields.flatMap((field) => {
		const value = read(field);
		if (value === void 0 || value === norm.value) return [];
		const otherPlace = formatPlace(norm.field.place);
		const args = {
			policy: field.marker.policy,
			value,
			other: norm.value,
			otherPlace
		};
		return [finding("POLICY_DISAGREES", args, field.place)];
	});
}
function endedHolds(policies, today) {
	return policies.filter((policy) => holdOn(policy, void 0, today, compareByOrder).kind === "ended").map(({ name, hold, place }) => finding("HOLD_ENDED", {
		policy: name,
		until: hold?.until ?? ""
	}, place));
}

// src/core/pull-request/untrusted.ts
function harmless(text) {
	return breakReferences(showInvisible(text));
}
function clip(text, limit) {
	if (text.length <= limit) return text;
	const cut = text.slice(0, limit - 1);
	return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
function oneLine(text) {
	return text.replace(/\s+/g, " ").trim();
}
const ZERO_WIDTH_SPACE = "​";
function showInvisible(text) {
	return text.replace(/[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => NEEDED.has(character) ? character : escapeOf(character));
}
function showLine(line) {
	return line.split("	").map(showInvisible).join("	");
}
function breakReferences(text) {
	return text.replace(/[@#]|<(?=!--)/g, `$&${"​"}`).replace(/GH(?=-\d)/gi, `$&${"​"}`).replace(/\/(?:issues|pulls?|discussions)\/(?=\d)/gi, `$&${"​"}`).replace(/\[(?=\s*(?:skip|no|ci|actions)[\s-])/gi, `$&${"​"}`);
}
const NEEDED = /* @__PURE__ */ new Set([
	"‌",
	"‍",
	"︎",
	"️"
]);
const NAMED = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function escapeOf(character) {
	const hex = (character.codePointAt(0) ?? 0).toString(16);
	return NAMED[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`);
}

// src/core/report/common-lines.ts
const DISTANCE_LIMIT = 1e3;
function commonLines(from, to) {
	const reached = /* @__PURE__ */ new Map([[1, 0]]);
	const trail = [];
	for (let distance = 0; distance <= Math.min(from.length + to.length, DISTANCE_LIMIT); distance += 1) {
		trail.push(new Map(reached));
		for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
			let x = entry(reached, diagonal, distance);
			while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
			reached.set(diagonal, x);
			if (x >= from.length && x - diagonal >= to.length) return walkBack(trail, from.length, to.length);
		}
	}
	return [];
}
function walkBack(trail, fromEnd, toEnd) {
	const pairs = [];
	let x = fromEnd;
	let y = toEnd;
	for (const [distance, reached] of [...trail.entries()].reverse()) {
		const diagonal = x - y;
		const start = entry(reached, diagonal, distance);
		while (x > start) {
			x -= 1;
			y -= 1;
			pairs.push([x, y]);
		}
		if (isAddition(reached, diagonal, distance)) y -= 1;
		else x -= 1;
	}
	return pairs.reverse();
}
function entry(reached, diagonal, distance) {
	return isAddition(reached, diagonal, distance) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1;
}
function isAddition(reached, diagonal, distance) {
	return diagonal === -distance || diagonal !== distance && at(reached, diagonal - 1) < at(reached, diagonal + 1);
}
function at(reached, diagonal) {
	return reached.get(diagonal) ?? -1;
}

// src/core/report/diff.ts
const CONTEXT = 3;
function unifiedDiff({ path, before, after }) {
	const from = splitLines(before);
	const to = splitLines(after);
	const hunks = hunksOf(compareLines(from, to));
	if (hunks.length === 0) return [];
	return [
		{
			kind: "file",
			sign: "---",
			text: `a/${path}`
		},
		{
			kind: "file",
			sign: "+++",
			text: `b/${path}`
		},
		...hunks.flatMap((hunk) => hunkLines(hunk, from, to))
	];
}
function shownLine(line) {
	switch (line.kind) {
		case "file": return `${line.sign} ${showInvisible(line.text)}`;
		case "same":
		case "removed":
		case "added": return `${SIGNS[line.kind]}${showLine(line.text)}`;
		case "hunk":
		case "note": return line.text;
		default: return unreachable(line);
	}
}
const SIGNS = {
	same: " ",
	removed: "-",
	added: "+"
};
function splitLines(text) {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function compareLines(from, to) {
	let start = 0;
	while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
	let fromEnd = from.length;
	let toEnd = to.length;
	while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
		fromEnd -= 1;
		toEnd -= 1;
	}
	const pairs = commonLines(from.slice(start, fromEnd), to.slice(start, toEnd));
	const replaced = [];
	let at = {
		from: start,
		to: start
	};
	for (const pair of [...pairs.map(([a, b]) => ({
		from: a + start,
		to: b + start
	})), {
		from: fromEnd,
		to: toEnd
	}]) {
		if (pair.from > at.from || pair.to > at.to) replaced.push({
			from: at.from,
			fromEnd: pair.from,
			to: at.to,
			toEnd: pair.to
		});
		at = {
			from: pair.from + 1,
			to: pair.to + 1
		};
	}
	return replaced;
}
function hunksOf(replaced) {
	const hunks = [];
	for (const next of replaced) {
		const hunk = hunks.at(-1);
		const last = hunk?.at(-1);
		if (hunk !== void 0 && last !== void 0 && next.from - last.fromEnd <= 6) hunk.push(next);
		else hunks.push([next]);
	}
	return hunks;
}
function hunkLines(hunk, from, to) {
	const first = hunk[0];
	const last = hunk.at(-1);
	if (first === void 0 || last === void 0) return [];
	const lead = Math.min(CONTEXT, first.from);
	const tail = Math.min(CONTEXT, from.length - last.fromEnd);
	const lines = [{
		kind: "hunk",
		text: `@@ -${range(first.from - lead, last.fromEnd + tail)} +${range(first.to - lead, last.toEnd + tail)} @@`
	}];
	let at = first.from - lead;
	for (const { from: start, fromEnd, to: toStart, toEnd } of hunk) {
		lines.push(...from.slice(at, start).flatMap((line) => diffLine("same", line)));
		lines.push(...from.slice(start, fromEnd).flatMap((line) => diffLine("removed", line)));
		lines.push(...to.slice(toStart, toEnd).flatMap((line) => diffLine("added", line)));
		at = fromEnd;
	}
	lines.push(...from.slice(at, at + tail).flatMap((line) => diffLine("same", line)));
	return lines;
}
function range(start, end) {
	const count = end - start;
	if (count === 1) return String(start + 1);
	return `${count === 0 ? start : start + 1},${count}`;
}
function diffLine(kind, line) {
	if (line.endsWith("\n")) return [{
		kind,
		text: line.slice(0, -1)
	}];
	return [{
		kind,
		text: line
	}, {
		kind: "note",
		text: "\\ No newline at end of file"
	}];
}

// src/core/report/phrase.ts
function phraseFinding(found) {
	return showInvisible(sentence(found));
}
function levelOf$1(code) {
	return NOTICES.has(code) ? "notice" : "warning";
}
function phraseSkip({ why, because }) {
	const reason = SKIPS[why];
	if (reason.startsWith(because)) return reason;
	return showInvisible(clip(because.startsWith(reason) ? because : `${reason}: ${because}`, CLAUSE_LIMIT));
}
function phraseOutcome(outcome) {
	return OUTCOMES[outcome];
}
const NOTICES = /* @__PURE__ */ new Set([
	"COMMENTED_MARKER",
	"FILE_SKIPPED",
	"HOLD_ENDED"
]);
const SKIPS = {
	equal: "has the value already",
	older: "the candidate is not newer",
	filtered: "the policy does not take the candidate",
	"out of scope": "the paths of the policy leave this file out",
	held: "held",
	"other image": "the policy follows another image than was built",
	blocked: "another place of the policy is in the way",
	"no tag": "the image has no tag to write",
	"no digest": "the image has no digest to write",
	rejected: "a person closed the pull request with this value",
	diverged: "neither commit is an ancestor of the other",
	"not proven": "the edit could not be proven to change this value alone"
};
const OUTCOMES = {
	opened: "A pull request was opened.",
	updated: "The pull request was updated.",
	committed: "The change was committed to the base branch.",
	closed: "The pull request had nothing left to change and was closed.",
	planned: "Dry run: this is what would change; nothing was written.",
	applied: "The files were written.",
	held: "Held: nothing moves.",
	unmatched: "No policy concerns what was built.",
	unchanged: "Nothing to do: no value moves.",
	failed: "The run failed."
};
const SENTENCES = {
	UNKNOWN_POLICY: ({ policy, nearest }) => `Nobody defines policy ${quote(policy)}.${nearest === "" ? "" : ` Did you mean ${quote(nearest)}?`} Define it in the policy file, or correct the marker.`,
	UNKNOWN_PART: ({ policy, part }) => `The marker of ${quote(policy)} asks for ${quote(part)}. Write :tag, :name, :digest, or nothing for the whole reference.`,
	NEAR_MARKER: ({ comment, reason }) => `${quote(comment)} nearly is a marker: ${clause(reason)}. Write # {"$imagepolicy": "namespace:name"}.`,
	DEAD_MARKER: ({ policy, position, instead }) => `The marker of ${quote(policy)} has no effect: it stands ${clause(position)}. ` + (instead ?? "Put it at the end of the value's line."),
	COMMENTED_MARKER: ({ policy }) => `The marker of ${quote(policy)} is inside a comment and left alone. Uncomment the line if it should move.`,
	UNUSED_POLICY: ({ policy, elsewhere }) => elsewhere === void 0 ? `Policy ${quote(policy)} has no marker. Add # {"$imagepolicy": ${quote(inMarker(policy))}} to a value, or remove the policy.` : `Policy ${quote(policy)} has no marker in its paths; one stands outside them, at ${clause(elsewhere)}. Correct the paths, or remove the policy.`,
	PART_MISMATCH: ({ policy, part, value }) => `The marker of ${quote(policy)} writes the ${clause(part)}, and ${quote(value)} does not fit that. Correct the suffix of the marker or the value.`,
	NO_DIGEST: ({ policy }) => `The marker of ${quote(policy)} writes the digest, and the policy or the image carries none. Set digest: Always in the policy and name the built image with its digest (name:tag@sha256:…).`,
	VALUE_REFUSED: ({ policy, value, reason }) => `Policy ${quote(policy)} would refuse the present value ${quote(value)}: ${clause(reason)}. Correct the value or the policy.`,
	POLICY_DISAGREES: ({ policy, value, other, otherPlace }) => `Policy ${quote(policy)} has ${quote(value)} here and ${quote(other)} at ${clause(otherPlace)}. Make them equal, or give each a policy of its own.`,
	POLICY_BLOCKED: ({ policy, reason }) => `Every place of policy ${quote(policy)} stays: ${clause(reason)}. Mend that place and all of them move together.`,
	FILE_UNREADABLE: ({ reason }) => `Not readable: ${clause(reason)}. Its markers stay as they are; mend the file.`,
	FILE_SKIPPED: ({ name }) => formatOf(name) === void 0 ? `Markers do not count in a file named ${quote(name)}: only *.yaml, *.yml and Kustomization are read. Rename it, unless another file is made of it.` : `Markers count in a file named ${quote(name)} only where the policy file names it. Add a glob to its "files".`,
	EDIT_NOT_PROVEN: ({ reason }) => `Left alone, because the edit could not be proven safe: ${clause(reason)}. Change the value by hand.`,
	FLUX_UNRESOLVED: ({ policy, reason }) => `The Flux object of policy ${quote(policy)} cannot be resolved from text: ${clause(reason)}.`,
	UNMATCHED_IMAGE: ({ image, nearest, hint }) => `No policy concerns ${quote(image)}${hint === "" ? "" : `: ${clause(hint)}`}.${nearest === "" ? "" : ` Nearest: ${clause(nearest)}.`} Add a policy with this image to the policy file, correct the name, or set unmatched: warn.`,
	HOLD_ENDED: ({ policy, until }) => `The hold of policy ${quote(policy)} ended on ${clause(until)} and it moves again. Remove the hold from the policy file.`,
	STATE_UNREADABLE: ({ pullRequest, reason }) => `The hidden state in ${clause(pullRequest)} was ignored and written anew: ${clause(reason)}.`,
	INTENT_UNREADABLE: ({ ref, reason }) => `What waited under ${clause(ref)} was not used: ${clause(reason)}.`,
	DECORATION_FAILED: ({ what, reason }) => `Not set on the pull request: ${clause(what)}. ${clause(reason)}.`
};
function inMarker(policy) {
	return policy.replace(/^\*:/, "<namespace>:");
}
function sentence(found) {
	return SENTENCES[found.code](found.args);
}
const CLAUSE_LIMIT = 600;
function clause(text) {
	return clip(text, CLAUSE_LIMIT).replace(/[.\s]+$/, "");
}

// src/core/report/report.ts
function report(parts) {
	return {
		outcome: overall(parts),
		...parts
	};
}
function allSkips(groups) {
	return sortByField(groups.flatMap(({ plan }) => plan.skips));
}
const LOUDEST_FIRST$1 = [
	"opened",
	"updated",
	"committed",
	"closed",
	"applied",
	"planned",
	"held",
	"unmatched",
	"unchanged"
];
function overall({ groups, unmatched, error }) {
	if (error !== void 0) return "failed";
	const outcomes = new Set(groups.map(({ outcome }) => outcome));
	if (unmatched.length > 0) outcomes.add("unmatched");
	return LOUDEST_FIRST$1.find((outcome) => outcomes.has(outcome)) ?? "unchanged";
}
function sortByField(entries) {
	return entries.toSorted(({ field: a }, { field: b }) => comparePlaces(a.place, b.place));
}

// src/core/report/json.ts
function planJson(what) {
	return {
		v: 1,
		outcome: what.outcome,
		changes: changesJson(what.plans.flatMap(({ changes }) => changes)),
		skips: sortByField(what.plans.flatMap(({ skips }) => skips)).map(skipJson),
		findings: findingsJson(what.findings),
		...what.tree === void 0 ? {} : { tree: what.tree }
	};
}
function explainJson(what) {
	const refused = what.refused.map(({ tag, why }) => ({
		tag,
		why
	}));
	return {
		v: 1,
		policy: what.policy,
		selected: what.selected ?? null,
		refused
	};
}
function toldJson(told) {
	return {
		v: 1,
		findings: told.map(({ code, place, message }) => findingJson(code, place, message))
	};
}
function errorJson({ code, message }) {
	return {
		v: 1,
		error: {
			code,
			message
		}
	};
}
function changesJson(changes) {
	return sortByField(changes).map(({ field: { marker, place }, policy, from, to }) => ({
		path: place.path,
		line: place.line,
		column: place.column,
		policy,
		part: marker.part,
		from,
		to
	}));
}
function skipJson({ field: { place }, policy, why, current, candidate }) {
	return {
		path: place.path,
		line: place.line,
		policy,
		why,
		current,
		...candidate === void 0 ? {} : { candidate }
	};
}
function findingsJson(findings) {
	return sortFindings(findings).map((found) => findingJson(found.code, found.place, phraseFinding(found)));
}
function findingJson(code, place, message) {
	return {
		code,
		...place === void 0 ? {} : { path: place.path },
		...place?.line === void 0 ? {} : { line: place.line },
		...place?.column === void 0 ? {} : { column: place.column },
		message
	};
}
function sortFindings(findings) {
	return findings.toSorted((a, b) => comparePlaces(a.place, b.place));
}

// src/core/report/text.ts
function planText({ groups }, options) {
	const diff = diffText(groups.flatMap(({ diffs }) => diffs), options);
	const rows = allSkips(groups).map((skip) => [
		showInvisible(formatPlace(skip.field.place)),
		showInvisible(skip.policy),
		showInvisible(quote(skip.current)),
		skip.candidate === void 0 ? "" : showInvisible(quote(skip.candidate)),
		phraseSkip(skip)
	]);
	if (rows.length === 0) return diff;
	const table = alignColumns([[
		"kept",
		"policy",
		"value",
		"candidate",
		"why"
	], ...rows]);
	const { width = Infinity } = options;
	const fits = table.split("\n").every(({ length }) => length <= width);
	return `${diff}${diff === "" ? "" : "\n"}${fits ? table : rows.map(stacked).join("")}`;
}
function stacked([place = "", policy = "", value = "", candidate = "", why = ""]) {
	return `kept ${place}  ${policy}\n  ${value}${candidate === "" ? "" : `, not ${candidate}`}: ${why}\n`;
}
function findingsText(findings) {
	return sortFindings(findings).map((found) => {
		return `${found.place === void 0 ? "" : `${showInvisible(formatPlace(found.place))} `}${found.code} ${phraseFinding(found)}\n`;
	}).join("");
}
function outcomeText({ outcome, groups, unmatched, error }) {
	const lines = groups.map(groupLine);
	if (unmatched.length > 0) lines.push(`No policy concerns ${unmatched.map((image) => showInvisible(quote(formatReference(image)))).join(", ")}.`);
	if (lines.length === 0 || error !== void 0) lines.push(phraseOutcome(outcome));
	return lines.map((line) => `${line}\n`).join("");
}
function diffText(diffs, { colour }) {
	const paint = colour ? colourLine : (_kind, text) => text;
	return diffs.flatMap(unifiedDiff).map((line) => `${paint(line.kind, shownLine(line))}\n`).join("");
}
const COLOURS = {
	file: 1,
	hunk: 36,
	removed: 31,
	added: 32
};
function colourLine(kind, text) {
	const colour = COLOURS[kind];
	return colour === void 0 ? text : `\u001B[${colour}m${text}\u001B[0m`;
}
function alignColumns(rows) {
	const widths = [];
	for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
	return rows.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}\n`).join("");
}
function groupLine({ label, outcome, because, pullRequest, commit }) {
	const link = pullRequest === void 0 ? commit ?? "" : `#${pullRequest.number} ${showInvisible(pullRequest.url)}`;
	const more = because === void 0 ? "" : ` ${showInvisible(because)}`;
	return `${showInvisible(label)}: ${phraseOutcome(outcome)}${more}${link === "" ? "" : ` ${link}`}`;
}

// src/core/report/explain.ts
const SCREEN = 20;
const RUNNERS_UP = 12;
const CELL = 160;
function explainTags(policy, selection, hold) {
	const { selected, refused, failure, tie } = selection;
	const { runnersUp, out } = losers(policy, refused);
	const shownOut = out.slice(0, SCREEN - Math.min(runnersUp.length, RUNNERS_UP));
	const shownUp = runnersUp.slice(0, SCREEN - shownOut.length);
	const more = refused.length - shownUp.length - shownOut.length;
	return [
		lines$1(howItReads(policy, hold)),
		"\n",
		lines$1(selected === void 0 ? [`picks nothing${failure === void 0 ? "" : `: ${failure}`}`] : winnerLines(policy, selected, tie?.other, hold)),
		shownUp.length === 0 ? "" : `\n${table$1([
			"not",
			"read as",
			"why"
		], policy, shownUp)}`,
		shownOut.length === 0 ? "" : `\n${table$1([
			"not let in",
			"read as",
			"why"
		], policy, shownOut)}`,
		more > 0 ? `and ${more} more; --json tells all\n` : ""
	].join("");
}
function explainPolicy(policy, fields, hold) {
	const rows = fields.map((field) => [
		showInvisible(formatPlace(field.place)),
		field.marker.part,
		showInvisible(quote(field.value)),
		whatIsWrong(policy, field)
	]);
	const markers = rows.length === 0 ? "no marker names it\n" : alignColumns([[
		"marker",
		"part",
		"value",
		""
	], ...rows]);
	return `${lines$1(howItReads(policy, hold))}\n${markers}`;
}
function howItReads(policy, hold) {
	const { filter, digest, paths } = policy;
	const compared = filter?.extract === "" ? "" : `, compares ${quote(filter?.extract ?? "")}`;
	return [
		`${policy.name} follows ${policy.image} (${formatPlace(policy.place)})`,
		...filter === void 0 ? [] : [`  counts tags that match ${quote(filter.pattern)}${compared}`],
		`  newest by ${orderText(policy)}`,
		...digest === "Never" ? [] : [`  pins digests: ${digest}`],
		...paths === void 0 ? [] : [`  only in ${paths.join(", ")}`],
		...holdLines(policy, hold)
	];
}
function orderText({ order }) {
	switch (order.kind) {
		case "semver": return `semver, in the range ${quote(order.range.text)}`;
		case "date": return `date, written ${quote(order.format.text)}`;
		case "numerical":
		case "alphabetical": return `${order.kind} order, ${order.direction === "asc" ? "the greatest" : "the smallest"} first`;
		case "commit": return "the ancestry of its commit in the source repository";
		default: return unreachable(order);
	}
}
function holdLines({ hold }, state) {
	if (hold === void 0) return [];
	if (state.kind === "ended") return [`  its hold ended on ${hold.until ?? ""}: it moves again`];
	return [`  ${hold.tag === void 0 ? "held" : `held: nothing moves past ${hold.tag}`}${hold.until === void 0 ? "" : ` until ${hold.until}`}${hold.reason === void 0 ? "" : ` (${hold.reason})`}`];
}
function winnerLines(policy, tag, tied, hold) {
	const ranked = rank$1(policy, tag);
	const read = isRefusal$1(ranked) ? "" : readAs(policy, ranked);
	return [
		`picks ${tag}`,
		...read === "" ? [] : [`  read as ${read}`],
		...tied === void 0 ? [] : [`  ${tied} is as new; a fixed rule chose`],
		...hold.kind === "held" ? [`  and does not move there: ${hold.because}`] : []
	];
}
function losers(policy, refused) {
	const runnersUp = [];
	const out = {
		range: [],
		unreadable: [],
		filter: []
	};
	for (const { tag, why } of refused) {
		const ranked = rank$1(policy, tag);
		if (isRefusal$1(ranked)) out[ranked.kind].push({
			tag,
			why,
			ranked: void 0
		});
		else runnersUp.push({
			tag,
			why,
			ranked
		});
	}
	const { order } = policy;
	if (order.kind !== "commit") runnersUp.sort((a, b) => compareRanked(order, b.ranked, a.ranked));
	return {
		runnersUp,
		out: [
			...out.range,
			...out.unreadable,
			...out.filter
		]
	};
}
function table$1(head, policy, rows) {
	const cells = rows.map(({ tag, why, ranked }) => [
		tag,
		ranked === void 0 ? groupsText(policy, tag) : readAs(policy, ranked),
		why
	]);
	const all = [[...head], ...cells.map((row) => row.map((cell) => clip(showInvisible(cell), CELL)))];
	const isEmpty = all.every((row, index) => index === 0 || row[1] === "");
	return alignColumns(isEmpty ? all.map(([tag = "", , why = ""]) => [tag, why]) : all);
}
function readAs(policy, { tag, extracted, key }) {
	const groups = groupsText(policy, tag);
	const value = keyText(key);
	return [
		groups,
		extracted === tag ? "" : shown(extracted),
		value === extracted ? "" : value
	].filter((step) => step !== "").join(" → ");
}
function groupsText({ filter }, tag) {
	const found = filter === void 0 ? void 0 : extractFrom(filter, tag);
	return Object.entries(found?.groups ?? {}).map(([name, text]) => `${name}=${shown(text)}`).join(" ");
}
function keyText(key) {
	switch (key.kind) {
		case "semver": {
			const { major, minor, patch, prerelease } = key.version;
			return `${major}.${minor}.${patch}${prerelease.length === 0 ? "" : `-${prerelease.join(".")}`}`;
		}
		case "date": return new Date(key.epochMs).toISOString().replace(".000Z", "Z");
		case "numerical": return String(key.value);
		case "alphabetical": return key.text;
		case "commit": return key.id;
		default: return unreachable(key);
	}
}
function whatIsWrong(policy, field) {
	if (!inScope(policy.paths, field.place.path)) return "outside its paths";
	const found = lintField(policy, field);
	if (found === void 0) return "";
	return showInvisible(clip(found.code === "VALUE_REFUSED" ? `refused: ${found.args.reason}` : found.code, CELL));
}
function lines$1(texts) {
	return texts.map((text) => `${showInvisible(text)}\n`).join("");
}

// src/core/settings/inputs.ts
const INPUTS = [
	input("images", {
		description: "What the build made, one image reference a line (name:tag, name:tag@digest), or the metadata JSON of a build step.",
		required: true,
		multiline: true
	}),
	input("repository", {
		description: "The GitOps repository, as owner/name.",
		fallback: "the repository of the workflow",
		variables: ["GITHUB_REPOSITORY"]
	}),
	input("token", {
		description: "Reads and writes the GitOps repository: needs contents: write and pull-requests: write there.",
		actionDefault: "${{ github.token }}",
		fallback: "the token of the workflow",
		secret: true,
		variables: ["GITHUB_TOKEN"]
	}),
	input("base", {
		description: "The branch that pull requests are merged into.",
		fallback: "the default branch of the repository"
	}),
	input("config", {
		description: "Path of the policy file in the GitOps repository.",
		default: ".image-bump.yaml"
	}),
	input("paths", {
		description: "Globs that narrow which files are looked at, one a line.",
		fallback: "every file",
		multiline: true
	}),
	input("dry-run", {
		description: "true: only tell what would change; nothing is written anywhere.",
		default: "false",
		flag: true
	}),
	input("revision", {
		description: "The commit of the source repository that was built, 7 to 64 hex digits.",
		fallback: "the commit of the workflow run",
		variables: ["GITHUB_SHA"]
	}),
	input("source-repository", {
		description: "The repository that was built, as owner/name; pull requests list its commits.",
		fallback: "the repository of the workflow",
		variables: ["GITHUB_REPOSITORY"]
	}),
	input("source-token", {
		description: "Reads the source repository: needs contents: read there.",
		actionDefault: "${{ github.token }}",
		fallback: "the token of the workflow",
		secret: true
	}),
	input("author", {
		description: "Author of the commits, as \"Name <email>\"; GitHub then does not sign those made through its API.",
		fallback: "the owner of the token"
	}),
	input("unmatched", {
		description: "What to do when no policy concerns a built image: fail or warn.",
		default: "fail"
	}),
	input("force", {
		description: "true: a value that is older than the present one is let through, and the pull request says so.",
		default: "false",
		flag: true
	}),
	input("writer", {
		description: "How commits are made: api (signed by GitHub) or git (pushed).",
		default: "api"
	})
];
function input(name, facts) {
	const { variables = [], ...rest } = facts;
	const own = `IMAGE_BUMP_${name.replaceAll("-", "_").toUpperCase()}`;
	return {
		required: false,
		secret: false,
		flag: false,
		multiline: false,
		...rest,
		name,
		variables: [own, ...variables]
	};
}

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
	const { values, positionals } = parse$4(argv, Object.fromEntries(options.map(({ name, value }) => [name, {
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
function parse$4(argv, config, options) {
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
	return `${JSON.stringify(value, null, 2).replaceAll("##[", String.raw`#\u0023[`)}\n`;
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

// src/core/settings/grammar.ts
const GLOB_LIMIT = 1e3;
const REPOSITORY$1 = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/;
const REVISION$2 = /^[0-9a-f]{7,64}$/i;
const AUTHOR = /^(?<name>[^<>\p{C}]*[\p{L}\p{N}][^<>\p{C}]*?) +<(?<email>[^<>@\s\p{C}]+@[^<>@\s\p{C}]+)>$/u;
const CONTROL = /\p{Cc}/u;
function readRepositoryName(text) {
	const name = text.slice(text.indexOf("/") + 1);
	if (REPOSITORY$1.test(text) && !/^\.{1,2}$/.test(name) && !/\.git$/i.test(name)) return ok(text);
	return no(`${quote(text)} is not a repository. Write owner/name, without a host or ".git".`);
}
function readToken(text) {
	if (text === "") return no("it is empty. Is the secret defined, and may this workflow (a fork?) read it?");
	if (/^[\x21-\x7e]+$/.test(text)) return ok(text);
	return no("it holds white space, control or non-ASCII characters. Store the bare token as the secret.");
}
function readRepoPath(text) {
	return checkRepoPath(withoutDot(text));
}
function readGlob(text) {
	const glob = withoutDot(text).replace(/\/+$/, "");
	if (glob.length > GLOB_LIMIT) return no(`a glob is longer than ${GLOB_LIMIT.toLocaleString("en")} characters.`);
	if (/^!(?!\()/.test(glob)) return no(`${quote(text)} excludes. Write only what to include, e.g. clusters/staging/**.`);
	if (glob.includes("\\")) return no(`${quote(text)} holds a backslash. Write "/" between folders.`);
	return checkRepoPath(glob);
}
function readBoolean(text) {
	if ([
		"true",
		"True",
		"TRUE"
	].includes(text)) return ok(true);
	if ([
		"false",
		"False",
		"FALSE"
	].includes(text)) return ok(false);
	return no(`${quote(text)} is neither. Write true or false.`);
}
function readRevision(text) {
	if (REVISION$2.test(text)) return ok(text.toLowerCase());
	return no(`${quote(text)} is not a commit id. Write 7 to 64 hex digits, e.g. \${{ github.sha }}.`);
}
function readAuthor(text) {
	const { name, email } = AUTHOR.exec(text)?.groups ?? {};
	if (name !== void 0 && email !== void 0) return ok({
		name: name.trim(),
		email
	});
	return no(`${quote(text)} is not an author. Write Name <name@example.com>.`);
}
function readChoice(text, choices) {
	const choice = choices.find((known) => known === text);
	return choice === void 0 ? no(`${quote(text)} is not known. Write ${choices.join(" or ")}.`) : ok(choice);
}
function readServiceUrl(text) {
	if (!URL.canParse(text) || CONTROL.test(text)) return no(`${quote(text)} is not a URL. Write e.g. https://github.com.`);
	const url = new URL(text);
	if (url.username !== "" || url.password !== "") return no("it holds credentials. Write it without; use the input token.");
	if (url.search !== "" || url.hash !== "") return no(`${quote(text)} has a query or fragment. Write it without.`);
	if (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname)) return ok(url.href.replace(/\/+$/, ""));
	return no(`${quote(text)} is not https. Plain http is allowed on loopback only.`);
}
function ok(value) {
	return {
		ok: true,
		value
	};
}
function no(reason) {
	return {
		ok: false,
		reason
	};
}
function withoutDot(path) {
	return path.replace(/^(?:\.\/)+/, "");
}
function isLoopback(host) {
	return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
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
async function snapshotOf(tree) {
	const config = await policyFileOf(tree);
	return readSnapshot(config, await tree.source.files(SCREEN_TEXTS, searchGlobs(config)));
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
async function markedOf({ source }, globs) {
	return readMarked(await source.files(SCREEN_TEXTS, globs), globs);
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

// src/cli/explain.ts
const EXPLAIN_OPTIONS = [
	{
		name: "tags-from",
		value: "FILE|-",
		description: "Tags to choose from: one a line, a JSON array, or what a registry lists; - reads stdin."
	},
	...TREE_OPTIONS,
	JSON_OPTION
];
async function explain(local, args, readText) {
	const [name, ...rest] = args.positionals;
	if (name === void 0 || rest.length > 0) throw new BumpError("BAD_CALL", "Name one policy, e.g. image-bump explain prod:shop --tags-from tags.txt.");
	const tree = await openTree(local, args);
	try {
		const snapshot = await snapshotOf(tree);
		const policy = policyNamed(snapshot, name);
		const file = args.value("tags-from");
		const today = local.clock.today();
		if (file === void 0) return describe$1({
			policy,
			name,
			snapshot,
			today,
			json: args.flag("json")
		});
		const selection = select(policy, readTags(await readText(file)));
		const { selected, refused } = selection;
		if (args.flag("json")) return done(jsonText(explainJson({
			policy: name,
			selected,
			refused
		})));
		const hold = holdOn(policy, selected, today, compareByOrder);
		return done(explainTags(policy, selection, hold));
	} finally {
		await tree.close();
	}
}
function readTags(text) {
	if (/^\s*[[{]/.test(text)) {
		const json = parseJson$1(text);
		const listing = { ...json };
		const value = Array.isArray(json) ? json : listing["tags"] ?? listing["Tags"];
		if (!Array.isArray(value) || !value.every((tag) => typeof tag === "string")) throw new BumpError("BAD_CALL", "--tags-from: the JSON is not an array of texts. Write e.g. [\"1.4.2\", \"1.5.0\"].");
		return value;
	}
	return text.split("\n").filter((line) => line !== "");
}
function parseJson$1(text) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new BumpError("BAD_CALL", "--tags-from: it starts with a bracket and is not JSON.", { cause });
	}
}
function policyNamed({ policies, findings }, name) {
	const policy = findPolicy(policies, name);
	if (policy !== void 0) return policy;
	const anyNamespace = `*${name.slice(name.indexOf(":"))}`;
	const unresolved = findings.filter((found) => found.code === "FLUX_UNRESOLVED" && [name, anyNamespace].includes(found.args.policy));
	if (unresolved.length > 0) throw new BumpError("BAD_POLICY", unresolved.map((found) => ({
		message: phraseFinding(found),
		...found.place === void 0 ? {} : { place: found.place }
	})));
	const near = nearestPolicy(name, policies);
	const hint = near === void 0 ? "image-bump lint tells what is there." : `Did you mean ${quote(near)}?`;
	throw new BumpError("BAD_CALL", `Nobody defines policy ${quote(name)}. ${hint}`);
}
function describe$1(what) {
	const { policy, name, snapshot, today } = what;
	const fields = fieldsByPolicy(snapshot.policies, snapshot.fields).get(policy) ?? [];
	if (!what.json) return done(explainPolicy(policy, fields, holdOn(policy, void 0, today, compareByOrder)));
	const { image, filter, digest, paths, hold, origin, place } = policy;
	const markers = fields.map((field) => ({
		...field.place,
		part: field.marker.part,
		value: field.value
	}));
	const rule = {
		image,
		filterTags: filter === void 0 ? void 0 : {
			pattern: filter.pattern,
			extract: filter.extract
		},
		order: orderJson(policy.order),
		digest,
		paths,
		hold
	};
	return done(jsonText({
		v: 1,
		policy: name,
		...rule,
		origin,
		place,
		markers
	}));
}
function done(stdout) {
	return {
		stdout,
		stderr: "",
		exitCode: 0
	};
}
function orderJson(order) {
	if (order.kind === "semver") return { semver: { range: order.range.text } };
	if (order.kind === "date") return { date: { format: order.format.text } };
	if (order.kind === "commit") return { commit: {} };
	return { [order.kind]: { order: order.direction } };
}

// src/cli/help.ts
function overview(commands) {
	const width = Math.max(...[...commands.values()].map(({ usage }) => usage.length));
	return [
		"image-bump: moves image tags in a GitOps repository at marker comments.",
		"",
		"Usage: image-bump COMMAND [OPTIONS]",
		"",
		...[...commands.values()].map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
		"",
		"image-bump COMMAND --help tells the options of a command; --version the version.",
		"Exit: 0 done, 2 wrong call, 3 wrong content in the repository, 4 the remote said no, 70 a bug of ours.",
		""
	].join("\n");
}
function helpFor({ usage, summary, options, notes }) {
	const spelled = options.map(({ name, value }) => `--${name}${value === void 0 ? "" : ` ${value}`}`);
	const width = Math.max(...spelled.map(({ length }) => length));
	const lines = options.flatMap(({ description }, index) => wrap(description, WIDTH$1 - width - 4).map((line, row) => `  ${(row === 0 ? spelled[index] ?? "" : "").padEnd(width)}  ${line}`));
	const below = notes === void 0 ? [] : [...wrap(notes, WIDTH$1), ""];
	return [
		`Usage: image-bump ${usage} [OPTIONS]`,
		"",
		summary,
		"",
		...lines,
		"",
		...below
	].join("\n");
}
const WIDTH$1 = 100;
function wrap(text, width) {
	const lines = [];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line === void 0 || line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines;
}

// src/core/mark/environment.ts
function environmentOf(path) {
	const parts = path.split("/");
	const folders = parts.slice(0, -1);
	const inside = folders.findIndex((_, at) => HOLDERS.test(folders[at - 1] ?? "") && nameOf(folders[at] ?? "") !== "");
	const known = folders.findIndex((folder) => KNOWN.test(folder));
	const at = inside === -1 ? known : inside;
	if (at !== -1) return {
		name: nameOf(folders[at] ?? ""),
		glob: `${globOf(folders.slice(0, at + 1).join("/"))}/**`
	};
	const word = FILE.exec(parts.at(-1) ?? "")?.[1];
	return word === void 0 ? void 0 : {
		name: word,
		glob: globOf(path)
	};
}
function globOf(path) {
	return path.replace(/[*?[\]{}()!+@\\\p{Cc}]/gu, "?");
}
const HOLDERS = /^(?:clusters?|overlays?|envs?|environments?|stages)$/i;
const WORDS$1 = "dev|develop|development|qa|uat|staging|stage|stg|pre-?prod|prod|production|prd|sandbox";
const KNOWN = new RegExp(`^(?:${WORDS$1})(?:[-_.][\\w.-]*)?$`, "i");
const FILE = new RegExp(`(?:^|[-_.])(${WORDS$1})\\.ya?ml$`, "i");
function nameOf(folder) {
	return folder.replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
}

// src/core/mark/rule.ts
function proposeRule(tags) {
	const [first] = tags;
	if (first === void 0) return void 0;
	return [
		dateRule(first),
		flavourRule(tags),
		versionRule(tags),
		countedRule(first)
	].flatMap((candidate) => candidate === void 0 ? [] : [candidate]).find((candidate) => tags.every((tag) => takes(candidate, tag)))?.rule;
}
function takes({ rule: { filterTags }, order }, tag) {
	const filter = filterTags === void 0 ? void 0 : readFilter(filterTags.pattern, filterTags.extract);
	if (filter !== void 0 && !filter.ok) return false;
	return !isRefusal$1(rank$1({
		order,
		...filter === void 0 ? {} : { filter: filter.value }
	}, tag));
}
const DATES = [
	[
		/^20\d{12}$/,
		"[0-9]{14}",
		"yyyyMMddHHmmss"
	],
	[
		/^20\d{10}$/,
		"[0-9]{12}",
		"yyyyMMddHHmm"
	],
	[
		/^20\d{6}$/,
		"[0-9]{8}",
		"yyyyMMdd"
	],
	[
		/^20\d\d-\d\d-\d\d$/,
		"[0-9]{4}-[0-9]{2}-[0-9]{2}",
		"yyyy-MM-dd"
	],
	[
		/^20\d\d\.\d\d\.\d\d$/,
		"[0-9]{4}[.][0-9]{2}[.][0-9]{2}",
		"yyyy.MM.dd"
	],
	[
		/^20\d{6}T\d{6}Z$/,
		"[0-9]{8}T[0-9]{6}Z",
		"iso8601"
	],
	[
		/^1\d{9}$/,
		"[0-9]{10}",
		"unix"
	],
	[
		/^1\d{12}$/,
		"[0-9]{13}",
		"unixMillis"
	]
];
const PIECES = /20\d\d-\d\d-\d\d(?!\d)|[^-_]+|[-_]/g;
function dateRule(tag) {
	const pieces = tag.match(PIECES) ?? [];
	const at = pieces.findIndex((piece) => DATES.some(([form]) => form.test(piece)));
	const [, pattern = "", format = ""] = DATES.find(([form]) => form.test(pieces[at] ?? "")) ?? [];
	const read = readDateFormat(format);
	if (at === -1 || !read.ok) return void 0;
	const rule = { policy: `{ date: { format: ${format} } }` };
	const order = {
		kind: "date",
		format: read.value
	};
	if (pieces.length === 1) return {
		rule,
		order
	};
	return {
		rule: {
			filterTags: filterOf(pieces, at, `(?P<ts>${pattern})`, "$ts"),
			...rule
		},
		order
	};
}
function versionRule(tags) {
	return tags.every((tag) => isFluxVersion(tag) && !tag.split(/[-.+]/).some(isCommit)) ? rangeRule(tags) : void 0;
}
const PRERELEASE = /-(?:a|alpha|b|beta|rc|cr|m|pre|preview|dev|snapshot|next|nightly|canary)(?![a-z])/i;
function flavourRule(tags) {
	const [, v = "", version = "", flavour = ""] = /^(v?)([0-9]+(?:\.[0-9]+){0,2})((?:-[A-Za-z][\w.]*)*)$/.exec(tags[0] ?? "") ?? [];
	const dots = version.split(".").length - 1;
	if (version === "" || PRERELEASE.test(flavour)) return void 0;
	if (flavour === "" && (dots === 2 || dots === 0 && v === "")) return void 0;
	const zeros = ".0".repeat(2 - dots);
	const pattern = `^v?(?P<version>[0-9]+${"[.][0-9]+".repeat(dots)})${literal(flavour)}$`;
	const filter = readFilter(pattern, `\${version}${zeros}`);
	if (!filter.ok) return void 0;
	return rangeRule(tags.map((tag) => filter.value.regex.matcher(tag)).flatMap((found) => found.find() ? [`${found.group("version") ?? ""}${zeros}`] : []), {
		pattern,
		extract: filter.value.extract
	});
}
function rangeRule(versions, filterTags) {
	const lowest = versions.map((text) => parseVersion(text)).filter((version) => version !== void 0).toSorted(compareVersions)[0];
	if (lowest === void 0) return void 0;
	const { major, minor, patch, prerelease } = lowest;
	const text = `>=${major}.${minor}.${patch}${prerelease.length === 0 ? "" : `-${prerelease.join(".")}`}`;
	const range = readRange(text);
	if (!range.ok) return void 0;
	return {
		rule: {
			...filterTags === void 0 ? {} : { filterTags },
			policy: `{ semver: { range: '${text}' } }`
		},
		order: {
			kind: "semver",
			range: range.value
		}
	};
}
function countedRule(tag) {
	const pieces = tag.match(PIECES) ?? [];
	const numbers = pieces.filter((piece) => /^[0-9]+$/.test(piece));
	const commits = pieces.filter(isCommit);
	if (numbers.length === 1) {
		const at = pieces.findIndex((piece) => piece === numbers[0]);
		const rule = { policy: "{ numerical: { order: asc } }" };
		const order = {
			kind: "numerical",
			direction: "asc"
		};
		if (pieces.length === 1) return {
			rule,
			order
		};
		return {
			rule: {
				filterTags: filterOf(pieces, at, "(?P<number>[0-9]+)", "$number"),
				...rule
			},
			order
		};
	}
	if (numbers.length > 0 || commits.length !== 1) return void 0;
	return {
		rule: {
			filterTags: filterOf(pieces, pieces.findIndex(isCommit), "(?P<sha>[0-9a-f]{7,40})", "$sha"),
			policy: "{ commit: {} }"
		},
		order: { kind: "commit" }
	};
}
function isCommit(piece) {
	return /^[0-9a-f]{7,40}$/.test(piece) && (piece.length === 40 || /[a-f]/.test(piece) && /[0-9]/.test(piece));
}
function filterOf(pieces, at, taken, extract) {
	return {
		pattern: `^${pieces.map((piece, index) => index === at ? taken : anyPiece(piece)).join("")}$`,
		extract
	};
}
function anyPiece(piece) {
	if (isCommit(piece)) return "[0-9a-f]{7,40}";
	return /^v?[0-9]+(?:\.[0-9]+)+$/.test(piece) ? "v?[0-9.]+" : literal(piece);
}
function literal(text) {
	return text.replaceAll(".", "[.]");
}

// src/core/mark/propose.ts
function unmovableImages(files) {
	const uses = files.filter(isDeployed).flatMap((file) => file.uses);
	const movable = new Set(uses.filter(canMove).map(({ image }) => canonicalName(image)));
	const found = /* @__PURE__ */ new Map();
	for (const { image, obstacles } of uses) {
		const name = canonicalName(image);
		const first = obstacles.find(({ optional }) => !optional);
		if (first !== void 0 && !movable.has(name) && !found.has(name)) found.set(name, {
			image,
			...first
		});
	}
	return [...found.values()];
}
function proposePolicies(files) {
	const seen = files.filter(isDeployed).flatMap(({ path, uses }) => uses.filter(canMove).map((use) => ({
		path,
		use
	})));
	const names = /* @__PURE__ */ new Set();
	return [...Map.groupBy(seen, ({ use }) => canonicalName(use.image))].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([, sightings]) => {
		const byEnvironment = Map.groupBy(sightings, ({ path }) => environmentOf(path)?.name);
		const several = byEnvironment.size > 1 || !byEnvironment.has(void 0);
		return [...byEnvironment].sort(([a = "~"], [b = "~"]) => a < b ? -1 : 1).flatMap(([environment, own]) => {
			const counted = environment === void 0 && several ? own.filter(({ path }) => !/(?:^|\/)base\//.test(path)) : own;
			return counted.length === 0 ? [] : [propose$1(environment ?? NO_ENVIRONMENT, counted, several, names)];
		});
	});
}
const NO_ENVIRONMENT = "default";
const LONGEST_GLOB = 1e3;
function isDeployed({ path }) {
	return !path.startsWith(".github/");
}
function canMove({ spots }) {
	return spots.some(({ part, marker }) => (part === "reference" || part === "tag") && marker === void 0);
}
function propose$1(environment, seen, scoped, names) {
	const image = seen[0]?.use.image ?? "";
	const tags = [...new Set(seen.flatMap(({ use }) => use.tag === void 0 ? [] : [use.tag]))].sort();
	const rule = proposeRule(tags);
	const paths = [...new Set(seen.map(({ path }) => environmentOf(path)?.glob ?? globOf(path)))];
	const why = scoped && paths.some(({ length }) => length > LONGEST_GLOB) ? "its path is too long for the policy file: choose another glob" : whyNot$2(tags, rule);
	return {
		name: freshName(environment, image, names),
		image,
		...scoped ? { paths } : {},
		tags,
		places: seen.map(({ path, use }) => formatPlace({
			path,
			...lineOf(use)
		})),
		pinned: seen.some(({ use }) => use.pinned),
		...rule === void 0 ? {} : { rule },
		...why === void 0 ? {} : { why }
	};
}
function lineOf({ spots }) {
	const line = spots.find(({ part }) => part !== "name")?.place.line;
	return line === void 0 ? {} : { line };
}
function whyNot$2(tags, rule) {
	if (tags.length > 1) return "its places hold different tags, and a policy moves all of them together: split it by paths";
	if (tags.length === 0) return "only digests stand there: choose the tags that count";
	return rule === void 0 ? "its tag tells no order: choose a rule for the tags to come" : void 0;
}
function freshName(environment, image, names) {
	const parts = image.split("/").map((part) => part.replace(/[^A-Za-z0-9._-]/g, "-"));
	const candidates = parts.map((_, at) => `${environment}:${parts.slice(parts.length - 1 - at).join("-")}`);
	const counted = (count) => `${candidates.at(-1) ?? ""}-${count}`;
	let name = candidates.find((candidate) => !names.has(candidate));
	for (let count = 2; name === void 0; count += 1) if (!names.has(counted(count))) name = counted(count);
	names.add(name);
	return name;
}

// src/core/mark/starter.ts
function isActive({ image, why }) {
	return why === void 0 && !isOfficial(image);
}
function isOfficial(image) {
	return canonicalName(image).startsWith("docker.io/library/");
}
function starterFile({ proposals, unmovable, flux }, { schemaUrl }) {
	return `${[...[
		`# yaml-language-server: $schema=${schemaUrl}`,
		"# Which image tags move in this repository, and how. `image-bump init` wrote it from what it found: correct it freely.",
		"version: 1",
		""
	], ...flux.length > 0 ? fluxLines(flux) : policyLines(proposals, unmovable)].join("\n")}\n`;
}
function fluxLines(flux) {
	return [
		"# These ImagePolicy objects of Flux are read where they stand. A policy of the same name here wins over them:",
		...flux.map(({ name, image, place }) => comment$1(`  ${name} follows ${image} (${formatPlace(place)})`)),
		"policies: {}",
		"flux: true"
	];
}
function policyLines(proposals, unmovable) {
	const own = proposals.filter(({ image }) => !isOfficial(image));
	const official = [...new Set(proposals.filter(({ image }) => isOfficial(image)).map(({ image }) => image))];
	const active = own.filter(isActive);
	const lines = own.flatMap((proposal) => ["", ...isActive(proposal) ? block(proposal) : block(proposal).map(asComment)]);
	return [
		"# Keyed by what markers name: \"namespace:name\". A policy without a marker does nothing yet; remove what is not built by you.",
		...active.length > 0 ? ["policies:", ...lines.slice(1)] : [own.length > 0 ? NONE_YET : "policies: {}", ...lines],
		...proposals.length === 0 && unmovable.length === 0 ? EXAMPLE : [],
		...section$1("Images of Docker's library, which nobody builds here and so have no policy", official),
		...section$1("Images that no marker can stand with yet", unmovable.map(({ image, place, why }) => `${image} (${formatPlace(place)}): ${why}`))
	];
}
function section$1(title, lines) {
	return lines.length === 0 ? [] : [
		"",
		`# ${title}:`,
		...lines.map((line) => comment$1(`  ${line}`))
	];
}
const NONE_YET = "policies: {} # without {} once a policy stands below";
const EXAMPLE = [
	"# No image field was found. A policy looks like this:",
	"#   prod:shop:",
	"#     image: ghcr.io/acme/shop",
	"#     paths: [clusters/prod/**]",
	"#     policy: { semver: { range: '>=1.0.0' } }"
];
const SHOWN_PLACES = 5;
function block({ name, image, paths, tags, places, pinned, rule, why }) {
	const more = places.length > SHOWN_PLACES ? [`and ${places.length - SHOWN_PLACES} more`] : [];
	return [
		...why === void 0 ? [] : [`  # Left out: ${why}.`],
		`  # ${visible(tags.join(", ")) || "no tag"} in ${visible([...places.slice(0, SHOWN_PLACES), ...more].join(", "))}`,
		`  ${name}:`,
		`    image: ${image}`,
		...paths === void 0 ? [] : ["    paths:", ...paths.map((glob) => `      - ${quoted(glob)}`)],
		...rule?.filterTags === void 0 ? [] : [
			"    filterTags:",
			`      pattern: ${quoted(rule.filterTags.pattern)}`,
			`      extract: ${quoted(rule.filterTags.extract)}`
		],
		`    policy: ${rule?.policy ?? "{ semver: { range: '>=0.0.0' } }"}`,
		...pinned ? ["    digest: IfNotPresent"] : []
	];
}
function quoted(text) {
	return `'${text.replaceAll("'", "''")}'`;
}
function asComment(line) {
	return line.startsWith("  #") ? line : `  # ${line.slice(2)}`;
}
function comment$1(text) {
	return `# ${visible(text)}`;
}
function visible(text) {
	return text.replace(/[^\P{C}]|[\u2028\u2029]/gu, "?");
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
		text: textOf$1(node)
	};
	if (!isAlias(node)) return void 0;
	const target = targets.get(node);
	return isScalar(target) ? {
		node,
		text: textOf$1(target)
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
function textOf$1({ source, value, type }) {
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
	const placeAt = (offset) => placeIn$1(path, lines, offset);
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
		const looked = look$2(file, field);
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
function look$2(file, { value, part, optional = false, why }) {
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
async function readFiles$1({ source, paths, config }, texts = IMAGE_TEXTS) {
	return (await source.files(texts)).flatMap(({ path, bytes }) => {
		const text = path !== config && inScope(paths, path) ? decode$2(bytes) : void 0;
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
	const files = problems.some(({ image }) => image !== void 0) ? await readFiles$1(tree) : [];
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

// src/cli/init.ts
const INIT_OPTIONS = [
	...TREE_OPTIONS.filter(({ name }) => name === "worktree" || name === "paths"),
	{
		name: "config",
		value: "FILE",
		description: "Path of the file to write. Default: .image-bump.yaml."
	},
	JSON_OPTION
];
const SCHEMA_URL = "https://raw.githubusercontent.com/image-bump/image-bump/main/schema/image-bump.schema.json";
async function init(local, args) {
	if (args.positionals.length > 0) throw new BumpError("BAD_CALL", `init takes no arguments, and ${quote(args.positionals[0] ?? "")} is one.`);
	const tree = await openTree(local, args);
	try {
		const { worktree, config, source } = tree;
		if (worktree === void 0) throw new BumpError("BUG", "init was given no worktree");
		if (await source.file(config) !== void 0) throw new BumpError("BAD_CALL", `${quote(config)} is there already and stays as it is. Name another with --config.`);
		const files = await readFiles$1(tree);
		const proposals = proposePolicies(files);
		const flux = await fluxPoliciesOf(tree);
		const text = starterFile({
			proposals,
			unmovable: unmovableImages(files),
			flux
		}, { schemaUrl: SCHEMA_URL });
		await worktree.write(config, new TextEncoder().encode(text));
		if (args.flag("json")) return {
			stdout: jsonText({
				v: 1,
				path: config,
				images: imagesJson(proposals)
			}),
			stderr: "",
			exitCode: 0
		};
		const named = [...args.value("worktree") === void 0 ? [] : ["--worktree", args.value("worktree") ?? ""], ...args.value("config") === void 0 ? [] : ["--config", config]];
		return {
			stdout: `${showInvisible(config)}\n`,
			stderr: nextSteps(proposals, flux, named),
			exitCode: 0
		};
	} finally {
		await tree.close();
	}
}
async function fluxPoliciesOf({ source }) {
	return readSnapshot(void 0, await source.files([FLUX_TEXT])).policies;
}
function imagesJson(proposals) {
	return [...Map.groupBy(proposals, ({ image }) => image)].map(([image, own]) => ({
		image,
		policies: own.map((proposal) => ({
			name: proposal.name,
			active: isActive(proposal),
			tags: proposal.tags,
			places: proposal.places
		}))
	}));
}
function nextSteps(proposals, flux, named) {
	const active = proposals.filter(isActive);
	const open = proposals.filter(({ image, why }) => why !== void 0 && !isOfficial(image)).length;
	const options = named.map((text) => ` ${shellWord(text)}`).join("");
	const lines = flux.length > 0 ? [`${flux.length === 1 ? "A policy of Flux counts as it is" : `${flux.length} policies of Flux count as they are`}. Check the markers:`, `  image-bump lint${options}`] : active.length === 0 ? ["No policy could be written for you: see the comments in the file."] : [
		"Read it, remove what is not built by you, then add the markers:",
		...active.map(({ image, name }) => `  image-bump mark ${image}=${name} --write${options}`),
		"and check the result:",
		`  image-bump lint${options}`
	];
	const left = flux.length > 0 || open === 0 ? [] : [`Left to you: ${open} ${open === 1 ? "policy is a comment" : "policies are comments"} in the file, with the reason.`];
	return [...lines, ...left].map((line) => `${showInvisible(line)}\n`).join("");
}
function shellWord(text) {
	return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

// src/core/report/annotations.ts
const ANNOTATION_LIMIT = 10;
const ANNOTATION_LENGTH = 4096;
function annotations(told) {
	return [
		"error",
		"warning",
		"note"
	].flatMap((level) => {
		const own = told.filter((one) => one.level === level);
		const more = own.length - 10;
		return [...own.slice(0, 10).map(annotation), ...more > 0 ? [`${more} more of level ${level}.`] : []];
	});
}
function defang(line) {
	return showLine(line).replace(/^(\s*):(?=:)/, "$1: ").replace(/##(?=\[)/g, "# #");
}
const COMMANDS$1 = {
	error: "error",
	warning: "warning",
	note: "notice"
};
function annotation({ code, level, message, place }) {
	const properties = [
		...place === void 0 ? [] : [`file=${property(place.path)}`],
		...place?.line === void 0 ? [] : [`line=${place.line}`],
		...place?.column === void 0 ? [] : [`col=${place.column}`],
		`title=${property(code)}`
	];
	return `::${COMMANDS$1[level]} ${properties.join(",")}::${data(clip(message, ANNOTATION_LENGTH))}`;
}
function data(text) {
	return defang(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/core/report/lint/rules.ts
const RULES = /* @__PURE__ */ new Map([
	["BAD_POLICY", {
		level: "error",
		short: "The policy file is wrong",
		help: "Until every problem is mended, nothing moves in the whole repository."
	}],
	["UNKNOWN_POLICY", {
		level: "error",
		short: "A marker names a policy that nobody defines",
		help: "Correct the name in the marker, or define the policy in the policy file or as an ImagePolicy."
	}],
	["UNKNOWN_PART", {
		level: "error",
		short: "A marker has an unknown suffix",
		help: "Write :tag, :name or :digest behind the policy, or nothing for the whole reference."
	}],
	["NEAR_MARKER", {
		level: "error",
		short: "A comment is nearly a marker",
		help: "A marker is one JSON object of strings and nothing beside it: # {\"$imagepolicy\": \"namespace:name\"}."
	}],
	["DEAD_MARKER", {
		level: "error",
		short: "A marker stands where it has no effect",
		help: "Put the marker at the end of the value's own line."
	}],
	["PART_MISMATCH", {
		level: "error",
		short: "The value does not fit the suffix of its marker",
		help: "Use :tag on a tag, :name on an image name, :digest on a digest, and no suffix on a whole reference."
	}],
	["NO_DIGEST", {
		level: "error",
		short: "A :digest marker of a policy that pins no digest",
		help: "Set digest: Always or IfNotPresent in the policy, or remove the marker."
	}],
	["VALUE_REFUSED", {
		level: "warning",
		short: "The policy would refuse the present value",
		help: "Correct the value, or widen the policy. The next tag that the policy takes replaces the value."
	}],
	["POLICY_DISAGREES", {
		level: "warning",
		short: "Two places of one policy hold different values",
		help: "Make them equal, or give each a policy of its own: the next bump makes them equal anyway."
	}],
	["UNUSED_POLICY", {
		level: "warning",
		short: "A policy has no marker",
		help: "Add its marker to a value, correct its paths, or remove the policy."
	}],
	["FLUX_UNRESOLVED", {
		level: "warning",
		short: "A Flux object cannot be read from text alone",
		help: "Define the policy in the policy file, which wins over Flux objects of the same name."
	}],
	["FILE_UNREADABLE", {
		level: "warning",
		short: "A file or document with markers is not YAML",
		help: "Mend the file. Until then its markers stay as they are."
	}],
	["FILE_SKIPPED", {
		level: "note",
		short: "A file with markers has a name that is not read",
		help: "Rename it to end in .yaml or .yml, unless another file is made of it."
	}],
	["HOLD_ENDED", {
		level: "note",
		short: "A hold has ended",
		help: "The policy moves again; remove the hold from the policy file."
	}],
	["COMMENTED_MARKER", {
		level: "note",
		short: "A marker is inside a comment",
		help: "It is left alone. Uncomment the line if the value should move."
	}]
]);

// src/core/report/lint/sarif.ts
function sarif(told, version) {
	const codes = [...RULES.keys()];
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "image-bump",
				semanticVersion: version,
				rules: [...RULES].map(([code, rule]) => ruleJson(code, rule))
			} },
			columnKind: "utf16CodeUnits",
			originalUriBaseIds: { [ROOT]: { description: { text: "The root of the GitOps repository." } } },
			results: withFingerprints(told).map(([one, fingerprint]) => resultJson(one, codes, fingerprint))
		}]
	};
}
const ROOT = "%SRCROOT%";
function ruleJson(code, { level, short, help }) {
	return {
		id: code,
		name: code.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase()),
		shortDescription: { text: `${short}.` },
		help: { text: help },
		defaultConfiguration: { level }
	};
}
function resultJson({ code, level, message, place }, codes, fingerprint) {
	const index = codes.indexOf(code);
	return {
		ruleId: code,
		...index === -1 ? {} : { ruleIndex: index },
		level,
		message: { text: message },
		...place === void 0 ? {} : { locations: [{ physicalLocation: locationJson(place) }] },
		partialFingerprints: { "imageBump/v1": fingerprint }
	};
}
function locationJson({ path, line, column }) {
	const uri = path.split("/").map((part) => encodeURIComponent(part)).join("/");
	const region = {
		startLine: line,
		...column === void 0 ? {} : { startColumn: column }
	};
	return {
		artifactLocation: {
			uri,
			uriBaseId: ROOT
		},
		...line === void 0 ? {} : { region }
	};
}
function withFingerprints(told) {
	const seen = /* @__PURE__ */ new Map();
	return told.map((one) => {
		const hash = fnv1a(`${one.code}\n${one.place?.path ?? ""}\n${one.identity}`);
		const number = (seen.get(hash) ?? 0) + 1;
		seen.set(hash, number);
		return [one, `${hash}:${number}`];
	});
}
function fnv1a(text) {
	let hash = 14695981039346656037n;
	for (let at = 0; at < text.length; at += 1) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 1099511628211n);
	return hash.toString(16).padStart(16, "0");
}

// src/core/report/lint/told.ts
function tell(findings, problems) {
	return [...problems.map(toldProblem), ...findings.map(toldFinding)].sort((a, b) => comparePlaces(a.place, b.place));
}
function toldProblem({ place, message }) {
	return {
		code: "BAD_POLICY",
		level: "error",
		message: showInvisible(message),
		identity: message,
		...place === void 0 ? {} : { place }
	};
}
function toldFinding(found) {
	const { code, place } = found;
	return {
		code,
		level: levelIn(found),
		message: phraseFinding(found),
		identity: Object.entries(found.args).flatMap(([name, value]) => ABOUT_OTHERS.has(name) ? [] : [`${name}=${value}`]).join("\n"),
		...place === void 0 ? {} : { place }
	};
}
function levelIn(found) {
	if (found.code === "UNKNOWN_POLICY" && found.args.nearest === "") return "warning";
	return RULES.get(found.code)?.level ?? (levelOf$1(found.code) === "notice" ? "note" : "warning");
}
const ABOUT_OTHERS = /* @__PURE__ */ new Set([
	"otherPlace",
	"other",
	"reason",
	"nearest"
]);

// src/cli/lint.ts
const LINT_OPTIONS = [
	...TREE_OPTIONS,
	STRICT_OPTION,
	{
		name: "sarif",
		value: "FILE",
		description: "Also write what was found as SARIF 2.1.0, for code scanning."
	},
	JSON_OPTION
];
async function lint(local, args, { isWorkflow, version }) {
	const sarifFile = sarifFileOf(args);
	const tree = await openTree(local, args);
	try {
		const { findings, problems, looked } = await examine(tree, local.clock.today());
		const inside = findings.filter(({ place }) => place === void 0 || inScope(tree.paths, place.path));
		const told = tell(inside, problems);
		if (sarifFile !== void 0) await writeSarif(sarifFile, told, version);
		const found = told.some(({ level }) => level !== "note") && args.flag("strict");
		return {
			stdout: args.flag("json") ? jsonText(toldJson(told)) : told.map(line$1).join(""),
			stderr: args.flag("json") ? "" : `${total(told, looked)}\n${found ? STRICT_LINE : ""}`,
			...isWorkflow ? { commands: annotations(told) } : {},
			exitCode: problems.length > 0 || found ? EXIT_CODES.content : 0
		};
	} finally {
		await tree.close();
	}
}
function sarifFileOf(args) {
	const file = args.value("sarif");
	if (args.positionals.length > 0) throw new BumpError("BAD_CALL", `lint takes no argument such as ${quote(args.positionals[0] ?? "")}. See --help.`);
	if (file === "-" || file === "") throw new BumpError("BAD_CALL", "--sarif takes the name of a file; stdout carries the findings.");
	return file;
}
async function writeSarif(file, told, version) {
	try {
		await writeFile(file, jsonText(sarif(told, version)));
	} catch (cause) {
		throw new BumpError("BAD_CALL", `--sarif: ${quote(file)} cannot be written.`, { cause });
	}
}
async function examine(tree, today) {
	const globs = await globsOf(tree) ?? [];
	const found = await tree.source.files(LINT_TEXTS, [...globs, ...LOOK_ALIKES]);
	const files = found.filter(({ path }) => isSearched(path, globs));
	const skipped = readSkipped(found.filter(({ path }) => !isSearched(path, globs)));
	const looked = files.filter(({ path }) => inScope(tree.paths, path)).length;
	try {
		const policyFile = await policyFileOf(tree);
		const snapshot = readSnapshot(policyFile, files);
		return {
			findings: [...lint$1(snapshot, files, today), ...skipped],
			problems: [],
			looked: looked + (policyFile === void 0 ? 0 : 1)
		};
	} catch (error) {
		if (!(error instanceof BumpError) || error.code !== "BAD_POLICY") throw error;
		return {
			findings: [...[...alongside(readMarked(files, globs).findings, files), ...readUnmarked(files)], ...skipped],
			problems: error.problems,
			looked: looked + 1
		};
	}
}
function line$1({ code, message, place }) {
	return `${place === void 0 ? "" : `${showInvisible(formatPlace(place))} `}${code} ${message}\n`;
}
const STRICT_LINE = "FINDINGS: --strict makes errors and warnings fail.\n";
function total(told, looked) {
	if (looked === 0) return "Nothing to look at: no policy file, no marker and no Flux image policy.";
	if (told.length === 0) return `Nothing found in ${looked === 1 ? "1 file" : `${looked} files`}.`;
	return `${[
		"error",
		"warning",
		"note"
	].flatMap((level) => {
		const count = told.filter((one) => one.level === level).length;
		return count === 0 ? [] : [`${count} ${level}${count === 1 ? "" : "s"}`];
	}).join(", ")}.`;
}

// src/core/marker/plain.ts
function fitsPlain(value, inFlow) {
	if (value === "" || value.trim() !== value || !PRINTABLE.test(value)) return false;
	if (/^[,[\]{}#&*!|>'"%@`]/.test(value) || /^[-?:](?:\s|$)/.test(value)) return false;
	if (/^(?:---|\.\.\.)(?:\s|$)/.test(value) || /:(?:\s|$)|\s#/.test(value)) return false;
	if (inFlow && (/[,[\]{}]/.test(value) || /^[-?:]$/.test(value))) return false;
	return plainString(value);
}
function plainString(value) {
	return !WORDS.has(value) && !PREFIXED_INTEGER.test(value) && !decimal(value) && !SIXTIES.test(value) && !DATE.test(value);
}
const PRINTABLE = /^[\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const WORDS = new Set(["~ null Null NULL true True TRUE false False FALSE y Y yes Yes YES n N no No NO on On ON off Off OFF << =", ".inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF .nan .NaN .NAN"].flatMap((line) => line.split(" ")));
const PREFIXED_INTEGER = /^[-+]?0(?:[bB][01_]+|[oO][0-7_]+|[xX][0-9a-fA-F_]+)$/;
const DECIMAL = /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]+)?$/;
const SIXTIES = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const DATE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?$/;
function decimal(value) {
	return DECIMAL.test(value) && Number.isFinite(Number.parseFloat(value.replaceAll("_", ""))) && /[0-9]/.test(value);
}

// src/core/marker/scalar.ts
function scalarText(field, value) {
	switch (field.style) {
		case "block": return value;
		case "double": return doubleQuoted(value);
		case "single": return MUST_ESCAPE.test(value) ? doubleQuoted(value) : `'${value.replaceAll("'", "''")}'`;
		case "plain": return fitsPlain(value, field.inFlow) ? value : doubleQuoted(value);
		default: return unreachable(field.style);
	}
}
const MUST_ESCAPE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
function doubleQuoted(value) {
	return `"${value.replace(new RegExp(`["\\\\]|${MUST_ESCAPE.source}`, "g"), (character) => character === "\"" || character === "\\" ? `\\${character}` : SHORT$1[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
const SHORT$1 = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};

// src/core/marker/text/token-text.ts
function tokenText({ style }, value) {
	if (!/^[\w./:@+-]*$/.test(value)) return void 0;
	return style === "double" ? `"${value}"` : style === "single" ? `'${value}'` : value;
}

// src/core/plan/proof/text.ts
function whyNotProvenText(path, before, after, changes) {
	const [was, now] = [scanFile(path, before), scanFile(path, after)];
	const wanted = new Map(changes.map(({ field, to }) => [field.start, {
		end: field.end,
		to
	}]));
	if (was.fields.filter(({ start, end }) => wanted.get(start)?.end === end).length !== changes.length) return "a value without a marker would change";
	if (JSON.stringify(was.fields.map(placed)) !== JSON.stringify(now.fields.map(placed))) return "the markers of the file would change";
	for (const [index, field] of was.fields.entries()) {
		const to = wanted.get(field.start)?.to ?? field.value;
		if (now.fields[index]?.value !== to) return `${quote(to)} cannot be written at ${formatPlace(field.place)}`;
	}
	if (was.findings.length !== now.findings.length) return "a comment would change";
	return outside(before, was.fields) === outside(after, now.fields) && linesOf(before) === linesOf(after) ? void 0 : "text outside the marked values would change";
}
function placed({ marker, style, place: { line } }) {
	return [
		marker.policy,
		marker.part,
		style,
		line
	];
}
function outside(text, fields) {
	const ends = [0, ...fields.map(({ end }) => end)];
	return JSON.stringify(ends.map((end, index) => text.slice(end, fields[index]?.start ?? text.length)));
}
function linesOf(text) {
	return lineIndex(text).lineAt(text.length);
}

// src/core/plan/proof/yaml.ts
function whyNotProven(path, before, after, changes) {
	return whyDifferentTrees(before, after, changes, "1.2") ?? whyDifferentTrees(before, after, changes, "1.1") ?? whyDifferentMarkers(path, before, after, changes);
}
function whyDifferentTrees(before, after, changes, version) {
	const [old, now] = [readStream(before, version), readStream(after, version)];
	if (old.kind === "unreadable" || now.kind === "unreadable") return "the file cannot be read as YAML";
	if (old.documents.length !== now.documents.length) return "the number of documents would change";
	if (comments(old) !== comments(now)) return "a comment would change";
	let next = 0;
	for (const [index, was] of old.documents.entries()) {
		const is = now.documents[index];
		if (is === void 0 || was.problem === void 0 !== (is.problem === void 0)) return "the result would not be YAML";
		const from = next;
		while ((changes[next]?.field.start ?? Number.POSITIVE_INFINITY) < was.end) next += 1;
		const inside = changes.slice(from, next);
		const reason = was.problem === void 0 ? whyDifferentNodes(was, is, inside) : inside.length > 0 || before.slice(was.start, was.end) !== after.slice(is.start, is.end) ? "a document that is not YAML would change" : void 0;
		if (reason !== void 0) return reason;
	}
}
function comments(stream) {
	return JSON.stringify(listAtoms(stream).flatMap((atom) => atom.kind === "comment" ? [atom.source] : []));
}
function whyDifferentNodes(was, is, changes) {
	const [old, now] = [listNodes(was.composed?.contents), listNodes(is.composed?.contents)];
	if (old.length !== now.length) return "the number of values would change";
	let next = 0;
	for (const [index, node] of old.entries()) {
		const other = now[index];
		const change = changes[next];
		if (other === void 0 || properties(node) !== properties(other)) return "the structure of the file would change";
		if (change !== void 0 && isScalar(node) && covers(node, change.field)) {
			next += 1;
			const reason = whyNotValue(other, change);
			if (reason !== void 0) return reason;
		} else if (content(node) !== content(other)) return "a value without a marker would change";
	}
	return next === changes.length ? void 0 : "a marked value is no value of the file";
}
function listNodes(root) {
	const nodes = [];
	const waiting = [root];
	while (waiting.length > 0) {
		const node = waiting.pop();
		nodes.push(node);
		if (isPair(node)) waiting.push(node.value, node.key);
		else if (isCollection(node)) for (const item of node.items.toReversed()) waiting.push(item);
	}
	return nodes;
}
function properties(node) {
	if (node === null) return "nothing";
	if (isPair(node)) return "pair";
	const { comment, commentBefore, spaceBefore, tag } = node;
	const anchor = "anchor" in node ? node.anchor : void 0;
	const kind = isAlias(node) ? "alias" : isScalar(node) ? "scalar" : `collection of ${node.items.length}`;
	return JSON.stringify([
		kind,
		tag,
		anchor,
		comment,
		commentBefore,
		spaceBefore
	]);
}
function content(node) {
	if (isAlias(node)) return node.source;
	if (!isScalar(node)) return "";
	const { source, type, value } = node;
	return JSON.stringify([
		type,
		source,
		typeof value
	]);
}
function covers(node, { start, end }) {
	const [from = 0, to = 0] = node.range ?? [];
	return from <= start && end <= to;
}
function whyNotValue(node, { field, to }) {
	if (!isScalar(node) || decoded$1(node) !== to) return `${quote(to)} cannot be written at ${formatPlace(field.place)}`;
	return isString(node, to) ? void 0 : `the value at ${formatPlace(field.place)} would not be a string`;
}
const CORE_TAGS = "tag:yaml.org,2002:";
function isString({ value, tag = "" }, text) {
	if (tag.startsWith(CORE_TAGS) && tag !== `${CORE_TAGS}str`) return false;
	return typeof value === "string" || typeof value === "number" && !Number.isFinite(value) && plainString(text);
}
function decoded$1({ source = "", type }) {
	return type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED" ? withoutFinalNewlines(source) : source;
}
function whyDifferentMarkers(path, before, after, changes) {
	const wanted = new Map(changes.map(({ field, to }) => [field.start, {
		end: field.end,
		to
	}]));
	const was = scan(path, before).fields;
	if (was.filter(({ start, end }) => wanted.get(start)?.end === end).length !== changes.length) return "a value without a marker would change";
	const old = was.map(({ marker, start, value }) => [marker, wanted.get(start)?.to ?? value]);
	const now = scan(path, after).fields.map(({ marker, value }) => [marker, value]);
	return JSON.stringify(old) === JSON.stringify(now) ? void 0 : "the markers of the file would change";
}

// src/core/plan/edit.ts
function edit(path, text, changes) {
	const real = changes.filter(({ field, to }) => field.value !== to).toSorted((one, other) => one.field.start - other.field.start);
	if (real.length === 0) return {
		kind: "edited",
		text
	};
	const isYaml = (formatOf(path) ?? "yaml") === "yaml";
	const edits = [];
	for (const { field, to } of real) {
		const newText = isYaml ? scalarText(field, to) : tokenText(field, to);
		if (newText === void 0) return {
			kind: "refused",
			reason: `${quote(to)} cannot be written at ${formatPlace(field.place)}`
		};
		edits.push({
			start: field.start,
			end: field.end,
			newText
		});
	}
	const edited = applyEdits(text, edits);
	const reason = (isYaml ? whyNotProven : whyNotProvenText)(path, text, edited, real);
	return reason === void 0 ? {
		kind: "edited",
		text: edited
	} : {
		kind: "refused",
		reason
	};
}
function applyEdits(text, edits) {
	const pieces = [];
	let done = 0;
	for (const { start, end, newText } of edits) {
		if (start < done || end < start || end > text.length) throw new BumpError("BUG", `Edits must be sorted and apart: [${start}, ${end}) after ${done} of ${text.length}.`);
		pieces.push(text.slice(done, start), newText);
		done = end;
	}
	return [...pieces, text.slice(done)].join("");
}

// src/core/mark/proof.ts
function whyNotMarked(path, before, after, markers) {
	const [old, now] = [scan(path, before), scan(path, after)];
	const wanted = [...old.fields.map(({ marker, place }) => keyOf({
		...place,
		marker
	})), ...markers.map(keyOf)].sort();
	const got = now.fields.map(({ marker, place }) => keyOf({
		...place,
		marker
	})).sort();
	if (wanted.join("\n") !== got.join("\n")) return "the markers would not stand on these values alone";
	if (old.findings.length !== now.findings.length) return "a comment would change its meaning";
	return contentOf(before) === contentOf(after) ? void 0 : "a value of the file would change";
}
function keyOf({ line, column, marker }) {
	return `${line}:${column} ${marker.policy}:${marker.part}`;
}
function contentOf(text) {
	const stream = readStream(text);
	if (stream.kind === "unreadable") return stream.problem.reason;
	return JSON.stringify(stream.documents.map(({ composed, problem }) => problem ?? listNodes(composed?.contents).map(describe)));
}
function describe(node) {
	if (isPair(node)) return "pair";
	if (isAlias(node)) return ["alias", node.source];
	if (isScalar(node)) return [
		node.tag,
		node.anchor,
		node.type,
		node.source,
		String(node.value)
	];
	return isCollection(node) ? [
		"collection",
		node.tag,
		node.anchor,
		node.items.length,
		node.flow
	] : null;
}

// src/core/mark/mark.ts
function markFile(file, wishes, { names }) {
	const { path, text: before, uses } = file;
	const wanted = /* @__PURE__ */ new Map();
	const kept = [];
	const refused = [];
	const outside = [];
	for (const wish of wishes) {
		const own = uses.filter(({ image }) => sameImage(image, wish.image));
		if (own.length === 0) continue;
		if (!inScope(wish.paths, path)) {
			outside.push(wish);
			continue;
		}
		for (const { spots, obstacles } of own) {
			refused.push(...obstacles.filter(({ optional }) => names || !optional));
			for (const spot of spots) {
				if (spot.optional && !names) continue;
				const mark = {
					place: spot.place,
					marker: {
						policy: wish.policy,
						part: spot.part
					},
					value: spot.value
				};
				const why = whyNot$1(spot, wish, wanted);
				if (why !== void 0) refused.push({
					place: spot.place,
					why
				});
				else if (spot.marker === void 0) wanted.set(spot.lineEnd, mark);
				else kept.push(mark);
			}
		}
	}
	const { marks, after, refused: all } = proven(path, before, wanted, refused);
	return {
		path,
		marks: inOrder$2(marks),
		kept: inOrder$2(kept),
		refused: inOrder$2(all),
		outside,
		before,
		after
	};
}
function whyNot$1({ marker, part, lineEnd }, wish, wanted) {
	if (marker !== void 0) return marker.policy === wish.policy && marker.part === part ? void 0 : `it has the marker of ${quote(markerName(marker))} already`;
	if (part === "digest" && wish.digests === false) return `policy ${quote(wish.policy)} writes no digest, and a digest goes before the tag; set digest: IfNotPresent there`;
	const taken = wanted.get(lineEnd);
	return taken === void 0 ? void 0 : `it gets the marker of ${quote(markerName(taken.marker))} already`;
}
function proven(path, before, wanted, refused) {
	const marks = [...wanted.values()];
	if (wanted.size === 0) return {
		marks,
		refused,
		after: before
	};
	const edits = [...wanted].toSorted(([a], [b]) => a - b).map(([lineEnd, mark]) => {
		return {
			start: lineEnd,
			end: lineEnd,
			newText: `${/[ \t]/.test(before[lineEnd - 1] ?? "") ? "" : " "}# {${MARKER_TEXT}: "${markerName(mark.marker)}"}`
		};
	});
	const after = applyEdits(before, edits);
	const reason = whyNotMarked(path, before, after, marks.map(newMarker));
	if (reason === void 0) return {
		marks,
		refused,
		after
	};
	return {
		marks: [],
		refused: [...refused, ...marks.map(({ place }) => ({
			place,
			why: reason
		}))],
		after: before
	};
}
function inOrder$2(values) {
	return values.toSorted((a, b) => comparePlaces(a.place, b.place));
}
function newMarker({ place, marker }) {
	return {
		line: place.line,
		column: place.column,
		marker
	};
}
function markerName({ policy, part }) {
	return part === "reference" ? policy : `${policy}:${part}`;
}

// src/cli/mark.ts
const MARK_OPTIONS = [
	...TREE_OPTIONS,
	{
		name: "name",
		description: "Also mark the repository of Helm pairs (:name). Default: tag and digest alone."
	},
	WRITE_OPTION,
	STRICT_OPTION,
	JSON_OPTION
];
async function mark(local, args, { colour }) {
	const wanted = readWishes(args.positionals);
	const tree = await openTree(local, args);
	try {
		const write = isToWrite(tree, args);
		const { policies } = await snapshotOf(tree);
		const wishes = wanted.map((wish) => withPolicy(wish, findPolicy(policies, wish.policy)));
		const files = await readFiles$1(tree, [...new Set(wishes.map(({ image }) => shortName(image)))]);
		const marked = files.map((file) => markFile(file, wishes, { names: args.flag("name") }));
		const problems = wishes.flatMap((wish) => whyNowhere(wish, marked, files));
		if (problems.length > 0) throw new BumpError("UNMATCHED", await withNames(problems, tree));
		const changed = marked.filter(({ before, after }) => before !== after);
		if (write) await writeFiles(tree, changed);
		return say$1({
			marked,
			changed,
			findings: unknownPolicies(wishes, policies),
			write,
			json: args.flag("json"),
			strict: args.flag("strict"),
			colour
		});
	} finally {
		await tree.close();
	}
}
function readWishes(texts) {
	if (texts.length === 0) throw new BumpError("BAD_CALL", "Say which image follows which policy, e.g. image-bump mark ghcr.io/acme/shop=prod:shop.");
	const problems = [];
	const wishes = [];
	for (const text of texts) {
		const at = text.indexOf("=");
		const [name, policy] = at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
		const image = readImageName(name);
		if (!image.ok) problems.push({ message: `${quote(text)}: ${image.reason}.` });
		else if (/^[\w.-]+:[\w.-]+:(?:tag|name|digest)$/.test(policy)) problems.push({ message: `${quote(text)}: write the policy alone; each field gets the part that it holds.` });
		else if (!/^[\w.-]+:[\w.-]+$/.test(policy)) problems.push({ message: `${quote(text)}: write image=namespace:name.` });
		else wishes.push({
			image: image.value,
			policy
		});
	}
	if (problems.length > 0) throw new BumpError("BAD_CALL", problems);
	return wishes;
}
function withPolicy(wish, policy) {
	if (policy === void 0) return wish;
	if (!sameImage(policy.image, wish.image)) throw new BumpError("BAD_CALL", `Policy ${quote(wish.policy)} follows ${quote(policy.image)}, and its marker would put that in the place of ${quote(wish.image)}. Name that image, or another policy.`);
	return {
		...wish,
		digests: policy.digest !== "Never",
		...policy.paths === void 0 ? {} : { paths: policy.paths }
	};
}
function unknownPolicies(wishes, policies) {
	const unknown = new Set(wishes.map(({ policy }) => policy).filter((name) => findPolicy(policies, name) === void 0));
	const names = policies.map(({ name }) => name);
	return [...unknown].map((policy) => finding("UNKNOWN_POLICY", {
		policy,
		nearest: nearest(policy, names) ?? ""
	}));
}
function say$1(what) {
	const { marked, changed, findings, write } = what;
	const marks = marked.flatMap((file) => file.marks);
	const refused = marked.flatMap((file) => file.refused);
	const kept = marked.reduce((sum, file) => sum + file.kept.length, 0);
	const nothing = marks.length + kept === 0;
	const exitCode = nothing || what.strict && findings.length > 0 ? EXIT_CODES.content : 0;
	if (what.json) {
		const value = {
			v: 1,
			outcome: nothing ? "unmatched" : marks.length === 0 ? "unchanged" : write ? "applied" : "planned",
			marks: marks.map(({ place, marker, value }) => ({
				...place,
				...marker,
				value
			})),
			refused: refused.map(({ place, why }) => ({
				...place,
				why
			})),
			findings: findings.map((found) => ({
				code: found.code,
				message: phraseFinding(found)
			}))
		};
		return {
			stdout: jsonText(value),
			stderr: "",
			exitCode
		};
	}
	const lines = [...marks.map(({ place, marker, value }) => `marked ${formatPlace(place)}  ${markerName(marker)}  ${quote(value)}`), ...refused.map(({ place, why }) => `left   ${formatPlace(place)}  ${why}`)];
	const diff = diffText(changed, { colour: what.colour });
	const list = lines.map((line) => `${showInvisible(line)}\n`).join("");
	return {
		stdout: `${diff}${diff === "" || list === "" ? "" : "\n"}${list}`,
		stderr: `${findingsText(findings)}${summary$1(marks.length, kept, refused.length, what)}\n`,
		exitCode
	};
}
function summary$1(marks, kept, refused, { changed, write }) {
	const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
	const already = kept === 0 ? "" : ` ${counted(kept, "value")} had theirs already.`;
	const left = refused === 0 ? "" : ` ${counted(refused, "value")} left alone, as told.`;
	if (marks === 0) return `No marker was added.${already}${left}`;
	const total = `${counted(marks, "marker")} in ${counted(changed.length, "file")}.${already}${left}`;
	return write ? `${total} Written.` : `${total} Nothing was written yet; add --write.`;
}

// src/core/image/built.ts
function readBuilt(input) {
	if (input.length > INPUT_LIMIT) throw new BumpError("BAD_IMAGES", "The images input is larger than 1 MiB.");
	const text = input.trim();
	if (text === "") throw new BumpError("BAD_IMAGES", `The images input is empty. ${WHAT_TO_WRITE}`);
	const { claims, problems } = looksLikeJson(text) ? readJson(text) : {
		claims: readLines(input),
		problems: []
	};
	const merged = mergeClaims(claims);
	const all = [...problems, ...merged.problems];
	if (all.length > 0) throw new BumpError("BAD_IMAGES", cut(all).map(asProblem));
	if (merged.images.length === 0) throw new BumpError("BAD_IMAGES", `The images input names no image with a tag or a digest. ${WHAT_TO_WRITE}`);
	return merged.images;
}
const INPUT_LIMIT = 1048576;
const PROBLEM_LIMIT = 50;
const WHAT_TO_WRITE = "Write one reference per line, e.g. ghcr.io/acme/shop:1.4.2, or give the json output of docker/metadata-action or the metadata output of docker/build-push-action or docker/bake-action (with push).";
function looksLikeJson(text) {
	return text.startsWith("{") || /^\[\s*(?:["{[\]]|$)/.test(text);
}
function readLines(input) {
	return input.split(/\r\n|\r|\n/).map((line, index) => ({
		where: `line ${index + 1}`,
		text: line.trim()
	})).filter(({ text }) => text !== "" && !text.startsWith("#"));
}
function readJson(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return {
			claims: [],
			problems: [`it starts like JSON and is not: ${quote(reason)}`]
		};
	}
	if (Array.isArray(value)) return readArray(value, "item");
	if (!isObject(value)) return {
		claims: [],
		problems: [`as JSON it must be an array or an object. ${WHAT_TO_WRITE}`]
	};
	if (Array.isArray(value["tags"])) return readArray(value["tags"], "tags item");
	return readBuildMetadata(value);
}
function readArray(items, word) {
	const claims = [];
	const problems = [];
	for (const [index, item] of items.entries()) {
		const where = `${word} ${index + 1}`;
		if (typeof item === "string") claims.push({
			where,
			text: item.trim()
		});
		else problems.push(`${where}: it is not a text`);
	}
	return {
		claims,
		problems
	};
}
function readBuildMetadata(metadata) {
	const readings = (NAMES$1 in metadata || DIGEST in metadata ? [[`"${NAMES$1}"`, metadata]] : Object.entries(metadata).map(([target, build]) => [`target ${quote(target)}`, build])).map(([where, build]) => readBuild(where, build));
	return {
		claims: readings.flatMap(({ claims }) => claims),
		problems: readings.flatMap(({ problems }) => problems)
	};
}
const NAMES$1 = "image.name";
const DIGEST = "containerimage.digest";
function readBuild(where, build) {
	if (!isObject(build) || build[NAMES$1] === void 0) return {
		claims: [],
		problems: []
	};
	const names = build[NAMES$1];
	const digest = build[DIGEST];
	if (typeof names !== "string") return {
		claims: [],
		problems: [`${where}: "${NAMES$1}" is not a text`]
	};
	if (digest !== void 0 && typeof digest !== "string") return {
		claims: [],
		problems: [`${where}: "${DIGEST}" is not a text`]
	};
	return {
		claims: names.split(",").map((name) => name.trim()).filter((text) => text !== "").map((text) => digest === void 0 ? {
			where,
			text
		} : {
			where,
			text,
			digest
		}),
		problems: []
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function mergeClaims(claims) {
	const images = /* @__PURE__ */ new Map();
	const problems = [];
	for (const claim of claims) {
		const image = readClaim(claim);
		if (typeof image === "string") {
			problems.push(`${claim.where}: ${image}`);
			continue;
		}
		const key = `${canonicalName(image.name)} ${image.tag ?? `@${image.digest ?? ""}`}`;
		const known = images.get(key);
		if (known === void 0 || known.image.digest === void 0 && image.digest !== void 0) images.set(key, {
			image: known === void 0 ? image : withDigestOf(known.image, image),
			where: claim.where
		});
		else if (image.digest !== void 0 && image.digest !== known.image.digest) problems.push(`${claim.where}: ${quote(formatReference(image))} has another digest than ${known.where} says of the same tag (${known.image.digest ?? ""}); keep one of them`);
	}
	return {
		images: [...images.values()].map(({ image }) => image),
		problems
	};
}
function readClaim({ text, digest }) {
	const parsed = readReference(text);
	if (!parsed.ok) return `${quote(text)} is not an image reference: ${parsed.reason}`;
	const { value: image } = parsed;
	if (digest !== void 0) {
		if (image.digest !== void 0 && image.digest !== digest) return `${quote(text)} has another digest than "${DIGEST}" beside it, ${quote(digest)}`;
		const pinned = readDigest(digest);
		return pinned.ok ? {
			...image,
			digest: pinned.value
		} : `"${DIGEST}" of ${quote(text)}: ${pinned.reason}`;
	}
	return image.tag === void 0 && image.digest === void 0 ? `${quote(text)} has neither tag nor digest; write e.g. ${quote(`${text}:1.4.2`)}` : image;
}
function withDigestOf(image, { digest }) {
	return digest === void 0 ? image : {
		...image,
		digest
	};
}
function cut(problems) {
	if (problems.length <= PROBLEM_LIMIT) return problems;
	return [...problems.slice(0, PROBLEM_LIMIT), `and ${problems.length - PROBLEM_LIMIT} more problems`];
}
function asProblem(text) {
	return { message: `images: ${text}` };
}

// src/core/plan/pending.ts
function fieldKeys(fields) {
	const seen = /* @__PURE__ */ new Map();
	return new Map(fields.map((field) => {
		const kind = JSON.stringify([
			field.place.path,
			field.marker.policy,
			field.marker.part
		]);
		const nth = seen.get(kind) ?? 0;
		seen.set(kind, nth + 1);
		return [`${kind} ${nth}`, field];
	}));
}
function movedFields(before, after) {
	const was = fieldKeys(before);
	return [...fieldKeys(after)].filter(([key, { value }]) => was.has(key) && was.get(key)?.value !== value).map(([, field]) => field);
}
function pendingOf(policy, base, head, compare) {
	const moved = movedFields(base, head);
	const digestAlone = moved.find(({ marker }) => marker.part === "digest")?.value;
	const images = moved.flatMap((field) => {
		const { name, tag, digest } = readValue(field);
		if (tag === void 0 || name !== void 0 && !sameImage(name, policy.image)) return [];
		const pinned = digest ?? digestAlone;
		return [{
			name: policy.image,
			tag,
			...pinned === void 0 ? {} : { digest: pinned }
		}];
	});
	if (images.length === 0 && digestAlone !== void 0) {
		const tag = head.map((field) => readValue(field).tag).find((present) => present !== void 0);
		if (tag !== void 0) return {
			name: policy.image,
			tag,
			digest: digestAlone
		};
	}
	return images.reduce((best, image) => best === void 0 ? image : newest(policy, best, image, compare), void 0);
}

// src/core/plan/decide.ts
function decide(input) {
	const { policy, fields, head, compare } = input;
	const options = {
		compare,
		...input.paths === void 0 ? {} : { paths: input.paths }
	};
	const built = concerning(policy, input.built);
	const wish = built.length === 0 ? void 0 : limited(input, heldWish(policy, wishFor(policy, built), input.today, compare));
	if (head?.setByPerson === true) {
		const held = {
			kind: "none",
			why: "held",
			because: setByPerson(fields, head.fields),
			candidates: built
		};
		return {
			policy,
			origin: "person",
			plan: planPolicy(policy, fields, held, options)
		};
	}
	const pending = stillPending(input);
	const bring = (image, force) => planPolicy(policy, fields, {
		kind: "image",
		image
	}, {
		...options,
		force
	});
	const keep = (image) => planPolicy(policy, movedOrNew(input), {
		kind: "image",
		image
	}, {
		compare,
		force: input.forced
	});
	if (wish?.kind === "image" && prefersBuilt(input, pending, wish.image)) {
		const plan = bring(wish.image, input.force);
		if (plan.changes.length > 0 || pending?.kind !== "image" || !input.forced) {
			const forced = input.force && isByForce(input, wish.image, plan, bring(wish.image, false));
			return {
				policy,
				image: wish.image,
				origin: "built",
				plan,
				...forced ? { forced } : {}
			};
		}
		const { changes, skips } = keep(pending.image);
		return {
			policy,
			image: pending.image,
			origin: "pending",
			plan: {
				changes,
				skips: [...skips, ...plan.skips]
			}
		};
	}
	if (pending?.kind !== "image") {
		const reason = wish ?? pending;
		return {
			policy,
			origin: "none",
			plan: reason === void 0 ? EMPTY : planPolicy(policy, fields, reason, options)
		};
	}
	const plan = keep(pending.image);
	const skips = built.length === 0 ? plan.skips.filter(({ why }) => why !== "out of scope") : plan.skips;
	const overtaken = wish === void 0 ? [] : overtakenSkips(input, wish, pending.image);
	return {
		policy,
		image: pending.image,
		origin: "pending",
		plan: {
			changes: plan.changes,
			skips: [...skips, ...overtaken]
		}
	};
}
function setByPerson(base, head) {
	const [moved] = movedFields(base, head);
	return moved === void 0 ? "a person set it back on the branch of the pull request" : `a person set ${moved.value} on the branch of the pull request, and merging brings that`;
}
const EMPTY = {
	changes: [],
	skips: []
};
function limited(input, wish) {
	if (wish.kind === "none" || input.force) return wish;
	const floor = floorUnder(input, wish.image);
	if (floor === void 0) return wish;
	return {
		kind: "none",
		why: floor.why,
		because: floor.because,
		candidates: [wish.image]
	};
}
function floorUnder({ policy, fields, floors, compare }, image) {
	const present = inPolicy(policy, fields).map(readValue);
	return floors.find((floor) => !isReached(policy, present, floor, compare) && !passes$1(policy, image, floor, compare));
}
function isReached(policy, present, { image: { tag, digest } }, compare) {
	const tags = present.map((value) => value.tag).filter((at) => at !== void 0);
	if (tag === void 0 || tags.length === 0) return false;
	if (!tags.every((at) => isAtLeast(policy, at, tag, compare))) return false;
	const isSameTag = tags.every((at) => at === tag);
	const digests = present.map((value) => value.digest).filter((at) => at !== void 0);
	return digest === void 0 || !isSameTag || digests.every((at) => at === digest);
}
function isAtLeast(policy, tag, floor, compare) {
	const { verdict } = compare(policy, tag, floor);
	return verdict === "newer" || verdict === "equal";
}
function passes$1(policy, image, floor, compare) {
	if (image.tag === void 0 || floor.image.tag === void 0) return formatReference(image) !== formatReference(floor.image);
	if (image.tag === floor.image.tag) return image.digest !== void 0 && image.digest !== floor.image.digest;
	return compare(policy, image.tag, floor.image.tag).verdict === "newer";
}
function stillPending(input) {
	const { policy, fields, head, compare, today } = input;
	const image = head === void 0 ? void 0 : pendingOf(policy, inPolicy(policy, fields), inPolicy(policy, head.fields), compare);
	if (image === void 0) return void 0;
	if (image.tag !== void 0 && !admits(policy, image.tag)) return {
		kind: "none",
		why: "filtered",
		because: `the policy does not take ${image.tag} any more`,
		candidates: [image]
	};
	const floor = input.forced ? void 0 : floorUnder(input, image);
	if (floor !== void 0) return {
		kind: "none",
		why: floor.why,
		because: floor.because,
		candidates: [image]
	};
	return heldWish(policy, {
		kind: "image",
		image
	}, today, compare);
}
function inPolicy({ paths }, fields) {
	return fields.filter(({ place }) => inScope(paths, place.path));
}
function movedOrNew({ fields, head }) {
	const there = fieldKeys(head?.fields ?? []);
	return [...fieldKeys(fields)].filter(([key, { value }]) => there.get(key)?.value !== value).map(([, field]) => field);
}
function prefersBuilt({ policy, compare, force }, pending, built) {
	return pending?.kind !== "image" || force || newest(policy, pending.image, built, compare) === built;
}
function isByForce(input, image, plan, unforced) {
	return plan.changes.length > unforced.changes.length || floorUnder(input, image) !== void 0;
}
function overtakenSkips({ policy, fields, compare, paths }, wish, pending) {
	const reason = wish.kind === "none" ? wish : overtaken(policy, wish.image, pending, compare);
	const { skips } = planPolicy(policy, fields, reason, {
		compare,
		...paths === void 0 ? {} : { paths }
	});
	return skips.filter(({ why }) => why !== "out of scope");
}
function overtaken(policy, image, pending, compare) {
	if (image.tag === void 0 || pending.tag === void 0 || image.tag === pending.tag) return {
		kind: "none",
		why: "equal",
		because: "the pull request brings it already",
		candidates: [image]
	};
	const { verdict, because } = compare(policy, image.tag, pending.tag);
	return {
		kind: "none",
		why: verdict === "diverged" ? "diverged" : "older",
		because: `${because}, and the pull request brings ${pending.tag} already`,
		candidates: [image]
	};
}

// src/core/plan/built-plan.ts
function planBuilt(snapshot, built, options) {
	const { compare, today, paths, force } = options;
	const matching = matchBuilt(snapshot, built, today, compare);
	const decisions = [...fieldsByPolicy(matching.concerned, snapshot.fields)].map(([policy, fields]) => decide({
		policy,
		fields,
		built,
		compare,
		today,
		force,
		...paths === void 0 ? {} : { paths },
		head: void 0,
		floors: [],
		forced: false
	}));
	return {
		concerned: matching.concerned,
		decisions,
		plan: {
			changes: decisions.flatMap(({ plan }) => plan.changes),
			skips: decisions.flatMap(({ plan }) => plan.skips)
		},
		findings: [...matching.findings, ...decisions.flatMap(blocked)],
		unmatched: matching.unmatched
	};
}
function matchBuilt({ policies, fields, findings }, built, today, compare) {
	const concerned = policies.filter((policy) => concerning(policy, built).length > 0);
	const unmatched = built.filter(({ name }) => !concerned.some(({ image }) => sameImage(image, name)));
	const ended = concerned.filter((policy) => holdOn(policy, void 0, today, compare).kind === "ended");
	return {
		concerned,
		unmatched,
		findings: [
			...findings,
			...unknownPolicies$1({
				policies,
				fields,
				findings
			}),
			...unusedPolicies(policies, fields).filter(({ place }) => concerned.some((policy) => policy.place === place)),
			...unmatchedFindings(unmatched, policies),
			...ended.map(({ name, hold, place }) => finding("HOLD_ENDED", {
				policy: name,
				until: hold?.until ?? ""
			}, place))
		]
	};
}
function planSet(fields, assignments, paths) {
	const plans = [...assignments].map(([name, image]) => {
		const own = fields.filter(({ marker }) => marker.policy === name);
		return planAssigned(own, image, paths);
	});
	return {
		changes: plans.flatMap(({ changes }) => changes),
		skips: plans.flatMap(({ skips }) => skips)
	};
}
function blocked({ policy, plan }) {
	const stuck = plan.skips.find(({ why }) => why === "blocked");
	if (stuck === void 0) return [];
	return [finding("POLICY_BLOCKED", {
		policy: policy.name,
		reason: stuck.because
	}, stuck.field.place)];
}
const NEAREST_LIMIT = 3;
function unmatchedFindings(unmatched, policies) {
	return [...new Map(unmatched.map((image) => [canonicalName(image.name), image])).values()].map((image) => finding("UNMATCHED_IMAGE", {
		image: formatReference(image),
		nearest: nearPolicies(image, policies).join(", "),
		hint: policies.length === 0 ? "there is no policy at all, neither in a policy file nor as a Flux ImagePolicy" : ""
	}));
}
function nearPolicies({ name }, policies) {
	return policies.filter(({ image }) => shortName(image) === shortName(name) || nearest(canonicalName(name), [canonicalName(image)]) !== void 0).slice(0, NEAREST_LIMIT).map((policy) => `${policy.name} (${policy.image})`);
}

// src/core/plan/rewrite.ts
function rewrite(texts, plan) {
	const files = [];
	for (const [path, changes] of byPath$1(plan.changes)) {
		const before = texts.get(path) ?? "";
		const edited = edit(path, before, changes);
		if (edited.kind === "edited") {
			files.push({
				path,
				before,
				after: edited.text
			});
			continue;
		}
		const rest = rewrite(texts, withoutPolicies(plan, new Set(changes.map(({ policy }) => policy)), path, edited.reason));
		return {
			...rest,
			findings: [finding("EDIT_NOT_PROVEN", { reason: edited.reason }, { path }), ...rest.findings]
		};
	}
	return {
		plan,
		files,
		findings: []
	};
}
function byPath$1(changes) {
	const sorted = changes.toSorted(({ field: a }, { field: b }) => compareBytes(a.place.path, b.place.path));
	return Map.groupBy(sorted, ({ field }) => field.place.path);
}
function withoutPolicies(plan, policies, path, reason) {
	const steps = [...plan.changes, ...plan.skips].map((step) => {
		if (!isChange(step) || !policies.has(step.policy)) return step;
		const here = step.field.place.path === path;
		return {
			field: step.field,
			policy: step.policy,
			why: here ? "not proven" : "blocked",
			current: step.from,
			candidate: step.to,
			because: here ? reason : `all places move together, and the edit of ${path} could not be proven`
		};
	});
	return {
		changes: steps.filter(isChange),
		skips: steps.filter(isSkip)
	};
}

// src/core/report/verdict.ts
function failureOf$1({ error, unmatched, findings }, allowed) {
	const failed = error === void 0 ? [] : problemsOf$1(error);
	if (unmatched.length === 0 || allowed === "warn") return failed;
	const told = findings.filter(({ code }) => code === "UNMATCHED_IMAGE");
	return [...failed, ...told.map((found) => ({ message: `UNMATCHED: ${phraseFinding(found)}` }))];
}
function findingsBeside({ findings }, allowed) {
	return allowed === "warn" ? findings : findings.filter(({ code }) => code !== "UNMATCHED_IMAGE");
}
function problemsOf$1({ code, message, problems = [{ message }] }) {
	return problems.map((problem) => ({
		...problem,
		message: `${code}: ${problem.message}`
	}));
}
function exitCodeOf(report, allowed, strict = false) {
	if (report.error !== void 0) return EXIT_CODES[ERROR_CODES[report.error.code]];
	if (report.unmatched.length > 0 && allowed === "fail") return EXIT_CODES[ERROR_CODES.UNMATCHED];
	const counts = report.findings.some(({ code }) => levelOf$1(code) !== "notice");
	return strict && counts ? EXIT_CODES[ERROR_CODES.FINDINGS] : 0;
}

// src/cli/plan.ts
const PLAN_OPTIONS = [
	{
		name: "image",
		value: "REF",
		repeatable: true,
		description: "What was built: name:tag[@digest]; may be repeated."
	},
	...TREE_OPTIONS,
	{
		name: "force",
		description: "Let a lower value through."
	},
	{
		name: "unmatched",
		value: "fail|warn",
		description: "When no policy concerns an image. Default: fail."
	},
	STRICT_OPTION,
	JSON_OPTION
];
async function plan(local, args, how) {
	const images = [...args.values("image"), ...args.positionals];
	if (images.length === 0) throw new BumpError("BAD_IMAGES", "Say what was built, e.g. --image ghcr.io/acme/shop:1.4.2; it may be repeated.");
	const built = readBuilt(images.join("\n"));
	const unmatched = readChoice(args.value("unmatched") ?? "fail", ["fail", "warn"]);
	if (!unmatched.ok) throw new BumpError("BAD_CALL", `--unmatched: ${unmatched.reason}`);
	const tree = await openTree(local, args);
	try {
		if (how.apply && tree.worktree === void 0) throw new BumpError("BAD_CALL", "apply writes files, and --git-dir has none. Use plan, or --worktree.");
		const snapshot = await snapshotOf(tree);
		const decided = planBuilt(snapshot, built, {
			compare: compareByOrder,
			today: local.clock.today(),
			...tree.paths === void 0 ? {} : { paths: tree.paths },
			force: args.flag("force")
		});
		const { plan, files, findings } = rewrite(snapshot.texts, decided.plan);
		if (how.apply) await writeFiles(tree, files);
		const outcome = outcomeOf(files.length > 0, decided.concerned.length > 0, how.apply);
		const told = {
			findings: [...decided.findings, ...findings],
			unmatched: decided.unmatched
		};
		const whole = report({
			groups: [],
			...told
		});
		const said = sayPlan({
			outcome,
			plan,
			files,
			...told,
			shown: findingsBeside(told, unmatched.value),
			tree: tree.commit === void 0 ? void 0 : await treeIdOf(tree, files),
			json: args.flag("json"),
			show: how,
			exitCode: exitCodeOf(whole, unmatched.value, args.flag("strict"))
		});
		if (args.flag("json")) return said;
		const failure = failureOf$1(whole, unmatched.value).map(({ message }) => `${message}\n`);
		return {
			...said,
			stderr: `${said.stderr}${failure.join("")}`
		};
	} finally {
		await tree.close();
	}
}
function outcomeOf(changes, concerned, apply) {
	if (changes) return apply ? "applied" : "planned";
	return concerned ? "unchanged" : "unmatched";
}

// src/core/settings/context.ts
function readContext(env) {
	const read = (name) => env[name]?.trim() || void 0;
	const serverUrl = read("GITHUB_SERVER_URL") ?? "https://github.com";
	const ownServer = serverUrl !== "https://github.com";
	const apiUrl = read("GITHUB_API_URL") ?? (ownServer ? `${serverUrl}/api/v3` : "https://api.github.com");
	const graphqlUrl = read("GITHUB_GRAPHQL_URL") ?? (ownServer ? `${serverUrl}/api/graphql` : `${apiUrl}/graphql`);
	const repository = read("GITHUB_REPOSITORY");
	const sha = read("GITHUB_SHA");
	const runId = read("GITHUB_RUN_ID");
	return {
		...repository === void 0 ? {} : { repository },
		...sha === void 0 ? {} : { sha },
		...repository === void 0 || runId === void 0 ? {} : { runUrl: `${serverUrl}/${repository}/actions/runs/${runId}` },
		apiUrl,
		graphqlUrl,
		serverUrl
	};
}

// src/core/git/branch-name.ts
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
const LIMIT$1 = 200;
function checkBranchName(text) {
	const reason = whyNot(text);
	return reason === void 0 ? {
		ok: true,
		value: text
	} : {
		ok: false,
		reason: `${quote(text)} is not a branch name: ${reason}`
	};
}
function whyNot(text) {
	if (text === "") return "it is empty";
	if (text.length > LIMIT$1) return `it is longer than ${LIMIT$1} characters`;
	if (!NAME.test(text)) return "letters, digits, \".\", \"_\", \"-\" and \"/\" only, starting with a letter or digit";
	if (text === "HEAD") return "git keeps HEAD for itself";
	if (text.startsWith("refs/")) return "write it without refs/heads/";
	if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return "it reads like a commit id";
	if (text.includes("..")) return "\"..\" stands for a range of commits";
	if (text.split("/").some((part) => part === "" || part.startsWith("."))) return "a part between slashes is empty or starts with \".\"";
	if (text.endsWith(".") || text.split("/").some((part) => part.endsWith(".lock"))) return "it ends with \".\" or a part of it ends with \".lock\"";
}

// src/core/settings/parse.ts
function parseSettings(raw, context) {
	const problems = [];
	const settings = readSettings(reader(raw, problems), context);
	if (problems.length > 0) throw new BumpError("BAD_INPUT", problems);
	return settings;
}
function readSettings(reader, context) {
	const { text, settle, tell } = reader;
	const given = (name, read) => {
		const written = text(name);
		return written === "" ? void 0 : settle(`Input ${name}`, read(written));
	};
	const token = settle("Input token", readToken(text("token")));
	const sourceRepository = given("source-repository", readRepositoryName) ?? (context.repository === void 0 ? void 0 : settle("Variable GITHUB_REPOSITORY", readRepositoryName(context.repository)));
	return {
		images: readImages(text("images"), tell),
		repository: settle("Input repository", readRepositoryOf(text("repository"), context)),
		token,
		base: given("base", checkBranchName),
		config: settle("Input config", readRepoPath(text("config"))),
		paths: lines(text("paths")).map((line) => settle("Input paths", readGlob(line))),
		dryRun: settle("Input dry-run", readBoolean(text("dry-run"))),
		revision: given("revision", readRevision) ?? workflowRevision(reader, context, sourceRepository),
		sourceRepository,
		sourceToken: given("source-token", readToken) ?? token,
		author: given("author", readAuthor),
		unmatched: settle("Input unmatched", readChoice(text("unmatched"), ["fail", "warn"])),
		force: settle("Input force", readBoolean(text("force"))),
		writer: settle("Input writer", readChoice(text("writer"), ["api", "git"])),
		runUrl: context.runUrl === void 0 ? void 0 : settle("Address of this run", readServiceUrl(context.runUrl)),
		apiUrl: settle("Variable GITHUB_API_URL", readServiceUrl(context.apiUrl)),
		graphqlUrl: settle("Variable GITHUB_GRAPHQL_URL", readServiceUrl(context.graphqlUrl)),
		serverUrl: settle("Variable GITHUB_SERVER_URL", readServiceUrl(context.serverUrl))
	};
}
function reader(raw, problems) {
	const tell = (problem) => {
		problems.push(problem);
	};
	return {
		tell,
		text(name) {
			const fallback = INPUTS.find((input) => input.name === name)?.default ?? "";
			return raw.get(name)?.trim() || fallback;
		},
		settle(what, parsed) {
			if (parsed.ok) return parsed.value;
			tell({ message: `${what}: ${parsed.reason}` });
		}
	};
}
function readImages(text, tell) {
	try {
		return readBuilt(text);
	} catch (error) {
		if (!(error instanceof BumpError) || error.code !== "BAD_IMAGES") throw error;
		for (const { message } of error.problems) tell({ message: `Input images: ${message.replace(/^images: /, "")}` });
		return [];
	}
}
function readRepositoryOf(written, { repository = "" }) {
	const text = written || repository;
	if (text !== "") return readRepositoryName(text);
	return {
		ok: false,
		reason: "it is needed outside of a workflow. Write owner/name of the GitOps repository."
	};
}
function workflowRevision({ settle }, { repository, sha }, source) {
	if (sha === void 0 || repository?.toLowerCase() !== source?.toLowerCase()) return void 0;
	return settle("Variable GITHUB_SHA", readRevision(sha));
}
function lines(text) {
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}

// src/core/report/outputs.ts
function outputs({ outcome, groups }) {
	const told = groups.find(({ outcome, pullRequest, commit }) => outcome !== "unchanged" && (pullRequest ?? commit)) ?? groups.find(({ pullRequest }) => pullRequest !== void 0);
	return {
		outcome,
		"pull-request-url": told?.pullRequest?.url ?? "",
		"pull-request-number": told?.pullRequest === void 0 ? "" : String(told.pullRequest.number),
		branch: told?.branch ?? "",
		commit: told?.commit ?? "",
		changes: JSON.stringify(changesJson(groups.flatMap(({ plan }) => plan.changes))),
		"pull-requests": JSON.stringify(groups.flatMap(pullRequestJson))
	};
}
function pullRequestJson({ label, outcome, pullRequest, branch, commit }) {
	if (pullRequest === void 0) return [];
	const { number, url, title } = pullRequest;
	return [{
		group: label,
		outcome,
		number,
		url,
		title,
		branch: branch ?? "",
		commit: commit ?? ""
	}];
}

// node_modules/semver/internal/debug.js
var require_debug = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {};
	module.exports = debug;
}));

// node_modules/semver/internal/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SEMVER_SPEC_VERSION = "2.0.0";
	const MAX_LENGTH = 256;
	const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || 
	/* istanbul ignore next */ 9007199254740991;
	const MAX_SAFE_COMPONENT_LENGTH = 16;
	const MAX_SAFE_BUILD_LENGTH = 250;
	const WHITESPACE_CHARACTERS = [
		"	",
		"\n",
		"\v",
		"\f",
		"\r",
		" ",
		"\xA0",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		" ",
		"\u2028",
		"\u2029",
		" ",
		" ",
		"　",
		"﻿"
	];
	const RELEASE_TYPES = [
		"major",
		"premajor",
		"minor",
		"preminor",
		"patch",
		"prepatch",
		"prerelease"
	];
	module.exports = {
		MAX_LENGTH,
		MAX_SAFE_COMPONENT_LENGTH,
		MAX_SAFE_BUILD_LENGTH,
		MAX_SAFE_INTEGER,
		WHITESPACE_CHARACTERS,
		RELEASE_TYPES,
		SEMVER_SPEC_VERSION,
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
}));

// node_modules/semver/internal/re.js
var require_re = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
	const debug = require_debug();
	exports = module.exports = {};
	const re = exports.re = [];
	const safeRe = exports.safeRe = [];
	const src = exports.src = [];
	const safeSrc = exports.safeSrc = [];
	const t = exports.t = {};
	let R = 0;
	const LETTERDASHNUMBER = "[a-zA-Z0-9-]";
	const safeRegexReplacements = [
		["\\s", 1],
		["\\d", MAX_LENGTH],
		[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
	];
	const makeSafeRegex = (value) => {
		for (const [token, max] of safeRegexReplacements) value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
		return value;
	};
	const createToken = (name, value, isGlobal) => {
		const safe = makeSafeRegex(value);
		const index = R++;
		debug(name, index, value);
		t[name] = index;
		src[index] = value;
		safeSrc[index] = safe;
		re[index] = new RegExp(value, isGlobal ? "g" : void 0);
		safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
	};
	createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
	createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
	createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
	createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
	createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
	createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
	createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
	createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
	createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
	createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
	createToken("FULL", `^${src[t.FULLPLAIN]}$`);
	createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
	createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
	createToken("GTLT", "((?:<|>)?=?)");
	createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
	createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
	createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
	createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
	createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
	createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
	createToken("COERCERTL", src[t.COERCE], true);
	createToken("COERCERTLFULL", src[t.COERCEFULL], true);
	createToken("LONETILDE", "(?:~>?)");
	createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
	exports.tildeTrimReplace = "$1~";
	createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
	createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("LONECARET", "(?:\\^)");
	createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
	exports.caretTrimReplace = "$1^";
	createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
	createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
	createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
	createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
	exports.comparatorTrimReplace = "$1$2$3";
	createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
	createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
	createToken("STAR", "(<|>)?=?\\s*\\*");
	createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
	createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
}));

// node_modules/semver/internal/parse-options.js
var require_parse_options = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const looseOption = Object.freeze({ loose: true });
	const emptyOpts = Object.freeze({});
	const parseOptions = (options) => {
		if (!options) return emptyOpts;
		if (typeof options !== "object") return looseOption;
		return options;
	};
	module.exports = parseOptions;
}));

// node_modules/semver/internal/identifiers.js
var require_identifiers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const numeric = /^[0-9]+$/;
	const compareIdentifiers = (a, b) => {
		if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
		const anum = numeric.test(a);
		const bnum = numeric.test(b);
		if (anum && bnum) {
			a = +a;
			b = +b;
		}
		return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
	};
	const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
	module.exports = {
		compareIdentifiers,
		rcompareIdentifiers
	};
}));

// node_modules/semver/classes/semver.js
var require_semver = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const debug = require_debug();
	const { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
	const { safeRe: re, t } = require_re();
	const parseOptions = require_parse_options();
	const { compareIdentifiers } = require_identifiers();
	const isPrereleaseIdentifier = (prerelease, identifier) => {
		const identifiers = identifier.split(".");
		if (identifiers.length > prerelease.length) return false;
		for (let i = 0; i < identifiers.length; i++) if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) return false;
		return true;
	};
	var SemVer = class SemVer {
		constructor(version, options) {
			options = parseOptions(options);
			if (version instanceof SemVer) {
				if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
			if (version.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
			if (!m) throw new TypeError(`Invalid Version: ${version}`);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map((id) => {
				if (/^[0-9]+$/.test(id)) {
					const num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		format() {
			this.version = `${this.major}.${this.minor}.${this.patch}`;
			if (this.prerelease.length) this.version += `-${this.prerelease.join(".")}`;
			return this.version;
		}
		toString() {
			return this.version;
		}
		compare(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) {
				if (typeof other === "string" && other === this.version) return 0;
				other = new SemVer(other, this.options);
			}
			if (other.version === this.version) return 0;
			return this.compareMain(other) || this.comparePre(other);
		}
		compareMain(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.major < other.major) return -1;
			if (this.major > other.major) return 1;
			if (this.minor < other.minor) return -1;
			if (this.minor > other.minor) return 1;
			if (this.patch < other.patch) return -1;
			if (this.patch > other.patch) return 1;
			return 0;
		}
		comparePre(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			let i = 0;
			do {
				const a = this.prerelease[i];
				const b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		compareBuild(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			let i = 0;
			do {
				const a = this.build[i];
				const b = other.build[i];
				debug("build compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		inc(release, identifier, identifierBase) {
			if (release.startsWith("pre")) {
				if (!identifier && identifierBase === false) throw new Error("invalid increment argument: identifier is empty");
				if (identifier) {
					const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
					if (!match || match[1] !== identifier) throw new Error(`invalid identifier: ${identifier}`);
				}
			}
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "release":
					if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre": {
					const base = Number(identifierBase) ? 1 : 0;
					if (this.prerelease.length === 0) this.prerelease = [base];
					else {
						let i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) {
							if (identifier === this.prerelease.join(".") && identifierBase === false) throw new Error("invalid increment argument: identifier already exists");
							this.prerelease.push(base);
						}
					}
					if (identifier) {
						let prerelease = [identifier, base];
						if (identifierBase === false) prerelease = [identifier];
						if (isPrereleaseIdentifier(this.prerelease, identifier)) {
							const prereleaseBase = this.prerelease[identifier.split(".").length];
							if (isNaN(prereleaseBase)) this.prerelease = prerelease;
						} else this.prerelease = prerelease;
					}
					break;
				}
				default: throw new Error(`invalid increment argument: ${release}`);
			}
			this.raw = this.format();
			if (this.build.length) this.raw += `+${this.build.join(".")}`;
			return this;
		}
	};
	module.exports = SemVer;
}));

// node_modules/semver/functions/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver();
	const parse = (version, options, throwErrors = false) => {
		if (version instanceof SemVer) return version;
		try {
			return new SemVer(version, options);
		} catch (er) {
			if (!throwErrors) return null;
			throw er;
		}
	};
	module.exports = parse;
}));

// node_modules/semver/functions/diff.js
var require_diff = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const parse = require_parse();
	const diff = (version1, version2) => {
		const v1 = parse(version1, null, true);
		const v2 = parse(version2, null, true);
		const comparison = v1.compare(v2);
		if (comparison === 0) return null;
		const v1Higher = comparison > 0;
		const highVersion = v1Higher ? v1 : v2;
		const lowVersion = v1Higher ? v2 : v1;
		const highHasPre = !!highVersion.prerelease.length;
		if (!!lowVersion.prerelease.length && !highHasPre) {
			if (!lowVersion.patch && !lowVersion.minor) return "major";
			if (lowVersion.compareMain(highVersion) === 0) {
				if (lowVersion.minor && !lowVersion.patch) return "minor";
				return "patch";
			}
		}
		const prefix = highHasPre ? "pre" : "";
		if (v1.major !== v2.major) return prefix + "major";
		if (v1.minor !== v2.minor) return prefix + "minor";
		if (v1.patch !== v2.patch) return prefix + "patch";
		return "prerelease";
	};
	module.exports = diff;
}));

// node_modules/semver/functions/compare.js
var require_compare = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const SemVer = require_semver();
	const compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
	module.exports = compare;
}));

// node_modules/semver/functions/lt.js
var require_lt = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const compare = require_compare();
	const lt = (a, b, loose) => compare(a, b, loose) < 0;
	module.exports = lt;
}));

// scripts/bundle/semver.ts
var import_diff = /* @__PURE__ */ __toESM(require_diff(), 1);
var import_lt = /* @__PURE__ */ __toESM(require_lt(), 1);
var import_parse = /* @__PURE__ */ __toESM(require_parse(), 1);

// src/core/pull-request/bump.ts
const LEVELS = [
	"downgrade",
	"major",
	"minor",
	"patch",
	"pre-release",
	"digest"
];
function bumpsOf(changes, images) {
	return [...Map.groupBy(changes, ({ policy }) => policy)].map(([policy, changes]) => {
		const to = images.get(policy);
		if (to === void 0) throw new BumpError("BUG", `policy ${policy} changes a field and brings no image`);
		return {
			policy,
			from: replaced(changes, to),
			to,
			places: changes.map(({ field }) => field.place)
		};
	});
}
function levelOf({ from, to }) {
	const levels = new Set(from.map((reference) => levelBetween(reference, to)));
	return LEVELS.find((level) => levels.has(level));
}
function versionOf({ tag, digest }) {
	return tag ?? (digest === void 0 ? "latest" : shortDigest(digest));
}
function shortDigest(digest) {
	return digest.slice(0, digest.indexOf(":") + 13);
}
function replaced(changes, to) {
	const parts = changes.map((change) => partOf(change, to)).filter((part) => part !== void 0);
	const whole = Object.assign({ name: to.name }, ...parts);
	if (parts.every(({ name = whole.name, tag = whole.tag, digest = whole.digest }) => name === whole.name && tag === whole.tag && digest === whole.digest)) return parts.length === 0 ? [] : [whole];
	const all = parts.map((part) => ({
		name: to.name,
		...part
	}));
	return [...new Map(all.map((reference) => [formatReference(reference), reference])).values()];
}
function partOf({ field: { marker }, from }, { name }) {
	const texts = {
		reference: from,
		name: from,
		tag: `${name}:${from}`,
		digest: `${name}@${from}`
	};
	const read = readReference(texts[marker.part]);
	if (!read.ok) return void 0;
	const { tag, digest } = read.value;
	if (marker.part === "tag" && tag !== void 0) return { tag };
	if (marker.part === "digest" && digest !== void 0) return { digest };
	return read.value;
}
function levelBetween(from, to) {
	if (!sameImage(from.name, to.name)) return void 0;
	if (from.tag === to.tag) return from.digest === to.digest ? void 0 : "digest";
	const [old, next] = [(0, import_parse.default)(from.tag), (0, import_parse.default)(to.tag)];
	if (old === null || next === null) return void 0;
	if ((0, import_lt.default)(next, old)) return "downgrade";
	const step = (0, import_diff.default)(old, next);
	if (step === null) return void 0;
	return step === "prerelease" ? "pre-release" : step.replace(/^pre/, "");
}

// src/core/pull-request/title.ts
function title({ bumps, group, base, template }) {
	const own = template === void 0 ? "" : oneLine(fill(template, {
		bumps,
		group,
		base
	}));
	return clip(harmless(clip(own === "" ? builtIn(bumps, group) : own, TITLE_LIMIT)), TITLE_LIMIT);
}
function enumerate(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
const TITLE_LIMIT = 256;
function builtIn(bumps, group) {
	const names = imagesOf$1(bumps);
	return `bump ${names.length === 1 ? `${names.join("")} to ${versions(bumps)}` : `${names.length} images`}${where(group)}`;
}
function where({ kind, key, label }) {
	return kind === "namespace" && key !== "namespace:" || kind === "policy" ? ` in ${label}` : "";
}
function versions(bumps) {
	const found = [...new Set(bumps.map(({ to }) => versionOf(to)))];
	if (found.length > 2) return `${found.length} versions`;
	const digestOnly = bumps.every(({ from, to }) => to.tag !== void 0 && levelOf({
		from,
		to
	}) === "digest");
	return `${enumerate(found)}${digestOnly ? " (new digest)" : ""}`;
}
function imagesOf$1(bumps) {
	return [...new Set(bumps.map(({ to }) => to.name))].map(shortName);
}
function fill(template, { bumps, group, base }) {
	const names = imagesOf$1(bumps);
	const values = {
		images: names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : enumerate(names),
		version: versions(bumps),
		count: String(names.length),
		group: group.label,
		base
	};
	return template.replace(/\{(images|version|count|group|base)\}/g, (whole, word) => values[word] ?? whole);
}

// src/core/pull-request/commit-message.ts
function commitMessage({ group, base, bumps, changes, sources }) {
	const trailers = [
		`Image-Bump-Group: ${encode(group.key)}`,
		...bumps.map(({ policy, to }) => `Image-Bump: ${encode(policy)}=${formatReference(to)}`),
		...sources.map(({ revision, repository }) => `Source-Revision: ${encode(revision)} (${encode(repository)})`)
	];
	return `${[
		`chore(image): ${title({
			bumps,
			group,
			base
		})}`,
		changeLines(changes),
		trailers.join("\n")
	].filter((part) => part !== "").join("\n\n")}\n`;
}
function readTrailers(message) {
	const bumps = /* @__PURE__ */ new Map();
	const revisions = [];
	let group;
	for (const line of lastParagraph(message)) {
		const [, key = "", value = ""] = TRAILER.exec(line) ?? [];
		if (key === "Image-Bump-Group") group ??= decode$1(value);
		if (key === "Image-Bump") {
			const bump = readBump(value);
			if (bump !== void 0) bumps.set(...bump);
		}
		const source = key === "Source-Revision" ? SOURCE.exec(value) : null;
		if (source?.[1] !== void 0 && source[2] !== void 0) revisions.push({
			revision: decode$1(source[1]),
			repository: decode$1(source[2])
		});
	}
	return {
		...group === void 0 ? {} : { group },
		bumps,
		revisions
	};
}
function isOurs(message) {
	return readTrailers(message).group !== void 0;
}
const LINE_LIMIT = 200;
const VALUE_LIMIT$1 = 200;
const WIDTH = 72;
const TRAILER = /^([A-Za-z0-9][A-Za-z0-9-]*): (\S.*?)\s*$/;
const SOURCE = /^(\S+) \((\S+)\)$/;
function changeLines(changes) {
	const more = changes.length > LINE_LIMIT ? [`and ${changes.length - LINE_LIMIT} more`] : [];
	return [...changes.slice(0, LINE_LIMIT).map(changeLine), ...more].join("\n");
}
function changeLine({ field, policy, from, to }) {
	const { path, line } = field.place;
	const head = `${harmless(formatPlace({
		path,
		line
	}))} ${harmless(policy)}`;
	const tail = `${harmless(clip(from, VALUE_LIMIT$1))} -> ${harmless(clip(to, VALUE_LIMIT$1))}`;
	return head.length + tail.length < WIDTH ? `${head} ${tail}` : `${head}\n  ${tail}`;
}
function lastParagraph(message) {
	const paragraphs = message.replace(/\r\n?/g, "\n").trim().split(/\n[ \t]*\n/);
	const lines = paragraphs.length < 2 ? [] : (paragraphs.at(-1) ?? "").trim().split("\n");
	return lines.every((line) => TRAILER.test(line)) ? lines : [];
}
function readBump(value) {
	const equals = value.indexOf("=");
	const read = readReference(value.slice(equals + 1));
	return equals > 0 && read.ok ? [decode$1(value.slice(0, equals)), read.value] : void 0;
}
function encode(text) {
	return text.toWellFormed().replace(UNSAFE, (character) => encodeURIComponent(character).replace(/^[!'()*~-]$/, percent$1));
}
const UNSAFE = /[^A-Za-z0-9:._/-]|(?<=GH)-(?=\d)|(?<=\/(?:issues|pulls?|discussions))\/(?=\d)/giu;
function percent$1(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function decode$1(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/core/pull-request/state.ts
const NOTHING_WORN = {
	labels: [],
	reviewers: [],
	teamReviewers: [],
	assignees: [],
	autoMerge: false
};
const STATE_LIMIT = 3e4;
const TEXT_LIMIT$3 = 1e3;
const STATE_START = "<!-- image-bump:state ";
const STATE_END = " -->";
function formatState(state) {
	for (const shorter of SHORTER) {
		const text = comment(shorter(state));
		if (text.length <= 3e4) return text;
	}
	return comment({
		group: state.group,
		base: state.base,
		policies: {},
		rejected: [],
		landed: {},
		decorated: NOTHING_WORN,
		cut: true
	});
}
const SOURCE_KEYS = [
	"commits",
	"run",
	"revision",
	"fromRevision",
	"sourceRepository"
];
const SHORTER = [
	(state) => without(state),
	(state) => without(state, "commits"),
	(state) => without(state, "commits", "run"),
	(state) => without(state, ...SOURCE_KEYS),
	(state) => without(latest(state, 5), ...SOURCE_KEYS),
	(state) => without({
		...latest(state, 1),
		landed: {}
	}, ...SOURCE_KEYS, "from"),
	(state) => ({
		...latest(state, 1),
		landed: {},
		policies: {},
		cut: true
	}),
	(state) => ({
		...latest(state, 0),
		landed: {},
		policies: {},
		cut: true
	})
];
function without(state, ...keys) {
	const policies = Object.entries(state.policies).toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, policy]) => {
		const kept = Object.entries(policy).filter(([key, value]) => !keys.some((dropped) => dropped === key) && !(typeof value === "string" && value.length > 1e3));
		return [name, Object.fromEntries(kept)];
	});
	return {
		...state,
		policies: Object.fromEntries(policies)
	};
}
function latest(state, count) {
	return {
		...state,
		rejected: state.rejected.slice(state.rejected.length - Math.min(count, state.rejected.length))
	};
}
function comment(state) {
	return `${STATE_START}${escape(JSON.stringify({
		v: 1,
		...state
	}))}${STATE_END}`;
}
function escape(json) {
	return json.replace(/[<>@#&`|\u007F-\uFFFF]/g, unicode).replace(/-(?=-)|(?<=GH)-(?=\d)|\[(?=[ a-z])|(?<=:\/)\//gi, unicode).replace(/(?<=\/(?:issues|pulls?|discussions))\/(?=\d)/gi, unicode);
}
function unicode(character) {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// src/core/pull-request/state-reader.ts
function readState(body) {
	const start = body.indexOf(STATE_START);
	if (start === -1) return { kind: "none" };
	if (body.includes("<!-- image-bump:state ", start + 1)) return unreadable("there are several state comments");
	const end = body.indexOf(STATE_END, start);
	if (end === -1) return unreadable("the state comment has no end");
	const json = body.slice(start + STATE_START.length, end);
	if (json.length > 3e4) return unreadable("the state comment is too long");
	try {
		return {
			kind: "found",
			state: stateOf(JSON.parse(json))
		};
	} catch (error) {
		if (error instanceof Unfit) return unreadable(error.message);
		return unreadable("the state comment is not JSON");
	}
}
function sameState(a, b) {
	return normal$1(a) === normal$1(b);
}
var Unfit = class extends Error {};
const LIST_LIMIT$1 = 500;
const POLICY = /^[^\s:]*:\S+$/;
const REVISION$1 = /^[0-9a-f]{7,64}$/;
const REPOSITORY = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)+$/;
const ADDRESS = /^https?:\/\/[^\s<>"]+$/;
function unreadable(reason) {
	return {
		kind: "unreadable",
		reason
	};
}
function stateOf(json) {
	const fields = fieldsOf(json, "the state");
	if (fields.get("v") !== 1) throw new Unfit("its version is not 1");
	return {
		group: text$2(fields, "group"),
		base: text$2(fields, "base"),
		policies: byPolicy(fields.get("policies"), "policies", policyOf),
		rejected: list$1(fields.get("rejected"), "rejected").map((set) => byPolicy(set, "rejected", reference)),
		landed: byPolicy(fields.get("landed") ?? {}, "landed", landedOf$1),
		decorated: decoratedOf(fieldsOf(fields.get("decorated"), "decorated")),
		...flag(fields, "cut")
	};
}
function policyOf(value) {
	const fields = fieldsOf(value, "a policy");
	return {
		...optional(fields, "from"),
		to: reference(fields.get("to")),
		...optional(fields, "revision", REVISION$1),
		...optional(fields, "sourceRepository", REPOSITORY),
		...optional(fields, "fromRevision", REVISION$1),
		...fields.has("commits") ? { commits: commitsOf(fieldsOf(fields.get("commits"), "commits")) } : {},
		...optional(fields, "run", ADDRESS),
		...flag(fields, "forced")
	};
}
function landedOf$1(value) {
	const fields = fieldsOf(value, "what landed");
	return {
		to: reference(fields.get("to")),
		...optional(fields, "revision", REVISION$1),
		...optional(fields, "sourceRepository", REPOSITORY)
	};
}
const STATUSES = [
	"identical",
	"ahead",
	"behind",
	"diverged"
];
function commitsOf(fields) {
	const status = STATUSES.find((known) => known === fields.get("status"));
	if (status === void 0) throw new Unfit("\"status\" is not one we know");
	return {
		status,
		total: count$1(fields, "total"),
		commits: list$1(fields.get("commits"), "commits").map((value) => {
			const commit = fieldsOf(value, "a commit");
			return {
				id: text$2(commit, "id"),
				subject: text$2(commit, "subject"),
				author: text$2(commit, "author"),
				...commit.has("pullRequest") ? { pullRequest: count$1(commit, "pullRequest") } : {}
			};
		})
	};
}
function count$1(fields, key) {
	const value = fields.get(key);
	if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Unfit(`"${key}" is not a count`);
	return value;
}
function decoratedOf(fields) {
	return {
		labels: texts(fields, "labels"),
		reviewers: texts(fields, "reviewers"),
		teamReviewers: texts(fields, "teamReviewers"),
		assignees: texts(fields, "assignees"),
		...optional(fields, "milestone"),
		autoMerge: fields.get("autoMerge") === true
	};
}
function byPolicy(value, what, read) {
	const entries = [...fieldsOf(value, what)].map(([name, each]) => {
		if (!POLICY.test(name) || name.length > 1e3) throw new Unfit(`a name in "${what}" is not a policy's`);
		return [name, read(each)];
	});
	return Object.fromEntries(entries);
}
function reference(value) {
	if (typeof value !== "string" || !readReference(value).ok) throw new Unfit("a value is not an image reference");
	return value;
}
function optional(fields, key, form = /^/) {
	if (fields.get(key) === void 0) return {};
	const value = text$2(fields, key);
	if (!form.test(value)) throw new Unfit(`"${key}" has not the form it should have`);
	return { [key]: value };
}
function flag(fields, key) {
	const value = fields.get(key);
	if (value === void 0) return {};
	if (value !== true) throw new Unfit(`"${key}" is not true`);
	return { [key]: true };
}
function texts(fields, key) {
	return list$1(fields.get(key), key).map((value) => {
		if (typeof value !== "string" || value.length > 1e3) throw new Unfit(`"${key}" holds something else than texts`);
		return value;
	});
}
function text$2(fields, key) {
	const value = fields.get(key);
	if (typeof value !== "string" || value.length > 1e3) throw new Unfit(`"${key}" is not a text`);
	return value;
}
function list$1(value, what) {
	if (!Array.isArray(value) || value.length > LIST_LIMIT$1) throw new Unfit(`"${what}" is not a list`);
	return value;
}
function fieldsOf(value, what) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unfit(`${what} is not an object`);
	return new Map(Object.entries(value));
}
function normal$1(state) {
	const reading = readState(formatState(state));
	return reading.kind === "found" ? formatState(reading.state) : formatState(state);
}

// src/run/read.ts
async function readView(repository, commit, config) {
	const entry = await repository.entry(commit, config);
	const [policyFile] = entry === void 0 ? [] : await readFiles(repository, [entry]);
	const hits = await repository.search(commit, SCREEN_TEXTS, searchGlobs(policyFile));
	return {
		commit,
		content: readSnapshot(policyFile, await readFiles(repository, hits)),
		entries: byPath(hits)
	};
}
async function readHead(repository, commit, base) {
	const { globs } = base.content;
	const hits = await repository.search(commit, SCREEN_TEXTS, globs);
	return {
		commit,
		content: readMarked(await readFiles(repository, hits), globs),
		entries: byPath(hits)
	};
}
function entryOf(view, path) {
	const entry = view.entries.get(path);
	if (entry === void 0) throw new BumpError("BUG", `${path} is to be written and was never read`);
	return entry;
}
async function readFiles(repository, entries) {
	const blobs = await repository.readBlobs(entries.map(({ oid }) => oid));
	return entries.flatMap(({ path }, index) => {
		const bytes = blobs[index];
		return bytes === void 0 ? [] : [{
			path,
			bytes
		}];
	});
}
function byPath(entries) {
	return new Map(entries.map((entry) => [entry.path, entry]));
}

// src/run/known.ts
async function lookUp(job, scene, group, branch) {
	const { repository, forge } = job.ports;
	const pullRequests = await forge.find([branch], job.base);
	const open = pullRequests.find(({ state }) => state === "open");
	const closed = pullRequests.find(({ state }) => state === "closed");
	const merged = pullRequests.find(({ state }) => state === "merged");
	const tip = scene.tips.get(branch);
	const left = open === void 0 && [closed, merged].some((ended) => ended !== void 0 && ended.headOid === tip);
	const findings = [];
	const stateOf = (pullRequest) => {
		if (pullRequest === void 0) return void 0;
		const reading = readState(pullRequest.body);
		if (reading.kind === "found" && reading.state.group === group.key && reading.state.base === job.base) return reading.state;
		const reason = reading.kind === "unreadable" ? reading.reason : "it has no state of this group";
		if (pullRequest === open) findings.push(finding("STATE_UNREADABLE", {
			pullRequest: pullRequest.url,
			reason
		}));
	};
	const decided = decisionsOf(stateOf(open), ended(closed, stateOf), ended(merged, stateOf));
	return {
		open,
		state: stateOf(open),
		tip,
		live: tip === void 0 || left ? void 0 : await readLive(repository, scene, tip),
		...decided,
		findings: findings.slice(0, 1)
	};
}
async function readAgain({ ports }, known) {
	const open = await ports.forge.read(known.open.number);
	const reading = readState(open.body);
	const isSame = reading.kind === "found" && reading.state.group === known.state?.group;
	return {
		...known,
		open,
		state: isSame ? reading.state : known.state
	};
}
function withoutRejections(known) {
	const floors = [...known.floors].map(([name, all]) => [name, all.filter(({ why }) => why !== "rejected")]);
	return {
		...known,
		floors: new Map(floors),
		rejected: {}
	};
}
function pendingStates({ state, live }) {
	if (state !== void 0 && state.cut !== true) return state.policies;
	return Object.fromEntries([...live?.trailers ?? []].map(([name, to]) => [name, { to }]));
}
function ended(pullRequest, stateOf) {
	const state = pullRequest === void 0 ? void 0 : stateOf(pullRequest);
	return pullRequest === void 0 || state === void 0 ? void 0 : {
		pullRequest,
		state
	};
}
function decisionsOf(open, closed, merged) {
	const closedAt = closed?.pullRequest.closedAt ?? "";
	const mergedAt = merged?.pullRequest.closedAt ?? "";
	const inOrder = [closed, merged].filter((one) => one !== void 0);
	if (closedAt > mergedAt) inOrder.reverse();
	const states = [...inOrder.map(({ state }) => state), ...open === void 0 ? [] : [open]];
	const landed = Object.assign({}, ...states.map((state) => state.landed));
	for (const [name, policy] of entries(merged?.state.policies ?? {})) landed[name] = landedOf(policy);
	const rejected = Object.assign({}, ...states.flatMap((state) => state.rejected));
	for (const [name, { to }] of entries(closed?.state.policies ?? {})) rejected[name] = to;
	const floors = /* @__PURE__ */ new Map();
	for (const [name, { to }] of entries(landed)) {
		const image = parseReference(to);
		const because = `${image.tag ?? to} was merged and rolled back; only something newer moves on`;
		floors.set(name, [{
			image,
			why: "held",
			because
		}]);
	}
	for (const [name, to] of entries(rejected)) {
		const image = parseReference(to);
		const because = `the pull request with ${image.tag ?? to} was closed; only something newer comes back`;
		floors.set(name, [...floors.get(name) ?? [], {
			image,
			why: "rejected",
			because
		}]);
	}
	return {
		floors,
		landed,
		rejected
	};
}
function landedOf({ to, revision, sourceRepository }) {
	return {
		to,
		...revision === void 0 ? {} : { revision },
		...sourceRepository === void 0 ? {} : { sourceRepository }
	};
}
async function readLive(repository, scene, tip) {
	const [view, ahead] = await Promise.all([readHead(repository, tip, scene.view), repository.commitsAhead(scene.view.commit, tip)]);
	const persons = ahead.filter(({ message }) => !isOurs(message));
	const trailers = /* @__PURE__ */ new Map();
	for (const { message } of ahead.toReversed()) for (const [name, image] of readTrailers(message).bumps) trailers.set(name, formatReference(image));
	return {
		tip,
		view,
		byPerson: persons.length > 0,
		setByPerson: await fieldsSetBy(repository, scene, persons, ahead),
		trailers
	};
}
const PERSON_COMMITS_LIMIT = 50;
async function fieldsSetBy(repository, scene, persons, ahead) {
	const here = /* @__PURE__ */ new Set([scene.view.commit, ...ahead.map(({ oid }) => oid)]);
	const base = valuesOf(scene.view.content.fields);
	const set = /* @__PURE__ */ new Set();
	for (const { oid, parents } of persons.slice(0, PERSON_COMMITS_LIMIT)) {
		const [first, ...merged] = parents;
		if (merged.length > 0 && !merged.some((parent) => here.has(parent))) continue;
		const before = first !== void 0 && here.has(first) ? await valuesAt(repository, first, scene.view) : base;
		for (const [key, value] of await valuesAt(repository, oid, scene.view)) if (before.get(key) !== value && !(merged.length > 0 && base.get(key) === value)) set.add(key);
	}
	return set;
}
async function valuesAt(repository, commit, base) {
	return valuesOf((await readHead(repository, commit, base)).content.fields);
}
function valuesOf(fields) {
	return new Map([...fieldKeys(fields)].map(([key, { value }]) => [key, value]));
}
function entries(record) {
	return Object.entries(record);
}

// src/core/pull-request/intent.ts
function formatIntent(intent) {
	const { group, config, images, revision, sourceRepository, runUrl, force, paths } = intent;
	const text = JSON.stringify({
		v: 1,
		group,
		config,
		images: images.map(formatReference),
		...revision === void 0 ? {} : { revision },
		...sourceRepository === void 0 ? {} : { sourceRepository },
		...runUrl === void 0 ? {} : { runUrl },
		...force ? { force } : {},
		...paths.length === 0 ? {} : { paths }
	});
	return text.length > 16e3 || images.length > LIST_LIMIT || paths.length > LIST_LIMIT ? void 0 : `${text}\n`;
}
function readIntent(text) {
	if (text.length > 16e3 + 1) return refused$2("it is too long");
	let fields;
	try {
		const json = JSON.parse(text);
		if (typeof json !== "object" || json === null || Array.isArray(json)) return refused$2("it is not an object");
		fields = new Map(Object.entries(json));
	} catch {
		return refused$2("it is not JSON");
	}
	if (fields.get("v") !== 1) return refused$2("its version is not 1");
	if ([...fields.keys()].some((key) => !KEYS.has(key))) return refused$2("it has a field that nobody knows");
	const [group, config] = [fields.get("group"), fields.get("config")];
	if (!isText(group)) return refused$2("\"group\" is not a text");
	if (!isText(config)) return refused$2("\"config\" is not a text");
	const images = imagesOf(fields.get("images"));
	if (images === void 0) return refused$2("\"images\" is not a list of image references");
	const paths = fields.get("paths") ?? [];
	if (!Array.isArray(paths) || paths.length > LIST_LIMIT || !paths.every(isText)) return refused$2("\"paths\" is not a list of texts");
	const force = fields.get("force") ?? false;
	if (typeof force !== "boolean") return refused$2("\"force\" is not true or false");
	for (const [key, form] of FORMS) {
		const value = fields.get(key);
		if (!(value === void 0 || typeof value === "string" && value.length <= TEXT_LIMIT$2 && form.test(value))) return refused$2(`"${key}" has not the form it should have`);
	}
	return {
		ok: true,
		value: {
			group,
			config,
			images,
			force,
			paths,
			...Object.fromEntries([...fields].filter(([key]) => FORMS.has(key)))
		}
	};
}
function together(own, others) {
	const taken = [own];
	return others.filter((other) => {
		const clashes = taken.some((one) => (isSpecial(one) || isSpecial(other)) && shareImage(one, other));
		if (!clashes) taken.push(other);
		return !clashes;
	});
}
const INTENT_LIMIT = 16e3;
const LIST_LIMIT = 100;
const TEXT_LIMIT$2 = 1e3;
const FORMS = /* @__PURE__ */ new Map([
	["revision", REVISION$1],
	["sourceRepository", REPOSITORY],
	["runUrl", ADDRESS]
]);
const KEYS = /* @__PURE__ */ new Set([
	"v",
	"group",
	"config",
	"images",
	"force",
	"paths",
	...FORMS.keys()
]);
function refused$2(reason) {
	return {
		ok: false,
		reason
	};
}
function isText(value) {
	return typeof value === "string" && value !== "" && value.length <= TEXT_LIMIT$2;
}
function imagesOf(value) {
	if (!Array.isArray(value) || value.length === 0 || value.length > LIST_LIMIT) return void 0;
	const images = value.map((text) => typeof text === "string" ? readReference(text) : void 0).flatMap((one) => one?.ok === true ? [one.value] : []);
	return images.length === value.length ? images : void 0;
}
function isSpecial({ force, paths }) {
	return force || paths.length > 0;
}
function shareImage(a, b) {
	return a.images.some(({ name }) => b.images.some((other) => sameImage(name, other.name)));
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

// src/run/turn.ts
function ownBringing({ images, revision, sourceRepository, runUrl, force, paths }) {
	return {
		images,
		force,
		paths,
		...revision === void 0 ? {} : { revision },
		...sourceRepository === void 0 ? {} : { sourceRepository },
		...runUrl === void 0 ? {} : { runUrl }
	};
}
function aloneTurn({ settings }, { isPatient = false } = {}) {
	return {
		brought: [ownBringing(settings)],
		tickets: [],
		isPatient,
		findings: []
	};
}
async function turnWith(job, { group, policies }, queue, scene, own) {
	const { settings, ports } = job;
	const alone = aloneTurn(job);
	const mine = own === void 0 ? [] : [own];
	if (settings.dryRun || ports.queue === void 0 || settings.paths.length > 0) return {
		...alone,
		tickets: mine
	};
	const others = scene.waiting.filter(({ ref }) => ref !== own?.ref && isTicket(queue, ref));
	const found = [];
	const nonsense = [];
	const findings = [];
	for (const ticket of others) {
		const text = await textOf(job, ticket);
		if (text === void 0) continue;
		const parsed = readIntent(text);
		const reason = !parsed.ok ? parsed.reason : parsed.value.group === group.key ? void 0 : "it is of another group";
		if (parsed.ok && reason === void 0) found.push({
			...linked$1(settings, parsed.value),
			ticket
		});
		else {
			nonsense.push(ticket);
			findings.push(finding("INTENT_UNREADABLE", {
				ref: ticket.ref,
				reason: reason ?? ""
			}));
		}
	}
	const [first] = alone.brought;
	const fit = found.filter((intent) => isForUs(settings, policies, intent));
	const taken = first === void 0 ? [] : together(first, fit);
	return {
		brought: [...alone.brought, ...taken],
		tickets: [
			...mine,
			...taken.map(({ ticket }) => ticket),
			...nonsense
		],
		isPatient: false,
		findings: findings.slice(0, FINDINGS_LIMIT)
	};
}
function broughtImages({ brought }) {
	return brought.flatMap(({ images }) => images);
}
function broughtFor({ brought }, policy) {
	return brought.filter(({ images }) => concerning(policy, images).length > 0);
}
function bringerOf({ brought }, image) {
	return brought.find(({ images }) => images.some(({ name, tag, digest }) => sameImage(name, image.name) && tag === image.tag && (image.digest === void 0 || digest === image.digest)));
}
const FINDINGS_LIMIT = 3;
async function textOf({ ports }, { oid }) {
	try {
		return (await ports.repository.commit(oid)).message;
	} catch {
		return;
	}
}
function linked$1({ serverUrl }, { runUrl, ...intent }) {
	return runUrl?.startsWith(`${serverUrl}/`) === true ? {
		...intent,
		runUrl
	} : intent;
}
function isForUs({ config, sourceRepository }, policies, intent) {
	if (intent.config !== config) return false;
	if (intent.sourceRepository === sourceRepository) return true;
	return !policies.some((policy) => policy.order.kind === "commit" && concerning(policy, intent.images).length > 0);
}

// src/run/decisions.ts
function decideAll({ settings, ports, turn }, { view }, policies, known, compare) {
	const atBase = fieldsByPolicy(policies, view.content.fields);
	const live = known?.live;
	const atHead = live === void 0 ? void 0 : fieldsByPolicy(policies, live.view.content.fields);
	const personal = live === void 0 ? /* @__PURE__ */ new Set() : fieldsOfPerson(live);
	const states = known === void 0 ? {} : pendingStates(known);
	return policies.map((policy) => {
		const fields = atBase.get(policy) ?? [];
		const names = namesOf(policy, fields);
		const head = atHead?.get(policy);
		const bringers = broughtFor(turn, policy);
		return decide({
			policy,
			fields,
			head: head === void 0 ? void 0 : {
				fields: head,
				setByPerson: head.some((field) => personal.has(field) && inScope(policy.paths, field.place.path))
			},
			built: broughtImages(turn),
			floors: names.flatMap((name) => known?.floors.get(name) ?? []),
			compare,
			today: ports.clock.today(),
			...scoped(bringers[0]?.paths ?? settings.paths),
			force: bringers.some(({ force }) => force),
			forced: names.some((name) => states[name]?.forced === true)
		});
	});
}
function planOf(decisions) {
	return {
		changes: decisions.flatMap(({ plan }) => plan.changes),
		skips: decisions.flatMap(({ plan }) => plan.skips)
	};
}
function heldBy({ skips }) {
	const held = skips.find(({ why }) => why === "held" || why === "rejected" || why === "diverged");
	return held === void 0 ? void 0 : `${held.policy}: ${held.because}.`;
}
function decisionsOnHead({ settings, turn }, { view }, live, decisions) {
	const policies = decisions.map(({ policy }) => policy);
	const atHead = fieldsByPolicy(policies, live.view.content.fields);
	const atBase = fieldsByPolicy(policies, view.content.fields);
	return decisions.map((decision) => {
		const { policy, image, origin, plan } = decision;
		const fields = (atHead.get(policy) ?? []).filter(({ place }) => inScope(policy.paths, place.path));
		if (origin === "built" && image !== void 0 && plan.changes.length > 0) return {
			...decision,
			plan: planAssigned(fields, image, scoped(broughtFor(turn, policy)[0]?.paths ?? settings.paths).paths)
		};
		return origin !== "person" && plan.changes.length === 0 ? back(policy, live, fields, atBase.get(policy) ?? []) : {
			...decision,
			plan: NOTHING
		};
	});
}
const NOTHING = {
	changes: [],
	skips: []
};
function back(policy, live, head, base) {
	const was = fieldKeys(base);
	const changes = [...fieldKeys(head)].flatMap(([key, field]) => {
		const to = was.get(key)?.value;
		if (to === void 0 || to === field.value || !isOurValue(live, field)) return [];
		return [{
			field,
			policy: field.marker.policy,
			from: field.value,
			to
		}];
	});
	const { tag, digest } = Object.assign({}, ...base.map(readValue));
	return {
		policy,
		image: {
			name: policy.image,
			...tag && { tag },
			...digest && { digest }
		},
		origin: "pending",
		plan: {
			changes,
			skips: []
		}
	};
}
function namesOf(policy, fields) {
	return [.../* @__PURE__ */ new Set([policy.name, ...fields.map(({ marker }) => marker.policy)])];
}
function bringsOf(decisions) {
	return new Map(decisions.flatMap(({ image, plan }) => image === void 0 ? [] : plan.changes.map(({ policy }) => [policy, image])));
}
function tagsAround(policy, scene, known, { turn }) {
	const fields = [scene.view, ...known?.live === void 0 ? [] : [known.live.view]].flatMap(({ content }) => fieldsByPolicy([policy], content.fields).get(policy) ?? []);
	const floors = namesOf(policy, fields).flatMap((name) => known?.floors.get(name) ?? []);
	const tags = [
		...fields.flatMap(({ marker, value }) => marker.part === "tag" ? [value] : [value.replace(/@.*$/, "").replace(/^.*:/, "")]),
		...floors.map(({ image }) => image.tag),
		...broughtImages(turn).map(({ tag }) => tag)
	];
	return [...new Set(tags.filter((tag) => tag !== void 0))];
}
function scoped(paths) {
	return paths.length === 0 ? {} : { paths };
}
function fieldsOfPerson(live) {
	const { view, setByPerson } = live;
	const theirs = [...fieldKeys(view.content.fields)].filter(([key, field]) => {
		return setByPerson.has(key) && !isOurValue(live, field);
	});
	return new Set(theirs.map(([, field]) => field));
}
function isOurValue({ trailers }, { marker, value }) {
	const ours = trailers.get(marker.policy);
	return ours !== void 0 && (ours === value || ours.includes(`:${value}`));
}

// src/run/ancestry.ts
const VERDICTS = {
	ahead: "newer",
	behind: "older",
	identical: "equal",
	diverged: "diverged"
};
function comparisonFor(job, policies, scene, known) {
	const tags = policies.map((policy) => {
		return [policy, policy.order.kind === "commit" ? tagsAround(policy, scene, known, job) : []];
	});
	return compareWith(job, new Map(tags));
}
async function compareWith({ settings, ports, turn }, tagsByPolicy) {
	const answers = /* @__PURE__ */ new Map();
	for (const [policy, tags] of tagsByPolicy) {
		if (policy.order.kind !== "commit" || settings.sourceRepository === void 0) continue;
		const built = new Set(broughtImages(turn).map(({ tag }) => tag));
		for (const candidate of tags) for (const current of tags) {
			const [from, to] = [commitOf(policy, current), commitOf(policy, candidate)];
			if (from === void 0 || to === void 0 || candidate === current || answers.has(pair(to, from))) continue;
			if (!built.has(candidate) && !built.has(current) && tags.length > PAIR_LIMIT) continue;
			const comparison = await ports.source.compare(settings.sourceRepository, from, to);
			if (comparison === void 0) continue;
			const verdict = VERDICTS[comparison.status];
			answers.set(pair(to, from), verdict);
			answers.set(pair(from, to), OPPOSITE[verdict]);
		}
	}
	return (policy, candidate, current) => {
		if (policy.order.kind !== "commit" || candidate === current) return compareByOrder(policy, candidate, current);
		const [from, to] = [commitOf(policy, current), commitOf(policy, candidate)];
		if (from === void 0 || to === void 0) return {
			verdict: "unknown",
			because: `no commit can be read of ${from === void 0 ? current : candidate}`
		};
		if (from === to) return {
			verdict: "equal",
			because: `both are of commit ${to}`
		};
		const verdict = answers.get(pair(to, from));
		if (verdict === void 0) return {
			verdict: "diverged",
			because: `the source repository could not say how ${to} stands to ${from}`
		};
		return {
			verdict,
			because: `${to} ${PHRASES[verdict]} ${from}`
		};
	};
}
const PAIR_LIMIT = 4;
const OPPOSITE = {
	newer: "older",
	older: "newer",
	equal: "equal",
	diverged: "diverged",
	unknown: "unknown"
};
const PHRASES = {
	newer: "descends from",
	older: "is an ancestor of",
	equal: "is",
	diverged: "neither descends from nor precedes",
	unknown: "cannot be compared with"
};
function commitOf(policy, tag) {
	const ranked = comparable(policy, tag);
	return ranked?.key.kind === "commit" ? ranked.key.id : void 0;
}
function pair(a, b) {
	return `${a} ${b}`;
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

// src/run/scene.ts
async function look$1({ settings, ports, base }, previous) {
	const tips = await ports.repository.fetch(base, headPrefix({ base }));
	const waiting = ports.repository.waiting?.() ?? [];
	const tip = tips.get(base);
	if (tip === void 0) throw new BumpError("BASE_NOT_FOUND", `the base branch ${base} does not exist`);
	if (previous?.view.commit === tip && ports.repository.counts?.(tip) !== false) return {
		tips,
		waiting,
		view: previous.view
	};
	return {
		tips,
		waiting,
		view: await readView(ports.repository, tip, settings.config)
	};
}
const LOST$1 = Symbol("look again");
const OUTRUN = Symbol("the branch was moved by somebody else");
function isAgain(result) {
	return result === LOST$1 || result === OUTRUN;
}

// src/core/pull-request/markdown.ts
function codeSpan(text) {
	const shown = harmless(text).replace(/(\\?)\|/g, (_, before) => before === "" ? "\\|" : `\\${"​"}\\|`);
	const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const padding = shown === "" || /^[` ]|[` ]$/.test(shown) ? " " : "";
	return `${fence}${padding}${shown}${shown === "" ? "" : padding}${fence}`;
}
function plainText(text) {
	const escaped = showInvisible(oneLine(text)).replace(/[\\`*_[\]|~$]/g, "\\$&").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replace(/:(?=\/\/)/g, `$&${"​"}`).replace(/www(?=\.)/gi, `$&${"​"}`);
	return breakReferences(escaped);
}
function link(text, url) {
	return linked(plainText(text), url);
}
function codeLink(text, url) {
	return linked(codeSpan(text), url);
}
function joinUrl(base, ...segments) {
	return [base, ...segments.map(encodeSegment)].join("/");
}
function tableRow(cells) {
	return `| ${cells.map((cell) => cell.replace(/[\r\n]+/g, " ")).join(" | ")} |`;
}
const SAFE_URL = /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:\/[A-Za-z0-9._~%+,:=/-]*)?(?:\?[A-Za-z0-9._~%+,:=&/-]*)?(?:#L\d+(?:-L\d+)?)?$/;
const URL_LIMIT = 2e3;
function linked(label, url) {
	return url !== void 0 && url.length <= URL_LIMIT && SAFE_URL.test(url) ? `[${label}](${url})` : label;
}
function encodeSegment(segment) {
	return segment.split("/").map((part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*]|(?<=GH)-(?=\d)/gi, percent)).join("/");
}
function percent(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// src/core/pull-request/commit-list.ts
function commitSection(rows, limits) {
	const sources = [...Map.groupBy(rows, ({ source }) => source === void 0 ? "" : identity(source))].flatMap(([, [first, ...rest]]) => first?.source === void 0 ? [] : [{
		source: first.source,
		bumps: [first, ...rest]
	}]);
	if (sources.length === 0) return "";
	const listed = sources.slice(0, limits.sources);
	const limit = Math.min(limits.commits, Math.floor(LINES$1 / listed.length));
	const fold = listed.map(({ source }) => Math.min(limit, source.commits?.commits.length ?? 0)).reduce((sum, each) => sum + each, 0) > FOLD_ABOVE;
	const shown = listed.map(({ source, bumps }) => section(source, bumps, {
		limit,
		fold
	}));
	const more = sources.length - shown.length;
	const note = more > 0 ? [`_The commits of ${count(more, "source")} are left out here._`] : [];
	return [
		"### Commits",
		...shown,
		...note
	].join("\n\n");
}
const FOLD_ABOVE = 10;
const LINES$1 = 400;
const SUBJECT_LIMIT$1 = 120;
const AUTHOR_LIMIT = 60;
const NAMES = 5;
const ID_LENGTH = 7;
function identity({ serverUrl, repository, from, to }) {
	return JSON.stringify([
		serverUrl,
		repository,
		from,
		to
	]);
}
function section(source, bumps, { limit, fold }) {
	const names = [...new Set(bumps.map(({ to }) => shortName(to.name)))];
	const images = enumerate(names.length > NAMES ? [...names.slice(0, NAMES), `${names.length - NAMES} more`] : names);
	const heading = `**${plainText(images)}**: ${summary(source)}`;
	const { commits = [], total = 0 } = source.commits ?? {};
	const lines = commits.slice(0, limit).map((commit) => line(source, commit));
	if (lines.length === 0) return heading;
	const left = total - lines.length;
	const items = [...lines, ...left > 0 ? [`- … and ${left} more, left out here`] : []].join("\n");
	if (!fold) return `${heading}\n\n${items}`;
	return `${heading}\n\n<details><summary>${left > 0 ? `The newest ${lines.length} of ${total} commits` : count(lines.length, "commit")}</summary>\n\n${items}\n\n</details>`;
}
function summary(source) {
	const { serverUrl, repository, from, to, commits } = source;
	const url = joinUrl(serverUrl, repository);
	if (from === void 0) return `built from ${codeLink(`${repository} ${short(to)}`, joinUrl(url, "commit", to))}; which commit is deployed now is not known`;
	if (from === to || commits?.status === "identical") return `the same commit, ${codeLink(`${repository} ${short(to)}`, joinUrl(url, "commit", to))}`;
	const between = codeLink(`${repository} ${short(from)}...${short(to)}`, joinUrl(url, "compare", `${from}...${to}`));
	if (commits === void 0) return `${between}; the source could not be read, so its commits are not listed`;
	switch (commits.status) {
		case "ahead": return `${count(commits.total, "commit")}, ${between}`;
		case "behind": return `**older source** than what is deployed, ${between}`;
		case "diverged": return `**another line of history** than what is deployed: ${count(commits.total, "commit")} come, others go, ${between}`;
		default: return unreachable(commits.status);
	}
}
function line({ serverUrl, repository }, commit) {
	const url = joinUrl(serverUrl, repository);
	const number = commit.pullRequest;
	const pullRequest = number === void 0 ? "" : ` ${link(`#${number}`, joinUrl(url, "pull", String(number)))}`;
	const subject = plainText(clip(commit.subject, SUBJECT_LIMIT$1));
	const author = plainText(clip(commit.author, AUTHOR_LIMIT));
	return `- ${codeLink(short(commit.id), joinUrl(url, "commit", commit.id))}${pullRequest} ${subject} (${author})`;
}
function short(id) {
	return id.slice(0, ID_LENGTH);
}
function count(number, word) {
	return `${number} ${word}${number === 1 ? "" : "s"}`;
}

// src/core/pull-request/not-moved.ts
function notMovedSection(all, limit) {
	const told = all.filter(({ why }) => LOUDEST_FIRST.includes(why));
	if (told.length === 0) return "";
	const groups = [...Map.groupBy(told, sameReason).values()];
	const rows = groups.toSorted((a, b) => rank(a) - rank(b)).slice(0, limit).map((group) => tableRow(cells$1(group)));
	const head = [tableRow([
		"policy",
		"stays at",
		"not moved to",
		"why"
	]), tableRow(Array(4).fill(":--"))];
	const left = groups.length - rows.length;
	const more = left > 0 ? [`_And ${left} more that did not move, left out here._`] : [];
	return [
		"### Not moved",
		...rows.length === 0 ? [] : [[...head, ...rows].join("\n")],
		...more
	].join("\n\n");
}
function findingSection(findings, limit) {
	if (findings.length === 0) return "";
	const lines = findings.slice(0, limit).map((finding) => `- ${plainText(clip(finding, TEXT_LIMIT$1))}`);
	const left = findings.length - lines.length;
	const more = left > 0 ? [`- … and ${left} more, left out here`] : [];
	return `### Findings\n\n${[...lines, ...more].join("\n")}`;
}
const TEXT_LIMIT$1 = 300;
const VALUE_LIMIT = 200;
const LOUDEST_FIRST = [
	"rejected",
	"held",
	"diverged",
	"blocked",
	"not proven",
	"no tag",
	"no digest",
	"other image",
	"filtered",
	"older"
];
function sameReason({ policy, why, current, candidate, because }) {
	return [
		policy,
		why,
		current,
		candidate ?? "",
		because
	].map((text) => clip(text, TEXT_LIMIT$1)).join("\n");
}
function rank([first]) {
	return first === void 0 ? -1 : LOUDEST_FIRST.indexOf(first.why);
}
function cells$1(group) {
	const [first] = group;
	if (first === void 0) return [];
	const { policy, place, current, candidate, why, because } = first;
	const where = group.length === 1 ? codeSpan(clip(formatPlace(place), TEXT_LIMIT$1)) : `${group.length} places`;
	return [
		`${codeSpan(clip(policy, VALUE_LIMIT))}<br>${where}`,
		codeSpan(clip(current, VALUE_LIMIT)),
		candidate === void 0 ? "" : codeSpan(clip(candidate, VALUE_LIMIT)),
		`**${why}**: ${plainText(clip(because, TEXT_LIMIT$1))}`
	];
}

// src/core/pull-request/table.ts
function table(rows, filesUrl, limit) {
	if (limit === 0) return rows.length === 0 ? "" : `_The table of ${rows.length} rows is left out: it is too long._`;
	const shown = rows.slice(0, limit).map((row) => tableRow(cells(row, filesUrl)));
	const more = rows.length > limit ? `\n\n_And ${rows.length - limit} more rows, left out here._` : "";
	return `${[
		tableRow([
			"image",
			"from",
			"to",
			"files",
			"why"
		]),
		tableRow(Array(5).fill(":--")),
		...shown
	].join("\n")}${more}`;
}
function versionCode({ tag, digest }) {
	const parts = [tag, digest === void 0 ? void 0 : shortDigest(digest)].filter((part) => part !== void 0);
	return parts.length === 0 ? "no tag" : parts.map(codeSpan).join(" ");
}
const PLACES = 3;
const VALUES = 3;
const WHY_LIMIT = 300;
const PATH_LIMIT = 300;
const LOUD = /* @__PURE__ */ new Set(["downgrade", "major"]);
function cells({ policy, from, to, places, why, forced }, filesUrl) {
	const level = levelOf({
		from,
		to
	}) ?? "";
	const marks = [LOUD.has(level) ? `**${level}**` : level, forced === true ? "**forced**" : ""];
	return [
		codeSpan(to.name),
		fromCell(from, to),
		[versionCode(to), ...marks].filter((mark) => mark !== "").join(" "),
		filesCell(places, filesUrl),
		`${codeSpan(clip(policy, WHY_LIMIT))}: ${plainText(clip(why, WHY_LIMIT))}`
	];
}
function fromCell(from, to) {
	const shown = from.slice(0, VALUES).map((reference) => sameImage(reference.name, to.name) ? versionCode(reference) : codeSpan(formatReference(reference)));
	const more = from.length > VALUES ? [`${from.length - VALUES} more`] : [];
	return [...shown, ...more].join(", ");
}
function filesCell(places, filesUrl) {
	const shown = places.slice(0, PLACES).map(({ path, line }) => {
		const url = filesUrl === void 0 || path.length > PATH_LIMIT ? void 0 : `${joinUrl(filesUrl, path)}${line === void 0 ? "" : `#L${line}`}`;
		return codeLink(clip(formatPlace({
			path,
			...line === void 0 ? {} : { line }
		}), PATH_LIMIT), url);
	});
	const files = new Set(places.slice(PLACES).map(({ path }) => path)).size;
	const more = places.length - PLACES;
	return [...shown, ...more > 0 ? [`and ${more} more in ${files} ${files === 1 ? "file" : "files"}`] : []].join("<br>");
}

// src/core/pull-request/body.ts
const BODY_LIMIT = 6e4;
const BODY_BYTE_LIMIT = 65536;
function body(input) {
	const rows = input.rows.toSorted((a, b) => compareBytes(a.to.name, b.to.name) || compareBytes(a.policy, b.policy));
	const state = formatState(input.state);
	const sections = sectionsOf({
		...input,
		rows
	}, state);
	for (const detail of DETAILS) {
		const text = `${sections(detail).filter((section) => section !== "").join("\n\n")}\n`;
		if (text.length <= 6e4 && new TextEncoder().encode(text).length <= 65536) return text;
	}
	return state;
}
function sameText(a, b) {
	return normal(a) === normal(b);
}
const FULL = {
	commits: 50,
	sources: 400,
	notMoved: 400,
	findings: 200,
	rows: 400
};
const SHORT = {
	commits: 0,
	sources: 20,
	notMoved: 20,
	findings: 20,
	rows: 200
};
const DETAILS = [
	FULL,
	{
		...FULL,
		commits: 20
	},
	{
		...FULL,
		commits: 5
	},
	{
		...FULL,
		commits: 0
	},
	{
		...FULL,
		commits: 0,
		sources: 20
	},
	{
		...FULL,
		commits: 0,
		sources: 20,
		notMoved: 50
	},
	{
		...FULL,
		commits: 0,
		sources: 20,
		notMoved: 20,
		findings: 20
	},
	SHORT,
	{
		...SHORT,
		notMoved: 5,
		findings: 5
	},
	{
		...SHORT,
		sources: 0,
		notMoved: 0,
		findings: 5,
		rows: 100
	},
	...[
		100,
		50,
		20,
		5,
		0
	].map((rows) => ({
		commits: 0,
		sources: 0,
		notMoved: 0,
		findings: 0,
		rows
	}))
];
function sectionsOf(input, state) {
	const { rows, filesUrl, notMoved, findings } = input;
	const made = /* @__PURE__ */ new Map();
	const once = (key, make) => {
		const section = made.get(key) ?? make();
		made.set(key, section);
		return section;
	};
	return (detail) => [
		once("lead", () => lead(input)),
		once(`rows ${detail.rows}`, () => table(rows, filesUrl, detail.rows)),
		once(`commits ${detail.commits} ${detail.sources}`, () => commitSection(rows, detail)),
		once(`not moved ${detail.notMoved}`, () => notMovedSection(notMoved, detail.notMoved)),
		once(`findings ${detail.findings}`, () => findingSection(findings, detail.findings)),
		once(`builds ${detail.rows}`, () => builds(rows, detail.rows)),
		steering(input),
		state
	];
}
const NAMED_IMAGES = 4;
const NAME_LIMIT = 100;
function lead({ rows, group, base }) {
	if (rows.length === 0) return `Merging this into ${codeSpan(clip(base, NAME_LIMIT))} moves no image, but for what people committed to it.`;
	const images = [...new Set(rows.map(({ to }) => `${shortName(to.name)} ${versionOf(to)}`))];
	const what = images.length <= NAMED_IMAGES ? enumerate(images.map((image) => `**${plainText(clip(image, NAME_LIMIT))}**`)) : `**${new Set(rows.map(({ to }) => to.name)).size} images**`;
	const where = group.kind === "all" || group.kind === "image" ? "" : ` in **${plainText(clip(group.label, NAME_LIMIT))}**`;
	return `Merging this into ${codeSpan(clip(base, NAME_LIMIT))} deploys ${what}${where}.`;
}
function builds(rows, limit) {
	const byRun = Map.groupBy(rows.filter(({ run }) => run !== void 0), ({ run = "" }) => run);
	const shown = [...byRun].slice(0, limit).map(([run, rows]) => {
		const names = [...new Set(rows.map(({ to }) => `${shortName(to.name)} ${versionOf(to)}`))];
		return link(clip(enumerate(names), NAME_LIMIT), run);
	});
	const more = byRun.size - shown.length;
	if (byRun.size === 0) return "";
	return `**Built by:** ${[...shown, ...more > 0 ? [`${more} more runs`] : []].join(", ")}`;
}
function steering({ onClosed }) {
	return `---\n**Merge** to deploy. ${onClosed === "respect" ? "**Close** to turn these values down: only newer ones come back." : "**Close** to wait: the next build opens a new one."} Label ${codeSpan("image-bump:hold")} to keep this pull request as it is.`;
}
function normal(text) {
	return text.replace(/\r\n?/g, "\n").replace(/[^\S\n]+$/gm, "").trimEnd();
}

// src/run/texts.ts
const COMMITS_KEPT = 10;
const SUBJECT_LIMIT = 100;
function bumps({ plan, decisions }) {
	return bumpsOf(plan.changes, bringsOf(decisions));
}
function statesOf(job, matter) {
	const before = pendingStates(matter.known);
	const policyOf = policiesByMarker(matter.decisions);
	return Object.fromEntries(bumps(matter).map((bump) => {
		const to = formatReference(bump.to);
		const known = before[bump.policy];
		const decision = policyOf.get(bump.policy);
		const from = bump.from[0] === void 0 ? {} : { from: formatReference(bump.from[0]) };
		const isOurs = decision?.origin === "built" || broughtImages(job.turn).some((image) => formatReference(image) === to);
		const isTold = known?.to === to && (known.revision ?? known.run) !== void 0;
		if (decision === void 0 || !isOurs || isTold) return [bump.policy, {
			...known,
			...from,
			to
		}];
		return [bump.policy, {
			...from,
			to,
			...sourceOf(job, matter, bump, decision)
		}];
	}));
}
async function withCommits(job, states) {
	const asked = /* @__PURE__ */ new Map();
	const result = {};
	for (const [name, state] of Object.entries(states)) {
		result[name] = state;
		const { fromRevision, revision, sourceRepository, commits } = state;
		if (commits !== void 0 || fromRevision === void 0 || revision === void 0) continue;
		if (sourceRepository === void 0 || sourceRepository !== job.settings.sourceRepository) continue;
		const key = `${fromRevision}...${revision}`;
		if (!asked.has(key)) asked.set(key, await commitsBetween(job, sourceRepository, fromRevision, revision));
		const answer = asked.get(key);
		if (answer !== void 0) result[name] = {
			...state,
			commits: shortened(answer)
		};
	}
	return result;
}
async function commitsBetween({ ports }, repository, from, to) {
	try {
		return await ports.source.compare(repository, from, to);
	} catch (error) {
		if (!(error instanceof BumpError) || error.code === "BUG") throw error;
		ports.log.info(`The commits of ${repository} are not listed: ${error.message}`);
		return;
	}
}
function textsOf(job, matter, policies, decorated) {
	const { group, known, pullRequests, findings, plan, branch } = matter;
	const { base, settings } = job;
	const state = {
		group: group.key,
		base,
		policies,
		rejected: Object.keys(known.rejected).length === 0 ? [] : [known.rejected],
		landed: known.landed,
		decorated
	};
	const rows = bumps(matter).map((bump) => rowOf(job, matter, bump, policies[bump.policy]));
	return {
		title: rows.length === 0 && known.open !== void 0 ? known.open.title : title({
			bumps: bumps(matter),
			group,
			base,
			...pullRequests.title === void 0 ? {} : { template: pullRequests.title }
		}),
		body: body({
			group,
			base,
			filesUrl: `${settings.serverUrl}/${settings.repository}/blob/${branch}`,
			rows,
			notMoved: plan.skips.map(({ field, ...skip }) => ({
				...skip,
				place: field.place
			})),
			findings: findings.map(phraseFinding),
			onClosed: pullRequests.onClosed,
			state
		}),
		state
	};
}
function rowOf(job, matter, bump, state) {
	const policy = policiesByMarker(matter.decisions).get(bump.policy)?.policy;
	const { revision, sourceRepository, fromRevision, commits, run, forced } = state ?? {};
	return {
		...bump,
		why: policy === void 0 ? "" : whyOf(policy, bump, matter.compare),
		...run === void 0 ? {} : { run },
		...forced === void 0 ? {} : { forced },
		...revision === void 0 || sourceRepository === void 0 ? {} : { source: {
			serverUrl: job.settings.serverUrl,
			repository: sourceRepository,
			to: revision,
			...fromRevision === void 0 ? {} : { from: fromRevision },
			...commits === void 0 ? {} : { commits }
		} }
	};
}
function whyOf(policy, { from, to }, compare) {
	const tag = from.find((reference) => reference.tag !== void 0)?.tag;
	if (tag === void 0 || to.tag === void 0) return "the newest that the policy takes";
	if (tag === to.tag) return "the same tag with another digest";
	return compare(policy, to.tag, tag).because;
}
function sourceOf({ turn }, { known }, bump, { policy, forced }) {
	const { revision, sourceRepository, runUrl } = bringerOf(turn, bump.to) ?? {};
	const deployed = deployedRevision(known, bump, policy);
	return {
		...revision === void 0 ? {} : { revision },
		...sourceRepository === void 0 ? {} : { sourceRepository },
		...deployed === void 0 ? {} : { fromRevision: deployed },
		...runUrl === void 0 ? {} : { run: runUrl },
		...forced === true ? { forced } : {}
	};
}
function deployedRevision(known, { policy: name, from }, policy) {
	const [deployed] = from;
	if (deployed === void 0) return void 0;
	const landed = known.landed[name];
	if (landed !== void 0 && landed.to === formatReference(deployed) && landed.revision !== void 0) return landed.revision;
	const before = pendingStates(known)[name];
	if (before?.from === formatReference(deployed) && before.fromRevision !== void 0) return before.fromRevision;
	if (policy.filter === void 0 || deployed.tag === void 0) return void 0;
	const groups = extractFrom(policy.filter, deployed.tag)?.groups ?? {};
	const id = groups["sha"] ?? groups["commit"] ?? groups["revision"] ?? groups["rev"];
	return id !== void 0 && /^[0-9a-f]{7,64}$/.test(id) ? id : void 0;
}
function shortened({ status, commits, total }) {
	return {
		status,
		total,
		commits: commits.slice(0, COMMITS_KEPT).map((commit) => ({
			...commit,
			subject: clip(commit.subject, SUBJECT_LIMIT),
			author: clip(commit.author, SUBJECT_LIMIT)
		}))
	};
}
function policiesByMarker(decisions) {
	return new Map(decisions.flatMap((decision) => decision.plan.changes.map(({ policy }) => [policy, decision])));
}
function holdsAtLeast(policy, change, present, compare) {
	if (present.value === change.to) return true;
	const wanted = readValue({
		...present,
		value: change.to
	}).tag;
	const { tag } = readValue(present);
	if (wanted === void 0 || tag === void 0) return change.field.marker.part === "digest";
	return compare(policy, tag, wanted).verdict !== "older";
}

// src/run/message.ts
function messageOf(job, group, what, states) {
	return commitMessage({
		group,
		base: job.base,
		bumps: bumps(what),
		changes: what.plan.changes,
		sources: states === void 0 ? sourcesOf(job, what.decisions) : sourcesIn(states)
	});
}
function sourcesOf({ turn }, decisions) {
	return distinct$1(decisions.flatMap(({ origin, image }) => {
		const bringer = origin === "built" && image !== void 0 ? bringerOf(turn, image) : void 0;
		return bringer === void 0 ? [] : [bringer];
	}));
}
function sourcesIn(states) {
	return distinct$1(Object.values(states));
}
function distinct$1(all) {
	const known = all.flatMap(({ revision, sourceRepository }) => revision === void 0 || sourceRepository === void 0 ? [] : [{
		revision,
		repository: sourceRepository
	}]);
	return [...new Map(known.map((source) => [`${source.repository} ${source.revision}`, source])).values()];
}

// src/run/write.ts
function filesOf(view, files) {
	const encoder = new TextEncoder();
	return files.map(({ path, after }) => ({
		entry: entryOf(view, path),
		bytes: encoder.encode(after)
	}));
}
async function writeCommit$2(job, writing) {
	const { tickets, isPatient } = job.turn;
	if (isPatient) return LOST$1;
	const { repository, writer } = job.ports;
	const parent = writing.parent.commit;
	const [{ tree: parentTree }, tree] = await Promise.all([repository.commit(parent), repository.treeWith(parent, writing.files)]);
	const move = await writer.commit({
		branch: writing.branch,
		expected: writing.expected,
		parent,
		parentTree,
		...tree === void 0 ? {} : { tree },
		files: writing.files,
		message: writing.message,
		...tickets.length === 0 ? {} : { alsoDelete: tickets },
		author: job.settings.author
	});
	return move.kind === "moved" ? {
		commit: move.commit,
		isProven: tree !== void 0
	} : OUTRUN;
}
async function isAsWritten(job, matter, scene, proposed) {
	const { repository, forge } = job.ports;
	const tip = await tipNow(job, matter, proposed);
	if (tip === void 0) return true;
	const isOurs = tip === (proposed.brought?.commit ?? matter.known.tip);
	if (isOurs && (proposed.brought === void 0 || proposed.brought.isProven)) return true;
	const present = fieldKeys((await readHead(repository, tip, scene.view)).content.fields);
	const keys = new Map([...fieldKeys(scene.view.content.fields)].map(([key, field]) => [field, key]));
	const [first] = matter.decisions.flatMap(({ policy, plan: { changes } }) => changes.filter((change) => {
		const there = present.get(keys.get(change.field) ?? "");
		return there !== void 0 && !holdsAtLeast(policy, change, there, matter.compare);
	}));
	if (first === void 0) return isOurs || saysNoLess((await forge.read(proposed.pullRequest.number)).body, proposed.texts);
	if (!isOurs) return false;
	throw new BumpError("NOT_AS_WRITTEN", [{
		place: first.field.place,
		message: `after the push, ${matter.branch} does not hold ${quote(first.to)} here. Look at the branch before merging.`
	}]);
}
async function tipNow({ ports, base }, { branch }, { brought, pullRequest }) {
	if (brought !== void 0 && pullRequest.headOid === brought.commit && (brought.isProven || ports.repository.knows?.(brought.commit) === true)) return brought.commit;
	return (await ports.repository.fetch(base, headPrefix({ base }))).get(branch);
}
function saysNoLess(body, { body: ours, state }) {
	const reading = readState(body);
	if (sameText(body, ours) || reading.kind !== "found") return false;
	const now = reading.state.policies;
	return Object.entries(state.policies).every(([name, { to, run, revision }]) => now[name] === void 0 || now[name].to !== to || now[name].run === run && now[name].revision === revision);
}

// src/run/deliver.ts
async function deliverCommit(job, { group, policies }, scene) {
	const { view } = scene;
	const compare = await comparisonFor(job, policies, scene, void 0);
	const decisions = decideAll(job, scene, policies, void 0, compare);
	const { plan, files, findings } = rewrite(view.content.texts, planOf(decisions));
	const delivered = (outcome, more = {}) => ({
		report: {
			key: group.key,
			label: group.label,
			outcome,
			branch: job.base,
			plan,
			diffs: files,
			...more
		},
		findings: [...decisions.flatMap(blocked), ...findings]
	});
	const held = heldBy(plan);
	if (plan.changes.length === 0) return held === void 0 ? delivered("unchanged") : delivered("held", { because: held });
	if (job.settings.dryRun) return delivered("planned");
	const brought = await writeCommit$2(job, {
		branch: job.base,
		expected: view.commit,
		parent: view,
		files: filesOf(view, files),
		message: messageOf(job, group, {
			plan,
			decisions
		})
	});
	return isAgain(brought) ? brought : delivered("committed", { commit: brought.commit });
}

// src/core/pull-request/group.ts
function groupOf(kind, policy) {
	switch (kind) {
		case "namespace": {
			const namespace = policy.anyNamespace ? "" : namespaceOf(policy.name);
			return {
				kind,
				key: `namespace:${namespace}`,
				label: namespace === "" ? "any namespace" : namespace
			};
		}
		case "policy": return {
			kind,
			key: `policy:${policy.name}`,
			label: policy.name
		};
		case "image": return {
			kind,
			key: `image:${policy.image}`,
			label: shortName(policy.image)
		};
		case "all": return {
			kind,
			key: "all",
			label: "all images"
		};
		default: return unreachable(kind);
	}
}
function namespaceOf(policy) {
	return policy.slice(0, Math.max(0, policy.indexOf(":")));
}

// src/run/groups.ts
function deliveriesOf(snapshot, built) {
	const { policies, pullRequests } = snapshot;
	return [...Map.groupBy(policies, (policy) => {
		const { deliver } = ruleOf(pullRequests, policy);
		return `${deliver} ${groupOf(pullRequests.group, policy).key}`;
	}).values()].flatMap((members) => {
		const [first] = members;
		if (first === void 0 || !members.some((policy) => concerning(policy, built).length > 0)) return [];
		return [{
			kind: ruleOf(pullRequests, first).deliver,
			group: groupOf(pullRequests.group, first),
			policies: members
		}];
	});
}
function ruleOf({ rules }, { name }) {
	return rules.find(({ match }) => matchesName(match, name)) ?? NO_RULE;
}
function decorationOf(settings, { group, moved }) {
	const rulesOf = (policies) => [...new Set(policies.map((policy) => ruleOf(settings, policy)))];
	const [rules, merged] = [rulesOf(moved), rulesOf(group)];
	const all = (pick) => [...new Set(rules.flatMap(pick))];
	const milestone = rules.find((rule) => rule.milestone !== void 0)?.milestone;
	const merging = new Set(merged.map(({ autoMerge }) => autoMerge));
	return {
		labels: [.../* @__PURE__ */ new Set([...settings.labels, ...all(({ labels }) => labels)])],
		reviewers: all(({ reviewers }) => reviewers),
		teamReviewers: all(({ teamReviewers }) => teamReviewers),
		assignees: all(({ assignees }) => assignees),
		...milestone === void 0 ? {} : { milestone },
		autoMerge: merging.size === 1 ? [...merging][0] ?? "off" : "off",
		draft: merged.some(({ draft }) => draft)
	};
}
const NO_RULE = {
	match: "*",
	deliver: "pull-request",
	labels: [],
	reviewers: [],
	teamReviewers: [],
	assignees: [],
	draft: false,
	autoMerge: "off"
};

// src/run/empty.ts
async function finishEmpty(job, matter, result) {
	const { known, plan } = matter;
	const { forge, writer } = job.ports;
	const held = heldBy(plan);
	const quiet = held === void 0 ? result("unchanged") : result("held", { because: held });
	if (known.live?.byPerson === true || job.settings.dryRun) return quiet;
	if (known.open === void 0) {
		if (known.live === void 0) return quiet;
		if (job.turn.isPatient) return LOST$1;
		return (await writer.delete(matter.branch, known.live.tip)).kind === "lost" ? LOST$1 : quiet;
	}
	if (job.turn.isPatient) return LOST$1;
	const { body } = textsOf(job, matter, {}, known.state?.decorated ?? NOTHING_WORN);
	if (!sameText(body, known.open.body)) await forge.update(known.open.number, { body });
	const because = closingSentence(plan);
	await forge.say(known.open.number, because);
	if (known.tip !== void 0 && (await writer.delete(matter.branch, known.tip)).kind === "lost") return LOST$1;
	await forge.close(known.open.number, because);
	return result("closed", { because });
}
const STOPPED = /* @__PURE__ */ new Set([
	"held",
	"rejected",
	"diverged",
	"filtered"
]);
function closingSentence({ skips }) {
	const stopped = skips.find(({ why }) => STOPPED.has(why));
	return `Nothing is left to change: ${stopped === void 0 ? "the base branch has every value of this pull request, or a newer one" : plainText(clip(`${stopped.policy} may not move to ${stopped.candidate ?? "its value"}: ${stopped.because}`, 500))}.`;
}

// src/run/propose.ts
const HOLD_LABEL = "image-bump:hold";
async function propose(job, delivery, scene) {
	const { group } = delivery;
	const branch = headBranch({
		base: job.base,
		group
	});
	const found = await lookUp(job, scene, group, branch);
	const matter = await decideMatter(job, delivery, scene, branch, scene.view.content.pullRequests.onClosed === "reopen" ? withoutRejections(found) : found);
	const { known, plan } = matter;
	const result = (outcome, more = {}) => ({
		report: {
			key: group.key,
			label: group.label,
			outcome,
			branch,
			plan,
			diffs: matter.files,
			...known.open === void 0 ? {} : { pullRequest: known.open },
			...more
		},
		findings: matter.findings
	});
	if (known.open?.labels.includes("image-bump:hold") === true) return result("held", {
		because: `The pull request has the label ${HOLD_LABEL}.`,
		plan: {
			changes: [],
			skips: plan.skips
		},
		diffs: []
	});
	const isEmpty = plan.changes.length === 0;
	const isTheirs = isEmpty && known.open !== void 0 && known.live?.byPerson === true;
	if (isEmpty && (!isTheirs || job.settings.dryRun)) return finishEmpty(job, matter, result);
	if (job.settings.dryRun) return result("planned");
	job.expect?.(result("updated"));
	const brought = await bringHead(job, matter, scene);
	if (isAgain(brought)) return brought;
	const commit = brought?.commit;
	const isSilent = Object.keys(known.state?.policies ?? {}).length === 0;
	if (isTheirs && commit === void 0 && isSilent) return finishEmpty(job, matter, result);
	const written = await writeTexts(job, delivery, matter, commit);
	if (written === LOST$1) return LOST$1;
	if ((commit !== void 0 || written.wrote) && !await isAsWritten(job, matter, scene, {
		brought,
		...written
	})) return LOST$1;
	const held = written.outcome === "unchanged" ? heldBack(job, matter) : void 0;
	const because = held ?? written.because;
	return {
		...result(held === void 0 ? written.outcome : "held", {
			pullRequest: written.pullRequest,
			...because === void 0 ? {} : { because },
			...commit === void 0 ? {} : { commit }
		}),
		findings: [...matter.findings, ...written.findings]
	};
}
function heldBack({ settings }, { decisions }) {
	return heldBy(planOf(decisions.filter(({ policy }) => concerning(policy, settings.images).length > 0)));
}
async function decideMatter(job, { group, policies }, scene, branch, known) {
	const compare = await comparisonFor(job, policies, scene, known);
	const decisions = decideAll(job, scene, policies, known, compare);
	const { plan, files, findings } = rewrite(scene.view.content.texts, planOf(decisions));
	return {
		group,
		branch,
		decisions,
		plan,
		files,
		known,
		compare,
		pullRequests: scene.view.content.pullRequests,
		findings: [
			...known.findings,
			...decisions.flatMap(blocked),
			...findings
		]
	};
}
async function bringHead(job, matter, scene) {
	const { known, decisions, group } = matter;
	const { live } = known;
	if (live === void 0 || !live.byPerson) {
		if (live !== void 0 && isThere(matter, scene)) return void 0;
		return writeCommit$2(job, {
			branch: matter.branch,
			expected: known.tip,
			parent: scene.view,
			files: filesOf(scene.view, matter.files),
			message: messageOf(job, group, matter, statesOf(job, matter))
		});
	}
	const onHead = decisionsOnHead(job, scene, live, decisions);
	const { plan, files } = rewrite(live.view.content.texts, planOf(onHead));
	if (plan.changes.length === 0) return void 0;
	return writeCommit$2(job, {
		branch: matter.branch,
		expected: known.tip,
		parent: live.view,
		files: filesOf(live.view, files),
		message: messageOf(job, group, {
			plan,
			decisions: onHead
		})
	});
}
function isThere({ files, plan, known, decisions }, scene) {
	const head = known.live?.view.content;
	if (head === void 0) return false;
	if (!files.every(({ path, after }) => head.texts.get(path) === after)) return false;
	const wanted = new Map(plan.changes.map(({ field, to }) => [field, to]));
	const present = fieldKeys(head.fields);
	const policies = decisions.map(({ policy }) => policy);
	const own = new Set([...fieldsByPolicy(policies, scene.view.content.fields).values()].flat());
	return [...fieldKeys(scene.view.content.fields)].every(([key, field]) => {
		if (!own.has(field)) return true;
		return present.get(key)?.value === (wanted.get(field) ?? field.value);
	});
}
async function writeTexts(job, { policies }, decided, commit) {
	const moved = commit !== void 0;
	const { forge } = job.ports;
	const { open } = decided.known;
	const known = open !== void 0 && moved ? await readAgain(job, {
		...decided.known,
		open
	}) : decided.known;
	const matter = {
		...decided,
		known
	};
	const { draft, ...decoration } = decorationOf(matter.pullRequests, {
		group: policies,
		moved: matter.decisions.filter(({ plan }) => plan.changes.length > 0).map(({ policy }) => policy)
	});
	const before = known.state?.decorated ?? NOTHING_WORN;
	const states = await withNewCommits(job, known, statesOf(job, matter));
	const first = textsOf(job, matter, states, before);
	const isSaid = known.state !== void 0 && sameState(known.state, first.state);
	if (job.turn.isPatient && !(isSaid && known.open?.title === first.title)) return LOST$1;
	let pullRequest = known.open;
	if (pullRequest === void 0) pullRequest = await forge.open({
		head: matter.branch,
		base: job.base,
		title: first.title,
		body: first.body,
		draft
	});
	if (pullRequest.state !== "open") return LOST$1;
	if (open === void 0 && !sameText(pullRequest.body, first.body)) return LOST$1;
	const shown = commit === void 0 ? pullRequest : {
		...pullRequest,
		headOid: commit
	};
	const { worn, failures, merge } = job.turn.isPatient ? {
		worn: before,
		failures: [],
		merge: "none"
	} : await forge.decorate(shown, decoration, before);
	const texts = wearsTheSame(before, worn) ? first : textsOf(job, matter, states, worn);
	const saysTheSame = !moved && known.state !== void 0 && sameState(known.state, texts.state);
	const patch = {
		...texts.title === pullRequest.title ? {} : { title: texts.title },
		...saysTheSame || sameText(texts.body, pullRequest.body) ? {} : { body: texts.body }
	};
	const wrote = Object.keys(patch).length > 0;
	if (wrote) pullRequest = await forge.update(pullRequest.number, patch);
	if (pullRequest.state !== "open" && moved && merge !== "merged") return LOST$1;
	const outcome = open === void 0 ? "opened" : moved || wrote ? "updated" : "unchanged";
	return {
		outcome,
		...outcome === "unchanged" ? { because: "The pull request stays as it is." } : {},
		...known.live?.byPerson === true && pullRequest.mergeable === false ? { because: CONFLICT } : {},
		wrote: wrote || open === void 0,
		pullRequest,
		texts,
		...MERGING[merge],
		findings: failures.map(({ what, reason }) => finding("DECORATION_FAILED", {
			what: `${what} (#${pullRequest.number})`,
			reason
		}))
	};
}
const MERGING = {
	none: {},
	armed: { because: "It merges by itself when its checks have passed." },
	queued: { because: "It was put into the merge queue." },
	merged: { because: "Nothing was left to wait for, so it was merged at once." }
};
async function withNewCommits(job, { state }, policies) {
	return state !== void 0 && sameState(state, {
		...state,
		policies
	}) ? policies : await withCommits(job, policies);
}
const CONFLICT = "It conflicts with the base branch, and people have committed to it: resolve that on its branch.";
function wearsTheSame(a, b) {
	return JSON.stringify(a) === JSON.stringify(b);
}

// src/run/seen.ts
async function seeTaken({ settings, ports, base }, { group, policies }, expected) {
	const own = policies.filter((policy) => concerning(policy, settings.images).length > 0);
	const names = new Set(own.map(({ name }) => name));
	const changes = expected.report.plan.changes.filter(({ policy }) => names.has(policy));
	if (own.some(({ name }) => !changes.some(({ policy }) => policy === name))) return { sight: "cannot be told" };
	const found = await ports.forge.find([headBranch({
		base,
		group
	})], base);
	const open = found.find(({ state }) => state === "open");
	if (open === void 0) return { sight: found.length === 0 ? "not yet" : "cannot be told" };
	const reading = readState(open.body);
	if (reading.kind !== "found" || reading.state.group !== group.key || reading.state.base !== base) return { sight: "not yet" };
	return [...names].every((name) => isBrought(reading.state, name, settings.images)) ? {
		sight: "there",
		pullRequest: open
	} : { sight: "not yet" };
}
function isBrought({ policies }, name, images) {
	const to = readReference(policies[name]?.to ?? "");
	return to.ok && images.some(({ tag, digest }) => tag === to.value.tag && (to.value.digest === void 0 || digest === to.value.digest));
}

// src/run/hand-over.ts
async function untilLanded(job, delivery, first, attempt) {
	const { clock, log } = job.ports;
	const started = clock.now();
	const place = placeIn(job, delivery);
	let scene = first;
	let tries = 1;
	try {
		for (;;) {
			const again = deliveriesOf(scene.view.content, job.settings.images).find(({ kind, group }) => kind === delivery.kind && group.key === delivery.group.key);
			if (again === void 0) return nothing(delivery);
			const turn = await place.turn(again, scene);
			let expected;
			const expect = (delivered) => {
				expected = delivered;
			};
			const result = await attempt({
				...job,
				turn,
				expect
			}, again, scene);
			if (!isAgain(result)) {
				if (result.report.commit === void 0 && !job.settings.dryRun) await place.leave(turn.tickets);
				place.settled(turn.tickets);
				return place.told({
					...result,
					findings: [...result.findings, ...turn.findings]
				});
			}
			const seconds = Math.round((clock.now() - started) / 1e3);
			if (tries >= ATTEMPTS || seconds > BUDGET_S) throw new BumpError("RACE_LOST", `other runs moved the branch first, ${tries} times in ${seconds} s. Nothing is lost: run the job again.`);
			if (!turn.isPatient) {
				log.info(`Another run moved the branch first (attempt ${tries}); looking again.`);
				tries += 1;
			}
			await place.standBy(result, scene, tries);
			const taken = await place.taken(again, expected);
			if (taken !== void 0) return taken;
			scene = await look$1(job, scene);
		}
	} finally {
		await place.close();
	}
}
const TAKEN = "Another run, at it at the same time, brought the bump along.";
const ATTEMPTS = 30;
const BUDGET_S = 120;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4e3;
const POLL_MS = 250;
const LONGEST_POLL_MS = 1e3;
const SILENCE_MS = 2e3;
const STAGGER_MS = 300;
const MOST_STAGGERED = 10;
const PATIENCE_MS$1 = 6e3;
const GLANCES_MS = 4e3;
function placeIn(job, { kind, group }) {
	const { settings, ports, base } = job;
	const { clock, log, queue } = ports;
	const name = queueOf(kind, headBranch({
		base,
		group
	}));
	let own;
	let isOpen = queue !== void 0 && !settings.dryRun;
	let takenAt;
	let mayBeHome = false;
	let looks = 0;
	const poll = async () => {
		await clock.sleep(Math.min(LONGEST_POLL_MS, POLL_MS * 1.4 ** looks) * (1 + clock.random()));
		looks += 1;
	};
	const join = async (waiting) => {
		const text = formatIntent({
			...ownBringing(settings),
			group: group.key,
			config: settings.config
		});
		if (!isOpen || text === void 0) return;
		const refs = waiting.map(({ ref }) => ref);
		try {
			own = await queue?.join(nextTicket(name, refs, clock.random()), text);
		} catch (error) {
			isOpen = false;
			log.info(`The bump is not handed over: ${reasonOf$1(error)}`);
		}
	};
	const queueUp = async (ticket) => {
		let front;
		let since = clock.now();
		looks = 0;
		for (;;) {
			const all = await queue?.list(name, ticket).catch(() => void 0);
			if (all === void 0) return;
			const refs = all.map(({ ref }) => ref).filter((ref) => isTicket(name, ref));
			const position = refs.indexOf(ticket.ref);
			if (position === -1) {
				log.info("Another run took the bump along; seeing what came of it.");
				own = void 0;
				takenAt = clock.now();
				looks = 0;
				return;
			}
			if (refs[0] !== front) [front, since] = [refs[0], clock.now()];
			const silence = SILENCE_MS + STAGGER_MS * Math.min(position, MOST_STAGGERED);
			if (position === 0 || clock.now() - since > silence) return;
			await poll();
		}
	};
	const leave = async (tickets) => {
		if (tickets.length === 0) return;
		await queue?.leave(tickets).catch((error) => {
			log.info(`Something was left in the queue of the branch: ${reasonOf$1(error)}`);
		});
	};
	return {
		leave,
		settled(tickets) {
			if (tickets.some(({ ref }) => ref === own?.ref)) own = void 0;
		},
		async turn(delivery, scene) {
			if (mayBeHome && !scene.waiting.some(({ ref }) => ref === own?.ref)) own = void 0;
			if (takenAt === void 0) return await turnWith(job, delivery, name, scene, own);
			return aloneTurn(job, { isPatient: clock.now() - takenAt < PATIENCE_MS$1 });
		},
		told: (delivered) => takenAt === void 0 ? delivered : asTaken(delivered, kind, settings.images),
		async standBy(result, scene, tries) {
			const wasOutrun = result === OUTRUN;
			mayBeHome = !wasOutrun;
			if (wasOutrun) takenAt = void 0;
			const isNew = wasOutrun && own === void 0;
			if (isNew) await join(scene.waiting);
			if (takenAt === void 0 && (!isNew || own === void 0)) await clock.sleep(clock.random() * waitMs(tries));
			if (wasOutrun && own !== void 0) await queueUp(own);
			if (takenAt !== void 0) await poll();
		},
		async taken(delivery, expected) {
			if (kind === "commit" || expected === void 0 || takenAt === void 0) return void 0;
			while (clock.now() - takenAt < GLANCES_MS) {
				const { sight, pullRequest } = await seeTaken(job, delivery, expected);
				if (sight === "cannot be told") return void 0;
				if (pullRequest !== void 0) return {
					...expected,
					report: {
						...expected.report,
						outcome: "updated",
						because: TAKEN,
						pullRequest
					}
				};
				await poll();
			}
		},
		async close() {
			if (own !== void 0) await leave([own]);
		}
	};
}
function waitMs(tries) {
	return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 2));
}
function asTaken({ report, findings }, kind, images) {
	const { plan, outcome } = report;
	const isOurs = (text) => images.some(({ tag, digest }) => text === tag || text === digest || text.endsWith(`:${tag}`) || text.includes(`:${tag}@`));
	const isThere = kind === "commit" ? plan.skips.some(({ why, current }) => why === "equal" && isOurs(current)) : plan.changes.some(({ to }) => isOurs(to));
	if (outcome !== "unchanged" || !isThere) return {
		report,
		findings
	};
	return {
		report: {
			...report,
			outcome: kind === "commit" ? "committed" : "updated",
			because: TAKEN
		},
		findings
	};
}
function nothing({ group: { key, label } }) {
	return {
		report: {
			key,
			label,
			outcome: "unchanged",
			plan: {
				changes: [],
				skips: []
			},
			diffs: []
		},
		findings: []
	};
}
function reasonOf$1(error) {
	return error instanceof BumpError ? error.message.split("\n")[0] ?? "" : "an answer was not of the form expected.";
}

// src/run.ts
async function run$1(settings, ports) {
	const groups = [];
	const findings = [];
	let unmatched = [];
	try {
		const base = settings.base ?? await ports.repository.defaultBranch();
		const job = {
			settings,
			ports,
			base
		};
		ports.log.info(`Reading ${settings.repository} at ${base}.`);
		const { scene, matching } = await lookAndMatch(job);
		findings.push(...matching.findings);
		unmatched = matching.unmatched;
		const errors = [];
		let latest = scene;
		for (const delivery of deliveriesOf(scene.view.content, settings.images)) {
			try {
				const { report: group, findings: found } = await deliver(job, delivery, latest);
				groups.push(group);
				findings.push(...found);
			} catch (error) {
				errors.push(error);
			}
			latest = groups.at(-1)?.outcome === "committed" ? await look$1(job, latest) : latest;
		}
		return report({
			groups,
			findings,
			unmatched,
			...told$1(errors)
		});
	} catch (error) {
		return report({
			groups,
			findings,
			unmatched,
			...told$1([error])
		});
	}
}
async function lookAndMatch(job) {
	const scene = await look$1(job);
	const matching = matchBuilt(scene.view.content, job.settings.images, job.ports.clock.today(), compareByOrder);
	return (matching.unmatched.length > 0 || matching.findings.some(({ code }) => code === "UNUSED_POLICY")) && job.ports.repository.distrust?.() === true ? await lookAndMatch(job) : {
		scene,
		matching
	};
}
function deliver(job, delivery, scene) {
	return untilLanded(job, delivery, scene, (attempt, again, now) => {
		const { group, policies, kind } = again;
		job.ports.log.info(`${group.label}: deciding ${policies.length === 1 ? "1 policy" : `${policies.length} policies`}.`);
		return kind === "commit" ? deliverCommit(attempt, again, now) : propose(attempt, again, now);
	});
}
function told$1(errors) {
	const known = errors.map((error) => error instanceof BumpError ? error : bug(error));
	const [first] = known;
	if (first === void 0) return {};
	const byText = new Map(known.flatMap(({ problems }) => problems).map((one) => [formatProblem(one), one]));
	return { error: {
		code: first.code,
		message: [...byText.keys()].join("\n"),
		problems: [...byText.values()]
	} };
}
function bug(error) {
	const message = error instanceof Error ? error.stack ?? error.message : String(error);
	return new BumpError("BUG", `${message}\nThis is a bug of image-bump; please report it with this text.`);
}

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

// scripts/bundle/builtin-crypto.ts
const createHash = (...args) => builtin().createHash(...args);
const randomBytes = (size) => builtin().randomBytes(size);
function builtin() {
	return process.getBuiltinModule("node:crypto");
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
	if (url === void 0) return new BumpError("BUG", `git ${command} ended with ${exitCode}.${said$1(stderr)}`);
	for (const { code, pattern, advice } of REASONS) {
		const match = pattern.exec(stderr);
		if (match === null) continue;
		const words = said$1(code === "BRANCH_PROTECTED" ? protectedBy(stderr) ?? stderr : stderr);
		return new BumpError(code, `${advice({
			url,
			need,
			detail: match[1] ?? ""
		})}${words}`);
	}
	return new BumpError("REMOTE_REFUSED", `git ${command} of ${url} failed.${said$1(stderr)}`);
}
function protectedBy(stderr) {
	const match = PROTECTED$1.exec(stderr);
	if (match === null) return void 0;
	const lines = tidyLines(stderr).filter((line) => /^(?:remote|error|!)/.test(line));
	return lines.length === 0 ? match[0] : lines.join(" ");
}
function said$1(stderr) {
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
	return new BumpError("REMOTE_REFUSED", `${access.url} did not let branch ${branch} move.${said$1(text)}`);
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

// scripts/bundle/builtin-fs.ts
const { appendFileSync, constants, existsSync, promises } = process.getBuiltinModule("node:fs");

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
	const top = text$1(parsed["message"], redact) ?? `HTTP ${status}`;
	const listed = Array.isArray(parsed["errors"]) ? parsed["errors"].slice(0, 20) : [];
	return [{ message: top }, ...listed.map((each) => problemOf(each, redact))];
}
function problemOf(each, redact) {
	if (!isRecord$1(each)) return { message: text$1(each, redact) ?? "no reason given" };
	const [code, field, resource] = [
		"code",
		"field",
		"resource"
	].map((key) => text$1(each[key], redact));
	return {
		message: text$1(each["message"], redact) ?? [
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
function text$1(value, redact) {
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
	if (isDraft) return failed$1("draft");
	if (!autoMergeAllowed) return failed$1("Auto merge is not allowed");
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
		if (!failure.says(NOT_YET) && !failure.says(/Could not resolve to a node/i)) return failed$1(failure.message, error);
		if (waitMs > 4e3) return failed$1(failure.message, error);
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
		return failed$1(failure.message, error);
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
function failed$1(said, error) {
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
	const text = decode$2(config.bytes);
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

// src/cli/run.ts
const RUN_COMMAND_OPTIONS = [
	...RUN_OPTIONS,
	STRICT_OPTION,
	JSON_OPTION
];
const RUN_NOTES = "An option that is not given is read from the environment: IMAGE_BUMP_TOKEN for --token, IMAGE_BUMP_DRY_RUN for --dry-run, and so on; the token also from GITHUB_TOKEN. Give tokens that way: other users of a machine may see its command lines.";
async function run(args, env, show, print) {
	const [stray] = args.positionals;
	if (stray !== void 0) throw new BumpError("BAD_CALL", `run takes no argument such as ${quote(stray)}. Built images are given with --images.`);
	const settings = parseSettings({ get(name) {
		const input = INPUTS.find((known) => known.name === name);
		if (input?.flag === true && args.flag(name)) return "true";
		const given = args.values(name);
		if (given.length > 0) return given.join("\n");
		return input?.variables.map((variable) => env[variable]).find((value) => value !== void 0 && value !== "");
	} }, readContext(env));
	const { ports, close } = await wire(settings, local.log(print));
	try {
		const report = await run$1(settings, ports);
		const failure = failureOf$1(report, settings.unmatched).map((problem) => `${showInvisible(formatProblem(problem))}\n`);
		const exitCode = exitCodeOf(report, settings.unmatched, args.flag("strict"));
		if (args.flag("json")) {
			const told = outputs(report);
			const json = {
				...planJson({
					outcome: report.outcome,
					plans: report.groups.map((group) => group.plan),
					findings: report.findings
				}),
				pullRequests: JSON.parse(told["pull-requests"]),
				...report.error === void 0 ? {} : { error: errorJson(report.error).error }
			};
			return {
				stdout: jsonText(json),
				stderr: failure.join(""),
				exitCode
			};
		}
		return {
			stdout: `${outcomeText(report)}${planText(report, show)}`,
			stderr: `${findingsText(findingsBeside(report, settings.unmatched))}${failure.join("")}`,
			exitCode
		};
	} finally {
		await close();
	}
}

// src/cli/set.ts
const SET_OPTIONS = [
	...TREE_OPTIONS,
	WRITE_OPTION,
	STRICT_OPTION,
	JSON_OPTION
];
async function set(local, args, show) {
	const assignments = readAssignments(args.positionals);
	const tree = await openTree(local, args);
	try {
		const write = isToWrite(tree, args);
		const globs = await globsOf(tree);
		const marked = await markedOf(tree, globs ?? []);
		const { plan, files, findings } = rewrite(marked.texts, planSet(marked.fields, assignments, tree.paths));
		if (write) await writeFiles(tree, files);
		const unused = [...assignments.keys()].filter((name) => !marked.fields.some(({ marker }) => marker.policy === name)).map((policy) => finding("UNUSED_POLICY", { policy }));
		const told = {
			findings: [
				...marked.findings,
				...unused,
				...findings
			],
			unmatched: []
		};
		const said = sayPlan({
			outcome: files.length === 0 ? "unchanged" : write ? "applied" : "planned",
			plan,
			files,
			...told,
			tree: tree.commit === void 0 ? void 0 : await treeIdOf(tree, files),
			json: args.flag("json"),
			show,
			exitCode: exitCodeOf(report({
				groups: [],
				...told
			}), "warn", args.flag("strict"))
		});
		const note = globs === void 0 ? `${showInvisible(tree.config)} cannot be read: YAML alone was searched.\n` : "";
		return {
			...said,
			stderr: `${said.stderr}${note}${slips(assignments, marked.fields, plan.skips)}`
		};
	} finally {
		await tree.close();
	}
}
function slips(assignments, fields, skips) {
	const names = [...new Set(fields.map(({ marker }) => marker.policy))];
	return [...assignments].flatMap(([policy, image]) => {
		const near = names.includes(policy) ? void 0 : nearest(policy, names);
		if (near !== void 0) return [`Did you mean ${near}?`];
		if (!skips.some((skip) => skip.policy === policy && skip.why === "no tag")) return [];
		return [`${quote(formatReference(image))} is an image name without a tag. Did you mean ${policy}=IMAGE:TAG?`];
	}).map((line) => `${showInvisible(line)}\n`).join("");
}
function readAssignments(texts) {
	if (texts.length === 0) throw new BumpError("BAD_CALL", "Say which policy gets what, e.g. image-bump set prod:shop=ghcr.io/acme/shop:1.4.2.");
	const assignments = /* @__PURE__ */ new Map();
	const problems = [];
	for (const text of texts) {
		const at = text.indexOf("=");
		const policy = text.slice(0, Math.max(at, 0));
		const reference = readReference(text.slice(at + 1));
		if (!/^[^\s:]+:[^\s:]+$/.test(policy)) problems.push({ message: `${quote(text)}: write namespace:name=image:tag.` });
		else if (!reference.ok) problems.push({ message: `${quote(text)}: ${reference.reason}.` });
		else if (assignments.has(policy)) problems.push({ message: `${quote(policy)} was given twice.` });
		else assignments.set(policy, reference.value);
	}
	if (problems.length > 0) throw new BumpError("BAD_CALL", problems);
	return assignments;
}

// package.json
var version = "0.1.0";

// src/cli.ts
const show = process.stdout.isTTY ? {
	colour: process.stdout.hasColors(),
	width: process.stdout.columns || void 0
} : { colour: false };
const isWorkflow = process.env["GITHUB_ACTIONS"] === "true";
const COMMANDS = /* @__PURE__ */ new Map([
	["plan", {
		usage: "plan --image REF…",
		summary: "Tells what a build of REF would change; touches nothing.",
		options: PLAN_OPTIONS,
		act: (args) => plan(local, args, {
			apply: false,
			...show
		})
	}],
	["apply", {
		usage: "apply --image REF…",
		summary: "Writes into the worktree what plan tells.",
		options: PLAN_OPTIONS,
		act: (args) => plan(local, args, {
			apply: true,
			...show
		})
	}],
	["set", {
		usage: "set POLICY=REF…",
		summary: "Gives the marked fields of POLICY a reference without asking the policy.",
		options: SET_OPTIONS,
		act: (args) => set(local, args, show)
	}],
	["explain", {
		usage: "explain POLICY",
		summary: "Tells which tag a policy picks and why not the others, or how it reads.",
		options: EXPLAIN_OPTIONS,
		act: (args) => explain(local, args, readText)
	}],
	["lint", {
		usage: "lint",
		summary: "Checks policy file, Flux objects and every marker.",
		options: LINT_OPTIONS,
		act: (args) => lint(local, args, {
			isWorkflow,
			version
		})
	}],
	["init", {
		usage: "init",
		summary: "Writes a starter policy file from what the repository shows; never overwrites.",
		options: INIT_OPTIONS,
		act: (args) => init(local, args)
	}],
	["mark", {
		usage: "mark IMAGE=POLICY…",
		summary: "Adds markers to the fields of IMAGE, so that they follow POLICY.",
		options: MARK_OPTIONS,
		act: (args) => mark(local, args, show)
	}],
	["run", {
		usage: "run",
		summary: "The whole job of the action: edit, commit, pull request.",
		options: RUN_COMMAND_OPTIONS,
		notes: RUN_NOTES,
		act: (args) => run(args, process.env, show, (text) => process.stderr.write(text))
	}]
]);
async function readText(file) {
	try {
		return file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
	} catch (cause) {
		throw new BumpError("BAD_CALL", `${quote(file)} cannot be read.`, { cause });
	}
}
async function main(argv) {
	const [name, ...rest] = argv;
	const done = (stdout) => ({
		stdout,
		stderr: "",
		exitCode: 0
	});
	if (name === "--version") return done(`${version}\n`);
	if (name === "--help" || name === "-h" || name === "help") return done(overview(COMMANDS));
	const command = name === void 0 ? void 0 : COMMANDS.get(name);
	if (command === void 0) {
		const near = name === void 0 ? void 0 : nearest(name, [...COMMANDS.keys()]);
		const hint = near === void 0 ? "image-bump --help lists the commands." : `Did you mean ${near}?`;
		throw new BumpError("BAD_CALL", name === void 0 ? `Name a command. ${hint}` : `${quote(name)} is not a command. ${hint}`);
	}
	if (rest.includes("--help") || rest.includes("-h")) return done(helpFor(command));
	return command.act(readArguments(rest, command.options));
}
function failed(error, json) {
	const known = error instanceof BumpError ? error : void 0;
	const code = known?.code ?? "BUG";
	const message = (known?.problems ?? [{ message: `${error instanceof Error ? error.stack ?? error.message : String(error)}\nThis is a bug of image-bump.` }]).map(formatProblem).join("\n");
	const shown = message.split("\n").map(showInvisible).join("\n");
	return {
		stdout: json ? jsonText(errorJson({
			code,
			message
		})) : "",
		stderr: `${code}: ${shown}\n`,
		exitCode: known?.exitCode ?? 70
	};
}
function defanged(text) {
	return text.split("\n").map(defang).join("\n");
}
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
const argv = process.argv.slice(2);
const said = await main(argv).catch((error) => failed(error, argv.includes("--json")));
process.stdout.write(isWorkflow && !argv.includes("--json") ? defanged(said.stdout) : said.stdout);
process.stderr.write(isWorkflow ? defanged(said.stderr) : said.stderr);
for (const command of said.commands ?? []) process.stderr.write(`${command}\n`);
process.exitCode = said.exitCode;

export {  };