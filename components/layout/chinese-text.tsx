"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import catalogue from "@/lib/text/catalogues/zh.json";
import charts from "@/lib/text/messages/zh/charts.json";
import common from "@/lib/text/messages/zh/common.json";
import errors from "@/lib/text/messages/zh/errors.json";
import evidence from "@/lib/text/messages/zh/evidence.json";
import explorer from "@/lib/text/messages/zh/explorer.json";
import layout from "@/lib/text/messages/zh/layout.json";
import map from "@/lib/text/messages/zh/map.json";
import query from "@/lib/text/messages/zh/query.json";
import time from "@/lib/text/messages/zh/time.json";
import ui from "@/lib/text/messages/zh/ui.json";

const messages = {
  catalogue,
  charts,
  common,
  errors,
  evidence,
  explorer,
  layout,
  map,
  query,
  time,
  ui,
};

/** The Chinese messages of `SHARED_NAMESPACES` with the words of the catalogue, for the browser. */
export default function ChineseText({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="zh" messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
