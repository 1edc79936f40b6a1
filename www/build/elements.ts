/**
 * What the elements offer to the page that shows them. The manifest (`custom-elements.json`) and
 * the types of the package are made from this list; `tests/manifest.spec.ts` holds it against the
 * classes and against what they draw.
 */

/** An attribute, and the property beside it. */
export interface Said {
  attribute: string;
  property: string;
  /** Its type in TypeScript. */
  type: string;
  says: string;
}

/** Something with a name, and what it is. */
export interface Named {
  name: string;
  says: string;
}

export interface Described {
  tag: string;
  /** The class of the element. */
  element: string;
  says: string;
  said: Said[];
  /** The type of what `zhengpin-answer` tells. */
  shown: string;
  parts: Named[];
}

const said = (attribute: string, says: string, type = 'string'): Said => ({
  attribute,
  property: attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  type,
  says,
});

/** What every element is told. */
const ALL: Said[] = [
  said('lang', 'The language; that of the page around it, if left out.', "'zh' | 'en'"),
  said('theme', 'Light or dark; as `color-scheme` says, if left out.', "'light' | 'dark'"),
  said('src', 'Where the files of the engine are; beside the module, if left out.'),
  said('reference', 'The folder with the pages of the reference, to which citations then link.'),
  said('fragment', '`off` keeps answers out of the address.', "'off'"),
  said('storage', "`off` keeps everything out of the browser's storages.", "'off'"),
  said(
    'matters',
    'The page that shows `<zhengpin-matters>`, beside which those of the tools stand under their names; no matter is kept on the device, if left out.',
  ),
];

const AS_OF = said('as-of', 'The day of the rules, `YYYY-MM-DD`; today, if left out.');
const FACTS = said(
  'facts',
  'What is answered: values by fact, `null` for what is not known; as JSON in the attribute. It stands where no link says anything else; set later, it takes the place of what stands there, and can be undone.',
  'Record<string, Value | null> | string',
);
const FINDINGS = said(
  'findings',
  'What is in the ledger: findings as `simulate` reads them, in order of time; as JSON in the attribute. They stand where no link says anything else; set later, they take the place of what stands there, and can be undone.',
  'Finding[] | string',
);
const FINDING = said(
  'findings',
  'The finding, alone in a list, as `simulate` reads it; as JSON in the attribute. Of several the first is taken, and that is said.',
  'Finding[] | string',
);
const page = (attribute: string, tool: string) =>
  said(attribute, `The page that shows \`<zhengpin-${tool}>\`, to which it then links.`);
const DECISION = [AS_OF, FACTS, page('changes', 'changes'), page('cases', 'cases')];

const part = (name: string, says: string): Named => ({ name, says });
const COMMON = [
  part('tool', 'All of it.'),
  part('notice', 'What is told at the top of the window.'),
  part('commands', 'Copy the link, print, start again.'),
  part('fallback', 'What is said where the tool cannot be had.'),
  part('troubles', 'What the engine has against a request.'),
];
const QUESTIONS = part('questions', 'Where something is asked, entered or chosen.');
const ANSWER = part('answer', 'What comes of it.');
const DAY = part('day', 'As of which day, and the way to another one.');
const EXAMPLES = part('examples', 'Examples to look at, while nothing is entered.');
const VERDICT = part('verdict', 'The verdict of the issue looked at.');
const VERDICTS = part('verdicts', 'All verdicts, or the issues to choose from.');
const CHART = part('chart', 'The picture of the ledger.');
const TABLE = part('table', 'The table of findings, sellers or cases.');
const ABROAD = [...COMMON, DAY, QUESTIONS, ANSWER, VERDICT, VERDICTS];
const DECIDED = [...ABROAD, EXAMPLES];

/** The elements, in the order of their names. */
export const ELEMENTS: readonly Described[] = [
  {
    tag: 'zhengpin-abroad',
    element: 'ZhengpinAbroad',
    says: 'Whether genuine goods infringe a registered mark abroad.',
    said: [...ALL, ...DECISION],
    shown: 'AbroadShown',
    parts: ABROAD,
  },
  {
    tag: 'zhengpin-appeal',
    element: 'ZhengpinAppeal',
    says: 'What a finding on Taobao is, and how and until when it can be appealed.',
    said: [...ALL, ...DECISION, page('penalties', 'penalties'), page('complaint', 'complaint')],
    shown: 'DecisionShown',
    parts: DECIDED,
  },
  {
    tag: 'zhengpin-cases',
    element: 'ZhengpinCases',
    says: 'All decided cases, searched and filtered, each beside what the rules say of it.',
    said: [
      ...ALL,
      AS_OF,
      page('complaint', 'complaint'),
      page('parallel-import', 'parallel-import'),
    ],
    shown: 'CasesShown',
    parts: [...COMMON, QUESTIONS, ANSWER],
  },
  {
    tag: 'zhengpin-changes',
    element: 'ZhengpinChanges',
    says: 'What a change of the rules changes, from one day to another.',
    said: [
      ...ALL,
      said('rulebook', 'The rulebook shown at first.'),
      said('from', 'The first day, `YYYY-MM-DD`.'),
      said('to', 'The second day.'),
      FACTS,
    ],
    shown: 'ChangesShown',
    parts: [...COMMON, QUESTIONS, ANSWER],
  },
  {
    tag: 'zhengpin-complaint',
    element: 'ZhengpinComplaint',
    says: 'Whether a complaint to a platform qualifies, what is missing, and what follows.',
    said: [...ALL, ...DECISION],
    shown: 'DecisionShown',
    parts: DECIDED,
  },
  {
    tag: 'zhengpin-duties',
    element: 'ZhengpinDuties',
    says: 'Who has to do what by when, to be ticked off.',
    said: [...ALL, said('rulebook', 'The list shown at first.')],
    shown: 'DutiesShown',
    parts: [...COMMON, QUESTIONS, ANSWER],
  },
  {
    tag: 'zhengpin-finding',
    element: 'ZhengpinFinding',
    says: 'What one finding costs a shop: points, strike, measures and until when, and what one more would do.',
    said: [
      ...ALL,
      said('rulebook', 'The rules shown at first, such as `taobao/counterfeit`.'),
      FINDING,
      page('penalties', 'penalties'),
    ],
    shown: 'LedgerShown',
    parts: [...COMMON, QUESTIONS, ANSWER],
  },
  {
    tag: 'zhengpin-lessons',
    element: 'ZhengpinLessons',
    says: 'Short lessons that the engine sets and marks; quizzes that a teacher puts together.',
    said: ALL,
    shown: 'LessonsShown',
    parts: COMMON,
  },
  {
    tag: 'zhengpin-many',
    element: 'ZhengpinMany',
    says: 'A table of cases, one row a case, decided all together; and which of them a change touches.',
    said: [
      ...ALL,
      said('rulebook', 'The rules shown at first, such as `cn/complaint`.'),
      page('complaint', 'complaint'),
      page('parallel-import', 'parallel-import'),
      page('abroad', 'abroad'),
      page('appeal', 'appeal'),
    ],
    shown: 'ManyShown',
    parts: [...COMMON, DAY, QUESTIONS, TABLE],
  },
  {
    tag: 'zhengpin-matters',
    element: 'ZhengpinMatters',
    says: 'The matters that this device keeps: opened, renamed, saved as files, read, deleted.',
    said: ALL,
    shown: 'MattersShown',
    parts: COMMON.filter(({ name }) => name !== 'commands'),
  },
  {
    tag: 'zhengpin-parallel-import',
    element: 'ZhengpinParallelImport',
    says: "Whether genuine goods may be sold, under the platform's rule and under each law.",
    said: [...ALL, ...DECISION, page('abroad', 'abroad')],
    shown: 'DecisionShown',
    parts: DECIDED,
  },
  {
    tag: 'zhengpin-penalties',
    element: 'ZhengpinPenalties',
    says: 'What findings cost a shop on a platform, and how far it is from closure.',
    said: [
      ...ALL,
      said('rulebook', 'The rules shown at first, such as `taobao/counterfeit`.'),
      FINDINGS,
      page('appeal', 'appeal'),
    ],
    shown: 'LedgerShown',
    parts: [...COMMON, EXAMPLES, QUESTIONS, ANSWER, CHART, TABLE],
  },
  {
    tag: 'zhengpin-verification',
    element: 'ZhengpinVerification',
    says: 'Which sellers of a list have to be verified again, and by when.',
    said: [...ALL, page('complaint', 'complaint')],
    shown: 'VerificationShown',
    parts: [...COMMON, DAY, TABLE],
  },
];

/** What every element tells. */
export const EVENTS = [
  {
    name: 'zhengpin-answer',
    says: 'Another answer is shown, also the first and that of a link: what the engine said, with what it was asked, or why it refuses. Only in the page; it goes nowhere else.',
  },
  {
    name: 'zhengpin-change',
    says: 'What a link would carry has changed: the state, or nothing where there is nothing to keep.',
  },
] as const;

/** What a page can put between the tags. */
export const SLOTS: readonly Named[] = [
  { name: 'fallback', says: 'Said where the tool cannot be had.' },
];

/** What colours and sets an element, by its property; the usual value stands in tokens.css. */
export const PROPERTIES: readonly Named[] = [
  { name: '--zhengpin-paper', says: 'The ground.' },
  { name: '--zhengpin-wash', says: 'The ground of what is set off.' },
  { name: '--zhengpin-ink', says: 'Text, strong rules, the chosen answer.' },
  { name: '--zhengpin-soft', says: 'Hints, notes, what does not decide.' },
  { name: '--zhengpin-hair', says: 'Hairlines.' },
  { name: '--zhengpin-rule', says: 'Edges of fields.' },
  { name: '--zhengpin-seal', says: 'Seals: verdicts that hurt. Marks, chart and warnings follow.' },
  { name: '--zhengpin-seal-ink', says: 'The words in a seal.' },
  {
    name: '--zhengpin-seal-text',
    says: 'Marks, chart and warnings, where not as the seal: text on the ground.',
  },
  { name: '--zhengpin-serif', says: 'The face of headings, verdicts and names of provisions.' },
  { name: '--zhengpin-sans', says: 'The face of all other text.' },
];
