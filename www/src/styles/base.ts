import { unsafeCSS } from 'lit';
import plain from './base.css?inline';
import tokens from './tokens.css?inline';

/** The sheet that every element wears: colours, faces, sizes, plain elements. */
export const base = unsafeCSS(tokens + plain);
