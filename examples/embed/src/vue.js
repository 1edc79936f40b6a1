import { createApp, h, ref } from 'vue';
import 'zhengpin/define';
import { asOf, facts, lineOf } from './facts.js';

const line = ref('');

document.querySelector('output').remove();
createApp({
  render: () => [
    h('output', line.value),
    h('zhengpin-complaint', {
      lang: 'zh',
      src: 'zhengpin/',
      fragment: 'off',
      '.asOf': asOf,
      '.facts': { ...facts },
      onZhengpinAnswer: ({ detail }) => {
        line.value = lineOf(detail);
      },
    }),
  ],
}).mount('main');
