import { readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

/** The part that a group of messages belongs to: `## The ledger (ledger)`. */
const PART = /\((\w+)\)\s*$/;

/**
 * Lets a module import a `.ftl` file as its messages, parsed when the page is built, so that
 * neither the parser nor the comments travel to the browser.
 *
 * A group whose heading names a part in brackets comes with `?part=ledger` alone, so that a
 * page loads the words it says; the groups that name none come without a part.
 */
export function fluent(): Plugin {
  return {
    name: 'zhengpin-fluent',
    load(id) {
      const [path = '', wanted] = id.split('?part=');
      if (!path.endsWith('.ftl')) return undefined;
      const groups = readFileSync(path, 'utf8').split(/^## /m);
      const asked = groups.filter(
        (group) => PART.exec(group.split('\n', 1)[0] ?? '')?.[1] === wanted,
      );
      const { body } = new FluentResource(asked.map((group) => `## ${group}`).join('\n'));
      return `export default ${JSON.stringify(body.map((message) => [message.id, message.value]))};`;
    },
  };
}
