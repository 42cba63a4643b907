import { j as BumpError } from "./start.js";
import { G as commitObject, H as objectId, L as pushRefs, N as connect, R as runGit, U as packOf, W as IMAGE_BUMP } from "./cli-shared.js";

// src/adapters/git/keepsake.ts
async function leaveKeepsake(options, { now, person = IMAGE_BUMP }, { ref, expected, message, files }) {
	const remote = await connect(options);
	try {
		const blobs = [...files].map(([path, bytes]) => [path, {
			type: "blob",
			bytes: Buffer.from(bytes)
		}]);
		const trees = treesOf(blobs);
		const tree = objectId(trees[0], SHA_1);
		const commit = commitObject({
			tree,
			parents: [],
			message,
			author: person,
			committer: person,
			now: now()
		});
		const objects = [
			...blobs.map(([, blob]) => blob),
			...trees,
			commit
		];
		await runGit(["unpack-objects", "-q"], {
			gitDir: remote.gitDir,
			input: packOf(objects, SHA_1)
		});
		const { kind } = await pushRefs(remote, [{
			ref,
			expected,
			to: objectId(commit, SHA_1)
		}]);
		if (kind === "refused") throw new BumpError("REMOTE_REFUSED", `${remote.access.url} did not take ${ref}`);
		return kind === "moved";
	} finally {
		await remote.close();
	}
}
const SHA_1 = "0".repeat(40);
function treesOf(files) {
	const here = files.filter(([path]) => !path.includes("/"));
	const folders = [...Map.groupBy(files.filter(([path]) => path.includes("/")), ([path]) => path.slice(0, path.indexOf("/")))].map(([name, inside]) => ({
		name,
		trees: treesOf(inside.map(([path, blob]) => [path.slice(name.length + 1), blob]))
	}));
	const bytes = [...here.map(([name, blob]) => ({
		name,
		key: name,
		mode: "100644",
		object: blob
	})), ...folders.map(({ name, trees: [tree] }) => ({
		name,
		key: `${name}/`,
		mode: "40000",
		object: tree
	}))].sort((a, b) => a.key < b.key ? -1 : 1).flatMap(({ mode, name, object }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(objectId(object, SHA_1), "hex")]);
	return [{
		type: "tree",
		bytes: Buffer.concat(bytes)
	}, ...folders.flatMap(({ trees }) => trees)];
}

export { leaveKeepsake };