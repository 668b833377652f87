import type {} from "use-intl";
import type { Locale } from "./locales";
import about from "./messages/en/about.json";
import account from "./messages/en/account.json";
import admin from "./messages/en/admin.json";
import alerts from "./messages/en/alerts.json";
import api from "./messages/en/api.json";
import changes from "./messages/en/changes.json";
import charts from "./messages/en/charts.json";
import common from "./messages/en/common.json";
import compare from "./messages/en/compare.json";
import context from "./messages/en/context.json";
import correct from "./messages/en/correct.json";
import coverage from "./messages/en/coverage.json";
import data from "./messages/en/data.json";
import desk from "./messages/en/desk.json";
import errors from "./messages/en/errors.json";
import evidence from "./messages/en/evidence.json";
import explorer from "./messages/en/explorer.json";
import files from "./messages/en/files.json";
import firms from "./messages/en/firms.json";
import gaps from "./messages/en/gaps.json";
import glossary from "./messages/en/glossary.json";
import home from "./messages/en/home.json";
import imports from "./messages/en/imports.json";
import issues from "./messages/en/issues.json";
import languages from "./messages/en/languages.json";
import layout from "./messages/en/layout.json";
import ledger from "./messages/en/ledger.json";
import mail from "./messages/en/mail.json";
import map from "./messages/en/map.json";
import method from "./messages/en/method.json";
import news from "./messages/en/news.json";
import pages from "./messages/en/pages.json";
import provinces from "./messages/en/provinces.json";
import query from "./messages/en/query.json";
import queue from "./messages/en/queue.json";
import readiness from "./messages/en/readiness.json";
import record from "./messages/en/record.json";
import records from "./messages/en/records.json";
import scoreHistory from "./messages/en/scoreHistory.json";
import search from "./messages/en/search.json";
import sharing from "./messages/en/sharing.json";
import sheet from "./messages/en/sheet.json";
import siteError from "./messages/en/siteError.json";
import sources from "./messages/en/sources.json";
import targets from "./messages/en/targets.json";
import time from "./messages/en/time.json";
import ui from "./messages/en/ui.json";
import zones from "./messages/en/zones.json";

/** The English messages, one namespace a file. */
export const ENGLISH_MESSAGES = {
  common,
  languages,
  layout,
  pages,
  provinces,
  ui,
  charts,
  evidence,
  query,
  queue,
  desk,
  time,
  ledger,
  map,
  explorer,
  home,
  zones,
  firms,
  readiness,
  scoreHistory,
  gaps,
  targets,
  changes,
  alerts,
  mail,
  news,
  sources,
  search,
  context,
  coverage,
  correct,
  sharing,
  sheet,
  compare,
  data,
  method,
  glossary,
  about,
  account,
  admin,
  record,
  imports,
  records,
  files,
  api,
  errors,
  siteError,
  issues,
};

/** Makes the keys of messages and the languages known to the types of next-intl and use-intl. */
declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

/** The messages of a language by their namespace. English says which there are. */
export type Messages = typeof ENGLISH_MESSAGES;

/** Name of a file of messages. */
export type Namespace = keyof Messages;
