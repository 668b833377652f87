import type { ReactNode } from "react";

// Next refuses a static import, because a page must not render within a page. What is rendered here is no page of Next.
const { renderToStaticMarkup } = await import("react-dom/server");

/** Attributes in place of classes, for programs that read no style sheet. */
export type PaintClasses = (classes: string) => Readonly<Record<string, string>>;

/**
 * HTML or SVG of elements, for answers that are no page of Next: they carry no script.
 * @param paint absent: classes stay classes
 */
export function renderMarkup(node: ReactNode, paint?: PaintClasses): string {
  const markup = renderToStaticMarkup(node);
  return paint === undefined ? markup : paintMarkup(markup, paint);
}

const TAG = /<(\w+)((?: [\w:-]+="[^"]*")+)/g;
const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;

function paintMarkup(markup: string, paint: PaintClasses): string {
  return markup.replace(TAG, (_, tag: string, written: string) => {
    const { class: classes = "", ...others } = Object.fromEntries(
      Array.from(written.matchAll(ATTRIBUTE), ([, name = "", value = ""]) => [name, value]),
    );
    const attributes = Object.entries({ ...others, ...paint(classes) });
    return `<${tag}${attributes.map(([name, value]) => ` ${name}="${value}"`).join("")}`;
  });
}
