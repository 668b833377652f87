"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import charts from "@/lib/text/messages/en/charts.json";
import common from "@/lib/text/messages/en/common.json";
import errors from "@/lib/text/messages/en/errors.json";
import evidence from "@/lib/text/messages/en/evidence.json";
import explorer from "@/lib/text/messages/en/explorer.json";
import layout from "@/lib/text/messages/en/layout.json";
import map from "@/lib/text/messages/en/map.json";
import query from "@/lib/text/messages/en/query.json";
import time from "@/lib/text/messages/en/time.json";
import ui from "@/lib/text/messages/en/ui.json";

const messages = { charts, common, errors, evidence, explorer, layout, map, query, time, ui };

/** The English messages of `SHARED_NAMESPACES`, for the browser. */
export default function EnglishText({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
