import 'zhengpin/define';
import { asOf, facts, lineOf } from './facts.js';

const tool = document.createElement('zhengpin-complaint');
Object.assign(tool, { lang: 'zh', src: 'zhengpin/', fragment: 'off', asOf, facts });
tool.addEventListener('zhengpin-answer', ({ detail }) => {
  document.querySelector('output').value = lineOf(detail);
});
document.querySelector('main').append(tool);
