import { expect, test } from 'vitest'
import { readMarker } from '../../../src/core/marker/comment.ts'

test.each([
  { comment: '# {"$imagepolicy": "ns:app"}', policy: 'ns:app', part: 'reference', because: 'the plain form' },
  { comment: '#{"$imagepolicy":"ns:app:tag"}', policy: 'ns:app', part: 'tag', because: 'blanks are not needed' },
  { comment: '### {"$imagepolicy": "ns:app:name"}', policy: 'ns:app', part: 'name', because: 'all leading # go' },
  { comment: '#\t{ "$imagepolicy" :\t"ns:app:digest" }\t', policy: 'ns:app', part: 'digest', because: 'JSON blanks' },
  {
    comment: '# {"owner": null, "$imagepolicy": "ns:app"}',
    policy: 'ns:app',
    part: 'reference',
    because: 'null is no text',
  },
  { comment: '# {"\\u0024imagepolicy": "ns\\u003aapp"}', policy: 'ns:app', part: 'reference', because: 'JSON escapes' },
  {
    comment: '# {"$imagepolicy": "a:b", "$imagepolicy": "ns:app"}',
    policy: 'ns:app',
    part: 'reference',
    because: 'last wins',
  },
  { comment: '# {"$imagepolicy": "ns%3Aapp"}', policy: 'ns:app', part: 'reference', because: 'it is a URI fragment' },
  { comment: '# {"$imagepolicy": "ns:a~0p"}', policy: 'ns:a~p', part: 'reference', because: 'it is a JSON pointer' },
  {
    comment: '# {"$ref": "#/definitions/io.k8s.cli.setters.ns:app:tag"}',
    policy: 'ns:app',
    part: 'tag',
    because: 'long form',
  },
  {
    comment: '# {"$ref": "#/definitions/io.k8s.cli.setters.a:b", "$imagepolicy": "ns:app"}',
    policy: 'ns:app',
    part: 'reference',
    because: 'the short form wins',
  },
  {
    comment: '# {"__proto__": "x", "$imagepolicy": "ns:app"}',
    policy: 'ns:app',
    part: 'reference',
    because: 'a mere member',
  },
])('$comment is a marker: $because', ({ comment, policy, part }) => {
  expect(readMarker(comment)).toEqual({ kind: 'marker', marker: { policy, part } })
})

test.each([
  { name: 'ns:app:version', part: 'version' },
  { name: 'ns:app:Tag', part: 'Tag' },
  { name: 'ns:app:tag:x', part: 'tag:x' },
  { name: 'ns:app:', part: '' },
])('$name asks for a part that does not exist', ({ name, part }) => {
  expect(readMarker(`# {"$imagepolicy": "${name}"}`)).toEqual({ kind: 'unknown-part', policy: 'ns:app', part })
})

const inner = { policy: 'ns:app', part: 'reference' }

test.each([
  { comment: '# # {"$imagepolicy": "ns:app"}', reason: 'a second # stands before', inner },
  { comment: '# flux {"$imagepolicy": "ns:app"}', reason: 'text stands before the object', inner },
  { comment: '# {"$imagepolicy": "ns:app"} keep', reason: 'text stands after the object', inner },
  { comment: '# {"$imagepolicy": "ns:app"} {"$imagepolicy": "ns:app"}', reason: 'only one object', inner },
  { comment: '#\u00a0{"$imagepolicy": "ns:app"}', reason: 'U+00A0', inner },
  { comment: '# {"$imagepolicy":\u200b "ns:app"}', reason: 'U+200B' },
  { comment: `# {'$imagepolicy': 'ns:app'}`, reason: 'double quotes' },
  { comment: '# {“$imagepolicy”: “ns:app”}', reason: 'double quotes' },
  { comment: '# {"$imagepolicy": "ns:app",}', reason: 'a comma stands before' },
  { comment: '# {"$imagepolicy": "ns:app", "n": 1}', reason: '"n" is not a string' },
  { comment: '# {"$imagepolicy": "ns:app", "x-k8s-cli": {}}', reason: '"x-k8s-cli" is not a string' },
  { comment: '# {"$imagepolicy": 7}', reason: '"$imagepolicy" is not a string' },
  { comment: '# {$imagepolicy: ns:app}', reason: 'between double quotes' },
  { comment: '# {"$imagepolicy": ns:app}', reason: 'between double quotes' },
  { comment: '# {"$imagepolicy": "ns:app"', reason: 'the closing brace is missing' },
  { comment: '# "$imagepolicy": "ns:app"', reason: 'the braces around the object are missing' },
  { comment: '# {"$imagePolicy": "ns:app"}', reason: 'write "$imagepolicy"' },
  { comment: '# {"imagepolicy": "ns:app"}', reason: 'write "$imagepolicy"' },
  { comment: '# {"$imagepolcy": "ns:app"}', reason: 'write "$imagepolicy"' },
  { comment: '# {"imagepoilcy": "ns:app"}', reason: 'write "$imagepolicy"' },
  { comment: '# {"$imagepolicy": "app"}', reason: 'no namespace' },
  { comment: '# {"$imagepolicy": "ns/app"}', reason: '"/"' },
  { comment: '# {"$imagepolicy": "ns:a~1b"}', reason: '"/"' },
  { comment: '# {"$imagepolicy": "ns: app"}', reason: 'a blank' },
  { comment: '# {"$imagepolicy": "ns:"}', reason: 'is empty' },
  { comment: '# {"$imagepolicy": ":app"}', reason: 'is empty' },
  { comment: '# {"$imagepolicy": "100%:app"}', reason: 'a %' },
  { comment: '# {"$imagepolicy": ""}', reason: 'it names no policy' },
  { comment: '# {"$imagepolicy": null}', reason: 'it names no policy' },
])('$comment is nearly a marker: $reason', ({ comment, reason, ...rest }) => {
  expect(readMarker(comment)).toEqual({ kind: 'near', reason: expect.stringContaining(reason), ...rest })
})

test.each([
  { comment: '# pinned' },
  { comment: '# see the imagepolicy of the cluster' },
  { comment: '# {"x-k8s-cli": {"setter": {"name": "ns:app", "value": "evil:9"}}}' },
  { comment: '# {"$ref": "#/definitions/other.ns:app"}' },
  { comment: '# {"$imagerepository": "ns:app"}' },
  { comment: '# ["$imagepolicy"]' },
  { comment: `# ${'{'.repeat(100_000)}` },
])('$comment is none', ({ comment }) => {
  expect(readMarker(comment)).toEqual({ kind: 'none' })
})
