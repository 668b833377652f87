import { expect, it } from "vitest";
import { problemSchema } from "../../../lib/contract/answer-schemas";
import { get } from "../../support/api";

it.each(["zones", "releases", "releases/2026.1/zones.csv"])(
  "%s is answered with 503 and Retry-After before the database was reached",
  async (address) => {
    // Nothing listens on this port.
    process.env.DATABASE_URL = "postgresql://tracker:none@127.0.0.1:9/tracker";
    const response = await get(address);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    const document = await response.json();
    expect(problemSchema.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(document).toMatchObject({ code: "registry-unavailable" });
    expect(document.instance).toMatch(/^urn:uuid:/);
  },
);
