import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acquireLock } from "../../../scripts/lib/file-lock.mjs";
import { publishBuild } from "../../../scripts/lib/install-and-build.mjs";
import { createTemporaryFolder } from "../../../scripts/lib/paths.mjs";

let folder = createTemporaryFolder("builds");
let made = 0;

beforeEach(() => {
  folder = createTemporaryFolder("builds");
});
afterEach(() => folder.remove());

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder.dir, file)), { recursive: true });
  fs.writeFileSync(path.join(folder.dir, file), text);
}

/** What `next build` leaves, published under an id. */
function build(id: string): string {
  write(".next/standalone/server.js", id);
  write(".next/standalone/.next/BUILD_ID", id);
  write(`.next/static/${id}.js`, id);
  write(".next/server/page.js", id);
  write("public/icon.svg", id);
  const dir = publishBuild(id, folder.dir);
  made += 1;
  fs.utimesSync(path.join(dir, "server.js"), made, made);
  return dir;
}

const list = (name: string) => fs.readdirSync(path.join(folder.dir, name)).sort();

test("a build has the server and the files that browsers load", () => {
  const dir = build("a");
  const files = ["server.js", ".next/BUILD_ID", ".next/static/a.js", "public/icon.svg"];
  for (const file of files) expect(fs.readFileSync(path.join(dir, file), "utf8")).toBe("a");
});

test("nothing of Next's own folder stays, except what the development server and the type check use", () => {
  write(".next/dev/page.js", "dev");
  write(".next/types/routes.d.ts", "types");
  build("a");
  expect(list(".next")).toEqual(["dev", "types"]);
});

test("the build before the newest stays, for a server that runs in it, and older ones go", () => {
  const first = build("a");
  const before = fs.statSync(path.join(first, ".next/static/a.js"));
  build("b");
  expect(list(".builds")).toEqual(["a", "b"]);
  expect(fs.statSync(path.join(first, ".next/static/a.js"))).toEqual(before);
  write(".builds/lock", "");
  build("c");
  expect(list(".builds")).toEqual(["b", "c", "lock"]);
});

test("an older build stays for as long as a tracker runs in it", () => {
  const lock = acquireLock(path.join(build("a"), "serving-1.lock"));
  build("b");
  build("c");
  expect(list(".builds")).toEqual(["a", "b", "c"]);
  if ("release" in lock) lock.release();
  build("d");
  expect(list(".builds")).toEqual(["c", "d"]);
});
