import '../styles/snippet-preview.css';

/** What the page around this frame has it show. */
interface Look {
  tag: string;
  attributes: Record<string, string>;
  /** How the page around is lit; as the system says, if empty. */
  theme: string;
}

/** An element as it is told to be; it keeps nothing, so that a look changes no tool of this site. */
function elementFor({ tag, attributes }: Look): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.setAttribute('fragment', 'off');
  element.setAttribute('storage', 'off');
  return element;
}

let shown = '';

addEventListener('message', ({ data, origin, source }: MessageEvent<Look>) => {
  if (origin !== location.origin || source !== parent || !/^zhengpin-[a-z-]+$/.test(data.tag))
    return;
  const text = JSON.stringify(data);
  if (text === shown) return;
  shown = text;
  const { documentElement: root } = document;
  root.lang = data.attributes.lang === 'en' ? 'en' : 'zh-CN';
  root.dataset.theme = data.theme;
  document.querySelector('#look')?.replaceChildren(elementFor(data));
});
