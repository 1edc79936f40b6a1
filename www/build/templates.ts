import type { Plugin } from 'vite';

/**
 * Takes the indentation out of the templates, where a line break and the spaces after it mean
 * no more than one space. Only templates still hold lines once the code is minified.
 */
export function withoutIndentation(): Plugin {
  return {
    name: 'zhengpin-without-indentation',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(/\n {2,}/g, ' ');
      }
    },
  };
}
