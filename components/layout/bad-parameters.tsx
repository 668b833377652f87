import type { ParamIssue } from "@/lib/query/param-issues";
import { shorten } from "@/lib/query/param-limits";
import { type Misspelling, suggestFix, suggestPair } from "@/lib/query/suggest-fix";
import { describeParamIssue } from "@/lib/text/issue-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import { MessagePage } from "./message-page";
import { ReadingPage } from "./reading-page";

/** Allowed values that are listed; more would hide the rest of the page. */
const MOST_LISTED = 12;

const MOMENT: readonly string[] = ["asOf", "knownOn"];

/** A parameter that cannot be used: as it was found, or in words. */
type BadParameter = ParamIssue | (Misspelling & { readonly message: string });

interface BadAddressProps {
  /** At least one. */
  problems: readonly BadParameter[];
  /** The address from its question mark. */
  search: string;
  /** An address of the page that works: without the parameters, which is today. */
  path: string;
}

/** In place of a page whose address has parameters that cannot be used: which, why, what is allowed, and a corrected link. */
export function BadAddress({ problems, search, path }: BadAddressProps) {
  const text = usePlainText();
  const { t } = text;
  const toWords = (problem: BadParameter) =>
    "message" in problem ? problem : describeParamIssue(text, problem);
  const dayOf = (day: string) => text.day(day, "long");
  const isMoment = problems.every(({ param }) => MOMENT.includes(param));
  const listAllowed = (allowed: readonly string[]) => {
    const left = allowed.length - MOST_LISTED;
    const more = left > 0 ? [t("pages.badAddress.more", { count: text.number(left) })] : [];
    return text.list([...allowed.slice(0, MOST_LISTED), ...more]);
  };
  const fixed = fixAddress(search, problems);
  return (
    <ReadingPage>
      <MessagePage
        inline
        title={t(isMoment ? "pages.badAddress.moment" : "pages.badAddress.title")}
        links={[
          ...(fixed === null
            ? []
            : [
                {
                  href: fixed.search,
                  label: t("pages.badAddress.use", { values: text.list(fixed.used) }),
                },
              ]),
          { href: path, label: t(isMoment ? "pages.badAddress.today" : "pages.badAddress.reset") },
        ]}
      >
        {problems.map((problem) => {
          if (!("message" in problem) && problem.reason.code === "future-day") {
            const days = { day: dayOf(problem.got), last: dayOf(problem.reason.last) };
            return <p key={problem.param}>{t("pages.badAddress.future", days)}</p>;
          }
          const { param, got, message, allowed } = toWords(problem);
          return (
            <p key={`${param}=${got}`}>
              <code dir="ltr">
                {shorten(param)}={shorten(got)}
              </code>
              : {message}
              {allowed.length > 0 ? (
                <span className="mt-1 block text-13 text-ink-2">
                  {t("pages.badAddress.allowed", { values: listAllowed(allowed) })}
                </span>
              ) : null}
            </p>
          );
        })}
      </MessagePage>
    </ReadingPage>
  );
}

/** The address with the nearest parameters that can be used, and those; null unless there is one for every problem. */
function fixAddress(search: string, problems: readonly BadParameter[]) {
  let fixed = search;
  const used: string[] = [];
  for (const problem of problems) {
    const pair = suggestPair(problem);
    const next = suggestFix(fixed, problem);
    if (pair === null || next === null || next === fixed) return null;
    fixed = next;
    used.push(pair.map(shorten).join("="));
  }
  return { search: fixed, used };
}
