import { through } from '../guided.ts';
import { expect, verdict } from '../pages.ts';
import { from, task } from './hands.ts';

const NOTICE = ['n_identity', 'n_right_proof', 'n_prima_facie', 'n_truth', 'n_locate', 'n_written'];

// Source: law/complaints.md, N3: a notice on a design may be asked for an evaluation report, so
// one without it is qualified with gaps.
task(
  'a rights holder learns that the report is missing, mends it, and has the notice drafted',
  async (page, hand) => {
    await from(page, hand, 'fakes-of-mine');
    await through(
      page,
      {
        right_type: 'design',
        claimant_role: 'owner',
        right_in_force: true,
        n_grievance: 'fake',
        n_measure: true,
        n_feature_cmp: true,
        n_eval_report: 'none',
        ...Object.fromEntries(NOTICE.map((fact) => [fact, true])),
      },
      hand.press,
    );
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'qualified_with_gaps');
    const missing = page.locator('.missing li[data-element=notice_evaluation_report]');
    await expect(missing).toBeVisible();
    await hand.press(missing.locator('.jump').filter({ hasText: '评价报告' }));
    await expect(page.locator('.one')).toHaveAttribute('data-fact', 'n_eval_report');
    await hand.press(page.locator('.pick[data-value=positive]'));
    await expect(page.locator('.guided[data-done]')).toBeVisible();
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'qualified');
    await expect(page.locator('[data-document=notice]')).toBeVisible();
  },
);
