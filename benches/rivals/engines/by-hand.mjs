import { byHand } from '../rule.mjs';

export const name = 'JavaScript by hand';
export const make = () => ({ decide: byHand });
