import catalogue from "./catalogues/ur.json";
import about from "./messages/ur/about.json";
import account from "./messages/ur/account.json";
import alerts from "./messages/ur/alerts.json";
import changes from "./messages/ur/changes.json";
import charts from "./messages/ur/charts.json";
import checked from "./messages/ur/checked.json";
import common from "./messages/ur/common.json";
import compare from "./messages/ur/compare.json";
import context from "./messages/ur/context.json";
import correct from "./messages/ur/correct.json";
import coverage from "./messages/ur/coverage.json";
import data from "./messages/ur/data.json";
import errors from "./messages/ur/errors.json";
import evidence from "./messages/ur/evidence.json";
import explorer from "./messages/ur/explorer.json";
import firms from "./messages/ur/firms.json";
import gaps from "./messages/ur/gaps.json";
import glossary from "./messages/ur/glossary.json";
import home from "./messages/ur/home.json";
import issues from "./messages/ur/issues.json";
import languages from "./messages/ur/languages.json";
import layout from "./messages/ur/layout.json";
import ledger from "./messages/ur/ledger.json";
import mail from "./messages/ur/mail.json";
import map from "./messages/ur/map.json";
import method from "./messages/ur/method.json";
import news from "./messages/ur/news.json";
import pages from "./messages/ur/pages.json";
import provinces from "./messages/ur/provinces.json";
import query from "./messages/ur/query.json";
import readiness from "./messages/ur/readiness.json";
import scoreHistory from "./messages/ur/scoreHistory.json";
import search from "./messages/ur/search.json";
import sharing from "./messages/ur/sharing.json";
import siteError from "./messages/ur/siteError.json";
import sources from "./messages/ur/sources.json";
import targets from "./messages/ur/targets.json";
import time from "./messages/ur/time.json";
import ui from "./messages/ur/ui.json";
import zones from "./messages/ur/zones.json";
import type { Translation } from "./translation";

/** The Urdu messages, one namespace a file. */
export const URDU: Translation = {
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
