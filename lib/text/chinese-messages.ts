import catalogue from "./catalogues/zh.json";
import about from "./messages/zh/about.json";
import account from "./messages/zh/account.json";
import alerts from "./messages/zh/alerts.json";
import changes from "./messages/zh/changes.json";
import charts from "./messages/zh/charts.json";
import checked from "./messages/zh/checked.json";
import common from "./messages/zh/common.json";
import compare from "./messages/zh/compare.json";
import context from "./messages/zh/context.json";
import correct from "./messages/zh/correct.json";
import coverage from "./messages/zh/coverage.json";
import data from "./messages/zh/data.json";
import errors from "./messages/zh/errors.json";
import evidence from "./messages/zh/evidence.json";
import explorer from "./messages/zh/explorer.json";
import firms from "./messages/zh/firms.json";
import gaps from "./messages/zh/gaps.json";
import glossary from "./messages/zh/glossary.json";
import home from "./messages/zh/home.json";
import issues from "./messages/zh/issues.json";
import languages from "./messages/zh/languages.json";
import layout from "./messages/zh/layout.json";
import ledger from "./messages/zh/ledger.json";
import mail from "./messages/zh/mail.json";
import map from "./messages/zh/map.json";
import method from "./messages/zh/method.json";
import news from "./messages/zh/news.json";
import pages from "./messages/zh/pages.json";
import provinces from "./messages/zh/provinces.json";
import query from "./messages/zh/query.json";
import readiness from "./messages/zh/readiness.json";
import scoreHistory from "./messages/zh/scoreHistory.json";
import search from "./messages/zh/search.json";
import sharing from "./messages/zh/sharing.json";
import siteError from "./messages/zh/siteError.json";
import sources from "./messages/zh/sources.json";
import targets from "./messages/zh/targets.json";
import time from "./messages/zh/time.json";
import ui from "./messages/zh/ui.json";
import zones from "./messages/zh/zones.json";
import type { Translation } from "./translation";

/** The Chinese messages, one namespace a file. */
export const CHINESE: Translation = {
  messages: {
    catalogue,
    about,
    account,
    changes,
    alerts,
    mail,
    charts,
    common,
    compare,
    context,
    coverage,
    correct,
    data,
    errors,
    news,
    evidence,
    explorer,
    firms,
    gaps,
    glossary,
    home,
    issues,
    languages,
    layout,
    ledger,
    map,
    method,
    pages,
    provinces,
    query,
    readiness,
    scoreHistory,
    search,
    sharing,
    siteError,
    sources,
    targets,
    time,
    ui,
    zones,
  },
  checked,
};
