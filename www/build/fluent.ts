import { readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

/**
 * Lets a module import a `.ftl` file as its messages, parsed when the page is built, so that
 * neither the parser nor the comments travel to the browser.
 */
export function fluent(): Plugin {
  return {
    name: 'zhengpin-fluent',
    load(id) {
      if (!id.endsWith('.ftl')) return undefined;
      const { body } = new FluentResource(readFileSync(id, 'utf8'));
      return `export default ${JSON.stringify(body.map((message) => [message.id, message.value]))};`;
    },
  };
}
