import { C as quote, j as BumpError } from "./start.js";
import { a as isLimited, o as isTransient, r as answeredAt } from "./wire-shared.js";

// src/adapters/github/errors.ts
const PROTECTED = /protected branch|rule violation|through a pull request|merge queue|required status check|cannot (?:update|delete|create|force)|not authorized to push/i;
const MAY_NOT = /not accessible by (?:integration|personal access token)|must have (?:admin|push|write)|do(?:es)? not have (?:permission|the correct permissions|write access)|permission to/i;
function toBumpError(failure, ask) {
	const { status } = failure;
	if (status === 401) return badToken(failure);
	if (isLimited(failure)) return rateLimited(failure, ask, void 0);
	if (isTransient(failure)) return unavailable(failure, ask);
	if (failure.headers.sso?.startsWith("required") === true) return singleSignOn(failure, ask);
	if (failure.says(/GitHub Actions is not permitted to create or approve pull requests/i)) return actionsMayNotOpen(failure, ask);
	if (failure.says(/without [`'"]?workflows?[`'"]? (?:permission|scope)/i)) return permissionMissing(failure, {
		...ask,
		permission: "workflows: write"
	});
	if (ask.branch !== void 0 && failure.says(PROTECTED)) return branchProtected(failure, ask, ask.branch);
	if (status === 403 || failure.hasType("FORBIDDEN", "INSUFFICIENT_SCOPES") || failure.says(MAY_NOT)) return permissionMissing(failure, ask);
	if (status === 404 || failure.hasType("NOT_FOUND")) return notFound(failure, ask);
	return refused(failure, ask);
}
function rateLimited(failure, ask, waitMs) {
	return told("RATE_LIMITED", failure, ask, `its rate limit is used up. Run again ${whenAgain(failure, waitMs)}.`);
}
function whenAgain({ headers }, waitMs) {
	if (waitMs === void 0) return "later";
	const at = answeredAt(headers) + waitMs;
	return Number.isNaN(at) ? `in ${Math.ceil(waitMs / 1e3)} s` : `after ${new Date(at).toISOString()}`;
}
function moved(failure, ask, name) {
	const what = `Repository ${ask.repository} has moved to ${quote(name)}. Write the new name.`;
	return new BumpError("REPOSITORY_NOT_FOUND", what, { cause: failure });
}
function redirected(failure, ask) {
	const to = failure.headers.location ?? "nowhere";
	return told("REMOTE_REFUSED", failure, ask, `it redirects to ${quote(to)}, and the token is not sent after redirects.`);
}
function notAnAnswer(ask) {
	return new BumpError("REMOTE_UNAVAILABLE", `We could not ${ask.to} (${ask.repository}): the answer is not GitHub's. Is there a proxy in between?`);
}
function badToken(failure) {
	return new BumpError("BAD_TOKEN", "GitHub does not take the token (HTTP 401): it is wrong, expired or revoked. Give a valid one as input \"token\".", { cause: failure });
}
function unavailable(failure, ask) {
	return told("REMOTE_UNAVAILABLE", failure, ask, `it is not answering properly (${failure.status === void 0 ? failure.message : `HTTP ${failure.status}, ${failure.message}`}). Run again later.`);
}
function singleSignOn(failure, ask) {
	const url = /url=(\S+)/.exec(failure.headers.sso ?? "")?.[1];
	return told("PERMISSION_MISSING", failure, ask, `the token must be authorized for single sign-on${url === void 0 ? "" : ` at ${quote(url)}`}.`);
}
function actionsMayNotOpen(failure, ask) {
	return told("PERMISSION_MISSING", failure, ask, "a setting forbids it. Switch on \"Allow GitHub Actions to create and approve pull requests\" under Settings > Actions > General > Workflow permissions of the repository (or of its organization), or give the token of a GitHub App.");
}
function permissionMissing(failure, ask) {
	return told("PERMISSION_MISSING", failure, ask, `the token lacks the permission ${acceptedPermissions(failure) ?? ask.permission} (${failure.message}). Grant it in the job's "permissions:", or to the token.`);
}
function acceptedPermissions({ headers }) {
	const accepted = headers.acceptedPermissions?.trim() ?? "";
	if (!/^[a-z_]+=[a-z]+(?:[;,] *[a-z_]+=[a-z]+)*$/.test(accepted)) return void 0;
	return accepted.split(/; */).map((all) => all.replaceAll("_", "-").replaceAll("=", ": ").replaceAll(/, */g, " and ")).join(" or ");
}
function branchProtected(failure, ask, branch) {
	return told("BRANCH_PROTECTED", failure, ask, `branch ${quote(branch)} is protected (${failure.message}). Exempt the token from the rule, or let the rule leave out this branch.`);
}
function notFound(failure, ask) {
	return told("REPOSITORY_NOT_FOUND", failure, ask, `it finds no such thing (${failure.message}). Check the name ${ask.repository}; a private repository looks just the same to a token without access to it (${ask.permission}).`);
}
function refused(failure, ask) {
	const status = failure.status === 200 ? "" : ` (HTTP ${failure.status})`;
	return told("REMOTE_REFUSED", failure, ask, `${refusalHint(failure)}it says: ${failure.message}${status}.`);
}
function refusalHint(failure) {
	const field = failure.problems.find(({ code }) => code === "invalid")?.field;
	if (field === "head" || field === "base") return `the ${field} branch is not there or not usable; `;
	if (failure.says(/body is too long/i)) return "the text is longer than 65,536 characters; ";
	if (failure.status === 410) return "the feature is switched off in this repository; ";
	return "";
}
function told(code, cause, ask, say) {
	return new BumpError(code, `GitHub would not let us ${ask.to} (${ask.repository}): ${say}`, { cause });
}

export { moved, notAnAnswer, rateLimited, redirected, toBumpError };