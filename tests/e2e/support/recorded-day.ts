import { expect, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

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
export async function getAudit(page: Page, search: string): Promise<string[][]> {
  const file = await (await page.request.get(`/admin/audit/audit.csv?${search}`)).text();
  const rows: Record<string, string>[] = parse(file, { columns: true, bom: true });
  return rows
    .map(({ sentence = "", changes = "" }) => [sentence, ...changes.split("\n").filter(Boolean)])
    .reverse();
}
