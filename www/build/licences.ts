import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A part that somebody else wrote, with the texts of its licence. */
export interface Part {
  name: string;
  version: string;
  /** The licence by its short name, such as `MIT`. */
  licence: string;
  texts: string[];
}

/** What is told of an installed package. */
interface Installed {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  peer?: boolean;
}

const MODULES = 'node_modules/';

/** The npm packages that built files can hold: all but those that only build and test. */
export function npmParts(): Part[] {
  const lock = JSON.parse(readFileSync(at('../package-lock.json'), 'utf8'));
  return Object.entries(lock.packages as Record<string, Installed>)
    .filter(([path, { dev, optional, devOptional, peer }]) => {
      return path.startsWith(MODULES) && !(dev || optional || devOptional || peer);
    })
    .map(([path, { version = '', license = '' }]) => {
      const name = path.slice(path.lastIndexOf(MODULES) + MODULES.length);
      return { name, version, licence: license, texts: textsOf(at(`../${path}`), license) };
    });
}

/** The texts that come with a package, or that of a licence which is the same for everybody. */
function textsOf(folder: string, licence: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const own = files.filter((file) => {
    const name = file.toUpperCase();
    return ['LICENSE', 'LICENCE', 'COPYING', 'NOTICE'].some((word) => name.startsWith(word));
  });
  const paths = own.map((file) => join(folder, file));
  if (paths.length === 0 && licence === 'Apache-2.0') paths.push(at('../../LICENSE-APACHE'));
  return paths.map((path) => readFileSync(path, 'utf8'));
}

/** The crates that the wasm files are made of, as `cargo xtask licences` writes them. */
export function crateParts(): Part[] {
  return JSON.parse(readFileSync(at('../../pkg/licences.json'), 'utf8'));
}

/** All parts, each licence text once, below the names of those that it covers. */
export function licenceText(parts: Part[]): string {
  const named = ({ name, version, licence }: Part) => `${name} ${version} (${licence})`;
  const covers = new Map<string, string[]>();
  for (const part of parts) {
    for (const text of part.texts) {
      const lines = text.split('\n').map((line) => line.trimEnd());
      const tidy = lines.join('\n').trim();
      covers.set(tidy, [...(covers.get(tidy) ?? []), named(part)]);
    }
  }
  const rule = '-'.repeat(72);
  const sections = [...covers].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  return [
    'zhengpin is licensed under MIT or Apache-2.0, at your choice. It contains these parts,\neach under the licence named behind it, of which the texts follow.',
    parts.map(named).join('\n'),
    ...sections,
  ].join(`\n\n${rule}\n\n`);
}

/** Puts the licences of all parts beside the built files, as `licences.txt`. */
export function licences(): Plugin {
  return {
    name: 'zhengpin-licences',
    apply: 'build',
    generateBundle() {
      const source = licenceText([...npmParts(), ...crateParts()]);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${source}\n` });
    },
  };
}
