import * as os from "os";
import { EOL } from "os";

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

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// scripts/bundle/builtin-crypto.ts
const createHash = (...args) => builtin$1().createHash(...args);
const randomUUID = (...args) => builtin$1().randomUUID(...args);
const randomBytes = (size) => builtin$1().randomBytes(size);
function builtin$1() {
	return process.getBuiltinModule("node:crypto");
}

// scripts/bundle/builtin-fs.ts
const { appendFileSync, closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readFileSync } = process.getBuiltinModule("node:fs");
const promises = {
	access: (...args) => builtin().access(...args),
	appendFile: (...args) => builtin().appendFile(...args),
	writeFile: (...args) => builtin().writeFile(...args)
};
function builtin() {
	return process.getBuiltinModule("node:fs").promises;
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

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
const COMMANDS = {
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
	return `::${COMMANDS[level]} ${properties.join(",")}::${data(clip(message, ANNOTATION_LENGTH))}`;
}
function data(text) {
	return defang(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
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
const PATH = /^[a-z0-9]+(?:(?:\.|_|__|-+|\/)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST$1 = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
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
	return a === b || shortName(a) === shortName(b) && canonicalName(a) === canonicalName(b);
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
	if (name.length <= NAME_LIMIT && PATH.test(name)) return void 0;
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
	if (!DIGEST$1.test(digest)) return `${quote(digest)} is not a digest such as sha256:<64 hex digits>`;
	const [algorithm = "", hex = ""] = digest.split(":");
	const digits = HEX_DIGITS[algorithm];
	if (digits === void 0 || hex.length === digits && hex === hex.toLowerCase()) return void 0;
	return `a ${algorithm} digest has ${digits} lower-case hex digits`;
}
function quote(text) {
	return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
function quotePattern(pattern) {
	return pattern.length <= 120 && /^[ -&(-~]*$/.test(pattern) && pattern.includes("\\") ? `'${pattern}'` : quote(pattern);
}

// src/core/git/repo-path.ts
function checkRepoPath(text) {
	const reason = whyNot$1(text);
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
function whyNot$1(text) {
	if (text === "") return "it is empty";
	if (text.includes("\0")) return "it holds a NUL character";
	if (text.startsWith("/")) return "write it relative to the root of the repository";
	if (!ODD_PART.test(text)) return void 0;
	for (const part of text.split("/")) {
		if (part === "") return "a part between slashes is empty";
		if (part === "." || part === "..") return "\".\" and \"..\" are not allowed";
		if (part.toLowerCase() === ".git") return "\".git\" belongs to git";
	}
}
const ODD_PART = /(?:^|\/)(?:\.|\.\.|\.git)?(?:\/|$)/i;

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
	return NAMES$1.find(([pattern]) => pattern.test(name))?.[1];
}
const NAMES$1 = [
	[/\.toml$/, "toml"],
	[/\.(?:tf|tfvars|hcl)$/, "hcl"],
	[/^(?:Dockerfile|Containerfile)$|^Dockerfile\.|\.Dockerfile$/, "dockerfile"],
	[/^\.env(?:\.|$)|\.env$/, "env"]
];

// src/core/report/phrase.ts
function phraseFinding(found) {
	return showInvisible(sentence(found));
}
function levelOf(code) {
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

// src/adapters/action-log.ts
function createActionLog(print = printLine) {
	const told = {
		error: 0,
		warning: 0,
		notice: 0
	};
	const annotate = (level, title, message, place) => {
		told[level] += 1;
		if (told[level] > 10) return;
		const text = place === void 0 ? message : `${formatPlace(place)}: ${message}`;
		ANNOTATE[level](clip(defang(text), ANNOTATION_LENGTH), properties(title, place));
	};
	return {
		info(text) {
			for (const line of text.replace(/\r?\n$/, "").split(/\r\n|\r|\n/)) print(defang(line));
		},
		finding(found) {
			annotate(levelOf(found.code), found.code, phraseFinding(found), found.place);
		},
		problem(message, place) {
			annotate("error", "image-bump", message, place);
		},
		mask(secret) {
			for (const text of secretForms(secret)) setSecret(text);
		},
		close() {
			for (const level of [
				"error",
				"warning",
				"notice"
			]) {
				const more = told[level] - 10;
				if (more > 0) print(`${more} more of level ${level}: see the summary of this run.`);
			}
		}
	};
}
function secretForms(secret) {
	if (secret === "") return [];
	const password = Buffer.from(`x-access-token:${secret}`).toString("base64");
	const lines = secret.split(/[\r\n]+/);
	return [.../* @__PURE__ */ new Set([
		secret,
		...lines,
		password
	])].filter((text) => text.trim() !== "");
}
const ANNOTATE = {
	error,
	warning,
	notice
};
function properties(title, place) {
	return {
		title: defang(title),
		...place === void 0 ? {} : { file: defang(place.path) },
		...place?.line === void 0 ? {} : { startLine: place.line },
		...place?.column === void 0 ? {} : { startColumn: place.column }
	};
}
function printLine(line) {
	process.stdout.write(`${line}\n`);
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
const LIMIT = 200;
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
	if (text.length > LIMIT) return `it is longer than ${LIMIT} characters`;
	if (!NAME.test(text)) return "letters, digits, \".\", \"_\", \"-\" and \"/\" only, starting with a letter or digit";
	if (text === "HEAD") return "git keeps HEAD for itself";
	if (text.startsWith("refs/")) return "write it without refs/heads/";
	if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return "it reads like a commit id";
	if (text.includes("..")) return "\"..\" stands for a range of commits";
	if (text.split("/").some((part) => part === "" || part.startsWith("."))) return "a part between slashes is empty or starts with \".\"";
	if (text.endsWith(".") || text.split("/").some((part) => part.endsWith(".lock"))) return "it ends with \".\" or a part of it ends with \".lock\"";
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
	const readings = (NAMES in metadata || DIGEST in metadata ? [[`"${NAMES}"`, metadata]] : Object.entries(metadata).map(([target, build]) => [`target ${quote(target)}`, build])).map(([where, build]) => readBuild(where, build));
	return {
		claims: readings.flatMap(({ claims }) => claims),
		problems: readings.flatMap(({ problems }) => problems)
	};
}
const NAMES = "image.name";
const DIGEST = "containerimage.digest";
function readBuild(where, build) {
	if (!isObject(build) || build[NAMES] === void 0) return {
		claims: [],
		problems: []
	};
	const names = build[NAMES];
	const digest = build[DIGEST];
	if (typeof names !== "string") return {
		claims: [],
		problems: [`${where}: "${NAMES}" is not a text`]
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

// src/core/settings/grammar.ts
const GLOB_LIMIT = 1e3;
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/;
const REVISION = /^[0-9a-f]{7,64}$/i;
const AUTHOR = /^(?<name>[^<>\p{C}]*[\p{L}\p{N}][^<>\p{C}]*?) +<(?<email>[^<>@\s\p{C}]+@[^<>@\s\p{C}]+)>$/u;
const CONTROL = /\p{Cc}/u;
function readRepositoryName(text) {
	const name = text.slice(text.indexOf("/") + 1);
	if (REPOSITORY.test(text) && !/^\.{1,2}$/.test(name) && !/\.git$/i.test(name)) return ok(text);
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
	if (REVISION.test(text)) return ok(text.toLowerCase());
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

export { readFileSync as $, shortName as A, oneLine as B, quote as C, readReference as D, readImageName as E, annotations as F, getInput as G, showLine as H, defang as I, closeSync as J, setOutput as K, breakReferences as L, ERROR_CODES as M, EXIT_CODES as N, readTag as O, formatProblem as P, openSync as Q, clip as R, parseReference as S, readDigest as T, formatPlace as U, showInvisible as V, unreachable as W, existsSync as X, constants as Y, fstatSync as Z, formatOf as _, readGlob as a, canonicalName as b, checkBranchName as c, levelOf as d, readdirSync as et, phraseFinding as f, TEXT_NAMES as g, TEXT_GLOBS as h, readChoice as i, BumpError as j, sameImage as k, readContext as l, phraseSkip as m, INPUTS as n, randomBytes as nt, readRepoPath as o, phraseOutcome as p, summary as q, isLoopback as r, readBuilt as s, parseSettings as t, createHash as tt, createActionLog as u, checkRepoPath as v, quotePattern as w, formatReference as x, mayHoldMarkers as y, harmless as z };