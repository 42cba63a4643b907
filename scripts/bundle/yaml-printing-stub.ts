/** Stands in for the printing half of yaml in the bundle; a name that is missing here fails the build. */
export const createStringifyContext = refuse
export const foldFlowLines = refuse
export const stringifyCollection = refuse
export const stringifyDocument = refuse
export const stringifyNumber = refuse
export const stringifyPair = refuse
export const stringifyString = refuse

function refuse(): never {
  throw new Error('the printing of YAML is not part of this bundle')
}
