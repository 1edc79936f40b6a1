/** The way from an appeal on to the counter-notice, which loads when the page is idle. */
export { handOver } from '../state/handover.ts';
export { toCounterNotice } from '../state/matter/carried.ts';
export { partOf } from '../state/matter/plain.ts';
