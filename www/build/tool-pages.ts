import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { TOOLS, type Tool, tagOf } from './tools.ts';

const PAGE = 'virtual:page/';

/** Pages beside those of the tools: what each shows stands in `src/parts/` under its name. */
const OTHERS = ['search', 'snippet'];

/** The pages that are made, as inputs of the build. */
export const TOOL_PAGES = [...TOOLS.map(({ name }) => name), ...OTHERS].map(
  (name) => `${name}.html`,
);

/** Serves the pages of the tools and their scripts, made from the list of tools. */
export function toolPages(): Plugin {
  let root = '';
  const named = (name: string) => TOOLS.find((tool) => tool.name === name);
  return {
    name: 'zhengpin-tool-pages',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      if (id.startsWith(PAGE)) return `\0${id}`;
      return TOOL_PAGES.includes(basename(id)) ? join(root, basename(id)) : undefined;
    },
    load(id) {
      if (id.startsWith(`\0${PAGE}`)) {
        const tool = named(id.slice(PAGE.length + 1));
        return tool && { code: script(tool), moduleSideEffects: true };
      }
      if (!TOOL_PAGES.includes(basename(id))) return undefined;
      const name = basename(id, '.html');
      const tool = named(name);
      return tool ? toolPage(tool) : otherPage(name);
    },
  };
}

/** The script of a page: its words, what all pages do, the element. */
function script({ name, element, words }: Tool): string {
  return `import '/src/i18n/words-${words}.ts';
import '/src/pages/page.ts';
import { DateField } from '/src/components/date-field.ts';
import { register } from '/src/components/register.ts';
import { ${element} } from '/src/tools/${name}.ts';
register(DateField, ${element});
`;
}

function toolPage(tool: Tool): string {
  const { name, says, attributes = {}, onward } = tool;
  const tag = tagOf(tool);
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  const leads = onward
    ? `<p><a href="./${onward.page}.html" data-page data-l10n="${onward.says}"></a></p>`
    : '';
  return page(
    says,
    `${PAGE}${name}`,
    'tool-page',
    leads,
    `<${tag} data-speaks="" lang="zh"${told.join('')}>
        <!-- part: unheard -->
      </${tag}>
      <noscript><p class="notice" data-l10n="noscript"></p></noscript>`,
  );
}

/** Its words, its script and what it shows are named alike. */
function otherPage(name: string): string {
  const sheet = name === 'search' ? 'search-page' : 'tool-page';
  return page(name, `./src/pages/${name}.ts`, sheet, '', `<!-- part: ${name} -->`);
}

/** A page: what it is called, its script, its sheet, where its heading leads, what it shows. */
function page(says: string, script: string, sheet: string, leads: string, shows: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <!-- part: head -->
    <title data-l10n="${says}-title"></title>
    <meta name="description" data-l10n-content="${says}-lead" />
    <script type="module" src="${script}"></script>
  </head>
  <body class="${sheet}">
    <!-- part: masthead -->
    <main id="main">
      <header class="opening">
        <div class="title">
          <h1 data-l10n="${says}-heading"></h1>
          <p class="beside" lang="en" data-l10n-other="${says}-heading"></p>
        </div>
        <p class="lead" data-l10n="${says}-lead"></p>
        ${leads}
      </header>
      ${shows}
    </main>
    <!-- part: colophon -->
  </body>
</html>
`;
}
