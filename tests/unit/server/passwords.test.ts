import fs from "node:fs/promises";
import { expect, test } from "vitest";
import {
  findPasswordFault,
  hashPassword,
  isPasswordsBusy,
  verifyPassword,
} from "../../../lib/server/accounts/passwords";
import { englishText } from "../../../lib/text/english-text";

process.env.DATABASE_URL = "postgresql://tracker@127.0.0.1:9/tracker";
process.env.BASE_URL = "https://zones-atlas.example.org";

test("a password is recognised by its hash", async () => {
  const hash = await hashPassword("four words in a row");
  expect(await verifyPassword({ hash, password: "four words in a row" })).toBe(true);
  expect(await verifyPassword({ hash, password: "five words in a row" })).toBe(false);
});

test("200 passwords at once leave threads free for files, and most are refused", async () => {
  let hashed = 0;
  let busy = 0;
  const all = Array.from({ length: 200 }, async (_, i) => {
    try {
      await hashPassword(`password number ${i}`);
      hashed += 1;
    } catch (error) {
      if (!isPasswordsBusy(error)) throw error;
      busy += 1;
    }
  });
  for (let i = 0; i < 20; i++) await fs.stat(import.meta.filename);
  // With all threads taken, each file would wait for the hashes before it.
  expect(hashed).toBeLessThan(20);
  await Promise.all(all);
  expect(hashed).toBeLessThan(60);
  expect(hashed + busy).toBe(200);
  expect(await hashPassword("afterwards it works again")).toMatch(/:/);
}, 120_000);

test.each([
  "cpec-tracker-2026",
  "CPEC SEZ Tracker!",
  "AdilaKhan1990",
  "adila.khan.cpec",
  "Finance-Khan-1",
  "Zones-Atlas.example1",
])(
  "%s is easy to guess for who knows the site and Adila Khan of finance.example",
  async (password) => {
    const known = ["Adila Khan", "adila.k@finance.example"];
    expect(await findPasswordFault(englishText, password, known)).toContain("easy to guess");
  },
);

test("a known word among others that nobody knows is no fault", async () => {
  for (const password of ["Adila paints seven bridges", "cpec lemon violin harbour"]) {
    expect(await findPasswordFault(englishText, password, ["Adila Khan"])).toBeNull();
  }
});
