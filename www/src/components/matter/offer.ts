import { html, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { StripParts } from './strip-parts.ts';

/** The way to keep what stands in a tool as a matter, with what that means. */
export function offer(say: Words, one: StripParts): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.elements.namedItem('name') as HTMLInputElement;
    const told = form.querySelector('.wrong');
    if (one.keep(field.value)) return;
    if (told)
      told.textContent = say(field.value.trim() === '' ? 'matter-unnamed' : 'matter-refused');
    field.focus();
  };
  return html`<details class="fold matter-offer">
    <summary>${say('matter-offer')}</summary>
    <p class="quiet">${say('matter-offer-what')}</p>
    <form class="fields" autocomplete="off" @submit=${submit}>
      <label class="field">
        <span>${say('matter-name')}</span>
        <small class="hint">${say('matter-name-hint')}</small>
        <input name="name" maxlength="100" />
      </label>
      <p class="wrong" role="alert"></p>
      <div class="commands"><button type="submit">${say('matter-keep')}</button></div>
    </form>
  </details>`;
}
