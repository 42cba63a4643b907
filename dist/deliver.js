import { M as blocked, c as messageOf, f as comparisonFor, g as planOf, h as heldBy, j as rewrite, o as isAgain, p as decideAll, r as writeCommit, t as filesOf } from "./run-shared.js";

// src/run/deliver.ts
async function deliverCommit(job, { group, policies }, scene) {
	const { view } = scene;
	const compare = await comparisonFor(job, policies, scene, void 0);
	const decisions = decideAll(job, scene, policies, void 0, compare);
	const { plan, files, findings } = rewrite(view.content.texts, planOf(decisions));
	const delivered = (outcome, more = {}) => ({
		report: {
			key: group.key,
			label: group.label,
			outcome,
			branch: job.base,
			plan,
			diffs: files,
			...more
		},
		findings: [...decisions.flatMap(blocked), ...findings]
	});
	const held = heldBy(plan);
	if (plan.changes.length === 0) return held === void 0 ? delivered("unchanged") : delivered("held", { because: held });
	if (job.settings.dryRun) return delivered("planned");
	const brought = await writeCommit(job, {
		branch: job.base,
		expected: view.commit,
		parent: view,
		files: filesOf(view, files),
		message: messageOf(job, group, {
			plan,
			decisions
		})
	});
	return isAgain(brought) ? brought : delivered("committed", { commit: brought.commit });
}

export { deliverCommit };