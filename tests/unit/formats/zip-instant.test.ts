import { describe, expect, it } from "vitest";
import { setZipInstant } from "../../../lib/formats/zip-instant";

/** An archive of one stored, empty entry `a`, with a comment behind it. */
function archive(comment = "") {
  const name = [0x61];
  const zeros = (count: number) => Array.from({ length: count }, () => 0);
  const local = [0x50, 0x4b, 3, 4, ...zeros(6), 1, 2, 3, 4, ...zeros(12), 1, 0, 0, 0, ...name];
  const header = [0x50, 0x4b, 1, 2, ...zeros(8), 1, 2, 3, 4, ...zeros(12), 1, 0, ...zeros(16)];
  const size = header.length + name.length;
  const end = [0x50, 0x4b, 5, 6, ...zeros(4), 1, 0, 1, 0, size, 0, 0, 0, local.length, 0, 0, 0];
  const tail = [comment.length, 0, ...new TextEncoder().encode(comment)];
  return new Uint8Array([...local, ...header, ...name, ...end, ...tail]);
}

describe("the instant of a ZIP archive", () => {
  it.each(["", "a comment"])(
    "is set in each entry and in the directory, comment “%s”",
    (comment) => {
      const bytes = archive(comment);
      setZipInstant(bytes, new Date("2026-11-25T09:30:15Z"));
      const view = new DataView(bytes.buffer);
      const time = (9 << 11) | (30 << 5) | 7;
      const day = (46 << 9) | (11 << 5) | 25;
      for (const at of [10, 31 + 12]) {
        expect(view.getUint16(at, true)).toBe(time);
        expect(view.getUint16(at + 2, true)).toBe(day);
      }
    },
  );

  it("refuses what is no archive, or not whole", () => {
    expect(() => setZipInstant(new Uint8Array(100), new Date())).toThrow("no end");
    expect(() => setZipInstant(archive().subarray(20), new Date())).toThrow("no header");
  });
});
