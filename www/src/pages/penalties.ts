import './page.ts';
import '../define/penalties.ts';
