import { C as quote, F as annotations, N as EXIT_CODES, U as formatPlace, V as showInvisible, d as levelOf, f as phraseFinding, j as BumpError } from "./start.js";
import { Q as readUnmarked, W as lint$1, X as LOOK_ALIKES, Y as LINT_TEXTS, Z as readSkipped, ft as readMarked, ln as toldJson, mt as readSnapshot, ot as alongside } from "./run-shared.js";
import { G as comparePlaces, M as isSearched, j as inScope } from "./wire-shared.js";
import { _ as JSON_OPTION, a as globsOf, b as TREE_OPTIONS, c as openTree, h as jsonText, u as policyFileOf, y as STRICT_OPTION } from "./cli-shared.js";
import { writeFile } from "node:fs/promises";

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
	return RULES.get(found.code)?.level ?? (levelOf(found.code) === "notice" ? "note" : "warning");
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
			stdout: args.flag("json") ? jsonText(toldJson(told)) : told.map(line).join(""),
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
function line({ code, message, place }) {
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

export { LINT_OPTIONS, lint };