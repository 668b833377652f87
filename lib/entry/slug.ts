/** Words as the end of an address: small Latin letters, digits and hyphens; empty where there are none. */
export function toSlug(words: string, max = 60): string {
  return words
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, max)
    .replace(/-$/, "");
}

/** An id that is free: the given one, or with the first number behind it, from 2. */
export function chooseFreeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let number = 2; isTaken(free); number++) free = `${id}-${number}`;
  return free;
}
