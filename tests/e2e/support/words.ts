/**
 * The words with a letter in them that the screen shows outside tables, hints of empty fields included; words for screen
 * readers alone do not count. Runs in the page.
 */
export function readWordsInView(): string[] {
  const isSeen = (rect: DOMRect, clips: Element | null): boolean => {
    const [x, y] = [rect.left + Math.min(rect.width / 2, 8), rect.top + rect.height / 2];
    if (rect.width < 2 || x < 0 || x > innerWidth || y < 0 || y > innerHeight) return false;
    for (let element = clips; element; element = element.parentElement) {
      const { overflow, clipPath } = getComputedStyle(element);
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (clipPath !== "none") return false;
      if (overflow !== "visible" && (x < left || x > right || y < top || y > bottom)) return false;
    }
    return true;
  };
  const shown: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!parent?.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest("table, script, style, noscript")) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const [rect] = range.getClientRects();
    if (rect && isSeen(rect, parent)) shown.push(texts.currentNode.nodeValue ?? "");
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input[placeholder]")) {
    const isHint = field.value === "" && field.checkVisibility({ visibilityProperty: true });
    if (isHint && isSeen(field.getBoundingClientRect(), field)) shown.push(field.placeholder);
  }
  return shown
    .flatMap((text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,'’%–-]*/gu) ?? [])
    .filter((word) => /\p{L}/u.test(word));
}
