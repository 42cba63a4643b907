/** What of minimatch is called with a glob; laid beside the bundle as `minimatch.cjs`. */
export { Minimatch } from 'minimatch'
