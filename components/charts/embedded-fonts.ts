/** Faces by which pictures are set; what they lack falls to the reader's own. */
const FAMILIES = ["Inter Variable", "Source Serif 4 Variable"];

let made: Promise<string> | null = null;

/** The page's upright Latin faces as `@font-face` rules with the files inside, for pictures that leave the page. */
export function embeddedFonts(): Promise<string> {
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
