import { C as quote, U as formatPlace, V as showInvisible, b as canonicalName, j as BumpError } from "./start.js";
import { At as isFluxVersion, Et as FLUX_TEXT, Nt as extractText, Ot as readRange, Pt as readFilter, _t as readDateFormat, jt as parseVersion, kt as compareVersions, mt as readSnapshot, nt as isRefusal, rt as rank } from "./run-shared.js";
import { _ as JSON_OPTION, b as TREE_OPTIONS, c as openTree, h as jsonText, t as readFiles } from "./cli-shared.js";

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
const WORDS = "dev|develop|development|qa|uat|staging|stage|stg|pre-?prod|prod|production|prd|sandbox";
const KNOWN = new RegExp(`^(?:${WORDS})(?:[-_.][\\w.-]*)?$`, "i");
const FILE = new RegExp(`(?:^|[-_.])(${WORDS})\\.ya?ml$`, "i");
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
	return !isRefusal(rank({
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
	return rangeRule(tags.flatMap((tag) => extractText(filter.value, tag) ?? []), {
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
			return counted.length === 0 ? [] : [propose(environment ?? NO_ENVIRONMENT, counted, several, names)];
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
function propose(environment, seen, scoped, names) {
	const image = seen[0]?.use.image ?? "";
	const tags = [...new Set(seen.flatMap(({ use }) => use.tag === void 0 ? [] : [use.tag]))].sort();
	const rule = proposeRule(tags);
	const paths = [...new Set(seen.map(({ path }) => environmentOf(path)?.glob ?? globOf(path)))];
	const why = scoped && paths.some(({ length }) => length > LONGEST_GLOB) ? "its path is too long for the policy file: choose another glob" : whyNot(tags, rule);
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
function whyNot(tags, rule) {
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
		...flux.map(({ name, image, place }) => comment(`  ${name} follows ${image} (${formatPlace(place)})`)),
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
		...section("Images of Docker's library, which nobody builds here and so have no policy", official),
		...section("Images that no marker can stand with yet", unmovable.map(({ image, place, why }) => `${image} (${formatPlace(place)}): ${why}`))
	];
}
function section(title, lines) {
	return lines.length === 0 ? [] : [
		"",
		`# ${title}:`,
		...lines.map((line) => comment(`  ${line}`))
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
function comment(text) {
	return `# ${visible(text)}`;
}
function visible(text) {
	return text.replace(/[^\P{C}]|[\u2028\u2029]/gu, "?");
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
		const files = await readFiles(tree);
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

export { INIT_OPTIONS, init };