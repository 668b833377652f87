/**
 * Marks with `data-look` the first few elements of each look: texts with the same colour, size and weight on the same grounds,
 * whose contrast is the same. Runs in the page.
 */
export function markLooks(): void {
  /** More than one, since a text may lie under something. */
  const OF_EACH_LOOK = 3;
  /** A box that paints nothing and stays in the flow. */
  const NOTHING = "rgba(0, 0, 0, 0),none,1,none,";
  const counts = new Map<string, number>();
  const hasText = (element: Element) =>
    element.matches("input, textarea, select") ||
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");

  const visit = (element: Element, around: string) => {
    const style = getComputedStyle(element);
    if (style.display === "none") return;
    const { backgroundColor, backgroundImage, opacity, position, boxShadow } = style;
    // What is placed by hand lies over something that is not around it.
    const place = /absolute|fixed|sticky/.test(position) ? element.getAttribute("class") : "";
    const own = [backgroundColor, backgroundImage, opacity, boxShadow, place].join();
    const grounds = own === NOTHING ? around : `${around}|${own}`;
    // What is switched off needs no contrast.
    const isOff =
      element.closest(":disabled, [aria-disabled=true]") !== null ||
      element.closest("label")?.control?.matches(":disabled") === true;
    element.removeAttribute("data-look");
    const { width, height } = element.getBoundingClientRect();
    if (width > 1 && height > 1 && style.visibility === "visible" && hasText(element)) {
      const look = [grounds, style.color, style.fontSize, style.fontWeight, isOff].join("|");
      const count = counts.get(look) ?? 0;
      counts.set(look, count + 1);
      if (count < OF_EACH_LOOK) element.setAttribute("data-look", "");
    }
    for (const child of element.children) visit(child, grounds);
  };
  visit(document.body, "");
}
