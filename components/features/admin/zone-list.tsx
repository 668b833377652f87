"use client";

import type { Route } from "next";
import Link from "next/link";
import { useDeferredValue, useMemo, useState } from "react";
import { DisputedMark, EvidenceLine, UnknownValue } from "@/components/evidence/evidence-line";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";
import { Segmented } from "@/components/ui/segmented";
import { sheetPath } from "@/lib/evidence/addresses";
import { splitWords } from "@/lib/query/search";
import { useText } from "@/lib/text/use-text";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";
import type { ZoneEntry } from "./zone-entries";

type Order = "name" | "oldest";

const COLUMNS = "grid gap-x-5 gap-y-0.5 md:grid-cols-[minmax(0,1fr)_13rem_11rem_7rem]";

/** All zones with a search, each with a link to its form. `today` is the day in Pakistan. */
export function ZoneList({ entries, today }: { entries: readonly ZoneEntry[]; today: Day }) {
  const text = useText();
  const { t } = text;
  const [wanted, setWanted] = useState("");
  const [order, setOrder] = useState<Order>("name");
  const typed = useDeferredValue(wanted);
  const shown = useMemo(() => {
    const parts = splitWords(typed);
    const found = entries.filter((entry) => {
      const words = splitWords(entry.text);
      return parts.every((part) => words.some((word) => word.includes(part)));
    });
    return order === "name"
      ? found
      : found.sort((a, b) => (a.newest ?? "").localeCompare(b.newest ?? ""));
  }, [entries, typed, order]);

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <SearchField
            label={t("admin.zones.find")}
            placeholder={t("admin.zones.placeholder")}
            value={wanted}
            onChange={setWanted}
          />
        </div>
        <Segmented
          label={t("admin.zones.sort")}
          segments={[
            { value: "name", label: t("admin.zones.byName") },
            { value: "oldest", label: t("admin.zones.oldest") },
          ]}
          value={order}
          onChange={setOrder}
        />
      </div>
      <p role="status" className="text-12 text-ink-3">
        {shown.length === entries.length
          ? t("common.count.zones", { count: entries.length })
          : t("admin.zones.found", { count: text.number(shown.length), total: entries.length })}
      </p>
      {shown.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 border-line border-t py-4">
          {t("admin.zones.none")}
          <Button onClick={() => setWanted("")}>{t("admin.zones.showAll")}</Button>
        </p>
      ) : (
        <>
          <div aria-hidden="true" className={`${COLUMNS} hidden text-12 text-ink-3 md:grid`}>
            <span>{t("admin.zones.zone")}</span>
            <span>{t("admin.zones.status")}</span>
            <span>{t("admin.zones.latest")}</span>
            <span>{t("admin.zones.recorded")}</span>
          </div>
          <ul>
            {shown.map((entry) => (
              <li key={entry.slug} className={`${COLUMNS} border-line border-t py-2`}>
                <span className="flex flex-wrap items-baseline gap-x-2.5">
                  <Link
                    href={sheetPath(entry.slug) as Route}
                    prefetch={false}
                    className="link font-medium"
                  >
                    {entry.name}
                  </Link>
                  {entry.contested > 0 ? (
                    <span className="text-12">
                      <DisputedMark count={entry.contested} />
                    </span>
                  ) : null}
                </span>
                <StatusCell {...entry} />
                <span>
                  <span className="me-1 text-12 text-ink-3 md:hidden">
                    {t("admin.zones.latest")}
                  </span>
                  <EvidenceLine
                    date={entry.newest}
                    ageDays={entry.newest ? daysBetween(firstDay(entry.newest), today) : null}
                    className="text-12"
                  />
                </span>
                <span className="tabular text-12 text-ink-3 leading-4.5">
                  <span className="me-1 md:sr-only">{t("admin.zones.recorded")}</span>
                  {entry.recorded ? text.day(entry.recorded) : t("admin.zones.never")}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function StatusCell({ status, standing, candidate }: ZoneEntry) {
  const text = useText();
  return (
    <span className="flex flex-wrap items-center gap-x-1.5">
      <StandingMark standing={standing} candidate={candidate} />
      {status === null ? <UnknownValue /> : text.termLabel("status", status)}
      {candidate ? (
        <span className="text-12 text-ink-3">{text.t("common.approval.notConfirmed")}</span>
      ) : null}
    </span>
  );
}
