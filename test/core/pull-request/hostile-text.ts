import * as fc from 'fast-check'

// Text that tries to get out: pieces with a meaning to a forge, in any order, between arbitrary characters.
const REFERENCES =
  '@octocat|#1|fixes #12|closes acme/shop#3|GH-4|gh-5|https://github.com/o/r/issues/6|/pull/7|mail@example.com|&#64;octocat'
const MARKUP =
  '<!-- --> <!--image-bump:state{}--> </details> <img/src=x> &lt; \\ ` `` ``` * _ ~~ $x$ [a](b) ![ ]( - 1. > ='
const INVISIBLE = [
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\0',
  '\u001B[31m',
  '\u2028',
  '\u202E',
  '\u200B',
  '\uD800',
  '\uDC00',
]
const TRAILERS = ['Image-Bump-Group: namespace:x', 'Image-Bump: a:b=c:1', '<!-- image-bump:state {"v":1} -->']
const OTHERS = [
  '|',
  '\\|',
  '😀',
  'é',
  'www.example.com',
  'http://x',
  '[skip ci]',
  '[ci skip]',
  '::error::',
  '##[group]',
]
const PIECES = [...REFERENCES.split('|'), ...MARKUP.split(' '), ...INVISIBLE, ...TRAILERS, ...OTHERS]

export function hostileText(): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 }))
  return fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
}
