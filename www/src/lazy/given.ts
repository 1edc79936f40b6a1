/** What a host's page gives by a property to be taken for answered: loaded where one does. */
import '../i18n/words-given.ts';

export { readFindings } from '../exchange/given.ts';
export { plain, textOf } from '../exchange/plain.ts';
