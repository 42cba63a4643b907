import { j as BumpError } from "./start.js";
import { C as asTicket } from "./wire-shared.js";
import { G as commitObject, H as objectId, L as pushRefs, M as FETCH, R as runGit, U as packOf, W as IMAGE_BUMP } from "./cli-shared.js";

// src/adapters/git/queue.ts
function gitQueue(remote, { now, person = IMAGE_BUMP }) {
	const { access, git, gitDir } = remote;
	return {
		async list(prefix, own) {
			await git([
				...FETCH,
				"--prune",
				"--end-of-options",
				access.url,
				`+${prefix}*:${prefix}*`
			]);
			return (await ticketsIn(gitDir)).filter(({ ref }, at) => ref.startsWith(prefix) && (at < MOST_LISTED || ref === own.ref));
		},
		async join(ref, text) {
			const { stdout } = await runGit([
				"for-each-ref",
				"--count=1",
				"--format=%(objectname)"
			], { gitDir });
			const like = stdout.toString("latin1").trim();
			if (like === "") throw new BumpError("BUG", "A place in a queue is taken before anything was fetched.");
			const empty = {
				type: "tree",
				bytes: Buffer.alloc(0)
			};
			const tree = objectId(empty, like);
			const commit = commitObject({
				tree,
				parents: [],
				message: text,
				author: person,
				committer: person,
				now: now()
			});
			const oid = objectId(commit, like);
			await runGit(["unpack-objects", "-q"], {
				gitDir,
				input: packOf([empty, commit], like)
			});
			const { kind } = await pushRefs(remote, [{
				ref,
				expected: void 0,
				to: oid
			}]);
			if (kind !== "moved") throw new BumpError("REMOTE_REFUSED", `${access.url} did not take ${ref}`);
			return {
				ref,
				oid
			};
		},
		async leave(tickets) {
			if (tickets.length === 0) return;
			const moves = tickets.map(({ ref, oid }) => ({
				ref,
				expected: oid,
				to: void 0
			}));
			await pushRefs(remote, moves, { together: false });
		}
	};
}
async function ticketsIn(gitDir) {
	const { stdout } = await runGit([
		"for-each-ref",
		"--format=%(objectname) %(refname)",
		"refs/image-bump/queue/"
	], { gitDir });
	return stdout.toString("utf8").split("\n").flatMap((line) => {
		const [oid = "", name = ""] = line.split(" ");
		const ref = asTicket(name);
		return ref === void 0 ? [] : [{
			ref,
			oid
		}];
	});
}
const MOST_LISTED = 100;

export { gitQueue, ticketsIn };