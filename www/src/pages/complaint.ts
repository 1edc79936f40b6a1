import './page.ts';
import '../define/complaint.ts';
