// scripts/bundle/builtin-crypto.ts
const createHash = (...args) => builtin().createHash(...args);
const randomUUID = (...args) => builtin().randomUUID(...args);
const randomBytes = (size) => builtin().randomBytes(size);
function builtin() {
	return process.getBuiltinModule("node:crypto");
}

// scripts/bundle/builtin-fs.ts
const { appendFileSync, constants, existsSync, promises } = process.getBuiltinModule("node:fs");

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
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const HEX_DIGITS = {
	sha256: 64,
	sha384: 96,
	sha512: 128
};
const NAME_LIMIT = 255;
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
		if (reason !== void 0) return reason;
	}
	const path = hasRegistry ? parts.slice(1) : parts;
	const bad = path.find((part) => !PATH_PART.test(part));
	if (bad !== void 0) {
		if (bad === "") return "there is an empty part between slashes";
		return /[A-Z]/.test(bad) ? `${quote(bad)} holds upper-case letters; repository names are lower case` : `${quote(bad)} may hold only lower-case letters, digits and single ".", "_", "__" or dashes between them`;
	}
	return path.join("/").length > NAME_LIMIT ? `the name is longer than ${NAME_LIMIT} characters` : void 0;
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
	if (!DIGEST.test(digest)) return `${quote(digest)} is not a digest such as sha256:<64 hex digits>`;
	const [algorithm = "", hex = ""] = digest.split(":");
	const digits = HEX_DIGITS[algorithm];
	if (digits === void 0 || hex.length === digits && hex === hex.toLowerCase()) return void 0;
	return `a ${algorithm} digest has ${digits} lower-case hex digits`;
}
function quote(text) {
	return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}

// src/core/report/phrase.ts
function phraseFinding(found) {
	return showInvisible(sentence(found));
}
function levelOf(code) {
	return NOTICES.has(code) ? "notice" : "warning";
}
function phraseSkip({ why, because }) {
	const reason = SKIPS[why];
	if (because === "") return reason;
	return showInvisible(clip(because.startsWith(reason) ? because : `${reason}: ${because}`, CLAUSE_LIMIT));
}
function phraseOutcome(outcome) {
	return OUTCOMES[outcome];
}
const NOTICES = /* @__PURE__ */ new Set(["COMMENTED_MARKER", "HOLD_ENDED"]);
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
	UNUSED_POLICY: ({ policy, elsewhere }) => elsewhere === void 0 ? `Policy ${quote(policy)} has no marker. Add # {"$imagepolicy": ${quote(policy)}} to a value, or remove the policy.` : `Policy ${quote(policy)} has no marker in its paths; one stands outside them, at ${clause(elsewhere)}. Correct the paths, or remove the policy.`,
	PART_MISMATCH: ({ policy, part, value }) => `The marker of ${quote(policy)} writes the ${clause(part)}, and ${quote(value)} does not fit that. Correct the suffix of the marker or the value.`,
	NO_DIGEST: ({ policy }) => `The marker of ${quote(policy)} writes the digest, and the policy or the image carries none. Set digest: Always in the policy and name the built image with its digest (name:tag@sha256:…).`,
	VALUE_REFUSED: ({ policy, value, reason }) => `Policy ${quote(policy)} would refuse the present value ${quote(value)}: ${clause(reason)}. Correct the value or the policy.`,
	POLICY_DISAGREES: ({ policy, value, other, otherPlace }) => `Policy ${quote(policy)} has ${quote(value)} here and ${quote(other)} at ${clause(otherPlace)}. Make them equal, or give each a policy of its own.`,
	POLICY_BLOCKED: ({ policy, reason }) => `Every place of policy ${quote(policy)} stays: ${clause(reason)}. Mend that place and all of them move together.`,
	FILE_UNREADABLE: ({ reason }) => `Not readable: ${clause(reason)}. Its markers stay as they are; mend the file.`,
	EDIT_NOT_PROVEN: ({ reason }) => `Left alone, because the edit could not be proven safe: ${clause(reason)}. Change the value by hand.`,
	FLUX_UNRESOLVED: ({ policy, reason }) => `The Flux object of policy ${quote(policy)} cannot be resolved from text: ${clause(reason)}.`,
	UNMATCHED_IMAGE: ({ image, nearest, hint }) => `No policy concerns ${quote(image)}${hint === "" ? "" : `: ${clause(hint)}`}.${nearest === "" ? "" : ` Nearest: ${clause(nearest)}.`} Add a policy with this image to the policy file, correct the name, or set unmatched: warn.`,
	HOLD_ENDED: ({ policy, until }) => `The hold of policy ${quote(policy)} ended on ${clause(until)} and it moves again. Remove the hold from the policy file.`,
	STATE_UNREADABLE: ({ pullRequest, reason }) => `The hidden state in ${clause(pullRequest)} was ignored and written anew: ${clause(reason)}.`,
	DECORATION_FAILED: ({ what, reason }) => `Not set on the pull request: ${clause(what)}. ${clause(reason)}.`
};
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
function allChanges(groups) {
	return sortByField(groups.flatMap(({ plan }) => plan.changes));
}
function allSkips(groups) {
	return sortByField(groups.flatMap(({ plan }) => plan.skips));
}
const LOUDEST_FIRST = [
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
	return LOUDEST_FIRST.find((outcome) => outcomes.has(outcome)) ?? "unchanged";
}
function sortByField(entries) {
	return entries.toSorted(({ field: { place: a } }, { field: { place: b } }) => compareBytes(a.path, b.path) || a.line - b.line || a.column - b.column);
}
function compareBytes(a, b) {
	if (a === b) return 0;
	let at = 0;
	while (a[at] !== void 0 && a[at] === b[at]) at += 1;
	if (at > 0 && isHighSurrogate(a[at - 1])) at -= 1;
	return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}
function isHighSurrogate(unit) {
	return unit !== void 0 && unit >= "\ud800" && unit <= "\udbff";
}

// src/core/report/json.ts
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
function sortFindings(findings) {
	return findings.toSorted(({ place: a }, { place: b }) => {
		if (a === void 0 || b === void 0) return Number(a === void 0) - Number(b === void 0);
		return compareBytes(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
	});
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
		case "added": return `${SIGNS[line.kind]}${line.text.split("	").map(showInvisible).join("	")}`;
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

// src/core/report/text.ts
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
	const changes = allChanges(groups).map(({ field, policy, from, to }) => `${head(field.place, policy)} ${shown(from)} -> ${shown(to)}`);
	const stays = allSkips(groups).filter(({ why }) => why !== "equal" && why !== "out of scope").map((skip) => `${head(skip.field.place, skip.policy)} stays at ${shown(skip.current)}: ${phraseSkip(skip)}`);
	const lines = [...changes, ...stays];
	const more = lines.length > limit ? [`and ${lines.length - limit} more, see the summary of this run`] : [];
	return [...lines.slice(0, limit), ...more].map((line) => `${line}\n`).join("");
}
const STEP_LIMIT = 200;
function head(place, policy) {
	return `${showInvisible(formatPlace(place))} ${showInvisible(policy)}`;
}
function shown(value) {
	return showInvisible(quote(value));
}
function groupLine({ label, outcome, because, pullRequest, commit }) {
	const link = pullRequest === void 0 ? commit ?? "" : `#${pullRequest.number} ${showInvisible(pullRequest.url)}`;
	const more = because === void 0 ? "" : ` ${showInvisible(because)}`;
	return `${showInvisible(label)}: ${phraseOutcome(outcome)}${more}${link === "" ? "" : ` ${link}`}`;
}

// src/core/git/branch-name.ts
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
const LIMIT = 200;
function checkBranchName(text) {
	const reason = whyNot$1(text);
	return reason === void 0 ? {
		ok: true,
		value: text
	} : {
		ok: false,
		reason: `${quote(text)} is not a branch name: ${reason}`
	};
}
function whyNot$1(text) {
	if (text === "") return "it is empty";
	if (text.length > LIMIT) return `it is longer than ${LIMIT} characters`;
	if (!NAME.test(text)) return "letters, digits, \".\", \"_\", \"-\" and \"/\" only, starting with a letter or digit";
	if (text === "HEAD") return "git keeps HEAD for itself";
	if (text.startsWith("refs/")) return "write it without refs/heads/";
	if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return "it reads like a commit id";
	if (text.includes("..")) return "\"..\" stands for a range of commits";
	if (text.split("/").some((part) => part === "" || part.startsWith("."))) return "a part between slashes is empty or starts with \".\"";
	if (text.endsWith(".") || text.split("/").some((part) => part.endsWith(".lock"))) return "it ends with \".\" or a part of it ends with \".lock\"";
}

// src/core/git/repo-path.ts
function checkRepoPath(text) {
	const reason = whyNot(text);
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
function whyNot(text) {
	if (text === "") return "it is empty";
	if (text.includes("\0")) return "it holds a NUL character";
	if (text.startsWith("/")) return "write it relative to the root of the repository";
	for (const part of text.split("/")) {
		if (part === "") return "a part between slashes is empty";
		if (part === "." || part === "..") return "\".\" and \"..\" are not allowed";
		if (part.toLowerCase() === ".git") return "\".git\" belongs to git";
	}
}

export { readReference as A, showInvisible as B, phraseSkip as C, quote as D, parseReference as E, EXIT_CODES as F, existsSync as G, unreachable as H, formatProblem as I, randomBytes as J, promises as K, clip as L, sameImage as M, BumpError as N, readDigest as O, ERROR_CODES as P, harmless as R, phraseOutcome as S, formatReference as T, appendFileSync as U, formatPlace as V, constants as W, randomUUID as Y, allChanges as _, outcomeText as a, levelOf as b, unifiedDiff as c, joinUrl as d, link as f, sortFindings as g, changesJson as h, findingsText as i, readTag as j, readImageName as k, codeLink as l, tableRow as m, mayHoldMarkers as n, stepsText as o, plainText as p, createHash as q, checkBranchName as r, shownLine as s, checkRepoPath as t, codeSpan as u, allSkips as v, canonicalName as w, phraseFinding as x, report as y, oneLine as z };