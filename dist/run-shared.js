import { A as shortName, B as oneLine$1, C as quote, D as readReference, E as readImageName, H as showLine, L as breakReferences, M as ERROR_CODES, N as EXIT_CODES, O as readTag, R as clip, S as parseReference, T as readDigest, U as formatPlace, V as showInvisible, W as unreachable, _ as formatOf, b as canonicalName, d as levelOf$1, f as phraseFinding, g as TEXT_NAMES, h as TEXT_GLOBS, j as BumpError, k as sameImage, m as phraseSkip, p as phraseOutcome, w as quotePattern, x as formatReference, y as mayHoldMarkers, z as harmless } from "./start.js";
import { A as headPrefix, B as holdsMarkerText, G as comparePlaces, H as readObject, M as isSearched, N as matchesName, P as escape$1, R as KEY$1, U as FLUX_GROUP, V as readJson, W as compareBytes, j as inScope, k as headBranch, w as isTicket, z as MARKER_TEXT } from "./wire-shared.js";
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

// src/core/report/report.ts
function report(parts) {
	return {
		outcome: overall(parts),
		...parts
	};
}
function allChanges(groups) {
	return sortByField(groups.flatMap(({ plan }) => plan.changes));
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
	return {
		v: 1,
		policy: what.policy,
		selected: what.selected ?? null,
		refused: withoutMore(what.refused)
	};
}
function* withoutMore(refused) {
	for (const { tag, why } of refused) yield {
		tag,
		why
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

// src/core/pull-request/markdown.ts
function codeSpan(text) {
	const shown = harmless(text).replace(/(\\?)\|/g, (_, before) => before === "" ? "\\|" : `\\${"​"}\\|`);
	const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const padding = shown === "" || /^[` ]|[` ]$/.test(shown) ? " " : "";
	return `${fence}${padding}${shown}${shown === "" ? "" : padding}${fence}`;
}
function plainText(text) {
	const escaped = showInvisible(oneLine$1(text)).replace(/[\\`*_[\]|~$]/g, "\\$&").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replace(/:(?=\/\/)/g, `$&${"​"}`).replace(/www(?=\.)/gi, `$&${"​"}`);
	return breakReferences(escaped);
}
function link(text, url) {
	return linked$1(plainText(text), url);
}
function codeLink(text, url) {
	return linked$1(codeSpan(text), url);
}
function joinUrl(base, ...segments) {
	return [base, ...segments.map(encodeSegment)].join("/");
}
function tableRow(cells) {
	return `| ${cells.map((cell) => cell.replace(/[\r\n]+/g, " ")).join(" | ")} |`;
}
const SAFE_URL = /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:\/[A-Za-z0-9._~%+,:=/-]*)?(?:\?[A-Za-z0-9._~%+,:=&/-]*)?(?:#L\d+(?:-L\d+)?)?$/;
const URL_LIMIT = 2e3;
function linked$1(label, url) {
	const address = url === void 0 ? void 0 : withoutIssues(url);
	return address !== void 0 && address.length <= URL_LIMIT && SAFE_URL.test(address) ? `[${label}](${address})` : label;
}
function withoutIssues(url) {
	const [host = ""] = /^[a-z]+:\/\/[^/?#]*/i.exec(url) ?? [];
	return ISSUE.test(host) ? void 0 : host + url.slice(host.length).replace(ISSUES, percent$1);
}
const ISSUE = /GH-\d/i;
const ISSUES = /(?<=GH)-(?=\d)/gi;
function encodeSegment(segment) {
	return segment.split("/").map((part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*]|(?<=GH)-(?=\d)/gi, percent$1)).join("/");
}
function percent$1(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// src/core/report/common-lines.ts
const DISTANCE_LIMIT = 1e3;
function commonLines(from, to) {
	const reached = /* @__PURE__ */ new Map([[1, 0]]);
	const trail = [];
	for (let distance = 0; distance <= Math.min(from.length + to.length, DISTANCE_LIMIT); distance += 1) {
		trail.push(new Map(reached));
		for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
			let x = entry$1(reached, diagonal, distance);
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
		const start = entry$1(reached, diagonal, distance);
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
function entry$1(reached, diagonal, distance) {
	return isAddition(reached, diagonal, distance) ? at$1(reached, diagonal + 1) : at$1(reached, diagonal - 1) + 1;
}
function isAddition(reached, diagonal, distance) {
	return diagonal === -distance || diagonal !== distance && at$1(reached, diagonal - 1) < at$1(reached, diagonal + 1);
}
function at$1(reached, diagonal) {
	return reached.get(diagonal) ?? -1;
}

// src/core/report/diff.ts
const CONTEXT = 3;
function unifiedDiff({ path, before, after }) {
	const from = splitLines$1(before);
	const to = splitLines$1(after);
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
function splitLines$1(text) {
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
		text: `@@ -${range$1(first.from - lead, last.fromEnd + tail)} +${range$1(first.to - lead, last.toEnd + tail)} @@`
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
function range$1(start, end) {
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
function stepsText({ groups }, limit = STEP_LIMIT) {
	const changes = allChanges(groups.filter(({ outcome }) => outcome !== "unchanged")).map(({ field, policy, from, to }) => `${head(field.place, policy)} ${shown$1(from)} -> ${shown$1(to)}`);
	const stays = allSkips(groups).filter(({ why }) => why !== "equal" && why !== "out of scope").map((skip) => `${head(skip.field.place, skip.policy)} stays at ${shown$1(skip.current)}: ${phraseSkip(skip)}`);
	const lines = [...changes, ...stays];
	const more = lines.length > limit ? [`and ${lines.length - limit} more, see the summary of this run`] : [];
	return [...lines.slice(0, limit), ...more].map((line) => `${line}\n`).join("");
}
const STEP_LIMIT = 200;
function head(place, policy) {
	return `${showInvisible(formatPlace(place))} ${showInvisible(policy)}`;
}
function shown$1(value) {
	return showInvisible(quote(value));
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

// src/core/report/verdict.ts
function failureOf({ error, unmatched, findings }, allowed) {
	const failed = error === void 0 ? [] : problemsOf(error);
	if (unmatched.length === 0 || allowed === "warn") return failed;
	const told = findings.filter(({ code }) => code === "UNMATCHED_IMAGE");
	return [...failed, ...told.map((found) => ({ message: `UNMATCHED: ${phraseFinding(found)}` }))];
}
function findingsBeside({ findings }, allowed) {
	return allowed === "warn" ? findings : findings.filter(({ code }) => code !== "UNMATCHED_IMAGE");
}
function problemsOf({ code, message, problems = [{ message }] }) {
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

// src/core/nearest.ts
function nearest(word, among, atMost = 2) {
	let best;
	const lower = word.toLowerCase();
	let fewest = atMost + 1;
	for (const candidate of among) {
		const enough = Math.min(fewest, Math.floor(Math.min(word.length, candidate.length) / 2) + 1);
		const edits = editsBetween(lower, candidate.toLowerCase(), enough);
		if (edits < enough) {
			best = candidate;
			fewest = edits;
		}
	}
	return best;
}
function editsBetween(first, second, enough) {
	if (Math.abs(first.length - second.length) >= enough) return enough;
	const [a, b] = withoutCommonEnds(first, second);
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity));
		}
		if (Math.min(...current) >= enough) return enough;
		beforeLast = last;
		last = current;
	}
	return Math.min(at(last, b.length), enough);
}
function withoutCommonEnds(a, b) {
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
	return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
function at(row, column) {
	return row[column] ?? Infinity;
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

// src/core/yaml/simple-values.ts
const KEY = /(?:[A-Za-z0-9_](?:[A-Za-z0-9_./-]|:(?=[A-Za-z0-9_./-])){0,200}|"[^"\\\n]{0,200}"|'[^'\n]{0,200}'):(?=[ \n]|$)/y;
const DOUBLE = /"[^"\\\n]*(?:\\["\\/0abefnrtv][^"\\\n]*)*"/y;
const SINGLE = /'[^'\n]*'/y;
const PLAIN$1 = /(?:[A-Za-z0-9_./~$(+^\\]|-(?=[A-Za-z0-9_./]))(?:[!-9;-~\u00a1-\u1fff]| +(?![ #\n]|$)|:(?![ \n]|$))*/y;
const FLOW_WORD = /(?:[A-Za-z0-9_./~$+]|-(?=[A-Za-z0-9_./-]))(?:[A-Za-z0-9_./@%=*~$+-]|:(?=[A-Za-z0-9_./-]))*(?=[ ,\]}])/y;
const DEEPEST_FLOW = 20;
function skipBlanks$1(text, from) {
	let at = from;
	while (text.charCodeAt(at) === BLANK) at += 1;
	return at;
}
function scalarEnd(text, from, end) {
	if (end - from > LONGEST) return -1;
	const first = text.charCodeAt(from);
	if (first === DOUBLE_QUOTE) return endOf(DOUBLE, text, from);
	return endOf(first === SINGLE_QUOTE ? SINGLE : PLAIN$1, text, from);
}
function flowEnd(text, from, depth = 0) {
	if (depth > DEEPEST_FLOW) return -1;
	const isMapping = text[from] === "{";
	const close = isMapping ? "}" : "]";
	let at = skipBlanks$1(text, from + 1);
	while (text[at] !== close) {
		if (isMapping) at = skipBlanks$1(text, endOf(KEY, text, at));
		if (at <= from) return -1;
		at = skipBlanks$1(text, flowValueEnd(text, at, depth));
		if (at <= from) return -1;
		if (text[at] === ",") at = skipBlanks$1(text, at + 1);
		else if (text[at] !== close) return -1;
	}
	return at + 1;
}
function flowValueEnd(text, from, depth) {
	const first = text[from];
	return first === "{" || first === "[" ? flowEnd(text, from, depth + 1) : flowScalarEnd(text, from);
}
function flowScalarEnd(text, from) {
	const first = text.charCodeAt(from);
	if (first === DOUBLE_QUOTE) return endOf(DOUBLE, text, from);
	if (first === SINGLE_QUOTE) return endOf(SINGLE, text, from);
	return endOf(FLOW_WORD, text, from);
}
const LONGEST = 1e4;
const [BLANK, SINGLE_QUOTE, DOUBLE_QUOTE] = [
	32,
	39,
	34
];
function endOf(pattern, text, from) {
	pattern.lastIndex = from;
	return pattern.test(text) ? pattern.lastIndex : -1;
}

// src/core/policy/shape/simple-tree.ts
function readSimpleTree(path, text, firstLine = 1) {
	return ODD.test(text) ? void 0 : new SimpleReader$1(path, text, firstLine).read();
}
const ODD = /[^\n -~\u00a1-\u2027\u202a-\ufefe]/;
const DOCUMENT_START = /---(?: +(?:#.*)?)?$/my;
const DEEPEST$3 = 20;
var SimpleReader$1 = class {
	#path;
	#text;
	#start = 0;
	#end = -1;
	#at = 0;
	#line;
	#column = -1;
	constructor(path, text, firstLine) {
		this.#path = path;
		this.#text = text;
		this.#line = firstLine - 1;
	}
	read() {
		this.#takeLine();
		if (this.#column === 0 && endOf(DOCUMENT_START, this.#text, this.#at) !== -1) this.#takeLine();
		const root = this.#column === 0 ? this.#block(0) : void 0;
		return this.#column === -1 ? root : void 0;
	}
	#takeLine() {
		const text = this.#text;
		do {
			this.#start = this.#end + 1;
			this.#line += 1;
			this.#at = skipBlanks$1(text, this.#start);
			this.#end = text.indexOf("\n", this.#at);
			if (this.#end === -1) this.#end = text.length;
		} while (this.#isIdle(this.#at) && this.#end < text.length);
		this.#column = this.#isIdle(this.#at) ? -1 : this.#at - this.#start;
	}
	#isIdle(at) {
		return at >= this.#end || this.#text[at] === "#";
	}
	#isDash() {
		return this.#text[this.#at] === "-" && this.#text[this.#at + 1] === " ";
	}
	#block(depth) {
		if (depth > DEEPEST$3) return void 0;
		return this.#isDash() ? this.#list(depth) : this.#map(depth);
	}
	#list(depth) {
		const column = this.#column;
		const place = this.#place();
		const items = [];
		while (this.#column === column && this.#isDash()) {
			this.#skipTo(this.#at + 1);
			this.#column = this.#at - this.#start;
			const item = endOf(KEY, this.#text, this.#at) !== -1 ? this.#block(depth + 1) : this.#inLine();
			if (item === void 0) return void 0;
			items.push(item);
		}
		return {
			kind: "list",
			items,
			place
		};
	}
	#map(depth) {
		const column = this.#column;
		const start = this.#place();
		const entries = [];
		while (this.#column === column && !this.#isDash()) {
			const place = entries.length === 0 ? start : this.#place();
			const key = this.#key();
			const value = key === void 0 ? void 0 : this.#valueBehindKey(column, depth);
			if (key === void 0 || value === void 0) return void 0;
			entries.push({
				key,
				place,
				value
			});
		}
		return mapOf$1(entries, start);
	}
	#key() {
		const end = endOf(KEY, this.#text, this.#at);
		if (end === -1) return void 0;
		const key = isQuote(this.#text.charCodeAt(this.#at)) ? this.#text.slice(this.#at + 1, end - 2) : this.#text.slice(this.#at, end - 1);
		this.#skipTo(end);
		return key;
	}
	#valueBehindKey(column, depth) {
		if (!this.#isIdle(this.#at)) return this.#inLine();
		const nothing = {
			kind: "scalar",
			value: null,
			source: "",
			place: this.#place()
		};
		this.#takeLine();
		if (this.#column === column && this.#isDash()) return this.#list(depth + 1);
		return this.#column > column ? this.#block(depth + 1) : nothing;
	}
	#inLine() {
		const value = this.#isFlow() ? this.#flow(0) : this.#scalar(scalarEnd(this.#text, this.#at, this.#end));
		const to = this.#at;
		this.#skipTo(to);
		if (value === void 0 || !this.#isIdle(this.#at) || this.#at === to && to !== this.#end) return void 0;
		this.#takeLine();
		return value;
	}
	#isFlow() {
		return this.#text[this.#at] === "{" || this.#text[this.#at] === "[";
	}
	#flow(depth) {
		if (depth > DEEPEST$3) return void 0;
		return this.#text[this.#at] === "{" ? this.#flowMap(depth) : this.#flowList(depth);
	}
	#flowMap(depth) {
		const start = this.#place();
		const entries = [];
		this.#skipTo(this.#at + 1);
		while (this.#text[this.#at] !== "}") {
			const place = this.#place();
			const key = this.#key();
			const value = key === void 0 ? void 0 : this.#flowValue(depth);
			if (key === void 0 || value === void 0 || !this.#isFollowed("}")) return void 0;
			entries.push({
				key,
				place,
				value
			});
		}
		this.#at += 1;
		return mapOf$1(entries, start);
	}
	#flowList(depth) {
		const place = this.#place();
		const items = [];
		this.#skipTo(this.#at + 1);
		while (this.#text[this.#at] !== "]") {
			const item = this.#flowValue(depth);
			if (item === void 0 || !this.#isFollowed("]")) return void 0;
			items.push(item);
		}
		this.#at += 1;
		return {
			kind: "list",
			items,
			place
		};
	}
	#flowValue(depth) {
		return this.#isFlow() ? this.#flow(depth + 1) : this.#scalar(flowScalarEnd(this.#text, this.#at));
	}
	#isFollowed(close) {
		this.#skipTo(this.#at);
		if (this.#text[this.#at] === close) return true;
		if (this.#text[this.#at] !== ",") return false;
		this.#skipTo(this.#at + 1);
		return true;
	}
	#skipTo(from) {
		this.#at = skipBlanks$1(this.#text, from);
	}
	#scalar(end) {
		if (end === -1) return void 0;
		const place = this.#place();
		const isQuoted = isQuote(this.#text.charCodeAt(this.#at));
		const source = isQuoted ? this.#text.slice(this.#at + 1, end - 1) : this.#text.slice(this.#at, end);
		const value = isQuoted ? source : plainValue$1(source);
		const hasEscapes = this.#text[this.#at] === "\"" && source.includes("\\");
		this.#at = end;
		return value === void 0 || hasEscapes ? void 0 : {
			kind: "scalar",
			value,
			source,
			place
		};
	}
	#place() {
		return {
			path: this.#path,
			line: this.#line,
			column: this.#at - this.#start + 1
		};
	}
};
function isQuote(code) {
	return code === 34 || code === 39;
}
function plainValue$1(text) {
	if (text === "true") return true;
	if (text === "false") return false;
	if (Number.isNaN(Number(text))) return MEANT$2.test(text) ? void 0 : text;
	return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : void 0;
}
const MEANT$2 = /^(?:~|null|true|false|[-+]?\.(?:inf|nan))$/i;
function mapOf$1(entries, place) {
	return hasTwice(entries) ? void 0 : {
		kind: "map",
		entries,
		place
	};
}
function hasTwice(entries) {
	if (entries.length > FEW) return new Set(entries.map(({ key }) => key)).size < entries.length;
	for (let index = 1; index < entries.length; index += 1) for (let before = 0; before < index; before += 1) if (entries[before]?.key === entries[index]?.key) return true;
	return false;
}
const FEW = 8;

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
var Collection = class extends NodeBase {
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
const merge = {
	identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
	default: "key",
	tag: "tag:yaml.org,2002:merge",
	test: /^<<$/,
	resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
	stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
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
var YAMLMap = class extends Collection {
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
var YAMLSeq = class extends Collection {
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
const set = {
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
	merge,
	omap,
	pairs,
	set,
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
	merge,
	null: nullTag,
	omap,
	pairs,
	seq,
	set,
	timestamp
};
const coreKnownTags = {
	"tag:yaml.org,2002:binary": binary,
	"tag:yaml.org,2002:merge": merge,
	"tag:yaml.org,2002:omap": omap,
	"tag:yaml.org,2002:pairs": pairs,
	"tag:yaml.org,2002:set": set,
	"tag:yaml.org,2002:timestamp": timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
	const schemaTags = schemas.get(schemaName);
	if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
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
	if (addMergeTag) tags = tags.concat(merge);
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
	const lines = scalar.source ? splitLines(scalar.source) : [];
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
function splitLines(source) {
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
	return withoutStackTraces(() => parse$4(text, lineCounter, stackLimit));
}
function parse$4(text, lineCounter, stackLimit) {
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
function parseTree(path, text, firstLine = 1) {
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
function readFluxObjects(files) {
	const found = /* @__PURE__ */ new Map([
		["ImagePolicy", []],
		["ImageRepository", []],
		["ImageUpdateAutomation", []]
	]);
	const findings = [];
	for (const { path, text } of files) for (const document of documents(text)) {
		if (!document.text.includes(`${"image.toolkit.fluxcd.io"}/`)) continue;
		const { root, problems } = treeOf(path, document);
		const [problem] = problems;
		if (problem === void 0) collect(root, found);
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
function treeOf(path, { text, firstLine }) {
	const root = readSimpleTree(path, text, firstLine);
	return root === void 0 ? parseTree(path, text, firstLine) : {
		root,
		problems: []
	};
}
function nodeAt(node, ...keys) {
	let current = node;
	for (const key of keys) current = current?.kind === "map" ? current.entries.find((entry) => entry.key === key)?.value : void 0;
	return current;
}
function textAt(node, ...keys) {
	const value = nodeAt(node, ...keys);
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
function collect(node, found) {
	const kind = textAt(node, "kind") ?? "";
	const items = nodeAt(node, "items");
	if (kind.endsWith("List") && items?.kind === "list") for (const item of items.items) collect(item, found);
	else if (textAt(node, "apiVersion")?.startsWith(`${"image.toolkit.fluxcd.io"}/`) === true) {
		const name = nodeAt(node, "metadata", "name");
		found.get(kind)?.push({
			name: textAt(node, "metadata", "name") ?? "",
			namespace: textAt(node, "metadata", "namespace"),
			spec: nodeAt(node, "spec"),
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

// src/core/remember.ts
const LIMIT = 1e3;
function remembering(read) {
	const known = /* @__PURE__ */ new Map();
	return (text) => {
		const before = known.get(text);
		if (before !== void 0) return before;
		const result = read(text);
		if (known.size >= LIMIT) known.clear();
		known.set(text, result);
		return result;
	};
}

// src/core/policy/pattern-reader.ts
const NOTHING$1 = 0n;
const EVERYTHING = (1n << 128n) - 1n;
function readPattern(text) {
	const reader = new PatternReader(text);
	const whole = reader.read();
	return whole === void 0 ? void 0 : {
		whole,
		groupNames: reader.groupNames
	};
}
function isNullable(part) {
	switch (part.kind) {
		case "one": return false;
		case "sequence": return part.parts.every(isNullable);
		case "choice": return part.parts.some(isNullable);
		case "repeated": return part.least === 0 || isNullable(part.part);
		default: return unreachable(part);
	}
}
const DIGITS$1 = range("0", "9");
const WORD$1 = range("A", "Z") | range("a", "z") | DIGITS$1 | range("_", "_");
const LITERAL = /[A-Za-z0-9_/:=@~,-]/;
const ESCAPED = /[.+/-]/;
const COUNT = /\{(\d{1,2})(?:(,)(\d{1,2})?)?\}/y;
const GROUP = /\((?:\?:|\?P?<([A-Za-z_]\w*)>)?/y;
const DEEPEST$2 = 10;
var PatternReader = class {
	groupNames = [];
	#text;
	#at = 0;
	#depth = 0;
	constructor(text) {
		this.#text = text;
	}
	read() {
		const whole = this.#sequence();
		return this.#at === this.#text.length ? whole : void 0;
	}
	#sequence() {
		const parts = [];
		while (this.#at < this.#text.length && !"|)".includes(this.#text.charAt(this.#at))) {
			const part = this.#repeated();
			if (part === void 0) return void 0;
			parts.push(part);
		}
		return {
			kind: "sequence",
			parts
		};
	}
	#repeated() {
		const part = this.#text[this.#at] === "(" ? this.#group() : this.#one();
		const counts = part === void 0 ? void 0 : this.#counts();
		if (part === void 0 || counts === void 0) return part;
		const [least, most] = counts;
		this.#takeSign("?");
		if (!(part.kind === "one" || least === 0 && most === 1 && !isNullable(part)) || least > most || "*+?{".includes(this.#text.charAt(this.#at) || " ")) return void 0;
		return {
			kind: "repeated",
			part,
			least,
			most
		};
	}
	#counts() {
		const plain = {
			"*": [0, Infinity],
			"+": [1, Infinity],
			"?": [0, 1]
		};
		const sign = this.#text.charAt(this.#at);
		if (sign === "*" || sign === "+" || sign === "?") {
			this.#at += 1;
			return plain[sign];
		}
		const match = this.#take(COUNT);
		if (match === void 0) return void 0;
		const [, least = "", comma, most] = match;
		return [Number(least), comma === void 0 ? Number(least) : most === void 0 ? Infinity : Number(most)];
	}
	#group() {
		const open = this.#take(GROUP);
		if (open === void 0 || this.#depth === DEEPEST$2) return void 0;
		this.#depth += 1;
		const [text, name] = open;
		if (name !== void 0 && this.groupNames.includes(name)) return void 0;
		if (text !== "(?:") this.groupNames.push(name);
		const parts = [];
		do {
			const part = this.#sequence();
			if (part === void 0 || part.kind === "sequence" && part.parts.length === 0) return void 0;
			parts.push(part);
		} while (this.#takeSign("|"));
		this.#depth -= 1;
		return this.#takeSign(")") ? {
			kind: "choice",
			parts
		} : void 0;
	}
	#one() {
		const sign = this.#text.charAt(this.#at);
		if (sign === "[") return this.#set();
		const of = sign === "." ? EVERYTHING : sign === "\\" ? this.#escape() : LITERAL.test(sign) ? bit(sign) : void 0;
		if (of === void 0) return void 0;
		this.#at += sign === "\\" ? 2 : 1;
		return {
			kind: "one",
			of
		};
	}
	#escape() {
		const sign = this.#text.charAt(this.#at + 1);
		if (sign === "d") return DIGITS$1;
		if (sign === "w") return WORD$1;
		return ESCAPED.test(sign) ? bit(sign) : void 0;
	}
	#set() {
		this.#at += 1;
		const isNegated = this.#takeSign("^");
		let of = NOTHING$1;
		for (let isFirst = true; !this.#takeSign("]"); isFirst = false) {
			const member = this.#member(isFirst);
			if (member === void 0) return void 0;
			of |= member;
		}
		if (of === 0n) return void 0;
		return {
			kind: "one",
			of: isNegated ? EVERYTHING & ~of : of
		};
	}
	#member(isFirst) {
		const [first = "", dash = "", last = ""] = this.#text.slice(this.#at, this.#at + 3);
		if (first === "\\") {
			const of = this.#escape();
			this.#at += 2;
			return this.#text[this.#at] === "-" ? void 0 : of;
		}
		if (first === "-" && !isFirst && dash !== "]") return void 0;
		if (dash === "-" && last !== "]") {
			this.#at += 3;
			return isAlike(first, last) && first <= last ? range(first, last) : void 0;
		}
		this.#at += 1;
		return /[\w.+/:-]/.test(first) ? bit(first) : void 0;
	}
	#takeSign(sign) {
		if (this.#text[this.#at] !== sign) return false;
		this.#at += 1;
		return true;
	}
	#take(pattern) {
		pattern.lastIndex = this.#at;
		const match = pattern.exec(this.#text) ?? void 0;
		if (match !== void 0) this.#at = pattern.lastIndex;
		return match;
	}
};
function isAlike(first, last) {
	return [
		/\d/,
		/[a-z]/,
		/[A-Z]/
	].some((kind) => kind.test(first) && kind.test(last));
}
function bit(character) {
	return 1n << BigInt(character.charCodeAt(0));
}
function range(first, last) {
	return (bit(last) << 1n) - bit(first);
}

// src/core/policy/quick-pattern.ts
function readQuickPattern(pattern) {
	const isAnchored = pattern.startsWith("^");
	const [from, to] = [isAnchored ? 1 : 0, pattern.length - (pattern.endsWith("$") && !pattern.endsWith("\\$") ? 1 : 0)];
	const read = readPattern(pattern.slice(from, Math.max(from, to)));
	if (read === void 0 || guesses(read.whole, 0n) > (isAnchored ? 1 : 0)) return void 0;
	if (!isAnchored && (firsts(read.whole, 0n) & looped(read.whole)) !== 0n) return void 0;
	const source = pattern.replaceAll(/\(\?P?<\w+>/g, "(");
	return {
		regex: new RegExp(source),
		groupNames: [void 0, ...read.groupNames]
	};
}
function isQuickTag(tag) {
	return tag.length <= LONGEST_TAG && TAG.test(tag);
}
const LONGEST_TAG = 128;
const TAG = /^[\w.+:/-]*$/;
function firsts(part, follow) {
	switch (part.kind) {
		case "one": return part.of;
		case "sequence": return part.parts.reduceRight((after, one) => firsts(one, after), follow);
		case "choice": return part.parts.reduce((all, one) => all | firsts(one, follow), NOTHING$1);
		case "repeated": return firsts(part.part, NOTHING$1) | (isNullable(part) ? follow : NOTHING$1);
		default: return unreachable(part);
	}
}
function looped(part) {
	if (part.kind === "one") return NOTHING$1;
	if (part.kind === "repeated") return part.most > 1 ? firsts(part.part, NOTHING$1) : looped(part.part);
	return part.parts.reduce((all, one) => all | looped(one), NOTHING$1);
}
function guesses(part, follow) {
	switch (part.kind) {
		case "one": return 0;
		case "sequence": {
			let after = follow;
			let count = 0;
			for (const one of part.parts.toReversed()) {
				count += guesses(one, after);
				after = firsts(one, after);
			}
			return count;
		}
		case "choice": {
			const begins = part.parts.map((one) => firsts(one, follow));
			return begins.filter((one, index) => begins.slice(0, index).some((other) => (one & other) !== NOTHING$1)).length + part.parts.reduce((count, one) => count + guesses(one, follow), 0);
		}
		case "repeated": {
			const again = part.most > 1 ? firsts(part.part, NOTHING$1) | follow : follow;
			const isGuess = part.least < part.most && (firsts(part.part, 0n) & follow) !== 0n;
			return Number(isGuess) + guesses(part.part, again);
		}
		default: return unreachable(part);
	}
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
	const read = readMatching(pattern);
	if (!read.ok) return {
		ok: false,
		reason: `${quotePattern(pattern)} is not an RE2 pattern: ${read.reason}`
	};
	const { engine, groupNames } = read.value;
	return {
		ok: true,
		value: {
			pattern,
			extract,
			engine,
			groupNames,
			template: readTemplate(extract, groupNames)
		}
	};
}
function extractFrom(filter, tag) {
	const found = filter.engine.find(tag);
	if (found === void 0) return void 0;
	const groups = /* @__PURE__ */ new Map();
	for (const [number, name] of filter.groupNames.entries()) {
		const group = found[number];
		if (name !== void 0 && group !== void 0 && !groups.has(name)) groups.set(name, group);
	}
	return {
		text: expand(filter, tag, found),
		groups: Object.fromEntries(groups)
	};
}
function extractText(filter, tag) {
	if (filter.extract === "") return filter.engine.test(tag) ? tag : void 0;
	const found = filter.engine.find(tag);
	return found === void 0 ? void 0 : expand(filter, tag, found);
}
const PATTERN_LIMIT = 1e3;
const readMatching = remembering((pattern) => readQuick(pattern) ?? readThorough(pattern));
function readQuick(pattern) {
	const quick = readQuickPattern(pattern);
	if (quick === void 0) return void 0;
	return {
		ok: true,
		value: {
			engine: new QuickEngine(pattern, quick.regex),
			groupNames: quick.groupNames
		}
	};
}
function readThorough(pattern) {
	const { text, originals } = renameRepeatedGroups(pattern);
	const compiled = compile(text);
	if (!compiled.ok) return compiled;
	const regex = compiled.value;
	const groupNames = Array.from({ length: regex.groupCount() + 1 }, () => void 0);
	for (const [name, number] of Object.entries(regex.namedGroups())) groupNames[number] = originals.get(name) ?? name;
	return {
		ok: true,
		value: {
			engine: new ThoroughEngine(regex),
			groupNames
		}
	};
}
function compile(pattern) {
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
var ThoroughEngine = class {
	regex;
	constructor(regex) {
		this.regex = regex;
	}
	find(tag) {
		const spans = this.regex.re2().findSubmatchIndex(tag);
		if (spans === null || spans.length === 0) return void 0;
		return Array.from({ length: spans.length / 2 }, (_, number) => {
			const start = spans[2 * number] ?? -1;
			return start < 0 ? void 0 : tag.slice(start, spans[2 * number + 1]);
		});
	}
	test(tag) {
		return this.regex.test(tag);
	}
};
var QuickEngine = class {
	pattern;
	regex;
	#thorough;
	constructor(pattern, regex) {
		this.pattern = pattern;
		this.regex = regex;
	}
	find(tag) {
		return isQuickTag(tag) ? this.regex.exec(tag) ?? void 0 : this.#re2().find(tag);
	}
	test(tag) {
		return (isQuickTag(tag) ? this.regex : this.#re2()).test(tag);
	}
	#re2() {
		this.#thorough ??= new ThoroughEngine(RE2JS.compile(this.pattern));
		return this.#thorough;
	}
};
function expand({ extract, template }, tag, found) {
	if (extract === "") return tag;
	let text = "";
	for (const part of template) text += part.kind === "text" ? part.text : part.numbers.map((number) => found[number]).find(isTaken) ?? "";
	return text;
}
function isTaken(group) {
	return group !== void 0;
}
function readTemplate(extract, groupNames) {
	if (extract === "") return [];
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

// src/core/policy/flux/scope.ts
function fluxScope(automations, namespace) {
	const own = automations.filter((automation) => automation.namespace === namespace);
	const isNamed = automations.some((automation) => automation.namespace !== void 0);
	const globs = (own.length === 0 && !isNamed ? automations : own).map(({ spec }) => globOf(textAt(spec, "update", "path") ?? ""));
	return globs.length === 0 || globs.includes(void 0) ? void 0 : [...new Set(globs.filter((glob) => glob !== void 0))];
}
function globOf(path) {
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
	const match = VERSION.exec(text);
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
const VERSION = new RegExp(String.raw`^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-(${IDENTIFIERS$1}))?(?:\+${IDENTIFIERS$1})?$`);
const RELEASE = [];
const UINT64_LIMIT = 1n << 64n;
const EXACT_DIGITS = 15;
function readUint64(digits) {
	if (digits.length <= EXACT_DIGITS) return Number(digits);
	const value = BigInt(digits);
	if (value <= Number.MAX_SAFE_INTEGER) return Number(value);
	return value < UINT64_LIMIT ? value : void 0;
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
const readRange = remembering(readNewRange);
function readNewRange(text) {
	if (text.length > RANGE_LIMIT) return refused$1(`the range is longer than ${RANGE_LIMIT} characters`);
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
	if (at === branchText.length) return refused$1(whyEmpty(rangeText));
	while (at < branchText.length) {
		TERM.lastIndex = at;
		const match = TERM.exec(branchText);
		if (match === null) return refused$1(whyImproper(branchText));
		const term = readTerm(match);
		if (!term.ok) return term;
		terms.push(term.value);
		const end = at + match[0].length;
		at = skipBlanks(branchText, end);
		if (at === branchText.length) break;
		if (branchText[at] === ",") at = skipBlanks(branchText, at + 1);
		else if (at === end) return refused$1(whyImproper(branchText));
		if (at === branchText.length) return refused$1(`${quote(branchText.trim())} ends with a comma; remove it`);
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
	if (version === void 0) return refused$1(`${quote(text)} is not a version; write numbers or the wildcards x, X and *, e.g. "1.2.x", and "||" between alternatives`);
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
function refused$1(reason) {
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
	if (c.major === 0 && c.minor === 0 && c.patch === 0 && open !== "minor" && open !== "patch") return true;
	return v.major === c.major && (v.minor === c.minor || open === "minor");
}
function fitsCaret({ open, version: c }, v, order) {
	if (order < 0) return false;
	if (c.major > 0 || open === "minor") return v.major === c.major;
	if (v.major > 0) return false;
	if (c.minor > 0 || open === "patch") return v.minor === c.minor;
	return v.minor === 0 && v.patch === c.patch;
}

// src/core/policy/flux/resolve.ts
function resolveFlux(object, name, others) {
	const { spec, namespace, place } = object;
	if (object.name === "") return no$1("it has no metadata.name here");
	const badName = [object.name, namespace ?? object.name].find((part) => !KUBERNETES_NAME.test(part));
	if (badName !== void 0) return no$1(variableOr(badName, "the name", `${quote(badName)} is not a name of Kubernetes`));
	const odd = TEXTS.find((keys) => !isTextOrAbsent(nodeAt(spec, ...keys)));
	if (odd !== void 0) return no$1(`spec.${odd.join(".")} is not text; put it in quotes`);
	if (isPartial(object)) return no$1(`it has no ${nodeAt(spec, "policy") === void 0 ? "spec.policy" : "spec.imageRepositoryRef"} here`);
	const image = imageOf$1(object, others.repositories);
	if (!image.ok) return image;
	const order = orderOf(nodeAt(spec, "policy"));
	if (!order.ok) return order;
	const filter = filterOf(spec);
	if (!filter.ok) return filter;
	const digest = textAt(spec, "digestReflectionPolicy") ?? "Never";
	if (!isDigestRule(digest)) return no$1(`digestReflectionPolicy ${quote(digest)} is not Never, IfNotPresent or Always`);
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
	const range = textAt(spec, "policy", "semver", "range");
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
	return nodeAt(spec, "policy") === void 0 || nodeAt(spec, "imageRepositoryRef") === void 0;
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
	const name = textAt(spec, "imageRepositoryRef", "name") ?? "";
	const wanted = textAt(spec, "imageRepositoryRef", "namespace") ?? namespace;
	const named = repositories.get(name) ?? [];
	const exact = named.filter((repository) => repository.namespace === wanted);
	const near = named.filter((repository) => wanted === void 0 || repository.namespace === void 0);
	const found = exact.length > 0 ? exact : near;
	const [first] = found;
	if (first === void 0) return no$1(variableOr(name, "imageRepositoryRef", `no file has its ImageRepository ${quote(`${wanted ?? "*"}:${name}`)}`));
	const images = new Set(found.map((repository) => textAt(repository.spec, "image")));
	if (images.size > 1) return no$1(`several ImageRepository objects could be meant, with different images: ${found.map(({ place }) => formatPlace(place)).join(" and ")}`);
	const [image] = images;
	if (image === void 0) return no$1(`its ImageRepository (${formatPlace(first.place)}) has no spec.image here`);
	const parsed = readImageName(image);
	return parsed.ok ? parsed : no$1(variableOr(image, "the image", `its image ${quote(image)}: ${parsed.reason}`));
}
function orderOf(policy) {
	if (nodeAt(policy, "semver") !== void 0) {
		const text = textAt(policy, "semver", "range");
		if (text === void 0) return no$1("spec.policy.semver has no range");
		const range = readRange(text);
		if (range.ok) return {
			ok: true,
			value: {
				kind: "semver",
				range: range.value
			}
		};
		return no$1(variableOr(text, "the range", range.reason));
	}
	for (const kind of ["alphabetical", "numerical"]) {
		const choice = nodeAt(policy, kind);
		if (choice === void 0) continue;
		const direction = (textAt(choice, "order") ?? "asc").toLowerCase();
		if (direction === "asc" || direction === "desc") return {
			ok: true,
			value: {
				kind,
				direction
			}
		};
		return no$1(variableOr(direction, "the order", `its order ${quote(direction)} is neither asc nor desc`));
	}
	return no$1("spec.policy has neither semver nor alphabetical nor numerical");
}
function filterOf(spec) {
	if (nodeAt(spec, "filterTags") === void 0) return {
		ok: true,
		value: void 0
	};
	const pattern = textAt(spec, "filterTags", "pattern") ?? "";
	const written = textAt(spec, "filterTags", "extract") ?? "";
	if (VARIABLE.test(pattern)) return no$1(variableOr(pattern, "the pattern", ""));
	const filter = readFilter(pattern, unescape(written));
	if (!filter.ok) return filter;
	const { groupNames } = filter.value;
	const isGroup = (name) => /^\d+$/.test(name) ? Number(name) < groupNames.length : groupNames.includes(name);
	const variable = [...written.matchAll(VARIABLES)].find(([, name = ""]) => !isGroup(name));
	return variable === void 0 ? filter : no$1(variableOr(variable[0], "the extract", ""));
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
function no$1(reason) {
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
	if (!file.flux || flux.length === 0) return file.policies;
	const defined = new Set(file.policies.map(({ name }) => name));
	return [...file.policies, ...flux.filter(({ name }) => !defined.has(name))];
}
function findPolicy(policies, name) {
	return policyFinder(policies)(name);
}
function policyFinder(policies) {
	const byName = /* @__PURE__ */ new Map();
	const anywhere = /* @__PURE__ */ new Map();
	for (const policy of policies) {
		if (!byName.has(policy.name)) byName.set(policy.name, policy);
		if (policy.anyNamespace && !anywhere.has(policy.name)) anywhere.set(policy.name, policy);
	}
	return (name) => byName.get(name) ?? anywhere.get(`*${name.slice(name.indexOf(":"))}`);
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
	const value = readJson(body);
	if (typeof value === "object" && value !== null) {
		const odd = Object.entries(value).find(([, member]) => member !== null && typeof member !== "string");
		if (odd !== void 0 && Object.hasOwn(value, "$imagepolicy")) return `its member ${JSON.stringify(odd[0])} is not a string`;
	}
	const key = firstKey(body);
	if (key !== void 0 && key !== "$imagepolicy") return `its key is ${JSON.stringify(key)}; write "${KEY$1}"`;
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
function placeIn(path, { lineAt, columnAt }, offset) {
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
	if (token.type === "block-map" || token.type === "block-seq") return token.items.flatMap((item) => entry(item, visit, token.type === "block-seq", false));
	if (token.type === "flow-collection") {
		const sequence = token.start.type === "flow-seq-start";
		const entries = token.items.flatMap((item) => entry(item, visit, sequence, true));
		return [
			...plain([token.start]),
			...entries,
			...plain(token.end)
		];
	}
	if (token.type === "block-scalar") return plain(token.props);
	return "end" in token ? plain(token.end) : [];
}
function entry(item, parent, sequence, inFlow) {
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

// src/core/marker/simple.ts
function scanSimple(path, text) {
	if (text.includes("	") || text.includes("\r") || text.startsWith("﻿")) return void 0;
	const reader = new SimpleReader(path, text);
	while (reader.takeLine()) if (!reader.readLine()) return void 0;
	return reader.fields;
}
const DEEPEST$1 = 100;
const MEANT$1 = /\{|imagepolicy/gi;
const BLOCK_HEADER = /[|>][+-]? *(?:\n|$)/y;
var SimpleReader = class {
	fields = [];
	#path;
	#text;
	#start = 0;
	#end = -1;
	#line = 0;
	#columns = [];
	#isSequence = [];
	#isWaiting = false;
	#isEmptyDocument = true;
	#meant = 0;
	constructor(path, text) {
		this.#path = path;
		this.#text = text;
	}
	takeLine() {
		this.#start = this.#end + 1;
		this.#end = this.#text.indexOf("\n", this.#start);
		if (this.#end === -1) this.#end = this.#text.length;
		this.#line += 1;
		return this.#start < this.#text.length;
	}
	readLine() {
		const at = skipBlanks$1(this.#text, this.#start);
		if (at === this.#end) return true;
		if (this.#text[at] === "#") return this.#isIdle(at);
		if (at === this.#start && this.#text.startsWith("---", at)) return this.#startDocument(at + 3);
		const isItem = this.#isDash(at);
		if (!this.#settle(at - this.#start, isItem)) return false;
		return isItem ? this.#item(at) : this.#entry(at);
	}
	#startDocument(from) {
		this.#columns.length = 0;
		this.#isSequence.length = 0;
		this.#isWaiting = false;
		this.#isEmptyDocument = true;
		const at = skipBlanks$1(this.#text, from);
		return at === this.#end || at > from && this.#text[at] === "#" && this.#isIdle(at);
	}
	#settle(column, isItem) {
		const columns = this.#columns;
		let last = columns.length - 1;
		if (this.#isWaiting) {
			this.#isWaiting = false;
			const owner = columns[last] ?? 0;
			if (column > owner || isItem && column === owner) return this.#open(column, isItem);
		}
		for (; last >= 0; last -= 1) {
			const open = columns[last] ?? 0;
			if (open < column || open === column && (isItem || this.#isSequence[last] === false)) break;
			columns.pop();
			this.#isSequence.pop();
		}
		if (last === -1) return column === 0 && this.#isEmptyDocument && this.#open(column, isItem);
		return columns[last] === column && this.#isSequence[last] === isItem;
	}
	#open(column, isSequence) {
		this.#columns.push(column);
		this.#isSequence.push(isSequence);
		this.#isEmptyDocument = false;
		return this.#columns.length <= DEEPEST$1;
	}
	#isDash(at) {
		return this.#text[at] === "-" && this.#text[at + 1] === " ";
	}
	#item(dash) {
		const at = skipBlanks$1(this.#text, dash + 1);
		if (at === this.#end || this.#isDash(at)) return false;
		KEY.lastIndex = at;
		if (!KEY.test(this.#text)) return this.#value(at);
		return this.#open(at - this.#start, false) && this.#afterKey(KEY.lastIndex);
	}
	#entry(at) {
		KEY.lastIndex = at;
		return KEY.test(this.#text) && this.#afterKey(KEY.lastIndex);
	}
	#afterKey(from) {
		const at = skipBlanks$1(this.#text, from);
		const isComment = this.#text[at] === "#";
		if (at !== this.#end && !isComment) return this.#value(at);
		this.#isWaiting = true;
		return !isComment || this.#isIdle(at);
	}
	#value(from) {
		const first = this.#text[from];
		if (first === "|" || first === ">") return this.#skipBlock(from);
		const isFlow = first === "{" || first === "[";
		const to = isFlow ? flowEnd(this.#text, from) : scalarEnd(this.#text, from, this.#end);
		if (to === -1) return false;
		const at = skipBlanks$1(this.#text, to);
		if (at === this.#end) return true;
		if (at === to || this.#text[at] !== "#") return false;
		return isFlow ? this.#isIdle(at) : this.#commented(at, from, to);
	}
	#skipBlock(header) {
		BLOCK_HEADER.lastIndex = header;
		if (!BLOCK_HEADER.test(this.#text)) return false;
		const owner = this.#columns.at(-1) ?? 0;
		let column;
		for (;;) {
			const next = this.#end + 1;
			const at = skipBlanks$1(this.#text, next);
			const isBlank = at >= this.#text.length || this.#text[at] === "\n";
			if (isBlank && column === void 0 && at > next) return false;
			if (!isBlank && at - next < (column ?? owner + 1)) return at - next <= owner;
			if (!isBlank) column ??= at - next;
			if (!this.takeLine()) return true;
		}
	}
	#commented(comment, start, end) {
		if (!this.#isMeant(comment)) return true;
		const reading = readMarker(this.#text.slice(comment, this.#end));
		if (reading.kind !== "marker") return reading.kind === "none";
		const field = this.#field(reading.marker, start, end);
		if (field !== void 0) this.fields.push(field);
		return field !== void 0;
	}
	#field(marker, start, end) {
		const style = STYLES$1[this.#text[start] ?? ""] ?? "plain";
		const value = style === "plain" ? this.#text.slice(start, end) : this.#text.slice(start + 1, end - 1);
		if (style === "double" && value.includes("\\")) return void 0;
		return {
			marker,
			place: {
				path: this.#path,
				line: this.#line,
				column: start - this.#start + 1
			},
			value,
			start,
			end,
			style,
			inFlow: false
		};
	}
	#isIdle(comment) {
		return !this.#isMeant(comment) || readMarker(this.#text.slice(comment, this.#end)).kind === "none";
	}
	#isMeant(comment) {
		if (this.#meant <= comment) {
			MEANT$1.lastIndex = comment;
			this.#meant = MEANT$1.test(this.#text) ? MEANT$1.lastIndex : Infinity;
		}
		return this.#meant <= this.#end;
	}
};
const STYLES$1 = {
	"'": "single",
	"\"": "double"
};

// src/core/marker/stream.ts
const DEEPEST = 500;
function readStream(text, version = "1.2") {
	try {
		return parse$3(withNewlines(text), version);
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
function parse$3(text, version) {
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
	const fields = holdsMarkerText(text) ? scanSimple(path, text) : void 0;
	return fields === void 0 ? scanWhole(path, text) : {
		fields,
		findings: []
	};
}
function scanWhole(path, text) {
	return MEANT.test(text) ? scanStream(path, text, readStream(text)) : {
		fields: [],
		findings: []
	};
}
function scanStream(path, text, stream) {
	const lines = lineIndex(text);
	const placeAt = (offset) => placeIn(path, lines, offset);
	const unreadable = ({ offset, reason }) => finding("FILE_UNREADABLE", { reason }, placeAt(Math.min(offset, text.length)));
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
function readLines(text) {
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
	const { comments, instructions } = readLines(text);
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
		if (found.length > WORDS$1) break;
	}
	return found;
}
const WORDS$1 = 8;
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
		at = readLine(text, at, comments) + 1;
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
function readLine(text, start, comments) {
	const end = lineEnd(text, start);
	const line = text.slice(start, end);
	const head = ASSIGNMENT.exec(line)?.[0];
	if (head === void 0) {
		const ownLine = /^[ \t]*#/.test(line);
		tell(comments, text, start, end, dead(ownLine ? "on a line of its own" : "on a line that is no KEY=value"), ownLine);
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
	tell(comments, text, from, end, value === "" ? dead("on an empty value") : /[\s'"`\\$]/.test(value) ? dead("on a value with blanks, quotes, escapes or variables") : {
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
		tell(comments, text, from, line, dead("on a value whose quote does not end"));
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
	tell(comments, text, close + 1, end, stands());
	return end;
}
function closingQuote(text, from, quote) {
	for (let at = from + 1; at < text.length; at += 1) {
		if (text[at] === quote) return at;
		if (quote === "\"" && text[at] === "\\") at += 1;
	}
}
function tell(comments, text, from, end, stands, ownLine = false) {
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
	const placeAt = (offset) => placeIn(path, lines, offset);
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
function text$1(rules) {
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
	for (const { pattern, because } of must) if (!pattern.test(value)) return because;
	for (const { pattern, because } of mustNot) if (pattern.test(value)) return because;
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
function list$1(about, item, { ifEmpty, unique = false } = {}) {
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
			if (unique) seen.add(value);
			values.push(value);
		}
		return values;
	});
}
function mapOf(about, key, value) {
	return shape({
		type: "object",
		description: about,
		propertyNames: text$1(key).schema,
		additionalProperties: value.schema
	}, (node, at, report) => {
		if (node.kind !== "map") return wrongType(node, at, "a map", report, `write "${at.what}: {}" for none`);
		const values = [];
		for (const entry of node.entries) {
			const broken = brokenRule(entry.key, key);
			if (broken !== void 0) report({
				place: entry.place,
				message: `${key.what} ${quote(entry.key)}: ${broken}`
			});
			const read = value.read(entry.value, new NamedAt(key.what, entry), report);
			if (read !== void 0) values.push({
				key: entry.key,
				place: entry.place,
				value: read
			});
		}
		return values;
	});
}
var NamedAt = class {
	place;
	#kind;
	#name;
	constructor(kind, { key, place }) {
		this.place = place;
		this.#kind = kind;
		this.#name = key;
	}
	get what() {
		return `${this.#kind} ${quote(this.#name)}`;
	}
};
function object(about, fields, rules = {}) {
	const known = new Map(Object.entries(fields));
	const hasCount = rules.exactlyOne === true || rules.oneAtLeast !== void 0;
	const needed = [...known.keys()].filter((key) => known.get(key)?.required !== void 0);
	const absent = Object.fromEntries([...known].map(([key, field]) => [key, field.absent]));
	return shape(objectSchema(about, fields, rules), (node, at, report) => {
		const isEmpty = node.kind === "scalar" && node.value === null && rules.mayBeNull === true;
		if (node.kind !== "map" && !isEmpty) return wrongType(node, at, "a map", report);
		const values = { ...absent };
		const written = [];
		for (const { key, place, value } of node.kind === "map" ? node.entries : []) {
			const field = known.get(key);
			if (field !== void 0) {
				written.push(key);
				values[key] = field.read(value, {
					what: key,
					place
				}, report);
			} else if (rules.ignore?.test(key) !== true) report({
				place,
				message: unknownKey(key, at, [...known.keys()])
			});
		}
		let isRight = true;
		for (const key of written) isRight &&= values[key] !== void 0;
		for (const key of needed) isRight &&= written.includes(key);
		if (!isRight) tellMissing(known, written, at, report);
		if (hasCount) tellWrongCount(known, written, at, rules, report);
		return isRight ? values : void 0;
	});
}
function tellMissing(known, written, { what, place }, report) {
	for (const [key, field] of known) if (field.required !== void 0 && !written.includes(key)) report({
		place,
		message: `${what} has no ${key}; write e.g. ${field.required}`
	});
}
function tellWrongCount(known, written, at, { exactlyOne = false, oneAtLeast }, report) {
	if (exactlyOne && written.length !== 1) {
		const has = written.length === 0 ? "" : `; it has ${written.join(" and ")}`;
		report({
			place: at.place,
			message: `${at.what} must have exactly one of ${[...known.keys()].join(", ")}${has}`
		});
	}
	if (oneAtLeast !== void 0 && !oneAtLeast.some((key) => written.includes(key))) report({
		place: at.place,
		message: `${at.what} needs ${oneAtLeast.join(" or ")}`
	});
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
const readDateFormat = remembering(readNewFormat);
function readNewFormat(text) {
	if (text === "unix" || text === "unixMillis" || text === "iso8601") return {
		ok: true,
		value: {
			kind: text,
			text
		}
	};
	if (text === "") return no(`the format is empty; write e.g. "yyyyMMddHHmmss"`);
	if (text.length > FORMAT_LIMIT) return no(`the format is longer than ${FORMAT_LIMIT} characters`);
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
	} : no(reason);
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
function no(reason) {
	return {
		ok: false,
		reason
	};
}
function readPiece(piece, format) {
	if (piece.startsWith("'")) {
		if (piece === "'" || !piece.endsWith("'")) return no(`an apostrophe in ${quote(format)} has no partner`);
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
	return no(`${quote(piece)} in ${quote(format)} is not one of yyyy yy MM dd HH mm ss SSS; did you mean "${nearest}"?`);
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
	if (!/^(?:0|[1-9][0-9]{0,14})$/.test(text)) return no(`${quote(text)} is not a whole number of ${unitMs === 1 ? "milliseconds" : "seconds"} since 1970`);
	const value = Number(text) * unitMs;
	if (value < YEAR_10000) return {
		ok: true,
		value
	};
	const hint = unitMs === 1 ? "" : "; for milliseconds write the format unixMillis";
	return no(`${quote(text)} is after the year 9999${hint}`);
}
function readTokens(parts, format, text) {
	const fields = {};
	let at = 0;
	for (const part of parts) {
		const width = part.kind === "text" ? part.text.length : WIDTHS[part.token];
		if (part.kind === "token") fields[part.token] = digitsAt$1(text, at, width);
		if (part.kind === "text" ? !text.startsWith(part.text, at) : Number.isNaN(fields[part.token])) return no(`${quote(text)} does not have the form ${format}`);
		at += width;
	}
	if (at !== text.length) return no(`${quote(text)} does not have the form ${format}`);
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
	if (reason !== void 0) return no(`${quote(text)} is not a real date: ${reason}`);
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
	if (match === null) return no(`${quote(text)} is not an ISO 8601 date such as 2024-01-31 or 20240131T235959Z`);
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
	if (offset === void 0) return no(`${quote(text)} is not a real date: its offset from UTC is impossible`);
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
const oneLine = {
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
const path = text$1({
	about: "A glob (minimatch) from the root of the repository, e.g. clusters/prod/**",
	limit: 1e3,
	must: [oneLine],
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
	extract: orElse(text$1({
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
	reason: text$1({
		about: "For people.",
		limit: 500,
		must: [oneLine]
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
	paths: list$1("Where its markers count; default: the whole tree.", path, { ifEmpty: "leave it out for the whole tree" }),
	filterTags,
	policy: required(order$1, `policy: { semver: { range: '>=1.0.0' } }`),
	digest: orElse(oneOf("Whether name:tag@digest is written: never, when the tag changes, or always anew.", [
		"Never",
		"IfNotPresent",
		"Always"
	]), "Never"),
	hold
});
const labels = orElse(list$1("Labels of the pull request.", text$1({
	about: "A label.",
	limit: 50,
	must: [oneLine]
}), { unique: true }), []);
const login = text$1({
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
const team = text$1({
	about: "The slug of a team, without its organisation.",
	limit: 100,
	must: [{
		pattern: /^[A-Za-z0-9_][A-Za-z0-9_-]*$/,
		because: "write the slug of the team alone, e.g. sre"
	}]
});
const rule = object("How the pull requests of some policies are dressed.", {
	match: required(text$1({
		about: "A glob (minimatch) over policy names, e.g. prod:*",
		limit: 1e3,
		must: [oneLine],
		mustNot: inGlobs
	}), `match: 'prod:*'`),
	deliver: orElse(oneOf("By pull request, or as a commit straight to the base branch.", ["pull-request", "commit"]), "pull-request"),
	labels,
	reviewers: orElse(list$1("Logins asked to review.", login, { unique: true }), []),
	teamReviewers: orElse(list$1("Teams asked to review.", team, { unique: true }), []),
	assignees: orElse(list$1("Logins it is assigned to.", login, { unique: true }), []),
	milestone: text$1({
		about: "Title of a milestone.",
		limit: 255,
		must: [oneLine]
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
	title: text$1({
		about: "Template of the title.",
		limit: 256,
		must: [oneLine]
	}),
	onClosed: orElse(oneOf("Whether values whose pull request a person closed stay away or come back.", ["respect", "reopen"]), "respect"),
	rules: orElse(list$1("The first rule that matches a policy wins.", rule), [])
});
const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
const POLICY_FILE = object("Which image tags move in this repository, and how.", {
	version: orElse(versionOne("Version of this format."), 1),
	policies: orElse(mapOf("The policies, by the name that markers use: \"namespace:name\".", {
		what: "policy",
		about: "namespace:name",
		limit: 507,
		must: [{
			pattern: new RegExp(`^${NAME}:${NAME}$`),
			because: "a policy is named \"namespace:name\", each of letters, digits, \"-\", \".\" and \"_\""
		}]
	}, policy$1), [], {}),
	pullRequests,
	files: orElse(list$1("Globs of files beside YAML in which markers count: .env, TOML, HCL (Terraform), Dockerfiles.", path, { unique: true }), []),
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
	if (latest$1?.path !== path || latest$1.text !== text) latest$1 = {
		path,
		text,
		file: parse$2(path, text)
	};
	return latest$1.file;
}
let latest$1;
function parse$2(path, text) {
	const first = {
		path,
		line: 1,
		column: 1
	};
	if (text.length > BYTE_LIMIT || new TextEncoder().encode(text).length > BYTE_LIMIT) throw new BumpError("BAD_POLICY", [{
		place: { path },
		message: "the policy file is larger than 1 MiB; make it smaller"
	}]);
	const body = text.replace(/^\uFEFF/, "");
	return policyFile(simpleValues(path, body, first) ?? thoroughValues(path, body, first));
}
function simpleValues(path, text, place) {
	const root = readSimpleTree(path, text);
	if (root === void 0) return void 0;
	let isRight = true;
	const values = POLICY_FILE.read(root, {
		what: "the policy file",
		place
	}, () => {
		isRight = false;
	});
	return isRight ? values : void 0;
}
function thoroughValues(path, text, first) {
	const { root, problems } = parseTree(path, text);
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
	if (all.length > 0 || values === void 0) throw new BumpError("BAD_POLICY", inOrder(all));
	return values;
}
function inOrder(problems) {
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
	const file = policyFileOf(config);
	const decoded = decodeAll(files);
	const marked = markedIn(decoded, file.files);
	const asked = marked.fields.map(({ marker }) => marker.policy);
	return asSnapshot(rulesOf(file, decoded.texts, asked), marked);
}
function asSnapshot(rules, marked) {
	return {
		...rules,
		...marked,
		findings: [...rules.findings, ...marked.findings]
	};
}
function readRules(file, files, asked) {
	return rulesOf(file, decodeAll(files).texts, asked);
}
function policyFileOf(config) {
	return config === void 0 ? NO_POLICY_FILE : readPolicyFile(config);
}
function readMarked(files, globs = []) {
	return markedIn(decodeAll(files), globs);
}
function fieldsByPolicy(policies, fields) {
	const find = policyFinder(policies);
	const byPolicy = new Map(policies.map((policy) => [policy, []]));
	for (const field of fields) {
		const policy = find(field.marker.policy);
		if (policy !== void 0) byPolicy.get(policy)?.push(field);
	}
	return byPolicy;
}
function bareNamesAsked(policies, names) {
	const defined = new Set(policies.map(({ name }) => name));
	const asked = new Set([...names].filter((name) => !defined.has(name)).map((name) => name.slice(name.indexOf(":") + 1)));
	return (name) => asked.has(name);
}
const UTF8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
function decode$1(bytes) {
	try {
		return UTF8.decode(bytes);
	} catch {
		return;
	}
}
function rulesOf(file, texts, asked) {
	const { policies, pullRequests, files, flux } = file;
	const mayHoldFlux = [...texts].map(([path, text]) => ({
		path,
		text
	})).filter(({ path, text }) => mayHoldMarkers(path) && text.includes(FLUX_TEXT));
	const found = flux ? fluxPolicies(mayHoldFlux, bareNamesAsked(policies, asked)) : {
		policies: [],
		findings: []
	};
	return {
		policies: mergePolicies(file, found.policies),
		pullRequests,
		globs: files,
		findings: found.findings
	};
}
function decodeAll(files) {
	const texts = /* @__PURE__ */ new Map();
	const findings = [];
	for (const { path, bytes } of files) {
		const text = decode$1(bytes);
		if (text === void 0) findings.push(finding("FILE_UNREADABLE", { reason: "it is not UTF-8 text" }, { path }));
		else texts.set(path, text);
	}
	return {
		texts,
		findings
	};
}
function markedIn({ texts: decoded, findings: unreadable }, globs) {
	const fields = [];
	const findings = [...unreadable];
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
	const text = decode$1(bytes);
	if (text === void 0) throw new BumpError("BAD_POLICY", [{
		place: { path },
		message: "the policy file is not UTF-8 text"
	}]);
	return text;
}

// src/core/plan/follow-up.ts
function alongside(findings, files) {
	const textAt = textsOf$1(files);
	const unreadable = new Set(findings.flatMap((found) => isUnreadable(found) ? found.place.path : []));
	const seen = /* @__PURE__ */ new Set();
	return findings.flatMap((found) => {
		if (found.code === "DEAD_MARKER" && found.place !== void 0 && unreadable.has(found.place.path)) return [];
		if (!isUnreadable(found)) return [found];
		const text = textAt(found.place.path) ?? "";
		const told = inOurWords(found, text);
		const key = `${isTemplate(text) ? 0 : told.place.line ?? 0}:${told.place.path}`;
		if (seen.has(key)) return [];
		seen.add(key);
		return [told];
	});
}
function unresolvedIn(findings, files = []) {
	const textAt = textsOf$1(files);
	const names = /* @__PURE__ */ new Set();
	const words = /* @__PURE__ */ new Set();
	for (const found of findings) {
		if (found.code === "FLUX_UNRESOLVED") names.add(found.args.policy);
		const text = isUnreadable(found) ? textAt(found.place.path) : void 0;
		if (text?.includes(FLUX_TEXT) === true) for (const word of text.split(WORD_END)) words.add(word);
	}
	return (name) => {
		const [namespace = "", short = ""] = name.split(":");
		return names.has(`${namespace}:${short}`) || names.has(`*:${short}`) || words.has(short);
	};
}
function isTemplate(text) {
	return text.includes("{{");
}
function isUnreadable(found) {
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
	const textAt = textsOf$1(files);
	const names = new Set(findings.flatMap((found) => namesIn(found, textAt)));
	const find = policyFinder(policies);
	return new Set([...names].flatMap((name) => find(name) ?? []));
}
function namesIn(found, textAt) {
	if (found.code === "DEAD_MARKER" || found.code === "UNKNOWN_PART") return [found.args.policy];
	if (found.code === "UNKNOWN_POLICY") return [found.args.nearest];
	if (found.code === "NEAR_MARKER") return namesOf$1(found.args.comment);
	return isUnreadable(found) ? namesOf$1(textAt(found.place.path) ?? "") : [];
}
const WORD_END = /["'`\s{}[\],]+/;
function namesOf$1(text) {
	return text.split(WORD_END).flatMap((word) => {
		const [namespace, short] = word.split(":");
		return namespace && short ? [`${namespace}:${short}`] : [];
	});
}
function textsOf$1(files) {
	const byPath = new Map(files.map((file) => [file.path, file]));
	return (path) => {
		const file = byPath.get(path);
		return file === void 0 ? void 0 : decode$1(file.bytes);
	};
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
		reason: `the filter ${quotePattern(policy.filter?.pattern ?? "")} does not match`
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
function isRefusal(value) {
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
	return ranked !== void 0 && isRefusal(ranked) ? finding("VALUE_REFUSED", {
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
		const text = decode$1(bytes) ?? "";
		const at = text.indexOf(MARKER_TEXT);
		if (at === -1) return [];
		const name = path.slice(path.lastIndexOf("/") + 1);
		return [finding("FILE_SKIPPED", { name }, placeIn(path, lineIndex(text), at))];
	});
}
function readUnmarked(files) {
	return files.flatMap(({ path, bytes }) => {
		const text = decode$1(bytes);
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
function selectListed(policy, tags) {
	return selectFrom(policy, tags, "registry");
}
function selectBuilt(policy, tags) {
	return spelledOut(selectFrom(policy, tags, "built"));
}
function spelledOut(selection) {
	return {
		...selection,
		refused: Array.from(selection.refused, ({ tag, why }) => ({
			tag,
			why
		}))
	};
}
function selectFrom(policy, tags, list) {
	if (tags.length === 0) return {
		selected: void 0,
		refused: [],
		failure: "there is no tag to choose from"
	};
	const sorted = sortDescending(tags);
	const listing = takeExtracts(policy, sorted);
	const contest = compete(policy, listing);
	const { best, equals, contenders, firstUnfit } = contest;
	const refused = (chosen, otherwise) => refusals(policy, listing, contest, chosen, otherwise);
	const failure = contenders === 0 && firstUnfit === void 0 ? `the filter ${quotePattern(policy.filter?.pattern ?? "")} matches none of ${sorted.length} tags` : policy.order.kind === "numerical" && list === "registry" && firstUnfit !== void 0 ? `one tag without a number fails a numerical policy: ${firstUnfit}; let the filter keep it out` : void 0;
	if (failure !== void 0) return {
		selected: void 0,
		refused: refused(void 0, () => failure),
		failure
	};
	if (best === void 0) return {
		selected: void 0,
		refused: refused(void 0, () => "")
	};
	const { order } = policy;
	if (order.kind === "commit" && contenders > 1) return {
		selected: void 0,
		refused: refused(void 0, () => ASKED)
	};
	const selected = sorted[best.at];
	if (order.kind === "commit") return {
		selected,
		refused: refused(best.at, () => ASKED)
	};
	const [older, equal] = [whyNot("older than", order, best.ranked), whyNot("as new as", order, best.ranked)];
	const isEqual = new Set(equals);
	const whys = (at) => {
		const [start, end] = isEqual.has(at) ? equal : older;
		return start + shown(listing.extracts[at] ?? "") + end;
	};
	const other = equals.find((at) => at !== best.at) ?? mergedInto(listing, best.at);
	return {
		selected,
		refused: refused(best.at, whys),
		...other === void 0 ? {} : { tie: {
			chosen: best.ranked.tag,
			other: sorted[other] ?? ""
		} }
	};
}
const ASKED = "the ancestry of its commit is asked from the source repository at run time";
function sortDescending(tags) {
	const sorted = tags.some((tag) => /[\ud800-\udfff]/.test(tag)) ? tags.toSorted(compareBytes) : tags.toSorted();
	return sorted.reverse().filter((tag, at) => tag !== sorted[at - 1]);
}
function takeExtracts({ filter, order }, sorted) {
	if (filter === void 0) return {
		sorted,
		extracts: sorted,
		survivors: void 0
	};
	const extracts = sorted.map((tag) => extractText(filter, tag));
	return {
		sorted,
		extracts,
		survivors: filter.extract !== "" && order.kind !== "date" && order.kind !== "commit" ? survivorsOf(extracts) : void 0
	};
}
function survivorsOf(extracts) {
	const last = /* @__PURE__ */ new Map();
	let taken = 0;
	const isOften = repeated(extracts);
	for (const [at, extracted] of extracts.entries()) {
		if (extracted === void 0 || !isOften(extracted)) continue;
		last.set(extracted, at);
		taken += 1;
	}
	if (last.size === taken) return void 0;
	return Int32Array.from(extracts, (extracted, at) => extracted === void 0 ? at : last.get(extracted) ?? at);
}
const BITS = 1 << 22;
function repeated(texts) {
	const [once, again] = [new Uint8Array(BITS / 8), new Uint8Array(BITS / 8)];
	const isSet = (bits, bit) => ((bits[bit >> 3] ?? 0) & 1 << (bit & 7)) !== 0;
	const set = (bits, bit) => {
		bits[bit >> 3] = (bits[bit >> 3] ?? 0) | 1 << (bit & 7);
	};
	for (const text of texts) {
		if (text === void 0) continue;
		const bit = bitOf(text);
		set(isSet(once, bit) ? again : once, bit);
	}
	return (text) => isSet(again, bitOf(text));
}
function bitOf(text) {
	let hash = 2166136261;
	for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
	return (hash ^ hash >>> 15) & 4194303;
}
function mergedInto({ survivors }, best) {
	const at = survivors?.findIndex((survivor, index) => survivor === best && index !== best) ?? -1;
	return at === -1 ? void 0 : at;
}
function compete(policy, { sorted, extracts, survivors }) {
	const unfit = new Uint8Array(sorted.length);
	let [best, equals] = [void 0, []];
	let contenders = 0;
	let firstUnfit;
	for (const [at, tag] of sorted.entries()) {
		const extracted = extracts[at];
		if (extracted === void 0 || survivors !== void 0 && survivors[at] !== at) continue;
		const ranked = rankExtracted(policy.order, tag, extracted);
		if (isRefusal(ranked)) {
			unfit[at] = 1;
			firstUnfit ??= ranked.reason;
			continue;
		}
		contenders += 1;
		const newer = best === void 0 ? 1 : compareContenders(policy, ranked, best.ranked);
		if (newer < 0) continue;
		if (newer > 0) equals = [];
		equals.push(at);
		if (best === void 0 || newer > 0 || breakTie(policy, tag, best.ranked.tag) > 0) best = {
			at,
			ranked
		};
	}
	return {
		best,
		equals,
		contenders,
		unfit,
		firstUnfit
	};
}
function compareContenders({ order }, a, b) {
	return order.kind === "commit" ? -1 : compareRanked(order, a, b);
}
function breakTie({ filter, order }, a, b) {
	if (filter !== void 0 || order.kind === "date") return compareTags(a, b);
	return order.kind === "numerical" ? compareBytes(b, a) : compareBytes(a, b);
}
function whyNot(word, order, best) {
	const newer = word === "older than" ? -1 : 0;
	return [`${word} ${best.tag}: `, describeAgainst(order, best, newer)];
}
function refusals({ filter, order }, { sorted, extracts, survivors }, { unfit }, chosen, otherwise) {
	const noMatch = `the filter ${quotePattern(filter?.pattern ?? "")} does not match`;
	const why = (tag, extracted, at) => {
		if (extracted === void 0) return noMatch;
		const survivor = survivors?.[at] ?? at;
		if (survivor !== at) return `${sorted[survivor] ?? ""} has the same extract ${quote(extracted)}, and the smallest tag stands for all`;
		const ranked = unfit[at] === 1 ? rankExtracted(order, tag, extracted) : void 0;
		return ranked !== void 0 && isRefusal(ranked) ? ranked.reason : otherwise(at);
	};
	return { *[Symbol.iterator]() {
		for (const [at, tag] of sorted.entries()) {
			const extracted = extracts[at];
			if (at !== chosen) yield {
				tag,
				extracted,
				why: why(tag, extracted, at)
			};
		}
	} };
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
	return policy.order.kind === "commit" ? comparable(policy, tag) !== void 0 : !isRefusal(rank$1(policy, tag));
}

// src/core/plan/lint/lint.ts
function lint(snapshot, files, today) {
	const { policies, fields } = snapshot;
	const perPolicy = [...fieldsByPolicy(policies, fields)].flatMap(([policy, own]) => lintPolicy(policy, own));
	const told = [
		...alongside(snapshot.findings, files),
		...readUnmarked(files),
		...unknownPolicies(snapshot, files),
		...perPolicy,
		...endedHolds(policies, today)
	];
	const mentioned = mentionedPolicies(policies, told, files);
	const others = policies.filter((policy) => !mentioned.has(policy));
	return [...told, ...unusedPolicies(others, fields)];
}
function unknownPolicies({ policies, fields, findings }, files = []) {
	const find = policyFinder(policies);
	const isUnresolved = unresolvedIn(findings, files);
	const nearestTo = /* @__PURE__ */ new Map();
	return fields.filter(({ marker }) => find(marker.policy) === void 0 && !isUnresolved(marker.policy)).map(({ marker: { policy }, place }) => {
		const near = nearestTo.get(policy) ?? nearestPolicy(policy, policies) ?? "";
		nearestTo.set(policy, near);
		return finding("UNKNOWN_POLICY", {
			policy,
			nearest: near
		}, place);
	});
}
function unusedPolicies(policies, fields, isAsked = () => true) {
	return [...fieldsByPolicy(policies, fields)].filter(([policy, own]) => isAsked(policy) && !own.some(({ place }) => inScope(policy.paths, place.path))).map(([{ name, place }, [outside]]) => {
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
function mayName(wanted) {
	return ({ names }) => names === "any" || [...names].some((name) => wanted.has(name));
}
function filesOfRules({ flux }, found) {
	return flux ? found.filter(({ mentions }) => mentions.flux || mentions.names === "any") : [];
}
function rulesAmong(file, found, files) {
	const named = found.flatMap(({ mentions: { names } }) => names === "any" ? [] : [...names]);
	const read = readMarked(files, file.files).fields.map(({ marker }) => marker.policy);
	return readRules(file, files, [...named, ...read]);
}
const MOST_STRAYS = 20;
function filesFor(policies, asked, found) {
	const isAsked = mayConcern(policies, asked);
	const isStray = namesNobody(policies);
	let strays = 0;
	return found.filter(({ mentions }) => isAsked(mentions) || mentions.flux || isStray(mentions) && ++strays <= MOST_STRAYS);
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
	const read = (text, version) => ({
		text,
		stream: readStream(text, version)
	});
	const [old, now] = [read(before, "1.2"), read(after, "1.2")];
	return whyDifferentTrees(old, now, changes) ?? whyDifferentMarkers(path, old, now, changes) ?? whyDifferentTrees(read(before, "1.1"), read(after, "1.1"), changes);
}
function whyDifferentTrees({ text: before, stream: old }, { text: after, stream: now }, changes) {
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
	if (!isScalar(node) || decoded(node) !== to) return `${quote(to)} cannot be written at ${formatPlace(field.place)}`;
	return isString(node, to) ? void 0 : `the value at ${formatPlace(field.place)} would not be a string`;
}
const CORE_TAGS = "tag:yaml.org,2002:";
function isString({ value, tag = "" }, text) {
	if (tag.startsWith(CORE_TAGS) && tag !== `${CORE_TAGS}str`) return false;
	return typeof value === "string" || typeof value === "number" && !Number.isFinite(value) && plainString(text);
}
function decoded({ source = "", type }) {
	return type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED" ? withoutFinalNewlines(source) : source;
}
function whyDifferentMarkers(path, old, now, changes) {
	const wanted = new Map(changes.map(({ field, to }) => [field.start, {
		end: field.end,
		to
	}]));
	const was = scanStream(path, old.text, old.stream).fields;
	if (was.filter(({ start, end }) => wanted.get(start)?.end === end).length !== changes.length) return "a value without a marker would change";
	const wish = was.map(({ marker, start, value }) => [marker, wanted.get(start)?.to ?? value]);
	const found = scanStream(path, now.text, now.stream).fields.map(({ marker, value }) => [marker, value]);
	return JSON.stringify(wish) === JSON.stringify(found) ? void 0 : "the markers of the file would change";
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
	return floors.find((floor) => !isReached(policy, present, floor, compare) && !passes(policy, image, floor, compare));
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
function passes(policy, image, floor, compare) {
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
	const asked = new Set(concerned);
	const unmatched = built.filter(({ name }) => !concerned.some(({ image }) => sameImage(image, name)));
	const ended = concerned.filter((policy) => holdOn(policy, void 0, today, compare).kind === "ended");
	return {
		concerned,
		unmatched,
		findings: [
			...findings,
			...unknownPolicies({
				policies,
				fields,
				findings
			}),
			...unusedPolicies(policies, fields, (policy) => asked.has(policy)),
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
	const own = template === void 0 ? "" : oneLine$1(fill(template, {
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
	const note = more > 0 ? [`_The commits of ${count$1(more, "source")} are left out here._`] : [];
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
	return `${heading}\n\n<details><summary>${left > 0 ? `The newest ${lines.length} of ${total} commits` : count$1(lines.length, "commit")}</summary>\n\n${items}\n\n</details>`;
}
function summary(source) {
	const { serverUrl, repository, from, to, commits } = source;
	const url = joinUrl(serverUrl, repository);
	if (from === void 0) return `built from ${codeLink(`${repository} ${short(to)}`, joinUrl(url, "commit", to))}; which commit is deployed now is not known`;
	if (from === to || commits?.status === "identical") return `the same commit, ${codeLink(`${repository} ${short(to)}`, joinUrl(url, "commit", to))}`;
	const between = codeLink(`${repository} ${short(from)}...${short(to)}`, joinUrl(url, "compare", `${from}...${to}`));
	if (commits === void 0) return `${between}; the source could not be read, so its commits are not listed`;
	switch (commits.status) {
		case "ahead": return `${count$1(commits.total, "commit")}, ${between}`;
		case "behind": return `**older source** than what is deployed, ${between}`;
		case "diverged": return `**another line of history** than what is deployed: ${count$1(commits.total, "commit")} come, others go, ${between}`;
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
function count$1(number, word) {
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
	const lines = findings.slice(0, limit).map((finding) => `- ${plainText(clip(finding, TEXT_LIMIT$2))}`);
	const left = findings.length - lines.length;
	const more = left > 0 ? [`- … and ${left} more, left out here`] : [];
	return `### Findings\n\n${[...lines, ...more].join("\n")}`;
}
const TEXT_LIMIT$2 = 300;
const VALUE_LIMIT$1 = 200;
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
	].map((text) => clip(text, TEXT_LIMIT$2)).join("\n");
}
function rank([first]) {
	return first === void 0 ? -1 : LOUDEST_FIRST.indexOf(first.why);
}
function cells$1(group) {
	const [first] = group;
	if (first === void 0) return [];
	const { policy, place, current, candidate, why, because } = first;
	const where = group.length === 1 ? codeSpan(clip(formatPlace(place), TEXT_LIMIT$2)) : `${group.length} places`;
	return [
		`${codeSpan(clip(policy, VALUE_LIMIT$1))}<br>${where}`,
		codeSpan(clip(current, VALUE_LIMIT$1)),
		candidate === void 0 ? "" : codeSpan(clip(candidate, VALUE_LIMIT$1)),
		`**${why}**: ${plainText(clip(because, TEXT_LIMIT$2))}`
	];
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
const TEXT_LIMIT$1 = 1e3;
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
	return normal(a) === normal(b);
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
		total: count(fields, "total"),
		commits: list(fields.get("commits"), "commits").map((value) => {
			const commit = fieldsOf(value, "a commit");
			return {
				id: text(commit, "id"),
				subject: text(commit, "subject"),
				author: text(commit, "author"),
				...commit.has("pullRequest") ? { pullRequest: count(commit, "pullRequest") } : {}
			};
		})
	};
}
function count(fields, key) {
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
function normal(state) {
	const reading = readState(formatState(state));
	return reading.kind === "found" ? formatState(reading.state) : formatState(state);
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
const VALUE_LIMIT = 200;
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
	const tail = `${harmless(clip(from, VALUE_LIMIT))} -> ${harmless(clip(to, VALUE_LIMIT))}`;
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

// src/run/read.ts
async function readOutline(repository, commit, config, expected) {
	const entry = await repository.entry(commit, config);
	const [policyFile] = entry === void 0 ? [] : await readFiles(repository, [entry]);
	const file = policyFileOf(policyFile);
	expected(readRules(file, [], []));
	const hits = await searchAll(repository, commit, file.files);
	const all = [...hits.values()];
	return {
		commit,
		rules: rulesAmong(file, all, await readFiles(repository, filesOfRules(file, all))),
		hits
	};
}
async function readView(repository, outline, asked) {
	const { commit, rules, hits } = outline;
	const { marked, entries } = await readHits(repository, filesFor(rules.policies, asked, [...hits.values()]), rules.globs);
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
		if (!(value === void 0 || typeof value === "string" && value.length <= TEXT_LIMIT && form.test(value))) return refused(`"${key}" has not the form it should have`);
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
const TEXT_LIMIT = 1e3;
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
	return typeof value === "string" && value !== "" && value.length <= TEXT_LIMIT;
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
	return distinct(decisions.flatMap(({ origin, image }) => {
		const bringer = origin === "built" && image !== void 0 ? bringerOf(turn, image) : void 0;
		return bringer === void 0 ? [] : [bringer];
	}));
}
function sourcesIn(states) {
	return distinct(Object.values(states));
}
function distinct(all) {
	const known = all.flatMap(({ revision, sourceRepository }) => revision === void 0 || sourceRepository === void 0 ? [] : [{
		revision,
		repository: sourceRepository
	}]);
	return [...new Map(known.map((source) => [`${source.repository} ${source.revision}`, source])).values()];
}

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
	if (before === void 0 || !isWithin(asked, before.asked)) ports.repository.prepare?.([tip, ...heads], mayConcern(rules.policies, asked));
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

export { lintField as $, unifiedDiff as $t, groupOf as A, isFluxVersion as At, filesFor as B, isSeq as Bt, withoutRejections as C, lineIndex as Ct, NOTHING_WORN as D, findPolicy as Dt, sameText as E, FLUX_TEXT as Et, planSet as F, isAlias as Ft, nearestPolicy as G, findingsBeside as Gt, mayName as H, nearest as Ht, fieldKeys as I, isCollection as It, selectListed as J, findingsText as Jt, concerning as K, alignColumns as Kt, applyEdits as L, isMap as Lt, blocked as M, extractFrom as Mt, matchBuilt as N, extractText as Nt, decorationOf as O, readRange as Ot, planBuilt as P, readFilter as Pt, readUnmarked as Q, shownLine as Qt, listNodes as R, isPair as Rt, readAgain as S, listAtoms as St, sameState as T, withoutFinalNewlines as Tt, rulesAmong as U, exitCodeOf as Ut, filesOfRules as V, finding as Vt, lint as W, failureOf as Wt, LOOK_ALIKES as X, planText as Xt, LINT_TEXTS as Y, outcomeText as Yt, readSkipped as Z, stepsText as Zt, aloneTurn as _, readDateFormat as _t, OUTRUN as a, errorJson as an, shown as at, formatIntent as b, readStream as bt, messageOf as c, sortFindings as cn, asSnapshot as ct, withCommits as d, allSkips as dn, policyFileOf as dt, codeSpan as en, compareByOrder as et, comparisonFor as f, report as fn, readMarked as ft, planOf as g, parsePolicyFile as gt, heldBy as h, searchGlobs as ht, LOST as i, outputs as in, rankExtracted as it, rewrite as j, parseVersion as jt, deliveriesOf as k, compareVersions as kt, statesOf as l, toldJson as ln, decode$1 as lt, decisionsOnHead as m, readSnapshot as mt, isAsWritten as n, plainText as nn, isRefusal as nt, isAgain as o, explainJson as on, alongside as ot, decideAll as p, readRules as pt, holdOn as q, diffText as qt, writeCommit as r, tableRow as rn, rank$1 as rt, look as s, planJson as sn, SCREEN_TEXTS as st, filesOf as t, link as tn, compareRanked as tt, textsOf as u, allChanges as un, fieldsByPolicy as ut, ownBringing as v, scan as vt, readState as w, placeIn as wt, lookUp as x, blockStart as xt, turnWith as y, scanWhole as yt, askedBy as z, isScalar as zt };