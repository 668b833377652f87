import { expect, it } from "vitest";
import { problemSchema } from "../../../lib/contract/answer-schemas";
import { get } from "../../support/api";

it.each(["zones", "releases", "releases/2026.1/zones.csv"])(
  "%s: says 503 and when to try again while the database was never reached",
  async (address) => {
    // A port on which nothing listens.
    process.env.DATABASE_URL = "postgresql://tracker:none@127.0.0.1:9/tracker";
    const response = await get(address);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    const document = await response.json();
    expect(problemSchema.safeParse(document).error?.issues ?? []).toEqual([]);
    expect(document).toMatchObject({ code: "registry-unavailable" });
  },
);
