import { describe, expect, it } from "vitest";
import { createStream } from "@/lib/server/http/respond";

/** Chunks of text with the number of chunks that were made, and whether they were ended. */
function makeCounted(count: number, end = ";") {
  const state = { made: 0, ended: false };
  function* texts() {
    try {
      for (; state.made < count; state.made++) yield `${state.made}${end}`;
    } finally {
      state.ended = true;
    }
  }
  return { state, texts: texts() };
}

/** Short texts are sent together. */
const LONG = ";".repeat(64 * 1024);

async function* toBytes(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe("the body of a file", () => {
  it("contains every chunk, of text or bytes", async () => {
    expect(await new Response(createStream(makeCounted(3).texts)).text()).toBe("0;1;2;");
    expect(await new Response(createStream(toBytes(makeCounted(3).texts))).text()).toBe("0;1;2;");
  });

  it.each([
    ["text", (texts: Generator<string>) => texts],
    ["bytes", toBytes],
  ])(
    "makes chunks of %s only as they are read, and ends them when reading stops",
    async (_, toChunks) => {
      const { state, texts } = makeCounted(1_000, LONG);
      const reader = createStream(toChunks(texts)).getReader();
      await reader.read();
      await reader.read();
      expect(state.made).toBeLessThan(5);
      await reader.cancel();
      expect(state).toMatchObject({ ended: true });
      expect(state.made).toBeLessThan(5);
    },
  );

  it("sends short texts together", async () => {
    const { texts } = makeCounted(1_000);
    const { value } = await createStream(texts).getReader().read();
    expect(new TextDecoder().decode(value).split(";")).toHaveLength(1_001);
  });

  it("fails if a chunk fails", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error("no more");
    }
    await expect(new Response(createStream(broken())).text()).rejects.toThrow("no more");
  });
});
