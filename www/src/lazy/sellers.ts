/** The list of sellers and what is shown of it: loaded beside the engine. */
import '../i18n/words-sellers.ts';
import '../i18n/words-table.ts';

export { judgment } from '../components/verification/judgment.ts';
export { sellerList } from '../components/verification/seller-list.ts';
export { SellersPart } from '../components/verification/sellers-part.ts';

/** Loads what writes calendars. */
export const loadCalendar = () => import('./calendar.ts');

import file from '../styles/file.css?inline';
import rows from '../styles/rows.css?inline';
import sellers from '../styles/sellers.css?inline';

export const css = rows + file + sellers;
