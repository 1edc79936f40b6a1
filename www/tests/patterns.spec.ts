import { expect, test } from '@playwright/test';
import type { Criterion } from '../src/engine/types.ts';
import { common, type Form, formsOf, gathered, less } from '../src/state/patterns.ts';

const FACTS = ['a', 'b', 'c', 'd', 'e'];
const VALUES = ['x', 'y', 'z'];
const is = (fact: string, ...values: string[]): Criterion => ({ fact, is: values });

/** Every way of answering the facts. */
function everyCase(): Record<string, string>[] {
  return FACTS.reduce<Record<string, string>[]>(
    (cases, fact) => cases.flatMap((one) => VALUES.map((value) => ({ ...one, [fact]: value }))),
    [{}],
  );
}

type Case = Record<string, string>;

const meets = (facts: Case, { fact, is = [] }: Criterion) => is.includes(facts[fact] ?? '');
const meetsPattern = (facts: Case, pattern: Criterion[]) =>
  pattern.every((criterion) => meets(facts, criterion));
const meetsForm = (facts: Case, form: Form) =>
  form.every(({ ways }) => ways.some((way) => meetsPattern(facts, way)));

/** The same numbers on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function randomPatterns(seed: number): Criterion[][] {
  const random = numbers(seed);
  return Array.from({ length: 2 + random(8) }, () =>
    FACTS.filter(() => random(3) > 0).map((fact) => {
      const values = VALUES.filter(() => random(2) === 0);
      return is(fact, ...(values.length > 0 ? values : [VALUES[random(3)] ?? 'x']));
    }),
  );
}

// Property "forms" of tests/README.md.
test('what meets a pattern meets a form, and the other way round', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const patterns = randomPatterns(seed);
    const forms = formsOf(patterns);
    expect(forms.length).toBeLessThanOrEqual(patterns.length);
    const wrong = everyCase().filter((facts) => {
      const told = forms.some((form) => meetsForm(facts, form));
      return told !== patterns.some((pattern) => meetsPattern(facts, pattern));
    });
    expect(wrong).toEqual([]);
  }
});

test('groups by what leads say the same as the forms', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const forms = formsOf(randomPatterns(seed));
    const groups = gathered(forms, (fact) => fact === 'a' || fact === 'b');
    const wrong = everyCase().filter((facts) => {
      const told = groups.some(({ lead, shared, cases }) =>
        (cases.length > 0 ? cases : [[]]).some((one) =>
          meetsForm(facts, [...lead, ...shared, ...one]),
        ),
      );
      return told !== forms.some((form) => meetsForm(facts, form));
    });
    expect(wrong).toEqual([]);
  }
});

test('patterns that differ in one criterion are one, with both ways in it', () => {
  const forms = formsOf([
    [is('a', 'x'), is('b', 'y')],
    [is('a', 'x'), is('c', 'z')],
  ]);
  expect(forms).toEqual([[{ ways: [[is('a', 'x')]] }, { ways: [[is('b', 'y')], [is('c', 'z')]] }]]);
});

test('values of one fact are told as this one or that one', () => {
  const forms = formsOf([
    [is('a', 'x'), is('b', 'y')],
    [is('a', 'x'), is('b', 'z')],
  ]);
  expect(forms).toEqual([[{ ways: [[is('a', 'x')]] }, { ways: [[is('b', 'y', 'z')]] }]]);
});

test('patterns that differ in more stay apart', () => {
  const patterns = [
    [is('a', 'x'), is('b', 'y'), is('c', 'x')],
    [is('a', 'y'), is('b', 'z'), is('d', 'x')],
  ];
  expect(formsOf(patterns)).toHaveLength(2);
});

test('what is told once is left out of what follows', () => {
  const forms = formsOf([
    [is('a', 'x'), is('b', 'y')],
    [is('a', 'x'), is('c', 'y'), is('d', 'x'), is('e', 'z')],
  ]);
  const shared = common(forms);
  expect(shared).toEqual([{ ways: [[is('a', 'x')]] }]);
  expect(less(forms[0] ?? [], shared)).toEqual([{ ways: [[is('b', 'y')]] }]);
});
