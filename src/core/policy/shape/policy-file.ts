/** The policy file as one table, which reads better whole: the parser reads by it, and the JSON Schema is printed from it. */
import { readImageName, readTag, type ImageName, type Parsed, type Tag } from '../../image/reference.ts'
import { list, mapOf, object } from './collections.ts'
import { readDateFormat, type DateFormat } from '../date.ts'
import { readFilter, type Filter } from '../filter.ts'
import { readRange, type Range } from '../range.ts'
import {
  converted,
  oneOf,
  orElse,
  parsedText,
  required,
  text,
  versionOne,
  yesOrNo,
  type TextRule,
  type ValueOf,
} from './shape.ts'

const oneLine: TextRule = { pattern: /^\P{Cc}*$/u, because: 'it holds a control character or a line break' }

const inGlobs: readonly TextRule[] = [
  { pattern: /^!/, because: 'negation is not used here; name what counts' },
  { pattern: /\\/, because: 'it holds a backslash; separate folders with "/"' },
]

const path = text({
  about: 'A glob (minimatch) from the root of the repository, e.g. clusters/prod/**',
  limit: 1000,
  must: [oneLine],
  mustNot: [
    ...inGlobs,
    { pattern: /^(?:\/|[A-Za-z]:)/, because: 'paths start at the root of the repository; leave the leading "/" out' },
    { pattern: /(?:^|\/)\.\.(?:\/|$)/, because: 'it leaves the repository with ".."' },
    { pattern: /(?:^|\/)\.[gG][iI][tT](?:\/|$)/, because: 'the folder .git holds no manifests' },
  ],
})

const direction = orElse(
  oneOf('asc: the greatest is newest. desc: the smallest is.', ['asc', 'desc'], { anyCase: true }),
  'asc',
)

const order = object(
  'What makes a tag newer than another. Exactly one of these.',
  {
    semver: object('Semantic versions; tags that are none do not count.', {
      range: required(
        parsedText<Range>(
          {
            about: 'Range of Masterminds/semver, as in Flux.',
            examples: ['>=1.0.0', '1.x'],
          },
          readRange,
        ),
        `range: '>=1.0.0'`,
      ),
    }),
    date: object('Real dates in UTC; the newest wins.', {
      format: required(
        parsedText<DateFormat>(
          {
            about: 'Unicode tokens yyyy yy MM dd HH mm ss SSS with literal separators, or unix, unixMillis, iso8601.',
            examples: ['yyyyMMddHHmmss', 'unix', 'iso8601'],
          },
          readDateFormat,
        ),
        'format: yyyyMMddHHmmss',
      ),
    }),
    numerical: object('Numbers.', { order: direction }, { mayBeNull: true }),
    alphabetical: object('Text, compared byte by byte.', { order: direction }, { mayBeNull: true }),
    commit: object(
      'Ancestry in the source repository, of the commit id that filterTags.extract yields.',
      {},
      { mayBeNull: true },
    ),
  },
  { exactlyOne: true },
)

const filterTags = converted(
  object('Which tags count, and what of them is compared.', {
    pattern: required(
      parsedText(
        {
          about: 'RE2 syntax, found anywhere in the tag unless anchored, as in Flux; empty: every tag.',
          mayBeEmpty: true,
          examples: ['^main-(?P<ts>[0-9]{14})$'],
        },
        (pattern): Parsed<string> => {
          const filter = readFilter(pattern, '')
          return filter.ok ? { ok: true, value: pattern } : filter
        },
      ),
      `pattern: '^main-'`,
    ),
    extract: orElse(
      text({ about: 'Template of Go, e.g. $ts or ${1}; empty: the whole tag.', mayBeEmpty: true, examples: ['$ts'] }),
      '',
    ),
  }),
  ({ pattern, extract }): Parsed<Filter> => readFilter(pattern, extract),
  'extract',
)

const hold = object(
  'Nothing moves past a hold; a hold with a date ends by itself.',
  {
    tag: parsedText<Tag>({ about: 'The last tag that is let through.', limit: 128 }, readTag),
    until: parsedText(
      {
        about: 'The first day on which it is free again, UTC.',
        must: [{ pattern: /^\d{4}-\d{2}-\d{2}$/, because: 'write it as yyyy-mm-dd, e.g. 2026-12-01' }],
      },
      readDay,
    ),
    reason: text({ about: 'For people.', limit: 500, must: [oneLine] }),
  },
  { oneAtLeast: ['tag', 'until'] },
)

const policy = object('One policy: which tags of an image the markers that name it follow.', {
  image: required(
    parsedText<ImageName>(
      {
        about: 'The image without tag and digest, as :name markers shall get it.',
        examples: ['ghcr.io/acme/shop'],
        must: [{ pattern: /^[^\s@]*$/, because: 'write the name alone, without digest and blanks' }],
      },
      readImageName,
    ),
    'image: ghcr.io/acme/shop',
  ),
  paths: list('Where its markers count; default: the whole tree.', path, {
    ifEmpty: 'leave it out for the whole tree',
  }),
  filterTags,
  policy: required(order, `policy: { semver: { range: '>=1.0.0' } }`),
  digest: orElse(
    oneOf('Whether name:tag@digest is written: never, when the tag changes, or always anew.', [
      'Never',
      'IfNotPresent',
      'Always',
    ]),
    'Never',
  ),
  hold,
})

const labels = orElse(
  list('Labels of the pull request.', text({ about: 'A label.', limit: 50, must: [oneLine] }), { unique: true }),
  [],
)
const withoutAt: TextRule = { pattern: /^@/, because: 'write the login without "@"' }
const login = text({
  about: 'A login of GitHub.',
  limit: 100,
  must: [
    {
      // An app ends in [bot]; the login of an enterprise-managed user holds "_".
      pattern: /^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})(?:\[bot\])?$/,
      because: 'a login has at most 39 letters, digits and "-"; teams go to teamReviewers',
    },
  ],
  mustNot: [withoutAt],
})
const team = text({
  about: 'The slug of a team, without its organisation.',
  limit: 100,
  must: [{ pattern: /^[A-Za-z0-9_][A-Za-z0-9_-]*$/, because: 'write the slug of the team alone, e.g. sre' }],
})

const rule = object('How the pull requests of some policies are dressed.', {
  match: required(
    text({
      about: 'A glob (minimatch) over policy names, e.g. prod:*',
      limit: 1000,
      must: [oneLine],
      mustNot: inGlobs,
    }),
    `match: 'prod:*'`,
  ),
  deliver: orElse(
    oneOf('By pull request, or as a commit straight to the base branch.', ['pull-request', 'commit']),
    'pull-request',
  ),
  labels,
  reviewers: orElse(list('Logins asked to review.', login, { unique: true }), []),
  teamReviewers: orElse(list('Teams asked to review.', team, { unique: true }), []),
  assignees: orElse(list('Logins it is assigned to.', login, { unique: true }), []),
  milestone: text({ about: 'Title of a milestone.', limit: 255, must: [oneLine] }),
  draft: orElse(yesOrNo('Open it as a draft.'), false),
  autoMerge: orElse(
    oneOf('Merge by itself when all checks pass, and how.', ['off', 'squash', 'merge', 'rebase'], {
      falseMeans: 'off',
    }),
    'off',
  ),
})

const pullRequests = object('How pull requests are cut and dressed.', {
  group: orElse(oneOf('One living pull request per what.', ['namespace', 'policy', 'image', 'all']), 'namespace'),
  labels,
  title: text({ about: 'Template of the title.', limit: 256, must: [oneLine] }),
  onClosed: orElse(
    oneOf('Whether values whose pull request a person closed stay away or come back.', ['respect', 'reopen']),
    'respect',
  ),
  rules: orElse(list('The first rule that matches a policy wins.', rule), []),
})

// A name of Kubernetes, and a little more: markers in the wild hold upper case and "_".
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?'

/** What a policy file may say. */
export const POLICY_FILE = object(
  'Which image tags move in this repository, and how.',
  {
    version: orElse(versionOne('Version of this format.'), 1),
    policies: orElse(
      mapOf(
        'The policies, by the name that markers use: "namespace:name".',
        {
          what: 'policy',
          about: 'namespace:name',
          limit: 507,
          must: [
            {
              pattern: new RegExp(`^${NAME}:${NAME}$`),
              because: 'a policy is named "namespace:name", each of letters, digits, "-", "." and "_"',
            },
          ],
        },
        policy,
      ),
      [],
      {},
    ),
    pullRequests,
    files: orElse(
      list('Globs of files beside YAML in which markers count: .env, TOML, HCL (Terraform), Dockerfiles.', path, {
        unique: true,
      }),
      [],
    ),
    flux: orElse(yesOrNo('Also read the ImagePolicy and ImageRepository objects of Flux in the tree.'), true),
  },
  // Where people keep what they repeat by anchor and alias.
  { title: 'image-bump policy file', ignore: /^x-/ },
)

export type PolicyFileValues = ValueOf<typeof POLICY_FILE>
export type PolicyValues = ValueOf<typeof policy>
export type OrderValues = ValueOf<typeof order>
export type PullRequestValues = ValueOf<typeof pullRequests>
export type RuleValues = ValueOf<typeof rule>

function readDay(day: string): Parsed<string> {
  const time = Date.parse(`${day}T00:00:00Z`)
  // Date.parse of V8 rolls 2026-02-30 over to March.
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
  return isReal ? { ok: true, value: day } : { ok: false, reason: 'there is no such day' }
}
