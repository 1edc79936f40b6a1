import { expect } from '../pages.ts';
import { pieces } from '../snippet-host.ts';
import { task } from './hands.ts';

// Source: review-use.md, B4: embedding took fifteen minutes and reading the source.
task(
  'the developer of a portal chooses a tool and takes its code and its policy',
  async (page, hand) => {
    await page.goto('/snippet.html');
    await page.locator('#snippet-element').waitFor();
    await hand.choose(page.locator('#snippet-element'), 'penalties');
    const { element, head, policy } = await pieces(page);
    expect(element).toContain('<zhengpin-penalties');
    expect(head).toContain('sha384-');
    expect(policy).toContain("'wasm-unsafe-eval'");
    await hand.choose(page.locator('#snippet-lang'), 'en');
    await expect(page.locator('[data-piece=element]')).toContainText('lang="en"');
  },
);
