import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { TOOLS, type Tool, tagOf } from './tools.ts';

const PAGE = 'virtual:page/';

/** The pages of the tools, as inputs of the build. */
export const TOOL_PAGES = TOOLS.map(({ name }) => `${name}.html`);

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
      const tool = TOOL_PAGES.includes(basename(id)) ? named(basename(id, '.html')) : undefined;
      return tool && page(tool);
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

function page(tool: Tool): string {
  const { name, says, attributes = {}, onward } = tool;
  const tag = tagOf(tool);
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  const leads = onward
    ? `<p><a href="./${onward.page}.html" data-page data-l10n="${onward.says}"></a></p>`
    : '';
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <!-- part: head -->
    <title data-l10n="${says}-title"></title>
    <meta name="description" data-l10n-content="${says}-lead" />
    <script type="module" src="${PAGE}${name}"></script>
  </head>
  <body class="tool-page">
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
      <${tag} data-speaks="" lang="zh"${told.join('')}>
        <!-- part: unheard -->
      </${tag}>
      <noscript><p class="notice" data-l10n="noscript"></p></noscript>
    </main>
    <!-- part: colophon -->
  </body>
</html>
`;
}
