import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

const LANGUAGES = ['zh.ftl', 'en.ftl'];

const read = (path: string) => new FluentResource(readFileSync(path, 'utf8')).body;

/**
 * Lets a module import a `.ftl` file as its messages, parsed when the page is built, so that
 * neither the parser nor the comments travel to the browser. The ids stand apart from what
 * the messages say: all languages have the same in the same order, so one list of them does.
 */
export function fluent(): Plugin {
  return {
    name: 'zhengpin-fluent',
    load(id) {
      if (!id.endsWith('.ftl')) return undefined;
      const body = read(id);
      const ids = JSON.stringify(body.map((message) => message.id));
      for (const language of LANGUAGES) {
        const others = read(join(id, '..', language)).map((message) => message.id);
        if (JSON.stringify(others) !== ids) this.error(`${id} and ${language} differ in their ids`);
      }
      const values = JSON.stringify(body.map((message) => message.value));
      return `export const ids = ${ids};\nexport default ${values};`;
    },
  };
}
