// What a page in Vue and TypeScript writes; it is compiled, not run. Editors and vue-tsc read the
// components of templates from the same interface.
import type { GlobalComponents } from 'vue';
import type { ZhengpinVue } from 'zhengpin/elements';

declare module 'vue' {
  interface GlobalComponents extends ZhengpinVue {}
}

type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => {
  $props: infer Given;
}
  ? Given
  : never;

export const told: Props<'zhengpin-complaint'> = {
  lang: 'zh',
  asOf: '2026-11-22',
  facts: { n_locate: false, n_truth: null },
  onZhengpinAnswer: ({ detail }) => ('error' in detail ? [] : detail.issues),
};
export const ledger: Props<'zhengpin-finding'> = {
  rulebook: 'taobao/counterfeit',
  findings: [{ id: 'a', issued: '2026-01-01', tier: 'serious' }],
  onZhengpinAnswer: ({ detail }) => ('error' in detail ? 0 : detail.status.points),
};
// @ts-expect-error there is no such theme
export const wrongTheme: Props<'zhengpin-complaint'> = { theme: 'sepia' };
// @ts-expect-error a ledger is given findings, no facts
export const wrongGiven: Props<'zhengpin-penalties'> = { facts: { n_locate: false } };
