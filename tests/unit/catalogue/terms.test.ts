import { describe, expect, it } from "vitest";
import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import { GLOSSARY, GLOSSARY_KEYS } from "@/lib/catalogue/terms";
import { openApi } from "@/lib/contract/openapi";
import { listColumns } from "@/lib/formats/columns";
import {
  changeColumns,
  claimColumns,
  sourceColumns,
  tenancyColumns,
} from "@/lib/formats/table-columns";
import { englishText } from "@/lib/text/english-text";

const FILES: Readonly<Record<string, readonly { readonly key: string }[]>> = {
  "zones.csv": listColumns(englishText),
  "claims.csv": claimColumns(englishText),
  "tenancies.csv": tenancyColumns(englishText),
  "sources.csv": sourceColumns(englishText),
  "changes.csv": changeColumns(englishText),
};
const terms = GLOSSARY_KEYS.map((key) => [key, GLOSSARY[key]] as const);
const api = JSON.stringify(openApi(englishText, "https://tracker.test"));

describe("the glossary", () => {
  it("has each label once", () => {
    const labels = terms.map(([, { label }]) => label.toLowerCase());
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  it.each(terms)("defines %s in one or two sentences", (_, { definition }) => {
    expect(definition).toMatch(/^[A-Z].*\.$/);
    expect(definition.match(/[.:] [A-Z]/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it.each(terms)("%s refers to other terms, each once", (key, { related }) => {
    expect(related).not.toEqual([]);
    expect(related).not.toContain(key);
    expect(new Set(related).size).toBe(related.length);
  });

  it.each(terms)("%s names only what the API has", (_, term) => {
    expect(term.api.filter((name) => !api.includes(`"${name}"`))).toEqual([]);
  });

  it.each(terms)("%s names only columns that the files have", (_, { columns }) => {
    const missing = columns.filter((column) => {
      const [file = "", key] = column.split(":");
      return !FILES[file]?.some((one) => one.key === key);
    });
    expect(missing).toEqual([]);
  });

  it("uses the labels of the fields that it explains", () => {
    for (const [key, { label }] of terms) {
      if (isZoneField(key)) expect(label).toBe(fieldSpec(key).label);
    }
    expect(GLOSSARY.progressOnSite.label).toBe(fieldSpec("status").label);
  });
});
