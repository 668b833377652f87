import { Fragment, isValidElement, type ReactNode } from "react";

/** Replaces classes by attributes, for programs that read no style sheet. */
export type PaintClasses = (className: string) => Readonly<Record<string, string>>;

/** Attributes whose names do not follow the rule that camel case is kebab case. The case of those of HTML is free. */
const NAMES: Readonly<Record<string, string>> = {
  className: "class",
  colSpan: "colSpan",
  preserveAspectRatio: "preserveAspectRatio",
  viewBox: "viewBox",
};

/** HTML elements without an end tag. */
const VOID = new Set(["br", "hr", "img", "meta", "link"]);

/**
 * HTML or SVG of elements without hooks, for answers that are no page of Next: they carry no script. Function components
 * are called once.
 * @param paint absent: classes stay classes
 * @throws for a component that only the browser can render
 */
export function renderMarkup(node: ReactNode, paint?: PaintClasses): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number" || typeof node === "bigint") {
    return escapeText(String(node));
  }
  if (Symbol.iterator in node) {
    return Array.from(node, (child) => renderMarkup(child, paint)).join("");
  }
  if (!isValidElement<Readonly<Record<string, unknown>>>(node)) throw new Error("not an element");
  const { type, props } = node;
  if (type === Fragment) return renderMarkup(props.children as ReactNode, paint);
  if (typeof type === "function") {
    const render = type as (given: typeof props) => ReactNode;
    return renderMarkup(render(props), paint);
  }
  if (typeof type !== "string") throw new Error("not an element of HTML or SVG");
  const { children, ...attributes } = props;
  const tag = `<${type}${writeAttributes(attributes, paint)}`;
  if (VOID.has(type)) return `${tag}/>`;
  return `${tag}>${renderMarkup(children as ReactNode, paint)}</${type}>`;
}

/** Text and attributes of HTML and XML. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}

function writeAttributes(
  props: Readonly<Record<string, unknown>>,
  paint: PaintClasses | undefined,
): string {
  const { className } = props;
  const painted = paint && typeof className === "string" ? paint(className) : {};
  const { className: _, ...others } = props;
  return Object.entries(paint ? { ...others, ...painted } : props)
    .map(([name, value]) => writeAttribute(name, value))
    .join("");
}

function writeAttribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const written = NAMES[name] ?? toKebab(name);
  if (typeof value === "boolean" && !/^(aria|data)-/.test(name))
    return value ? ` ${written}=""` : "";
  const text = typeof value === "object" ? writeStyle(value) : String(value);
  return ` ${written}="${escapeText(text)}"`;
}

function writeStyle(style: object): string {
  return Object.entries(style)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${toKebab(name)}:${value}`)
    .join(";");
}

function toKebab(name: string): string {
  return name.startsWith("--")
    ? name
    : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
