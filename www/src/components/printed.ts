import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { dayInWords, today } from '../i18n/dates.ts';
import type { Words } from '../i18n/words.ts';

/** A longer link fills a page of its own, and nobody types it in again. */
const LONGEST = 1600;

/**
 * What stands on paper only: the day of printing and the link that leads back. While the page
 * is printed, the host draws what it otherwise draws on request.
 */
export class Printed implements ReactiveController {
  /** Whether the page is being printed. */
  now = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.begin);
    addEventListener('afterprint', this.end);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.begin);
    removeEventListener('afterprint', this.end);
  }

  private readonly begin = (): void => {
    this.now = true;
    this.host.requestUpdate();
  };

  private readonly end = (): void => {
    this.now = false;
    this.host.requestUpdate();
  };

  /** The line at the foot of what is printed. */
  render(say: Words): TemplateResult | typeof nothing {
    if (!this.now) return nothing;
    const day = dayInWords(today(), say.lang);
    const { href, origin, pathname } = location;
    const whole = href.length <= LONGEST;
    return html`<p class="printed">
      ${say('printed-on', { day })}${say('gap')}${whole ? href : `${origin}${pathname}`}
      ${whole ? nothing : say('printed-long-link')}
    </p>`;
  }
}
