import '../i18n/words-changes.ts';
import './page.ts';
import '../define/changes.ts';
