"use client";

import type { Route } from "next";
import Form from "next/form";
import { useRouter } from "next/navigation";
import { ViewMenu } from "@/components/layout/view-menu";
import { Button } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-field";
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
  return (
    <Form
      action="/admin/work"
      role="search"
      aria-label={t("queue.filter.label")}
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <FilterSelect
        key={`kind ${kind}`}
        label={t("queue.filter.kind")}
        className="sm:basis-40"
        name="kind"
        value={kind ?? ""}
        all={t("queue.filter.any")}
      >
        {WORK_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`queue.kind.${one}`)}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        key={`zone ${zone}`}
        label={t("queue.filter.zone")}
        className="sm:basis-40"
        name="zone"
        value={zone ?? ""}
        all={t("queue.filter.any")}
      >
        {zones.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </FilterSelect>
      <FilterSelect
        key={`who ${who}`}
        label={t("queue.filter.who")}
        className="sm:basis-36"
        name="who"
        value={who === "anyone" ? "" : who}
        all={t("queue.filter.everyone")}
      >
        <option value="me">{t("queue.filter.me")}</option>
        <option value="nobody">{t("queue.filter.nobody")}</option>
        {team
          .filter(({ id }) => id !== me)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </FilterSelect>
      <FilterSelect
        key={`state ${place}`}
        label={t("queue.filter.state")}
        className="sm:basis-32"
        name="state"
        value={place}
      >
        {ITEM_PLACES.map((one) => (
          <option key={one} value={one}>
            {t(`queue.filter.${one}`)}
          </option>
        ))}
      </FilterSelect>
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
