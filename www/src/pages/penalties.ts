import '../i18n/words-ledger.ts';
import './page.ts';
import '../define/penalties.ts';
