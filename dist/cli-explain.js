import { C as quote, R as clip, U as formatPlace, V as showInvisible, W as unreachable, f as phraseFinding, j as BumpError, w as quotePattern } from "./start.js";
import { $ as lintField, Dt as findPolicy, G as nearestPolicy, J as selectListed, Kt as alignColumns, Mt as extractFrom, at as shown, et as compareByOrder, it as rankExtracted, nt as isRefusal, on as explainJson, q as holdOn, rt as rank, tt as compareRanked, ut as fieldsByPolicy } from "./run-shared.js";
import { j as inScope } from "./wire-shared.js";
import { _ as JSON_OPTION, b as TREE_OPTIONS, c as openTree, d as snapshotOf, h as jsonText, m as jsonPieces } from "./cli-shared.js";

// src/core/report/explain.ts
const SCREEN = 20;
const RUNNERS_UP = 12;
const CELL = 160;
function explainTags(policy, selection, hold) {
	const { selected, refused, failure, tie } = selection;
	const { count, runnersUp, out } = losers(policy, refused);
	const shownOut = out.slice(0, SCREEN - Math.min(runnersUp.length, RUNNERS_UP));
	const shownUp = runnersUp.slice(0, SCREEN - shownOut.length);
	const more = count - shownUp.length - shownOut.length;
	return [
		lines(howItReads(policy, hold)),
		"\n",
		lines(selected === void 0 ? [`picks nothing${failure === void 0 ? "" : `: ${failure}`}`] : winnerLines(policy, selected, tie?.other, hold)),
		shownUp.length === 0 ? "" : `\n${table([
			"not",
			"read as",
			"why"
		], policy, shownUp)}`,
		shownOut.length === 0 ? "" : `\n${table([
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
	return `${lines(howItReads(policy, hold))}\n${markers}`;
}
function howItReads(policy, hold) {
	const { filter, digest, paths } = policy;
	const compared = filter?.extract === "" ? "" : `, compares ${quote(filter?.extract ?? "")}`;
	return [
		`${policy.name} follows ${policy.image} (${formatPlace(policy.place)})`,
		...filter === void 0 ? [] : [`  counts tags that match ${quotePattern(filter.pattern)}${compared}`],
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
	const ranked = rank(policy, tag);
	const read = isRefusal(ranked) ? "" : readAs(policy, ranked);
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
	let count = 0;
	for (const { tag, extracted, why } of refused) {
		count += 1;
		const ranked = extracted === void 0 ? void 0 : rankExtracted(policy.order, tag, extracted);
		if (ranked !== void 0 && !isRefusal(ranked)) {
			insert(policy, runnersUp, {
				tag,
				why,
				ranked
			});
			continue;
		}
		const alike = out[ranked?.kind ?? "filter"];
		if (alike.length < SCREEN) alike.push({
			tag,
			why,
			ranked: void 0
		});
	}
	return {
		count,
		runnersUp,
		out: [
			...out.range,
			...out.unreadable,
			...out.filter
		]
	};
}
function insert({ order }, runnersUp, one) {
	let at = runnersUp.length;
	if (order.kind !== "commit") for (let above = runnersUp[at - 1]; above !== void 0; above = runnersUp[at - 1]) {
		if (compareRanked(order, one.ranked, above.ranked) <= 0) break;
		at -= 1;
	}
	if (at === SCREEN) return;
	runnersUp.splice(at, 0, one);
	if (runnersUp.length > SCREEN) runnersUp.pop();
}
function table(head, policy, rows) {
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
function lines(texts) {
	return texts.map((text) => `${showInvisible(text)}\n`).join("");
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
		const snapshot = await snapshotOf(tree, (rules) => /* @__PURE__ */ new Set([policyNamed(rules, name)]));
		const policy = policyNamed(snapshot, name);
		const file = args.value("tags-from");
		const today = local.clock.today();
		if (file === void 0) return describe({
			policy,
			name,
			snapshot,
			today,
			json: args.flag("json")
		});
		const selection = selectListed(policy, readTags(await readText(file)));
		const { selected } = selection;
		if (args.flag("json")) {
			const { refused, ...head } = explainJson({
				...selection,
				policy: name
			});
			return {
				...done(""),
				more: jsonPieces(head, "refused", refused)
			};
		}
		const hold = holdOn(policy, selected, today, compareByOrder);
		return done(explainTags(policy, selection, hold));
	} finally {
		await tree.close();
	}
}
function readTags(text) {
	if (/^\s*[[{]/.test(text)) {
		const json = parseJson(text);
		const value = Array.isArray(json) ? json : tagsOf(json);
		if (!Array.isArray(value) || !value.every((tag) => typeof tag === "string")) throw new BumpError("BAD_CALL", "--tags-from: the JSON is not an array of texts. Write e.g. [\"1.4.2\", \"1.5.0\"].");
		return value;
	}
	return text.split("\n").filter((line) => line !== "");
}
function tagsOf(listing) {
	return listing["tags"] ?? listing["Tags"];
}
function parseJson(text) {
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
function describe(what) {
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

export { EXPLAIN_OPTIONS, explain };