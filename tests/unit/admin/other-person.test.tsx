// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ImportForm } from "@/components/features/imports/import-form";
import { SubmissionForm } from "@/components/features/record/submission-form";
import { RecordEditor } from "@/components/features/records/record-editor";
import { englishText } from "@/lib/text/english-text";
import { createSource } from "@/tests/support/facts";
import { type MountedPage, mount } from "@/tests/support/mount";
import { listNodes, listSources } from "@/tests/support/syntax-tree";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }) }));

const { t } = englishText;
const words = t("desk.otherPerson", { name: "Bilal" });
const wordsOfKept = t("desk.otherPersonDraft", { name: "Bilal" });
let page: MountedPage;
let signedIn: string;
let requests: string[];

beforeEach(() => {
  signedIn = "asma";
  requests = [];
  sessionStorage.clear();
  localStorage.clear();
  vi.stubGlobal(
    "EventSource",
    class extends EventTarget {
      close() {}
    },
  );
  vi.stubGlobal("fetch", async (address: string) => {
    if (address.startsWith("/api/auth/")) {
      return Response.json({ user: { id: signedIn, name: "Bilal", role: "reviewer" } });
    }
    requests.push(address);
    return Response.json({
      table: { headerRow: 1, header: ["Zone", "Area"], rows: [["Hub", "1"]], covered: [] },
      ...{ layout: "zones", targets: ["zone", "areaAcres"] },
      ...{ form: "", sheets: [], sheet: null },
    });
  });
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

/** The reader comes back to the tab. */
const comeBack = () =>
  act(async () => {
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

describe("another person signs in in the browser of", () => {
  test("an import: nothing of it is shown or sent until its person is back", async () => {
    page = mount(
      <ImportForm
        personId="asma"
        email="asma@example.org"
        sources={[]}
        maxMegabytes={5}
        today="2026-11-30"
      />,
    );
    page.type("textarea", "Zone\tArea\nHub\t1");
    await page.click(page.button(t("imports.table.read", { busy: "no" })));
    expect(requests).toEqual(["/admin/import/table"]);
    signedIn = "bilal";
    await page.click(page.button(t("imports.check.submit")));
    expect(requests).toEqual(["/admin/import/table"]);
    expect(page.element.textContent).toBe(words);
    signedIn = "asma";
    await comeBack();
    expect(page.button(t("imports.check.submit"))).toBeDefined();
  });

  test("a review: nothing is accepted", async () => {
    const withdraw = vi.fn();
    page = mount(
      <SubmissionForm
        submission={{
          ...{ id: "one", round: 1, author: "Asma", claims: [], newSources: [], withdrawals: [] },
          ...{ mode: "mend", returned: true },
        }}
        {...{
          ...{ personId: "asma", zone: null, today: "2026-11-25", version: 3 },
          ...{ zones: [], rows: [], tenancies: [], sources: [], evidence: {} },
          ...{ loadEvidence: null, undo: null },
        }}
        changes={{ accept: vi.fn(), giveBack: vi.fn(), resend: vi.fn(), withdraw }}
      />,
    );
    signedIn = "bilal";
    await page.click(page.button(t("record.review.withdraw")));
    expect(withdraw).not.toHaveBeenCalled();
    expect(page.element.textContent).toBe(words);
  });

  test("a source: what is typed waits for its person", async () => {
    const present = {
      id: "a-source",
      version: 3,
      content: { ...createSource({ id: "a-source", url: null }) },
    };
    const options = { zones: [], sources: [], choices: {} };
    const open = (personId: string) =>
      mount(
        <RecordEditor {...{ personId, email: "", kind: "source", present, known: [], options }} />,
      );
    page = open("asma");
    page.type("input[type=url]", "https://example.org/typed");
    signedIn = "bilal";
    await comeBack();
    expect(page.element.textContent).toContain(wordsOfKept);
    expect(page.element.querySelector("input")).toBeNull();
    page.unmount();
    page = open("bilal");
    expect(page.get<HTMLInputElement>("input[type=url]").value).toBe("");
  });
});

test("every form of the desk that has a person starts empty for another person", () => {
  page = mount(null);
  const forms = listSources("app/admin").flatMap((file) => {
    const { nodes, source } = listNodes(file);
    return nodes.flatMap(({ node }) => {
      if (node.type !== "JSXOpeningElement") return [];
      const partOf = (name: string) =>
        node.attributes.find((part) => part.type === "JSXAttribute" && part.name.name === name);
      if (!partOf("personId")) return [];
      const key = partOf("key");
      return [{ file, key: key ? source.slice(key.start, key.end) : "" }];
    });
  });
  expect(forms).toHaveLength(9);
  expect(forms.filter(({ key }) => !key.includes("person.id"))).toEqual([]);
});
