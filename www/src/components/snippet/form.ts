import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../../i18n/words.ts';
import type { Offered } from '../../snippet/types.ts';
import type { Wish } from '../../snippet/wish.ts';
import { tick } from '../tick.ts';
import { writeIn } from '../write-in.ts';

interface Handlers {
  offered: readonly Offered[];
  change: (part: Partial<Wish>) => void;
  /** What stands in the field for a link, and what came of it. */
  link: string;
  linkSays: string;
  linkWrong: string | undefined;
  writeLink: (text: string) => void;
  takeLink: () => void;
  baseWrong: string | undefined;
}

/** What is to be on the page: the element, what it is told, where its files are. */
export function snippetForm(say: Words, wish: Wish, handlers: Handlers): TemplateResult {
  const { element } = wish;
  const { change } = handlers;
  const knows = (name: string) => element.attributes.includes(name);
  const day = (name: 'asOf' | 'from' | 'to', label: string, hint: string) =>
    html`<zhengpin-date-field
      id="snippet-${name}"
      lang=${say.lang}
      .value=${live(wish[name])}
      .label=${say(label)}
      .hint=${say(hint)}
      @day=${(event: CustomEvent<string | null>) => change({ [name]: event.detail })}
    ></zhengpin-date-field>`;
  return html`<form
    class="wish"
    autocomplete="off"
    novalidate
    aria-labelledby="wish-title"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <h2 id="wish-title">${say('snippet-wish')}</h2>
    ${select({
      id: 'snippet-element',
      label: say('snippet-element'),
      value: element.name,
      options: handlers.offered.map(({ name, tag }) => [
        name,
        say('snippet-tool', { name: calledIn(say, name), tag }),
      ]),
      choose: (name) => {
        const chosen = handlers.offered.find((one) => one.name === name);
        if (chosen) change({ element: chosen });
      },
    })}
    ${linkField(say, handlers)}
    ${
      element.rulebooks.length > 0
        ? select({
            id: 'snippet-rulebook',
            label: say('snippet-rulebook'),
            value: wish.rulebook,
            options: [
              ['', say('snippet-rulebook-own')],
              ...element.rulebooks.map(({ rulebook, title }): [string, string] => [
                rulebook,
                title[say.lang],
              ]),
            ],
            choose: (rulebook) => change({ rulebook }),
          })
        : nothing
    }
    ${knows('as-of') ? day('asOf', 'snippet-as-of', 'snippet-as-of-hint') : nothing}
    ${knows('from') ? day('from', 'snippet-from', 'snippet-days-hint') : nothing}
    ${knows('to') ? day('to', 'snippet-to', 'snippet-days-hint') : nothing}
    ${select({
      id: 'snippet-lang',
      label: say('snippet-lang'),
      value: wish.lang,
      options: [
        ['', say('snippet-lang-page')],
        ['zh', '中文'],
        ['en', 'English'],
      ],
      choose: (lang) => change({ lang: lang as Wish['lang'] }),
    })}
    ${select({
      id: 'snippet-theme',
      label: say('snippet-theme'),
      value: wish.theme,
      options: [
        ['', say('snippet-theme-page')],
        ['light', say('snippet-theme-light')],
        ['dark', say('snippet-theme-dark')],
      ],
      choose: (theme) => change({ theme: theme as Wish['theme'] }),
    })}
    ${writeIn({
      id: 'snippet-base',
      label: say('snippet-base'),
      hint: say('snippet-base-hint'),
      value: wish.base,
      wrong: handlers.baseWrong,
      write: (base) => change({ base }),
    })}
    <fieldset class="question stacked">
      <legend>${say('snippet-besides')}</legend>
      <div class="answers">
        ${tick(say('snippet-checked'), say('snippet-checked-says'), wish.checked, (checked) => change({ checked }))}
        ${tick(say('snippet-unlinked'), say('snippet-unlinked-says'), wish.unlinked, (unlinked) => change({ unlinked }))}
        ${tick(say('snippet-unkept'), say('snippet-unkept-says'), wish.unkept, (unkept) => change({ unkept }))}
      </div>
    </fieldset>
  </form>`;
}

/** The element that has no page of its own, and so no name in the navigation. */
const ALONE = 'finding';

/** What a tool is called. */
export const calledIn = (say: Words, name: string): string =>
  say(name === ALONE ? 'snippet-finding' : `nav-${name}`);

/** Where a link of a tool is put in, and what came of it. */
function linkField(say: Words, handlers: Handlers): TemplateResult {
  const { link, linkSays, linkWrong, writeLink, takeLink } = handlers;
  return html`<div class="link-in">
    ${writeIn({
      id: 'snippet-link',
      label: say('snippet-link'),
      hint: say('snippet-link-hint'),
      value: link,
      wrong: linkWrong,
      write: writeLink,
    })}
    <p class="buttons">
      <button type="button" ?disabled=${link.trim() === ''} @click=${takeLink}>
        ${say('snippet-link-take')}
      </button>
    </p>
    <p class="taken" role="status">${linkSays}</p>
  </div>`;
}

interface Select {
  id: string;
  label: string;
  value: string;
  options: [value: string, label: string][];
  choose: (value: string) => void;
}

function select({ id, label, value, options, choose }: Select): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      .value=${live(value)}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([of, name]) => html`<option value=${of} ?selected=${of === value}>${name}</option>`,
      )}
    </select>
  </div>`;
}
