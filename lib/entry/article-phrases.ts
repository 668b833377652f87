import type { FieldKey } from "../catalogue/fields";
import { NUMBER_WORDS } from "../catalogue/typed-words";

/** Signs that stand for a name in a sentence, so that phrases can say where a subject is. */
export const ZONE_SIGN = "\ue000";
export const FIRM_SIGN = "\ue001";

/** How articles say a fact. */
export interface Phrase {
  readonly field: FieldKey;
  /** Of a sentence in lower case, with a sign for each name. Its group `value` is the value where `value` is null. */
  readonly says: RegExp;
  /** The value that the words mean, as a person types it; null: as the group has it. */
  readonly value: string | null;
  /** The unit of a number in the group; empty: it has its own. */
  readonly unit: string;
  /** Words in the sentence that make it another fact; null: none. */
  readonly unless: RegExp | null;
  /** Words that the sentence, the one before or the one after must have; null: none. */
  readonly needs: RegExp | null;
  /** Is it about what is to come, so that "will" and "expected" do not make it vague? */
  readonly future: boolean;
}

const raw = String.raw;
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

/** Whole numbers as words: to 20, then the tens. */
export const COUNT_WORDS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS.map((word, number) => [word, number] as const),
  ...TEENS.map((word, i) => [word, 13 + i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
]);

const Z = ZONE_SIGN;
const F = FIRM_SIGN;
const GAP = raw`[^.;:]{0,60}?`;
const NEAR = raw`[^.;:,]{0,30}?`;
const NUMBER = raw`(?<value>(?<![\w.,$-])\d[\d,]*(?:\.\d+)?)`;
const COUNT = raw`(?<value>(?<![\w.,$-])(?:\d[\d,]*|${[...COUNT_WORDS.keys()].join("|")}|no(?= ))\b)`;
/** A gap without another count. */
const GAP_OF_COUNT = raw`(?:(?!\b(?:${[...COUNT_WORDS.keys()].join("|")})\b)[^.;:\d]){0,60}?`;
const FIRMS = raw`(?:units?|industr(?:y|ies)|factor(?:y|ies)|compan(?:y|ies)|firms?|enterprises?|mills?|investors?)`;
const RUN = raw`(?:(?:fully |already |now )*(?:operational|functional|functioning|running|in production|in operation|operating|producing)\b(?! cost)|(?:started|begun|commenced)\s+(?:\w+\s+){0,2}(?:productions?|operations?))`;
const MONEY = raw`(?<value>(?:us ?\$|\$|usd ?)\s?\d[\d,.]*\d?[ -]?(?:million|billion|mln|mn|bn|m|b)\b|\d[\d,.]* (?:million|billion) (?:us )?dollars)`;
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const RUPEES = raw`\brs\.? ?\d[\d,.]* ?(?:million|billion|mln|bn|m|b)\b`;
/** A day with its month, a month or a year, in lower case. */
export const DATE = raw`(?<value>(?:(?:${MONTHS})\.? \d{1,2},? |\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS}),? |(?:${MONTHS}),? )?20\d\d)(?![-–/\d])`;
const DONE = raw`(?:is|are|was|were|has been|have been|had been|being)\s+(?:also |already |now |fully |formally |successfully |made )*`;

type More = Partial<Pick<Phrase, "unit" | "unless" | "needs" | "future">>;

const phrase = (
  field: FieldKey,
  value: string | null,
  says: string,
  { unit = "", unless = null, needs = null, future = false }: More = {},
): Phrase => ({
  field,
  value,
  says: new RegExp(says, "gu"),
  unit,
  unless,
  needs,
  future,
});

const POWER = raw`(?:electricity(?! connections? fee)|power(?:\s+suppl(?:y|ies))?(?! plant| generation| house| sector| project| of)|grid[- ]stations?|(?<!gas )transmission line)`;
const INDICATORS: readonly (readonly [field: FieldKey, word: string])[] = [
  ["electricity", POWER],
  [
    "gas",
    raw`(?<!oil and |greenhouse |oil & )gas(?! compan| distribution| factory| field| plant| pipelines limited)`,
  ],
  ["water", raw`(?<!waste |rain|waste|storm )water(?! pollution| treatment| and power)`],
  [
    "sewerage",
    raw`(?:sewerage|sewage|drainage|effluent|waste[- ]?water|water treatment|disposal stations?)`,
  ],
  ["telecom", raw`(?:telecom\w*|telephone|internet|fib(?:er|re)[- ]optic|optical fib)`],
  ["internalRoads", raw`(?:internal roads?|road network|roads (?:inside|within))`],
  ["highwayLink", raw`(?:access roads?|link roads?|approach roads?|interchange)`],
  ["railOrPortLink", raw`(?:rail(?:way)? (?:link|track|line|station)s?|railway)`],
  [
    "oneStopService",
    raw`(?:one[- ](?:window|stop)(?: shop| cent(?:er|re)| facilit\w+| operation| service)*)`,
  ],
  ["customsOffice", raw`(?:customs (?:office|facilit\w+|clearance|station|house))`],
  ["onSiteServices", raw`(?:fire (?:brigade|station)|labou?r colony|dispensary|rescue 1122)`],
  [
    "securityArrangements",
    raw`(?:police (?:station|post|check)|boundary wall|security (?:system|plan|fence|wall))`,
  ],
];
const ANY_SERVICE = INDICATORS.map(([, word]) => word).join("|");
/** Other services of the same list: "gas, electricity and". */
const LISTED = raw`(?:(?:uninterrupted|24-hour|clean|natural|the|of|all|basic|supply|facilit\w+|infrastructure|installation|pipelines?|connections?|road|network|from|a|\d+ ?(?:[mk][wv]|mgd)|${ANY_SERVICE}|,|and|or|/|&)\s*){0,14}?`;

const indicator = ([field, word]: readonly [FieldKey, string]): readonly Phrase[] => {
  const W = raw`\b${word}\b`;
  return [
    phrase(
      field,
      "absent",
      raw`\b(?:no|without|lack of|lacks?|lacking|non-?provision of|non-?supply of|non-?availability of|unavailability of|absence of|deprived of)\s+${LISTED}${W}(?! (?:theft|outage|cut|interruption|load))`,
      { unless: /\bwithout (?:any )?interruption/ },
    ),
    phrase(
      field,
      "absent",
      raw`${W}${NEAR}\b(?:not available|not been (?:provided|supplied|laid|connected)|unavailable|yet to be (?:provided|supplied|laid|connected))`,
    ),
    phrase(
      field,
      "under-construction",
      raw`\b(?:works? (?:on|of|for)|construction (?:work )?(?:of|on)|laying of|installation of|provision of)\s+(?:[\w-]+\s+){0,3}?${LISTED}${W}${GAP}\b(?:under ?way|in progress|ongoing|in full swing|continu\w+|(?:has|have|had)(?: been| also been)? (?:started|begun|commenced|initiated)|\d+ ?(?:%|per ?cent)|almost (?:complete|\d+)|near(?:ing|s)? completion)`,
      { unless: /\b100 ?(?:%|per ?cent)/ },
    ),
    phrase(
      field,
      "under-construction",
      raw`${W}${NEAR}\b(?:is|are|was|were) (?:now )?(?:being (?:laid|built|constructed|installed|provided|established)|under[- ](?:construction|way))`,
    ),
    phrase(
      field,
      "under-construction",
      raw`\b(?:is|are) (?:constructing|laying|building|installing|being (?:laid|constructed|built|installed))\b[^.;:]{0,120}?${W}`,
    ),
    phrase(
      field,
      "planned",
      raw`\b(?:consultancy|approv(?:ed|al|es)|allocat(?:ed|ion)|releas(?:ed?|ing)|pc-?(?:1|i)\b|tender\w*|sanction(?:ed|s)|recommended|feasibility)\b${GAP}${W}`,
      {
        unless:
          /\b(?:completed|energi[sz]ed|inaugurat\w+|in progress|under ?way|plots?|units?) |work (?:on|has)/,
      },
    ),
    phrase(
      field,
      "planned",
      raw`${W}${GAP}\b(?:included in${NEAR}(?:adp|psdp|budget)|has been approved|was approved|were approved)`,
    ),
    phrase(
      field,
      field === "electricity" ? "partial" : "available",
      raw`\b${field === "electricity" ? raw`(?:grid[- ]stations?|(?<!gas )transmission line)` : W}${GAP}\b${DONE}(?:completed|inaugurated|energi[sz]ed|commissioned|operational|functional|installed|laid)`,
      { unless: /\b(?:second|third|another|phase)\b|to provide uninterrupted/ },
    ),
    ...(field === "electricity"
      ? [
          phrase(
            field,
            "available",
            raw`\bgrid station${GAP}\benergi[sz]ed\b${GAP}(?:to (?:provide|supply)|providing|supplying)${GAP}\bto (?:the )?(?:industrial )?(?:units|plots|industries)`,
          ),
        ]
      : []),
    phrase(field, "partial", raw`\binaugurat(?:ed|ion of)\b[^.;:]{0,40}?${W}`, {
      unless: /\bone[- ](?:window|stop)\b/,
    }),
    phrase(
      field,
      "available",
      raw`\b(?:equipped with|availability of|provided with|facilities (?:like|such as|including|of)|facilities,? including|has access to|offers)\s+${LISTED}${W}`,
    ),
    phrase(
      field,
      "available",
      raw`${W}(?:[\s,]+(?:and|supply|facilit\w+|connections?|infrastructure|water|gas|electricity|power|roads?|services|sewerage|other|basic|,)){0,8}[\s,]+${DONE}(?:available|provided|supplied|connected|restored|in place|ensured)`,
    ),
  ];
};

const FEDERAL =
  /\b(?:federal|board of approvals?|board of investment|boi|approvals? committee|prime minister|pm|bo[ai])\b/;
const STATUS = raw`(?:sez|special economic zone|economic zone)s?(?: \(sezs?\))?`;
const NOT_ZONE_AREA =
  /\b(?:phase|first step|initially|additional|further|more acres|expan\w+|allott?\w*|purchas\w+|sold|sale|per acre|factory spread|facility|plants?|out of|remaining|of which)\b/;

/** The phrases on zones. */
export const ZONE_PHRASES: readonly Phrase[] = [
  phrase(
    "areaAcres",
    null,
    raw`\b(?:spread|spreads|spreading|spanning|covering|covers?|comprising|comprises|consist\w+|measuring|area|established|developed|set up|built|located|total(?:l?ing)?)\b${NEAR}${NUMBER}[ -]acres?\b`,
    { unit: "acres", unless: NOT_ZONE_AREA, future: true },
  ),
  phrase(
    "areaAcres",
    null,
    raw`${NUMBER}[ -]acres?,?\s+(?:of\s+)?(?:${Z}|(?:land )?(?:had |has |have )?been (?:reserved|identified)|(?:special |industrial |economic )+(?:zone|estate|park|city))`,
    { unit: "acres", unless: /\b(?:phase|additional|further|more acres|expan\w+|allot to)\b/ },
  ),
  phrase(
    "areaAcres",
    null,
    raw`${Z}[\s(]+(?:(?:is|are|has|have|having|with|on|over|at|of|sprawling|spread|spanning|consisted|comprised|established)\s+){0,3}(?:an area of |a total of )?${NUMBER}[ -]acres?\b`,
    { unit: "acres", unless: NOT_ZONE_AREA },
  ),
  phrase(
    "areaAcres",
    null,
    raw`\b(?:kept|reserved|earmarked|set aside) ${NUMBER} acres of land${NEAR}${Z}`,
    {
      unit: "acres",
      unless: NOT_ZONE_AREA,
    },
  ),
  phrase(
    "enterprisesProducing",
    null,
    raw`${COUNT}\s+(?:(?!new|more|other|additional)[\w-]+\s+){0,3}?${FIRMS}\b${GAP_OF_COUNT}\b(?<!not |become |became )${RUN}`,
    {
      unit: "firms",
      unless:
        /\bnew(?:ly)? (?:\w+ ){0,3}?(?:units|industries|factories|mills)\b|\b(?:relocat\w+|shift\w*|inaugurat\w+)\b|becomes? operational/,
    },
  ),
  phrase(
    "enterprisesProducing",
    null,
    raw`\b(?:operational|functional|running|working) (?:industrial )?(?:units|industries|factories)${GAP}\b(?:reached|is|are|stands at|was)(?: to)? ${COUNT}`,
    { unit: "firms" },
  ),
  phrase(
    "enterprisesProducing",
    null,
    raw`\bout of\b${GAP}${FIRMS}\b${NEAR},? ${COUNT} (?:\w+ )?(?:have|has|are|were)\b${NEAR}${RUN}`,
    { unit: "firms" },
  ),
  phrase(
    "status",
    "operational",
    raw`\bout of\b${GAP}${FIRMS}\b${NEAR},? ${COUNT.replace("?<value>", "?<firms>")} (?:\w+ )?(?:have|has|are|were)\b${NEAR}${RUN}`,
  ),
  phrase(
    "enterprisesProducing",
    "0 firms",
    raw`\b(?:no|not a single|no single|no one) (?:\w+ )?(?:unit|industry|factory|firm|company)\b${NEAR}\b(?:operational|functional|in production|(?:started|begun) (?:its |their |any )?(?:operations?|production))`,
  ),
  phrase("enterprisesProducing", null, raw`${COUNT} (?:operational|functional) ${FIRMS}`, {
    unit: "firms",
    unless: /\bnew(?:ly)? \w+/,
  }),
  phrase(
    "status",
    "operational",
    raw`${COUNT.replace("?<value>", "?<firms>")}\s+(?:[\w-]+\s+){0,3}?${FIRMS}\b${GAP_OF_COUNT}\b(?<!not )${RUN}`,
    { unless: /\b(?:relocat\w+|shift\w*)\b/ },
  ),
  phrase("status", "partially-operational", raw`(?:^|\b)${F}${GAP}\b${RUN}`),
  phrase(
    "status",
    "operational",
    raw`\b(?:various|several|many|visited|toured|visited the|toured the) operational (?:industrial )?(?:units|factories|industries)`,
  ),
  phrase(
    "status",
    "under-development",
    raw`(?:development(?:al)?|construction|infrastructure|civil|physical|uplift)(?: and \w+)? works?\b${GAP}\b(?:under ?way|in progress|in full swing|ongoing|continu\w+|fast track|(?:has|have|had|is|was)(?: been| also been| already been)? (?:started|begun|commenced|initiated|launched)|\d+ ?(?:%|per ?cent)${NEAR}(?:complete|done)|fast pace|rapid pace)`,
    { unless: /\b(?:grid|road|housing|plant|stopped|halted|yet to|not started)\b/ },
  ),
  phrase(
    "status",
    "under-development",
    raw`\b\d+ ?(?:%|per ?cent)(?: of)?(?: the)? (?:development|construction|infrastructure|civil|physical) ?works?\b${GAP}\b(?:completed?|done|finished)`,
    { unless: /\b(?:100|hundred) ?(?:%|per ?cent)/ },
  ),
  phrase(
    "status",
    "under-development",
    raw`\b(?:started|initiated|began|begun|launched|ongoing) (?:the )?(?:infrastructure )?(?:development|construction)(?:al)?(?: works?| of ${Z}| projects?)`,
    { unless: /\b(?:grid|road|housing|yet to|not started)\b/ },
  ),
  phrase(
    "status",
    "under-development",
    raw`\bwork on ${GAP}${Z}${GAP}\b(?:started|under ?way|in progress|in full swing|begun)`,
    {
      unless: /\b(?:grid|road|soon|gas|electricity|power|water)\b/,
    },
  ),
  phrase(
    "status",
    "under-development",
    raw`(?:${COUNT.replace("?<value>", "?<firms>")}|\b(?:several|many|some))\s+(?:[\w-]+\s+){0,3}?${FIRMS}\b${NEAR}\b(?:under construction|(?:have |had )?started construction)`,
  ),
  phrase(
    "status",
    "not-started",
    raw`\b(?:construction|development|physical) (?:work )?${GAP}\b(?:yet to (?:start|begin|commence)|not (?:yet )?(?:been )?(?:started|begun|commenced)|not gotten off the ground)`,
  ),
  phrase(
    "status",
    "stalled",
    raw`\b(?:construction|development)(?:al)? works?${GAP}\b(?:stopped|halted|stalled|suspended)`,
  ),
  phrase(
    "legalStatus",
    "approved",
    raw`\b(?:approv(?:ed|al)|grant(?:ed|s|ing)?|award(?:ed)?|given|gave|got)\b${GAP}\b(?:${STATUS} status|status of (?:an? )?${STATUS}|as (?:an? )?${STATUS})`,
    {
      needs: FEDERAL,
      unless: /\b(?:zone enterprise|recommend\w+|application|provincial|expected|sezs authority)\b/,
    },
  ),
  phrase(
    "legalStatus",
    "approved",
    raw`\b(?:${STATUS} status|status of (?:an? )?${STATUS})\b${GAP}\b(?:has|have|had|was|were)(?: been)? (?:approved|granted|awarded|given)`,
    { needs: FEDERAL, unless: /\b(?:zone enterprise|recommend\w+|application|provincial)\b/ },
  ),
  phrase(
    "legalStatus",
    "applied",
    raw`\b(?:approv(?:ed|al)|grant(?:ed|s|ing)?)\b${GAP}\b(?:${STATUS} status|status of (?:an? )?${STATUS}|applications?${GAP}${STATUS})`,
    {
      needs:
        /\b(?:provincial|sezs? authority|special economic zones authority|chief minister|cm|board|cabinet)\b/,
      unless:
        /\b(?:zone enterprise|recommend\w+|federal|board of approvals?|board of investment|prime minister)\b/,
    },
  ),
  phrase(
    "legalStatus",
    "notified",
    raw`\b(?:notified (?:as|the)|(?:has|have|been|was) notified|notification (?:of|for)${NEAR}(?:issued|${Z}))`,
    {
      unless: /\b(?:enterprise|committee|authority|rules|not notified|yet)\b/,
    },
  ),
  phrase(
    "legalStatus",
    "applied",
    raw`\b(?:recommended|submitted|forwarded|sent|application|proposal)\b${GAP}\b(?:board of investment|boi|federal (?:government|board)|${STATUS} status|status of (?:an? )?${STATUS})`,
    { unless: /\b(?:zone enterprise)\b/ },
  ),
  phrase(
    "legalStatus",
    "developer-bound",
    raw`(?:\bdevelopment agreement${GAP}(?:signed|inked)|\b(?:signed|inked|signing(?: ceremony)?(?: of)?)\b${GAP}development agreement|\bagreement ceremony)`,
    { unless: /\b(?:enterprise)\b/ },
  ),
  phrase(
    "developmentAgreement",
    "available",
    raw`(?:\bdevelopment agreement${GAP}(?:signed|inked)|\b(?:signed|inked|signing(?: ceremony)?(?: of)?)\b${GAP}development agreement|\bagreement ceremony)`,
  ),
  phrase(
    "approvedOn",
    null,
    raw`\b(?:approv(?:ed|al)|granted|sez status)\b[^.;:]{0,120}?\b(?:on|in) ${DATE}`,
    {
      needs: FEDERAL,
      unless: /\b(?:zone enterprise|compan\w+|firms?|recommend\w+)\b/,
    },
  ),
  phrase(
    "zoneCommittee",
    "available",
    raw`(?:${Z}(?:['’]s)?\s+(?:sez |zone )?committee\b|\b(?:special economic )?(?:zone|sez)s? committee (?:of|for) (?:the )?${Z})`,
  ),
  phrase(
    "plotDemarcation",
    "available",
    raw`\b(?:divided into|demarcat\w+|carved (?:out|into)|developed) (?:\d+ )?(?:industrial )?plots\b`,
  ),
  phrase(
    "landTitle",
    "available",
    raw`\bland\b${NEAR}\b(?:has|have|had) (?:already |also )?been (?:fully )?(?:acquired|purchased|allocated|transferred|handed over)`,
    { unless: /\b(?:\d+ ?(?:%|per ?cent)|more land|additional|partial\w*)\b/ },
  ),
  phrase(
    "landTitle",
    "partial",
    raw`\b\d\d? ?(?:%|per ?cent)(?: of)?(?: the)? land\b${GAP}\b(?:acquired|transferred|handed over)`,
  ),
  phrase(
    "landTitle",
    "available",
    raw`\b(?:has|have|had) (?:already )?(?:acquired|purchased|allocated) (?:\d[\d,]* acres of )?land\b`,
  ),
  phrase(
    "landTitle",
    "available",
    raw`\b(?:acquisition of land|land acquisition)\b[^.;:]{0,120}?\b(?:has|have|had) been completed`,
  ),
  phrase("landTitle", "planned", raw`\b(?:has|have|had) identified (?:\w+ )?land\b`),
  phrase("landTitle", "planned", raw`\bland\b${NEAR}\b(?:has|have|had) been identified`),
  phrase("managementEntity", "available", raw`\bmanaged by (?:the )?`),
  phrase(
    "landTitle",
    "absent",
    raw`\b(?:unavailability of|non-?availability of|no) (?:public |state )?land\b`,
  ),
  phrase(
    "worksFinanced",
    "partial",
    raw`(?:${RUPEES}${GAP}\b(?:allocated|released|earmarked)|\b(?:allocat(?:ed|ion of)|released?|earmarked)\b${NEAR}${RUPEES})${GAP}(?:${Z}|\bfor\b)`,
  ),
  phrase("worksFinanced", "partial", raw`${RUPEES}${NEAR}\b(?:for|to) (?:the )?(?:sez\b|${Z})`, {
    needs: /\b(?:allocat\w+|approv\w+|earmark\w+|releas\w+|budget)\b/,
  }),
  phrase(
    "plotsAllottedPct",
    null,
    raw`${COUNT} ?(?:%|per ?cent|pc)(?: of)?(?: the| its)?(?: \w+){0,3}? (?:plots?|land)\b${GAP}\b(?:sold|allott?ed|allocated|purchased|booked)`,
    { unit: "%" },
  ),
  phrase(
    "enterprisesAdmitted",
    null,
    raw`\bplots? (?:(?:has|have|had) (?:already )?been|were|was) (?:\w+ )?(?:allott?ed|allocated|assigned|given|sold) to ${COUNT} (?:\w+ ){0,2}?${FIRMS}`,
    { unit: "firms" },
  ),
  phrase(
    "enterprisesAdmitted",
    null,
    raw`${COUNT} (?:\w+ ){0,2}?${FIRMS} (?:(?:has|have|had) (?:so far |already )?been |were |are )?(?:allott?ed|admitted|allocated|granted (?:zone|special|entry))`,
    { unit: "firms" },
  ),
  phrase(
    "enterprisesAdmitted",
    null,
    raw`\b(?:plots?|land)\b${GAP}\b(?:purchased|acquired|bought) by ${COUNT} (?:\w+ ){0,2}?${FIRMS}`,
    { unit: "firms" },
  ),
  phrase(
    "enterprisesAdmitted",
    null,
    raw`${COUNT} (?:companies|firms|enterprises|units) (?:of|from|in) (?:the )?${Z}`,
    {
      unit: "firms",
      needs:
        /\b(?:zone enterprises?|(?:approv\w+|grant\w+|award\w+|given|got)\b[^.]{0,60}\bstatus)\b/,
    },
  ),
  phrase(
    "powerSanctionedMw",
    null,
    raw`\b(?:sanctioned|approved)\b(?: \w+){0,4}? ${NUMBER} ?(?:mw|megawatts?)\b`,
    { unit: "MW" },
  ),
  phrase(
    "powerEnergisedMw",
    null,
    raw`\b(?:suppl(?:ied|ying)|provid(?:ed|ing)|receiving|energi[sz]ed|delivered)\b(?: \w+){0,3}? ${NUMBER} ?(?:mw|megawatts?)\b`,
    { unit: "MW", unless: /\bgrid station\b/ },
  ),
  phrase(
    "powerEnergisedMw",
    null,
    raw`${NUMBER} ?(?:mw|megawatts?)\b(?: (?:of )?(?:electricity|power))?(?: \w+){0,2}? (?:(?:is|are) (?:already |currently )?(?:available|being (?:supplied|provided))|(?:has|have) been (?:provided|supplied|made available|energi[sz]ed))`,
    { unit: "MW" },
  ),
  phrase(
    "powerNeededMw",
    null,
    raw`\b(?:ultimate|total|peak) load of ${NUMBER} ?(?:mw|megawatts?)\b`,
    {
      unit: "MW",
      future: true,
    },
  ),
  phrase(
    "highwayLink",
    "available",
    raw`\b(?:connected (?:with|to)|linked (?:with|to)|located (?:along|on)) (?:the )?(?:national highway|motorway|indus highway|super highway|[mn]-?\d+\b)`,
    { unless: /\bnot (?:yet )?(?:connected|linked)\b/ },
  ),
  phrase(
    "gas",
    "planned",
    raw`(?:\bpipelines? would be (?:constructed|laid)\b${GAP}\bgas\b|\bapproval for laying\b${GAP}\bpipeline\b${GAP}\bgas\b)`,
    { future: true },
  ),
  phrase(
    "powerNeededMw",
    null,
    raw`\b(?:requires?|requirement|required|demand|need(?:s|ed)?)\b[^.;:,\d]{0,50}?${NUMBER} ?(?:mw|megawatts?)\b`,
    { unit: "MW", future: true },
  ),
  phrase(
    "powerNeededMw",
    null,
    raw`${NUMBER} ?(?:mw|megawatts?)\b[^.;:,\d]{0,30}?\b(?:required|needed|demand|requirement)\b`,
    { unit: "MW", future: true },
  ),
  phrase(
    "gasNeededMmcfd",
    null,
    raw`\b(?:requires?|requirement|required|demand|need(?:s|ed)?)\b[^.;:,\d]{0,50}?${NUMBER} ?mms?cfd\b`,
    { unit: "MMCFD", future: true },
  ),
  phrase(
    "gasNeededMmcfd",
    null,
    raw`${NUMBER} ?mms?cfd\b[^.;:,\d]{0,30}?\b(?:required|needed|demand|requirement)\b`,
    { unit: "MMCFD", future: true },
  ),
  phrase(
    "gasNeededMmcfd",
    null,
    raw`\b(?:suppl\w+|provid\w+)(?: of)? ${NUMBER} ?(?:mms?cfd\b|million cubic feet (?:per|a) day)${GAP}\b(?:to|at)\b${GAP}${Z}`,
    { unit: "MMCFD", future: true, unless: /\btempora\w+/ },
  ),
  phrase(
    "gasSuppliedMmcfd",
    null,
    raw`${NUMBER} ?mms?cfd\b[^.;:,\d]{0,30}?\b(?:is being|has been|are being) (?:supplied|provided)`,
    { unit: "MMCFD" },
  ),
  phrase(
    "jobs",
    null,
    raw`${NUMBER} (?:people|persons|workers|employees)\b${NEAR}\b(?:are|were) (?:working|employed)`,
    { unit: "jobs" },
  ),
  phrase(
    "investmentRealisedUsdM",
    null,
    raw`${MONEY}(?: \w+){0,3}? (?:has|have|had) (?:already )?been invested`,
  ),
  phrase(
    "investmentCommittedUsdM",
    null,
    raw`\b(?:committed|proposed|total|combined) investments?\b${NEAR}${MONEY}`,
  ),
  phrase(
    "targetPhaseOne",
    null,
    raw`\b(?:first phase|phase[- ](?:one|1|i))\b${GAP}\b(?:by|before|till|until|in)(?: the end of)? ${DATE}`,
    {
      future: true,
      needs: /\b(?:will|would|expected|scheduled|target\w*|to be|due|plans?)\b/,
    },
  ),
  phrase(
    "targetOperational",
    null,
    raw`(?:${Z}|\b(?:zone|project|park|estate|city)\b)${GAP}\b(?:operational|functional|production)${GAP}\b(?:by|before|till|until|in) ${DATE}`,
    {
      future: true,
      unless: /\b(?:phase)\b/,
      needs: /\b(?:will|would|expected|scheduled|target\w*|to be|to become)\b/,
    },
  ),
  phrase(
    "enterprisesAdmitted",
    null,
    raw`\b(?:committee|board)\b${NEAR}\bapproved ${COUNT} (?:applications?|${FIRMS})\b`,
    { unit: "firms" },
  ),
  phrase(
    "targetElectricity",
    null,
    raw`\b(?:electricity|power|grid station)\b${GAP}\b(?:by|before|till|until|in) ${DATE}`,
    {
      future: true,
      unless: /\b500 ?-?kv\b/,
      needs: /\b(?:will|would|expected|scheduled|target\w*|to be)\b/,
    },
  ),
  phrase("targetGas", null, raw`(?<!natural )\bgas\b${GAP}\b(?:by|before|till|until|in) ${DATE}`, {
    future: true,
    needs: /\b(?:will|would|expected|scheduled|target\w*|to be)\b/,
  }),
  phrase("targetGas", null, raw`\bproject\b${GAP}\bcompleted by(?: the end of)? ${DATE}`, {
    future: true,
    needs: /\b(?:gas|pipeline)\b/,
  }),
  ...INDICATORS.flatMap(indicator),
];

const PLACE = raw`(?:plant|factory|facility|unit|mill|production|operations|assembly|manufacturing)`;

/** The phrases on firms in zones. */
export const FIRM_PHRASES: readonly Phrase[] = [
  phrase(
    "tenancyStage",
    "closed",
    raw`\b(?:shut(?:s|ting)? down|clos(?:e|ed|es|ing) (?:down )?(?:its|the)|discontinu\w+|halt(?:s|ed)?|ceased?|complete halt)\b${GAP}\b${PLACE}`,
    { future: true },
  ),
  phrase("tenancyStage", "exited", raw`${F}${NEAR}\b(?:withdrew|pulled out|gave up|abandoned)\b`),
  phrase(
    "tenancyStage",
    "exporting",
    raw`\b(?:(?:is|are|been|started|begun|began) export(?:ing|s)?|through exports|export(?:s|ed) (?:its|to|worth)|made exports)\b`,
  ),
  phrase(
    "tenancyStage",
    "producing",
    raw`\b(?:starts?|started|begins?|begun|began|commenc(?:ed?|es|ing)|launched|into)\s+(?:(?!construction)[\w-]+\s+){0,3}?(?:productions?|operations|manufacturing)\b`,
    { unless: /\b(?:yet to|unable to|could not|not started)\b/ },
  ),
  phrase(
    "tenancyStage",
    "producing",
    raw`\b(?:inaugurat(?:ed|es|ion of)|formally opened)\b(?:(?!ground|foundation)[^.;:]){0,80}?(?:${F}|\b(?:plant|unit|factory|facility)\b)`,
  ),
  phrase(
    "tenancyStage",
    "producing",
    raw`${F}${GAP}\b(?:became|become|is|are|has been|have been|been) (?:now |also |fully |commercially )?(?:operational|functional|producing|in production|manufacturing)`,
  ),
  phrase(
    "tenancyStage",
    "producing",
    raw`\b(?:newly (?:established|installed|inaugurated|operational) (?:units|mills) (?:are|include)|these (?:units )?(?:are|include))\b`,
    { needs: /\b(?:operational|started production|inaugurated)\b/ },
  ),
  phrase("tenancyStage", "producing", raw`\boperating (?:at|two|three|its)\b`),
  phrase("tenancyStage", "producing", raw`\b(?:started|begun|began) producing\b`),
  phrase(
    "tenancyStage",
    "producing",
    raw`\b(?:open(?:s|ed)|inaugurates) (?:its|a|the) (?:[\w-]+ ){0,3}?(?:plant|factory|facility|unit)\b`,
  ),
  phrase(
    "tenancyStage",
    "building",
    raw`(?:${F}|\b(?:plant|factory|unit)\b)${GAP}\b(?:is|are) (?:near|nearing) completion\b`,
  ),
  phrase("nationality", null, raw`${F} of (?<value>china|turkey|japan|south korea|germany)\b`),
  phrase(
    "ultimateOwnerNationality",
    null,
    raw`\b(?:subsidiary|unit|arm) of (?<value>china|turkey|japan|south korea|germany|pakistan)['’]s\b`,
  ),
  phrase(
    "tenancyStage",
    "producing",
    raw`(?:manufactured|plant|hubs)\b${GAP}\b(?:have already been manufactured|has already been manufactured|can manufacture)`,
  ),
  phrase(
    "tenancyStage",
    "building",
    raw`\b(?:is|are|currently|process of) (?:now |also |currently |in the process of )?(?:setting up|building|constructing|developing|establishing)\b`,
  ),
  phrase(
    "tenancyStage",
    "building",
    raw`\b(?:construction|civil) works?\b${GAP}(?:begun|started|in progress|under ?way|ongoing)`,
  ),
  phrase(
    "tenancyStage",
    "building",
    raw`\bconstruction of\b${GAP}(?:begun|started|in progress|under ?way|ongoing)`,
  ),
  phrase(
    "tenancyStage",
    "building",
    raw`\b(?:ground-?breaking (?:ceremony )?(?:of|for)|broke ground|laid the foundation stone of)\b${GAP}(?:${F}|plant|factory)`,
  ),
  phrase(
    "tenancyStage",
    "plot-allotted",
    raw`\b(?:allott?ed|allocated|purchased|acquired|bought|leased)\b${NEAR}\b(?:plots?|land|acres)\b`,
  ),
  phrase(
    "tenancyStage",
    "plot-allotted",
    raw`\b(?:situated|located|spread|established|built) (?:on|over) \d[\d.,]* acres\b`,
  ),
  phrase("tenancyStage", "plot-allotted", raw`\bsigned licen[cs]e agreements?\b`),
  phrase(
    "tenancyStage",
    "plot-allotted",
    raw`\bplots?\b${NEAR}\b(?:allott?ed|allocated|assigned) to\b${GAP}${F}`,
  ),
  phrase(
    "tenancyStage",
    "admitted",
    raw`\b(?:special )?zone enterprises?(?: status)?(?: (?:for|to|of))?\b`,
    {
      needs: /\b(?:approv\w+|grant\w+|award\w+|accord\w+|given|got|admitt\w+)\b/,
    },
  ),
  phrase("tenancyStage", "admitted", raw`\bincluding (?:the )?${F}`, {
    needs: /\b(?:granted|given|awarded|get|got) (?:\w+ ){0,2}(?:sez|zone enterprise) status\b/,
  }),
  phrase(
    "tenancyStage",
    "admitted",
    raw`\b(?:zone entry|zone admission|approved sub-?leas\w+|approval has been granted to|(?:was|were|been) granted permission|approved (?:the )?(?:admission|entry|applications?) of)\b`,
  ),
  phrase(
    "tenancyStage",
    "MoU",
    raw`(?:\b(?:signed|inked|signing of)\b${GAP}\b(?:mou|memorand\w+|letter of intent)\b|\b(?:mou|memorand\w+ of understanding|letter of intent|investment agreement)\b${GAP}\b(?:signed|inked)\b)`,
  ),
  phrase("investmentUsdM", null, raw`\binvest(?:s|ed|ing|ments?)?\b${GAP}${MONEY}`, {
    future: true,
    unless: /\b(?:billion in|across pakistan|countr)/,
  }),
  phrase("investmentUsdM", null, raw`${MONEY}[ -]?(?:\w+ ){0,2}?invest(?:ments?|ed)?\b`, {
    future: true,
  }),
  phrase("investmentUsdM", null, raw`\b(?:cost|worth)\b(?: of)?${NEAR}${MONEY}`, { future: true }),
  phrase(
    "tenancyJobs",
    null,
    raw`\b(?:employs|employing|employment (?:for|to)|workforce of|employed)\s+${NUMBER}(?: (?:people|persons|workers|employees))?`,
    { unit: "jobs" },
  ),
  phrase(
    "foreignEquityPct",
    null,
    raw`${NUMBER} ?(?:%|per ?cent) (?:foreign|chinese) (?:equity|stake|ownership|shareholding)`,
    { unit: "%" },
  ),
];
