// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const picture = vi.hoisted(() => ({
  canvasPng: vi.fn(async () => new Blob(["png"])),
  copyDrawing: vi.fn((drawing: Element) => drawing.cloneNode(true)),
  decodeSvg: vi.fn(async (svg: string) => ({ svg })),
}));
vi.mock("@/components/ui/picture", () => picture);

type Box = readonly [left: number, top: number, width: number, height: number];

/** The box of an element is in its attribute `box`, as "left top width height". */
function boxOf(element: Element): Box {
  const [left = 0, top = 0, width = 0, height = 0] = (element.getAttribute("box") ?? "")
    .split(" ")
    .map(Number);
  return [left, top, width, height];
}

/** The width of a letter and the height of a line of the test page. */
const LETTER = 10;
const LINE = 20;

describe("the picture of a figure", () => {
  let drawPicture: typeof import("@/components/charts/draw-picture").drawPicture;
  let drawPng: typeof import("@/components/charts/draw-picture").drawPng;
  let drawing: HTMLElement;

  beforeEach(async () => {
    vi.resetModules();
    ({ drawPicture, drawPng } = await import("@/components/charts/draw-picture"));
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (
      this: Element,
    ) {
      return new DOMRect(...boxOf(this));
    });
    // A text starts at the corner of its parent and breaks where its attribute `breaks` names a word.
    vi.spyOn(Range.prototype, "getBoundingClientRect").mockImplementation(function (this: Range) {
      const parent = this.startContainer.parentElement;
      if (!parent) return new DOMRect();
      const [left, top] = boxOf(parent);
      const word = this.toString();
      const broken = parent.getAttribute("breaks") === word;
      const width = word === "hidden" ? 0 : word.length * LETTER;
      return new DOMRect(left + this.startOffset * LETTER, top + (broken ? LINE : 0), width, LINE);
    });
    document.head.innerHTML =
      "<style>* { background-color: transparent; border: 0px solid transparent }</style>";
    document.body.style.backgroundColor = "white";
    document.documentElement.style.setProperty("--font-serif", "Serif");
  });
  afterEach(() => void vi.restoreAllMocks());

  const draw = async (inside: string, words = { title: "Power", source: "Tracker, r1" }) => {
    document.body.innerHTML = `<div box="100 50 299.5 99.5" style="color: black; font-family: Sans">${inside}</div>`;
    drawing = document.body.firstElementChild as HTMLElement;
    const made = await drawPicture(drawing, words);
    return { ...made, text: await made.svg.text() };
  };
  /** What the drawing became, without the frame around it. */
  const inner = async (inside: string) =>
    /<g transform="translate\(20 60\)">(.*)<\/g><text/s.exec((await draw(inside)).text)?.[1];

  test("is the drawing with a margin, its title above and its source below", async () => {
    const made = await draw("");
    expect(made).toMatchObject({ width: 340, height: 210 });
    expect(made.svg.type).toBe("image/svg+xml");
    expect(made.text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="340" height="210" viewBox="0 0 340 210">' +
        '<style></style><rect width="340" height="210" fill="white"/>' +
        '<text x="20" y="38" fill="black" font-family="Serif" font-size="21" font-weight="600">Power</text>' +
        '<g transform="translate(20 60)"></g>' +
        '<text x="20" y="194" fill="black" font-family="Sans" font-size="11">Tracker, r1</text></svg>',
    );
  });

  test("escapes what a title says", async () => {
    const { text } = await draw("", { title: 'A & B < "C"', source: "" });
    expect(text).toContain(">A &amp; B &lt; &quot;C&quot;</text>");
  });

  test("places a box by the corner of the drawing, in its colour", async () => {
    expect(await inner('<i box="110 60 30 5" style="background-color: red"></i>')).toBe(
      '<rect x="10" y="10" width="30" height="5" fill="red"/>',
    );
  });

  test("draws no ground that is transparent", async () => {
    for (const colour of ["transparent", "rgba(0, 0, 0, 0)", "rgb(0 0 0 / 0)"]) {
      expect(await inner(`<i box="110 60 30 5" style="background-color: ${colour}"></i>`)).toBe("");
    }
    expect(await inner('<i box="110 60 30 5" style="background-color: rgb(1, 0, 10)"></i>')).toBe(
      '<rect x="10" y="10" width="30" height="5" fill="rgb(1, 0, 10)"/>',
    );
  });

  test.each([
    ["Top", '<rect x="10" y="10" width="30" height="2" fill="blue"/>'],
    ["Right", '<rect x="38" y="10" width="2" height="8" fill="blue"/>'],
    ["Bottom", '<rect x="10" y="16" width="30" height="2" fill="blue"/>'],
    ["Left", '<rect x="10" y="10" width="2" height="8" fill="blue"/>'],
  ])("draws the line at the side %s of a box", async (side, line) => {
    const name = side.toLowerCase();
    const style = `border-${name}-width: 2px; border-color: blue`;
    expect(await inner(`<i box="110 60 30 8" style="${style}"></i>`)).toBe(line);
  });

  test("leaves out what is not seen", async () => {
    const red = "background-color: red";
    expect(await inner(`<i box="110 60 30 5" style="${red}; display: none"></i>`)).toBe("");
    expect(await inner(`<i box="110 60 30 5" style="${red}; visibility: hidden"></i>`)).toBe("");
    expect(await inner(`<i box="110 60 30 5" style="${red}; opacity: 0"></i>`)).toBe("");
    expect(await inner(`<i box="110 60 1 1" style="${red}">only read</i>`)).toBe("");
    expect(await inner(`<i box="110 60 1 9" style="${red}"></i>`)).toContain('height="9"');
    expect(await inner(`<i box="110 60 9 1" style="${red}"></i>`)).toContain('width="9"');
    expect(await inner(`<i box="1 1 0 0"><b box="110 60 3 5" style="${red}"></b></i>`)).toContain(
      'width="3"',
    );
  });

  test("sets the words of a text where they stand, a line for each line of the page", async () => {
    const style =
      "color: green; font-family: Sans; font-size: 10px; font-weight: 400; font-style: normal";
    const text = await inner(
      `<p box="120 70 80 40" breaks="capacity" style="${style}">needed  hidden &amp; given capacity</p>`,
    );
    const look =
      'fill="green" font-family="Sans" font-size="10" font-weight="400" font-style="normal"';
    expect(text).toBe(
      `<text x="20" y="33.5" ${look}>needed &amp; given</text>` +
        `<text x="250" y="53.5" ${look}>capacity</text>`,
    );
  });

  test("copies an SVG drawing from its corner, and mirrors it where the page does", async () => {
    const svg = '<svg box="150 60 40 20" style="overflow: visible"></svg>';
    const copy = await inner(svg);
    expect(copy).toMatch(/^<svg.*overflow="visible"/);
    const call = picture.copyDrawing.mock.calls.at(-1);
    expect(call).toMatchObject([{ tagName: "svg" }, { x: 100, y: 50 }]);
    vi.spyOn(SVGSVGElement.prototype, "matches").mockReturnValue(true);
    expect(await inner(svg)).toMatch(
      /^<g transform="translate\(140 0\) scale\(-1 1\)"><svg.*<\/g>$/,
    );
  });

  test("has twice the pixels of the page as PNG", async () => {
    const { svg } = await draw("");
    const drawImage = vi.fn();
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({ drawImage } as never);
    await drawPng({ svg, width: 340, height: 210 });
    expect(drawImage).toHaveBeenCalledWith({ svg: await svg.text() }, 0, 0, 680, 420);
    expect(picture.canvasPng).toHaveBeenCalledWith(
      expect.objectContaining({ width: 680, height: 420 }),
    );
  });
});
