import { canvasPng, copyDrawing, decodeSvg } from "@/components/ui/picture";

/** A picture of a figure. */
interface Picture {
  /** A file of its own: styles, colours and faces are inside. */
  readonly svg: Blob;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Text above and below the drawing. */
interface PictureWords {
  readonly title: string;
  readonly source: string;
}

const MARGIN = 20;
const TITLE = 40;
const FOOT = 30;

/**
 * A drawing of the page as one SVG, as it is seen: its own SVG parts, the words around them where
 * they stand, and the grounds and lines of its boxes. What only a screen reader reads stays out.
 */
export async function drawPicture(drawing: Element, words: PictureWords): Promise<Picture> {
  const box = drawing.getBoundingClientRect();
  const width = Math.ceil(box.width) + 2 * MARGIN;
  const height = Math.ceil(box.height) + 2 * MARGIN + TITLE + FOOT;
  const parts = partsOf(drawing, { x: box.left, y: box.top });
  const look = getComputedStyle(drawing);
  const ink = look.color;
  const ground = getComputedStyle(document.body).backgroundColor;
  const sans = look.fontFamily;
  const serif = getComputedStyle(document.documentElement).getPropertyValue("--font-serif");
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${await embeddedFonts()}</style>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 18}" fill="${ink}" font-family="${escaped(serif)}" font-size="21" font-weight="600">${escaped(words.title)}</text>`,
    `<g transform="translate(${MARGIN} ${MARGIN + TITLE})">${parts.join("")}</g>`,
    `<text x="${MARGIN}" y="${height - MARGIN + 4}" fill="${ink}" font-family="${escaped(sans)}" font-size="11">${escaped(words.source)}</text>`,
    "</svg>",
  ].join("");
  return { svg: new Blob([svg], { type: "image/svg+xml" }), width, height };
}

/** Pixels of the file for each pixel of the page: sharp in print. */
const SHARPNESS = 2;

/** A picture as PNG. @throws Error where the browser draws none */
export async function drawPng({ svg, width, height }: Picture): Promise<Blob> {
  const image = await decodeSvg(await svg.text());
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvasPng(canvas);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is seen below an element, back to front, in the coordinates of its own corner. */
function partsOf(element: Element, origin: Point): string[] {
  return [...element.childNodes].flatMap((node) => {
    if (node instanceof Text) return linesOf(node, origin);
    if (!(node instanceof Element) || isUnseen(node)) return [];
    if (node instanceof SVGSVGElement) return [svgPart(node, origin)];
    return [...boxPart(node, origin), ...partsOf(node, origin)];
  });
}

function isUnseen(element: Element): boolean {
  const { display, visibility, opacity } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  // What is kept for screen readers is a pixel wide.
  const onlyRead = width <= 1 && height <= 1 && element.childElementCount === 0;
  return display === "none" || visibility === "hidden" || opacity === "0" || onlyRead;
}

function svgPart(drawing: SVGSVGElement, origin: Point): string {
  const copy = copyDrawing(drawing, origin);
  copy.setAttribute("overflow", getComputedStyle(drawing).overflow);
  const part = new XMLSerializer().serializeToString(copy);
  if (!drawing.matches(".drawing:dir(rtl)")) return part;
  // The page mirrors it by a style, which the copy leaves behind.
  const box = drawing.getBoundingClientRect();
  const middle = box.left - origin.x + box.width / 2;
  return `<g transform="translate(${2 * middle} 0) scale(-1 1)">${part}</g>`;
}

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

/** The ground and the lines of a box; nothing where it has neither. */
function boxPart(element: Element, origin: Point): string[] {
  const look = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left - origin.x, box.top - origin.y];
  const parts: string[] = [];
  if (isPainted(look.backgroundColor)) {
    parts.push(rect(x, y, box.width, box.height, look.backgroundColor));
  }
  for (const side of SIDES) {
    const width = Number.parseFloat(look[`border${side}Width`]);
    const colour = look[`border${side}Color`];
    if (width === 0 || !isPainted(colour)) continue;
    const across = side === "Top" || side === "Bottom";
    parts.push(
      rect(
        side === "Right" ? x + box.width - width : x,
        side === "Bottom" ? y + box.height - width : y,
        across ? box.width : width,
        across ? width : box.height,
        colour,
      ),
    );
  }
  return parts;
}

function isPainted(colour: string): boolean {
  return colour !== "transparent" && !/[,/]\s*0\)$/.test(colour);
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

/** The words of a text as they are broken into lines on the page. */
function linesOf(text: Text, origin: Point): string[] {
  const parent = text.parentElement;
  if (parent === null || text.data.trim() === "") return [];
  const look = getComputedStyle(parent);
  const size = Number.parseFloat(look.fontSize);
  const style = [
    `fill="${look.color}"`,
    `font-family="${escaped(look.fontFamily)}"`,
    `font-size="${size}"`,
    `font-weight="${look.fontWeight}"`,
    `font-style="${look.fontStyle}"`,
    ...haloOf(look),
  ].join(" ");
  if (/^vertical/.test(look.writingMode)) return [uprightLine(text, origin, size, style)];
  return listPrintedLines(text).map(({ words, left, top, height }) => {
    // The baseline of a line whose letters stand in the middle of its height.
    const baseline = top + height / 2 + size * 0.35;
    return `<text x="${left - origin.x}" y="${baseline - origin.y}" ${style}>${escaped(words)}</text>`;
  });
}

/** A text that is read from the bottom up, in one line. */
function uprightLine(text: Text, origin: Point, size: number, style: string): string {
  const range = document.createRange();
  range.selectNodeContents(text);
  const { left, width, bottom } = range.getBoundingClientRect();
  const [x, y] = [left + width / 2 + size * 0.35 - origin.x, bottom - origin.y];
  return `<text transform="translate(${x} ${y}) rotate(-90)" ${style}>${escaped(text.data)}</text>`;
}

/** The outline behind the letters of a label on a drawing. */
function haloOf(look: CSSStyleDeclaration): string[] {
  const width = Number.parseFloat(look.webkitTextStrokeWidth);
  if (!(width > 0)) return [];
  return [
    `stroke="${look.webkitTextStrokeColor}"`,
    `stroke-width="${width}"`,
    'paint-order="stroke"',
  ];
}

interface Line {
  words: string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

function listPrintedLines(text: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < height / 2) last.words += ` ${word}`;
    else lines.push({ words: word, left, top, height });
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").trim();
}

/** Faces by which pictures are set; what they lack falls to the reader's own. */
const FAMILIES = ["Inter Variable", "Tracker Serif"];

let made: Promise<string> | null = null;

/** The page's upright Latin faces as `@font-face` rules with the files inside, for pictures that leave the page. */
function embeddedFonts(): Promise<string> {
  made ??= Promise.all(faces().map(embedded)).then((rules) => rules.join(""));
  return made;
}

function faces(): CSSFontFaceRule[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return FAMILIES.flatMap(
    (family) =>
      rules.find(
        (rule): rule is CSSFontFaceRule =>
          rule instanceof CSSFontFaceRule &&
          rule.style.getPropertyValue("font-family").replaceAll('"', "") === family &&
          rule.style.getPropertyValue("font-style") !== "italic",
      ) ?? [],
  );
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const source = rule.style.getPropertyValue("src");
  const [, file] = /url\("?([^")]+)"?\)/.exec(source) ?? [];
  if (file === undefined) return "";
  const base = rule.parentStyleSheet?.href ?? window.location.href;
  const response = await fetch(new URL(file, base));
  if (!response.ok) return "";
  const family = rule.style.getPropertyValue("font-family");
  const weight = rule.style.getPropertyValue("font-weight");
  const data = await dataUrl(await response.blob());
  return `@font-face{font-family:${family};font-weight:${weight};src:url(${data}) format("woff2")}`;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}
