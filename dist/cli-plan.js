import { i as readChoice, j as BumpError, s as readBuilt } from "./start.js";
import { Gt as findingsBeside, P as planBuilt, Ut as exitCodeOf, Wt as failureOf, et as compareByOrder, fn as report, j as rewrite, z as askedBy } from "./run-shared.js";
import { _ as JSON_OPTION, b as TREE_OPTIONS, c as openTree, d as snapshotOf, f as treeIdOf, g as sayPlan, p as writeFiles, y as STRICT_OPTION } from "./cli-shared.js";

// src/cli/plan.ts
const PLAN_OPTIONS = [
	{
		name: "image",
		value: "REF",
		repeatable: true,
		description: "What was built: name:tag[@digest]; may be repeated."
	},
	...TREE_OPTIONS,
	{
		name: "force",
		description: "Let a lower value through."
	},
	{
		name: "unmatched",
		value: "fail|warn",
		description: "When no policy concerns an image. Default: fail."
	},
	STRICT_OPTION,
	JSON_OPTION
];
async function plan(local, args, how) {
	const images = [...args.values("image"), ...args.positionals];
	if (images.length === 0) throw new BumpError("BAD_IMAGES", "Say what was built, e.g. --image ghcr.io/acme/shop:1.4.2; it may be repeated.");
	const built = readBuilt(images.join("\n"));
	const unmatched = readChoice(args.value("unmatched") ?? "fail", ["fail", "warn"]);
	if (!unmatched.ok) throw new BumpError("BAD_CALL", `--unmatched: ${unmatched.reason}`);
	const tree = await openTree(local, args);
	try {
		if (how.apply && tree.worktree === void 0) throw new BumpError("BAD_CALL", "apply writes files, and --git-dir has none. Use plan, or --worktree.");
		const snapshot = await snapshotOf(tree, ({ policies }) => askedBy(policies, built, []));
		const decided = planBuilt(snapshot, built, {
			compare: compareByOrder,
			today: local.clock.today(),
			...tree.paths === void 0 ? {} : { paths: tree.paths },
			force: args.flag("force")
		});
		const { plan, files, findings } = rewrite(snapshot.texts, decided.plan);
		if (how.apply) await writeFiles(tree, files);
		const outcome = outcomeOf(files.length > 0, decided.concerned.length > 0, how.apply);
		const told = {
			findings: [...decided.findings, ...findings],
			unmatched: decided.unmatched
		};
		const whole = report({
			groups: [],
			...told
		});
		const said = sayPlan({
			outcome,
			plan,
			files,
			...told,
			shown: findingsBeside(told, unmatched.value),
			tree: tree.commit === void 0 ? void 0 : await treeIdOf(tree, files),
			json: args.flag("json"),
			show: how,
			exitCode: exitCodeOf(whole, unmatched.value, args.flag("strict"))
		});
		if (args.flag("json")) return said;
		const failure = failureOf(whole, unmatched.value).map(({ message }) => `${message}\n`);
		return {
			...said,
			stderr: `${said.stderr}${failure.join("")}`
		};
	} finally {
		await tree.close();
	}
}
function outcomeOf(changes, concerned, apply) {
	if (changes) return apply ? "applied" : "planned";
	return concerned ? "unchanged" : "unmatched";
}

export { PLAN_OPTIONS, plan };