import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'zhengpin/define';
import { asOf, facts, lineOf } from './facts.js';

function Check() {
  const [line, setLine] = useState('');
  return [
    createElement('output', { key: 'line' }, line),
    createElement('zhengpin-complaint', {
      key: 'tool',
      lang: 'zh',
      src: 'zhengpin/',
      fragment: 'off',
      asOf,
      // Another object each time it is drawn, with the same facts: the user's answers stay.
      facts: { ...facts },
      'onzhengpin-answer': ({ detail }) => setLine(lineOf(detail)),
    }),
  ];
}

document.querySelector('output').remove();
createRoot(document.querySelector('main')).render(createElement(Check));
