import { define } from './zhengpin-elements.js';

define();
