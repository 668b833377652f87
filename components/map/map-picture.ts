import type { Map as MapLibreMap } from "maplibre-gl";
import { canvasPng } from "@/components/ui/picture";

const LINE = 15;
const MARGIN = 10;

/** The note under the picture, and its colours. */
interface PictureFoot {
  /** Wrapped into lines. */
  text: string;
  ink: string;
  ground: string;
}

/** The map as it is now, as a PNG in the screen's resolution, and under it the note and attribution that must stay with it. */
export async function takePicture(map: MapLibreMap, foot: PictureFoot): Promise<Blob> {
  const ground = await captureGround(map);
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) {
    throw new Error("The browser gives no canvas to draw on");
  }
  const font = '11px "Inter Variable", sans-serif';
  context.font = font;
  const lines = wrap(foot.text, (text) => context.measureText(text).width, width - 2 * MARGIN);
  const ratio = ground.width / width;
  canvas.width = ground.width;
  canvas.height = Math.round((height + lines.length * LINE + 2 * MARGIN) * ratio);
  context.scale(ratio, ratio);
  context.fillStyle = foot.ground;
  context.fillRect(0, 0, width, canvas.height);
  context.drawImage(ground, 0, 0, width, height);
  context.font = font;
  context.fillStyle = foot.ink;
  lines.forEach((line, index) => {
    context.fillText(line, MARGIN, height + MARGIN + (index + 0.75) * LINE);
  });
  return canvasPng(canvas);
}

/** The picture exists only while the library renders, so it is drawn once more. */
function captureGround(map: MapLibreMap): Promise<ImageBitmap> {
  return new Promise((done, fail) => {
    map.once("render", () => createImageBitmap(map.getCanvas()).then(done, fail));
    map.triggerRepaint();
  });
}

function wrap(text: string, measure: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) > width && line !== "") {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
