/** The strip of the matter to which what is entered belongs: for pages that keep matters. */
export { Strip } from '../components/matter/strip.ts';
export { heldTool } from '../state/matter/types.ts';
export { default as css } from '../styles/matter.css?inline';
