import { A as groupOf, K as concerning, gt as parsePolicyFile, lt as decode } from "./run-shared.js";
import { j as inScope } from "./wire-shared.js";

// src/core/pull-request/build-scope.ts
function buildScope(config, built, changed) {
	const text = decode(config.bytes);
	if (text === void 0) return [];
	const { policies, pullRequests, flux } = parsePolicyFile(config.path, text);
	if (flux) return void 0;
	const isConcerned = (policy) => concerning(policy, built).length > 0;
	const groupKey = (policy) => groupOf(pullRequests.group, policy).key;
	const groups = new Set(policies.filter(isConcerned).map(groupKey));
	const mayBePending = (policy) => groups.has(groupKey(policy)) && changed.some((path) => inScope(policy.paths, path));
	const globs = /* @__PURE__ */ new Set();
	for (const policy of policies) {
		if (!isConcerned(policy) && !mayBePending(policy)) continue;
		if (policy.paths === void 0) return void 0;
		for (const glob of policy.paths) globs.add(glob);
	}
	return [...globs];
}

export { buildScope };