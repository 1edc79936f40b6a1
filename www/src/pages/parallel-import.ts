import './page.ts';
import '../define/parallel-import.ts';
