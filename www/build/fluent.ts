import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

const NAME = /^messages:(zh|en)\/(\w+)$/;

/** The part that a group of messages belongs to: `## The ledger (ledger)`. */
const PART = /\((\w+)\)\s*$/;

/**
 * Serves `messages:zh/ledger`: the messages of `messages/zh.ftl` in the groups whose heading
 * names that part in brackets, so that a page loads the words it says; groups that name none
 * are the part `shared`. They are parsed when the page is built, so that neither the parser
 * nor the comments travel to the browser.
 */
export function fluent(): Plugin {
  return {
    name: 'zhengpin-fluent',
    resolveId: (id) => (NAME.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, lang, wanted] = NAME.exec(id.slice(1)) ?? [];
      if (lang === undefined) return undefined;
      const path = fileURLToPath(new URL(`../messages/${lang}.ftl`, import.meta.url));
      this.addWatchFile(path);
      const [, ...groups] = readFileSync(path, 'utf8').split(/^## /m);
      const partOf = (group: string) => PART.exec(group.split('\n', 1)[0] ?? '')?.[1] ?? 'shared';
      const asked = groups.filter((group) => partOf(group) === wanted);
      if (asked.length === 0) this.error(`no messages for ${id.slice(1)}`);
      const { body } = new FluentResource(asked.map((group) => `## ${group}`).join('\n'));
      return `export default ${JSON.stringify(body.map((message) => [message.id, message.value]))};`;
    },
  };
}
