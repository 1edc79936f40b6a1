import '../styles/page.css';
import { spoken, words } from '../i18n/words.ts';

/**
 * What every page does: speak the language and wear the colours that the address names
 * (`?lang=en`, `?theme=dark`), and keep both in the links to the other pages. Nothing is
 * stored.
 */
const LANGUAGE = 'lang';
const THEME = 'theme';

function current(): URLSearchParams {
  return new URLSearchParams(location.search);
}

function speak(): void {
  const lang = spoken(current().get(LANGUAGE));
  const say = words(lang);
  const beside = words(lang === 'zh' ? 'en' : 'zh');
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  const each = (name: string, fill: (element: HTMLElement, id: string) => void) => {
    for (const element of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
      fill(element, element.getAttribute(`data-${name}`) ?? '');
    }
  };
  each('l10n', (element, id) => {
    element.textContent = say(id);
  });
  each('l10n-other', (element, id) => {
    element.textContent = beside(id);
    element.lang = beside.lang === 'zh' ? 'zh-CN' : 'en';
  });
  each('l10n-label', (element, id) => element.setAttribute('aria-label', say(id)));
  each('l10n-content', (element, id) => element.setAttribute('content', say(id)));
  each('speaks', (element) => {
    element.lang = lang;
    // The links of the tools to the reference carry the language and the colours too.
    element.setAttribute('reference', `./reference/${location.search}`);
  });
  for (const link of document.querySelectorAll('a[data-lang]')) {
    const chosen = link.getAttribute('data-lang') === lang;
    if (chosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function dress(): void {
  const theme = current().get(THEME);
  const root = document.documentElement;
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
  else delete root.dataset.theme;
  const pressed = `${isDark()}`;
  document.querySelector('[data-theme-switch]')?.setAttribute('aria-pressed', pressed);
}

function isDark(): boolean {
  const asked = document.documentElement.dataset.theme;
  return asked === undefined
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : asked === 'dark';
}

/**
 * Links to the other pages carry the language and the colours, those within the tools too;
 * the one to this page says so.
 */
function carry(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-page]')) {
    const url = new URL(link.href);
    url.search = location.search;
    link.href = url.href;
    if (url.pathname === location.pathname && !link.matches('.brand')) {
      link.setAttribute('aria-current', 'page');
    }
  }
  for (const tool of document.querySelectorAll('[changes]')) {
    const [page = ''] = tool.getAttribute('changes')?.split('?') ?? [];
    tool.setAttribute('changes', `${page}${location.search}`);
  }
}

function turn(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(history.state, '', url);
  speak();
  dress();
  carry();
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-lang]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    turn(LANGUAGE, link.dataset.lang ?? 'zh');
  });
}
document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
  turn(THEME, isDark() ? 'light' : 'dark');
});

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);

dress();
carry();
// The words of a page may be taken up after this module; they are, once all modules ran.
queueMicrotask(speak);
