import { CLEAN, through } from '../guided.ts';
import { expect, issue } from '../pages.ts';
import { from, task } from './hands.ts';

// Source: law/parallel-imports.md, flip 2: a lot code gone in silence is split in the courts;
// patents are settled by Patent Law art. 75(1); review-use.md, B3: no overall answer.
task(
  'an importer of goods without their codes sees one answer over all, and where courts differ',
  async (page, hand) => {
    await from(page, hand, 'from-abroad');
    await through(
      page,
      {
        ...CLEAN,
        code_removed: 'lot_trace',
        code_removal_disclosed: false,
        false_importer_info: false,
      },
      hand.press,
    );
    await expect(page.locator('.overall')).toBeVisible();
    await expect(issue(page, 'trademark')).toHaveAttribute('data-verdict', 'unsettled');
    await expect(issue(page, 'patent')).toHaveAttribute('data-verdict', 'not_infringing');
    await hand.press(issue(page, 'trademark').locator('button'));
    await expect(page.locator('.ended .verdict')).toHaveAttribute('data-issue', 'trademark');
    await expect(page.locator('[data-document]').first()).toBeVisible();
  },
);
