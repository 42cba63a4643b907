import { c as parseSlug, d as putNames, f as soonAfterOpening, m as behind, u as attempt } from "./wire-shared.js";

// src/adapters/github/decorate/decorate.ts
async function decorate(client, repository, pullRequest, wanted, already) {
	const on = {
		client,
		repository,
		pullRequest
	};
	const labels = await putLabels(on, wanted.labels, already.labels);
	const reviewers = await putReviewers(on, wanted.reviewers, already.reviewers);
	const teamReviewers = await putTeamReviewers(on, wanted.teamReviewers, already.teamReviewers);
	const assignees = await putAssignees(on, wanted.assignees, already.assignees);
	const milestone = await putMilestone(on, wanted.milestone, already.milestone);
	const armed = await putAutoMerge(on, wanted.autoMerge, already.autoMerge);
	const title = milestone.worn[0];
	return {
		worn: {
			labels: labels.worn,
			reviewers: reviewers.worn,
			teamReviewers: teamReviewers.worn,
			assignees: assignees.worn,
			...title === void 0 ? {} : { milestone: title },
			autoMerge: armed.worn
		},
		failures: [
			labels,
			reviewers,
			teamReviewers,
			assignees,
			milestone,
			armed
		].flatMap(({ failures }) => failures),
		merge: armed.merge
	};
}
async function putAutoMerge(on, method, already) {
	if (method === "off") return {
		worn: already,
		failures: [],
		merge: "none"
	};
	const { armAutoMerge } = await import("./auto-merge.js");
	return await armAutoMerge(on, method, already);
}
function putLabels({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		issue_number: pullRequest.number
	};
	const request = {
		to: "put on labels",
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	return putNames({
		kind: "label",
		names: {
			wanted,
			present: pullRequest.labels,
			already
		},
		send: async (labels) => {
			return (await soonAfterOpening(client, () => client.rest(request, (api) => api.issues.addLabels({
				...slug,
				labels: [...labels]
			})))).map(({ name }) => name);
		},
		fix: (error) => {
			const failure = behind(error);
			const mayNotCreate = failure?.says(/create labels/i) === true || failure?.hasCode("unauthorized") === true;
			const permission = "give the job \"issues: write\", or create the label in the repository.";
			return mayNotCreate ? `The label does not exist yet: ${permission}` : `If the label does not exist yet: ${permission}`;
		},
		ignored: "GitHub did not put it on. Create the label in the repository."
	});
}
function putReviewers({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		pull_number: pullRequest.number
	};
	const request = {
		to: "ask for reviews",
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	const author = pullRequest.author.replace(/\[bot\]$/, "").toLowerCase();
	const others = wanted.filter((name) => name.replace(/\[bot\]$/, "").toLowerCase() !== author);
	return putNames({
		kind: "reviewer",
		names: {
			wanted: others,
			present: pullRequest.reviewers,
			already
		},
		send: async (reviewers) => {
			await soonAfterOpening(client, () => client.rest(request, (api) => api.pulls.requestReviewers({
				...slug,
				reviewers: [...reviewers]
			})));
			return reviewers;
		},
		fix: () => "A reviewer must have access to the repository; check the login.",
		ignored: ""
	});
}
function putTeamReviewers({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		pull_number: pullRequest.number
	};
	const request = {
		to: "ask a team for a review",
		repository,
		permission: "members: read",
		repeatable: true
	};
	const slugs = (teams) => teams.map((team) => team.slice(team.lastIndexOf("/") + 1));
	return putNames({
		kind: "team reviewer",
		names: {
			wanted: slugs(wanted),
			present: pullRequest.teamReviewers,
			already: slugs(already)
		},
		send: async (teams) => {
			await soonAfterOpening(client, () => client.rest(request, (api) => api.pulls.requestReviewers({
				...slug,
				team_reviewers: [...teams]
			})));
			return teams;
		},
		fix: () => "Teams need the token of a GitHub App (or person) with \"members: read\" of the organization, which GITHUB_TOKEN never has, and the team needs access to the repository.",
		ignored: ""
	});
}
function putAssignees({ client, repository, pullRequest }, wanted, already) {
	const slug = {
		...parseSlug(repository),
		issue_number: pullRequest.number
	};
	const request = {
		to: "assign people",
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	return putNames({
		kind: "assignee",
		names: {
			wanted,
			present: pullRequest.assignees,
			already
		},
		send: async (assignees) => {
			return ((await soonAfterOpening(client, () => client.rest(request, (api) => api.issues.addAssignees({
				...slug,
				assignees: [...assignees]
			})))).assignees ?? []).map(({ login }) => login);
		},
		fix: () => "An assignee must have access to the repository; check the login.",
		ignored: "GitHub left it out: an assignee must have access to the repository; check the login."
	});
}
async function putMilestone(on, wanted, already) {
	const current = on.pullRequest.milestone;
	const before = already === void 0 ? [] : [already];
	if (wanted === void 0 || already === wanted) return {
		worn: before,
		failures: []
	};
	if (current !== void 0) return {
		worn: current === wanted ? [wanted] : before,
		failures: []
	};
	const failure = await attempt(`milestone ${wanted}`, () => setMilestone(on, wanted));
	return {
		worn: failure === void 0 ? [wanted] : before,
		failures: failure === void 0 ? [] : [failure]
	};
}
async function setMilestone({ client, repository, pullRequest }, wanted) {
	const slug = parseSlug(repository);
	const about = {
		repository,
		permission: "pull-requests: write",
		repeatable: true
	};
	const reading = {
		...about,
		to: "look up the milestone"
	};
	const open = await client.rest(reading, (api) => api.issues.listMilestones({
		...slug,
		state: "open",
		per_page: 100
	}));
	const milestone = open.find(({ title }) => title === wanted) ?? open.find(({ number }) => String(number) === wanted);
	if (milestone === void 0) return {
		what: `milestone ${wanted}`,
		reason: "No open milestone has this title or number. Create it, or correct the name."
	};
	const writing = {
		...about,
		to: "set the milestone"
	};
	const change = {
		...slug,
		issue_number: pullRequest.number,
		milestone: milestone.number
	};
	await soonAfterOpening(client, () => client.rest(writing, (api) => api.issues.update(change)));
}

export { decorate };