import './page.ts';
import '../styles/reference.css';

/**
 * The first page of a long rulebook lists all its rules, each in the place where it used to
 * stand: whoever comes by an address of then goes on to where it stands now.
 */
function goOn(): void {
  const anchor = decodeURIComponent(location.hash.slice(1));
  const place = anchor === '' ? null : document.getElementById(anchor);
  const link = place?.closest('.moved > li')?.querySelector('a');
  if (!link) return;
  const there = new URL(link.href);
  there.hash = anchor;
  there.search = location.search;
  location.replace(there);
}

goOn();
addEventListener('hashchange', goOn);
