import type { AuthorEngine, OwnRulebook } from '../../engine/author.ts';
import type { DecidingEngine } from '../../engine/deciding.ts';
import { DRAFTS } from '../../engine/drafts.ts';
import { fetched } from '../../engine/load.ts';
import {
  type Comparison,
  type Facts,
  type Failure,
  isFailure,
  type Lang,
} from '../../engine/types.ts';
import type { Told } from '../../exchange/types.ts';
import { NONE, OPEN, standingOf } from './decide.ts';
import { OwnText, readOwn } from './own-text.ts';
import { casesSay } from './says.ts';
import type { CasesLook, OtherSide, Standing } from './types.ts';

/** Rules on a day, held against those that the cases were decided by. */
export interface Other {
  /** How a case stands there; the refusal, where it is not decided. */
  stands(facts: Facts, day: string): Standing | Failure;
  /** What changes from the one to the other on the day asked, where that can be told. */
  comparison: Comparison | undefined;
  /** What its verdicts are called, where it brings words of its own. */
  title(verdict: string, lang: Lang): string | undefined;
  close(): void;
}

/** What is asked of both sides. */
export type Asked = Pick<CasesLook, 'rulebook' | 'issue' | 'asOf'>;

/** So many patterns of a pair of verdicts are looked through for the facts that a change turns on. */
const PATTERNS = 1_000;

/** The second side cannot be asked; says why. */
export class OtherRefused extends Error {
  constructor(readonly says: Told) {
    super(says.en);
  }
}

const sound = (answer: Comparison | Failure) => (isFailure(answer) ? undefined : answer);

const refused = ({ error }: Failure) => new OtherRefused(error.message);

type Engines = {
  engine: Pick<DecidingEngine, 'decide' | 'compare'>;
  author: () => Promise<AuthorEngine>;
  base: string | undefined;
};

/** Makes a second side ready. Fails with the reason where it cannot be asked. */
export async function otherSide(side: OtherSide, asked: Asked, engines: Engines): Promise<Other> {
  if (side.kind === 'day') return otherDay(side.day, asked, engines.engine);
  const author = await engines.author().catch(() => {
    throw new OtherRefused(casesSay.told('other-no_engine'));
  });
  if (side.kind === 'draft') {
    const file = DRAFTS.find(({ rulebook }) => rulebook === side.draft);
    if (!file) throw new OtherRefused(casesSay.told('other-no_draft'));
    const whole = await fetched(engines.base, file).then((response) => response.json());
    return otherDraft(whole, asked, author);
  }
  let own: OwnRulebook;
  try {
    own = await readOwn(side.texts);
  } catch (error) {
    throw error instanceof OwnText ? new OtherRefused(error.says) : error;
  }
  return otherOwn(own, asked, author);
}

function otherDay(day: string, { rulebook, issue, asOf }: Asked, engine: Engines['engine']): Other {
  const issues = [issue];
  return {
    stands: (facts) =>
      standsBy(engine.decide({ rulebook, asOf: day, facts, issues, want: 'verdict' }), issue),
    comparison: sound(engine.compare({ rulebook, from: asOf, to: day, issues, limit: PATTERNS })),
    title: () => undefined,
    close: () => {},
  };
}

function standsBy(
  answer: ReturnType<DecidingEngine['decide']> | { issues: Parameters<typeof standingOf>[0][] },
  issue: string,
): Standing | Failure {
  if (isFailure(answer)) return answer;
  const all = answer.issues as (Parameters<typeof standingOf>[0] & { issue: string })[];
  const found = all.find((one) => one.issue === issue);
  return found ? standingOf(found) : NONE;
}

/** A draft never was law: nothing is decided by it. It is only held against the law, case by case. */
function otherDraft(
  whole: OwnRulebook,
  { rulebook, issue, asOf }: Asked,
  author: AuthorEngine,
): Other {
  const kept = author.keep({ with: [whole] });
  if (isFailure(kept)) throw refused(kept);
  const compare = (day: string, facts: Facts, limit: number) =>
    kept.compare({
      rulebook,
      against: whole.rulebook,
      from: day,
      to: day,
      facts,
      issues: [issue],
      limit,
    });
  return {
    stands: (facts, day) => {
      const answer = compare(day, facts, 0);
      if (isFailure(answer)) return answer;
      const [only, ...more] = answer.issues.find((one) => one.issue === issue)?.after ?? [];
      return only === undefined ? NONE : more.length > 0 ? OPEN : only;
    },
    comparison: sound(compare(asOf, {}, PATTERNS)),
    title: titlesOf(kept.describe({ rulebook: whole.rulebook, asOf }), issue),
    close: () => kept.free(),
  };
}

function otherOwn(own: OwnRulebook, { rulebook, issue, asOf }: Asked, author: AuthorEngine): Other {
  const kept = author.keep({ with: [own] });
  if (isFailure(kept)) throw refused(kept);
  const { rulebook: id } = own;
  const issues = [issue];
  const described = kept.describe({ rulebook: id, asOf });
  if (isFailure(described)) throw refused(described);
  if (!described.issues.some((one) => one.id === issue)) {
    kept.free();
    throw new OtherRefused(casesSay.told('other-no_issue', { issue }));
  }
  return {
    stands: (facts, day) =>
      standsBy(kept.decide({ rulebook: id, asOf: day, facts, issues, want: 'verdict' }), issue),
    // One that stands in the place of the built-in rulebook has it no longer beside it.
    comparison:
      id === rulebook
        ? undefined
        : sound(
            kept.compare({ rulebook, against: id, from: asOf, to: asOf, issues, limit: PATTERNS }),
          ),
    title: titlesOf(described, issue),
    close: () => kept.free(),
  };
}

function titlesOf(described: ReturnType<AuthorEngine['describe']>, issue: string): Other['title'] {
  if (isFailure(described)) return () => undefined;
  return (verdict, lang) => described.texts[lang]?.[`verdict/${issue}/${verdict}/title`];
}
