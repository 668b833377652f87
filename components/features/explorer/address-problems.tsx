"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sentences } from "@/components/ui/sentences";
import { writeSearch } from "@/lib/client/address";
import type { ParamIssue } from "@/lib/query/param-issues";
import { shorten } from "@/lib/query/param-limits";
import { ALL_QUERY_PARAMS } from "@/lib/query/parse-query";
import { fromSearch, toSearch } from "@/lib/query/search-string";
import { describeParamIssue } from "@/lib/text/issue-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import { VIEW_PARAMS } from "./view-params";

/** Allowed values listed in a notice; more would hide the page. */
const MOST_LISTED = 12;

/** What could not be read in the address: what is wrong, what is allowed, and a button that corrects it. */
export function AddressProblems({
  search,
  problems,
}: {
  search: string;
  problems: readonly ParamIssue[];
}) {
  const text = usePlainText();
  return problems.map((problem) => {
    const fixed = suggestFix(search, problem);
    const { param, got, message, allowed, nearest } = describeParamIssue(text, problem);
    return (
      <Notice
        key={`${param}=${got}`}
        tone="amber"
        live
        action={
          <span className="flex flex-wrap gap-2">
            {fixed !== null ? (
              <Button onClick={() => writeSearch(fixed)}>
                {text.t("explorer.notices.use", { value: nearest ?? "" })}
              </Button>
            ) : null}
            <Button onClick={() => writeSearch(withoutParam(search, problem))}>
              {text.t("explorer.notices.remove")}
            </Button>
          </span>
        }
      >
        <Sentences
          of={[
            text.t.rich("explorer.notices.ignored", {
              param: `${shorten(param)}=${shorten(got)}`,
              code: (words) => <code>{words}</code>,
            }),
            message,
          ]}
        />
        <AllowedValues values={allowed} />
      </Notice>
    );
  });
}

function AllowedValues({ values: all }: { values: readonly string[] }) {
  const text = usePlainText();
  if (all.length === 0) return null;
  const values = all.slice(0, MOST_LISTED).join(", ");
  const more = all.length - MOST_LISTED;
  return (
    <span className="block text-12">
      {more > 0
        ? text.t("explorer.notices.allowedMore", { values, count: text.number(more) })
        : text.t("explorer.notices.allowed", { values })}
    </span>
  );
}

/**
 * The address with one unreadable parameter replaced by the nearest allowed name or value; null where
 * none is near.
 */
export function suggestFix(search: string, problem: ParamIssue): string | null {
  const { param, got, nearest, allowed } = problem;
  // A weight holds a block and a number; `nearest` is only the block.
  if (nearest === null || param === "weights") return null;
  return rewritten(search, problem, () =>
    isParam(param) ? [param, fixedValue(got, allowed, nearest)] : [nearest, got],
  );
}

/** The address without one unreadable parameter. */
export function withoutParam(search: string, problem: ParamIssue): string {
  return rewritten(search, problem, () => null);
}

function rewritten(
  search: string,
  { param, got }: ParamIssue,
  rewrite: () => [string, string] | null,
): string {
  const pairs = fromSearch(search).map((pair) =>
    pair[0] === param && pair[1] === got ? rewrite() : pair,
  );
  return toSearch(pairs.filter((pair) => pair !== null));
}

function isParam(name: string): boolean {
  return [...ALL_QUERY_PARAMS, ...VIEW_PARAMS].includes(name);
}

function fixedValue(value: string, allowed: readonly string[], near: string): string {
  return value
    .split(",")
    .map((word) => {
      const sign = word.startsWith("-") ? "-" : "";
      return allowed.includes(word.slice(sign.length)) ? word : sign + near;
    })
    .join(",");
}
