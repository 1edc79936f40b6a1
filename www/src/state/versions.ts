import { describeOnce } from '../engine/describe-once.ts';
import {
  type CompareRequest,
  type Comparison,
  type Description,
  type Engine,
  type Failure,
  isFailure,
  type Lang,
  type Listed,
} from '../engine/types.ts';
import { dayBefore, today } from '../i18n/dates.ts';

/** A version of a rulebook beside the one before it. */
export interface Turn {
  /** Its first day. */
  day: string;
  /** The day before. */
  before: string;
  /** Whether some verdict differs between the two. */
  differs: boolean;
}

/** The rulebooks and their versions, to choose from. */
export interface Choices {
  readonly listed: Listed[];
  /** Why some of it could not be had. */
  readonly failed: Failure | undefined;
  /** What a rulebook is called. */
  titleOf(listed: Listed, lang: Lang): string;
  /** Every version but the first, with whether some verdict differs from the day before. */
  turnsOf(rulebook: string): Turn[];
}

/** What one asks an engine for these. */
type Asked = Pick<Engine, 'list' | 'describe' | 'compare'>;

/**
 * What there is to choose from where nobody has chosen yet, as the build asked it of the engine:
 * enough to show the choice while that is still on its way.
 */
export interface VersionsOpening {
  /** The rulebook that is shown at first, with the instruments of its versions. */
  description: Description;
  listed: Listed[];
  /** What each of these is called. */
  titles: Record<string, string>;
  /** The versions of the rulebook that is shown at first. */
  turns: Turn[];
  /** What is compared at first, and what came of it. */
  request: CompareRequest;
  comparison: Comparison;
  /** For each issue that changes, the facts on which that turns. */
  turning: Record<string, string[]>;
}

/** The choice that the build asked for; only the versions of one rulebook are known. */
export function choicesOf({ description, listed, titles, turns }: VersionsOpening): Choices {
  return {
    listed,
    failed: undefined,
    titleOf: ({ rulebook }) => titles[rulebook] ?? rulebook,
    turnsOf: (rulebook) => (rulebook === description.rulebook ? turns : []),
  };
}

/** The newest version that changes a verdict, or the newest of all. */
export function newest(turns: Turn[]): Turn | undefined {
  return turns.findLast(({ differs }) => differs) ?? turns.at(-1);
}

/** The rulebooks and their versions, of which the engine is asked once. */
export class Versions implements Choices {
  failed: Failure | undefined;
  private all: Listed[] | undefined;
  private readonly turned = new Map<string, Turn[]>();

  constructor(
    private readonly engine: Asked,
    /** What the build asked already, in one language. */
    private readonly opening?: VersionsOpening,
  ) {
    if (opening) this.turned.set(opening.description.rulebook, opening.turns);
  }

  get listed(): Listed[] {
    this.all ??= this.list();
    return this.all;
  }

  private list(): Listed[] {
    const listed = this.engine.list();
    if (!isFailure(listed)) return listed.rulebooks;
    this.failed = listed;
    return [];
  }

  /** The rulebook that is shown at first: one that decides. */
  get first(): string | undefined {
    const first = this.listed.find(({ issues }) => issues.length > 0) ?? this.listed[0];
    return first?.rulebook;
  }

  /** The first day of the newest version that changes a verdict, or of the newest of all. */
  latest(rulebook: string): string {
    return newest(this.turnsOf(rulebook))?.day ?? today();
  }

  /** A rulebook as of a day. */
  describe(rulebook: string, asOf: string): Description | undefined {
    const answer = describeOnce(this.engine, rulebook, asOf);
    return isFailure(answer) ? undefined : answer;
  }

  titleOf({ rulebook, asOf }: Listed, lang: Lang): string {
    // Describing two dozen rulebooks for their names takes a tenth of a second on a phone.
    const { opening } = this;
    const known =
      opening && lang in opening.description.texts ? opening.titles[rulebook] : undefined;
    return known ?? this.describe(rulebook, asOf)?.texts[lang]?.title ?? rulebook;
  }

  /** Asks for the list anew: more rulebooks were handed to the engine. */
  again(): void {
    this.all = undefined;
  }

  turnsOf(rulebook: string): Turn[] {
    return this.turned.get(rulebook) ?? [...this.turning(rulebook)];
  }

  /** The same, one after the other: finding one takes a while. */
  *turning(rulebook: string | undefined): Generator<Turn> {
    if (rulebook === undefined || this.turned.has(rulebook)) return;
    const listed = this.listed.find((one) => one.rulebook === rulebook);
    const turns: Turn[] = [];
    for (const day of listed?.versions.slice(1) ?? []) {
      const before = dayBefore(day);
      const answer = this.engine.compare({ rulebook, from: before, to: day, limit: 0 });
      if (isFailure(answer)) this.failed = answer;
      const issues = isFailure(answer) ? [] : answer.issues;
      const turn: Turn = {
        day,
        before,
        differs: issues.some(({ concerned }) => concerned !== 'no'),
      };
      turns.push(turn);
      yield turn;
    }
    this.turned.set(rulebook, turns);
  }
}
