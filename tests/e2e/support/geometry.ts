/** What the measurement takes into account. */
export interface GeometryOptions {
  /** On paper nothing scrolls, so what a region would scroll to is lost. */
  readonly paper: boolean;
  /** Selectors of what cuts its text on purpose. */
  readonly cutting: readonly string[];
}

/**
 * What is wrong with the layout of the page, as sentences: sideways overflow, texts over each other or
 * over a field, texts that leave their box or are cut off, and words that are broken. Runs in the page.
 */
export async function findLayoutFaults({ paper, cutting }: GeometryOptions): Promise<string[]> {
  /** CSS px that rounding may take. */
  const LEAST = 1.5;
  /** Longer ones, and ids and addresses, may break anywhere. */
  const LONGEST_WORD = 22;
  const OVER_THE_PAGE = "[popover], dialog, [role=dialog], [role=menu], [role=tooltip]";
  const FIELDS = "input:not([type=range], [type=checkbox], [type=radio]), select, textarea";

  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  interface Clip {
    readonly element: Element;
    readonly box: Box;
    readonly x: string;
    readonly y: string;
  }
  /** What an element takes from its ancestors. */
  interface Place {
    readonly clips: readonly Clip[];
    /** The clips of the nearest positioned ancestor, which count for what is placed absolutely. */
    readonly outer: readonly Clip[];
    /** The nearest box around the text; null in a drawing or where the place is set by hand. */
    readonly box: Box | null;
  }
  /** A line of a text, or a field, where it is seen. */
  interface Seen {
    readonly node: Node;
    readonly name: () => string;
    readonly box: Box;
  }

  const faults = new Set<string>();
  const seen: Seen[] = [];
  const nameOf = (node: Node) => {
    const words = node.textContent?.trim().replace(/\s+/g, " ").slice(0, 50) ?? "";
    const element = node instanceof Element ? node : node.parentElement;
    return `"${words}" <${element?.tagName.toLowerCase()} class="${element?.getAttribute("class")?.slice(0, 40) ?? ""}">`;
  };
  const isHidden = (value: string) => value === "hidden" || value === "clip";
  const isOnlyRead = (style: CSSStyleDeclaration, { width, height }: DOMRect) =>
    style.position === "absolute" &&
    ((width <= 1 && height <= 1) || style.clipPath === "inset(50%)");

  const visit = (element: Element, place: Place) => {
    const style = getComputedStyle(element);
    if (style.display === "none" || style.opacity === "0") return;
    if (style.contentVisibility === "hidden" || style.position === "fixed") return;
    if (element.matches(OVER_THE_PAGE)) return;
    const box = element.getBoundingClientRect();
    if (isOnlyRead(style, box)) return;
    if (element.matches(FIELDS)) {
      addField(element, box, place);
      return;
    }
    const inner = enter(element, style, box, place);
    const isClosed = element instanceof HTMLDetailsElement && !element.open;
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (style.visibility === "visible") addText(child, inner);
      } else if (child instanceof Element && (!isClosed || child.tagName === "SUMMARY")) {
        visit(child, inner);
      }
    }
  };

  const enter = (
    element: Element,
    style: CSSStyleDeclaration,
    box: DOMRect,
    place: Place,
  ): Place => {
    if (style.display === "contents") return place;
    const isAbsolute = style.position === "absolute";
    let clips = isAbsolute ? place.outer : place.clips;
    const isInline = style.display === "inline";
    if (!isInline && (style.overflowX !== "visible" || style.overflowY !== "visible")) {
      clips = [...clips, { element, box, x: style.overflowX, y: style.overflowY }];
    }
    const outer = style.position === "static" ? place.outer : clips;
    if (element instanceof SVGElement || isAbsolute) return { clips, outer, box: null };
    return { clips, outer, box: isInline ? place.box : box };
  };

  const addField = (field: Element, box: DOMRect, { clips }: Place) => {
    const shown = cut(box, clips);
    if (shown === null) return;
    const name = () =>
      `the field ${field.getAttribute("name") ?? field.getAttribute("aria-label")}`;
    seen.push({ node: field, name, box: shown });
  };

  const addText = (text: Text, place: Place) => {
    if (text.data.trim() === "") return;
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter(
      ({ width, height }) => width > 1 && height > 1,
    );
    for (const line of lines) {
      findCut(text, line, place.clips);
      findSpill(text, line, place);
      const shown = cut(line, place.clips);
      if (shown === null) continue;
      // The part of a line between the ascenders and the descenders.
      const edge = (shown.bottom - shown.top) / 4;
      const middle = { ...shown, top: shown.top + edge, bottom: shown.bottom - edge };
      seen.push({ node: text, name: () => nameOf(text), box: middle });
    }
    if (lines.length > 1) findBrokenWords(text, range);
  };

  const cut = (box: Box, clips: readonly Clip[]): Box | null => {
    let { left, right, top, bottom } = box;
    for (const { box: by, x, y } of clips) {
      if (x !== "visible") [left, right] = [Math.max(left, by.left), Math.min(right, by.right)];
      if (y !== "visible") [top, bottom] = [Math.max(top, by.top), Math.min(bottom, by.bottom)];
    }
    return right - left > 1 && bottom - top > 1 ? { left, right, top, bottom } : null;
  };

  const findCut = (text: Text, line: DOMRect, clips: readonly Clip[]) => {
    const isLost = (overflow: string) => isHidden(overflow) || (paper && overflow !== "visible");
    // The nearest first.
    for (const { element, box, x, y } of [...clips].reverse()) {
      if (cutting.some((selector) => element.matches(selector))) continue;
      const beside = line.left < box.left - LEAST || line.right > box.right + LEAST;
      const below =
        line.top + line.height / 4 < box.top || line.bottom - line.height / 4 > box.bottom;
      if ((isLost(x) && beside) || (isLost(y) && below)) faults.add(`cut off: ${nameOf(text)}`);
      // What a region scrolls to is not cut off by what is around the region.
      if (!isLost(x) || !isLost(y)) return;
    }
  };

  const findSpill = (text: Text, line: DOMRect, { box, clips }: Place) => {
    const isBeyond = ({ left, right }: Pick<Box, "left" | "right">) =>
      line.left < left - LEAST || line.right > right + LEAST;
    // What its own box cuts off does not leave it.
    const isCut = clips.at(-1)?.box === box;
    if (box !== null && !isCut && isBeyond(box)) faults.add(`wider than its box: ${nameOf(text)}`);
    const scrolls = clips.some(({ x }) => x !== "visible");
    if (!scrolls && isBeyond({ left: 0, right: document.documentElement.clientWidth })) {
      faults.add(`beyond the page: ${nameOf(text)}`);
    }
  };

  const findBrokenWords = (text: Text, range: Range) => {
    for (const { 0: token, index } of text.data.matchAll(/\S+/g)) {
      if (token.length > LONGEST_WORD || !/^[\p{Script=Latin}\p{P}]+$/u.test(token)) continue;
      // Addresses, and names in code.
      if (/[./_@]\p{L}|\p{Ll}\p{Lu}/u.test(token)) continue;
      for (const { 0: word, index: at } of token.matchAll(/\p{L}+/gu)) {
        range.setStart(text, index + at);
        range.setEnd(text, index + at + word.length);
        const [first, ...rest] = range.getClientRects();
        if (first && rest.some(({ top }) => Math.abs(top - first.top) > first.height / 2)) {
          faults.add(`broken: "${word}" of ${nameOf(text)}`);
        }
      }
    }
  };

  /** A button that lies in a field, such as the one that shows a password. */
  const isButtonOf = (...nodes: readonly Node[]) =>
    nodes.some((node) => node instanceof Element) &&
    nodes.some((node) => node instanceof Text && node.parentElement?.closest("button"));

  const findOverlaps = () => {
    const sorted = seen.sort((a, b) => a.box.top - b.box.top);
    /** Those that may reach down to the next. */
    let open: Seen[] = [];
    for (const other of sorted) {
      open = open.filter(({ box }) => box.bottom > other.box.top);
      for (const { node, name, box } of open) {
        if (other.node === node || isButtonOf(node, other.node)) continue;
        const shared = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (shared > LEAST && high > LEAST)
          faults.add(`over each other: ${name()} and ${other.name()}`);
      }
      open.push(other);
    }
  };

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
  // What stays in view lies over what scrolls; its own place is that in the flow.
  const stuck = [...document.querySelectorAll<HTMLElement>("body *")].filter(
    (element) => getComputedStyle(element).position === "sticky",
  );
  for (const { style } of stuck) style.cssText += "; position: relative; inset: auto";
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.add(`the page is ${scrollWidth - clientWidth} px too wide`);
  visit(document.body, { clips: [], outer: [], box: null });
  findOverlaps();
  for (const { style } of stuck) {
    style.removeProperty("position");
    style.removeProperty("inset");
  }
  return [...faults];
}
