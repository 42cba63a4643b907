import { $ as randomUUID, D as phraseSkip, E as phraseOutcome, G as formatPlace, J as constants, L as BumpError, M as readDigest, O as canonicalName, P as readReference, R as ERROR_CODES, S as allSkips, T as phraseFinding, V as clip, W as showInvisible, X as promises, Y as existsSync, _ as plainText, a as checkRepoPath, b as sortFindings, d as shownLine, f as unifiedDiff, g as link, j as quote, k as formatReference, l as outcomeText, m as codeSpan, q as appendFileSync, s as checkBranchName, u as stepsText, v as tableRow, w as levelOf, x as allChanges, y as changesJson, z as EXIT_CODES } from "./index-shared.js";
import * as os from "os";
import { EOL } from "os";

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
const summary$1 = _summary;

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

// src/adapters/action-log.ts
const ANNOTATION_LIMIT = 10;
const ANNOTATION_LENGTH = 4096;
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
		ANNOTATE[level](clip(defangLine(text), ANNOTATION_LENGTH), properties(title, place));
	};
	return {
		info(text) {
			for (const line of text.replace(/\r?\n$/, "").split(/\r\n|\r|\n/)) print(defangLine(line));
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
function defangLine(line) {
	return line.split("	").map(showInvisible).join("	").replace(/^(\s*):(?=:)/, "$1: ").replace(/##(?=\[)/g, "# #");
}
function secretForms(secret) {
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
		title: defangLine(title),
		...place === void 0 ? {} : { file: defangLine(place.path) },
		...place?.line === void 0 ? {} : { startLine: place.line },
		...place?.column === void 0 ? {} : { startColumn: place.column }
	};
}
function printLine(line) {
	process.stdout.write(`${line}\n`);
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

// src/core/report/summary.ts
const SUMMARY_LIMIT = 9e5;
function summary(report, limit = SUMMARY_LIMIT) {
	const sections = [
		outcomeSection(report),
		table("What changes", [
			"file",
			"policy",
			"part",
			"from",
			"to"
		], allChanges(report.groups).map(changeCells)),
		table("Findings", ["where", "what"], sortFindings(report.findings).map(findingCells)),
		table("Why the others stay", [
			"file",
			"policy",
			"value",
			"candidate",
			"why"
		], allSkips(report.groups).map(skipCells)),
		diffSection(report.groups.flatMap(({ diffs }) => diffs))
	];
	let left = limit;
	let text = "";
	for (const section of sections) {
		const fitted = fit(section, left);
		left -= byteLength(fitted);
		text += fitted;
	}
	return text;
}
function outcomeSection({ outcome, groups, unmatched, error }) {
	return {
		head: ["## image-bump", ""],
		lines: [
			...errorLines(error),
			...groups.map(groupItem),
			...unmatched.map((image) => `- No policy concerns ${codeSpan(formatReference(image))}.`),
			...groups.length + unmatched.length === 0 && error === void 0 ? [phraseOutcome(outcome)] : []
		],
		foot: [""]
	};
}
function errorLines(error) {
	if (error === void 0) return [];
	const [first = "", ...rest] = error.message.split("\n").map(plainText);
	return [
		`${phraseOutcome("failed")} ${codeSpan(error.code)}: ${first}`,
		...rest.map((line) => `- ${line}`),
		""
	];
}
function groupItem({ label, outcome, because, pullRequest, commit, branch }) {
	const more = because === void 0 ? "" : ` ${plainText(because)}`;
	const where = pullRequest === void 0 ? [commit, branch].filter((name) => name !== void 0).map((name) => ` ${codeSpan(name)}`).join(" on") : ` ${link(`${pullRequest.title} (${pullRequest.number})`, pullRequest.url)}`;
	return `- **${plainText(label)}**: ${phraseOutcome(outcome)}${more}${where}`;
}
function changeCells({ field, policy, from, to }) {
	return [
		codeSpan(formatPlace(field.place)),
		codeSpan(policy),
		field.marker.part,
		value(from),
		value(to)
	];
}
function skipCells(skip) {
	const { field, policy, current, candidate } = skip;
	return [
		codeSpan(formatPlace(field.place)),
		codeSpan(policy),
		value(current),
		candidate === void 0 ? "" : value(candidate),
		plainText(phraseSkip(skip))
	];
}
const VALUE_LIMIT = 300;
function value(text) {
	return codeSpan(clip(text, VALUE_LIMIT));
}
function findingCells(found) {
	return [found.place === void 0 ? "" : codeSpan(formatPlace(found.place)), `${codeSpan(found.code)} ${plainText(phraseFinding(found))}`];
}
const NOTHING = {
	head: [],
	lines: [],
	foot: []
};
function table(title, columns, rows) {
	if (rows.length === 0) return NOTHING;
	const rule = tableRow(columns.map(() => "---"));
	return {
		head: [
			`### ${title}`,
			"",
			tableRow(columns),
			rule
		],
		lines: rows.map(tableRow),
		foot: [""]
	};
}
function diffSection(diffs) {
	const lines = diffs.flatMap(unifiedDiff).map(shownLine);
	if (lines.length === 0) return NOTHING;
	let fence = "```";
	for (const line of lines) while (line.includes(fence)) fence += "`";
	return {
		head: [
			"### Diff",
			"",
			`${fence}diff`
		],
		lines,
		foot: [fence, ""]
	};
}
function fit({ head, lines, foot }, limit) {
	const whole = joinLines([
		...head,
		...lines,
		...foot
	]);
	if (byteLength(whole) <= limit) return whole;
	const note = (left) => [
		...foot,
		`_${left} lines more did not fit into this summary._`,
		""
	];
	let room = limit - byteLength(joinLines([...head, ...note(lines.length)]));
	if (room < 0) return "";
	const kept = [];
	for (const line of lines) {
		room -= byteLength(line) + 1;
		if (room < 0) break;
		kept.push(line);
	}
	return joinLines([
		...head,
		...kept,
		...note(lines.length - kept.length)
	]);
}
function joinLines(lines) {
	return lines.map((line) => `${line}\n`).join("");
}
function byteLength(text) {
	let bytes = text.length;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit > 127) bytes += unit <= 2047 || unit >= 55296 && unit <= 57343 ? 1 : 2;
	}
	return bytes;
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
	const counts = report.findings.some(({ code }) => levelOf(code) !== "notice");
	return strict && counts ? EXIT_CODES[ERROR_CODES.FINDINGS] : 0;
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

// src/action.ts
async function main(log) {
	for (const name of ["token", "source-token"]) log.mask(getInput(name));
	const settings = parseSettings({ get: (name) => getInput(name) }, readContext(process.env));
	const [{ run }, { wire }] = await Promise.all([import("./index-run.js"), import("./index-wire.js")]);
	const { ports, close } = await wire(settings, log);
	try {
		const report = await run(settings, ports);
		await tell(report, log, settings.unmatched);
		const failure = failureOf(report, settings.unmatched);
		for (const { message, place } of failure) log.problem(message, place);
		return exitCodeOf(report, settings.unmatched);
	} finally {
		await close();
	}
}
async function tell(report, log, unmatched) {
	for (const found of findingsBeside(report, unmatched)) log.finding(found);
	log.info(`${outcomeText(report)}${stepsText(report)}`);
	for (const [name, value] of Object.entries(outputs(report))) setOutput(name, value);
	if (process.env["GITHUB_STEP_SUMMARY"] !== void 0) await summary$1.addRaw(summary(report)).write();
}
const log = createActionLog();
try {
	process.exitCode = await main(log);
} catch (error) {
	const known = error instanceof BumpError ? error : new BumpError("BUG", String(error), { cause: error });
	for (const { message, place } of known.problems) log.problem(`${known.code}: ${message}`, place);
	setOutput("outcome", "failed");
	process.exitCode = known.exitCode;
} finally {
	log.close();
}

export {  };