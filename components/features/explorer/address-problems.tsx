"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sentences } from "@/components/ui/sentences";
import { writeSearch } from "@/lib/client/address";
import type { ParamIssue } from "@/lib/query/param-issues";
import { shorten } from "@/lib/query/param-limits";
import { suggestFix, withoutParam } from "@/lib/query/suggest-fix";
import { describeParamIssue } from "@/lib/text/issue-words";
import { usePlainText } from "@/lib/text/use-plain-text";

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
