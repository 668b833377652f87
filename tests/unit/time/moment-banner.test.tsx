import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MomentBanner } from "../../../components/time/moment-banner";
import { METHOD, METHOD_SINCE } from "../../../lib/contract/meta";
import { addDays } from "../../../lib/time/day";
import { WithText } from "../../support/with-text";

const render = (asOf: string, pinned: boolean) =>
  renderToStaticMarkup(
    <WithText>
      <MomentBanner asOf={asOf} knownOn={1} version={2} pinned={pinned} today="/" />
    </WithText>,
  ).replaceAll(/<[^>]+>/g, "");

const before = addDays(METHOD_SINCE, -1);
const older = `A link that was made before 30 Nov 2026 showed the scores of method ${METHOD - 1}.`;

describe("the banner of a page with a revision", () => {
  test("names the method that the page depends on", () => {
    expect(render(METHOD_SINCE, true)).toContain(
      `It will not change while method ${METHOD} is in use.`,
    );
  });

  test("says that an older link showed other scores, only where the link can be older", () => {
    expect(render(before, true)).toContain(older);
    expect(render(METHOD_SINCE, true)).not.toContain(older);
  });

  test("says nothing of a method where the page can change", () => {
    expect(render(before, false)).not.toContain("method");
  });
});
