import type { Plugin } from 'vite';
import { courseOf, LESSONS } from './lesson-files.ts';

const ID = 'virtual:lessons';

/** Serves `virtual:lessons`: all lessons as the pages load them, read when the page is built. */
export function lessons(): Plugin {
  return {
    name: 'zhengpin-lessons',
    resolveId: (id) => (id === ID ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      this.addWatchFile(LESSONS);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(courseOf()))});`;
    },
  };
}
