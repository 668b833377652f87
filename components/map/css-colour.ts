/** A colour token as the browser now paints it ("rgb(…)"), for what CSS does not reach. Browser only. */
export function cssColour(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--color-${token})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
