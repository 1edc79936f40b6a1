import '../i18n/words-parallel-import.ts';
import './page.ts';
import '../define/parallel-import.ts';
