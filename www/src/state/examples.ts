import type { Finding } from './findings.ts';

/** A ready-made ledger to look at. */
export interface Example {
  /** The message that names it. */
  title: string;
  findings: Omit<Finding, 'id'>[];
}

/**
 * The worked examples of the platform's own questions and answers of 2017 (questions 8 and
 * 11), and three actual sales, which close an account by strikes.
 */
export const EXAMPLES: Example[] = [
  {
    title: 'example-window',
    findings: [
      { day: '2017-04-01', tier: 'information', items: 1 },
      { day: '2017-04-02', tier: 'information', items: 1 },
      { day: '2017-04-03', tier: 'information', items: 4 },
      { day: '2017-04-04', tier: 'information', items: 1 },
    ],
  },
  {
    title: 'example-promoted',
    findings: [{ day: '2017-06-01', tier: 'serious', circumstances: ['promoted'] }],
  },
  {
    title: 'example-strikes',
    findings: [
      { day: '2017-04-01', tier: 'sale' },
      { day: '2017-05-01', tier: 'sale' },
      { day: '2017-06-01', tier: 'sale' },
    ],
  },
];
