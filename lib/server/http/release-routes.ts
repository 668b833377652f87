import "server-only";
import { createHash } from "node:crypto";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { describeCatalogue, JSON_LD_TYPE } from "@/lib/contract/dcat";
import { ENDPOINTS, type EndpointKey } from "@/lib/contract/endpoints";
import { unknownReleaseFile } from "@/lib/contract/not-found";
import {
  type AcceptedParams,
  NO_PARAMS,
  type ParsedRequest,
  parseRequest,
} from "@/lib/contract/parse-request";
import type { ApiIssue } from "@/lib/contract/problems";
import {
  LATEST,
  RELEASE_ARCHIVE,
  releaseFilePath,
  releasePath,
  sortByDay,
} from "@/lib/contract/release-answer";
import { DATA_PACKAGE } from "@/lib/formats/data-package";
import { LICENCE } from "@/lib/formats/file-notes";
import { getBoundingBox } from "@/lib/formats/point";
import { listKeywords, releaseTitle } from "@/lib/formats/release-metadata";
import type { Text } from "@/lib/text/text";
import { currentView, getChangeDay } from "../registry/registry-at";
import {
  describeArchive,
  listReleases,
  readReleaseArchive,
  readReleaseFile,
} from "../releases/read-releases";
import { getText } from "../text/get-text";
import { releaseCacheHeaders, stateTag } from "./cache-headers";
import { queueHeavy } from "./heavy-queue";
import {
  getOrigin,
  type Handlers,
  type PathParams,
  readHandlers,
  respondAccepted,
} from "./read-route";
import { attachment, json, type Representation, respondProblem } from "./respond";

/** What a route makes its answer from. */
interface ReleaseContext {
  readonly text: Text;
  readonly params: ParsedRequest;
  readonly pathParams: PathParams;
  /** Scheme and host of the site for its readers, without a trailing slash. */
  readonly origin: string;
}

/** An answer with the tag of its state, or why there is none. */
type Answer =
  | { readonly etag: string; readonly content: Representation }
  | { readonly issue: ApiIssue };

/** The route that lists the releases, newest first. */
export function releaseListRoute(): Handlers {
  return releaseRoute(ENDPOINTS.releases.accepts, async ({ params: { limit, offset } }) => {
    const releases = await listReleases();
    const data = releases.slice(offset, offset + limit);
    const meta = { matched: releases.length, total: releases.length };
    return answerWith(json({ data, meta }), JSON.stringify(releases));
  });
}

/** The route of one release, with its ZIP archive. */
export function oneReleaseRoute(): Handlers {
  const answer = async ({ text, pathParams }: ReleaseContext): Promise<Answer> => {
    const asked = String(pathParams.number ?? "");
    const releases = await listReleases();
    const release = findRelease(releases, asked);
    if (!release) return { issue: unknownReleaseFile(text, asked, "", releases) };
    const data = { ...release, archive: await describeArchive(release) };
    return answerWith(json({ data }), JSON.stringify(data));
  };
  return releaseRoute(ENDPOINTS.release.accepts, answer, () => true);
}

/** @param number or `latest` */
function findRelease(releases: readonly ReleaseAnswer[], number: string) {
  return number === LATEST
    ? sortByDay(releases)[0]
    : releases.find((release) => release.number === number);
}

/** @param state what the answer is made from */
function answerWith(content: Representation, state: string): Answer {
  return { etag: stateTag(createHash("sha256").update(state).digest("base64url")), content };
}

/** Today's data in files, by the endpoints that give them. */
const CURRENT_FILES = [
  "csv",
  "xlsx",
  "geojson",
  "parquet",
  "gpkg",
  "package",
] as const satisfies readonly EndpointKey[];

/** The route of the catalogue of the data and its releases. */
export function catalogueRoute(): Handlers {
  return releaseRoute(ENDPOINTS.catalogue.accepts, async ({ text, origin }) => {
    const { t } = text;
    const [view, listed] = await Promise.all([currentView(), listReleases()]);
    const releases = [];
    for (const release of sortByDay(listed)) {
      const title = releaseTitle(text, release.number);
      releases.push({ release, title, archive: await describeArchive(release) });
    }
    const catalogue = JSON.stringify(
      describeCatalogue({
        origin,
        publisher: t("layout.product"),
        title: t("files.title"),
        description: t("files.notes.packageDescription"),
        keywords: listKeywords(text),
        licence: LICENCE.url,
        asOf: view.asOf,
        revision: view.latestRevision,
        changedOn: getChangeDay(view),
        extent: getBoundingBox(view.rows),
        files: CURRENT_FILES.map((key) => ({
          name: t(`api.endpoint.${key}`),
          type: ENDPOINTS[key].answer.type,
          path: `${ENDPOINTS[key].path}?scope=all`,
        })),
        releasesTitle: t("data.releases.title"),
        releasesDescription: t("data.releases.lead"),
        releases,
      }),
    );
    return answerWith({ type: JSON_LD_TYPE, body: () => catalogue }, catalogue);
  });
}

/** The route of the files of releases. They never change, but can be withdrawn at any time, so caches ask each time. */
export function releaseFileRoute(): Handlers {
  const isHeavy = ({ file }: PathParams) => file === RELEASE_ARCHIVE;
  const answer = async ({ text, pathParams, origin }: ReleaseContext): Promise<Answer> => {
    const asked = String(pathParams.number ?? "");
    const name = String(pathParams.file ?? "");
    const latest = asked === LATEST ? findRelease(await listReleases(), asked) : null;
    const number = latest?.number ?? asked;
    const file = await (name === RELEASE_ARCHIVE
      ? readReleaseArchive(number)
      : readReleaseFile(number, name));
    if (!file) return { issue: unknownReleaseFile(text, number, name, await listReleases()) };
    if ("withdrawn" in file) {
      return {
        issue: { code: "file-withdrawn", message: file.withdrawn, param: "file", got: name },
      };
    }
    const { type, sha256, content } = file;
    const headers = {
      ...attachment(file.name),
      link: [
        `<${LICENCE.url}>; rel="license"`,
        `<${origin}${releasePath(number)}>; rel="cite-as"`,
        `<${releaseFilePath(number, DATA_PACKAGE)}>; rel="describedby"; type="application/json"`,
      ].join(", "),
      // The address to cite: the one asked for has another release later.
      ...(asked === LATEST ? { "content-location": releaseFilePath(number, name) } : {}),
      "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    };
    return { etag: `"${sha256}"`, content: { type, headers, body: () => content } };
  };
  return releaseRoute(ENDPOINTS.releaseFile.accepts, answer, isHeavy);
}

/** @param isHeavy does the answer to a path cost much time, so that it waits for its turn? */
function releaseRoute(
  accepts: Partial<AcceptedParams>,
  answer: (context: ReleaseContext) => Promise<Answer>,
  isHeavy: (pathParams: PathParams) => boolean = () => false,
): Handlers {
  return readHandlers(async (request, pathParams) => {
    const text = await getText();
    const url = new URL(request.url);
    const { request: params, issues } = parseRequest(text, url.searchParams, {
      ...NO_PARAMS,
      ...accepts,
    });
    const [issue, ...others] = issues;
    if (issue) return respondProblem([issue, ...others]);
    const makeAnswer = async () => {
      const origin = getOrigin(request, url);
      const answered = await answer({ text, params, pathParams, origin });
      if ("issue" in answered) return respondProblem([answered.issue]);
      const cache = releaseCacheHeaders(answered.etag);
      return respondAccepted(request, text, cache, answered.content);
    };
    return isHeavy(pathParams) ? queueHeavy(request, makeAnswer) : makeAnswer();
  }, "releases");
}
