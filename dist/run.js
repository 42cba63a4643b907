import { A as BumpError, C as quote, E as readReference, H as formatPlace, L as clip, N as formatProblem, O as sameImage, R as harmless, S as parseReference, U as unreachable, f as phraseFinding, k as shortName, x as formatReference, z as oneLine } from "./start.js";
import { A as SCREEN_TEXTS, C as readValue, Ct as codeLink, Dt as plainText, Et as link, F as readMarked, I as readRules, Lt as report, N as fieldsByPolicy, Ot as tableRow, P as policyFileOf, S as planAssigned, Tt as joinUrl, Z as policyFinder, c as fieldKeys, i as matchBuilt, j as asSnapshot, n as rewrite, nt as extractFrom, p as concerning, r as blocked, s as decide, t as groupOf, ut as finding, w as comparable, wt as codeSpan, x as compareByOrder } from "./run-shared.js";
import { E as matchesName, O as compareBytes, S as queueOf, _ as headBranch, b as isTicket, v as headPrefix, w as inScope, x as nextTicket } from "./wire-shared.js";
import { createRequire } from "node:module";

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

// src/core/plan/concern.ts
function askedBy(policies, built, names) {
	const concerned = policies.filter((policy) => concerning(policy, built).length > 0);
	const find = policyFinder(policies);
	return /* @__PURE__ */ new Set([...concerned, ...[...names].flatMap((name) => find(name) ?? [])]);
}
function policiesNamed(policies, files) {
	return askedBy(policies, [], new Set(files.flatMap((mentions) => mentions.names === "any" ? [] : [...mentions.names])));
}
function mayConcern(policies, asked) {
	return anyName(policies, true, (policy) => policy !== void 0 && asked.has(policy));
}
function namesNobody(policies) {
	return anyName(policies, false, (policy) => policy === void 0);
}
function anyName(policies, unclear, isMeant) {
	const find = policyFinder(policies);
	return ({ names }) => names === "any" ? unclear : [...names].some((name) => isMeant(find(name)));
}
function both(a, b) {
	return /* @__PURE__ */ new Set([...a, ...b]);
}
function isWithin(part, whole) {
	return [...part].every((policy) => whole.has(policy));
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
		if (key === "Image-Bump-Group") group ??= decode(value);
		if (key === "Image-Bump") {
			const bump = readBump(value);
			if (bump !== void 0) bumps.set(...bump);
		}
		const source = key === "Source-Revision" ? SOURCE.exec(value) : null;
		if (source?.[1] !== void 0 && source[2] !== void 0) revisions.push({
			revision: decode(source[1]),
			repository: decode(source[2])
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
	return equals > 0 && read.ok ? [decode(value.slice(0, equals)), read.value] : void 0;
}
function encode(text) {
	return text.toWellFormed().replace(UNSAFE, (character) => encodeURIComponent(character).replace(/^[!'()*~-]$/, percent));
}
const UNSAFE = /[^A-Za-z0-9:._/-]|(?<=GH)-(?=\d)|(?<=\/(?:issues|pulls?|discussions))\/(?=\d)/giu;
function percent(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function decode(text) {
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
const TEXT_LIMIT$2 = 1e3;
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
	return normal$2(a) === normal$2(b);
}
var Unfit = class extends Error {};
const LIST_LIMIT$1 = 500;
const POLICY = /^[^\s:]*:\S+$/;
const REVISION = /^[0-9a-f]{7,64}$/;
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
		group: text(fields, "group"),
		base: text(fields, "base"),
		policies: byPolicy(fields.get("policies"), "policies", policyOf),
		rejected: list(fields.get("rejected"), "rejected").map((set) => byPolicy(set, "rejected", reference)),
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
		...optional(fields, "revision", REVISION),
		...optional(fields, "sourceRepository", REPOSITORY),
		...optional(fields, "fromRevision", REVISION),
		...fields.has("commits") ? { commits: commitsOf(fieldsOf(fields.get("commits"), "commits")) } : {},
		...optional(fields, "run", ADDRESS),
		...flag(fields, "forced")
	};
}
function landedOf$1(value) {
	const fields = fieldsOf(value, "what landed");
	return {
		to: reference(fields.get("to")),
		...optional(fields, "revision", REVISION),
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
		commits: list(fields.get("commits"), "commits").map((value) => {
			const commit = fieldsOf(value, "a commit");
			return {
				id: text(commit, "id"),
				subject: text(commit, "subject"),
				author: text(commit, "author"),
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
	const value = text(fields, key);
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
	return list(fields.get(key), key).map((value) => {
		if (typeof value !== "string" || value.length > 1e3) throw new Unfit(`"${key}" holds something else than texts`);
		return value;
	});
}
function text(fields, key) {
	const value = fields.get(key);
	if (typeof value !== "string" || value.length > 1e3) throw new Unfit(`"${key}" is not a text`);
	return value;
}
function list(value, what) {
	if (!Array.isArray(value) || value.length > LIST_LIMIT$1) throw new Unfit(`"${what}" is not a list`);
	return value;
}
function fieldsOf(value, what) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unfit(`${what} is not an object`);
	return new Map(Object.entries(value));
}
function normal$2(state) {
	const reading = readState(formatState(state));
	return reading.kind === "found" ? formatState(reading.state) : formatState(state);
}

// src/run/read.ts
async function readOutline(repository, commit, config, expected) {
	const entry = await repository.entry(commit, config);
	const [policyFile] = entry === void 0 ? [] : await readFiles(repository, [entry]);
	const file = policyFileOf(policyFile);
	expected(readRules(file, [], []));
	const hits = await searchAll(repository, commit, file.files);
	const all = [...hits.values()];
	const flux = await readFiles(repository, all.filter(({ mentions }) => file.flux && mentions.flux));
	const unclear = await readFiles(repository, all.filter(({ mentions }) => file.flux && mentions.names === "any"));
	const named = all.flatMap(({ mentions: { names } }) => names === "any" ? [] : [...names]);
	const read = readMarked(unclear, file.files).fields.map(({ marker }) => marker.policy);
	return {
		commit,
		rules: readRules(file, flux, [...named, ...read]),
		hits
	};
}
const MOST_STRAYS = 20;
async function readView(repository, outline, asked) {
	const { commit, rules, hits } = outline;
	const isAsked = mayConcern(rules.policies, asked);
	const isStray = namesNobody(rules.policies);
	let strays = 0;
	const { marked, entries } = await readHits(repository, [...hits.values()].filter(({ mentions }) => isAsked(mentions) || mentions.flux || isStray(mentions) && ++strays <= MOST_STRAYS), rules.globs);
	return {
		commit,
		content: asSnapshot(rules, marked),
		entries,
		asked,
		outline
	};
}
async function widen(repository, view, asked) {
	return isWithin(asked, view.asked) ? view : await readView(repository, view.outline, both(view.asked, asked));
}
async function readHead(repository, commit, base) {
	const { outline } = base;
	const { policies, globs } = outline.rules;
	const hits = await searchAll(repository, commit, globs);
	const read = async (asked) => {
		const isAsked = mayConcern(policies, asked);
		const { marked, entries } = await readHits(repository, [...hits.values()].filter(({ mentions }) => isAsked(mentions)), globs);
		return {
			commit,
			content: marked,
			entries,
			asked,
			outline
		};
	};
	const paths = [...outline.hits.keys(), ...hits.keys()];
	const differing = new Set(paths.filter((path) => outline.hits.get(path)?.oid !== hits.get(path)?.oid));
	const mentioned = [outline.hits, hits].flatMap((side) => [...differing].flatMap((path) => side.get(path)?.mentions ?? []));
	const view = await read(both(base.asked, policiesNamed(policies, mentioned)));
	const found = view.content.fields.filter(({ place }) => differing.has(place.path));
	const named = askedBy(policies, [], found.map(({ marker }) => marker.policy));
	return isWithin(named, view.asked) ? view : await read(both(view.asked, named));
}
function entryOf(view, path) {
	const entry = view.entries.get(path);
	if (entry === void 0) throw new BumpError("BUG", `${path} is to be written and was never read`);
	return entry;
}
async function searchAll(repository, commit, globs) {
	return byPath(await repository.search(commit, SCREEN_TEXTS, globs));
}
async function readHits(repository, hits, globs) {
	return {
		marked: readMarked(await readFiles(repository, hits), globs),
		entries: byPath(hits)
	};
}
async function readFiles(repository, entries) {
	if (entries.length === 0) return [];
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
	const pullRequests = scene.pullRequests.filter(({ head }) => head === branch);
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
	const state = stateOf(open);
	const decided = decisionsOf(state, ended(closed, stateOf), ended(merged, stateOf));
	const said = Object.keys(state?.policies ?? {});
	const { live, view } = await readLive(job.ports.repository, scene.view, left ? void 0 : tip, said);
	return {
		known: {
			open,
			state,
			tip,
			live,
			...decided,
			findings: findings.slice(0, 1)
		},
		scene: {
			...scene,
			view
		}
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
async function readLive(repository, base, tip, said) {
	const { policies } = base.outline.rules;
	if (tip === void 0) return {
		live: void 0,
		view: base
	};
	const [head, ahead] = await Promise.all([readHead(repository, tip, base), repository.commitsAhead(base.commit, tip)]);
	const persons = ahead.filter(({ message }) => !isOurs(message));
	const trailers = /* @__PURE__ */ new Map();
	for (const { message } of ahead.toReversed()) for (const [name, image] of readTrailers(message).bumps) trailers.set(name, formatReference(image));
	const steps = await readSteps(repository, base, persons, ahead);
	const asked = [head, ...steps.flatMap(({ before, after }) => [before, after])].reduce((sum, view) => both(sum, view.asked), askedBy(policies, [], [...said, ...trailers.keys()]));
	if (!isWithin(asked, base.asked)) return await readLive(repository, await widen(repository, base, asked), tip, said);
	const setByPerson = fieldsSetBy(base, steps);
	return {
		live: {
			tip,
			view: head,
			byPerson: persons.length > 0,
			setByPerson,
			trailers
		},
		view: base
	};
}
const PERSON_COMMITS_LIMIT = 50;
async function readSteps(repository, base, persons, ahead) {
	const here = /* @__PURE__ */ new Set([base.commit, ...ahead.map(({ oid }) => oid)]);
	const views = /* @__PURE__ */ new Map([[base.commit, base]]);
	const viewOf = async (commit) => {
		const view = views.get(commit) ?? await readHead(repository, commit, base);
		views.set(commit, view);
		return view;
	};
	const steps = [];
	for (const { oid, parents } of persons.slice(0, PERSON_COMMITS_LIMIT)) {
		const [first, ...merged] = parents;
		if (merged.length > 0 && !merged.some((parent) => here.has(parent))) continue;
		const before = first !== void 0 && here.has(first) ? await viewOf(first) : base;
		steps.push({
			before,
			after: await viewOf(oid),
			isMerge: merged.length > 0
		});
	}
	return steps;
}
function fieldsSetBy(base, steps) {
	const atBase = valuesOf(base.content.fields);
	return new Set(steps.flatMap(({ before, after, isMerge }) => {
		const old = valuesOf(before.content.fields);
		return [...valuesOf(after.content.fields)].filter(([key, value]) => old.get(key) !== value).filter(([key, value]) => !isMerge || atBase.get(key) !== value).map(([key]) => key);
	}));
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
	if (text.length > 16e3 + 1) return refused("it is too long");
	let fields;
	try {
		const json = JSON.parse(text);
		if (typeof json !== "object" || json === null || Array.isArray(json)) return refused("it is not an object");
		fields = new Map(Object.entries(json));
	} catch {
		return refused("it is not JSON");
	}
	if (fields.get("v") !== 1) return refused("its version is not 1");
	if ([...fields.keys()].some((key) => !KEYS.has(key))) return refused("it has a field that nobody knows");
	const [group, config] = [fields.get("group"), fields.get("config")];
	if (!isText(group)) return refused("\"group\" is not a text");
	if (!isText(config)) return refused("\"config\" is not a text");
	const images = imagesOf(fields.get("images"));
	if (images === void 0) return refused("\"images\" is not a list of image references");
	const paths = fields.get("paths") ?? [];
	if (!Array.isArray(paths) || paths.length > LIST_LIMIT || !paths.every(isText)) return refused("\"paths\" is not a list of texts");
	const force = fields.get("force") ?? false;
	if (typeof force !== "boolean") return refused("\"force\" is not true or false");
	for (const [key, form] of FORMS) {
		const value = fields.get(key);
		if (!(value === void 0 || typeof value === "string" && value.length <= TEXT_LIMIT$1 && form.test(value))) return refused(`"${key}" has not the form it should have`);
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
const TEXT_LIMIT$1 = 1e3;
const FORMS = /* @__PURE__ */ new Map([
	["revision", REVISION],
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
function refused(reason) {
	return {
		ok: false,
		reason
	};
}
function isText(value) {
	return typeof value === "string" && value !== "" && value.length <= TEXT_LIMIT$1;
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

// src/run/waiting.ts
function takesAlong({ settings, ports }) {
	return !settings.dryRun && ports.queue !== void 0 && settings.paths.length === 0;
}
async function imagesWaiting(run, waiting) {
	if (!takesAlong(run)) return [];
	return (await Promise.all(waiting.map((ticket) => textOf(run, ticket)))).flatMap((text) => {
		const intent = readIntent(text ?? "");
		return intent.ok ? intent.value.images : [];
	});
}
async function textOf({ ports }, { oid }) {
	try {
		return (await ports.repository.commit(oid)).message;
	} catch {
		return;
	}
}

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
	const { settings } = job;
	const alone = aloneTurn(job);
	const mine = own === void 0 ? [] : [own];
	if (!takesAlong(job)) return {
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
			...linked(settings, parsed.value),
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
function linked({ serverUrl }, { runUrl, ...intent }) {
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

// src/run/groups.ts
function deliveriesOf({ policies, pullRequests }, built) {
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

// src/run/scene.ts
async function look(job, previous) {
	const { repository } = job.ports;
	const tips = await repository.fetch(job.base, headPrefix(job));
	try {
		return await lookAt(job, tips, previous);
	} catch (error) {
		const tip = tips.get(job.base);
		if (tip === void 0 || repository.counts?.(tip) !== false) throw error;
		return await lookAt(job, await repository.fetch(job.base, headPrefix(job)));
	}
}
async function lookAt(job, tips, previous) {
	const { settings, ports, base } = job;
	const { repository } = ports;
	const waiting = repository.waiting?.() ?? [];
	const tip = tips.get(base);
	if (tip === void 0) throw new BumpError("BASE_NOT_FOUND", `the base branch ${base} does not exist`);
	const [images, said] = await Promise.all([imagesWaiting(job, waiting), namesSaid(repository, base, tips)]);
	const about = {
		tip,
		tips,
		images: [...settings.images, ...images],
		said
	};
	const stays = previous?.view.commit === tip && repository.counts?.(tip) !== false;
	let early;
	try {
		const outline = stays ? previous.view.outline : await readOutline(repository, tip, settings.config, (rules) => void (early = ask(job, about, rules)));
		const late = ask(job, about, outline.rules, early);
		const [view, pullRequests] = await allOf(stays ? widen(repository, previous.view, late.asked) : readView(repository, outline, late.asked), late.pullRequests);
		return {
			tips,
			waiting,
			view,
			pullRequests
		};
	} finally {
		await early?.pullRequests.catch(() => {});
	}
}
async function allOf(one, other) {
	await Promise.allSettled([one, other]);
	return await Promise.all([one, other]);
}
function ask({ settings, ports, base }, about, rules, before) {
	const { tip, tips, images, said } = about;
	const branches = deliveriesOf(rules, settings.images).filter(({ kind }) => kind === "pull-request").map(({ group }) => headBranch({
		base,
		group
	}));
	const asked = askedBy(rules.policies, images, branches.flatMap((branch) => said.get(branch) ?? []));
	const heads = branches.flatMap((branch) => tips.get(branch) ?? []);
	ports.repository.prepare?.([tip, ...heads], mayConcern(rules.policies, asked));
	if (before?.branches.join(" ") === branches.join(" ")) return {
		...before,
		asked
	};
	const pullRequests = branches.length === 0 ? Promise.resolve([]) : findWithHeads(ports, branches, base, tips);
	pullRequests.catch(() => {});
	return {
		branches,
		asked,
		pullRequests
	};
}
async function findWithHeads({ forge, repository }, branches, base, tips) {
	const found = await forge.find(branches, base);
	const heads = found.flatMap(({ state, head }) => state === "open" ? tips.get(head) ?? [] : []);
	await Promise.allSettled(heads.map((head) => repository.commitsAhead(tips.get(base) ?? head, head)));
	return found;
}
async function namesSaid(repository, base, tips) {
	const heads = [...tips].filter(([branch]) => branch !== base);
	const commits = await Promise.all(heads.map(([, head]) => repository.commit(head)));
	return new Map(heads.map(([branch], at) => [branch, [...readTrailers(commits[at]?.message ?? "").bumps.keys()]]));
}
const LOST = Symbol("look again");
const OUTRUN = Symbol("the branch was moved by somebody else");
function isAgain(result) {
	return result === LOST || result === OUTRUN;
}

// src/core/pull-request/commit-list.ts
function commitSection(rows, limits) {
	const sources = [...Map.groupBy(rows, ({ source }) => source === void 0 ? "" : identity(source))].flatMap(([, [first, ...rest]]) => first?.source === void 0 ? [] : [{
		source: first.source,
		bumps: [first, ...rest]
	}]);
	if (sources.length === 0) return "";
	const listed = sources.slice(0, limits.sources);
	const limit = Math.min(limits.commits, Math.floor(LINES / listed.length));
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
const LINES = 400;
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
	const lines = findings.slice(0, limit).map((finding) => `- ${plainText(clip(finding, TEXT_LIMIT))}`);
	const left = findings.length - lines.length;
	const more = left > 0 ? [`- … and ${left} more, left out here`] : [];
	return `### Findings\n\n${[...lines, ...more].join("\n")}`;
}
const TEXT_LIMIT = 300;
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
	].map((text) => clip(text, TEXT_LIMIT)).join("\n");
}
function rank([first]) {
	return first === void 0 ? -1 : LOUDEST_FIRST.indexOf(first.why);
}
function cells$1(group) {
	const [first] = group;
	if (first === void 0) return [];
	const { policy, place, current, candidate, why, because } = first;
	const where = group.length === 1 ? codeSpan(clip(formatPlace(place), TEXT_LIMIT)) : `${group.length} places`;
	return [
		`${codeSpan(clip(policy, VALUE_LIMIT))}<br>${where}`,
		codeSpan(clip(current, VALUE_LIMIT)),
		candidate === void 0 ? "" : codeSpan(clip(candidate, VALUE_LIMIT)),
		`**${why}**: ${plainText(clip(because, TEXT_LIMIT))}`
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
	return normal$1(a) === normal$1(b);
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
function normal$1(text) {
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
async function writeCommit(job, writing) {
	const { tickets, isPatient } = job.turn;
	if (isPatient) return LOST;
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
	const brought = await writeCommit(job, {
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

// src/core/pull-request/worn.ts
function claimed({ labels, reviewers, teamReviewers, assignees }) {
	return {
		...NOTHING_WORN,
		labels: distinct(labels),
		reviewers: distinct(reviewers),
		teamReviewers: distinct(teamReviewers.map((team) => team.slice(team.lastIndexOf("/") + 1))),
		assignees: distinct(assignees)
	};
}
function believed(worn, ever) {
	const kept = (kind) => {
		const known = ever[kind]?.map(spelled);
		return known === void 0 ? worn[kind] : worn[kind].filter((name) => known.includes(spelled(name)));
	};
	return {
		...worn,
		labels: kept("labels"),
		reviewers: kept("reviewers"),
		teamReviewers: kept("teamReviewers"),
		assignees: kept("assignees")
	};
}
function wearsTheSame(a, b) {
	return normal(a) === normal(b);
}
function normal({ labels, reviewers, teamReviewers, assignees, milestone, autoMerge }) {
	const lists = [
		labels,
		reviewers,
		teamReviewers,
		assignees
	].map((names) => names.map(spelled).sort());
	return JSON.stringify([
		...lists,
		milestone ?? null,
		autoMerge
	]);
}
function distinct(names) {
	return names.filter((name, at) => !names.slice(0, at).some((other) => spelled(other) === spelled(name)));
}
function spelled(name) {
	return name.replace(/\[bot\]$/, "").toLowerCase();
}

// src/run/empty.ts
async function finishEmpty(job, matter, result) {
	const { known, plan } = matter;
	const { forge, writer } = job.ports;
	const held = heldBy(plan);
	const quiet = held === void 0 ? result("unchanged") : result("held", { because: held });
	if (known.live?.byPerson === true || job.settings.dryRun) return quiet;
	if (known.open === void 0) {
		if (known.live === void 0) return quiet;
		if (job.turn.isPatient) return LOST;
		return (await writer.delete(matter.branch, known.live.tip)).kind === "lost" ? LOST : quiet;
	}
	if (job.turn.isPatient) return LOST;
	const { body } = textsOf(job, matter, {}, known.state?.decorated ?? NOTHING_WORN);
	if (!sameText(body, known.open.body)) await forge.update(known.open.number, { body });
	const because = closingSentence(plan);
	await forge.say(known.open.number, because);
	if (known.tip !== void 0 && (await writer.delete(matter.branch, known.tip)).kind === "lost") return LOST;
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
async function propose(job, delivery, looked) {
	const { group } = delivery;
	const branch = headBranch({
		base: job.base,
		group
	});
	const { known: found, scene } = await lookUp(job, looked, group, branch);
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
	const [brought] = await Promise.all([bringHead(job, matter, scene), job.turn.isPatient ? void 0 : withNewCommits(job, known, statesOf(job, matter)).catch(() => {})]);
	if (isAgain(brought)) return brought;
	const commit = brought?.commit;
	const isSilent = Object.keys(known.state?.policies ?? {}).length === 0;
	if (isTheirs && commit === void 0 && isSilent) return finishEmpty(job, matter, result);
	const written = await writeTexts(job, delivery, matter, commit);
	if (written === LOST) return LOST;
	if ((commit !== void 0 || written.wrote) && !await isAsWritten(job, matter, scene, {
		brought,
		...written
	})) return LOST;
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
		return writeCommit(job, {
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
	return writeCommit(job, {
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
	const before = believed(known.state?.decorated ?? NOTHING_WORN, open?.everWorn ?? {});
	const states = await withNewCommits(job, known, statesOf(job, matter));
	const said = open === void 0 ? claimed(decoration) : before;
	const first = textsOf(job, matter, states, said);
	const isSaid = known.state !== void 0 && sameState(known.state, first.state);
	if (job.turn.isPatient && !(isSaid && known.open?.title === first.title)) return LOST;
	let pullRequest = known.open;
	if (pullRequest === void 0) pullRequest = await forge.open({
		head: matter.branch,
		base: job.base,
		title: first.title,
		body: first.body,
		draft
	});
	if (pullRequest.state !== "open") return LOST;
	if (open === void 0 && !sameText(pullRequest.body, first.body)) return LOST;
	const shown = commit === void 0 ? pullRequest : {
		...pullRequest,
		headOid: commit
	};
	const { worn, failures, merge } = job.turn.isPatient ? {
		worn: before,
		failures: [],
		merge: "none"
	} : await forge.decorate(shown, decoration, before);
	const texts = wearsTheSame(said, worn) ? first : textsOf(job, matter, states, worn);
	const saysTheSame = !moved && known.state !== void 0 && sameState(known.state, texts.state);
	const patch = {
		...texts.title === pullRequest.title ? {} : { title: texts.title },
		...saysTheSame || sameText(texts.body, pullRequest.body) ? {} : { body: texts.body }
	};
	const wrote = Object.keys(patch).length > 0;
	if (wrote) pullRequest = await forge.update(pullRequest.number, patch);
	if (pullRequest.state !== "open" && moved && merge !== "merged") return LOST;
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
			let result;
			try {
				result = await attempt({
					...job,
					turn,
					expect
				}, again, scene);
			} catch (error) {
				if (job.ports.repository.counts?.(scene.view.commit) !== false) throw error;
				scene = await look(job, scene);
				continue;
			}
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
			scene = await look(job, scene);
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
const PATIENCE_MS = 6e3;
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
			log.info(`The bump is not handed over: ${reasonOf(error)}`);
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
			log.info(`Something was left in the queue of the branch: ${reasonOf(error)}`);
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
			return aloneTurn(job, { isPatient: clock.now() - takenAt < PATIENCE_MS });
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
function reasonOf(error) {
	return error instanceof BumpError ? error.message.split("\n")[0] ?? "" : "an answer was not of the form expected.";
}

// src/run.ts
async function run(settings, ports) {
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
			latest = groups.at(-1)?.outcome === "committed" ? await look(job, latest) : latest;
		}
		return report({
			groups,
			findings,
			unmatched,
			...told(errors)
		});
	} catch (error) {
		return report({
			groups,
			findings,
			unmatched,
			...told([error])
		});
	}
}
async function lookAndMatch(job) {
	const scene = await look(job);
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
function told(errors) {
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

export { run };