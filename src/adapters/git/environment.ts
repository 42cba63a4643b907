/** A remote repository and the token for it. Only `remoteAccess` makes one, so the URL is known to be safe. */
export interface RemoteAccess {
  /** https, or http on loopback; no credentials, query or fragment. */
  readonly url: string
  readonly token?: string
}

/**
 * The whole environment of a git process: nothing but this reaches git and its children.
 *
 * Kept from ours: where programs and temporary files are, proxies and certificates. Not `HOME`: `~/.gitconfig` and `~/.netrc`
 * hold other people's URL rewrites, helpers and passwords (a step before us may have written them), so there is
 * no home. The system's configuration stays, because that is where the owner of a machine puts proxy and certificates;
 * what in it could run a program or send a credential is overruled below.
 */
export function gitEnvironment(call: EnvironmentNeeds, from: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const kept = Object.entries(from).flatMap(([name, value]) =>
    value !== undefined && KEPT.has(name) ? [[name, value]] : [],
  )
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: '/nonexistent',
    LC_ALL: 'C',
    // Overrules every `protocol.*.allow` of every configuration file, unlike `protocol.allow` set here.
    GIT_ALLOW_PROTOCOL: call.access === undefined ? 'none' : new URL(call.access.url).protocol.slice(0, -1),
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    ...(call.gitDir === undefined ? {} : { GIT_DIR: call.gitDir }),
    ...configuration([...SETTINGS, ...credential(call.access)]),
    ...call.env,
  }
}

export interface EnvironmentNeeds {
  readonly gitDir?: string
  readonly access?: RemoteAccess
  readonly env?: Readonly<Record<string, string>>
}

/** Every spelling in which a token could show up. */
export function secretsOf(access: RemoteAccess | undefined): readonly string[] {
  const token = access?.token
  if (token === undefined || token === '') return []
  const base64 = Buffer.from(token).toString('base64')
  return [...new Set([basic(token), base64, base64.replace(/=+$/, ''), token, encodeURIComponent(token)])]
}

const KEPT: ReadonlySet<string> = new Set([
  'PATH',
  'Path', // Windows
  'TMPDIR',
  'TMP',
  'TEMP',
  'SystemRoot',
  'SYSTEMROOT',
  'http_proxy', // curl reads it in lower case only
  'https_proxy',
  'HTTPS_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'CURL_CA_BUNDLE',
])

type Setting = readonly [key: string, value: string]

const SETTINGS: readonly Setting[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.fsync', 'none'], // our repository is a temporary one
  ['core.askPass', ''],
  ['credential.helper', ''], // an empty value clears those of the files
  ['fetch.recurseSubmodules', 'false'],
  ['fetch.unpackLimit', '1'], // always a pack: 10,000 loose objects take 1.5 s
  ['fetch.writeCommitGraph', 'false'],
  // No fsck: it refuses old repositories for old faults, and no name in a tree ever becomes a file of ours.
  ['transfer.fsckObjects', 'false'],
  ['fetch.fsckObjects', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['http.followRedirects', 'false'],
  ['protocol.version', '2'],
  ['push.followTags', 'false'],
  ['push.gpgSign', 'false'],
  ['push.recurseSubmodules', 'no'],
]

// Under the full URL twice, the empty one first: only this clears a header that a configuration file holds for the same
// URL. GitHub answers 400 to two Authorization headers.
function credential(access: RemoteAccess | undefined): readonly Setting[] {
  if (access === undefined) return []
  const key = `http.${access.url}.extraheader`
  const clear: Setting = [key, '']
  return access.token === undefined ? [clear] : [clear, [key, `AUTHORIZATION: basic ${basic(access.token)}`]]
}

function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64')
}

// In the environment, not by `-c`: arguments are for every user of the machine to read.
function configuration(settings: readonly Setting[]): Record<string, string> {
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(settings.length), ...(Object.fromEntries(pairs) as Record<string, string>) }
}
