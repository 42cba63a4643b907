import { c as checkBranchName, j as BumpError } from "./start.js";
import { B as refusal, G as commitObject, H as objectId, L as pushRefs, R as runGit, U as packOf, V as said, W as IMAGE_BUMP, z as protectedBy } from "./cli-shared.js";

// src/adapters/git/branch-writer.ts
function gitBranchWriter({ remote }, options) {
	return {
		async commit(request) {
			const commit = await writeCommit(remote, request, options);
			request.made?.(commit);
			if (await request.holds === false) return { kind: "lost" };
			const { branch, expected, alsoDelete } = request;
			const kind = await moveWith(remote, {
				branch,
				expected,
				to: commit
			}, alsoDelete);
			return kind === "moved" ? {
				kind,
				commit
			} : { kind };
		},
		async delete(branch, expected) {
			const kind = await moveBranch(remote, {
				branch,
				expected,
				to: void 0
			});
			if (kind === "lost" && await tipOf(remote, branch) === void 0) return { kind: "moved" };
			return { kind };
		}
	};
}
async function writeCommit({ contents, gitDir }, request, { now, person = IMAGE_BUMP }) {
	const files = request.files.map(({ entry: { path }, bytes }) => ({
		path,
		bytes
	}));
	const { tree, objects } = await contents.treeWith(request.parent, files);
	if (request.tree !== void 0 && request.tree !== tree) throw new BumpError("NOT_AS_WRITTEN", `The commit for ${request.branch} would hold tree ${tree} in place of ${request.tree}.`);
	const commit = commitObject({
		tree,
		parents: [request.parent],
		message: request.message,
		author: request.author ?? person,
		committer: person,
		now: now()
	});
	await runGit(["unpack-objects", "-q"], {
		gitDir,
		input: packOf([...objects, commit], request.parent)
	});
	return objectId(commit, request.parent);
}
async function moveWith(remote, move, tickets = []) {
	if (tickets.length > 0) {
		const deletions = tickets.map(({ ref, oid }) => ({
			ref,
			expected: oid,
			to: void 0
		}));
		const answer = await pushRefs(remote, [refMove(move), ...deletions]).catch(() => void 0);
		if (answer?.kind === "moved" || answer?.kind === "lost") return answer.kind;
		const kind = await moveBranch(remote, move);
		if (kind === "moved") await pushRefs(remote, deletions, { together: false }).catch(() => void 0);
		return kind;
	}
	return await moveBranch(remote, move);
}
async function moveBranch(remote, move) {
	const { branch, to } = move;
	try {
		const answer = await pushRefs(remote, [refMove(move)]);
		if (answer.kind === "moved" || answer.kind === "lost") return answer.kind;
		throw refusedBranch(remote, branch, answer.result);
	} catch (error) {
		if (error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" && await tipOf(remote, branch).catch(() => null) === to) return "moved";
		throw error;
	}
}
function refMove({ branch, expected, to }) {
	const name = checkBranchName(branch);
	if (!name.ok) throw new BumpError("BAD_INPUT", `${name.reason}.`);
	return {
		ref: `refs/heads/${name.value}`,
		expected,
		to
	};
}
function refusedBranch({ access }, branch, result) {
	const reason = /^!\t[^\t]*\t(.*)$/m.exec(result.stdout.toString("utf8"))?.[1] ?? "";
	const text = `${result.stderr}\n! ${reason}`;
	if (protectedBy(text) !== void 0 || /internal server error|failed to report status|permission/i.test(reason)) return refusal({
		command: "push",
		url: access.url,
		need: "write",
		exitCode: result.exitCode,
		stderr: text
	});
	return new BumpError("REMOTE_REFUSED", `${access.url} did not let branch ${branch} move.${said(text)}`);
}
async function tipOf({ access, git }, branch) {
	const ref = `refs/heads/${branch}`;
	const { stdout } = await git([
		"ls-remote",
		"--quiet",
		"--end-of-options",
		access.url,
		ref
	]);
	return stdout.toString("utf8").split("\n").find((text) => text.endsWith(`\t${ref}`))?.split("	")[0];
}

export { gitBranchWriter };