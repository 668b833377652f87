// @vitest-environment happy-dom
import { act, type ComponentProps } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RecordEditor } from "@/components/features/records/record-editor";
import { RetirementForm } from "@/components/features/records/retirement-form";
import { createSource } from "@/tests/support/facts";
import { WithText } from "@/tests/support/with-text";

const router = { push: vi.fn(), refresh: vi.fn() };
vi.mock("next/navigation", () => ({ useRouter: () => router }));

type Editor = ComponentProps<typeof RecordEditor>;

const zones = [
  { id: "hub-sez", label: "Hub Special Economic Zone" },
  { id: "dhabeji-sez", label: "Dhabeji Special Economic Zone" },
];
const options = {
  zones,
  sources: [{ id: "a-source", label: "A report" }],
  choices: { kind: [{ id: "construction", label: "Construction" }], constraint: [] },
};
const content = {
  date: "2026-01",
  kind: "construction",
  title: "Work begins",
  body: "On the gate.",
  zones: ["hub-sez"],
  sourceId: "a-source",
};
const event: Editor = {
  personId: "asma",
  email: "asma@example.org",
  kind: "event",
  present: { id: "an-event", version: 1, content },
  known: [],
  options,
};

let root: Root;
let page: HTMLElement;
let signedIn: string;
let answers: (Response | Promise<Response>)[];
let sent: { address: string; body: Record<string, unknown> }[];

const draw = (form: React.ReactNode) => act(() => root.render(<WithText>{form}</WithText>));
const openEditor = (part: Partial<Editor> = {}) => draw(<RecordEditor {...event} {...part} />);
const drawRetirement = () =>
  draw(
    <RetirementForm
      {...{ personId: "asma", kind: "zone", id: "lasbela", name: "Lasbela", hidden: false }}
      loadPreview={null}
      others={zones}
      email="asma@example.org"
    />,
  );
/** Opens the form and chooses to merge, which nothing has chosen before. */
const openRetirement = () => {
  drawRetirement();
  act(() => page.querySelector<HTMLInputElement>("input[type=radio]")?.click());
};
/** The page is loaded again. */
const reload = () => {
  act(() => root.unmount());
  root = createRoot(page);
};

const field = (label: string) => {
  const found = [...page.querySelectorAll("label")].find((one) => one.textContent === label);
  const element = found && document.getElementById(found.htmlFor);
  if (!element) throw new Error(`no field ${label}`);
  return element as HTMLInputElement | HTMLTextAreaElement;
};
const type = (label: string, typed: string) =>
  act(async () => {
    const input = field(label);
    input.focus();
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value") ?? {};
    set?.call(input, typed);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
const leave = (label: string) =>
  act(async () => {
    field(label).blur();
  });
const submit = () =>
  act(async () => {
    page.querySelector("form")?.requestSubmit();
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
/** What is wrong with a field, as it is read with it. */
const faultOf = (label: string) => {
  const ids = field(label).getAttribute("aria-describedby")?.split(" ") ?? [];
  const id = ids.find((one) => one.endsWith("-error"));
  return id === undefined ? null : document.getElementById(id)?.textContent;
};
const conflict = () => Response.json({ code: "record-changed" }, { status: 409 });

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  localStorage.clear();
  sessionStorage.clear();
  vi.clearAllMocks();
  signedIn = "asma";
  answers = [];
  sent = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit = {}) => {
    if (address.startsWith("/api/auth/")) {
      return Response.json({ user: { id: signedIn, name: "Bilal", role: "analyst" } });
    }
    sent.push({ address, body: JSON.parse(String(init.body)) });
    return (await answers.shift()) ?? Response.json({ recorded: 1, version: 2 });
  });
  page = document.createElement("div");
  document.body.replaceChildren(page);
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

describe("a record that someone else changed meanwhile", () => {
  /** What the other person recorded. */
  const later = {
    id: "an-event",
    version: 5,
    content: { ...content, body: "On the road.", date: "2026-02" },
  };

  test("keeps what the other changed, says so, and saves only what is typed", async () => {
    openEditor();
    await type("Title", "Work begins at last");
    await type("Date", "2026-03");
    await type("Reason", "The report says so.");
    answers.push(conflict());
    await submit();
    openEditor({ present: later });
    expect(page.textContent).toContain("Someone changed this record in the meantime");
    expect(field("Title").value).toBe("Work begins at last");
    expect(field("What happened").value).toBe("On the road.");
    // Both changed the date: the present one is beside the typed one.
    expect(field("Date").value).toBe("2026-03");
    expect(page.textContent).toContain("Recorded now: 2026-02");
    await submit();
    expect(sent.at(-1)?.body).toEqual({
      id: expect.any(String),
      basedOn: 5,
      reason: "The report says so.",
      title: "Work begins at last",
      date: "2026-03",
    });
  });

  test("is compared with a draft of an earlier day, too", async () => {
    openEditor();
    await type("Title", "Work begins at last");
    await type("Reason", "The report says so.");
    reload();
    openEditor({ present: later });
    expect(page.textContent).toContain("Someone changed this record in the meantime");
    await submit();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toMatchObject({ basedOn: 5, title: "Work begins at last" });
    expect(sent[0]?.body).not.toHaveProperty("body");
  });

  test("is shown as it is where nothing is typed", () => {
    openEditor();
    openEditor({ present: later });
    expect(field("What happened").value).toBe("On the road.");
    expect(page.textContent).not.toContain("Someone changed this record");
  });
});

describe("a form whose person is no longer signed in", () => {
  test("of a record is not sent, and its draft is kept for its person", async () => {
    openEditor();
    await type("Title", "Work begins at last");
    await type("Reason", "The report says so.");
    signedIn = "bilal";
    await submit();
    expect(sent).toEqual([]);
    expect(page.textContent).toContain("Bilal is signed in in this browser now.");
    expect(page.querySelector("form")).toBeNull();
    reload();
    openEditor({ personId: "bilal" });
    expect(field("Title").value).toBe("Work begins");
    reload();
    openEditor();
    expect(field("Title").value).toBe("Work begins at last");
  });

  test("of a retirement is not sent", async () => {
    openRetirement();
    await type("Merge into", "Hub Special Economic Zone");
    await leave("Merge into");
    await type("Reason", "The same zone.");
    signedIn = "bilal";
    await submit();
    expect(sent).toEqual([]);
    expect(page.textContent).toContain("Bilal is signed in in this browser now");
  });
});

test("nothing can be typed that a save would throw away", async () => {
  openEditor();
  await type("Title", "Work begins at last");
  await type("Reason", "The report says so.");
  let answer: (response: Response) => void = () => undefined;
  answers.push(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  await submit();
  expect(field("Title").readOnly).toBe(true);
  expect(field("What happened").readOnly).toBe(true);
  expect(field("Source").readOnly).toBe(true);
  await type("Title", "Work begins at last, it says");
  expect(field("Title").value).toBe("Work begins at last");
  await act(async () => answer(Response.json({ recorded: 1, version: 2 })));
  expect(localStorage).toHaveLength(0);
  expect(router.push).toHaveBeenCalledWith("/admin/records/event");
  // Until the next page is there.
  expect(field("Title").readOnly).toBe(true);
});

describe("drafts", () => {
  const fresh = { present: null } as const;

  test("of two tabs on a new record stay apart, and the second can continue the first", async () => {
    openEditor(fresh);
    await type("Title", "Written in the first tab");
    reload();
    // Another tab shares `localStorage` and begins with an empty `sessionStorage`.
    const firstTab = { ...sessionStorage };
    sessionStorage.clear();
    openEditor(fresh);
    expect(field("Title").value).toBe("");
    expect(page.textContent).toContain("“Written in the first tab”");
    await type("Title", "Written in the second tab");
    reload();
    sessionStorage.clear();
    for (const [key, value] of Object.entries(firstTab)) sessionStorage.setItem(key, value);
    openEditor(fresh);
    expect(field("Title").value).toBe("Written in the first tab");
    const [resume] = [...page.querySelectorAll("button")].filter(
      ({ textContent }) => textContent === "Continue this draft",
    );
    act(() => resume?.click());
    expect(field("Title").value).toBe("Written in the second tab");
  });

  test("are said to be restored", async () => {
    openEditor();
    await type("Title", "Work begins at last");
    expect(page.textContent).not.toContain("What you typed is restored.");
    reload();
    openEditor();
    expect(page.textContent).toContain("What you typed is restored.");
  });
});

describe("a record that is chosen by its name", () => {
  test("is not chosen by letters that only it has, and the fault waits until the field is left", async () => {
    openRetirement();
    await type("Merge into", "Hub");
    expect(faultOf("Merge into")).toBeNull();
    await leave("Merge into");
    expect(faultOf("Merge into")).toBe("Choose one from the list.");
    expect(field("Merge into").value).toBe("Hub");
    await type("Reason", "The same zone.");
    await submit();
    expect(sent).toEqual([]);
  });

  test("is picked from a list by keyboard, whose active option is told", async () => {
    const press = (key: string) =>
      act(async () => {
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        field("Merge into").dispatchEvent(event);
      });
    const listed = () =>
      [...page.querySelectorAll("[role=option]")].map(({ textContent }) => textContent);
    const activeOption = () =>
      document.getElementById(field("Merge into").getAttribute("aria-activedescendant") ?? "")
        ?.textContent;
    openRetirement();
    await type("Merge into", "special");
    expect(listed()).toEqual(["Hub Special Economic Zone", "Dhabeji Special Economic Zone"]);
    expect(activeOption()).toBe("Hub Special Economic Zone");
    await press("ArrowDown");
    expect(activeOption()).toBe("Dhabeji Special Economic Zone");
    await press("Escape");
    expect(listed()).toEqual([]);
    await press("ArrowUp");
    expect(activeOption()).toBe("Dhabeji Special Economic Zone");
    await press("Enter");
    expect(field("Merge into").value).toBe("Dhabeji Special Economic Zone");
    expect(field("Merge into").getAttribute("aria-expanded")).toBe("false");
    await type("Merge into", "no such zone");
    expect(page.querySelector("[role=status]")?.textContent).toBe("Nothing here has these words.");
  });

  test.each(["hub special economic zone ", "hub-sez"])(
    "is chosen by its whole name or id, which is shown back: %s",
    async (typed) => {
      openRetirement();
      await type("Merge into", typed);
      await leave("Merge into");
      expect(field("Merge into").value).toBe("Hub Special Economic Zone");
      await type("Reason", "The same zone.");
      await submit();
      expect(sent[0]?.body).toMatchObject({ act: "merged", into: "hub-sez" });
    },
  );
});

test("no merge, retirement or withdrawal is chosen before someone chooses", async () => {
  drawRetirement();
  const radios = [...page.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  expect(radios.map(({ checked }) => checked)).toEqual([false, false, false]);
  await type("Reason", "The same zone.");
  await submit();
  expect(sent).toEqual([]);
  expect(page.querySelector("[role=alert]")?.textContent).toBe(
    "Choose what happens to this record.",
  );
  expect(document.activeElement).toBe(radios[0]);
});

test("what a retirement lacks is said at its field, which gets the focus", async () => {
  openRetirement();
  await submit();
  expect(faultOf("Merge into")).toBe("Choose the record into which this one is merged.");
  expect(faultOf("Reason")).toBe("Say why; readers see it.");
  expect(document.activeElement).toBe(field("Merge into"));
  expect(sent).toEqual([]);
});

describe("a new source", () => {
  const known = createSource({
    id: "dawn-2026-01-hub-opens",
    title: "Hub opens",
    publisher: "Dawn",
    url: "https://www.dawn.com/news/1",
    publishedOn: "2026-01",
    kind: "news",
  });
  const source: Partial<Editor> = {
    kind: "source",
    present: null,
    known: [{ id: known.id, name: known.title, content: { ...known } }],
    options: { ...options, choices: { kind: [{ id: "news", label: "News" }] } },
  };
  const fill = async (title: string, url: string) => {
    await type("Title", title);
    await type("Publisher", "Dawn");
    await type("Web address", url);
    await type("Date of publication", "2026-01");
    await act(async () => {
      const kind = field("Kind");
      kind.dispatchEvent(new Event("change", { bubbles: true }));
    });
  };

  test("at the address of another one names that one", async () => {
    openEditor(source);
    await type("Web address", "http://dawn.com/news/1?utm_source=x");
    expect(page.textContent).toContain("This web address is recorded already: Hub opens.");
    expect(page.querySelector("a")?.getAttribute("href")).toBe(
      "/admin/records/source/dawn-2026-01-hub-opens",
    );
  });

  test("has the id that the article form would give it, and keeps it when it is sent again", async () => {
    openEditor(source);
    await fill("Hub opens", "https://www.dawn.com/news/2");
    await submit();
    expect(sent[0]?.body).toMatchObject({ id: "dawn-2026-01-hub-opens-2" });
    reload();
    openEditor({ ...source, known: [] });
    await fill("Hub opens", "https://www.dawn.com/news/2");
    await submit();
    expect(sent[1]?.body).toMatchObject({ id: "dawn-2026-01-hub-opens" });
  });
});

test("a source is changed by the parts that differ, then shown, and may be more exact than a new one", async () => {
  const source = createSource({ id: "a-source", title: "Old title", url: null });
  openEditor({ kind: "source", present: { id: "a-source", version: 3, content: { ...source } } });
  await type("Web address", "not an address");
  await type("Reason", "A typing error.");
  await submit();
  expect(sent).toEqual([]);
  expect(document.activeElement).toBe(field("Web address"));
  await type("Web address", " https://new.example/a ");
  await type("Title", "New title");
  await type("Archived copy", "https://web.archive.org/web/2020/https://old.example/a");
  await submit();
  expect(sent).toEqual([
    {
      address: "/api/v1/sources/a-source",
      body: {
        ...{ id: expect.any(String), basedOn: 3, reason: "A typing error." },
        ...{ url: "https://new.example/a", title: "New title" },
        archivedUrl: "https://web.archive.org/web/2020/https://old.example/a",
      },
    },
  ]);
  expect(router.push).toHaveBeenCalledWith("/sources/a-source");
});

test("a new event that is sent again after a lost answer is one event", async () => {
  openEditor({ present: null });
  await type("Date", "2026-01");
  await type("Title", "Work begins");
  await type("Source", "A report");
  await leave("Source");
  answers.push(Promise.reject(new TypeError("fetch failed")));
  await submit();
  const [first] = sent;
  const { id, ...rest } = first?.body ?? {};
  openEditor({ present: null, known: [{ id: String(id), name: "Work begins", content: rest }] });
  await submit();
  expect(sent[1]).toEqual(first);
});
