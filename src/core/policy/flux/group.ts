/** The API group of Flux's image objects, whatever their version. */
export const FLUX_GROUP = 'image.toolkit.fluxcd.io'
