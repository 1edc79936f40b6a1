// What a page in React and TypeScript writes; it is compiled, not run.
import type { ZhengpinJsx } from 'zhengpin/elements';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ZhengpinJsx {}
  }
}

export const told = (
  <zhengpin-complaint
    lang="zh"
    as-of="2026-11-22"
    facts={{ n_locate: false, n_truth: null }}
    onzhengpin-answer={(event) => event.type}
  >
    <p slot="fallback">-</p>
  </zhengpin-complaint>
);
export const ledger = (
  <zhengpin-finding
    rulebook="taobao/counterfeit"
    findings={[{ id: 'a', issued: '2026-01-01', tier: 'serious' }]}
    penalties="penalties.html"
  />
);
// @ts-expect-error there is no such theme
export const wrongTheme = <zhengpin-complaint theme="sepia" />;
// @ts-expect-error a ledger is given findings, no facts
export const wrongGiven = <zhengpin-penalties facts={{ n_locate: false }} />;
// @ts-expect-error there is no such element
export const wrongTag = <zhengpin-nothing />;
