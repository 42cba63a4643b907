import { expect, test } from 'vitest'
import { findImages } from '../../../src/core/mark/find.ts'
import type { RepoPath } from '../../../src/core/names.ts'

const PATH = 'apps/shop.yaml' as RepoPath

/** Each image with its spots and obstacles, as `part@line:column`; an obstacle without its reason as `-@line:column`. */
function found(text: string): readonly string[] {
  return findImages(PATH, text).uses.map(({ image, tag = '', spots, obstacles }) => {
    const at = ({ line, column }: { line: number; column: number }): string => `${line}:${column}`
    const parts = spots.map(({ part, place, optional }) => `${part}${optional ? '?' : ''}@${at(place)}`)
    const stops = obstacles.map(({ place, optional }) => `-${optional ? '?' : ''}@${at(place)}`)
    return [`${image} ${tag}`, ...parts, ...stops].join(' ')
  })
}

test.each([
  { text: 'image: a/b:1', finds: ['a/b 1 reference@1:8'], because: 'a reference' },
  { text: 'image: localhost:5000/b:1', finds: ['localhost:5000/b 1 reference@1:8'], because: 'a port is no tag' },
  { text: 'image: "a/b:${TAG}"', finds: ['a/b  -@1:8'], because: 'a variable is no tag' },
  { text: 'image: r.io:5000/b:${TAG}', finds: ['r.io:5000/b  -@1:8'], because: 'nor behind a port' },
  { text: `image: '{{ .Values.image }}:1'`, finds: [], because: 'a template names no image' },
  { text: 'image: ${IMAGE}', finds: [], because: 'nor does a variable' },
  { text: 'image: {}', finds: [], because: 'it is no scalar' },
  { text: 'image:', finds: [], because: 'nothing is there' },
  { text: 'imagePullPolicy: a/b:1', finds: [], because: 'another key' },
  { text: 'Image: a/b:1', finds: [], because: 'keys have their case' },
  { text: 'sidecarImage: a/b:1', finds: ['a/b 1 reference@1:15'], because: 'a key that ends in Image' },
  { text: 'image: a/b:1\nimage: a/b:2', finds: ['a/b 1 reference@1:8', 'a/b 2 reference@2:8'], because: 'both stand' },
  { text: 'images: [a/b:1]', finds: ['a/b 1 -@1:10'], because: 'a bracket follows on the line' },
  { text: 'images:\n  - a/b:1\n', finds: ['a/b 1 reference@2:5'], because: 'a list of references' },
  { text: 'images:\n  shop: a/b:1\n  x: y\n', finds: ['a/b 1 reference@2:9'], because: 'a map of references' },
  { text: 'images:\n- name: a/b\n  newTag: 1', finds: ['a/b 1 tag@3:11'], because: 'kustomize' },
  {
    text: 'images:\n- name: x\n  newName: a/b\n  newTag: "1"\n',
    finds: ['a/b 1 tag@4:11 name@3:12'],
    because: 'the new name is the image',
  },
  { text: 'images:\n- name: a/b\n', finds: [], because: 'it changes nothing' },
  {
    text: 'x:\n  repository: a/b\n  tag: 1\n',
    finds: ['a/b 1 name?@2:15 tag@3:8'],
    because: 'a pair, under any key',
  },
  {
    text: 'image:\n  registry: r.io\n  repository: a/b\n  tag: v1\n',
    finds: ['r.io/a/b v1 tag@4:8 -?@3:15'],
    because: 'a name in two fields cannot be marked',
  },
  { text: 'image:\n  repository: a/b\n  tag: ~\n', finds: ['a/b  name?@2:15 -@3:8'], because: 'null is no tag' },
  { text: 'image:\n  repository: a/b\n  tag: a b\n', finds: ['a/b a b name?@2:15 -@3:8'], because: 'that is no tag' },
  {
    text: `image:\n  repository: a/b\n  tag: "1@sha256:${'0'.repeat(64)}"\n`,
    finds: [`a/b 1@sha256:${'0'.repeat(64)} name?@2:15 -@3:8`],
    because: 'a :tag marker would drop the digest',
  },
  { text: 'chart:\n  repository: https://x.io/a\n  tag: 1\n', finds: [], because: 'an address is no image' },
  { text: 'user:\n  name: a\n  tag: b\n', finds: [], because: 'name and tag say nothing outside an image' },
  { text: 'a: &x a/b:1\nimage: *x\n', finds: ['a/b 1 -@2:8'], because: 'an alias takes no marker' },
  {
    text: 'parameters:\n- name: a.tag\n  value: "1"\n- name: a.repository\n  value: a/b\n',
    finds: ['a/b 1 name?@5:10 tag@3:10'],
    because: 'parameters in any order',
  },
  { text: 'parameters:\n- name: image.tag\n  value: "1"\n', finds: [], because: 'which image it is stands elsewhere' },
  {
    text: 'values: |\n  image: a/b:1\n',
    finds: ['a/b 1 -@1:9'],
    because: 'YAML inside a text has no comments of its own',
  },
  {
    text: 'apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImageRepository\nspec:\n  image: a/b\n',
    finds: [],
    because: 'what Flux watches is not what runs',
  },
  {
    text: '- image: a/b:1\n--- # next\n- image: a/b:2\n',
    finds: ['a/b 1 reference@1:10', 'a/b 2 reference@3:10'],
    because: 'every document',
  },
  { text: '# image: a/b:1\n', finds: [], because: 'a comment' },
  { text: 'text: |\n  image: a/b:1\n', finds: [], because: 'a text' },
  { text: 'image: a/b:1 # {"$imagepolicy": "p:q"}', finds: ['a/b 1 reference@1:8'], because: 'it has a marker' },
])('$text: $because', ({ text, finds }) => {
  expect(found(text)).toEqual(finds)
})

test.each([
  { text: 'image: a/b:1\n---\n{{ if }}\n x: }\n', because: 'one document is no YAML' },
  { text: '{{- if .x }}\nimage: a/b:1\n{{- end }}\n', because: 'a template' },
  { text: 'image: a/b:1\n\tx: 1\n', because: 'a tab indents' },
])('a broken file has no images at all: $because', ({ text }) => {
  expect(findImages(PATH, text)).toMatchObject({ uses: [], unreadable: { code: 'FILE_UNREADABLE' } })
})

test('a spot says which marker it has', () => {
  const [use] = findImages(PATH, 'image: a/b:1 # {"$imagepolicy": "p:q:tag"}').uses
  expect(use?.spots).toMatchObject([{ marker: { policy: 'p:q', part: 'tag' } }])
})
