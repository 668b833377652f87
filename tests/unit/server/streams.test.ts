import { describe, expect, it } from "vitest";
import { createStream } from "@/lib/server/http/streams";

/** Pieces of text that count how many were asked for, and know whether they were ended. */
function counted(count: number) {
  const state = { made: 0, ended: false };
  function* texts() {
    try {
      for (; state.made < count; state.made++) yield `${state.made};`;
    } finally {
      state.ended = true;
    }
  }
  return { state, texts: texts() };
}

async function* bytesOf(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe("the body of a file", () => {
  it("holds every piece, of text or of bytes", async () => {
    expect(await new Response(createStream(counted(3).texts)).text()).toBe("0;1;2;");
    expect(await new Response(createStream(bytesOf(counted(3).texts))).text()).toBe("0;1;2;");
  });

  it.each([
    ["text", (texts: Generator<string>) => texts],
    ["bytes", bytesOf],
  ])("makes %s only as it is read, and ends where reading stops", async (_, chunksOf) => {
    const { state, texts } = counted(1_000);
    const reader = createStream(chunksOf(texts)).getReader();
    await reader.read();
    await reader.read();
    expect(state.made).toBeLessThan(5);
    await reader.cancel();
    expect(state).toMatchObject({ ended: true });
    expect(state.made).toBeLessThan(5);
  });

  it("fails where a piece fails", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error("no more");
    }
    await expect(new Response(createStream(broken())).text()).rejects.toThrow("no more");
  });
});
