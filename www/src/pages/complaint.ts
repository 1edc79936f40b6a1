import '../i18n/words-complaint.ts';
import './page.ts';
import '../define/complaint.ts';
