import { makeAccount, signIn } from "./support/accounts";
import { test } from "./support/test";

test("look", async ({ page, troubles }) => {
  test.setTimeout(180_000);
  const analyst = await makeAccount("analyst", "Lina Look");
  await signIn(page, analyst, "/admin/record");
  await page.getByLabel("Add a report").waitFor();
  await page.screenshot({ path: "/tmp/article-shots/empty.png", fullPage: true });
  await page
    .getByLabel("Link or text of the article")
    .fill(
      "https://www.example.org/news/zones?utm_source=x\nZones get power and gas at last\nAt Dhabeji, electricity reaches part of the plots.\nMore text here.",
    );
  await page.getByLabel("Add a report").fill("dhab elec energ");
  await page.getByRole("option").first().waitFor();
  await page.screenshot({ path: "/tmp/article-shots/find.png" });
  console.log(await page.getByRole("option").allTextContents());
  for (const q of [
    "dhab elec partial",
    "hub area",
    "century steel jobs",
    "rashakai status operational",
    "hub investment committed",
  ]) {
    await page.getByLabel("Add a report").fill(q);
    await page.getByRole("option").first().waitFor();
    console.log(q, (await page.getByRole("option").allTextContents()).slice(0, 3));
    await page.keyboard.press("Enter");
    await page.waitForTimeout(500);
    if (q === "hub area") await page.keyboard.type("0,125");
    if (q === "century steel jobs") await page.keyboard.type("600 people");
    if (q.startsWith("hub inv")) await page.keyboard.type("Rs 3.5 bn at 280");
  }
  for (const [scheme, width] of [
    ["light", 1440],
    ["dark", 1440],
    ["light", 768],
    ["dark", 360],
    ["light", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/article-shots/${scheme}-${width}.png`, fullPage: true });
  }
  troubles.seen();
});
