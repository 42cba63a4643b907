/** Stands in for json-with-bigint in the bundle: GitHub's numbers are safe integers, and Node's own JSON needs no 10 KB. */
export const JSONParse = JSON.parse
export const JSONStringify = JSON.stringify
