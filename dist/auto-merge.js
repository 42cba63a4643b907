import { j as BumpError } from "./start.js";
import { c as parseSlug, m as behind, u as attempt } from "./wire-shared.js";

// src/adapters/github/decorate/auto-merge.ts
async function armAutoMerge(on, method, already) {
	const { autoMerge } = on.pullRequest;
	if (autoMerge || already) return {
		worn: true,
		failures: [],
		merge: "none"
	};
	let merge = "none";
	const failure = await attempt("auto-merge", async () => {
		const outcome = await arm(on, method);
		if (typeof outcome !== "string") return outcome;
		merge = outcome;
	});
	return {
		worn: failure === void 0,
		failures: failure === void 0 ? [] : [failure],
		merge
	};
}
const FIXES = [
	[/Auto merge is not allowed|auto-merge is not allowed/i, "Auto-merge is not allowed in this repository. Switch on \"Allow auto-merge\" under Settings > General > Pull Requests."],
	[/Protected branch rules not configured/i, "Auto-merge waits for requirements, and the base branch has none. Protect it with a required check or review."],
	[/draft/i, "A draft cannot be merged. Take \"draft: true\" out of the rule, or mark the pull request as ready for review."],
	[/unstable status/i, "A check that is not required is failing or still running. Make it required, or let it pass, and run again."],
	[/merge method|merging is not allowed|merges are not allowed/i, "The repository does not allow this merge method. Choose another."]
];
const NOT_YET = /unstable status|unknown status|status is unknown|\bUNKNOWN\b/i;
async function arm(on, method) {
	const { client, repository, pullRequest } = on;
	const { id, isDraft, autoMergeAllowed } = await look(on);
	if (isDraft) return failed("draft");
	if (!autoMergeAllowed) return failed("Auto merge is not allowed");
	const document = "mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { clientMutationId } }";
	const input = {
		pullRequestId: id,
		mergeMethod: method.toUpperCase(),
		expectedHeadOid: pullRequest.headOid
	};
	const request = {
		to: "switch on auto-merge",
		repository,
		permission: "contents: write",
		repeatable: true
	};
	for (let waitMs = 1e3;; waitMs *= 2) try {
		await client.graphql(request, document, { input });
		return "armed";
	} catch (error) {
		const failure = behind(error);
		if (failure === void 0 || failure.status !== 200) throw error;
		if (failure.says(/already enabled/i)) return "armed";
		if (failure.says(/clean status/i)) return mergeNow(on, id, method);
		if (!failure.says(NOT_YET) && !failure.says(/Could not resolve to a node/i)) return failed(failure.message, error);
		if (waitMs > 4e3) return failed(failure.message, error);
		await client.pause(waitMs);
	}
}
async function look({ client, repository, pullRequest }) {
	const { owner, repo } = parseSlug(repository);
	const document = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { autoMergeAllowed pullRequest(number: $number) { id isDraft } }
}`;
	const request = {
		to: "look at the pull request",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const { autoMergeAllowed, pullRequest: pull } = (await client.graphql(request, document, {
		owner,
		name: repo,
		number: pullRequest.number
	})).repository;
	if (pull === null) throw new BumpError("REMOTE_REFUSED", `GitHub does not find pull request #${pullRequest.number}.`);
	return {
		autoMergeAllowed,
		...pull
	};
}
async function mergeNow(on, id, method) {
	const { client, repository, pullRequest } = on;
	if (await hasMergeQueue(on)) {
		const document = "mutation ($input: EnqueuePullRequestInput!) { enqueuePullRequest(input: $input) { clientMutationId } }";
		const request = {
			to: "put it in the merge queue",
			repository,
			permission: "contents: write",
			repeatable: false
		};
		await client.graphql(request, document, { input: {
			pullRequestId: id,
			expectedHeadOid: pullRequest.headOid
		} });
		return "queued";
	}
	const request = {
		to: "merge the pull request",
		repository,
		permission: "contents: write",
		repeatable: false
	};
	const how = {
		pull_number: pullRequest.number,
		sha: pullRequest.headOid,
		merge_method: method
	};
	try {
		await client.rest(request, (api) => api.pulls.merge({
			...parseSlug(repository),
			...how
		}));
		return "merged";
	} catch (error) {
		if (error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" && await isMerged(on)) return "merged";
		const failure = behind(error);
		if (failure?.status !== 405 && failure?.status !== 409) throw error;
		return failed(failure.message, error);
	}
}
async function hasMergeQueue({ client, repository, pullRequest }) {
	const { owner, repo } = parseSlug(repository);
	const document = `query ($owner: String!, $name: String!, $branch: String!) {
  repository(owner: $owner, name: $name) { mergeQueue(branch: $branch) { id } }
}`;
	const request = {
		to: "look for a merge queue",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	return (await client.graphql(request, document, {
		owner,
		name: repo,
		branch: pullRequest.base
	})).repository.mergeQueue !== null;
}
async function isMerged({ client, repository, pullRequest }) {
	const request = {
		to: "look at the pull request",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const which = {
		...parseSlug(repository),
		pull_number: pullRequest.number
	};
	return (await client.rest(request, (api) => api.pulls.get(which))).merged_at !== null;
}
function failed(said, error) {
	const fix = FIXES.find(([pattern]) => pattern.test(said))?.[1];
	const plain = error instanceof BumpError ? error.message : said;
	return {
		what: "auto-merge",
		reason: fix ?? plain
	};
}

export { armAutoMerge };