import '../i18n/words-appeal.ts';
import './page.ts';
import '../define/appeal.ts';
