import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  getCurrentBuild,
  openBuild,
  openCurrentBuild,
  pruneBuilds,
  publishBuild,
} from "../../../scripts/lib/builds.mjs";

let dir = "";
let buildsDir = "";

beforeEach(() => {
  dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "cpec-sez-builds-")));
  buildsDir = path.join(dir, "builds");
});

afterEach(() => fs.rmSync(dir, { recursive: true }));

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  fs.writeFileSync(path.join(dir, file), text);
}

/** What `next build` leaves, published under an id. */
function build(id: string): void {
  fs.rmSync(path.join(dir, ".next"), { recursive: true, force: true });
  write(".next/standalone/server.js", id);
  write(".next/standalone/.next/BUILD_ID", id);
  write(`.next/static/${id}.js`, id);
  write("public/icon.svg", id);
  const [nextDir, publicDir] = [path.join(dir, ".next"), path.join(dir, "public")];
  publishBuild({ id, nextDir, publicDir, buildsDir });
}

function open(id: string) {
  const opened = openBuild(id, buildsDir);
  if (opened === null) throw new Error(`There is no build ${id}.`);
  return opened;
}

/** Each file of a folder with its inode, time of change and content. */
function snapshot(folder: string): unknown[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      const { ino, mtimeMs, ctimeMs } = fs.statSync(file);
      const text = fs.statSync(file).isFile() ? fs.readFileSync(file, "utf8") : "";
      return [name, ino, mtimeMs, ctimeMs, text];
    });
}

const listBuilds = () =>
  fs
    .readdirSync(buildsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

test("a build has the server and the files that browsers load", () => {
  build("a");
  const { dir: opened } = open("a");
  const files = ["server.js", ".next/BUILD_ID", ".next/static/a.js", "public/icon.svg"];
  for (const file of files) expect(fs.readFileSync(path.join(opened, file), "utf8")).toBe("a");
});

test("a second build touches no file of the one that is in use, and becomes the current one", () => {
  build("a");
  const first = open("a");
  const before = snapshot(first.dir);
  build("b");
  const second = open("b");
  pruneBuilds(buildsDir);
  expect(snapshot(first.dir)).toEqual(before);
  expect(getCurrentBuild(buildsDir)).toBe(second.dir);
  expect(listBuilds()).toEqual(["a", "b"]);
});

test("builds that nobody uses are removed, except the current one", () => {
  build("a");
  open("a").lock.release();
  build("b");
  open("b").lock.release();
  pruneBuilds(buildsDir);
  expect(listBuilds()).toEqual(["b"]);
});

test("a process that opens the current build keeps it, also when another becomes the current one", () => {
  build("a");
  open("a").lock.release();
  const used = openCurrentBuild(buildsDir);
  expect(path.basename(used.dir)).toBe("a");
  build("b");
  open("b").lock.release();
  pruneBuilds(buildsDir);
  expect(listBuilds()).toEqual(["a", "b"]);
  used.lock.release();
  pruneBuilds(buildsDir);
  expect(listBuilds()).toEqual(["b"]);
});

test("what an interrupted build left is neither used nor kept", () => {
  build("a");
  fs.mkdirSync(path.join(buildsDir, "b"));
  fs.mkdirSync(path.join(buildsDir, "b.new"));
  expect(openBuild("b", buildsDir)).toBeNull();
  build("b");
  open("b").lock.release();
  fs.mkdirSync(path.join(buildsDir, "c.new"));
  pruneBuilds(buildsDir);
  expect(listBuilds()).toEqual(["b"]);
});

test("without a build, an error says how to build", () => {
  expect(() => getCurrentBuild(buildsDir)).toThrow("npm run build");
  expect(() => openCurrentBuild(buildsDir)).toThrow("npm run build");
});
