import { expect, issue } from '../pages.ts';
import { answerAll, from, task } from './hands.ts';

// Source: law/parallel-imports.md, flip 2: a lot code gone in silence is split in the courts;
// patents are settled by Patent Law art. 75(1); review-use.md, B3: no overall answer.
task(
  'an importer of goods without their codes sees one answer over all, and where courts differ',
  async (page, hand) => {
    await from(page, hand, 'from-abroad');
    await answerAll(page, hand, {
      imported: true,
      goods_genuine: 'yes',
      genuineness_proof: 'full',
      first_sale_by: 'cn_holder',
      cn_mark_registered: true,
      cn_reg_status: 'valid',
      source_mark_registered: true,
      source_owner_relation: 'same_entity',
      code_removed: 'lot_trace',
      code_removal_disclosed: false,
      false_importer_info: false,
      used_state: 'new',
      repackaged: 'none',
      store_sign: 'none',
      cn_label_affixed: false,
      reg_noncompliant: false,
      material_difference: false,
      patent_in_force: false,
      copy_lawfully_made: true,
      copy_tangible: true,
      copy_act: 'sale',
    });
    await expect(page.locator('.overall')).toBeVisible();
    await expect(issue(page, 'trademark')).toHaveAttribute('data-verdict', 'unsettled');
    await expect(issue(page, 'patent')).toHaveAttribute('data-verdict', 'not_infringing');
    await hand.press(issue(page, 'trademark').locator('button'));
    await expect(page.locator('.ended .verdict')).toHaveAttribute('data-issue', 'trademark');
    await expect(page.locator('[data-document]').first()).toBeVisible();
  },
);
