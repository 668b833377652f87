"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import catalogue from "@/lib/text/catalogues/ur.json";
import { forRightToLeft } from "@/lib/text/map-messages";
import charts from "@/lib/text/messages/ur/charts.json";
import common from "@/lib/text/messages/ur/common.json";
import errors from "@/lib/text/messages/ur/errors.json";
import evidence from "@/lib/text/messages/ur/evidence.json";
import explorer from "@/lib/text/messages/ur/explorer.json";
import layout from "@/lib/text/messages/ur/layout.json";
import map from "@/lib/text/messages/ur/map.json";
import query from "@/lib/text/messages/ur/query.json";
import time from "@/lib/text/messages/ur/time.json";
import ui from "@/lib/text/messages/ur/ui.json";

const messages = {
  catalogue,
  ...forRightToLeft({ charts, common, errors, evidence, explorer, layout, map, query, time, ui }),
};

/** The Urdu messages of `SHARED_NAMESPACES` with the words of the catalogue, for the browser. */
export default function UrduText({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="ur" messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
