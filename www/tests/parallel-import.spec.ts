import { answer, expect, fillDay, issue, open, question, test } from './pages.ts';

/** Picks a choice by its name in the rulebook's order, which the page keeps. */
const RELATION = { same_entity: 0, independent: 5 };
/** Of those who can have sold the goods first, in the rulebook's order. */
const FOREIGN_OWNER = 2;

/** Genuine goods, proved, untouched and honestly sold. */
const HONEST = {
  imported: 'yes',
  goods_genuine: 0,
  genuineness_proof: 0,
  cn_mark_registered: 'yes',
  cn_reg_status: 0,
  cn_holder_squatter: 'no',
} as const;

test.beforeEach(({ page }) => open(page, 'parallel-import.html'));

test('the verdicts of all five issues stand side by side', async ({ page }) => {
  const issues = page.locator('.overview li');
  await expect(issues).toHaveCount(5);
  const tops = await issues.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

// Source: law/parallel-imports.md, finding 3, P-G and T7: the same owner at home and abroad.
test('same owner, genuine and untouched: not infringing, and excluded once proved', async ({
  page,
}) => {
  await answer(page, { ...HONEST, source_owner_relation: RELATION.same_entity });
  await settle(page, 'trademark');
  await settle(page, 'platform_rule');
  await expect(issue(page, 'trademark')).toHaveAttribute('data-verdict', 'not_infringing');
  await expect(issue(page, 'platform_rule')).toHaveAttribute('data-verdict', 'excluded_if_proved');
  await expect(page.locator('.conflict')).toHaveCount(0);
});

// Source: law/parallel-imports.md, finding 3, PE2 and T3a (MUJI 2019, Castel 2016): another
// owner abroad.
test('another owner abroad: excluded by the platform, infringing in court, and a warning between', async ({
  page,
}) => {
  await answer(page, {
    ...HONEST,
    first_sale_by: FOREIGN_OWNER,
    source_owner_relation: RELATION.independent,
    source_mark_registered: 'yes',
    prior_use_cn: 'no',
  });
  await expect(issue(page, 'platform_rule')).toHaveAttribute('data-verdict', 'excluded');
  await expect(issue(page, 'trademark')).toHaveAttribute('data-verdict', 'infringes');
  await expect(issue(page, 'trademark').locator('.seal')).toBeVisible();
  await expect(page.locator('.conflict')).toHaveCount(1);
  await expect(page.locator('.conflict-name')).toBeVisible();
  const bracket = await page.locator('.bracket').boundingBox();
  const first = await issue(page, 'platform_rule').boundingBox();
  const last = await issue(page, 'trademark').boundingBox();
  expect(bracket?.x).toBeGreaterThan(first?.x ?? 0);
  expect((bracket?.x ?? 0) + (bracket?.width ?? 0)).toBeLessThan(
    (last?.x ?? 0) + (last?.width ?? 0),
  );
});

test('the reasons of the issue chosen are shown: the tree, the provisions, the cases', async ({
  page,
}) => {
  await answer(page, {
    ...HONEST,
    first_sale_by: FOREIGN_OWNER,
    source_owner_relation: RELATION.independent,
    source_mark_registered: 'yes',
    prior_use_cn: 'no',
    oem_export_only: 'no',
  });
  await issue(page, 'trademark').getByRole('button').click();
  await expect(page.locator('.verdict')).toHaveAttribute('data-issue', 'trademark');
  await expect(page.locator('.tree .node-state[data-state=yes]').first()).toContainText('成立');
  await expect(page.locator('.sources li').first()).toBeVisible();
  await expect(page.locator('.cases').first()).toContainText('MUJI');
});

/** Answers every question that still matters to an issue the harmless way. */
async function settle(page: Parameters<typeof open>[0], id: string): Promise<void> {
  const harmless: Record<string, 'yes' | 'no' | number> = {
    first_sale_by: 0,
    licence_scope_exceeded: 'no',
    oem_export_only: 'no',
    source_mark_registered: 'yes',
    goods_altered: 'no',
    alteration_material: 'no',
    info_altered: 'no',
    mark_replaced: 'no',
    code_removed: 0,
    repackaged: 0,
    mark_reaffixed: 'no',
    cn_label_affixed: 'no',
    cn_label_covers: 'no',
    cn_label_uses_cn_mark: 'no',
    material_difference: 'no',
    reg_noncompliant: 'no',
    quality_damage: 'no',
    used_state: 0,
    store_sign: 0,
    ad_beyond_descriptive: 'no',
    claims_authorised: 'no',
    trade_dress_imitated: 'no',
    false_importer_info: 'no',
    service_mark_35: 'no',
    listing_misidentifiable: 'yes',
    prior_use_cn: 'no',
    pi_disclosed: 'yes',
    channel: 0,
  };
  for (const [fact, value] of Object.entries(harmless)) {
    const done = await issue(page, id).getAttribute('data-sign');
    if (done !== 'open') return;
    const state = await question(page, fact)
      .getAttribute('data-state', { timeout: 500 })
      .catch(() => null);
    if (state === 'open') await answer(page, { [fact]: value });
  }
}

// Source: the revised Trademark Law is in force from 2027-01-01.
test('the page warns that a later version comes, and decides under it on request', async ({
  page,
}) => {
  await issue(page, 'trademark').getByRole('button').first().click();
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), '2026-11-22');
  const later = page.locator('[data-warning=later_version]');
  await expect(later).toContainText('2027年1月1日');
  await later.getByRole('button').click();
  await expect(page.locator('.as-of summary')).toContainText('2027年1月1日');
});
