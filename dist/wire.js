import { A as headPrefix, C as asTicket, D as queuePrefix, K as inPathOrder, L as mentionsWith, M as isSearched, O as HEAD_ROOT, S as isMadeWith, W as compareBytes, _ as NO_INDEX, b as readIndex, c as parseSlug, f as soonAfterOpening, g as INDEX_REF, h as INDEX_CONTENTS, i as backoff, l as readSlug, m as behind, n as systemClock, p as RemoteFailure, s as judge, t as keepYoungHeapSmall, v as indexKeepsake, x as carryOn, y as indexParts } from "./wire-shared.js";
import { C as quote, c as checkBranchName, j as BumpError, r as isLoopback, tt as createHash, v as checkRepoPath } from "./start.js";

// src/adapters/github/move-branch.ts
const MOST_TRIES$1 = 4;
async function moveBranch(client, repository, repositoryId, move) {
	const { alsoDelete = [], branch, from, to } = move;
	if (alsoDelete.length === 0) return await moveAlone(client, repository, repositoryId, move);
	const request = {
		...about$1("move the branch", repository, branch),
		repeatable: false
	};
	const deletions = alsoDelete.map(({ ref, oid }) => ({
		ref,
		from: oid,
		to: void 0
	}));
	try {
		await updateRefs(client, request, repositoryId, [{
			ref: `refs/heads/${branch}`,
			from,
			to
		}, ...deletions]);
		return "moved";
	} catch {
		const tip = await readTip(client, repository, branch);
		if (tip !== from) return tip === to ? "moved" : "lost";
	}
	const kind = await moveAlone(client, repository, repositoryId, move);
	if (kind === "moved") await deleteEach(client, repository, alsoDelete);
	return kind;
}
const MOST_DELETED = 20;
async function deleteEach(client, repository, tickets) {
	const request = {
		to: "clear the queue",
		repository,
		permission: "contents: write",
		repeatable: false
	};
	for (const { ref } of tickets.slice(0, MOST_DELETED)) try {
		const name = ref.replace(/^refs\//, "");
		await client.rest(request, (api) => api.git.deleteRef({
			...parseSlug(repository),
			ref: name
		}));
	} catch (error) {
		if (behind(error)?.status !== 422 && behind(error)?.status !== 404) return;
	}
}
async function moveAlone(client, repository, repositoryId, move) {
	const request = {
		...about$1("move the branch", repository, move.branch),
		repeatable: false
	};
	const swap = {
		ref: `refs/heads/${move.branch}`,
		from: move.from,
		to: move.to
	};
	for (let attempt = 0;; attempt += 1) try {
		await updateRefs(client, request, repositoryId, [swap]);
		return "moved";
	} catch (error) {
		if (lacksUpdateRefs(behind(error))) return compareThenMove(client, repository, move);
		if (!mayHaveHappened(error)) throw error;
		const tip = await readTip(client, repository, move.branch);
		if (tip === move.to) return "moved";
		if (tip !== move.from) return "lost";
		if (behind(error)?.hasType("STALE_DATA") === true) return "lost";
		if (!isPassing(error) || attempt + 1 >= MOST_TRIES$1) throw error;
		await client.backOff(attempt);
	}
}
function about$1(to, repository, branch) {
	return {
		to,
		repository,
		branch,
		permission: "contents: write"
	};
}
async function updateRefs(client, request, repositoryId, swaps) {
	const refUpdates = swaps.map(({ ref, from, to }) => {
		const none = "0".repeat((to ?? from ?? "").length);
		return {
			name: ref,
			beforeOid: from ?? none,
			afterOid: to ?? none,
			force: true
		};
	});
	const document = "mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }";
	await client.graphql({
		...request,
		repeatable: false
	}, document, { input: {
		repositoryId,
		refUpdates
	} });
}
function mayHaveHappened(error) {
	return error instanceof BumpError && ![
		"BAD_TOKEN",
		"RATE_LIMITED",
		"PERMISSION_MISSING"
	].includes(error.code);
}
function isPassing(error) {
	return error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" || behind(error)?.says(/\block/i) === true;
}
function lacksUpdateRefs(failure) {
	if (failure === void 0) return false;
	return failure.hasCode("undefinedField") || failure.says(/updateRefs.*doesn't exist|UpdateRefsInput isn't a defined/);
}
async function compareThenMove(client, repository, move) {
	const before = await readTip(client, repository, move.branch);
	if (before === move.to) return "moved";
	if (before !== move.from) return "lost";
	try {
		await writeRef(client, repository, move);
		return "moved";
	} catch (error) {
		if (!mayHaveHappened(error)) throw error;
		const tip = await readTip(client, repository, move.branch);
		if (tip === move.to) return "moved";
		if (tip !== move.from) return "lost";
		throw error;
	}
}
async function writeRef(client, repository, { branch, from, to, isFastForward }) {
	const slug = parseSlug(repository);
	const request = {
		...about$1("move the branch", repository, branch),
		repeatable: false
	};
	const ref = `heads/${branch}`;
	if (to === void 0) await client.rest(request, (api) => api.git.deleteRef({
		...slug,
		ref
	}));
	else if (from === void 0) await client.rest(request, (api) => api.git.createRef({
		...slug,
		ref: `refs/${ref}`,
		sha: to
	}));
	else await client.rest(request, (api) => api.git.updateRef({
		...slug,
		ref,
		sha: to,
		force: !isFastForward
	}));
}
async function readTip(client, repository, branch) {
	const request = {
		...about$1("read the branch", repository, branch),
		permission: "contents: read",
		repeatable: true
	};
	try {
		return (await client.rest(request, (api) => api.git.getRef({
			...parseSlug(repository),
			ref: `heads/${branch}`
		}))).object.sha;
	} catch (error) {
		if (behind(error)?.status === 404) return void 0;
		throw error;
	}
}

// src/adapters/github/branch-writer.ts
const INLINE_FILE_BYTES = 262144;
const INLINE_TREE_BYTES = 4194304;
function githubBranchWriter(client, repository, { repositoryId }) {
	const move = async (refMove) => moveBranch(client, repository, await repositoryId(), refMove);
	return {
		commit: async (request) => {
			const commit = await writeCommit(client, repository, request, asWanted(request, await writeTree(client, repository, request)));
			request.made?.(commit);
			if (await request.holds === false) return { kind: "lost" };
			const { branch, expected, parent, alsoDelete } = request;
			const kind = await move({
				branch,
				from: expected,
				to: commit,
				isFastForward: parent === expected,
				...alsoDelete === void 0 ? {} : { alsoDelete }
			});
			return kind === "moved" ? {
				kind,
				commit
			} : { kind };
		},
		delete: async (branch, expected) => ({ kind: await move({
			branch,
			from: expected,
			to: void 0,
			isFastForward: false
		}) })
	};
}
async function writeTree(client, repository, { parentTree, files, branch }) {
	const slug = parseSlug(repository);
	const entries = [];
	let inlineBytes = 0;
	for (const { entry, bytes } of files) {
		const text = bytes.length <= INLINE_FILE_BYTES ? exactText(bytes) : void 0;
		const isInline = text !== void 0 && inlineBytes + bytes.length <= INLINE_TREE_BYTES;
		if (isInline) inlineBytes += bytes.length;
		const content = isInline ? { content: text } : { sha: await writeBlob(client, repository, branch, bytes) };
		entries.push({
			path: entry.path,
			mode: entry.mode,
			type: "blob",
			...content
		});
	}
	const request = {
		...about("write the files", repository, branch),
		repeatable: true
	};
	return (await client.rest(request, (api) => api.git.createTree({
		...slug,
		base_tree: parentTree,
		tree: entries
	}))).sha;
}
async function writeBlob(client, repository, branch, bytes) {
	const content = {
		content: Buffer.from(bytes).toString("base64"),
		encoding: "base64"
	};
	const request = {
		...about("write a file", repository, branch),
		repeatable: true
	};
	return (await client.rest(request, (api) => api.git.createBlob({
		...parseSlug(repository),
		...content
	}))).sha;
}
async function writeCommit(client, repository, { message, parent, author, branch }, tree) {
	const commit = {
		message,
		tree,
		parents: [parent],
		...author === void 0 ? {} : { author: { ...author } }
	};
	const request = {
		...about("write the commit", repository, branch),
		repeatable: true
	};
	const made = await client.rest(request, (api) => api.git.createCommit({
		...parseSlug(repository),
		...commit
	}));
	asWanted({ tree }, made.tree.sha);
	return made.sha;
}
function asWanted({ tree: wanted }, tree) {
	if (wanted === void 0 || tree === wanted) return tree;
	throw new BumpError("NOT_AS_WRITTEN", `GitHub made tree ${tree} of our files, where ${wanted} was expected.`);
}
function about(to, repository, branch) {
	return {
		to,
		repository,
		branch,
		permission: "contents: write"
	};
}
function exactText(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}

// node_modules/universal-user-agent/index.js
function getUserAgent() {
	if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
	if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
	return "<environment undetectable>";
}

// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
	if (typeof method !== "function") throw new Error("method for before hook must be a function");
	if (!options) options = {};
	if (Array.isArray(name)) return name.reverse().reduce((callback, name) => {
		return register.bind(null, state, name, callback, options);
	}, method)();
	return Promise.resolve().then(() => {
		if (!state.registry[name]) return method(options);
		return state.registry[name].reduce((method, registered) => {
			return registered.hook.bind(null, method, options);
		}, method)();
	});
}

// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook) {
	const orig = hook;
	if (!state.registry[name]) state.registry[name] = [];
	if (kind === "before") hook = (method, options) => {
		return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
	};
	if (kind === "after") hook = (method, options) => {
		let result;
		return Promise.resolve().then(method.bind(null, options)).then((result_) => {
			result = result_;
			return orig(result, options);
		}).then(() => {
			return result;
		});
	};
	if (kind === "error") hook = (method, options) => {
		return Promise.resolve().then(method.bind(null, options)).catch((error) => {
			return orig(error, options);
		});
	};
	state.registry[name].push({
		hook,
		orig
	});
}

// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
	if (!state.registry[name]) return;
	const index = state.registry[name].map((registered) => {
		return registered.orig;
	}).indexOf(method);
	if (index === -1) return;
	state.registry[name].splice(index, 1);
}

// node_modules/before-after-hook/index.js
const bind = Function.bind;
const bindable = bind.bind(bind);
function bindApi(hook, state, name) {
	const removeHookRef = bindable(removeHook, null).apply(null, name ? [state, name] : [state]);
	hook.api = { remove: removeHookRef };
	hook.remove = removeHookRef;
	[
		"before",
		"error",
		"after",
		"wrap"
	].forEach((kind) => {
		const args = name ? [
			state,
			kind,
			name
		] : [state, kind];
		hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
	});
}
function Singular() {
	const singularHookName = Symbol("Singular");
	const singularHookState = { registry: {} };
	const singularHook = register.bind(null, singularHookState, singularHookName);
	bindApi(singularHook, singularHookState, singularHookName);
	return singularHook;
}
function Collection() {
	const state = { registry: {} };
	const hook = register.bind(null, state);
	bindApi(hook, state);
	return hook;
}
var before_after_hook_default = {
	Singular,
	Collection
};

// node_modules/@octokit/endpoint/dist-bundle/index.js
var DEFAULTS = {
	method: "GET",
	baseUrl: "https://api.github.com",
	headers: {
		accept: "application/vnd.github.v3+json",
		"user-agent": `octokit-endpoint.js/0.0.0-development ${getUserAgent()}`
	},
	mediaType: { format: "" }
};
function lowercaseKeys(object) {
	if (!object) return {};
	return Object.keys(object).reduce((newObj, key) => {
		newObj[key.toLowerCase()] = object[key];
		return newObj;
	}, {});
}
function isPlainObject$1(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults, options) {
	const result = Object.assign({}, defaults);
	Object.keys(options).forEach((key) => {
		if (isPlainObject$1(options[key])) {
			if (!(key in defaults)) Object.assign(result, { [key]: options[key] });
			else result[key] = mergeDeep(defaults[key], options[key]);
		} else Object.assign(result, { [key]: options[key] });
	});
	return result;
}
function removeUndefinedProperties(obj) {
	for (const key in obj) if (obj[key] === void 0) delete obj[key];
	return obj;
}
function merge(defaults, route, options) {
	if (typeof route === "string") {
		let [method, url] = route.split(" ");
		options = Object.assign(url ? {
			method,
			url
		} : { url: method }, options);
	} else options = Object.assign({}, route);
	options.headers = lowercaseKeys(options.headers);
	removeUndefinedProperties(options);
	removeUndefinedProperties(options.headers);
	const mergedOptions = mergeDeep(defaults || {}, options);
	if (options.url === "/graphql") {
		if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter((preview) => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
		mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
	}
	return mergedOptions;
}
function addQueryParameters(url, parameters) {
	const separator = /\?/.test(url) ? "&" : "?";
	const names = Object.keys(parameters);
	if (names.length === 0) return url;
	return url + separator + names.map((name) => {
		if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
		return `${name}=${encodeURIComponent(parameters[name])}`;
	}).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
	return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
	const matches = url.match(urlVariableRegex);
	if (!matches) return [];
	return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
	const result = { __proto__: null };
	for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
	return result;
}
function encodeReserved(str) {
	return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
		if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
		return part;
	}).join("");
}
function encodeUnreserved(str) {
	return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
		return "%" + c.charCodeAt(0).toString(16).toUpperCase();
	});
}
function encodeValue(operator, value, key) {
	value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
	if (key) return encodeUnreserved(key) + "=" + value;
	else return value;
}
function isDefined(value) {
	return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
	return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context, operator, key, modifier) {
	var value = context[key], result = [];
	if (isDefined(value) && value !== "") {
		if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
			value = value.toString();
			if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
			result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
		} else if (modifier === "*") {
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
			});
		} else {
			const tmp = [];
			if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
				tmp.push(encodeValue(operator, value2));
			});
			else Object.keys(value).forEach(function(k) {
				if (isDefined(value[k])) {
					tmp.push(encodeUnreserved(k));
					tmp.push(encodeValue(operator, value[k].toString()));
				}
			});
			if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(","));
			else if (tmp.length !== 0) result.push(tmp.join(","));
		}
	} else if (operator === ";") {
		if (isDefined(value)) result.push(encodeUnreserved(key));
	} else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "=");
	else if (value === "") result.push("");
	return result;
}
function parseUrl(template) {
	return { expand: expand.bind(null, template) };
}
function expand(template, context) {
	var operators = [
		"+",
		"#",
		".",
		"/",
		";",
		"?",
		"&"
	];
	template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
		if (expression) {
			let operator = "";
			const values = [];
			if (operators.indexOf(expression.charAt(0)) !== -1) {
				operator = expression.charAt(0);
				expression = expression.substr(1);
			}
			expression.split(/,/g).forEach(function(variable) {
				var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
				values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
			});
			if (operator && operator !== "+") {
				var separator = ",";
				if (operator === "?") separator = "&";
				else if (operator !== "#") separator = operator;
				return (values.length !== 0 ? operator : "") + values.join(separator);
			} else return values.join(",");
		} else return encodeReserved(literal);
	});
	if (template === "/") return template;
	else return template.replace(/\/$/, "");
}
function parse$1(options) {
	let method = options.method.toUpperCase();
	let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
	let headers = Object.assign({}, options.headers);
	let body;
	let parameters = omit(options, [
		"method",
		"baseUrl",
		"url",
		"headers",
		"request",
		"mediaType"
	]);
	const urlVariableNames = extractUrlVariableNames(url);
	url = parseUrl(url).expand(parameters);
	if (!/^http/.test(url)) url = options.baseUrl + url;
	const remainingParameters = omit(parameters, Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl"));
	if (!/application\/octet-stream/i.test(headers.accept)) {
		if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map((format) => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
		if (url.endsWith("/graphql")) {
			if (options.mediaType.previews?.length) headers.accept = (headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || []).concat(options.mediaType.previews).map((preview) => {
				return `application/vnd.github.${preview}-preview${options.mediaType.format ? `.${options.mediaType.format}` : "+json"}`;
			}).join(",");
		}
	}
	if (["GET", "HEAD"].includes(method)) url = addQueryParameters(url, remainingParameters);
	else if ("data" in remainingParameters) body = remainingParameters.data;
	else if (Object.keys(remainingParameters).length) body = remainingParameters;
	if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
	if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") body = "";
	return Object.assign({
		method,
		url,
		headers
	}, typeof body !== "undefined" ? { body } : null, options.request ? { request: options.request } : null);
}
function endpointWithDefaults(defaults, route, options) {
	return parse$1(merge(defaults, route, options));
}
function withDefaults$1(oldDefaults, newDefaults) {
	const DEFAULTS2 = merge(oldDefaults, newDefaults);
	const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
	return Object.assign(endpoint2, {
		DEFAULTS: DEFAULTS2,
		defaults: withDefaults$1.bind(null, DEFAULTS2),
		merge: merge.bind(null, DEFAULTS2),
		parse: parse$1
	});
}
var endpoint = withDefaults$1(null, DEFAULTS);

// node_modules/content-type/dist/index.js
/*!
* content-type
* Copyright(c) 2015 Douglas Christopher Wilson
* MIT Licensed
*/
const SP = 32;
const HTAB = 9;
const SEMI = 59;
const EQ = 61;
const DQUOTE = 34;
const BSLASH = 92;
const COMMA = 44;
const LOWER_CASE = 1;
const OWS = 2;
const SEMI_FLAG = 4;
const COMMA_FLAG = 8;
const TOKEN_FLAG = 16;
const NON_ASCII = 65280;
const CASE_FLAGS = 65281;
const CHAR_MAP = /* @__PURE__ */ new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= 17;
for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
const NullObject = /* @__PURE__ */ (() => {
	const C = function() {};
	C.prototype = Object.create(null);
	return C;
})();
function parse(header, options) {
	const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
	const len = header.length;
	let valueStart = options?.start ?? 0;
	while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
	let index = valueStart;
	let typeFlags = 0;
	let whitespace = -1;
	let stop = options?.parameters === false ? COMMA_FLAG : 0;
	while (index < len) {
		const code = header.charCodeAt(index);
		const flags = CHAR_MAP[code];
		if ((flags & stopFlags) !== 0) {
			stop |= flags & COMMA_FLAG;
			break;
		}
		if ((flags & OWS) !== 0) {
			if (whitespace === -1) whitespace = index;
		} else whitespace = -1;
		typeFlags |= code & NON_ASCII | flags;
		index++;
	}
	const valueEnd = whitespace === -1 ? index : whitespace;
	const value = header.slice(valueStart, valueEnd);
	const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
	if (index === len || stop !== 0) return {
		type,
		index,
		parameters: new NullObject()
	};
	return parseParameters(header, type, index, len, stopFlags);
}
function parseParameters(header, type, index, len, stopFlags) {
	const parameters = new NullObject();
	parameter: while (index < len) {
		index++;
		while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
		const keyStart = index;
		let keyFlags = 0;
		let keyWhitespace = -1;
		while (index < len) {
			const code = header.charCodeAt(index);
			const flags = CHAR_MAP[code];
			if ((flags & stopFlags) !== 0) {
				if ((flags & COMMA_FLAG) !== 0) break parameter;
				continue parameter;
			}
			if (code === EQ) {
				const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
				const value = header.slice(keyStart, keyEnd);
				const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
				index++;
				while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
				if (index < len && header.charCodeAt(index) === DQUOTE) {
					const quotedStart = ++index;
					let escaped = false;
					while (index < len) {
						const code = header.charCodeAt(index);
						if (code === DQUOTE) {
							if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
							index++;
							let stop = 0;
							while (index < len) {
								const code = header.charCodeAt(index);
								const flags = CHAR_MAP[code];
								if ((flags & stopFlags) !== 0) {
									stop = flags & COMMA_FLAG;
									break;
								}
								index++;
							}
							if (stop !== 0) break parameter;
							continue parameter;
						}
						if (code === BSLASH && index + 1 < len) {
							escaped = true;
							index += 2;
							continue;
						}
						index++;
					}
					continue parameter;
				}
				const valueStart = index;
				let stop = 0;
				let valueWhitespace = -1;
				while (index < len) {
					const code = header.charCodeAt(index);
					const flags = CHAR_MAP[code];
					if ((flags & stopFlags) !== 0) {
						stop = flags & COMMA_FLAG;
						break;
					}
					if ((flags & OWS) !== 0) {
						if (valueWhitespace === -1) valueWhitespace = index;
					} else valueWhitespace = -1;
					index++;
				}
				if (parameters[key] === void 0) {
					const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
					parameters[key] = header.slice(valueStart, valueEnd);
				}
				if (stop !== 0) break parameter;
				continue parameter;
			}
			if ((flags & OWS) !== 0) {
				if (keyWhitespace === -1) keyWhitespace = index;
			} else keyWhitespace = -1;
			keyFlags |= code & NON_ASCII | flags;
			index++;
		}
	}
	return {
		type,
		index,
		parameters
	};
}
function unescapeQuotedPairs(str, start, end) {
	let result = "";
	for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
		result += str.slice(start, index);
		start = ++index;
	}
	return result + str.slice(start, end);
}

// scripts/bundle/json-with-bigint.ts
const JSONParse = JSON.parse;
const JSONStringify = JSON.stringify;

// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
	name;
	status;
	request;
	response;
	constructor(message, statusCode, options) {
		super(message, { cause: options.cause });
		this.name = "HttpError";
		this.status = Number.parseInt(statusCode);
		if (Number.isNaN(this.status)) this.status = 0;
		/* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist */
		if ("response" in options) this.response = options.response;
		const requestCopy = Object.assign({}, options.request);
		if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, { authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]") });
		requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
		this.request = requestCopy;
	}
};

// node_modules/@octokit/request/dist-bundle/index.js
var defaults_default = { headers: { "user-agent": `octokit-request.js/10.0.16 ${getUserAgent()}` } };
function isPlainObject(value) {
	if (typeof value !== "object" || value === null) return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	if (proto === null) return true;
	const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
	return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop$1 = () => "";
async function fetchWrapper(requestOptions) {
	const fetch = requestOptions.request?.fetch || globalThis.fetch;
	if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
	const log = requestOptions.request?.log || console;
	const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
	const body = isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
	const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [name, String(value)]));
	let fetchResponse;
	try {
		fetchResponse = await fetch(requestOptions.url, {
			method: requestOptions.method,
			body,
			redirect: requestOptions.request?.redirect,
			headers: requestHeaders,
			signal: requestOptions.request?.signal,
			...requestOptions.body && { duplex: "half" }
		});
	} catch (error) {
		let message = "Unknown Error";
		if (error instanceof Error) {
			if (error.name === "AbortError") {
				error.status = 500;
				throw error;
			}
			message = error.message;
			if (error.name === "TypeError" && "cause" in error) {
				if (error.cause instanceof Error) message = error.cause.message;
				else if (typeof error.cause === "string") message = error.cause;
			}
		}
		const requestError = new RequestError(message, 500, { request: requestOptions });
		requestError.cause = error;
		throw requestError;
	}
	const status = fetchResponse.status;
	const url = fetchResponse.url;
	const responseHeaders = {};
	for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
	const octokitResponse = {
		url,
		status,
		headers: responseHeaders,
		data: ""
	};
	if ("deprecation" in responseHeaders) {
		const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
		const deprecationLink = matches && matches.pop();
		log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
	}
	if (status === 204 || status === 205) return octokitResponse;
	if (requestOptions.method === "HEAD") {
		if (status < 400) return octokitResponse;
		throw new RequestError(fetchResponse.statusText, status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status === 304) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError("Not modified", status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	if (status >= 400) {
		octokitResponse.data = await getResponseData(fetchResponse);
		throw new RequestError(toErrorMessage(octokitResponse.data), status, {
			response: octokitResponse,
			request: requestOptions
		});
	}
	octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
	return octokitResponse;
}
async function getResponseData(response) {
	const contentType = response.headers.get("content-type");
	if (!contentType) return response.text().catch(noop$1);
	const mimetype = parse(contentType);
	if (isJSONResponse(mimetype)) {
		let text = "";
		try {
			text = await response.text();
			return JSONParse(text);
		} catch (err) {
			return text;
		}
	} else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop$1);
	else return response.arrayBuffer().catch(
		/* v8 ignore next -- @preserve */
		() => /* @__PURE__ */ new ArrayBuffer(0)
	);
}
function isJSONResponse(mimetype) {
	return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
	if (typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return "Unknown error";
	if (typeof data === "object" && data !== null && "message" in data) {
		const objectData = data;
		const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
		return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
	}
	return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults(oldEndpoint, newDefaults) {
	const endpoint2 = oldEndpoint.defaults(newDefaults);
	const newApi = function(route, parameters) {
		const endpointOptions = endpoint2.merge(route, parameters);
		if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
		const request2 = (route2, parameters2) => {
			return fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
		};
		Object.assign(request2, {
			endpoint: endpoint2,
			defaults: withDefaults.bind(null, endpoint2)
		});
		return endpointOptions.request.hook(request2, endpointOptions);
	};
	return Object.assign(newApi, {
		endpoint: endpoint2,
		defaults: withDefaults.bind(null, endpoint2)
	});
}
var request = withDefaults(endpoint, defaults_default);
/* v8 ignore next -- @preserve */
/* v8 ignore else -- @preserve */

// scripts/bundle/octokit-stub.ts
const requestLog = () => ({});
const paginateRest = () => ({});
const withCustomRequest = () => ({ defaults: () => void 0 });

// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
	const isApp = isJWT(token);
	const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
	const isUserToServer = token.startsWith("ghu_");
	return {
		type: "token",
		token,
		tokenType: isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth"
	};
}
function withAuthorizationPrefix(token) {
	if (token.split(/\./).length === 3) return `bearer ${token}`;
	return `token ${token}`;
}
async function hook(token, request, route, parameters) {
	const endpoint = request.endpoint.merge(route, parameters);
	endpoint.headers.authorization = withAuthorizationPrefix(token);
	return request(endpoint);
}
var createTokenAuth = function createTokenAuth2(token) {
	if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
	if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
	token = token.replace(/^(token|bearer) +/i, "");
	return Object.assign(auth.bind(null, token), { hook: hook.bind(null, token) });
};

// node_modules/@octokit/core/dist-src/version.js
const VERSION$2 = "7.0.8";

// node_modules/@octokit/core/dist-src/index.js
const noop = () => {};
const consoleWarn = console.warn.bind(console);
const consoleError = console.error.bind(console);
function createLogger(logger = {}) {
	if (typeof logger.debug !== "function") logger.debug = noop;
	if (typeof logger.info !== "function") logger.info = noop;
	if (typeof logger.warn !== "function") logger.warn = consoleWarn;
	if (typeof logger.error !== "function") logger.error = consoleError;
	return logger;
}
const userAgentTrail = `octokit-core.js/${VERSION$2} ${getUserAgent()}`;
var Octokit$1 = class {
	static VERSION = VERSION$2;
	static defaults(defaults) {
		const OctokitWithDefaults = class extends this {
			constructor(...args) {
				const options = args[0] || {};
				if (typeof defaults === "function") {
					super(defaults(options));
					return;
				}
				super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? { userAgent: `${options.userAgent} ${defaults.userAgent}` } : null));
			}
		};
		return OctokitWithDefaults;
	}
	static plugins = [];
	static plugin(...newPlugins) {
		const currentPlugins = this.plugins;
		const NewOctokit = class extends this {
			static plugins = currentPlugins.concat(newPlugins.filter((plugin) => !currentPlugins.includes(plugin)));
		};
		return NewOctokit;
	}
	constructor(options = {}) {
		const hook = new before_after_hook_default.Collection();
		const requestDefaults = {
			baseUrl: request.endpoint.DEFAULTS.baseUrl,
			headers: {},
			request: Object.assign({}, options.request, { hook: hook.bind(null, "request") }),
			mediaType: {
				previews: [],
				format: ""
			}
		};
		requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
		if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
		if (options.previews) requestDefaults.mediaType.previews = options.previews;
		if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
		this.request = request.defaults(requestDefaults);
		this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
		this.log = createLogger(options.log);
		this.hook = hook;
		if (!options.authStrategy) {
			if (!options.auth) this.auth = async () => ({ type: "unauthenticated" });
			else {
				const auth = createTokenAuth(options.auth);
				hook.wrap("request", auth.hook);
				this.auth = auth;
			}
		} else {
			const { authStrategy, ...otherOptions } = options;
			const auth = authStrategy(Object.assign({
				request: this.request,
				log: this.log,
				octokit: this,
				octokitOptions: otherOptions
			}, options.auth));
			hook.wrap("request", auth.hook);
			this.auth = auth;
		}
		const classConstructor = this.constructor;
		for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
	}
	request;
	graphql;
	log;
	hook;
	auth;
};

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
const VERSION$1 = "17.0.0";

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
var endpoints_default = {
	"git": {
		"createTree": ["POST /repos/{owner}/{repo}/git/trees"],
		"createBlob": ["POST /repos/{owner}/{repo}/git/blobs"],
		"createCommit": ["POST /repos/{owner}/{repo}/git/commits"],
		"deleteRef": ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
		"createRef": ["POST /repos/{owner}/{repo}/git/refs"],
		"updateRef": ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"],
		"getRef": ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
		"listMatchingRefs": ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
		"getBlob": ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"]
	},
	"pulls": {
		"merge": ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
		"get": ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
		"requestReviewers": ["POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],
		"update": ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
		"create": ["POST /repos/{owner}/{repo}/pulls"],
		"list": ["GET /repos/{owner}/{repo}/pulls"]
	},
	"issues": {
		"addLabels": ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
		"addAssignees": ["POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"],
		"listMilestones": ["GET /repos/{owner}/{repo}/milestones"],
		"update": ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
		"createComment": ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments"],
		"listComments": ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"]
	},
	"repos": { "compareCommitsWithBasehead": ["GET /repos/{owner}/{repo}/compare/{basehead}"] }
};

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js
const endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) for (const [methodName, endpoint] of Object.entries(endpoints)) {
	const [route, defaults, decorations] = endpoint;
	const [method, url] = route.split(/ /);
	const endpointDefaults = Object.assign({
		method,
		url
	}, defaults);
	if (!endpointMethodsMap.has(scope)) endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
	endpointMethodsMap.get(scope).set(methodName, {
		scope,
		methodName,
		endpointDefaults,
		decorations
	});
}
const handler = {
	has({ scope }, methodName) {
		return endpointMethodsMap.get(scope).has(methodName);
	},
	getOwnPropertyDescriptor(target, methodName) {
		return {
			value: this.get(target, methodName),
			configurable: true,
			writable: true,
			enumerable: true
		};
	},
	defineProperty(target, methodName, descriptor) {
		Object.defineProperty(target.cache, methodName, descriptor);
		return true;
	},
	deleteProperty(target, methodName) {
		delete target.cache[methodName];
		return true;
	},
	ownKeys({ scope }) {
		return [...endpointMethodsMap.get(scope).keys()];
	},
	set(target, methodName, value) {
		return target.cache[methodName] = value;
	},
	get({ octokit, scope, cache }, methodName) {
		if (cache[methodName]) return cache[methodName];
		const method = endpointMethodsMap.get(scope).get(methodName);
		if (!method) return;
		const { endpointDefaults, decorations } = method;
		if (decorations) cache[methodName] = decorate(octokit, scope, methodName, endpointDefaults, decorations);
		else cache[methodName] = octokit.request.defaults(endpointDefaults);
		return cache[methodName];
	}
};
function endpointsToMethods(octokit) {
	const newMethods = {};
	for (const scope of endpointMethodsMap.keys()) newMethods[scope] = new Proxy({
		octokit,
		scope,
		cache: {}
	}, handler);
	return newMethods;
}
function decorate(octokit, scope, methodName, defaults, decorations) {
	const requestWithDefaults = octokit.request.defaults(defaults);
	function withDecorations(...args) {
		let options = requestWithDefaults.endpoint.merge(...args);
		if (decorations.mapToData) {
			options = Object.assign({}, options, {
				data: options[decorations.mapToData],
				[decorations.mapToData]: void 0
			});
			return requestWithDefaults(options);
		}
		if (decorations.renamed) {
			const [newScope, newMethodName] = decorations.renamed;
			octokit.log.warn(`octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`);
		}
		if (decorations.deprecated) octokit.log.warn(decorations.deprecated);
		if (decorations.renamedParameters) {
			const options2 = requestWithDefaults.endpoint.merge(...args);
			for (const [name, alias] of Object.entries(decorations.renamedParameters)) if (name in options2) {
				octokit.log.warn(`"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`);
				if (!(alias in options2)) options2[alias] = options2[name];
				delete options2[name];
			}
			return requestWithDefaults(options2);
		}
		return requestWithDefaults(...args);
	}
	return Object.assign(withDecorations, requestWithDefaults);
}

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js
function restEndpointMethods(octokit) {
	return { rest: endpointsToMethods(octokit) };
}
restEndpointMethods.VERSION = VERSION$1;
function legacyRestEndpointMethods(octokit) {
	const api = endpointsToMethods(octokit);
	return {
		...api,
		rest: api
	};
}
legacyRestEndpointMethods.VERSION = VERSION$1;

// node_modules/@octokit/rest/dist-src/version.js
const VERSION = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/${VERSION}` });

// src/adapters/github/http/graphql.ts
function graphData({ data, errors = [] }, headers, redact, strict = false) {
	const problems = errors.slice(0, 20).map((error) => graphProblem(error, redact));
	const failure = new RemoteFailure({
		status: 200,
		headers,
		problems
	});
	if (!errors.some(({ path: [field] = [] }) => typeof strict === "boolean" ? strict : strict.includes(String(field))) && data !== void 0 && data !== null && Object.values(data).every((field) => field !== null) && !failure.hasType("RATE_LIMITED", "RATE_LIMIT")) return data;
	throw problems.length > 0 ? failure : new RemoteFailure({
		status: 200,
		problems: [{
			message: "no result",
			type: "NOT_FOUND"
		}]
	});
}
function graphProblem({ message, type, extensions }, redact) {
	return {
		message: redact(message ?? "no reason given"),
		...type === void 0 ? {} : { type: redact(type) },
		...extensions?.code === void 0 ? {} : { code: redact(extensions.code) }
	};
}

// src/adapters/github/http/redact.ts
const LIMIT = 500;
const STAND_IN = "***";
function redactor(token) {
	const forms = [
		token,
		...[
			"x-access-token",
			"git",
			""
		].map((user) => Buffer.from(`${user}:${token}`).toString("base64")),
		Buffer.from(token).toString("base64"),
		encodeURIComponent(token)
	];
	const secrets = token === "" ? [] : [...new Set(forms)].sort((a, b) => b.length - a.length);
	return (text) => bounded(secrets.reduce((hidden, secret) => hidden.replaceAll(secret, STAND_IN), text));
}
function bounded(text) {
	const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
	return plain.length > LIMIT ? `${plain.slice(0, LIMIT)}…` : plain;
}

// src/adapters/github/http/transport.ts
function transport({ origins, send, timeoutMs, redact }) {
	return async (address, { method = "GET", headers = {}, body } = {}) => {
		const url = new URL(address);
		if (!origins.has(url.origin)) throw new BumpError("REMOTE_REFUSED", `The token is not sent to ${quote(url.origin)}, which is not GitHub's API.`);
		const answer = await exchange$1(send, {
			url,
			method,
			headers,
			body,
			signal: AbortSignal.timeout(timeoutMs)
		}, timeoutMs, redact);
		if (answer.status >= 300) throw refusal(answer, redact);
		const text = async () => new TextDecoder().decode(answer.body);
		return {
			status: answer.status,
			url: url.href,
			headers: answer.headers,
			text,
			arrayBuffer: text
		};
	};
}
function trustedOrigin(name, address) {
	if (!URL.canParse(address)) throw new BumpError("BAD_INPUT", `${name} ${quote(address)} is not an address.`);
	const url = new URL(address);
	if (url.username !== "" || url.password !== "") throw new BumpError("BAD_INPUT", `${name} holds credentials; take them out and give the token as an input.`);
	if (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url.hostname)) return url.origin;
	throw new BumpError("BAD_INPUT", `${name} ${quote(address)} would send the token in the clear. Write it with https://.`);
}
function relevantHeaders(header, redact) {
	const present = Object.entries(DECIDING).flatMap(([key, name]) => {
		const value = header(name);
		return value === void 0 ? [] : [[key, redact(value)]];
	});
	return Object.fromEntries(present);
}
const DECIDING = {
	date: "date",
	retryAfter: "retry-after",
	remaining: "x-ratelimit-remaining",
	reset: "x-ratelimit-reset",
	acceptedPermissions: "x-accepted-github-permissions",
	sso: "x-github-sso",
	location: "location"
};
async function exchange$1(send, request, timeoutMs, redact) {
	try {
		return await send(request);
	} catch (error) {
		if (error instanceof BumpError) throw error;
		throw new RemoteFailure({ problems: [{ message: redact(networkReason(error, timeoutMs)) }] });
	}
}
function networkReason(error, timeoutMs) {
	if (!(error instanceof Error)) return "the connection failed";
	if (error.name === "TimeoutError") return `no answer within ${timeoutMs / 1e3} s`;
	return error instanceof AggregateError ? networkReason(error.errors[0], timeoutMs) : error.message;
}
function refusal({ status, headers, body }, redact) {
	const told = relevantHeaders((name) => headers.get(name), redact);
	return new RemoteFailure({
		status,
		headers: told,
		problems: problemsOf(body, status, redact)
	});
}
function problemsOf(body, status, redact) {
	const parsed = parseJson(new TextDecoder().decode(body));
	if (!isRecord(parsed)) return [{ message: `HTTP ${status}` }];
	const top = text(parsed["message"], redact) ?? `HTTP ${status}`;
	const listed = Array.isArray(parsed["errors"]) ? parsed["errors"].slice(0, 20) : [];
	return [{ message: top }, ...listed.map((each) => problemOf(each, redact))];
}
function problemOf(each, redact) {
	if (!isRecord(each)) return { message: text(each, redact) ?? "no reason given" };
	const [code, field, resource] = [
		"code",
		"field",
		"resource"
	].map((key) => text(each[key], redact));
	return {
		message: text(each["message"], redact) ?? [
			resource,
			field,
			code
		].filter((part) => part !== void 0).join(" "),
		...code === void 0 ? {} : { code },
		...field === void 0 ? {} : { field },
		...resource === void 0 ? {} : { resource }
	};
}
function parseJson(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function text(value, redact) {
	return typeof value === "string" ? redact(value) : void 0;
}

// src/adapters/github/client.ts
const BUDGET_MS = 12e4;
const TIMEOUT_MS = 3e4;
function githubClient(options) {
	const { clock, random, token, graphqlUrl } = options;
	const apiUrl = options.apiUrl.replace(/\/+$/, "");
	const origins = /* @__PURE__ */ new Set([trustedOrigin("GITHUB_API_URL", apiUrl), trustedOrigin("GITHUB_GRAPHQL_URL", graphqlUrl)]);
	if (!/^[\x21-\x7E]+$/.test(token)) throw new BumpError("BAD_TOKEN", "The token is empty or holds white space or control characters. Give it as input \"token\".");
	const redact = redactor(token);
	const octokit = quietOctokit(apiUrl, token, transport({
		origins,
		send: options.send,
		timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
		redact
	}));
	const persistently = sender(clock, random, options.budgetMs ?? BUDGET_MS);
	const client = {
		rest: async (request, call) => {
			return (await persistently(request, async () => await checked(request, await call(octokit.rest))).catch((error) => fail(client, apiUrl, error, request))).data;
		},
		graphql: async (request, query, variables) => {
			const call = async () => {
				const answer = await octokit.request({
					method: "POST",
					url: graphqlUrl,
					query,
					variables
				});
				const headers = relevantHeaders((name) => answer.headers[name]?.toString(), redact);
				const { data } = await checked(request, answer);
				return graphData(data, headers, redact, request.strict);
			};
			return persistently(request, call).catch((error) => fail(client, apiUrl, error, request));
		},
		pause: (ms) => clock.sleep(ms),
		backOff: (attempt) => clock.sleep(backoff(attempt, random))
	};
	return client;
}
function quietOctokit(baseUrl, token, fetch) {
	const silent = () => {};
	const log = {
		debug: silent,
		info: silent,
		warn: silent,
		error: silent
	};
	return new Octokit({
		baseUrl,
		auth: token,
		userAgent: "image-bump",
		log,
		request: {
			fetch,
			log
		}
	});
}
function sender(clock, random, budgetMs) {
	let leftMs = budgetMs;
	let pausedUntil = 0;
	const waitFor = async (waitMs) => {
		const until = clock.now() + waitMs;
		const charge = Math.max(0, until - Math.max(clock.now(), pausedUntil));
		if (charge > leftMs) return false;
		leftMs -= charge;
		pausedUntil = Math.max(pausedUntil, until);
		await clock.sleep(waitMs);
		return true;
	};
	return async (request, call) => {
		for (let attempt = 0;; attempt += 1) try {
			return await call();
		} catch (error) {
			const failure = failureIn(error);
			if (failure === void 0) throw error;
			const verdict = judge(failure, attempt, random);
			if (verdict.kind === "final" || verdict.kind === "transient" && !request.repeatable) throw failure;
			if (await waitFor(verdict.waitMs)) continue;
			throw verdict.kind === "limited" ? (await errors()).rateLimited(failure, request, verdict.waitMs) : failure;
		}
	};
}
function failureIn(error) {
	if (error instanceof RemoteFailure) return error;
	if (!(error instanceof Error)) return void 0;
	if (error.cause instanceof BumpError) throw error.cause;
	return error.cause instanceof RemoteFailure ? error.cause : void 0;
}
const errors = async () => await import("./errors.js");
async function checked(ask, answer) {
	if (typeof answer.data === "object" && answer.data !== null || answer.status === 204 || answer.status === 205) return answer;
	throw (await errors()).notAnAnswer(ask);
}
async function fail(client, apiUrl, error, ask) {
	if (!(error instanceof RemoteFailure)) throw error;
	const { moved, redirected, toBumpError } = await errors();
	const { status, headers } = error;
	if (status === void 0 || status < 300 || status >= 400) throw toBumpError(error, ask);
	const name = isRenamed(headers.location, apiUrl) ? await nameNow(client, ask) : void 0;
	throw name === void 0 ? redirected(error, ask) : moved(error, ask, name);
}
function isRenamed(location, apiUrl) {
	if (location === void 0 || !URL.canParse(location, apiUrl)) return false;
	const { origin, pathname } = new URL(location, apiUrl);
	return origin === new URL(apiUrl).origin && /\/repositories\/\d+(?:\/|$)/.test(pathname);
}
async function nameNow(client, ask) {
	const [owner, name] = ask.repository.split("/");
	const document = "query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { nameWithOwner } }";
	try {
		const request = {
			...ask,
			to: "look up its new name",
			repeatable: true
		};
		return (await client.graphql(request, document, {
			owner,
			name
		})).repository.nameWithOwner;
	} catch {
		return;
	}
}

// src/adapters/github/pull-request.ts
function fromRest(pull) {
	return {
		number: pull.number,
		url: pull.html_url,
		state: pull.merged_at !== null ? "merged" : pull.state,
		head: pull.head.ref,
		base: pull.base.ref,
		headOid: pull.head.sha,
		title: pull.title,
		body: pull.body ?? "",
		draft: pull.draft ?? false,
		author: pull.user.login,
		labels: pull.labels.map(({ name }) => name),
		reviewers: (pull.requested_reviewers ?? []).map(({ login }) => login),
		teamReviewers: (pull.requested_teams ?? []).map(({ slug }) => slug),
		assignees: (pull.assignees ?? []).map(({ login }) => login),
		autoMerge: pull.auto_merge !== null,
		...pull.milestone === null ? {} : { milestone: pull.milestone.title },
		...pull.mergeable === null ? {} : { mergeable: pull.mergeable },
		...pull.merged_at === null || pull.merge_commit_sha === null ? {} : { mergeCommit: pull.merge_commit_sha },
		...pull.closed_at === null ? {} : { closedAt: pull.closed_at }
	};
}
const PULL_REQUEST_FIELDS = `fragment PullRequestFields on PullRequest {
  number url state headRefName baseRefName headRefOid title body isDraft closedAt mergeable
  author { login }
  labels(first: 100) { nodes { name } }
  reviewRequests(first: 100) { nodes { requestedReviewer {
    __typename ... on User { login } ... on Bot { login } ... on Mannequin { login } ... on Team { slug }
  } } }
  assignees(first: 20) { nodes { login } }
  milestone { title }
  autoMergeRequest { enabledAt }
  mergeCommit { oid }
  headRepository { id }
}`;
const EVER_WORN_FIELDS = `fragment EverWornFields on PullRequest {
  timelineItems(first: 100, itemTypes: [LABELED_EVENT, REVIEW_REQUESTED_EVENT, ASSIGNED_EVENT]) {
    pageInfo { hasNextPage }
    nodes {
      __typename
      ... on LabeledEvent { label { name } }
      ... on ReviewRequestedEvent { requestedReviewer {
        __typename ... on User { login } ... on Bot { login } ... on Mannequin { login } ... on Team { slug }
      } }
      ... on AssignedEvent { assignee { ... on User { login } ... on Bot { login } ... on Mannequin { login } } }
    }
  }
}`;
const STATES = {
	OPEN: "open",
	CLOSED: "closed",
	MERGED: "merged"
};
function fromGraph(pull) {
	const requested = nodesOf(pull.reviewRequests).flatMap(({ requestedReviewer }) => requestedReviewer ?? []);
	return {
		number: pull.number,
		url: pull.url,
		state: STATES[pull.state],
		head: pull.headRefName,
		base: pull.baseRefName,
		headOid: pull.headRefOid,
		title: pull.title,
		body: pull.body,
		draft: pull.isDraft,
		author: pull.author?.login ?? "ghost",
		labels: nodesOf(pull.labels).map(({ name }) => name),
		reviewers: requested.flatMap(({ login }) => login ?? []),
		teamReviewers: requested.flatMap(({ slug }) => slug ?? []),
		assignees: nodesOf(pull.assignees).map(({ login }) => login),
		autoMerge: pull.autoMergeRequest !== null,
		...pull.milestone === null ? {} : { milestone: pull.milestone.title },
		...pull.mergeable === "UNKNOWN" ? {} : { mergeable: pull.mergeable === "MERGEABLE" },
		...pull.state !== "MERGED" || pull.mergeCommit === null ? {} : { mergeCommit: pull.mergeCommit.oid },
		...pull.closedAt === null ? {} : { closedAt: pull.closedAt },
		...everWorn(pull.timelineItems)
	};
}
function everWorn(shown) {
	if (shown === void 0 || shown === null || shown.pageInfo.hasNextPage) return {};
	const events = nodesOf(shown);
	if (events.length < (shown.nodes ?? []).length) return {};
	const asked = events.filter(({ requestedReviewer: who }) => who !== void 0);
	const assigned = events.filter(({ assignee }) => assignee !== void 0);
	return { everWorn: {
		labels: events.flatMap(({ label }) => label?.name ?? []),
		...asked.some(({ requestedReviewer: who }) => who?.login === void 0 && who?.slug === void 0) ? {} : {
			reviewers: asked.flatMap(({ requestedReviewer: who }) => who?.login ?? []),
			teamReviewers: asked.flatMap(({ requestedReviewer: who }) => who?.slug ?? [])
		},
		...assigned.some(({ assignee }) => assignee?.login === void 0) ? {} : { assignees: assigned.flatMap(({ assignee }) => assignee?.login ?? []) }
	} };
}
function nodesOf(connection) {
	return (connection?.nodes ?? []).filter((node) => node !== null);
}

// src/adapters/github/find.ts
const HEADS_A_QUERY = 20;
const SHOWN = {
	open: 20,
	closed: 10,
	merged: 10
};
async function findPullRequests(queries, repository, heads, base) {
	const distinct = [...new Set(heads)];
	const pullRequests = [];
	let repositoryId = "";
	for (let start = 0; start === 0 || start < distinct.length; start += HEADS_A_QUERY) {
		const found = await findChunk(queries, repository, distinct.slice(start, start + HEADS_A_QUERY), base);
		repositoryId = found.repositoryId;
		pullRequests.push(...found.pullRequests);
	}
	return {
		repositoryId,
		pullRequests: pullRequests.sort((a, b) => b.number - a.number)
	};
}
async function findChunk(queries, repository, heads, base) {
	const request = {
		to: "look up pull requests",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const answer = await queries.ask({
		request,
		...question$1(heads, base)
	});
	const repositoryId = answer.id;
	const nodesOf = (alias) => {
		const connection = answer[alias];
		return typeof connection === "object" ? (connection.nodes ?? []).filter((node) => node !== null) : [];
	};
	const ours = (head, alias) => nodesOf(alias).filter((pull) => pull.headRepository?.id === repositoryId).filter((pull) => pull.headRefName === head && pull.baseRefName === base).map(fromGraph);
	return {
		repositoryId,
		pullRequests: heads.flatMap((head, index) => [
			...ours(head, `open${index}`),
			...lastEnded(ours(head, `closed${index}`)),
			...lastEnded(ours(head, `merged${index}`))
		])
	};
}
function question$1(heads, base) {
	const connection = (alias, index) => `${alias}${index}: pullRequests(headRefName: $head${index}, baseRefName: $base, states: ${alias.toUpperCase()}, first: ${SHOWN[alias]}, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { ...PullRequestFields${alias === "open" ? " ...EverWornFields" : ""} } }`;
	const connections = heads.flatMap((_, index) => [
		connection("open", index),
		connection("closed", index),
		connection("merged", index)
	]);
	const names = heads.map((head, index) => [`head${index}`, head]);
	return {
		parameters: heads.length === 0 ? {} : {
			base: "String!",
			...Object.fromEntries(names.map(([name]) => [name, "String!"]))
		},
		variables: heads.length === 0 ? {} : {
			base,
			...Object.fromEntries(names)
		},
		fields: ["id", ...connections].join("\n"),
		fragments: heads.length === 0 ? [] : [PULL_REQUEST_FIELDS, EVER_WORN_FIELDS],
		size: heads.length
	};
}
function lastEnded(pullRequests) {
	return pullRequests.toSorted((a, b) => (b.closedAt ?? "").localeCompare(a.closedAt ?? "")).slice(0, 1);
}

// src/adapters/github/queries.ts
const MOST_TOGETHER = 120;
function repositoryQueries(client, repository) {
	const { owner, repo } = parseSlug(repository);
	let waiting = [];
	const send = async (questions, strict) => {
		const [{ request }] = questions;
		const answer = await client.graphql({
			...request,
			strict
		}, documentOf(questions), {
			owner,
			name: repo,
			...variablesOf(questions)
		});
		return questions.map((_, at) => answer[alias(at)]);
	};
	const alone = ({ question, resolve, reject }) => {
		send([question], question.request.strict === true ? [alias(0)] : []).then(([answer]) => resolve(answer), reject);
	};
	const flush = () => {
		const all = waiting;
		waiting = [];
		for (const some of together(all)) {
			const questions = some.map(({ question }) => question);
			const strict = questions.flatMap(({ request }, at) => request.strict === true ? [alias(at)] : []);
			if (some.length === 1) some.forEach(alone);
			else send(questions, strict).then((answers) => some.forEach(({ resolve }, at) => resolve(answers[at])), () => some.forEach(alone));
		}
	};
	return { ask: async (question) => {
		return await new Promise((resolve, reject) => {
			if (waiting.length === 0) setImmediate(flush);
			waiting.push({
				question,
				resolve,
				reject
			});
		});
	} };
}
function together(all) {
	const groups = [];
	for (const one of all) {
		const { size } = one.question;
		const group = groups.find((known) => known.size + size <= MOST_TOGETHER);
		if (group === void 0) groups.push({
			size,
			members: [one]
		});
		else {
			group.size += size;
			group.members.push(one);
		}
	}
	return groups.map(({ members }) => members);
}
function documentOf(questions) {
	const parameters = questions.flatMap((question, at) => Object.entries(question.parameters).map(([name, type]) => `, $${alias(at)}_${name}: ${type}`));
	const parts = questions.map(({ fields }, at) => `${alias(at)}: repository(owner: $owner, name: $name) { ${fields.replace(/\$(?=\w)/g, `$$${alias(at)}_`)} }`);
	const fragments = [...new Set(questions.flatMap((question) => question.fragments))];
	return [
		`query ($owner: String!, $name: String!${parameters.join("")}) {`,
		...parts,
		"}",
		...fragments
	].join("\n");
}
function variablesOf(questions) {
	return Object.fromEntries(questions.flatMap(({ variables }, at) => Object.entries(variables).map(([name, value]) => [`${alias(at)}_${name}`, value])));
}
function alias(at) {
	return `q${at}`;
}

// src/adapters/github/forge.ts
const MOST_TRIES = 5;
const MOST_PAGES = 10;
const PERMISSION = "pull-requests: write";
function githubForge(client, repository, queries = repositoryQueries(client, repository)) {
	const slug = parseSlug(repository);
	const about = (to, permission = PERMISSION) => ({
		to,
		repository,
		permission
	});
	let id;
	const find = async (heads, base) => {
		const found = await findPullRequests(queries, repository, heads, base);
		id = found.repositoryId;
		return found.pullRequests;
	};
	const read = async (number) => {
		const request = {
			...about(`read pull request #${number}`, "pull-requests: read"),
			repeatable: true
		};
		return fromRest(await client.rest(request, (api) => api.pulls.get({
			...slug,
			pull_number: number
		})));
	};
	return {
		find,
		read,
		repositoryId: async () => {
			id ??= (await findPullRequests(queries, repository, [], "")).repositoryId;
			return id;
		},
		open: (request) => open$2(client, repository, request, read),
		update: async (number, { title, body }) => {
			const text = {
				...title === void 0 ? {} : { title },
				...body === void 0 ? {} : { body }
			};
			if (Object.keys(text).length === 0) return read(number);
			const request = {
				...about(`change pull request #${number}`),
				repeatable: true
			};
			const change = {
				...slug,
				pull_number: number,
				...text
			};
			const send = () => client.rest(request, (api) => api.pulls.update(change));
			return fromRest(await soonAfterOpening(client, send));
		},
		say: (number, comment) => say(client, repository, number, comment),
		close: async (number, comment) => {
			if ((await read(number)).state !== "open") return;
			await say(client, repository, number, comment);
			const request = {
				...about(`close pull request #${number}`),
				repeatable: true
			};
			await client.rest(request, (api) => api.pulls.update({
				...slug,
				pull_number: number,
				state: "closed"
			}));
		},
		decorate: async (pullRequest, decoration, already) => {
			if (isPlain(decoration)) return {
				worn: already,
				failures: [],
				merge: "none"
			};
			const { decorate } = await import("./decorate.js");
			return await decorate(client, repository, pullRequest, decoration, already);
		}
	};
}
function isPlain({ labels, reviewers, teamReviewers, assignees, milestone, autoMerge }) {
	return [
		...labels,
		...reviewers,
		...teamReviewers,
		...assignees
	].length === 0 && milestone === void 0 && autoMerge === "off";
}
async function open$2(client, repository, wanted, read) {
	const slug = parseSlug(repository);
	const request = {
		to: "open the pull request",
		repository,
		permission: PERMISSION,
		repeatable: false
	};
	for (let attempt = 0;; attempt += 1) try {
		return fromRest(await client.rest(request, (api) => api.pulls.create({
			...slug,
			...wanted
		})));
	} catch (error) {
		const next = afterFailure(error);
		if (next === "give up" || attempt + 1 >= MOST_TRIES) throw error;
		if (next === "wait") await client.pause(1e3 * 2 ** attempt);
		else {
			await client.backOff(attempt);
			const number = await openNumber(client, repository, wanted);
			if (number !== void 0) return read(number);
		}
	}
}
function afterFailure(error) {
	if (!(error instanceof BumpError)) return "give up";
	if (error.code === "REMOTE_UNAVAILABLE") return "look";
	const failure = behind(error);
	if (failure === void 0 || failure.status !== 422) return "give up";
	if (failure.says(/^A pull request already exists/)) return "look";
	return failure.says(/^No commits between/) || failure.problems.some(({ code, field }) => code === "invalid" && field === "head") ? "wait" : "give up";
}
async function openNumber(client, repository, { head, base }) {
	const slug = parseSlug(repository);
	const request = {
		to: "look up the pull request",
		repository,
		permission: "pull-requests: read",
		repeatable: true
	};
	const filter = {
		...slug,
		state: "open",
		head: `${slug.owner}:${head}`,
		base,
		per_page: 100
	};
	return (await client.rest(request, (api) => api.pulls.list(filter))).find((pull) => pull.head.ref === head && pull.base.ref === base && pull.head.repo?.id === pull.base.repo.id)?.number;
}
async function say(client, repository, number, comment) {
	const slug = {
		...parseSlug(repository),
		issue_number: number
	};
	const about = {
		repository,
		permission: PERMISSION
	};
	for (let attempt = 0;; attempt += 1) {
		if (await isSaid(client, repository, number, comment)) return;
		try {
			const request = {
				...about,
				to: `comment on pull request #${number}`,
				repeatable: false
			};
			await client.rest(request, (api) => api.issues.createComment({
				...slug,
				body: comment
			}));
			return;
		} catch (error) {
			if (!(error instanceof BumpError && error.code === "REMOTE_UNAVAILABLE" && attempt + 1 < MOST_TRIES)) throw error;
			await client.backOff(attempt);
		}
	}
}
async function isSaid(client, repository, number, comment) {
	const slug = {
		...parseSlug(repository),
		issue_number: number
	};
	const request = {
		repository,
		permission: "pull-requests: read",
		repeatable: true,
		to: `read the comments of pull request #${number}`
	};
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const listed = await client.rest(request, (api) => api.issues.listComments({
			...slug,
			per_page: 100,
			page
		}));
		if (listed.some(({ body }) => body === comment)) return true;
		if (listed.length < 100) return false;
	}
	return false;
}

// src/adapters/github/http/proxy.ts
function proxyFor(url, env) {
	const [name, address] = firstOf(env, `${url.protocol.slice(0, -1)}_proxy`) ?? firstOf(env, "all_proxy") ?? [];
	if (name === void 0 || address === void 0) return void 0;
	const [, spared = ""] = firstOf(env, "no_proxy") ?? [];
	return isSpared(url, spared.split(/[\s,]+/)) ? void 0 : readProxy(name, address);
}
function endOf({ hostname, port, protocol }) {
	const host = hostname.replace(/^\[|\]$/g, "");
	return {
		host,
		port: port === "" ? protocol === "https:" ? 443 : 80 : Number(port),
		servername: familyOf(host) === void 0 ? host : ""
	};
}
function firstOf(env, name) {
	for (const spelled of [name, name.toUpperCase()]) {
		const value = env[spelled]?.trim() ?? "";
		if (value !== "") return [spelled, value];
	}
}
function readProxy(name, address) {
	const whole = address.includes("://") ? address : `http://${address}`;
	const url = URL.canParse(whole) ? new URL(whole) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol)) throw new BumpError("BAD_INPUT", `${name} is not the address of an HTTP proxy. Write http://HOST:PORT.`);
	const { username, password } = url;
	url.username = "";
	url.password = "";
	if (username === "" && password === "") return {
		url,
		headers: {}
	};
	return {
		url,
		headers: { "proxy-authorization": `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}` }
	};
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function isSpared(url, entries) {
	const { host, port } = endOf(url);
	const name = host.toLowerCase().replace(/\.$/, "");
	const family = familyOf(name);
	return entries.some((entry) => {
		if (entry === "*") return true;
		const [, wanted = "", wantedPort] = /^(\[.*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
		if (wanted === "" || wantedPort !== void 0 && Number(wantedPort) !== port) return false;
		if (family !== void 0) return isInRange(name, family, wanted.replace(/^\[|\]$/g, ""));
		const suffix = wanted.replace(/^\*?\./, "").replace(/\.$/, "");
		return name === suffix || name.endsWith(`.${suffix}`);
	});
}
function isInRange(address, family, range) {
	const [start = "", bits] = range.split("/");
	const most = family === "ipv4" ? 32 : 128;
	const length = bits === void 0 ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
	if (familyOf(start) !== family || length > most) return false;
	const { BlockList } = process.getBuiltinModule("node:net");
	const list = new BlockList();
	list.addSubnet(start, length, family);
	return list.check(address, family);
}
function familyOf(host) {
	const version = process.getBuiltinModule("node:net").isIP(host);
	return version === 0 ? void 0 : version === 4 ? "ipv4" : "ipv6";
}

// src/adapters/github/http/tunnel.ts
const TUNNEL_MS = 3e4;
function tunnelled(agent, proxy) {
	const connectThrough = agent.createConnection.bind(agent);
	return Object.assign(agent, { createConnection(options, done) {
		open$1(proxy, options, (error, socket) => {
			if (socket === void 0) done(error);
			else done(null, connectThrough(Object.assign(options, { socket })) ?? void 0);
		});
	} });
}
function open$1({ url, headers }, { host, port }, done) {
	const { request } = process.getBuiltinModule(url.protocol === "https:" ? "node:https" : "node:http");
	const target = `${host?.includes(":") === true ? `[${host}]` : host}:${port}`;
	const asked = request({
		...endOf(url),
		method: "CONNECT",
		path: target,
		headers: {
			...headers,
			host: target
		},
		agent: false,
		timeout: TUNNEL_MS
	});
	asked.on("timeout", () => asked.destroy(/* @__PURE__ */ new Error("the proxy does not answer")));
	asked.on("error", done);
	asked.on("connect", ({ statusCode }, socket) => {
		socket.setTimeout(0);
		if (statusCode !== void 0 && statusCode >= 200 && statusCode < 300) return done(null, socket);
		socket.destroy();
		done(/* @__PURE__ */ new Error(`the proxy answered HTTP ${statusCode}`));
	});
	asked.end();
}

// src/adapters/github/http/network.ts
const MOST_BYTES = 167772160;
const IDLE_MS = 4e3;
function network(env = process.env) {
	const routes = /* @__PURE__ */ new Map();
	return async (request) => {
		const { protocol } = request.url;
		const proxy = proxyFor(request.url, env);
		const key = `${protocol} ${proxy?.url.href}`;
		const route = routes.get(key) ?? routeOf(protocol, proxy);
		routes.set(key, route);
		return unpacked(await exchange(request, route));
	};
}
function routeOf(protocol, proxy) {
	const options = {
		keepAlive: true,
		timeout: IDLE_MS,
		proxyEnv: {}
	};
	const straight = {
		addressOf: (url) => ({
			...endOf(url),
			path: `${url.pathname}${url.search}`
		}),
		headersFor: () => ({})
	};
	if (protocol === "https:") {
		const { Agent, request } = secure();
		const agent = new Agent(options);
		return {
			request,
			agent: proxy === void 0 ? agent : tunnelled(agent, proxy),
			...straight
		};
	}
	const { Agent, request } = proxy?.url.protocol === "https:" ? secure() : plain();
	const agent = new Agent(options);
	if (proxy === void 0) return {
		request,
		agent,
		...straight
	};
	return {
		request,
		agent,
		addressOf: ({ href }) => ({
			...endOf(proxy.url),
			path: href
		}),
		headersFor: ({ host }) => ({
			...proxy.headers,
			host
		})
	};
}
function plain() {
	return process.getBuiltinModule("node:http");
}
function secure() {
	return process.getBuiltinModule("node:https");
}
function exchange(request, route) {
	const { url, method, body, signal } = request;
	const headers = {
		...request.headers,
		"accept-encoding": "gzip",
		...route.headersFor(url)
	};
	return new Promise((resolve, reject) => {
		const sent = route.request({
			...route.addressOf(url),
			method,
			headers,
			agent: route.agent,
			signal
		});
		const fail = (error) => reject(signal.aborted ? signal.reason : error);
		sent.on("error", fail);
		sent.on("response", (answer) => {
			const chunks = [];
			let size = 0;
			answer.on("data", (chunk) => {
				chunks.push(chunk);
				size += chunk.length;
				if (size <= MOST_BYTES) return;
				fail(tooLarge());
				sent.destroy();
			});
			answer.on("end", () => resolve({
				...headOf(answer),
				body: Buffer.concat(chunks)
			}));
			answer.on("error", () => fail(/* @__PURE__ */ new Error("the answer was cut short")));
		});
		sent.end(body);
	});
}
function headOf({ statusCode = 0, headers }) {
	const told = Object.entries(headers).flatMap(([name, value]) => typeof value === "string" ? [[name, value]] : []);
	return {
		status: statusCode,
		headers: new Map(told)
	};
}
async function unpacked(answer) {
	const encoding = answer.headers.get("content-encoding") ?? "identity";
	if (encoding === "identity" || answer.body.length === 0) return answer;
	if (encoding !== "gzip") throw new Error(`the answer is packed as ${encoding}, which nobody asked for`);
	const { gunzip } = process.getBuiltinModule("node:zlib");
	return new Promise((resolve, reject) => {
		gunzip(answer.body, { maxOutputLength: MOST_BYTES }, (error, body) => {
			if (error === null) resolve({
				...answer,
				body
			});
			else reject("code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : error);
		});
	});
}
function tooLarge() {
	return /* @__PURE__ */ new Error(`the answer is larger than ${MOST_BYTES / 1024 / 1024} MB`);
}

// src/adapters/github/queue.ts
function githubQueue(client, repository, { repositoryId }) {
	const slug = parseSlug(repository);
	return {
		async list(prefix, own) {
			const request = {
				to: "read the queue",
				repository,
				permission: "contents: read",
				repeatable: true
			};
			const ref = prefix.replace(/^refs\//, "");
			const found = await client.rest(request, (api) => api.git.listMatchingRefs({
				...slug,
				ref
			}));
			const tickets = found.flatMap(({ ref: name, object }) => {
				const ticket = asTicket(name);
				return ticket === void 0 ? [] : [{
					ref: ticket,
					oid: object.sha
				}];
			}).sort((a, b) => a.ref < b.ref ? -1 : 1);
			if (found.length < PAGE || tickets.some((ticket) => ticket.ref === own.ref)) return tickets;
			try {
				await client.rest(request, (api) => api.git.getRef({
					...slug,
					ref: own.ref.replace(/^refs\//, "")
				}));
				return [...tickets, own];
			} catch (error) {
				if (behind(error)?.status === 404) return tickets;
				throw error;
			}
		},
		async join(ref, text) {
			const request = {
				to: "join the queue",
				repository,
				permission: "contents: write",
				repeatable: true
			};
			const oid = (await client.rest(request, (api) => api.git.createCommit({
				...slug,
				message: text,
				tree: EMPTY_TREE,
				parents: []
			}))).sha;
			await updateRefs(client, {
				...request,
				repeatable: false
			}, await repositoryId(), [{
				ref,
				from: void 0,
				to: oid
			}]);
			return {
				ref,
				oid
			};
		},
		async leave(tickets) {
			if (tickets.length === 0) return;
			const request = {
				to: "leave the queue",
				repository,
				permission: "contents: write",
				repeatable: false
			};
			const moves = tickets.map(({ ref, oid }) => ({
				ref,
				from: oid,
				to: void 0
			}));
			await updateRefs(client, request, await repositoryId(), moves);
		}
	};
}
const PAGE = 30;
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

// src/adapters/github/read/blobs.ts
const BLOB_FIELDS = "fragment BlobFields on Blob { text isBinary isTruncated }";
const MOST_SINGLE_READS = 20;
function openBlobs(client, repository) {
	const known = /* @__PURE__ */ new Map();
	let single = 0;
	const ask = async (oid) => {
		single += 1;
		if (single > MOST_SINGLE_READS) throw new BumpError("REMOTE_REFUSED", "too many files are not shown whole");
		const request = {
			to: "read a file",
			repository,
			permission: "contents: read",
			repeatable: true
		};
		const blob = await client.rest(request, (api) => api.git.getBlob({
			...parseSlug(repository),
			file_sha: oid
		}));
		const bytes = Buffer.from(blob.content, blob.encoding === "base64" ? "base64" : "utf8");
		if (blobId(bytes, oid) !== oid) throw new BumpError("REMOTE_REFUSED", `blob ${oid} came with other content`);
		return bytes;
	};
	return {
		keep(oid, shown) {
			if (known.has(oid) || typeof shown?.text !== "string" || shown.isTruncated === true) return;
			const bytes = Buffer.from(shown.text, "utf8");
			if (blobId(bytes, oid) === oid) known.set(oid, bytes);
		},
		put(bytes, like) {
			const oid = blobId(bytes, like);
			known.set(oid, bytes);
			return oid;
		},
		has: (oid) => known.has(oid),
		async read(oid) {
			const found = known.get(oid) ?? ask(oid);
			known.set(oid, found);
			return await found;
		}
	};
}
function blobId(bytes, like) {
	const algorithm = like.length === 64 ? "sha256" : "sha1";
	return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

// src/adapters/github/read/compare.ts
function openComparer(client, repository) {
	const asked = /* @__PURE__ */ new Map();
	const ask = async (from, to) => {
		const basehead = `${from}...${to}`;
		const request = {
			to: "compare commits",
			repository,
			permission: "contents: read",
			repeatable: true
		};
		const answer = asked.get(basehead) ?? client.rest(request, (api) => api.repos.compareCommitsWithBasehead({
			...parseSlug(repository),
			basehead
		}));
		asked.set(basehead, answer);
		return await answer;
	};
	return {
		prepare(from, to) {
			for (const asking of [ask(from, to), ask(to, from)]) asking.catch(() => {});
		},
		async difference(from, to, isBeside) {
			const [there] = await Promise.all([ask(from, to), isBeside ? ask(to, from) : void 0]);
			const paths = pathsOf(there);
			const { ahead_by: ahead, behind_by: behind, merge_base_commit: mergeBase } = there;
			if (behind === 0) return {
				paths,
				ahead
			};
			const back = await ask(to, from);
			if (back.merge_base_commit.sha !== mergeBase.sha) throw new BumpError("REMOTE_REFUSED", "they parted twice");
			const others = [...pathsOf(back, "before")].filter(([path]) => !paths.has(path));
			return {
				paths: new Map([...paths, ...others]),
				ahead
			};
		},
		async commitsAhead(from, to) {
			const { commits, total_commits: total } = await ask(from, to);
			if (commits.length !== total) throw new BumpError("REMOTE_REFUSED", `${total} commits are too many to show`);
			const facts = commits.map((commit) => ({
				oid: commit.sha,
				tree: commit.commit.tree.sha,
				parents: commit.parents.map(({ sha }) => sha),
				message: commit.commit.message
			}));
			if (!facts.every(({ parents }, index) => parents.length === 1 && (index === 0 || parents[0] === facts[index - 1]?.oid))) throw new BumpError("REMOTE_REFUSED", "the commits are no single line");
			return facts.reverse();
		}
	};
}
const MOST_FILES = 300;
function pathsOf({ files }, side = "after") {
	if (files === void 0 || files.length >= MOST_FILES) throw new BumpError("REMOTE_REFUSED", `${MOST_FILES} files changed, or more`);
	const paths = /* @__PURE__ */ new Map();
	const [gone, come] = side === "after" ? ["absent", "present"] : ["present", "absent"];
	for (const { previous_filename: old, status } of files) if (old !== void 0 && status === "renamed") paths.set(old, gone);
	for (const { filename, status } of files) {
		const isNew = status === "added" || status === "renamed" || status === "copied";
		paths.set(filename, status === "removed" ? gone : isNew ? come : "present");
	}
	return paths;
}

// src/adapters/github/read/shown-index.ts
function readShown(shown, blobs) {
	if (shown === void 0) return {
		ok: false,
		reason: NO_INDEX
	};
	const parts = indexParts((path) => shown.files.has(path)).map((path) => {
		const part = shown.files.get(path);
		return part?.isTruncated === true ? "" : part?.text ?? "";
	});
	const read = readIndex(parts);
	if (read.ok) for (const { oid, object } of shown.folders.get("flux") ?? []) blobs.keep(oid, object);
	return read;
}

// src/adapters/github/read/marked.ts
async function carry(sources, screen, from, to, { isBeside }) {
	const { comparer, places } = sources;
	const { paths, ahead: commits } = await comparer.difference(from.commit, to, isBeside);
	const changed = new Map([...paths].flatMap(([text, standing]) => searched(text, screen).map((path) => [path, standing])));
	const found = await places.at(to, [...changed.keys()], true);
	const files = new Map(from.files);
	for (const [path, expected] of changed) {
		const standing = found.get(path);
		if (standing === void 0 !== (expected === "absent")) throw contradiction(path);
		await put(sources, screen, files, path, standing);
	}
	const seen = places.seen(to);
	for (const [path, entry] of from.files) if (!changed.has(path) && seen.has(path) && !isSame(entry, seen.get(path))) throw contradiction(path);
	return {
		commit: to,
		files,
		distance: from.distance + paths.size + commits
	};
}
async function replaced(sources, screen, from, commit, standings) {
	const files = new Map(from.files);
	for (const [path, standing] of standings) if (searched(path, screen).length > 0 && !isSame(from.files.get(path), standing)) await put(sources, screen, files, path, standing);
	return {
		...from,
		commit,
		files
	};
}
async function readBack(sources, screen, parent, commit, written) {
	const paths = written.map(({ entry }) => entry.path);
	const found = await sources.places.at(commit, paths, true);
	for (const { entry, bytes } of written) if (!isSame({
		...entry,
		oid: blobId(bytes, entry.oid)
	}, found.get(entry.path))) throw contradiction(entry.path);
	return await replaced(sources, screen, parent, commit, found);
}
function isSame(entry, standing) {
	if (entry === void 0 || typeof standing !== "object") return entry === void 0 && typeof standing !== "object";
	return standing.oid === entry.oid && standing.mode === entry.mode;
}
async function put({ blobs }, { texts }, files, path, standing) {
	files.delete(path);
	if (typeof standing !== "object") return;
	const bytes = await blobs.read(standing.oid);
	const mentions = mentionsWith(texts, bytes);
	if (mentions !== void 0) files.set(path, {
		...standing,
		mentions
	});
}
function searched(text, { globs }) {
	const path = checkRepoPath(text);
	return path.ok && isSearched(path.value, globs) ? [path.value] : [];
}
function contradiction(path) {
	return new BumpError("REMOTE_REFUSED", `${JSON.stringify(path)} is not as it was said to be`);
}

// src/adapters/github/read/places.ts
const PLACES_A_QUERY = 100;
function openPlaces(queries, repository, blobs) {
	const known = /* @__PURE__ */ new Map();
	const shownText = /* @__PURE__ */ new Set();
	const folders = /* @__PURE__ */ new Map();
	let preparing = Promise.resolve();
	const inCommit = (commit) => {
		const found = known.get(commit) ?? /* @__PURE__ */ new Map();
		known.set(commit, found);
		return found;
	};
	const isKnown = ({ commit, path, withText }) => {
		const standing = inCommit(commit).get(path);
		if (!inCommit(commit).has(path)) return false;
		return !withText || typeof standing !== "object" || blobs.has(standing.oid) || shownText.has(revision(commit, path));
	};
	const ask = async (places, wanted) => {
		const lacking = places.filter((place) => !isKnown(place));
		const chunks = [];
		for (let start = 0; start < lacking.length; start += PLACES_A_QUERY) chunks.push(lacking.slice(start, start + PLACES_A_QUERY));
		if (chunks.length === 0) return;
		await Promise.all(chunks.map(async (chunk, index) => {
			const shown = await askChunk(queries, repository, chunk, index === 0 ? wanted : void 0);
			for (const [{ commit, path, withText }, entry] of shown.entries) {
				inCommit(commit).set(path, entry === void 0 ? void 0 : takeEntry(path, entry, blobs));
				if (withText) shownText.add(revision(commit, path));
			}
			for (const [key, entries] of shown.folders) folders.set(key, entries);
		}));
	};
	return {
		async at(commit, paths, withText) {
			await preparing;
			await ask(paths.map((path) => ({
				commit,
				path,
				withText
			})), void 0);
			return new Map(paths.flatMap((path) => {
				const standing = inCommit(commit).get(path);
				return standing === void 0 ? [] : [[path, standing]];
			}));
		},
		prepare(places, wanted) {
			const now = ask(places, wanted).catch(() => void 0);
			preparing = preparing.then(() => now);
		},
		settled: () => preparing,
		seen: (commit) => inCommit(commit),
		async folder(commit, path) {
			await preparing;
			return folders.get(revision(commit, path));
		}
	};
}
function takeEntry(path, { oid, mode, object }, blobs) {
	if ((mode & 61440) !== 32768) return "other";
	blobs.keep(oid, object);
	return {
		path,
		oid,
		mode: (mode & 64) === 0 ? "100644" : "100755"
	};
}
async function askChunk(queries, repository, places, wanted = {
	commit: "",
	paths: []
}) {
	const commits = [...new Set(places.map(({ commit }) => commit))];
	const request = {
		to: "read files",
		repository,
		permission: "contents: read",
		repeatable: true,
		strict: true
	};
	const answer = await queries.ask({
		request,
		...question(commits, places, wanted)
	});
	const shown = commits.map((commit, at) => {
		const object = answer[`c${at}`];
		if (object?.oid !== commit) throw new BumpError("REMOTE_REFUSED", `commit ${commit} is not there`);
		return object;
	});
	return {
		entries: places.map((place, at) => [place, shown[commits.indexOf(place.commit)]?.[`f${at}`] ?? void 0]),
		folders: wanted.paths.flatMap((path, at) => {
			const { entries } = answer[`t${at}`] ?? {};
			return entries === void 0 || entries === null ? [] : [[revision(wanted.commit, path), entries]];
		})
	};
}
function question(commits, places, wanted) {
	const named = (prefix, values) => Object.fromEntries(values.map((value, at) => [`${prefix}${at}`, value]));
	const files = (commit) => places.flatMap((place, at) => {
		if (place.commit !== commit) return [];
		return [`f${at}: file(path: $p${at}) { oid mode${place.withText ? " object { ...BlobFields }" : ""} }`];
	}).join("\n");
	const objects = commits.map((commit, at) => `c${at}: object(oid: $c${at}) { oid ... on Commit { ${files(commit)} } }`);
	const folders = wanted.paths.map((_, at) => `t${at}: object(expression: $t${at}) { ... on Tree { entries { name oid mode } } }`);
	const [paths, trees] = [places.map(({ path }) => path), wanted.paths.map((path) => revision(wanted.commit, path))];
	return {
		parameters: {
			...named("c", commits.map(() => "GitObjectID!")),
			...named("p", paths.map(() => "String!")),
			...named("t", trees.map(() => "String!"))
		},
		variables: {
			...named("c", commits),
			...named("p", paths),
			...named("t", trees)
		},
		fields: [...objects, ...folders].join("\n"),
		fragments: places.some(({ withText }) => withText) ? [BLOB_FIELDS] : [],
		size: places.length + trees.length
	};
}
function revision(commit, path) {
	return `${commit}:${path}`;
}

// src/adapters/github/read/opening.ts
async function open(client, repository, question, blobs) {
	const { owner, repo } = parseSlug(repository);
	const { base, headPrefix, config, index } = question;
	const request = {
		to: "read the branches",
		repository,
		permission: "contents: read",
		repeatable: true,
		strict: true
	};
	const heads = /* @__PURE__ */ new Map();
	let first;
	let after;
	do {
		const variables = {
			owner,
			name: repo,
			heads: `refs/heads/${headPrefix}`,
			queues: queuePrefix(headPrefix),
			config,
			...base === void 0 ? {} : { base: `refs/heads/${base}` },
			...index === void 0 ? {} : { index },
			...after === void 0 ? {} : { after }
		};
		const { repository: answer } = await client.graphql(request, document(question, after), variables);
		first ??= answer;
		for (const ref of answer.refs?.nodes ?? []) takeHead(ref, headPrefix, heads);
		after = answer.refs?.pageInfo.hasNextPage === true ? answer.refs.pageInfo.endCursor ?? void 0 : void 0;
	} while (after !== void 0);
	const tip = first.base?.target;
	const branch = checkBranchName(first.base?.name ?? "");
	if (tip?.tree === void 0 || !branch.ok) throw new BumpError("BASE_NOT_FOUND", `${repository} has no branch ${base ?? "of its own choice"}.`);
	const standing = tip.file === null || tip.file === void 0 ? void 0 : takeEntry(config, tip.file, blobs);
	return {
		repositoryId: first.id,
		base: {
			branch: branch.value,
			facts: factsOf(tip),
			config: standing
		},
		heads,
		waiting: (first.queues?.nodes ?? []).flatMap(ticketOf),
		index: shownIndex(first.index)
	};
}
function document({ base, index }, after) {
	const parameters = [
		"$owner: String!, $name: String!, $heads: String!, $queues: String!, $config: String!",
		...base === void 0 ? [] : ["$base: String!"],
		...index === void 0 ? [] : ["$index: String!"],
		...after === void 0 ? [] : ["$after: String!"]
	];
	const indexField = index === void 0 ? "" : `index: ref(qualifiedName: $index) { target { oid ... on Commit { tree { entries { name object {
          ...BlobFields ... on Tree { entries { name oid mode object { ...BlobFields } } } } } } } } }`;
	return `query (${parameters.join(", ")}) {
  repository(owner: $owner, name: $name) {
    id
    base: ${base === void 0 ? "defaultBranchRef" : "ref(qualifiedName: $base)"} {
      name target { oid ... on Commit { ...CommitFields file(path: $config) { oid mode object { ...BlobFields } } } }
    }
    refs(refPrefix: $heads, first: 100${after === void 0 ? "" : ", after: $after"}) {
      nodes { prefix name target { oid ... on Commit { ...CommitFields } } }
      pageInfo { hasNextPage endCursor }
    }
    queues: refs(refPrefix: $queues, first: 100) {
      nodes { prefix name target { oid ... on Commit { ...CommitFields } } }
    }
    ${indexField}
  }
}
fragment CommitFields on Commit { message tree { oid } parents(first: 10) { totalCount nodes { oid } } }
${BLOB_FIELDS}`;
}
function factsOf({ oid, message, tree, parents }) {
	if (parents.totalCount !== parents.nodes.length) throw new BumpError("REMOTE_REFUSED", `${oid} has too many parents`);
	return {
		oid,
		message,
		tree: tree.oid,
		parents: parents.nodes.map((parent) => parent.oid)
	};
}
function takeHead({ prefix, name, target }, headPrefix, heads) {
	const branch = checkBranchName(`${prefix}${name}`.replace(/^refs\/heads\//, ""));
	if (!branch.ok || !branch.value.startsWith(headPrefix) || target?.tree === void 0) return;
	heads.set(branch.value, factsOf(target));
}
function ticketOf({ prefix, name, target }) {
	const ref = asTicket(`${prefix}${name}`);
	return ref === void 0 || target?.tree === void 0 ? [] : [{
		ref,
		facts: factsOf(target)
	}];
}
function shownIndex(index) {
	const target = index?.target;
	if (target === void 0 || target === null) return void 0;
	const files = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Map();
	for (const { name, object } of target.tree?.entries ?? []) if (object?.entries !== void 0 && object.entries !== null) folders.set(name, object.entries);
	else if (object !== null) files.set(name, object);
	return {
		oid: target.oid,
		files,
		folders
	};
}

// src/adapters/github/read/tree-with.ts
async function treeWith(root, files, readFolder) {
	return await rebuild(root, "", files.map(({ path, oid }) => ({
		rest: path.split("/"),
		oid
	})), readFolder);
}
function foldersAbove(paths) {
	const folders = /* @__PURE__ */ new Set([""]);
	for (const path of paths) for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) folders.add(path.slice(0, end));
	return [...folders];
}
function mostEntries(folders, known) {
	const names = new Map(folders.map((folder) => [folder, /* @__PURE__ */ new Set()]));
	for (const path of known) for (let end = path.length, cut = path.lastIndexOf("/"); end > 0; end = cut, cut = path.lastIndexOf("/", end - 1)) names.get(path.slice(0, Math.max(cut, 0)))?.add(path.slice(cut + 1, end));
	return Math.max(0, ...[...names.values()].map(({ size }) => size));
}
const FOLDER = 16384;
const FILES = /* @__PURE__ */ new Set([33188, 33261]);
const USUAL = /* @__PURE__ */ new Set([
	FOLDER,
	...FILES,
	40960,
	57344
]);
async function rebuild(oid, folder, files, readFolder) {
	const entries = await readFolder(folder);
	if (entries === void 0 || treeId(entries, oid) !== oid) return void 0;
	if (!entries.every(({ mode }) => USUAL.has(mode))) return void 0;
	const below = Map.groupBy(files, ({ rest }) => rest[0] ?? "");
	const changed = await Promise.all(entries.map(async (entry) => {
		const inside = below.get(entry.name);
		const [only] = inside ?? [];
		if (inside === void 0 || only === void 0) return entry;
		below.delete(entry.name);
		if (only.rest.length === 1) return FILES.has(entry.mode) ? {
			...entry,
			oid: only.oid
		} : void 0;
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		const deeper = inside.map(({ rest, oid: blob }) => ({
			rest: rest.slice(1),
			oid: blob
		}));
		const tree = entry.mode === FOLDER ? await rebuild(entry.oid, path, deeper, readFolder) : void 0;
		return tree === void 0 ? void 0 : {
			...entry,
			oid: tree
		};
	}));
	if (below.size > 0 || changed.some((entry) => entry === void 0)) return void 0;
	return treeId(changed, oid);
}
function treeId(entries, like) {
	const key = ({ name, mode }) => mode === FOLDER ? `${name}/` : name;
	const rows = [...entries].sort((a, b) => compareBytes(key(a), key(b))).flatMap(({ name, mode, oid }) => [Buffer.from(`${mode.toString(8)} ${name}\0`), Buffer.from(oid, "hex")]);
	const bytes = Buffer.concat(rows);
	const algorithm = like.length === 64 ? "sha256" : "sha1";
	return createHash(algorithm).update(`tree ${bytes.length}\0`).update(bytes).digest("hex");
}

// src/adapters/github/repository.ts
const MOST_CARRIES = 12;
const FAR = 25;
const MOST_FOLDERS = 60;
const MOST_ENTRIES = 200;
const MOST_READ = 1e3;
function githubShortcut(client, repository, { config, queries = repositoryQueries(client, repository) }) {
	const blobs = openBlobs(client, repository);
	const comparer = openComparer(client, repository);
	const places = openPlaces(queries, repository, blobs);
	const sources = {
		blobs,
		comparer,
		places
	};
	const facts = /* @__PURE__ */ new Map();
	const configs = /* @__PURE__ */ new Map();
	const marked = /* @__PURE__ */ new Map();
	const homes = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Map();
	let begun;
	let waiting;
	let waitingNow = [];
	let repositoryId;
	let index;
	let whyNot = "the repository was never looked at";
	let indexOid;
	let tip;
	let anchor;
	let carries = 0;
	const ask = async (base, headPrefix) => {
		const wanted = index === void 0 ? INDEX_REF : void 0;
		const opening = await open(client, repository, {
			base,
			headPrefix,
			config,
			index: wanted
		}, blobs);
		repositoryId = opening.repositoryId;
		if (wanted !== void 0) indexOid = opening.index?.oid;
		return opening;
	};
	const begunOrAsked = async (base, headPrefix) => {
		const before = begun?.question === `${base} ${headPrefix}` ? begun.opening : void 0;
		begun = void 0;
		return await (before ?? ask(base, headPrefix));
	};
	const screenOf = (texts, globs) => {
		if (index === void 0) throw new BumpError("REMOTE_REFUSED", whyNot);
		if (!isMadeWith(index, {
			texts,
			globs
		})) throw new BumpError("REMOTE_REFUSED", "the index was made for other files");
		return index;
	};
	const takeIndex = (shown) => {
		if (index !== void 0) return;
		const read = readShown(shown, blobs);
		if (read.ok) index = read.value;
		else whyNot = read.reason;
	};
	const markedAt = (commit, made) => {
		const known = marked.get(commit) ?? find(commit, made);
		marked.set(commit, known);
		return known;
	};
	const find = async (commit, made) => {
		const { tree, parents = [] } = facts.get(commit) ?? {};
		if (tree === made.tree) return {
			...indexed(made),
			commit
		};
		if (tip !== void 0 && commit !== tip && parents.length === 1 && parents[0] === tip) {
			const known = await childOf(tip, commit, made);
			if (known !== void 0) return known;
		}
		carries += 1;
		if (carries > MOST_CARRIES) throw new BumpError("REMOTE_REFUSED", "there are many commits to look at");
		const from = commit === tip || tip === void 0 ? anchor ?? indexed(made) : await markedAt(tip, made);
		return await carry(sources, made, from, commit, { isBeside: from.commit === tip && isBeside(commit) });
	};
	const isBeside = (commit) => {
		const { parents = [] } = facts.get(commit) ?? {};
		return commit !== tip && parents.length === 1 && parents[0] !== tip;
	};
	const childOf = async (parent, commit, made) => {
		const from = await markedAt(parent, made);
		await places.settled();
		const seen = places.seen(commit);
		const others = [...seen].filter(([path, standing]) => !isSame(from.files.get(path), standing));
		const changed = others.flatMap(([path, standing]) => typeof standing === "object" ? [{
			path,
			oid: standing.oid
		}] : []);
		if (changed.length === 0 || changed.length < others.length) return void 0;
		const tree = await treeAt(parent, changed);
		if (tree === void 0 || tree !== facts.get(commit)?.tree) return void 0;
		return await replaced(sources, made, from, commit, seen);
	};
	const treeAt = async (commit, files) => {
		const root = facts.get(commit)?.tree;
		return root === void 0 ? void 0 : await treeWith(root, files, (path) => places.folder(commit, path));
	};
	const confirm = async (commit, files) => {
		const seen = places.seen(commit);
		const unseen = files.filter(({ path, oid }) => !seen.has(path) || !blobs.has(oid)).map(({ path }) => path);
		await places.at(commit, unseen, true);
		const other = files.find((file) => !isSame(file, seen.get(file.path)));
		if (other !== void 0) throw new BumpError("REMOTE_REFUSED", `the index is wrong about ${JSON.stringify(other.path)}`);
	};
	return {
		repositoryId: () => repositoryId,
		begin(base) {
			const prefix = base === void 0 ? HEAD_ROOT : headPrefix({ base });
			begun = {
				question: `${base} ${prefix}`,
				opening: ask(base, prefix)
			};
			begun.opening.catch(() => {});
			setImmediate(() => blobId(/* @__PURE__ */ new Uint8Array(), ""));
		},
		async defaultBranch() {
			waiting = await begunOrAsked(void 0, HEAD_ROOT);
			return waiting.base.branch;
		},
		async fetch(branch, prefix) {
			const opening = waiting?.base.branch === branch && prefix.startsWith("image-bump/") && waiting !== void 0 ? waiting : await begunOrAsked(branch, prefix);
			waiting = void 0;
			takeIndex(opening.index);
			const { base, heads } = opening;
			waitingNow = opening.waiting.flatMap(({ ref, facts: { oid } }) => ref.startsWith(queuePrefix(prefix)) ? [{
				ref,
				oid
			}] : []);
			for (const ticket of opening.waiting) facts.set(ticket.facts.oid, ticket.facts);
			const ours = [...heads].filter(([name]) => name.startsWith(prefix));
			for (const one of [base.facts, ...heads.values()]) facts.set(one.oid, one);
			configs.set(base.facts.oid, base.config);
			if (tip !== void 0 && tip !== base.facts.oid) {
				anchor = await marked.get(tip);
				taken.clear();
			}
			tip = base.facts.oid;
			return new Map([...ours.map(([name, { oid }]) => [name, oid]), [branch, tip]]);
		},
		waiting: () => waitingNow,
		prepare(commits, isWanted) {
			if (index === void 0 || tip === void 0) return;
			const paths = index.files.filter(({ mentions }) => isWanted(mentions)).map(({ path }) => path);
			if (paths.length > MOST_READ) return;
			const together = commits.length * paths.length > MOST_READ ? [tip] : commits;
			const folders = foldersAbove(paths);
			const known = index.files.map(({ path }) => path);
			const areMany = folders.length > MOST_FOLDERS || mostEntries(folders, known) > MOST_ENTRIES;
			places.prepare([...together.flatMap((commit) => paths.map((path) => ({
				commit,
				path,
				withText: true
			}))), ...[...taken.keys()].map((path) => ({
				commit: tip,
				path,
				withText: false
			}))], {
				commit: tip,
				paths: areMany ? [] : folders
			});
		},
		async search(commit, texts, globs = []) {
			const { files } = await markedAt(commit, screenOf(texts, globs));
			homes.set(commit, Map.groupBy(files.values(), ({ oid }) => oid));
			return inPathOrder(files.values());
		},
		async entry(commit, path) {
			const standing = path === config && configs.has(commit) ? configs.get(commit) : (await places.at(commit, [path], true)).get(path);
			return typeof standing === "object" ? standing : void 0;
		},
		async readBlobs(oids) {
			await places.settled();
			const here = [...homes].sort(([a], [b]) => Number(b === tip) - Number(a === tip));
			for (const [commit, found] of here) {
				const all = oids.flatMap((oid) => found.get(oid) ?? []);
				const lacking = all.filter(({ oid }) => !blobs.has(oid));
				if (lacking.length > MOST_READ) throw new BumpError("REMOTE_REFUSED", `${lacking.length} files are quicker received`);
				if (lacking.length > 0) await confirm(commit, lacking);
				const seen = places.seen(commit);
				if (commit === tip) {
					for (const file of all) if (!isSame(file, seen.get(file.path))) taken.set(file.path, file);
				}
			}
			return await Promise.all(oids.map((oid) => blobs.read(oid)));
		},
		async commit(oid) {
			const known = facts.get(oid);
			if (known === void 0) throw new BumpError("REMOTE_REFUSED", `commit ${oid} was not asked for`);
			return known;
		},
		async commitsAhead(base, head) {
			const newest = facts.get(head);
			if (head === base) return [];
			if (newest?.parents.length === 1 && newest.parents[0] === base) return [newest];
			if (isBeside(head)) comparer.prepare(base, head);
			return await comparer.commitsAhead(base, head);
		},
		treeWith: (commit, files) => treeAt(commit, files.map(({ entry: { path, oid }, bytes }) => ({
			path,
			oid: blobId(bytes, oid)
		}))),
		expect(commit, { parent, files, tree, message }) {
			if (index === void 0) return;
			const made = index;
			if (tree !== void 0) facts.set(commit, {
				oid: commit,
				tree,
				parents: [parent],
				message
			});
			const reading = markedAt(parent, made).then((before) => tree === void 0 ? readBack(sources, made, before, commit, files) : replaced(sources, made, before, commit, asWritten(files, blobs)));
			marked.set(commit, reading);
			reading.catch(() => marked.delete(commit));
		},
		async isProven(commit, files) {
			try {
				if (tip !== void 0 && taken.size > 0) await confirm(tip, [...taken.values()]);
				await confirm(commit, files);
				return true;
			} catch {
				return false;
			}
		},
		async keepsake(found) {
			const known = tip === void 0 ? void 0 : await marked.get(tip);
			const made = found === void 0 ? carriedOn(index, known, facts) : {
				...found,
				carried: 0
			};
			if (made === void 0) return void 0;
			const flux = made.files.filter(({ mentions }) => mentions.flux);
			const contents = found?.contents ?? new Map(await Promise.all(flux.flatMap(({ oid }) => blobs.has(oid) ? [blobs.read(oid).then((bytes) => [oid, bytes])] : [])));
			return indexKeepsake(made, indexOid, contents);
		}
	};
}
function indexed({ commit, files }) {
	return {
		commit,
		files: new Map(files.map((file) => [file.path, file])),
		distance: 0
	};
}
function asWritten(files, blobs) {
	return new Map(files.map(({ entry, bytes }) => [entry.path, {
		...entry,
		oid: blobs.put(bytes, entry.oid)
	}]));
}
function carriedOn(index, marked, facts) {
	if (index === void 0 || marked === void 0 || marked.distance < FAR) return void 0;
	const tree = facts.get(marked.commit)?.tree;
	return tree === void 0 ? void 0 : carryOn(index, {
		commit: marked.commit,
		tree,
		files: marked.files.values()
	});
}

// src/adapters/github/source.ts
const PER_PAGE = 100;
const MOST_COMMITS = 250;
const REVISION = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,249}$/;
function githubSource(client) {
	const asked = /* @__PURE__ */ new Map();
	return { compare: async (repository, from, to) => {
		if (readSlug(repository) === void 0 || !REVISION.test(from) || !REVISION.test(to)) return void 0;
		const basehead = `${from}...${to}`;
		const key = `${repository} ${basehead}`;
		const answer = asked.get(key) ?? compare(client, repository, basehead);
		asked.set(key, answer);
		try {
			return await answer;
		} catch (error) {
			asked.delete(key);
			if (isUnreadable(error)) return void 0;
			throw error;
		}
	} };
}
async function compare(client, repository, basehead) {
	const request = {
		to: "compare commits",
		repository,
		permission: "contents: read",
		repeatable: true
	};
	const page = (number) => client.rest(request, (api) => api.repos.compareCommitsWithBasehead({
		...parseSlug(repository),
		basehead,
		per_page: PER_PAGE,
		page: number
	}));
	const first = await page(1);
	const total = first.total_commits;
	const pages = [first.commits];
	const lastPage = Math.ceil(total / PER_PAGE);
	const firstNeeded = Math.max(2, Math.floor(Math.max(0, total - MOST_COMMITS) / PER_PAGE) + 1);
	for (let number = firstNeeded; number <= lastPage; number += 1) pages.push((await page(number)).commits);
	const commits = pages.flat().toReversed().slice(0, Math.min(MOST_COMMITS, total)).map((listed) => sourceCommit(listed));
	return {
		status: first.status,
		total,
		commits
	};
}
function sourceCommit({ sha, commit, author }) {
	const subject = /^[^\r\n]*/.exec(commit.message.trimStart())?.[0] ?? "";
	const pullRequest = pullRequestOf(subject);
	return {
		id: sha,
		subject,
		author: author?.login ?? commit.author?.name ?? "unknown",
		...pullRequest === void 0 ? {} : { pullRequest }
	};
}
function pullRequestOf(subject) {
	const number = /\(#(\d{1,9})\)\s*$/.exec(subject)?.[1] ?? /^Merge pull request #(\d{1,9})\b/.exec(subject)?.[1];
	return number === void 0 ? void 0 : Number(number);
}
function isUnreadable(error) {
	return error instanceof BumpError && (error.code === "REPOSITORY_NOT_FOUND" || error.code === "PERMISSION_MISSING");
}

// src/adapters/ladder/received.ts
function received(way) {
	const here = /* @__PURE__ */ new Set();
	let tip;
	let searched;
	const bring = async (commit) => {
		if (here.has(commit)) return;
		await way.bring(commit);
		here.add(commit);
	};
	return {
		repository: {
			defaultBranch: () => way.defaultBranch(),
			waiting: () => way.waiting?.() ?? [],
			async fetch(branch, headPrefix) {
				const tips = await way.fetch(branch, headPrefix);
				for (const oid of tips.values()) here.add(oid);
				tip = tips.get(branch);
				return tips;
			},
			async search(commit, texts, globs = []) {
				await bring(commit);
				const files = await way.search(commit, texts, globs);
				if (commit === tip) searched = {
					commit,
					texts,
					globs,
					files
				};
				return files;
			},
			async entry(commit, path) {
				await bring(commit);
				return await way.entry(commit, path);
			},
			readBlobs: (oids) => way.readBlobs(oids),
			commit: (oid) => way.commit(oid),
			async commitsAhead(base, head) {
				if (base !== head) await bring(head);
				const ahead = await way.commitsAhead(tip ?? base, head);
				for (const { oid } of ahead) here.add(oid);
				return ahead;
			},
			async treeWith(commit, files) {
				await bring(commit);
				return await way.treeWith(commit, files);
			}
		},
		bring,
		async found() {
			if (searched === void 0 || searched.commit !== tip || !way.isWhole()) return void 0;
			const { commit, texts, globs, files } = searched;
			const flux = files.filter(({ mentions }) => mentions.flux).map(({ oid }) => oid);
			const [{ tree }, blobs] = await Promise.all([way.commit(commit), way.readBlobs(flux)]);
			return {
				commit,
				tree,
				texts,
				globs,
				files,
				contents: new Map(blobs.map((bytes, at) => [flux[at], bytes]))
			};
		},
		close: () => way.close()
	};
}

// src/adapters/ladder/ladder.ts
function ladder(options) {
	const { shortcut, leave, log } = options;
	const descent = descending(options);
	const { step, doubt, told } = descent;
	const written = /* @__PURE__ */ new Set();
	let waiting = [];
	let leaving;
	const repository = {
		defaultBranch: () => step(() => shortcut.defaultBranch(), (whole) => whole.defaultBranch()),
		fetch: (branch, headPrefix) => step(async () => {
			const tips = told.looked(branch, headPrefix, await shortcut.fetch(branch, headPrefix));
			waiting = shortcut.waiting?.() ?? [];
			return tips;
		}, async (whole) => {
			const tips = await whole.fetch(branch, headPrefix);
			waiting = whole.waiting?.() ?? [];
			return tips;
		}, { isStart: true }),
		waiting: () => waiting,
		prepare: (commits, isWanted) => descent.isBegun() ? void 0 : shortcut.prepare(commits, isWanted),
		search: (commit, texts, globs) => step(async () => told.searched(commit, await shortcut.search(commit, texts, globs)), async (whole) => told.searchedAgain(commit, await whole.search(commit, texts, globs))),
		entry: (commit, path) => step(() => shortcut.entry(commit, path), (whole) => whole.entry(commit, path)),
		readBlobs: (oids) => step(() => shortcut.readBlobs(oids), (whole) => whole.readBlobs(oids)),
		commit: (oid) => step(() => shortcut.commit(oid), (whole) => whole.commit(oid)),
		commitsAhead: (base, head) => step(() => shortcut.commitsAhead(base, head), (whole) => whole.commitsAhead(base, head)),
		treeWith: (commit, files) => step(() => shortcut.treeWith(commit, files), (whole) => whole.treeWith(commit, files)),
		distrust: () => doubt("an index may have left out what is missing"),
		knows: (commit) => !descent.isBegun() && written.has(commit),
		counts: (commit) => !told.isDoubted(commit)
	};
	const leaveBehind = async () => {
		try {
			const whole = await descent.long();
			const found = await whole?.found();
			if (whole !== void 0 && found === void 0) return;
			const keepsake = await shortcut.keepsake(found);
			if (keepsake === void 0 || await leave(keepsake)) return;
			log.info("The index of marked files was not written: another one stands there by now, or one that GitHub does not show.");
		} catch (error) {
			log.info(`The index of marked files could not be written: ${reasonOf(error)}.`);
		}
	};
	return {
		repository,
		guard: (writer) => ({
			async commit(request) {
				if (told.isDoubted(request.parent)) return { kind: "lost" };
				const isQuick = !descent.isBegun();
				if (!isQuick) leaving ??= leaveBehind();
				const entries = request.files.map(({ entry }) => entry);
				const holds = isQuick ? shortcut.isProven(request.parent, entries) : void 0;
				const made = (commit) => shortcut.expect(commit, request);
				const move = await writer.commit(holds === void 0 ? request : {
					...request,
					holds,
					made
				});
				if (move.kind === "moved") {
					written.add(move.commit);
					leaving ??= leaveBehind();
				} else if (await holds === false) doubt("the index of marked files was wrong");
				else told.lost();
				return move;
			},
			delete: (branch, expected) => writer.delete(branch, expected)
		}),
		async close() {
			await leaving;
			await (await descent.long().catch(() => void 0))?.close();
		}
	};
}
const MOST_LOSSES = 5;
function descending({ openLongWay, log }) {
	let below;
	let losses = 0;
	let look;
	const searched = /* @__PURE__ */ new Set();
	const doubted = /* @__PURE__ */ new Set();
	const descend = (reason) => {
		if (below !== void 0) return below;
		log.info(`Receiving the whole base branch: ${reason}.`);
		const last = look;
		below = openLongWay().then(async (way) => {
			const whole = received(way);
			if (last !== void 0) await whole.repository.fetch(last.branch, last.headPrefix);
			return whole;
		});
		below.catch(() => {});
		return below;
	};
	const doubt = (reason) => {
		if (below !== void 0) return false;
		for (const commit of searched) doubted.add(commit);
		if (searched.size > 0) look = void 0;
		descend(reason);
		return true;
	};
	return {
		isBegun: () => below !== void 0,
		long: async () => await below,
		async step(quick, slow, { isStart = false } = {}) {
			if (below === void 0) try {
				return await quick();
			} catch (error) {
				const isInDoubt = searched.size > 0 && !isStart;
				doubt(reasonOf(error));
				if (isInDoubt) throw error;
			}
			return await slow((await descend("")).repository);
		},
		doubt,
		told: {
			looked(branch, headPrefix, tips) {
				look = {
					branch,
					headPrefix
				};
				return tips;
			},
			searched(commit, answer) {
				searched.add(commit);
				return answer;
			},
			searchedAgain(commit, answer) {
				doubted.delete(commit);
				return answer;
			},
			isDoubted: (commit) => doubted.has(commit),
			lost() {
				losses += 1;
				if (losses >= MOST_LOSSES) doubt("other runs moved the branch first");
			}
		}
	};
}
function reasonOf(error) {
	return ((error instanceof BumpError ? error.message : "an answer was not of the form expected").split("\n")[0] ?? "").replace(/\.$/, "").slice(0, 300);
}

// src/wire.ts
async function wire(settings, log, { shortcut = true, git = {}, clock = systemClock } = {}) {
	keepYoungHeapSmall();
	log.mask(settings.token);
	log.mask(settings.sourceToken);
	const send = network();
	const client = clientFor(settings, settings.token, send, clock);
	const sourceClient = settings.sourceToken === settings.token ? client : clientFor(settings, settings.sourceToken, send, clock);
	const queries = repositoryQueries(client, settings.repository);
	const forge = githubForge(client, settings.repository, queries);
	const others = {
		forge,
		source: githubSource(sourceClient),
		log,
		clock
	};
	const openGit = () => openGitRepository(settings, log, clock);
	const leave = async (keepsake) => {
		const { leaveKeepsake } = await import("./keepsake.js");
		return await leaveKeepsake(remoteOf(settings, clock), WRITING, keepsake);
	};
	if (shortcut && settings.writer === "api") {
		const quick = githubShortcut(client, settings.repository, {
			config: settings.config,
			queries
		});
		const openLongWay = async () => {
			const [{ bringCommit }, repository] = await Promise.all([import("./bring.js"), openGit()]);
			const isWhole = () => settings.paths.length === 0;
			return {
				...repository,
				isWhole,
				bring: (commit) => bringCommit(repository.remote, commit)
			};
		};
		quick.begin(settings.base);
		await onItsWay();
		const steps = ladder({
			shortcut: quick,
			openLongWay,
			leave,
			log
		});
		const repositoryId = async () => quick.repositoryId() ?? await forge.repositoryId();
		const writer = steps.guard(githubBranchWriter(client, settings.repository, { repositoryId }));
		const queue = githubQueue(client, settings.repository, { repositoryId });
		return {
			ports: {
				...others,
				repository: steps.repository,
				writer,
				queue
			},
			close: () => steps.close()
		};
	}
	if (shortcut && settings.writer === "git" && settings.paths.length === 0) {
		const { openIndexed } = await import("./indexed.js");
		const { config } = settings;
		const indexed = await openIndexed({
			...remoteOf(settings, clock),
			config,
			note: log.info,
			...git
		});
		indexed.shortcut.begin(settings.base);
		const steps = ladder({
			...indexed,
			leave,
			log
		});
		const { writer, queue } = await gitWriters(indexed);
		const close = async () => {
			await steps.close();
			await indexed.close();
		};
		return {
			ports: {
				...others,
				repository: steps.repository,
				writer: steps.guard(writer),
				queue
			},
			close
		};
	}
	const repository = await openGit();
	const writers = settings.writer === "git" ? await gitWriters(repository) : {
		writer: githubBranchWriter(client, settings.repository, forge),
		queue: githubQueue(client, settings.repository, forge)
	};
	return {
		ports: {
			...others,
			repository,
			...writers
		},
		close: repository.close
	};
}
async function onItsWay() {
	await new Promise(setImmediate);
}
const WRITING = { now: () => /* @__PURE__ */ new Date() };
async function gitWriters(repository) {
	const [{ gitBranchWriter }, { gitQueue }] = await Promise.all([import("./branch-writer.js"), import("./queue.js")]);
	return {
		writer: gitBranchWriter(repository, WRITING),
		queue: gitQueue(repository.remote, WRITING)
	};
}
async function openGitRepository(settings, log, clock) {
	const { config, images, paths } = settings;
	const remote = remoteOf(settings, clock);
	if (paths.length === 0) return await (await import("./repository.js")).openRemote(remote);
	const [{ openScoped }, { buildScope }] = await Promise.all([import("./scoped.js"), import("./build-scope.js")]);
	return await openScoped({
		...remote,
		config,
		likely: paths,
		scopeOf: (bytes, changed) => buildScope({
			path: config,
			bytes
		}, images, changed),
		note: log.info
	});
}
function remoteOf({ serverUrl, repository, token }, clock) {
	return {
		url: `${serverUrl}/${repository}.git`,
		token,
		clock
	};
}
function clientFor({ apiUrl, graphqlUrl }, token, send, clock) {
	return githubClient({
		apiUrl,
		graphqlUrl,
		token,
		send,
		clock,
		random: clock.random
	});
}

export { wire };