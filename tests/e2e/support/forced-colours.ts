import type { Page } from "@playwright/test";

/**
 * What readers lose where their system forces its colours: bars and dots that are drawn with a
 * background alone, and choices that look like what is not chosen.
 */
export async function findLostColours(page: Page): Promise<string[]> {
  const drawn = await page.evaluateHandle(listDrawn);
  await page.emulateMedia({ forcedColors: "active" });
  const lost = [
    ...(await page.evaluate(listUnseen, drawn)),
    ...(await page.evaluate(listUnmarked)),
  ];
  await page.emulateMedia({ forcedColors: "none" });
  await drawn.dispose();
  return lost;
}

/** A box without text that is drawn with its background. */
interface Drawn {
  readonly element: Element;
  readonly pseudo: "::before" | "::after" | null;
}

/** Runs in the page. */
function listDrawn(): Drawn[] {
  const isPainted = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration) =>
    backgroundImage !== "none" || !/^rgba\(.*, 0\)$|transparent/.test(backgroundColor);
  const drawn: Drawn[] = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element instanceof SVGElement || !element.checkVisibility({ opacityProperty: true })) {
      continue;
    }
    for (const pseudo of ["::before", "::after"] as const) {
      const style = getComputedStyle(element, pseudo);
      if (style.content === '""' && style.display !== "none" && isPainted(style)) {
        drawn.push({ element, pseudo });
      }
    }
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const behind = element.parentElement && getComputedStyle(element.parentElement);
    if (
      element.textContent?.trim() === "" &&
      element.childElementCount === 0 &&
      width > 1 &&
      height > 1 &&
      isPainted(style) &&
      style.backgroundColor !== behind?.backgroundColor &&
      !element.matches("input, select, textarea, canvas, iframe")
    ) {
      drawn.push({ element, pseudo: null });
    }
  }
  return drawn;
}

/** Runs in the page. */
function listUnseen(drawn: Drawn[]): string[] {
  const clear = /^rgba\(.*, 0\)$|transparent/;
  const groundOf = (element: Element | null): string => {
    if (element === null) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return clear.test(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
  };
  const isSeen = ({ element, pseudo }: Drawn) => {
    // The system draws its own boxes, with their marks.
    if (element instanceof HTMLInputElement && getComputedStyle(element).appearance !== "none") {
      return true;
    }
    const style = getComputedStyle(element, pseudo);
    const ground = groundOf(pseudo === null ? element.parentElement : element);
    const sides = ["Top", "Right", "Bottom", "Left"] as const;
    return (
      (!clear.test(style.backgroundColor) && style.backgroundColor !== ground) ||
      style.backgroundImage !== "none" ||
      style.boxShadow !== "none" ||
      sides.some((side) => Number.parseFloat(style[`border${side}Width`]) > 0) ||
      (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0)
    );
  };
  const nameOf = ({ element, pseudo }: Drawn) =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">${pseudo ?? ""} in "${element.parentElement?.textContent?.trim().slice(0, 40)}"`;
  const unseen = drawn.filter((item) => item.element.isConnected && !isSeen(item));
  return [...new Set(unseen.map((item) => `not seen in forced colours: ${nameOf(item)}`))];
}

/** Runs in the page. */
function listUnmarked(): string[] {
  const CHOSEN =
    ":is(a, b, button):is([aria-current=true], [aria-current=page], [aria-pressed=true]), [aria-selected=true], label:has(> input:checked)";
  const LOOKS = [
    "backgroundColor",
    "color",
    "fontWeight",
    "textDecorationLine",
    "borderTopWidth",
    "borderBottomWidth",
    "borderInlineStartWidth",
    "borderBottomColor",
    "outlineStyle",
  ] as const;
  const lookOf = (element: Element) => {
    return [element, ...element.querySelectorAll("input")]
      .map((part) => {
        const style = getComputedStyle(part);
        // The system draws its own boxes, chosen or not.
        const own = part instanceof HTMLInputElement && style.appearance !== "none";
        return own ? String(part.checked) : LOOKS.map((look) => style[look]).join();
      })
      .join("|");
  };
  const peerOf = (element: Element) => {
    const around = element.parentElement?.closest("ul, ol, nav, fieldset, [role=group], tbody");
    return [...(around?.querySelectorAll(element.tagName) ?? [])].find(
      (other) => !other.matches(CHOSEN),
    );
  };
  return [...document.querySelectorAll(CHOSEN)]
    .filter((element) => element.checkVisibility({ opacityProperty: true }))
    .filter((element) => {
      const peer = peerOf(element);
      return peer !== undefined && lookOf(peer) === lookOf(element);
    })
    .map((element) => `not marked as chosen: "${element.textContent?.trim().slice(0, 40)}"`);
}
