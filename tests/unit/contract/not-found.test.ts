import { describe, expect, it } from "vitest";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { unknownReleaseFile, unknownSource } from "@/lib/contract/not-found";
import { releaseFilePath, releasePath } from "@/lib/contract/release-answer";
import { englishText } from "@/lib/text/english-text";
import { createFacts } from "@/tests/support/facts";

const file = (name: string, records: number | null) => ({
  name,
  type: "text/csv",
  records,
  size: 1,
  sha256: "",
  path: releaseFilePath("2026.1", name),
});
const release: ReleaseAnswer = {
  number: "2026.1",
  asOf: "2026-11-24",
  knownOn: "r1",
  version: 1,
  method: 2,
  since: null,
  madeAt: "2026-11-24T10:00:00Z",
  notes: null,
  counts: { zones: 44, claims: 1597, sources: 22, changes: 0 },
  files: [file("zones.csv", 44), file("README.md", null)],
};

describe("a release or file that does not exist", () => {
  const issue = (number: string, name: string, releases = [release]) =>
    unknownReleaseFile(englishText, number, name, releases);

  it("is an issue with the closest number", () => {
    expect(issue("2026.2", "zones.csv")).toMatchObject({
      code: "unknown-release",
      param: "number",
      got: "2026.2",
      allowed: ["2026.1"],
      nearest: "2026.1",
    });
    expect(issue("2026.2", "zones.csv").message).toContain("2026.1");
    expect(issue("x", "y", [])).toMatchObject({
      code: "unknown-release",
      allowed: [],
      nearest: null,
    });
    expect(issue("x", "y", []).message).not.toContain("none");
  });

  it("is an issue with the closest file of the release", () => {
    expect(issue("2026.1", "zone.csv")).toMatchObject({
      code: "unknown-file",
      param: "file",
      got: "zone.csv",
      allowed: ["zones.csv", "README.md", "package.zip"],
      nearest: "zones.csv",
    });
    expect(issue("2026.1", "zone.csv").message).toContain("zones.csv");
    expect(issue("2026.1", "quite-another").message).not.toContain("none");
  });
});

it("a source that is not near any other has no suggestion", () => {
  const issue = unknownSource(englishText, "quite-another", ["a"]);
  expect(issue).toMatchObject({ nearest: null });
  expect(issue.message).not.toContain("none");
  expect(unknownSource(englishText, "ab-source", ["a-source"]).message).toContain("a-source");
});

it("a release has paths of its own and of its files", () => {
  expect(releaseFilePath("2026.1", "zones.csv")).toBe("/api/v1/releases/2026.1/zones.csv");
  expect(releasePath("2026.1")).toBe("/data/releases/2026.1");
});

it("the message of a field is that of its first issue", () => {
  const failed: ActionResult = {
    ok: false,
    issues: [
      { param: "name", message: "Too long." },
      { param: "url", message: "Not an address." },
    ],
    message: null,
    signedOut: false,
  };
  expect(getFieldMessage(failed, "url")).toBe("Not an address.");
  expect(getFieldMessage(failed, "title")).toBeNull();
  expect(getFieldMessage({ ok: true, value: 1 }, "url")).toBeNull();
  expect(getFieldMessage(null, "url")).toBeNull();
});

it("the choices of endpoints are from the data: firms once, and zones", () => {
  const facts = createFacts({
    claims: [],
    tenancies: ["a", "b", "c"].map((id, i) => ({
      id,
      zone: "test-zone",
      firm: id === "c" ? "Vivo" : "Century Steel",
      firmId: id === "c" ? "vivo" : "century-steel",
      order: i + 1,
    })),
  });
  const choices = Object.values(ENDPOINTS).flatMap((endpoint) =>
    "choices" in endpoint.accepts ? Object.entries(endpoint.accepts.choices) : [],
  );
  const of = (name: string) =>
    choices
      .filter(([key]) => key === name)
      .map(([, listed]) => (typeof listed === "function" ? listed(facts) : listed));
  expect(of("firm")).toContainEqual(["century-steel", "vivo"]);
  expect(of("zone")).toContainEqual(["test-zone"]);
});
