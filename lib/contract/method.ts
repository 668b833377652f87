/**
 * Number of the method: rises whenever resolution, default weights or file formats change, so that
 * an address with `asOf` and `knownOn` answers the same for ever within one number.
 */
export const METHOD = 1;
