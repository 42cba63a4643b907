import { A as BumpError, C as quote, D as readTag, E as readReference, O as sameImage, T as readImageName, a as readGlob, k as shortName, n as INPUTS, o as readRepoPath, p as phraseOutcome, w as readDigest } from "./start.js";
import { A as SCREEN_TEXTS, At as planJson, B as readStream, F as searchGlobs, Ft as report, G as withoutFinalNewlines, H as listAtoms, N as readMarked, P as readSnapshot, R as scan, U as lineIndex, V as blockStart, W as placeIn, _t as planText, at as isPair, ct as finding, ht as findingsText, it as isMap, j as decode, lt as nearest, nt as isAlias, ot as isScalar, rt as isCollection, st as isSeq, tt as FLUX_GROUP } from "./run-shared.js";
import { T as inScope } from "./wire-shared.js";

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
		const text = path !== config && inScope(paths, path) ? decode(bytes) : void 0;
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

export { STRICT_OPTION as _, globsOf as a, openTree as c, treeIdOf as d, writeFiles as f, RUN_OPTIONS as g, JSON_OPTION as h, WRITE_OPTION as i, policyFileOf as l, sayPlan as m, whyNowhere as n, isToWrite as o, jsonText as p, withNames as r, markedOf as s, readFiles as t, snapshotOf as u, TREE_OPTIONS as v, readArguments as y };