/**
 * Stands in for semver in the bundle: its index is CommonJS, so a bundler keeps all of it. Whoever needs another function
 * adds it here; a name that is missing fails the build.
 */
export { default as diff } from 'semver/functions/diff.js'
export { default as lt } from 'semver/functions/lt.js'
export { default as parse } from 'semver/functions/parse.js'
