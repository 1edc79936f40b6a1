import './page.ts';
import '../styles/reference.css';
