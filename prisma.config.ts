// Every Prisma command looks for a schema engine and would download it; the parts we use (generate,
// validate, format) need none, so any existing executable satisfies the look-up and keeps it offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from "prisma/config";

export default defineConfig({ schema: "prisma/schema.prisma" });
