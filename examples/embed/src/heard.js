import { lineOf } from './facts.js';

document.addEventListener('zhengpin-answer', ({ detail }) => {
  document.querySelector('output').value = lineOf(detail);
});
