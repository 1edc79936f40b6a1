import type { Plugin } from 'vite';
import type { LedgerOpening, Opening, OpeningOf } from '../src/engine/opening.ts';
import type { Catalogue, Decision, Description, IssueAnswer, Listed } from '../src/engine/types.ts';
import { turningIn } from '../src/state/both-days.ts';
import { MOST_PATTERNS } from '../src/state/patterns.ts';
import { newest, Versions, type VersionsOpening } from '../src/state/versions.ts';
import { ahead } from './ahead.ts';
import { asset } from './asset.ts';
import { catalogues, listed, type Runner, run, told } from './engine-texts.ts';

/** How the ids of these modules begin. */
export const ID = 'virtual:opening/';

/** How those go on of which versions are to be chosen. */
const VERSIONS = 'versions/';

/** The rulebook that an opening is of. */
function rulebookOf(name: string): string {
  return name.startsWith(VERSIONS) ? name.slice(VERSIONS.length) : name;
}

type OpeningFile = Opening | LedgerOpening | VersionsOpening;

/** An opening, from the first day on which it holds until the first on which it does not. */
interface Dated {
  from: string;
  until: string | null;
  opening: OpeningFile;
}

/** The words that questions and verdicts are told in, by how their keys begin. */
const WORDS = ['title', 'summary', 'fact/', 'group/', 'issue/', 'verdict/'];

/** Those by which findings are entered. */
const LEDGER_WORDS = ['title', 'summary', 'tier/', 'circumstance/', 'label/', 'amount/'];

/** What is said of a fact that is missing is read later. */
const REMEDY = /^fact\/[^/]+\/remedy/;

/** An answer without what is read later: why it is as it is, and what would change it. */
function short(answer: IssueAnswer): IssueAnswer {
  const application = { ...answer.application, citations: [], children: [] };
  return { ...answer, application, because: [], changes: [], missing: [], citations: [] };
}

/** A decision with the remarks on several issues together, and no other ones. */
function shortDecision(decision: Decision): Decision {
  return {
    ...decision,
    asOf: '',
    issues: decision.issues.map(short),
    warnings: decision.warnings
      .filter(({ code, issues }) => code === 'alert' && issues.length > 1)
      .map((warning) => ({ ...warning, citations: [] })),
    deadlines: [],
  };
}

function shortDescription(description: Description): Description {
  const later = { elements: [], documents: [], provisions: [], cases: [], gaps: [] };
  return { ...description, ...later, asOf: '', texts: {} };
}

/** What the engine says on a day where nothing is answered. */
function decided(engine: Runner, rulebook: string, asOf: string): Opening {
  const description = told(engine.describe({ rulebook, asOf }));
  const request = { rulebook, asOf, facts: {}, mend: true };
  const issues = description.issues.slice(0, 1).map(({ id }) => id);
  return {
    description: shortDescription(description),
    all: shortDecision(told(engine.decide(request))),
    first: shortDecision(told(engine.decide({ ...request, issues }))),
  };
}

/** What it says on a day of a ledger in which nothing is entered. */
function entered(engine: Runner, rulebook: string, asOf: string): LedgerOpening {
  const description = shortDescription(told(engine.describe({ rulebook, asOf })));
  return { description, listed: listed(engine).filter(({ simulates }) => simulates), titles: {} };
}

/** What there is to choose from on any day where versions are compared. */
function ofVersions(engine: Runner, { rulebook, versions: [from = ''] }: Listed): Dated {
  const versions = new Versions(engine);
  const turns = versions.turnsOf(rulebook);
  const turn = newest(turns);
  if (!turn || versions.failed) throw new Error(`${rulebook}: no versions to compare`);
  const asOf = turn.day;
  const request = { rulebook, from: turn.before, to: asOf, limit: MOST_PATTERNS };
  const comparison = told(engine.compare(request));
  const description = told(engine.describe({ rulebook, asOf }));
  const earlier = told(engine.describe({ rulebook, asOf: turn.before }));
  const turning = turningIn(engine, comparison, [earlier, description]);
  const [days, before] = [turns.map(({ day }) => day), turns.map((turn) => turn.before)];
  const provisions = description.provisions
    .filter(({ from, to }) => days.includes(from ?? '') || before.includes(to ?? ''))
    .map((provision) => ({ ...provision, url: null }));
  const opening = {
    description: { ...shortDescription(description), facts: [], issues: [], provisions },
    listed: versions.listed,
    titles: {},
    turns,
    request,
    comparison,
    turning: Object.fromEntries([...turning].map(([issue, facts]) => [issue, [...facts]])),
  };
  return { from, until: null, opening };
}

/** What the instruments of an opening are called in short. */
function shorts(
  { description }: VersionsOpening,
  instruments: Catalogue['instruments'],
): Record<string, string> {
  const named = description.provisions.map(({ instrument }) => [
    `instrument/${instrument}/short`,
    instruments[instrument]?.short ?? instrument,
  ]);
  return Object.fromEntries(named);
}

const DAY = 86_400_000;

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** How long after its first day a version is asked that nothing follows. */
const YEARS = 3 * 366;

/** What holds from the first day of a version to its last; the build stops where it does not. */
function openingOf<Opened extends Opening | LedgerOpening>(
  asked: (asOf: string) => Opened,
  rulebook: string,
  from: string,
  until: string | null,
): Opened {
  const last = until === null ? dayAfter(from, YEARS) : dayAfter(until, -1);
  const opening = asked(from);
  const text = JSON.stringify(opening);
  const middle = new Date((Date.parse(from) + Date.parse(last)) / 2).toISOString().slice(0, 10);
  for (const day of [middle, last]) {
    if (JSON.stringify(asked(day)) === text) continue;
    throw new Error(`${rulebook}: what is said at first is another on ${day} than on ${from}`);
  }
  return opening;
}

/** How the keys of an opening's words begin. */
function wanted(opening: OpeningFile): string[] {
  if ('turns' in opening) return ['title'];
  if ('listed' in opening) return LEDGER_WORDS;
  return [...WORDS, ...opening.all.warnings.map(({ about }) => `alert/${about}/`)];
}

/** The words of an opening, out of those of its rulebook. */
function wordsOf(opening: OpeningFile, texts: Record<string, string>): Record<string, string> {
  const starts = wanted(opening);
  const own = Object.entries(texts).filter(
    ([key]) => starts.some((start) => key.startsWith(start)) && !REMEDY.test(key),
  );
  return Object.fromEntries(own);
}

/** What the rulebooks of an opening are called. */
function titlesOf(opening: OpeningFile, rulebooks: Catalogue['rulebooks']) {
  if (!('listed' in opening)) return {};
  const titles = opening.listed.map(({ rulebook }) => [
    rulebook,
    rulebooks[rulebook]?.title ?? rulebook,
  ]);
  return { titles: Object.fromEntries(titles) };
}

/** The openings of a rulebook that decides or runs ledgers, by version. */
function byVersion(engine: Runner, found: Listed): Dated[] {
  const { rulebook, versions, asOf: read } = found;
  const next = (from: string) => versions.find((version) => version > from) ?? null;
  const current = versions.filter((from) => (next(from) ?? '9999') > read);
  return current.map((from) => {
    const until = next(from);
    const opening = openingOf<Opening | LedgerOpening>(
      (asOf) => (found.simulates ? entered : decided)(engine, rulebook, asOf),
      rulebook,
      from,
      until,
    );
    return { from, until, opening };
  });
}

/**
 * Serves `virtual:opening/cn/complaint`: what that rulebook says at first, a file for each
 * language and version: the version in force when its law was read last, and all after it; and
 * `virtual:opening/versions/cn/complaint`, what there is to choose from where its versions are
 * compared. Pages that are served while somebody works on them wait for the engine.
 */
export function openings(): Plugin {
  let serving = false;
  return {
    name: 'zhengpin-openings',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${ID}`)) return undefined;
      if (serving) return 'export default [];';
      const name = id.slice(ID.length + 1);
      const rulebook = rulebookOf(name);
      const engine = await run('comparing');
      const found = listed(engine).find((one) => one.rulebook === rulebook);
      if (!found || found.to !== null) throw new Error(`no rulebook ${rulebook} that is in force`);
      const whole = await catalogues();
      const dated = name === rulebook ? byVersion(engine, found) : [ofVersions(engine, found)];
      const all: OpeningOf[] = dated.map(({ from, until, opening }) => {
        const files = whole.map(([lang, { rulebooks, instruments }]) => {
          const words = {
            ...wordsOf(opening, rulebooks[rulebook] ?? {}),
            ...('turns' in opening && shorts(opening, instruments)),
          };
          const description = { ...opening.description, texts: { [lang]: words } };
          const content = { ...opening, description, ...titlesOf(opening, rulebooks) };
          const file = `opening.${lang}.${name.replaceAll('/', '-')}.json`;
          const one = asset(file, JSON.stringify(content), true);
          this.emitFile({ type: 'asset', ...one.emitted });
          return [lang, one.told];
        });
        return { from, until, files: Object.fromEntries(files) };
      });
      this.emitFile({ type: 'asset', ...(await ahead(name, all)) });
      return `export default ${JSON.stringify(all)};`;
    },
  };
}

/** Serves the same modules to elements on other people's pages, which have no such files to host. */
export function noOpenings(): Plugin {
  return {
    name: 'zhengpin-no-openings',
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${ID}`) ? 'export default [];' : undefined),
  };
}
