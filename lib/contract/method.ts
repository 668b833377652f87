/**
 * Number of the method. It rises when resolution, default weights or file formats change, because
 * an address with `asOf` and `knownOn` then gives another answer.
 */
export const METHOD = 1;
