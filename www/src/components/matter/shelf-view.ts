import { html, nothing, type TemplateResult } from 'lit';
import { dayInWords } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/words.ts';
import { daysOf, uncounted } from '../../state/matter/days.ts';
import { MOST_REASONS, type Reason } from '../../state/matter/file.ts';
import * as store from '../../state/matter/store.ts';
import { HELD, type HeldTool, type Matter } from '../../state/matter/types.ts';
import { holding, isBegun } from '../../state/matter/ways.ts';
import type { ShelfParts, Twice } from './shelf-parts.ts';

/** Why something in a file is not accepted, by message; what the engine says has its own words. */
const WHY: Record<Reason['code'], string> = {
  large: 'matter-file-large',
  json: 'matter-file-json',
  foreign: 'matter-file-foreign',
  newer: 'matter-file-newer',
  form: 'matter-file-form',
  fact: 'matter-file-fact',
  answer: 'matter-file-answer',
  document: 'matter-file-document',
  field: 'matter-file-field',
  rulebook: 'matter-file-rulebook',
  unjudged: 'matter-file-unjudged',
  engine: 'matter-file-form',
  day: 'matter-file-form',
};

/** The matters of the device, with what can be done with each, and the ways to new ones. */
export function shelf(say: Words, one: ShelfParts): TemplateResult {
  const all = store.list();
  return html`<p class="told-here notice" role="status" tabindex="-1">
      ${one.told ? say(one.told.id, { name: one.told.name }) : one.reading ? say('matters-reading') : ''}
    </p>
    ${refused(say, one.refused)} ${one.twice ? twice(say, one, one.twice) : nothing}
    <section class="part" aria-labelledby="matters-here">
      <h2 id="matters-here">${say('matters-here')}</h2>
      ${
        all.length === 0
          ? html`<p class="quiet">${say('matters-none')}</p>`
          : html`<ul class="matters">
              ${all.map((it) => ('name' in it ? row(say, one, it) : unreadable(say, one, it)))}
            </ul>`
      }
    </section>
    <div class="matters-new">
      <section class="part" aria-labelledby="matters-begin">
        <h2 id="matters-begin">${say('matters-begin')}</h2>
        ${naming(say, { value: '', says: 'matters-create', take: one.begin })}
      </section>
      <section class="part" aria-labelledby="matters-read">
        <h2 id="matters-read">${say('matters-read')}</h2>
        <p class="quiet">${say('matters-read-what')}</p>
        <p>
          <label class="file">
            <input
              class="unseen"
              type="file"
              accept=".json,application/json"
              @change=${(event: Event) => {
                const field = event.target as HTMLInputElement;
                void one.take(field.files?.[0], say).then(() => {
                  // The same file can be chosen again once it was mended.
                  field.value = '';
                });
              }}
            />
            <span class="button">${say('matters-file')}</span>
          </label>
        </p>
      </section>
    </div>`;
}

/** A field for the name of a matter. */
function naming(
  say: Words,
  { value, says, take }: { value: string; says: string; take: (name: string) => boolean },
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem('name') as HTMLInputElement;
    const done = take(field.value);
    const told = form.querySelector('.wrong');
    const why = field.value.trim() === '' ? 'matter-unnamed' : 'matter-refused';
    if (told) told.textContent = done ? '' : say(why);
    if (done) field.value = '';
    else field.focus();
  };
  return html`<form class="fields" autocomplete="off" @submit=${submit}>
    <label class="field">
      <span>${say('matter-name')}</span>
      <small class="hint">${say('matter-name-hint')}</small>
      <input name="name" maxlength="100" .value=${value} />
    </label>
    <p class="wrong" role="alert"></p>
    <div class="commands"><button type="submit">${say(says)}</button></div>
  </form>`;
}

function row(say: Words, one: ShelfParts, matter: Matter): TemplateResult {
  const { id, name, made, stored } = matter;
  const [day] = HELD.flatMap((tool) => daysOf(tool, stored) ?? []).sort();
  const anew = uncounted(stored);
  const begun = HELD.filter((tool) => isBegun(stored[tool]?.part));
  return html`<li data-matter=${id}>
    <h3>${name}</h3>
    <p class="quiet">
      ${say('matters-made', { day: dayInWords(made, say.lang) })}${
        day === undefined
          ? nothing
          : `${say('gap')}${say('matters-due', { day: dayInWords(day, say.lang) })}`
      }
    </p>
    ${
      anew.length === 0
        ? nothing
        : html`<p class="quiet">
            ${say('matter-uncounted')}${say('gap')}${anew.map((tool) => link(say, one, matter, tool))}
          </p>`
    }
    ${
      begun.length === 0
        ? html`<p class="quiet">${say('matters-empty')}</p>`
        : html`<ul class="matter-parts">${begun.map((tool) => part(say, one, matter, tool))}</ul>`
    }
    <p class="matters-go">
      ${HELD.filter((tool) => !begun.includes(tool)).map((tool) => link(say, one, matter, tool))}
    </p>
    ${
      one.renaming === id
        ? naming(say, { value: name, says: 'matters-rename', take: (text) => one.rename(id, text) })
        : one.deleting === id
          ? really(say, one, id, name)
          : html`<div class="commands">
              <button type="button" data-do="save" @click=${() => one.save(matter, say)}>
                ${say('matter-save')}<span class="unseen"> ${name}</span>
              </button>
              <button type="button" data-do="rename" @click=${() => one.ask({ renaming: id })}>
                ${say('matters-rename')}<span class="unseen"> ${name}</span>
              </button>
              <button type="button" data-do="delete" @click=${() => one.ask({ deleting: id })}>
                ${say('matters-delete')}<span class="unseen"> ${name}</span>
              </button>
            </div>`
    }
  </li>`;
}

/** Whether a matter is to be deleted for good. */
function really(say: Words, one: ShelfParts, id: string, name: string): TemplateResult {
  return html`<div class="matter-asks" role="alert">
    <p>${say('matters-really', { name })}</p>
    <div class="commands">
      <button type="button" data-do="remove" @click=${() => one.remove(id, name)}>${say('matters-remove')}</button>
      <button type="button" @click=${one.forget}>${say('matters-not')}</button>
    </div>
  </div>`;
}

/** The way into a tool, about this matter. */
function link(say: Words, one: ShelfParts, matter: Matter, tool: HeldTool): TemplateResult {
  return html`<a href=${`./${tool}.html${location.search}`} data-tool=${tool} @click=${() => one.open(matter)}
    >${say(`nav-${tool}`)}<span class="unseen"> ${matter.name}</span></a
  > `;
}

function part(say: Words, one: ShelfParts, matter: Matter, tool: HeldTool): TemplateResult {
  const { findings, answers, papers } = holding(matter.stored[tool]?.part);
  const told = [
    ...(findings > 0 ? [say('matter-findings', { count: findings })] : []),
    ...(answers > 0 ? [say('matter-answers', { count: answers })] : []),
    ...(papers.length > 0 ? [say('matter-papers', { count: papers.length })] : []),
  ].join(say('list-separator'));
  return html`<li>${link(say, one, matter, tool)}<span class="quiet">${told}</span></li>`;
}

/** A matter that cannot be read: it stays as it is until somebody deletes it. */
function unreadable(say: Words, one: ShelfParts, { id, why }: store.Unreadable): TemplateResult {
  return html`<li data-matter=${id}>
    <p>${say(why === 'newer' ? 'matters-newer' : 'matters-damaged')}</p>
    ${
      one.deleting === id
        ? really(say, one, id, say('matters-remove-unread'))
        : html`<div class="commands">
            <button type="button" data-do="delete" @click=${() => one.ask({ deleting: id })}>${say('matters-delete')}</button>
          </div>`
    }
  </li>`;
}

/** Every reason why a file was refused, with the place in it. */
function refused(say: Words, reasons: Reason[]): TemplateResult | typeof nothing {
  if (reasons.length === 0) return nothing;
  const rest = reasons.length - MOST_REASONS;
  return html`<section class="matter-asks" aria-labelledby="matters-refused" data-refused>
    <h2 id="matters-refused">${say('matters-refused', { count: reasons.length })}</h2>
    <p class="quiet">${say('matters-nothing-taken')}</p>
    <ul>
      ${reasons.slice(0, MOST_REASONS).map(
        ({ code, path, found = '', says }) => html`<li data-code=${code}>
          ${path === '' ? nothing : html`<code>${path}</code> `}${says ? says[say.lang] : say(WHY[code], { found })}
        </li>`,
      )}
    </ul>
    ${rest > 0 ? html`<p>${say('matters-more', { count: rest })}</p>` : nothing}
  </section>`;
}

/** A file of a matter that the device keeps in another state: which of the two is to hold. */
function twice(say: Words, one: ShelfParts, it: Twice): TemplateResult {
  return html`<section class="matter-asks" role="alert" data-twice>
    <p>${say('matters-twice', { name: it.there.name })}</p>
    <div class="commands">
      <button type="button" data-do="both" @click=${() => one.keepBoth(it, say)}>${say('matters-both')}</button>
      <button type="button" data-do="replace" @click=${() => one.replace(it)}>${say('matters-replace')}</button>
      <button type="button" data-do="neither" @click=${one.forget}>${say('matters-neither')}</button>
    </div>
  </section>`;
}
