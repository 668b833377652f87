// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { download, saveFile } from "@/lib/client/download";

/** Files that the browser saved: their name, type and text. */
const saved: { name: string; type: string; text: Promise<string> }[] = [];
const released: string[] = [];
let files: Blob[] = [];

beforeEach(() => {
  saved.length = 0;
  released.length = 0;
  files = [];
  vi.useFakeTimers();
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
    if (file instanceof Blob) files.push(file);
    return `blob:${files.length}`;
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((address) => void released.push(address));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const file = files.at(-1);
    if (file === undefined || this.href !== `blob:${files.length}`) throw new Error("no file");
    saved.push({ name: this.download, type: file.type, text: file.text() });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets the server answer with parts of a file. */
function serve(parts: readonly string[], init: ResponseInit = {}) {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body, init));
}

describe("a downloaded file", () => {
  const start = (onProgress: (bytes: number) => void = () => {}) =>
    download("/api/v1/zones.csv?scope=all", new AbortController().signal, onProgress);

  test("is whole, with the name and type of the server, and reports its bytes on the way", async () => {
    serve(["slug,name\n", "hub-sez,Hub\n"], {
      headers: {
        "content-disposition": 'attachment; filename="zones-r1.csv"',
        "content-type": "text/csv",
      },
    });
    const progress: number[] = [];
    await start((bytes) => progress.push(bytes));
    expect(progress).toEqual([10, 22]);
    expect(saved).toMatchObject([{ name: "zones-r1.csv", type: "text/csv" }]);
    expect(await saved[0]?.text).toBe("slug,name\nhub-sez,Hub\n");
  });

  test("takes a name without quotes", async () => {
    serve(["x"], { headers: { "content-disposition": "attachment; filename=zones.csv; size=1" } });
    await start();
    expect(saved[0]?.name).toBe("zones.csv");
  });

  test("is named after its address where the server gives no name", async () => {
    serve(["x"]);
    await start();
    expect(saved).toMatchObject([{ name: "zones.csv", type: "application/octet-stream" }]);
  });

  test("is not saved where the server refuses it, and the error is the server's reason", async () => {
    vi.stubGlobal("fetch", async () => Response.json({ detail: "Too large." }, { status: 400 }));
    await expect(start()).rejects.toThrow("Too large.");
    expect(saved).toEqual([]);
  });

  test("is not saved where the answer has no body", async () => {
    vi.stubGlobal("fetch", async () => new Response(null, { status: 204 }));
    await expect(start()).rejects.toThrow("The response has no body.");
    expect(saved).toEqual([]);
  });

  test("can be stopped", async () => {
    const fetch = vi.fn(async () => new Response("x"));
    vi.stubGlobal("fetch", fetch);
    const stop = new AbortController();
    await download("/a.csv", stop.signal, () => {});
    expect(fetch).toHaveBeenCalledWith("/a.csv", { signal: stop.signal });
  });
});

test("the address of a saved file is released after 10 seconds, not at once", () => {
  saveFile(new Blob(["x"]), "x.txt");
  expect(saved[0]?.name).toBe("x.txt");
  vi.advanceTimersByTime(9_999);
  expect(released).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(released).toEqual(["blob:1"]);
});
