import type { Plugin } from 'vite';
import { ELEMENTS, EVENTS, PROPERTIES, SLOTS } from './elements.ts';

const MODULE = './zhengpin-elements.js';

/** The manifest, in the form of https://github.com/webcomponents/custom-elements-manifest. */
export function manifest(): object {
  const modules = ELEMENTS.map(({ tag, element, says, said, shown, parts }) => ({
    kind: 'class',
    name: element,
    tagName: tag,
    customElement: true,
    description: says,
    superclass: { name: 'HTMLElement' },
    attributes: said.map(({ attribute, property, type, says: description }) => ({
      name: attribute,
      fieldName: property,
      type: { text: type },
      description,
    })),
    members: said.map(({ attribute, property, type, says: description }) => ({
      kind: 'field',
      name: property,
      attribute,
      reflects: attribute === 'lang' || attribute === 'theme',
      type: { text: `${type} | undefined` },
      description,
    })),
    events: EVENTS.map(({ name, says: description }) => ({
      name,
      type: {
        text: name === 'zhengpin-answer' ? `CustomEvent<${shown} | Failure>` : 'CustomEvent',
      },
      description,
    })),
    slots: SLOTS.map(({ name, says: description }) => ({ name, description })),
    cssParts: parts.map(({ name, says: description }) => ({ name, description })),
    cssProperties: PROPERTIES.map(({ name, says: description }) => ({ name, description })),
  }));
  const exported = ELEMENTS.flatMap(({ tag, element }) => [
    { kind: 'js', name: element, declaration: { name: element, module: MODULE } },
    {
      kind: 'custom-element-definition',
      name: tag,
      declaration: { name: element, module: MODULE },
    },
  ]);
  return {
    schemaVersion: '1.0.0',
    modules: [
      { kind: 'javascript-module', path: MODULE, declarations: modules, exports: exported },
    ],
  };
}

/** The types of the elements, for TypeScript, React, Preact and Vue. */
export function types(): string {
  const shown = [...new Set(ELEMENTS.map((one) => one.shown))].sort().join(', ');
  const lines = (some: string[], indent: string) => some.map((one) => `${indent}${one}\n`).join('');
  const classes = ELEMENTS.map(({ element, says, said, shown }) => {
    const own = said.flatMap(({ property, type, says }) =>
      // The element itself says of its language only that it is text.
      property === 'lang' ? [] : [`/** ${says} */`, `${property}: ${type} | undefined;`],
    );
    return `/** ${says} */
export declare class ${element} extends ZhengpinElement<${shown}> {
${lines(own, '  ')}}
`;
  });
  const given = ELEMENTS.map(({ tag, said }) => {
    const own = said.map(({ attribute, type }) => `'${attribute}'?: ${type} | undefined;`);
    const also = said
      .filter(({ attribute, property }) => attribute !== property)
      .map(({ property, type }) => `'${property}'?: ${type} | undefined;`);
    return `  '${tag}': {\n${lines([...own, ...also], '    ')}  };\n`;
  });
  return `import type { Facts, Failure, Finding, Value } from './types/www/src/engine/types.d.ts';
import type { ${shown} } from './types/www/src/state/shown.d.ts';

export type { ${shown}, Facts, Failure, Finding, Value };

/** What an element tells whenever another answer is shown. */
export type AnswerEvent<Shown> = CustomEvent<Shown | Failure>;

/** What the elements tell, one or another. */
export type AnyShown = ${[...new Set(ELEMENTS.map((one) => one.shown))].sort().join(' | ')};

interface Told<Shown extends AnyShown> extends HTMLElementEventMap {
${EVENTS.map(({ name, says }) => `  /** ${says} */\n  '${name}': ${name === 'zhengpin-answer' ? 'AnswerEvent<Shown>' : 'CustomEvent<unknown>'};\n`).join('')}}

/** What all elements have in common. */
export declare class ZhengpinElement<Shown extends AnyShown> extends HTMLElement {
  addEventListener<Name extends keyof Told<Shown>>(
    name: Name,
    listener: (event: Told<Shown>[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

${classes.join('\n')}
/** Registers the elements under their own names. */
export declare function define(): void;

/** What the elements are told in markup, by tag. */
export interface Given {
${given.join('')}}

/** An element of JSX: what it is told, what it tells, and what every element has. */
type InJsx<Tag extends keyof Given> = Given[Tag] & {
  'onzhengpin-answer'?: (event: Event) => unknown;
  'onzhengpin-change'?: (event: Event) => unknown;
  id?: string;
  class?: string;
  className?: string;
  style?: unknown;
  slot?: string;
  hidden?: boolean;
  key?: string | number;
  ref?: unknown;
  children?: unknown;
};

/** The elements in JSX; \`declare module 'react' { namespace JSX { interface IntrinsicElements extends ZhengpinJsx {} } }\` makes them known to React, and the same with \`preact\` to Preact. */
export type ZhengpinJsx = { [Tag in keyof Given]: InJsx<Tag> };

/** What the elements tell, by tag. */
interface Shown {
${lines(
  ELEMENTS.map(({ tag, shown }) => `'${tag}': ${shown};`),
  '  ',
)}}

/** The elements in templates of Vue; \`declare module 'vue' { interface GlobalComponents extends ZhengpinVue {} }\` makes them known to it. */
export type ZhengpinVue = {
  [Tag in keyof Given]: new () => {
    $props: Given[Tag] & {
      onZhengpinAnswer?: (event: AnswerEvent<Shown[Tag]>) => unknown;
      onZhengpinChange?: (event: CustomEvent<unknown>) => unknown;
    };
  };
};

declare global {
  interface HTMLElementTagNameMap {
${lines(
  ELEMENTS.map(({ tag, element }) => `'${tag}': ${element};`),
  '    ',
)}  }
  interface GlobalEventHandlersEventMap {
    'zhengpin-answer': AnswerEvent<AnyShown>;
    'zhengpin-change': CustomEvent<unknown>;
  }
}
`;
}

/** Puts the manifest and the types beside the elements. */
export function elementsManifest(): Plugin {
  return {
    name: 'zhengpin-elements-manifest',
    apply: 'build',
    generateBundle() {
      const json = `${JSON.stringify(manifest(), undefined, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'custom-elements.json', source: json });
      this.emitFile({ type: 'asset', fileName: 'zhengpin-elements.d.ts', source: types() });
    },
  };
}
