"use client";

import type { Route } from "next";
import Form from "next/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ViewMenu } from "@/components/layout/view-menu";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FilterSelect } from "@/components/ui/filter-field";
import { ChevronDownIcon } from "@/components/ui/icons";
import {
  ITEM_PLACES,
  type QueueQuery,
  queueAddress,
  type Teammate,
  writeWhose,
} from "@/lib/queue/queue-query";
import { WORK_KINDS } from "@/lib/queue/work-item";
import { usePlainText } from "@/lib/text/use-plain-text";

interface QueueFilterProps {
  query: QueueQuery;
  /** The zones by name. */
  zones: readonly { readonly slug: string; readonly name: string }[];
  team: readonly Teammate[];
  /** Id of the signed-in person, who is “Me”. */
  me: string;
}

/** The filters of the queue. A plain form, so the address holds them; views of it stay in this browser. */
export function QueueFilter({ query, zones, team, me }: QueueFilterProps) {
  const { t } = usePlainText();
  const { kind, zone, whose, place } = query;
  const who = writeWhose(whose);
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <Form
      action="/admin/work"
      role="search"
      aria-label={t("queue.filter.label")}
      className={cx(
        "grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap",
        // On a phone the work comes first.
        !open && "max-sm:[&>*:not(:first-child)]:hidden",
      )}
    >
      <Button aria-expanded={open} className="col-span-2 sm:hidden" onClick={() => setOpen(!open)}>
        {t("queue.filter.label")}
        <ChevronDownIcon />
      </Button>
      <FilterSelect
        label={t("queue.filter.kind")}
        className="sm:basis-40"
        name="kind"
        value={kind ?? ""}
        all={t("queue.filter.any")}
        options={WORK_KINDS.map((one) => [one, t(`queue.kind.${one}`)])}
      />
      <FilterSelect
        label={t("queue.filter.zone")}
        className="sm:basis-40"
        name="zone"
        value={zone ?? ""}
        all={t("queue.filter.any")}
        options={zones.map(({ slug, name }) => [slug, name])}
      />
      <FilterSelect
        label={t("queue.filter.who")}
        className="sm:basis-36"
        name="who"
        value={who === "anyone" ? "" : who}
        all={t("queue.filter.everyone")}
        options={[
          ["me", t("queue.filter.me")],
          ["nobody", t("queue.filter.nobody")],
          ...team.flatMap(({ id, name }) => (id === me ? [] : [[id, name] as const])),
        ]}
      />
      <FilterSelect
        label={t("queue.filter.state")}
        className="sm:basis-32"
        name="state"
        value={place}
        options={ITEM_PLACES.map((one) => [one, t(`queue.filter.${one}`)])}
      />
      <Button type="submit" className="h-(--field)">
        {t("queue.filter.submit")}
      </Button>
      <ViewMenu
        keptAs="desk-queue-views"
        search={queueAddress({ ...query, page: 1 }).replace(/^[^?]*/, "")}
        usual={t("queue.filter.all")}
        className="h-(--field)"
        onOpen={(search) => router.push(`/admin/work${search}` as Route)}
      />
    </Form>
  );
}
