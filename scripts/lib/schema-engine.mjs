// Prisma's schema engine as WebAssembly, for development: compares migrations with schema.prisma without
// downloading an engine. It uses a scratch database, never one with data.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { MIGRATIONS_DIR, migrate } from "./migrate.mjs";

const require = createRequire(import.meta.url);
const SCHEMA_FILE = fileURLToPath(new URL("../../prisma/schema.prisma", import.meta.url));
const FILTERS = { externalTables: ["public._prisma_migrations"], externalEnums: [] };

const OID_CHAR = 18;
const OID_UUID = 2950;

/**
 * The engine's catalogue queries return columns of PostgreSQL's one-byte type "char", which the adapter cannot
 * decode. No catalogue query returns a uuid, so "char" is passed to the adapter as uuid, and `createAdapterFactory`
 * passes uuid to the engine as character.
 * @returns {() => void} removes the patch
 */
function patchOneByteChars() {
  const prototype = pg.Result.prototype;
  const addFields = prototype.addFields;
  prototype.addFields = function (fields) {
    for (const field of fields) if (field.dataTypeID === OID_CHAR) field.dataTypeID = OID_UUID;
    return addFields.call(this, fields);
  };
  return () => {
    prototype.addFields = addFields;
  };
}

/** @param {string} url */
function createAdapterFactory(url) {
  const factory = new PrismaPg({ connectionString: url });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/** The engine's JavaScript holds views of one instance's memory, so a process can have only one instance. */
let enginePromise;

function getEngine() {
  enginePromise ??= loadEngine();
  return enginePromise;
}

async function loadEngine() {
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const bindings = await import(path.join(folder, "schema_engine_bg.js"));
  const wasm = fs.readFileSync(path.join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      throw new Error(`Prisma's schema engine failed: ${message}`);
    },
  };
  return bindings.SchemaEngine;
}

/**
 * Applies all migrations to a scratch database and compares the result with schema.prisma.
 * @param {string} adminUrl connects as a role that may create databases
 * @param {{ schemaFile?: string, folder?: string }} [options]
 * @returns {Promise<string | null>} the SQL that the migrations lack; null if there is no difference
 */
export async function diffSchema(
  adminUrl,
  { schemaFile = SCHEMA_FILE, folder = MIGRATIONS_DIR } = {},
) {
  const removePatch = patchOneByteChars();
  const admin = new pg.Client({ connectionString: adminUrl });
  const scratch = `schema_scratch_${process.pid}`;
  const scratchUrl = new URL(adminUrl);
  scratchUrl.pathname = `/${scratch}`;
  const content = fs.readFileSync(schemaFile, "utf8");
  const files = [{ path: schemaFile, content }];
  await admin.connect();
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${scratch}`);
    await migrate(scratchUrl.href, { folder });
    const SchemaEngine = await getEngine();
    const engine = await SchemaEngine.new(
      { datamodels: [[schemaFile, content]] },
      () => {},
      createAdapterFactory(scratchUrl.href),
    );
    try {
      const answer = await engine.diff({
        from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaFile) },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: true,
        filters: FILTERS,
      });
      return answer.exitCode === 2 ? answer.stdout : null;
    } finally {
      await engine.dispose?.();
      engine.free?.();
    }
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${scratch} WITH (FORCE)`);
    await admin.end();
    removePatch();
  }
}
