import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "./accessibility";

/** The zones of the article. */
export const NAUSHAHRO = "naushahro-feroze-industrial-park";
export const LARKANA = "site-larkana";
export const MIRPUR = "mirpur-sez";
/** The zones of the imported table. */
export const IMPORTED = [
  "masan-daud-khel-sez",
  "bholari-sez",
  "karachi-marble-city",
  "oborcon-industrial-zone",
  "green-industrial-park-lahore",
];
/** The firm that the article brings. */
export const FIRM = "Larkana Day Batteries";
/** What the analyst pastes: the address, then the text. */
export const ARTICLE = `https://www.example.org/news/a-day-in-larkana?utm_source=mail
Power reaches three zones
At Naushahro Feroze, electricity reaches part of the plots. It needs 42 MW.
Gas is planned there, and 1,200 people work in it.
In Larkana, telephone lines reach some plots, and 300 people work there.
Mirpur needs 25 MW; water flows to some plots, and 90 people work there.
Larkana Day Batteries was admitted to Larkana and will employ 120 people.
Water is available at Hattar Special Economic Zone.`;

/** What the audit log says of each zone after the day: sentence by sentence, each with its changes. */
const AUDIT: Readonly<Record<string, unknown[][]>> = {
  [NAUSHAHRO]: [
    [
      "Dania Day recorded evidence on Naushahro Feroze Industrial Park",
      "Electricity: from unknown to Partial; Power needed: from unknown to 40 MW; Gas: from unknown to Planned; Jobs: from unknown to 1,200 jobs",
    ],
    [
      "Dania Day decided on reports about Naushahro Feroze Industrial Park",
      "Jobs: the report 1,200 jobs (7 Oct 2026) was withdrawn, because: It counts another zone.; Jobs: from 1,200 jobs to unknown",
    ],
    [
      "Dania Day decided on reports about Naushahro Feroze Industrial Park",
      expect.stringMatching(
        /^Jobs: the report 1,200 jobs \(7 Oct 2026\) was published, because: Undo of r\d+; Jobs: from unknown to 1,200 jobs$/,
      ),
    ],
  ],
  [MIRPUR]: [
    [
      "Dania Day recorded evidence on Mirpur Special Economic Zone",
      "Power needed: from unknown to 25 MW; Water: from unknown to Partial; Jobs: from unknown to 90 jobs",
    ],
    [
      "Danish Day recorded evidence on Mirpur Special Economic Zone",
      "Gas: from unknown to Planned",
    ],
    ["Dania Day recorded evidence on Mirpur Special Economic Zone", "Gas: from Planned to Absent"],
    [
      "Rehan Review recorded evidence on Mirpur Special Economic Zone",
      "Progress on site: from Not started to Under development",
    ],
  ],
  [LARKANA]: [
    [
      "Dania Day recorded evidence on SITE Larkana Special Economic Zone",
      "Telecom: from unknown to Partial; Stage of Larkana Day Batteries: from unknown to Admitted; Jobs of Larkana Day Batteries: from unknown to 120 jobs",
    ],
    [
      "Tara Trainee recorded evidence on SITE Larkana Special Economic Zone",
      "Progress on site: from Under development to Idle",
    ],
    [
      "Rehan Review decided on reports about SITE Larkana Special Economic Zone",
      "Progress on site: the report Idle (1 Oct 2026) was withdrawn, because: It was another zone.; Progress on site: from Idle to Under development",
    ],
  ],
  "gharo-day-zone": [
    ["Dania Day added the zone Gharo Day Park"],
    [
      "Dania Day recorded evidence on Gharo Day Park",
      "Name: from unknown to Gharo Day Zone; Approval group: from unknown to Not confirmed",
    ],
    [
      "Dania Day recorded evidence on Gharo Day Park",
      "Name: from Gharo Day Zone to Gharo Day Park",
    ],
  ],
};

/** Values of fields as the interface gives them, at a moment such as `?asOf=2026-08-31`. */
export async function getValues(
  page: Page,
  slug: string,
  moment = "",
): Promise<Record<string, unknown>> {
  const response = await page.request.get(`/api/v1/zones/${slug}${moment}`);
  expect(response.status(), `${slug}${moment}`).toBe(200);
  const { fields } = (await response.json()).data;
  return Object.fromEntries(
    Object.entries<{ value: unknown }>(fields).map(([field, { value }]) => [field, value]),
  );
}

/** The file of the audit log, oldest entry first: who did what, and what changed, in words. */
async function getAudit(page: Page, search: string): Promise<string[][]> {
  const file = await (await page.request.get(`/admin/history/history.csv?${search}`)).text();
  const rows: Record<string, string>[] = parse(file, { columns: true, bom: true });
  return rows
    .map(({ sentence = "", changes = "" }) => [sentence, ...changes.split("\n").filter(Boolean)])
    .reverse();
}

/** The public pages show what was recorded. @param before the last revision before the day, such as `r2` */
export async function expectShownDay(page: Page, before: string, after: string): Promise<void> {
  expect(await getValues(page, NAUSHAHRO)).toMatchObject({
    ...{ electricity: "partial", powerNeededMw: 40, gas: "planned", jobs: 1200 },
  });
  expect(await getValues(page, MIRPUR)).toMatchObject({
    ...{ powerNeededMw: 25, water: "partial", jobs: 90, gas: "absent" },
    status: "under-development",
  });
  expect(await getValues(page, LARKANA)).toMatchObject({ telecom: "partial" });
  for (const slug of IMPORTED) {
    expect(await getValues(page, slug), slug).toMatchObject({ water: "partial" });
  }
  await page.goto(`/firms/larkana-day-batteries`);
  await expect(page.getByRole("main")).toContainText(
    "When last reported, on 7 October 2026, it had been admitted to SITE Larkana.",
  );
  await page.goto(`/news?tab=learned&from=${before}&to=${after}`);
  const news = page.getByRole("main");
  for (const words of [
    "Progress on site advanced from Not started to Under development",
    "Gas is disputed: we show Absent, another report says Planned",
    "Power needed: 40 MW",
    "Jobs: 1,200 jobs",
    `${FIRM}: Stage: Admitted`,
  ]) {
    await expect(news).toContainText(words);
  }
  await page.goto("/correct");
  const answer = page.getByRole("listitem").filter({ hasText: "The newspaper says part of it." });
  await expect(answer).toContainText("Not changed");
  await page.goto("/zones/gharo-day-estate");
  await expect(page).toHaveURL(/\/zones\/gharo-day-zone$/);
  await expect(page.getByText(/It was taken out on .*: It was given up\./)).toBeVisible();
}

/** Past days, and the revision before the day, show what they showed; `page` is at the retired zone. */
export async function expectPastDays(page: Page, before: string): Promise<void> {
  await page.getByRole("link", { name: /^Gharo Day.* on \d/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gharo Day Park");
  const nothing = { electricity: null, powerNeededMw: null, gas: null, jobs: null };
  for (const moment of ["?asOf=2026-10-06", `?knownOn=${before}`]) {
    expect(await getValues(page, NAUSHAHRO, moment)).toMatchObject(nothing);
  }
  for (const [moment, status] of [
    ["?asOf=2026-08-31", "not-started"],
    ["?asOf=2026-09-30", "under-development"],
    [`?knownOn=${before}`, "not-started"],
  ] as const) {
    expect(await getValues(page, MIRPUR, moment), moment).toMatchObject({ status });
  }
  for (const slug of IMPORTED) {
    expect(await getValues(page, slug, `?knownOn=${before}`)).toMatchObject({ water: null });
  }
  await page.goto(`/zones/gharo-day-zone?knownOn=${before}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/not yet reported/);
}

/** The history of the analyst and the audit log name each act. @param atReview signed in as the reviewer */
export async function expectHistory(page: Page, atReview: Page): Promise<void> {
  await page.goto("/admin/history");
  const decided = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: /decided on reports about Naushahro Feroze Industrial Park/ });
  // The undo of the withdrawal, and the withdrawal that was undone.
  await expect(decided.nth(0)).toContainText(/Undo of revision \d+/);
  await expect(decided.nth(1)).toContainText("undone");
  await atReview.goto("/admin/history");
  await expectAccessible(atReview);
  for (const [slug, entries] of Object.entries(AUDIT)) {
    expect(await getAudit(atReview, `zone=${slug}`), slug).toEqual(entries);
  }
  // Who withdrew, beside who accepted it.
  await atReview.goto(`/admin/history?zone=${LARKANA}`);
  await expect(
    atReview.getByRole("listitem").filter({ hasText: "Rehan Review decided on reports" }),
  ).toContainText("Author: Tara Trainee");
  expect((await getAudit(atReview, "by=me")).map(([sentence]) => sentence)).toEqual([
    expect.stringMatching(/^Rehan Review .* signed in$/),
    expect.stringMatching(/^Rehan Review returned reports /),
    "Rehan Review recorded evidence on Mirpur Special Economic Zone",
    expect.stringMatching(/^Rehan Review accepted reports /),
    "Rehan Review decided on reports about SITE Larkana Special Economic Zone",
    expect.stringMatching(/^Rehan Review accepted reports /),
    "Rehan Review merged the record gharo-day-estate",
    "Rehan Review retired the record gharo-day-zone",
  ]);
  await atReview.goto("/admin/records/zone/gharo-day-zone");
  await expect(atReview.getByRole("region", { name: "History" })).toContainText(
    "It was given up.Rehan Review",
  );
  await expectAccessible(atReview);
}
