import { unsafeCSS } from 'lit';
import answer from './answer.css?inline';
import { base } from './base.ts';
import form from './form.css?inline';
import print from './print.css?inline';

/** The sheets that every tool wears: questions, answers, and both on paper. */
export const tool = [base, unsafeCSS(form + answer), unsafeCSS(print)];
