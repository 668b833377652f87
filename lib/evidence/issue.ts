/**
 * One thing that is wrong with what was sent, and how to correct it: a parameter of an address, a
 * part of a claim or a field of a form. The only error shape that leaves the product; the API adds a
 * code. The pure core finds issues by a reason, which lib/text puts into words.
 */
export interface Issue {
  /** The parameter, the part of the item or the form field at fault. */
  readonly param: string;
  /** What is wrong and what to do, as a sentence. */
  readonly message: string;
  /** What was given; absent where it is not repeated to the sender. */
  readonly got?: string;
  /** The allowed values, names or forms; absent or empty where they cannot be listed. */
  readonly allowed?: readonly string[];
  /** The allowed value closest to what was given; null or absent where none is close. */
  readonly nearest?: string | null;
  /** Position of the item in the list that was sent, from 0; absent where no list was sent. */
  readonly index?: number;
}
