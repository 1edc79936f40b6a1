import asset from 'virtual:engine-asset/author';
import { type AuthorEngine, createAuthorEngine } from './author.ts';
import { type Loader, loader } from './load.ts';

export type { AuthorEngine } from './author.ts';

/** Loads the engine that takes rulebooks with a request. */
export const loadAuthor: Loader<AuthorEngine> = loader(asset, createAuthorEngine);
