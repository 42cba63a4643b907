/** What of re2js is called; laid beside the bundle as `re2js.cjs`. */
export { RE2JS, RE2JSException } from 're2js'
