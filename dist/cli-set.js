import { C as quote, D as readReference, V as showInvisible, j as BumpError, x as formatReference } from "./start.js";
import { F as planSet, Ht as nearest, Ut as exitCodeOf, Vt as finding, fn as report, j as rewrite } from "./run-shared.js";
import { _ as JSON_OPTION, a as globsOf, b as TREE_OPTIONS, c as openTree, f as treeIdOf, g as sayPlan, i as WRITE_OPTION, o as isToWrite, p as writeFiles, s as markedOf, y as STRICT_OPTION } from "./cli-shared.js";

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
		const marked = await markedOf(tree, globs ?? [], assignments);
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

export { SET_OPTIONS, set };