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
/** A letter of a clause; a point inside a number or after "Rs" ends none. */
const LETTER = raw`(?:[^.;:]|(?<=\d)\.(?=\d)|(?<=\brs)\.)`;
const GAP = raw`${LETTER}{0,60}?`;
const LONG = raw`${LETTER}{0,120}?`;
const NEAR = raw`(?:(?!,)${LETTER}){0,30}?`;
/** Before a number: it is not exact. */
const ABOUT = raw`(?:(?:about|around|some|nearly|almost|over|more than|at least|approximately|(?:an )?estimated|close to|a total of)\s+)?`;
const WORDS = [...COUNT_WORDS.keys()].join("|");
const NUMBER = raw`${ABOUT}(?<value>(?<![\w.,$-])\d[\d,]*(?:\.\d+)?)`;
const COUNT = raw`${ABOUT}(?<value>(?<![\w.,$-])(?:\d[\d,]*|${WORDS}|no(?= ))\b)`;
/** A number of firms that says a step of the zone. */
const SOME_FIRMS = COUNT.replace("?<value>", "?<firms>");
/** A gap without another count. */
const GAP_OF_COUNT = raw`(?:(?!\b(?:${WORDS})\b)[^.;:\d]){0,90}?`;
const FIRMS = raw`(?:units?|industr(?:y|ies)|factor(?:y|ies)|compan(?:y|ies)|firms?|enterprises?|mills?|investors?)`;
const RUN = raw`(?:(?:fully |already |now )*(?:operational|functional|functioning|running|working|commissioned|in production|in operation|operating|producing)\b(?! cost)|(?:started|begun|commenced)\s+(?:\w+\s+){0,2}(?:productions?|operations?))`;
const MONEY = raw`${ABOUT}(?<value>(?:us ?\$|\$|usd ?)\s?\d[\d,.]*\d?[ -]?(?:million|billion|mln|mn|bn|m|b)\b|\d[\d,.]* (?:million|billion) (?:us )?dollars)`;
const RUPEES = raw`\b(?:rs|pkr)\.? ?\d[\d,.]* ?(?:million|billion|mln|bn|m|b)\b`;
const PERCENT = raw`(?:%|per ?cent|pc\b)`;
const MW = raw` ?(?:mw|megawatts?)\b`;
const GAS_FLOW = raw` ?(?:mms?cfd\b|million cubic feet (?:per|a) day)`;
const PEOPLE = raw`(?:jobs|people|persons|workers|employees)\b`;
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** A day with its month, a month or a year, in lower case. */
export const DATE = raw`(?<value>(?:(?:${MONTHS})\.? \d{1,2},? |\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS}),? |(?:${MONTHS}),? )?20\d\d)(?![-–/\d])`;
const BY_DATE = raw`\b(?:by|before|till|until|in)(?: the end of)? ${DATE}`;
const DONE = raw`(?:is|are|was|were|has been|have been|had been)\s+(?:also |already |now |fully |formally |successfully |made )*`;
const GOING_ON = raw`\b(?:under[- ]?way|under[- ]construction|in progress|ongoing|in full swing|(?:almost|nearly|partially) complete\w*|near(?:ing|s)? completion|fast track|(?:fast|rapid) pace|(?:has|have|had|was|were)(?: been| also been| already been)? (?:started|begun|commenced|initiated|launched)|\d+ ?${PERCENT}${NEAR}(?:complet\w+|done|progress))`;
/** What is to come, of which a sentence says "will". */
const TO_COME =
  /\b(?:will|would|expected|scheduled|target\w*|to be|to become|due|plans?|anticipated)\b/;

type More = Partial<Pick<Phrase, "unit" | "unless" | "needs" | "future">>;

const say = (
  field: FieldKey,
  value: string | null,
  says: string | readonly string[],
  { unit = "", unless = null, needs = null, future = false }: More = {},
): readonly Phrase[] =>
  [says].flat().map((one) => ({
    ...{ field, value, unit, unless, needs, future },
    says: new RegExp(one, "gu"),
  }));

/** Two words of one clause, in any order. */
const both = (one: string, other: string, gap = GAP) => [one + gap + other, other + gap + one];

/** What articles call the services of a zone. */
const SERVICES: readonly (readonly [field: FieldKey, word: string])[] = [
  [
    "electricity",
    raw`(?:electricity(?! connections? fee)|power(?:\s+suppl(?:y|ies))?(?! plant| generation| house| sector| project| of)|grid[- ]stations?|(?<!gas )transmission line)`,
  ],
  [
    "gas",
    raw`(?<!oil and |greenhouse |oil & )gas(?! compan| distribution| factory| field| plant| pipelines limited)`,
  ],
  ["water", raw`(?<!waste |rain|waste|storm )water(?! pollution| treatment| and power)`],
  [
    "sewerage",
    raw`(?:sewerage|sewage|drainage|effluent|waste[- ]?water|water treatment|disposal stations?)`,
  ],
  ["telecom", raw`(?:telecom\w*|telephone|internet|fib(?:er|re)[- ]optic|optical fib\w+)`],
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
    raw`(?:police (?:station|post|check)|(?:boundary|perimeter) wall|security (?:system|plan|fence|wall))`,
  ],
];
const ANY_SERVICE = SERVICES.map(([, word]) => word).join("|");
/** Other services of the same list: "gas, electricity and". */
const LISTED = raw`(?:(?:uninterrupted|24-hour|clean|natural|the|of|all|basic|supply|facilit\w+|infrastructure|installation|pipelines?|connections?|road|network|from|a|\d+ ?(?:[mk][wv]|mgd)|${ANY_SERVICE}|,|and|or|/|&)\s*){0,14}?`;
const GRID = raw`\b(?:grid[- ]stations?|(?<!gas )transmission line)`;

/** How articles say what became of a service. */
const sayService = ([field, word]: (typeof SERVICES)[number]): readonly Phrase[] => {
  const W = raw`\b${word}\b`;
  const isPower = field === "electricity";
  return [
    ...say(
      field,
      "absent",
      [
        raw`\b(?:no|without|lack of|lacks?|lacking|(?:waiting for|awaits?|awaiting)(?: the)?(?: basic)?(?: amenities| facilities)?(?: like| such as)?|non-?(?:provision|supply|availability) of|unavailability of|absence of|deprived of)\s+${LISTED}${W}(?! (?:theft|outage|cut|interruption|load))`,
        raw`${W}${NEAR}\b(?:not available|unavailable|(?:not been|yet to be) (?:provided|supplied|laid|connected))`,
      ],
      { unless: /\bwithout (?:any )?interruption/ },
    ),
    ...say(
      field,
      "under-construction",
      [
        raw`\b(?:works? (?:on|of|for)|construction (?:work )?(?:of|on)|laying of|installation of|provision of)\s+(?:[\w-]+\s+){0,3}?${LISTED}${W}${LONG}${GOING_ON}`,
        raw`${W}${NEAR}\b(?:is|are|was|were) (?:now )?(?:being (?:laid|built|constructed|installed|provided|established)|under[- ](?:construction|way))`,
        raw`\b(?:is|are) (?:constructing|laying|building|installing|being (?:laid|constructed|built|installed))\b${LONG}${W}`,
      ],
      { unless: /\b100 ?(?:%|per ?cent)/ },
    ),
    ...say(
      field,
      "under-construction",
      raw`\b(?:complete|expedite|completion of)\b(?! (?:list|set))${NEAR}${W}`,
      { future: true, unless: /\b(?:has|have|had|was|were) (?:been )?completed\b/ },
    ),
    ...say(
      field,
      "planned",
      [
        raw`\b(?:consultancy|approv(?:ed|al|es)|allocat(?:ed|ion)|releas(?:ed?|ing)|pc-?(?:1|i)\b|tender\w*|sanction(?:ed|s)|recommended|feasibility)\b${GAP}${W}`,
        raw`${W}${GAP}\b(?:in (?:its|the) plans?|included in${NEAR}(?:adp|psdp|budget)|(?:has been|was|were) approved)`,
      ],
      {
        unless:
          /\b(?:completed|energi[sz]ed|inaugurat\w+|in progress|under ?way|plots?|units?) |work (?:on|has)/,
      },
    ),
    ...say(
      field,
      "planned",
      [
        raw`\b(?:will|would|shall|to|should)\s+(?:also |be )?(?:execute|construct|build|lay|install|set up|establish|provide)(?:d|ed)?\s${NEAR}${W}`,
        raw`${W}${NEAR}\b(?:will|would|to|should) (?:also )?be (?:constructed|built|laid|installed|set up|established|provided|supplied|started|executed)`,
      ],
      {
        future: true,
        unless: /\b(?:soon|completed|under ?way|in progress|without|uninterrupted)\b/,
      },
    ),
    ...say(
      field,
      isPower ? "partial" : "available",
      raw`${isPower ? GRID : W}${GAP}\b${DONE}(?:completed|inaugurated|energi[sz]ed|commissioned|operational|functional|installed|laid|built|constructed|carpeted|erected|established|set up)`,
      { unless: /\b(?:second|third|another|phase)\b|to provide uninterrupted/ },
    ),
    ...say(
      field,
      "partial",
      raw`${W} (?:now |already |only )?(?:reaches|reach|reached|flows? to|extends? to|covers?) (?:only )?(?:an? )?(?:part|some|half|few|most|several|third)\b`,
    ),
    ...say(field, "partial", raw`\binaugurat(?:ed|ion of)\b${GAP}${W}`, {
      unless: /\bone[- ](?:window|stop)\b/,
    }),
    ...say(field, "available", [
      raw`\b(?:equipped with|availability of|provided with|facilities (?:like|such as|including|of)|facilities,? including|has access to|offers)\s+${LISTED}${W}`,
      raw`${W}(?:[\s,]+(?:and|supply|facilit\w+|connections?|infrastructure|water|gas|electricity|power|roads?|services|sewerage|other|basic|,)){0,8}[\s,]+${DONE}(?:available|provided|supplied|connected|restored|in place|ensured)`,
    ]),
  ];
};

const FEDERAL =
  /\b(?:federal|board of approvals?|board of investment|boi|approvals? committee|prime minister|pm|bo[ai])\b/;
const PROVINCIAL =
  /\b(?:provincial|sezs? authority|special economic zones authority|chief minister|cm|board|cabinet)\b/;
const STATUS = raw`(?:sez|special economic zone|economic zone)s?(?: \(sezs?\))?`;
const SEZ_STATUS = raw`(?:${STATUS} status|status of (?:an? )?${STATUS})`;
const GRANTED = raw`\b(?:approv(?:ed|al)|grant(?:ed|s|ing)?|award(?:ed)?|declar(?:ed|es|ing)|given|gave|got)\b`;
const NOT_ZONE_AREA =
  /\b(?:phase|first step|initially|additional|further|more acres|expan\w+|allott?\w*|purchas\w+|sold|sale|per acre|factory spread|facility|plants?|out of|remaining|of which)\b/;
/** What a zone has no figure of. */
const OF_FIRM = /\b(?:plant|factory|unit|mill|company|group|firm|project|ltd|limited|attract\w*)\b/;
const NEEDED = raw`\b(?:requires?|requirement|required|demand|need(?:s|ed)?)\b`;
const FIRST_AGREEMENT = both(
  raw`\bdevelopment agreement\b`,
  raw`\b(?:signed|inked|signing)\b`,
).concat(raw`\bagreement ceremony`);
const WORK = raw`\b(?:development(?:al)?|construction|infrastructure|civil|physical|uplift)(?: and \w+)? works?\b`;
const ALLOTTED = raw`(?:allott?ed|allocated|assigned|given|sold|leased|purchased|acquired|bought|booked)`;

/** The phrases on zones. */
export const ZONE_PHRASES: readonly Phrase[] = [
  ...say(
    "areaAcres",
    null,
    raw`\b(?:spread|spreads|spreading|spanning|covering|covers?|comprising|comprises|consist\w+|measuring|area|established|developed|set up|built|located|total(?:l?ing)?)\b${NEAR}${NUMBER}[ -]acres?\b`,
    { unit: "acres", unless: NOT_ZONE_AREA, future: true },
  ),
  ...say(
    "areaAcres",
    null,
    [
      raw`${NUMBER}[ -]acres?\s+(?:of\s+)?(?:${Z}|(?:land )?(?:had |has |have )?been (?:reserved|identified)|(?:special |industrial |economic )+(?:zone|estate|park|city))`,
      raw`\b(?:kept|reserved|earmarked|set aside) ${NUMBER} acres of land${NEAR}${Z}`,
    ],
    { unit: "acres", unless: NOT_ZONE_AREA },
  ),
  ...say("areaAcres", null, raw`${Z}(?:(?![,]|\band\b)${LETTER}){0,60}?${NUMBER}[ -]acres?\b`, {
    unit: "acres",
    unless: NOT_ZONE_AREA,
  }),
  ...say(
    "enterprisesProducing",
    null,
    raw`${COUNT}\s+(?:(?!new|more|other|additional)[\w-]+\s+){0,3}?${FIRMS}\b${GAP_OF_COUNT}\b(?<!not |become |became )${RUN}`,
    {
      unit: "firms",
      unless:
        /\bnew(?:ly)? (?:\w+ ){0,3}?(?:units|industries|factories|mills)\b|\b(?:relocat\w+|shift\w*|inaugurat\w+)\b|becomes? operational/,
    },
  ),
  ...say(
    "enterprisesProducing",
    null,
    [
      raw`\b(?:operational|functional|functioning|running|working) (?:industrial )?(?:units|industries|factories)${GAP}\b(?:reached|is|are|stands at|was|to)(?: to)? ${COUNT}`,
      raw`\bout of\b${GAP}${FIRMS}\b${NEAR},? ${COUNT} (?:\w+ )?(?:have|has|are|were)\b${NEAR}${RUN}`,
    ],
    { unit: "firms" },
  ),
  ...say("enterprisesProducing", null, raw`${COUNT} (?:operational|functional) ${FIRMS}`, {
    unit: "firms",
    unless: /\bnew(?:ly)? \w+/,
  }),
  ...say(
    "enterprisesProducing",
    "0 firms",
    raw`\b(?:no|not a single|no single|no one) (?:\w+ )?(?:unit|industry|factory|firm|company)\b${NEAR}\b(?:operational|functional|in production|(?:started|begun) (?:its |their |any )?(?:operations?|production))`,
  ),
  ...say(
    "status",
    "operational",
    [
      raw`\bout of\b${GAP}${FIRMS}\b${NEAR},? ${SOME_FIRMS} (?:\w+ )?(?:have|has|are|were)\b${NEAR}${RUN}`,
      raw`${SOME_FIRMS}\s+(?:[\w-]+\s+){0,3}?${FIRMS}\b${GAP_OF_COUNT}\b(?<!not )${RUN}`,
      raw`\b(?:various|several|many|visited|toured|visited the|toured the) operational (?:industrial )?(?:units|factories|industries)`,
    ],
    { unless: /\b(?:relocat\w+|shift\w*)\b/ },
  ),
  ...say(
    "status",
    "operational",
    raw`${Z} (?:is|was|has become|became|is now) (?:fully |already |now )?(?:operational|functional)\b`,
  ),
  ...say("status", "partially-operational", raw`(?:^|\b)${F}${GAP}\b${RUN}`),
  ...say("status", "under-development", both(WORK, GOING_ON), {
    unless:
      /\b(?:grid|road|housing|plant|stopped|halted|yet to|not started)\b|\b(?:100|hundred) ?(?:%|per ?cent)/,
  }),
  ...say("status", "under-development", both(raw`\bwork on (?:the )?${Z}`, GOING_ON), {
    unless: /\b(?:grid|road|soon|gas|electricity|power|water)\b/,
  }),
  ...say(
    "status",
    "under-development",
    [
      raw`\b(?:ground-?breaking|foundation(?: stone)?)(?: ceremony)?(?: was performed)? (?:of|for|at) (?:the )?${Z}`,
      raw`\b(?:inaugurated|launched) (?:the )?(?:first )?(?:phase|construction|development)[^.;:,]{0,30}${Z}`,
      raw`\b\d+ ?${PERCENT}(?: of)?(?: the)? (?:development|construction|infrastructure|civil|physical) ?works?\b${GAP}\b(?:completed?|done|finished)`,
      raw`\b(?:started|initiated|began|begun|launched|ongoing) (?:the )?(?:(?:infrastructure )?(?:development|construction)(?:al)?(?: works?| of ${Z}| projects?)|building infrastructure)`,
      raw`(?:${Z}|\b(?:zone|estate|park)\b)${GAP}\b(?:achieved|completed|reached)\b${NEAR}\d+ ?${PERCENT}${NEAR}\bprogress`,
      raw`(?:${SOME_FIRMS}|\b(?:several|many|some))\s+(?:[\w-]+\s+){0,3}?${FIRMS}\b${NEAR}\b(?:under construction|(?:have |had )?started construction)`,
    ],
    { unless: /\b(?:grid|road|housing|gas|yet to|not started|(?:100|hundred) ?(?:%|per ?cent))\b/ },
  ),
  ...say(
    "status",
    "under-development",
    raw`\bworks? (?:on|of)\b${GAP}\b(?:boundary wall|main gate|admin\w* (?:block|building)|internal roads?)\b${LONG}${GOING_ON}`,
    { unless: /\b(?:stopped|halted|yet to|not (?:yet )?started)\b/ },
  ),
  ...say(
    "status",
    "not-started",
    raw`\b(?:construction|development|physical) (?:work )?${GAP}\b(?:yet to (?:start|begin|commence)|not (?:yet )?(?:been )?(?:started|begun|commenced)|not gotten off the ground)`,
  ),
  ...say(
    "status",
    "not-started",
    raw`\b(?:efforts|plans|preparations|set|ready|about|going)\b${NEAR}\bto (?:start|begin|commence) (?:the )?(?:development|construction|physical) work`,
    { future: true },
  ),
  ...say(
    "status",
    "stalled",
    raw`\b(?:construction|development)(?:al)? works?${GAP}\b(?:stopped|halted|stalled|suspended)`,
  ),
  ...say("legalStatus", "approved", both(GRANTED, raw`\b(?:${SEZ_STATUS}|as (?:an? )?${STATUS})`), {
    needs: FEDERAL,
    unless: /\b(?:zone enterprise|recommend\w+|application|provincial|expected|sezs authority)\b/,
  }),
  ...say(
    "legalStatus",
    "applied",
    raw`${GRANTED}${GAP}\b(?:${SEZ_STATUS}|applications?${GAP}${STATUS})`,
    {
      needs: PROVINCIAL,
      unless:
        /\b(?:zone enterprise|recommend\w+|federal|board of approvals?|board of investment|prime minister)\b/,
    },
  ),
  ...say(
    "legalStatus",
    "applied",
    raw`\b(?:recommended|submitted|forwarded|sent|application|proposal)\b${GAP}\b(?:board of investment|boi|federal (?:government|board)|${SEZ_STATUS})`,
    { unless: /\b(?:zone enterprise)\b/ },
  ),
  ...say(
    "legalStatus",
    "notified",
    raw`\b(?:notified (?:as|the)|(?:has|have|been|was) notified|notification (?:of|for)${NEAR}(?:issued|${Z}))`,
    { unless: /\b(?:enterprise|committee|authority|rules|not notified|yet)\b/ },
  ),
  ...say(
    "legalStatus",
    "identified",
    raw`\bone of (?:the )?(?:nine|9) (?:\w+ ){0,2}?(?:${STATUS}|zones)`,
    {
      future: true,
    },
  ),
  ...say("legalStatus", "developer-bound", FIRST_AGREEMENT, { unless: /\benterprise\b/ }),
  ...say("developmentAgreement", "available", FIRST_AGREEMENT),
  ...say(
    "approvedOn",
    null,
    raw`\b(?:approv(?:ed|al)|granted|sez status)\b${LONG}\b(?:on|in) ${DATE}`,
    {
      needs: FEDERAL,
      unless: /\b(?:zone enterprise|compan\w+|firms?|recommend\w+)\b/,
    },
  ),
  ...say("zoneCommittee", "available", [
    raw`${Z}(?:['’]s)?\s+(?:sez |zone )?committee\b`,
    raw`\b(?:special economic )?(?:zone|sez)s? committee (?:of|for) (?:the )?${Z}`,
    raw`\b(?:special economic zone|sez) committee\b${LONG}\b(?:approved|granted|held|met)\b`,
  ]),
  ...say("plotDemarcation", "available", [
    raw`\b(?:divided into|demarcat\w+|carved (?:out|into)|developed) (?:\d+ )?(?:industrial )?plots\b`,
    raw`\b(?:almost )?(?:all|most)(?: of)?(?: the)? plots\b${GAP}\b(?:sold|allott?ed)\b`,
  ]),
  ...say(
    "landTitle",
    "available",
    [
      raw`\bland\b${NEAR}\b(?:has|have|had) (?:already |also )?been (?:fully )?(?:acquired|purchased|allocated|transferred|handed over)`,
      raw`\b(?:has|have|had) (?:already )?(?:acquired|purchased|allocated) (?:\d[\d,]* acres of )?land\b`,
      raw`\bpossession of (?:the )?(?:\d[\d,]* acres of )?land\b${NEAR}\b(?:taken|handed over|transferred|obtained)`,
      raw`\b(?:acquisition of land|land acquisition)\b${LONG}\b(?:has|have|had) been completed`,
    ],
    { unless: /\b(?:\d+ ?(?:%|per ?cent)|more land|additional|partial\w*)\b/ },
  ),
  ...say(
    "landTitle",
    "partial",
    raw`\b\d\d? ?${PERCENT}(?: of)?(?: the)? land\b${GAP}\b(?:acquired|transferred|handed over|purchased)`,
  ),
  ...say("landTitle", "planned", [
    raw`\b(?:has|have|had) identified (?:\w+ )?land\b`,
    raw`\bland\b${NEAR}\b(?:has|have|had) been identified`,
  ]),
  ...say(
    "landTitle",
    "absent",
    [
      raw`\b(?:unavailability of|non-?availability of|no) (?:public |state )?land\b`,
      raw`\bland\b${NEAR}\b(?:yet to be|not (?:yet )?been) (?:finali[sz]ed|acquired|identified|transferred|allocated)`,
    ],
    { future: true },
  ),
  ...say(
    "landLease",
    "policy-approved",
    raw`\b(?:approv|agree|adopt)\w*\b${GAP}\bleas(?:e|ing)\b${NEAR}\bpolic`,
  ),
  ...say("managementEntity", "available", raw`\bmanaged by (?:the )?`),
  ...say(
    "worksFinanced",
    "partial",
    [
      ...both(RUPEES, raw`\b(?:allocat(?:ed|es|ion of)|releas(?:ed?|es)|earmark(?:ed|s))\b`, NEAR),
      raw`\bfunds?\b${NEAR}\b(?:has|have|had) (?:already )?been (?:released|allocated|provided)\b`,
      raw`\b(?:development|infrastructure|construction) (?:works?|projects?)\b${GAP}\b(?:worth|costing|at a cost of) ${RUPEES}`,
      raw`\bapproved\b${LONG}\bat (?:a|the|an estimated) cost of ${RUPEES}`,
    ],
    { unless: /\b(?:loan|firm|company)\b/ },
  ),
  ...say("worksFinanced", "partial", raw`${RUPEES}${NEAR}\b(?:for|to)\b${NEAR}(?:\bsez\b|${Z})`, {
    needs: /\b(?:allocat\w+|approv\w+|earmark\w+|releas\w+|budget)\b/,
  }),
  ...say(
    "plotsAllottedPct",
    null,
    raw`${COUNT} ?${PERCENT}(?: of)?(?: the| its)?(?: \w+){0,3}? (?:plots?|land)\b${GAP}\b(?:sold|allott?ed|allocated|purchased|booked|leased)`,
    { unit: "%" },
  ),
  ...say(
    "enterprisesAdmitted",
    null,
    [
      raw`\b(?:plots?|land|acres)\b${NEAR}\b${ALLOTTED} (?:to|by) ${COUNT} (?:\w+ ){0,2}?${FIRMS}`,
      raw`${COUNT} (?:\w+ ){0,2}?${FIRMS} (?:(?:has|have|had) (?:so far |already )?been |were |are )?(?:allott?ed|admitted|allocated|granted (?:zone|special|entry))`,
      raw`\b${ALLOTTED} (?:\w+ ){0,2}?(?:plots?|land)(?: to| among) ${COUNT} (?:\w+ ){0,2}?${FIRMS}`,
      raw`${COUNT} (?:\w+ ){0,2}?${FIRMS} (?:(?:has|have|had) (?:so far |already )?)(?:acquired|bought|purchased|booked|got|leased) (?:\w+ ){0,2}?(?:plots?|land)\b`,
      raw`${COUNT} (?:\w+ ){0,2}?zone enterprises\b`,
      raw`\b(?:committee|board)\b${NEAR}\bapproved ${COUNT} (?:applications?|${FIRMS})\b`,
    ],
    { unit: "firms" },
  ),
  ...say(
    "enterprisesAdmitted",
    null,
    [
      raw`${COUNT} (?:companies|firms|enterprises|units) (?:of|from|in) (?:the )?${Z}`,
      raw`\b(?:figure|number|total)\b${NEAR}\b(?:swell\w*|rose|risen|reached|increased|gone up)\b(?: to)? ${COUNT}`,
    ],
    {
      unit: "firms",
      needs:
        /\b(?:zone enterprises?|same status|(?:approv\w+|grant\w+|award\w+|given|got)\b[^.]{0,60}\bstatus)\b/,
    },
  ),
  ...say("powerSanctionedMw", null, raw`\b(?:sanctioned|approved)\b(?: \w+){0,4}? ${NUMBER}${MW}`, {
    unit: "MW",
  }),
  ...say(
    "powerEnergisedMw",
    null,
    [
      raw`\b(?:has|have|had|gets?|suppl(?:ied|ying)|provid(?:ed|ing)|receiv(?:es|ed|ing)|energi[sz]ed|delivered)\b(?: \w+){0,3}? ${NUMBER}${MW}`,
      raw`${NUMBER}${MW}(?: (?:of )?(?:electricity|power|energy))?(?: \w+){0,2}? (?:(?:is|are|was|were) (?:already |currently )?(?:available|being (?:supplied|provided)|supplied|provided)|(?:has|have) been (?:provided|supplied|made available|energi[sz]ed))`,
    ],
    { unit: "MW", unless: /\b(?:grid|sanctioned|approved|demand|load|plant|require\w*)\b/ },
  ),
  ...say(
    "powerNeededMw",
    null,
    [
      raw`\b(?:ultimate|total|peak) load of ${NUMBER}${MW}`,
      ...both(NEEDED, `${NUMBER}${MW}`, raw`[^.;:,\d]{0,50}?`),
    ],
    { unit: "MW", future: true },
  ),
  ...say(
    "gasNeededMmcfd",
    null,
    [
      ...both(NEEDED, `${NUMBER}${GAS_FLOW}`, raw`[^.;:,\d]{0,50}?`),
      raw`\b(?:suppl\w+|provid\w+)(?: of)? ${NUMBER}${GAS_FLOW}${GAP}\b(?:to|at)\b${GAP}${Z}`,
    ],
    { unit: "MMCFD", future: true, unless: /\btempora\w+/ },
  ),
  ...say(
    "gasSuppliedMmcfd",
    null,
    [
      raw`\b(?:receiv(?:es?|ed|ing)|supplied|supplying|getting|has|have|provided|delivered)\b(?: \w+){0,3}? ${NUMBER}${GAS_FLOW}`,
      raw`${NUMBER}${GAS_FLOW}[^.;:,\d]{0,30}?\b(?:is being|has been|are being) (?:supplied|provided)`,
    ],
    { unit: "MMCFD", unless: /\b(?:sanctioned|approved|demand|require\w*|pipeline)\b/ },
  ),
  ...say(
    "jobs",
    null,
    [
      raw`${NUMBER} (?:\w+ ){0,2}?${PEOPLE}${NEAR}\b(?:are|were|have been|has been) (?:working|employed|created|generated)`,
      raw`\b(?:created|generated|provid(?:ed|es|ing)|employs|employing)\b(?: \w+){0,4}? ${NUMBER} (?:\w+ ){0,2}?${PEOPLE}`,
    ],
    { unit: "jobs", unless: OF_FIRM },
  ),
  ...say(
    "investmentRealisedUsdM",
    null,
    raw`${MONEY}(?: \w+){0,3}? (?:has|have|had) (?:already )?been invested`,
  ),
  ...say(
    "investmentCommittedUsdM",
    null,
    raw`\b(?:committed|proposed|total|combined) investments?\b${NEAR}${MONEY}`,
  ),
  ...say(
    "investmentCommittedUsdM",
    null,
    [raw`\binvestments? (?:of|worth)${NEAR}${MONEY}`, raw`${MONEY} investments?\b`],
    { unless: OF_FIRM },
  ),
  ...say("targetPhaseOne", null, raw`\b(?:first phase|phase[- ](?:one|1|i))\b${GAP}${BY_DATE}`, {
    future: true,
    needs: TO_COME,
  }),
  ...say(
    "targetPhaseOne",
    null,
    raw`(?:(?:${Z}|\b(?:zone|estate|park|city|phase)\b)${GAP}\bcomplet(?:ed|ion)\b|\bcompletion (?:date:?|(?:is )?(?:anticipated|expected|scheduled|targeted|due)))${NEAR}${BY_DATE}`,
    {
      future: true,
      needs: TO_COME,
      unless: /\b(?:gas|grid|power|electricity|road|water|interchange|pipeline|plant|factory)\b/,
    },
  ),
  ...say(
    "targetOperational",
    null,
    raw`(?:${Z}|\b(?:zone|project|park|estate|city)\b)${GAP}\b(?:operational|functional|production)${GAP}${BY_DATE}`,
    { future: true, unless: /\b(?:phase)\b/, needs: TO_COME },
  ),
  ...say("targetElectricity", null, raw`\b(?:electricity|power|grid station)\b${GAP}${BY_DATE}`, {
    future: true,
    unless: /\b500 ?-?kv\b/,
    needs: TO_COME,
  }),
  ...say("targetGas", null, raw`(?<!natural )\bgas\b${GAP}${BY_DATE}`, {
    future: true,
    needs: TO_COME,
  }),
  ...say("targetGas", null, raw`\bproject\b${GAP}\bcompleted ${BY_DATE}`, {
    future: true,
    needs: /\b(?:gas|pipeline)\b/,
  }),
  ...say(
    "highwayLink",
    "available",
    raw`\b(?:connected (?:with|to)|linked (?:with|to)|located (?:along|on)) (?:the )?(?:national highway|motorway|indus highway|super highway|[mn]-?\d+\b)`,
    { unless: /\bnot (?:yet )?(?:connected|linked)\b/ },
  ),
  ...say(
    "electricity",
    "available",
    raw`\bgrid station${GAP}\benergi[sz]ed\b${GAP}(?:to (?:provide|supply)|providing|supplying)${GAP}\bto (?:the )?(?:industrial )?(?:units|plots|industries)`,
  ),
  ...say("electricity", "partial", raw`\bfeeders?\b${GAP}\b(?:132|220|500)[ -]?kv ${NEAR}${Z}`),
  ...say(
    "gas",
    "planned",
    [
      raw`\bpipelines? would be (?:constructed|laid)\b${GAP}\bgas\b`,
      raw`\bapproval for laying\b${GAP}\bpipeline\b${GAP}\bgas\b`,
    ],
    { future: true },
  ),
  ...SERVICES.flatMap(sayService),
];

const PLACE = raw`(?:plant|factory|facility|unit|mill|production|operations|assembly|manufacturing)`;
/** Countries of firms by code, and how articles say them. */
const COUNTRIES = [
  ["CN", "china|chinese"],
  ["TR", "turkey|turkiye|turkish"],
  ["JP", "japan|japanese"],
  ["KR", raw`(?:south )?korean?`],
  ["DE", "germany|german"],
  ["GB", "uk|britain|british"],
  ["PK", "pakistan|pakistani"],
] as const;

/** The phrases on firms in zones. */
export const FIRM_PHRASES: readonly Phrase[] = [
  ...say(
    "tenancyStage",
    "closed",
    raw`\b(?:shut(?:s|ting)? down|clos(?:e|ed|es|ing) (?:down )?(?:its|the)|discontinu\w+|halt(?:s|ed)?|ceased?|complete halt)\b${GAP}\b${PLACE}`,
    { future: true },
  ),
  ...say("tenancyStage", "exited", raw`${F}${NEAR}\b(?:withdrew|pulled out|gave up|abandoned)\b`),
  ...say("tenancyStage", "exporting", [
    raw`\b(?:(?:is|are|been|started|begun|began) export(?:ing|s)?|through exports|export(?:s|ed) (?:its|to|worth)|made exports)\b`,
    raw`\bsuppl(?:ies|ying)\b${GAP}\b(?:international|foreign|overseas) markets?\b`,
    raw`\bexports? (?:volumes?|sales|contributed|markets?)\b`,
  ]),
  ...say(
    "tenancyStage",
    "producing",
    raw`\b(?:starts?|started|begins?|begun|began|commenc(?:ed?|es|ing)|launched|into)\s+(?:(?!construction)[\w-]+\s+){0,3}?(?:productions?|operations|manufacturing)\b`,
    { unless: /\b(?:yet to|unable to|could not|not started)\b/ },
  ),
  ...say("tenancyStage", "producing", [
    raw`\b(?:inaugurat(?:ed|es|ion of)|formally opened)\b(?:(?!ground|foundation)${LETTER}){0,80}?(?:${F}|\b(?:plant|unit|factory|facility)\b)`,
    raw`${F}${GAP}\b(?:became|become|is|are|has been|have been|been) (?:now |also |fully |commercially )?(?:operational|functional|producing|in production|manufacturing)`,
    raw`\boperating (?:at|two|three|its)\b`,
    raw`\b(?:started|begun|began) (?:producing|manufacturing|assembling)\b`,
    raw`\bcommencement of (?:its |their |the )?(?:commercial )?(?:productions?|operations)\b`,
    raw`${F}(?:['’]s)? (?:\([^)]*\) )?(?:currently |also |now )?(?:produces|manufactures|assembles|is (?:producing|manufacturing|assembling)|runs|operates)\b`,
    raw`\b(?:plant|factory|facility|unit)\b(?: \w+){0,3}? (?:produces|manufactures|has (?:a|an) (?:\w+ )?capacity)\b`,
    raw`\b(?:has|have) (?:set up|established|built) (?:its|a|an|their)\b${NEAR}\b(?:plant|factory|facility|unit|mill)\b`,
    raw`\b(?:open(?:s|ed)|inaugurates) (?:its|a|the) (?:[\w-]+ ){0,3}?(?:plant|factory|facility|unit)\b`,
    raw`\b(?:plant|factory|facility|mill) is (?:based|located|situated) (?:in|at)\b`,
    raw`\b(?:operational since|(?:was|were|been|plant|facility|unit|,) commissioned|commissioning of)\b`,
    raw`(?:manufactured|plant|hubs)\b${GAP}\b(?:(?:have|has) already been manufactured|can manufacture)`,
  ]),
  ...say(
    "tenancyStage",
    "producing",
    raw`\b(?:newly (?:established|installed|inaugurated|operational) (?:units|mills) (?:are|include)|these (?:units )?(?:are|include))\b`,
    { needs: /\b(?:operational|started production|inaugurated)\b/ },
  ),
  ...say("tenancyStage", "building", [
    raw`(?:${F}|\b(?:plant|factory|unit)\b)${GAP}\b(?:is|are) (?:near|nearing) completion\b`,
    raw`\b(?:is|are|currently|process of) (?:now |also |currently |in the process of )?(?:setting up|building|constructing|developing|establishing)\b`,
    raw`\b(?:(?:construction|civil) works?|construction of)\b${GAP}(?:begun|started|in progress|under ?way|ongoing)`,
    raw`\b(?:commenc|start|beg[iau]n)\w* (?:the )?construction(?: work)?\b`,
    raw`(?:${F}|\b(?:plant|factory|facility|unit|mill)\b)${GAP}\b(?:is|are) (?:being (?:set up|built|constructed|established|installed)|under[- ]construction)\b`,
    raw`\b(?:installation of|installing) (?:the )?(?:plant|machinery|equipment)\b`,
    raw`\btrial production\b`,
    raw`\b(?:ground-?breaking (?:ceremony )?(?:of|for)|broke ground|breaks ground|foundation stone of)\b${GAP}(?:${F}|plant|factory|facility|unit)`,
  ]),
  ...say("tenancyStage", "plot-allotted", [
    raw`\b(?:allott?ed|allocated|purchased|acquired|bought|leased)\b${NEAR}\b(?:plots?|land|acres)\b`,
    raw`\b(?:situated|located|spread|established|built) (?:on|over) \d[\d.,]* acres\b`,
    raw`\bsigned (?:a |the )?(?:licen[cs]e|lease|land|plot) (?:agreements?|deeds?)\b`,
    raw`\bplots?\b${NEAR}\b(?:allott?ed|allocated|assigned) to\b${GAP}${F}`,
  ]),
  ...say(
    "tenancyStage",
    "admitted",
    raw`\b(?:special )?zone enterprises?(?: status)?(?: (?:for|to|of))?\b`,
    { needs: /\b(?:approv\w+|grant\w+|award\w+|accord\w+|given|got|admitt\w+)\b/ },
  ),
  ...say("tenancyStage", "admitted", raw`\bincluding (?:the )?${F}`, {
    needs: /\b(?:granted|given|awarded|get|got) (?:\w+ ){0,2}(?:sez|zone enterprise) status\b/,
  }),
  ...say(
    "tenancyStage",
    "admitted",
    raw`\b(?:zone entry|zone admission|approved sub-?leas\w+|approval has been granted to|(?:was|were|been) granted permission|approved (?:the )?(?:admission|entry|applications?) of)\b`,
  ),
  ...say(
    "tenancyStage",
    "MoU",
    both(
      raw`\b(?:signed|inked|signs|signing of)\b`,
      raw`\b(?:mou|memorand\w+(?: of understanding)?|letter of intent|investment agreement)\b`,
    ),
  ),
  ...say("investmentUsdM", null, raw`\binvest(?:s|ed|ing|ments?)?\b${GAP}${MONEY}`, {
    future: true,
    unless: /\b(?:billion in|across pakistan|countr)/,
  }),
  ...say(
    "investmentUsdM",
    null,
    [
      raw`${MONEY}[ -]?(?:\w+ ){0,2}?invest(?:ments?|ed)?\b`,
      raw`\b(?:cost|worth)\b(?: of)?${NEAR}${MONEY}`,
      raw`${MONEY} (?:\w+ ){0,2}?(?:plant|factory|project|facility)\b`,
    ],
    { future: true },
  ),
  ...say(
    "tenancyJobs",
    null,
    raw`\b(?:employs|employing|employment (?:for|to)|workforce of|employed|creat(?:es|ed|ing)|provid(?:es|ed|ing)|generat(?:es|ed|ing))\s+${NUMBER} (?:\w+ ){0,2}?${PEOPLE}`,
    { unit: "jobs" },
  ),
  ...say(
    "foreignEquityPct",
    null,
    raw`${NUMBER} ?${PERCENT} (?:foreign|chinese) (?:equity|stake|ownership|shareholding)`,
    { unit: "%" },
  ),
  ...say(
    "foreignEquityPct",
    null,
    raw`${NUMBER} ?${PERCENT} (?:of )?(?:the )?(?:shares?|stake|equity|shareholding|holding)s? (?:in|of) ${F}`,
    { unit: "%", needs: /\b(?:foreign|overseas|chin\w+|turk\w+|japan\w*|korea\w*)\b/ },
  ),
  ...COUNTRIES.flatMap(([country, words]) => [
    ...say(
      "nationality",
      country,
      [
        raw`\b(?:${words})(?:['’]s|-based)? (?:\w+ )?(?:company |firm |group |manufacturer |maker |giant )?${F}`,
        raw`${F} of (?:${words})\b`,
        raw`${F}(?: \([^)]*\))? (?:is |was )?(?:incorporated|headquartered) in (?:${words})\b`,
      ],
      { future: true },
    ),
    ...say(
      "ultimateOwnerNationality",
      country,
      raw`\b(?:subsidiary|unit|arm) of (?:the )?(?:${words})\b`,
      { future: true },
    ),
  ]),
];
