/** A firm's id, by which its page is addressed: its name in small letters, words joined by hyphens. */
export function getFirmId(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
