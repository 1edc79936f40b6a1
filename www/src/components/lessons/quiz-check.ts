import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import { plainViews, quizResult, type Verified } from './quiz-result.ts';

/** A code that somebody sent, and what came of it. */
export interface Checking {
  paste: (code: string) => void;
  verify: () => void;
  /** Nothing before a code was verified; `unreadable`, where it was none. */
  checked: Verified | 'unreadable' | undefined;
}

/** A field for a result code, and the result that it holds. */
export function quizCheck(say: Words, { paste, verify, checked }: Checking): TemplateResult {
  return html`<p class="quiet">${say('quiz-check-how')}</p>
    <div class="field reason">
      <label for="quiz-code">${say('quiz-code')}</label>
      <textarea
        id="quiz-code"
        rows="3"
        spellcheck="false"
        @input=${(event: Event) => paste((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    <p class="buttons">
      <button type="button" @click=${verify}>${say('quiz-verify')}</button>
    </p>
    <div class="checked" role="status">
      ${checked === 'unreadable' ? html`<p class="wrong">${say('quiz-unreadable')}</p>` : nothing}
    </div>
    ${checked && checked !== 'unreadable' ? quizResult(say, checked, plainViews(say)) : nothing}`;
}
